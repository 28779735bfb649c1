"""From the entries of a log to the steps that matter for risk, by person and concern.

Entries of a later day are read and marked, unless they were typed later too: then they are not there yet. What was
amended reads as amended, but an endorsed item that an amendment leaves unanswered stays endorsed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from goalctl.analysis.risk.endorsed import Endorsed, RiskAnswers, form_for, is_risk_form, risk_answers
from goalctl.analysis.risk.recorded import Recorded, recorded
from goalctl.analysis.risk.row import Evidence, Mark, NotAsked
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER, FormRef
from goalctl.model.scoring import Height
from goalctl.model.session import Answers, Concern, Session, amended_data, entry_order
from goalctl.model.validate import validated
from goalctl.model.written import record_data

Key = tuple[str | None, Concern]
_ABOUT_THE_CLIENT = frozenset({CLIENT_RATER, "clinician", "self"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry as it was written and as it reads `now`, with its place in the log and what must be said beside it."""

    session: Session
    now: Session
    order: int
    marks: frozenset[Mark] = frozenset()

    @property
    def at(self) -> time | None:
        """When it began."""
        return self.now.time.start if self.now.time else None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a row; exactly one of `endorsed`, `record` and `whole` (a completed risk form)."""

    placed: Placed
    endorsed: Evidence | None = None
    record: Recorded | None = None
    whole: str = ""

    @property
    def day(self) -> date:
        """The day it is about."""
        return self.placed.now.date

    def comes_after(self, other: Step) -> bool:
        """Whether answers of the same day were provably given after that record: only clock times prove it.

        What was closed is opened again by any later entry.
        """
        if other.record and other.record.closes:
            return self.placed.order > other.placed.order
        mine, theirs = self.placed.at, other.placed.at
        return mine is not None and theirs is not None and mine > theirs


@dataclass(slots=True)
class Steps:
    """Everything in the log that matters for risk."""

    by_key: dict[Key, list[Step]] = field(default_factory=lambda: defaultdict(list))
    visits: list[Placed] = field(default_factory=list)
    history: list[tuple[Key, Evidence]] = field(default_factory=list)
    fillings: dict[tuple[str | None, FormRef], list[tuple[date, RiskAnswers]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    records: list[Placed] = field(default_factory=list)


def placed_entries(sessions: Iterable[tuple[Session, frozenset[Mark]]], *, today: date) -> tuple[Placed, ...]:
    """The entries that count, by day, time and place; the void ones and those that are not there yet left out."""
    known = [
        (entry_order(now, place), entry, now, marks)
        for place, (entry, marks) in enumerate(sessions)
        if not entry.void and not _is_not_yet(now := entry.current, today)
    ]
    return tuple(
        Placed(entry, now, order, marks | ({Mark.AHEAD} if now.date > today else frozenset()))
        for order, (_, entry, now, marks) in enumerate(sorted(known, key=lambda one: one[0]))
    )


def _is_not_yet(entry: Session, today: date) -> bool:
    return entry.date > today and entry.written is not None and entry.written.date() > today


def steps_of(entries: Iterable[Placed], forms: Mapping[str, Form], *, client: str) -> Steps:
    """The steps of every person and concern, in the log's order."""
    found = Steps()
    for placed in entries:
        _read_forms(found, placed, forms, client)
        _read_record(found, placed, client)
        if Mark.AHEAD not in placed.marks:
            found.visits.append(placed)
    return found


def person(name: str | None, client: str) -> str | None:
    """Whom a name in the file means; None for the client, who may be named too."""
    plain = (name or "").strip().casefold()
    return None if plain in {"", client, *_ABOUT_THE_CLIENT} else plain


def _read_forms(found: Steps, placed: Placed, forms: Mapping[str, Form], client: str) -> None:
    for ref, answers in placed.now.forms.items():
        form = form_for(forms, ref)
        if form is None or not form.risk:
            continue
        who = person(ref.respondent, client)
        read = risk_answers(form, answers)
        kept = list(_kept_endorsed(placed.session, ref, form, read)) if placed.session.amended else []
        endorsed = [*((one, frozenset[Mark]()) for one in read.endorsed), *((one, {Mark.AMENDED}) for one in kept)]
        for one, marks in endorsed:
            evidence = _evidence(placed, ref, one, frozenset(marks))
            if one.risk.ever:
                found.history.append(((who, one.risk.concern), evidence))
            else:
                found.by_key[who, one.risk.concern].append(Step(placed, endorsed=evidence))
        _note_whole(found, placed, form, read, who)
        found.fillings[who, ref.any_version].append((placed.now.date, _without(read, kept)))


def _note_whole(found: Steps, placed: Placed, form: Form, read: RiskAnswers, who: str | None) -> None:
    if is_risk_form(form) and read.is_whole and Mark.AHEAD not in placed.marks:
        for concern in dict.fromkeys(risk.concern for risk in form.risk):
            found.by_key[who, concern].append(Step(placed, whole=form.name))


def _without(read: RiskAnswers, kept: Iterable[Endorsed]) -> RiskAnswers:
    """What is unanswered, less what an earlier reading answers."""
    known = {one.risk.item for one in kept}
    return RiskAnswers(read.endorsed, read.asked, tuple(risk for risk in read.unasked if risk.item not in known))


def _kept_endorsed(session: Session, ref: FormRef, form: Form, read: RiskAnswers) -> Iterator[Endorsed]:
    """Items that an earlier reading of the entry endorsed, and that the amended one leaves unanswered."""
    left = {risk.item for risk in read.unasked}
    for answers in _earlier_answers(session, ref):
        if not left:
            return
        earlier = risk_answers(form, answers)
        yield from (one for one in earlier.endorsed if one.risk.item in left)
        left -= earlier.asked


def _earlier_answers(session: Session, ref: FormRef) -> Iterator[Answers]:
    """The answers on the form as the entry read before its last amendment, before the one before, and first of all."""
    plain = {key: value for key, value in record_data(session).items() if key != "amended"}
    for count in range(len(session.amended) - 1, -1, -1):
        entry, _ = validated(Session, amended_data(plain, session.amended[:count]))
        for filed, answers in entry.forms.items() if entry else ():
            if filed.any_version == ref.any_version:
                yield answers


def _evidence(placed: Placed, ref: FormRef, one: Endorsed, marks: frozenset[Mark]) -> Evidence:
    return Evidence(
        day=placed.now.date,
        what=f"{ref.any_version} {one.risk.item}",
        says=one.risk.says,
        height=one.risk.height,
        answer=one.answer,
        form=ref.any_version,
        item=one.risk.item,
        points=one.points,
        entry=placed.now.known_as,
        marks=placed.marks | marks | (frozenset() if one.fits else {Mark.UNFIT}),
    )


def _read_record(found: Steps, placed: Placed, client: str) -> None:
    risk = placed.now.risk
    if risk is None:
        return
    who = person(risk.who, client)
    if Mark.AHEAD not in placed.marks:
        found.records.append(placed)
    for one in recorded(risk, on=placed.now.date):
        found.by_key[who, one.concern].append(Step(placed, record=one))
        if one.past:
            found.history.append(((who, one.concern), record_evidence(placed, one.past, Height.BEHAVIOUR)))


def record_evidence(placed: Placed, says: str, height: Height | None) -> Evidence:
    """A record as what stands behind a row."""
    return Evidence(placed.now.date, "risk record", says, height, entry=placed.now.known_as, marks=placed.marks)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """By the log, but answers stand before every record of their day that they are not known to come after."""
    given = list(steps)
    records: dict[date, list[Step]] = defaultdict(list)
    for step in given:
        if step.record:
            records[step.day].append(step)

    def place(step: Step) -> tuple[date, int, int]:
        before = [other.placed.order for other in records[step.day] if not step.comes_after(other)]
        order = step.placed.order if step.record else min([step.placed.order, *before])
        return step.day, order, 2 if step.record else 1 if step.whole else 0

    return sorted(given, key=place)


def not_asked(found: Steps, who: str | None, form: FormRef, *, asked_on: date | None) -> NotAsked | None:
    """What nobody answered on a form: the newest filling by its day, older ones as a count; None when all is asked.

    A record that asked the same person on that day or later answers for the form.
    """
    fillings = [(day, [risk for risk in read.unasked if not risk.ever]) for day, read in found.fillings[who, form]]
    gaps = [(day, unasked) for day, unasked in fillings if unasked]
    if not gaps:
        return None
    newest, unasked = fillings[-1]
    is_open = bool(unasked) and (asked_on is None or asked_on < newest)
    items = tuple(dict.fromkeys(risk.item for risk in gaps[-1][1]))
    return NotAsked(form, items, newest if is_open else None, len(gaps) - is_open)
