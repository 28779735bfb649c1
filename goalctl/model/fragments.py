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
