"""The command that puts a risk record where it answers, to be pasted as it stands."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.risk.row import RiskRow
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan
from goalctl.model.session import Concern


def risk_command(plan: Plan, who: str | None, concern: Concern | None = None, *, day: date | None = None) -> str:
    """What records it: of a plan with members each record names somebody, or `client` for nobody.

    Suicide is what a record is about when it names nothing; without a `day` it is of today.
    """
    whom = who or (CLIENT_RATER if plan.members else None)
    named = f' --who "{whom}"' if whom else ""
    about = f' --concern "{concern.value}"' if concern and concern is not Concern.SUICIDE else ""
    return f"goalctl risk {plan.client}{named}{about}{f' --date {day}' if day else ''}"


def command_for(plan: Plan, row: RiskRow, *, day: date | None = None) -> str:
    """What answers the row."""
    return risk_command(plan, row.person, row.concern, day=day)
