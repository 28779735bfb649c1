"""Goals from a table: one row a goal, as an entry of a plan that lacks only its id.

The columns: client, goal, problem, status (else draft), term, serves, priority, opened, specific, by, of, per, unit,
scale (0-10, or 0- when it is open above), baseline, target (9, or 7-9 for a band), since, because, value,
in_their_words, deadline. Only client and goal are needed; several problems are written as `p1, p2`, days as 2026-03-31.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from goalctl.exchange.table import Row, bad_row
from goalctl.model.entry import said
from goalctl.model.finding import Fault, Value
from goalctl.model.given import Given
from goalctl.model.goal import Goal
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError
from goalctl.model.validate import validated

OWN = ("goal", "problem", "status", "term", "serves", "priority", "opened")
MEASURE = ("by", "of", "per", "unit", "scale", "baseline", "target", "since")
COLUMNS = ("client", *OWN, "specific", *MEASURE, "because", "value", "in_their_words", "deadline")
NEEDED = ("client", "goal")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+")
_BAND = re.compile(r"(?P<low>-?\d[\d.,]*?)\s*(?:\.\.|-|\u2013|\bto\b)\s*(?P<high>-?\d[\d.,]*)")


def goal_from(row: Row) -> Given | Fault:
    """The goal that a row says, or the first thing that is wrong with it."""
    if missing := [key for key in NEEDED if key not in row.cells]:
        return bad_row(row.line, f"{missing[0]} is missing")
    try:
        client = client_from(row.cells["client"])
    except ScalarError as error:
        return bad_row(row.line, str(error), error.hint)
    entry = _entry(row.cells)
    _, findings = validated(Goal, {"id": "g1", **entry})
    if findings:
        named = next((str(step) for step in reversed(findings[0].path) if isinstance(step, str)), "goal")
        return bad_row(row.line, f"{named}: {findings[0].message}", findings[0].hint)
    return Given(client, entry, row.line)


def _entry(cells: Mapping[str, str]) -> dict[str, Value]:
    measure = {key: _READ.get(key, _as_it_is)(cells[key]) for key in MEASURE if key in cells}
    smart = said(
        specific=cells.get("specific"),
        measurable=measure,
        attainable=said(because=cells.get("because")),
        relevant=said(value=cells.get("value"), in_their_words=cells.get("in_their_words")),
        time_bound=said(deadline=cells.get("deadline")),
    )
    own: dict[str, Value] = {key: _READ.get(key, _as_it_is)(cells[key]) for key in OWN if key in cells}
    return {"goal": own.pop("goal"), "status": own.pop("status", "draft"), **own, **said(smart=smart)}


def _as_it_is(text: str) -> Value:
    return text


def _problem(text: str) -> Value:
    several = _BETWEEN.split(text)
    return [*several] if len(several) > 1 else text


def _target(text: str) -> Value:
    """`9`; a band as `7-9`, `7..9` or `7 to 9`."""
    band = _BAND.fullmatch(text)
    return [band["low"], band["high"]] if band else text


def _scale(text: str) -> Value:
    """`0-10` or `0,10`; a scale that is open above ends after the dash."""
    low, _, high = text.replace("\u2013", "-").replace(",", "-").partition("-")
    return [low.strip(), high.strip()] if high.strip() else [low.strip()]


_READ: dict[str, Callable[[str], Value]] = {"problem": _problem, "scale": _scale, "target": _target}
