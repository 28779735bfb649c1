"""`goalctl log-session`: one session, with scores, forms, note and homework."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date as calendar_day
from typing import NamedTuple

from goalctl.analysis.risk.row import RiskRow
from goalctl.cli import options
from goalctl.cli import session_options as given
from goalctl.cli.asking.entering import fitting_entry, typed_score
from goalctl.cli.asking.risk.risk_offer import offer_risk_of_session
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import plan_to_change, writer_of
from goalctl.cli.people import person_of
from goalctl.cli.piped import piped_text
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
from goalctl.workspace.operations.log_session import VISIT, session_edits, with_task_ids
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    desk: Desk,
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

    With CLIENT alone it asks: seven prompts, all scores on one line, then the note, drafted from the answers.
    """
    visit = VisitOptions(date, time, kind, place, client_at, present, minutes, cpt, next_, confidential, by)
    told = NoteOptions(note, note_form, note_part or (), long_note)
    typed = SessionOptions(visit, told, scores, form, worked_on, used, response, homework or (), done)
    stated = typed.entry(desk, client)
    if not stated:
        from goalctl.cli.asking.guided import must_ask

        must_ask(desk, "what to log", "g1=6, --note TEXT or --kind no-show")
    if typed.is_asked(desk, stated):
        _ask(desk, client, stated, told, note_only=not typed.says_the_visit_only(stated))
    else:
        _tell(desk, _log(desk, client, stated, told), note=stated.get("note") if told.is_long else None)


class VisitOptions(NamedTuple):
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


class NoteOptions(NamedTuple):
    """The options that give the note, and say where it is kept."""

    text: str | None
    form: str | None
    parts: Sequence[str]
    is_long: bool

    def note(self, desk: Desk, client: str) -> str | None:
        """The note as it was given; None too where its template is asked for later."""
        if self.parts and self.form is None:
            hint = "name the template that it is a part of, as --note-form dap; goalctl forms lists them"
            raise UsageError("--note-part: --note-form is missing", hint)
        if self.form is None:
            return _piped(desk, client) if self.text == "-" else self.text
        if self.text is not None:
            raise UsageError("--note and --note-form both give the note", "leave one of them out")
        from goalctl.cli.asking.sessions.note_form import given_note

        return None if self.is_asked(desk) else given_note(desk, self.form, self.parts)

    def is_asked(self, desk: Desk) -> bool:
        """Whether its parts are asked for."""
        return self.form is not None and not self.parts and desk.may_ask


class SessionOptions(NamedTuple):
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
            client_at=visit.client_at, present=visit.present, cpt=visit.cpt,
            by=person_of(desk, visit.by or None, "--by"),
            scores=_scores(desk, client, self.scores), forms=_forms(desk, self.forms),
            worked_on=self.worked_on, used=self.used, response=self.response, note=self.told.note(desk, client),
            homework=_tasks(desk, client, self.homework),
            homework_done=_pairs(self.done, "--done", "h1=yes"),
            next=visit.next_day(day or desk.today), confidential="yes" if visit.confidential else None,
        )  # fmt: skip

    def is_asked(self, desk: Desk, stated: Fields) -> bool:
        """Whether something is asked: of a visit alone all the rest, else a note that is wanted by its template."""
        return desk.may_ask and (self.says_the_visit_only(stated) or self.told.is_asked(desk))

    def says_the_visit_only(self, stated: Fields) -> bool:
        """Whether nothing is stated but the visit, and it is no appointment that was missed."""
        return set(stated) <= set(VISIT) and self.visit.kind is None


def _piped(desk: Desk, client: str) -> str:
    from goalctl.cli.asking.library.refs import expanded

    return expanded(desk, client, piped_text(desk, "--note -").rstrip("\n"))


def _log(desk: Desk, client: str, stated: Fields, told: NoteOptions) -> Changed:
    """Log what the options say."""
    entry = in_order(Session, entry_values(date=desk.today) | stated)
    with _linked_note(desk, client, entry, told) as whole:
        fitting_entry(Session, with_task_ids(whole))
        day = calendar_day.fromisoformat(str(whole["date"]))
        done = f"logged a session of {day_in_words(day)}:"
        return write(desk, client, lambda plan: _edits(desk, plan, whole), done)


def _ask(desk: Desk, client: str, stated: Fields, told: NoteOptions, *, note_only: bool) -> None:
    """Log the session that the answers make; what options said is proposed, or not asked again."""
    note: Value = None

    def kept_as(entry: Fields) -> AbstractContextManager[Fields]:
        nonlocal note
        note = entry.get("note")
        return _linked_note(desk, client, entry, told) if entry.get("note") else nullcontext(entry)

    def edits(now: Plan, entry: Fields) -> list[Edit]:
        return _edits(desk, now, entry)

    from goalctl.cli.asking.sessions.guided_session import asked_session

    logged = asked_session(desk, client, stated, edits, template=told.form, note_only=note_only, kept_as=kept_as)
    if logged is not None:
        changed = logged.saved.changed
        desk.say(f"logged in {changed.file.name}; goalctl amend and void correct what is logged")
        _tell(desk, changed, note=note if told.is_long else None, put_off=logged.put_off)


@contextmanager
def _linked_note(desk: Desk, client: str, entry: Fields, told: NoteOptions) -> Iterator[Fields]:
    """The entry, a long note in a file of its own, which is taken back if the entry can't be saved."""
    if not told.is_long:
        yield entry
        return
    from goalctl.cli.asking.sessions.note_form import new_note_file

    text = entry.get("note")
    if not isinstance(text, str):
        raise UsageError("--long-note: there is no note", "give it with --note - or --note-form")
    day = calendar_day.fromisoformat(str(entry["date"]))
    by = entry.get("by") or desk.writer.name
    id_ = new_session_id(plan_to_change(desk, client))
    with new_note_file(desk, client, day, text, by=str(by) if by else None, form=told.form, session=id_) as name:
        linked = {key: value for key, value in entry.items() if key != "note"} | {"id": id_, "note_file": name}
        yield in_order(Session, linked)


def _edits(desk: Desk, plan: Plan, entry: Fields) -> list[Edit]:
    return session_edits(plan, entry, by=writer_of(desk, plan, None))


def _tell(desk: Desk, changed: Changed, *, note: Value, put_off: RiskRow | None = None) -> None:
    """The id of the entry on stdout, what its forms say, and what it says of risk; `note` is a long one's text."""
    desk.write(f"{changed.plan.sessions[-1].id}\n")
    tell_forms(desk, changed)
    tell_reached(desk, changed)
    offer_risk_of_session(desk, changed, note=note if isinstance(note, str) else "", put_off=put_off)


def _scores(desk: Desk, client: str, words: Sequence[str] | None) -> dict[str, str]:
    """The scores by id, as what is scored takes them; with none the plan is not asked for."""
    typed = _pairs(words, "ID=SCORE", "g1=6")
    if not typed:
        return typed
    plan = plan_to_change(desk, client)
    return {rated: typed_score(plan, rated, text) for rated, text in typed.items()}


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


def _tasks(desk: Desk, client: str, texts: Sequence[str]) -> list[Value]:
    """The homework; with none the library is not asked for."""
    if not texts:
        return []
    from goalctl.cli.asking.library.from_library import library_tasks
    from goalctl.cli.asking.sessions.session_questions import tasks_from

    return library_tasks(desk, client, tasks_from(texts))


def _forms(desk: Desk, words: Sequence[str] | None) -> Fields:
    """The answers by how each form is filed; `phq-9@client` is the client's own, `phq-9`."""
    from goalctl.cli.asking.forms.given_answers import read_answers

    found: Fields = {}
    for word, text in _pairs(words, "--form", "phq-9=223212211").items():
        ref, form = _form(desk, word)
        if str(ref) in found:
            raise UsageError(f"--form: {ref} is given twice", "keep one of the two")
        found[str(ref)] = read_answers(form, text, told_as=f"--form {ref}")
    return found


def _form(desk: Desk, word: str) -> tuple[FormRef, Form]:
    from goalctl.cli.naming import known_filling

    try:
        return known_filling(desk, word)
    except UsageError as error:
        raise UsageError(f"--form: {error}", error.hint) from None
