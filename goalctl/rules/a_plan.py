"""A: what an auditor looks for in the plan itself: who, why, what is provided, and who agreed to it.

Audit rules run only with a profile, and only those that it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from re import findall
from shlex import quote

from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.model.care import Consent
from goalctl.model.consent_words import is_to_treatment
from goalctl.model.finding import Finding, Severity
from goalctl.model.people import NOT_AGREED, former_members, person_who_agreed, same, those_of, those_treated
from goalctl.model.plan import How, Lifecycle, Plan
from goalctl.rules.entries import agreements, sittings
from goalctl.rules.hints import ignoring
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.stopgaps import tells

TOP = ("client",)
AS_WRITTEN = {"minutes": "minutes: 53", "every": "every: 1w", "for": "for: 12w"}
_ELSE_WHY = f"with its own day; else why there is none: {ignoring('A163')}"
PHYSICIANS = frozenset({"MD", "DO", "MBBS", "MBBCH", "MBCHB", "BMBS"})  # our own: as credentials are written


def no_author(case: RuleCase) -> Iterator[Finding]:
    """The day of the plan, its clinician or the clinician's credential is missing."""
    plan, settings = case.plan, case.settings
    if plan.opened is None:
        yield finding_at("the plan has no day: opened is missing", TOP, "add opened:")
    author = plan.clinician or settings.clinician
    if author is None:
        yield finding_at("the plan names no clinician", TOP, "add clinician:")
    elif author not in settings.clinicians or not settings.clinicians[author].credential:
        hint = "add it to clinicians: in goalctl.yaml"
        place = ("clinician",) if plan.clinician else TOP
        yield finding_at("the clinician's credential is not on record", place, hint)


def no_diagnosis(case: RuleCase) -> Iterator[Finding]:
    """No diagnosis."""
    if not case.plan.diagnoses:
        yield finding_at("the plan has no diagnosis", TOP)


def no_functioning(case: RuleCase) -> Iterator[Finding]:
    """Nothing about how the client manages day to day."""
    if not tells(case.plan.functioning):
        yield finding_at("the level of functioning is not described", TOP)


def no_evidence(case: RuleCase) -> Iterator[Finding]:
    """A problem without how it shows."""
    for n, problem in enumerate(case.plan.problems):
        if not tells(problem.evidence):
            yield finding_at(f"{problem.id} does not say how it shows", ("problems", n, "id"))


def no_strengths(case: RuleCase) -> Iterator[Finding]:
    """No strengths of the client."""
    if not any(map(tells, case.plan.strengths)):
        yield finding_at("the plan names no strengths", TOP)


def no_preferences(case: RuleCase) -> Iterator[Finding]:
    """No preferences of the client."""
    if not any(map(tells, case.plan.preferences)):
        yield finding_at("the plan names no preferences", TOP)


def no_service(case: RuleCase) -> Iterator[Finding]:
    """No service, or one without amount, frequency or duration."""
    if not case.plan.services:
        yield finding_at("the plan names no service", TOP)
    for n, service in enumerate(case.plan.services):
        parts = {"minutes": service.minutes, "every": service.every, "for": service.for_}
        missing = [name for name, value in parts.items() if not value]
        if missing:
            hint = f"add to it, as agreed: {', '.join(AS_WRITTEN[name] for name in missing)}"
            yield finding_at(f"the service lacks {', '.join(missing)}", ("services", n), hint)


def no_place(case: RuleCase) -> Iterator[Finding]:
    """A service without the place where it is provided."""
    for n, service in enumerate(case.plan.services):
        if not service.place:
            yield finding_at("the service names no place", ("services", n))


def no_participation(case: RuleCase) -> Iterator[Finding]:
    """No agreement by the client, or one that was declined or impossible without a reason and not given since."""
    heard = [(n, entry, who) for n, entry in agreements(case) if (who := person_who_agreed(case.plan, entry))]
    if not heard:
        yield finding_at("neither the client's agreement nor the reason for its absence is on record", TOP)
    for n, entry, who in heard:
        since = (one for _, one, by in heard if by == who and one.on >= entry.on)
        if entry.how in NOT_AGREED and not any(tells(one.because) or one.how not in NOT_AGREED for one in since):
            why = f"goalctl agree CLIENT --who {quote(entry.who)} --how {entry.how.value} --date {entry.on}"
            yield finding_at("the reason is not on record", ("agreements", n), f"once more, with --because: {why}")


def _was_signed(case: RuleCase) -> bool:
    """Whether it was signed by the clinician of that day, who is another one now."""
    handed = sorted((one.on, str(one.from_)) for one in case.plan.changes if one.what == "clinician" and not one.of)
    signed = ((entry.on, entry.who) for _, entry in agreements(case) if entry.how is How.SIGNED)
    return any(same(who, next((old for on, old in handed if on >= day), "")) for day, who in signed)


def _has_signed(case: RuleCase, who: str | None) -> bool:
    signed = (entry.who for _, entry in agreements(case) if entry.how is How.SIGNED)
    return who is not None and any(same(name, who) for name in signed)


def not_signed(case: RuleCase) -> Iterator[Finding]:
    """The clinician has not signed the plan, nor has who was its clinician on the day of signing."""
    author = case.plan.clinician or case.settings.clinician
    if author and not (_has_signed(case, author) or _was_signed(case)):
        hint = f"let the clinician sign: goalctl agree CLIENT --who {quote(author)} --how signed"
        yield finding_at("the clinician has not signed the plan", TOP, hint)


def _credential(case: RuleCase, who: str) -> str:
    known = case.settings.clinicians.get(who)
    return (known and known.credential) or ""


def _is_physician(case: RuleCase, who: str) -> bool:
    return not PHYSICIANS.isdisjoint(findall(r"[A-Z]+", _credential(case, who).replace(".", "").upper()))


def not_countersigned(case: RuleCase) -> Iterator[Finding]:
    """The supervisor has not signed the plan, or, where the profile asks for one, no physician has."""
    supervisor, by_physician = case.plan.supervisor, case.demand("A122").physician
    if by_physician and any(_has_signed(case, who) for who in case.settings.clinicians if _is_physician(case, who)):
        return
    if supervisor is None:
        yield finding_at(
            "the plan names no supervisor or physician", TOP, "add supervisor:, and let them sign the plan"
        )
    elif by_physician and _credential(case, supervisor) and not _is_physician(case, supervisor):
        hint = "name the physician under supervisor:, and let them sign"
        yield finding_at("no physician has signed the plan", ("supervisor",), hint)
    elif not _has_signed(case, supervisor):
        hint = f"let the supervisor sign: goalctl agree CLIENT --who {quote(supervisor)} --how signed"
        yield finding_at("the supervisor has not signed the plan", ("supervisor",), hint)


def no_discharge_criteria(case: RuleCase) -> Iterator[Finding]:
    """Nothing says when treatment will be over."""
    if not tells(case.plan.discharge_criteria):
        yield finding_at("the plan has no discharge criteria", TOP)


def no_consent(case: RuleCase) -> Iterator[Finding]:
    """No consent to treatment, or a session, or an open plan today, on a day when none held; the first is told.

    Of several members each consents for themselves, or a guardian, or nobody is named.
    """
    given = [(n, consent) for n, consent in enumerate(case.plan.consents) if is_to_treatment(consent)]
    if not any(consent.on <= case.today for _, consent in given):
        yield finding_at("consent to treatment is not on record", TOP, _to_give(case.plan.members))
        return
    for day, who in _treated(case):
        if not any(one.holds_on(day) and _is_by(case.plan, one, who) for _, one in given):
            of_whom = f" by {who}" if case.plan.members else ""
            named = f", who: {who}" if case.plan.members else ""
            hint = f"one that held then belongs under consents: {{what: treatment{named}, on: …}} {_ELSE_WHY}"
            yield finding_at(f"no consent to treatment{of_whom} held on {day}", ("consents", given[0][0]), hint)
            return


def _to_give(members: tuple[str, ...]) -> str:
    """What is to be added for each of them, or for the client."""
    each = f"of {' and of '.join(members)}, as " if members else ""
    who = f", who: {members[0]}" if members else ""
    return f"once it is given, add under consents: {each}{{what: treatment{who}, on: …}}"


def _is_by(plan: Plan, consent: Consent, who: str) -> bool:
    """Whether it is that person's: not if another of them gave it."""
    others = {name.casefold() for name in (*plan.members, *former_members(plan))}
    others -= {who.casefold(), *(name.casefold() for name in plan.guardians)}
    return consent.who is None or consent.who.casefold() not in others


def _treated(case: RuleCase) -> Iterator[tuple[date, str]]:
    """Who was there, by the days of its sessions, and today, where treatment goes on, everybody."""
    plan = case.plan
    for _, entry in sittings(case):
        yield from ((entry.date, who) for who in (those_of(plan, entry) if plan.members else those_treated(plan)))
    if plan.status is Lifecycle.ACTIVE and plan.discharge is None and not is_on_hold(case):
        yield from ((case.today, who) for who in those_treated(plan))


W = Severity.WARNING
_PAYERS = "Medicare Benefit Policy Manual, ch. 6, §70.1"

RULES = (
    Rule(
        "A101", "author and day of the plan", "a plan is somebody's, of some day", no_author, W,
        mend="add opened: and clinician:, and the credential under clinicians: in goalctl.yaml",
        source="common audit checklists", verified=False, waits=True,
        bad="{clinician: nobody.known}",
        good="{clinician: m.kowalski, opened: 2026-01-05}",
    ),
    Rule(
        "A102", "a diagnosis", "a payer pays for the treatment of something", no_diagnosis, W,
        mend="add diagnoses: [{code: F32.1, name: …, on: …, by: …}]", source=_PAYERS, waits=True,
        bad="{}",
        good="diagnoses: [{code: F32.1}]",
    ),
    Rule(
        "A103", "the level of functioning", "need and progress show in what someone can do", no_functioning, W,
        mend="add functioning: …", source="42 CFR 456.180", waits=True,
        bad="{}",
        good="functioning: Off work since January",
    ),
    Rule(
        "A104", "how a problem shows", "symptoms make a problem of a word", no_evidence, W,
        mend="add evidence: …", source="42 CFR 456.180", waits=True,
        bad="problems: [{id: p1, problem: Low mood}]",
        good="problems: [{id: p1, problem: Low mood, evidence: Slept four hours a night in January}]",
    ),
    Rule(
        "A105", "the client's strengths", "a plan builds on what is there", no_strengths, W,
        mend="add strengths: […]", source="Joint Commission", waits=True,
        bad="{}",
        good="strengths: [patient]",
    ),
    Rule(
        "A106", "the client's preferences", "how someone wants to be helped belongs in the plan", no_preferences, W,
        mend="add preferences: […]", source="Joint Commission", waits=True,
        bad="{}",
        good="preferences: [mornings]",
    ),
    Rule(
        "A117", "type, amount, frequency and duration of services", "they have to be stated, not implied",
        no_service, W,
        mend="add services: [{type: individual psychotherapy, minutes: 53, every: 1w, for: 12w}]", source=_PAYERS,
        bad="services: [{type: individual psychotherapy, every: 1w}]",
        good="services: [{type: individual psychotherapy, minutes: 53, every: 1w, for: 12w}]", waits=True,
    ),
    Rule(
        "A118", "the place of a service", "site and intensity belong to each service", no_place, W,
        mend="add place: office", source="77 Ill. Adm. Code 2060.421", waits=True,
        bad="services: [{type: counselling}]",
        good="services: [{type: counselling, place: office}]",
    ),
    Rule(
        "A120", "the client took part", "a plan is made with the client, or says why not", no_participation, W,
        mend="signed, verbal, declined or unable, with the reason: goalctl agree CLIENT",
        source="77 Ill. Adm. Code 2060.421; Mont. ARM 37.106.1916(e)", waits=True,
        bad="agreements: [{on: 2026-01-12, who: client, how: declined}]",
        good="agreements: [{on: 2026-01-12, who: client, how: declined, because: wants to wait for his wife}]",
    ),
    Rule(
        "A121", "the clinician's signature", "who answers for the plan signs it", not_signed, W,
        mend="let the clinician sign: goalctl agree CLIENT", source=_PAYERS, waits=True,
        bad="clinician: m.kowalski",
        good="{clinician: m.kowalski, agreements: [{on: 2026-01-12, who: m.kowalski, how: signed}]}",
    ),
    Rule(
        "A122", "a second signature", "here a physician or supervisor answers for the plan too", not_countersigned, W,
        mend="let the supervisor sign: goalctl agree CLIENT", source=_PAYERS, waits=True,
        bad="supervisor: s.lee",
        good="{supervisor: s.lee, agreements: [{on: 2026-01-12, who: s.lee, how: signed}]}",
    ),
    Rule(
        "A160", "discharge criteria", "treatment that has no end in sight is not planned", no_discharge_criteria, W,
        mend="add discharge_criteria: …, with the level of functioning to reach",
        source="Mont. ARM 37.106.1916(g); 42 CFR 456.180(b)(6)", waits=True,
        bad="{}",
        good="discharge_criteria: Back at work for four weeks",
    ),
    Rule(
        "A163", "consent to treatment", "treatment begins with consent, and goes on while it holds", no_consent, W,
        mend="once it is given, add under consents: {what: treatment, on: …}",
        source="common audit checklists", verified=False, waits=True,
        bad="{}",
        good="consents: [{what: treatment, on: 2026-01-05}]",
    ),
)  # fmt: skip
