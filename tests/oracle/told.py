"""A contradiction as it is told."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.statements import Statement


@dataclass(frozen=True)
class Contradiction:
    """Two things that cannot both be so, with where they are said."""

    rule: str
    client: str
    words: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.client}: {self.words}"


def told(rule: str, *statements: Statement) -> Contradiction:
    """The contradiction between them, or within one of them."""
    words = " | ".join(f"[{one.where}] {one.subject} {one.predicate}: {one.value}: {one.line}" for one in statements)
    return Contradiction(rule, statements[0].client, words)
