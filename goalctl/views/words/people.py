"""The people of one plan in words: whose release is missing, and what somebody wanted kept from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from goalctl.model.consent_words import without_release
from goalctl.model.next_steps import still_possible
from goalctl.model.plan import Plan
from goalctl.model.session import Session


def missing_release_lines(plan: Plan, day: date, *, to: str | None = None) -> Iterator[str]:
    """One line that names the members without a release on that day, to whom if it is known, and how one is noted."""
    if missing := without_release(plan, day, to=to):
        entry = f"consents+={{what: release of information, who: {missing[0]}, on: {day}}}"
        mend = still_possible(f'goalctl set {plan.client} plan "{entry}" --because …', plan)
        yield (
            f"{plan.client}: no release by {' and '.join(missing)} holds on {day}, and this document is about them "
            f"too; once given: {mend}"
        )


def confidential_lines(client: str, entries: Iterable[Session], *, in_words: bool = True) -> Iterator[str]:
    """One line that names the days of those among the entries that are kept from others; none where there are none.

    Without `in_words` they only count in the figures.
    """
    if kept := [str(entry.date) for entry in entries if entry.confidential]:
        what = (
            "it holds confidential entries, of" if in_words else "days and scores of confidential entries count in it:"
        )
        yield f"{client}: {what} {', '.join(kept)}"
