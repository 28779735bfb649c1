"""Where a trend leads; a day that has passed is no forecast."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.progress.movement import Movement
from goalctl.analysis.progress.series import Series
from goalctl.model.scalars import Duration, number_text


def leads_to(series: Series, movement: Movement, *, today: date) -> str:
    """When the trend is at the target, seen from that day: a day that has passed is no forecast.

    Empty without a projection.
    """
    found, last = movement.projection, series.last
    if found is None or last is None:
        return ""
    if movement.standstill:
        return f"no movement, so no day is foretold for {series.target_words}"
    if found.day and found.known_to < found.day <= today:
        led = f"its trend led to {number_text(found.target)} by {found.day}"
        return f"{led}; no score since {last.day} tells whether it did"
    if found.earliest and found.earliest <= today < (found.day or today):
        tomorrow = Duration(1, "d").after(today)  # it is not there today, so no earlier day is left
        found = found._replace(earliest=tomorrow)
    return found.in_words(last.value, series.better, series.band)
