"""Every score that was ever given, one after another, whatever it was scored by; nothing here judges or adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from goalctl.analysis.instruments.answers import canonical
from goalctl.analysis.instruments.entered import answers_by_item, fits_by_number
from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers
from goalctl.model.finding import Value
from goalctl.model.form import Form, Item
from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.people import diary_of
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, number_from
from goalctl.model.session import Kind, Session
from goalctl.model.walk import measure_on

T = TypeVar("T")
_FLAGS = {"yes": 1.0, "no": 0.0}


class Source(StrEnum):
    """Where in a plan a score stands."""

    SESSION = "session"
    JOURNAL = "journal"
    FORM = "form"
    DIARY = "diary"


class Score(NamedTuple):
    """One score as it leaves a plan or comes into one; `line` is where it stood in a table.

    Of a form, `item` is its id, with the version where the plan names one, and `rater` is who filled it in; `part` is
    the subscale or the item that the score is of, empty for the total. `answers` is what a table says of it: its total,
    or the answers that give one, and `places` the lines on which the single answers stood. `entry` tells two entries of
    one day apart; in the diary it is empty but for a further score of a day.
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
    part: str = ""
    places: tuple[tuple[str, int], ...] = ()
    entry: str = ""

    @property
    def respondent(self) -> str:
        """Who filled in the form; empty for a score of a goal or an objective."""
        return self.rater if self.source is Source.FORM else ""

    def lines(self, *parts: str) -> list[int]:
        """The lines of a table that it stood on, of a form those of the named parts."""
        places = dict(self.places)
        return sorted({places[part] for part in parts if part in places}) or [self.line]

    @property
    def name(self) -> str:
        """As a plan names it: `g1`, `g1@clinician`, `phq-9`, `phq-9@anna`."""
        return str(Rated(self.item, self.rater))

    @property
    def key(self) -> tuple[date, str, bool]:
        """Which score of a client it is: for each day, item and rater there is one in the log and one in the diary."""
        return self.day, self.name, self.source is Source.DIARY


def scores_of(at: Standpoint) -> tuple[Score, ...]:
    """Every score up to today: those of the log by day, of its forms by day, and of the diary by day.

    Of a form come its total, its subscales, and its answers as numbers; answers in words are none.
    """
    return (*_of_sessions(at), *_of_forms(at), *_of_diary(at))


def _of_sessions(at: Standpoint) -> Iterator[Score]:
    names = at.once(_names)
    for entry in at.plan.log:
        source = Source.JOURNAL if entry.kind is Kind.JOURNAL else Source.SESSION
        for rated, score in entry.scores.items() if entry.date <= at.today else ():
            yield _of(at.plan, rated, entry.date, score, source)._replace(entry=names[id(entry)])


def numbered(things: Iterable[T], key: Callable[[T], object]) -> Iterator[tuple[int, T]]:
    """Each with the how manieth of its key it is, from 1 on."""
    met = Counter[object]()
    for thing in things:
        met[key(thing)] += 1
        yield met[key(thing)], thing


def _names(at: Standpoint) -> dict[int, str]:
    """What tells the entries of a day apart: the id; by hand without any the time and the kind, and which of these."""
    of_a_day = numbered(at.plan.log, lambda entry: (entry.date, _named(entry)))
    return {id(entry): _which(_named(entry), place) for place, entry in of_a_day}


def _named(entry: Session) -> str:
    return entry.id or " ".join(str(part) for part in (entry.time, entry.kind.value) if part)


def _which(name: str, place: int) -> str:
    return name if place == 1 else f"{name} {place}".strip()


def _of_forms(at: Standpoint) -> Iterator[Score]:
    names = at.once(_names)
    for entry, ref, answers in at.once(filled_in):
        rater = ref.respondent or CLIENT_RATER
        for part, score in _of_form(form_of(at.forms, ref), answers):
            found = Score(at.plan.client, ref.name, rater, entry.date, score, ref.name, Source.FORM, part=part)
            yield found._replace(entry=names[id(entry)])


def _of_diary(at: Standpoint) -> Iterator[Score]:
    entries = sorted(diary_of(at.plan), key=lambda noted: noted.date)
    noted = ((one.date, rated, score) for one in entries for rated, score in one.scores.items())
    for place, (day, rated, score) in numbered(noted, lambda one: one[:2]):
        if day <= at.today:
            yield _of(at.plan, rated, day, score, Source.DIARY)._replace(entry=_which("", place))


def _of_form(form: Form | None, answers: Answers) -> Iterator[tuple[str, float]]:
    """Total, subscales and answers, each with what it is called; of a form that nobody knows the total as stated."""
    if form is None:
        yield from () if answers.total is None else (("", answers.total),)
        return
    read = score_of(form, answers)
    yield from () if read.total is None else (("", read.total),)
    yield from ((name, value) for name, value in read.subscales.items() if value is not None)
    texts = answers_by_item(form, answers) if fits_by_number(form, answers) else {}
    for item in form.items:
        value = _number(form, item, texts[item.id]) if item.id in texts else None
        if value is not None and value != read.subscales.get(item.id):  # HADS: a score that is entered as such
            yield item.id, value


def _number(form: Form, item: Item, text: str) -> float | None:
    """The answer as a number, before any reversal; a yes is 1. None for words, and for what the item can't hold."""
    if form.scale_of(item) is None and not item.points:
        return None
    try:
        answer = canonical(form, item, text)
        return _FLAGS[answer] if answer in _FLAGS else number_from(answer)
    except ScalarError:
        return (item.points or {}).get(text)


def _of(plan: Plan, rated: Rated, day: date, score: float, source: Source) -> Score:
    item = plan.scorables.get(rated.item)
    measure = measure_on(item, day) if item else None
    return Score(plan.client, rated.item, rated.rater, day, score, measure.kind if measure else "", source)
