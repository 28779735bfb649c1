"""What is wrong with a file of the library that can be read: where it contradicts itself, or goes against the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from goalctl.analysis.risk.own_forms import unwatched_items
from goalctl.library.shelf import Shelf
from goalctl.model.entry import entry_values
from goalctl.model.finding import Finding, Path, Severity, Value, fields_in, list_in, records_under
from goalctl.model.form import Form
from goalctl.model.goal import Goal
from goalctl.model.ids import form_called, is_scored
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.profile import Profile
from goalctl.model.scalars import ScalarError
from goalctl.model.table_map import TableMap
from goalctl.model.template import Template
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from goalctl.rules import e_file, e_references, e_values, s_wording
from goalctl.rules.every import AUDITED
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.workspace.store.own_forms import any_form_findings
from goalctl.workspace.store.practice import Practice

CONTRADICTS = "E244"
ANY_FORM = "*"
NOTHING = "this profile asks for nothing"
OF_TIME = {"A130": ("within",), "A131": ("within", "working_days")}
_FORMS_NAMED = [rule for rule in e_references.RULES if rule.code == "E205"]
M = TypeVar("M", bound=Record)


@dataclass(frozen=True, slots=True)
class LibraryFile(Generic[M]):
    """One file of the library, an own or a shipped one, with the shelf it stands on."""

    practice: Practice
    shelf: Shelf[M]
    name: str
    content: M


def form_checks(file: LibraryFile[Form]) -> Iterator[Finding]:
    """What a form contradicts itself in; of an own one its shelf tells that, and takes it out of use.

    What it is silent about leaves it in use, and takes long to look for: only who checks is told.
    """
    yield from unwatched_items(file.content)
    if not file.shelf.is_own(file.name):
        yield from any_form_findings(file.name, file.content)


def planner_checks(file: LibraryFile[Planner]) -> Iterator[Finding]:
    """An id that stands twice, a reference that leads nowhere; and how goals are worded and measured."""
    planner = file.content
    places = dict(reversed(list(_placed_ids(planner))))  # the first of two alike
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
    yield from _advice(file.practice, planner)


def _placed_ids(planner: Planner) -> Iterator[tuple[str, Path]]:
    for n, goal in enumerate(planner.goals):
        yield goal.id, ("goals", n, "id")
        yield from ((each.id, ("goals", n, "objectives", m, "id")) for m, each in enumerate(goal.objectives))
    for section in ("problems", "interventions", "homework", "resources"):
        yield from ((each.id, (section, n, "id")) for n, each in enumerate(getattr(planner, section)))


def _advice(practice: Practice, planner: Planner) -> Iterator[Finding]:
    """What the rules say about its goals and measures as if they stood in a plan; paths as in the planner's file."""
    held = [_as_goal(goal) for goal in list_in(record_data(planner).get("goals"))]
    plan, _ = record_from(Plan, entry_values(client="c", goals=held))
    if plan is None:
        return
    case = RuleCase(plan, practice.forms, settings=practice.settings, name=plan.client)
    for finding in findings_of((*s_wording.RULES, *_FORMS_NAMED, *e_values.RULES), case):
        yield finding._replace(path=tuple(step for step in finding.path if step != "smart"))


def _as_goal(data: Value) -> dict[str, Value]:
    """A planner's goal as a plan would hold it, without what refers to other parts of the planner."""
    goal = fields_in(data)
    objectives = [
        entry_values(**{key: step.get(key) for key in ("id", "objective", "measurable")})
        for step in records_under(goal, "objectives")
    ]
    smart = entry_values(specific=goal.get("specific"), measurable=goal.get("measurable"))
    entry = entry_values(id=goal.get("id"), goal=goal.get("goal"), status="active", smart=smart, objectives=objectives)
    return entry if record_from(Goal, entry)[0] else entry_values(id=goal.get("id"), goal=goal.get("goal"))


def template_checks(file: LibraryFile[Template]) -> Iterator[Finding]:
    """What a plan made from it would have wrong; a horizon for something it lacks counts too."""
    template = file.content
    plan, findings = record_from(Plan, {"client": "c", **template.plan_data})
    if plan is None:
        yield from findings
        return
    yield from findings_of(e_file.RULES, RuleCase(plan, file.practice.forms, name=plan.client))
    for item in template.within:
        if item not in plan.scorables:
            yield Finding("E202", f"there is no {item} in this template", ("within", item), at_key=True)


def profile_checks(file: LibraryFile[Profile]) -> Iterator[Finding]:
    """A profile to extend that is not there or leads back here; codes that no audit rule has; what asks for nothing."""
    profile, seen = file.content, {file.name}
    name = profile.extends
    while name is not None and name not in seen:
        seen.add(name)
        base = file.shelf.get(name)
        if base is None:
            yield Finding(CONTRADICTS, file.shelf.problems(name)[0].message, ("extends",))
        name = base.extends if base else None
    if name is not None:
        message = f"{file.name} extends itself"
        yield Finding(CONTRADICTS, message, ("extends",), "take `extends` out of one of the profiles")
    places: list[tuple[str, Path, bool]] = [(code, ("rules", code), True) for code in profile.rules]
    places += [(code, ("without", n), False) for n, code in enumerate(profile.without)]
    for code, path, at_key in places:
        if code not in AUDITED:
            hint = "goalctl explain A lists them"
            yield Finding(CONTRADICTS, f"there is no audit rule {code}", path, hint, at_key=at_key)
    yield from _asking_for_nothing(profile)


def _asking_for_nothing(profile: Profile) -> Iterator[Finding]:
    """Rules about time that say none, which would be called met whatever the plan says; a profile without a rule."""
    if not profile.rules and profile.extends is None:
        hint = "write what it asks for under rules:, or extends: outpatient"
        yield Finding(CONTRADICTS, NOTHING, ("profile",), hint)
    for code, figures in OF_TIME.items():
        asked = profile.rules.get(code)
        if asked and not any(getattr(asked, figure) is not None for figure in figures):
            hint = f"write {' or '.join(figures)}, as within: 90d"
            yield Finding(
                CONTRADICTS, f"{code} says no time, and so asks for nothing", ("rules", code), hint, at_key=True
            )


def mapping_checks(file: LibraryFile[TableMap]) -> Iterator[Finding]:
    """The forms whose answers it translates, and whose parts its columns are, must be there."""
    for name in file.content.answers:
        if name != ANY_FORM and name not in file.practice.forms:
            message = _form_missing(file.practice, name)
            yield Finding(CONTRADICTS, message, ("answers", name), "write a form's id, or *")
    for head, meant in file.content.columns.items():
        named, _, part = meant.partition(".")
        if part and not is_scored(meant) and not _is_form(file.practice, named):
            message = f"{meant} can't be imported: {_form_missing(file.practice, named)}"
            hint = "write it as phq-9.total; a part of the form that all rows are about as q1"
            yield Finding(CONTRADICTS, message, ("columns", head), hint, Severity.WARNING)


def _is_form(practice: Practice, named: str) -> bool:
    """Whether there is a form that is called that, as people write it."""
    try:
        return form_called(named, practice.forms).name in practice.forms
    except ScalarError:
        return False


def _form_missing(practice: Practice, name: str) -> str:
    is_broken = name in list(practice.forms)
    return f"the form {name} can't be used until it is mended" if is_broken else f"there is no form {name}"
