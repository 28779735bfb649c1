"""From which day a score is stale where treatment rested: days on hold don't count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.progress.staleness import _day_worked, _days_worked
from goalctl.model.plan import Hold

SINCE = date(2026, 1, 5)
HOLDS = st.lists(st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(1, 30))), max_size=3)


def hold(first, length):
    on = SINCE + timedelta(days=first)
    return Hold.model_construct(from_=on, to=None if length is None else on + timedelta(days=length))


@pytest.mark.parametrize(
    ("holds", "day"),
    [
        ((), date(2026, 1, 15)),
        ((hold(3, 7),), date(2026, 1, 22)),
        ((hold(12, 7),), date(2026, 1, 15)),
        ((hold(3, None),), date.max),
    ],
    ids=["no hold", "a week between", "a week behind", "for good"],
)
def test_the_tenth_day_on_which_treatment_did_not_rest(holds, day):
    assert _day_worked(holds, SINCE, 10) == day


@given(HOLDS, st.integers(0, 40), st.integers(0, 120))
def test_before_that_day_fewer_were_worked(holds, number, later):
    holds, today = tuple(hold(*each) for each in holds), SINCE + timedelta(days=later)
    assert (today < _day_worked(holds, SINCE, number + 1)) == (_days_worked(holds, SINCE, today) <= number)
