"""`goalctl help` and the manual page: the same words as `--help`, made of one source."""

import shutil
import subprocess

import pytest

from goalctl import __version__
from goalctl.cli.commands.help import MANUAL
from goalctl.cli.examples import EXAMPLES
from goalctl.cli.table import COMMANDS
from tests.cli.man_page import manual


@pytest.mark.parametrize("words", [(), ("chart",), ("planners",), ("planners", "use"), ("log",)], ids=" ".join)
def test_help_is_the_command_s_own_help(goalctl, words):
    assert goalctl("help", *words, status=0).out == goalctl(*words, "--help", status=0).out


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        (("cahrt",), "goalctl has no command 'cahrt'", "did you mean chart?"),
        (("planners", "usee"), "goalctl planners has no command 'usee'", "did you mean use?"),
        (("xyzzy",), "goalctl has no command 'xyzzy'", "goalctl --help tells what there is"),
        (("chart", "g1"), "goalctl chart has no command 'g1'", "goalctl chart --help tells what there is"),
    ],
)
def test_a_command_that_nobody_knows_is_answered_by_the_nearest(goalctl, words, sentence, hint):
    assert goalctl("help", *words, status=2).err == f"goalctl: {sentence}\n   hint: {hint}\n"


def test_the_manual_is_made_of_today_s_help(goalctl):
    assert MANUAL.read_text(encoding="utf-8") == manual(), "make it anew: python -m tests.cli.option_table"
    assert goalctl("help", "--man", status=0).out == manual()


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_the_manual_is_what_man_reads():
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", str(MANUAL)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert f"goalctl {__version__}" in done.stdout
    told = done.stdout.splitlines()
    assert [entry.name for entry in COMMANDS if not any(f"goalctl {entry.name}" in line for line in told)] == []


@pytest.mark.parametrize("words", sorted(EXAMPLES))
def test_help_is_in_whole_sentences_and_names_no_type_of_a_program(goalctl, words):
    usage, _, told = goalctl(*words.split(), "--help", status=0).out.partition("\n")
    assert "{" not in usage
    assert [word for word in ("<str>", "<path>", "<int", "...\n") if word in told] == []


def test_help_needs_no_workspace_and_may_be_seen_by_the_client(goalctl, tmp_path, monkeypatch):
    (tmp_path / "goalctl.yaml").unlink(missing_ok=True)
    monkeypatch.chdir(tmp_path)
    assert goalctl("--with-client", "help", "prep", status=0).out.startswith("Usage: goalctl prep ")
