"""What was agreed to and what has changed since: why a plan needs to be signed again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.history.digest import is_of_plan
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.finding import Value
from goalctl.model.people import NOT_AGREED, person_who_agreed, those_who_left
from goalctl.model.plan import Agreement, Change, Plan

_AGREED = {"status", "deadline", "specific", "goal", "objective", "problem", "evidence"}
_AGREED_WHOLE = {"diagnoses", "services", "problems", "interventions"}
_MOST_NAMED = 2
_LONGEST_VALUE = 24


class Outdated(NamedTuple):
    """The oldest agreement that no longer holds, and since when and through what; `people` gave one that does not."""

    agreement: Agreement
    day: date
    why: str
    people: tuple[str, ...]


def outdated_agreement(at: Standpoint) -> Outdated | None:
    """Of everybody's newest agreement with a digest, the oldest one that fits the plan no more.

    Who was this plan's clinician or supervisor, a member or a guardian once, and is so no longer, need not sign again;
    a treatment that has ended is agreed to by nobody any more.
    """
    plan = at.plan
    if plan.ended_on(at.today):
        return None
    given = sorted((one for one in _newest_stated(plan) if not is_of_plan(one.of or "", plan)), key=lambda one: one.on)
    if not given:
        return None
    since = changes_since(plan, given[0].on)
    day = min((change.on for change in since), default=given[0].on)
    return Outdated(given[0], day, _why(since, given[0]), tuple(one.who for one in given))


def _newest_stated(plan: Plan) -> list[Agreement]:
    """Of everybody who is still there the newest agreement with a digest, whatever word for them it stands under."""
    left = those_who_left(plan) | _staff_before(plan)
    stated = sorted((one for one in plan.agreements if one.of), key=lambda one: one.on)
    newest = {(person_who_agreed(plan, one) or one.who).casefold(): one for one in stated}
    return [one for who, one in newest.items() if who not in left]


def _staff_before(plan: Plan) -> frozenset[str]:
    """Who treated or supervised and does neither now."""
    before = (str(change.from_) for change in plan.changes if change.what in {"clinician", "supervisor"})
    now = {who.casefold() for who in (plan.clinician, plan.supervisor) if who}
    return frozenset(who.casefold() for who in before) - now


def changes_since(plan: Plan, day: date) -> tuple[Change, ...]:
    """The trailed changes of what is agreed to, after that day; those of the day itself only when no later one is."""
    found = [change for change in plan.changes if change.on >= day and _is_agreed_to(change)]
    return tuple(change for change in found if change.on > day) or tuple(found)


def _why(since: tuple[Change, ...], agreement: Agreement) -> str:
    words = list(_net(since))
    if not words:
        since_when = f"{agreement.on}" if agreement.how in NOT_AGREED else f"it was agreed to on {agreement.on}"
        return f"the plan has changed since {since_when}"
    named = ", ".join(words[:_MOST_NAMED])
    more = f" and {len(words) - _MOST_NAMED} more" if len(words) > _MOST_NAMED else ""
    year = "" if all(change.on.year == agreement.on.year for change in since) else f" {agreement.on.year}"
    return f"{named}{more} since {agreement.on.day} {agreement.on:%b}{year}"


def _net(since: tuple[Change, ...]) -> Iterator[str]:
    """Each thing once, from what it was first to what it is now; what was changed back is left out."""
    first: dict[tuple[str, str], Change] = {}
    last: dict[tuple[str, str], Change] = {}
    for change in sorted(since, key=lambda change: change.on):
        key = (change.of or "", change.what)
        first.setdefault(key, change)
        last[key] = change
    for key, change in last.items():
        if first[key].from_ != change.to:
            yield change_words(*key, first[key].from_, change.to)


def change_words(of: str, what: str, old: Value, new: Value) -> str:
    """A change in a few words: `g1 target 9 → 5`; long texts and lists are only said to be changed."""
    leaf = next((part for part in reversed(what.split(".")) if not part.isdigit()), what)
    wording = {"goal": "wording", "objective": "wording", "what": "wording", "by": "measure"}.get(leaf, leaf)
    name = (f"{of} {wording}" if of else what.replace(".", " ")).replace("_", " ")
    if _is_short(old) and _is_short(new):
        return f"{name} {old or 'none'} → {new or 'none'}"
    return f"{name} {'added' if old is None else 'taken away' if new is None else 'changed'}"


def _is_short(value: Value) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= _LONGEST_VALUE and "\n" not in value)


def _is_agreed_to(change: Change) -> bool:
    parts = change.what.split(".")
    if parts[0] in _AGREED_WHOLE or parts[-1] in _AGREED or "measurable" in parts:
        return True
    return bool(change.of) and ".i" in str(change.of)
