"""`goalctl sign`: signatures and co-signatures under entries of the log."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.analysis.history.signatures import SUPERVISOR
from goalctl.cli import options
from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.asking.sessions.whose_entry import refuse_unknowing
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import entries_at
from goalctl.cli.opening import plan_to_change
from goalctl.cli.people import stated_or_here
from goalctl.cli.writing import whose, write
from goalctl.model.nearest import did_you_mean
from goalctl.model.plan import Plan
from goalctl.workspace.edits.entries import EntryError, entry_words
from goalctl.workspace.operations.sign import Signing, known_digests, others_unsigned, signature_edits, to_sign


def command(
    desk: Desk,
    client: options.Client,
    entry: Annotated[
        str | None,
        Argument(metavar="[SESSION|DATE]", help="One entry, or all of a day; else all there is to sign."),
    ] = None,
    by: Annotated[
        str | None, Option("--by", metavar="WHO", help="Who signs; else whoever doctor says writes here.")
    ] = None,
    role: Annotated[
        str | None, Option("--role", help="In which role; the plan's supervisor signs as supervisor.")
    ] = None,
    all_: Annotated[bool, Option("--all", help="Everything there is to sign, without being asked.")] = False,
) -> None:
    """Sign entries as they read now; a later correction makes it visible that the signature is older."""
    plan = plan_to_change(desk, client)
    signing = _signing(desk, plan, by, role)
    places = _places(plan, entry, signing) if entry else to_sign(plan, signing)
    if not places:
        desk.say(f"{whose(desk, plan)}\nthere is nothing for {signing.by} to sign{_left_to_others(plan, signing)}")
        return
    if entry and signing.role != SUPERVISOR:
        refuse_unknowing(desk, plan, (plan.sessions[place] for place in places), by, "signed")
    if not entry and not all_:
        _let_confirm(desk, plan, places, signing)
    _sign(desk, plan, places, signing)


def _sign(desk: Desk, plan: Plan, places: list[int], signing: Signing) -> None:
    """Sign these entries as they were looked at."""
    wanted = known_digests(plan, places)
    number = counted(len(places), "entry", "entries")
    done = f"{signing.by} signed {number}{f' as {signing.role}' if signing.role else ''}:"
    write(desk, plan.client, lambda now: signature_edits(now, wanted, signing), done)
    desk.write("".join(f"{' '.join(known)}\n" for known in wanted))


def _signing(desk: Desk, plan: Plan, by: str | None, role: str | None) -> Signing:
    settings = desk.practice.settings
    who = stated_or_here(desk, by)
    if who is None:
        hint = "or write clinician: … into goalctl.yaml, or set GOALCTL_CLINICIAN"
        raise UsageError("--by is missing: who signs?", hint)
    known = [name for name in (*settings.clinicians, settings.clinician, plan.clinician, plan.supervisor) if name]
    if who not in known:
        hint = did_you_mean(who, known, "add them to clinicians in goalctl.yaml")
        raise UsageError(f"--by: {who} is not one of this practice's clinicians", hint)
    is_supervisor = who == plan.supervisor and who != plan.clinician
    return Signing(who, desk.today, role or (SUPERVISOR if is_supervisor else None))


def _places(plan: Plan, word: str, signing: Signing) -> list[int]:
    """The entries that were named; of one alone it is said why it can't be signed."""
    places = entries_at(plan, word, today=signing.on)
    left = [place for place in places if signing.takes(plan.sessions[place])]
    if not left and len(places) == 1:
        raise EntryError(_why_not(plan, places[0], signing))
    return left


def _why_not(plan: Plan, place: int, signing: Signing) -> str:
    entry = plan.sessions[place]
    if entry.void:
        return f"{entry_words(entry)} is void since {entry.void.on}"
    if signing.has_signed(entry):
        return f"{entry_words(entry)} is signed by {signing.by} already"
    return f"{entry_words(entry)} is the client's own and is not signed"


def _left_to_others(plan: Plan, signing: Signing) -> str:
    """Whose entries are unsigned, which are for those who wrote them to sign; empty for none."""
    left = others_unsigned(plan, signing)
    return "".join(f"; {n} of {who}'s {'is' if n == 1 else 'are'} unsigned" for who, n in left.items())


def _let_confirm(desk: Desk, plan: Plan, places: list[int], signing: Signing) -> None:
    """Show what there is to sign and ask; without anybody there, nothing is signed unless it was named."""
    listed = "\n".join(f"  {entry_words(plan.sessions[place])}" for place in places)
    desk.say(f"{whose(desk, plan)}\nfor {signing.by} to sign:\n{listed}")
    if not desk.may_ask:
        raise UsageError(
            "which of these are to be signed?", f"name one, or a day; or all: goalctl sign {plan.client} --all"
        )
    if not is_confirmed(desk, f"Sign {'it' if len(places) == 1 else f'all {len(places)}'}?"):
        raise EntryError("nothing was signed", f"one by one: goalctl sign {plan.client} SESSION")
