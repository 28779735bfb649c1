"""What whoever types a goal is told at once: the findings of the rules about goals that a change brings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from goalctl.documents.document import with_places
from goalctl.model.finding import Finding, Path, Severity, Value, new_findings
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import goal_id_of
from goalctl.model.plan import Plan
from goalctl.rules.of_goals import OF_GOALS
from goalctl.rules.rule import Rule, RuleCase, findings_of
from goalctl.workspace.check.choice import Chosen, weighed
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.transaction.transaction import Changed

NEXT_STEP = "L103"
_EVERY = Chosen()


def _asked(practice: Practice) -> Iterator[Rule]:
    return (rule for rule in OF_GOALS if _EVERY.asks(rule.code, practice.settings))


def _case(
    practice: Practice, client: str, plan: Plan, data: Value, *, today: date, beside: Plan | None = None
) -> RuleCase:
    """What the rules look at: a plan, what its file says, and the plan before or after a change."""
    return replace(RuleCase.seen_in(practice.case(plan, today=today), plan, client, data), beside=beside)


def _is_asked_now(rule: Rule) -> bool:
    is_for_later = rule.waits and rule.severity is Severity.INFO
    return rule.code != NEXT_STEP and not is_for_later


def typed_findings(practice: Practice, changed: Changed, *, today: date) -> tuple[Finding, ...]:
    """What the rules about goals say about a change and did not say before it, each with its place in the new text.

    What may be added later, such as the first objective of a new goal, is not asked for yet.
    """
    rules = tuple(rule for rule in _asked(practice) if _is_asked_now(rule))
    states = ((changed.old, changed.old_data, changed.plan), (changed.plan, changed.data, changed.old))
    cases = [
        plan and _case(practice, changed.file.client, plan, data, today=today, beside=other)
        for plan, data, other in states
    ]
    before, after = (findings_of(rules, case) if case else [] for case in cases)
    return with_places(changed.after, weighed(new_findings(before, after), practice.settings))


def findings_if_active(practice: Practice, changed: Changed, item_id: str, *, today: date) -> tuple[Finding, ...]:
    """What the rules about goals say of one goal or objective as if it were worked on already.

    What may still be added to it is not asked for.
    """
    path, item = scorable_of(changed.plan, item_id)
    plan = _as_active(changed.plan, {item.id, goal_id_of(item.id)})
    rules = tuple(rule for rule in _asked(practice) if not rule.waits)
    others = changed.plan.copy_with(goals=tuple(goal for goal in plan.goals if goal.id != goal_id_of(item.id)))
    found = findings_of(rules, _case(practice, changed.file.client, plan, changed.data, today=today, beside=others))
    own = (finding for finding in found if _is_of(finding.path, path, item))
    return with_places(changed.after, weighed(own, practice.settings))


def _as_active(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan with these goals and objectives active."""
    active = {"status": Status.ACTIVE}
    goals = [
        goal.model_copy(
            update={
                **(active if goal.id in ids else {}),
                "objectives": tuple(
                    step.model_copy(update=active) if step.id in ids else step for step in goal.objectives
                ),
            }
        )
        for goal in plan.goals
    ]
    return plan.copy_with(goals=tuple(goals))


def _is_of(place: Path, path: Path, item: Scorable) -> bool:
    """Whether it is about that item itself; what is about a step of a goal is the step's."""
    inside = place[: len(path)] == path
    return inside and (not isinstance(item, Goal) or "objectives" not in place)
