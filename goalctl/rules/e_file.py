"""E: what makes a plan wrong although it loads: ids, references, ranges, form answers (`E2xx`).

`E1xx`, where the text or its shape is wrong and there is no plan, comes from the reader and the model. Of form answers,
`E232` to `E239` are described in `analysis.scoring`, which knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from goalctl.analysis.scoring import answer_findings, possible_range
from goalctl.model.finding import Finding, Path
from goalctl.model.form import Form
from goalctl.model.ids import MEASURE_WORDS
from goalctl.model.measure import Direction, Measure, own_scale
from goalctl.model.scalars import number_text
from goalctl.model.walk import (
    defined_ids,
    measure_on,
    named_items,
    placed_goals,
    placed_measures,
    placed_scorables,
    placed_scores,
)
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
                "E204", f"{goal.id} serves itself", (*path, "serves"), "name the longer goal, or leave it out"
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


def _range_of(measure: Measure, forms: Case) -> tuple[float | None, float | None, str]:
    form = forms.forms.get(measure.form or "")
    if form is None:
        return *own_scale(measure), "its scale's"
    low, high = possible_range(form, measure.of) or (None, None)
    return low, high, f"the {form.name}'s"


def _off_scale(
    path: Path, what: str, value: float, measure: Measure, case: Case, *, at_key: bool = False
) -> list[Finding]:
    low, high, whose = _range_of(measure, case)
    if high is not None and value > high:
        message = f"{what} {number_text(value)} is above {whose} maximum, {number_text(high)}"
    elif low is not None and value < low:
        message = f"{what} {number_text(value)} is below {whose} minimum, {number_text(low)}"
    else:
        return []
    upper = "any number above" if high is None else number_text(high)
    name = case.forms[measure.by].name + " totals" if measure.by in case.forms else "its values"
    return [Finding("E231", message, path, f"{name} run from {number_text(low or 0)} to {upper}", at_key=at_key)]


def off_the_scale(case: Case) -> Iterator[Finding]:
    """A score, a baseline or a target that the measure's scale does not have."""
    for path, measure in placed_measures(case.plan):
        for what in ("baseline", "target"):
            value = getattr(measure, what)
            if value is not None:
                yield from _off_scale((*path, what), what, value, measure, case)
    for path, day, rated, score in placed_scores(case.plan):
        item = case.plan.scorables.get(rated.item)
        measure_then = measure_on(item, day) if item else None
        if measure_then is not None and measure_then.form is None:
            yield from _off_scale(path, "the score", score, measure_then, case)


def scores_that_a_form_gives(case: Case) -> Iterator[Finding]:
    """A score typed in for a goal that a form scores: the form's answers are the one source."""
    for path, day, rated, _ in placed_scores(case.plan):
        item = case.plan.scorables.get(rated.item)
        measure = measure_on(item, day) if item else None
        if measure is not None and measure.form:
            hint = f"put the answers under forms: {measure.form}, or the total as {measure.form}: 14"
            yield Finding("E243", f"{rated.item} is scored by {measure.form}, not by hand", path, hint, at_key=True)


def form_answers(case: Case) -> Iterator[Finding]:
    """Answers that the form does not have: too many, off the range, for an item it lacks."""
    for n, session in enumerate(case.plan.sessions):
        for form_id, answers in session.forms.items():
            form: Form | None = case.forms.get(form_id)
            for found in answer_findings(form, answers) if form else ():
                yield Finding(
                    found.code, found.message, ("sessions", n, "forms", form_id, *found.path), found.hint,
                    at_key=found.at_key,
                )  # fmt: skip


def targets_that_go_nowhere(case: Case) -> Iterator[Finding]:
    """A target equal to the baseline that does not say it is to be kept, and which side is the better one."""
    for path, measure in placed_measures(case.plan):
        if measure.direction is Direction.KEEP and (measure.keep is None or measure.better is None):
            hint = "change one of them; to keep what was reached, add keep: 12w and better: higher (or lower)"
            yield Finding("E241", "target and baseline are the same", (*path, "target"), hint)


def measures_without_their_parts(case: Case) -> Iterator[Finding]:
    """Goal attainment scaling without its levels; a subscale that the form lacks; a hold of nothing."""
    for path, measure in placed_measures(case.plan):
        if measure.by == "levels" and not measure.levels:
            hint = "add levels: {-2: …, -1: …, 0: …, 1: …, 2: …}"
            yield Finding("E242", "a measure by levels needs its levels", (*path, "by"), hint)
        form = case.forms.get(measure.form or "")
        if form and form.scoring and measure.of and measure.of not in form.scoring.subscales:
            hint = f"{form.name} has {', '.join(form.scoring.subscales) or 'no subscales'}"
            yield Finding("E242", f"{form.name} has no subscale {measure.of}", (*path, "of"), hint)
        if measure.hold is not None and measure.hold < 1:
            yield Finding("E242", "hold counts scores in a row, at least 1", (*path, "hold"), "write hold: 2")


def numbers_out_of_bounds(case: Case) -> Iterator[Finding]:
    """Weights outside 0 to 3, motivation outside 1 to 10, lengths and priorities that are not above zero."""
    for path, item in placed_scorables(case.plan):
        yield from _bounded((*path, "priority"), item.priority, 1, 99)
    for path, measure in placed_measures(case.plan):
        if measure.weight:
            yield from _bounded((*path, "weight", "importance"), measure.weight.importance, 0, 3)
            yield from _bounded((*path, "weight", "difficulty"), measure.weight.difficulty, 0, 3)
    for path, goal in placed_goals(case.plan):
        if goal.grow:
            yield from _bounded((*path, "grow", "will", "motivation"), goal.grow.will.motivation, 1, 10)
    for n, session in enumerate(case.plan.sessions):
        yield from _bounded(("sessions", n, "minutes"), session.minutes, 1, 1440)


def _bounded(path: Path, value: int | None, low: int, high: int) -> Iterator[Finding]:
    if value is not None and not low <= value <= high:
        yield Finding("E231", f"{path[-1]} {value} is not between {low} and {high}", path, f"use {low} to {high}")


def stretches_that_end_before_they_begin(case: Case) -> Iterator[Finding]:
    """An authorization or a time on hold whose end lies before its start."""
    for n, authorization in enumerate(case.plan.authorizations):
        if authorization.to < authorization.from_:
            yield Finding("E251", "it ends before it begins", ("authorizations", n, "to"), "check both days")
    for n, hold in enumerate(case.plan.holds):
        if hold.to and hold.to < hold.from_:
            yield Finding("E251", "it ends before it begins", ("holds", n, "to"), "check both days")


RULES = (
    Rule("E201", "an id given twice", "scores and references would belong to either of two things", double_ids),
    Rule("E202", "a reference to nothing", "what is named must exist, or its scores are lost", unknown_references),
    Rule(
        "E203",
        "client and file name differ",
        "the file's name is how every command finds a client",
        client_is_the_file_name,
    ),
    Rule(
        "E204",
        "a goal that serves itself",
        "short goals serve longer ones; a circle has no end",
        goals_that_serve_themselves,
    ),
    Rule("E205", "an unknown form", "without the form there is no score, band or due date", unknown_forms),
    Rule(
        "E207",
        "an objective under another goal",
        "its scores would count for the wrong goal",
        objectives_under_another_goal,
    ),
    Rule(
        "E231", "a value off the scale", "progress is measured on the scale; a value beyond it is a slip", off_the_scale
    ),
    Rule("E231", "a number out of bounds", "weights, motivation and lengths have fixed ranges", numbers_out_of_bounds),
    Rule("E232", "form answers that don't fit", "a wrong answer gives a wrong total", form_answers),
    Rule("E241", "target equals baseline", "without a direction, progress can't be told", targets_that_go_nowhere),
    Rule(
        "E242",
        "a measure without its parts",
        "a score needs something to be read against",
        measures_without_their_parts,
    ),
    Rule(
        "E243", "a typed score where a form scores", "two sources for one number drift apart", scores_that_a_form_gives
    ),
    Rule("E251", "an end before its start", "one of the two days is a slip", stretches_that_end_before_they_begin),
)
