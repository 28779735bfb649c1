"""A plan that iCloud keeps off this computer: the client is named wherever clients are, and never made anew.

In its place lies a hidden file, which was passed over: an empty caseload, and "nothing is wrong around the plans".
"""

import pytest

from tests.faults.repositories import begin

TOLD = "c-ab1.yaml is in iCloud, not on this computer"


@pytest.fixture
def placeholder(plan_file):
    return plan_file.rename(plan_file.parent / ".c-ab1.yaml.icloud")


@pytest.mark.usefixtures("placeholder")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 3),
        (("caseload",), 3),
        (("today",), 3),
        (("due",), 3),
        (("show", "c-ab1"), 3),
        (("log-session", "c-ab1", "g1.1=3"), 3),
        (("export", "--format", "csv"), 3),
        (("check", "--select", "E"), 1),
        (("doctor",), 1),
    ],
    ids=lambda words: " ".join(words[:1]) if isinstance(words, tuple) else "",
)
def test_a_client_whose_plan_is_elsewhere_is_named(goalctl, words, status):
    told = goalctl(*words, status=status)
    assert TOLD in " ".join((told.out + told.err).split())


def test_it_is_not_made_a_second_time(goalctl, placeholder):
    refused = goalctl("add-client", "c-ab1", status=2)
    assert refused.err.startswith(f"goalctl: c-ab1 may be there already: plans/.c-ab1.yaml.icloud: {TOLD}\n")
    assert not (placeholder.parent / "c-ab1.yaml").exists()


def test_other_hidden_files_are_nobody_s(goalctl, plan_file):
    for name in (".icloud", ".c-ab2.icloud", ".notes.txt.icloud", ".hidden.yaml"):
        (plan_file.parent / name).write_text("", encoding="utf-8")
    assert TOLD not in goalctl("check", "--select", "E", status=0).out


def test_settings_that_are_elsewhere_are_not_made_anew(goalctl, practice):
    """The hint was to make another workspace in their place."""
    (practice / "goalctl.yaml").rename(practice / ".goalctl.yaml.icloud")
    told = goalctl("caseload", status=3)
    assert told.err == (
        f"goalctl: goalctl.yaml of {practice} is in iCloud, not on this computer\n"
        "   hint: fetch it in Finder, and let the workspace be kept downloaded\n"
    )


NOTE = "notes/c-ab1/2026-02-02.md"
AWAY = f"{NOTE} cannot be read: it is in iCloud, not on this computer"
FETCH = "fetch it in Finder, and let the workspace be kept downloaded"


@pytest.fixture
def note(practice, plan_file):
    """A linked long note of which only the placeholder is here."""
    linked = plan_file.read_text(encoding="utf-8") + f"  - {{id: n0te01, date: 2026-02-02, note_file: {NOTE}}}\n"
    plan_file.write_text(linked, encoding="utf-8")
    path = practice / NOTE
    path.parent.mkdir(parents=True)
    path.with_name(f".{path.name}.icloud").write_text("", encoding="utf-8")
    return path


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("words", [("check", "--select", "E"), ("doctor",)], ids=" ".join)
def test_a_long_note_that_is_elsewhere_is_told_as_that(goalctl, words):
    """It read "there is no such file", with the hint to look for it in a backup."""
    told = " ".join(goalctl(*words, status=1).out.split())
    assert AWAY in told
    assert FETCH in told
    assert "last backup" not in told.partition(AWAY)[2].partition(FETCH)[0]


def test_git_brings_no_second_note_beside_one_that_is_elsewhere(goalctl, practice, note):
    """iCloud would have brought its own beside it, as a second copy."""
    note.write_text("A long note.\n", encoding="utf-8")
    begin(practice)
    note.unlink()
    told = goalctl("doctor", "--fix")
    assert AWAY in " ".join((told.out + told.err).split())
    assert not note.exists()
    note.with_name(f".{note.name}.icloud").unlink()
    goalctl("doctor", "--fix")
    assert note.read_text(encoding="utf-8") == "A long note.\n"


@pytest.mark.parametrize("folder", ["forms", "planners", "templates"])
def test_a_file_of_the_practice_s_own_library_that_is_elsewhere_is_named(goalctl, practice, folder):
    """What ships was used in its place, and nothing said so."""
    (practice / folder).mkdir(exist_ok=True)
    (practice / folder / ".phq-9.yaml.icloud").write_text("", encoding="utf-8")
    found = " ".join(goalctl("check", "--select", "E", status=1).out.split())
    assert f"{folder}/.phq-9.yaml.icloud" in found
    assert "phq-9.yaml is in iCloud, not on this computer" in found
