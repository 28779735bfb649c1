"""What a chart shows, as plain values that any drawer can take; nothing here knows a terminal, a page or a plan.

Every text is safe to show: whoever makes a chart sends client text through `one_line`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import count
from typing import NamedTuple, TypeAlias

ROOM = timedelta(days=7)
FAR = timedelta(days=3 * 366)
AN_EDGE = 40
A_LITTLE_LATER = 4


class MarkKind(StrEnum):
    """What a mark says; legends use these words. How each looks is a row of `style.py`."""

    BASELINE = "baseline"
    TARGET = "target"
    DEADLINE = "deadline"
    FORMER_DAY = "former day"
    SCORES = "scores"
    AIMLINE = "aimline"
    FIRST_AIMLINE = "first aimline"
    TREND = "trend"
    PROJECTION = "projection"


class Trace(NamedTuple):
    """Points in order of days. `name` stands in the legend; `place` tells those of one kind apart.

    `text` says it where nothing can be drawn; scores are read out there by themselves.
    """

    kind: MarkKind
    name: str
    points: tuple[tuple[date, float], ...]
    place: int = 0
    text: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that the x axis has to hold; where a projection leads may lie outside."""
        return () if self.kind is MarkKind.PROJECTION else tuple(day for day, _ in self.points)


class Level(NamedTuple):
    """A score that a horizontal line marks: the baseline, the target. Without days it spans the whole chart.

    Of two lines that are one thing, the edges of a band, only one has a text.
    """

    kind: MarkKind
    name: str
    value: float
    text: str
    start: date | None = None
    end: date | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days between which it held."""
        return tuple(day for day in (self.start, self.end) if day)

    @property
    def is_target(self) -> bool:
        """Whether it stands out among the others."""
        return self.kind is MarkKind.TARGET


class Moment(NamedTuple):
    """A day that an upright line marks: the deadline, or what used to hold."""

    kind: MarkKind
    day: date
    text: str

    @property
    def days(self) -> tuple[date, ...]:
        """The day itself."""
        return (self.day,)


Mark: TypeAlias = Level | Moment | Trace


class ShadedBand(NamedTuple):
    """A named stretch of scores, `low` included and `high` not, but for the topmost."""

    name: str
    low: float
    high: float


class Ticks(NamedTuple):
    """Ticks that a scale has by nature, such as the edges of bands; drawn where there is room for all of them."""

    values: tuple[float, ...] = ()
    names: tuple[str, ...] = ()


NO_TICKS = Ticks()


class Chart(NamedTuple):
    """One goal, objective or form over time. `low` and `high` are the ends of the y axis, `unit` follows its numbers.

    `is_whole`: nothing lies between its whole numbers, so that no tick does.

    `values` are the scores that the line about the measure counts, which are one person's by one measure.

    `marks` are in the order in which they are told. `instead` is the one sentence where nothing can be drawn.
    """

    id: str
    title: str
    measure: str = ""
    marks: tuple[Mark, ...] = ()
    bands: tuple[ShadedBand, ...] = ()
    low: float = 0.0
    high: float = 1.0
    unit: str = ""
    ticks: Ticks = NO_TICKS
    notes: tuple[str, ...] = ()
    instead: str = ""
    start: date = date.min
    end: date = date.min
    is_whole: bool = False
    values: tuple[float, ...] = ()

    @property
    def levels(self) -> tuple[Level, ...]:
        """The marks that lie across."""
        return tuple(mark for mark in self.marks if isinstance(mark, Level))

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The marks that stand upright."""
        return tuple(mark for mark in self.marks if isinstance(mark, Moment))

    @property
    def scores(self) -> tuple[Trace, ...]:
        """The lines that are scores, not derived from them."""
        return tuple(trace for trace in self.traces if trace.kind is MarkKind.SCORES)

    @property
    def derived(self) -> tuple[Trace, ...]:
        """The other lines, which lie below them."""
        return tuple(trace for trace in self.traces if trace.kind is not MarkKind.SCORES)

    @property
    def traces(self) -> tuple[Trace, ...]:
        """The marks that have points."""
        return tuple(mark for mark in self.marks if isinstance(mark, Trace))


class ChartSheet(NamedTuple):
    """The charts of one client, seen from one day."""

    client: str
    today: date
    charts: tuple[Chart, ...]


def with_x_axis(chart: Chart) -> Chart:
    """The chart with an x axis that holds its days, with a little room at the end.

    A projection may make it longer by a quarter, not more. A day more than three years after the last score would
    press all scores together: it is named below the chart instead.
    """
    limit = _limit(chart)
    far = tuple(moment for moment in chart.moments if moment.day > limit)
    chart = chart._replace(
        marks=tuple(mark for mark in chart.marks if mark not in far),
        notes=(*chart.notes, *(f"{moment.text} lies far beyond this chart" for moment in far)),
    )
    days = [day for mark in chart.marks for day in mark.days if day <= limit]
    if not days:
        return chart
    start, end = min(days), max(days)
    if start == end:
        return chart._replace(start=_day_apart(start, -ROOM), end=_day_apart(end, ROOM))
    later = [trace.points[-1][0] for trace in chart.traces if trace.kind is MarkKind.PROJECTION]
    end = max([end, *(day for day in later if day - end <= (end - start) / A_LITTLE_LATER)])
    return chart._replace(start=start, end=_day_apart(end, max((end - start) / AN_EDGE, timedelta(days=1))))


def _limit(chart: Chart) -> date:
    last = max((day for trace in chart.scores for day, _ in trace.points), default=date.max)
    return _day_apart(last, FAR)


def _day_apart(day: date, by: timedelta) -> date:
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
    return tuple(chart if chart.instead else chart._replace(start=start, end=end) for chart in charts)


def one_look_each(charts: tuple[Chart, ...]) -> tuple[Chart, ...]:
    """Nobody looks like somebody else of the same sheet: whose place another name has takes the first free one."""
    places: dict[str, int] = {}
    for trace in (trace for chart in charts for trace in chart.scores):
        taken = set(places.values())
        free = next(place for place in count() if place not in taken)
        places.setdefault(trace.name, free if trace.place in taken else trace.place)
    return tuple(chart._replace(marks=tuple(_at_place(mark, places) for mark in chart.marks)) for chart in charts)


def _at_place(mark: Mark, places: Mapping[str, int]) -> Mark:
    if not isinstance(mark, Trace) or mark.kind is not MarkKind.SCORES:
        return mark
    return mark._replace(place=places[mark.name])
