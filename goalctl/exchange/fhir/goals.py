"""Goals and objectives as Goal: where each stands in its life, how far it has come, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.progress.judgement import State
from goalctl.exchange.fhir.measures import GAS_LEVELS, is_scaled, measured, unit_of
from goalctl.exchange.fhir.shapes import LOINC, PATIENT, Json, Subject, coded, is_integer, quantity, whole, words
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.measure import Measure
from goalctl.model.target_band import TargetBand

LIFECYCLE = {
    Status.DRAFT: "proposed",
    Status.ACTIVE: "active",
    Status.ON_HOLD: "on-hold",
    Status.RESERVE: "planned",
    Status.ACHIEVED: "completed",
    Status.DISCONTINUED: "cancelled",
}
ACHIEVEMENT = {
    State.MET: "achieved",
    State.AHEAD: "improving",
    State.ON_TRACK: "improving",
    State.REACHED_ONCE: "improving",
    State.PLATEAU: "no-change",
    State.RELIABLY_WORSE: "worsening",
}
_ACHIEVEMENTS = "http://terminology.hl7.org/CodeSystem/goal-achievement"
_MILESTONES = "http://hl7.org/fhir/StructureDefinition/goal-relationship"
_RELATIONS = "http://terminology.hl7.org/CodeSystem/goal-relationship-type"
_SCALING = "http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling"


def goal_entries(subject: Subject) -> Iterator[Json]:
    """Every goal, followed by its objectives."""
    told = subject.told()
    for goal in subject.case.plan.goals:
        yield subject.entry(goal.id, {**_of_both(subject, told, goal), **_of_goal(subject, goal)})
        for objective in goal.objectives:
            yield subject.entry(objective.id, _of_both(subject, told, objective))


def _of_both(subject: Subject, told: Case, item: Scorable) -> Json:
    measure = item.measure
    return {
        "resourceType": "Goal",
        "extension": [*_steps(subject, item), *(_levels(measure) if measure else ())],
        "lifecycleStatus": LIFECYCLE[item.status],
        "achievementStatus": _achievement(told, item),
        "priority": words(f"{item.priority}") if item.priority is not None else None,
        "description": words(item.wording),
        "subject": subject.reference(PATIENT),
        "startDate": item.opened,
        "target": [_target(subject, item)],
        "statusDate": item.closed,
    }


def _of_goal(subject: Subject, goal: Goal) -> Json:
    smart, known = goal.smart, {problem.id for problem in subject.case.plan.problems}
    said = smart.relevant.in_their_words
    return {
        "addresses": [subject.reference(problem) for problem in goal.problems if problem in known],
        "expressedBy": subject.reference(PATIENT) if said else None,
        "note": subject.notes(
            (
                ("", smart.specific),
                ("In their words", said),
                ("Serves", smart.relevant.value),
                ("Within reach", smart.attainable.because),
                ("Watched by", smart.time_bound.monitored),
            )
        ),
    }


def _achievement(told: Case, item: Scorable) -> Json | None:
    """Only what the record says: how it ended, or where its scores stand; nothing of what was not begun."""
    if item.status is Status.ACHIEVED:
        return coded(_ACHIEVEMENTS, "achieved")
    if item.status is Status.DISCONTINUED:
        return coded(_ACHIEVEMENTS, "not-achieved")
    if not item.status.is_settled:
        return None
    progress = told.item(item.id).progress
    kept = bool(item.measure and item.measure.keep)
    code = ACHIEVEMENT.get(progress.state, "in-progress")
    return coded(_ACHIEVEMENTS, "sustaining" if kept and code == "achieved" else code, text=progress.state.value)


def _target(subject: Subject, item: Scorable) -> Json:
    measure = item.measure
    if measure is None or measure.target_ is None:
        return {"dueDate": item.deadline}
    return {"measure": measured(measure, subject.case.forms), **_detail(measure), "dueDate": item.deadline}


def _detail(measure: Measure) -> Json:
    target = measure.target_
    if isinstance(target, TargetBand):
        unit = unit_of(measure)
        return {"detailRange": {"low": quantity(target.low, unit), "high": quantity(target.high, unit)}}
    if target is None:
        return {}
    if is_scaled(measure) and target in GAS_LEVELS:
        return {"detailCodeableConcept": coded(LOINC, *GAS_LEVELS[int(target)])}
    if measure.kind == "done":
        return {"detailBoolean": bool(target)}
    unit = unit_of(measure)
    if unit or not is_integer(target):
        return {"detailQuantity": quantity(target, unit)}
    return {"detailInteger": whole(target)}


def _steps(subject: Subject, item: Scorable) -> Iterator[Json]:
    """A goal's objectives, and the shorter goals that serve it, are its milestones."""
    if not isinstance(item, Goal):
        return
    serving = [goal.id for goal in subject.case.plan.goals if goal.serves == item.id]
    for step in (*(objective.id for objective in item.objectives), *serving):
        kind = {"url": "type", "valueCodeableConcept": coded(_RELATIONS, "milestone", "Milestone")}
        yield {"url": _MILESTONES, "extension": [kind, {"url": "target", "valueReference": subject.reference(step)}]}


def _levels(measure: Measure) -> Iterator[Json]:
    """The five levels of goal attainment scaling, as the Person-Centered Outcomes guide has them."""
    for level, text in sorted((measure.levels or {}).items(), reverse=True):
        if level in GAS_LEVELS:
            code, display = GAS_LEVELS[level]
            coding = {"system": LOINC, "code": code, "display": display}
            inner = [{"url": "level", "valueCoding": coding}, {"url": "progressText", "valueString": text}]
            yield {"url": _SCALING, "extension": inner}
