"""Where a filled-in form goes in the log: into that day's entry while it may still grow, else into one of its own."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from goalctl.analysis.history.cut import day_written
from goalctl.documents.change import Edit, InsertKey
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.workspace.edits.additions import append_edit, new_session_id
from goalctl.workspace.edits.placing import following
from goalctl.workspace.edits.safety_plan import safety_plan_edits


def answer_edits(
    plan: Plan,
    forms: dict[str, Value],
    *,
    day: date,
    today: Container[date],
    by: str | None,
    stated_by: str | None = None,
) -> list[Edit]:
    """The edits that put answered forms, by their names in a plan, into the log of that day.

    They join a session of that day that was written today, is unsigned and has none of these forms: keys are added,
    nothing is rewritten. Otherwise they are an entry of their own, a `journal`, which counts for scores and risk and
    never as a session held. The plan's `safety_plan` is led to one that is filled in. `stated_by` keeps them apart from
    an entry that someone else wrote. `today` has the day that things are seen from, and the one by which entries are
    written.
    """
    place = growing_entry(plan, tuple(forms), day=day, today=today, by=stated_by)
    if place is None:
        entry = entry_values(id=new_session_id(plan), date=day, by=by, kind=Kind.JOURNAL.value) | {"forms": forms}
        return [append_edit(plan, "sessions", entry), *safety_plan_edits(plan, entry, by=by)]
    joined = entry_values(id=plan.sessions[place].id, date=day) | {"forms": forms}
    entry_before = following(plan.sessions[place], ("forms",))
    path = ("sessions", place, "forms")
    keys = [InsertKey(path, form, answers, before=entry_before) for form, answers in forms.items()]
    return [*keys, *safety_plan_edits(plan, joined, by=by)]


def growing_entry(
    plan: Plan, forms: tuple[str, ...], *, day: date, today: Container[date], by: str | None
) -> int | None:
    """The position of the newest entry of that day that these forms may still join.

    None where risk was closed that day: what is answered now stands behind that, so that it opens it again.
    """
    of_day = [entry.current for entry in plan.sessions if entry.current.date == day and not entry.void]
    if any(entry.risk and entry.risk.close for entry in of_day):
        return None
    places = [n for n, entry in enumerate(plan.sessions) if _may_grow(entry, forms, day, today)]
    fitting = [n for n in places if by is None or plan.sessions[n].by == by]
    return fitting[-1] if fitting else None


def _may_grow(entry: Session, forms: tuple[str, ...], day: date, today: Container[date]) -> bool:
    is_of_today = entry.date == day and day_written(entry) in today
    is_open = entry.kind.client_was_seen and not (entry.void or entry.signed or entry.amended)
    return is_of_today and is_open and not {str(ref) for ref in entry.forms} & set(forms)
