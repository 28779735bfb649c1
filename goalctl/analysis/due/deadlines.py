"""What is due of a plan, and when: one small function for each kind.

But for what is left of an approval, none looks at the day: a plan is cut back to it before (`Case.of`). Risk is no
deadline: what has to be done about it, and by when, `analysis/risk/` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from goalctl.analysis.due.deadline import SAFETY_PLAN, Deadline, Due
from goalctl.analysis.due.planned_forms import added_on
from goalctl.analysis.figures import counted
from goalctl.analysis.history.agreement import outdated_agreement
from goalctl.analysis.history.plan_reviews import is_of_the_plan
from goalctl.analysis.history.signatures import (
    OutdatedSignature,
    outdated_signatures,
    to_cosign,
    unsigned_entries,
)
from goalctl.analysis.instruments.readings import is_answered_by
from goalctl.analysis.progress.staleness import day_worked
from goalctl.analysis.progress.state import is_met
from goalctl.analysis.risk.safety_plan import safety_plans
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.appointments import standing
from goalctl.model.care import Authorization, Consent, PlannedAssessment
from goalctl.model.frequency import EverySessions, Rate
from goalctl.model.holds import rests_on
from goalctl.model.ids import FormRef, goal_id_of
from goalctl.model.people import fillers_of, has_several, joined_on, those_who_left
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.scalars import Duration
from goalctl.model.session import Session

KEPT_FROM = timedelta(days=7)  # our own: the look of the week before, where sessions are weekly, is the look
WEEKLY = Duration(1, "w")  # our own: the rhythm of sessions, where the plan's services say none
A_DAY = Duration(1, "d")
A_WEEK = Duration(1, "w")  # our own: homework is for the week, where nothing else is said

Found = Iterator[tuple[date, str, Due, str, str]]


def deadlines_of(at: Standpoint) -> tuple[Deadline, ...]:
    """Everything that is or becomes due, by day.

    Of an active plan all kinds, of one on hold only its reviews, of a discharged one nothing.
    """
    plan = at.plan
    found = [due for kind in KINDS[plan.status] for due in kind(at)]
    return tuple(sorted(Deadline(day, plan.client, item, kind, *words) for day, item, kind, *words in found))


def _goal_deadlines(at: Standpoint) -> Found:
    """What is met is at its target, and its date asks for nothing any more."""
    for item in at.plan.active_items:
        if item.deadline and not at.once(is_met, item.id):
            yield item.deadline, item.id, Due.DEADLINE, item.wording, ""


def _checkpoints(at: Standpoint) -> Found:
    for item in at.plan.active_items:
        looks = [review.on for review in at.plan.reviews if review.of in {None, goal_id_of(item.id), item.id}]
        for number, day in enumerate(item.checkpoints, start=1):
            if not any(day - look <= KEPT_FROM for look in looks):
                yield day, item.id, Due.CHECKPOINT, f"look at {item.wording}", str(number)


def _next_review(at: Standpoint) -> Found:
    """By the interval of the plan, else of the practice."""
    plan = at.plan
    whole = (review for review in plan.reviews if is_of_the_plan(plan, review))
    looks = sorted(whole, key=lambda review: (review.on, review.of is None))
    if looks and looks[-1].next:
        yield looks[-1].next, "", Due.REVIEW, "review of the plan", ""
    elif start := looks[-1].on if looks else plan.opened:
        yield (plan.review_every or at.settings.review_every).after(start), "", Due.REVIEW, "review of the plan", ""


def _safety_plan_reviews(at: Standpoint) -> Found:
    """Of each person's safety plan, by the practice's interval from the day on which it was last gone through.

    One of an earlier episode goes on until there is another; between the episodes nobody could go through it. With whom
    it was made and who has left the plan, nobody goes through it.
    """
    left = those_who_left(at.plan)
    for one in at.once(safety_plans):
        if one.person in left:
            continue
        whose = f" of {one.person}" if one.person else ""
        mark = f"{SAFETY_PLAN}{whose}"
        day = at.settings.safety_plan_every.after(one.looked_at)
        if one.is_earlier and at.plan.opened:
            day = max(day, at.plan.opened)
        yield day, "", Due.REVIEW, f"go through the safety plan{whose}", mark


def _plan_to_settle(at: Standpoint) -> Found:
    plan = at.plan
    settled = any(goal.status.is_settled for goal in plan.goals)
    if plan.opened and plan.plan_by and not settled:
        yield plan.plan_by.after(plan.opened), "", Due.PLAN, "no goal is settled yet", ""


def _assessments(at: Standpoint) -> Found:
    for planned in at.plan.assessments:
        for who in fillers_of(at.plan, planned.form):
            if day := next_assessment(at, planned, who):
                yield day, "", Due.ASSESSMENT, f"{who}, every {planned.every}", str(who)


def next_assessment(at: Standpoint, planned: PlannedAssessment, who: FormRef, visit: date | None = None) -> date | None:
    """The day from which that respondent is to fill in the form again, one without a name counting for each.

    None while too few sessions have gone by, or nothing tells. Its interval runs from the last filling, or from the day
    it was added, or that one joined, where that is later. One in sessions ends with the appointment, or that `visit`,
    at which the client is seen for so many times.
    """
    plan, forms = at.plan, at.forms
    joined = joined_on(plan, who.respondent) if who.respondent else None
    wanted = {planned.form, who}
    done = (
        entry.date
        for entry in plan.log
        if any(is_answered_by(one, ref, forms) for one in wanted for ref in entry.forms)
    )
    last = max(filter(None, (added_on(plan, planned), joined, *done)), default=None)
    if isinstance(planned.every, EverySessions):
        return _session_since(plan, planned.every.count, last, visit)
    start = last or plan.opened
    return _after_rests(plan, start, planned.every) if start else None


def _after_rests(plan: Plan, start: date, every: Duration) -> date:
    """The day so much later; days on hold do not count, as they make no score stale."""
    over = tuple(hold for hold in plan.holds if hold.to)
    return day_worked(over, start, (every.after(start) - start).days)


def _session_since(plan: Plan, number: int, last: date | None, visit: date | None) -> date | None:
    """The day of the session of that number after that day: held, or the very next to come."""
    worked = [entry.date for entry in plan.seen if entry.kind.client_came and not rests_on(plan.holds, entry.date)]
    since = [day for day in worked if last is None or day > last]
    if len(since) >= number:
        return since[number - 1]
    ahead = visit if visit and visit not in since else plan.next_appointment(max([last or date.min, *since]))
    return ahead if len(since) == number - 1 else None


def _homework(at: Standpoint) -> Found:
    """Of the last entry that gave homework: what no later entry answers."""
    given = at.plan.homework_given
    if given is None:
        return
    for task in at.plan.open_homework:
        day = task.due or _next_session(at.plan, given) or A_WEEK.after(given.date)
        yield day, task.for_ or "", Due.HOMEWORK, f"{task.id} unanswered: {task.task}", task.id


def _next_session(plan: Plan, given: Session) -> date | None:
    """The appointment that was agreed on with it; where that came to nothing, the session instead, held or to come."""
    if given.next is None or given.next in {entry.next for entry in standing(plan.log)}:
        return given.next
    held = next((entry.date for entry in plan.seen if entry.kind.client_came and entry.date > given.next), None)
    return held or plan.next_appointment(given.next) or given.next


def _authorizations(at: Standpoint) -> Found:
    plan = at.plan
    uses = zip(plan.authorizations, plan.days_used, strict=True)
    for number, (authorization, days) in enumerate(uses, start=1):
        if any(_takes_over(later, authorization, plan.last_seen) for later in plan.authorizations):
            continue
        day, left = authorization.to, ""
        if authorization.sessions is not None:
            left = f", {len(days)} of {authorization.sessions} sessions used"
            day = min(day, _used_up(at, authorization, authorization.sessions, days) or day)
        yield day, "", Due.AUTHORIZATION, f"{authorization.payer} runs out{left}", str(number)


def _takes_over(later: Authorization, earlier: Authorization, seen: Session | None) -> bool:
    """Whether a later approval of the same payer goes on where the earlier one ends, or is used after a gap."""
    goes_on = later.from_ <= A_DAY.after(earlier.to) or (seen is not None and later.from_ <= seen.date)
    return goes_on and later.payer == earlier.payer and later.from_ > earlier.from_ and later.to > earlier.to


def _used_up(at: Standpoint, authorization: Authorization, number: int, days: tuple[date, ...]) -> date | None:
    """When the last of that number was held, or will have been at the rhythm of the plan's services (else weekly).

    Those of an approval that no session has reached yet are counted from the day before it begins; where one was left
    out, what is left begins on the day that the plan is seen from.
    """
    plan, left = at.plan, number - len(days)
    if left <= 0 and days[:number]:
        return days[number - 1]
    if plan.last_seen is None:
        return None
    rhythms = [service.every for service in plan.services if isinstance(service.every, Duration | Rate)]
    rhythm = rhythms[0] if rhythms else WEEKLY
    since = max(plan.last_seen.date, A_DAY.before(authorization.from_))
    if left > 0 and _visits_later(since, 1, rhythm) < at.today < date.max:
        return _visits_later(at.today, left - 1, rhythm)
    return _visits_later(since, max(left, 0), rhythm)


def _visits_later(day: date, visits: int, rhythm: Duration | Rate) -> date:
    """The day of the last of so many visits after that day; those of a rate are spread evenly over its weeks."""
    if isinstance(rhythm, Duration):
        return Duration(rhythm.count * visits, rhythm.unit).after(day)
    whole, over = divmod(visits, rhythm.count)
    begins, ends = (Duration(number, rhythm.per[0]).after(day) for number in (whole, whole + 1))
    return begins + (ends - begins) * over / rhythm.count


def _consents(at: Standpoint) -> Found:
    consents = at.plan.consents
    for number, consent in enumerate(consents, start=1):
        newer = any(other.on > consent.on and _is_alike(other, consent) for other in consents)
        if consent.until and not consent.withdrawn and not newer:
            whose = f"{consent.who}'s consent" if consent.who else "consent"
            yield consent.until, "", Due.CONSENT, f"{whose} to {consent.what} runs out", str(number)


def _is_alike(one: Consent, other: Consent) -> bool:
    """Whether both are to the same, by the same person, however that is spelled."""
    return (one.what.casefold(), (one.who or "").casefold()) == (other.what.casefold(), (other.who or "").casefold())


def _unsigned_entries(at: Standpoint) -> Found:
    """Somebody else's, as of before a hand-over or from a cover, are named: only those who wrote them sign them."""
    if unsigned := at.once(unsigned_entries):
        clinician = at.plan.clinician or at.settings.clinician
        others = Counter(entry.by for entry in unsigned if clinician and entry.by not in {None, clinician})
        whose = "".join(f", {n} by {who}" for who, n in others.items())
        number = counted(len(unsigned), "entry", "entries")
        what = f"{number} unsigned, the oldest of {unsigned[0].date}{whose}"
        yield unsigned[0].date, "", Due.SIGNATURE, what, "first"


def _outdated_signatures(at: Standpoint) -> Found:
    """The supervisor's own is told once, where a co-signature is due."""
    waits = [one.entry for one in at.once(to_cosign)]
    found = [one for one in at.once(outdated_signatures) if not (_is_co_signed(at, one) and one.entry.current in waits)]
    if outdated := sorted(found, key=lambda one: one.changed_on):
        days = ", ".join(dict.fromkeys(str(found.entry.current.date) for found in outdated))
        yield outdated[0].changed_on, "", Due.SIGNATURE, f"sign again what was changed after signing: {days}", "again"


def _is_co_signed(at: Standpoint, outdated: OutdatedSignature) -> bool:
    return outdated.signature.by == at.plan.supervisor


def _cosignatures(at: Standpoint) -> Found:
    """Those that wait for the supervisor, by the day of the first of them."""
    if waiting := sorted(at.once(to_cosign), key=lambda one: one.day):
        number = counted(len(waiting), "entry", "entries")
        what = f"{number} for {at.plan.supervisor} to co-sign, the oldest of {waiting[0].entry.date}"
        yield waiting[0].day, "", Due.SIGNATURE, what, "co-sign"


def _outdated_agreements(at: Standpoint) -> Found:
    """Since when and why; of several people also who signs again."""
    if outdated := at.once(outdated_agreement):
        whose = f" by {', '.join(outdated.people)}" if has_several(at.plan) else ""
        yield outdated.day, "", Due.AGREEMENT, f"re-sign{whose}: {outdated.why}", ""


_REVIEWS = (_next_review, _safety_plan_reviews)
KINDS: Mapping[Lifecycle, tuple[Callable[[Standpoint], Found], ...]] = {
    Lifecycle.ACTIVE: (
        *_REVIEWS,
        _assessments,
        _goal_deadlines,
        _checkpoints,
        _plan_to_settle,
        _homework,
        _authorizations,
        _consents,
        _unsigned_entries,
        _outdated_signatures,
        _cosignatures,
        _outdated_agreements,
    ),
    Lifecycle.ON_HOLD: _REVIEWS,
    Lifecycle.DISCHARGED: (),
}
"""What falls due while treatment goes on, rests, and after it."""
