"""Late entries: written long after the day they are about, and marked as that wherever they stand."""

from datetime import date

import pytest
from invented import FORMS, plan_of

from goalctl.analysis.case import Case
from goalctl.analysis.history.events import has_history, history_of
from goalctl.analysis.history.late import end_of, is_late
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.plan import Review
from goalctl.model.scalars import Duration
from goalctl.model.session import Session
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.rules.a_entries import written_late
from goalctl.rules.rule import RuleCase
from goalctl.views.page import plain_page
from goalctl.views.screens.plan import plan_page
from goalctl.views.words.entries import entry_marks

THREE_DAYS = Duration(3, "d")
HELD = {"id": "abc234", "date": "2026-02-02", "time": "10:00-10:53", "by": "m.kowalski"}
WRITTEN = {
    "the day before": ({}, "2026-02-04T23:00", False),
    "exactly 72 hours": ({}, "2026-02-05T10:53", False),
    "a minute more": ({}, "2026-02-05T10:54", True),
    "the day after": ({}, "2026-02-06T09:00", True),
    "before it was over": ({}, "2026-02-02T10:00", False),
    "without a moment": ({}, None, False),
    "from start and minutes, exactly": ({"time": "10:00", "minutes": "30"}, "2026-02-05T10:30", False),
    "from start and minutes, a minute more": ({"time": "10:00", "minutes": "30"}, "2026-02-05T10:31", True),
    "with a start alone, to the end of the day": ({"time": "10:00"}, "2026-02-06T00:00", False),
    "with a start alone, a minute more": ({"time": "10:00"}, "2026-02-06T00:01", True),
    "without a time, to the end of the day": ({"time": None}, "2026-02-06T00:00", False),
    "without a time, a minute more": ({"time": None}, "2026-02-06T00:01", True),
}


def entry(written, **keys):
    return {**HELD, "written": written, **keys}


@pytest.mark.parametrize("name", WRITTEN)
def test_an_entry_is_late_when_it_was_written_more_than_three_days_after_its_end(name):
    keys, written, late = WRITTEN[name]
    data = {key: value for key, value in entry(written, **keys).items() if value is not None}
    assert is_late(Session.model_validate(data), THREE_DAYS) is late
    case = RuleCase(plan_of(sessions=[data]), FORMS, date(2026, 3, 2), name="c-ab1")
    assert bool(list(written_late(case))) is late
    assert bool(case.late_entries) is late


@pytest.mark.parametrize(
    ("written", "late"),
    [
        pytest.param("2026-02-05T12:00", False, id="the day before"),
        pytest.param("2026-02-06T00:00", False, id="exactly"),
        pytest.param("2026-02-06T00:01", True, id="a minute more"),
    ],
)
def test_a_review_is_late_by_the_end_of_its_day(written, late):
    assert is_late(Review.model_validate({"on": "2026-02-02", "written": written}), THREE_DAYS) is late


def test_what_was_written_after_the_day_from_which_it_is_seen_is_late_too():
    review = Review.model_validate({"on": "2026-02-02", "written": "2026-02-03T09:00"})
    days = [date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 4)]
    assert [is_late(review, THREE_DAYS, today=day) for day in days] == [True, False, False]


def test_what_is_late_is_the_practice_s_to_say():
    plan = plan_of(sessions=[entry("2026-02-06T09:00")])
    assert not Case(plan, settings=Settings.model_validate({"late_after": "1w"})).late_entries


LATE = entry("2026-02-06T09:00")


def test_a_late_entry_is_marked_on_the_screen_and_in_the_record():
    case = Case.of(plan_of(sessions=[LATE]), FORMS, Settings(), date(2026, 3, 2))
    (marked,) = [line.text for line in entry_marks(case, case.plan.sessions[0]) if "late" in line.text]
    assert marked == "written 2026-02-06 09:00, late"
    page = plain_page(plan_page(case))
    assert "  written 2026-02-06 09:00, late\n" in page
    assert "1 entry written late: 2026-02-02 abc234\n" in page


def test_a_void_entry_is_not_late_any_more():
    plan = plan_of(sessions=[{**LATE, "void": {"on": "2026-02-07", "because": "slip"}}])
    assert not Case(plan).late_entries


def told(plan, item=""):
    return [(str(event.day), event.text) for event in history_of(Standpoint(plan), item=item)]


def test_history_tells_a_late_entry_on_the_day_it_was_written():
    assert ("2026-02-06", "session 2026-02-02 written 2026-02-06 09:00") in told(plan_of(sessions=[LATE]))


TRAIL = {
    "reviews": [{"id": "rev234", "on": "2026-02-02", "written": "2026-02-09T12:00"}],
    "changes": [
        {"id": "cha234", "on": "2026-02-02", "what": "clinician", "to": "s.lee", "written": "2026-02-03T12:00"}
    ],
    "agreements": [
        {"id": "agr234", "on": "2026-02-02", "who": "client", "how": "verbal", "written": "2026-02-09T12:00"}
    ],
    "sessions": [
        {
            **HELD,
            "homework": [{"id": "h1", "task": "Walk"}],
            "amended": [{"id": "ame234", "on": "2026-02-03", "because": "slip", "set": {"minutes": 50}}],
        },
        {"date": "2026-02-09", "homework_done": {"h1": "partly"}},
    ],
}
OF = {
    "rev234": [("2026-02-02", "review of the plan, written 2026-02-09 12:00")],
    "cha234": [("2026-02-02", "plan clinician none → s.lee")],
    "agr234": [("2026-02-02", "agreement of client: verbal, written 2026-02-09 12:00")],
    "ame234": [("2026-02-03", "session 2026-02-02 amended: minutes")],
    "abc234": [("2026-02-02", "log session 2026-02-02"), ("2026-02-03", "session 2026-02-02 amended: minutes")],
    "h1": [("2026-02-02", "h1 given"), ("2026-02-09", "h1 done: partly")],
}


@pytest.mark.parametrize("item", OF)
def test_history_is_asked_for_by_any_id(item):
    plan = plan_of(**TRAIL)
    assert has_history(plan, item)
    assert told(plan, item) == OF[item]


def test_of_an_unknown_id_there_is_no_history():
    assert not has_history(plan_of(**TRAIL), "zzz999")


@pytest.mark.parametrize(
    ("keys", "ended"),
    [
        ({"date": "2026-02-03", "time": "10:00-10:50"}, "2026-02-03 10:50"),
        ({"date": "2026-02-03", "time": "10:00", "minutes": "45"}, "2026-02-03 10:45"),
        ({"date": "2026-02-03", "time": "10:00"}, "2026-02-04 00:00"),
        ({"date": "2026-02-03", "minutes": "45"}, "2026-02-04 00:00"),
        ({"date": "9999-12-31", "time": "23:30", "minutes": "45"}, "9999-12-31 23:59"),
    ],
)
def test_when_an_entry_was_over(keys, ended):
    entry, wrong = record_from(Session, keys)
    assert not wrong
    assert f"{end_of(entry):%Y-%m-%d %H:%M}" == ended
