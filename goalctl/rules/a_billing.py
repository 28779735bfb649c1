"""A: what was billed: codes and their minutes, who was there, and whether a payer had agreed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from goalctl.model.billing import ApprovalUse, uses_of
from goalctl.model.care import Authorization
from goalctl.model.finding import Finding, Severity
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import members_on, person_named
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.rules.entries import PlacedEntry, placed_entries
from goalctl.rules.rule import Rule, RuleCase, finding_at

# The CPT time rules for psychotherapy; common knowledge, not looked up again. What is added to a visit (90833, 90836,
# 90838) counts the minutes of psychotherapy alone. 90791 and 90792 have no time.
CPT_MINUTES = {
    "90832": (16, 37), "90833": (16, 37), "90834": (38, 52), "90836": (38, 52), "90837": (53, None),
    "90838": (53, None), "90839": (30, None), "90846": (26, None), "90847": (26, None),
}  # fmt: skip
WITH_THE_CLIENT = frozenset({"90832", "90833", "90834", "90836", "90837", "90838"})
WITHOUT_THE_CLIENT, WITH_THE_FAMILY = "90846", "90847"
# Psychiatry's own section of the CPT, every number of it that is in use; what lies between has ended or never was.
_SECTION = range(90785, 90900)
_IN_USE = frozenset([
    90785, 90791, 90792, *range(90832, 90835), *range(90836, 90841), 90845, 90846, 90847, 90849, 90853, 90863, 90865,
    *range(90867, 90871), 90875, 90876, 90880, 90882, 90885, 90887, 90889, 90899,
])  # fmt: skip
_ROLE = (
    r"(?:co-?)?(?:clinician|therapist|counsell?or|supervisor|interpreter|translator|student|trainee|intern|observer)s?"
)
# A student daughter is family, a student therapist, an interpreter for Arabic and a trainee (second year) are not.
_AT_WORK = re.compile(
    rf"\b{_ROLE}(?= ?(?:$|[(,;:/]|-)| (?:and|for|from|of|by|in)\b| {_ROLE}\b| (?-i:[A-Z]))", re.IGNORECASE
)
_SHAPE = re.compile(r"\d{5}|\d{4}[FTU]|[A-Z]\d{4}", re.ASCII)
_MODIFIER = re.compile(r"[-:;,/ ]")


def code_of(text: str) -> str:
    """The code without its modifiers: `90837-95` is 90837."""
    return _MODIFIER.split(text.strip().upper(), maxsplit=1)[0]


def _coded(case: RuleCase) -> Iterator[tuple[PlacedEntry, int, str]]:
    for placed in placed_entries(case):
        yield from ((placed, n, code_of(code)) for n, code in enumerate(placed.entry.cpt))


def is_timed(entry: Session) -> bool:
    """Whether it was billed by a code that counts minutes."""
    return any(code_of(code) in CPT_MINUTES for code in entry.cpt)


def wrong_code(case: RuleCase) -> Iterator[Finding]:
    """A psychotherapy code that the session's length does not allow, or any code for one that was missed."""
    for placed, n, code in _coded(case):
        if message := _misfit(placed.entry, code):
            yield finding_at(message, (*placed.path, "cpt", n))


def _misfit(entry: Session, code: str) -> str | None:
    if entry.kind.did_not_take_place:
        return f"a {entry.kind} carries no CPT code"
    low, high = CPT_MINUTES.get(code, (None, None))
    if low is None or entry.length is None or (entry.length >= low and (high is None or entry.length <= high)):
        return None
    return f"{code} is for {low} to {high} minutes" if high else f"{code} is for {low} minutes or more"


def no_such_code(case: RuleCase) -> Iterator[Finding]:
    """A code that has no code's shape, or that the CPT's section of psychiatry does not have, or no longer."""
    for placed, n, code in _coded(case):
        if not _SHAPE.fullmatch(code):
            yield finding_at(f"{code} is no CPT or HCPCS code", (*placed.path, "cpt", n))
        elif code.isdecimal() and int(code) in _SECTION and int(code) not in _IN_USE:
            yield finding_at(f"there is no code {code}, or no longer", (*placed.path, "cpt", n))


def not_who_was_there(case: RuleCase) -> Iterator[Finding]:
    """A code that asks for the client, or for the family, and others were there."""
    for placed, n, code in _coded(case):
        entry = placed.entry
        if entry.present and not entry.kind.did_not_take_place and (message := _wrong_company(case, entry, code)):
            yield finding_at(message, (*placed.path, "cpt", n))


def _wrong_company(case: RuleCase, entry: Session, code: str) -> str | None:
    """Of several members one may be the client of that hour: 90846 is wrong only where nobody was missing."""
    who, treated = " and ".join(entry.present), members_on(case.plan, entry.date)
    there = _there(case.plan, entry, treated)
    if code in WITH_THE_CLIENT and not there:
        return f"{code} is with the client, who was not there"
    if code == WITHOUT_THE_CLIENT and len(there) == len(treated):
        return f"{code} is without the client, who was there"
    if code == WITH_THE_FAMILY and (not there or len(_not_at_work(case, entry)) == 1):
        return f"{code} is with client and family, and only {who} {'was' if len(entry.present) == 1 else 'were'} there"
    return None


def _there(plan: Plan, entry: Session, treated: tuple[str, ...]) -> set[str]:
    """Who of them was there: of those who were treated that day, before another joined or after one left."""
    members = () if treated == (CLIENT_RATER,) else treated
    then = plan if plan.members == members else plan.copy_with(members=members)
    named = (person_named(then, word) for word in entry.present)
    return {name for name in named if name in treated}


def _not_at_work(case: RuleCase, entry: Session) -> list[str]:
    """Who was there without the clinicians, an interpreter and the like."""
    at_work = {case.plan.clinician, case.plan.supervisor, entry.by, *case.settings.clinicians}
    return [word for word in entry.present if word not in at_work and not _AT_WORK.search(word)]


def beyond_an_authorization(case: RuleCase) -> Iterator[Finding]:
    """What was billed when every authorization had ended or was used up; nothing is asked before the first began."""
    approved = case.plan.authorizations
    begin = min((each.from_ for each in approved), default=date.max)
    for placed, use in _billed(case):
        if use.is_beyond and placed.entry.date >= begin:
            yield finding_at(_beyond(approved, use, placed.entry.date), (*placed.path, "date"))


def _billed(case: RuleCase) -> list[tuple[PlacedEntry, ApprovalUse]]:
    placed = placed_entries(case)
    return [(placed[use.entry], use) for use in uses_of([one.entry for one in placed], case.plan.authorizations)]


def _beyond(approved: tuple[Authorization, ...], use: ApprovalUse, day: date) -> str:
    if use.of is not None:
        used = approved[use.of]
        until = f"that {used.payer} authorized until {used.to}"
        one = f"the one session {until} was used before"
        return one if used.sessions == 1 else f"all {used.sessions} sessions {until} were used before"
    ended = max(each.to for each in approved if each.to < day)
    return f"no authorization covers this day; the last one before it ended on {ended}"


def while_treatment_rested(case: RuleCase) -> Iterator[Finding]:
    """What was billed inside a hold, its first and last day left out, or after the discharge; a crisis may be."""
    ended = case.plan.discharge.on if case.plan.discharge else None
    for placed, _ in _billed(case):
        day = placed.entry.date
        rests = [hold for hold in case.plan.holds if hold.from_ < day and (hold.to is None or day < hold.to)]
        if placed.entry.kind is Kind.CRISIS:
            continue
        if ended and day > ended:
            yield finding_at(f"treatment ended on {ended}", (*placed.path, "date"))
        elif rests:
            yield finding_at(f"treatment rested since {rests[0].from_}", (*placed.path, "date"))


W = Severity.WARNING
_CODES = "CPT, psychiatry"


def _session(entry: str) -> str:
    return f"sessions: [{{date: 2026-02-02{entry}}}]"


def _authorized(until: str) -> str:
    return f"authorizations: [{{payer: State Plan, from: 2026-01-05, to: {until}, sessions: 1}}]"


RULES = (
    Rule(
        "A135", "billed within the authorization", "what nobody approved is not paid, or has to be paid back",
        beyond_an_authorization, W,
        mend="ask the payer for more, and add it under authorizations; a session of another payer needs its own",
        source="payers' terms of authorization", verified=False,
        bad="{" + _authorized("2026-02-01") + ", " + _session("") + "}",
        good="{" + _authorized("2026-02-02") + ", " + _session("") + "}",
    ),
    Rule(
        "A136", "nothing is billed while treatment rests", "a plan on hold or ended covers no session",
        while_treatment_rested, W,
        mend="correct the day, or when treatment went on: goalctl amend CLIENT SESSION; or goalctl edit CLIENT",
        source="Beacon Health Options: the plan covers the date of every session",
        bad="{holds: [{from: 2026-02-01, to: 2026-02-03}], " + _session(", cpt: [90834]") + "}",
        good="{holds: [{from: 2026-02-01, to: 2026-02-02}], " + _session(", cpt: [90834]") + "}",
    ),
    Rule(
        "A149", "code and length agree",
        "90832 and 90833 are 16 to 37 minutes, 90834 and 90836 38 to 52, 90837 and 90838 53 or more; 90846 and 90847 "
        "26 or more, 90839 30 or more; 90791 has no time; of 90833, 90836 and 90838 the minutes of psychotherapy count",
        wrong_code, W,
        mend="beside a visit say those of psychotherapy, as minutes: 30; else correct the code or the time: "
        "goalctl amend CLIENT SESSION", source="CPT time rules for psychotherapy",
        bad=_session(", time: 10:00-10:45, cpt: [90837]"),
        good=_session(", time: 10:00-10:45, cpt: [90834]"), verified=False,
    ),
    Rule(
        "A154", "the code exists", "what is billed by a code that has ended comes back", no_such_code, W,
        mend="correct the code: goalctl amend CLIENT SESSION", source=_CODES, verified=False,
        bad=_session(", cpt: [90806]"),
        good=_session(", cpt: [90834-95]"),
    ),
    Rule(
        "A155", "the code fits who was there",
        "90846 is without the client, 90847 with client and family; who is there to work, or interprets, is no family",
        not_who_was_there, W,
        mend="correct the code, or who was present: goalctl amend CLIENT SESSION", source=_CODES, verified=False,
        bad=_session(", present: [client, mother], cpt: [90846]"),
        good=_session(", present: [client, mother], cpt: [90847]"),
    ),
)  # fmt: skip
