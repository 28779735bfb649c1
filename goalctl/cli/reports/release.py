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
from goalctl.model.care import PART2_NOTICE, Consent
from goalctl.model.consent_words import NOT_SAID, is_limited, letting_out
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.rules.a_people import may_leave
from goalctl.rules.p_releases import needs_none
from goalctl.views.clean import clean
from goalctl.views.words.people import confidential_lines, missing_release_lines
from goalctl.workspace.operations.report import has_release, release_edits
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import Changes, change_plans

SAY = "to whom: --record-release WHOM"


def tell_before_it_leaves(desk: Desk, plan: Plan, entries: Iterable[Session], what: str, to: str) -> None:
    """Which of the entries that are in it are kept from others, and whose release to them is missing or has limits."""
    missing = () if needs_none(plan, to=to, what=what) else missing_release_lines(plan, desk.today, to=to)
    kept = confidential_lines(plan.client, entries)
    for line in (*kept, *missing, *_unreleased(plan, what, to, on=desk.today)):
        desk.say(clean(line))


def _unreleased(plan: Plan, what: str, to: str, *, on: date) -> Iterator[str]:
    """That it was released to them within limits only, or by nobody; of several members `missing_release_lines` tells
    whose is missing.
    """
    yield from _limits(plan, to, on=on)
    if not plan.members and not may_leave(plan, to=to, what=what, on=on):
        yield f"{plan.client}: no release to {to} that holds on {on} is on record"


def _limits(plan: Plan, to: str, *, on: date) -> Iterator[str]:
    """Of each member, else of the plan, whose release has limits, and none without."""
    given: dict[str, list[Consent]] = {}
    for consent in letting_out(plan.consents, on, to=to):
        given.setdefault((consent.who or "").casefold() if plan.members else "", []).append(consent)
    for who, theirs in given.items():
        if all(is_limited(consent) for consent in theirs):
            whose = f"the release by {theirs[-1].who}" if who else "the release"
            yield f"{plan.client}: {whose} to {to} has limits; is this within them: {theirs[-1].what}?"


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
