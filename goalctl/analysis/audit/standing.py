"""Where in a plan a thing stands that an auditor asks for: by id and day, not by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from goalctl.analysis.figures import counted
from goalctl.model.consent_words import is_to_treatment
from goalctl.model.finding import Path
from goalctl.model.goal import Objective
from goalctl.model.people import person_who_agreed
from goalctl.model.plan import Plan

PLAN = "plan"
# The records that are known by their day, each with the field that holds it.
_DATED = {"reviews": "on", "agreements": "on", "releases": "on", "consents": "on", "changes": "on", "holds": "from_"}
_ONE = {"reviews": "review", "agreements": "agreement", "releases": "release", "consents": "consent",
        "changes": "change", "holds": "hold", "services": "service", "assessments": "assessment"}  # fmt: skip


def item_at(plan: Plan, path: Path) -> str | None:
    """The innermost problem, goal, objective or intervention on the way, by its id."""
    match path:
        case ("problems", int(n), *_):
            return plan.problems[n].id
        case ("goals", int(n), "objectives", int(m), *rest):
            return f"{plan.goals[n].objectives[m].id}{_intervention(plan.goals[n].objectives[m], rest)}"
        case ("goals", int(n), *_):
            return plan.goals[n].id
    return None


def _intervention(objective: Objective, rest: Sequence[str | int]) -> str:
    match rest:
        case ["interventions", int(k), *_]:
            return f".{objective.interventions[k].id}"
    return ""


def day_at(plan: Plan, path: Path) -> date | None:
    """The day of the entry, review, agreement … that the path leads into; None where it leads into none."""
    match path:
        case ("sessions", int(n), *_):
            return plan.sessions[n].current.date
        case (str(key), int(n), *_) if key in _DATED:
            day: date = getattr(getattr(plan, key)[n], _DATED[key])
            return day
    return None


def place_of(plan: Plan, path: Path) -> str:
    """`g1.1`, `entry 4k7q2m of 2026-02-02`, `review of 2026-03-30`, `service 1`; else the plan."""
    match path:
        case ("sessions", int(n), *_):
            entry = plan.sessions[n]
            return f"entry {entry.id} of {entry.date}" if entry.id else f"entry of {entry.date}"
        case (str(key), int(n), *_) if key in _ONE:
            held = getattr(plan, key)[n]
            return f"{_ONE[key]} of {getattr(held, _DATED[key])}" if key in _DATED else f"{_ONE[key]} {n + 1}"
    return item_at(plan, path) or PLAN


def _days(records: Iterable[Any], field: str = "on") -> tuple[str, ...]:
    return tuple(str(day) for record in records if (day := getattr(record, field)))


def _agreed(plan: Plan, whose: Iterable[str | None]) -> tuple[str, ...]:
    wanted = {name.casefold() for name in whose if name}
    return tuple(f"{each.who}, {each.how.value} {each.on}" for each in plan.agreements if each.who.casefold() in wanted)


def _clinicians(plan: Plan) -> list[str | None]:
    """Who is its clinician, and who was by the trail."""
    return [plan.clinician, *(str(one.from_) for one in plan.changes if one.what == "clinician" and one.from_)]


def _agreed_themselves(plan: Plan) -> tuple[str, ...]:
    return _agreed(plan, (each.who for each in plan.agreements if person_who_agreed(plan, each)))


def _signed(plan: Plan, who: str | None) -> tuple[str, ...]:
    return tuple(f"entry of {entry.date}" for entry in plan.log for one in entry.signed if who and one.by == who)


def _steps(plan: Plan) -> Iterable[Objective]:
    return (step for goal in plan.goals for step in goal.objectives if step.status.is_settled)


_EVIDENCE: Mapping[str, Callable[[Plan], tuple[str, ...]]] = {
    "A101": lambda plan: tuple(filter(None, (plan.clinician, f"opened {plan.opened}" if plan.opened else ""))),
    "A102": lambda plan: tuple(f"{one.code}{f' of {one.on}' if one.on else ''}" for one in plan.diagnoses),
    "A103": lambda plan: (plan.functioning,) if plan.functioning else (),
    "A104": lambda plan: tuple(problem.id for problem in plan.problems if problem.evidence),
    "A105": lambda plan: plan.strengths,
    "A106": lambda plan: plan.preferences,
    "A110": lambda plan: tuple(dict.fromkeys(problem for goal in plan.goals for problem in goal.problems)),
    "A111": lambda plan: tuple(goal.id for goal in plan.goals if goal.problems),
    "A113": lambda plan: tuple(step.id for step in _steps(plan) if step.measure),
    "A114": lambda plan: tuple(f"{step.id} by {step.deadline}" for step in _steps(plan) if step.deadline),
    "A115": lambda plan: tuple(full_id for full_id, _ in plan.interventions()),
    "A116": lambda plan: tuple(f"{full_id}, every {one.every}" for full_id, one in plan.interventions() if one.every),
    "A117": lambda plan: tuple(f"{one.type}, every {one.every}" for one in plan.services),
    "A118": lambda plan: tuple(one.place for one in plan.services if one.place),
    "A120": _agreed_themselves,
    "A121": lambda plan: _agreed(plan, _clinicians(plan)),
    "A122": lambda plan: _agreed(plan, [plan.supervisor or plan.clinician]),
    "A123": _agreed_themselves,
    "A124": lambda plan: (*_agreed(plan, [plan.supervisor]), *_signed(plan, plan.supervisor)),
    "A130": lambda plan: _days(plan.reviews),
    "A131": lambda plan: _days(plan.agreements)[:1],
    "A132": lambda plan: _days(review for review in plan.reviews if review.note),
    "A133": lambda plan: _days(review for review in plan.reviews if review.necessity),
    "A135": lambda plan: tuple(f"{one.payer} {one.from_} to {one.to}" for one in plan.authorizations),
    "A136": lambda plan: _days(plan.holds, "from_"),
    "A156": lambda plan: _days((entry for entry in plan.log if entry.risk), "date"),
    "A160": lambda plan: (plan.discharge_criteria,) if plan.discharge_criteria else (),
    "A162": lambda plan: tuple(f"{one.form}, every {one.every}" for one in plan.assessments),
    "A163": lambda plan: _days(one for one in plan.consents if is_to_treatment(one)),
    "A164": lambda plan: (f"treatment ended on {plan.discharge.on}",) if plan.discharge else (),
    "A165": lambda plan: _days(plan.releases),
    "C109": lambda plan: tuple(item.id for item in plan.active_items),
    "D109": lambda plan: tuple(f"{item.id} by {item.deadline}" for item in plan.active_items if item.deadline),
}
# Each of these asks something of every session, or of every entry.
_OF_SESSIONS = frozenset(f"A{n}" for n in (134, 137, *range(140, 156), 172))


def evidence_of(plan: Plan, code: str, sessions: Iterable[date]) -> tuple[str, ...]:
    """Where what the rule asks for stands; `sessions` are the days of those that count. Empty where it has no place."""
    if code in _EVIDENCE:
        return _EVIDENCE[code](plan)
    days = list(sessions)
    return (f"{counted(len(days), 'session')}, {min(days)} to {max(days)}",) if days and code in _OF_SESSIONS else ()
