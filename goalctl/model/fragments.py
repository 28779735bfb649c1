"""The JSON Schema fragments of scalars, which say to an editor what the grammars of `types.py` read."""

from __future__ import annotations

import re
from typing import Any

ANY_TEXT = {
    "anyOf": [
        {"type": "string", "pattern": r"\S", "patternErrorMessage": "write words, or leave the key out"},
        {"not": {"type": ["string", "array", "object", "null"]}, "title": "text"},
    ]
}
"""A number or a true is text too; not by its type, of which an editor would offer the words."""


def pattern(regex: str, example: str) -> dict[str, Any]:
    """A text of that shape; an editor shows the example where it is not."""
    return {"type": "string", "pattern": f"^({regex})$", "patternErrorMessage": f"write it as {example}"}


def number(regex: str, kind: str, wanted: str) -> dict[str, Any]:
    """A number, or a text that a grammar reads as one."""
    return {"type": [kind, "string"], "pattern": f"^({regex})$", "patternErrorMessage": f"write {wanted}"}


def unlisted(*others: str) -> dict[str, Any]:
    """Other spellings that are read; not as words and types, which an editor would offer."""
    nothing_else = ["number", "array", "object", "null", *([] if others else ["string"])]
    spelled = {"pattern": f"^({'|'.join(others)})$"} if others else {}
    return {"not": {"type": nothing_else}, **spelled, "title": "another spelling"}


def nameless(regex: str) -> str:
    """Without Python's names of groups, which an editor's expressions do not have."""
    return re.sub(r"\?P<\w+>", "", regex)


A_NUMBER = number(r"[+-]?\d{1,12}(\.\d{1,9})?", "number", "a number")
A_WHOLE = number(r"[+-]?\d{1,9}", "integer", "a whole number")
_FOURTH = "([02468][048]|[13579][26])"
_NO_LEAP_YEAR = rf"(..(?!{_FOURTH})..|(?!{_FOURTH})..00)"
DAY = rf"(?!0000|.{{5}}(02-30|(0[2469]|11)-31)|{_NO_LEAP_YEAR}-02-29)\d{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
"""A day that there is, leap years counted."""
CLOCK = r"([01]?\d|2[0-3]):[0-5]\d"
STRETCH = r"(?!0+\D)\d{1,4}[dwmy]"
"""Not of no days, as `0d`."""
