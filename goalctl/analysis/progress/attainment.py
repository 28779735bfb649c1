"""How far a goal has come: the share of the way, whether it is met, reached once, or how long it has been kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.direction import gap
from goalctl.analysis.progress.series import Series
from goalctl.model.target_band import TargetBand


class Kept(NamedTuple):
    """How long a goal with `keep` has been at its target without a break, in days, and how long it has to be."""

    since: date
    days: int
    needed_days: int

    @property
    def of_needed(self) -> str:
        """`21 of 84 days`; `147 days (84 needed)`."""
        if self.days > self.needed_days:
            return f"{self.days} days ({self.needed_days} needed)"
        return f"{self.days} of {self.needed_days} days"


class Attainment(NamedTuple):
    """Where the newest score stands.

    `share` is None for a goal that keeps what was reached and for one without baseline. `in_a_row` scores up to the
    newest are at or past the target (of a band: within it), `needed` make it met; `reached_on` is the first day one
    was, also if it was lost again. `met_on` is the day the goal became met, if it still is.
    """

    value: float
    share: float | None
    in_a_row: int
    needed: int
    reached_on: date | None
    kept: Kept | None
    met_on: date | None

    @property
    def is_met(self) -> bool:
        """Whether enough scores in a row are at or past the target, for as long as `keep` asks."""
        return self.met_on is not None

    @property
    def is_reached_once(self) -> bool:
        """Whether the newest score is at or past the target, while the goal is not met yet."""
        return self.in_a_row > 0 and not self.is_met


def share_of_the_way(value: float, baseline: float, target: float, band: TargetBand | None = None) -> float | None:
    """(value - baseline)/(target - baseline): 0 at the baseline, 1 at the target, whichever way the goal goes.

    Below 0 is worse than the baseline, above 1 past the target; None when target and baseline are the same. Of a band
    it is 1 - gap(value)/gap(baseline): 1 within it, and less again past its other end.
    """
    if band is not None:
        return 1 - gap(band, value) / gap(band, baseline) if gap(band, baseline) else None
    return None if target == baseline else (value - baseline) / (target - baseline)


def share_reached(series: Series, value: float) -> float | None:
    """The share of the way of one score of a series; None without baseline or target, or for keeping.

    Where the first score serves as baseline and already is past the target, there was no way to go: None.
    """
    if series.baseline is None or series.target is None:
        return None
    start = series.baseline.value
    # A PHQ-9 that begins at 7 with a target of 9 would otherwise show a share of the way back up.
    if not series.baseline.stated and series.gain(series.target, start) > 0:
        return None
    return share_of_the_way(value, start, series.target, series.band)


def attainment_of(series: Series) -> Attainment | None:
    """Where the series stands by its scores since the baseline; None without a score there or a target."""
    points = series.since_baseline
    if not points or series.target is None:
        return None
    run = _newest_run(series, points)
    return Attainment(
        value=points[-1].value,
        share=share_reached(series, points[-1].value),
        in_a_row=len(run),
        needed=max(series.measure.needed_in_a_row, 1),
        reached_on=next((point.day for point in points if series.is_at_target(point.value)), None),
        kept=_kept(series, run, unbroken=len(run) == len(points)),
        met_on=_met_on(series, run, unbroken=len(run) == len(points)),
    )


def is_met_by(series: Series) -> bool:
    """Whether the newest scores meet the target, for as long as `keep` asks, without all else that is told of them."""
    points = series.since_baseline
    if not points or series.target is None:
        return False
    run = _newest_run(series, points)
    return _met_on(series, run, unbroken=len(run) == len(points)) is not None


def _newest_run(series: Series, points: Sequence[Point]) -> list[Point]:
    newest_first = takewhile(lambda point: series.is_at_target(point.value), reversed(points))
    return list(newest_first)[::-1]


def _kept_since(series: Series, run: Sequence[Point], *, unbroken: bool) -> date:
    """A goal to keep what was reached is at its target from the baseline's day on, if no score broke that."""
    if series.is_kept and unbroken and series.baseline and series.baseline.day:
        return series.baseline.day
    return run[0].day


def _kept(series: Series, run: Sequence[Point], *, unbroken: bool) -> Kept | None:
    keep = series.measure.keep
    if keep is None or not run:
        return None
    since = _kept_since(series, run, unbroken=unbroken)
    return Kept(since, (run[-1].day - since).days, (keep.after(since) - since).days)


def _met_on(series: Series, run: Sequence[Point], *, unbroken: bool) -> date | None:
    needed = max(series.measure.needed_in_a_row, 1)
    if len(run) < needed:
        return None
    keep = series.measure.keep
    earliest = keep.after(_kept_since(series, run, unbroken=unbroken)) if keep else run[0].day
    return next((point.day for point in run[needed - 1 :] if point.day >= earliest), None)
