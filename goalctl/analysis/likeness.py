"""How much of one text stands in another word for word: what payers call a cloned note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goalctl.model.nearest import in_common
from goalctl.model.session import Session

# Our own, both. Four words of five in the same order are a note that was carried forward with its numbers changed. Rule
# A172 speaks at four of five runs of three words in common, for which about nine words of ten must be the same: whoever
# is told here is told before an auditor would be. Three notes, because a text may also come back after a pause.
TOO_LIKE = 0.8
LOOKED_BACK = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Alike:
    """The earlier note that a text is most like, and the share of words that both have in the same order, 0 to 1."""

    earlier: Session
    share: float


def likeness(one: str, other: str) -> float:
    """Twice the longest common row of words over all words of both, 0 to 1 (Indel similarity)."""
    words = [_WORD.findall(text.casefold()) for text in (one, other)]
    return in_common(*words) if all(words) else 0.0


def most_alike(text: str, log: Iterable[Session]) -> Alike | None:
    """Of the last three notes of the log the one that the text is most like; None where there is none."""
    noted = [entry for entry in log if entry.note][-LOOKED_BACK:]
    found = [Alike(entry, likeness(text, entry.note or "")) for entry in noted]
    return max(found, key=lambda one: one.share, default=None)
