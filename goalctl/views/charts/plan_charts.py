"""From a plan to its charts: which lines, levels, days and bands belong on the chart of a goal, an objective or a form.

What the figures are is for `analysis`; how they are drawn is for `chart_terminal.py` and `chart_svg.py`. A measure that
was replaced by one of another kind gets a chart of its own: scores on two scales never share an axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from goalctl.analysis.due.deadlines import active_items
from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.progress.aimline import aimlines_of
from goalctl.analysis.progress.series import Series, current_series, series_of, series_of_form
from goalctl.analysis.progress.trend import projection_of, trend_of
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text
from goalctl.views.charts.axis import axis_of
from goalctl.views.charts.model import Chart, Level, Moment, Role, Sheet, Trace, fitted, on_one_axis
from goalctl.views.charts.words import gap_note, measure_line, trend_note
from goalctl.views.clean import one_line

SYMPTOM_NOTE = "the aimline is a guide here: symptoms rarely change in a straight line"


def chart_sheet(plan: Plan, ids: Iterable[str], forms: Mapping[str, Form], *, today: date) -> Sheet:
    """The charts of these goals, objectives and forms, all over the same days. An unknown id is a `KeyError`."""
    charts = tuple(chart for item_id in ids for chart in charts_of(plan, item_id, forms, today=today))
    return Sheet(plan.client, today, on_one_axis(charts))


def ids_with_scores(plan: Plan, forms: Mapping[str, Form], *, today: date) -> tuple[str, ...]:
    """The active goals, by priority, each with its active objectives: those that have a score."""
    return tuple(
        item.id
        for item in active_items(plan)
        if any(series.points for series in series_of(plan, item.id, forms, today=today))
    )


def form_ids(plan: Plan, *, today: date) -> tuple[str, ...]:
    """The forms that were filled in up to today; each can be drawn by itself."""
    return tuple(sorted({form_id.partition("@")[0] for _, form_id, _ in filled_in(plan, today=today)}))


def charts_of(plan: Plan, item_id: str, forms: Mapping[str, Form], *, today: date) -> tuple[Chart, ...]:
    """The charts of one id: usually one; another one for each kind of measure that it had before."""
    if item_id not in plan.scorables:
        return (_form_chart(plan, item_id, forms, today),)
    item = plan.scorables[item_id]
    found = series_of(plan, item_id, forms, today=today)
    if not found:
        why = f"{item_id} has no measure yet, so it has no scores to draw."
        return (Chart(item_id, _title(item), instead=why),)
    kinds: dict[object, list[Series]] = {}
    for series in reversed(found):
        kinds.setdefault(_kind(series), []).insert(0, series)
    newest = current_series(found)
    ordered = sorted(kinds.values(), key=lambda group: newest not in group)
    return tuple(_item_chart(item, group, newest, forms) for group in ordered)


def _kind(series: Series) -> object:
    measure = series.measure
    return measure.by, measure.of, measure.per, measure.unit, measure.scale


def _title(item: Scorable) -> str:
    return one_line(item.wording)


def _form_chart(plan: Plan, form_id: str, forms: Mapping[str, Form], today: date) -> Chart:
    if form_id not in form_ids(plan, today=today):
        raise KeyError(form_id)
    series = series_of_form(plan, form_id, forms, today=today)
    form = form_of(forms, form_id)
    title = one_line(form.about or form.name) if form else form_id
    if not series.points:
        return Chart(form_id, title, instead=f"{form_id} has no score up to {today}.")
    traces = (*_scores([series]), *_trend(series))
    return _finished(
        Chart(form_id, title, traces=traces, notes=tuple(_notes(series, is_former=False))), series, [series], forms
    )


def _item_chart(item: Scorable, group: list[Series], newest: Series | None, forms: Mapping[str, Form]) -> Chart:
    main = newest if newest in group and newest is not None else group[-1]
    is_former = main.until is not None
    traces = [*_scores(group)]
    moments = [*_changes(group)]
    notes = [*_notes(main, is_former=is_former)]
    if not is_former:
        traces = [*_aimlines(main, item), *_trend(main), *traces]
        moments += _deadlines(item)
        notes += [SYMPTOM_NOTE] if main.measure.form and traces and traces[0].role is Role.AIMLINE else []
    title = f"until {main.until}: {_title(item)}" if is_former else _title(item)
    chart = Chart(
        item.id, title, traces=tuple(traces), levels=_levels(group, newest), moments=tuple(moments), notes=tuple(notes)
    )
    return _finished(chart, main, group, forms)


def _finished(chart: Chart, main: Series, group: list[Series], forms: Mapping[str, Form]) -> Chart:
    """With its axes and the line about its measure."""
    form = form_of(forms, main.measure.form) if main.measure.form else None
    values = [point.value for series in group for point in series.points]
    values += [level.value for level in chart.levels]
    if not values:
        why = f"{chart.id} has no scores, no baseline and no target yet, so there is nothing to draw."
        return replace(chart, instead=why, measure=measure_line(main, form))
    axis = axis_of(main.measure, form, values)
    found = replace(
        chart,
        measure=measure_line(main, form),
        low=axis.low,
        high=axis.high,
        bands=axis.bands,
        ticks=axis.ticks,
        unit=axis.unit,
    )
    return fitted(found)


def _scores(group: list[Series]) -> Iterator[Trace]:
    raters = list(dict.fromkeys(series.rater for series in group))
    for series in group:
        if series.points:
            points = tuple((point.day, point.value) for point in series.points)
            yield Trace(Role.SCORES, one_line(series.rater), points, raters.index(series.rater))


def _aimlines(series: Series, item: Scorable) -> Iterator[Trace]:
    found = aimlines_of(series, item)
    if found is None or series.is_kept:
        return
    for role, line in ((Role.AIMLINE, found.current), (Role.FIRST_AIMLINE, found.original)):
        if line:
            yield Trace(role, role.value, ((line.start, line.begins_at), (line.end, line.target)))


def _trend(series: Series) -> Iterator[Trace]:
    trend = trend_of(series.since_baseline)
    if trend is None:
        return
    ends = [(day, trend.value_on(day)) for day in (trend.start, trend.end)]
    yield Trace(Role.TREND, Role.TREND.value, tuple(ends))
    if series.target is None or series.is_kept:
        return
    until = projection_of(trend, series.target, series.better).day or date.max
    if until > trend.end:
        yield Trace(Role.PROJECTION, Role.PROJECTION.value, (ends[1], (until, trend.value_on(until))))


def _levels(group: list[Series], newest: Series | None) -> tuple[Level, ...]:
    """Baseline and target of each measure, over its own days when there are several; one line for equal ones."""
    windows = {(series.began, series.until): series for series in group if series is not newest}
    if newest in group and newest is not None:
        windows[newest.began, newest.until] = newest
    is_one = len(windows) == 1
    found: dict[tuple[str, float], Level] = {}
    for series in windows.values():
        span = (None, None) if is_one else (series.began, series.until)
        for level in _own_levels(series):
            found[level.name, level.value] = replace(level, start=span[0], end=span[1])
    return tuple(found.values())


def _own_levels(series: Series) -> Iterator[Level]:
    baseline, target = series.baseline, series.target
    if series.is_kept and target is not None:
        yield Level("keep", target, f"keep {number_text(target)}", is_target=True)
        return
    if baseline:
        name = "baseline" if baseline.stated else "first score"
        yield Level(name, baseline.value, f"{name} {number_text(baseline.value)}")
    if target is not None:
        yield Level("target", target, f"target {number_text(target)}", is_target=True)


def _changes(group: list[Series]) -> Iterator[Moment]:
    for day in sorted({series.began for series in group if series.began}):
        yield Moment(day, f"measured anew {day}", is_past=True)


def _deadlines(item: Scorable) -> Iterator[Moment]:
    for day in sorted({extension.from_ for extension in item.extended} - {item.deadline}):
        yield Moment(day, f"was {day}", is_past=True)
    if item.deadline:
        yield Moment(item.deadline, f"deadline {item.deadline}")


def _notes(series: Series, *, is_former: bool) -> Iterator[str]:
    if not series.points:
        yield "no scores yet"
    if not is_former and (note := trend_note(series)):
        yield note
    if note := gap_note(series.points):
        yield note


def nothing_to_draw(plan: Plan, forms: Mapping[str, Form], *, today: date) -> str:
    """Why a client's chart is empty, and which ids could still be named."""
    text = f"{plan.client} has no active goal or objective with a score up to {today}."
    scored = [
        item_id
        for item_id in plan.scorables
        if any(series.points for series in series_of(plan, item_id, forms, today=today))
    ]
    others = [*scored, *form_ids(plan, today=today)]
    return f"{text} To see others, name them: {', '.join(others)}" if others else text
