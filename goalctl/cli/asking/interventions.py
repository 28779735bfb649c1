"""What is done for an objective, or offered as a service, as it is typed: `what; every 1w; for 12w; 50 minutes`.

How often may stand without `every`: `what; 3 per week`, `what; weekly`, `what; as needed`.
"""

from __future__ import annotations

from goalctl.cli.failures import UsageError
from goalctl.model.care import Service
from goalctl.model.day_words import stretch_text
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.frequency import EACH, AsNeeded, Rate, frequency_from
from goalctl.model.goal import Intervention
from goalctl.model.scalars import ScalarError
from goalctl.model.types import Record
from goalctl.model.validate import record_from

EXAMPLE = "what; every 1w; for 12w; 50 minutes"
HOW_OFTEN = "what; 3 per week; for 8w, or what; as needed"
_NAMED = {"every": "how often", "for": "for how long", "by": "who does it", "minutes": "how long it takes"}


def intervention_from(text: str, number: int) -> dict[str, Value]:
    """The first part is what is done, the others follow in any order."""
    what, fields = _said(text)
    entry = entry_values(id=f"i{number}", what=what, who=fields.pop("by", "clinician"), **fields)
    return _fitting(Intervention, entry)


def service_from(text: str) -> dict[str, Value]:
    """The same for a service of a plan."""
    what, fields = _said(text)
    return _fitting(Service, entry_values(type=what, **fields))


def _said(text: str) -> tuple[str, dict[str, str]]:
    what, *parts = (part.strip() for part in text.split(";"))
    fields: dict[str, str] = {}
    for part in parts:
        word, said = _detail(part) if part else ("", "")
        if word in fields:
            raise UsageError(f"'{part}': {_NAMED.get(word, word)} is said already", "keep one of the two")
        fields |= {word: said} if word else {}
    return what, fields


def _fitting(kind: type[Record], entry: dict[str, Value]) -> dict[str, Value]:
    _, findings = record_from(kind, entry)
    if findings:
        raise UsageError(
            f"the {kind.__name__.lower()}: {findings[0].message}", findings[0].hint or f'write "{EXAMPLE}"'
        )
    return entry


def _detail(part: str) -> tuple[str, str]:
    word, _, rest = part.partition(" ")
    if word in {"every", "for", "by"} and rest:
        return word, stretch_text(rest.strip()) if word == "for" else rest.strip()
    if word.isdigit() and rest.strip() in {"min", "minutes"}:
        return "minutes", word
    if _says_how_often(part):
        return "every", part
    raise UsageError(f"'{part}' is not understood", f'write "{EXAMPLE}", or "{HOW_OFTEN}"')


def _says_how_often(part: str) -> bool:
    """Whether it is a rate or a rhythm of its own: `3 per week`, `weekly`, `as needed`; `8w` might be for how long."""
    try:
        return part.lower() in EACH or isinstance(frequency_from(part), Rate | AsNeeded)
    except ScalarError:
        return False
