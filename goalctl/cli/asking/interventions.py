"""What the clinician does for an objective, as it is typed: `what; every 1w; for 12w; by clinician; 50 minutes`.

How often may stand without `every`: `what; 3 per week`, `what; as needed`.
"""

from __future__ import annotations

from goalctl.cli.failures import UsageError
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.goal import Intervention
from goalctl.model.scalars import AsNeeded, Rate, ScalarError, frequency_from
from goalctl.model.validate import validated

EXAMPLE = "what; every 1w; for 12w; 50 minutes"
HOW_OFTEN = "what; 3 per week; for 8w, or what; as needed"


def intervention_from(text: str, number: int) -> dict[str, Value]:
    """The first part is what is done, the others follow in any order."""
    what, *parts = (part.strip() for part in text.split(";"))
    fields = dict(_detail(part) for part in parts if part)
    entry = entry_values(id=f"i{number}", what=what, who=fields.pop("by", "clinician"), **fields)
    _, findings = validated(Intervention, entry)
    if findings:
        raise UsageError(f"the intervention: {findings[0].message}", findings[0].hint or f'write "{EXAMPLE}"')
    return entry


def _detail(part: str) -> tuple[str, str]:
    word, _, rest = part.partition(" ")
    if word in {"every", "for", "by"} and rest:
        return word, rest.strip()
    if word.isdigit() and rest.strip() in {"min", "minutes"}:
        return "minutes", word
    if _says_how_often(part):
        return "every", part
    raise UsageError(f"the intervention: '{part}' is not understood", f'write "{EXAMPLE}", or "{HOW_OFTEN}"')


def _says_how_often(part: str) -> bool:
    """Whether it is a rate or a rhythm of its own: `3 per week`, `twice a month`, `as needed`."""
    try:
        return isinstance(frequency_from(part), Rate | AsNeeded)
    except ScalarError:
        return False
