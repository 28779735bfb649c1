"""What every report is made of: facts, tables, charts, signature lines, and the stretch of time it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.model.form import Form
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration, EverySessions
from goalctl.model.settings import Settings
from goalctl.views.charts.model import Chart

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose report it is, from which day it is seen, and which stretch of days it tells about, both ends included.

    `plan` is already cut back to `end`; `begin` None means from the beginning.
    """

    plan: Plan
    forms: Mapping[str, Form]
    settings: Settings
    identity: Identity
    today: date
    end: date
    begin: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the stretch."""
        return (self.begin is None or self.begin <= day) and day <= self.end


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value; an empty value is a line to fill in by hand."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headings; the first cell of a row names it. `empty` stands where there are no rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""


def table_of(caption: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], empty: str = "") -> Table:
    """The table without the columns in which no row says anything; the first always stays."""
    found = tuple(rows)
    used = [place for place in range(len(heads)) if place == 0 or any(row[place] for row in found)]
    kept = tuple(tuple(row[place] for place in used) for row in found)
    return Table(caption, tuple(heads[place] for place in used), kept, empty)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: drawn where pictures can be, else as a line of bars. `key` keeps the ids of one page apart."""

    chart: Chart
    sparks: str
    key: str


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Where somebody signs: who, with which credential, and what is on record already."""

    role: str
    who: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Head:
    """The top of every report, and what stands on each of its pages."""

    title: str
    client: str
    name: str
    day: str
    identity: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    mark: str = "Confidential"

    @property
    def running(self) -> str:
        """Client, report and day, for every page."""
        return " · ".join(part for part in (self.client, self.name, self.title, self.day) if part)


def known(*pairs: tuple[str, object]) -> tuple[Fact, ...]:
    """The pairs that have a value, as facts."""
    return tuple(Fact(label, str(value)) for label, value in pairs if value not in (None, "", ()))


def rhythm_words(every: Duration | EverySessions | None) -> str:
    """`every week`, `every 4 sessions`; empty for None."""
    if every is None:
        return ""
    if isinstance(every, EverySessions):
        return "every session" if every.count == 1 else f"every {every.count} sessions"
    return f"every {_UNITS[every.unit]}" if every.count == 1 else f"every {stretch_words(every)}"


def stretch_words(stretch: Duration | None) -> str:
    """`26 weeks`; empty for None."""
    if stretch is None:
        return ""
    unit = _UNITS[stretch.unit]
    return f"{stretch.count} {unit}" if stretch.count == 1 else f"{stretch.count} {unit}s"


def listed(items: Iterable[object]) -> str:
    """The items with commas between them; empty ones are left out."""
    return ", ".join(str(item) for item in items if item not in (None, ""))


def day_words(day: date | None) -> str:
    """The day in ISO; empty for None."""
    return day.isoformat() if day else ""
