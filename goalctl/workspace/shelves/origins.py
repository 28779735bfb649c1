"""From which planner and which template the wordings of plans are: a plan keeps no note of that."""

from __future__ import annotations

import re
from pathlib import Path

from goalctl.analysis.caseload.banked import normalised
from goalctl.analysis.outcomes.treatment import Origins
from goalctl.model.statement import PLACEHOLDER, StatementKind
from goalctl.model.template import Template
from goalctl.workspace.shelves.kinds import PLANNERS, TEMPLATES
from goalctl.workspace.shelves.statements import shelved

_OF_AN_AREA = {StatementKind.PROBLEM, StatementKind.GOAL, StatementKind.OBJECTIVE}


def origins_at(root: Path) -> Origins:
    """Every wording of the shelves of a workspace; one that two planners share is that of the first.

    A template that is called as a planner is of that area too.
    """
    areas: dict[str, str] = {}
    blanks: dict[str, str] = {}
    planners, templates = PLANNERS.shelf(root), TEMPLATES.shelf(root)
    for one in shelved(planners):
        if one.statement.kind in _OF_AN_AREA:
            wording = normalised(one.statement.text)
            areas.setdefault(wording, one.planner.planner)
            if PLACEHOLDER.sub("", wording).strip() not in {"", wording}:
                blanks.setdefault(_filled_in(wording), one.planner.planner)
    wordings = {name: _wordings(template) for name in templates if (template := templates.get(name))}
    for name in sorted(wordings.keys() & set(planners)):
        areas = {**dict.fromkeys(wordings[name], name), **areas}
    return Origins(areas, wordings, tuple((re.compile(pattern), area) for pattern, area in blanks.items()))


def _filled_in(wording: str) -> str:
    """What such a wording looks like once its blanks say something."""
    return ".+".join(map(re.escape, PLACEHOLDER.sub("{}", wording).split("{}")))


def _wordings(template: Template) -> frozenset[str]:
    texts = [problem.problem for problem in template.problems]
    for goal in template.goals:
        texts += [goal.goal, *(objective.objective for objective in goal.objectives)]
    return frozenset(map(normalised, texts))
