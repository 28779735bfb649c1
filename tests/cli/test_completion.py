"""TAB: what is offered where, by what light means, and in real shells."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goalctl.cli.completion.candidates import EXPLAINED
from goalctl.cli.completion.option_names import TABLE
from goalctl.cli.completion.words import (
    BETTER,
    DECISIONS,
    GROUPS,
    HOW,
    KINDS,
    PER,
    PLACES,
    QUESTIONS,
    STATEMENTS,
    STATUSES,
    TERMS,
)
from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import real_command
from tests.cli.option_table import explained, option_table

TREE = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("show ", ["c-ab1"]),
        ("show c-ab1 ", []),
        ("chart c-ab1 ", ["g1", "g1.1"]),
        ("add-objective c-ab1 ", ["g1"]),
        ("mark c-ab1 g1 re", ["reserve"]),
        ("mark c-ab1 g1 on", ["on-hold"]),
        ("log-session c-ab1 --kind c", ["crisis", "cancelled"]),
        ("risk c-ab1 --recent ", ["yes", "no"]),
        ("due --clinician ", ["m.kowalski"]),
        ("cover m", ["m.kowalski"]),
        ("cover m.kowalski ", []),
        ("cover m.kowalski --by ", ["m.kowalski"]),
        ("transfer --all --from m", ["m.kowalski"]),
        ("transfer c-ab1 --to=m", ["--to=m.kowalski"]),
        ("supervise --agenda ", ["m.kowalski"]),
        ("supervise c-ab1 --done ", []),
        ("due --by ", ["week", "client", "clinician"]),
        ("--color a", ["auto", "always"]),
        ("--color never ", [entry.name for entry in COMMANDS]),
        ("chart c-ab1 -o ", []),
        ("-C plan", []),
        ("-C . plann", ["planners"]),
        ("chart -o x.svg c", ["c-ab1"]),
        ("help log", ["log-session", "log", "log-group"]),
        ("set c-ab1 g1.1", ["g1.1", "g1.1.i1"]),
        ("amend c-ab1 ", ["last", "def456", "abc123"]),
        ("assess c-ab1 phq", ["phq-15", "phq-2", "phq-4", "phq-8", "phq-9", "phq-a"]),
        ("explore c-ab1 mag", ["magic-wand"]),
        ("log-session c-ab1 --used ", ["g1.1.i1"]),
        ("log c-ab1 --done ", ["h1="]),
        ("log c-ab1 --note x g1.", ["g1.1"]),
        ("add-goal c-ab1 --status a", ["active", "achieved"]),
        ("add-goal c-ab1 --status=d", ["--status=draft", "--status=discontinued"]),
        ("add-goal c-ab1 --from pan", ["panic/"]),
        ("add-goal c-ab1 --from panic/g6", ["panic/g6"]),
        ("add-objective c-ab1 g1 --from panic/g6", ["panic/g6.1", "panic/g6.2"]),
        ("log c-ab1 --homework panic/h1", ["panic/h1"]),
        ("bank --kind inter", ["interventions"]),
        ("planners se", ["search", "self-esteem", "self-harm-and-safety"]),
        ("planners show panic g6", ["g6", "g6.1", "g6.2"]),
        ("planners search --k", ["--kind"]),
        ("forms show phq-9", ["phq-9"]),
        ("completion f", ["fish"]),
        ("fleet ", ["due", "caseload", "outcomes", "check", "week"]),
        ("fleet -C clinics/* due --by ", ["week", "client", "clinician"]),
        ("fleet due --f", ["--format"]),
        ("fleet week --ki", ["--kind"]),
        ("fleet due c", []),
        ("records --format ", ["md", "html", "pdf", "json"]),
        ("export --format p", ["parquet"]),
        ("report --kind w", ["week"]),
        ("nonsense ", []),
        ("show c-none ", []),
    ],
)
def test_tab_offers_what_fits_the_place(goalctl, line, offers):
    assert goalctl("__complete", *line.split(" "), status=0).out.split() == offers


@pytest.mark.parametrize("words", ["-C ..", "-C..", "--workspace ..", "--workspace=.."])
def test_clients_are_those_of_the_workspace_on_the_line(goalctl, practice, monkeypatch, words):
    other = practice / "other"
    (other / "plans").mkdir(parents=True)
    (other / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    (other / "plans" / "c-other.yaml").write_text("client: c-other\n", encoding="utf-8")
    monkeypatch.chdir(other)
    assert goalctl("__complete", *words.split(" "), "show", "", status=0).out == "c-ab1\n"


FLOW = """\
client: c-ab1
problems: [{id: p1, problem: Low mood}, {problem: Sleep, id: p2}]
goals: [{id: g1, goal: Walks, objectives: [{id: g1.1, objective: Out, interventions: [{what: Plan, id: i1}]}]}]
"""
LATER = """\
client: c-ab1
sessions:
- date: 2026-02-01
  id: abc123
  homework:
  - id: b7c2m9
    task: walk
- id: "def456"
  date: 2026-02-03
changes:
- id: p3w8rt
"""


@pytest.mark.parametrize(
    ("text", "line", "offers"),
    [
        (FLOW, "set c-ab1 ", ["plan", "p1", "p2", "g1", "g1.1", "g1.1.i1"]),
        (LATER, "amend c-ab1 ", ["last", "def456", "abc123"]),
    ],
    ids=["on one line", "a later key, nothing indented"],
)
def test_ids_are_offered_however_the_plan_is_written(goalctl, plan_file, text, line, offers):
    plan_file.write_text(text, encoding="utf-8")
    assert goalctl("__complete", *line.split(" "), status=0).out.split() == offers


@pytest.mark.parametrize(
    "homework",
    [
        "[{id: b7c2m9, for: g1.1, task: run}, {id: h3, task: read}]",
        "\n      - {id: b7c2m9, task: run}\n      - id: h3\n        for: g1\n        task: read",
    ],
    ids=["on a line", "below each other"],
)
def test_homework_is_offered_by_its_id_of_either_kind(goalctl, plan_file, homework):
    text = plan_file.read_text(encoding="utf-8")
    new = f"  - id: a1b2c3\n    date: 2026-02-16\n    homework: {homework}\n"
    plan_file.write_text(text + new, encoding="utf-8")
    assert goalctl("__complete", "log", "c-ab1", "--done", "", status=0).out.split() == ["h1=", "b7c2m9=", "h3="]


def test_where_the_client_sees_the_screen_no_other_client_is_listed(goalctl, plan_file):
    (plan_file.parent / "c-ab2.yaml").write_text("client: c-ab2\n", encoding="utf-8")
    offers = [goalctl("__complete", "--with-client", "show", word).out.split() for word in ("", "c-ab", "c-ab2")]
    assert offers == [[], [], ["c-ab2"]]


def test_outside_a_workspace_only_what_ships_is_offered(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert goalctl("__complete", "show", "").out == ""
    assert goalctl("__complete", "planners", "show", "gri").out == "grief\n"


def test_own_planners_and_forms_are_offered(goalctl):
    goalctl("planners", "new", "zen", status=0)
    assert goalctl("__complete", "add-goal", "c-ab1", "--from", "zen/").out == "zen/g1\n"


def test_the_table_of_options_is_what_typer_knows():
    assert TABLE.read_text(encoding="utf-8") == option_table(), "make it anew: python -m tests.cli.option_table"
    assert EXPLAINED.read_text(encoding="utf-8") == explained(), "make it anew: python -m tests.cli.option_table"


@pytest.mark.parametrize(
    ("begun", "offered", "not_offered"),
    [
        ("S11", "S118", "S101"),
        ("goals.smart.time", "goals.smart.time_bound", "goals.smart"),
        ("mont", "montana", "months"),
        ("set", "settings", "names"),
        ("", "names", "S118"),
    ],
    ids=["a code", "a key", "a profile", "a kind of file", "nothing yet"],
)
def test_explain_offers_codes_keys_profiles_and_kinds_of_files(goalctl, begun, offered, not_offered):
    told = goalctl("__complete", "explain", begun, status=0).out.split()
    assert (offered in told, not_offered in told) == (True, False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sho", "show\ta client's plan on one screen\n"),
        ("planners list", "list\tList every area with what it holds, the practice's own and the shipped ones.\n"),
        ("--no-inp", "--no-input\tNever ask; say which option is missing.\n"),
        ("due --within", "--within\tHow far to look ahead; else the practice's due_within.\n"),
        ("show c", "c-ab1\n"),
    ],
    ids=["command", "a group's command", "before any command", "option", "client: no word"],
)
def test_zsh_and_fish_are_told_what_each_is_for(goalctl, line, told):
    assert goalctl("__describe", *line.split(" "), status=0).out == told


@pytest.mark.parametrize("entry", [entry for entry in COMMANDS if entry.name in GROUPS], ids=lambda entry: entry.name)
def test_a_group_s_commands_are_in_the_table(entry):
    assert set(GROUPS[entry.name]) == set(real_command(entry).commands)


def test_a_fleet_s_questions_have_the_options_of_their_commands():
    from goalctl.cli.commands.fleet import ASKS

    assert {asked: words[0] for asked, words in ASKS.items()} == QUESTIONS


def test_the_words_are_those_of_the_models():
    from goalctl.model.goal import Status, Term
    from goalctl.model.measure import Better, Per
    from goalctl.model.plan import Decision, How
    from goalctl.model.session import Kind, Setting
    from goalctl.model.statement import StatementKind

    tables = (STATUSES, TERMS, KINDS, PLACES, PER, BETTER, HOW, DECISIONS, STATEMENTS)
    models = (Status, Term, Kind, Setting, Per, Better, How, Decision, StatementKind)
    assert [set(table) for table in tables] == [{word.value for word in model} for model in models]


@pytest.mark.parametrize(
    "line", ["log c-ab1 --", "add-goal c-ab1 --from panic/", "planners show panic ", "mark c-ab1 "]
)
def test_tab_loads_neither_typer_nor_a_model(practice, tree_on_path, line):
    code = (
        "import sys\nfrom goalctl.__main__ import main\nsys.argv.insert(1, '__complete')\nmain()\n"
        "assert not {'typer', 'pydantic', 'yaml'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code, *line.split(" ")], cwd=practice, env=tree_on_path, check=True)


BASH = (["--norc", "--noprofile", "-i"], "PS1='READY> '", 'eval "$(goalctl completion bash)"')
ZSH = (["-f", "-i"], "PS1='READY> '; autoload -Uz compinit; compinit -u -D", 'eval "$(goalctl completion zsh)"')
FISH_PROMPT = "function fish_prompt; echo -n 'READY> '; end; set -g fish_autosuggestion_enabled 0"
FISH = (["--no-config", "-i"], FISH_PROMPT, "goalctl completion fish | source")
SHELLS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


class RealShell:
    """A shell at a pseudo-terminal, with goalctl's script in it and `goalctl` on its path."""

    def __init__(self, shell, folder, bin_folder):
        pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are not for Windows")
        options, prompt, script = SHELLS[shell]
        dropped = ("GOALCTL", "COMP_", "ZDOTDIR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        kept |= {"PYTHONPATH": str(TREE), "TERM": "dumb" if shell != "fish" else "xterm", "HOME": str(bin_folder)}
        kept["PATH"] = f"{bin_folder}{os.pathsep}{kept['PATH']}"
        self.child = pexpect.spawn(
            shutil.which(shell), options, cwd=folder, env=kept, encoding="utf-8", timeout=60, dimensions=(24, 200)
        )
        self.child.delaybeforesend = None
        self.run(prompt)
        self.run(f"{script} 2>/dev/null; echo LOADED")
        self.child.expect("LOADED\r")

    def run(self, line):
        self.child.send(line + "\r")

    def completed(self, typed):
        """What stands on the line after `typed` and TAB, as `echo` gives it back: without quotes."""
        self.child.send(f"{typed}\t")
        self.child.send("\x01")  # to the line's beginning: the finished line becomes the words of an echo
        self.child.send("echo GOT= \x05 =END\r")
        self.child.expect(r"GOT= (?!.*GOT)(?P<line>goalctl [^\r\n]*?) +=END")
        return re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]|[\\'\"]", "", self.child.match["line"]).strip()


@pytest.fixture
def on_path(tmp_path_factory):
    """A folder with a `goalctl` that is this one."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "goalctl"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m goalctl "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return folder


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("goalctl show c", "goalctl show c-ab1"),
        ("goalctl log c-ab1 --used ", "goalctl log c-ab1 --used g1.1.i1"),
        ("goalctl mark c-ab1 g1 res", "goalctl mark c-ab1 g1 reserve"),
        ("goalctl planners show anx", "goalctl planners show anx"),
        ("goalctl add-goal c-ab1 --from grief/g6", "goalctl add-goal c-ab1 --from grief/g6"),
        ("goalctl add-goal c-ab1 --from gri", "goalctl add-goal c-ab1 --from grief/"),
        ("goalctl add-goal c-ab1 --status=dra", "goalctl add-goal c-ab1 --status=draft"),
        (r"goalctl risk c-ab1 --concern harm\ fr", "goalctl risk c-ab1 --concern harm from others"),
        ("goalctl risk c-ab1 --concern 'harm fr", "goalctl risk c-ab1 --concern harm from others"),
        ("goalctl chart c-ab1 -o goalctl.y", "goalctl chart c-ab1 -o goalctl.yaml"),
    ],
    ids=[
        "client",
        "intervention",
        "status",
        "nothing fits",
        "planner's goal",
        "area",
        "option with =",
        "space",
        "open quote",
        "file",
    ],
)
def test_real_shells_complete(practice, on_path, shell, typed, line):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    assert RealShell(shell, practice, on_path).completed(typed) == line
