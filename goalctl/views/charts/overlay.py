"""Several goals on one axis: the share of the way from each one's own baseline to its own target.

Lines only: nothing here adds goals up, and a symptom form stays a line of its own that says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.progress.attainment import share_reached
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.views.charts.model import Chart, ChartSheet, Level, MarkKind, Trace, with_x_axis
from goalctl.views.charts.scale import nice_range
from goalctl.views.words.measure import series_name

TITLE = "share of the way from baseline to target"
MEANING = "100% is the target, 0% the baseline, whichever way a goal goes"
OWN_WAY = "each line goes its own way, from its own baseline to its own target; they are never added up"


def overlay_sheet(case: Case, ids: Iterable[str]) -> ChartSheet:
    """All of these on one chart, a line for each whose scores decide; what has no such share is named with the reason.

    An unknown id is a `KeyError`.
    """
    traces: list[Trace] = []
    left_out: list[str] = []
    for item_id in ids:
        # a form that is drawn by itself has no target, so it has no series here
        deciding = case.once(judges_of, item_id).deciding if item_id in case.plan.scorables else ()
        if not deciding:
            left_out.append(f"{item_id} is left out: it has no measure with a target")
        for series in deciding:
            name = f"{item_id} {series_name(series, case.forms)}"
            if why := _why_not(series):
                left_out.append(f"{name if len(deciding) > 1 else item_id} is left out: {why}")
            else:
                symptoms = " (symptoms)" if series.measure.form else ""
                traces.append(Trace(MarkKind.SCORES, f"{name}{symptoms}", tuple(_shares(series)), len(traces)))
    client = case.plan.client
    return ChartSheet(client, case.today, (_chart(client, tuple(traces), tuple(left_out)),))


def _why_not(series: Series) -> str:
    if not series.since_baseline:
        return "it has no scores since its baseline" if series.points else "it has no scores yet"
    if series.baseline is None or series.target is None:
        return "it has no target"
    if share_reached(series, series.baseline.value) is not None:
        return ""
    return "its target is its baseline" if series.baseline.value == series.target else "it began at its target"


def _shares(series: Series) -> Iterator[tuple[date, float]]:
    for point in series.since_baseline:
        share = share_reached(series, point.value)
        if share is not None:
            yield point.day, 100 * share


def _chart(client: str, traces: tuple[Trace, ...], left_out: tuple[str, ...]) -> Chart:
    if not traces:
        return Chart(client, TITLE, notes=left_out, instead=f"None of these can be drawn so. {'; '.join(left_out)}.")
    low, high = nice_range([0.0, 100.0, *(value for trace in traces for _, value in trace.points)])
    levels = (
        Level(MarkKind.BASELINE, "baseline", 0.0, "baseline"),
        Level(MarkKind.TARGET, "target", 100.0, "target"),
    )
    notes = (OWN_WAY, *left_out)
    return with_x_axis(Chart(client, TITLE, MEANING, (*levels, *traces), low=low, high=high, unit="%", notes=notes))
