"""Who it is about, what brought them, and the plan that holds goals, interventions and services together."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.exchange.fhir.shapes import PATIENT, Json, Subject, coded, words
from goalctl.model.care import PART2_NOTICE, Service
from goalctl.model.frequency import AsNeeded, Frequency, Rate
from goalctl.model.goal import Intervention, Status
from goalctl.model.plan import Lifecycle
from goalctl.model.scalars import Duration

STATUS = {Lifecycle.ACTIVE: "active", Lifecycle.ON_HOLD: "on-hold", Lifecycle.DISCHARGED: "completed"}
ACTIVITY = {
    Status.DRAFT: "not-started",
    Status.RESERVE: "not-started",
    Status.ACTIVE: "in-progress",
    Status.ON_HOLD: "on-hold",
    Status.ACHIEVED: "completed",
    Status.DISCONTINUED: "stopped",
}
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category"
_PERIODS = {"d": "d", "w": "wk", "m": "mo", "y": "a"}
_PER = {"day": "d", "week": "wk", "month": "mo"}


def patient_entry(subject: Subject) -> Json:
    """The client by pseudonym; no name, birth date or address is in a plan."""
    active = subject.case.plan.status is not Lifecycle.DISCHARGED
    return subject.entry(PATIENT, {"resourceType": "Patient", "active": active})


def condition_entries(subject: Subject) -> Iterator[Json]:
    """Problems, then diagnoses. Which edition of the ICD a code is of, the plan does not say."""
    plan = subject.case.plan
    for problem in plan.problems:
        yield _condition(
            subject,
            problem.id,
            "problem-list-item",
            words(problem.problem),
            problem.on,
            [("Seen in", problem.evidence)],
        )
    for number, diagnosis in enumerate(plan.diagnoses, 1):
        code = {"coding": [{"code": diagnosis.code, "display": diagnosis.name}], "text": diagnosis.name}
        made = [("Made by", diagnosis.by)]
        yield _condition(subject, f"diagnosis-{number}", "encounter-diagnosis", code, diagnosis.on, made)


def _condition(
    subject: Subject, thing: str, category: str, code: Json | None, on: object, noted: list[tuple[str, str | None]]
) -> Json:
    is_treated = subject.case.plan.status is not Lifecycle.DISCHARGED  # whether it is over, no ending says
    return subject.entry(
        thing,
        {
            "resourceType": "Condition",
            "clinicalStatus": coded(_CLINICAL, "active") if is_treated else None,
            "category": [{"coding": [{"system": _CATEGORY, "code": category}]}],
            "code": code,
            "subject": subject.reference(PATIENT),
            "recordedDate": on,
            "note": subject.notes(noted),
        },
    )


def care_plan_entry(subject: Subject) -> Json:
    """The plan: its goals, what they are for, and what is done."""
    plan = subject.case.plan
    ended = plan.ended_on(subject.case.today)
    conditions = [problem.id for problem in plan.problems]
    conditions += [f"diagnosis-{number}" for number, _ in enumerate(plan.diagnoses, 1)]
    return subject.entry(
        "plan",
        {
            "resourceType": "CarePlan",
            "status": STATUS[plan.status],
            "intent": "plan",
            "category": [words("Counselling treatment plan")],
            "subject": subject.reference(PATIENT),
            "period": {"start": plan.opened, "end": ended},
            "created": plan.opened,
            "author": {"display": subject.case.clinician} if subject.case.clinician else None,
            "addresses": [subject.reference(condition) for condition in conditions],
            "goal": [subject.reference(item) for item in plan.scorables],
            "activity": [*_interventions(subject), *(_service(service) for service in plan.services)],
            "note": [{"text": PART2_NOTICE}] if plan.part2 else [],
        },
    )


def _interventions(subject: Subject) -> Iterator[Json]:
    for goal in subject.case.plan.goals:
        for objective in goal.objectives:
            for intervention in objective.interventions:
                goals = [subject.reference(goal.id), subject.reference(objective.id)]
                yield {"detail": {**_done(intervention), "status": ACTIVITY[objective.status], "goal": goals}}


def _done(intervention: Intervention) -> Json:
    who = intervention.who.value if intervention.who else None
    timing = _timing(intervention.every, intervention.for_, intervention.minutes)
    return {"description": intervention.what, "performer": [{"display": who}] if who else [], **timing}


def _service(service: Service) -> Json:
    coding = [{"system": "http://www.ama-assn.org/go/cpt", "code": service.cpt}] if service.cpt else []
    code = {"coding": coding, "text": service.type}
    performer = [{"display": service.by}] if service.by else []
    timing = _timing(service.every, service.for_, service.minutes)
    return {"detail": {"code": code, "status": "in-progress", "performer": performer, **timing}}


def _timing(every: Frequency | None, long: Duration | None, minutes: int | None) -> Json:
    """How often, for how long in all, and how long each time; what FHIR's timing can't say stands in words."""
    repeat: Json = {"duration": minutes, "durationUnit": "min" if minutes else None}
    if long:
        repeat["boundsDuration"] = {
            "value": long.count, "system": "http://unitsofmeasure.org", "code": _PERIODS[long.unit],
        }  # fmt: skip
    match every:
        case Rate():
            repeat |= {"frequency": every.count, "period": 1, "periodUnit": _PER[every.per]}
        case Duration():
            repeat |= {"frequency": 1, "period": every.count, "periodUnit": _PERIODS[every.unit]}
        case AsNeeded():
            return {"scheduledString": _in_words(every, long, minutes)}
        case None:
            return {"scheduledTiming": {"repeat": repeat}} if long or minutes else {}
        case _:
            return {"scheduledString": _in_words(every, long, minutes)}
    return {"scheduledTiming": {"repeat": repeat}}


def _in_words(every: Frequency, long: Duration | None, minutes: int | None) -> str:
    parts = (f"every {every}" if not isinstance(every, AsNeeded) else str(every), f"for {long}" if long else "")
    return ", ".join(part for part in (*parts, f"{minutes} minutes" if minutes else "") if part)
