"""Long notes: made once, found again, linked; never overwritten and never outside the workspace."""

from datetime import date

import pytest

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.notes import (
    create_note,
    discard_note,
    is_there,
    note_findings,
    note_named,
    note_names,
)
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan

DAY = date(2026, 3, 2)
TEXT = "He came late.\n\n## Plan\n\n- call the brother"


def test_a_note_has_front_matter_and_is_found_again(practice):
    name = create_note(practice_at(practice), "c-ab1", DAY, TEXT, by="m.kowalski", form="dap")
    assert (practice / name).read_text(encoding="utf-8") == (
        f"---\nclient: c-ab1\ndate: 2026-03-02\nby: m.kowalski\nform: dap\n---\n\n{TEXT}\n"
    )
    note = note_named(practice_at(practice), name)
    assert (note.head["form"], note.text) == ("dap", TEXT)


def test_a_second_note_of_a_day_stands_beside_the_first(practice):
    names = [create_note(practice_at(practice), "c-ab1", DAY, text) for text in ("one", "two")]
    assert names == ["notes/c-ab1/2026-03-02.md", "notes/c-ab1/2026-03-02-2.md"]
    assert set(note_names(practice_at(practice), "c-ab1")) == set(names)
    assert note_named(practice_at(practice), names[0]).text == "one"


def test_a_note_of_a_session_is_named_by_its_id_so_that_two_clones_never_collide(practice):
    names = [create_note(practice_at(practice), "c-ab1", DAY, "one", session=id_) for id_ in ("abc123", "def456")]
    assert names == ["notes/c-ab1/2026-03-02-abc123.md", "notes/c-ab1/2026-03-02-def456.md"]


def test_notes_are_private(practice):
    name = create_note(practice_at(practice), "c-ab1", DAY, TEXT)
    assert (practice / "notes").stat().st_mode & 0o077 == 0
    assert (practice / name).stat().st_mode & 0o077 == 0


def test_a_note_can_be_taken_back(practice):
    name = create_note(practice_at(practice), "c-ab1", DAY, TEXT)
    discard_note(practice_at(practice), name)
    assert note_names(practice_at(practice), "c-ab1") == ()


def test_a_note_outside_the_workspace_is_not_read(practice, tmp_path_factory):
    secret = tmp_path_factory.mktemp("other") / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (practice / "notes").mkdir()
    (practice / "notes" / "link.md").symlink_to(secret)
    for name in ("notes/link.md", str(secret), f"../{secret.parent.name}/secret.md"):
        with pytest.raises(UnreadableFileError):
            note_named(practice_at(practice), name)


def test_lost_notes_and_notes_without_an_entry_are_told(practice, plan_file):
    create_note(practice_at(practice), "c-ab1", DAY, TEXT)
    text = plan_file.read_text(encoding="utf-8").replace("{g1.1: 2}\n", "{g1.1: 2}\n    note_file: notes/c-ab1/x.md\n")
    plan_file.write_text(text, encoding="utf-8")
    now = practice_at(practice)
    plan = case_plan(now, scan(practice).files[0]).plan
    assert [(found.code, found.path) for found in note_findings(now, plan)] == [
        ("E261", ("sessions", 1, "note_file")),
        ("E262", ()),
    ]


def test_a_lost_note_that_an_amendment_links_is_told(practice, plan_file):
    amended = "    amended: [{on: 2026-02-03, set: {note_file: notes/c-ab1/lost.md}, because: x}]\n"
    text = plan_file.read_text(encoding="utf-8").replace("    homework_done: {h1: yes}\n", f"    note: x\n{amended}")
    plan_file.write_text(text, encoding="utf-8")
    plan = case_plan(practice_at(practice), scan(practice).files[0]).plan
    assert [(finding.code, finding.path) for finding in note_findings(practice_at(practice), plan)] == [
        ("E261", ("sessions", 1, "note_file"))
    ]


@pytest.mark.parametrize(("name", "there"), [("notes/c-ab1/2026-03-02.md", True), ("notes/lost.md", False)])
def test_git_is_given_only_notes_that_are_there(practice, name, there):
    create_note(practice_at(practice), "c-ab1", DAY, TEXT)
    assert is_there(practice_at(practice), name) is there
    assert not is_there(practice_at(practice), f"../{name}")
