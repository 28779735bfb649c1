"""Every score that was ever given, one after another, whatever it was scored by; nothing here judges or adds up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.finding import Value
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.plan import Plan
from goalctl.model.session import Kind
from goalctl.model.walk import measure_on


class Source(StrEnum):
    """Where in a plan a score stands."""

    SESSION = "session"
    JOURNAL = "journal"
    FORM = "form"
    DIARY = "diary"


@dataclass(frozen=True, slots=True)
class Score:
    """One score as it leaves a plan or comes into one; `line` is where it stood in a table.

    Of a form, `item` is its id, with the version where the plan names one, and `rater` is who filled it in; `answers`
    is what a table says of it: its total, or the answers that give one.
    """

    client: str
    item: str
    rater: str
    day: date
    score: float
    measure: str
    source: Source
    line: int = 0
    answers: Value = None

    @property
    def name(self) -> str:
        """As a plan names it: `g1`, `g1@clinician`, `phq-9`, `phq-9@anna`."""
        return str(Rated(self.item, self.rater))

    @property
    def key(self) -> tuple[date, str, bool]:
        """Which score of a client it is: for each day, item and rater there is one in the log and one in the diary."""
        return self.day, self.name, self.source is Source.DIARY


def scores_of(at: Standpoint) -> tuple[Score, ...]:
    """Every score up to today: those of the log by day, then those of the diary by day."""
    return tuple(_scores(at))


def _scores(at: Standpoint) -> Iterator[Score]:
    plan = at.plan
    for entry in plan.log:
        source = Source.JOURNAL if entry.kind is Kind.JOURNAL else Source.SESSION
        for rated, score in entry.scores.items() if entry.date <= at.today else ():
            yield _of(plan, rated, entry.date, score, source)
    for entry, ref, answers in at.once(filled_in):
        form = form_of(at.forms, ref)
        total = score_of(form, answers).total if form else answers.total
        if total is not None:
            rater = ref.respondent or CLIENT_RATER
            yield Score(plan.client, ref.name, rater, entry.date, total, ref.name, Source.FORM)
    for noted in sorted(plan.diary, key=lambda noted: noted.date):
        for rated, score in noted.scores.items() if noted.date <= at.today else ():
            yield _of(plan, rated, noted.date, score, Source.DIARY)


def _of(plan: Plan, rated: Rated, day: date, score: float, source: Source) -> Score:
    item = plan.scorables.get(rated.item)
    measure = measure_on(item, day) if item else None
    return Score(plan.client, rated.item, rated.rater, day, score, measure.kind if measure else "", source)
