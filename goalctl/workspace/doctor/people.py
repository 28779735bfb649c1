"""Who works here: covers that can't be meant, and whether anything says who writes on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.caseload.cover import clashes_of, coverings_of
from goalctl.model.settings import Settings
from goalctl.workspace.doctor.trouble import Trouble
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.who import VARIABLE, clinicians_of, writer_at


def people_troubles(practice: Practice, today: date) -> Iterator[Trouble]:
    """Covers that can't be meant, and that nothing says who writes here.

    A name in GOALCTL_CLINICIAN that the practice does not have stops this look, which is told.
    """
    yield from _covers(practice.settings)
    yield from _twice(practice.settings, today)
    if writer_at(practice).name is None and clinicians_of(practice.settings):
        mend = f"set {VARIABLE}, or add email: to your line of clinicians"
        yield Trouble(SETTINGS, "nothing says who writes on this machine", mend, matters=False)


def _covers(settings: Settings) -> Iterator[Trouble]:
    for cover in settings.covers:
        of_them = f"the cover of {cover.of} by {cover.by}"
        if cover.to < cover.from_:
            yield Trouble(SETTINGS, f"{of_them} ends before it begins: {cover.from_} to {cover.to}", "mend its days")
        for who in (cover.of, cover.by):
            if settings.clinicians and who not in clinicians_of(settings):
                yield Trouble(SETTINGS, f"{of_them}: {who} is not one of its clinicians", f"add {who} to clinicians")


def _twice(settings: Settings, today: date) -> Iterator[Trouble]:
    """Covers not over yet that were settled apart, by hand or in two clones, and do not fit beside each other."""
    covers = [cover for cover in coverings_of(settings) if cover.last >= today]
    for n, cover in enumerate(covers):
        for other in clashes_of(covers[:n], cover):
            first, last = max(cover.first, other.first), min(cover.last, other.last)
            what = f"{other.words} and {cover.words} on the same days: {first} to {last}"
            yield Trouble(SETTINGS, what, f"if only one is meant: goalctl cover {other.of} --end", matters=False)
