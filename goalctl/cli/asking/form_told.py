"""What filled-in forms say, told in a line each after any command that has stored them."""

from __future__ import annotations

from goalctl.analysis.instruments.form_reading import readings_added
from goalctl.cli.desk import Desk
from goalctl.views.screens.score import form_line
from goalctl.workspace.store.transaction import Changed


def tell_forms(desk: Desk, changed: Changed, *, of_many: bool = False) -> None:
    """Score, band, change and what is missing, of every form that the change added or altered.

    `of_many`: the plan is named, and of the scores of one form only the newest is told, and those that gave none. On a
    screen that the client sees nothing is told.
    """
    if desk.with_client:
        return
    found = list(readings_added(changed.old, changed.plan, desk.practice.forms))
    newest = {ref.any_version: reading for ref, reading in found}
    for ref, reading in found:
        if of_many and reading is not newest[ref.any_version] and reading.score.total is not None:
            continue
        whose = f"{changed.plan.client}: " if of_many else ""
        desk.say(f"{whose}{form_line(reading, ref=ref, today=desk.today)}")
