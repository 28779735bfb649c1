"""What is said where there is no plan to show: none was made, or none had begun by the day that is looked at."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.figures import counted


def no_plans_words(not_begun: int, *, today: date) -> str:
    """How to go on without any; of those that began later, `not_begun`, how many there are."""
    if not_begun:
        return f"No plan had begun by {today}; {counted(not_begun, 'plan')} began later."
    return "There are no plans here yet; goalctl add-client makes one."
