"""Regular expressions that cost nothing until a goal is read, and then only those whose first letters stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

_BOUNDARY = r"\b"
_LITERAL = re.compile(r"[a-z0-9' -]+")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
_REPEATED = ("?", "*", "{")
_SIGN = re.compile(r"\\.|\[[^]]+\]|[()|]")
_BEGUN = re.compile(r"\b\w(?:.|$)")
_LETTERS = 2
_SHORT = 60  # characters: what stands behind a group is compiled again for each alternative in it


class Phrases:
    """Phrases as alternatives of one expression over text in small letters; with `start` they begin the text.

    An alternative is compiled only when a text holds what it begins with: most never are.
    """

    def __init__(self, *alternatives: str, start: bool = False) -> None:
        self._alternatives = alternatives
        self._at_start = start

    @cached_property
    def _table(self) -> tuple[dict[str, list[_Piece]], list[_Piece]]:
        """The alternatives by the two letters that they begin with, and those that may begin with anything."""
        by_letters: dict[str, list[_Piece]] = {}
        others = []
        found = (piece for each in self._alternatives for piece in _pieces_of(each))
        for place, (_, openings, expression) in enumerate(found):
            piece = _Piece(place, openings, expression)
            is_word = bool(openings) and (self._at_start or expression.startswith(_BOUNDARY))
            for letters in {opening[:_LETTERS] for opening in openings} if is_word else ():
                by_letters.setdefault(letters, []).append(piece)
            others += [] if is_word else [piece]
        return by_letters, others

    def _found(self, text: str, begin: int = 0) -> re.Match[str] | None:
        """The first of them from there on; of two that begin at one place the earlier alternative."""
        by_letters, others = self._table
        begun = {text[:1], text[:_LETTERS]} if self._at_start else _begun(text)
        pieces = [piece for letters in by_letters.keys() & begun for piece in by_letters[letters]]
        fitting = sorted(piece for piece in {*pieces, *others} if piece.may_be_in(text))
        if self._at_start:
            return next(filter(None, (_compiled(each.expression).match(text) for each in fitting)), None)
        found = filter(None, (_compiled(each.expression).search(text, begin) for each in fitting))
        return min(found, key=lambda match: match.start(), default=None)

    def find(self, text: str) -> str:
        """The first of them in the text, or nothing."""
        match = self._found(text)
        return match[0] if match else ""

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        return self._found(text) is not None

    def groups(self, text: str) -> dict[str, str]:
        """The named parts of the first of them, without those that are not there."""
        match = self._found(text)
        return {name: part for name, part in match.groupdict().items() if part} if match else {}

    def replaced(self, text: str, mark: str) -> str:
        """The text with a mark in the place of every one of them."""
        begin, kept = 0, ""
        while (match := self._found(text, begin)) and match.end() > begin:
            kept += text[begin : match.start()] + mark
            begin = match.end()
            if self._at_start:
                break
        return kept + text[begin:]

    def without(self, text: str) -> str:
        """The text with every one of them taken out."""
        return self.replaced(text, " ")


class _Piece(NamedTuple):
    """An expression, and the letters that all it finds begin with; none where it does not show them plainly."""

    place: int
    openings: tuple[str, ...]
    expression: str

    def may_be_in(self, text: str) -> bool:
        """Whether one of its beginnings stands in the text."""
        return not self.openings or any(opening in text for opening in self.openings)


_compiled = cache(re.compile)


@lru_cache(maxsize=64)
def _begun(text: str) -> frozenset[str]:
    """One and two letters that each word of the text begins with."""
    found = _BEGUN.findall(text)
    return frozenset(found).union(letters[0] for letters in found)


def _pieces_of(expression: str) -> Iterator[_Piece]:
    """The expression as alternatives that each begin with plain letters, as far as it can be divided so."""
    for branch in _branches(expression):
        lead = _BOUNDARY if branch.startswith(_BOUNDARY) else ""
        rest = branch.removeprefix(lead)
        group = _GROUP.match(rest)
        end = _closing(rest) if group else 0
        if group is None or rest.startswith(_REPEATED, end + 1):
            yield _Piece(0, _letters(rest), branch)
        else:
            yield from _divided(branch, lead + group[0], rest[group.end() : end], rest[end + 1 :])


def _divided(branch: str, before: str, inner: str, behind: str) -> Iterator[_Piece]:
    """A branch that begins with a group, as the alternatives in it; as one where much stands behind it."""
    pieces = list(_pieces_of(inner))
    if len(behind) <= _SHORT and not behind.startswith("+"):
        yield from (_Piece(0, each.openings, f"{before}{each.expression}){behind}") for each in pieces)
    else:
        is_plain = all(each.openings for each in pieces)
        yield _Piece(0, tuple(chain.from_iterable(each.openings for each in pieces)) if is_plain else (), branch)


def _letters(expression: str) -> tuple[str, ...]:
    """The plain letters that it begins with, without one that may be missing."""
    literal = _LITERAL.match(expression)
    opening = literal[0] if literal else ""
    opening = opening[:-1] if expression.startswith(_REPEATED, len(opening)) else opening
    return (opening,) if opening else ()


def _branches(expression: str) -> list[str]:
    """The expression divided at each `|` that stands in no group."""
    found, depth, start = [], 0, 0
    for sign in _SIGN.finditer(expression):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if sign[0] == "|" and not depth:
            found.append(expression[start : sign.start()])
            start = sign.end()
    return [*found, expression[start:]]


def _closing(expression: str) -> int:
    """Where the group closes that the expression begins with."""
    depth = 0
    for sign in _SIGN.finditer(expression):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if not depth:
            return sign.start()
    return len(expression)


def words(text: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(text.split())
