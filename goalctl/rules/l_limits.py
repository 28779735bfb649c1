"""L: how much is worked on at a time, and whether everything active has what it needs around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from goalctl.model.finding import Finding, Severity
from goalctl.model.goal import Status
from goalctl.model.walk import placed_goals
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_fit import active_goals


def too_many_goals(case: RuleCase) -> Iterator[Finding]:
    """More active goals than the practice's limit; told at the first one that is too many."""
    limit = case.settings.limits.active_goals
    for n, (path, _) in enumerate(active_goals(case), start=1):
        if n == limit + 1:
            yield finding_at(f"{len(case.plan.active_goals)} goals are active; {limit} are the limit", (*path, "id"))


def too_many_objectives(case: RuleCase) -> Iterator[Finding]:
    """More active objectives of one goal than the practice's limit."""
    limit = case.settings.limits.active_objectives
    for path, goal in active_goals(case):
        number = len(goal.active_objectives)
        if number > limit:
            yield finding_at(f"{number} objectives of {goal.id} are active; {limit} are the limit", (*path, "id"))


def goal_without_objective(case: RuleCase) -> Iterator[Finding]:
    """An active goal without any step toward it."""
    for path, goal in active_goals(case):
        if not goal.objectives:
            yield finding_at(f"{goal.id} has no objective", (*path, "id"))


def step_without_its_goal(case: RuleCase) -> Iterator[Finding]:
    """An active objective under a goal that is closed."""
    for path, goal in placed_goals(case.plan):
        for n, objective in enumerate(goal.objectives):
            if goal.status.is_closed and objective.status is Status.ACTIVE:
                message = f"{objective.id} is active, but {goal.id} is {goal.status}"
                yield finding_at(message, (*path, "objectives", n, "id"))


def goals_without_an_order(case: RuleCase) -> Iterator[Finding]:
    """An active goal beside others that has no priority, or the same one as another."""
    seen: set[int] = set()
    several = len(case.plan.active_goals) > 1
    taken = {goal.priority for goal in case.plan.active_goals}
    free = (number for number in count(1) if number not in taken)
    for path, goal in active_goals(case) if several else ():
        if goal.priority is None:
            told = f"{goal.id} is active beside others and has no priority"
            yield finding_at(told, (*path, "id"), _order(next(free)))
        elif goal.priority in seen:
            told = f"another active goal has priority {goal.priority} too"
            yield finding_at(told, (*path, "priority"), _order(next(free)))
        else:
            seen.add(goal.priority)


def _order(number: int) -> str:
    return f"goalctl set CLIENT ID priority={number}"


_ACTIVE = "status: active"

RULES = (
    Rule(
        "L101",
        "too many goals at a time",
        "with more than three at a time, none gets enough of the hour",
        too_many_goals,
        Severity.WARNING,
        mend="put one into reserve: goalctl mark CLIENT ID reserve; the limit stands in goalctl.yaml",
        source="goal-based outcomes (Law & Jacob): up to three goals",
        bad="goals: [" + ", ".join(f"{{id: g{n}, goal: Goal {n}, {_ACTIVE}}}" for n in range(1, 5)) + "]",
        good="goals: [" + ", ".join(f"{{id: g{n}, goal: Goal {n}, {_ACTIVE}}}" for n in range(1, 4)) + "]",
    ),
    Rule(
        "L102",
        "too many objectives at a time",
        "steps are taken one after another",
        too_many_objectives,
        Severity.WARNING,
        mend="put the later steps into reserve",
        source="goal-based outcomes (Law & Jacob)",
        bad="goals: [{id: g1, goal: Work, status: active, objectives: ["
        + ", ".join(f"{{id: g1.{n}, objective: Step {n}}}" for n in range(1, 5))
        + "]}]",
        good="goals: [{id: g1, goal: Work, status: active, objectives: [{id: g1.1, objective: Step 1}]}]",
    ),
    Rule(
        "L103",
        "a goal without a step",
        "the objective is what the client does this week",
        goal_without_objective,
        Severity.WARNING,
        mend="goalctl add-objective CLIENT GOAL",
        source="77 Ill. Adm. Code 2060.421(d)",
        bad="goals: [{id: g1, goal: Work, status: active}]",
        good="goals: [{id: g1, goal: Work, status: active, objectives: [{id: g1.1, objective: Applies}]}]",
        waits=True,
    ),
    Rule(
        "L104",
        "a step toward a goal that is settled",
        "it would be scored and fall due although nobody works on it",
        step_without_its_goal,
        Severity.WARNING,
        mend="mark it achieved or discontinued too, or move it to another goal",
        source="the golden thread: objectives follow from goals",
        bad="goals: [{id: g1, goal: Work, status: achieved, objectives: [{id: g1.1, objective: Applies}]}]",
        good="""goals: [{id: g1, goal: Work, status: achieved,
          objectives: [{id: g1.1, objective: Applies, status: achieved}]}]""",
    ),
    Rule(
        "L105",
        "goals without an order",
        "when the hour is short, the order says which goal it belongs to",
        goals_without_an_order,
        Severity.INFO,
        mend="goalctl set CLIENT ID priority=1",
        source="common practice in setting goals",
        bad=f"goals: [{{id: g1, goal: Walks, {_ACTIVE}}}, {{id: g2, goal: Sings, {_ACTIVE}}}]",
        good=f"goals: [{{id: g1, goal: A, {_ACTIVE}, priority: 1}}, {{id: g2, goal: B, {_ACTIVE}, priority: 2}}]",
        waits=True,
        verified=False,
    ),
)
