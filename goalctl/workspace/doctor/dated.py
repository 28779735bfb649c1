"""Facts that grow old: the licences of forms, and the law behind the audit profile that is in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from goalctl.analysis.figures import counted
from goalctl.library.shelf import Shelf
from goalctl.model.profile import Profile
from goalctl.workspace.doctor.trouble import Trouble, named
from goalctl.workspace.shelves.kinds import FORMS, PROFILES
from goalctl.workspace.store.practice import Practice

LAW_HOLDS = timedelta(days=365)  # our own: a text of law that was read longer ago is to be read again


def dated_troubles(practice: Practice, today: date) -> Iterator[Trouble]:
    """What was to be looked at again by that day; nothing is wrong because of it."""
    shelf = practice.forms
    licences = ((name, form.licence) for name in shelf if (form := shelf.get(name)))
    due = [name for name, licence in licences if licence and licence.again and licence.again <= today]
    if due:
        what = f"{counted(len(due), 'licence')} to be looked at again: {named(due)}"
        mend = f"goalctl forms show {due[0]}, then again: in a copy of your own, or a newer goalctl"
        yield Trouble(FORMS.folder, what, mend, matters=False)
    yield from _law(PROFILES.shelf(practice.root), practice.settings.audit, today)


def _law(shelf: Shelf[Profile], name: str, today: date) -> Iterator[Trouble]:
    profile = shelf.get(name)
    rules = profile.rules.values() if profile else ()
    if old := [rule.read for rule in rules if rule.read and rule.read + LAW_HOLDS <= today]:
        what = (
            f"the sources of {counted(len(old), 'rule')} of {name} were read a year ago or earlier, first on {min(old)}"
        )
        yield Trouble(PROFILES.folder, what, "read them again: goalctl explain CODE names each source", matters=False)
