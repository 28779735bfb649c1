"""Marks on entries of the log: amended, void, written late, unsigned, signed before they were changed."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted
from goalctl.analysis.history.late import is_late, written_words
from goalctl.analysis.history.signatures import has_signed, needs_signature
from goalctl.model.finding import Value, fields_in
from goalctl.model.session import Amendment, Session, Signature, Void
from goalctl.model.written import file_value
from goalctl.views.listing import Tone
from goalctl.views.page import Line

_MOST_NAMED = 5


def entry_marks(case: Case, entry: Session) -> Iterator[Line]:
    """What a reader must know of one entry as it stands in the file: its corrections, signatures, that it is late."""
    if entry.void:
        yield Line(void_words(entry.void), 1, Tone.QUIET)
        return
    if entry.current.confidential:
        yield Line("confidential", 1, Tone.SOON)
    for place, amendment in enumerate(entry.amended):
        yield Line(_amendment(entry, place, amendment), 1, Tone.QUIET)
    if entry.written and is_late(entry.current, case.settings.late_after, today=case.today):
        yield Line(f"{written_words(entry.written)}, late", 1, Tone.SOON)
    if needs_signature(entry):
        yield Line("unsigned", 1, Tone.SOON)
    if entry.signed:
        newest = {signature.by: signature for signature in entry.signed}
        yield Line(f"signed {', '.join(_signature(entry, signature) for signature in newest.values())}", 1)


def void_words(void: Void) -> str:
    """Since when, by whom and why an entry does not count, or that it is about somebody else."""
    by = f" by {void.by}" if void.by else ""
    return f"void since {void.on}{by}: {void.told}"


def log_marks(case: Case) -> Iterator[Line]:
    """The whole log in a few lines: how many entries are void, amended, late or unsigned, or signed before a change."""
    entries = case.entries_as_written
    yield from _summary("void", [entry for entry in entries if entry.void])
    valid = [entry for entry in entries if not entry.void]
    yield from _summary("amended", [entry for entry in valid if entry.amended])
    yield from _summary("written late", list(case.late_entries), Tone.SOON)
    yield from _summary("unsigned", [entry for entry in valid if needs_signature(entry)], Tone.SOON)
    outdated = [entry for entry in valid if any(not has_signed(entry, signature.by) for signature in entry.signed)]
    yield from _summary("changed after signing", outdated, Tone.SOON)


def _summary(name: str, entries: list[Session], tone: Tone = Tone.QUIET) -> Iterator[Line]:
    if entries:
        number = counted(len(entries), "entry", "entries")
        named = [_name(entry) for entry in entries[-_MOST_NAMED:]]
        more = "… " if len(entries) > _MOST_NAMED else ""
        yield Line(f"{number} {name}: {more}{', '.join(named)}", tone=tone)


def _name(entry: Session) -> str:
    whose = " (about another client)" if entry.void and entry.void.other_client else ""
    return f"{entry.current.date}{f' {entry.id}' if entry.id else ''}{whose}"


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
    data = file_value(entry)
    found = fields_in(data).get(outer)
    return found.get(inner) if inner and isinstance(found, dict) else None if inner else found


def _short(value: Value) -> str:
    if isinstance(value, list):
        return " ".join(_short(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_short(item)}" for key, item in value.items())
    return "nothing" if value is None else value
