"""What of charts may stand on a screen that the client sees; of the plan itself, `analysis/client_side.py` says it."""

from __future__ import annotations

from dataclasses import replace

from goalctl.views.charts.model import Chart, Role, Sheet

_JUDGING = {Role.TREND, Role.PROJECTION}


def sheet_for_client(sheet: Sheet) -> Sheet:
    """The charts without bands of severity and without lines and sentences that judge or foretell."""
    return replace(sheet, charts=tuple(_chart(chart) for chart in sheet.charts))


def _chart(chart: Chart) -> Chart:
    traces = tuple(trace for trace in chart.traces if trace.role not in _JUDGING)
    return replace(chart, bands=(), notes=(), traces=traces)
