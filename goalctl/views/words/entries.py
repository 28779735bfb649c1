"""Marks on entries of the log: amended, void, unsigned, signed before they were changed."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.history.signatures import has_signed, needs_signature
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.session import Amendment, Session, Signature
from goalctl.model.written import written
from goalctl.views.listings.listing import Tone
from goalctl.views.screens.page import Line

_MOST_NAMED = 5


def entry_marks(entry: Session, indent: int = 1) -> Iterator[Line]:
    """What a reader must know of one entry as it stands in the file: its corrections, and who signed it."""
    if entry.void:
        by = f" by {entry.void.by}" if entry.void.by else ""
        yield Line(f"void since {entry.void.on}{by}: {entry.void.because}", indent, Tone.QUIET)
        return
    for place, amendment in enumerate(entry.amended):
        yield Line(_amendment(entry, place, amendment), indent, Tone.QUIET)
    if needs_signature(entry):
        yield Line("unsigned", indent, Tone.SOON)
    if entry.signed:
        newest = {signature.by: signature for signature in entry.signed}
        yield Line(f"signed {', '.join(_signature(entry, signature) for signature in newest.values())}", indent)


def log_marks(plan: Plan) -> Iterator[Line]:
    """The whole log in a few lines: how many entries are void, amended or unsigned, or signed before a change."""
    yield from _summary("void", [entry for entry in plan.sessions if entry.void])
    valid = [entry for entry in plan.sessions if not entry.void]
    yield from _summary("amended", [entry for entry in valid if entry.amended])
    yield from _summary("unsigned", [entry for entry in valid if needs_signature(entry)], Tone.SOON)
    outdated = [entry for entry in valid if any(not has_signed(entry, signature.by) for signature in entry.signed)]
    yield from _summary("changed after signing", outdated, Tone.SOON)


def _summary(name: str, entries: list[Session], tone: Tone = Tone.QUIET) -> Iterator[Line]:
    if entries:
        number = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
        named = [f"{entry.current.date}{f' {entry.id}' if entry.id else ''}" for entry in entries[-_MOST_NAMED:]]
        more = "… " if len(entries) > _MOST_NAMED else ""
        yield Line(f"{number} {name}: {more}{', '.join(named)}", tone=tone)


def _signature(entry: Session, signature: Signature) -> str:
    role = f" as {signature.role}" if signature.role else ""
    fits = "" if has_signed(entry, signature.by) else " (as it read before it was changed)"
    return f"{signature.on} by {signature.by}{role}{fits}"


def _amendment(entry: Session, place: int, amendment: Amendment) -> str:
    fields = ", ".join(
        f"{field} {_short(value)} (was {_short(_before(entry, place, field))})"
        for field, value in amendment.set_.items()
    )
    by = f" by {amendment.by}" if amendment.by else ""
    return f"amended {amendment.on}{by}: {fields}: {amendment.because}"


def _before(entry: Session, place: int, field: str) -> Value:
    """What the field said before the amendment at that place: by an earlier one, else as first written."""
    for earlier in reversed(entry.amended[:place]):
        if field in earlier.set_:
            value: Value = earlier.set_[field]
            return value
    outer, _, inner = field.partition(".")
    data = written(entry)
    found = data.get(outer) if isinstance(data, dict) else None
    return found.get(inner) if inner and isinstance(found, dict) else None if inner else found


def _short(value: Value) -> str:
    if isinstance(value, list):
        return " ".join(_short(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_short(item)}" for key, item in value.items())
    return "nothing" if value is None else value
