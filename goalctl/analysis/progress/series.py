"""The scores of one goal or objective over time, by rater and by the measure in force; nothing here judges them.

Scores of a form-measure come only from the forms of the log. Void entries are out and amendments applied; nothing after
`today` is seen, also not a measure that came into force later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import filled_in, form_of, measure_by, readings
from goalctl.analysis.progress.beginning import Baseline, beginning_of, judge_by, opening_of, possible_baseline
from goalctl.analysis.progress.counting import summed_up
from goalctl.analysis.progress.direction import better_of, gain, is_at_target, is_within, target_of
from goalctl.analysis.progress.noted import noted_scores
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.client_words import own_measure
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated
from goalctl.model.measure import Better, FormerMeasure, Measure, counting_window
from goalctl.model.people import EACH, known_raters, people_of
from goalctl.model.scalars import number_text
from goalctl.model.target_band import TargetBand

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Series:
    """One rater's scores with one measure, by day; those of one day keep their order, the diary's first.

    `began` is the first day the measure counted for (None: from the start), `until` the last (None: still in use);
    `deadline` is the item's as it stands. `beginning` is where the course of its form began in this treatment, whatever
    the item counts from; None for other measures. `ended` is the last day of a treatment that is over.
    """

    item: str
    rater: str
    measure: Measure
    points: tuple[Point, ...]
    baseline: Baseline | None
    better: Better | None
    began: date | None = None
    until: date | None = None
    deadline: date | None = None
    beginning: Baseline | None = None
    ended: date | None = None

    @cached_property
    def target(self) -> float | None:
        """The score to reach; for levels 0 and for `done` 1 when none is stated, of a band the end that comes first."""
        return target_of(self.measure, self.baseline.value if self.baseline else None)

    @cached_property
    def band(self) -> TargetBand | None:
        """The stretch to reach, where the target is one."""
        return self.measure.band

    @property
    def target_words(self) -> str:
        """The target in a sentence: `9`, or `7 to 9`; empty without one."""
        return str(self.band or ("" if self.target is None else number_text(self.target)))

    def is_at_target(self, value: float) -> bool:
        """At the target or past it on the good side; of a band, within it. False without a target."""
        return self.target is not None and is_at_target(value, self.target, self.better, self.band)

    def is_past_band(self, value: float) -> bool:
        """Whether it has gone through the band that is to be reached, and out on its other side."""
        band, begun = self.band, self.baseline
        if band is None or begun is None:
            return False
        return value > band.high if begun.value < band.low else value < band.low and begun.value > band.high

    def gain(self, before: float, after: float) -> float:
        """How much better `after` is than `before`; with a band, how much nearer to it."""
        return gain(before, after, self.better, self.band)

    @property
    def last(self) -> Point | None:
        """The newest score."""
        return self.points[-1] if self.points else None

    @property
    def newest_in_treatment(self) -> Point | None:
        """The newest score up to the end of treatment, where that is over."""
        return next((one for one in reversed(self.points) if self.ended is None or one.day <= self.ended), None)

    @property
    def is_of_afterwards(self) -> bool:
        """Whether the newest score was given when treatment was over."""
        return self.last is not None and self.ended is not None and self.last.day > self.ended

    @property
    def is_kept(self) -> bool:
        """Whether the goal is to keep what was reached: it starts at its target, as stated, or within its band."""
        if self.band:
            return is_within(self.band, self.baseline.value if self.baseline else None)
        return self.measure.baseline is not None and self.measure.baseline == self.target

    @cached_property
    def since_baseline(self) -> tuple[Point, ...]:
        """The scores of the baseline's day and after it."""
        start = self.baseline.day if self.baseline else None
        return tuple(point for point in self.points if start is None or point.day >= start)

    def points_after(self, forming: int) -> tuple[Point, ...]:
        """The scores later than the stated baseline's day; where none is stated, all but so many that form one."""
        if self.baseline is None or not self.baseline.stated:
            return self.since_baseline[forming:]
        return tuple(point for point in self.points if self.baseline.day is None or point.day > self.baseline.day)


class _Window(NamedTuple):
    """The days one measure is in force for, both ends included."""

    measure: Measure
    began: date | None
    until: date | None

    def part_of(self, points: Sequence[Point]) -> tuple[Point, ...]:
        if self.began is None and self.until is None:
            return tuple(points)
        first, last = self.began or date.min, self.until or date.max
        return tuple(point for point in points if first <= point.day <= last)

    def is_of(self, series: Series) -> bool:
        return (self.began, self.until) == (series.began, series.until)


def series_of(at: Standpoint, item_id: str) -> tuple[Series, ...]:
    """The item's series: the client's first, other raters by name; within a rater the oldest measure first.

    The client's series of the measure in force is always among them, with or without scores; an item without any
    measure has no series. An unknown id is a `KeyError`.
    """
    windows = at.once(_windows_on, item_id)
    found = [_in_window(at, item_id, rater, window) for rater in _raters(at, item_id) for window in windows]
    return tuple(
        series for series in found if series.points or (series.rater == CLIENT_RATER and windows[-1].is_of(series))
    )


def in_force(at: Standpoint, item_id: str) -> dict[str, Series]:
    """Of these the ones with the measure in force, by rater; the client's is always among them, if there is one."""
    windows = at.once(_windows_on, item_id)
    return {series.rater: series for series in at.once(series_of, item_id) if windows[-1].is_of(series)}


def series_by(at: Standpoint, item_id: str, rater: str) -> Series:
    """One rater's series with the measure in force, with or without scores; without any measure an `IndexError`."""
    return _in_window(at, item_id, rater, at.once(_windows_on, item_id)[-1])


def _windows_on(at: Standpoint, item_id: str) -> list[_Window]:
    found = (window for window in _windows(at.plan.scorables[item_id]) if (window.began or at.today) <= at.today)
    return [window._replace(measure=own_measure(at.plan, window.measure)) for window in found]


def _in_window(at: Standpoint, item_id: str, rater: str, window: _Window) -> Series:
    item = at.plan.scorables[item_id]
    measure = _measure_for(rater, window.measure)
    points = _scored(at, Rated(item_id, rater), measure, window)
    start = max((day for day in (opening_of(at.plan, item), window.began) if day), default=None)
    form = form_of(at.forms, measure.form)
    is_theirs = not points or _is_stated_for(at, item, window.measure, rater)
    baseline = _baseline(measure, form, points, start) if is_theirs else _first_serves(points, start)
    better = better_of(measure, form, baseline.value if baseline else None)
    return Series(
        item_id, rater, measure, points, baseline, better, window.began, window.until, item.deadline,
        at.once(beginning_of, measure.form, measure.of) if measure.form else None, at.plan.ended_on(at.today),
    )  # fmt: skip


def series_of_form(at: Standpoint, ref: FormRef, of: str | None = None) -> Series:
    """Every total of one form over the whole plan, or every score of its subscale `of`.

    `item` is the form's name in the plan; `rater` is who filled it in.
    """
    measure = measure_by(ref, of)
    points, began = at.once(readings, ref, of), at.once(beginning_of, ref, of)
    return Series(
        item=str(ref),
        rater=ref.respondent or CLIENT_RATER,
        measure=measure,
        points=points,
        baseline=began or _first_serves(points, at.plan.opened),
        better=better_of(measure, form_of(at.forms, ref), None),
        ended=at.plan.ended_on(at.today),
    )


def _windows(item: Scorable) -> Iterator[_Window]:
    began: date | None = None
    for former in item.former_measures:
        yield _Window(former, began, former.until)
        began = former.until + A_DAY if former.until < date.max else former.until
    if item.measure and not isinstance(item.measure, FormerMeasure):
        yield _Window(item.measure, began, None)


def _raters(at: Standpoint, item_id: str) -> list[str]:
    """The client, then by name whoever scored it, and of the people of the plan whoever filled in its form."""
    raters = at.once(_raters_by_item).get(item_id, set())
    named = [window.measure.form for window in at.once(_windows_on, item_id) if window.measure.form]
    forms = {form.id for form in named if form.respondent is None}
    people = {name.casefold() for name in people_of(at.plan)}
    filled = {found.ref.respondent for found in at.once(filled_in) if found.ref.id in forms}
    return [CLIENT_RATER, *sorted((raters | {name for name in filled if name in people}) - {CLIENT_RATER})]


def _raters_by_item(at: Standpoint) -> Mapping[str, set[str]]:
    """Whoever scored something, by what was scored."""
    found: dict[str, set[str]] = {}
    for rated in chain(*at.once(noted_scores)):
        found.setdefault(rated.item, set()).add(rated.rater)
    return found


def _measure_for(rater: str, measure: Measure) -> Measure:
    """The measure itself; another rater's form is the one which that rater fills in."""
    is_own = measure.form is None or measure.form.respondent or rater == CLIENT_RATER
    return measure if is_own else measure.model_copy(update={"by": measure.by.by(rater)})


def _scored(at: Standpoint, rated: Rated, measure: Measure, window: _Window) -> tuple[Point, ...]:
    """The scores of the measure's days; what another measure scored on other days is never added to its counts."""
    if measure.form:
        is_theirs = rated.rater in {CLIENT_RATER, measure.form.respondent}
        return window.part_of(at.once(readings, measure.form, measure.of)) if is_theirs else ()
    logged, noted = at.once(noted_scores)
    sessions = window.part_of(logged.get(rated, ()))
    diary: Sequence[Point] = sorted(window.part_of(noted.get(rated, ())), key=lambda point: point.day)
    if counted_over := counting_window(measure):
        days, last = [point.day for point in sessions], min(at.today, window.until or date.max)
        diary = summed_up(diary, counted_over, days, today=last)
    return tuple(sorted([*diary, *sessions], key=lambda point: point.day))


def last_scored(at: Standpoint, series: Series) -> date | None:
    """The newest day of its scores, or of the days noted for one: a month that is added up comes when it is over."""
    noted = (
        at.once(noted_scores)[1].get(Rated(series.item, series.rater), ()) if counting_window(series.measure) else ()
    )
    days = [point.day for point in (*noted, *series.points) if series.began is None or point.day >= series.began]
    return max(days, default=None)


def _baseline(measure: Measure, form: Form | None, points: tuple[Point, ...], start: date | None) -> Baseline | None:
    stated = possible_baseline(measure, form)
    if stated is None:
        return _first_serves(points, start)
    first = points[0].day if points else None
    return Baseline(measure.since or start or first, stated, stated=True)


def _is_stated_for(at: Standpoint, item: Scorable, measure: Measure, rater: str) -> bool:
    """Whether the stated baseline is where that rater began: of one who judges it is nobody else's.

    In a plan with members a score without a name is that of the one who judges.
    """
    judge = judge_by(at.plan, item, measure)
    if judge in {None, EACH, rater} or (measure.form and measure.form.respondent):
        return True
    return rater == CLIENT_RATER and bool(at.plan.members) and judge in known_raters(at.plan)


def _first_serves(points: tuple[Point, ...], start: date | None) -> Baseline | None:
    """The first score from the opening on, else the first of all."""
    later = [point for point in points if start is None or point.day >= start]
    first = next(iter(later or points), None)
    return Baseline(first.day, first.value, stated=False) if first else None
