"""Who and what a figure counts, so that figures can be held beside each other: which lies in which, what is left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment


class Counted(NamedTuple):
    """One that a figure counts: a treatment, a person's answers on a measure, or `times` goals or sessions of one.

    `client` is the same through all episodes, `member` the one of a couple that is meant. `what` tells apart what is
    counted of one person: who answered about them, or which of the sessions these are.
    """

    treatment: str
    client: str
    member: str = ""
    what: str = ""
    times: int = 1


def treated(one: Treatment) -> Counted:
    """The treatment itself."""
    return Counted(one.client, one.person)


def answered(treatment: Treatment, one: Measured) -> Counted:
    """The answers of one respondent; who answers about somebody else adds no person."""
    if one.is_of_somebody_else:
        return Counted(treatment.client, treatment.person, what=one.respondent or "")
    return Counted(treatment.client, treatment.person, member=one.respondent or "")


def some(one: Treatment, what: str, times: int) -> tuple[Counted, ...]:
    """So many of one treatment's goals, deadlines or sessions, which no figure takes apart; none of nought."""
    return (Counted(one.client, one.person, what=what, times=times),) if times else ()


def number_of(found: Iterable[Counted]) -> int:
    """How many are counted."""
    return sum(one.times for one in found)


def people_in(found: Iterable[Counted]) -> int:
    """How many people that is: two members of a couple are two, two who answer about one child are one.

    Answers of a couple that name no member may be those of a member who is there.
    """
    members: dict[str, set[str]] = {}
    for one in found:
        members.setdefault(one.client, set()).update({one.member} - {""})
    return sum(max(1, len(named)) for named in members.values())
