"""The entries of the bank: one wording with all its uses, in the order in which they are offered. Light: no models.

The same wording is one entry, whatever its capitals, spaces and full stop. Nothing is stored: an entry's id follows
from its kind and wording, so it stays the same for as long as somebody uses it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple
from unicodedata import normalize

DAYS_PER_WEEK = 7
SHORTEST_ID = 6


class BankKind(StrEnum):
    """What the bank holds."""

    GOALS = "goals"
    OBJECTIVES = "objectives"
    INTERVENTIONS = "interventions"
    HOMEWORK = "homework"


class Use(NamedTuple):
    """One use in one plan: since when it is worked on, and when it was reached if it was.

    For an intervention that is how its objective went; homework is reached when it was done. `holds_own_words`: the
    text, or what a goal says exactly, repeats what that client is quoted with. `measure` is what it is scored by, a
    form by its id or a kind of measure; an intervention's is that of its objective. `private` says whether somebody
    is named, and, where that was looked at, the codes of the privacy rules that the text meets.
    """

    kind: BankKind
    text: str
    client: str
    item: str
    began: date | None
    reached: bool
    reached_on: date | None
    holds_own_words: bool
    measure: str | None = None
    private: tuple[str, ...] = ()

    @property
    def weeks(self) -> float | None:
        """How long it took; None while it is not reached, or where its days do not tell."""
        if not self.reached or self.began is None or self.reached_on is None or self.reached_on < self.began:
            return None
        return (self.reached_on - self.began).days / DAYS_PER_WEEK


class Banked(NamedTuple):
    """One wording with all its uses, the latest one first, and how many of these were reached."""

    kind: BankKind
    digest: str
    uses: tuple[Use, ...]
    reached: int

    @property
    def text(self) -> str:
        """The wording as it was written last."""
        return self.uses[0].text

    @property
    def median_weeks(self) -> float | None:
        """The median of the weeks until it was reached."""
        from statistics import median  # slow to load, and asked for what is shown alone

        weeks = [use.weeks for use in self.uses if use.weeks is not None]
        return median(weeks) if weeks else None

    @property
    def measures(self) -> tuple[str, ...]:
        """What it was scored by, the most frequent first."""
        return tuple(name for name, _ in Counter(use.measure for use in self.uses if use.measure).most_common())

    @property
    def last_used(self) -> date | None:
        """The latest day on which it was begun."""
        return self.uses[0].began

    @property
    def clients(self) -> frozenset[str]:
        """The plans that hold it, by their clients' ids."""
        return frozenset(use.client for use in self.uses)

    @property
    def private(self) -> tuple[str, ...]:
        """What is private in any of the uses."""
        return tuple(sorted({code for use in self.uses for code in use.private}))


def folded(text: str) -> str:
    """The text in small letters, of which each is one sign: an é, as it is typed on a Mac too."""
    return normalize("NFC", text).casefold()


def normalised(text: str) -> str:
    """The wording by which two texts are the same."""
    return " ".join(folded(text).replace("\u2019", "'").split()).strip(" .;,!\"'")


def digest_of(kind: BankKind, text: str) -> str:
    """What the id of a wording is the beginning of."""
    return hashlib.sha256(f"{kind.value}\n{normalised(text)}".encode()).hexdigest()


def banked(uses: Iterable[Use]) -> list[Banked]:
    """The wordings in the order in which they are offered: those reached most first, then used most, then last."""
    by_text: dict[tuple[BankKind, str], list[Use]] = defaultdict(list)  # most come many times, letter by letter
    for use in uses:
        by_text[use.kind, use.text].append(use)
    by_digest: dict[str, list[Use]] = defaultdict(list)
    for (kind, text), held in by_text.items():
        by_digest[digest_of(kind, text)] += held
    return sorted((_entry(digest, held) for digest, held in by_digest.items()), key=_offered_first)


def _entry(digest: str, uses: Sequence[Use]) -> Banked:
    return Banked(uses[0].kind, digest, _latest_first(uses), sum(use.reached for use in uses))


def _latest_first(uses: Sequence[Use]) -> tuple[Use, ...]:
    dated, others = [use for use in uses if use.began], [use for use in uses if not use.began]
    return (*sorted(dated, key=attrgetter("began"), reverse=True), *others)


def _offered_first(entry: Banked) -> tuple[int, int, int, str]:
    return -entry.reached, -len(entry.uses), -(entry.last_used or date.min).toordinal(), entry.text


def id_length(entries: Iterable[Banked]) -> int:
    """How many characters of a digest tell all of them apart; never fewer than six."""
    digests = {entry.digest for entry in entries}
    length = SHORTEST_ID
    while len({digest[:length] for digest in digests}) < len(digests):
        length += 1
    return length
