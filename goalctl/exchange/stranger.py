"""What a file is that goalctl does not take in, in a few words, so that nobody has to guess."""

from __future__ import annotations

import re

READS = (
    "goalctl reads its own exports (JSON), the text of its questionnaires, and tables of scores, answers or goals (CSV)"
)
_NAMELESS = {"deidentified": "de-identified", "pseudonymised": "pseudonymised"}
_BEGINNINGS = (
    (r"BEGIN:VCALENDAR", "a calendar"),
    (r"<\?xml|<[A-Za-z][\w:-]*\s+xmlns", "XML"),
    (r"<!doctype html|<html", "a web page"),
    (
        r"(?:#.*\n|\s)*(?:format: *\d+ *\n)?client: *\S+ *\n",
        "a plan of goalctl, which belongs into plans/",
    ),
    (r"\{\\rtf", "a text of a word processor"),
)


def _of_the_first(found: list[object]) -> str:
    kind = json_kind(found[0]) if found and isinstance(found[0], dict) else None
    return f", of which the first is {kind}" if kind else ""


def json_kind(found: object) -> str | None:
    """What that JSON is; None where nothing tells."""
    if isinstance(found, list):
        return f"a JSON list of {len(found)}{_of_the_first(found)}"
    if not isinstance(found, dict):
        return "one JSON value"
    if isinstance(resource := found.get("resourceType"), str):
        return f"a FHIR {resource}"
    if isinstance(answer := found.get("kind"), str) and str(found.get("goalctl")).startswith("goalctl/"):
        return f"what goalctl {answer} --format json gives, which says less than the plans"
    if nameless := next((called for key, called in _NAMELESS.items() if key in found), None):
        return f"a {nameless} export, which leads back to no client"
    return "a JSON Schema" if "$schema" in found and "properties" in found else None


def text_kind(text: str) -> str | None:
    """What a text is that is no table; None where nothing tells."""
    return next((kind for start, kind in _BEGINNINGS if re.match(rf"\s*(?:{start})", text, re.IGNORECASE)), None)
