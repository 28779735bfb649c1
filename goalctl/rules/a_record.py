"""A: what an auditor looks for in the log and in the rhythm of planning and review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise

from goalctl.analysis.due.planned_forms import service_added_on
from goalctl.analysis.history.plan_reviews import is_of_the_plan
from goalctl.analysis.instruments.readings import form_of
from goalctl.model.client_words import own_form
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.ids import FormRef
from goalctl.model.plan import Decision, Plan, Review
from goalctl.model.profile import Requirement
from goalctl.rules.entries import agreements, end_of, placed_entries, seen_on, sittings
from goalctl.rules.hints import ignoring, once_over
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.stopgaps import tells

_ELSE_WHY = " with its own day; else why there is none: "
_LOOKED = f"a look that was taken between belongs under reviews:{_ELSE_WHY}{ignoring('A130')}"
_LATE = "; that it came late is told until a waiver says why"
SATURDAY = 5  # as `date.weekday` counts
TWICE = 2  # our own: a measure is repeated from the second time on, and asked for from the third contact on


def plan_late(case: RuleCase) -> Iterator[Finding]:
    """The plan was not agreed to in the time, or the contacts, that the profile allows, nor before treatment ended."""
    if (limit := _made_by(case)) is None:
        return
    agreed = min((agreement.on for _, agreement in agreements(case)), default=None)
    earlier = f"an earlier agreement belongs under agreements:{_ELSE_WHY}{ignoring('A131')}"
    if agreed is None and limit < (case.plan.ended_on(case.today) or case.today):
        hint = earlier if case.plan.has_ended else ""
        yield finding_at(f"the plan was to be agreed to by {limit}, and it is not", ("opened",), hint)
    elif agreed and agreed > limit:
        yield finding_at(f"the plan was agreed to on {agreed}; it was due on {limit}", ("opened",), earlier)


def _made_by(case: RuleCase) -> date | None:
    """The last day on which it was to be agreed to: by time, and by contacts where that is later."""
    asked, opened = case.demand("A131"), case.plan.opened
    limit = _settled_by(opened, asked) if opened else None
    if limit is None or not asked.contacts:
        return limit
    contacts = seen_on(case)
    return max(limit, contacts[asked.contacts - 1]) if len(contacts) >= asked.contacts else case.today


def _settled_by(opened: date, asked: Requirement) -> date | None:
    """The last day of the time that is allowed; None where there is no limit."""
    if asked.working_days is None:
        return asked.within.after(opened) if asked.within else None
    days = (opened + timedelta(days=n) for n in range(1, (date.max - opened).days + 1))
    at_work = (day for day in days if day.weekday() < SATURDAY)
    return max(islice(at_work, asked.working_days), default=opened)


def _looks(plan: Plan) -> list[tuple[date, int]]:
    """Every look at the whole plan, by day, with its place; one at the only goal there was by then is one too."""
    return sorted((review.on, n) for n, review in enumerate(plan.reviews) if is_of_the_plan(plan, review))


def review_late(case: RuleCase) -> Iterator[Finding]:
    """More time between two looks at the whole plan than the profile allows, up to today or the discharge."""
    asked, plan = case.demand("A130"), case.plan
    if asked.within is None or plan.opened is None:
        return
    end = end_of(case)
    looks = [(day, n) for day, n in _looks(plan) if plan.opened <= day <= end]
    places: list[Path] = [("reviews", n) for _, n in looks] + [("opened",)]
    days = [plan.opened, *(day for day, _ in looks), end]
    for (before, after), place in zip(pairwise(days), places, strict=True):
        if after > asked.within.after(before):
            hint = "" if place == ("opened",) and not case.plan.has_ended else _LOOKED
            yield finding_at(f"no review from {before} to {after}; {asked.within} is allowed", place, hint)


def review_without_summary(case: RuleCase) -> Iterator[Finding]:
    """A review without a word on goals and progress."""
    for n, review in enumerate(case.plan.reviews):
        if not any(tells(one.note) for one in _together(case.plan, review)):
            hint = f"what has moved, from where to where, as a review {_beside(review)}"
            yield finding_at("the review has no summary of goals and progress", ("reviews", n), hint)


def review_without_necessity(case: RuleCase) -> Iterator[Finding]:
    """A review of the whole plan that does not say why treatment goes on; one that closes it need not."""
    for n, review in enumerate(case.plan.reviews):
        is_said = any(tells(one.necessity) for one in _together(case.plan, review))
        if review.of is None and not is_said and not _is_closing(case.plan, review):
            hint = f"say it as necessity, in a review {_beside(review)}"
            yield finding_at("the review does not say why treatment is still needed", ("reviews", n), hint)


def _together(plan: Plan, review: Review) -> list[Review]:
    """It, and what else was said that day of the same or of the plan: no review is written into afterwards."""
    that_day = [one for one in plan.reviews if one.on == review.on]
    return [one for one in that_day if None in {review.of, one.of} or one.of == review.of]


def _beside(review: Review) -> str:
    """The command for one more review of that day."""
    of = f" {review.of}" if review.of else ""
    return f"beside it: goalctl review CLIENT{of} --date {review.on}"


def _is_closing(plan: Plan, review: Review) -> bool:
    """Whether it was the end of treatment, or of the work on all there was."""
    is_the_end = plan.discharge is not None and review.on >= plan.discharge.on
    return is_the_end or review.decision in {Decision.ACHIEVED, Decision.DISCONTINUE}


def session_not_covered(case: RuleCase) -> Iterator[Finding]:
    """A session before the plan began, or after its services had run out and before a review renewed them.

    A service that was added runs from that day.
    """
    opened = case.plan.opened
    for path, entry in sittings(case) if opened else ():
        if opened and entry.date < opened:
            hint = "correct the day on which the plan was opened, or that of the session: goalctl amend CLIENT SESSION"
            yield finding_at(f"the session is before the plan, {opened}", (*path, "date"), hint)
        elif opened and entry.date > (end := _services_end(case.plan, opened, entry.date)):
            yield finding_at(f"the services of the plan ended on {end}", (*path, "date"))


def _services_end(plan: Plan, opened: date, day: date) -> date:
    """The last day of those that had begun by then; without any that ends the last of all."""
    renewed = max((look for look, _ in _looks(plan) if look <= day), default=opened)
    lasting = ((service_added_on(plan, service) or renewed, service.for_) for service in plan.services)
    begun = ((max(added, renewed), stretch) for added, stretch in lasting if stretch and added <= day)
    return max((stretch.after(first) for first, stretch in begun), default=date.max)


def no_repeated_measure(case: RuleCase) -> Iterator[Finding]:
    """No form that gives a score was filled in twice, although there were sessions enough."""
    filled = (ref for _, entry in placed_entries(case) for ref in entry.forms)
    given = Counter(own_form(case.plan, ref).any_version for ref in filled if _is_scored(case, ref))
    enough = sum(placed.entry.kind.client_came for placed in placed_entries(case)) > TWICE
    if enough and max(given.values(), default=0) < TWICE:
        once = next(iter(given), None)
        again = f"goalctl assess CLIENT {once}" if once else "at two sessions or more: goalctl assess CLIENT FORM"
        yield finding_at("no standardised measure was repeated", ("client",), once_over(case, "A161", again))


def _is_scored(case: RuleCase, ref: FormRef) -> bool:
    form = form_of(case.forms, ref)
    return form is None or form.scoring is not None


W = Severity.WARNING


def _session(entry: str) -> str:
    return f"sessions: [{{date: 2026-02-02{entry}}}]"


def _example_of_sessions(forms: str) -> str:
    return "sessions: [" + ", ".join(f"{{date: 2026-02-0{day}{forms}}}" for day in (2, 3, 4)) + "]"


RULES = (
    Rule(
        "A130", "the plan is reviewed in time", "a plan that nobody looks at is out of date", review_late, W,
        mend=f"goalctl review CLIENT{_LATE}", source="42 CFR 456.180(c); Beacon Health Options, 90 days",
        bad="opened: 2025-10-01",
        good="{opened: 2025-10-01, reviews: [{on: 2025-12-20}]}",
    ),
    Rule(
        "A131", "the plan is made in time", "treatment follows a plan, not the other way round", plan_late, W,
        mend=f"as soon as the plan is settled: goalctl agree CLIENT{_LATE}", source="the profile's own source",
        bad="{opened: 2025-10-01, agreements: [{on: 2026-01-20, who: client, how: signed}]}",
        good="{opened: 2025-10-01, agreements: [{on: 2025-10-08, who: client, how: signed}]}",
    ),
    Rule(
        "A132", "a review sums up", "an updated plan carries a summary of goals and progress",
        review_without_summary, W,
        mend="what has moved, from where to where, as a review beside it: goalctl review CLIENT",
        source="NGS Medicare, CERT findings",
        bad="reviews: [{on: 2026-02-02}]",
        good="reviews: [{on: 2026-02-02, note: Walks on three days instead of one}]",
    ),
    Rule(
        "A133", "a review says why treatment goes on", "improvement to expect, or harm if it stopped",
        review_without_necessity, W, mend="say it in a review beside it: goalctl review CLIENT", source="CGS Medicare",
        bad="reviews: [{on: 2026-02-02}]",
        good="reviews: [{on: 2026-02-02, necessity: Without sessions he stayed in bed in January}]",
    ),
    Rule(
        "A134", "the plan covers every session",
        "a session outside the plan is not paid for; a review renews its services from its day on, not before",
        session_not_covered, W,
        mend="make its services longer; a look that was taken by then belongs under reviews:"
        f"{_ELSE_WHY}{ignoring('A134')}",
        source="Beacon Health Options",
        bad="{opened: 2026-02-16, " + _session("") + "}",
        good="{opened: 2026-01-05, " + _session("") + "}",
    ),
    Rule(
        "A161", "a measure is repeated", "progress shows in the same form with a score, taken again",
        no_repeated_measure, W, mend="goalctl assess CLIENT FORM", source="Joint Commission",
        bad=_example_of_sessions(""),
        good=_example_of_sessions(", forms: {gad-7: 9}"),
    ),
)  # fmt: skip
