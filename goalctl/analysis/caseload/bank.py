"""The bank: every goal, objective, intervention and homework already used, worked out from the plans.

The same wording is one entry, whatever its capitals, spaces and full stop. Nothing is stored: an entry's id follows
from its kind and wording, so it stays the same for as long as somebody uses it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import TypeAlias

from goalctl.analysis.progress.reached import Reached, reached
from goalctl.analysis.progress.series import opening_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Goal, Intervention, Objective, Scorable
from goalctl.model.plan import Plan
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


Used: TypeAlias = Goal | Objective | Intervention | Homework


@dataclass(frozen=True, slots=True)
class Use:
    """One use in one plan: since when it is worked on, and when it was reached if it was.

    For an intervention that is how its objective went; homework is reached when it was done. `holds_own_words`: the
    text, or what a goal says exactly, repeats what that client is quoted with. `measure` is what it is scored by, a
    form by its id or a kind of measure; an intervention's is that of its objective.
    """

    kind: BankKind
    text: str
    client: str
    item: str
    began: date | None
    reached: bool
    reached_on: date | None
    holds_own_words: bool
    measure: str | None = None

    @property
    def weeks(self) -> float | None:
        """How long it took; None while it is not reached or a day is missing."""
        if not self.reached or self.began is None or self.reached_on is None:
            return None
        return (self.reached_on - self.began).days / DAYS_PER_WEEK


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
    def measures(self) -> tuple[str, ...]:
        """What it was scored by, the most frequent first."""
        return tuple(name for name, _ in Counter(use.measure for use in self.uses if use.measure).most_common())

    @property
    def last_used(self) -> date | None:
        """The latest day on which it was begun."""
        return self.uses[0].began

    @property
    def clients(self) -> frozenset[str]:
        """Whose plans hold it."""
        return frozenset(use.client for use in self.uses)


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
    """The wordings in the order in which they are offered: those reached most first, then used most, then last."""
    by_digest: dict[str, list[Use]] = {}
    for use in uses:
        by_digest.setdefault(digest_of(use.kind, use.text), []).append(use)
    entries = [
        Banked(held[0].kind, digest, tuple(sorted(held, key=lambda use: use.began or date.min, reverse=True)))
        for digest, held in by_digest.items()
    ]
    return sorted(entries, key=_offered_first)


def _offered_first(entry: Banked) -> tuple[int, int, int, str]:
    return -entry.reached, -len(entry.uses), -(entry.last_used or date.min).toordinal(), entry.text


def id_length(entries: Iterable[Banked]) -> int:
    """How many characters of a digest tell all of them apart; never fewer than six."""
    digests = {entry.digest for entry in entries}
    length = SHORTEST_ID
    while len({digest[:length] for digest in digests}) < len(digests):
        length += 1
    return length


def uses_in(at: Standpoint) -> Iterator[Use]:
    """Every use in one plan."""
    return (use for use, _ in used_in(at))


def used_in(at: Standpoint) -> Iterator[tuple[Use, Used]]:
    """Every use in one plan, with what is used."""
    plan = at.plan
    for goal in plan.goals:
        yield _use(BankKind.GOALS, plan, goal, goal, reached(at, goal))
        for objective in goal.objectives:
            is_reached = reached(at, objective)
            yield _use(BankKind.OBJECTIVES, plan, objective, objective, is_reached)
            for intervention in objective.interventions:
                yield _use(BankKind.INTERVENTIONS, plan, objective, intervention, is_reached)
    yield from _homework(plan)


def _use(
    kind: BankKind, plan: Plan, item: Scorable, record: Goal | Objective | Intervention, is_reached: Reached
) -> tuple[Use, Used]:
    text = record.what if isinstance(record, Intervention) else record.wording
    exactly = record.smart.specific if isinstance(record, Goal) else None
    name = f"{item.id}.{record.id}" if isinstance(record, Intervention) else item.id
    is_quoted = _is_quoted(plan, f"{text} {exactly or ''}")
    measure = item.measure.by.id if item.measure else None
    return Use(kind, text, plan.client, name, opening_of(plan, item), *is_reached, is_quoted, measure), record


def _is_quoted(plan: Plan, text: str) -> bool:
    """Whether the text repeats something that the client is quoted with, a single word aside."""
    spoken, quotes = _spoken(text), (_spoken(quote) for quote in _quotes(plan))
    return any(len(quote.split()) >= _LEAST_QUOTED_WORDS and quote in spoken for quote in quotes)


def _homework(plan: Plan) -> Iterator[tuple[Use, Used]]:
    answers = {id_: (done, entry.date) for entry in plan.log for id_, done in entry.homework_done.items()}
    for entry in plan.log:
        for task in entry.homework:
            done, on = answers.get(task.id, (None, None))
            was_done = done is Done.YES, on if done is Done.YES else None
            is_quoted = _is_quoted(plan, task.task)
            yield Use(BankKind.HOMEWORK, task.task, plan.client, task.id, entry.date, *was_done, is_quoted), task


def _quotes(plan: Plan) -> Iterator[str]:
    """What the client is quoted with anywhere in the plan."""
    yield from (goal.smart.relevant.in_their_words for goal in plan.goals if goal.smart.relevant.in_their_words)
    for wish in plan.discovery.magic_wand:
        yield from filter(None, (wish.wish, wish.in_the_way))
