"""What every new entry carries: an id that nothing else in the plan has, and the moment it was written."""

import re
from datetime import datetime

import pytest

from goalctl.documents.change import AppendItem, InsertKey, SetScalar, data_after
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.workspace.edits.additions import new_entry_id
from goalctl.workspace.edits.stamp import format_edit, stamped_edits

NOW = datetime(2026, 11, 26, 15, 40)  # noqa: DTZ001 - a practice's own clock
RANDOM = re.compile(r"[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}")
ENTRIES = {
    "a session": (("sessions",), {"date": "2026-03-02", "note": "x"}),
    "a change": (("changes",), {"on": "2026-03-02", "what": "status"}),
    "a review": (("reviews",), {"on": "2026-03-02", "decision": "continue"}),
    "an agreement": (("agreements",), {"on": "2026-03-02", "who": "client", "how": "signed"}),
    "an amendment": (("sessions", 0, "amended"), {"on": "2026-03-02", "set": {"note": "y"}, "because": "x"}),
}
DATA = {"client": "c-ab1", "sessions": [{"date": "2026-02-02", "note": "before"}]}
each_kind = pytest.mark.parametrize(("path", "entry"), ENTRIES.values(), ids=ENTRIES.keys())


def plan_of(data):
    plan, findings = record_from(Plan, data)
    assert plan is not None, findings
    return plan


def values(*edits, data=DATA, now=NOW):
    return [edit.value for edit in stamped_edits(plan_of(data), edits, now)]


@each_kind
def test_an_entry_begins_with_its_id_and_says_after_its_day_when_it_was_written(path, entry):
    ((first, *rest),) = (value.items() for value in values(AppendItem(path, entry)))
    assert first[0] == "id"
    assert RANDOM.fullmatch(first[1])
    day, *more = entry.items()
    assert rest == [day, ("written", "2026-11-26T15:40"), *more]


@each_kind
def test_what_was_given_is_not_overwritten(path, entry):
    given = {"id": "mine01", **entry, "written": "2026-03-02T09:00"}
    assert values(AppendItem(path, given)) == [given]


@each_kind
def test_where_nobody_knows_the_time_there_is_an_id_and_no_moment(path, entry):
    (value,) = values(AppendItem(path, entry), now=None)
    assert list(value) == ["id", *entry]


def test_entries_that_say_the_same_are_told_apart():
    path, entry = ENTRIES["a session"]
    ids = [value["id"] for value in values(*[AppendItem(path, entry)] * 50)]
    assert len(set(ids)) == 50


def test_what_is_shown_first_has_the_id_that_is_saved():
    edit = AppendItem(*ENTRIES["a session"])
    assert values(edit) == values(edit)


@each_kind
def test_an_id_that_the_plan_has_is_not_given_again(path, entry):
    edit = AppendItem(path, entry)
    (first,) = values(edit)
    (second,) = values(edit, data=data_after(DATA, [AppendItem(path, first)]))
    assert second["id"] != first["id"]


def test_an_id_that_a_task_has_is_not_given_again():
    session = {"date": "2026-03-02", "homework": [{"task": "walk"}]}
    edit = AppendItem(("sessions",), session)
    (first,) = values(edit)
    (second,) = values(edit, data=data_after(DATA, [AppendItem(("sessions",), first)]))
    assert not {second["id"], second["homework"][0]["id"]} & {first["id"], first["homework"][0]["id"]}


def test_each_task_gets_an_id_and_keeps_the_one_it_has():
    tasks = [{"for": "g1", "task": "walk"}, {"id": "h3", "task": "read"}, {"task": "rest"}]
    (value,) = values(AppendItem(("sessions",), {"date": "2026-03-02", "homework": tasks}))
    walk, read, rest = value["homework"]
    assert [list(task) for task in value["homework"]] == [["id", "for", "task"], ["id", "task"], ["id", "task"]]
    assert read == tasks[1]
    assert RANDOM.fullmatch(walk["id"])
    assert RANDOM.fullmatch(rest["id"])
    assert len({value["id"], walk["id"], rest["id"]}) == 3
    assert tasks[0] == {"for": "g1", "task": "walk"}


def test_taken_ids_are_avoided():
    content = {"date": "2026-03-02"}
    taken = set()
    for _ in range(20):
        found = new_entry_id(taken, content)
        assert found not in taken
        taken.add(found)


def test_a_void_mark_is_dated_and_has_no_id():
    mark = {"on": "2026-03-02", "because": "x"}
    (value,) = values(InsertKey(("sessions", 0), "void", mark))
    assert list(value.items()) == [("on", "2026-03-02"), ("written", "2026-11-26T15:40"), ("because", "x")]


@pytest.mark.parametrize(
    "edit",
    [
        AppendItem(("goals",), {"id": "g1", "goal": "x"}),
        AppendItem(("diary",), {"date": "2026-03-02", "g1": "3"}),
        AppendItem(("sessions", 0, "signed"), {"by": "m.kowalski", "on": "2026-03-02"}),
        InsertKey(("sessions", 0), "risk", {"level": "low"}),
        SetScalar(("status",), "active"),
    ],
    ids=["a goal", "a diary day", "a signature", "a risk", "a key"],
)
def test_what_is_no_entry_stays_as_it_is(edit):
    assert stamped_edits(plan_of(DATA), [edit], NOW) == [edit]


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("# mine\nclient: c-ab1\n", {"format": "2", "client": "c-ab1"}),
        ("client: c-ab1\nformat: 1\n", {"client": "c-ab1", "format": "2"}),
    ],
    ids=["unstated", "stated"],
)
def test_the_format_is_raised_where_it_stands_or_at_the_top(text, raised):
    data, _ = read_data(text)
    assert data_after(data, [format_edit(data)]) == raised
