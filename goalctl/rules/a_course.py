"""A: what became of the plan on its way: services that stopped, measures that were dropped, risk, goals left open."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from goalctl.analysis.due.planned_forms import added_on
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.instruments.readings import is_answered_by
from goalctl.analysis.risk.attendance import plans_company
from goalctl.analysis.risk.record_command import risk_command
from goalctl.analysis.risk.said import Said, level_height, meaning_of
from goalctl.model.care import SAFETY_PLAN, PlannedAssessment
from goalctl.model.client_words import own_form
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.frequency import DAYS_OF, EverySessions, Frequency, Rate
from goalctl.model.goal import Status
from goalctl.model.ids import FormRef
from goalctl.model.people import fillers_of, joined_on
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration
from goalctl.model.session import Concern, Kind, Risk, Session
from goalctl.model.walk import placed_goals
from goalctl.rules.entries import PlacedEntry, end_of, placed_entries, sittings
from goalctl.rules.hints import once_over
from goalctl.rules.rule import Rule, RuleCase, finding_at

# Our own, all three: one appointment or questionnaire that falls out is life, the third in a row wants a word.
APPOINTMENTS_OUT = 3
INTERVALS_OUT = 2
SESSIONS_WITHOUT = 2
_DROPPED = "fill it in again: goalctl assess CLIENT FORM; or take it out of assessments: goalctl edit CLIENT"
_NOTHING = re.compile(
    r"(?:none|nobody|no[- ]?one|nothing|not|to be|will|going to|unable to|(?:could|did|was|has|have)(?: not|n't)"
    r"|no (?:action|steps?|measures?|need|follow[- ]?up))\b(?:(?!\b(?:and|but|so|until)\b)[^.,;:])*[.!]?",
    re.IGNORECASE,
)


def _days_between(every: Frequency | None) -> float | None:
    """From one appointment to the next; None where no rhythm in days is stated."""
    if isinstance(every, Duration):
        return (every.after(date(2026, 1, 1)) - date(2026, 1, 1)).days
    return DAYS_OF[every.per] / every.count if isinstance(every, Rate) else None


def _rested(plan: Plan, begin: date, end: date) -> int:
    """The days of holds between the two."""
    stretches = ((max(hold.from_, begin), min(hold.to or end, end)) for hold in plan.holds)
    return sum(max((to - since).days, 0) for since, to in stretches)


def unexplained_gap(case: RuleCase) -> Iterator[Finding]:
    """Three planned appointments in a row without an entry, a hold or an appointment agreed on that says why."""
    if not any(True for _ in sittings(case)):
        return
    for before, (path, after) in _stretches(case.once(_contacts), end_of(case)):
        since = min(max(before.entry.date, before.entry.next or date.min), after)
        rhythms = [case.once(_rhythm, _replanned_after(case.plan, day)) for day in (since, after)]
        rhythm = max(*(days or math.inf for days in rhythms), 1)
        if (after - since).days - _rested(case.plan, since, after) > rhythm * APPOINTMENTS_OUT:
            told = f"nothing on record from {since} to {after}, and nothing says why"
            yield finding_at(told, path, _what_fills(case, since, after, rhythm))


def _what_fills(case: RuleCase, since: date, after: date, rhythm: float) -> str:
    """The first day on which somebody was to come; a rest begins behind the last contact, and may be over."""
    missed = f"goalctl log-session CLIENT --date {since + timedelta(days=int(rhythm))}"
    is_over = any(placed.entry.date >= after for placed in case.once(_contacts))
    hold = f"goalctl hold CLIENT --date {since + timedelta(days=1)}"
    rest = "with both its days under holds: goalctl edit CLIENT" if is_over else f"since when: {hold}"
    return f"log what was cancelled or tried on its day: {missed}; or that it rested, {rest}"


def _contacts(case: RuleCase) -> list[PlacedEntry]:
    return [placed for placed in placed_entries(case) if placed.entry.kind is not Kind.JOURNAL]


def _replanned_after(plan: Plan, day: date) -> date | None:
    """The next day on which the trail has other services."""
    return min((one.on for one in plan.changes if one.what.startswith("services") and one.on > day), default=None)


def _rhythm(case: RuleCase, until: date | None) -> float | None:
    """Of the service that comes most often; doses and the like, oftener than weekly, may be on a sheet of their own.

    They are where half the record's contacts lie farther apart than such a service allows and another one is planned.
    Of the services before that day, on which they were planned anew.
    """
    plan = as_of(case.plan, today=until - timedelta(days=1)) if until else case.plan
    contacts = case.once(_contacts)
    rhythms = sorted(days for service in plan.services if (days := _days_between(service.every)))
    apart = [(after.entry.date - before.entry.date).days for before, after in pairwise(contacts)]
    here = [days for days in rhythms if days >= DAYS_OF["week"] or (apart and median(apart) <= days * APPOINTMENTS_OUT)]
    return next(iter(here or rhythms), None)


def _stretches(contacts: list[PlacedEntry], end: date) -> Iterator[tuple[PlacedEntry, tuple[Path, date]]]:
    """From each contact to the next, and from the last to the end; the place is that of what came after."""
    for before, after in pairwise(contacts):
        yield before, ((*after.path, "date"), after.entry.date)
    if contacts:
        yield contacts[-1], ((*contacts[-1].path, "date"), end)


def dropped_measure(case: RuleCase) -> Iterator[Finding]:
    """A form not filled in for more than twice its interval since it was last or was added, while sessions went on.

    By each who is meant to; one without a name counts for all of them.
    """
    for n, planned in enumerate(case.plan.assessments):
        for who in fillers_of(case.plan, planned.form):
            last = max(_filled_on(case, {planned.form, who}), default=None)
            begun = (last, added_on(case.plan, planned), who.respondent and joined_on(case.plan, who.respondent))
            since = max((day for day in begun if day), default=case.plan.opened)
            if since and _is_dropped(case, planned, since):
                said = f"last filled in on {last}" if last else "never filled in"
                hint = once_over(case, "A162", _DROPPED.replace("FORM", str(who)))
                yield finding_at(f"{who} is planned every {planned.every}, and was {said}", ("assessments", n), hint)


def _filled_on(case: RuleCase, wanted: set[FormRef]) -> Iterator[date]:
    for _, entry in placed_entries(case):
        filed = [own_form(case.plan, ref) for ref in entry.forms]
        if any(is_answered_by(one, ref, case.forms) for one in wanted for ref in filed):
            yield entry.date


def _is_dropped(case: RuleCase, planned: PlannedAssessment, since: date) -> bool:
    end, every = end_of(case), planned.every
    held = [entry.date for _, entry in sittings(case) if since < entry.date <= end]
    if isinstance(every, EverySessions):
        return len(held) > every.count * INTERVALS_OUT
    due = Duration(_rested(case.plan, since, end), "d").after(every.after(since))
    is_long = end > every.after(due)
    return is_long and sum(1 for day in held if day >= due) >= SESSIONS_WITHOUT


def high_risk_unanswered(case: RuleCase) -> Iterator[Finding]:
    """A record of high risk in which nothing was done, nobody consulted and no day set to follow up.

    What another record of that day or the next says of it was done, and so is the safety plan of that hour.
    """
    for path, entry in placed_entries(case):
        if entry.risk and level_height(entry.risk.level) is not None and not _is_answered(case, entry, entry.risk):
            message = f"risk {entry.risk.level}; nothing done and no follow-up on record"
            command = risk_command(case.plan, entry.risk.who, entry.risk.concern, day=entry.date)
            hint = f"record what was done and when to follow up: {command}"
            yield finding_at(message, (*path, "risk", "level"), hint)


def _is_answered(case: RuleCase, entry: Session, risk: Risk) -> bool:
    beside = (one.risk for _, one in placed_entries(case) if 0 <= (one.date - entry.date).days <= 1 and one.risk)
    answers = any(_answers(one) for one in beside if _about(case, one) == _about(case, risk))
    return answers or any(ref.id == SAFETY_PLAN for ref in entry.forms)


def _about(case: RuleCase, risk: Risk) -> tuple[str | None, Concern]:
    """Of whom it is, and of what: suicide, where it names nothing."""
    return plans_company(case.plan).person(risk.who), risk.concern or Concern.SUICIDE


def _answers(risk: Risk) -> bool:
    return bool(risk.follow_up or risk.close or any(map(_says_something, (*risk.done, risk.consulted))))


def _says_something(text: str | None) -> bool:
    """Whether it tells of anything: `none`, `nobody`, `not yet`, `could not reach her` and what will be done do not."""
    return meaning_of(text) is Said.PRESENT and not _NOTHING.fullmatch(text or "")


def active_after_discharge(case: RuleCase) -> Iterator[Finding]:
    """A goal that nobody closed when treatment ended."""
    ending = case.plan.discharge
    for path, goal in placed_goals(case.plan):
        if ending and ending.on <= case.today and goal.status in {Status.ACTIVE, Status.ON_HOLD}:
            yield finding_at(f"{goal.id} is {goal.status.value}, and treatment ended on {ending.on}", (*path, "id"))


W = Severity.WARNING


def _weekly(second: str) -> str:
    return f"{{services: [{{type: therapy, every: 1w}}], sessions: [{{date: 2026-01-26}}, {{date: {second}}}]}}"


def _forms(second: str) -> str:
    entries = f"{{date: 2026-01-27}}, {{date: 2026-02-23{second}}}, {{date: 2026-03-01}}"
    return f"{{opened: 2026-01-05, assessments: [{{form: phq-9, every: 2w}}], sessions: [{entries}]}}"


def _risk(more: str) -> str:
    return f"sessions: [{{date: 2026-02-02, risk: {{ideation: active, level: high{more}}}}}]"


def _ended(status: str) -> str:
    return f"{{status: discharged, discharge: {{on: 2026-02-02}}, goals: [{{id: g1, goal: Calls, status: {status}}}]}}"


RULES = (
    Rule(
        "A137", "services come as planned, or a word says why", "a plan of weekly hours and a month of silence differ",
        unexplained_gap, W,
        mend="log what was cancelled or tried: goalctl log-session CLIENT; or that it rested, under holds: "
        "goalctl edit CLIENT",
        source="NGS Medicare: frequency as planned; three appointments are our own figure", verified=False,
        bad=_weekly("2026-02-23"),
        good=_weekly("2026-02-16"),
    ),
    Rule(
        "A156", "high risk is answered", "a risk that was found and left alone is the first thing a reviewer reads out",
        high_risk_unanswered, W, mend="record what was done and when to follow up: goalctl risk CLIENT",
        source="common audit checklists; NPSG 15.01.01 EP 3 asks for an assessment", verified=False,
        bad=_risk(""),
        good=_risk(", follow_up: 2026-02-03"),
    ),
    Rule(
        "A162", "a planned measure is taken", "a measure that was dropped is a promise of the plan that nobody keeps",
        dropped_measure, W,
        mend=_DROPPED, source="Joint Commission, CTS.03.01.09: a standardised measure, repeated", verified=False,
        bad=_forms(""),
        good=_forms(", forms: {phq-9: 12}"),
    ),
    Rule(
        "A164", "no goal is open after the end", "how each goal came out belongs to the end of treatment",
        active_after_discharge, W,
        mend="write how it came out, status: achieved or discontinued, with closed: and the day: goalctl edit CLIENT",
        source="42 CFR 456.180(b)(6)", verified=False,
        bad=_ended("active"),
        good=_ended("achieved"),
    ),
)  # fmt: skip
