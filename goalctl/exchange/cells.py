"""How another program writes days, numbers, answers and nothing, and what each cell means by that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.instruments.answers import canonical
from goalctl.model.day_words import written_day_from
from goalctl.model.form import Form, Item
from goalctl.model.ids import CLIENT_RATER, RATER, client_from
from goalctl.model.scalars import ScalarError, day_from, excerpt, number_from
from goalctl.model.table_map import DayOrder, Decimal

ANY_FORM = "*"
NOTHING = frozenset({"", "na", "n/a", "#n/a", "nan", "null", "none", ".", "-", "--", "missing", "not done"})
_SELF = {"client", "patient", "self", "me"}
_TIME = r"(?:[T ,:]+\d{1,2}(?::|\d\d).*|Z|[+-]\d\d:?\d\d)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4}.*)?", re.ASCII)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_NAMED = re.compile(rf"{_WEEKDAY}(.{{0,12}}?[a-z].{{0,20}}?\d{{4}}|.{{0,12}}[a-z]){_TIME}", re.IGNORECASE)
_GLUED = re.compile(r"(\d{1,2})([a-z]{3})(\d{4})", re.IGNORECASE)  # as SAS writes it
_SHORT_YEAR = re.compile(r"(\d{1,2}[- ][a-z]{3,9}[- ])(\d{2})", re.IGNORECASE | re.ASCII)
_OTHER_ORDER = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T,].*)?", re.ASCII)
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?", re.ASCII)
_COMMA = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_COUNTED = re.compile(r"\(?(\w+)\)?\s*[-\u2013\u2014=:.)]\s*(.+)")
_CENTURY = 2000
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a table writes things; `clients` are another program's ids, `answers` its words by form, `*` for any."""

    dates: DayOrder = DayOrder.ISO
    decimal: Decimal = Decimal.POINT
    missing: frozenset[str] = frozenset()
    clients: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def is_nothing(self, text: str) -> bool:
        """Whether the cell says that there is no score."""
        return text.lower() in NOTHING or text in self.missing

    def client(self, text: str) -> str:
        """The client's id here."""
        try:
            return client_from(self.clients.get(text, text))
        except ScalarError as error:
            hint = f"{error.hint}; under `clients` a mapping says what another program's ids are here"
            raise ScalarError(error.code, str(error), hint) from None

    def day(self, text: str) -> date:
        """A day: the year first, `20260201`, or `1 Feb 2026`, a time behind it being dropped; else as stated."""
        stated = text.strip()
        if match := _YEAR_FIRST.fullmatch(stated):
            return day_from(f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}")
        if match := _DIGITS.fullmatch(stated):
            return day_from("-".join(match.groups()))
        if self.dates is not DayOrder.ISO and (match := _OTHER_ORDER.fullmatch(stated)):
            return self._ordered(*match.groups())
        try:
            return written_day_from(self._with_its_month(stated))
        except ScalarError as error:
            raise ScalarError(error.code, str(error), self._way_through(stated, error.hint)) from None

    def _with_its_month(self, stated: str) -> str:
        """A day that names its month, without weekday and time; a year of two digits is read in a stated order only."""
        match = _NAMED.fullmatch(stated)
        named = _GLUED.sub(r"\1 \2 \3", match[1]) if match else stated
        is_short = self.dates is not DayOrder.ISO and _SHORT_YEAR.fullmatch(named)
        return f"{is_short[1]}{_CENTURY + int(is_short[2])}" if is_short else named

    def _ordered(self, first: str, second: str, year: str) -> date:
        day, month = (first, second) if self.dates is DayOrder.DMY else (second, first)
        whole = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 - a year of two digits
        return day_from(f"{whole}-{month:0>2}-{day:0>2}")

    def _way_through(self, text: str, hint: str) -> str:
        if self.dates is DayOrder.ISO and (match := _OTHER_ORDER.fullmatch(text)):
            orders = [o for o, month in ((DayOrder.DMY, match[2]), (DayOrder.MDY, match[1])) if int(month) <= _MONTHS]
            options = " or ".join(f"--dates {order}" for order in orders)
            return f"{hint}; for the whole table {options} says it" if options else hint
        if self.dates is DayOrder.ISO and _SHORT_YEAR.fullmatch(text):
            return f"{hint}; for the whole table --dates {DayOrder.DMY} says it"
        if _SERIAL.fullmatch(text):
            return "this is Excel's number of a day: format the column as a date, and save it again"
        return hint

    def number(self, text: str) -> float:
        """A number; with a decimal comma a point stands between thousands, and a percent sign is no part of it."""
        stated = re.sub(r"\s*%$", "", text.strip())
        if self.decimal is Decimal.COMMA:
            if _COMMA.fullmatch(stated) is None:
                raise ScalarError("E124", f"'{excerpt(text)}' is not a number", "with --decimal , it is written as 6,5")
            stated = stated.replace(".", "").replace(",", ".")
        try:
            return number_from(stated)
        except ScalarError as error:
            is_comma = error.hint.startswith(("use a point", "leave out")) and _COMMA.fullmatch(stated)
            comma = "; --decimal , says it for the whole table" if is_comma else ""
            raise ScalarError(error.code, str(error), error.hint + comma) from None

    def is_decimal(self, text: str) -> bool:
        """Whether a cell that may hold answers in a row, `1,4`, is one number here."""
        return self.decimal is Decimal.COMMA and re.fullmatch(r"\s*\d+,\d+\s*", text) is not None

    def respondent(self, text: str) -> str:
        """Who filled something in or gave a score; the client is `client`, whatever the other program calls them."""
        word = text.strip().lower()
        named = CLIENT_RATER if word in _SELF else word
        if RATER.fits(named):
            return named
        raise ScalarError("E128", f"'{excerpt(text)}' can't be who gave it", "write it as anna, mother or clinician")

    def answer(self, form: Form, item: Item, text: str) -> str:
        """An answer as the form has it: by its number, by its words, or by both, in either order.

        Its words may be in another language where a sign stands between, `2 - an mehr als der Hälfte der Tage`. What is
        none of these stays as it is, for the form to refuse; so does a number beside the words of another answer, as a
        program that counts from 1 writes them.
        """
        said = self._as_mapped(form, text)
        try:
            return canonical(form, item, said)
        except ScalarError:
            return self._by_words(form, item, said)

    def is_beside_other_words(self, form: Form, item: Item, text: str) -> bool:
        """Whether the answer is told by a number alone, beside words that neither the form nor the mapping has."""
        return bool(_beside_other_words(form.options_of(item), self._as_mapped(form, text)))

    def _as_mapped(self, form: Form, text: str) -> str:
        own = {**self.answers.get(ANY_FORM, {}), **self.answers.get(form.form, {})}
        return {_plain(word): answer for word, answer in own.items()}.get(_plain(text), text)

    def _by_words(self, form: Form, item: Item, text: str) -> str:
        options = form.options_of(item)
        by_words = {_plain(label): option for option, label in options.items()}
        both = {
            said: option for option, words in options.items() for said in (f"{option} {words}", f"{words} {option}")
        }
        if found := (both | by_words).get(_plain(text)):
            return found
        if number := _beside_other_words(options, text):
            return number
        try:
            return canonical(form, item, f"{self.number(text):g}")
        except ScalarError:
            return text


def _beside_other_words(options: Mapping[str, str], text: str) -> str:
    """The answer whose number stands beside words that no answer has, as in another language; empty where none does."""
    match, known = _COUNTED.fullmatch(text), {_plain(label) for label in options.values()}
    known |= {f"{option} {_plain(label)}" for option, label in options.items()}
    is_one = match and match[1] in options and match[2][0].isalpha() and not known & {_plain(match[2]), _plain(text)}
    return match[1] if match and is_one else ""


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
