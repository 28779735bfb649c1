"""What the clinician does for an objective, as it is typed: `what; every 1w; for 12w; by clinician; 50 minutes`."""

from __future__ import annotations

from goalctl.cli.failures import UsageError
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.goal import Intervention
from goalctl.model.validate import validated

EXAMPLE = "what; every 1w; for 12w; 50 minutes"


def intervention_from(text: str, number: int) -> dict[str, Value]:
    """The first part is what is done, the others follow in any order."""
    what, *parts = (part.strip() for part in text.split(";"))
    fields = dict(_detail(part) for part in parts if part)
    entry = said(id=f"i{number}", what=what, who=fields.pop("by", "clinician"), **fields)
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
    raise UsageError(f"the intervention: '{part}' is not understood", f'write "{EXAMPLE}"')
