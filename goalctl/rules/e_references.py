"""E: ids and references of a plan that loads: given twice, leading nowhere, out of place (`E20x`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from goalctl.analysis.instruments.readings import form_of
from goalctl.model.care import SAFETY_PLAN
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.form import Form
from goalctl.model.ids import MEASURE_WORDS, FormRef
from goalctl.model.nearest import did_you_mean
from goalctl.model.people import people_of, same
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.strangers import strangers
from goalctl.model.walk import (
    defined_ids,
    entries_that_count,
    named_items,
    placed_answers,
    placed_done,
    placed_goals,
    placed_list,
    placed_measures,
)
from goalctl.rules.rule import Rule, RuleCase, finding_at

_NUMBER = "give one of them the next free number"
_OTHER_ENTRY = "is it one entry twice? Take one out; else alter one character of the later one's id"


def _is_entry(path: Path) -> bool:
    """Whether it is an entry of the log, whose ids are random; what stands inside it is numbered."""
    return path[0] == "sessions" and len(path) == len(("sessions", 0, "id"))


def double_ids(case: RuleCase) -> Iterator[Finding]:
    """Two things with one id."""
    seen: set[str] = set()
    for path, item in defined_ids(case.plan):
        if item in seen:
            yield Finding("E201", f"the id {item} is given twice", path, _OTHER_ENTRY if _is_entry(path) else _NUMBER)
        seen.add(item)


def _unknown(path: Path, item: str, known: Iterable[str], *, at_key: bool = False) -> Finding:
    known = list(known)
    hint = did_you_mean(item, known, f"known here: {', '.join(known[:12]) or 'none yet'}")
    return Finding("E202", f"there is no {item} in this plan", path, hint, at_key=at_key)


def unknown_references(case: RuleCase) -> Iterator[Finding]:
    """A goal, objective, problem, intervention or homework that is named but not defined."""
    plan = case.plan
    for path, item in named_items(plan, plan.scorables):
        if item not in plan.scorables:
            yield _unknown(path, item, plan.scorables, at_key="scores" in path or path[0] in {"diary", "discharge"})
    yield from _unknown_problems(plan)
    yield from _unknown_safety_plan(plan)
    yield from _unknown_in_log(plan)


def _unknown_in_log(plan: Plan) -> Iterator[Finding]:
    """Interventions that were used and homework that was answered, and are nowhere in the plan."""
    interventions = [item for item, _ in plan.interventions()]
    homework = [task.id for session in plan.sessions for task in session.homework]
    for n, session in entries_that_count(plan):
        for place, used in placed_list(session, n, "used"):
            if used not in interventions:
                yield _unknown(place, used, interventions)
    for place, task in placed_done(plan):
        if task not in homework:
            yield _unknown(place, task, homework, at_key=True)


def _unknown_problems(plan: Plan) -> Iterator[Finding]:
    known = [problem.id for problem in plan.problems]
    for path, goal in placed_goals(plan):
        for n, problem in enumerate(goal.problems):
            if problem not in known:
                place: Path = ("problem",) if len(goal.problems) == 1 else ("problem", n)
                yield _unknown((*path, *place), problem, known)


def _unknown_safety_plan(plan: Plan) -> Iterator[Finding]:
    named = plan.safety_plan.form if plan.safety_plan else None
    if named and named not in {entry.id for entry in plan.sessions}:
        yield _unknown(("safety_plan", "form"), named, [entry.id for entry in _with_safety_plan(plan) if entry.id])


def _with_safety_plan(plan: Plan) -> Iterator[Session]:
    """The valid entries in which a safety plan was filled in."""
    return (entry for entry in plan.log if any(ref.id == SAFETY_PLAN for ref in entry.forms))


def safety_plan_leads_nowhere(case: RuleCase) -> Iterator[Finding]:
    """The entry that is named for the safety plan is void, or holds none."""
    plan = case.plan
    named = plan.safety_plan.form if plan.safety_plan else None
    if named and named in {entry.id for entry in plan.sessions} - {entry.id for entry in _with_safety_plan(plan)}:
        yield finding_at(f"the entry {named} holds no safety plan", ("safety_plan", "form"))


def client_is_the_file_name(case: RuleCase) -> Iterator[Finding]:
    """A plan whose `client` is not the name of its file."""
    if case.plan.client != case.name:
        message = f"client is {case.plan.client}, but the file is {case.name}.yaml"
        hint = f"write client: {case.name}, or rename the file; a copy of {case.plan.client}.yaml belongs out of plans/"
        yield Finding("E203", message, ("client",), hint)


def _around(first: str | None, goal: str) -> str:
    """Through which goal it comes back, when not directly."""
    return f" through {first}" if first != goal else ""


def goals_that_serve_themselves(case: RuleCase) -> Iterator[Finding]:
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


def unknown_forms(case: RuleCase) -> Iterator[Finding]:
    """A form that is named but neither shipped nor in the practice's forms, or that gives no score where one is due."""
    yield from _unfit_to_measure(case)
    for n, planned in enumerate(case.plan.assessments):
        if form_of(case.forms, planned.form) is None:
            yield _no_form(("assessments", n, "form"), planned.form, case.forms)
    for place, ref, _ in placed_answers(case.plan):
        if form_of(case.forms, ref) is None:
            yield _no_form(place, ref, case.forms, at_key=True)


def _unfit_to_measure(case: RuleCase) -> Iterator[Finding]:
    measures = (((*path, "by"), measure.by) for path, measure in placed_measures(case.plan))
    for path, by in measures:
        form = form_of(case.forms, by)
        if str(by) in MEASURE_WORDS:
            continue
        if form is None:
            yield _no_form(path, by, case.forms, MEASURE_WORDS)
        elif form.scoring is None:
            yield Finding("E206", f"the form {by} gives no score", path, "measure by a scored form, or by rating")


def _no_form(
    path: Path, ref: FormRef, forms: Mapping[str, Form], words: Iterable[str] = (), *, at_key: bool = False
) -> Finding:
    """A word for a measure has neither version nor respondent: with one it could only be a form."""
    name = str(ref) if ref.id in MEASURE_WORDS else ref.name
    there = list(forms)  # by file, a broken one too
    if ref.id in there and ref.id not in forms:
        hint = f"see what is wrong in its file: goalctl forms check {ref.id}"
        return Finding("E205", f"the form {ref.id} can't be used until it is mended", path, hint, at_key=at_key)
    hint = did_you_mean(ref.name, [*words, *there], "`goalctl forms` lists them; put your own into forms/")
    return Finding("E205", f"there is no form {name}", path, hint, at_key=at_key)


def objectives_under_another_goal(case: RuleCase) -> Iterator[Finding]:
    """An objective whose id belongs to another goal."""
    for path, goal in placed_goals(case.plan):
        for n, objective in enumerate(goal.objectives):
            if not objective.id.startswith(f"{goal.id}."):
                hint = f"its id begins with {goal.id}., or it stands under {objective.id.partition('.')[0]}"
                place = (*path, "objectives", n, "id")
                yield Finding("E207", f"objective {objective.id} stands under {goal.id}", place, hint)


def unknown_people(case: RuleCase) -> Iterator[Finding]:
    """Of a couple, family or group: somebody who fills in a form, takes something or is asked, and is no member."""
    plan = case.plan
    everybody = "members" if plan.members else "people"
    for path, who in strangers(plan):
        hint = did_you_mean(who, people_of(plan), f"known here: {', '.join(people_of(plan))}")
        yield finding_at(f"{who} is none of the {everybody} of this plan", path, hint, at_key="forms" in path)


def supervised_by_oneself(case: RuleCase) -> Iterator[Finding]:
    """The clinician of the plan is named as supervisor, too."""
    treats, supervises = case.plan.clinician, case.plan.supervisor
    if treats and supervises and same(treats, supervises):
        yield finding_at(f"{supervises} treats and supervises, and nobody supervises themselves", ("supervisor",))


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
    Rule(
        "E209",
        "somebody who is no member",
        "what is on record about a misspelt name is missing from that person's own page",
        unknown_people,
        Severity.WARNING,
        mend="write the name as under members:, or add it there",
        bad="{format: 2, members: [anna, ben], sessions: [{date: 2026-02-02, forms: {gad-7@ana: 9}}]}",
        good="{format: 2, members: [anna, ben], sessions: [{date: 2026-02-02, forms: {gad-7@anna: 9}}]}",
    ),
    Rule(
        "E210",
        "a safety plan that is not where it is said to be",
        "in a crisis nobody has the time to look for it",
        safety_plan_leads_nowhere,
        Severity.WARNING,
        mend="fill it in again: goalctl assess CLIENT safety-plan, or say where it is: safety_plan: {on: …, where: …}",
        bad="{format: 2, safety_plan: {on: 2026-02-02, form: abc123}, sessions: [{id: abc123, date: 2026-02-02}]}",
        good="{format: 2, safety_plan: {on: 2026-02-02, form: abc123}, "
        "sessions: [{id: abc123, date: 2026-02-02, forms: {safety-plan: {coping: a walk}}}]}",
    ),
    Rule(
        "E211",
        "a clinician who supervises themselves",
        "a supervisor is a second person who looks at the work",
        supervised_by_oneself,
        Severity.WARNING,
        mend="name who else supervises, or take supervisor: away",
        bad="{clinician: s.lee, supervisor: s.lee}",
        good="{clinician: n.intern, supervisor: s.lee}",
    ),
)
