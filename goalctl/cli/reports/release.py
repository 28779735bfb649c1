"""What leaves with a client's name, or goes to somebody, stands in that client's plan: one way for all documents.

A draft on the screen is no release, and neither is a file that holds the pseudonym alone, unless somebody says to whom
it goes. The document is saved or shown by then; the same one to the same person on one day is noted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from goalctl.analysis.figures import counted
from goalctl.cli.desk import Desk
from goalctl.cli.opening import writer_of
from goalctl.cli.writing import say_uncommitted, write
from goalctl.model.care import PART2_NOTICE
from goalctl.model.consent_words import NOT_SAID, is_limited, lets_out
from goalctl.model.plan import Plan
from goalctl.rules.a_people import may_leave
from goalctl.views.clean import clean
from goalctl.workspace.operations.report import has_release, release_edits
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import Changes, change_plans

SAY = "to whom: --record-release WHOM"


def unreleased(plan: Plan, what: str, to: str, *, on: date) -> Iterator[str]:
    """That nobody released it to them, in a line, or only within limits; of several members
    `missing_release_lines` tells whose is missing.
    """
    given = [consent for consent in plan.consents if lets_out(consent, on, to=to)]
    if given and all(is_limited(consent) for consent in given):
        yield f"{plan.client}: the release to {to} has limits; is this within them: {clean(given[-1].what)}?"
    if not plan.members and not may_leave(plan, to=to, what=what, on=on):
        yield f"{plan.client}: no release to {to} that holds on {on} is on record"


def note_release(desk: Desk, plan: Plan, what: str, to: str | None) -> None:
    """Append to the plan's `releases`; where nobody said to whom, that stands there."""
    whom, by = to or NOT_SAID, writer_of(desk, plan, None)
    if has_release(plan, to=whom, what=what, on=desk.today):
        desk.say(f"noted today already: {what}, to {whom}")
        return
    done = f"release noted: {what}, to {whom}{'' if to else f'; {SAY}'}"
    write(desk, plan.client, partial(release_edits, to=whom, what=what, by=by, on=desk.today), done)


def note_releases(desk: Desk, plans: Iterable[Plan], what: str, to: str | None) -> None:
    """The same in several plans, all or none, told in one line."""
    whom = to or NOT_SAID
    fresh = [plan for plan in plans if not has_release(plan, to=whom, what=what, on=desk.today)]
    if not fresh:
        return
    found = scan(desk.root)
    files = [client_file(found, plan.client, exact=True) for plan in fresh]
    for changed in change_plans(desk.practice, [*zip(files, _notes(desk, fresh, what, whom), strict=True)]):
        say_uncommitted(desk, changed.uncommitted)
    desk.say(f"release noted in {counted(len(fresh), 'plan')}: {what}, to {whom}{'' if to else f'; {SAY}'}")


def say_notice(desk: Desk, plans: Iterable[Plan]) -> None:
    """The notice that goes with whatever leaves of a Part 2 program, for whoever hands it on: a table has no room."""
    if covered := [plan.client for plan in plans if plan.part2]:
        desk.say(f"to go with what is disclosed of {', '.join(covered)} (42 CFR 2.32): {PART2_NOTICE}")


def _notes(desk: Desk, plans: Iterable[Plan], what: str, whom: str) -> Iterator[Changes]:
    for plan in plans:
        yield partial(release_edits, to=whom, what=what, by=writer_of(desk, plan, None), on=desk.today)
