"""Something that comes from outside a plan: what would go into it, for whom, and where it was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalctl.model.finding import Fault, Value


@dataclass(frozen=True, slots=True)
class Given:
    """An entry for a client's plan, as the plan would hold it but for its id, and the line it was given on."""

    client: str
    entry: dict[str, Value]
    line: int

    @property
    def goal(self) -> str:
        """The words of a goal."""
        return str(self.entry.get("goal") or "")


def refusal(lines: Iterable[int], reason: str, hint: str = "") -> Fault:
    """What stands against these lines of a table."""
    return Fault(f"line {', '.join(map(str, lines))}", "", reason, hint)
