"""Each section of a plan says once how it is kept on record, and every place that goes through them knows it."""

from datetime import date, datetime

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.history.cut import dated_lists
from goalctl.analysis.history.difference import differences
from goalctl.analysis.history.events import history_of
from goalctl.analysis.history.kept import entries_not_kept
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.merge.identity import identities
from goalctl.analysis.merge.meaning import plans_united
from goalctl.cli.commands.set import MAY_GROW, OF_PLAN
from goalctl.documents.change import AppendItem
from goalctl.model.fields import records_of
from goalctl.model.plan import Plan
from goalctl.model.sections import Keeping, sections_that
from goalctl.model.settings import Settings
from goalctl.model.walk import entry_ids
from goalctl.model.written import record_data
from goalctl.workspace.edits.by_hand import changes_by_hand
from goalctl.workspace.edits.stamp import stamped_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.episode import LEFT_BEHIND
from tests.analysis.invented import plan_of

JANUARY, DAY = date(2026, 1, 31), date(2026, 3, 2)
FIELDS = Plan.model_fields
DAYS = {"date", "on", "from_", "since", "written", "opened"}
LOGS = sections_that(Plan, lambda kept: kept.is_log)
STAMPED = sections_that(Plan, lambda kept: kept.is_stamped)
EVENTS = sections_that(Plan, lambda kept: kept.is_event)
NEW = {
    "sessions": {"date": "2026-02-02", "note": "x"},
    "diary": {"date": "2026-02-02", "note": "x"},
    "changes": {"on": "2026-02-02", "what": "x-own", "to": "b"},
    "reviews": {"on": "2026-02-02", "note": "x"},
    "agreements": {"on": "2026-02-02", "who": "client", "how": "signed"},
    "releases": {"on": "2026-02-02", "to": "Dr Osei", "what": "letter"},
    "supervision": {"id": "abc123", "on": "2026-02-02", "about": "x"},
    "holds": {"from": "2026-02-02", "because": "abroad"},
    "discharge": {"on": "2026-02-02", "reason": "moved"},
}
each_log, each_event = pytest.mark.parametrize("log", LOGS), pytest.mark.parametrize("section", EVENTS)


def held(section, value=None):
    value = NEW[section] if value is None else value
    return {section: value if section == "discharge" else [value]}


def test_every_section_of_records_that_have_a_day_says_how_it_is_kept():
    dated = {name for name, field in FIELDS.items() for kind in records_of(field.annotation)
             if DAYS & kind.model_fields.keys()}  # fmt: skip
    marked = {name for name, field in FIELDS.items() if any(isinstance(mark, Keeping) for mark in field.metadata)}
    assert dated - marked == set()


def test_a_marked_section_of_events_has_the_key_of_its_field():
    assert [name for name in EVENTS if FIELDS[name].alias not in {None, name}] == []


def test_what_is_stamped_has_room_for_it_and_nothing_else_has():
    with_room = {name for name, field in FIELDS.items() for kind in records_of(field.annotation)
                 if {"id", "written"} <= kind.model_fields.keys()}  # fmt: skip
    assert set(STAMPED) == with_room


@pytest.mark.parametrize("section", STAMPED)
def test_what_is_stamped_gets_an_id_that_no_other_entry_gets(section):
    (edit,) = stamped_edits(plan_of(), [AppendItem((section,), NEW[section])], datetime(2026, 2, 3))  # noqa: DTZ001
    assert edit.value["written"] == "2026-02-03T00:00"
    assert edit.value["id"] in set(entry_ids(plan_of(**held(section, edit.value))))


@each_event
def test_what_is_of_a_day_to_come_is_not_there_yet(section):
    assert not getattr(as_of(plan_of(**held(section)), today=JANUARY, now=JANUARY), section)


@each_event
def test_git_and_the_file_tell_one_thing_once(section):
    """`history` said of a hold that it began, that the status was altered, and that there was one more."""
    status = {"holds": "on-hold", "discharge": "discharged"}.get(section, "active")
    before, after = plan_of(status="active"), plan_of(**held(section), status=status)
    seen = [event._replace(day=event.day or DAY) for event in differences(before, after)]
    opened, *told = history_of(Case.of(after, {}, Settings(), DAY), seen)
    assert opened.text == "plan opened"
    assert len(told) == 1


def test_what_is_a_log_stays_one():
    assert {*LOGS} == {"sessions", "diary", "changes", "reviews", "agreements", "releases", "supervision"}
    assert {*EVENTS} == {*LOGS, "holds", "discharge"}


@each_log
def test_a_log_only_grows(log):
    (gone,) = entries_not_kept(held(log), {}, "HEAD")
    assert gone.path == (log,)


@each_log
def test_set_leaves_a_log_as_it_is(log):
    assert log in OF_PLAN
    assert set(LOGS) - set(STAMPED) >= MAY_GROW


@each_log
def test_a_new_episode_has_a_record_of_its_own(log):
    assert log in LEFT_BEHIND[Plan]


@each_log
def test_what_two_clones_log_alike_is_told_apart_by_what_it_is_known_by(log):
    entry = {key: value for key, value in NEW[log].items() if key != "id"}
    (known,) = identities(log, [entry], [entry])
    assert known[0] == "known"


@each_log
def test_what_two_clones_log_of_one_day_and_thing_is_two_entries(log):
    mine, theirs = ({"client": "c-ab1", log: [{**NEW[log], "id": id_, "by": id_}]} for id_ in ("a", "b"))
    for one in (mine, theirs):
        if log in {"diary", "releases"}:
            del one[log][0]["id"]
    both = plans_united({"client": "c-ab1"}, mine, theirs)
    assert len(both.value[log]) == 2


def test_the_record_of_a_stretch_knows_the_day_of_everything_that_has_one():
    assert set(dated_lists()) == set(EVENTS)


@each_event
def test_what_hands_altered_or_took_away_is_on_record_or_told_by_check_against(section):
    """Of a hold and of the end of treatment it was neither."""
    was = plan_of(**held(section))
    key = next(key for key in ("because", "reason", "note", "about", "what", "who") if key in NEW[section])
    for now in (plan_of(**held(section, {**NEW[section], key: "otherwise"})), plan_of()):
        is_told = any(entries_not_kept(record_data(was), record_data(now), "HEAD"))
        assert is_told != bool(changes_by_hand(was, now, Trail(DAY)))


@each_event
def test_what_hands_add_there_speaks_for_itself(section):
    assert changes_by_hand(plan_of(), plan_of(**held(section)), Trail(DAY)) == []
