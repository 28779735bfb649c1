"""Where one goal or objective stands on a day: one word, the rule behind it, and everything else that is true as well.

The worst word that applies comes first, and the rest stand in `also`. A met goal is met: neither overdue nor stale.
Every goal is judged by its own measure alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.figures import counted, figure
from goalctl.analysis.progress.aimline import aimlines_of
from goalctl.analysis.progress.attainment import Attainment, attainment_of
from goalctl.analysis.progress.course_state import course_state, kept_state
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.series import Series, current_series, opening_of, series_of
from goalctl.analysis.progress.staleness import is_on_hold, staleness
from goalctl.analysis.progress.symptom_state import symptom_state
from goalctl.analysis.progress.symptoms import symptom_change
from goalctl.model.form import Form
from goalctl.model.goal import Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan

HOLD = "scores in a row"
NO_SCORE = "no score"
NO_MEASURE = "no measure"
NO_TARGET = "no target"
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


def state_of(
    plan: Plan, item_id: str, forms: Mapping[str, Form], *, today: date, rater: str = CLIENT_RATER
) -> ProgressState:
    """The state by the rater's scores with the measure in force, by another rater's when that one gave none.

    An unknown id is a `KeyError`.
    """
    found = series_of(plan, item_id, forms, today=today)
    return state_in(plan, plan.scorables[item_id], found, forms, today=today, rater=rater)


def state_in(
    plan: Plan,
    item: Scorable,
    found: tuple[Series, ...],
    forms: Mapping[str, Form],
    *,
    today: date,
    rater: str = CLIENT_RATER,
) -> ProgressState:
    """The same from series already at hand."""
    series = current_series(found, rater=rater)
    if series is None:
        missing = Judgement(State.NO_DATA, NO_MEASURE, 0, "it has no measure yet")
        return _worst_first(item, rater, [missing, *_overdue(plan, item, 0, today)])
    attainment = attainment_of(series)
    progress = _symptoms_worse(series, item, forms, today) or _outcome(series, attainment)
    if progress and progress.state is State.MET:
        return ProgressState(item.id, series.rater, progress)
    progress = progress or _course(series, attainment, item, forms, today)
    stale = _stale(plan, item, series, forms, today)
    return _worst_first(item, series.rater, [progress, *_overdue(plan, item, len(series.points), today), *stale])


def _worst_first(item: Scorable, rater: str, judgements: list[Judgement]) -> ProgressState:
    """With no score at all, that says more than that the score is old."""
    never = {judgement.rule for judgement in judgements} & {NO_SCORE, NO_MEASURE}
    order = sorted(judgements, key=lambda found: (bool(never) and found.state is State.STALE, found.state.rank))
    return ProgressState(item.id, rater, order[0], tuple(order[1:]))


def _symptoms_worse(series: Series, item: Scorable, forms: Mapping[str, Form], today: date) -> Judgement | None:
    """Reliable worsening outranks a target that was set too low to notice it."""
    change = symptom_change(series, forms)
    if change is None or not change.is_reliably_worse:
        return None
    return symptom_state(change, item, today=today)


def _outcome(series: Series, attainment: Attainment | None) -> Judgement | None:
    if attainment is None or series.target is None or (series.is_kept and not attainment.is_met):
        return None
    target, n = figure(series.target), len(series.since_baseline)
    if attainment.is_met:
        past = f"last {counted(attainment.in_a_row, 'score')} at or past {target}, since {attainment.met_on}"
        return Judgement(State.MET, HOLD, n, f"{past}; {attainment.needed} in a row needed{_kept_words(attainment)}")
    if attainment.is_reached_once:
        run = f"{attainment.in_a_row} of {attainment.needed} in a row at or past {target}"
        return Judgement(State.REACHED_ONCE, HOLD, n, f"{run}: {figure(attainment.value)}{_kept_words(attainment)}")
    return None


def _kept_words(attainment: Attainment) -> str:
    kept = attainment.kept
    return f", kept for {kept.days} of {kept.needed_days} days" if kept else ""


def _course(
    series: Series, attainment: Attainment | None, item: Scorable, forms: Mapping[str, Form], today: date
) -> Judgement:
    if not series.points:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score yet" + _since_measure(series))
    if series.target is None:
        return Judgement(State.NO_DATA, NO_TARGET, len(series.points), "scores, but no target to hold them against")
    if attainment is None:
        return Judgement(State.NO_DATA, NO_SCORE, 0, "no score since the baseline")
    if series.is_kept:
        return kept_state(series, attainment)
    change = symptom_change(series, forms)
    if change and change.can_be_reliable:
        return symptom_state(change, item, today=today)
    return course_state(series, aimlines_of(series, item))


def _since_measure(series: Series) -> str:
    return f" with the measure in use since {series.began}" if series.began else ""


def _overdue(plan: Plan, item: Scorable, n: int, today: date) -> list[Judgement]:
    if item.deadline is None or item.deadline >= today or item.status is not Status.ACTIVE:
        return []
    if is_on_hold(plan, today=today):
        return []
    days = counted((today - item.deadline).days, "day")
    return [Judgement(State.OVERDUE, DEADLINE, n, f"its deadline, {item.deadline}, passed {days} ago")]


def _stale(plan: Plan, item: Scorable, series: Series, forms: Mapping[str, Form], today: date) -> list[Judgement]:
    if item.status is not Status.ACTIVE:
        return []
    since = series.last.day if series.last else series.began or opening_of(plan, item)
    why = staleness(plan, series.measure, since, forms, today=today)
    return [Judgement(State.STALE, STALENESS, len(series.points), why)] if why else []
