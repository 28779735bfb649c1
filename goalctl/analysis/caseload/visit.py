"""Who comes on a day, with what the clinician has to know before. Light: no models here."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.due.deadline import Deadline
from goalctl.analysis.risk.told import ToldRow


class Visit(NamedTuple):
    """One client who is expected; `deadlines` and `risk` are all that is known, `last_seen` None before the first."""

    client: str
    clinician: str
    last_seen: date | None
    risk: tuple[ToldRow, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def urgency(self) -> tuple[bool, str]:
        """Sorts whoever has a risk that needs an act first; appointments have a day and no hour."""
        return not any(row.needs_act for row in self.risk), self.client
