"""`goalctl log-session`: one session, with scores, forms, note and homework."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date as calendar_day

import typer

from goalctl.cli import options
from goalctl.cli import session_options as given
from goalctl.cli.asking.ask import Replies
from goalctl.cli.asking.due_forms import tidy_answers
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import Entry, entry_of, merged_entry
from goalctl.cli.asking.form_told import tell_forms
from goalctl.cli.asking.from_library import library_tasks
from goalctl.cli.asking.given_answers import read_answers
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.note_form import asked_note, forget_note
from goalctl.cli.asking.note_form import long_note as note_kept
from goalctl.cli.asking.risk_offer import offer_risk_of_session
from goalctl.cli.asking.session_questions import session_questions, tasks_from
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_filling
from goalctl.cli.writing import day_in_words, write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.ids import FormRef, rated_from
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.workspace.edits.additions import append_edit, new_session_id
from goalctl.workspace.operations.log_session import proposed_visit
from goalctl.workspace.store.transaction import Changed

VISIT_LINE = ("date", "time", "minutes", "kind", "place", "cpt")
VISIT = (*VISIT_LINE, "client_at", "present", "by", "next", "confidential")


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
    day = day_back(date, today=desk.today, option="--date") if date else None
    stated = entry_values(
        date=day, time=time, minutes=minutes, kind=kind, place=place, client_at=client_at, present=present,
        cpt=cpt, by=by,
        scores=_pairs(scores, "ID=SCORE", "g1=6"), forms=_forms(desk, form), worked_on=worked_on, used=used,
        response=response, note=_note_text(desk, client, note, note_form, note_part),
        homework=library_tasks(desk, client, tasks_from(homework or ())),
        homework_done=_pairs(done, "--done", "h1=yes"),
        next=_next_day(next_, day or desk.today), confidential="yes" if confidential else None,
    )  # fmt: skip
    is_asked = set(stated) <= set(VISIT) and kind is None
    if not stated:
        must_ask(desk, "what to log", "g1=6, --note TEXT or --kind no-show")
    if is_asked and desk.may_ask:
        _ask(desk, client, stated)
    else:
        entry = in_order(Session, entry_values(date=desk.today) | stated)
        with _kept_apart(desk, client, entry, note_form) if long_note else nullcontext(entry) as whole:
            changed = _log(desk, client, whole)
        if note_form:
            forget_note(desk, note_form, client)
        _after(desk, changed, note=stated.get("note") if long_note else None)


def _note_text(desk: Desk, client: str, note: str | None, note_form: str | None, parts: list[str] | None) -> str | None:
    """The note as it was given, or as its template asks for it."""
    if note_form is None:
        return _note(note)
    if note is not None:
        raise UsageError("--note and --note-form both give the note", "leave one of them out")
    return asked_note(desk, note_form, parts or (), client=client)


@contextmanager
def _kept_apart(desk: Desk, client: str, entry: Entry, note_form: str | None) -> Iterator[Entry]:
    """The entry with its note in a file of its own; the file is taken back if the entry can't be saved."""
    text = entry.get("note")
    if not isinstance(text, str):
        raise UsageError("--long-note: there is no note", "give it with --note - or --note-form")
    day = calendar_day.fromisoformat(str(entry["date"]))
    by = entry.get("by") or desk.practice.settings.clinician
    with note_kept(desk, client, day, text, by=str(by) if by else None, form=note_form) as name:
        linked = {key: value for key, value in entry.items() if key != "note"} | {"note_file": name}
        yield in_order(Session, linked)


def _log(desk: Desk, client: str, entry: Entry) -> Changed:
    fitting_entry(Session, _with_ids(entry))
    day = calendar_day.fromisoformat(str(entry["date"]))
    return write(desk, client, lambda plan: _edits(desk, plan, entry), f"logged a session of {day_in_words(day)}:")


def _ask(desk: Desk, client: str, stated: Entry) -> None:
    """Log the session that the answers make; what options said of the visit is proposed, or not asked again."""

    def task(plan: Plan) -> Task:
        visit = proposed_visit(plan, today=desk.today)
        fixed = entry_values(id=new_session_id(plan)) | {
            key: value for key, value in stated.items() if key not in VISIT_LINE
        }
        shown = {key: value for key, value in stated.items() if key in VISIT_LINE}
        questions = [
            question for question in session_questions(desk, plan, visit | shown) if question.key not in stated
        ]

        def entry(answers: Replies) -> Entry:
            found = merged_entry(fixed, entry_of(questions, answers))
            found |= entry_values(forms=tidy_answers(found.pop("forms", None), desk.practice.forms))
            return in_order(Session, {key: value for key, value in found.items() if value not in ("", [], {})})

        return Task(questions, entry, lambda now, entry: _edits(desk, now, entry), _about)

    saved = guided_change(desk, client, "log-session", task)
    if saved is not None:
        desk.say(f"logged in {saved.changed.file.name}; goalctl amend and void correct what is logged")
        _after(desk, saved.changed)


def _after(desk: Desk, changed: Changed, *, note: Value = None) -> None:
    desk.write(f"{changed.plan.sessions[-1].id}\n")
    tell_forms(desk, changed)
    offer_risk_of_session(desk, changed, note=note if isinstance(note, str) else "")


def _edits(desk: Desk, plan: Plan, entry: Entry) -> list[Edit]:
    """The entry at the end of the log; its homework gets ids when it is written."""
    writer = desk.practice.settings.clinician or plan.clinician
    whole = entry_values(id=new_session_id(plan), by=writer) | entry
    return [append_edit(plan, "sessions", in_order(Session, whole))]


def _with_ids(entry: Entry) -> Entry:
    """The entry with ids for its homework, to be looked through; the lasting ones are given when it is written."""
    tasks = entry.get("homework")
    if not isinstance(tasks, list):
        return entry
    numbered = [{"id": f"h{n}", **task} if isinstance(task, dict) else task for n, task in enumerate(tasks, start=1)]
    return {**entry, "homework": [*numbered]}


def _about(plan: Plan, entry: Entry) -> dict[str, object]:
    """What the entry is about: the measures of what is scored, and the homework it answers."""
    scores, done = entry.get("scores"), entry.get("homework_done")
    items = [rated_from(rated).item for rated in scores] if isinstance(scores, dict) else []
    tasks = list(done) if isinstance(done, dict) else []
    answered = {task for session in plan.log for task in session.homework_done}
    measures = {item: found.measure if (found := plan.scorables.get(item)) else None for item in items}
    return {**measures, **{task: task in answered for task in tasks}}


def _next_day(text: str | None, day: calendar_day) -> calendar_day | None:
    """The next appointment, which lies behind the session."""
    if text is None:
        return None
    upcoming = day_ahead(text, today=day, option="--next")
    if upcoming <= day:
        raise UsageError(f"--next: {upcoming} is not after the session of {day}", "write the next one, as +1w or fri")
    return upcoming


def _pairs(words: list[str] | None, what: str, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words or ():
        key, equals, value = word.partition("=")
        if not equals or not key or not value:
            raise UsageError(f"{what}: '{word}' is not understood", f"write it as {example}")
        if key in found:
            raise UsageError(f"{what}: {key} is given twice", "keep one of the two")
        found[key] = value
    return found


def _forms(desk: Desk, given: list[str] | None) -> dict[str, Value]:
    """The answers by how each form is filed; `phq-9@client` is the client's own, `phq-9`."""
    found: dict[str, Value] = {}
    for word, text in _pairs(given, "--form", "phq-9=223212211").items():
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


def _note(text: str | None) -> str | None:
    return sys.stdin.read().rstrip("\n") if text == "-" else text
