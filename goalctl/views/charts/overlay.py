"""Several goals on one axis: the share of the way from each one's own baseline to its own target.

Lines only: nothing here adds goals up, and a symptom form stays a line of its own that says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.progress.attainment import share_of_the_way
from goalctl.analysis.progress.series import Series, current_series, series_of
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.views.charts.model import Chart, Level, Role, Sheet, Trace, fitted
from goalctl.views.charts.scale import nice_range
from goalctl.views.charts.words import measure_name

TITLE = "share of the way from baseline to target"
MEANING = "100% is the target, 0% the baseline, whichever way a goal goes"
OWN_WAY = "each line goes its own way, from its own baseline to its own target; they are never added up"


def overlay_sheet(plan: Plan, ids: Iterable[str], forms: Mapping[str, Form], *, today: date) -> Sheet:
    """All of these on one chart; what has no such share is named with the reason. An unknown id is a `KeyError`."""
    traces: list[Trace] = []
    left_out: list[str] = []
    for item_id in ids:
        series = _series(plan, item_id, forms, today)
        why = _why_not(series)
        if why or series is None:
            left_out.append(f"{item_id} is left out: {why}")
        else:
            name = f"{item_id} {_name(series, forms)}"
            traces.append(Trace(Role.SCORES, name, tuple(_shares(series)), len(traces)))
    return Sheet(plan.client, today, (_chart(plan.client, tuple(traces), tuple(left_out)),))


def _series(plan: Plan, item_id: str, forms: Mapping[str, Form], today: date) -> Series | None:
    """A form that is drawn by itself has no target, so it has no series here."""
    if item_id not in plan.scorables:
        return None
    return current_series(series_of(plan, item_id, forms, today=today))


def _why_not(series: Series | None) -> str:
    if series is None:
        return "it has no measure with a target"
    if not series.since_baseline:
        return "it has no scores since its baseline" if series.points else "it has no scores yet"
    if series.baseline is None or series.target is None:
        return "it has no target"
    return "its target is its baseline" if series.baseline.value == series.target else ""


def _name(series: Series, forms: Mapping[str, Form]) -> str:
    form = form_of(forms, series.measure.form) if series.measure.form else None
    rater = "" if series.rater == "client" else f" by {series.rater}"
    return measure_name(series.measure, form) + (" (symptoms)" if series.measure.form else rater)


def _shares(series: Series) -> Iterator[tuple[date, float]]:
    if series.baseline is None or series.target is None:
        return
    for point in series.since_baseline:
        share = share_of_the_way(point.value, series.baseline.value, series.target)
        if share is not None:
            yield point.day, 100 * share


def _chart(client: str, traces: tuple[Trace, ...], left_out: tuple[str, ...]) -> Chart:
    if not traces:
        return Chart(client, TITLE, notes=left_out, instead=f"None of these can be drawn so. {'; '.join(left_out)}.")
    low, high = nice_range([0.0, 100.0, *(value for trace in traces for _, value in trace.points)])
    levels = (Level("baseline", 0.0, "baseline"), Level("target", 100.0, "target", is_target=True))
    notes = (OWN_WAY, *left_out)
    return fitted(Chart(client, TITLE, MEANING, traces, levels, low=low, high=high, unit="%", notes=notes))
