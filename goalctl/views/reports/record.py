"""The whole record for an access request: everything that the file says, and every entry with what became of it.

It is made from the file's own values, not from the model, so that nothing is missing: not the keys that a practice
added (`x-`), not what was amended or marked void.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.instruments.form_reading import form_reading
from goalctl.analysis.instruments.readings import form_of
from goalctl.model.finding import Value
from goalctl.model.session import Session, entry_order
from goalctl.views.reports.head import head_of, period_of
from goalctl.views.reports.parts import Head, Scope, known, listed
from goalctl.views.words.contact import kind_words
from goalctl.views.words.entries import entry_marks
from goalctl.views.words.forms import with_respondent
from goalctl.views.words.sheet import answer_words, label

LOG = "sessions"
_DATED = {"reviews": "on", "agreements": "on", "changes": "on", "releases": "on", "diary": "date", "holds": "from"}
_ONE_LINE = 160
WITHHELD = "it is about another client and is left out of every document"


@dataclass(frozen=True, slots=True)
class Node:
    """A label with a text, or with what stands under it."""

    label: str
    text: str = ""
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was first written; `marks` say what became of it, `forms` what its forms scored.

    `note` is the linked note's text, empty when there is none or when it was left out, as `linked` then says.
    """

    heading: str
    marks: tuple[str, ...]
    nodes: tuple[Node, ...]
    forms: tuple[str, ...]
    linked: str
    note: str


@dataclass(frozen=True, slots=True)
class RecordReport:
    """The plan's sections as the file has them, then the log by day."""

    head: Head
    sections: tuple[Node, ...]
    entries: tuple[Entry, ...]


def record_report(scope: Scope, data: Mapping[str, Value], notes: Mapping[str, str] | None) -> RecordReport:
    """The record up to the stretch's end. `data` are the file's values; `notes` None leaves the linked notes out."""
    kept = {key: _kept(scope, key, value) for key, value in data.items() if key != LOG}
    entries = tuple(_entries(scope, data, notes))
    counts = known(
        ("Entries", str(len(entries))),
        ("Period", period_of(scope)),
        ("Linked notes", "included" if notes is not None else "left out" if _links(scope.case) else ""),
    )
    return RecordReport(
        head=head_of(scope, "Record", *counts),
        sections=tuple(_node(key, value) for key, value in kept.items() if value not in (None, [], {})),
        entries=entries,
    )


def _links(case: Case) -> bool:
    return any(entry.note_file or entry.current.note_file for entry in case.entries_as_written)


def _kept(scope: Scope, key: str, value: Value) -> Value:
    """A dated list without what lies outside the stretch."""
    dated = _DATED.get(key)
    if dated is None or not isinstance(value, list):
        return value
    return [item for item in value if not isinstance(item, dict) or scope.holds(_day(item.get(dated), scope))]


def _day(value: Value, scope: Scope) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else scope.end


def _entries(scope: Scope, data: Mapping[str, Value], notes: Mapping[str, str] | None) -> Iterator[Entry]:
    """By day; the plan was read from the same data, so the entries that it kept are found by their place."""
    written = data.get(LOG)
    rows = written if isinstance(written, list) else []
    dated = [row for row in rows if isinstance(row, dict) and _day(row.get("date"), scope) <= scope.end]
    placed = enumerate(zip(scope.case.entries_as_written, dated, strict=True))
    ordered = sorted(placed, key=lambda found: entry_order(found[1][0], found[0]))
    yield from (_entry(scope, entry, row, notes) for _, (entry, row) in ordered if scope.holds(entry.date))


def _entry(scope: Scope, entry: Session, row: Mapping[str, Value], notes: Mapping[str, str] | None) -> Entry:
    """The entry; of one that is about somebody else nothing but that it is there."""
    if entry.void and entry.void.other_client:
        return Entry(f"{entry.date}", (f"void since {entry.void.on}: {WITHHELD}",), (), (), "", "")
    link = entry.current.note_file or entry.note_file
    return Entry(
        heading=listed([entry.date, entry.time, kind_words(entry.kind), entry.by]),
        marks=tuple(line.text for line in entry_marks(scope.case, entry)),
        nodes=tuple(_node(key, value) for key, value in row.items() if value not in (None, [], {})),
        forms=tuple(_forms(scope, entry)),
        linked=_linked(link, notes),
        note=notes.get(link, "") if notes and link else "",
    )


def _linked(link: str | None, notes: Mapping[str, str] | None) -> str:
    if link is None:
        return ""
    if notes is None:
        return f"{link}, left out of this copy"
    return link if link in notes else f"{link}, which could not be read"


def _forms(scope: Scope, entry: Session) -> Iterator[str]:
    """Each form as it reads now: its scores with their bands, and every answer under its label."""
    for ref, answers in entry.current.forms.items():
        form = form_of(scope.forms, ref)
        if form is None:
            continue
        reading = form_reading(form, answers, day=entry.date)
        scores = [
            f"{part.name} {part.score:g}{f' ({part.band})' if part.band else ''}"
            for part in reading.parts
            if part.score is not None
        ]
        given = [f"{label(form, item)}: {answer_words(form, item, answer)}" for item, answer in reading.given.items()]
        yield f"{with_respondent(form.name, ref)}: {'; '.join([*scores, *given])}"


def _node(key: str, value: Value) -> Node:
    """The value under its key; a list of plain values stands on one line."""
    name = _label(key)
    if isinstance(value, dict):
        return _branch(name, value)
    if not isinstance(value, list):
        return Node(name, value or "")
    if all(not isinstance(item, dict | list) for item in value):
        return Node(name, listed(item if item is not None else "(skipped)" for item in value))
    return Node(name, "", tuple(_item(place, item) for place, item in enumerate(value, start=1)))


def _label(key: str) -> str:
    """The key in words; an id and a practice's own key stay as they are."""
    return key if key.startswith("x-") or "." in key else key.replace("_", " ")


def _branch(name: str, fields: Mapping[str, Value]) -> Node:
    """A record; a small one of plain values stands on one line."""
    nodes = tuple(_node(key, value) for key, value in fields.items() if value is not None)
    line = "; ".join(f"{node.label}: {node.text}" for node in nodes)
    small = len(line) <= _ONE_LINE and not any(node.nodes for node in nodes)
    return Node(name, line) if small else Node(name, "", nodes)


def _item(place: int, item: Value) -> Node:
    """One of a list: known by its id where it has one, else by its place."""
    if not isinstance(item, dict):
        return _node(str(place), item)
    own = item.get("id")
    rest = {key: value for key, value in item.items() if key != "id"} if isinstance(own, str) else item
    return _node(own if isinstance(own, str) else str(place), rest)
