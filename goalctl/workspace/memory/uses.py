"""The bank of a workspace, as a memory keeps it: uses as rows, the entries they make, ids, search. Light: no models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain
from sys import intern

from goalctl.analysis.caseload.banked import Banked, BankKind, Use, banked, folded, id_length
from goalctl.analysis.ranking import Findable, Ranking
from goalctl.model.errors import GoalctlError
from goalctl.model.scalars import excerpt
from goalctl.workspace.memory.answer import Answer
from goalctl.workspace.memory.parts import day_of, day_text, written

PREFIX = "bank:"
_KINDS = {kind.value: kind for kind in BankKind}
_LEAST_TYPED = 2  # characters; one stands in everything
_ID = re.compile(r"[0-9a-f]{4,64}", re.ASCII)


class NoBankedError(GoalctlError):
    """No text of the bank has that id, several have it, or it is of another kind."""

    exit_status = 2


class Bank:
    """Everything the plans hold, reached most first; ids are as long as it takes to tell all of them apart.

    `people` are those that are known under more than one id, by each of the later ones.
    """

    def __init__(self, entries: tuple[Banked, ...], people: Mapping[str, str] | None = None) -> None:
        self.entries, self.people, self.length = entries, people or {}, id_length(entries)

    def used_by(self, entry: Banked) -> int:
        """How many people's plans hold it; who came back is one."""
        return len({*map(self._person, entry.clients)} if self.people else entry.clients)

    def are_one(self, client: str, other: str) -> bool:
        """Whether both ids are one person's, in two episodes or in one."""
        return self._person(client) == self._person(other)

    def is_of(self, client: str, entry: Banked) -> bool:
        """Whether that person's own plans hold it."""
        return any(self.are_one(client, other) for other in entry.clients)

    def _person(self, client: str) -> str:
        return self.people.get(client, client)

    def id_of(self, entry: Banked) -> str:
        """How it is named on a command line, `bank:3f9a1c`."""
        return f"{PREFIX}{entry.digest[: self.length]}"

    def named(self, ref: str) -> Banked:
        """The entry that the id, or a beginning of it that fits only one, stands for."""
        wanted = ref.removeprefix(PREFIX).lower()
        fitting = [entry for entry in self.entries if entry.digest.startswith(wanted)] if _ID.fullmatch(wanted) else []
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            ids = ", ".join(self.id_of(entry) for entry in fitting[:5])
            raise NoBankedError(f"{excerpt(ref)} could be any of {len(fitting)}", f"write a little more: {ids}")
        raise NoBankedError(f"the bank has no {excerpt(ref)}", "`goalctl bank` lists what it has")

    def searched(self, query: str) -> list[Banked]:
        """The entries that the words fit, best first; then those that hold every word as far as it is typed."""
        found = self._ranking.best(query)
        parts, known = [part for part in folded(query).split() if len(part) >= _LEAST_TYPED], {*found}
        holding = (place for place, text in enumerate(self._texts) if parts and all(part in text for part in parts))
        return [self.entries[place] for place in (*found, *(place for place in holding if place not in known))]

    @cached_property
    def _texts(self) -> list[str]:
        return [folded(entry.text) for entry in self.entries]

    @cached_property
    def _ranking(self) -> Ranking:
        return Ranking([Findable(entry.text) for entry in self.entries])


def bank_of(answer: Answer) -> Bank:
    """The bank of the plans that were asked about; one that can't be read adds nothing."""
    people = {brief.client: brief.person for brief in answer.briefs if brief.person not in {None, brief.client}}
    return Bank(tuple(banked(chain.from_iterable(brief.uses for brief in answer.briefs))), people)


def uses_body(client: str, named: str, person: str, uses: Iterable[Use]) -> str:
    """The uses in a plan as a memory keeps them, under the client whose file it is."""
    told = [
        [use.kind.value, use.text, use.item, day_text(use.began), use.reached, day_text(use.reached_on),
         use.holds_own_words, use.measure, use.private]
        for use in uses
    ]  # fmt: skip
    return written([client, named, person, told])


def uses_from(bodies: Iterable[str]) -> Iterator[tuple[tuple[Use, ...], str, str]]:
    """The same, read back: the uses, whom the plan names, and which person that is.

    Many plans in one piece; what many of them say is kept once.
    """
    day = cache(day_of)
    for client, named, person, told in json.loads(f"[{','.join(bodies)}]"):
        uses = [
            Use(
                _KINDS[kind], intern(text), client, intern(item), day(began), reached, day(reached_on), is_quoted,
                measure, tuple(private),
            )
            for kind, text, item, began, reached, reached_on, is_quoted, measure, private in told
        ]  # fmt: skip
        yield tuple(uses), named, person
