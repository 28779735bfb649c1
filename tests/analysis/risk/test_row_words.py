"""A row in a sentence, state by state."""

import pytest

from goalctl.analysis.risk.row_words import follow_up_line, row_in_words, told_rows
from tests.analysis.risk.at_risk import NINE, day, entry, phq, picture, record, rows, screener

HIGH = screener(q1="yes", q2="yes", q5="yes", q6="yes", q7="yes")
CLOSING = record(2, close=["suicide"], because="handed over to the crisis team")
WORDS = {
    "open": ([phq(answer=2)], 0, "suicide: phq-9 q9 endorsed (2) on 2026-03-02, no follow-up recorded"),
    "by record": (
        [record(plan="tablets")],
        0,
        "suicide: plan tablets recorded on 2026-03-02, no follow-up recorded",
    ),
    "decide": (
        [HIGH],
        0,
        (
            "suicide: c-ssrs-screener q7 endorsed (yes) on 2026-03-02 (and 3 more); "
            "a risk form was completed on 2026-03-02: what was decided?"
        ),
    ),
    "under": ([record(ideation="passive", follow_up=7)], 1, "suicide: under follow-up until 2026-03-09"),
    "today": ([record(ideation="passive", follow_up=7)], 7, "suicide: follow-up is today"),
    "passed": (
        [record(ideation="passive", follow_up=7), entry(9)],
        9,
        "suicide: the follow-up of 2026-03-09 has passed; 1 session since without asking, the last on 2026-03-11",
    ),
    "quiet": ([record(ideation="passive")], 1, "suicide: asked on 2026-03-02, to be asked again by 2026-03-30"),
    "again": ([record(ideation="passive")], 40, "suicide: time to ask again: the last answer held until 2026-03-30"),
    "missed": (
        [record(ideation="passive", follow_up=20), entry(3, kind="no-show")],
        4,
        (
            "suicide: missed appointment on 2026-03-05, reach out by Fri 2026-03-06, not tried yet; "
            "under follow-up until 2026-03-22"
        ),
    ),
    "closed": (
        [phq(), CLOSING],
        4,
        "suicide: closed on 2026-03-04 without asking: handed over to the crisis team",
    ),
    "whose, and ahead": (
        [entry(9, forms={"phq-9@anna": [*NINE, 1]})],
        0,
        "anna: suicide: phq-9@anna q9 endorsed (1) on 2026-03-11, no follow-up recorded; dated ahead",
    ),
}


@pytest.mark.parametrize("case", WORDS)
def test_a_row_in_words(case):
    sessions, today, expected = WORDS[case]
    assert row_in_words(rows(*sessions, today=today)[0]) == expected


def test_what_is_under_follow_up_is_told_in_one_line_without_what_is_closed_or_needs_an_act():
    asked = [record(0, ideation="passive", follow_up=25), record(1, concern="self-harm", level="low", follow_up=20)]
    both = picture(*asked, today=4)
    assert follow_up_line(both) == "2 under follow-up, nearest 2026-03-22: suicide, self-harm"
    closed = picture(*asked, record(2, close=["self-harm"], because="over"), today=4)
    assert follow_up_line(closed) == "1 under follow-up, nearest 2026-03-27: suicide"
    assert follow_up_line(picture(*asked, today=20)) == "1 under follow-up, nearest 2026-03-27: suicide"
    assert follow_up_line(picture(today=4)) == ""


@pytest.mark.parametrize("today", [6, 7, 8], ids=["the day before", "the day itself", "the day after"])
def test_a_follow_up_is_listed_under_its_own_day_before_on_and_after_it(today):
    (row,) = told_rows(picture(record(ideation="passive", follow_up=7), today=today), "c-ab1", today=day(today))
    assert (row.day, row.needs_act) == (day(7), today >= 7)
