"""Whole plans as JSON, out and in again without loss.

    {"format": 1, "goalctl": "0.1.0", "plans": [{"client": "c-7f3k", "goals": [...], ...}, ...]}

A plan is what its file says, key for key in the file's order: every value is text as it was written (`"0.50"`,
`"2026-02-02"`, `"yes"`), a list, an object, or null for an empty value. Nothing is worked out and nothing is left out
but comments. Characters beyond ASCII are escaped. Read back, numbers and true or false are taken as text too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from goalctl.exchange.stranger import READS, json_kind
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value, fields_in

FORMAT = 1


class NotPlansError(GoalctlError):
    """The text is not an export of plans."""


def plans_text(plans: Sequence[Value], *, version: str, notice: str = "") -> str:
    """The export of these plans, made by that version of goalctl; a notice that goes with it stands before them."""
    about = {"format": FORMAT, "goalctl": version, **({"notice": notice} if notice else {})}
    return json.dumps({**about, "plans": list(plans)}, indent=2) + "\n"


def plans_from(text: str) -> list[dict[str, Value]]:
    """The plans of an export, unchecked: each is an object, with text for values."""
    try:
        found = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=_no_number, object_pairs_hook=_without_doubles
        )
        return _plans_in(found)
    except json.JSONDecodeError as error:
        if kind := _kind_of_lines(text):
            raise NotPlansError(f"it is {kind}; {READS}") from None
        raise NotPlansError(f"line {error.lineno}, column {error.colno} is no JSON: {error.msg.lower()}") from None
    except (RecursionError, ValueError) as error:
        reason = str(error) if isinstance(error, ValueError) else "it is nested too deeply"
        raise NotPlansError(f"the file is no export of plans: {reason}") from None


def _kind_of_lines(text: str) -> str | None:
    """What NDJSON is, by its first line; None where the first two are not values by themselves."""
    lines = (line for line in text.split("\n") if line.strip())
    try:
        kind, _ = json_kind(json.loads(next(lines))), json.loads(next(lines))
    except (ValueError, RecursionError, StopIteration):
        return None
    return f"several, a line each, of which the first is {kind}" if kind else "JSON, a value on each line"


def _plans_in(found: object) -> list[dict[str, Value]]:
    hint = 'it looks like {"format": 1, "plans": [...]}; goalctl export writes one'
    if not isinstance(found, dict) or not isinstance(found.get("plans"), list):
        kind = json_kind(found)
        raise NotPlansError(f"it is {kind}; {READS}" if kind else "the file is no export of plans", hint)
    if found.get("format") != str(FORMAT):
        raise NotPlansError(
            f"the export has format {found.get('format')}; this goalctl reads format {FORMAT}",
            "install a newer goalctl: pip install --upgrade goalctl",
        )
    plans = [_as_text(plan) for plan in found["plans"]]
    return [fields_in(plan) for plan in plans]


def _as_text(value: object) -> Value:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return None if value is None else str(value)


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no value of a plan")
