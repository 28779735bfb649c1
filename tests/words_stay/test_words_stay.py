"""Clients' words stay in plans, notes and names: in no message of git, file name, command, failure or completion."""

import os
import shutil
import stat
import subprocess

import pytest

from tests.conftest import PLAN
from tests.faults.every_command import MARK, WRITERS, make_practice
from tests.faults.repositories import git
from tests.words_stay.planted import WATCHER, WORD, planted_plan

IDS_OF_THE_PRACTICE = {"forms", "planners", "templates"}  # what a library's file is called is typed as its name
NAMES = f"""\
format: 1
clients:
  c-ab1: {{name: Sam {WORD}, telephone: "{WORD} 555", address: {WORD} street}}
  c-all: {{name: Kim {WORD}}}
"""
PLAN_OF_WORDS = (
    PLAN.replace("being a patient father", f"being {WORD}")
    .replace("Low mood", f"Low mood {WORD}")
    .replace("Fewer symptoms of depression", f"Fewer symptoms {WORD}")
    .replace("Walks on three days a week", f"Walks on three days a week {WORD}")
    .replace("walk on Tuesday", f"walk {WORD}")
    .replace("# he chose it", f"# he chose it {WORD}")
    .replace("Behavioural activation", f"Behavioural activation {WORD}")
)


@pytest.fixture(scope="session")
def first_place(tmp_path_factory):
    """What others are copied from; it is made by the first test that needs it."""
    return tmp_path_factory.mktemp("words") / "base"


def begin(base):
    """Three clients in git with goalctl's commits, the word in all their plans and names, and the memory made."""
    practice = make_practice(base, in_git=True)
    for client in ("c-ab1", "c-cd2", "c-zz9"):
        (practice / "plans" / f"{client}.yaml").write_text(PLAN_OF_WORDS.replace("c-ab1", client), encoding="utf-8")
    (practice / "plans" / "c-all.yaml").write_text(planted_plan("c-all")[0], encoding="utf-8")
    git(practice, "add", ".")
    git(practice, "commit", "--quiet", "--message", "plans")
    names = base / "names" / "wabcdefg.yaml"
    names.write_text(NAMES, encoding="utf-8")
    names.chmod(stat.S_IRUSR | stat.S_IWUSR)


@pytest.fixture
def place(tmp_path, monkeypatch, first_place):
    """A copy of that practice."""
    if not first_place.exists():
        begin(first_place)
    base = tmp_path / "base"
    shutil.copytree(first_place, base)
    monkeypatch.setenv("GOALCTL_NAMES", str(base / "names"))
    monkeypatch.setenv("TMPDIR", str(base / "stick"))
    monkeypatch.chdir(base / "practice")
    return base / "practice"


@pytest.fixture
def watched(monkeypatch):
    """What a run says to the system from here on."""
    del WATCHER.commands[:]
    WATCHER.paths.clear()
    monkeypatch.setattr(WATCHER, "is_on", True)
    return WATCHER


def messages(practice):
    return git(practice, "log", "--all", "--format=%an %ae %B %N")


def file_names(base):
    return [name for _, folders, files in os.walk(base) for name in (*folders, *files)]


def held_by(places, word=WORD):
    return [place for place in places if word in place]


def test_the_word_stands_in_nearly_a_hundred_places():
    assert planted_plan("c-all")[1] > 90


UNTYPED = [writer for writer in WRITERS if not writer.typed and writer.words[0] != "backup"]


@pytest.mark.parametrize("writer", UNTYPED, ids=lambda writer: writer.name)
def test_no_command_that_writes_hands_words_on(goalctl, place, watched, writer):
    writer.put(place)
    for words in (*writer.before, writer.words):
        goalctl(*words, status=None)
    assert held_by(watched.commands) == []
    assert held_by(watched.paths) == []
    assert WORD not in messages(place)
    assert held_by(file_names(place.parent)) == []
    if writer.words[0] not in IDS_OF_THE_PRACTICE:
        assert MARK not in messages(place)


READERS = (
    "", "caseload", "due", "today", "prep c-ab1", "show c-all", "chart c-ab1", "history c-all", "find walks",
    "outcomes", "bank", "check", "doctor", "report c-all --kind record", "report c-all -o ../out/x.html",
    "report --kind week", "export", "export --deidentify", "export c-all --format fhir", "names show c-ab1",
    "backup ../stick", "questionnaire c-ab1 phq-9", "worksheet smart c-ab1", "crisis c-ab1", "check --against HEAD",
    "due --rev HEAD",
)  # fmt: skip


def test_no_command_that_reads_hands_words_on(goalctl, place, watched):
    for words in READERS:
        goalctl(*words.split(), status=None)
        assert (held_by(watched.commands), held_by(watched.paths)) == ([], []), words
    assert held_by(file_names(place.parent)) == []


FAILING = (
    "show nobody", "show c-ab1 --format nonsense", "set c-ab1 g9 goal=x --because y", "mark c-ab1 g1 nonsense",
    "extend c-ab1 g1 yesterday", "log c-ab1 g1.1=99", "log c-ab1 g9=1", "log c-ab1 --form nonsense=1",
    "sign c-ab1 zzzzzz", "amend c-ab1 zzzzzz note=x --because y", "void c-ab1 zzzzzz --because y",
    "move c-ab1 zzzzzz --to c-cd2 --because y", "report c-ab1 --kind nonsense", "add-goal c-ab1 x --by nonsense",
    "chart c-ab1 g9", "records c-ab1", "redo c-ab1", "history c-ab1 g9", "renumber c-ab1 g9 --because y",
    "explain nonsense", "export -o goalctl.yaml", "log c-ab1 --done h9=yes", "assess c-ab1 phq-9 --answers 9,9",
    "diary c-ab1 g9=1", "forget c-ab1 --confirm c-ab1", "sync", "risk c-ab1 --follow-up yesterday",
)  # fmt: skip


def test_what_a_failing_command_says_holds_no_words(goalctl, place):
    """But for `review` and `discharge`, which first show the goals that they ask about, as on any screen."""
    assert place.exists()
    for words in FAILING:
        done = goalctl(*words.split(), status=None)
        assert (done.status == 0, WORD in done.err) == (False, False), words


LINES = (
    "show ", "show c-", "set c-ab1 ", "set c-ab1 g", "log c-ab1 ", "log c-ab1 --done ", "mark c-ab1 ", "amend c-ab1 ",
    "sign c-ab1 ", "extend c-all ", "add-objective c-ab1 ", "history c-all ", "add-goal c-ab1 --from bank:", "find ",
    "renumber c-ab1 ", "names show ",
)  # fmt: skip


@pytest.mark.usefixtures("place")
def test_tab_offers_no_words(goalctl, watched):
    for line in LINES:
        assert WORD not in goalctl("__complete", *line.split(" ")).out, line
    assert held_by(watched.paths) == []


def test_what_is_remembered_is_for_its_owner_alone_and_not_for_git(goalctl, place):
    goalctl("caseload", status=None)
    goalctl("bank", status=None)
    kept = [path for path in (place / ".goalctl").rglob("*") if path.is_file()]
    assert any(WORD.encode() in path.read_bytes() for path in kept)  # so it needs the plans' own protection
    assert [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert git(place, "status", "--porcelain", "--ignored", "--", ".goalctl").startswith("!! .goalctl/")


def test_what_is_remembered_goes_with_a_client_who_is_forgotten(goalctl, place):
    """Not one byte of it, in pages of the memory that are free again either."""
    plan = place / "plans" / "c-zz9.yaml"
    only_here = "yk4onlyhere"
    plan.write_text(plan.read_text(encoding="utf-8").replace(WORD, only_here), encoding="utf-8")
    goalctl("log", "c-zz9", "--note", only_here, status=0)
    for words in ("caseload", "due", "bank", "find walks"):
        goalctl(*words.split(), status=None)
    assert holding(place, only_here)
    goalctl("forget", "c-zz9", "--confirm", "c-zz9", "--because", "asked for it", status=None)
    goalctl("caseload", status=None)
    assert holding(place, only_here) == []


def holding(practice, word):
    """Files outside git that hold the word."""
    files = (path for path in practice.rglob("*") if path.is_file() and ".git" not in path.parts)
    return [path.relative_to(practice).as_posix() for path in files if word.encode() in path.read_bytes()]


def test_an_editor_is_given_a_file_that_is_named_by_the_id_alone(goalctl, place, watched, monkeypatch):
    monkeypatch.setenv("EDITOR", "true")
    goalctl("edit", "c-ab1", "--because", "typed", status=None)
    assert held_by(watched.commands) == []
    assert held_by(watched.paths) == []
    assert subprocess.run(["git", "status"], cwd=place, check=True, capture_output=True).returncode == 0
