"""Library and bank at hand wherever words are typed: `?panic` lists what fits, `panic/i4` and `bank:98eb1f` are words.

An id is never stored in the place of words. What belongs to a whole entry (measure, horizon, interventions) is
`from_library.py`'s business; here a sentence is wanted.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from goalctl.analysis.caseload.banked import Banked
from goalctl.analysis.caseload.named import NAMES
from goalctl.cli.asking.library.refs import NAMED
from goalctl.cli.asking.picker import Choice, Picking, picked
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.library.shelf import Shelf
from goalctl.model.planner import Planner
from goalctl.model.scalars import excerpt
from goalctl.model.statement import StatementKind, placeholders
from goalctl.views.clean import clean
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.bank import KINDS, NAMES_SOMEBODY, PrivateTextError, theirs
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.private import private_in
from goalctl.workspace.memory.uses import PREFIX, Bank, bank_of
from goalctl.workspace.shelves.filling import NoStatementError, filled_in
from goalctl.workspace.shelves.kinds import PLANNERS
from goalctl.workspace.shelves.statements import Shelved, StatementSearch, shelved

MOST = 40
TAKES_IDS = frozenset(
    {
        "from_",
        "homework",
        "intervention",
        ("add-goal", "goal"),
        ("add-objective", "objective"),
        ("add-problem", "problem"),
    }
)


def bank_at(desk: Desk) -> Bank:
    """The bank of this workspace."""
    return bank_of(desk.memory.answer(Inquiry((Part.BANK,), desk.today)))


@dataclass(frozen=True)
class LibraryWords:
    """Words from the library and the bank for one client; without a client every text of the bank is another's."""

    desk: Desk
    client: str = ""

    @cached_property
    def _shelf(self) -> Shelf[Planner]:
        return PLANNERS.shelf(self.desk.root)

    def expanded(self, text: str) -> str:
        """The text with words in the place of every id that the library or the bank has; each is shown."""
        return NAMED.sub(self._words, text) if "/" in text or PREFIX in text else text

    def _words(self, found: re.Match[str]) -> str:
        ref, area = found[0], found["area"]
        if area is not None and self._shelf.path(area) is None and ref != found.string.strip():
            return ref  # anything with a stroke in it
        words = self._completed(ref, self._statement(area, found["id"]) if area else self._banked(ref))
        shown = clean(f"   {ref}: {words}")
        self.desk.say(textwrap.fill(shown, self.desk.width - 1, subsequent_indent="   ", break_on_hyphens=False))
        return words

    def _statement(self, area: str, id_: str) -> str:
        planner = PLANNERS.known(self._shelf, area)
        text = next((one.text for one in planner.statements() if one.id == id_), None)
        if text is None:
            raise NoStatementError(f"{area} has no {id_}", f"`goalctl planners show {area}` shows it all")
        return text

    def _banked(self, ref: str) -> str:
        """The wording; what looks private stays with its client."""
        entry = self._bank.named(ref)
        if not self._bank.is_of(self.client, entry):
            found = private_in(self.desk.practice.settings, entry.text)
            if NAMES in entry.private:
                found.append(NAMES_SOMEBODY)
            if found:
                raise PrivateTextError(ref, found)
            if any(use.holds_own_words for use in entry.uses):
                self.desk.say(theirs(ref))
        return entry.text

    def _completed(self, ref: str, text: str) -> str:
        """The text without braces: what belongs there is asked, where somebody is there."""
        blanks = placeholders(text)
        if blanks and not self.desk.may_ask:
            raise UsageError(f"{ref} has a blank: {text}", "write the sentence with your own words in it")
        words: dict[str, str] = {}
        for blank in blanks:
            while not words.get(blank):
                self.desk.say(clean(f"   {text}"))
                words[blank] = self.desk.read_line(f"   What goes in place of {{{blank}}}? > ").strip()
        return str(filled_in(text, words))

    def chosen(self, wanted: str, kind: StatementKind | None = None) -> str:
        """The id of what the person picks from all that fits, of that kind; empty when none is wanted."""
        choices = self.fitting(wanted, kind)
        if not choices:
            self.desk.say(f"Nothing in library or bank fits '{excerpt(wanted)}'.")
            return ""
        help_ = "From the library and what was used here before; its words are taken, yours to change."
        return picked(
            self.desk, Picking(f"Near to '{excerpt(wanted)}':", choices, help_, by_number=True, may_leave=True)
        )

    def fitting(self, wanted: str, kind: StatementKind | None = None) -> list[Choice]:
        """Statements and, where no client looks on, texts of the bank: first those with every word that were reached.

        Then the best of both, one kind after the other.
        """
        near = [
            Choice(one.ref, one.statement.text, f"{one.statement.kind} {one.statement.text}")
            for one in self._near(wanted)
            if kind in {None, one.statement.kind}
        ][:MOST]
        if self.desk.with_client:
            return near
        parts = wanted.casefold().split()
        found = [one for one in self._bank.searched(wanted) if kind in {None, KINDS[one.kind]}]
        times = {one.digest: one.reached if _holds(one.text, parts) else 0 for one in found}
        found.sort(key=lambda one: -times[one.digest])
        used = list(islice(filter(self._is_for_this_client, found), MOST // 4))
        offered = [Choice(self._bank.id_of(one), one.text, f"{KINDS[one.kind]} {one.text}") for one in used]
        tried = sum(times[one.digest] > 0 for one in used)
        return [*offered[:tried], *near[: MOST // 8], *offered[tried:], *near[MOST // 8 :]]

    def _near(self, wanted: str) -> list[Shelved]:
        """First what holds every word as far as it is typed, the best of them first, then what fits otherwise."""
        parts, found = wanted.casefold().split(), self._search.best(wanted)
        holding = [one for one in [*found, *self._search.statements] if _holds(one.statement.text, parts)]
        return list({one.ref: one for one in [*holding, *found]}.values())

    def at_hand(self) -> None:
        """Ask the memory for the bank now: it answers nobody who looks something up beside the typing."""
        if not self.desk.with_client:
            _ = self._bank

    @cached_property
    def _search(self) -> StatementSearch:
        return StatementSearch(shelved(self._shelf))

    @cached_property
    def _bank(self) -> Bank:
        return bank_at(self.desk)

    def _is_for_this_client(self, one: Banked) -> bool:
        """Whether it is the client's own, or nothing in it looks private."""
        return self._bank.is_of(self.client, one) or not one.private


def _holds(text: str, parts: list[str]) -> bool:
    return all(part in text.casefold() for part in parts)


def expand_given(desk: Desk, ctx: Any) -> None:  # noqa: ANN401 - Typer's own click
    """Words in the place of every id in the arguments and options of a command that changes plans.

    What takes ids itself, because it makes whole entries of them, is named in `TAKES_IDS`.
    """
    words = LibraryWords(desk, str(ctx.params.get("client") or ""))
    for name, value in ctx.params.items():
        if name in TAKES_IDS or (ctx.info_name, name) in TAKES_IDS:
            continue
        if isinstance(value, str):
            ctx.params[name] = words.expanded(value)
        elif isinstance(value, list | tuple):
            ctx.params[name] = type(value)(words.expanded(one) if isinstance(one, str) else one for one in value)
