"""A: who had to agree, to answer for the work or to be asked before something left the house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from shlex import quote

from goalctl.model.consent_words import NOT_SAID, is_named_in, is_recipient, is_taken_back, letting_out
from goalctl.model.finding import Finding, Severity
from goalctl.model.people import person_named, person_who_agreed, same
from goalctl.model.plan import Plan
from goalctl.rules.entries import agreements, placed_entries, sittings
from goalctl.rules.rule import Rule, RuleCase, finding_at

ENOUGH_SESSIONS = 3  # our own: a supervisor sees the first two when the third is held
OWN_PAGE = "client report"  # where nobody says to whom it went, the client has it
HANDED_OVER = "transfer report"


def not_everybody_agreed(case: RuleCase) -> Iterator[Finding]:
    """A member, or every guardian of a minor, whose word is missing where somebody else's is on record."""
    plan = case.plan
    heard = {person for _, agreement in agreements(case) if (person := person_who_agreed(plan, agreement))}
    if not heard:
        return  # A120 tells that nobody agreed
    missing = [name for name in plan.members if name not in heard]
    if missing:
        yield finding_at(f"{' and '.join(missing)} neither agreed nor declined", ("members",), _asking(missing[0]))
    if plan.guardians and not heard & set(plan.guardians):
        hint = _asking(plan.guardians[0])
        yield finding_at(f"no guardian agreed: {' or '.join(plan.guardians)}", ("guardians",), hint)


def _asking(whom: str) -> str:
    return f"ask, and note what was said, or why not: goalctl agree CLIENT --who {quote(whom)}"


def supervisor_signed_nothing(case: RuleCase) -> Iterator[Finding]:
    """A supervisor who signed neither the plan nor an entry, three sessions after the day they were named."""
    who = case.plan.supervisor
    if who is None or _sessions_under_supervision(case) < ENOUGH_SESSIONS:
        return
    if not any(same(name, who) for name in _signers(case)):
        sign, agree = f"goalctl sign CLIENT --by {quote(who)}", f"goalctl agree CLIENT --who {quote(who)} --how signed"
        is_there = any(entry.signed or entry.by == who for _, entry in placed_entries(case))
        after = "" if is_there else " that its clinician has signed before"
        hint = f"let the supervisor sign an entry{after}: {sign}; or the plan: {agree}"
        yield finding_at(f"{who} signed neither the plan nor an entry", ("supervisor",), hint)


def _sessions_under_supervision(case: RuleCase) -> int:
    """How many were held after the day on which the supervisor was named; all, where the trail names none."""
    named = (one.on for one in case.plan.changes if one.what == "supervisor" and one.on <= case.today)
    since = max(named, default=None)
    return sum(1 for _, entry in sittings(case) if since is None or entry.date > since)


def _signers(case: RuleCase) -> Iterator[str]:
    """Whoever agreed to the plan or signed an entry."""
    yield from (agreement.who for _, agreement in agreements(case))
    yield from (one.by for _, entry in placed_entries(case) for one in entry.signed if one.on <= case.today)


def released_unasked(case: RuleCase) -> Iterator[Finding]:
    """A document that left without the client's release; of several members P110 tells it."""
    plan = case.plan
    for n, release in enumerate(() if plan.members else plan.releases):
        if release.on <= case.today and not may_leave(plan, to=release.to, what=release.what, on=release.on):
            yield finding_at(
                f"released to {release.to} on {release.on}; no release to them that held is on record", ("releases", n)
            )


def may_leave(plan: Plan, *, to: str, what: str, on: date) -> bool:
    """Whether the client released it to them, or nobody has to ask.

    That is the client's own copy, what a payer needs to pay, and a summary for the colleague who treats from now on.
    Records under Part 2 leave for nobody without consent; of several members each has to be asked for themselves.
    """
    is_own = person_named(plan, to.casefold()) is not None or (what.startswith(OWN_PAGE) and to == NOT_SAID)
    is_payment = not plan.part2 and any(is_named_in(each.payer, to) for each in plan.authorizations)
    return is_own or is_payment or is_handed_over(plan, what) or _is_released(plan, to, on)


def is_handed_over(plan: Plan, what: str) -> bool:
    """Whether it is for the colleague who treats from then on, and the plan is of no Part 2 program."""
    return what.startswith(HANDED_OVER) and not plan.part2


def _is_released(plan: Plan, to: str, on: date) -> bool:
    days = (one.release for one in plan.care_team if one.release and one.release <= on and is_recipient(one.who, to))
    return bool(letting_out(plan.consents, on, to=to)) or any(
        not any(is_taken_back(consent, since, on, to=to) for consent in plan.consents) for since in days
    )


W = Severity.WARNING
_SIGNED = "{on: 2026-01-12, who: client, how: signed}"
_LEFT = "releases: [{on: 2026-02-02, to: Harbour Freight, what: progress report}]"
_SUPERVISED = "supervisor: s.lee, sessions: [" + ", ".join(f"{{date: 2026-02-0{day}{{}}}}" for day in (2, 3, 4)) + "]"

RULES = (
    Rule(
        "A123", "everybody agreed", "a plan for two, or for a minor, is agreed to by each, or by a guardian",
        not_everybody_agreed, W, mend="ask, and note what they said, or why not: goalctl agree CLIENT",
        source="77 Ill. Adm. Code 2060.421; Mont. ARM 37.106.1916(e)", waits=True,
        bad=f"{{format: 2, guardians: [mother], agreements: [{_SIGNED}]}}",
        good=f"{{format: 2, guardians: [mother], agreements: [{_SIGNED}, {_SIGNED.replace('client', 'mother')}]}}",
    ),
    Rule(
        "A124", "the supervisor signs", "who is named as answering for the work is seen to have looked at it",
        supervisor_signed_nothing, W,
        mend="let the supervisor sign an entry: goalctl sign CLIENT; or the plan: goalctl agree CLIENT",
        source="rules for supervised practice", verified=False, waits=True,
        bad="{" + _SUPERVISED.replace("{}", "") + "}",
        good="{" + _SUPERVISED.replace("{}", ", signed: [{by: s.lee, on: 2026-02-05, role: supervisor}]") + "}",
    ),
    Rule(
        "A165", "nothing leaves without a release", "who reads about treatment is for the client to say; a "
        "release that names somebody holds for nobody else; a payer and the colleague who takes over need none, but "
        "for records of Part 2",
        released_unasked, W,
        mend="tell the supervisor; a release that was given belongs under consents: with its own day; what a court "
        "ordered is waived: # goalctl: ignore A165 order of DAY",
        source="45 CFR 164.508, 164.506(c) for payment and treatment; 42 CFR 2.31 for Part 2 programs", verified=False,
        bad=f"{{{_LEFT}}}",
        good=f"{{{_LEFT}, consents: [{{what: release of information, on: 2026-02-02}}]}}",
    ),
)  # fmt: skip
