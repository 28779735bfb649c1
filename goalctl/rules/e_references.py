"""E: ids and references of a plan that loads: given twice, leading nowhere, out of place (`E20x`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from goalctl.model.finding import Finding, Path
from goalctl.model.ids import MEASURE_WORDS
from goalctl.model.walk import defined_ids, named_items, placed_goals, placed_measures
from goalctl.rules.rule import Case, Rule


def double_ids(case: Case) -> Iterator[Finding]:
    """Two things with one id."""
    seen: set[str] = set()
    for path, item in defined_ids(case.plan):
        if item in seen:
            yield Finding("E201", f"the id {item} is given twice", path, "give one of them the next free number")
        seen.add(item)


def _unknown(path: Path, item: str, known: Iterable[str], *, at_key: bool = False) -> Finding:
    known = list(known)
    near = get_close_matches(item, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known[:12]) or 'none yet'}"
    return Finding("E202", f"there is no {item} in this plan", path, hint, at_key=at_key)


def unknown_references(case: Case) -> Iterator[Finding]:
    """A goal, objective, problem, intervention or homework that is named but not defined."""
    plan = case.plan
    for path, item in named_items(plan):
        if item not in plan.scorables:
            yield _unknown(path, item, plan.scorables, at_key="scores" in path or path[0] in {"diary", "discharge"})
    problems = [problem.id for problem in plan.problems]
    for path, goal in placed_goals(plan):
        if goal.problem and goal.problem not in problems:
            yield _unknown((*path, "problem"), goal.problem, problems)
    interventions = [item for item, _ in plan.interventions()]
    homework = [task.id for session in plan.sessions for task in session.homework]
    for n, session in enumerate(plan.sessions):
        for position, used in enumerate(session.used):
            if used not in interventions:
                yield _unknown(("sessions", n, "used", position), used, interventions)
        for task in session.homework_done:
            if task not in homework:
                yield _unknown(("sessions", n, "homework_done", task), task, homework, at_key=True)


def client_is_the_file_name(case: Case) -> Iterator[Finding]:
    """A plan whose `client` is not the name of its file."""
    if case.plan.client != case.name:
        message = f"client is {case.plan.client}, but the file is {case.name}.yaml"
        yield Finding("E203", message, ("client",), f"write client: {case.name}, or rename the file")


def _around(first: str | None, goal: str) -> str:
    """Through which goal it comes back, when not directly."""
    return f" through {first}" if first != goal else ""


def goals_that_serve_themselves(case: Case) -> Iterator[Finding]:
    """A goal that serves itself, directly or around a corner."""
    serves = {goal.id: goal.serves for goal in case.plan.goals}
    for path, goal in placed_goals(case.plan):
        step, seen = goal.serves, set[str]()
        while step is not None and step != goal.id and step not in seen:
            seen.add(step)
            step = serves.get(step)
        if step == goal.id:
            yield Finding(
                "E204",
                f"{goal.id} serves itself{_around(goal.serves, goal.id)}",
                (*path, "serves"),
                "name the longer goal, or leave it out",
            )


def unknown_forms(case: Case) -> Iterator[Finding]:
    """A form that is named but neither shipped nor in the practice's forms, or that gives no score where one is due."""
    measures = (((*path, "by"), measure.by) for path, measure in placed_measures(case.plan))
    for path, by in measures:
        if by in MEASURE_WORDS:
            continue
        if by not in case.forms:
            yield _no_form(path, by, [*MEASURE_WORDS, *case.forms])
        elif case.forms[by].scoring is None:
            yield Finding("E206", f"the form {by} gives no score", path, "measure by a scored form, or by rating")
    for n, planned in enumerate(case.plan.assessments):
        if planned.form not in case.forms:
            yield _no_form(("assessments", n, "form"), planned.form, case.forms)
    for n, session in enumerate(case.plan.sessions):
        for form in session.forms:
            if form not in case.forms:
                yield _no_form(("sessions", n, "forms", form), form, case.forms, at_key=True)


def _no_form(path: Path, form: str, known: Iterable[str], *, at_key: bool = False) -> Finding:
    near = get_close_matches(form, list(known), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "`goalctl forms` lists them; put your own into forms/"
    return Finding("E205", f"there is no form {form}", path, hint, at_key=at_key)


def objectives_under_another_goal(case: Case) -> Iterator[Finding]:
    """An objective whose id belongs to another goal."""
    for path, goal in placed_goals(case.plan):
        for n, objective in enumerate(goal.objectives):
            if not objective.id.startswith(f"{goal.id}."):
                hint = f"its id begins with {goal.id}., or it stands under {objective.id.partition('.')[0]}"
                place = (*path, "objectives", n, "id")
                yield Finding("E207", f"objective {objective.id} stands under {goal.id}", place, hint)


RULES = (
    Rule(
        "E201",
        "an id given twice",
        "scores and references would belong to either of two things",
        double_ids,
        bad="goals: [{id: g1, goal: Walks}, {id: g1, goal: Sings}]",
        good="goals: [{id: g1, goal: Walks}, {id: g2, goal: Sings}]",
    ),
    Rule(
        "E202",
        "a reference to nothing",
        "what is named must exist, or its scores are lost",
        unknown_references,
        bad="{goals: [{id: g1, goal: Walks}], sessions: [{date: 2026-02-02, scores: {g2: 4}}]}",
        good="{goals: [{id: g1, goal: Walks}], sessions: [{date: 2026-02-02, scores: {g1: 4}}]}",
    ),
    Rule(
        "E203",
        "client and file name differ",
        "the file's name is how every command finds a client",
        client_is_the_file_name,
        bad="client: c-zz9",
        good="client: c-ab1",
    ),
    Rule(
        "E204",
        "a goal that serves itself",
        "short goals serve longer ones; a circle has no end",
        goals_that_serve_themselves,
        bad="goals: [{id: g1, goal: Walks, serves: g2}, {id: g2, goal: Runs, serves: g1}]",
        good="goals: [{id: g1, goal: Walks, serves: g2}, {id: g2, goal: Runs}]",
    ),
    Rule(
        "E205",
        "an unknown form",
        "without the form there is no score, band or due date",
        unknown_forms,
        bad="assessments: [{form: phq-99, every: 2w}]",
        good="assessments: [{form: phq-9, every: 2w}]",
    ),
    Rule(
        "E207",
        "an objective under another goal",
        "its scores would count for the wrong goal",
        objectives_under_another_goal,
        bad="goals: [{id: g1, goal: Walks, objectives: [{id: g2.1, objective: Buys shoes}]}]",
        good="goals: [{id: g1, goal: Walks, objectives: [{id: g1.1, objective: Buys shoes}]}]",
    ),
)
