"""From the entries of a log to the steps that matter for risk, by person and concern.

Entries of a later day are read and marked, unless they were typed later too: then they are not there yet. What was
amended reads as amended, but an endorsed item that an amendment leaves unanswered stays endorsed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.risk.attendance import Company
from goalctl.analysis.risk.endorsed import Endorsed, RiskAnswers, form_for, is_risk_form, risk_answers
from goalctl.analysis.risk.recorded import Recorded, concerns_recorded, lost_record
from goalctl.analysis.risk.row import Mark, NotAsked, RiskEvidence
from goalctl.analysis.risk.step import RiskEntry, RiskStep
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.people import CLINICIAN
from goalctl.model.scoring import Height
from goalctl.model.session import Concern, Risk, Session, amended_data, entry_order
from goalctl.model.validate import record_from
from goalctl.model.written import record_data

Key = tuple[str | None, Concern]


@dataclass(slots=True)
class RiskSteps:
    """Everything in the log that matters for risk."""

    by_key: dict[Key, list[RiskStep]] = field(default_factory=lambda: defaultdict(list))
    visits: list[RiskEntry] = field(default_factory=list)
    history: list[tuple[Key, RiskEvidence]] = field(default_factory=list)
    fillings: dict[tuple[str | None, FormRef], list[tuple[date, RiskAnswers]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    records: list[RiskEntry] = field(default_factory=list)

    def visits_of(self, who: str | None, company: Company) -> list[RiskEntry]:
        """The visits, without the contacts that were held without this one."""
        return [
            visit for visit in self.visits if not visit.now.kind.client_was_seen or not company.was_away(who, visit.now)
        ]


def placed_entries(sessions: Iterable[tuple[Session, frozenset[Mark]]], *, today: date) -> tuple[RiskEntry, ...]:
    """The entries that count, by day, time and place; the void ones and those that are not there yet left out.

    What has no time comes after all that stands before it in the file: a follow-up day is added to what was found.
    """
    known: list[tuple[tuple[date, str, int], Session, Session, frozenset[Mark]]] = []
    latest: dict[date, str] = {}
    for place, (entry, marks) in enumerate(sessions):
        now = entry.current
        if not entry.void and not _is_not_yet(now, today):
            day, at, _ = entry_order(now, place)
            latest[day] = max(at, latest.get(day, ""))
            known.append(((day, at or latest[day], place), entry, now, marks))
    return tuple(
        RiskEntry(entry, now, order, marks | ({Mark.AHEAD} if now.date > today else frozenset()), at[-1])
        for order, (at, entry, now, marks) in enumerate(sorted(known, key=lambda one: one[0]))
    )


def _is_not_yet(entry: Session, today: date) -> bool:
    return entry.date > today and entry.written is not None and entry.written.date() > today


def steps_of(entries: Iterable[RiskEntry], forms: Mapping[str, Form], company: Company) -> RiskSteps:
    """The steps of every person and concern, in the log's order."""
    found = RiskSteps()
    for placed in entries:
        _read_forms(found, placed, forms, company)
        _read_taken_out(found, placed, forms, company)
        _read_record_taken_out(found, placed, company)
        _read_record(found, placed, company)
        if Mark.AHEAD not in placed.marks:
            found.visits.append(placed)
    return found


def _read_forms(found: RiskSteps, placed: RiskEntry, forms: Mapping[str, Form], company: Company) -> None:
    for ref, answers in placed.now.forms.items():
        form = form_for(forms, ref)
        if form is None or not form.risk:
            continue
        who = company.person(ref.respondent)
        read = risk_answers(form, answers)
        kept = list(_lost_endorsements(placed.session, ref, form, read)) if placed.session.amended else []
        _note_endorsed(found, placed, ref, who, read.endorsed)
        _note_endorsed(found, placed, ref, who, kept, Mark.AMENDED)
        _note_whole(found, placed, form, read, who)
        found.fillings[who, _course_of(ref, company)].append((placed.now.date, _without(read, kept)))


def _note_endorsed(
    found: RiskSteps, placed: RiskEntry, ref: FormRef, who: str | None, endorsed: Iterable[Endorsed], *marks: Mark
) -> None:
    for one in endorsed:
        evidence = _evidence(placed, ref, one, frozenset(marks))
        if one.risk.ever:
            found.history.append(((who, one.risk.concern), evidence))
        else:
            found.by_key[who, one.risk.concern].append(RiskStep(placed, endorsed=evidence))


def _read_taken_out(found: RiskSteps, placed: RiskEntry, forms: Mapping[str, Form], company: Company) -> None:
    """Fillings that amendments took out: what they endorsed stays, unless they filed it as somebody else's."""
    kept = _fillings_in(placed.now, company)
    for entry in _earlier_readings(placed.session):
        here = _fillings_in(entry, company)
        for ref in [here[course][0] for course in here if course not in kept]:
            if form := form_for(forms, ref):
                filed = [now for other, now in kept.items() if other.id == ref.id and here.get(other) != now]
                elsewhere = {one.risk.item for _, answers in filed for one in risk_answers(form, answers).endorsed}
                left = tuple(risk for risk in form.risk if risk.item not in elsewhere)
                endorsed = _lost_endorsements(placed.session, ref, form, RiskAnswers((), frozenset(), left))
                _note_endorsed(found, placed, ref, company.person(ref.respondent), endorsed, Mark.TAKEN_OUT)
        kept = {**here, **kept}


def _fillings_in(entry: Session, company: Company) -> dict[FormRef, tuple[FormRef, Answers]]:
    """The forms of an entry, as they are called there and with their answers, by whose course each belongs to."""
    return {_course_of(ref, company): (ref, answers) for ref, answers in entry.forms.items()}


def _course_of(ref: FormRef, company: Company) -> FormRef:
    """The form, whichever version, and whom it is about; what the clinician rated is a course of its own."""
    plain = ref.any_version
    return plain if ref.respondent == CLINICIAN else plain.by(company.person(ref.respondent))


def _note_whole(found: RiskSteps, placed: RiskEntry, form: Form, read: RiskAnswers, who: str | None) -> None:
    if is_risk_form(form) and read.is_whole and Mark.AHEAD not in placed.marks:
        for concern in dict.fromkeys(risk.concern for risk in form.risk):
            found.by_key[who, concern].append(RiskStep(placed, whole=form.name))


def _without(read: RiskAnswers, kept: Iterable[Endorsed]) -> RiskAnswers:
    """What is unanswered, less what an earlier reading answers."""
    known = {one.risk.item for one in kept}
    return RiskAnswers(read.endorsed, read.asked, tuple(risk for risk in read.unasked if risk.item not in known))


def _lost_endorsements(session: Session, ref: FormRef, form: Form, read: RiskAnswers) -> Iterator[Endorsed]:
    """Items that an earlier reading of the entry endorsed, and that the amended one leaves unanswered."""
    left = {risk.item for risk in read.unasked}
    for answers in _earlier_answers(session, ref):
        if not left:
            return
        earlier = risk_answers(form, answers)
        yield from (one for one in earlier.endorsed if one.risk.item in left)
        left -= earlier.asked


def _earlier_answers(session: Session, ref: FormRef) -> Iterator[Answers]:
    """The answers on the form in the earlier readings."""
    for entry in _earlier_readings(session):
        yield from (answers for filed, answers in entry.forms.items() if filed.any_version == ref.any_version)


def _earlier_readings(session: Session) -> Iterator[Session]:
    """The entry as it read before its last amendment, before the one before, and first of all."""
    plain = record_data(session) if session.amended else {}
    for count in range(len(session.amended) - 1, -1, -1):
        entry, _ = record_from(Session, amended_data(plain, session.amended[:count]))
        if entry:
            yield entry


def _evidence(placed: RiskEntry, ref: FormRef, one: Endorsed, marks: frozenset[Mark]) -> RiskEvidence:
    return RiskEvidence(
        day=placed.now.date,
        what=f"{ref.any_version} {one.risk.item}",
        says=one.risk.says,
        height=one.risk.height,
        answer=one.answer,
        form=ref.any_version,
        item=one.risk.item,
        points=one.points,
        entry=placed.now.known_as,
        marks=frozenset({*placed.marks, *marks, *([] if one.fits else [Mark.UNFIT])}),
    )


def _read_record_taken_out(found: RiskSteps, placed: RiskEntry, company: Company) -> None:
    """What a record had found, and amendments took out without another word about it, stays."""
    if not placed.session.amended:
        return
    now, day = placed.now.risk, placed.now.date
    lost = lost_record(now, [entry.risk for entry in _earlier_readings(placed.session) if entry.risk])
    if lost is None:
        return
    who, settled = company.person(lost.who), {one.concern for one in _recorded(now, day) if one.is_settled}
    for one in _recorded(lost, day):
        if one.found and one.found.rank >= Height.ACTIVE.rank and one.concern not in settled:
            evidence = record_evidence(placed, one.says, one.found)
            evidence = evidence._replace(marks=placed.marks | {Mark.TAKEN_OUT})
            found.by_key[who, one.concern].append(RiskStep(placed, endorsed=evidence))


def _recorded(risk: Risk | None, day: date) -> tuple[Recorded, ...]:
    return concerns_recorded(risk, on=day) if risk else ()


def _read_record(found: RiskSteps, placed: RiskEntry, company: Company) -> None:
    risk = placed.now.risk
    if risk is None:
        return
    who = company.person(risk.who)
    if Mark.AHEAD not in placed.marks:
        found.records.append(placed)
    for one in concerns_recorded(risk, on=placed.now.date):
        found.by_key[who, one.concern].append(RiskStep(placed, record=one))
        if one.past:
            found.history.append(((who, one.concern), record_evidence(placed, one.past, Height.BEHAVIOUR)))


def record_evidence(placed: RiskEntry, says: str, height: Height | None) -> RiskEvidence:
    """A record as what stands behind a row."""
    return RiskEvidence(placed.now.date, "risk record", says, height, entry=placed.now.known_as, marks=placed.marks)


def not_asked(found: RiskSteps, who: str | None, form: FormRef, *, asked_on: Mapping[Key, date]) -> NotAsked | None:
    """What nobody answered on a form: the newest filling by its day, older ones as a count; None when all is asked.

    A record that asked the same person about an item's concern on that day or later answers for the item.
    """
    fillings = [(day, [risk for risk in read.unasked if not risk.ever]) for day, read in found.fillings[who, form]]
    gaps = [(day, unasked) for day, unasked in fillings if unasked]
    if not gaps:
        return None
    newest, unasked = fillings[-1]
    still = [risk for risk in unasked if asked_on.get((who, risk.concern), date.min) < newest]
    items = tuple(dict.fromkeys(risk.item for risk in still or gaps[-1][1]))
    return NotAsked(form, items, newest if still else None, len(gaps) - bool(still))
