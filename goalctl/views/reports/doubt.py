"""One thing that whoever signs a document should know before it leaves, and the command that mends it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DoubtKind(StrEnum):
    """What is wrong with a statement; in order, the gravest first."""

    CONTRADICTORY = "contradictory"
    NO_SUPPORT = "no support"
    OLD = "old"
    MISSING = "missing"


class Doubt(NamedTuple):
    """One thing that whoever signs the document should know; `hint` is the command that mends it, where one does."""

    kind: DoubtKind
    said: str
    hint: str = ""


def doubt_line(doubt: Doubt) -> str:
    """One line of it: `no support: g1.1.i1 was not used in this period: goalctl …`."""
    return f"{doubt.kind.value}: {doubt.said}{f': {doubt.hint}' if doubt.hint else ''}"


def set_hint(client: str, words: str) -> str:
    """The `set` that mends it: `goalctl set c-7f3k plan functioning="…" --because …`."""
    return f"goalctl set {client} {words} --because …"
