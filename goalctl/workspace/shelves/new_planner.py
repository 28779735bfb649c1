"""The text of a new planner: a commented one to start from, or a copy of another one under a new name."""

from __future__ import annotations

import re

from goalctl.workspace.shelves.planner_shelf import SCHEMA

_NAME = re.compile(r"^planner:.*$", re.MULTILINE)
_SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA}\n"

_START = """\
{schema}# A planner of your own: statements for one area, ready for plans. Change what you like; a # starts a remark.
# Then: goalctl planners check {area}   goalctl add-goal CLIENT --from {area}/g1
# A word in braces, as {{activity}}, is asked for when the statement is used.
format: 1
planner: {area}                 # as the file's name; the name of a shipped one takes its place
name: {name}
about: for whom it is, and where it starts
tags: [words, to find it by]
# evidence: {{note: "what is known about it", sources: ["name (year)"]}}

problems:
  - {{id: p1, problem: What brings people, shows: [a sign of it, another sign]}}

goals:
  - id: g1
    goal: Do {{activity}} again as a regular part of the week
    problem: p1
    term: short                 # short or long
    specific: Spends half an hour with {{activity}} on three days a week
    # Baseline and target are hints; everybody's own baseline is asked for. See `goalctl add-goal --help`.
    measurable: {{by: count, of: half hours, per: week, scale: [0, 7], baseline: 0, target: 3}}
    because: why it is within reach
    horizon: 10w                # the deadline, counted from the day it is used
    objectives:
      - id: g1.1
        objective: Sets a fixed hour for {{activity}} on two days a week
        measurable: {{by: count, of: days, per: week, scale: [0, 7], baseline: 0, target: 2}}
        horizon: 4w
        interventions: [i1]

interventions:
  - {{id: i1, approach: behavioural activation, what: Plan two activities and review them, every: 1w, for: 10w}}

homework:
  - {{id: h1, for: g1.1, task: Put two hours for it into the diary}}

resources:
  - {{id: r1, kind: worksheet, what: A diary for one week}}
"""


def starting_text(area: str, name: str) -> str:
    """A valid planner with one of everything; `name` is YAML text."""
    return _START.format(schema=_SCHEMA_LINE, area=area, name=name)


def copied_text(text: str, area: str) -> str:
    """The text of another planner under its new name, with the line that tells editors where the schema is."""
    renamed = _NAME.sub(f"planner: {area}", text, count=1)
    return renamed if "yaml-language-server" in renamed else _SCHEMA_LINE + renamed
