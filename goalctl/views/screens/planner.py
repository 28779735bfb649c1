"""The planners as a listing, what a search found, and one planner or one statement of it on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from goalctl.model.finding import Finding
from goalctl.model.form import Form
from goalctl.model.planner import Planner, PlannerGoal, PlannerIntervention, PlannerObjective
from goalctl.model.statement import StatementKind, placeholders
from goalctl.views.listing import Cell, Column, Listing, Row, Tone
from goalctl.views.page import Line
from goalctl.views.words.measure import measure_in_words
from goalctl.views.words.rhythm import course_words, stretch_words

COLUMNS = (
    Column("area", "area"),
    Column("problems", "problems", right=True, from_width=100),
    Column("goals", "goals", right=True),
    Column("objectives", "objectives", right=True),
    Column("interventions", "interventions", right=True, from_width=100),
    Column("homework", "homework", right=True),
    Column("statements", "all", right=True),
    Column("own", "whose"),
    Column("name", "name", keep=False, from_width=110),
)
FOUND = (Column("id", "id"), Column("kind", "kind"), Column("text", "text", keep=False))
OWN, SHIPPED = "own", "shipped"
_NO_PLANNER = "There are no planners."


def planners_view(planners: Iterable[tuple[Planner, bool]], broken: Iterable[tuple[str, Finding]]) -> Listing:
    """Each area with what it holds, and whether it is the practice's own; files that can't be read come first."""
    rows = [_broken_row(name, finding) for name, finding in broken]
    known = list(planners)
    rows += [_row(planner, OWN if own else SHIPPED) for planner, own in known]
    total = sum(len(list(planner.statements())) for planner, _ in known)
    caption = f"{total} statements. goalctl planners AREA or WORDS shows or finds them"
    return Listing("planners", COLUMNS, tuple(rows), _NO_PLANNER, caption=caption)


def _row(planner: Planner, whose: str) -> Row:
    counts = Counter(statement.kind for statement in planner.statements())
    cells: dict[str, Cell] = {"area": planner.planner, "name": planner.name, "own": whose}
    cells |= {"problems": counts[StatementKind.PROBLEM], "goals": counts[StatementKind.GOAL]}
    cells |= {"objectives": counts[StatementKind.OBJECTIVE], "interventions": counts[StatementKind.INTERVENTION]}
    cells |= {"homework": counts[StatementKind.HOMEWORK], "statements": counts.total()}
    return Row(cells)


def _broken_row(name: str, finding: Finding) -> Row:
    return Row({"area": name, "own": OWN, "name": f"error {finding.code}: {finding.message}"}, Tone.BAD)


def found_view(found: Iterable[tuple[str, StatementKind, str]], *, nothing: str, caption: str = "") -> Listing:
    """What a search found, best first: the id to use it by, its kind and its wording."""
    rows = tuple(Row({"id": ref, "kind": kind.value, "text": text}) for ref, kind, text in found)
    return Listing("statements", FOUND, rows, nothing, caption=caption)


def planner_page(planner: Planner, forms: Mapping[str, Form], *, file: str) -> Iterator[Line]:
    """The whole planner: problems with their goals, objectives and interventions by id, homework, resources."""
    yield Line(f"{planner.name} [{planner.planner}]", tone=Tone.GOOD)
    if planner.about:
        yield Line(planner.about)
    if planner.evidence:
        yield Line(f"evidence: {planner.evidence.note} ({'; '.join(planner.evidence.sources)})", tone=Tone.QUIET)
    yield from _problems(planner)
    for goal in planner.goals:
        yield from (Line(""), *_goal(goal, forms))
    yield from _section("interventions", ((each.id, _intervention(each)) for each in planner.interventions))
    homework = ((each.id, f"{each.task}{f' [{each.for_}]' if each.for_ else ''}") for each in planner.homework)
    yield from _section("homework", homework)
    yield from _section("resources", ((each.id, f"{each.kind}: {each.what}") for each in planner.resources))
    yield from (Line(""), Line(file, tone=Tone.QUIET))


def _problems(planner: Planner) -> Iterator[Line]:
    shows = ((each.id, f"{each.problem} (shows as: {'; '.join(each.shows)})") for each in planner.problems)
    yield from _section("problems", shows)


def _section(name: str, items: Iterable[tuple[str, str]]) -> Iterator[Line]:
    listed = list(items)
    if listed:
        yield from (Line(""), Line(name))
        yield from (Line(f"{id_} {text}", 1) for id_, text in listed)


def _goal(goal: PlannerGoal, forms: Mapping[str, Form]) -> Iterator[Line]:
    marks = [f"{goal.term.value} term"] if goal.term else []
    marks += [f"for {goal.problem}"] if goal.problem else []
    marked = f" [{', '.join(marks)}]" if marks else ""
    yield Line(f"{goal.id} {goal.goal}{marked}")
    yield from _details(1, goal.specific, goal, forms)
    if goal.because:
        yield Line(f"within reach: {goal.because}", 1, Tone.QUIET)
    for objective in goal.objectives:
        yield from _objective(objective, forms, indent=1)


def _objective(objective: PlannerObjective, forms: Mapping[str, Form], *, indent: int) -> Iterator[Line]:
    yield Line(f"{objective.id} {objective.objective}", indent)
    yield from _details(indent + 1, None, objective, forms)
    if objective.interventions:
        yield Line(f"with {', '.join(objective.interventions)}", indent + 1, Tone.QUIET)


def _details(
    indent: int, specific: str | None, item: PlannerGoal | PlannerObjective, forms: Mapping[str, Form]
) -> Iterator[Line]:
    if specific:
        yield Line(f"specific: {specific}", indent)
    measure = measure_in_words(item.measurable, forms) if item.measurable else ""
    within = f"within {stretch_words(item.horizon)}" if item.horizon else ""
    if measure or within:
        yield Line("; ".join(part for part in (measure, within) if part), indent, Tone.QUIET)


def _intervention(intervention: PlannerIntervention) -> str:
    return ", ".join(filter(None, (intervention.wording, course_words(intervention.every, intervention.for_))))


def statement_page(planner: Planner, id_: str, forms: Mapping[str, Form]) -> Iterator[Line]:
    """One statement with all that belongs to it, and how it is put into a plan."""
    interventions = {each.id: each for each in planner.interventions}
    goal = next((each for each in planner.goals if each.id == id_), None)
    objective = next((each for each in planner.objectives if each.id == id_), None)
    if goal is not None:
        yield from _goal(goal, forms)
    elif objective is not None:
        yield from _objective(objective, forms, indent=0)
        named = (interventions[each] for each in objective.interventions if each in interventions)
        yield from (Line(f"{each.id} {_intervention(each)}", 1) for each in named)
    elif id_ in interventions:
        yield Line(f"{id_} {_intervention(interventions[id_])}")
    else:
        yield from _plain(planner, id_)
    yield from _use(planner, id_)


def _plain(planner: Planner, id_: str) -> Iterator[Line]:
    text = next(each.text for each in planner.statements() if each.id == id_)
    yield Line(f"{id_} {text}")
    shows = next((each.shows for each in planner.problems if each.id == id_), ())
    yield from (Line(f"shows as: {sign}", 1) for sign in shows)


_USES = {
    StatementKind.PROBLEM: "add-problem CLIENT --from {ref}",
    StatementKind.GOAL: "add-goal CLIENT --from {ref} --with-objectives",
    StatementKind.OBJECTIVE: "add-objective CLIENT GOAL --from {ref}",
    StatementKind.INTERVENTION: "add-objective CLIENT GOAL … --intervention {ref}",
    StatementKind.HOMEWORK: "log-session CLIENT … --homework {ref}",
}


def _beside(planner: Planner, id_: str) -> Iterator[str]:
    """What else of a goal is used with it: its specific part and its objectives."""
    for goal in planner.goals:
        if goal.id == id_:
            yield goal.specific or ""
            yield from (objective.objective for objective in goal.objectives)


def _use(planner: Planner, id_: str) -> Iterator[Line]:
    statement = next(each for each in planner.statements() if each.id == id_)
    use = _USES.get(statement.kind)
    if use is None:
        return
    texts = " ".join((statement.text, *_beside(planner, id_)))
    fills = "".join(f' --fill "{word}=…"' for word in placeholders(texts))
    yield from (Line(""), Line(f"goalctl {use.format(ref=f'{planner.planner}/{id_}')}{fills}", tone=Tone.QUIET))
