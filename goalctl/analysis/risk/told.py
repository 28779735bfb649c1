"""A row of risk as listings and their memory hold it: whose, how urgent, and the sentence. Light: no models here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

FOR_OTHERS = "clinical follow-up due"
NO_RECORD = "no risk record"
UNREAD = "risk can't be read: mend the file"
UNREAD_LOCKED = "risk can't be read: unlock the file"
_BEFORE_ALL = 9


class ToldRow(NamedTuple):
    """One row of one client. `day` is the day from which it stands so, or to which a follow-up holds.

    `words` is the whole sentence for those who treat; `rank` grows with the height.
    """

    client: str
    day: date
    words: str
    needs_act: bool
    rank: int = 0

    @property
    def is_unread(self) -> bool:
        """Whether it stands for a file that can't be read at all, so that nobody knows whose it is."""
        return self.words in {UNREAD, UNREAD_LOCKED}

    @property
    def urgency(self) -> tuple[bool, int, date, str]:
        """Sorts what needs an act first, then by height, then the oldest; under follow-up by day alone."""
        return not self.needs_act, -self.rank if self.needs_act else 0, self.day, self.client


def unread_words(*, is_locked: bool) -> str:
    """That nobody knows, and what to do so that somebody does."""
    return UNREAD_LOCKED if is_locked else UNREAD


def unread_row(client: str, *, today: date, is_locked: bool) -> ToldRow:
    """The row of a file from which not even plain values can be read: nobody knows what it holds."""
    return ToldRow(client, today, unread_words(is_locked=is_locked), needs_act=True, rank=_BEFORE_ALL)


def rows_in_need(rows: Iterable[ToldRow]) -> list[ToldRow]:
    """The rows that need an act today, the most urgent first."""
    return sorted((row for row in rows if row.needs_act), key=lambda row: row.urgency)


def under_follow_up(rows: Iterable[ToldRow]) -> list[ToldRow]:
    """The other rows, the nearest first."""
    return sorted((row for row in rows if not row.needs_act), key=lambda row: row.urgency)


def follow_ups_in_words(rows: Iterable[ToldRow]) -> str:
    """What is under follow-up in one line, `3 under follow-up, nearest 2026-03-09 (c-ab1)`; empty for none."""
    waiting = under_follow_up(rows)
    return f"{len(waiting)} under follow-up, nearest {waiting[0].day} ({waiting[0].client})" if waiting else ""
