"""`goalctl agree`: who agreed to the plan as it stands, how, or why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as calendar_day
from typing import Annotated

from goalctl.analysis.history.digest import agreement_digest
from goalctl.cli import options
from goalctl.cli.asking.answers import complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Because, Date, open_plan
from goalctl.cli.writing import say_nobody, write
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import CLINICIAN, NOT_AGREED, has_several, person_agreeing
from goalctl.model.plan import How, Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.page import plain_page
from goalctl.views.words.agreed import agreed_lines
from goalctl.workspace.operations.agree import AgreementError, NewAgreement, agreement_edits

_WORDS = ", ".join(How)
_STAFF = (CLINICIAN, "supervisor")


def command(
    desk: Desk,
    client: options.Client,
    who: Annotated[
        list[str] | None, Option("--who", help="client, m.kowalski, guardian …; repeat it for several.")
    ] = None,
    how: Annotated[str | None, Option("--how", help=f"{_WORDS}.")] = None,
    where: Annotated[str | None, Option("--where", help="Where the signed paper is.")] = None,
    because: Because = None,
    date: Date = "today",
) -> None:
    """Record who agreed to problems, diagnoses, services and active goals as they stand, with a digest of them.

    When any of that changes later, `due` says what, and that it has to be signed again.
    """
    plan = open_plan(desk, client)
    _show_what_is_agreed(desk, plan)
    given = {"who": ",".join(who or ()), "how": how, "where": where, "because": because}
    day = day_back(date, today=desk.today, option="--date")
    told = complete_answers(desk, plan, "agree", given, _questions(plan, how), day=day)
    consent = _consent(plan, told, day)
    done = f"{' and '.join(consent.who)}: {consent.how.value}, {consent.on:%a} {consent.on}:"
    changed = write(desk, client, lambda now: agreement_edits(now, consent), done)
    for name in _nobodys(desk, plan, consent.who):
        say_nobody(desk, changed, name)
    unfinished_answers(desk, "agree", client, day).forget()
    offer_risk(desk, changed)


def _consent(plan: Plan, told: Mapping[str, str], day: calendar_day) -> NewAgreement:
    """What was told, about the plan as it was shown."""
    how = _how(told["how"])
    if how in NOT_AGREED and "because" not in told:
        raise UsageError(f"--because is missing: why {how.value}?", "an auditor reads it in place of the signature")
    people = [name.strip() for name in told.get("who", "client").split(",") if name.strip()]
    return NewAgreement(day, people, how, agreement_digest(plan), told.get("where"), told.get("because"))


def _nobodys(desk: Desk, plan: Plan, names: Sequence[str]) -> list[str]:
    """Of the names those that are nobody's where several people have to agree, and no colleague's either."""
    if not has_several(plan):
        return []
    staff = {*desk.practice.settings.clinicians, plan.clinician, plan.supervisor, *(one.who for one in plan.care_team)}
    known = {name.casefold() for name in (*staff, *_STAFF) if name}
    return [name for name in names if person_agreeing(plan, name) is None and name.casefold() not in known]


def _questions(plan: Plan, how: str | None) -> list[Question]:
    """What is asked when it is not told how they agreed; of several members nobody is the client."""
    declined = {how.value for how in NOT_AGREED}
    known = ", ".join([*(plan.members or (CLIENT_RATER, "guardian")), plan.clinician or CLINICIAN])
    usual = "" if plan.members else CLIENT_RATER
    return [
        Question("who", "Who agreed?", f"{known}; several with commas.", default=usual, required=not usual),
        Question("how", f"How: {_WORDS}?", f"--how {_WORDS.replace(', ', '|')}", required=True, read=_word),
        Question(
            "because",
            "Why not?",
            "An auditor reads it in place of the signature.",
            required=how in declined,
            asked=lambda answers: answers.get("how") in declined,
        ),
        Question("where", "Where is the signed paper?", "As scanned, or paper chart; Enter skips."),
    ]


def _word(text: str) -> str:
    return How.read(text).value


def _how(text: str) -> How:
    try:
        return How.read(text)
    except ScalarError as error:
        raise UsageError(f"--how: {error}", error.hint) from None


def _show_what_is_agreed(desk: Desk, plan: Plan) -> None:
    if not plan.active_goals:
        raise AgreementError(f"{plan.client} has no active goal to agree to", f"goalctl mark {plan.client} g1 active")
    if desk.may_ask:
        desk.say(plain_page(agreed_lines(plan, desk.practice.forms)))
