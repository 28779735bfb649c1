"""What a chart shows, as plain values that any drawer can take; nothing here knows a terminal, a page or a plan.

Every text is safe to show: whoever makes a chart sends client text through `one_line`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

ROOM = timedelta(days=7)
FAR = timedelta(days=3 * 366)
AN_EDGE = 40
A_LITTLE_LATER = 4


class Role(StrEnum):
    """What a line says; legends use these words."""

    SCORES = "scores"
    AIMLINE = "aimline"
    FIRST_AIMLINE = "first aimline"
    TREND = "trend"
    PROJECTION = "projection"


@dataclass(frozen=True, slots=True)
class Trace:
    """Points joined in order of days. `name` stands in the legend; `place` tells lines of one role apart."""

    role: Role
    name: str
    points: tuple[tuple[date, float], ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """A score that a horizontal line marks: the baseline, the target. Without days it spans the whole chart.

    Of two lines that are one thing, the edges of a band, only one has a text.
    """

    name: str
    value: float
    text: str
    is_target: bool = False
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that an upright line marks: the deadline, or (`is_past`) what used to hold."""

    day: date
    text: str
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of scores, `low` included and `high` not, but for the topmost."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ticks:
    """Ticks that a scale has by nature, such as the edges of bands; drawn where there is room for all of them."""

    values: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


NO_TICKS = Ticks()


@dataclass(frozen=True, slots=True)
class Chart:
    """One goal, objective or form over time. `low` and `high` are the ends of the y axis, `unit` follows its numbers.

    `instead` is the one sentence that stands where nothing can be drawn.
    """

    id: str
    title: str
    measure: str = ""
    traces: tuple[Trace, ...] = ()
    levels: tuple[Level, ...] = ()
    moments: tuple[Moment, ...] = ()
    bands: tuple[Band, ...] = ()
    low: float = 0.0
    high: float = 1.0
    unit: str = ""
    ticks: Ticks = NO_TICKS
    notes: tuple[str, ...] = ()
    instead: str = ""
    start: date = date.min
    end: date = date.min

    @property
    def scores(self) -> tuple[Trace, ...]:
        """The lines that are scores, not derived from them."""
        return tuple(trace for trace in self.traces if trace.role is Role.SCORES)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The charts of one client, seen from one day."""

    client: str
    today: date
    charts: tuple[Chart, ...]


def fitted(chart: Chart) -> Chart:
    """The chart with an x axis that holds its days, with a little room at the end.

    A projection may make it longer by a quarter, not more. A day more than three years after the last score would
    press all scores together: it is named below the chart instead.
    """
    limit = _limit(chart)
    far = tuple(moment for moment in chart.moments if moment.day > limit)
    chart = replace(
        chart,
        moments=tuple(moment for moment in chart.moments if moment.day <= limit),
        notes=(*chart.notes, *(f"{moment.text} lies far beyond this chart" for moment in far)),
    )
    days = [day for day in _days(chart) if day <= limit]
    if not days:
        return chart
    start, end = min(days), max(days)
    if start == end:
        return replace(chart, start=_moved(start, -ROOM), end=_moved(end, ROOM))
    later = [trace.points[-1][0] for trace in chart.traces if trace.role is Role.PROJECTION]
    end = max([end, *(day for day in later if day - end <= (end - start) / A_LITTLE_LATER)])
    return replace(chart, start=start, end=_moved(end, max((end - start) / AN_EDGE, timedelta(days=1))))


def _limit(chart: Chart) -> date:
    last = max((day for trace in chart.scores for day, _ in trace.points), default=date.max)
    return _moved(last, FAR)


def _days(chart: Chart) -> list[date]:
    days = [day for trace in chart.traces if trace.role is not Role.PROJECTION for day, _ in trace.points]
    days += [moment.day for moment in chart.moments]
    return days + [day for level in chart.levels for day in (level.start, level.end) if day]


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def on_one_axis(charts: tuple[Chart, ...]) -> tuple[Chart, ...]:
    """Small multiples: the same days on every x axis, so that what lies under each other happened together."""
    drawn = [chart for chart in charts if not chart.instead]
    if not drawn:
        return charts
    start, end = min(chart.start for chart in drawn), max(chart.end for chart in drawn)
    return tuple(chart if chart.instead else replace(chart, start=start, end=end) for chart in charts)
