"""P: what of several people leaves the house: whose release is missing, now and when a document left."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.consent_words import NOT_SAID, without_release
from goalctl.model.finding import Finding, Severity
from goalctl.model.people import person_named
from goalctl.model.plan import Plan
from goalctl.rules.a_people import OWN_PAGE, is_handed_over
from goalctl.rules.rule import PlanSeen, Rule, RuleCase, finding_at


def no_release(case: RuleCase) -> Iterator[Finding]:
    """A member without a release that holds today."""
    if missing := without_release(case.plan, case.today):
        hint = _MEND.replace("NAME", missing[0])
        yield finding_at(f"no release by {' and '.join(missing)} holds today", ("members",), hint)


def released_without(case: RuleCase) -> Iterator[Finding]:
    """A document that left by the day while a member's release to whom it went was missing; own pages need none."""
    for n, release in enumerate(case.plan.releases):
        missing = without_release(case.plan, release.on, to=release.to)
        if missing and release.on <= case.today and not needs_none(case.plan, to=release.to, what=release.what):
            who = " and ".join(missing)
            yield finding_at(f"released to {release.to} on {release.on} without a release by {who}", ("releases", n))


def needs_none(plan: Plan, *, to: str, what: str) -> bool:
    """Whether it is one's own page, which holds nothing of the others, or for the colleague who takes over."""
    is_theirs = to == NOT_SAID or person_named(plan, to.casefold()) is not None
    return (is_theirs and what.startswith(OWN_PAGE)) or is_handed_over(plan, what)


_SOURCE = "45 CFR 164.508: each person authorizes for themselves, and may revoke"
_MEND = "once it is given, add under consents: {what: release of information, who: NAME, on: …}"
_ANNA, _BEN = (f"{{what: release of information, who: {who}, on: 2026-01-12}}" for who in ("anna", "ben"))
_GIVEN = f"{_ANNA}, {_BEN}"
_MEMBERS = "format: 2, members: [anna, ben]"
_LEFT = "releases: [{on: 2026-02-02, to: State Plan, what: record report}]"

RULES = (
    Rule(
        "P109",
        "a member's release is missing",
        "a record of several people holds what each of them said; none may release it for another",
        no_release,
        Severity.INFO,
        mend=_MEND,
        source=_SOURCE,
        bad=f"{{{_MEMBERS}, consents: [{_ANNA}]}}",
        good=f"{{{_MEMBERS}, consents: [{_GIVEN}]}}",
        waits=True,
        sees=PlanSeen.OF_THE_FILE,
    ),
    Rule(
        "P110",
        "a document left without a member's release",
        "what one member said was disclosed on the word of another",
        released_without,
        Severity.WARNING,
        mend="tell the supervisor; a release of an earlier day belongs under consents: with its own day",
        source=_SOURCE,
        bad=f"{{{_MEMBERS}, {_LEFT}}}",
        good=f"{{{_MEMBERS}, consents: [{_GIVEN}], {_LEFT}}}",
        sees=PlanSeen.OF_THE_FILE,
    ),
)
