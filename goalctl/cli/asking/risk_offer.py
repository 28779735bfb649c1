"""Risk where it comes up: whatever command stored something that bears on it tells so, and asks for the record."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.risk.row import Evidence, RiskRow, State
from goalctl.analysis.risk.row_words import evidence_in_words, row_in_words
from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.asking.entry_of import Entry
from goalctl.cli.asking.guided import Task, guided_change
from goalctl.cli.asking.risk_questions import FORM, risk_entry, risk_questions
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import plan_to_change, writer_of
from goalctl.cli.writing import day_in_words
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.ids import FormRef
from goalctl.model.plan import Plan
from goalctl.model.session import Concern
from goalctl.views.clean import one_line
from goalctl.workspace.operations.risk import Raised, RiskNews, risk_news, risk_record_on, risk_recorded
from goalctl.workspace.store.transaction import Changed

NOBODY = "goalctl alerts nobody"
MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """Why a record is asked for, on which day and about whom and what; `row` is the row that it would answer."""

    lines: tuple[str, ...]
    day: date
    about: Entry
    because: str = ""
    row: RiskRow | None = None


def offer_risk(desk: Desk, changed: Changed, *, asks: bool = True) -> RiskNews:
    """After any command that stored answers, notes or a record: what opened or rose by it is told, and is asked for.

    With it comes the command that records it. Without `asks` it is only told.
    """
    news = risk_news(desk.practice, changed, today=desk.today)
    _tell(desk, changed.plan, news, _raised(desk, changed.plan, news), asks=asks)
    return news


def offer_risk_of_session(desk: Desk, changed: Changed, *, note: str = "", asks: bool = True) -> None:
    """The same after a session; then what needed an act before it and was not asked in it, and what its note says.

    `note` is the text of a long note. Of a missed appointment nothing is asked.
    """
    news = risk_news(desk.practice, changed, today=desk.today, note=note)
    entry = changed.plan.sessions[-1].current
    told = {(raised.row.person, raised.row.concern) for raised in news.raised}
    waiting = [row for row in news.after.needs_act if (row.person, row.concern) not in told]
    offers = [
        *_raised(desk, changed.plan, news),
        *(_waiting(changed.plan, row, entry.date, desk.today) for row in waiting),
    ]
    _tell(desk, changed.plan, news, offers, asks=asks and not entry.kind.was_missed)


def _tell(desk: Desk, plan: Plan, news: RiskNews, offers: Iterable[Offer], *, asks: bool) -> None:
    given = [*offers, *(_spoken(plan, spoken.day, spoken.words, desk.today) for spoken in news.notes)]
    if desk.with_client:
        if given:
            desk.say("!! Before you close this session: one answer needs a record of its own.")
        return
    for found in news.kept:
        _say(desk, f"!! {evidence_in_words(found)} stays on record beside the total that the entry was amended to.")
    for gap in news.not_asked:
        items = f"{_called(desk, gap.form)} {' '.join(gap.items)}"
        command = _command(plan, gap.day or desk.today, {}, desk.today)
        _say(desk, f"!! {items} was not asked on {gap.day}; that is no all-clear. To record it: {command}")
    for offer in given:
        for line in offer.lines:
            _say(desk, line)
        if asks and desk.may_ask and _is_still_open(desk, plan, offer) and is_confirmed(desk, "Record it now?"):
            ask_and_store(desk, plan.client, min(offer.day, desk.today), None, None, offer=offer)
        asks = asks and offer.row is not None  # what notes say is asked for once


def _is_still_open(desk: Desk, plan: Plan, offer: Offer) -> bool:
    """Whether no record that was just made has answered it already."""
    now = plan_to_change(desk, plan.client)
    if offer.row is None:
        return not risk_record_on(now, offer.day)
    rows = desk.practice.case(now, today=desk.today).risk.needs_act
    return (offer.row.person, offer.row.concern) in {(row.person, row.concern) for row in rows}


def _raised(desk: Desk, plan: Plan, news: RiskNews) -> Iterator[Offer]:
    """What opened or rose, a row at a time."""
    for raised in news.raised:
        day = max(found.day for found in raised.new)
        about = _about(raised.row)
        lines = [line for found in raised.new[:MOST_TOLD] for line in _evidence_lines(desk, raised, found)]
        if len(raised.new) > MOST_TOLD:
            lines.append(f"   And {len(raised.new) - MOST_TOLD} more.")
        lines += _what_is_missing(plan, raised, day, about, desk.today)
        items = [found for found in raised.new if found.form]
        because = ", ".join(f"{_named(desk, found)} endorsed ({found.answer})" for found in items[:MOST_TOLD])
        yield Offer(tuple(lines), day, about, because, raised.row)


def _evidence_lines(desk: Desk, raised: Raised, found: Evidence) -> Iterator[str]:
    marks = "".join(f"; {mark.value}" for mark in sorted(found.marks))
    if found.form is None:
        yield f"!! OPEN: {raised.row.concern}: {evidence_in_words(found)}{marks}."
        return
    yield f"!! ENDORSED: {_named(desk, found)}, answer {found.answer}, on {found.day}{marks}."
    yield f"   {found.says[:1].upper()}{found.says[1:]}."


def _what_is_missing(plan: Plan, raised: Raised, day: date, about: Entry, today: date) -> Iterator[str]:
    command = _command(plan, day, about, today)
    if all(found.form is None for found in raised.new):
        yield f"   No follow-up day is set. {NOBODY}."
        yield f"   To set it: {command} --follow-up +1w"
        return
    nothing = "Nothing is recorded about it yet"
    what = "What was decided is not recorded yet" if raised.row.state is State.DECIDE else nothing
    yield f"   {what}. {NOBODY}."
    yield f"   To record it: {command}"


def _waiting(plan: Plan, row: RiskRow, day: date, today: date) -> Offer:
    """What needed an act before the session, in one line."""
    about = _about(row)
    line = f"!! Risk: {row_in_words(row)}. To record what was asked: {_command(plan, day, about, today)}"
    items = ", ".join(f"{found.what} endorsed ({found.answer})" for found in row.detail[:MOST_TOLD] if found.form)
    return Offer((line,), day, about, items if row.state in {State.OPEN, State.DECIDE} and items else "follow-up", row)


def _spoken(plan: Plan, day: date, words: tuple[str, ...], today: date) -> Offer:
    line = f"!! The note of {day} speaks of {', '.join(words)}, and there is no risk record of that day."
    return Offer((f"{line} To record it: {_command(plan, day, {}, today)}",), day, {}, "something said")


def _about(row: RiskRow) -> Entry:
    """Whom and what a record must name to answer the row; suicide is what a record is about when it names nothing."""
    concern = None if row.concern is Concern.SUICIDE else row.concern.value
    return entry_values(who=row.person, concern=concern)


def _command(plan: Plan, day: date, about: Entry, today: date) -> str:
    words = [f"goalctl risk {plan.client}", *(f'--{key} "{text}"' for key, text in about.items())]
    return " ".join([*words, *([f"--date {day}"] if day < today else [])])


def _called(desk: Desk, ref: FormRef) -> str:
    form = desk.practice.forms.get(ref.name)
    return f"{form.name if form else ref.id}{f' ({ref.respondent})' if ref.respondent else ''}"


def _named(desk: Desk, found: Evidence) -> str:
    return f"{_called(desk, found.form)} {found.item}" if found.form else found.what


def _say(desk: Desk, text: str) -> None:
    """On a terminal between its edges, into a file on one line."""
    indent = " " * (len(text) - len(text.lstrip()))
    text = indent + one_line(text)
    desk.say(textwrap.fill(text, desk.width - 1, subsequent_indent="   ") if desk.on_terminal else text)


def ask_and_store(
    desk: Desk, client: str, day: date, by: str | None, kind: str | None, *, offer: Offer | None = None
) -> None:
    """The form's questions; what would be stored is shown before it is."""
    form = desk.practice.forms.get(FORM)
    if form is None:
        raise UsageError("forms/risk.yaml can't be read", "see what is wrong with: goalctl check, or move it away")
    about = offer.about if offer else {}

    def task_for(plan: Plan) -> Task:
        desk.say(f"Risk, {day_in_words(day, what='').strip()}. {NOBODY}.")
        because = offer.because if offer else _why_asked(desk, plan)
        questions = risk_questions(form, because=because, on=day, today=desk.today)
        return Task(questions, lambda answers: {**about, **risk_entry(form, answers)}, recording(desk, day, by, kind))

    if saved := guided_change(desk, client, "risk", task_for):
        tell_stored(desk, saved.changed, day)


def _why_asked(desk: Desk, plan: Plan) -> str:
    """What is open about the client, as the reason that is offered."""
    rows = desk.practice.case(plan, today=desk.today).risk.needs_act
    items = [found for row in rows if row.state is State.OPEN for found in row.detail if found.form]
    return ", ".join(f"{_named(desk, found)} endorsed ({found.answer})" for found in items[:MOST_TOLD])


def recording(desk: Desk, day: date, by: str | None, kind: str | None) -> Callable[[Plan, Entry], list[Edit]]:
    """What makes of a record, and of the plan as it is by then, the edits that store it on that day."""

    def edits(now: Plan, record: Entry) -> list[Edit]:
        return risk_recorded(now, record, on=day, by=writer_of(desk, now, by), kind=kind)

    return edits


def tell_stored(desk: Desk, changed: Changed, day: date) -> None:
    """When it is looked at again, that nobody else knows, the id of the entry on stdout, and what the record opened."""
    entry = [entry for entry in changed.plan.sessions if entry.current.date == day and entry.risk][-1]
    risk = entry.risk
    follow_up = risk.follow_up if risk else None
    if risk and risk.close:
        closed = ", ".join(risk.close)
        desk.say(f"closed without asking: {closed}; the next endorsement opens it again; {NOBODY}")
    elif follow_up:
        desk.say(f"follow-up {day_in_words(follow_up, what='on')}, which due lists; {NOBODY}")
    else:
        desk.say(f"no follow-up day is set; {NOBODY}")
    desk.write(f"{entry.id or day}\n")
    offer_risk(desk, changed, asks=False)
