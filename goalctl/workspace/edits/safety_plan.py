"""A safety plan that was filled in: the plan points to the entry that holds it, on record in the same change."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.care import SAFETY_PLAN, SafetyPlan
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value, fields_in
from goalctl.model.ids import form_ref_from
from goalctl.model.plan import Plan
from goalctl.model.written import record_data
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.trail import Trail

BECAUSE = "the safety plan was filled in"


def safety_plan_edits(plan: Plan, entry: Fields, *, by: str | None) -> list[Edit]:
    """The edits that make the plan's `safety_plan` lead to this entry; none where it holds no safety plan.

    One of a day before the plan's was last looked at changes nothing: what is newer holds.
    """
    forms = entry.get("forms")
    filled = [ref for ref in map(form_ref_from, fields_in(forms)) if ref.id == SAFETY_PLAN]
    day, old = date.fromisoformat(str(entry["date"])), plan.safety_plan
    if not filled or (old and day < max(old.on, old.reviewed or old.on)):
        return []
    new = _leading_to(entry.get("id"), filled[-1].respondent, day, old)
    trail = Trail(day, by, BECAUSE).change(plan, "", "safety_plan", record_data(old) if old else None, new)
    return [*value_edits(plan, ("safety_plan",), new), trail]


def _leading_to(entry: Value, who: str | None, day: date, old: SafetyPlan | None) -> Fields:
    """The same safety plan gone through again, or the first one of that person; an entry may lack an id."""
    again = old is not None and (old.who or who) == who
    on = old.on if old and again else day
    return entry_values(on=on, reviewed=day if again and day > on else None, who=who, form=entry)
