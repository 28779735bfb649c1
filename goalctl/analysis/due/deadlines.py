"""What is due of a plan, and when: one small function for each kind, all of them pure and without a day of their own.

A plan that has entries after `today` is first cut back by `as_of`, so that a report can be replayed for an earlier day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from goalctl.analysis.due.deadline import Deadline, Due
from goalctl.analysis.history.agreement import outdated_agreement
from goalctl.analysis.history.signatures import outdated_signatures, unsigned_entries
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.plan import Authorization, Lifecycle, Plan, PlannedAssessment, active_objectives
from goalctl.model.scalars import Duration, EverySessions
from goalctl.model.session import Session

KEPT_FROM = timedelta(days=7)
A_WEEK = timedelta(days=7)

Found = Iterator[tuple[date, str, Due, str, str]]


def deadlines_of(plan: Plan, *, review_every: Duration) -> tuple[Deadline, ...]:
    """Everything that is or becomes due, by day.

    Of an active plan all kinds, of one on hold only its reviews, of a discharged one nothing. `review_every` is the
    practice's interval, used when the plan states none.
    """
    if plan.status is Lifecycle.DISCHARGED:
        return ()
    found = list(_next_review(plan, review_every))
    if plan.status is Lifecycle.ACTIVE:
        found += [due for kind in _KINDS for due in kind(plan)]
    return tuple(sorted(Deadline(day, plan.client, item, kind, *words) for day, item, kind, *words in found))


def active_items(plan: Plan) -> Iterator[Scorable]:
    """The active goals by priority, each followed by its active objectives."""
    for goal in plan.active_goals:
        yield goal
        yield from active_objectives(goal)


def _goal_deadlines(plan: Plan) -> Found:
    for item in active_items(plan):
        if item.deadline:
            yield item.deadline, item.id, Due.DEADLINE, item.wording, ""


def _checkpoints(plan: Plan) -> Found:
    for item in active_items(plan):
        goal = item.id if isinstance(item, Goal) else item.id.partition(".")[0]
        looks = [review.on for review in plan.reviews if review.of in {None, goal, item.id}]
        for number, day in enumerate(item.checkpoints, start=1):
            if not any(look >= day - KEPT_FROM for look in looks):
                yield day, item.id, Due.CHECKPOINT, f"look at {item.wording}", str(number)


def _next_review(plan: Plan, review_every: Duration) -> Found:
    looks = sorted((review for review in plan.reviews if review.of is None), key=lambda review: review.on)
    if looks and looks[-1].next:
        yield looks[-1].next, "", Due.REVIEW, "review of the plan", ""
    elif start := looks[-1].on if looks else plan.opened:
        yield (plan.review_every or review_every).after(start), "", Due.REVIEW, "review of the plan", ""


def _plan_to_settle(plan: Plan) -> Found:
    settled = any(goal.status is not Status.DRAFT for goal in plan.goals)
    if plan.opened and plan.plan_by and not settled:
        yield plan.plan_by.after(plan.opened), "", Due.PLAN, "no goal is settled yet", ""


def _assessments(plan: Plan) -> Found:
    for planned in plan.assessments:
        day = next_assessment(plan, planned)
        if day:
            yield day, "", Due.ASSESSMENT, f"{planned.form}, every {planned.every}", planned.form


def next_assessment(plan: Plan, planned: PlannedAssessment) -> date | None:
    """The day from which the form is due again; None while too few sessions have gone by, or nothing tells."""
    done = [entry.date for entry in plan.log if planned.form in {form.partition("@")[0] for form in entry.forms}]
    last = max(done, default=None)
    if isinstance(planned.every, EverySessions):
        since = [entry.date for entry in plan.log if _was_seen(entry) and (last is None or entry.date > last)]
        return since[planned.every.count - 1] if len(since) >= planned.every.count else None
    start = last or plan.opened
    return planned.every.after(start) if start else None


def _was_seen(entry: Session) -> bool:
    return entry.kind.client_was_seen


def _homework(plan: Plan) -> Found:
    """Of the last entry that gave homework: what no later entry answers."""
    given = [entry for entry in plan.log if entry.homework]
    answered = {task for entry in plan.log for task in entry.homework_done}
    for task in given[-1].homework if given else ():
        if task.id not in answered:
            day = task.due or given[-1].next or given[-1].date + A_WEEK
            yield day, task.for_ or "", Due.HOMEWORK, f"{task.id} unanswered: {task.task}", task.id


def _authorizations(plan: Plan) -> Found:
    for number, authorization in enumerate(plan.authorizations, start=1):
        if any(_takes_over(later, authorization) for later in plan.authorizations):
            continue
        used = sum(1 for entry in plan.log if _counts_for(entry, authorization))
        day, left = authorization.to, ""
        if authorization.sessions is not None:
            left = f", {used} of {authorization.sessions} sessions used"
            day = min(day, _used_up(plan, authorization.sessions - used) or day)
        yield day, "", Due.AUTHORIZATION, f"{authorization.payer} runs out{left}", str(number)


def _takes_over(later: Authorization, earlier: Authorization) -> bool:
    """Whether a later approval of the same payer goes on where the earlier one ends."""
    return later.payer == earlier.payer and later.from_ > earlier.from_ and later.to > earlier.to


def _counts_for(entry: Session, authorization: Authorization) -> bool:
    return _was_seen(entry) and authorization.from_ <= entry.date <= authorization.to


def _used_up(plan: Plan, left: int) -> date | None:
    """When the last authorized session will have been held, at the rhythm of the plan's services (else weekly)."""
    seen = [entry.date for entry in plan.log if _was_seen(entry)]
    if not seen:
        return None
    rhythms = [service.every for service in plan.services if isinstance(service.every, Duration)]
    rhythm = rhythms[0] if rhythms else Duration(1, "w")
    return Duration(rhythm.count * left, rhythm.unit).after(seen[-1]) if left > 0 else seen[-1]


def _consents(plan: Plan) -> Found:
    for number, consent in enumerate(plan.consents, start=1):
        newer = any(other.what == consent.what and other.on > consent.on for other in plan.consents)
        if consent.until and not newer:
            yield consent.until, "", Due.CONSENT, f"consent to {consent.what} runs out", str(number)


def _risk_follow_up(plan: Plan) -> Found:
    """The follow-up that the last risk record asks for; a newer record is the answer to the one before."""
    records = [entry.risk for entry in plan.log if entry.risk]
    if records and records[-1].follow_up:
        yield records[-1].follow_up, "", Due.FOLLOW_UP, "look at risk again", ""


def _unsigned_entries(plan: Plan) -> Found:
    if unsigned := unsigned_entries(plan):
        number = "1 entry" if len(unsigned) == 1 else f"{len(unsigned)} entries"
        yield unsigned[0].date, "", Due.SIGNATURE, f"{number} unsigned, the oldest of {unsigned[0].date}", "first"


def _outdated_signatures(plan: Plan) -> Found:
    if outdated := sorted(outdated_signatures(plan), key=lambda found: found.changed_on):
        days = ", ".join(dict.fromkeys(str(found.entry.current.date) for found in outdated))
        yield outdated[0].changed_on, "", Due.SIGNATURE, f"sign again what was changed after signing: {days}", "again"


def _outdated_agreements(plan: Plan) -> Found:
    if outdated := outdated_agreement(plan):
        yield outdated.day, "", Due.AGREEMENT, f"re-sign: {outdated.why}", ""


_KINDS: tuple[Callable[[Plan], Found], ...] = (
    _goal_deadlines,
    _checkpoints,
    _plan_to_settle,
    _assessments,
    _homework,
    _authorizations,
    _consents,
    _risk_follow_up,
    _unsigned_entries,
    _outdated_signatures,
    _outdated_agreements,
)
