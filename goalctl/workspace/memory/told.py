"""What a memory holds of the plans that were asked about, put together as an answer. Light: no models here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from goalctl.workspace.memory.answer import Answer, Inquiry, PlanBrief, SettingsBrief, each_once
from goalctl.workspace.memory.parts import NOTHING, Part, deadlines_from, faults_from, risk_from
from goalctl.workspace.memory.rows import Days, Row
from goalctl.workspace.memory.store import ANY, AT_ONCE, Store

if TYPE_CHECKING:
    from goalctl.analysis.caseload.banked import Use
    from goalctl.analysis.caseload.standing import Standing
    from goalctl.analysis.due.deadline import Deadline
    from goalctl.analysis.history.passage import PlanWords

TOLD, FOLDER, STRAYS, BESIDE, COMPARED = "settings", "folder", "strays", "beside", "compared"  # what is noted
T = TypeVar("T")


class DatedInquiry(NamedTuple):
    """A question with what it is asked on: the later of its day and the day it really is, and the only file meant."""

    inquiry: Inquiry
    settings: SettingsBrief
    later: date
    only: str = ""

    @property
    def days(self) -> Days:
        """The days as a store has them."""
        return Days(self.inquiry.today.isoformat(), self.later.isoformat())

    def is_known(self, store: Store) -> bool:
        """Whether the store knows every part of the file that is meant, or of every file that it has.

        Without a part it is asked who there is: that is known of a file as soon as any part of it is.
        """
        kinds = [part.value for part in self.inquiry.parts] or [ANY]
        if self.only:
            return all(store.knows(self.only, kind, self.days) for kind in kinds)
        if not store.value(BESIDE):  # nobody has looked since another process made it anew
            return False
        number = store.number_of_files()
        return all(store.number_covered(kind, self.days) == number for kind in kinds)

    def told(self, store: Store) -> Answer:
        """What the store holds; of what lies beside the plans, for one client what may be a part of their record."""
        strays = faults_from(store.value(STRAYS) or "[]")
        if self.only:
            from goalctl.workspace.store.scan import meant_for  # what is warm and of all does without

            strays = tuple(fault for fault in strays if meant_for(fault.where) == meant_for(self.only))
        briefs, not_begun = _Telling(self, store).briefs(is_whole=bool(strays))
        return Answer(self.inquiry.today, self.settings, briefs, strays, not_begun)


class _Telling:
    """One answer in the making."""

    def __init__(self, asked: DatedInquiry, store: Store) -> None:
        self.asked, self.store, self.days = asked, store, asked.days
        self.parts = asked.inquiry.parts

    def briefs(self, *, is_whole: bool) -> tuple[tuple[PlanBrief, ...], int]:
        """By client, and how many began later; only if it is to be whole, those as well of which nothing is told."""
        deadlines = self._rows(Part.DUE, deadlines_from, self.asked.inquiry.until)
        risk = self._rows(Part.RISK, lambda rows: map(risk_from, map(itemgetter(1), rows)))
        uses, said = self._bodies(Part.BANK, _uses_from), self._bodies(Part.WORDS, _said_from)
        standings = self._standings(deadlines)
        then, asked = Part.PEOPLE in self.parts, set(self.parts)
        is_of_all = not asked & {Part.DUE, Part.RISK} or asked & {Part.STANDING, Part.BANK, Part.WORDS}
        if is_whole or self.asked.only or is_of_all:
            found = self.store.heads(self.days, then=then, only=self.asked.only)
        else:
            found = self.store.heads_of({*deadlines, *risk}, self.days, then=then)
        people, heads = cache(_people), sorted(set(found), key=itemgetter(1))
        there = tuple(
            PlanBrief(
                client, *whose, faults_from(faults), tuple(deadlines.get(file, ())), tuple(risk.get(file, ())),
                standings.get(file), said.get(file), *uses.get(file, ()),
            )
            for file, client, *now, faults, body in heads
            if (whose := people(body, *now))
        )  # fmt: skip
        return tuple(each_once(there)), len(heads) - len(there)

    def _rows(self, part: Part, read: Callable[[list[Row]], Iterable[T]], until: date = date.max) -> dict[int, list[T]]:
        """By file, each in its order."""
        found: dict[int, list[T]] = {}
        if part not in self.parts:
            return found
        left = self.store.rows(part.value, self.days, until.isoformat(), self.asked.only)
        while some := list(islice(left, AT_ONCE)):
            for (file, *_), record in zip(some, read([row[1:] for row in some]), strict=True):
                found.setdefault(file, []).append(record)
        return found

    def _bodies(self, part: Part, read: Callable[[Iterable[str]], Iterable[T]]) -> dict[int, T]:
        """By file what it says as a whole; what is no plan says nothing."""
        found: dict[int, T] = {}
        if part not in self.parts:
            return found
        left = self.store.bodies(part.value, self.days, self.asked.only)
        while some := list(islice(left, AT_ONCE)):
            told = {file: body for file, body in some if body != NOTHING}
            found.update(zip(told, read(told.values()), strict=True))
        return found

    def _standings(self, deadlines: Mapping[int, Iterable[Deadline]]) -> dict[int, Standing | None]:
        """How each plan stands, with the reasons that come from risk and from what is due, if these are asked for."""
        if Part.STANDING not in self.parts:
            return {}
        from goalctl.workspace.memory.standings import standings_from

        bodies = self.store.bodies(Part.STANDING.value, self.days)
        risk = self.store.bodies(Part.RISK.value, self.days) if Part.RISK in self.parts else ()
        within, today = self.asked.settings.due_within, self.asked.inquiry.today
        return dict(standings_from(bodies, risk, deadlines, within, today=today))


def _uses_from(bodies: Iterable[str]) -> Iterable[tuple[tuple[Use, ...], str, str]]:
    """What each plan adds to the bank, whom it names, and which person that is."""
    from goalctl.workspace.memory.uses import uses_from

    return uses_from(bodies)


def _said_from(bodies: Iterable[str]) -> Iterable[PlanWords]:
    from goalctl.workspace.memory.words import words_from

    return words_from(bodies)


def _people(then: str | None, clinician: str, supervisor: str | None) -> tuple[str, str | None] | None:
    """Who treats and who supervises, as it was then; None where there was no plan yet."""
    whose = json.loads(then) if then else None
    return None if whose is False else (whose[0], whose[1]) if whose else (clinician, supervisor)
