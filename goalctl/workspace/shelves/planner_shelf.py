"""The planners of a practice: what is shipped and its own, finding statements, what is wrong, a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goalctl.analysis.caseload.ranking import Findable, Ranking
from goalctl.documents.save import create, save
from goalctl.library.shelf import Shelf, files_in, strays_in
from goalctl.model.entry import said
from goalctl.model.finding import Finding, Path, Value
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner, Statement
from goalctl.model.schema import schema_text
from goalctl.model.validate import validated
from goalctl.model.written import record_data
from goalctl.rules import e_values, s_wording
from goalctl.rules.rule import Case, findings_of
from goalctl.workspace.store.practice import Practice

PLANNERS = "planners"
SCHEMA = "planner.schema.json"
PRIVATE = 0o700
CONTRADICTS = "E244"
NamedFinding = tuple[str, Finding]


def planner_shelf(practice: Practice) -> Shelf[Planner]:
    """Every planner by its area; each is read when it is first asked for."""
    return Shelf(PLANNERS, Planner, practice.root / PLANNERS)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A statement with the planner it stands in."""

    planner: Planner
    statement: Statement

    @property
    def ref(self) -> str:
        """How it is named on a command line, `depression/g3`."""
        return f"{self.planner.planner}/{self.statement.id}"


def shelved(shelf: Shelf[Planner]) -> list[Shelved]:
    """Every statement of every planner that can be read, in the order of areas and files."""
    planners = [planner for name in shelf if (planner := shelf.get(name))]
    return [Shelved(planner, statement) for planner in planners for statement in planner.statements()]


def searched(statements: list[Shelved], query: str) -> list[Shelved]:
    """The statements that the words fit, best first; a planner's name and tags help to find what it holds."""
    headings = {each.planner.planner: _heading(each.planner) for each in statements}
    details = dict(_details(statements))
    texts = [
        Findable(each.statement.text, f"{headings[each.planner.planner]} {details.get(each.ref, '')}")
        for each in statements
    ]
    return [statements[position] for position in Ranking(texts).best(query)]


def _heading(planner: Planner) -> str:
    return " ".join((planner.planner, planner.name, *planner.tags))


def _details(statements: list[Shelved]) -> Iterator[tuple[str, str]]:
    """What a statement says beside its wording: a goal's specific part, how a problem shows, a resource's kind."""
    for planner in {each.planner.planner: each.planner for each in statements}.values():
        area = planner.planner
        yield from ((f"{area}/{goal.id}", goal.specific or "") for goal in planner.goals)
        yield from ((f"{area}/{problem.id}", " ".join(problem.shows)) for problem in planner.problems)
        yield from ((f"{area}/{resource.id}", resource.kind) for resource in planner.resources)


def own_name(name: str) -> str:
    """An own planner's file, seen from the workspace."""
    return f"{PLANNERS}/{name}.yaml"


def planner_file_findings(practice: Practice) -> list[NamedFinding]:
    """What is wrong with the practice's own planners, and files that lie there and are not read."""
    folder, shelf = practice.root / PLANNERS, planner_shelf(practice)
    strays = [_stray(path.name) for path in strays_in(folder) if path.name != SCHEMA]
    return strays + [named for name in files_in(folder) for named in planner_problems(practice, shelf, name)]


def planner_problems(practice: Practice, shelf: Shelf[Planner], name: str) -> list[NamedFinding]:
    """What is wrong with one planner, an own or a shipped one, each with its place in the file."""
    document = shelf.document(name)
    file = own_name(name) if shelf.is_own(name) else f"{name}.yaml (shipped)"
    if document is None or document.content is None:
        return [(file, finding) for finding in shelf.problems(name)]
    planner = document.content
    found = (*_contradictions(planner, name), *_advice(practice, planner))
    everything = (*document.findings, *document.placed(found))
    return [(file, finding) for finding in sorted(everything, key=_by_place)]


def _by_place(finding: Finding) -> tuple[int, int, str]:
    return (finding.place.line, finding.place.column, finding.code) if finding.place else (0, 0, finding.code)


def _stray(name: str) -> NamedFinding:
    hint = f"rename it to {name.rpartition('.')[0] or name}.yaml if it is a planner, or move it out of {PLANNERS}/"
    return f"{PLANNERS}/{name}", Finding("E151", "this is not read: a planner's file ends in .yaml", hint=hint)


def _contradictions(planner: Planner, name: str) -> Iterator[Finding]:
    """A name that is not the file's, an id that stands twice, a reference that leads nowhere."""
    places = dict(reversed(list(_placed_ids(planner))))  # the first of two alike
    if planner.planner != name:
        message = f"planner is {planner.planner}, but the file is {name}"
        yield Finding(CONTRADICTS, message, ("planner",), f"write planner: {name}")
    ids = Counter(statement.id for statement in planner.statements())
    for id_, times in ids.items():
        if times > 1:
            yield Finding(CONTRADICTS, f"the id {id_} stands {times} times", places[id_], "give each its own id")
    for goal in planner.goals:
        for objective in goal.objectives:
            if not objective.id.startswith(f"{goal.id}."):
                hint = f"write it as {goal.id}.1"
                yield Finding(CONTRADICTS, f"{objective.id} stands below {goal.id}", places[objective.id], hint)
    for source, named in planner.dangling():
        message = f"{source} names {named}, which is not in this planner"
        yield Finding(CONTRADICTS, message, places[source], "mend the reference, or add what it names")


def _placed_ids(planner: Planner) -> Iterator[tuple[str, Path]]:
    for n, goal in enumerate(planner.goals):
        yield goal.id, ("goals", n, "id")
        yield from ((each.id, ("goals", n, "objectives", m, "id")) for m, each in enumerate(goal.objectives))
    for section in ("problems", "interventions", "homework", "resources"):
        yield from ((each.id, (section, n, "id")) for n, each in enumerate(getattr(planner, section)))


def _advice(practice: Practice, planner: Planner) -> Iterator[Finding]:
    """What the rules say about its goals and measures as if they stood in a plan; paths as in the planner's file."""
    goals = record_data(planner).get("goals")
    held = [_as_goal(goal) for goal in (goals if isinstance(goals, list) else [])]
    plan, _ = validated(Plan, said(client="c", goals=held))
    if plan is None:
        return
    case = Case(plan, "c", practice.forms, settings=practice.settings)
    for finding in findings_of((*s_wording.RULES, *e_values.RULES), case):
        yield replace(finding, path=tuple(step for step in finding.path if step != "smart"))


def _as_goal(data: Value) -> dict[str, Value]:
    """A planner's goal as a plan would hold it, without what refers to other parts of the planner."""
    goal = dict(data) if isinstance(data, dict) else {}
    steps = goal.get("objectives")
    objectives = [
        said(**{key: step.get(key) for key in ("id", "objective", "measurable")})
        for step in (steps if isinstance(steps, list) else [])
        if isinstance(step, dict)
    ]
    smart = said(specific=goal.get("specific"), measurable=goal.get("measurable"))
    entry = said(id=goal.get("id"), goal=goal.get("goal"), smart=smart, objectives=objectives)
    return entry if validated(Goal, entry)[0] else said(id=goal.get("id"), goal=goal.get("goal"))


def create_planner(practice: Practice, name: str, text: str) -> str:
    """A new planner's file with this text, and the schema beside it; a file that is there already is refused."""
    folder = practice.root / PLANNERS
    folder.mkdir(mode=PRIVATE, exist_ok=True)
    create(folder / f"{name}.yaml", text.encode(), root=practice.root)
    save(folder / SCHEMA, schema_text(Planner).encode(), root=practice.root)
    return own_name(name)
