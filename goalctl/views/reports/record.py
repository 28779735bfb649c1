"""The whole record up to a day, for the client who asks for it or for whoever takes over: the file in reading order.

Everything that the plan's file says stands here, each under its own key: nothing is left out because nobody thought of
it, not what a practice added (`x-`), not what was amended or marked void. What somebody wrote comes first, ids last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.case import Case
from goalctl.analysis.figures import score_text
from goalctl.analysis.history.cut import dated_lists
from goalctl.analysis.history.late import is_late
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.model.finding import Fields, Value, records_under
from goalctl.model.session import Session, entry_order
from goalctl.views.reports.head import head_of, period_of, signed_name
from goalctl.views.reports.parts import Head, Scope, facts_of, list_words
from goalctl.views.reports.plan import PlanReport, plan_report
from goalctl.views.words.contact import kind_words
from goalctl.views.words.entries import entry_marks
from goalctl.views.words.forms import with_respondent
from goalctl.views.words.sheet import answer_words, label

LOG, RISK, HOLDS, TALKED = "sessions", "risk", "holds", "talked"
_OPENING = (
    "problems", "diagnoses", "functioning", "mental_status", "strengths", "values", "barriers", "preferences", "goals",
    "discovery", "services", "medications", "care_team", "safety_plan", "discharge_criteria", "discharge", "reviews",
    "supervision",
)  # fmt: skip
_CLOSING = ("format", "client")
# What one of a list is known by: the first of these that it has; else its place.
_KNOWN_BY = (
    "wish", "goal", "objective", "problem", "idea", "task", "what", "name", "value", "type", "form", "payer", "who",
    "on", "date", "from", "by",
)  # fmt: skip
_WORDS_OF_AN_ENTRY = ("response", "risk", "scores", "homework", "homework_done", "worked_on", "used", "forms")
_ONE_LINE = 160


class RecordNode(NamedTuple):
    """A label with a text, or with what stands under it."""

    label: str
    text: str = ""
    nodes: tuple[RecordNode, ...] = ()


class RecordEntry(NamedTuple):
    """One entry as it was first written; `marks` say what became of it, `forms` what its forms scored.

    `text` is the note in the entry itself; `note` the linked one's text, empty when there is none or when it was left
    out, as `linked` then says. `details` is the rest on a line, the id last.
    """

    heading: str
    marks: tuple[str, ...] = ()
    text: str = ""
    nodes: tuple[RecordNode, ...] = ()
    forms: tuple[str, ...] = ()
    linked: str = ""
    note: str = ""
    details: str = ""


class RecordReport(NamedTuple):
    """The plan as it is read, the log by day, then the plan's sections as the file has them."""

    head: Head
    plan: PlanReport
    sections: tuple[RecordNode, ...]
    entries: tuple[RecordEntry, ...]


def record_report(scope: Scope, data: Mapping[str, Value], notes: Mapping[str, str] | None) -> RecordReport:
    """The record up to the stretch's end. `data` are the file's values; `notes` None leaves the linked notes out."""
    data = scope.case.data_then(dict(data))
    kept = {key: _within_stretch(scope, key, value) for key, value in data.items() if key != LOG}
    entries = tuple(entries_of(scope, data, notes))
    counts = facts_of(
        ("Entries", str(len(entries))),
        ("Period", period_of(scope)),
        ("Linked notes", "included" if notes is not None else "left out" if _links(scope.case) else ""),
    )
    return RecordReport(
        head=head_of(scope, "Record", *counts),
        plan=plan_report(scope),
        sections=tuple(_node(key, kept[key]) for key in _in_reading_order(kept) if kept[key] not in (None, [], {})),
        entries=entries,
    )


def _in_reading_order(kept: Iterable[str]) -> list[str]:
    """What is told of the client first, then the rest as the file has it, what only programs need last."""
    held = list(kept)
    rest = [key for key in held if key not in _OPENING and key not in _CLOSING]
    return [*(key for key in _OPENING if key in held), *rest, *(key for key in _CLOSING if key in held)]


def _links(case: Case) -> bool:
    return any(entry.note_file or entry.current.note_file for entry in case.entries_as_written)


def _within_stretch(scope: Scope, key: str, value: Value) -> Value:
    """A dated list without what lies outside the stretch."""
    dated = dated_lists().get(key)
    if dated is None or not isinstance(value, list):
        return value
    return [
        item
        for item in value
        if not isinstance(item, dict) or _touches(scope, item.get(dated), _last_day(key, item, item.get(dated)))
    ]


def _last_day(key: str, item: Fields, first: Value) -> Value:
    """A hold lasts until treatment goes on, what is brought to supervision until it was talked over."""
    if key == HOLDS:
        return item.get("to")
    return max((str(talk.get("on")) for talk in records_under(item, TALKED)), default=first)


def _touches(scope: Scope, first: Value, last: Value) -> bool:
    """Whether any of these days lies in the stretch; what has no last day goes on."""
    return _day(first, scope) <= scope.end and (scope.begin is None or scope.begin <= _day(last, scope))


def _day(value: Value, scope: Scope) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else scope.end


def entries_of(scope: Scope, data: Mapping[str, Value], notes: Mapping[str, str] | None) -> Iterator[RecordEntry]:
    """By day; the plan was read from the same data, so the entries that it kept are found by their place."""
    placed = enumerate(zip(scope.case.entries_as_written, records_under(data, LOG), strict=True))
    ordered = sorted(placed, key=lambda found: entry_order(found[1][0], found[0]))
    yield from (_entry(scope, entry, row, notes) for _, (entry, row) in ordered if scope.holds(entry.date))


def _entry(scope: Scope, entry: Session, row: Mapping[str, Value], notes: Mapping[str, str] | None) -> RecordEntry:
    """The entry; of one that is about somebody else nothing but that it is there."""
    if entry.void and entry.void.other_client:
        return RecordEntry(f"{entry.date}", (f"void since {entry.void.on}: {entry.void.told}",))
    link = entry.current.note_file or entry.note_file
    return RecordEntry(
        heading=list_words(
            [entry.date, kind_words(entry.kind), entry.time, signed_name(scope, entry.by), _late(scope, entry)]
        ),
        marks=tuple(line.text for line in entry_marks(scope.case, entry)),
        text=entry.note or "",
        nodes=tuple(_told(row)),
        forms=tuple(_forms(scope, entry)),
        linked=_note_text(link, notes),
        note=notes.get(link, "") if notes and link else "",
        details=_details(row),
    )


def _late(scope: Scope, entry: Session) -> str:
    return "LATE ENTRY" if is_late(entry, scope.settings.late_after, today=scope.end) else ""


def _told(row: Mapping[str, Value]) -> Iterator[RecordNode]:
    """What was said and found first, then what is more than a word: amendments, signatures."""
    later = [key for key, value in row.items() if key not in (*_WORDS_OF_AN_ENTRY, "note") and not _is_short(value)]
    nodes = (_node(key, row[key]) for key in (*_WORDS_OF_AN_ENTRY, *later) if row.get(key) not in (None, [], {}))
    yield from (_in_one_line(node) if node.label == RISK else node for node in nodes)


def _in_one_line(node: RecordNode) -> RecordNode:
    """A record of risk is read as a whole, however long."""
    return RecordNode(node.label, _line(node.nodes)) if node.nodes else node


def _line(nodes: Iterable[RecordNode]) -> str:
    return "; ".join(f"{node.label}: {node.text}" for node in nodes)


def _details(row: Mapping[str, Value]) -> str:
    """The rest on one line, the id last."""
    short = [key for key, value in row.items() if key not in (*_WORDS_OF_AN_ENTRY, "note", "id") and _is_short(value)]
    return _line(_node(key, row[key]) for key in (*short, "id") if row.get(key) not in (None, [], {}))


def _is_short(value: Value) -> bool:
    return not isinstance(value, dict) and not (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def _note_text(link: str | None, notes: Mapping[str, str] | None) -> str:
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
            f"{part.name} {score_text(part.score)}{f' ({part.band})' if part.band else ''}"
            for part in reading.parts
            if part.score is not None
        ]
        given = [f"{label(form, item)}: {answer_words(form, item, answer)}" for item, answer in reading.given.items()]
        yield f"{with_respondent(form.name, ref)}: {'; '.join([*scores, *given])}"


def _node(key: str, value: Value) -> RecordNode:
    """The value under its key; a list of plain values stands on one line."""
    name = _label(key)
    if isinstance(value, dict):
        return _branch(name, value)
    if not isinstance(value, list):
        return RecordNode(name, value or "")
    if all(not isinstance(item, dict | list) for item in value):
        return RecordNode(name, list_words(item if item is not None else "(skipped)" for item in value))
    return _list(name, tuple(_item(place, item) for place, item in enumerate(value, start=1)))


def _list(name: str, items: tuple[RecordNode, ...]) -> RecordNode:
    """One or two short ones stand on one line."""
    line = " / ".join(f"{node.label}{f' ({node.text})' if node.text else ''}" for node in items)
    small = len(line) <= _ONE_LINE and not any(node.nodes for node in items)
    return RecordNode(name, line) if small else RecordNode(name, "", items)


def _label(key: str) -> str:
    """The key in words; an id and a practice's own key stay as they are."""
    return key if key.startswith("x-") or "." in key else key.replace("_", " ")


def _branch(name: str, fields: Mapping[str, Value]) -> RecordNode:
    """A record; a small one of plain values stands on one line."""
    nodes = tuple(_node(key, value) for key, value in fields.items() if value is not None)
    line = _line(nodes)
    small = len(line) <= _ONE_LINE and not any(node.nodes for node in nodes)
    return RecordNode(name, line) if small else RecordNode(name, "", nodes)


def _item(place: int, item: Value) -> RecordNode:
    """One of a list: what it is known by first, then the rest, its id last."""
    if not isinstance(item, dict):
        return _node(str(place), item)
    known = next((key for key in _KNOWN_BY if isinstance(item.get(key), str)), "")
    name = item[known] if known else str(place)
    rest = {key: value for key, value in item.items() if key not in {known, "id"}}
    return _branch(str(name), rest | ({"id": item["id"]} if "id" in item else {}))
