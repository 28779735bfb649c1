"""Scores as Observation, and the answers on a form as QuestionnaireResponse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from goalctl.analysis.instruments.answers import canonical
from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import FormScore, score_of
from goalctl.analysis.progress.beginning import judge_by, stated_on
from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.analysis.scores.given import numbered
from goalctl.exchange.fhir.measures import (
    GAS,
    GAS_BY,
    GAS_BY_OTHERS,
    GAS_LEVELS,
    form_score,
    is_scaled,
    measured,
    unit_of,
)
from goalctl.exchange.fhir.shapes import (
    LOINC,
    PATIENT,
    UCUM,
    Json,
    Subject,
    coded,
    is_integer,
    quantity,
    whole,
    words,
)
from goalctl.model.answers import Answers
from goalctl.model.care import SAFETY_PLAN
from goalctl.model.form import FieldType, Form, FormKind, Item
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated
from goalctl.model.measure import Measure
from goalctl.model.people import EACH, diary_of
from goalctl.model.scalars import ScalarError, day_from, number_from
from goalctl.model.scoring import TOTAL
from goalctl.model.session import Session
from goalctl.model.walk import measure_on

T = TypeVar("T")
_SURVEY = {
    "coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}],
}
_POINTS = {"unit": "{score}", "system": UCUM, "code": "{score}"}


def score_entries(subject: Subject) -> Iterator[Json]:
    """Baselines, then the log's scores and forms by day, then the diary's."""
    yield from _baselines(subject)
    entries = subject.case.entries
    for name, entry in _apart(("-".join(filter(None, entry.known_as)), entry) for entry in entries):
        if subject.leaves(entry):
            yield from _of_entry(subject, name, entry)
    for name, noted in _apart((f"diary-{noted.date}", noted) for noted in diary_of(subject.case.plan)):
        for rated, score in noted.scores.items() if noted.date <= subject.case.today else ():
            yield _observation(subject, f"{name}-{rated}", rated, noted.date, score)


def _apart(named: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Each under a name of its own: of two alike the second is the name's 2."""
    for place, (name, thing) in numbered(named, lambda one: one[0]):
        yield (name if place == 1 else f"{name}-{place}"), thing


def _of_entry(subject: Subject, name: str, entry: Session) -> Iterator[Json]:
    for rated, score in entry.scores.items():
        yield _observation(subject, f"{name}-{rated}", rated, entry.date, score)
    for ref, answers in entry.forms.items():
        form = form_of(subject.case.forms, ref)
        if form and (subject.asked.risk or not _is_of_risk(form)):
            yield from _filling(subject, f"{name}-{ref}", entry.date, form, ref, answers)
    if entry.risk and subject.asked.risk:
        yield _risk(subject, name, entry)


def _is_of_risk(form: Form) -> bool:
    """A record, a safety plan, or a form that asks about nothing but risk."""
    asks_risk_alone = bool(form.risk) and {one.item for one in form.risk} >= {item.id for item in form.items}
    return form.kind is FormKind.RECORD or form.form == SAFETY_PLAN or asks_risk_alone


def _baselines(subject: Subject) -> Iterator[Json]:
    plan = subject.case.plan
    for item in plan.scorables.values():
        measure, day = item.measure, stated_on(plan, item)
        if measure and measure.baseline is not None and day and (measure.since or item.status.is_settled):
            judge = judge_by(plan, item, measure)
            rated = Rated(item.id, judge) if judge and judge != EACH else Rated(item.id)
            yield _of_measure(subject, f"{item.id}-baseline", rated, day, measure.baseline, measure, GAS)


def _observation(subject: Subject, thing: str, rated: Rated, day: date, score: float) -> Json:
    item = subject.case.plan.scorables.get(rated.item)
    code = GAS_BY.get(rated.rater, GAS_BY_OTHERS)
    return _of_measure(subject, thing, rated, day, score, measure_on(item, day) if item else None, code)


def _of_measure(
    subject: Subject, thing: str, rated: Rated, day: date, score: float, measure: Measure | None, gas: str
) -> Json:
    is_baseline = gas == GAS
    found = {
        **_head(subject, day, rated.rater),
        "code": measured(measure, subject.case.forms) if measure else words(f"Score of {rated.item}"),
        "focus": [subject.reference(rated.item)] if rated.item in subject.case.plan.scorables else [],
        "valueQuantity": quantity(score, unit_of(measure)),
        "note": subject.notes([("", "Baseline" if is_baseline else None)]),
    }
    levels = (measure.levels if measure else None) or {}
    if is_scaled(measure) and score in GAS_LEVELS:
        code, display = GAS_LEVELS[int(score)]
        value = coded(LOINC, code, display, text=levels.get(int(score)))
        found |= {"code": coded(LOINC, gas), "valueQuantity": None, "valueCodeableConcept": value}
    return subject.entry(thing, found)


def _head(subject: Subject, day: date, who: str) -> Json:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [_SURVEY],
        "subject": subject.reference(PATIENT),
        "effectiveDateTime": day,
        "performer": [subject.person(who)],
    }


def _filling(subject: Subject, thing: str, day: date, form: Form, ref: FormRef, answers: Answers) -> Iterator[Json]:
    """The answers, and an observation for each score that follows from them."""
    who = ref.respondent or CLIENT_RATER
    texts = answers_by_item(form, answers)
    items = [_answered(form, item, texts[item.id]) for item in form.items if item.id in texts]
    kept = [item for item in items if item and _may_leave(subject, form, item)]
    if kept:
        yield subject.entry(thing, _response(subject, day, form, who, kept))
    score = score_of(form, answers)
    for part, value in _parts(score):
        found = {
            **_head(subject, day, who),
            "code": form_score(form, part),
            "valueQuantity": quantity(value, _POINTS),
            "interpretation": [words(score.band if part == TOTAL else score.subscale_bands.get(part))],
            "derivedFrom": [subject.reference(thing)] if kept else [],
            "note": subject.notes([("", _estimated(score) if part == TOTAL else None)]),
        }
        yield subject.entry(f"{thing}-{part}", found)


def _estimated(score: FormScore) -> str | None:
    return f"Prorated: an estimate without {', '.join(score.missing)}" if score.prorated else None


def _parts(score: FormScore) -> Iterator[tuple[str, float]]:
    yield from () if score.total is None else ((TOTAL, score.total),)
    yield from ((part, value) for part, value in score.subscales.items() if value is not None)


def _response(subject: Subject, day: date, form: Form, who: str, items: list[Json]) -> Json:
    panel = form.loinc.panel if form.loinc else None
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"http://loinc.org/q/{panel}" if panel else f"urn:goalctl:form:{form.form}|{form.version}",
        "status": "completed",
        "subject": subject.reference(PATIENT),
        "authored": day,
        "source": subject.person(who),
        "item": items,
    }


def _answered(form: Form, item: Item, text: str) -> Json | None:
    """An item with its answer; None for an answer that the item can't hold."""
    code = form.loinc.items.get(item.id) if form.loinc else None
    try:
        answer = canonical(form, item, text)
        return {"linkId": code or item.id, "text": item.ask, "answer": [_value(form, item, answer)]}
    except ScalarError:
        return None


def _value(form: Form, item: Item, answer: str) -> Json:
    match form.type_of(item):
        case FieldType.YES_NO:
            return {"valueBoolean": answer == "yes"}
        case FieldType.DATE:
            return {"valueDate": day_from(answer)}
        case FieldType.CHOICE:
            label = form.options_of(item).get(answer, answer)
            return {"valueCoding": {"code": answer.replace(" ", "-"), "display": label}}
        case FieldType.SCALE | FieldType.NUMBER:
            number = number_from(answer)
            return {"valueInteger" if is_integer(number) else "valueDecimal": whole(number)}
        case _:
            return {"valueString": answer}


def _may_leave(subject: Subject, form: Form, item: Json) -> bool:
    """Words that speak of risk, or were written on a form with risk items, are told only when that is asked."""
    text = item["answer"][0].get("valueString")
    return subject.asked.risk or text is None or not (form.risk or speaks_of_risk(text))


def _risk(subject: Subject, name: str, entry: Session) -> Json:
    risk = entry.risk
    told = risk.model_dump(exclude_none=True, mode="json", by_alias=True) if risk else {}
    texts = [(key.replace("_", " "), _text(value)) for key, value in told.items() if value not in ([], ())]
    concern = risk.concern.value if risk and risk.concern else "asked"
    found = {
        **_head(subject, entry.date, risk.who if risk and risk.who else CLIENT_RATER),
        "code": words(f"Risk: {concern}"),
        "component": [{"code": words(key), "valueString": text} for key, text in texts],
    }
    return subject.entry(f"{name}-risk", found)


def _text(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
