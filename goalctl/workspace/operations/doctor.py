"""`doctor`: everything that is wrong around the plans, and the cures that are safe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from goalctl.documents.file_errors import reason_and_hint
from goalctl.model.errors import GoalctlError
from goalctl.workspace.doctor.around import troubles_around
from goalctl.workspace.doctor.dated import dated_troubles
from goalctl.workspace.doctor.files import Watched, file_troubles
from goalctl.workspace.doctor.folders import folder_troubles
from goalctl.workspace.doctor.people import people_troubles
from goalctl.workspace.doctor.repository import repository_troubles
from goalctl.workspace.doctor.trouble import Trouble
from goalctl.workspace.store.practice import Practice


def troubles(practice: Practice, now: datetime, watched: Watched, *, today: date) -> Iterator[Trouble]:
    """All of it, folders first: what stops others from being mended comes before them.

    `now` is the machine's, `today` the day from which dated facts are seen.
    `watched` goes through the plans as they are read, and may show how far it has come.
    """
    looks = (
        folder_troubles(practice),
        repository_troubles(practice),
        file_troubles(practice, watched),
        troubles_around(practice, now),
        dated_troubles(practice, today),
        people_troubles(practice, today),
    )
    for look in looks:
        yield from _as_far_as_can_be_seen(practice, look)


def _as_far_as_can_be_seen(practice: Practice, look: Iterator[Trouble]) -> Iterator[Trouble]:
    """What stops one look is a trouble itself, and doesn't stop the others."""
    try:
        yield from look
    except GoalctlError as error:
        yield Trouble(practice.root.name, error.message, error.hint)
    except OSError as cause:
        reason, hint = reason_and_hint(cause)
        yield Trouble(str(cause.filename or practice.root.name), f"it can't be looked at: {reason}", hint)


def cured(trouble: Trouble, agrees: Callable[[str], bool]) -> str | Trouble:
    """What the cure did; else the trouble as it stays: nobody agreed, there is no cure, or it did not work."""
    if trouble.cure is None or (trouble.asks and not agrees(trouble.asks)):
        return trouble
    try:
        return trouble.cure()
    except GoalctlError as error:
        return replace(trouble, what=f"{trouble.what}; not mended: {error.message}", mend=error.hint or trouble.mend)
    except OSError as cause:
        return replace(trouble, what=f"{trouble.what}; not mended: {reason_and_hint(cause)[0]}")
