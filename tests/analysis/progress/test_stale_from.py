"""From which day a score is stale where treatment rested: days on hold don't count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import _days_worked, day_worked
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.holds import Hold
from tests.analysis.invented import diary, goal, plan_of

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
    assert day_worked(holds, SINCE, 10) == day


@given(HOLDS, st.integers(0, 40), st.integers(0, 120))
def test_before_that_day_fewer_were_worked(holds, number, later):
    holds, today = tuple(hold(*each) for each in holds), SINCE + timedelta(days=later)
    assert (today < day_worked(holds, SINCE, number + 1)) == (_days_worked(holds, SINCE, today) <= number)


COUNT = {"by": "count", "of": "attacks", "per": "month", "baseline": 60, "target": 5}


@pytest.mark.parametrize(
    ("noted", "silent", "is_stale"),
    [(30, 0, False), (60, 0, False), (60, 28, False), (60, 29, True)],
    ids=["before the first month is over", "before the second is", "the last day", "a day later"],
)
def test_a_count_whose_days_are_noted_is_stale_by_its_last_day_not_by_the_last_month_that_was_over(
    noted, silent, is_stale
):
    plan = plan_of(goals=[goal(COUNT)], diary=diary("1" * noted))
    last = SINCE + timedelta(days=noted - 1)
    told = state_of(Standpoint(plan, {}, last + timedelta(days=silent)), "g1").says(State.STALE)
    assert [f"since {last}" in one.because for one in [told] if one] == [True] * is_stale


RATED = {"by": "rating", "baseline": 2, "target": 8}
TAKEN_UP = {"of": "g1", "what": "status", "from": "on-hold", "to": "active", "because": "well again"}
MEASURED = {"of": "g1", "what": "smart.measurable", "from": None, "to": RATED, "because": "now we know how"}
RAISED = {"of": "g1", "what": "smart.measurable.target", "from": 7, "to": 8, "because": "it goes well"}


@pytest.mark.parametrize(
    ("change", "counts"), [(TAKEN_UP, True), (MEASURED, True), (RAISED, False)], ids=["taken up", "measured", "raised"]
)
@pytest.mark.parametrize("silent", [28, 29])
def test_no_score_was_due_before_a_goal_was_taken_up_or_had_a_measure(change, counts, silent):
    day = SINCE + timedelta(days=60)
    plan = plan_of(goals=[goal(RATED)], changes=[{**change, "on": day}])
    told = state_of(Standpoint(plan, {}, day + timedelta(days=silent)), "g1").says(State.STALE)
    assert bool(told) is (not counts or silent > 28)


@pytest.mark.parametrize(("to", "is_stale"), [("active", False), (None, False), ("reserve", True)])
def test_a_step_that_was_taken_up_is_stale_from_that_day_though_its_status_was_only_taken_out(to, is_stale):
    step = {"id": "g1.1", "objective": "Walks", "measurable": {"by": "rating", "baseline": 2, "target": 8}}
    taken_up = {"on": "2026-03-02", "of": "g1.1", "what": "status", "from": "on-hold", "to": to}
    plan = plan_of(goals=[goal(COUNT, objectives=[step])], changes=[taken_up])
    assert bool(state_of(Standpoint(plan, {}, date(2026, 3, 9)), "g1.1").says(State.STALE)) == is_stale
