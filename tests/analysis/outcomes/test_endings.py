"""What the reason of an ending says about the ending, in the words of many; else the last appointment up to it."""

from datetime import timedelta
from pathlib import Path

import pytest

from goalctl.analysis.outcomes.ending import ended_unplanned
from goalctl.documents.read import read_data
from tests.analysis.invented import plan_of, week

REASONS = read_data((Path(__file__).parent / "endings.yaml").read_text())[0]
KEPT, MISSED = {"date": week(19)}, {"date": week(19), "kind": "no-show"}


def is_unplanned(reason, *log):
    return ended_unplanned(plan_of(status="discharged", discharge={"on": week(20), "reason": reason}, sessions=log))


@pytest.mark.parametrize("reason", REASONS["planned"])
def test_what_was_agreed_on_or_completed_is_planned_whatever_was_missed(reason):
    assert is_unplanned(reason, MISSED) is False


@pytest.mark.parametrize("reason", REASONS["unplanned"])
def test_who_stayed_away_or_broke_off_ended_unplanned_even_when_seen_last(reason):
    assert is_unplanned(reason, KEPT) is True


@pytest.mark.parametrize("reason", [*REASONS["says neither"], *REASONS["not understood"], None])
def test_where_the_reason_says_neither_the_last_appointment_tells(reason):
    assert [is_unplanned(reason, last) for last in (KEPT, MISSED)] == [False, True]


def later(entry, days):
    return {**entry, "date": week(20) + timedelta(days=days)}


@pytest.mark.parametrize(
    ("log", "unplanned"),
    [
        ([], False),
        ([MISSED], True),
        ([{**MISSED, "kind": "cancelled"}], False),
        ([MISSED, {**KEPT, "kind": "cancelled", "date": week(20)}], True),
        ([KEPT, later(MISSED, 0)], True),
        ([KEPT, later(MISSED, 1)], False),
        ([KEPT, {**later(KEPT, 7), "kind": "cancelled"}], False),
        ([MISSED, later(KEPT, 1)], True),
        ([MISSED, {**KEPT, "kind": "outreach", "date": week(20)}], True),
    ],
    ids=[
        "none", "missed", "cancelled", "missed, the next was cancelled", "missed on the day of the end",
        "missed a day later", "cancelled a week later", "seen after the end", "nobody was reached",
    ],
)  # fmt: skip
def test_the_last_appointment_is_one_up_to_the_end_that_was_kept_or_missed(log, unplanned):
    assert is_unplanned("moved away", *log) is unplanned
