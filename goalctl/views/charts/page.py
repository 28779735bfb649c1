"""Charts as one HTML page: each picture with its scores as a table under it. Self-contained, fit to print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from goalctl.model.scalars import number_text
from goalctl.views.charts.drawing import chart_svg, heading
from goalctl.views.charts.model import Chart, ChartSheet

STYLE = """\
body { font: 16px/1.45 system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; color: #1f2937; background: #fff;
  max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; } figure { margin: 0 0 2rem; break-inside: avoid; } svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: .9rem; } th, td { text-align: left; padding: .15rem 1rem .15rem 0; }
th { border-bottom: 1px solid #6b7280; } td + td { text-align: right; font-variant-numeric: tabular-nums; }
@media print { body { margin: 0; max-width: none; } details { display: none; } }
"""


def sheet_page(sheet: ChartSheet) -> str:
    """The sheet as a whole page."""
    title = escape(f"{sheet.client}, seen from {sheet.today}")
    figures = "".join(_figure(chart, f"chart-{place}") for place, chart in enumerate(sheet.charts))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n{figures}</body>\n</html>\n"
    )


def _figure(chart: Chart, key: str) -> str:
    rows = "".join(_rows(chart))
    table = (
        f"<details><summary>The scores of {escape(chart.id)} as a table</summary>\n"
        f"<table><caption>{escape(heading(chart))}</caption>\n"
        f"<tr><th>day</th><th>by</th><th>score</th></tr>\n{rows}</table></details>\n"
    )
    return f"<figure>\n{chart_svg(chart, key=key)}{table if rows else ''}</figure>\n"


def _rows(chart: Chart) -> Iterator[str]:
    scores = sorted((day, trace.name, value) for trace in chart.scores for day, value in trace.points)
    for day, name, value in scores:
        yield f"<tr><td>{day}</td><td>{escape(name)}</td><td>{number_text(round(value, 2))}{chart.unit}</td></tr>\n"
