"""From what was typed to an entry that fits its model, or a sentence that names what does not."""

from __future__ import annotations

from goalctl.analysis.scores.score_line import score_as_meant
from goalctl.cli.failures import UsageError
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.types import Record
from goalctl.model.validate import record_from


def fitting_entry(kind: type[Record], entry: dict[str, Value]) -> dict[str, Value]:
    """The entry, if its model takes it; else a usage error with everything that is wrong with it."""
    _, findings = record_from(kind, entry)
    if not findings:
        return entry
    first, *others = findings
    more = "".join(f"; {_key(other.path)}: {other.message}" for other in others)
    raise UsageError(f"{_key(first.path)}: {first.message}{more}", first.hint)


def typed_score(plan: Plan, rated: str, text: str) -> str:
    """The score as what is scored takes it, or a usage error."""
    try:
        return score_as_meant(plan, rated, text)
    except ScalarError as error:
        raise UsageError(f"{rated}: {error}", error.hint) from None


def _key(path: tuple[str | int, ...]) -> str:
    return next((part.replace("_", "-") for part in reversed(path) if isinstance(part, str)), "entry")
