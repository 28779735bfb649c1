"""Scores as rows, one for each score that was ever given: out of a plan, and in from a table.

The columns, which stay as they are while `format` is 1:

    client      the client's id
    id          g1, g1.1; or a form's id, with a version where the plan names one
    rater       client, or whoever else gave it or filled in the form
    date        2026-02-02; with --deidentify `week` instead, counted from 0 at the opening
    score       a number; of a form its total, or read back its answers in a row, 223212211
    measure     what it was scored by then: rating, count, … or the form
    source      session, journal, form (in the log of sessions) or diary (between them)
    part        of a form: empty for its total, else a subscale or an item; answers in words are in the JSON only
    respondent  who filled in the form; empty for a goal or an objective
    entry       tells the entries of one day apart, by their ids as a rule; of the diary a further score of a day

Rows come by client, then the log by day, the forms by day (total, subscales, items in the form's order), the diary by
day. Amendments are applied and void entries left out. Read back, the rows of one filling become one form again, those
of two entries of one day two, each in an entry of its own; and a row without a source is a `journal`: it counts as a
score and never as a session held.

A table may also have a column for each goal or for each answer (`g1`, `phq-9.q1`): then a row is a visit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from goalctl.analysis.instruments.named import form_meant
from goalctl.analysis.scores.given import Score, Source
from goalctl.exchange.cells import Conventions
from goalctl.exchange.heads import DATE, OPTION, part_named
from goalctl.exchange.table import TableRow, bad_row
from goalctl.model.finding import Fault, Value
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated, form_called, is_scored, letters_of, rated_from
from goalctl.model.scalars import ScalarError, excerpt, number_text
from goalctl.model.scoring import TOTAL

COLUMNS = ("client", "id", "rater", "date", "score", "measure", "source", "part", "respondent", "entry")
NEEDED = ("client", "id", "date")


@dataclass(slots=True)
class ReadScores:
    """What a table says: its scores, what is wrong with which row, and the lines that hold no score.

    `again` are the lines that say of a form only what an earlier one says.
    """

    scores: list[Score] = field(default_factory=list)
    bad: list[Fault] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ScoreReader:
    """Who reads a table of scores: by these forms, as the table writes things, on this day."""

    forms: Mapping[str, Form]
    written: Conventions
    today: date

    def read(self, rows: Iterable[TableRow]) -> ReadScores:
        """Every row as a score, as several, or as a part of one; a row without any is passed over."""
        found = ReadScores()
        fillings: _Fillings = {}
        for row in rows:
            try:
                found.scores += self._of_row(row, fillings, found)
            except ScalarError as error:
                found.bad.append(bad_row(row.line, str(error), error.hint))
        found.bad += counted_from_where(fillings.values(), self.forms)
        found.scores += [filling.score for filling in fillings.values() if filling.parts]
        found.scores.sort(key=lambda score: score.line)
        told = {line for one in fillings.values() for line in one.places.values()} | {one.line for one in found.scores}
        found.again = sorted({line for one in fillings.values() for line in one.lines} - told)
        return found

    def _of_row(self, row: TableRow, fillings: _Fillings, found: ReadScores) -> Iterator[Score]:
        own = {key: text for key, text in row.cells.items() if key not in COLUMNS}
        values = {key: text for key, text in own.items() if not self._is_nothing(key, text)}
        if not values and (own or self._is_nothing("score", row.cells.get("score", ""))):
            found.passed_over.append(row.line)
        elif values:
            yield from self._of_visit(row, values, fillings)
        else:
            yield from self._of_score(row, fillings)

    def _is_nothing(self, key: str, text: str) -> bool:
        """A box that is not checked, and the day of a form, are no answers."""
        is_box = OPTION in key and text.lower() in {"0", "no", "unchecked", "false"}
        return is_box or key.endswith(f".{DATE}") or self.written.is_nothing(text)

    def _of_score(self, row: TableRow, fillings: _Fillings) -> Iterator[Score]:
        """A row that is one score, or one part of a form."""
        cells = row.cells
        if missing := [key for key in NEEDED if key not in cells]:
            raise ScalarError("E130", f"{missing[0]} is missing")
        if not is_scored(cells["id"]):
            ref = self._form_by(form_written(cells["id"], self.forms), self._who(cells))
            filling = self._filling(row, ref, self._day(cells["date"]), fillings)
            filling.take(self.forms.get(ref.name), cells.get("part", ""), cells["score"], row.line, self.written)
            return
        yield self._rated(row, self._rated_by(cells["id"], cells), cells["score"], _source_of(row))

    def _of_visit(self, row: TableRow, values: Mapping[str, str], fillings: _Fillings) -> Iterator[Score]:
        """A row with a column for each goal and each answer."""
        for key, text in values.items():
            if is_scored(key):
                yield self._rated(row, self._rated_by(key, row.cells), text, _source_of(row))
            else:
                name, _, part = key.partition(".")
                ref = self._form_by(form_called(name, self.forms), self._who(row.cells))
                day = self._day(row.cells.get(f"{name}.{DATE}") or row.cells.get("date", ""))
                filling = self._filling(row, ref, day, fillings)
                filling.take(self.forms.get(ref.name), part, text, row.places.get(key, row.line), self.written)

    def _rated(self, row: TableRow, rated: Rated, text: str, source: Source) -> Score:
        day, score = self._day(row.cells.get("date", "")), self.written.number(text)
        return Score(
            self._client(row), rated.item, rated.rater, day, score, row.cells.get("measure", ""), source, row.line,
            entry=row.cells.get("entry", ""),
        )  # fmt: skip

    def _filling(self, row: TableRow, ref: FormRef, day: date, fillings: _Fillings) -> _Filling:
        client, entry = self._client(row), row.cells.get("entry", "")
        return fillings.setdefault((client, str(ref), day, entry), _Filling(client, ref, day, row.line, entry))

    def _form_by(self, ref: FormRef, who: str) -> FormRef:
        """The form as it is filed: who filled it in stands with its name, or in a column of its own."""
        if ref.respondent and who not in {CLIENT_RATER, ref.respondent}:
            raise ScalarError("E129", f"{ref} was not filled in by {excerpt(who)}", "leave the rater empty")
        return ref if ref.respondent or who == CLIENT_RATER else ref.by(who)

    def _rated_by(self, named: str, cells: Mapping[str, str]) -> Rated:
        """The score as it is named: who gave it stands with the goal, or in a column of its own."""
        rated, who = rated_from(named), self._who(cells)
        if rated.rater not in {CLIENT_RATER, who} and who != CLIENT_RATER:
            raise ScalarError("E129", f"{rated} was not given by {excerpt(who)}", "leave the rater empty")
        return rated if rated.rater != CLIENT_RATER else Rated(rated.item, who)

    def _who(self, cells: Mapping[str, str]) -> str:
        """Who gave it: two columns say it, and may not name two people."""
        named = {key: self.written.respondent(cells[key]) for key in ("respondent", "rater") if cells.get(key)}
        if len(set(named.values())) > 1:
            both = " and ".join(f"{key} {excerpt(who)}" for key, who in named.items())
            raise ScalarError("E132", f"{both} are two people", "keep one of the two columns")
        return next(iter(named.values()), CLIENT_RATER)

    def _client(self, row: TableRow) -> str:
        if "client" not in row.cells:
            raise ScalarError("E130", "client is missing")
        return self.written.client(row.cells["client"])

    def _day(self, text: str) -> date:
        if not text:
            raise ScalarError("E130", "date is missing")
        day = self.written.day(text)
        if day > self.today:
            raise ScalarError(
                "E122", f"{day} is still to come (today is {self.today})", "a score has been given already"
            )
        return day


@dataclass(slots=True)
class _Filling:
    """One form that was filled in: what the rows say of it, and on which line each part of that stood."""

    client: str
    ref: FormRef
    day: date
    line: int
    entry: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    in_other_words: str = ""

    def take(self, form: Form | None, word: str, text: str, line: int, written: Conventions) -> None:
        """One more part of it: an answer, a subscale, the total, or all of it in one cell."""
        part, _, option = word.partition(OPTION)
        named = part_named(form, part) if form and part else part
        if named is None:
            raise ScalarError("E234", f"{self.ref} has no part '{excerpt(part)}'", "write an item, a subscale or total")
        said = _said(form, named, option or text, written)
        if self.parts.setdefault(named, said) != said:
            there = f"{self.ref} {named or 'total'} is {self.parts[named]} already"
            raise ScalarError("E132", there, "keep one of them")
        self.places.setdefault(named, line)
        self.lines.add(line)
        self.in_other_words = self.in_other_words or _in_other_words(form, named, text, written)

    @property
    def score(self) -> Score:
        """As a score whose number only the form can tell."""
        who = self.ref.respondent or CLIENT_RATER
        places = tuple(self.places.items())
        return Score(
            self.client, self.ref.name, who, self.day, math.nan, self.ref.name, Source.FORM, self.line,
            self._answers(), places=places, entry=self.entry,
        )  # fmt: skip

    def _answers(self) -> Value:
        """One cell alone is a text for the form to read; else the parts by name."""
        parts: dict[str, Value] = dict(self.parts)
        whole = parts.pop("", None)
        if whole is None:
            return parts
        return {TOTAL: whole, **parts} if parts else whole


_Fillings: TypeAlias = dict[tuple[str, str, date, str], _Filling]
"""By client, form, day and entry."""


def counted_from_where(fillings: Iterable[_Filling], forms: Mapping[str, Form]) -> Iterator[Fault]:
    """The fillings of a form whose numbers, beside words that it does not have, may be counted from 1 where it has 0.

    A 0 somewhere in the table says that they are not; of a form that begins at 1 its highest answer does.
    """
    by_form: dict[str, list[_Filling]] = {}
    for filling in fillings:
        by_form.setdefault(filling.ref.name, []).append(filling)
    for name, alike in by_form.items():
        form = forms.get(name)
        if form is None or any(_is_an_end(form, *said) for one in alike for said in one.parts.items()):
            continue
        for one in alike:
            if one.in_other_words:
                what = f"'{excerpt(one.in_other_words)}' has no words of {form.name}, and may count from another number"
                yield bad_row(one.line, what, f"say what each means in a mapping: answers: {{{name}: {{…: …}}}}")


def _is_an_end(form: Form, part: str, said: str) -> bool:
    """Whether it is an answer that a count begun one lower, or one higher, never gives."""
    item = form.item(part)
    numbers = [option for option in form.options_of(item) if option.isdecimal()] if item else []
    return bool(numbers) and said == ("0" if "0" in numbers else max(numbers, key=int))


def form_written(text: str, forms: Mapping[str, Form]) -> FormRef:
    """The form that a cell names: `PHQ-9`, also behind its whole name: `Patient Health Questionnaire (PHQ-9)`."""
    if text.partition("@")[0] in forms:
        return form_called(text, forms)  # `card@2`, also beside a `card2`
    known = {letters_of(name): name for name in forms}
    written = (known.get(letters_of(word)) for word in re.split(r"[()]", text))
    return form_meant(next(filter(None, written), text), forms)


def _source_of(row: TableRow) -> Source:
    """Where a score came from, as its row says; else it was written down between sessions."""
    stated = row.cells.get("source", Source.JOURNAL.value)
    if stated not in {source.value for source in Source if source is not Source.FORM}:
        raise ScalarError("E129", f"'{excerpt(stated)}' is no source", "use session, journal or diary")
    return Source(stated)


def _in_other_words(form: Form | None, part: str, text: str, written: Conventions) -> str:
    """The cell, where it has a number beside words that are not the form's; else nothing."""
    item = form.item(part) if form else None
    return text if form and item and written.is_beside_other_words(form, item, text) else ""


def _said(form: Form | None, part: str, text: str, written: Conventions) -> str:
    """An answer by its words, a score as a number; all of a form in one cell stays as it is, for the form to read."""
    item = form.item(part) if form else None
    if form and item:
        return written.answer(form, item, text)
    return number_text(written.number(text)) if part or written.is_decimal(text) else text
