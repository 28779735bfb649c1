"""Where one rater's scores of a goal stand: every judgement that applies, the worst first.

A met goal is met: neither past its date nor stale. One that is on hold, or belongs to such a goal, rests, and so does
what is open while treatment is on hold: nothing is judged. Once the target date has passed, nothing is on track or
ahead of it. Every goal is judged by its own measure alone.
"""

from __future__ import annotations

from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.progress.attainment import Attainment, attainment_of, is_met_by
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.course import Course, course_of
from goalctl.analysis.progress.course_state import (
    PROJECTION,
    TOO_EARLY,
    course_state,
    kept_state,
    past_the_band,
    plateau,
)
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.series import Series, last_scored
from goalctl.analysis.progress.staleness import is_on_hold, staleness, taken_up_on
from goalctl.analysis.progress.symptom_state import symptom_state
from goalctl.analysis.progress.symptoms import SymptomChange, symptom_change
from goalctl.analysis.progress.worsening import later_points, stays_worse
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable, Status

HOLD = "scores in a row"
NO_SCORE = "no score"
NO_MEASURE = "no measure"
NO_TARGET = "no target"
ON_HOLD = "on hold"
DEADLINE = "deadline"
STALENESS = "staleness"
WORSE = "worse than it began"
_ON_THE_WAY = {State.ON_TRACK, State.AHEAD}
_OF_DAYS_AHEAD = {PROJECTION, TOO_EARLY}

Judgements = tuple[Judgement, ...]


def resting(at: Standpoint, item: Scorable, n: int) -> Judgements:
    """The one judgement about what rests, with its `n` scores; empty for what does not."""
    if not _rests(at, item):
        return ()
    return (Judgement(State.RESTING, ON_HOLD, n, "on hold, so it is not judged"),)


def without_measure(at: Standpoint, item: Scorable) -> Judgements:
    """What can be said where nothing says how it is scored."""
    missing = Judgement(State.NO_DATA, NO_MEASURE, 0, "it has no measure yet")
    return _worst_first([missing, *_date_passed(at, item, 0, "")])


def standing(at: Standpoint, item: Scorable, series: Series) -> Judgements:
    """Where the series stands."""
    attainment = attainment_of(series)
    if attainment and begins_with_met(at, item, series):
        return (_met(series, attainment),)
    change = symptom_change(series, at.forms)
    progress = _symptoms_worse(at, item, change) or _reached_once(series, attainment)
    progress = progress or _course(at, item, series, change, attainment)
    passed = _date_passed(at, item, len(series.points), _where_it_is(series, progress))
    # a day that has passed is no day to be on the way to, nor one that comes too early
    told = [] if passed and (progress.state in _ON_THE_WAY or progress.rule in _OF_DAYS_AHEAD) else [progress]
    return _worst_first([*told, *passed, *_stale(at, item, series)])


def begins_with_met(at: Standpoint, item: Scorable, series: Series) -> bool:
    """Whether it is met, and no symptoms speak against it; `standing` tells nothing else of it then."""
    return is_met_by(series) and not _symptoms_worse(at, item, symptom_change(series, at.forms))


def _rests(at: Standpoint, item: Scorable) -> bool:
    """Whether it is on hold, or the goal that it leads to is, or what is open of it rests with treatment."""
    goal = at.plan.goal_of(item.id) or item
    if Status.ON_HOLD in {item.status, goal.status}:
        return True
    return item.status is Status.ACTIVE and at.plan.ended_on(at.today) is None and is_on_hold(at)


def _worst_first(judgements: list[Judgement]) -> Judgements:
    """With no score at all, that says more than that the score is old."""
    never = {judgement.rule for judgement in judgements} & {NO_SCORE, NO_MEASURE}
    return tuple(sorted(judgements, key=lambda found: (bool(never) and found.state is State.STALE, found.state.rank)))


def _symptoms_worse(at: Standpoint, item: Scorable, change: SymptomChange | None) -> Judgement | None:
    """Reliable worsening outranks a target that was set too low to notice it."""
    return symptom_state(change, item, today=at.today) if change and change.is_reliably_worse else None


def _met(series: Series, attainment: Attainment) -> Judgement:
    past = f"last {counted(attainment.in_a_row, 'score')} {_there(series)}, met since {attainment.met_on}"
    because = f"{past}; {attainment.needed} in a row needed{_kept_words(attainment)}"
    return Judgement(State.MET, HOLD, len(series.since_baseline), because)


def _reached_once(series: Series, attainment: Attainment | None) -> Judgement | None:
    if attainment is None or not attainment.is_reached_once or series.is_kept:
        return None
    return at_target(series, attainment)


def at_target(series: Series, attainment: Attainment) -> Judgement:
    """Reached, and not met yet: by too few scores in a row, or not by everybody."""
    row, needed, there = attainment.in_a_row, attainment.needed, _there(series)
    run = f"{row} of {needed} in a row {there}" if row < needed else f"last {counted(row, 'score')} {there}"
    because = f"{run}: {score_text(attainment.value)}{_kept_words(attainment)}"
    return Judgement(State.REACHED_ONCE, HOLD, len(series.since_baseline), because)


def _there(series: Series) -> str:
    return f"{'within' if series.band else 'at or past'} {series.target_words}"


def _kept_words(attainment: Attainment) -> str:
    kept = attainment.kept
    return f", kept for {kept.of_needed}" if kept else ""


def _course(
    at: Standpoint, item: Scorable, series: Series, change: SymptomChange | None, attainment: Attainment | None
) -> Judgement:
    if not series.points:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score yet" + _since_measure(series))
    if series.target is None:
        return Judgement(State.NO_DATA, NO_TARGET, len(series.points), "scores, but no target to hold them against")
    if attainment is None:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score since the baseline")
    if series.is_kept:
        return kept_state(series, attainment)
    course = course_of(at, series, item)
    if change and change.can_be_reliable:
        return _of_symptoms(course, symptom_state(change, item, today=at.today))
    return past_the_band(series) or _worse_than_it_began(series) or course_state(course)


def _worse_than_it_began(series: Series) -> Judgement | None:
    """Of counts, ratings and other numbers that are typed in; what forms say is told by reliable change and aimline."""
    newest = () if series.measure.form else stays_worse(series)
    if not newest or series.baseline is None:
        return None
    n, begun = len(later_points(series)), score_text(series.baseline.value)
    run = f"the last {len(newest)} of {counted(n, 'score')} are worse than it began"
    return Judgement(
        State.RELIABLY_WORSE, WORSE, n, f"{run}: {begun} at the beginning, now {score_text(newest[-1].value)}"
    )


def _of_symptoms(course: Course, judged: Judgement) -> Judgement:
    """What is better and stands still off its target is a plateau, however reliable the change was."""
    still = plateau(course) if judged.state in _ON_THE_WAY and not judged.tentative else None
    return still or judged


def _since_measure(series: Series) -> str:
    return f" with the measure in use since {series.began}" if series.began else ""


def _date_passed(at: Standpoint, item: Scorable, n: int, where: str) -> list[Judgement]:
    if item.deadline is None or item.deadline >= at.today or item.status is not Status.ACTIVE:
        return []
    return [Judgement(State.DATE_PASSED, DEADLINE, n, f"the target date was {item.deadline}{where}")]


def _where_it_is(series: Series, progress: Judgement) -> str:
    """How far it came; of what is kept or done or not, what was said about that."""
    if series.is_kept or series.measure.kind == "done":
        return f"; {progress.because}" if progress.state in _ON_THE_WAY else ""
    if series.last is None or series.target is None:
        return ""
    return f"; {score_text(series.last.value)} on {series.last.day}, target {series.target_words}"


def _stale(at: Standpoint, item: Scorable, series: Series) -> list[Judgement]:
    if item.status is not Status.ACTIVE:
        return []
    since = last_scored(at, series) or series.began or opening_of(at.plan, item)
    why = staleness(at, series.measure, max(filter(None, (since, taken_up_on(at.plan, item))), default=None))
    return [Judgement(State.STALE, STALENESS, len(series.points), why)] if why else []
