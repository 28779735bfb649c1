"""A day that notes what it was compared with: how long an answer lasts."""

import operator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.model.scalars import Duration
from goalctl.workspace.memory.lasting import OTHERWISE, LastingDay

DAY = date(2026, 3, 31)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
STRETCHES = st.builds(Duration, st.integers(1, 40), st.sampled_from("dwmy"))
MOVES = st.one_of(
    st.just(lambda day: day), st.builds(lambda by: by.after, STRETCHES), st.builds(lambda by: by.before, STRETCHES)
)
COMPARISONS = st.sampled_from([operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne])


@given(DAYS, DAYS, MOVES, COMPARISONS, st.booleans())
def test_on_every_day_of_its_span_the_answer_is_the_same(day, other, moved, compare, is_first):
    lasting = LastingDay(day)
    pair = (lambda one: (moved(one), other)) if is_first else (lambda one: (other, moved(one)))
    answer = compare(*pair(lasting))
    near = range(max(lasting.span.first, day.toordinal() - 900), min(lasting.span.last, day.toordinal() + 900) + 1)
    assert day.toordinal() in near
    assert {compare(*pair(date.fromordinal(number))) for number in near} == {answer}


@pytest.mark.parametrize(
    ("answer", "span"),
    [
        (lambda day: date(2026, 3, 1) <= day, ("2026-03-01", "9999-12-31")),
        (lambda day: date(2026, 4, 5) > day, ("0001-01-01", "2026-04-04")),
        (lambda day: day != date(2026, 4, 5), ("0001-01-01", "2026-04-04")),
        (lambda day: day + timedelta(days=14) >= date(2026, 4, 10), ("2026-03-27", "9999-12-31")),
        (lambda day: Duration(1, "m").before(day) > date(2026, 2, 27), ("2026-03-28", "9999-12-31")),
        (lambda day: max([date(2026, 1, 1), day]) > date(2026, 2, 1), ("2026-02-02", "9999-12-31")),
    ],
    ids=["since then", "not yet", "not on that day", "within two weeks", "a month ago", "the later one"],
)
def test_it_lasts_for_as_long_as_what_was_asked_comes_out_alike(answer, span):
    day = LastingDay(DAY)
    assert answer(day)
    assert day.span.days == span


@pytest.mark.parametrize("asked", [*OTHERWISE, "__str__", "__repr__", "__hash__"])
def test_whatever_else_is_asked_holds_on_that_day_alone(asked):
    day = LastingDay(DAY)
    told = getattr(day, asked)
    if asked not in {"year", "month", "day", "strftime", "replace"}:
        assert told() == getattr(DAY, asked)()
    assert day.span.days == ("2026-03-31", "2026-03-31")


@pytest.mark.parametrize("told", [lambda day: f"{day:%d.%m.}", lambda day: (day - date(2026, 1, 1)).days])
def test_a_day_in_a_sentence_holds_on_that_day_alone(told):
    day = LastingDay(DAY)
    assert told(day) == told(DAY)
    assert day.span.days == ("2026-03-31", "2026-03-31")


def test_a_day_that_is_never_before_another_says_nothing_by_that():
    today = LastingDay(DAY)
    later = LastingDay(DAY, floor=today)
    assert later >= today
    assert later.span.days == today.span.days == ("0001-01-01", "9999-12-31")


@pytest.mark.parametrize(("compare", "comes_out"), [(operator.lt, False), (operator.le, True), (operator.gt, False)])
def test_a_day_beside_itself_says_nothing_either(compare, comes_out):
    day = LastingDay(DAY)
    assert compare(day, day) is comes_out
    assert day.span.days == ("0001-01-01", "9999-12-31")
