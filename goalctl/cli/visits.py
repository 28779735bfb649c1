"""Who comes today, out of what is known of all plans. Light: no models."""

from __future__ import annotations

from goalctl.analysis.caseload.visit import Visit
from goalctl.cli.desk import Desk
from goalctl.workspace.memory.answer import Answer


def visits_of(answer: Answer, clinician: str | None = None) -> tuple[Visit, ...]:
    """Those whose next appointment is on the day, a risk that needs an act first.

    Of one clinician those whom they cover for come too; None asks for everybody's.
    """
    found = [
        Visit(brief.client, brief.clinician, brief.standing.last_seen, brief.risk, brief.deadlines)
        for brief in answer.chosen(clinician)
        if brief.standing and brief.standing.next == answer.today
    ]
    return tuple(sorted(found, key=lambda visit: visit.urgency))


def names_beside(desk: Desk) -> dict[str, str]:
    """The clients' names where they may stand, on the clinician's own terminal; nothing is read elsewhere."""
    if not desk.is_private:
        return {}
    from goalctl.cli.identities import name_words, names_here

    return {client: name_words(identity) for client, identity in names_here(desk).items()}
