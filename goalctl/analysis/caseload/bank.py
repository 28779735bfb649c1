"""The bank: every goal, objective, intervention and homework already used, worked out from the plans.

The same wording is one entry, whatever its capitals, spaces and full stop. Nothing is stored: an entry's id follows
from its kind and wording, so it stays the same for as long as somebody uses it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from statistics import median

from goalctl.analysis.progress.attainment import item_attainment
from goalctl.analysis.progress.series import opening_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Goal, Intervention, Objective, Scorable, Status
from goalctl.model.plan import Outcome, Plan
from goalctl.model.session import Done, Homework

DAYS_PER_WEEK = 7
SHORTEST_ID = 6
_LEAST_QUOTED_WORDS = 2
_WORD = re.compile(r"\w+")


class BankKind(StrEnum):
    """What the bank holds."""

    GOALS = "goals"
    OBJECTIVES = "objectives"
    INTERVENTIONS = "interventions"
    HOMEWORK = "homework"


@dataclass(frozen=True)
class Use:
    """One use in one plan: since when it is worked on, and when it was reached if it was.

    For an intervention that is how its objective went; homework is reached when it was done.
    """

    kind: BankKind
    text: str
    plan: Plan
    item: str
    record: Goal | Objective | Intervention | Homework
    began: date | None
    reached: bool
    reached_on: date | None

    @property
    def weeks(self) -> float | None:
        """How long it took; None while it is not reached or a day is missing."""
        if not self.reached or self.began is None or self.reached_on is None:
            return None
        return (self.reached_on - self.began).days / DAYS_PER_WEEK

    @cached_property
    def holds_own_words(self) -> bool:
        """Whether the text, or what a goal says exactly, repeats what that client is quoted with."""
        exactly = self.record.smart.specific if isinstance(self.record, Goal) else None
        text = _spoken(f"{self.text} {exactly or ''}")
        quotes = (_spoken(quote) for quote in _quotes(self.plan))
        return any(len(quote.split()) >= _LEAST_QUOTED_WORDS and quote in text for quote in quotes)


@dataclass(frozen=True)
class Banked:
    """One wording with all its uses, the latest one first."""

    kind: BankKind
    digest: str
    uses: tuple[Use, ...]

    @property
    def text(self) -> str:
        """The wording as it was written last."""
        return self.uses[0].text

    @property
    def reached(self) -> int:
        """How many of the uses were reached."""
        return sum(use.reached for use in self.uses)

    @property
    def median_weeks(self) -> float | None:
        """The median of the weeks until it was reached."""
        weeks = [use.weeks for use in self.uses if use.weeks is not None]
        return median(weeks) if weeks else None

    @property
    def last_used(self) -> date | None:
        """The latest day on which it was begun."""
        return self.uses[0].began

    @property
    def clients(self) -> frozenset[str]:
        """Whose plans hold it."""
        return frozenset(use.plan.client for use in self.uses)


def normalised(text: str) -> str:
    """The wording by which two texts are the same."""
    return " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .;,!\"'")


def _spoken(text: str) -> str:
    """The words alone, with a space around each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def digest_of(kind: BankKind, text: str) -> str:
    """What the id of a wording is the beginning of."""
    return hashlib.sha256(f"{kind.value}\n{normalised(text)}".encode()).hexdigest()


def banked(uses: Iterable[Use]) -> list[Banked]:
    """The wordings, those used most first, then those used last."""
    by_digest: dict[str, list[Use]] = {}
    for use in uses:
        by_digest.setdefault(digest_of(use.kind, use.text), []).append(use)
    entries = [
        Banked(held[0].kind, digest, tuple(sorted(held, key=lambda use: use.began or date.min, reverse=True)))
        for digest, held in by_digest.items()
    ]
    return sorted(entries, key=lambda entry: (-len(entry.uses), -(entry.last_used or date.min).toordinal(), entry.text))


def id_length(entries: Iterable[Banked]) -> int:
    """How many characters of a digest tell all of them apart; never fewer than six."""
    digests = {entry.digest for entry in entries}
    length = SHORTEST_ID
    while len({digest[:length] for digest in digests}) < len(digests):
        length += 1
    return length


def uses_in(at: Standpoint) -> Iterator[Use]:
    """Every use in one plan."""
    plan = at.plan
    for goal in plan.goals:
        yield _use(BankKind.GOALS, plan, goal, goal, _reached(at, goal))
        for objective in goal.objectives:
            reached = _reached(at, objective)
            yield _use(BankKind.OBJECTIVES, plan, objective, objective, reached)
            for intervention in objective.interventions:
                yield _use(BankKind.INTERVENTIONS, plan, objective, intervention, reached)
    yield from _homework(plan)


_Reached = tuple[bool, date | None]


def _use(kind: BankKind, plan: Plan, item: Scorable, record: Scorable | Intervention, reached: _Reached) -> Use:
    text = record.what if isinstance(record, Intervention) else record.wording
    name = f"{item.id}.{record.id}" if isinstance(record, Intervention) else item.id
    return Use(kind, text, plan, name, record, opening_of(plan, item), *reached)


def _reached(at: Standpoint, item: Scorable) -> _Reached:
    """Whether it was marked achieved, or discharged so, or its scores say so; and since when."""
    discharge = at.plan.discharge
    outcome = discharge.outcomes.get(item.id) if discharge else None
    if item.status is Status.ACHIEVED or outcome is Outcome.ACHIEVED:
        return True, item.closed or (discharge.on if discharge else None)
    if item.status is Status.DISCONTINUED or item.measure is None:
        return False, None
    attainment = at.once(item_attainment, item.id)
    return (True, attainment.met_on) if attainment and attainment.is_met else (False, None)


def _homework(plan: Plan) -> Iterator[Use]:
    answers = {id_: (done, entry.date) for entry in plan.log for id_, done in entry.homework_done.items()}
    for entry in plan.log:
        for task in entry.homework:
            done, on = answers.get(task.id, (None, None))
            reached = done is Done.YES
            yield Use(BankKind.HOMEWORK, task.task, plan, task.id, task, entry.date, reached, on if reached else None)


def _quotes(plan: Plan) -> Iterator[str]:
    """What the client is quoted with anywhere in the plan."""
    yield from (goal.smart.relevant.in_their_words for goal in plan.goals if goal.smart.relevant.in_their_words)
    for wish in plan.discovery.magic_wand:
        yield from filter(None, (wish.wish, wish.in_the_way))
