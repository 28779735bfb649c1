"""Plan templates: the shipped ones and the practice's own, and what a new plan takes over from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from goalctl.library.shelf import Shelf
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value
from goalctl.model.plan import Plan
from goalctl.model.template import Template
from goalctl.model.validate import validated
from goalctl.model.written import record_data
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import Case, findings_of
from goalctl.workspace.edits.additions import SECTIONS
from goalctl.workspace.store.practice import Practice

TEMPLATES = "templates"
_NOT_OF_A_PLAN = ("format", "template", "name", "about", "tags", "within")
NamedFinding = tuple[str, Finding]


class NoTemplateError(GoalctlError):
    """There is no such template, or its file can't be used."""

    def __init__(self, name: str, problems: tuple[Finding, ...]) -> None:
        if problems and problems[0].code == "E238":
            self.exit_status = 2
            super().__init__(f"there is no template {name}", "`goalctl forms templates` lists them")
            return
        super().__init__(f"the template {name} can't be used until it is mended")
        self.named_findings = tuple((f"{TEMPLATES}/{name}.yaml", finding) for finding in problems)


def templates_of(root: Path | None) -> Shelf[Template]:
    """Every template by name, the workspace's own over the shipped ones."""
    return Shelf(TEMPLATES, Template, root / TEMPLATES if root else None)


def template_fields(name: str, *, opened: date, root: Path | None = None) -> dict[str, Value]:
    """What a plan opened on that day takes over from the template, as plain values in the order of a plan."""
    shelf = templates_of(root)
    template = shelf.get(name)
    if template is None:
        raise NoTemplateError(name, shelf.problems(name))
    data = record_data(template)
    fields = {key: data[key] for key in SECTIONS if key in data and key not in _NOT_OF_A_PLAN}
    days = {item: stretch.after(opened).isoformat() for item, stretch in template.within.items()}
    goals = fields.get("goals")
    if isinstance(goals, list):
        fields["goals"] = [_dated_goal(goal, opened, days) for goal in goals if isinstance(goal, dict)]
    return fields


def with_template(fields: Mapping[str, Value], entry: Mapping[str, Value]) -> dict[str, Value]:
    """A new plan's entry with the template's fields under it: lists are joined, stated problems numbered on."""
    joined: dict[str, Value] = dict(entry)
    for key, value in fields.items():
        stated = entry.get(key)
        if key == "problems" and isinstance(value, list) and isinstance(stated, list):
            joined[key] = [*value, *_numbered(stated, len(value))]
        elif isinstance(value, list) and isinstance(stated, list):
            joined[key] = [*value, *stated]
        elif stated is None:
            joined[key] = value
    return {key: joined[key] for key in SECTIONS if key in joined}


def template_file_findings(practice: Practice, names: tuple[str, ...] | None = None) -> Iterator[NamedFinding]:
    """What is wrong with templates: of those named, else of the practice's own."""
    shelf = templates_of(practice.root)
    for name in names if names is not None else tuple(name for name in shelf if shelf.is_own(name)):
        document = shelf.document(name)
        own = [] if document is None or document.content is None else _as_plan(document.content, practice)
        found = shelf.problems(name) if document is None else (*document.findings, *document.placed(own))
        yield from ((f"{TEMPLATES}/{name}.yaml", finding) for finding in found)


def _as_plan(template: Template, practice: Practice) -> list[Finding]:
    """What a plan made from it would have wrong; a horizon for something it lacks counts too."""
    data = {key: value for key, value in record_data(template).items() if key not in _NOT_OF_A_PLAN}
    plan, findings = validated(Plan, {"client": template.template, **data})
    if plan is None:
        return findings
    dangling = [item for item in template.within if item not in plan.scorables]
    lost = [Finding("E202", f"there is no {item} in this template", ("within", item), at_key=True) for item in dangling]
    return [*findings_of(RULES, Case(plan, plan.client, practice.forms)), *lost]


def _numbered(problems: list[Value], taken: int) -> list[Value]:
    return [
        {**problem, "id": f"p{n}"} if isinstance(problem, dict) else problem
        for n, problem in enumerate(problems, start=taken + 1)
    ]


def _dated_goal(goal: dict[str, Value], opened: date, days: Mapping[str, str]) -> dict[str, Value]:
    dated: dict[str, Value] = {**goal, "opened": opened.isoformat()}
    smart, objectives = goal.get("smart"), goal.get("objectives")
    if deadline := days.get(str(goal.get("id"))):
        dated["smart"] = {**(smart if isinstance(smart, dict) else {}), "time_bound": {"deadline": deadline}}
    if isinstance(objectives, list):
        dated["objectives"] = [_dated_step(step, days) for step in objectives if isinstance(step, dict)]
    order = ("id", "goal", "problem", "status", "term", "serves", "priority", "opened", "smart", "grow", "objectives")
    return {key: dated[key] for key in order if key in dated}


def _dated_step(step: dict[str, Value], days: Mapping[str, str]) -> dict[str, Value]:
    deadline = days.get(str(step.get("id")))
    if deadline is None:
        return step
    before = {key: value for key, value in step.items() if key != "interventions"}
    return before | {"deadline": deadline} | {key: step[key] for key in ("interventions",) if key in step}
