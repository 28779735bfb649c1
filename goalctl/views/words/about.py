"""What a plan says about its client beside goals and log: care, medication, the safety plan, what matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalctl.analysis.risk.safety_plan import SafetyPlanFound
from goalctl.model.care import CareTeamMember, ClientValue, Medication, MentalStatus
from goalctl.model.plan import Plan


def care_facts(plan: Plan, safety_plans: Iterable[SafetyPlanFound]) -> Iterator[tuple[str, str]]:
    """Each of these facts with its name: level of care, 42 CFR Part 2, state of mind, medication, who else treats."""
    if plan.level_of_care:
        yield "level of care", plan.level_of_care
    if plan.part2 is not None:
        yield "42 CFR Part 2", part2_words(is_covered=plan.part2)
    if plan.mental_status:
        yield "mental status", mental_status_words(plan.mental_status)
    for medication in plan.medications:
        yield "medication", medication_words(medication)
    for member in plan.care_team:
        yield "care team", member_words(member)
    yield from (("safety plan", safety_plan_words(found)) for found in safety_plans)


def part2_words(*, is_covered: bool) -> str:
    """What it means for disclosures that the record is covered, or not."""
    return "yes, every disclosure carries the notice of 42 CFR 2.32" if is_covered else "no"


def mental_status_words(status: MentalStatus) -> str:
    """`2026-01-12, m.kowalski: Alert, oriented`."""
    return f"{status.on}{f', {status.by}' if status.by else ''}: {status.text}"


def medication_words(taken: Medication) -> str:
    """`sertraline, 50 mg daily, taken by anna, prescribed by Dr Osei, since 2025-11-03 (noted 2026-01-12)`."""
    parts = (
        taken.name,
        taken.dose,
        f"taken by {taken.who}" if taken.who else None,
        f"prescribed by {taken.by}" if taken.by else None,
        f"since {taken.since}" if taken.since else None,
        f"until {taken.until}" if taken.until else None,
    )
    return ", ".join(part for part in parts if part) + (f" (noted {taken.on})" if taken.on else "")


def member_words(member: CareTeamMember) -> str:
    """`Dr Osei, prescriber, release of information 2026-01-12`."""
    release = f"release of information {member.release}" if member.release else None
    return ", ".join(part for part in (member.who, member.role, release) if part)


def safety_plan_words(found: SafetyPlanFound) -> str:
    """`2026-01-19, of anna, reviewed 2026-02-02, in entry 4k7q2m`; and where an entry is named that holds none."""
    holds_none = "" if found.steps else ", which holds none"
    parts = (
        str(found.on),
        f"of {found.person}" if found.person else None,
        f"reviewed {found.looked_at}" if found.looked_at > found.on else None,
        f"in entry {found.entry}{holds_none}" if found.entry else None,
        found.where,
        "from an earlier episode" if found.is_earlier else None,
    )
    return ", ".join(part for part in parts if part)


def value_words(value: ClientValue) -> str:
    """The value, and in brackets the day it was named."""
    return f"{value.value} ({value.on})" if value.on else value.value
