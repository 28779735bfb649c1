"""The safety plan: each person's newest, step by step, or the place outside where it is kept.

What stands in the log tells, and `safety_plan` of the plan what the log can't: when it was looked at, or that it is on
paper. An entry that is void or not there yet holds none; then the one before it is the newest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.risk.attendance import Company, plans_company
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers
from goalctl.model.care import SAFETY_PLAN, SafetyPlan
from goalctl.model.form import Form
from goalctl.model.session import Session


class SafetyStep(NamedTuple):
    """One step: its heading in the form, and the client's own words; a step without words is empty."""

    name: str
    text: str


class SafetyPlanFound(NamedTuple):
    """One person's safety plan; None is the client. `looked_at` is the newest day on which it was gone through.

    `steps` are empty where it is kept elsewhere, which `where` tells; `entry` is the id of the entry that holds them,
    or is said to. `is_earlier` when it was made in an earlier episode, and none since.
    """

    person: str | None
    on: date
    looked_at: date
    steps: tuple[SafetyStep, ...] = ()
    entry: str = ""
    where: str = ""
    is_earlier: bool = False


def safety_plans(at: Standpoint) -> tuple[SafetyPlanFound, ...]:
    """The safety plan of each person of the plan, the client's first; nothing where none is on record."""
    found: dict[str | None, SafetyPlanFound] = {}
    for episode in (*at.earlier, at.plan):
        stated = stated_by(episode.safety_plan, at.today)
        for one in safety_plans_of(episode.log, stated, at.forms, plans_company(episode)):
            found[one.person] = one._replace(is_earlier=episode is not at.plan)
    return _in_order(found)


def stated_by(stated: SafetyPlan | None, today: date) -> SafetyPlan | None:
    """What the plan states about it, as far as that had happened by the day."""
    if stated is None or stated.on > today:
        return None
    is_ahead = stated.reviewed is not None and stated.reviewed > today
    return stated.model_copy(update={"reviewed": None}) if is_ahead else stated


def safety_plans_of(
    log: Iterable[Session], stated: SafetyPlan | None, forms: Mapping[str, Form], company: Company
) -> tuple[SafetyPlanFound, ...]:
    """The same from valid entries in the order of the log, and from what the plan states."""
    found: dict[str | None, SafetyPlanFound] = {}
    for entry in log:
        for ref, answers in entry.forms.items():
            steps = _steps(forms.get(ref.name) or forms.get(ref.id), answers) if ref.id == SAFETY_PLAN else ()
            if any(step.text for step in steps):
                who = company.person(ref.respondent)
                found[who] = SafetyPlanFound(who, entry.date, entry.date, steps, entry.id or "")
    if stated:
        who = _whose(stated, found, company)
        found[who] = _as_stated(found.get(who), stated, who)
    return _in_order(found)


def _in_order(found: Mapping[str | None, SafetyPlanFound]) -> tuple[SafetyPlanFound, ...]:
    return tuple(sorted(found.values(), key=lambda one: one.person or ""))


def _whose(stated: SafetyPlan, found: Mapping[str | None, SafetyPlanFound], company: Company) -> str | None:
    """Whom it is of; where nobody is named, whose entry it names, else the only one there is."""
    if stated.who:
        return company.person(stated.who)
    named = [who for who, one in found.items() if stated.form and one.entry == stated.form]
    return (named or (list(found) if len(found) == 1 else []) or [None])[0]


def _as_stated(found: SafetyPlanFound | None, stated: SafetyPlan, who: str | None) -> SafetyPlanFound:
    looked_at = max(stated.on, stated.reviewed or stated.on)
    where = stated.where or ""
    if found:
        return found._replace(looked_at=max(looked_at, found.looked_at), where=where)
    return SafetyPlanFound(who, stated.on, looked_at, entry=stated.form or "", where=where)


def _steps(form: Form | None, answers: Answers) -> tuple[SafetyStep, ...]:
    """Every step of the form, answered or not; of a form that can't be read, what was answered by its key."""
    if form is None:
        stated = answers.by_item or {}
        return tuple(SafetyStep(item.replace("_", " "), text) for item, text in stated.items() if text)
    texts = answers_by_item(form, answers)
    return tuple(SafetyStep(item.section or item.ask, texts.get(item.id, "")) for item in form.items)
