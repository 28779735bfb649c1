"""Reaching out to a client who did not come while risk is open: by when, what was tried, and what ends it."""

from datetime import date

import pytest

from goalctl.analysis.risk.outreach import next_working_day
from goalctl.analysis.risk.row_words import row_in_words, told_rows
from tests.analysis.risk.at_risk import CLOSED, MISSED, UNDER, day, entry, phq, picture, record, rows, told

ASKED = record(ideation="passive", follow_up=25)
THURSDAY, FRIDAY, MONDAY = 3, 4, 7


def missed(number: int, *, kind: str = "no-show") -> dict:
    return entry(number, kind=kind)


def tried(number: int) -> dict:
    return entry(number, kind="outreach", note="two calls, left word")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-03-05", "2026-03-06"),
        ("2026-03-06", "2026-03-09"),
        ("2026-03-07", "2026-03-09"),
        ("2026-03-08", "2026-03-09"),
        ("2026-03-09", "2026-03-10"),
        ("2027-12-31", "2028-01-03"),
    ],
    ids=["Thursday", "Friday", "Saturday", "Sunday", "Monday", "the last Friday of a year"],
)
def test_the_next_working_day_is_from_monday_to_friday(after, expected):
    assert next_working_day(date.fromisoformat(after)) == date.fromisoformat(expected)


@pytest.mark.parametrize("kind", ["no-show", "cancelled"])
@pytest.mark.parametrize(("number", "by"), [(THURSDAY, FRIDAY), (FRIDAY, MONDAY), (MONDAY, MONDAY + 1)])
def test_a_missed_appointment_is_due_to_be_reached_out_for_on_the_next_working_day(kind, number, by):
    (row,) = rows(ASKED, missed(number, kind=kind), today=number)
    assert row.outreach.by == day(by)
    assert [one.day for one in told_rows(picture(ASKED, missed(number), today=number), "c-ab1", today=day(number))] == [
        day(by)
    ]


@pytest.mark.parametrize("today", [FRIDAY, MONDAY - 1, MONDAY, MONDAY + 1], ids=["missed", "before", "due", "after"])
def test_it_needs_an_act_from_the_day_on_and_trying_is_not_reaching(today):
    assert told(ASKED, missed(FRIDAY), today=today) == MISSED
    assert told(ASKED, missed(FRIDAY), tried(today), today=today) == MISSED


def test_every_try_is_told_with_its_day():
    (row,) = rows(ASKED, missed(FRIDAY), tried(MONDAY), tried(MONDAY + 1), today=MONDAY + 1)
    assert row_in_words(row) == (
        "suicide: missed appointment on 2026-03-06, reach out by Mon 2026-03-09, tried on 2026-03-09, 2026-03-10; "
        "under follow-up until 2026-03-27"
    )


def test_an_appointment_that_was_cancelled_is_called_so_until_a_later_one_is_missed():
    (row,) = rows(ASKED, missed(FRIDAY, kind="cancelled"), tried(MONDAY), today=MONDAY)
    assert row_in_words(row).startswith("suicide: cancelled appointment on 2026-03-06, reach out by Mon 2026-03-09")
    (row,) = rows(ASKED, missed(FRIDAY, kind="cancelled"), missed(FRIDAY + 7), today=FRIDAY + 7)
    assert row_in_words(row).startswith("suicide: missed appointment on 2026-03-13, ")


def test_a_try_before_anything_was_missed_is_none():
    (row,) = rows(ASKED, tried(1), missed(FRIDAY), today=FRIDAY)
    assert row.outreach.tried == ()


def test_who_misses_again_is_to_be_reached_by_a_later_day_and_what_was_tried_stays():
    (row,) = rows(ASKED, missed(FRIDAY), tried(MONDAY), missed(FRIDAY + 7), today=FRIDAY + 7)
    assert (row.outreach.by, row.outreach.tried) == (day(MONDAY + 7), (day(MONDAY),))


@pytest.mark.parametrize("kind", ["session", "phone", "crisis", "intake", "group"])
def test_it_ends_when_the_client_was_seen_or_spoken_with(kind):
    assert told(ASKED, missed(FRIDAY), tried(MONDAY), entry(MONDAY + 1, kind=kind), today=MONDAY + 1) == UNDER


@pytest.mark.parametrize("kind", ["outreach", "journal", "no-show"])
def test_it_does_not_end_with_an_entry_without_the_client(kind):
    assert told(ASKED, missed(FRIDAY), entry(MONDAY, kind=kind), today=MONDAY) == MISSED


def test_a_void_contact_reaches_nobody():
    void = entry(MONDAY, kind="phone", void={"on": day(MONDAY), "because": "another client"})
    assert told(ASKED, missed(FRIDAY), void, today=MONDAY) == MISSED


def test_the_supervisor_closes_it_and_the_next_endorsement_opens_it_again():
    closing = record(8, close=["suicide"], because="unreachable; police and GP informed, s.lee")
    assert told(ASKED, missed(FRIDAY), tried(MONDAY), closing, today=8) == CLOSED
    assert told(ASKED, missed(FRIDAY), closing, phq(9), today=9) == [("open", True)]


def test_a_record_that_closes_one_thing_and_finds_another_tells_of_that():
    closing = {"close": ["self-harm"], "because": "not once since the spring"}
    assert told(record(ideation="passive", follow_up=25, **closing), today=FRIDAY) == UNDER


def test_without_open_risk_a_missed_appointment_is_none_of_this():
    assert rows(missed(FRIDAY), today=FRIDAY) == ()
    assert rows(record(ideation="none"), missed(FRIDAY), today=FRIDAY) == ()


def test_an_appointment_missed_on_the_day_on_which_it_was_asked_about_is_none_either():
    asked = record(FRIDAY, ideation="passive", follow_up=25)
    assert told(asked, missed(FRIDAY), today=MONDAY) == UNDER
    assert told(asked, missed(FRIDAY + 1), today=MONDAY) == MISSED


@pytest.mark.parametrize(
    ("asked_at", "missed_at", "stands"),
    [
        ("09:00-09:20", "15:00-15:50", MISSED),
        ("09:00-09:20", "09:00-09:50", UNDER),
        ("16:00-16:20", "15:00-15:50", UNDER),
        ("09:00-09:20", None, UNDER),
        (None, "15:00-15:50", UNDER),
    ],
    ids=["missed after", "at the same hour", "asked after", "missed at no hour", "asked at no hour"],
)
def test_of_one_day_an_appointment_counts_as_missed_where_the_hours_prove_that_it_came_after(
    asked_at, missed_at, stands
):
    asked = record(FRIDAY, kind="phone", ideation="passive", follow_up=25) | {"time": asked_at}
    assert told(asked, missed(FRIDAY) | {"time": missed_at}, today=MONDAY) == stands


def test_of_one_day_a_contact_after_the_missed_appointment_reaches_the_client():
    asked = record(FRIDAY, kind="phone", ideation="passive", follow_up=25) | {"time": "09:00-09:20"}
    late = missed(FRIDAY) | {"time": "15:00-15:50"}
    assert told(asked, late, tried(FRIDAY) | {"time": "15:20-15:30"}, today=MONDAY) == MISSED
    assert told(asked, late, entry(FRIDAY, kind="phone"), today=MONDAY) == UNDER


def test_beside_an_item_that_is_open_anyway_it_is_told_too():
    (row,) = rows(phq(), missed(FRIDAY), tried(MONDAY), today=MONDAY)
    assert row_in_words(row).endswith(
        "; missed appointment on 2026-03-06, reach out by Mon 2026-03-09, tried on 2026-03-09"
    )
