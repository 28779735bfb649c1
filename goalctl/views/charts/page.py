"""Charts as one HTML page: each picture with its scores as a table under it. Self-contained, fit to print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from goalctl.analysis.figures import score_text
from goalctl.views.charts.drawing import chart_svg, heading
from goalctl.views.charts.model import Chart, ChartSheet
from goalctl.views.frame import Frame, framed, masthead


def sheet_page(sheet: ChartSheet) -> str:
    """The sheet as a whole page."""
    title = f"{sheet.client}, seen from {sheet.today}"
    figures = "".join(_figure(chart, f"chart-{place}") for place, chart in enumerate(sheet.charts))
    return framed(Frame(title, kind="charts"), f"{masthead(title)}<main>\n{figures}</main>\n")


def _figure(chart: Chart, key: str) -> str:
    rows = "".join(_rows(chart))
    heads = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in ("day", "by", "score"))
    table = (
        f"<details><summary>The scores of {escape(chart.id)} as a table</summary>\n"
        f'<table role="table"><caption>{escape(heading(chart))}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}</tbody>\n</table></details>\n'
    )
    return f"<figure>\n{chart_svg(chart, key=key)}{table if rows else ''}</figure>\n"


def _rows(chart: Chart) -> Iterator[str]:
    scores = sorted((day, trace.name, value) for trace in chart.scores for day, value in trace.points)
    for day, name, value in scores:
        score = f"{score_text(value)}{chart.unit}"
        cells = f"{_cell('by', name)}{_cell('score', score)}"
        yield f'<tr role="row"><th scope="row" role="rowheader">{day}</th>{cells}</tr>\n'


def _cell(head: str, text: str) -> str:
    return f'<td role="cell" data-head="{head}">{escape(text)}</td>'
