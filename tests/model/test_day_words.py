"""Days and stretches as people say them: each becomes one day, and what is none or two says so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.model.day_words import day_ahead_from, day_back_from, stretch_from, written_day_from
from goalctl.model.scalars import ScalarError, day_from, number_from

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-03-02"),
        ("Tomorrow", "2026-03-03"),
        ("fri", "2026-03-06"),
        ("Friday", "2026-03-06"),
        ("mon", "2026-03-09"),
        ("thurs", "2026-03-05"),
        ("+0d", "2026-03-02"),
        ("+2w", "2026-03-16"),
        ("2 weeks", "2026-03-16"),
        ("in 3 weeks", "2026-03-23"),
        ("in a week", "2026-03-09"),
        ("three months", "2026-06-02"),
        ("3 months from now", "2026-06-02"),
        ("12 weeks", "2026-05-25"),
        ("31 March", "2026-03-31"),
        ("March 31st", "2026-03-31"),
        ("2 march", "2026-03-02"),
        ("1 March", "2027-03-01"),
        ("1st of Sept.", "2026-09-01"),
        ("31 Mar 2027", "2027-03-31"),
        ("31-Mar-2027", "2027-03-31"),
        ("March 31, 2027", "2027-03-31"),
        ("2026-03-31", "2026-03-31"),
    ],
)
def test_a_day_ahead_is_the_next_that_fits(said, day):
    assert day_ahead_from(said, today=MONDAY).isoformat() == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("yesterday", "2026-03-01"),
        ("-0d", "2026-03-02"),
        ("-3d", "2026-02-27"),
        ("3 days ago", "2026-02-27"),
        ("a week ago", "2026-02-23"),
        ("mon", "2026-03-02"),
        ("fri", "2026-02-27"),
        ("2 March", "2026-03-02"),
        ("3 March", "2025-03-03"),
        ("Feb 28", "2026-02-28"),
    ],
)
def test_a_day_back_is_the_latest_that_fits(said, day):
    assert day_back_from(said, today=MONDAY).isoformat() == day


@pytest.mark.parametrize(
    ("read", "said", "hint"),
    [
        (day_ahead_from, "next friday", "write 2026-03-06 or 2026-03-13"),
        (day_ahead_from, "next monday", "write 2026-03-09 or 2026-03-16"),
        (day_back_from, "last friday", "write 2026-02-27 or 2026-02-20"),
        (day_back_from, "last monday", "write 2026-02-23 or 2026-02-16"),
        (day_ahead_from, "next week", "write a day, or +1w"),
        (day_back_from, "last month", "write a day, or -1m"),
        (day_back_from, "next friday", "write it as 2026-03-31, 31 March, yesterday, -3d or fri"),
        (day_back_from, "next week", "write it as 2026-03-31, 31 March, yesterday, -3d or fri"),
        (day_ahead_from, "last friday", "write it as 2026-03-31, 31 March, fri, +2w or 3 months"),
        (day_ahead_from, "03/04/2026", "this can be read two ways; write 2026-04-03 or 2026-03-04"),
        (day_ahead_from, "30 February", "February has fewer days"),
        (day_ahead_from, "29 Feb", "write 2028-02-29, if that is meant; else 28 February or 1 March"),
        (day_back_from, "Feb 29th", "write 2024-02-29, if that is meant; else 28 February or 1 March"),
        (day_back_from, "2 weeks", "write it as 2026-03-31, 31 March, yesterday, -3d or fri"),
        (day_back_from, "a d", "write it as 2026-03-31, 31 March, yesterday, -3d or fri"),
    ],
)
def test_what_is_no_day_or_two_is_refused_with_a_way_through(read, said, hint):
    with pytest.raises(ScalarError) as refused:
        read(said, today=MONDAY)
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("02/13/2026", "write 2026-02-13"),
        ("31/12/2025", "write 2025-12-31"),
        ("13.02.2026", "write 2026-02-13"),
        ("12/12/2026", "write 2026-12-12"),
        ("12/13/2026", "write 2026-12-13"),
        ("12/11/2026", "this can be read two ways; write 2026-11-12 or 2026-12-11"),
        ("32/13/2026", "there is no such day; days are written year-month-day, as 2026-03-31"),
        ("2026/2/3", "write 2026-02-03"),
        ("20260203", "write 2026-02-03"),
        ("20261303", "there is no such day; days are written year-month-day, as 2026-03-31"),
        ("3/2/26", "write the year in full and first, as 2026-03-31"),
        ("2026\u201102\u201103", "write 2026-02-03, in these very signs"),
        ("2026\u20132\u20133", "write 2026-02-03"),
        ("\u0662\u0660\u0662\u0666-\u0660\u0662-\u0660\u0663", "write 2026-02-03, in these very signs"),
        ("\uff12\uff10\uff12\uff16\uff10\uff12\uff10\uff13", "write 2026-02-03"),
    ],
)
def test_only_readings_that_are_days_are_proposed(written, hint):
    with pytest.raises(ScalarError) as refused:
        day_from(written)
    assert refused.value.hint == hint


def test_the_29th_of_february_is_a_day_within_a_year_of_its_own():
    """In any other year it was a day two years away (taskwarrior#1450 is of that kind)."""
    assert day_back_from("29 Feb", today=date(2024, 3, 1)) == date(2024, 2, 29)
    assert day_ahead_from("29 Feb", today=date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("\u22123", "write -3"),
        ("\u20133", "write -3"),
        ("\u0664", "write 4"),
        ("\uff14", "write 4"),
        (".5", "write 0.5"),
        ("-.5", "write -0.5"),
    ],
)
def test_a_number_in_other_signs_is_told_in_those_of_a_keyboard(typed, hint):
    with pytest.raises(ScalarError) as refused:
        number_from(typed)
    assert refused.value.hint == hint


@pytest.mark.parametrize("said", ["12w", "12 weeks", "twelve weeks", "12 Weeks"])
def test_a_stretch_may_be_said_in_words(said):
    assert str(stretch_from(said)) == "12w"


@pytest.mark.parametrize("said", ["0w", "0 weeks", "weeks", "12", "a", ""])
def test_a_stretch_of_nothing_is_refused(said):
    with pytest.raises(ScalarError):
        stretch_from(said)


def test_a_written_day_names_its_year():
    assert written_day_from("31 March 2026") == written_day_from("31-Mar-2026") == date(2026, 3, 31)
    with pytest.raises(ScalarError):
        written_day_from("31 March")


def test_a_weekday_on_its_own_day():
    assert day_ahead_from("fri", today=FRIDAY) == date(2026, 3, 13)
    assert day_back_from("fri", today=FRIDAY) == FRIDAY


DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
SAID = st.sampled_from(["{:%d %B}", "{:%B %d}", "{:%d %b}", "{:%A}", "{:%a}"])


@given(DAYS, DAYS, SAID)
def test_words_ahead_never_mean_a_past_day_and_words_back_never_one_to_come(day, today, said):
    word = said.format(day)
    assert day_back_from(word, today=today) <= today <= day_ahead_from(word, today=today)


@given(DAYS, st.sampled_from(["{:%d %B %Y}", "{:%B %d, %Y}", "{:%d-%b-%Y}", "{:%Y-%m-%d}"]))
def test_a_day_with_its_year_is_that_day(day, said):
    assert written_day_from(said.format(day)) == day_ahead_from(said.format(day), today=MONDAY) == day


def meaning(text):
    try:
        return day_ahead_from(text, today=MONDAY).isoformat()
    except ScalarError as error:
        return error.hint


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_a_refusal_with_a_hint(text):
    assert meaning(text)
