"""What to say above a plan that is seen from an earlier day, and may not have stood like that."""

from __future__ import annotations

from goalctl.analysis.case import Case


def doubt_words(case: Case) -> str | None:
    """One line that says what does not fit; None where nothing speaks against the day."""
    why = case.why_not_as_of
    return f"cannot be shown as it stood on {case.today}: {why}" if why else None
