"""What every report is made of: facts, tables, charts, signature lines, and the stretch of time it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.case import Case
from goalctl.analysis.client_side import Reader
from goalctl.analysis.standpoint import as_it_ended
from goalctl.model.form import Form
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.settings import Settings
from goalctl.views.charts.model import Chart


class Scope(NamedTuple):
    """Whose report it is, on which day it is written, and which stretch of days it tells about, both ends included.

    The case is that of the last day; `begin` None means from the beginning. `reader` is whose page it is, where it is
    a page for the client; None: for everybody of the plan. `risk_in_full` says more about risk than its one line.
    """

    case: Case
    identity: Identity
    today: date
    begin: date | None = None
    reader: Reader | None = None
    risk_in_full: bool = False

    @property
    def plan(self) -> Plan:
        """The plan as it stood at the end of the stretch."""
        return self.case.plan

    @property
    def forms(self) -> Mapping[str, Form]:
        """The forms that the plan may name."""
        return self.case.forms

    @property
    def settings(self) -> Settings:
        """The practice's."""
        return self.case.settings

    @property
    def end(self) -> date:
        """The last day of the stretch."""
        return self.case.today

    @property
    def in_treatment(self) -> Scope:
        """The same up to the end of treatment, where that is over: what is scored afterwards did not come of it."""
        return self._replace(case=self.case.once(as_it_ended))

    @property
    def entries(self) -> tuple[Session, ...]:
        """The valid entries of the stretch, in the order of the log."""
        return tuple(entry for entry in self.case.entries if self.holds(entry.date))

    def holds(self, day: date) -> bool:
        """Whether the day lies in the stretch."""
        return (self.begin is None or self.begin <= day) and day <= self.end


class ReportFact(NamedTuple):
    """A label with its value; an empty value is a line to fill in by hand."""

    label: str
    value: str


class Table(NamedTuple):
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


class Figure(NamedTuple):
    """A chart: drawn where pictures can be, else as a line of bars. `key` keeps the ids of one page apart."""

    chart: Chart
    sparks: str
    key: str


class SignatureLine(NamedTuple):
    """Where somebody signs: who, with which credential, and what is on record already."""

    role: str
    who: str
    recorded: str


class Head(NamedTuple):
    """The top of every report, and what stands on each of its pages; `notice` is what a law asks it to say."""

    title: str
    client: str
    name: str
    day: str
    identity: tuple[ReportFact, ...]
    facts: tuple[ReportFact, ...]
    mark: str = "Confidential"
    notice: str = ""
    paper: str = "a4"

    @property
    def running(self) -> str:
        """Client, report and day, for every page."""
        return " · ".join(part for part in (self.client, self.name, self.title, self.day) if part)


def facts_of(*pairs: tuple[str, object]) -> tuple[ReportFact, ...]:
    """The pairs that have a value, as facts."""
    return tuple(ReportFact(label, str(value)) for label, value in pairs if value not in (None, "", ()))


def list_words(items: Iterable[object]) -> str:
    """The items with commas between them; empty ones are left out."""
    return ", ".join(str(item) for item in items if item not in (None, ""))


def day_words(day: date | None) -> str:
    """The day in ISO; empty for None."""
    return day.isoformat() if day else ""
