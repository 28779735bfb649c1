"""What every writing command does at its end: change the plan, say what was written and whose plan it is."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

from goalctl.analysis.history.before_opening import all_before_opening_in_words, days_before_opening
from goalctl.analysis.history.far_ahead import far_ahead_in_words
from goalctl.analysis.history.held_twice import twice_in_words, twice_since
from goalctl.analysis.progress.form_reading import readings_added
from goalctl.cli.desk import Desk
from goalctl.cli.identities import name_words, names_here
from goalctl.model.finding import Finding
from goalctl.model.people import NOT_AGREED, former_members, people_of
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.strangers import strangers
from goalctl.views.clean import clean
from goalctl.views.screens.findings import findings_text
from goalctl.views.words.closing import closing_words
from goalctl.views.words.contact import last_seen_words
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.scan import Scan
from goalctl.workspace.store.stray_risk import beside_told
from goalctl.workspace.store.transaction.transaction import Changed, Changes, change_plan


def write(desk: Desk, client: str, changes: Changes, done: str) -> Changed:
    """Apply the changes to the client's plan; say on stderr whose plan it is, what was done and which lines are new.

    Where the client sees the screen there are no lines: what stands on them beside the new may be somebody else's.
    `done` is a sentence; the whole id of the client is needed, so that nobody writes into the wrong plan.
    """
    found, file = found_in(desk.root, client, exact=True)
    changed = change_plan(desk.practice, file, changes)
    say_whose(desk, changed.plan)
    tell_beside(desk, found, client)
    if desk.with_client:
        desk.say(done.removesuffix(":"))
    else:
        desk.say(f"{done}\n{added_lines(changed)}")
    say_slips(desk, changed)
    say_uncommitted(desk, changed.uncommitted)
    return changed


def strangers_in(changed: Changed) -> list[str]:
    """Which names came in with the change that are nobody's of the plan: whose that is nobody will find."""
    known = {who for _, who in strangers(changed.old)} if changed.old else set()
    known |= {name.casefold() for name in former_members(changed.plan)}
    return [*dict.fromkeys(who for _, who in strangers(changed.plan) if who.casefold() not in known)]


def nobody_in_words(changed: Changed, who: str) -> str:
    """That a name is nobody's of the plan, as a question."""
    return f"{who} is nobody of this plan ({', '.join(people_of(changed.plan))}): a slip?"


def say_nobody(desk: Desk, changed: Changed, who: str) -> None:
    """Say that a name that came in is nobody's of the plan, and the way back."""
    desk.say(f"{nobody_in_words(changed, who)} If so: {way_back(desk, changed)}")


def way_back(desk: Desk, changed: Changed, *, of_many: bool = False) -> str:
    """The command for somebody who did not mean it: `undo` where git holds what was before, else `edit`.

    `of_many`: one step changed them all, and a second `undo` would take back what was there before.
    """
    if desk.practice.settings.commit and not changed.uncommitted:
        return f"goalctl undo {changed.plan.client}{', once for every plan that changed' if of_many else ''}"
    return f"goalctl edit {changed.plan.client}"


def days_in_doubt(changed: Changed) -> str:
    """Which days before the plan's opening, and which next ones years ahead, come in with it; empty when none do."""
    opened, days = changed.plan.opened, days_before_opening(changed.old, changed.plan)
    early = all_before_opening_in_words(days, opened) if opened else ""
    return "; ".join([*([early] if early else []), *far_ahead_in_words(changed.old, changed.plan)])


def say_slips(desk: Desk, changed: Changed, *, of_many: bool = False) -> None:
    """Say which new names are nobody's of the plan, which days are too early or years ahead, and what stands twice.

    Each with the way back; `of_many`: of which client.
    """
    whose = f"{changed.plan.client}: " if of_many else ""
    for who in strangers_in(changed):
        desk.say(f"{whose}{nobody_in_words(changed, who)} If so: {way_back(desk, changed, of_many=of_many)}")
    if early := days_in_doubt(changed):
        desk.say(f"{whose}{early}: is the year right? If not: {way_back(desk, changed, of_many=of_many)}")
    for one in twice_since(changed.old, changed.plan):
        other = f", as {one.other.id}" if one.other.id else ""
        desk.say(f"{whose}{twice_in_words(one)} now{other}: a slip? If so: {way_back(desk, changed, of_many=of_many)}")


def say_uncommitted(desk: Desk, why: str) -> None:
    """Say why git did not take up what is saved; nothing where it did."""
    if why:
        desk.say(f"saved, but not committed: {why}")
        desk.account.untold = ""


def say_whose(desk: Desk, plan: Plan) -> None:
    """The plan in half a line; where the client sees the screen its id alone, not when and why somebody last came."""
    desk.say(plan.client if desk.with_client else whose(desk, plan))


def tell_beside(desk: Desk, found: Scan, client: str) -> None:
    """Say which files beside the plan may be where the rest of the record is, unless the client sees the screen."""
    if not desk.with_client and (beside := beside_told(desk.practice, found, client)):
        desk.say(findings_text(beside))


def whose(desk: Desk, plan: Plan) -> str:
    """A plan in half a line, so that a mistaken id is noticed; on the clinician's own terminal with name and year."""
    opened = f"opened {plan.opened}" if plan.opened else "no opening day"
    known = name_words(names_here(desk).get(plan.client))
    parts = (plan.client, known, _at_rest(plan), opened, last_seen_words(plan.last_seen))
    return clean(" · ".join(part for part in parts if part))


def _at_rest(plan: Plan) -> str:
    """That no treatment goes on, for whoever means another client; empty while it does."""
    if plan.has_ended:
        return f"discharged {plan.discharge.on}" if plan.discharge else "discharged"
    return "on hold" if plan.status is Lifecycle.ON_HOLD else ""


def added_lines(changed: Changed) -> str:
    """The lines that are new in the file, each with a plus in front; changed ones with a minus for the old."""
    lines = difflib.unified_diff(changed.before.splitlines(), changed.after.splitlines(), lineterm="", n=0)
    return "\n".join(clean(line) for line in lines if line[:3] not in {"---", "+++"} and not line.startswith("@@"))


def day_in_words(day: date, *, what: str = "") -> str:
    """The day as it was understood, with its weekday."""
    return f"{what} {day:%a} {day.isoformat()}".strip()


def tell_agreement(desk: Desk, before: Plan, after: Plan) -> None:
    """Say when the plan is no longer what was agreed to, unless that was so already."""
    outdated, already = (desk.case(plan).outdated_agreement for plan in (after, before))
    if outdated and not already:
        given = outdated.agreement
        did = "did not agree" if given.how in NOT_AGREED else "agreed"
        desk.say(f"{given.who} {did} to the plan as it was on {given.on}; next: goalctl agree {after.client}")


def tell_found(desk: Desk, changed: Changed, found: Sequence[Finding]) -> None:
    """Say what was found in the change that was just saved; nothing when there is nothing."""
    if found:
        desk.say(findings_text((changed.file.name, finding) for finding in found))


def say_findings(desk: Desk, changed: Changed) -> None:
    """Say what the rules about goals hold against the change that was just saved; nothing when there is nothing."""
    from goalctl.workspace.check.typed import typed_findings

    tell_found(desk, changed, typed_findings(desk.practice, changed, today=desk.today))


def say_deadline(desk: Desk, changed: Changed, item_id: str) -> None:
    """Say what the rules hold against its deadline, before anybody works toward it."""
    from goalctl.workspace.check.typed import findings_if_active

    found = findings_if_active(desk.practice, changed, item_id, today=desk.today)
    tell_found(desk, changed, [finding for finding in found if finding.code.startswith("D")])


def tell_reached(desk: Desk, changed: Changed) -> None:
    """Say what came to its target with the change, and how it is closed; nothing where the client sees the screen."""
    if desk.with_client or changed.old is None:
        return
    before, after = (dict(closing_words(desk.case(plan))) for plan in (changed.old, changed.plan))
    for item_id, words in after.items():
        if item_id not in before:
            desk.say(f"{item_id} {words}")


def tell_forms(desk: Desk, changed: Changed, *, of_many: bool = False) -> None:
    """Score, band, change and what is missing, of every form that the change added or altered.

    `of_many`: the plan is named, and of the scores of one form only the newest is told, and those that gave none. On a
    screen that the client sees nothing is told.
    """
    from goalctl.views.screens.score import form_line

    if desk.with_client:
        return
    found = list(readings_added(changed.old, changed.plan, desk.practice.forms))
    newest = {ref.any_version: reading for ref, reading in found}
    for ref, reading in found:
        if of_many and reading is not newest[ref.any_version] and reading.score.total is not None:
            continue
        whose = f"{changed.plan.client}: " if of_many else ""
        desk.say(f"{whose}{form_line(reading, ref=ref, today=desk.today)}")
