"""The people of one plan: who they are, and whose a goal or an entry is.

Names are compared without regard to capitals: `members: [Anna]` scores as `g1@anna`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.model.client_words import in_own_name, means_the_client, own_form, own_judge
from goalctl.model.diary import DiaryEntry
from goalctl.model.finding import Value
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER, FormRef, goal_id_of
from goalctl.model.plan import Agreement, How, Plan
from goalctl.model.session import Session

EACH = "each"
CLINICIAN = "clinician"
NOT_AGREED = frozenset({How.DECLINED, How.UNABLE})
_GUARDIAN = frozenset({"guardian", "parent"})


def those_treated(plan: Plan) -> tuple[str, ...]:
    """The members, or the client where nobody else is treated."""
    return plan.members or (CLIENT_RATER,)


def people_of(plan: Plan) -> tuple[str, ...]:
    """Who may read a page of their own: those who are treated, then the guardians."""
    return tuple(dict.fromkeys([*those_treated(plan), *plan.guardians]))


def has_several(plan: Plan) -> bool:
    """Whether what one says must be kept apart from what another may read."""
    return len(people_of(plan)) > 1


def has_had_several(plan: Plan) -> bool:
    """The same of what is on record: what those said who have left since is theirs as before."""
    return len({name.casefold() for name in (*people_of(plan), *former_people(plan))}) > 1


def person_named(plan: Plan, word: str) -> str | None:
    """Who of them is meant; every word for the client is the client."""
    meant = CLIENT_RATER if means_the_client(plan, word) else word
    return next((name for name in people_of(plan) if same(name, meant)), None)


def person_who_agreed(plan: Plan, agreement: Agreement) -> str | None:
    """Whose word it is; None for a clinician or supervisor."""
    return person_agreeing(plan, agreement.who)


def person_agreeing(plan: Plan, name: str) -> str | None:
    """Who of them is meant by a name that agrees; `guardian` and `parent` are the first guardian."""
    word = name.casefold()
    return person_named(plan, word) or (next(iter(plan.guardians), word) if word in _GUARDIAN else None)


def judges_of(plan: Plan) -> tuple[str, ...]:
    """By whose scores a goal can be judged: each member's, one person's, or the clinician's."""
    return (*([EACH] if plan.members else ()), *people_of(plan), CLINICIAN)


def judge_named(plan: Plan, word: str) -> str | None:
    """Which of them is meant, written as a rater is."""
    meant = own_judge(plan, word)
    return next((name.lower() for name in judges_of(plan) if same(name, meant)), None)


def same(one: str, other: str) -> bool:
    """Whether both are the same person."""
    return one.casefold() == other.casefold()


def owner_of(plan: Plan, item_id: str) -> str | None:
    """Whose a goal or an objective is: by whose scores it is judged; None when it is everybody's.

    An objective that does not say it is judged as its goal; what is judged by somebody else, the clinician or a
    teacher, is still of those who are treated. What was one's who left is nobody else's.
    """
    everybody = None if plan.members else CLIENT_RATER
    known = (*people_of(plan), *(former_members(plan) if plan.members else ()))
    for named in (item_id, goal_id_of(item_id)):
        item = plan.scorables.get(named)
        measure = item.measure if item else None
        judge = (measure.judged_by or measure.by.respondent) if measure else None
        if judge is not None:
            return next((name for name in known if same(name, judge)), everybody)
    return everybody


def stated_judge(plan: Plan, item: Scorable) -> str | None:
    """Whose scores are said to decide, as a rater is written; an objective that does not say it goes as its goal."""
    goal = plan.goal_of(item.id)
    measures = [found.measure for found in (item, goal) if found and found.measure]
    return next((own_judge(plan, measure.judged_by) for measure in measures if measure.judged_by), None)


def those_who_judge(plan: Plan, stated: str | None) -> tuple[str, ...]:
    """The raters whose scores decide: somebody who is nobody of the plan now gives way to all members."""
    members = tuple(member.casefold() for member in plan.members)
    if stated and stated != EACH and (not members or stated in known_raters(plan)):
        return (stated,)
    return members or (CLIENT_RATER,)


def is_for_each(plan: Plan, stated: str | None) -> bool:
    """Whether each of several members is to reach it: what names nobody then tells of none of them."""
    return stated == EACH and len(plan.members) > 1


def known_raters(plan: Plan) -> set[str]:
    """Everybody whose scores are known to a plan, as a rater is written, and `each`."""
    return {*(name.casefold() for name in people_of(plan)), CLIENT_RATER, CLINICIAN, EACH}


def diary_of(plan: Plan) -> tuple[DiaryEntry, ...]:
    """The diary, in the file's order, with what was scored under a word for the client as the client's."""
    return tuple(in_own_name(plan, entry) for entry in plan.diary)


def fillers_of(plan: Plan, form: FormRef) -> tuple[FormRef, ...]:
    """Who is meant to fill in a planned form: each member where nobody is named and one of them has signed one.

    Nobody where that one has left the plan.
    """
    if form.respondent in those_who_left(plan):
        return ()
    members = tuple(name.casefold() for name in plan.members)
    signed = {ref.respondent for entry in plan.log for ref in entry.forms if ref.id == form.id}
    is_said = form.respondent or signed.isdisjoint(members)
    return (own_form(plan, form),) if is_said else tuple(form.by(name) for name in members)


def present_at(plan: Plan, entry: Session) -> tuple[str, ...]:
    """Who of them the entry says was there."""
    return tuple(name for name in people_of(plan) if any(same(name, word) for word in entry.present))


def those_of(plan: Plan, entry: Session) -> tuple[str, ...]:
    """To whom an entry belongs where it does not say whose a thing is: who was there, else everybody treated that day.

    One that is confidential and names nobody is the client's; of several members it is nobody's. What somebody who left
    had alone is theirs.
    """
    if there := present_at(plan, entry):
        return there
    if left := tuple(name for name in former_members(plan) if any(same(name, word) for word in entry.present)):
        return left
    if plan.members:
        return () if entry.confidential else members_on(plan, entry.date)
    return (CLIENT_RATER,)


def members_on(plan: Plan, day: date) -> tuple[str, ...]:
    """Who was treated on a day, by the trail: of a plan that had no members then, the client."""
    later = [change for change in plan.changes if change.what == "members" and change.on > day]
    if not later:
        return those_treated(plan)
    before = min(later, key=lambda change: change.on).from_
    return tuple(name for name in before if isinstance(name, str)) if isinstance(before, list) else (CLIENT_RATER,)


def joined_on(plan: Plan, name: str) -> date | None:
    """Since when somebody is a member, by the trail; None for who was one from the beginning."""
    joined = (
        change.on
        for change in plan.changes
        if change.what == "members" and _names(change.to, name) and not _names(change.from_, name)
    )
    return max(joined, default=None)


def _names(members: Value, name: str) -> bool:
    return isinstance(members, list) and any(isinstance(one, str) and same(one, name) for one in members)


def former_members(plan: Plan) -> Iterator[str]:
    """Who was a member before it was changed: what they said is still on record."""
    return _formerly(plan, "members")


def former_guardians(plan: Plan) -> Iterator[str]:
    """The same of guardians."""
    return _formerly(plan, "guardians")


def former_people(plan: Plan) -> Iterator[str]:
    """The same of both."""
    yield from former_members(plan)
    yield from former_guardians(plan)


def those_who_left(plan: Plan) -> frozenset[str]:
    """Of these who are nobody of the plan now, in small letters."""
    now = {name.casefold() for name in people_of(plan)}
    return frozenset(name.casefold() for name in former_people(plan)) - now


def _formerly(plan: Plan, what: str) -> Iterator[str]:
    for change in plan.changes:
        if change.what == what and isinstance(change.from_, list):
            yield from (name for name in change.from_ if isinstance(name, str))
