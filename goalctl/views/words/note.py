"""The sentences of a drafted note: each from one fact that was entered, of the plan or of the session itself.

Where nothing was entered nothing is said: a 0 is no denial, and of risk only a record speaks. Which part of a note is
drafted from which facts is said by the note's form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from goalctl.analysis.case import Case
from goalctl.model.form import Form, Item, NoteFact
from goalctl.model.session import Done, Kind, Session, Setting
from goalctl.views.words.contact import kind_words, whole_record_words
from goalctl.views.words.note_scores import form_sentences, score_sentences

OWN_WORDS = frozenset({NoteFact.RESPONSE, NoteFact.HOMEWORK})  # typed at this session as they stand
REPLACES = "="  # at the beginning of what is typed: it stands in the place of the draft
_ENDS = (".", "!", "?", "…")
_QUOTES = "\"'\u201d\u2019)"
_CONTACTS = {
    Kind.INTAKE: "Intake", Kind.REVIEW: "Review of the plan", Kind.PHONE: "Telephone contact",
    Kind.CRISIS: "Crisis contact", Kind.GROUP: "Group session",
}  # fmt: skip
_PLACES = {Setting.VIDEO: "By video", Setting.PHONE: "By telephone", Setting.HOME: "At the client's home"}
_DONE = {Done.YES: "done", Done.PARTLY: "partly done", Done.NO: "not done"}


class Clause(NamedTuple):
    """One sentence, which fact it tells, and where in the plan or the entry that stands."""

    fact: NoteFact
    source: str
    text: str


def draft_of(case: Case, entry: Session, part: Item) -> tuple[Clause, ...]:
    """The sentences for one part of a note, in the order that its form asks for; `case` knows the entry already."""
    said = ((fact, source, text) for fact in part.drafts for source, text in _BUILDERS[fact](case, entry))
    return tuple(Clause(fact, source, _sentence(text)) for fact, source, text in said)


def part_text(own: str, draft: Iterable[Clause]) -> str:
    """The clinician's own words, then what was drafted; words behind an equals sign stand alone."""
    if own.startswith(REPLACES):
        return own.removeprefix(REPLACES).strip()
    return " ".join(filter(None, [_sentence(own), *(clause.text for clause in draft)]))


def has_own_words(own: str, draft: Iterable[Clause]) -> bool:
    """Whether somebody wrote something in it, there or as an answer of this session; a draft cut short is none."""
    if not own.startswith(REPLACES):
        return bool(own) or any(clause.fact in OWN_WORDS for clause in draft)
    left = own.removeprefix(REPLACES)
    for clause in draft:
        left = left if clause.fact in OWN_WORDS else left.replace(clause.text, "")
    return bool(left.strip())


def heading_of(part: Item) -> str:
    """The name that a part of a note stands under."""
    words = part.section or part.id.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def note_text(form: Form, parts: Mapping[str, object]) -> str | None:
    """The parts that say something, each under its name; a template of one part has no heading. None without any."""
    said = [(item, str(parts[item.id])) for item in form.items if parts.get(item.id) is not None]
    if len(form.items) == 1:
        return said[0][1] if said else None
    return "\n".join(f"{heading_of(item)}: {text}" for item, text in said) or None


Said = Iterator[tuple[str, str]]


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text.rstrip(_QUOTES).endswith(_ENDS) else f"{text}."


def _diagnosis(case: Case, _entry: Session) -> Said:
    for n, found in enumerate(case.plan.diagnoses):
        since = found.on or case.plan.opened
        name = f" {found.name}" if found.name else ""
        yield f"diagnoses.{n}", f"Diagnosis: {found.code}{name}{f' ({since})' if since else ''}"


def _functioning(case: Case, _entry: Session) -> Said:
    """With the day it was written down: of its newest change, else of the plan."""
    plan = case.plan
    if plan.functioning:
        changed = [change.on for change in plan.changes if change.what == "functioning"]
        since = max(changed, default=plan.opened)
        yield "functioning", f"Functioning{f' ({since})' if since else ''}: {plan.functioning}"


def _attendance(case: Case, entry: Session) -> Said:
    """What is not usual: the kind of contact, where, who else was there, and what came before it."""
    if entry.kind in _CONTACTS:
        yield "kind", f"{_CONTACTS[entry.kind]}{f', {entry.group}' if entry.group else ''}"
    if entry.place in _PLACES and entry.kind is not Kind.PHONE:
        yield "place", f"{_PLACES[entry.place]}{f', client at {entry.client_at}' if entry.client_at else ''}"
    if set(entry.present) - {"client"}:
        yield "present", f"Present: {', '.join(entry.present)}"
    if said := _what_came_before(case, entry):
        yield "sessions", said


def _what_came_before(case: Case, entry: Session) -> str:
    """An appointment that was missed since the last session, or a contact in a crisis."""
    before = case.contact_before(entry)
    if before is None or not (before.kind.did_not_take_place or before.kind is Kind.CRISIS):
        return ""
    if before.kind is Kind.CRISIS:
        return f"Last time, on {before.date}: {kind_words(before.kind)}"
    return f"The appointment of {before.date} was {_missed(before)}"


def _missed(entry: Session) -> str:
    return "cancelled" if entry.kind is Kind.CANCELLED else "missed"


def _homework_done(case: Case, entry: Session) -> Said:
    for task, done in case.homework_answered(entry):
        yield f"homework_done.{task.id}", f"Homework {_DONE[done]}: {task.task}"


def _goals(case: Case, entry: Session) -> Said:
    """What was worked on; what was scored too is told with its scores."""
    scored = {rated.item for rated in entry.scores}
    worked_on = [item for item in entry.worked_on if item in case.plan.scorables and item not in scored]
    if worked_on:
        yield "worked_on", f"Worked on: {'; '.join(case.plan.scorables[item].wording for item in worked_on)}"


def _interventions(case: Case, entry: Session) -> Said:
    known = dict(case.plan.interventions())
    used = [known[name].what for name in entry.used if name in known]
    if used:
        yield "used", f"Used: {'; '.join(used)}"


def _response(_case: Case, entry: Session) -> Said:
    if entry.response:
        yield "response", f"Response: {entry.response}"


def _risk(_case: Case, entry: Session) -> Said:
    if entry.risk:
        yield "risk", f"Risk, as recorded: {whole_record_words(entry.risk)}"


def _homework(_case: Case, entry: Session) -> Said:
    if entry.homework:
        yield "homework", f"Homework: {'; '.join(task.task for task in entry.homework)}"


def _next(_case: Case, entry: Session) -> Said:
    if entry.next:
        yield "next", f"Next appointment {entry.next}"


_BUILDERS: Mapping[NoteFact, Callable[[Case, Session], Said]] = {
    NoteFact.DIAGNOSIS: _diagnosis,
    NoteFact.FUNCTIONING: _functioning,
    NoteFact.ATTENDANCE: _attendance,
    NoteFact.HOMEWORK_DONE: _homework_done,
    NoteFact.GOALS: _goals,
    NoteFact.SCORES: score_sentences,
    NoteFact.FORMS: form_sentences,
    NoteFact.INTERVENTIONS: _interventions,
    NoteFact.RESPONSE: _response,
    NoteFact.RISK: _risk,
    NoteFact.HOMEWORK: _homework,
    NoteFact.NEXT: _next,
}
