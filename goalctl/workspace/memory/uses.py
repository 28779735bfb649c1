"""The bank of a workspace, as a memory keeps it: uses as rows, the entries they make, ids, search. Light: no models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from sys import intern

from goalctl.analysis.caseload.banked import Banked, BankKind, Use, banked, id_length
from goalctl.analysis.ranking import Findable, Ranking
from goalctl.model.errors import GoalctlError
from goalctl.model.scalars import excerpt
from goalctl.workspace.memory.answer import Answer
from goalctl.workspace.memory.parts import day_of, day_text, written

PREFIX = "bank:"
_KINDS = {kind.value: kind for kind in BankKind}
_ID = re.compile(r"[0-9a-f]{4,64}", re.ASCII)


class NoBankedError(GoalctlError):
    """No text of the bank has that id, several have it, or it is of another kind."""

    exit_status = 2


class Bank:
    """Everything the plans hold, reached most first; ids are as long as it takes to tell all of them apart.

    `private` are the codes of the privacy rules that a text meets, of each that meets any.
    """

    def __init__(self, entries: tuple[Banked, ...], private: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.entries, self.private, self.length = entries, private or {}, id_length(entries)

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
        """The entries that the words fit, best first."""
        return [self.entries[position] for position in self._ranking.best(query)]

    @cached_property
    def _ranking(self) -> Ranking:
        return Ranking([Findable(entry.text) for entry in self.entries])


def bank_of(answer: Answer) -> Bank:
    """The bank of the plans that were asked about; one that can't be read adds nothing."""
    private = {use.text: use.private for brief in answer.briefs for use in brief.uses if use.private}
    return Bank(tuple(banked(use for brief in answer.briefs for use in brief.uses)), private)


def uses_body(client: str, uses: Iterable[tuple[Use, Iterable[str]]]) -> str:
    """The uses of a plan as a memory keeps them: its client, and each use with the codes of privacy that it meets."""
    told = [
        [use.kind.value, use.text, use.item, day_text(use.began), use.reached, day_text(use.reached_on),
         use.holds_own_words, use.measure, list(private)]
        for use, private in uses
    ]  # fmt: skip
    return written([client, *told])


def uses_from(bodies: Iterable[str]) -> Iterator[list[Use]]:
    """The same, read back, a list for each plan: many in one piece; what many of them say is kept once."""
    day = cache(day_of)
    for plan in json.loads(f"[{','.join(bodies)}]"):
        client, *told = plan or [""]
        yield [
            Use(
                _KINDS[kind], intern(text), client, intern(item), day(began), reached, day(reached_on), is_quoted,
                measure, tuple(private),
            )
            for kind, text, item, began, reached, reached_on, is_quoted, measure, private in told
        ]  # fmt: skip
