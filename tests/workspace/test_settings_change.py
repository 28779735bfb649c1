"""A change of the settings: on what stands there, checked, committed apart from what a person edited by hand."""

import pytest

from goalctl.documents.change import AppendItem, SetScalar
from goalctl.documents.read import read_data
from goalctl.workspace.store.practice import BadSettingsError, practice_at
from goalctl.workspace.store.transaction.settings import SettingsRefusedError, change_settings
from tests.faults.repositories import begin, git

COVER = {"of": "m.kowalski", "by": "s.lee", "from": "2026-03-02", "to": "2026-03-06"}


def added(_settings):
    return [AppendItem(("covers",), COVER)]


def test_what_an_editor_saves_at_that_moment_stays(practice):
    path = practice / "goalctl.yaml"
    looks = []

    def meanwhile(settings):
        looks.append(settings.paper)
        if len(looks) == 1:
            path.write_bytes(path.read_bytes() + b"paper: letter   # new printer\n")
        return added(settings)

    change_settings(practice_at(practice), meanwhile, "a cover")
    assert looks == ["a4", "letter"]
    text = path.read_text(encoding="utf-8")
    assert "paper: letter   # new printer\n" in text
    assert read_data(text)[0]["covers"] == [COVER]


@pytest.mark.parametrize(
    ("edits", "why"),
    [([SetScalar(("covers",), "nobody")], "covers"), ([SetScalar(("format",), "99")], "format")],
    ids=["another shape", "a newer format"],
)
def test_what_would_be_no_settings_is_refused_and_nothing_is_written(practice, edits, why):
    before = (practice / "goalctl.yaml").read_bytes()
    with pytest.raises(SettingsRefusedError):
        change_settings(practice_at(practice), lambda _: edits, why)
    assert (practice / "goalctl.yaml").read_bytes() == before


def test_settings_that_can_t_be_read_are_not_written_over(practice):
    (practice / "goalctl.yaml").write_text("clinician: [\n", encoding="utf-8")
    with pytest.raises(BadSettingsError):
        change_settings(practice_at(practice), added, "a cover")
    assert (practice / "goalctl.yaml").read_text(encoding="utf-8") == "clinician: [\n"


def test_what_was_edited_by_hand_is_a_commit_of_its_own(practice):
    begin(practice)
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("paper: letter\n")
    assert change_settings(practice_at(practice), added, "a cover") == ""
    assert git(practice, "log", "--format=%s", "-2").splitlines() == [
        "goalctl.yaml: a cover",
        "goalctl.yaml: edited by hand",
    ]
    assert git(practice, "status", "--porcelain") == ""


def test_nothing_to_change_writes_nothing(practice):
    practice_then = practice_at(practice)
    change_settings(practice_then, lambda _: [], "nothing")
    assert practice_then.account.saved == []
