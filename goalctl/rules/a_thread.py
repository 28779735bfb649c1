"""A: the golden thread: problem, goal, objective, intervention, session and response hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from goalctl.analysis.audit.thread import items_named
from goalctl.analysis.progress.beginning import opening_of
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.frequency import AsNeeded, EverySessions, Frequency, Rate
from goalctl.model.goal import Goal, Intervention, Objective
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration
from goalctl.model.session import Kind, Session
from goalctl.model.walk import placed_goals
from goalctl.rules.entries import PlacedEntry, placed_entries, sittings
from goalctl.rules.hints import ignoring, once_over
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_fit import active_goals
from goalctl.rules.stopgaps import tells
from goalctl.rules.worked_on import is_open_on, was_worked_on

ENOUGH_SESSIONS = 3  # our own: one or two sessions may be about something else


def _objectives(case: RuleCase) -> Iterator[tuple[Path, Objective]]:
    """The steps that are worked on; once treatment has ended, every step that was."""
    over = ((path, goal) for path, goal in placed_goals(case.plan) if goal.status.is_settled)
    for path, goal in over if case.plan.discharge else active_goals(case):
        for objective in _steps(goal, is_over=case.plan.discharge is not None):
            yield (*path, "objectives", goal.objectives.index(objective)), objective


def _steps(goal: Goal, *, is_over: bool) -> Iterable[Objective]:
    return (step for step in goal.objectives if step.status.is_settled) if is_over else goal.active_objectives


def _interventions(case: RuleCase) -> Iterator[tuple[Path, str, Intervention]]:
    for path, objective in _objectives(case):
        for n, intervention in enumerate(objective.interventions):
            yield (*path, "interventions", n), f"{objective.id}.{intervention.id}", intervention


def problem_without_goal(case: RuleCase) -> Iterator[Finding]:
    """A problem that no goal is for."""
    addressed = {problem for goal in case.plan.goals for problem in goal.problems}
    for n, problem in enumerate(case.plan.problems):
        if problem.id not in addressed:
            yield finding_at(f"no goal is for {problem.id}", ("problems", n, "id"))


def goal_without_problem(case: RuleCase) -> Iterator[Finding]:
    """An active goal that is for no problem and serves no goal that is."""
    for path, goal in active_goals(case):
        if not any(one.problems for one in _served_by(case.plan, goal)):
            hint = "" if case.plan.problems else "say first what brought the client: goalctl add-problem CLIENT"
            yield finding_at(f"{goal.id} is for no problem", (*path, "id"), hint)


def _served_by(plan: Plan, goal: Goal) -> list[Goal]:
    """The goal, the one that it serves, the one that that one serves, and so on; a circle once."""
    found = [goal]
    while (longer := next((one for one in plan.goals if one.id == found[-1].serves), None)) and longer not in found:
        found.append(longer)
    return found


def objective_not_measurable(case: RuleCase) -> Iterator[Finding]:
    """An active objective without baseline and target."""
    for path, objective in _objectives(case):
        measure = objective.measure
        stated = measure and (measure.kind in {"done", "levels"} or None not in {measure.baseline, measure.target})
        if not stated:
            yield finding_at(f"{objective.id} lacks a measure with baseline and target", (*path, "id"))


def objective_without_day(case: RuleCase) -> Iterator[Finding]:
    """An active objective without a target date."""
    for path, objective in _objectives(case):
        if objective.deadline is None:
            yield finding_at(f"{objective.id} has no target date", (*path, "id"))


def objective_without_intervention(case: RuleCase) -> Iterator[Finding]:
    """An active objective for which nobody does anything."""
    for path, objective in _objectives(case):
        if not objective.interventions:
            yield finding_at(f"{objective.id} has no intervention", (*path, "id"))


def intervention_without_measure(case: RuleCase) -> Iterator[Finding]:
    """An intervention without frequency or duration."""
    for path, full, intervention in _interventions(case):
        parts = {"every": intervention.every, "for": intervention.for_}
        if missing := [name for name, value in parts.items() if value is None]:
            yield finding_at(f"{full} lacks {', '.join(missing)}", (*path, "id"))


def nobody_responsible(case: RuleCase) -> Iterator[Finding]:
    """An intervention that does not say who does it."""
    for path, full, intervention in _interventions(case):
        if intervention.who is None:
            yield finding_at(f"{full} does not say who does it", (*path, "id"))


def _begun(case: RuleCase, step: Objective, added: date | None) -> date | None:
    return max(filter(None, (opening_of(case.plan, step), added)), default=None)


def _sittings_of(case: RuleCase, step: Objective, added: date | None = None) -> list[PlacedEntry]:
    """The sessions while it was worked on: from its opening, or from the day of what was added to it, to its end.

    Those are left out in which it or its goal rested or waited.
    """
    begun = _begun(case, step, added) or date.min
    goal = case.plan.goal_of(step.id) or step
    last = min(filter(None, (step.closed, goal.closed)), default=date.max)
    held = (placed for placed in sittings(case) if begun <= placed.entry.date <= last)
    return [placed for placed in held if all(was_worked_on(case.plan, one, placed.entry.date) for one in (step, goal))]


def never_worked_on(case: RuleCase) -> Iterator[Finding]:
    """An objective that three sessions or more have left alone."""
    why = once_over(case, "A150")
    for path, objective in _objectives(case):
        held = _sittings_of(case, objective)
        touched = any(objective.id in items_named(case.plan, placed.entry) for placed in held)
        if len(held) >= ENOUGH_SESSIONS and not touched:
            yield finding_at(f"{objective.id} was never worked on in {len(held)} sessions", (*path, "id"), why)


def never_used(case: RuleCase) -> Iterator[Finding]:
    """An intervention that three sessions or more did not use, though it fell due."""
    used = {full for placed in placed_entries(case) for full in placed.entry.used}
    why = once_over(case, "A151")
    objectives = {objective.id: objective for _, objective in _objectives(case)}
    for path, full, intervention in _interventions(case):
        step = objectives[full.rpartition(".")[0]]
        held = _sittings_of(case, step, intervention.on)
        begun = _begun(case, step, intervention.on)
        if full not in used and len(held) >= ENOUGH_SESSIONS and _fell_due(intervention.every, begun, held):
            yield finding_at(f"{full} was never used in {len(held)} sessions", (*path, "id"), why)


def _fell_due(every: Frequency | None, begun: date | None, held: Sequence[PlacedEntry]) -> bool:
    """Whether its turn came by the last of these sessions; what is done as needed has none."""
    match every:
        case AsNeeded():
            return False
        case EverySessions(count=count):
            return len(held) >= count
        case Duration() | Rate():
            turn = Duration(1, every.per[0]) if isinstance(every, Rate) else every
            return turn.after(begun or held[0].entry.date) <= held[-1].entry.date
        case _:
            return True


def _open_objectives(plan: Plan, day: date) -> list[Objective]:
    goals = [goal for goal in plan.goals if is_open_on(plan, goal, day)]
    return [step for goal in goals for step in goal.objectives if is_open_on(plan, step, day)]


def _is_a_look(plan: Plan, entry: Session) -> bool:
    """A review and the last hour look back: what they are for is the plan itself."""
    return entry.kind is Kind.REVIEW or (plan.discharge is not None and entry.date == plan.discharge.on)


def session_without_goal(case: RuleCase) -> Iterator[Finding]:
    """A session that neither names nor scores a goal or a step of it, where there was one: none is before the first."""
    for path, entry in sittings(case):
        has_goals = any(is_open_on(case.plan, goal, entry.date) for goal in case.plan.goals)
        if has_goals and not (items_named(case.plan, entry) or _is_a_look(case.plan, entry)):
            yield finding_at("the session names no goal or objective", (*path, "id"))


def session_without_intervention(case: RuleCase) -> Iterator[Finding]:
    """A session that names no intervention, where a step that was open that day had one to name before it."""
    for path, entry in sittings(case):
        if entry.used or _is_a_look(case.plan, entry):
            continue
        planned = (each for step in _open_objectives(case.plan, entry.date) for each in step.interventions)
        if any(each.on is None or each.on < entry.date for each in planned):
            yield finding_at("the session names no intervention", (*path, "id"))


def session_without_response(case: RuleCase) -> Iterator[Finding]:
    """A session that does not say how the client responded."""
    for path, entry in sittings(case):
        if not tells(entry.response):
            yield finding_at("the client's response is missing", (*path, "id"))


def session_without_progress(case: RuleCase) -> Iterator[Finding]:
    """A session with neither a score nor a note."""
    for path, entry in sittings(case):
        if not (entry.scores or entry.forms or tells(entry.note) or entry.note_file):
            yield finding_at("neither a score nor a note tells of progress", (*path, "id"))


W = Severity.WARNING
_THREAD = "the golden thread, as payers' reviewers follow it"


def _goal(objective: str = "", more: str = "") -> str:
    inner = f", objectives: [{{id: g1.1, objective: Walks{objective}}}]"
    return f"goals: [{{id: g1, goal: Out and about, status: active{inner}{more}}}]"


def _sessions(entry: str, times: int = 1) -> str:
    days = [f"2026-02-{day:02}" for day in range(2, 2 + times)]
    return "sessions: [" + ", ".join(f"{{date: {day}{entry}}}" for day in days) + "]"


_DOES = ", interventions: [{id: i1, what: Activation}]"

RULES = (
    Rule(
        "A110", "every problem is addressed", "a problem without a goal is forgotten, or deferred without a word",
        problem_without_goal, W, mend=f"goalctl add-goal CLIENT --problem ID; or why not: {ignoring('A110')}",
        source="Joint Commission", waits=True,
        bad="problems: [{id: p1, problem: Low mood}]",
        good="{problems: [{id: p1, problem: Low mood}], goals: [{id: g1, goal: Walks, problem: p1}]}",
    ),
    Rule(
        "A111", "every goal is for a problem", "what is treated has to be on the list", goal_without_problem, W,
        mend="say for which, as problem: goalctl set CLIENT ID", source=_THREAD, waits=True,
        bad=_goal(),
        good="{problems: [{id: p1, problem: Low mood}], " + _goal(more=", problem: p1") + "}",
    ),
    Rule(
        "A113", "objectives are measurable", "observable and measurable signposts", objective_not_measurable, W,
        mend="add measurable: with baseline and target", source="77 Ill. Adm. Code 2060.421(d)", waits=True,
        bad=_goal(),
        good=_goal(", measurable: {by: count, per: week, baseline: 1, target: 3}"),
    ),
    Rule(
        "A114", "objectives have a target date", "a timetable for each objective", objective_without_day, W,
        mend="add deadline:", source="77 Ill. Adm. Code 2060.421", waits=True,
        bad=_goal(),
        good=_goal(", deadline: 2026-05-04"),
    ),
    Rule(
        "A115", "objectives have interventions", "the type of treatment is stated, not implied",
        objective_without_intervention, W, mend="add interventions: [{id: i1, what: …, every: 1w, for: 12w}]",
        source="Medicare Benefit Policy Manual, ch. 6, §70.1", waits=True,
        bad=_goal(),
        good=_goal(_DOES),
    ),
    Rule(
        "A116", "interventions have frequency and duration", "zero is not a frequency", intervention_without_measure, W,
        mend="add every: 1w, for: 12w", source="Beacon Health Options; Medicare Benefit Policy Manual", waits=True,
        bad=_goal(_DOES),
        good=_goal(", interventions: [{id: i1, what: Activation, every: 1w, for: 12w}]"),
    ),
    Rule(
        "A119", "someone is responsible", "staff responsible for each service", nobody_responsible, W,
        mend="add who: clinician", source="Mont. ARM 37.106.1916(c)", waits=True,
        bad=_goal(_DOES),
        good=_goal(", interventions: [{id: i1, what: Activation, who: clinician}]"),
    ),
    Rule(
        "A140", "a session names what it was for", "a session serves an objective of the plan", session_without_goal, W,
        mend="name it: goalctl amend CLIENT SESSION", source=_THREAD,
        bad="{" + _goal() + ", " + _sessions("") + "}",
        good="{" + _goal() + ", " + _sessions(", worked_on: [g1.1]") + "}",
    ),
    Rule(
        "A141", "a session names what was done", "the intervention used, out of those in the plan",
        session_without_intervention, W, mend="name it: goalctl amend CLIENT SESSION", source=_THREAD,
        bad="{" + _goal(_DOES) + ", " + _sessions("") + "}",
        good="{" + _goal(_DOES) + ", " + _sessions(", used: [g1.1.i1]") + "}",
    ),
    Rule(
        "A142", "a session tells the response", "what was done matters by what it did", session_without_response, W,
        mend="say it as response: goalctl amend CLIENT SESSION", source=_THREAD,
        bad=_sessions(""),
        good=_sessions(", response: Tried it twice in the hour"),
    ),
    Rule(
        "A148", "a session tells of progress", "progress or regression, in a score or a note",
        session_without_progress, W,
        mend="say it as note, or scores: goalctl amend CLIENT SESSION", source="Beacon Health Options", verified=False,
        bad=_sessions(""),
        good=_sessions(", note: One step further"),
    ),
    Rule(
        "A150", "every objective is worked on", "an objective that nobody touches is not treatment", never_worked_on, W,
        mend=f"work on it, put it into reserve or discontinue it; or say why not: {ignoring('A150')}", source=_THREAD,
        bad="{" + _goal() + ", " + _sessions("", 3) + "}",
        good="{" + _goal() + ", " + _sessions(", worked_on: [g1.1]", 3) + "}",
    ),
    Rule(
        "A151", "every intervention is used", "what the plan promises is provided", never_used, W,
        mend=f"use it, or take it out of the plan; or say why not: {ignoring('A151')}", source=_THREAD,
        bad="{" + _goal(_DOES) + ", " + _sessions("", 3) + "}",
        good="{" + _goal(_DOES) + ", " + _sessions(", used: [g1.1.i1]", 3) + "}",
    ),
)  # fmt: skip
