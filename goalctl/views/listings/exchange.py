"""Scores as a listing that leaves the house, and what an import would do as one that people look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalctl.analysis.scores.given import Score
from goalctl.model.finding import Fault
from goalctl.views.clean import one_line
from goalctl.views.listing import Cell, Column, Listing, Row, Tone

SCORE_KEYS = ("client", "id", "rater", "date", "score", "measure", "source", "part", "respondent", "entry")


def score_listing(scores: Iterable[Score]) -> Listing:
    """A row for each score."""
    return rows_listing(SCORE_KEYS, (score_cells(score) for score in scores))


def rows_listing(keys: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> Listing:
    """Rows that are made already, under these columns."""
    columns = tuple(Column(key, key, right=key == "score") for key in keys)
    return Listing("scores", columns, tuple(Row(cells) for cells in rows), "There are no scores.")


def score_cells(score: Score) -> dict[str, Cell]:
    """A score by column."""
    return {
        "client": score.client,
        "id": score.item,
        "rater": score.rater,
        "date": score.day.isoformat(),
        "score": score.score,
        "measure": score.measure,
        "source": score.source.value,
        "part": score.part,
        "respondent": score.respondent,
        "entry": score.entry,
    }


def import_listing(steps: Iterable[tuple[str, str, bool]]) -> Listing:
    """A row for each client: what happens to the plan, in words, and whether that is new."""
    rows = tuple(Row({"client": client, "what": what}, Tone.GOOD if new else Tone.PLAIN) for client, what, new in steps)
    columns = (Column("client", "client"), Column("what", "what", keep=False))
    return Listing("import", columns, rows, "There is nothing to import.")


def fate_listing(fates: Iterable[tuple[int, str, str, str]]) -> Listing:
    """A row for each score of a table: its line, whose it is, what it says, and what becomes of it."""
    rows = tuple(
        Row({"line": line, "client": client, "score": said, "fate": fate}) for line, client, said, fate in fates
    )
    columns = (Column("line", "line", right=True), Column("client", "client"), Column("score", "score", keep=False))
    return Listing("import", (*columns, Column("fate", "fate")), rows, "There is nothing to import.")


def fault_lines(name: str, faults: Iterable[Fault]) -> str:
    """What can't be used, each with its place in the file of that name and how to mend it."""
    lines = []
    for fault in faults:
        lines.append(f"{one_line(name)}: {fault.where}: {one_line(fault.message)}")
        lines += [f"   hint: {one_line(fault.hint)}"] if fault.hint else []
    return "\n".join(lines)
