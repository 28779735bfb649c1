"""What other pages say of one client beside the client's own: goals with their course, findings, the treatment.

It is kept with the page, so that a plan that has not changed is not read again for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goalctl.analysis.case import Case
from goalctl.analysis.figures import exact
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.model.finding import Finding, Severity, fault_of
from goalctl.model.goal import Goal
from goalctl.model.plain import plain_of, value_of
from goalctl.views.words.sparkline import MOST_SPARKS
from goalctl.views.words.standing import standing_word


@dataclass(frozen=True, slots=True)
class GoalBrief:
    """One active goal: its state in a word, its newest scores, and the score that it aims at."""

    id: str
    wording: str
    state: str
    scores: tuple[float, ...] = ()
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class NoticeBrief:
    """One finding of a check: where, how much it matters, what it says and how to mend it."""

    where: str
    code: str
    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ClientBrief:
    """One client; no `treatment` where the file could not be read, or was not there yet on the day."""

    goals: tuple[GoalBrief, ...] = ()
    notices: tuple[NoticeBrief, ...] = ()
    waived: int = 0
    treatment: Treatment | None = None


def brief_of(case: Case, notices: Iterable[NoticeBrief], waived: int) -> ClientBrief:
    """What the case says in brief."""
    return ClientBrief(tuple(_goals(case)), tuple(notices), waived, case.treatment())


def notices_of(name: str, findings: Iterable[Finding]) -> Iterator[NoticeBrief]:
    """The findings of the file of that name."""
    for finding in findings:
        fault = fault_of(name, finding)
        yield NoticeBrief(fault.where, fault.code, finding.severity, fault.message, fault.hint)


def brief_text(brief: ClientBrief) -> str:
    """The brief as it is kept."""
    return json.dumps(plain_of(brief), ensure_ascii=False, separators=(",", ":"))


def kept_brief(text: str) -> ClientBrief | None:
    """The same, read back; None of a text that holds none."""
    try:
        found: ClientBrief = value_of(ClientBrief, json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found


def _goals(case: Case) -> Iterator[GoalBrief]:
    for goal in case.plan.active_goals:
        yield _goal(case, goal)


def _goal(case: Case, goal: Goal) -> GoalBrief:
    """The course that the goal is judged by."""
    series, state = case.current(goal.id), standing_word(case, goal.id)
    if series is None:
        return GoalBrief(goal.id, goal.goal, state)
    newest = series.points[-MOST_SPARKS:]
    return GoalBrief(goal.id, goal.goal, state, tuple(exact(point.value) for point in newest), series.target)
