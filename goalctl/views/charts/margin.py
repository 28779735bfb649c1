"""The labels around a terminal chart: days above it, levels and bands to its right; none ever covers another."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from goalctl.views.cells import within_columns
from goalctl.views.charts.canvas import CanvasFrame
from goalctl.views.charts.model import Chart, Level, Moment
from goalctl.views.charts.style import look_of
from goalctl.views.listing import Tone
from goalctl.views.style import STYLES


def margin(chart: Chart, frame: CanvasFrame, width: int) -> list[Text]:
    """A text for each row of the canvas, top first: its level where one lies, else the name of a band."""
    labels = _level_rows(chart, frame)
    for band in chart.bands:
        top, bottom = frame.row_of(band.high), frame.row_of(band.low)
        free = [row for row in range(max(top, 0), bottom + 1) if row not in labels and _is_inside(frame, row, band.low)]
        if free:
            labels[free[len(free) // 2]] = (band.name, STYLES[Tone.QUIET])
    edges = {frame.row_of(band.low) for band in chart.bands}
    return [_margin_row(row, labels, edges, width, has_bands=bool(chart.bands)) for row in range(frame.rows)]


def _is_inside(frame: CanvasFrame, row: int, low: float) -> bool:
    return row <= frame.row_of(low)


def _margin_row(row: int, labels: dict[int, tuple[str, str]], edges: set[int], width: int, *, has_bands: bool) -> Text:
    if not width:
        return Text()  # nothing is named beside this plot, nor beside any other of the sheet
    edge = ("┤" if row in edges else "│") if has_bands else " "
    text, style = labels.get(row, ("", ""))
    shown = within_columns(text, width - 2)
    return Text.assemble(edge, " " if shown else "", (shown, style))


def _level_rows(chart: Chart, frame: CanvasFrame) -> dict[int, tuple[str, str]]:
    """Levels that have words, by row; one whose row is taken moves to the nearest free one."""
    found: dict[int, tuple[str, str]] = {}
    for level in sorted((level for level in chart.levels if level.text), key=_target_first):
        row = next((row for row in _outward(frame.row_of(level.value), frame.rows) if row not in found), None)
        if row is not None:
            found[row] = (level.text, look_of(level).style if level.is_target else "")
    return found


def _target_first(level: Level) -> bool:
    return not level.is_target


def _outward(row: int, rows: int) -> Iterator[int]:
    for distance in range(rows):
        yield from (near for near in dict.fromkeys((row - distance, row + distance)) if 0 <= near < rows)


def moment_rows(chart: Chart, frame: CanvasFrame) -> list[str]:
    """The days above the canvas, each over its line; as many rows as it takes, the one next to the canvas last."""
    rows: list[list[str]] = []
    for moment in sorted(chart.moments, key=lambda moment: moment.day):
        col = frame.col_of(moment.day)
        start, text = _label_at(moment, col, frame.cols)
        span = range(start, start + len(text))
        row = next((index for index, cells in enumerate(rows) if all(cells[at] == " " for at in span)), len(rows))
        if row == len(rows):
            rows.append([" "] * frame.cols)
        for at, glyph in zip(span, text, strict=True):
            rows[row][at] = glyph
        for below in rows[:row]:
            below[col] = "│" if below[col] == " " else below[col]
    return ["".join(cells).rstrip() for cells in reversed(rows)]


def _label_at(moment: Moment, col: int, cols: int) -> tuple[int, str]:
    """The text ends at its column with a corner, or begins there where the left side is too short.

    Where neither side has room its last words stay, which are the day.
    """
    if col >= len(moment.text) + 1 or col > cols // 2:
        words = moment.text.split(" ")
        while len(words) > 1 and len(" ".join(words)) + 1 > col:
            del words[0]
        text = f"{' '.join(words)} ┐"[-(col + 1) :]
        return col + 1 - len(text), text
    return col, f"┌ {moment.text}"[: cols - col]
