"""Scores as rows, one for each score that was ever given: out of a plan, and in from a table.

The columns, which stay as they are while `format` is 1:

    client   the client's id
    id       g1, g1.1; or a form's id, with a version where the plan names one, whose total the score is
    rater    client, or whoever else gave it or filled in the form
    date     2026-02-02; with --deidentify `week` instead, counted from 0 at the opening
    score    a number; of a form its total, or read back its answers in a row, 223212211
    measure  what it was scored by then: rating, count, … or the form
    source   session, journal, form (in the log of sessions) or diary (between them)

Amendments are applied and void entries left out. Read back, a row without a source is a `journal`: it counts as a
score and never as a session held.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from goalctl.analysis.progress.scores import Score, Source
from goalctl.exchange.table import Row, bad_row
from goalctl.model.finding import Fault
from goalctl.model.ids import CLIENT_RATER, RATER, SCORABLE, Rated, client_from, form_called, rated_from
from goalctl.model.scalars import ScalarError, day_from, number_from, shown

COLUMNS = ("client", "id", "rater", "date", "score", "measure", "source")
NEEDED = ("client", "id", "date", "score")


def score_from(row: Row, *, today: date) -> Score | Fault:
    """The score that a row of a table says, or the first thing that is wrong with it.

    What it says of a form is left as text, which only the form can read; the score is no number until then.
    """
    cells = row.cells
    if missing := [key for key in NEEDED if key not in cells]:
        return bad_row(row.line, f"{missing[0]} is missing")
    try:
        rated, source = _named(cells)
        day, answers = day_from(cells["date"]), cells["score"] if source is Source.FORM else None
        score = math.nan if answers else number_from(cells["score"])
        client = client_from(cells["client"])
    except ScalarError as error:
        return bad_row(row.line, str(error), error.hint)
    if day > today:
        return bad_row(row.line, f"{day} is still to come (today is {today})", "a score has been given already")
    return Score(client, rated.item, rated.rater, day, score, cells.get("measure", ""), source, row.line, answers)


def _named(cells: Mapping[str, str]) -> tuple[Rated, Source]:
    """What was scored by whom, and where it goes."""
    named, stated = cells["id"], cells.get("source")
    rater = cells.get("rater", CLIENT_RATER)
    if not SCORABLE.fits(named.partition("@")[0]):
        return _form(named, rater), Source.FORM
    if stated is not None and stated not in {source.value for source in Source if source is not Source.FORM}:
        raise ScalarError("E129", f"'{shown(stated)}' is no source", "use session, journal or diary")
    rated = rated_from(named if "@" in named or rater == CLIENT_RATER else f"{named}@{rater}")
    return rated, Source(stated or Source.JOURNAL)


def _form(named: str, rater: str) -> Rated:
    """The form's total as something rated: who filled it in stands with its name, as `phq-9@anna`, or as the rater."""
    ref = form_called(named)
    respondent = ref.respondent or rater
    if not RATER.fits(respondent):
        raise ScalarError("E128", f"'{shown(respondent)}' can't be who filled in a form", "write it as anna, or mother")
    if rater not in {CLIENT_RATER, respondent}:
        raise ScalarError("E129", f"{named} was not filled in by {shown(rater)}", "leave the rater empty")
    return Rated(ref.name, respondent)
