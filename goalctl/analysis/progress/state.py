"""Where one goal or objective stands on a day: one word, the rule behind it, and everything else that is true as well.

The worst word that applies comes first, and the rest stand in `also`. A met goal is met: neither overdue nor stale. One
that is on hold, or belongs to such a goal, rests: nothing is judged.
Every goal is judged by its own measure alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from goalctl.analysis.figures import counted, figure
from goalctl.analysis.progress.attainment import Attainment, item_attainment
from goalctl.analysis.progress.course import Course, course_of
from goalctl.analysis.progress.course_state import course_state, kept_state, past_the_band
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.series import Series, current_of, opening_of
from goalctl.analysis.progress.staleness import is_on_hold, staleness
from goalctl.analysis.progress.symptom_state import symptom_state
from goalctl.analysis.progress.symptoms import item_symptoms
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan

HOLD = "scores in a row"
NO_SCORE = "no score"
NO_MEASURE = "no measure"
NO_TARGET = "no target"
ON_HOLD = "on hold"
DEADLINE = "deadline"
STALENESS = "staleness"


@dataclass(frozen=True, slots=True)
class ProgressState:
    """The state of one goal or objective by one rater's scores; `also` holds what applies beside it, worst first."""

    item: str
    rater: str
    judgement: Judgement
    also: tuple[Judgement, ...] = ()

    @property
    def state(self) -> State:
        """The word."""
        return self.judgement.state

    @property
    def rule(self) -> str:
        """Which rule said so."""
        return self.judgement.rule

    @property
    def n(self) -> int:
        """How many scores stand behind it."""
        return self.judgement.n

    @property
    def because(self) -> str:
        """The figures, in one plain sentence."""
        return self.judgement.because

    @property
    def tentative(self) -> bool:
        """Whether there is too little to judge by."""
        return self.judgement.tentative

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All that applies, worst first."""
        return (self.judgement, *self.also)

    def says(self, state: State) -> Judgement | None:
        """The judgement with that word, main or beside it."""
        return next((judgement for judgement in self.judgements if judgement.state is state), None)


def state_of(at: Standpoint, item_id: str) -> ProgressState:
    """The state by the client's scores with the measure in force, by another rater's when the client gave none.

    An unknown id is a `KeyError`.
    """
    item, series = at.plan.scorables[item_id], at.once(current_of, item_id)
    if _rests(at.plan, item):
        resting = Judgement(State.RESTING, ON_HOLD, len(series.points) if series else 0, "on hold, so it is not judged")
        return ProgressState(item.id, series.rater if series else CLIENT_RATER, resting)
    if series is None:
        missing = Judgement(State.NO_DATA, NO_MEASURE, 0, "it has no measure yet")
        return _worst_first(item, CLIENT_RATER, [missing, *_overdue(at, item, 0)])
    progress = _symptoms_worse(at, item) or _outcome(series, at.once(item_attainment, item_id))
    if progress and progress.state is State.MET:
        return ProgressState(item.id, series.rater, progress)
    progress = progress or _course(at, item, series)
    overdue, stale = _overdue(at, item, len(series.points)), _stale(at, item, series)
    return _worst_first(item, series.rater, [progress, *overdue, *stale])


def _rests(plan: Plan, item: Scorable) -> bool:
    """Whether it is on hold, or the goal that it leads to is."""
    goal = plan.scorables.get(item.id.partition(".")[0], item)
    return Status.ON_HOLD in {item.status, goal.status}


def _worst_first(item: Scorable, rater: str, judgements: list[Judgement]) -> ProgressState:
    """With no score at all, that says more than that the score is old."""
    never = {judgement.rule for judgement in judgements} & {NO_SCORE, NO_MEASURE}
    order = sorted(judgements, key=lambda found: (bool(never) and found.state is State.STALE, found.state.rank))
    return ProgressState(item.id, rater, order[0], tuple(order[1:]))


def _symptoms_worse(at: Standpoint, item: Scorable) -> Judgement | None:
    """Reliable worsening outranks a target that was set too low to notice it."""
    change = at.once(item_symptoms, item.id)
    if change is None or not change.is_reliably_worse:
        return None
    return symptom_state(change, item, today=at.today)


def _outcome(series: Series, attainment: Attainment | None) -> Judgement | None:
    if attainment is None or series.target is None or (series.is_kept and not attainment.is_met):
        return None
    n, there = len(series.since_baseline), f"{'within' if series.band else 'at or past'} {series.target_words}"
    if attainment.is_met:
        past = f"last {counted(attainment.in_a_row, 'score')} {there}, since {attainment.met_on}"
        return Judgement(State.MET, HOLD, n, f"{past}; {attainment.needed} in a row needed{_kept_words(attainment)}")
    if attainment.is_reached_once:
        run = f"{attainment.in_a_row} of {attainment.needed} in a row {there}"
        return Judgement(State.REACHED_ONCE, HOLD, n, f"{run}: {figure(attainment.value)}{_kept_words(attainment)}")
    return None


def _kept_words(attainment: Attainment) -> str:
    kept = attainment.kept
    return f", kept for {kept.days} of {kept.needed_days} days" if kept else ""


def _course(at: Standpoint, item: Scorable, series: Series) -> Judgement:
    attainment, change = at.once(item_attainment, item.id), at.once(item_symptoms, item.id)
    if not series.points:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score yet" + _since_measure(series))
    if series.target is None:
        return Judgement(State.NO_DATA, NO_TARGET, len(series.points), "scores, but no target to hold them against")
    if attainment is None:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score since the baseline")
    if series.is_kept:
        return kept_state(series, attainment)
    if change and change.can_be_reliable:
        return symptom_state(change, item, today=at.today)
    course = at.once(course_of, item.id) or Course(series, (), None, None)
    return past_the_band(course) or course_state(course)


def _since_measure(series: Series) -> str:
    return f" with the measure in use since {series.began}" if series.began else ""


def _overdue(at: Standpoint, item: Scorable, n: int) -> list[Judgement]:
    if item.deadline is None or item.deadline >= at.today or item.status is not Status.ACTIVE:
        return []
    if is_on_hold(at):
        return []
    days = counted((at.today - item.deadline).days, "day")
    return [Judgement(State.OVERDUE, DEADLINE, n, f"its deadline, {item.deadline}, passed {days} ago")]


def _stale(at: Standpoint, item: Scorable, series: Series) -> list[Judgement]:
    if item.status is not Status.ACTIVE:
        return []
    since = series.last.day if series.last else series.began or opening_of(at.plan, item)
    why = staleness(at, series.measure, since)
    return [Judgement(State.STALE, STALENESS, len(series.points), why)] if why else []
