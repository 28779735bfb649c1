"""What the heads of a table mean: a column of goalctl, a goal's scores, or a part of a form, as `phq-9.q1`.

What somebody said comes first, then what goes without saying: `phq9_1`, `PHQ-9 total`, `phq_9_q2`, `phq9_date`, a
checkbox of REDCap's (`phq9_function___2`). A head that nobody knows is refused, so that nothing is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from goalctl.exchange.table import LEFT_OUT, TableError, refuse_absent
from goalctl.model.form import Form, FormKind
from goalctl.model.ids import form_called, is_scored, letters_of
from goalctl.model.nearest import nearest
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.scoring import TOTAL

DATE = "date"
SCORE = "score"
OPTION = ":"
_MOST = 12
_TOTALS = {"total", "totalscore", "score", "sum", "sumscore"}
_DATES = {"date", "timestamp", "day", "datetime"}
_STATES = {"complete"}
_NUMBERED = re.compile(r"(?:q|sq|i|item|question)?0*([1-9]\d*)", re.ASCII)
_SERIES = re.compile(r"(?<=[a-z])[^a-z0-9]*\d+$", re.ASCII | re.IGNORECASE)
_CHECKBOX = re.compile(r"(?P<field>.+?)___(?P<option>\w+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heads:
    """What may be meant: columns by name, and forms; what somebody said of heads; the form that all rows are about.

    `said` was typed and names heads that must be there; `usual` is a mapping's, whose heads may have `*` in them.
    """

    known: Collection[str]
    forms: Mapping[str, Form] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    form: str = ""

    def keys(self, heads: Sequence[str]) -> list[str]:
        """The key of each head, in order."""
        refuse_absent((head for head in self.said if head != "*"), heads)
        found = self._meanings(heads)
        if unknown := [head for head, key in found.items() if key is None]:
            raise self._unknown(unknown) if len(heads) > 1 else self._one_column(unknown[0])
        keys = [found[head] or LEFT_OUT for head in heads]
        return [*self._with_score_as_total(keys)] if self.form else keys

    def _with_score_as_total(self, keys: Sequence[str]) -> Iterator[str]:
        """Beside the answers on the one form, a column of scores holds its totals."""
        has_answers = any(key.startswith(f"{self.form}.") for key in keys)
        for key in keys:
            yield f"{self.form}.{TOTAL}" if has_answers and key == SCORE else key

    def _meanings(self, heads: Sequence[str]) -> dict[str, str | None]:
        """The key of each head; of one in doubt what a stated `*` says, else None: a mapping's does not settle it."""
        star = self.said.get("*")
        doubted = dict.fromkeys(self._in_doubt(heads), self._meant(star) if star else None)
        return {head: self._key(head) for head in heads} | doubted

    def _in_doubt(self, heads: Sequence[str]) -> Iterator[str]:
        """The items of a form that is named without its number, `phq_1` to `phq_9`: some read as others."""
        series: dict[str, list[str]] = {}
        for head in filter(_SERIES.search, heads):
            series.setdefault(_SERIES.sub("", head.lower()), []).append(head)
        for alike in series.values():
            unsaid = [head for head in alike if not (self.said.get(head) or self.usual.get(head))]
            if self._are_items(alike, [self._without_saying(head) for head in unsaid]):
                yield from unsaid

    def _are_items(self, alike: Sequence[str], kinds: Sequence[str | None]) -> bool:
        """Whether heads that differ by a number only are items: some are forms, and one of them is not."""
        is_one_a_part = None in kinds or any("." in self.said.get(head, "") for head in alike)
        return is_one_a_part and any(kind in self.forms for kind in kinds if kind)

    def left_out(self, heads: Sequence[str]) -> list[str]:
        """The heads that are left out by a `*`, rather than by their own name."""
        named, found = {*self.said, *self.usual, ""}, self._meanings(heads)
        return [head for head in heads if head not in named and found[head] == LEFT_OUT]

    def _key(self, head: str) -> str | None:
        if not head:
            return LEFT_OUT  # a spreadsheet's empty column
        word = self.said.get(head) or self.usual.get(head)
        return self._meant(word) if word else self._without_saying(head) or self._by_star(head)

    def _by_star(self, head: str) -> str | None:
        stars = {**self.usual, **self.said}
        word = next((word for star, word in stars.items() if "*" in star and fnmatchcase(head, star)), None)
        return self._meant(word) if word else None

    def _meant(self, word: str) -> str | None:
        """The key that a stated meaning is: `client`, `g1@clinician`, `PHQ9.q1`, or `q1` of the form of all rows."""
        if word == LEFT_OUT or word in self.known:
            return word
        if is_scored(word):
            return word if self.forms else None
        named, _, part = word.partition(".")
        try:
            ref = form_called(named, self.forms)
        except ScalarError:
            return None
        if form := self.forms.get(ref.name):
            return _joined(str(ref), _stated_part(form, part))
        own = self.forms.get(form_called(self.form).name) if self.form else None
        return _joined(self.form, _stated_part(own, word)) if own else None

    def _without_saying(self, head: str) -> str | None:
        word = head.lower().replace(" ", "_")
        if word in self.known:
            return word
        if is_scored(word):
            return word if self.forms else None
        if "@" in head:
            return self._meant(head)  # `phq-9@anna.q1`, `card@2`: whose, or which version, is never guessed
        checkbox = _CHECKBOX.fullmatch(head)
        found = self._part_in(checkbox["field"] if checkbox else head)
        return f"{found}{OPTION}{checkbox['option']}" if found and checkbox and found != LEFT_OUT else found

    def _part_in(self, head: str) -> str | None:
        """The form, and the part of it, that the words of a head name: the longest name of a form that fits."""
        tokens = re.findall(r"[a-z0-9]+", head.lower())
        names = {letters_of(name): name for name in self.forms}
        for first in range(len(tokens)):
            for last in range(len(tokens), first, -1):
                name = names.get("".join(tokens[first:last]))
                form = self.forms.get(name) if name else None
                if form and name and form.kind is FormKind.ASSESSMENT:
                    part = _usual_part(form, "".join(tokens[last:]))
                    return LEFT_OUT if part == LEFT_OUT else _joined(name, part)
        return None

    def _one_column(self, head: str) -> TableError:
        """Most likely its cells are parted by another mark than those that are tried."""
        hint = "cells are parted by a comma, a semicolon, a tab or |; another mark is said in a line above: sep=~"
        return TableError(
            f"the column '{excerpt(head)}' is not known, and is the only one", f"{hint}; {self._unknown([head]).hint}"
        )

    def _unknown(self, heads: Sequence[str]) -> TableError:
        first = heads[0]
        word = self.said.get(first) or self.usual.get(first)
        near = nearest(word or first, self.known)
        known = ", ".join([*self.known, *(["g1", "phq-9.q1"] if self.forms else [])])
        name, others = excerpt(first), "" if near else f" ({known})"
        hint = f'say what it means with --map "{name}={near or "…"}"{others}, or leave it out with --map "{name}=-"'
        if len(heads) == 1:
            return TableError(f"the column '{name}' is not known", hint)
        named = ", ".join(map(excerpt, heads[:_MOST])) + (" …" if len(heads) > _MOST else "")
        return TableError(f"{len(heads)} columns are not known: {named}", f'{hint}; --map "*=-" leaves out all of them')


def _joined(form: str, part: str | None) -> str | None:
    return None if part is None else f"{form}.{part}" if part else form


def _stated_part(form: Form, word: str) -> str | None:
    """`q1`, `total`, a subscale, `date`, or one answer of an item, `function:2`; None for what the form lacks."""
    part, colon, option = word.partition(OPTION)
    found = part if part in {"", TOTAL, DATE} else part_named(form, part)
    return f"{found}{colon}{option}" if found is not None else None


def _usual_part(form: Form, letters: str) -> str | None:
    if letters in _STATES:
        return LEFT_OUT
    if letters in _DATES:
        return DATE
    return letters if not letters else part_named(form, letters)


def part_named(form: Form, word: str) -> str | None:
    """The item, the subscale or the total that a word means: `q1`, `Q01`, `1`, `Depression`, `total score`."""
    letters = letters_of(word)
    scoring = form.scoring
    names: list[str] = [item.id for item in form.items] + [*(scoring.subscales if scoring else ())]
    if found := next((name for name in names if letters_of(name) == letters), None):
        return found
    if letters in _TOTALS:
        return TOTAL
    number = _NUMBERED.fullmatch(letters)
    place = int(number[1]) if number else 0
    return form.items[place - 1].id if 1 <= place <= len(form.items) else None
