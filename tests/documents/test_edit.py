from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from goalctl.documents.edit import AppendItem, EditError, InsertKey, RemoveItem, SetScalar, data_after, text_after
from goalctl.documents.read import read_data


def cases():
    """From `edits.txt`: a title, the text before, the edits behind `>>>`, the text after."""
    table = (Path(__file__).parent / "edits.txt").read_text(encoding="utf-8")
    for case in table.removeprefix("#### ").removesuffix("\n").split("\n\n#### "):
        title, _, rest = case.partition("\n")
        before, *middle, last = f"\n{rest}\n".split("\n>>> ")
        last, _, after = last.partition("\n")
        yield pytest.param(before[1:] + "\n", [edit_of(line) for line in [*middle, last]], after, id=title)


def edit_of(line):
    word, place, *rest = line.split(" ", 2)
    path = tuple(int(step) if step.isdigit() else step for step in place.split("/")) if place != "." else ()
    beside, _, fields = " ".join(rest).rpartition(" | ")
    match word:
        case "set":
            return SetScalar(path, value_of(fields))
        case "append":
            return AppendItem(path, value_of(fields))
        case "insert":
            ((key, value),) = read_data(fields)[0].items()
            return InsertKey(path, key, value, **dict([beside.split()] if beside else []))
    return RemoveItem(path)


def value_of(words):
    quoted = words if words[0] in '"{[' or words == "null" else f'"{words}"'
    return read_data(f"value: {quoted}")[0]["value"]


CASES = list(cases())


@pytest.mark.parametrize(("before", "edits", "after"), CASES)
def test_an_edit_changes_this_and_nothing_else(before, edits, after):
    assert text_after(before, edits) == after


@pytest.mark.parametrize(("before", "edits", "after"), CASES)
def test_an_edit_changes_a_windows_file_in_the_same_way(before, edits, after):
    text = text_after(before.replace("\n", "\r\n"), edits)
    assert text == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1", "a: 1\nz: 9\n"),
        ("a:", "a:\nz: 9\n"),
        ("a: 1  # why", "a: 1  # why\nz: 9\n"),
        ("a: |\n  b", "a: |-\n  b\nz: 9\n"),
        ("a: >2+\n  b", "a: >2-\n  b\nz: 9\n"),
        ("a: |\n  b\n ", "a: |\n  b\nz: 9\n "),
        ("a: 1\r\nb: 2\r\nc: 3\nd: 4", "a: 1\r\nb: 2\r\nc: 3\nd: 4\r\nz: 9\r\n"),
    ],
    ids=["a value", "none", "a comment", "a literal", "a folded block", "spaces", "mixed newlines"],
)
def test_a_text_without_a_final_newline_gets_one_and_keeps_its_data(before, after):
    assert text_after(before, [InsertKey((), "z", "9")]) == after


def test_a_text_of_several_lines_at_the_end_ends_in_a_line_break():
    assert text_after("a: x", [SetScalar(("a",), "one\ntwo\n")]) == "a: |\n  one\n  two\n"
    assert text_after("a: x", [SetScalar(("a",), "one")]) == "a: one"


PLAN = """\
# yaml-language-server: $schema=plan.schema.json
client: c-0t9b
goals:
  - id: g1
    goal: Sleep through

sessions:                           # append-only
  - id: 4k7q2m
    date: 2026-02-02
    scores: {g1: 2, g1@clinician: 3}
    forms:
      phq-9: [2, 2, 3, 2, 1, 2, 2, 1, 1]
    note: >
      Slept four hours.
    homework:
      - {id: h1, for: g1, task: No screens after nine}
    signed: [{by: s.lee, on: 2026-02-02}]
"""
SESSION = {
    "id": "8w2xpd",
    "date": "2026-02-09",
    "scores": {"g1": "4", "g1@clinician": "4"},
    "forms": {"phq-9": ["1", "2", "2", "2", "1", "1", "1", "1", "0"]},
    "homework_done": {"h1": "yes"},
    "note": "Slept six hours.\nStill wakes at four; no nightmares.\n",
    "homework": [{"id": "h2", "for": "g1", "task": "Up at seven, at weekends, too"}],
}


def test_a_session_is_logged_in_added_lines_only():
    after = text_after(PLAN, [AppendItem(("sessions",), SESSION)])
    marks = {line[0] for line in difflib.ndiff(PLAN.splitlines(), after.splitlines())}
    assert marks == {" ", "+"}
    assert after.startswith(PLAN)


def test_a_session_is_written_as_a_person_would():
    after = text_after(PLAN, [AppendItem(("sessions",), SESSION)])
    assert (
        after.removeprefix(PLAN)
        == """\
  - id: 8w2xpd
    date: 2026-02-09
    scores: {g1: 4, g1@clinician: 4}
    forms: {phq-9: [1, 2, 2, 2, 1, 1, 1, 1, 0]}
    homework_done: {h1: yes}
    note: |
      Slept six hours.
      Still wakes at four; no nightmares.
    homework:
      - {id: h2, for: g1, task: "Up at seven, at weekends, too"}
"""
    )


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (SetScalar(("goals",), "x"), "goals holds something else than this change is for"),
        (SetScalar((), "x"), "the top of the file holds something else than this change is for"),
        (SetScalar(("goals", 4), "x"), "goals[5] is not there to be changed"),
        (SetScalar(("client", "name"), "x"), "client holds something else than this change is for"),
        (AppendItem(("client",), "x"), "client holds something else than this change is for"),
        (InsertKey(("goals",), "g9", "x"), "goals holds something else than this change is for"),
        (InsertKey(("goals", 0), "id", "g9"), "goals[1].id is there already"),
        (RemoveItem(("goals", 0, "smart")), "goals[1].smart is not there to be removed"),
        (RemoveItem(()), "the top of the file is not there to be removed"),
        (RemoveItem(("goals", -1)), "goals[0] is not there to be removed"),
        (
            SetScalar(("client",), "a\x1bb"),
            "this can't be written: a text holds an escape character, as terminals use for colours",
        ),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edit, message):
    with pytest.raises(EditError) as told:
        text_after(PLAN, [edit])
    assert told.value.message.startswith(message)


@pytest.mark.parametrize("text", ["a: [", "", "a: &x 1", "a: 1\na: 2"], ids=["broken", "empty", "anchor", "twice"])
def test_a_text_that_cannot_be_read_is_not_changed(text):
    with pytest.raises(EditError, match="can't be read"):
        text_after(text, [SetScalar(("a",), "1")])


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (SetScalar(("client",), "c1"), "this change would alter something else in the file"),
        (InsertKey((), "x" * 2000, "1"), "this change can't be written into the file as it stands"),
    ],
    ids=["other data", "no YAML"],
)
def test_a_splice_that_would_go_wrong_is_refused(edit, message):
    with pytest.raises(EditError) as told:
        text_after('client: "x"# a comment without a space', [edit])
    assert told.value.message == message


def test_data_is_left_alone_by_what_is_changed():
    data = {"goals": [{"id": "g1"}]}
    assert data_after(data, [AppendItem(("goals",), "x")]) == {"goals": [{"id": "g1"}, "x"]}
    assert data == {"goals": [{"id": "g1"}]}


def test_a_text_of_several_lines_takes_in_no_comment_that_stands_as_deep_behind_a_blank_line():
    text = "id:\n - g1\n\n  # the end\n"
    assert text_after(text, [SetScalar(("id", 0), "one\ntwo\n")]) == 'id:\n - "one\\ntwo\\n"\n\n  # the end\n'
