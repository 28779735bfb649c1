"""Around the days and numbers by which progress is judged: holds, old scores, six over six weeks, checkpoints."""

from datetime import timedelta

import pytest

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import is_on_hold, staleness
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.progress.symptoms import form_symptoms
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.ids import FormRef
from goalctl.model.measure import Measure
from tests.analysis.invented import FORMS, START, goal, moods, plan_of, sessions, week

DAY = timedelta(days=1)
RATING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
MOOD = {"by": "phq-9", "baseline": 18, "target": 9, "since": START}


@pytest.mark.parametrize(
    ("today", "rests"),
    [
        pytest.param(week(2) - DAY, False, id="the day before its first"),
        pytest.param(week(2), True, id="its first day"),
        pytest.param(week(4) - DAY, True, id="its last day"),
        pytest.param(week(4), False, id="the day treatment goes on"),
        pytest.param(week(4) + DAY, False, id="the day after"),
    ],
)
def test_a_hold_lasts_from_its_first_day_to_the_day_before_treatment_goes_on(today, rests):
    plan = plan_of(holds=[{"from": week(2), "to": week(4)}])
    assert is_on_hold(Standpoint(plan, today=today)) is rests


@pytest.mark.parametrize(
    ("status", "holds", "rests"),
    [
        pytest.param("on-hold", [], True, id="by its status where no hold is listed"),
        pytest.param("active", [], False, id="an active plan"),
        pytest.param("on-hold", [{"from": week(9)}], False, id="by the holds where they are listed"),
        pytest.param("active", [{"from": week(1)}], True, id="a hold without an end"),
    ],
)
def test_whether_a_plan_rests_its_holds_say_before_its_status(status, holds, rests):
    assert is_on_hold(Standpoint(plan_of(status=status, holds=holds), today=week(5))) is rests


@pytest.mark.parametrize(
    ("holds", "days", "is_stale"),
    [
        pytest.param([], 27, False, id="the day before four weeks"),
        pytest.param([], 28, False, id="four weeks"),
        pytest.param([], 29, True, id="the day after"),
        pytest.param([{"from": START + DAY, "to": START + DAY}], 29, True, id="a hold of no day"),
        pytest.param([{"from": START + DAY, "to": START + 2 * DAY}], 29, False, id="a hold of the first day"),
        pytest.param([{"from": START, "to": START + DAY}], 29, True, id="a hold of the day of the score"),
        pytest.param([{"from": START + 28 * DAY, "to": START + 29 * DAY}], 29, False, id="a hold of the day before"),
        pytest.param([{"from": START + DAY, "to": START + 2 * DAY}], 30, True, id="a hold of one day is one day"),
    ],
)
def test_a_score_is_old_after_28_days_of_treatment(holds, days, is_stale):
    at = Standpoint(plan_of(holds=holds), FORMS, START + days * DAY)
    assert (staleness(at, Measure.model_validate({"by": "rating"}), START) is not None) is is_stale


@pytest.mark.parametrize(
    ("every", "days", "is_stale"),
    [
        pytest.param("1w", 10, False, id="10 of 7 days"),
        pytest.param("1w", 11, True, id="11 of 7 days"),
        pytest.param("2w", 20, False, id="20 of 14 days"),
        pytest.param("2w", 21, False, id="21 of 14 days"),
        pytest.param("2w", 22, True, id="22 of 14 days"),
        pytest.param("1m", 46, False, id="46 of the 31 days of January"),
        pytest.param("1m", 47, True, id="47 of the 31 days of January"),
    ],
)
def test_a_form_is_old_after_one_and_a_half_of_its_interval(every, days, is_stale):
    at = Standpoint(plan_of(assessments=[{"form": "phq-9", "every": every}]), FORMS, START + days * DAY)
    assert (staleness(at, Measure.model_validate({"by": "phq-9"}), START) is not None) is is_stale


@pytest.mark.parametrize(("every", "held", "is_stale"), [(1, 1, False), (1, 2, True), (2, 3, False), (2, 4, True)])
def test_a_form_that_is_due_by_sessions_is_old_after_one_and_a_half_times_as_many(every, held, is_stale):
    entries = [{"date": START}, *sessions([None] * held, first=START + DAY, every=1)]
    plan = plan_of(
        assessments=[{"form": "phq-9", "every": f"{every} sessions"}],
        sessions=[{"date": entry["date"]} for entry in entries],
    )
    at = Standpoint(plan, FORMS, START + held * DAY)
    assert (staleness(at, Measure.model_validate({"by": "phq-9"}), START) is not None) is is_stale


@pytest.mark.parametrize(("kind", "is_stale"), [("session", True), ("phone", False), ("crisis", False)])
def test_calls_make_no_form_old_that_is_due_by_sessions(kind, is_stale):
    held = [{"date": START + n * DAY, "kind": kind} for n in (1, 2)]
    plan = plan_of(assessments=[{"form": "phq-9", "every": "1 session"}], sessions=[{"date": START}, *held])
    at = Standpoint(plan, FORMS, START + 2 * DAY)
    assert (staleness(at, Measure.model_validate({"by": "phq-9"}), START) is not None) is is_stale


@pytest.mark.parametrize(
    ("scores", "last", "state"),
    [
        pytest.param(5, 42, State.AT_RISK, id="five scores over six weeks"),
        pytest.param(6, 41, State.AT_RISK, id="six scores over a day less"),
        pytest.param(6, 42, State.OFF_TRACK, id="six scores over six weeks"),
        pytest.param(7, 43, State.OFF_TRACK, id="one more over a day more"),
    ],
)
def test_six_scores_over_six_weeks_are_judged(scores, last, state):
    entries = [*sessions([2] * (scores - 1), first=START + DAY, every=1), *sessions([2], first=START + last * DAY)]
    plan = plan_of(goals=[goal(RATING, deadline=week(12))], sessions=entries)
    assert state_of(Standpoint(plan, FORMS, START + last * DAY), "g1").state is state


@pytest.mark.parametrize(
    ("today", "last", "state"),
    [
        pytest.param(week(8) - DAY, 8, State.ON_TRACK, id="the day before the checkpoint"),
        pytest.param(week(8), 8, State.ON_TRACK, id="its day"),
        pytest.param(week(8) + DAY, 8, State.AT_RISK, id="the day after"),
        pytest.param(week(8) + DAY, 28, State.AT_RISK, id="by a score of four weeks before"),
        pytest.param(week(8) + DAY, 29, State.NO_DATA, id="not by a score of a day more"),
    ],
)
def test_a_checkpoint_has_passed_the_day_after_it_where_a_score_of_four_weeks_can_tell(today, last, state):
    plan = plan_of(
        assessments=[{"form": "phq-9", "every": "8w"}],
        goals=[goal(MOOD, deadline=week(24), checkpoints=[week(8)])],
        sessions=moods([15], first=week(8) - last * DAY),
    )
    assert state_of(Standpoint(plan, FORMS, today), "g1").state is state


@pytest.mark.parametrize(
    ("days", "total", "is_hinted"),
    [
        pytest.param(27, 17, False, id="the day before week 4"),
        pytest.param(28, 16, False, id="week 4, below 17"),
        pytest.param(28, 17, True, id="week 4, 17"),
        pytest.param(62, 16, False, id="the day before week 9, below 17"),
        pytest.param(63, 12, False, id="week 9, below 13"),
        pytest.param(63, 13, True, id="week 9, 13"),
        pytest.param(97, 12, False, id="the day before week 14, below 13"),
        pytest.param(98, 8, False, id="week 14, below 9"),
        pytest.param(98, 9, True, id="week 14, 9"),
    ],
)
def test_a_hint_of_non_response_begins_with_its_week_and_its_total(days, total, is_hinted):
    plan = plan_of(sessions=moods([18, total], first=START, every=days))
    change = form_symptoms(Standpoint(plan, FORMS), FormRef("phq-9"))
    assert (change.hint is not None) is is_hinted
