"""The clients to pick from, likely ones first, and who they are where only the clinician sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.standing import ACTIVE, DISCHARGED
from goalctl.analysis.due.deadline import Due
from goalctl.cli.asking.picker import Choice
from goalctl.cli.desk import Desk
from goalctl.cli.identities import name_words, names_here
from goalctl.model.identity import Identity
from goalctl.workspace.memory.answer import Inquiry, PlanBrief
from goalctl.workspace.memory.parts import Part

_FOR = {"sign": Due.SIGNATURE, "review": Due.REVIEW, "agree": Due.AGREEMENT, "assess": Due.ASSESSMENT}
_FOR |= {"extend": Due.DEADLINE, "mark": Due.DEADLINE}
_UNREAD = "its plan can't be read"


def client_choices(desk: Desk, command: str) -> tuple[list[Choice], bool]:
    """Every client with what tells them apart, and whether the first one is likely: expected today.

    Whoever has due what the command is for stands first, then those who come today, then whoever was seen last, then
    resting and discharged ones.
    """
    today = desk.today
    answer = desk.memory.answer(Inquiry((Part.STANDING, Part.DUE), today, until=today))
    wanted = [WantedClient(brief, _due_for(brief, command), today) for brief in answer.briefs]
    names = names_here(desk)
    sorted_ = sorted(wanted, key=lambda one: one.place)
    return [_choice(one, names.get(one.brief.client)) for one in sorted_], bool(sorted_) and sorted_[0].comes


def _due_for(brief: PlanBrief, command: str) -> str:
    """What is due of that client by which the command may have been meant."""
    kind = _FOR.get(command)
    return next((due.what for due in brief.deadlines if due.kind is kind), "")


@dataclass(frozen=True, slots=True)
class WantedClient:
    """A client, and what is due of the kind that the command is for."""

    brief: PlanBrief
    due: str
    today: date

    @property
    def comes(self) -> bool:
        """Whether the client is expected today."""
        return self.brief.standing is not None and self.brief.standing.next == self.today

    @property
    def place(self) -> tuple[bool, bool, int, int, str]:
        """What sorts them; a day counts down, so that the newest is first."""
        standing = self.brief.standing
        if standing is None:
            return True, True, 2, 0, self.brief.client
        rest = {ACTIVE: 0, DISCHARGED: 2}.get(standing.status, 1)
        seen = standing.last_seen.toordinal() if standing.last_seen else 0
        return not self.due, not self.comes, rest, -seen, self.brief.client


def _choice(one: WantedClient, identity: Identity | None) -> Choice:
    """A client, found by id, by any name and by the day of birth."""
    born = str(identity.birth_date) if identity and identity.birth_date else ""
    known = (identity.name, identity.preferred_name, born) if identity else ()
    by = " ".join(part for part in (one.brief.client, *known) if part)
    return Choice(one.brief.client, " · ".join(_shown(one, identity)), by)


def _shown(one: WantedClient, identity: Identity | None) -> Iterator[str]:
    """Name and year, whether expected, when last seen, what is due, and what is unusual about the plan."""
    if known := name_words(identity):
        yield known
    standing = one.brief.standing
    if standing is None:
        yield _UNREAD
        return
    if one.comes:
        yield "today"
    yield f"last seen {standing.last_seen}" if standing.last_seen else "not seen yet"
    if one.due:
        yield one.due
    if standing.status != ACTIVE:
        yield standing.status
