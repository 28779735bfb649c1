"""Saying unmistakably that a risk item was endorsed in what was just written, whichever command wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.readings import form_of
from goalctl.analysis.scoring import score_of
from goalctl.cli.desk import Desk
from goalctl.model.session import Session
from goalctl.views.clean import one_line
from goalctl.workspace.change import Changed
from goalctl.workspace.practice import Practice


def tell_endorsed(desk: Desk, client: str, changed: Changed) -> None:
    """Name every risk item that the newest entry endorses, and how to record what was done about it."""
    entry = changed.plan.sessions[-1]
    endorsed = list(_endorsed(desk.practice, entry))
    for line in endorsed:
        desk.say(line)
    if endorsed and entry.risk is None:
        desk.say(f"goalctl alerts nobody. To record what you asked, found and did: goalctl risk {client}")
        # The risk command's own offer belongs here: offer_risk(desk, changed)


def _endorsed(practice: Practice, entry: Session) -> Iterator[str]:
    for form_id, answers in entry.forms.items():
        form = form_of(practice.forms, form_id)
        if form is None or not form.risk:
            continue
        score = score_of(form, answers)
        for endorsed in score.endorsed:
            answer = one_line(endorsed.answer)
            yield f"ENDORSED: {one_line(endorsed.risk.says)} ({form.name} {endorsed.risk.item}: {answer})"
        for risk in score.unasked:
            yield f"not known: {one_line(risk.says)} ({form.name} {risk.item} was not answered)"
