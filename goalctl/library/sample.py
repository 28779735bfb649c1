"""The invented caseload that ships, put on other days: what `goalctl demo` makes a practice of."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from goalctl.documents.open import read_bytes
from goalctl.library.shelf import files_in, shipped_folder

SEEN_FROM = date(2026, 6, 17)
"""The day on which most is to be seen in it: two clients come, risk is open, something is overdue."""

PLANS, SETTINGS = "plans", "goalctl.yaml"
MOST_BYTES = 1024 * 1024
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")


class NoSuchDayError(ValueError):
    """So far from today some day of the caseload is in no calendar."""


def sample_texts(today: date) -> dict[str, str]:
    """Settings and plans by their names in a workspace, with every day as far from `today` as it is from its own."""
    folder = _folder()
    names = (SETTINGS, *sorted(sample_names()))
    texts = {name: read_bytes(folder / name, root=folder, limit=MOST_BYTES) for name in names}
    return {name: _moved(text.decode(), today) for name, text in texts.items()}


@cache
def sample_names() -> frozenset[str]:
    """The plans' names in a workspace."""
    return frozenset(f"{PLANS}/{path.name}" for path in files_in(_folder() / PLANS).values())


def _folder() -> Path:
    """In what is installed it lies beside the forms; in a checkout it is the checkout itself."""
    packed = shipped_folder("caseload")
    return packed if packed.is_dir() else packed.parents[2]


def _moved(text: str, today: date) -> str:
    by = today - SEEN_FROM
    try:
        return _DAY.sub(lambda found: (date.fromisoformat(found[0]) + by).isoformat(), text)
    except OverflowError:
        raise NoSuchDayError(today.isoformat()) from None
