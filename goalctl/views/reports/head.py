"""The top and the end of a report: whose it is, by whom, on which day, and where it is signed."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.history.digest import is_of_plan
from goalctl.analysis.history.end_doubt import end_doubt
from goalctl.model.care import PART2_NOTICE
from goalctl.model.people import has_several, people_of, person_who_agreed, same
from goalctl.model.plan import Agreement, How, Plan
from goalctl.views.reports.parts import Head, ReportFact, Scope, SignatureLine, day_words, facts_of, list_words
from goalctl.views.words.as_of import doubt_words

CLIENT = "client"
CLINICIAN = "Clinician"
STAFF = (CLINICIAN, "Supervisor")


def head_of(scope: Scope, title: str, *facts: ReportFact, alone: bool = False) -> Head:
    """The head; `alone` leaves out everything but the client and the day, for a page that the client takes home."""
    plan, identity = scope.plan, scope.identity
    about = (
        ReportFact("Name", identity.name or ""),
        ReportFact("Date of birth", day_words(identity.birth_date)),
        ReportFact("Member ID", identity.member_id or ""),
    )
    return Head(
        title=title,
        client=plan.client,
        name=identity.name or "",
        day=scope.today.isoformat(),
        identity=about[:1] if alone else about,
        facts=() if alone else (*_who(scope), *facts),
        mark="" if alone else "Confidential",
        notice="" if alone or not plan.part2 else PART2_NOTICE,
        paper=scope.settings.paper.value,
    )


def period_of(scope: Scope) -> str:
    """The stretch that the report tells about, `2026-01-12 to 2026-06-15`."""
    start = scope.begin or scope.plan.opened
    return f"{start} to {scope.end}" if start else f"up to {scope.end}"


def _who(scope: Scope) -> tuple[ReportFact, ...]:
    plan, doubt = scope.plan, end_doubt(scope.plan, today=scope.end)
    return facts_of(
        ("End of treatment", doubt and f"does not hold: {doubt.words}"),
        ("Clinician", clinician_words(scope, scope.case.clinician)),
        ("Supervisor", clinician_words(scope, plan.supervisor)),
        ("Plan opened", plan.opened),
        ("Status", plan.status.value),
        ("This day", doubt_words(scope.case)),
    )


def clinician_words(scope: Scope, who: str | None) -> str:
    """`M. Kowalski, LPC, licence 12345` as the settings have it, else the id as it stands in the plan."""
    if who is None:
        return ""
    found = scope.settings.clinicians.get(who)
    if found is None:
        return who
    return list_words([found.name or who, found.credential, f"licence {found.licence}" if found.licence else None])


def signed_name(scope: Scope, who: str | None) -> str:
    """The same without the licence, for tables: `M. Kowalski, LPC`."""
    found = scope.settings.clinicians.get(who) if who else None
    return list_words([found.name or who, found.credential]) if found else who or ""


def signature_lines(scope: Scope, *, with_client: bool) -> tuple[SignatureLine, ...]:
    """A line for each who signs, with the newest agreement on record beside it."""
    return tuple(_signature_lines(scope, with_client=with_client))


def _signature_lines(scope: Scope, *, with_client: bool) -> Iterator[SignatureLine]:
    plan = scope.plan
    if with_client and (plan.members or has_several(plan)):
        yield from (_line_of(scope, name) for name in people_of(plan))
    elif with_client:
        recorded = _newest_agreement(scope, CLIENT)
        yield SignatureLine("Client or guardian", _client_words(scope), recorded)
    for role, who in zip(STAFF, (scope.case.clinician, plan.supervisor), strict=True):
        if who:
            yield SignatureLine(role, clinician_words(scope, who), _newest_agreement(scope, who) if with_client else "")


def _line_of(scope: Scope, name: str) -> SignatureLine:
    """Where one of several people signs: the client, a member or a guardian."""
    plan = scope.plan
    role = "Guardian" if name in plan.guardians else "Member" if plan.members else "Client"
    return SignatureLine(role, _client_words(scope) if name == CLIENT else name, _newest_agreement(scope, name))


def _client_words(scope: Scope) -> str:
    return scope.identity.name or f"client {scope.plan.client}"


def _newest_agreement(scope: Scope, who: str) -> str:
    newest = newest_agreement(scope.plan, who)
    return f"{agreement_words(newest)}; {fits_words(scope, newest)}" if newest else ""


def newest_agreement(plan: Plan, who: str) -> Agreement | None:
    """What somebody said last, under whichever word for them it stands."""
    return next((one for one in newest_of_each(plan) if same(_whose(plan, one), who)), None)


def newest_of_each(plan: Plan) -> tuple[Agreement, ...]:
    """Of everybody what they said last: that they agree, or that they do not or can't."""
    newest = {_whose(plan, one).casefold(): one for one in sorted(plan.agreements, key=lambda one: one.on)}
    return tuple(newest.values())


def _whose(plan: Plan, agreement: Agreement) -> str:
    return person_who_agreed(plan, agreement) or agreement.who


def agreement_words(agreement: Agreement) -> str:
    """`signed 2026-01-26 (paper chart)`, with the reason where there is one."""
    where = f" ({agreement.where})" if agreement.where else ""
    because = f": {agreement.because}" if agreement.because else ""
    how = {How.VERBAL: "agreed verbally", How.UNABLE: "unable to sign", How.DECLINED: "declined to sign"}
    return f"{how.get(agreement.how, agreement.how.value)} {agreement.on}{where}{because}"


def fits_words(scope: Scope, agreement: Agreement) -> str:
    """Whether what was agreed to is the plan as it stands."""
    if agreement.of is None:
        return "no digest on record"
    if is_of_plan(agreement.of, scope.plan):
        return "this plan"
    return f"an earlier wording ({agreement.of})"
