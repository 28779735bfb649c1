"""What one treatment comes to: the facts of a plan that figures of many are made of.

Small and plain, so that plans can be read one after another, or in several processes, and never be held together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.caseload.banked import normalised
from goalctl.analysis.outcomes.ending import ended_unplanned
from goalctl.analysis.outcomes.measured import Measured, measured
from goalctl.analysis.outcomes.talking_therapies import talking_therapies
from goalctl.analysis.progress.goal_scaling import GoalScaling, GoalScalingError, goal_scaling_of
from goalctl.analysis.progress.reached import reached
from goalctl.analysis.progress.reliable import ServiceOutcome
from goalctl.analysis.standpoint import Standpoint, as_it_ended
from goalctl.model.goal import Scorable, Status, original_deadline, settled_items
from goalctl.model.plan import Plan
from goalctl.model.session import Kind


@dataclass(frozen=True, slots=True)
class Origins:
    """Which planner and which template a wording is from; wordings as `normalised` gives them.

    `with_blanks` are planners' wordings in which something was left to fill in, each with its area.
    """

    areas: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, frozenset[str]] = field(default_factory=dict)
    with_blanks: tuple[tuple[re.Pattern[str], str], ...] = ()

    def area_of(self, wording: str) -> str | None:
        """The planner that has it, with its blanks filled in or not."""
        if wording in self.areas:
            return self.areas[wording]
        return next((area for pattern, area in self.with_blanks if pattern.fullmatch(wording)), None)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Of the goals and steps whose first deadline is over, or were reached: how many kept it, how many moved it."""

    kept: int = 0
    of: int = 0
    extended: int = 0


@dataclass(frozen=True, slots=True)
class Treatment:
    """One episode of one client. `unplanned` is None while it goes on; `scaling` None without goals with levels.

    `missed` is how many appointments there were to which the client did not come.

    `person` is the client's id in the first episode, so that who comes back is known for the same person.
    """

    client: str
    person: str
    clinician: str | None
    areas: tuple[str, ...]
    template: str | None
    episode: int
    ended: date | None
    unplanned: bool | None
    attended: int
    missed: int
    cancelled: int
    measured: tuple[Measured, ...]
    goals: int
    reached: int
    deadlines: Deadlines
    scaling: GoalScaling | None
    nhs: ServiceOutcome | None


NOWHERE = Origins()


def treatment(at: Standpoint, origins: Origins = NOWHERE) -> Treatment:
    """The facts of one plan up to its day; of an ended one up to its end, so that they stay as they were then."""
    plan, found, ended = at.plan, at.once(measured), at.plan.ended_on(at.today)
    then = at.once(as_it_ended)
    goals = [goal for goal in plan.goals if goal.status.is_settled]
    kinds = [entry.kind for entry in plan.log if entry.date <= then.today]
    attended = sum(kind.client_came for kind in kinds)
    return Treatment(
        client=plan.client,
        person=at.earlier[0].client if at.earlier else plan.client,
        clinician=plan.clinician or at.settings.clinician,
        areas=_areas(plan, origins),
        template=_template(plan, origins),
        episode=1 + len(at.earlier),
        ended=ended,
        unplanned=ended_unplanned(_until(plan, ended)) if ended else None,
        attended=attended,
        missed=kinds.count(Kind.NO_SHOW),
        cancelled=kinds.count(Kind.CANCELLED),
        measured=found,
        goals=len(goals),
        reached=sum(reached(then, goal)[0] for goal in goals),
        deadlines=_deadlines(then),
        scaling=_scaling(then),
        nhs=talking_therapies(at, attended=attended),
    )


def _until(plan: Plan, end: date) -> Plan:
    """The plan without the entries of later days: what is agreed on or missed afterwards says nothing of its end."""
    then = tuple(entry for entry in plan.sessions if entry.current.date <= end)
    return plan if len(then) == len(plan.sessions) else plan.copy_with(sessions=then)


def _wordings(plan: Plan) -> Iterator[str]:
    yield from (normalised(problem.problem) for problem in plan.problems)
    yield from (normalised(item.wording) for item in plan.scorables.values())


def _areas(plan: Plan, origins: Origins) -> tuple[str, ...]:
    return tuple(sorted({area for text in _wordings(plan) if (area := origins.area_of(text))}))


def _template(plan: Plan, origins: Origins) -> str | None:
    """The template with most wordings in the plan, by name where two have as many; None where none has any."""
    found = set(_wordings(plan))
    held = {name: len(found & wordings) for name, wordings in origins.templates.items()}
    best = max(sorted(held), key=lambda name: held[name], default=None)
    return best if best and held[best] else None


def _scaling(at: Standpoint) -> GoalScaling | None:
    try:
        return at.once(goal_scaling_of)
    except GoalScalingError:  # weights that give no goal any weight; `show` says so
        return None


def _deadlines(at: Standpoint) -> Deadlines:
    """What was given up before its first deadline had none to keep; so has what was reached nobody knows when."""
    items = [item for item in settled_items(at.plan.goals) if item.deadline]
    judged = [kept for item in items if (kept := _was_kept(at, item)) is not None]
    return Deadlines(sum(judged), len(judged), sum(1 for item in items if item.extended))


def _was_kept(at: Standpoint, item: Scorable) -> bool | None:
    first = original_deadline(item)
    is_reached, on = reached(at, item)
    if first is None or (is_reached and on is None):
        return None
    if is_reached and on is not None:
        return on <= first
    was_given_up = item.status is Status.DISCONTINUED and item.closed is not None and item.closed <= first
    return None if was_given_up or first >= at.today else False
