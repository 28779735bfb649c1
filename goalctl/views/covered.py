"""Who looks after whom, behind what a row of a listing says. Light: no Rich, no models."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.views.listing import Row


def with_cover(row: Row, column: str, covered: Mapping[str, str]) -> Row:
    """The row with `(s.lee for m.kowalski)` behind that column's words, where somebody looks after its client."""
    cover = covered.get(str(row.cells["client"]))
    words = f"{row.cells.get(column) or ''} ({cover})".lstrip()
    return row._replace(cells={**row.cells, column: words}) if cover else row
