"""The words of a goal, made ready for the question who does what in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goalctl.rules.wording import verbs
from goalctl.rules.wording.asides import behind_adjunct, without_asides
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.given import POSTED
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import CLIENTS, is_body, is_person
from goalctl.rules.wording.slips import is_known
from goalctl.rules.wording.verb_places import ADJUNCT, finite_place

_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*(?:(?<=s)'(?= [a-z]))?|\d+(?:[.:,/]\d+)*|[%;,.:()\u2013]")
_PRONOUNS = words("he i it she they we you")
_TITLES = words("dr miss mr mrs ms")
_ARTICLES = words("each our the this")
_LEADS = words("able again finally hope hopes just like shall to want wants will would")
_AT_LAST = {("at", "last"), ("for", "once"), ("just", "once")}
_BEFORE_OTHERS = words("convince convinces get gets our persuade persuades")
_WISHES = words("hope hopes like want wants")


@dataclass(frozen=True)
class GoalWords:
    """All its words, without asides; and its own: those behind the client as the subject, and behind `will` or `to`."""

    words: tuple[str, ...]
    own: tuple[str, ...]
    acronyms: frozenset[str]
    clauses: tuple[GoalClause, ...]

    @property
    def has_verb(self) -> bool:
        """Whether its first clause has one."""
        return bool(self.clauses[0].head)


def said_in(statement: GoalSentence) -> GoalWords:
    """The words of that sentence."""
    whole = behind_adjunct(without_asides(_TOKEN.findall(statement.text)))
    whole = [*_without_names(whole, statement.names)]
    whole = whole[_named_later(whole, statement.names) :]
    if tuple(whole[:2]) in _AT_LAST and len(whole) > len(_AT_LAST):
        whole = whole[2:]
    own = whole[len(_client_at(whole)) :]
    while own and own[0] in _LEADS and (own[0] not in _WISHES or own[1:2] == ["to"]):
        own = own[1:]
    return GoalWords(tuple(whole), tuple(own), statement.acronyms, statement.clauses)


def _without_names(tokens: Sequence[str], names: frozenset[str]) -> Iterator[str]:
    """The words without a name behind who bears it: flatmate Caleb; `our Kev` is a relative."""
    for before, word in zip(("", *tokens), tokens, strict=False):
        if before in _BEFORE_OTHERS and word in names:
            yield "relative"
        elif not (word in names and is_person(before) and not is_body(before)):
            yield word


def _named_later(tokens: Sequence[str], names: frozenset[str]) -> int:
    """Where the client's name stands behind when or where, with what the client does: at the meeting Ali speaks."""
    places = range(2, len(tokens) - 1) if not ADJUNCT.isdisjoint(tokens[:1]) else ()
    return next((n for n in places if tokens[n] in names and _acts(tokens[n : n + 3])), 0)


def _client_at(tokens: Sequence[str]) -> Sequence[str]:
    """The words at the beginning that name the client as who does it: she, Mr Gray, the resident, Rosa."""
    n = int(tokens[:1] == ["that"])
    first, second = (*tokens[n : n + 2], "", "")[:2]
    if first in _PRONOUNS or first in CLIENTS or (second and _is_name(first) and _acts(tokens[n : n + 3])):
        return tokens[: n + 1]
    if (first in _ARTICLES and second in CLIENTS) or (first in _TITLES and second):
        return tokens[: n + 2 + (tokens[n + 2 : n + 3] == ["."])]
    return tokens[:0]


def _is_name(word: str) -> bool:
    return word.isalpha() and not (is_known(word) or is_person(word) or word in POSTED)


def _acts(tokens: Sequence[str]) -> bool:
    """Whether a name is followed by what it does."""
    is_to = tokens[1] == "to" and bool(bases("".join(tokens[2:3])) & verbs.KNOWN)
    return is_to or tokens[1] in {"is", "shall", "will"} or finite_place(tokens) == 1
