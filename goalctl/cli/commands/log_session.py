"""`goalctl log-session`: one session, with scores, forms, note and homework."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as calendar_day

import typer

from goalctl.cli import options
from goalctl.cli import session_options as given
from goalctl.cli.asking.ask import Replies
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import entry_of, merged_entry
from goalctl.cli.asking.from_library import library_tasks
from goalctl.cli.asking.given_answers import read_answers
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.note_form import asked_note, forget_note, new_note_file
from goalctl.cli.asking.risk_offer import offer_risk_of_session
from goalctl.cli.asking.session_questions import session_questions, tasks_from
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import known_filling
from goalctl.cli.opening import plan_to_change
from goalctl.cli.writing import day_in_words, tell_forms, tell_reached, write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.workspace.edits.additions import new_session_id
from goalctl.workspace.operations.log_session import (
    VISIT,
    VISIT_LINE,
    asked_entry,
    proposed_visit,
    session_depends_on,
    session_edits,
    with_task_ids,
)
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    ctx: typer.Context,
    client: options.Client,
    scores: given.Scores = None,
    date: given.Date = None,
    time: given.Time = None,
    kind: given.KindOption = None,
    place: given.Place = None,
    client_at: given.ClientAt = None,
    present: given.Present = None,
    minutes: given.Minutes = None,
    cpt: given.Cpt = None,
    note: given.Note = None,
    note_form: given.NoteForm = None,
    note_part: given.NotePart = None,
    long_note: given.LongNote = False,
    worked_on: given.WorkedOn = None,
    used: given.Used = None,
    response: given.Response = None,
    form: given.FormOption = None,
    homework: given.HomeworkOption = None,
    done: given.DoneOption = None,
    next_: given.Next = None,
    confidential: given.Confidential = False,
    by: given.Writer = None,
) -> None:
    """Log one session; nothing that is logged is ever rewritten.

    With CLIENT alone it asks: seven prompts, all scores on one line.
    """
    desk = desk_of(ctx)
    visit = VisitOptions(date, time, kind, place, client_at, present, minutes, cpt, next_, confidential, by)
    told = NoteOptions(note, note_form, note_part or (), long_note)
    typed = SessionOptions(visit, told, scores, form, worked_on, used, response, homework or (), done)
    stated = typed.entry(desk, client)
    if not stated:
        must_ask(desk, "what to log", "g1=6, --note TEXT or --kind no-show")
    changed = _ask(desk, client, stated) if typed.is_asked(desk, stated) else _log(desk, client, stated, told)
    if changed is not None:
        _tell(desk, changed, note=stated.get("note") if told.is_long else None)


@dataclass(frozen=True, slots=True)
class VisitOptions:
    """The options that say when, where and with whom."""

    date: str | None
    time: str | None
    kind: str | None
    place: str | None
    client_at: str | None
    present: Sequence[str] | None
    minutes: str | None
    cpt: Sequence[str] | None
    next: str | None
    confidential: bool
    by: str | None

    def day(self, today: calendar_day) -> calendar_day | None:
        """The stated day."""
        return day_back(self.date, today=today, option="--date") if self.date else None

    def next_day(self, day: calendar_day) -> calendar_day | None:
        """The next appointment, which lies behind the session."""
        if self.next is None:
            return None
        upcoming = day_ahead(self.next, today=day, option="--next")
        if upcoming <= day:
            hint = "write the next one, as +1w or fri"
            raise UsageError(f"--next: {upcoming} is not after the session of {day}", hint)
        return upcoming


@dataclass(frozen=True, slots=True)
class NoteOptions:
    """The options that give the note, and say where it is kept."""

    text: str | None
    form: str | None
    parts: Sequence[str]
    is_long: bool

    def note(self, desk: Desk, client: str) -> str | None:
        """The note as it was given, or as its template asks for it."""
        if self.form is None:
            return sys.stdin.read().rstrip("\n") if self.text == "-" else self.text
        if self.text is not None:
            raise UsageError("--note and --note-form both give the note", "leave one of them out")
        return asked_note(desk, self.form, self.parts, client=client)


@dataclass(frozen=True, slots=True)
class SessionOptions:
    """The options that say a session."""

    visit: VisitOptions
    told: NoteOptions
    scores: Sequence[str] | None
    forms: Sequence[str] | None
    worked_on: Sequence[str] | None
    used: Sequence[str] | None
    response: str | None
    homework: Sequence[str]
    done: Sequence[str] | None

    def entry(self, desk: Desk, client: str) -> Fields:
        """What they say, as the plan holds it."""
        visit, day = self.visit, self.visit.day(desk.today)
        return entry_values(
            date=day, time=visit.time, minutes=visit.minutes, kind=visit.kind, place=visit.place,
            client_at=visit.client_at, present=visit.present, cpt=visit.cpt, by=visit.by,
            scores=_pairs(self.scores, "ID=SCORE", "g1=6"), forms=_forms(desk, self.forms),
            worked_on=self.worked_on, used=self.used, response=self.response, note=self.told.note(desk, client),
            homework=library_tasks(desk, client, tasks_from(self.homework)),
            homework_done=_pairs(self.done, "--done", "h1=yes"),
            next=visit.next_day(day or desk.today), confidential="yes" if visit.confidential else None,
        )  # fmt: skip

    def is_asked(self, desk: Desk, stated: Fields) -> bool:
        """Whether the rest is asked: nothing is stated but the visit, and it is no appointment that was missed."""
        return set(stated) <= set(VISIT) and self.visit.kind is None and desk.may_ask


def _log(desk: Desk, client: str, stated: Fields, told: NoteOptions) -> Changed:
    """Log what the options say."""
    entry = in_order(Session, entry_values(date=desk.today) | stated)
    with _linked_note(desk, client, entry, told) as whole:
        fitting_entry(Session, with_task_ids(whole))
        day = calendar_day.fromisoformat(str(whole["date"]))
        done = f"logged a session of {day_in_words(day)}:"
        changed = write(desk, client, lambda plan: _edits(desk, plan, whole), done)
    if told.form:
        forget_note(desk, told.form, client)
    return changed


@contextmanager
def _linked_note(desk: Desk, client: str, entry: Fields, told: NoteOptions) -> Iterator[Fields]:
    """The entry, a long note in a file of its own, which is taken back if the entry can't be saved."""
    if not told.is_long:
        yield entry
        return
    text = entry.get("note")
    if not isinstance(text, str):
        raise UsageError("--long-note: there is no note", "give it with --note - or --note-form")
    day = calendar_day.fromisoformat(str(entry["date"]))
    by = entry.get("by") or desk.practice.settings.clinician
    id_ = new_session_id(plan_to_change(desk, client))
    with new_note_file(desk, client, day, text, by=str(by) if by else None, form=told.form, session=id_) as name:
        linked = {key: value for key, value in entry.items() if key != "note"} | {"id": id_, "note_file": name}
        yield in_order(Session, linked)


def _ask(desk: Desk, client: str, stated: Fields) -> Changed | None:
    """Log the session that the answers make; what options said of the visit is proposed, or not asked again."""

    def task(plan: Plan) -> Task:
        visit = proposed_visit(plan, today=desk.today) | {key: stated[key] for key in VISIT_LINE if key in stated}
        others = {key: value for key, value in stated.items() if key not in VISIT_LINE}
        fixed = entry_values(id=new_session_id(plan)) | others
        questions = [question for question in session_questions(desk, plan, visit) if question.key not in stated]

        def entry(answers: Replies) -> Fields:
            return asked_entry(merged_entry(fixed, entry_of(questions, answers)), desk.practice.forms)

        return Task(questions, entry, lambda now, entry: _edits(desk, now, entry), session_depends_on)

    saved = guided_change(desk, client, "log-session", task)
    if saved is None:
        return None
    desk.say(f"logged in {saved.changed.file.name}; goalctl amend and void correct what is logged")
    return saved.changed


def _edits(desk: Desk, plan: Plan, entry: Fields) -> list[Edit]:
    return session_edits(plan, entry, by=desk.practice.settings.clinician or plan.clinician)


def _tell(desk: Desk, changed: Changed, *, note: Value) -> None:
    """The id of the entry on stdout, what its forms say, and what it says of risk; `note` is a long one's text."""
    desk.write(f"{changed.plan.sessions[-1].id}\n")
    tell_forms(desk, changed)
    tell_reached(desk, changed)
    offer_risk_of_session(desk, changed, note=note if isinstance(note, str) else "")


def _pairs(words: Sequence[str] | None, what: str, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words or ():
        key, equals, value = word.partition("=")
        if not equals or not key or not value:
            raise UsageError(f"{what}: '{word}' is not understood", f"write it as {example}")
        if key in found:
            raise UsageError(f"{what}: {key} is given twice", "keep one of the two")
        found[key] = value
    return found


def _forms(desk: Desk, words: Sequence[str] | None) -> Fields:
    """The answers by how each form is filed; `phq-9@client` is the client's own, `phq-9`."""
    found: Fields = {}
    for word, text in _pairs(words, "--form", "phq-9=223212211").items():
        ref, form = _form(desk, word)
        if str(ref) in found:
            raise UsageError(f"--form: {ref} is given twice", "keep one of the two")
        found[str(ref)] = read_answers(form, text, told_as=f"--form {ref}")
    return found


def _form(desk: Desk, word: str) -> tuple[FormRef, Form]:
    try:
        return known_filling(desk, word)
    except UsageError as error:
        raise UsageError(f"--form: {error}", error.hint) from None
