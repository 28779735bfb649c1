"""Risk where it comes up: whatever command stored something that bears on it tells so, and asks for the record."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.risk.record_command import command_for, risk_command
from goalctl.analysis.risk.row import RiskEvidence, RiskRow, RiskState
from goalctl.analysis.risk.row_words import evidence_in_words, row_in_words
from goalctl.cli.desk import Desk
from goalctl.cli.opening import days_of_today, plan_to_change, writer_of
from goalctl.cli.writing import day_in_words
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields
from goalctl.model.ids import FormRef
from goalctl.model.plan import Plan
from goalctl.model.session import Concern
from goalctl.views.clean import one_line
from goalctl.views.words.risk import closed_risk_words
from goalctl.workspace.operations.risk import Raised, RiskNews, Spoken, records_of, risk_edits, risk_news
from goalctl.workspace.store.transaction.transaction import Changed

if TYPE_CHECKING:
    from goalctl.cli.asking.ask import Replies
    from goalctl.cli.asking.guided import Task

NOBODY = "goalctl alerts nobody"
MOST_TOLD = 3


class Offer(NamedTuple):
    """Why a record is asked for, on which day and about whom and what; `row` is the row that it would answer."""

    lines: tuple[str, ...]
    day: date
    about: Fields
    because: str = ""
    row: RiskRow | None = None


def offer_risk(desk: Desk, changed: Changed, *, asks: bool = True) -> RiskNews:
    """After any command that stored answers, notes or a record: what opened or rose by it is told, and is asked for.

    With it comes the command that records it. Without `asks` it is only told.
    """
    news = risk_news(desk.practice, changed, today=desk.today)
    _tell(desk, changed.plan, news, _offers(desk, changed.plan, news), asks=asks)
    return news


def foretell_risk(desk: Desk, changed: Changed) -> None:
    """What a change that is only shown would open, when it is stored: the answer and its day, without its command."""
    news = risk_news(desk.practice, changed, today=desk.today)
    for raised in news.raised:
        for found in raised.new[:MOST_TOLD]:
            say_of_risk(desk, f"!! {changed.plan.client}: {raised.row.concern}: {evidence_in_words(found)}. {NOBODY}.")
        if len(raised.new) > MOST_TOLD:
            say_of_risk(desk, f"   And {len(raised.new) - MOST_TOLD} more.")
    for spoken in news.notes:
        say_of_risk(desk, f"!! {changed.plan.client}: {_speaks(spoken)}. {NOBODY}.")


def offer_risk_of_session(
    desk: Desk, changed: Changed, *, note: str = "", asks: bool = True, put_off: RiskRow | None = None
) -> None:
    """The same after a session; then what needed an act before it and was not asked in it, and what its note says.

    `note` is the text of a long note, `put_off` the row that was offered in the session already: it is told, and not
    asked for again. Where the client was not there nothing is asked.
    """
    news = risk_news(desk.practice, changed, today=desk.today, note=note)
    entry = changed.plan.sessions[-1].current
    told = {(raised.row.person, raised.row.concern) for raised in news.raised}
    waiting = [row for row in news.after.needs_act if (row.person, row.concern) not in told]
    offers = [
        *_offers(desk, changed.plan, news),
        *(waiting_offer(changed.plan, row, entry.date, desk.today) for row in waiting),
    ]
    _tell(desk, changed.plan, news, offers, asks=asks and not entry.kind.client_was_absent, put_off=put_off)


def _tell(
    desk: Desk, plan: Plan, news: RiskNews, offers: Iterable[Offer], *, asks: bool, put_off: RiskRow | None = None
) -> None:
    given = [*offers, *(_note_offer(plan, spoken, desk.today) for spoken in news.notes)]
    if not desk.with_client:
        _tell_gaps(desk, plan, news)
        _tell_offers(desk, plan, given, asks=asks, put_off=put_off)
    elif given:
        desk.say("!! Before you close this session: one answer needs a record of its own.")


def _tell_gaps(desk: Desk, plan: Plan, news: RiskNews) -> None:
    """What stays on record beside a total, what is not told any more, and what a form did not ask."""
    for row in news.gone:
        day = _back(row.newest, desk.today)
        say_of_risk(
            desk, f"!! Not told any more: {row_in_words(row)}. If it still holds: {command_for(plan, row, day=day)}"
        )
    for found in news.kept:
        say_of_risk(desk, f"!! {evidence_in_words(found)} stays on record beside what the entry was amended to.")
    for gap in news.not_asked:
        items = f"{_form_name(desk, gap.form)} {' '.join(gap.items)}"
        command = risk_command(plan, gap.form.respondent, day=_back(gap.day or desk.today, desk.today))
        say_of_risk(desk, f"!! {items} was not asked on {gap.day}; that is no all-clear. To record it: {command}")


def _tell_offers(desk: Desk, plan: Plan, offers: Iterable[Offer], *, asks: bool, put_off: RiskRow | None) -> None:
    for offer in offers:
        for line in offer.lines:
            say_of_risk(desk, line)
        if asks and desk.may_ask and not _is_put_off(offer, put_off) and _is_wanted(desk, plan, offer):
            ask_and_store(desk, plan.client, min(offer.day, desk.today), None, None, offer=offer)
        asks = asks and offer.row is not None  # what notes say is asked for once


def _is_put_off(offer: Offer, put_off: RiskRow | None) -> bool:
    return offer.row is not None and put_off is not None and offer.row.topic == put_off.topic


def _is_wanted(desk: Desk, plan: Plan, offer: Offer) -> bool:
    """Whether it is still open, and the person wants to record it."""
    from goalctl.cli.asking.ask import is_confirmed

    return _is_still_open(desk, plan, offer) and is_confirmed(desk, "Record it now?")


def _is_still_open(desk: Desk, plan: Plan, offer: Offer) -> bool:
    """Whether no record that was just made has answered it already."""
    now = plan_to_change(desk, plan.client)
    if offer.row is None:
        return len(records_of(now, offer.day)) == len(records_of(plan, offer.day))
    rows = desk.case(now).risk.needs_act
    return (offer.row.person, offer.row.concern) in {(row.person, row.concern) for row in rows}


def _offers(desk: Desk, plan: Plan, news: RiskNews) -> Iterator[Offer]:
    """What opened or rose, a row at a time."""
    for raised in news.raised:
        day = max(found.day for found in raised.new)
        about = _about(raised.row)
        lines = [line for found in raised.new[:MOST_TOLD] for line in _evidence_lines(desk, raised, found)]
        if len(raised.new) > MOST_TOLD:
            lines.append(f"   And {len(raised.new) - MOST_TOLD} more.")
        lines += _what_is_missing(plan, raised, _back(day, desk.today))
        items = [found for found in raised.new if found.form]
        because = ", ".join(f"{_evidence_name(desk, found)} endorsed ({found.answer})" for found in items[:MOST_TOLD])
        yield Offer(tuple(lines), day, about, because, raised.row)


def _evidence_lines(desk: Desk, raised: Raised, found: RiskEvidence) -> Iterator[str]:
    marks = "".join(f"; {mark.value}" for mark in sorted(found.marks))
    if found.form is None:
        yield f"!! OPEN: {raised.row.concern}: {evidence_in_words(found)}{marks}."
        return
    yield f"!! ENDORSED: {_evidence_name(desk, found)}, answer {found.answer}, on {found.day}{marks}."
    yield f"   {found.says[:1].upper()}{found.says[1:]}."


def _what_is_missing(plan: Plan, raised: Raised, day: date | None) -> Iterator[str]:
    command = command_for(plan, raised.row, day=day)
    if all(found.form is None for found in raised.new):
        yield f"   No follow-up day is set. {NOBODY}."
        yield f"   To set it: {command} --follow-up +1w"
        return
    nothing = "Nothing is recorded about it yet"
    what = "What was decided is not recorded yet" if raised.row.state is RiskState.DECIDE else nothing
    yield f"   {what}. {NOBODY}."
    yield f"   To record it: {command}"


def waiting_offer(plan: Plan, row: RiskRow, day: date, today: date) -> Offer:
    """What needed an act before the session, in one line; what came up after it was not asked in it."""
    day = min(max(day, row.newest), today)
    command = command_for(plan, row, day=_back(day, today))
    to_do = (
        f"To log a try or the contact: goalctl crisis {plan.client}"
        if row.outreach
        else f"To record what was asked: {command}"
    )
    line = f"!! Risk: {row_in_words(row)}. {to_do}"
    items = ", ".join(f"{found.what} endorsed ({found.answer})" for found in row.detail[:MOST_TOLD] if found.form)
    because = items if items and row.state in {RiskState.OPEN, RiskState.DECIDE} else "follow-up"
    return Offer((line,), day, _about(row), because, row)


def _note_offer(plan: Plan, spoken: Spoken, today: date) -> Offer:
    line = f"!! {_speaks(spoken)}, and {spoken.beside}."
    command = risk_command(plan, next(iter(plan.members), None), day=_back(spoken.day, today))
    others = [f'--who "{name}"' for name in plan.members[1:]]
    whose = f" (or {' or '.join(others)})" if others else ""
    return Offer((f"{line} To record it: {command}{whose}",), spoken.day, {}, "something said")


def _speaks(spoken: Spoken) -> str:
    return f"The {spoken.where} of {spoken.day} speaks of {', '.join(spoken.words)}"


def _about(row: RiskRow) -> Fields:
    """Whom and what a record must name to answer the row; suicide is what a record is about when it names nothing."""
    concern = None if row.concern is Concern.SUICIDE else row.concern.value
    return entry_values(who=row.person, concern=concern)


def _back(day: date, today: date) -> date | None:
    """The day that a command must name: an earlier one."""
    return day if day < today else None


def _form_name(desk: Desk, ref: FormRef) -> str:
    form = desk.practice.forms.get(ref.name)
    return ref.in_words(form.name if form else ref.id)


def _evidence_name(desk: Desk, found: RiskEvidence) -> str:
    return f"{_form_name(desk, found.form)} {found.item}" if found.form else found.what


def say_of_risk(desk: Desk, text: str) -> None:
    """On a terminal between its edges, into a file on one line."""
    indent = " " * (len(text) - len(text.lstrip()))
    text = indent + one_line(text)
    desk.say(textwrap.fill(text, desk.width - 1, subsequent_indent="   ") if desk.on_terminal else text)


def ask_and_store(
    desk: Desk, client: str, day: date, by: str | None, kind: str | None, *,
    offer: Offer | None = None, about: Fields | None = None,
) -> None:  # fmt: skip
    """The form's questions; what would be stored is shown before it is.

    `about` is whom and what it is about, where the offer does not say it.
    """
    from goalctl.cli.asking.guided import Task, guided_change
    from goalctl.cli.asking.risk.risk_questions import WHOSE, risk_entry, risk_form, risk_questions, whose_questions

    form = risk_form(desk.practice)
    known = offer.about if offer else about or {}

    def task_for(plan: Plan) -> Task:
        desk.say(f"Risk, {day_in_words(day, what='').strip()}. {NOBODY}.")
        because = offer.because if offer else _why_asked(desk, plan)
        whose = whose_questions(plan.members) if offer and offer.row is None else []
        questions = [*whose, *risk_questions(form, because=because, on=day, today=desk.today)]

        def record(answers: Replies) -> Fields:
            return {**known, **entry_values(who=answers.get(WHOSE)), **risk_entry(form, answers)}

        return Task(questions, record, record_edits(desk, day, by, kind), day=day)

    if saved := guided_change(desk, client, "risk", task_for):
        tell_stored(desk, saved.changed, day)


def _why_asked(desk: Desk, plan: Plan) -> str:
    """What is open about the client, as the reason that is offered."""
    rows = desk.case(plan).risk.needs_act
    items = [found for row in rows if row.state is RiskState.OPEN for found in row.detail if found.form]
    return ", ".join(f"{_evidence_name(desk, found)} endorsed ({found.answer})" for found in items[:MOST_TOLD])


def record_edits(desk: Desk, day: date, by: str | None, kind: str | None) -> Callable[[Plan, Fields], list[Edit]]:
    """What makes of a record, and of the plan as it is by then, the edits that store it on that day."""

    def edits(now: Plan, record: Fields) -> list[Edit]:
        return risk_edits(now, record, on=day, today=days_of_today(desk), by=writer_of(desk, now, by), kind=kind)

    return edits


def tell_stored(desk: Desk, changed: Changed, day: date) -> None:
    """When it is looked at again, that nobody else knows, the id of the entry on stdout, and what the record opened."""
    entry = [entry for entry in changed.plan.sessions if entry.current.date == day and entry.risk][-1]
    follow_up = entry.risk.follow_up if entry.risk else None
    if (risk := entry.risk) and risk.close:
        for words in closed_risk_words(desk.case(changed.plan).risk, risk, day):
            desk.say(f"{words}; {NOBODY}")
    elif follow_up:
        listed = _listed(desk, changed.plan, follow_up)
        desk.say(f"follow-up {day_in_words(follow_up, what='on')}, {listed}; {NOBODY}")
    else:
        desk.say(f"no follow-up day is set; {NOBODY}")
    desk.write(f"{entry.id or day}\n")
    offer_risk(desk, changed, asks=False)


def _listed(desk: Desk, plan: Plan, follow_up: date) -> str:
    """That `due` lists that day; or the one before it, where what was found keeps quiet for less long."""
    rows = desk.case(plan).risk.rows
    ends = [row.until for row in rows if row.follow_up == follow_up and row.until and row.until < follow_up]
    if not ends:
        return "which due lists"
    return f"later than risk_quiet in goalctl.yaml allows: due lists it {day_in_words(min(ends), what='on')}"
