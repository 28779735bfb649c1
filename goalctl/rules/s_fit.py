"""S: whether an active goal is attainable for this client and tied to what matters to this client."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.goal import Goal, Status
from goalctl.model.walk import placed_goals
from goalctl.rules.rule import Rule, RuleCase, finding_at


def active_goals(case: RuleCase) -> Iterator[tuple[Path, Goal]]:
    """Every active goal with its path."""
    return ((path, goal) for path, goal in placed_goals(case.plan) if goal.status is Status.ACTIVE)


def not_in_their_hands(case: RuleCase) -> Iterator[Finding]:
    """A goal whose own record says that reaching it is not up to the client."""
    for path, goal in active_goals(case):
        if goal.smart.attainable.in_client_control is False:
            place = (*path, "smart", "attainable", "in_client_control")
            yield finding_at(f"reaching {goal.id} is not in the client's own control", place)


def no_ground_for_hope(case: RuleCase) -> Iterator[Finding]:
    """Nothing says why the goal is within reach, under which conditions, with whose support."""
    for path, goal in active_goals(case):
        support = goal.grow.will.support if goal.grow else None
        if not goal.smart.attainable.because and not support:
            yield finding_at(f"{goal.id} does not say why it is within reach", (*path, "id"))


def tied_to_nothing(case: RuleCase) -> Iterator[Finding]:
    """No problem, no value and no words of the client's own behind a goal."""
    for path, goal in active_goals(case):
        relevant = goal.smart.relevant
        if not (goal.problems or goal.serves or relevant.value or relevant.in_their_words):
            yield finding_at(f"nothing ties {goal.id} to this client", (*path, "id"))


def nobody_said_it(case: RuleCase) -> Iterator[Finding]:
    """A goal without the client's own words for it."""
    for path, goal in active_goals(case):
        why = goal.grow.goal.why if goal.grow else None
        if not goal.smart.relevant.in_their_words and not why:
            yield finding_at(f"{goal.id} lacks the client's own words", (*path, "id"))


def foreign_value(case: RuleCase) -> Iterator[Finding]:
    """A goal that serves a value which the plan does not name as one of the client's."""
    values = {value.casefold() for value in case.plan.values}
    for path, goal in active_goals(case):
        value = goal.smart.relevant.value
        if value and values and value.casefold() not in values:
            yield finding_at("this is none of the values of the plan", (*path, "smart", "relevant", "value"))


RULES = (
    Rule(
        "S121",
        "not in the client's hands",
        "what depends on others can't be worked at; a part of it can",
        not_in_their_hands,
        Severity.WARNING,
        mend="word the part that the client can do, and say so: in_client_control: yes",
        source="the attainable part of SMART",
        bad="goals: [{id: g1, goal: Joint custody, status: active, smart: {attainable: {in_client_control: no}}}]",
        good="goals: [{id: g1, goal: Files it, status: active, smart: {attainable: {in_client_control: yes}}}]",
    ),
    Rule(
        "S122",
        "no reason why it is within reach",
        "conditions and support that stand in the goal are looked after",
        no_ground_for_hope,
        Severity.INFO,
        mend="say why, as because: goalctl set CLIENT ID",
        source="Mager's conditions; Bovend'Eerdt 2009",
        bad="goals: [{id: g1, goal: Calls friends, status: active}]",
        good="goals: [{id: g1, goal: Calls, status: active, smart: {attainable: {because: has two numbers}}}]",
        waits=True,
    ),
    Rule(
        "S131",
        "a goal that belongs to nobody",
        "a goal that serves no problem, no value and no wish of the client's is somebody else's goal",
        tied_to_nothing,
        Severity.WARNING,
        mend="say what it is for, as problem, value or in_their_words: goalctl set CLIENT ID",
        source="the relevant part of SMART; Joint Commission",
        bad="goals: [{id: g1, goal: Calls friends, status: active}]",
        good="""{problems: [{id: p1, problem: Loneliness}],
          goals: [{id: g1, goal: Calls friends, status: active, problem: p1}]}""",
        waits=True,
    ),
    Rule(
        "S132",
        "not in the client's words",
        "who expressed a goal matters to whether it is worked at",
        nobody_said_it,
        Severity.INFO,
        mend="ask, and write it down as in_their_words: goalctl set CLIENT ID",
        source="HL7 FHIR Goal.expressedBy; Joint Commission",
        bad="goals: [{id: g1, goal: Calls friends, status: active}]",
        good="""goals: [{id: g1, goal: Calls friends, status: active,
          smart: {relevant: {in_their_words: I want to hear a voice}}}]""",
        waits=True,
    ),
    Rule(
        "S133",
        "a value that the plan does not know",
        "one of the two lists is out of date",
        foreign_value,
        Severity.INFO,
        mend="add it to the values of the plan, or name one of them",
        source="the relevant part of SMART",
        bad="{values: [music], goals: [{id: g1, goal: Sings, status: active, smart: {relevant: {value: sport}}}]}",
        good="{values: [music], goals: [{id: g1, goal: Sings, status: active, smart: {relevant: {value: music}}}]}",
    ),
)
