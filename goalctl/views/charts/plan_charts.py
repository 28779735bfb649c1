"""From a plan to its charts: which lines, levels, days and bands belong on the chart of a goal, an objective or a form.

What the figures are is for `analysis`; how they are drawn is for `terminal.py` and `drawing.py`, how a mark looks for
`style.py`. A measure that was replaced by one of another kind gets a chart of its own: scores on two scales never share
an axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.named import form_meant
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.progress.aimline import aimlines_of
from goalctl.analysis.progress.movement import Movement
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER, FormRef
from goalctl.model.scalars import ScalarError
from goalctl.views.charts.axis import axis_of
from goalctl.views.charts.model import (
    Chart,
    ChartSheet,
    Level,
    MarkKind,
    Moment,
    Trace,
    on_one_axis,
    one_look_each,
    with_x_axis,
)
from goalctl.views.charts.words import gap_note, measure_line, trend_note
from goalctl.views.clean import one_line
from goalctl.views.words.forms import with_respondent
from goalctl.views.words.measure import target_text
from goalctl.views.words.phase import Phase, phase_of

SYMPTOM_NOTE = "the aimline is a guide here: symptoms rarely change in a straight line"


def chart_sheet(case: Case, ids: Iterable[str]) -> ChartSheet:
    """The charts of these goals, objectives and forms, all over the same days. An unknown id is a `KeyError`."""
    charts = tuple(chart for item_id in ids for chart in charts_of(case, item_id))
    return ChartSheet(case.plan.client, case.today, on_one_axis(one_look_each(charts)))


def ids_with_scores(case: Case) -> tuple[str, ...]:
    """The active goals, by priority, each with its active objectives: those that have a score."""
    return tuple(item.id for item in case.plan.active_items if any(series.points for series in case.series(item.id)))


def form_ids(case: Case) -> tuple[str, ...]:
    """The forms that were filled in up to today, each respondent's by itself; each can be drawn."""
    return tuple(str(ref) for ref in case.forms_filled_in)


def charts_of(case: Case, item_id: str) -> tuple[Chart, ...]:
    """The charts of one id: usually one; another one for each kind of measure that it had before."""
    if item_id not in case.plan.scorables:
        return _form_charts(case, form_named(case, item_id))
    item, found = case.plan.scorables[item_id], case.series(item_id)
    if not found:
        why = f"{item_id} has no measure yet, so it has no scores to draw."
        return (Chart(item_id, _title(item), instead=why),)
    kinds: dict[object, list[Series]] = {}
    for series in reversed(found):
        kinds.setdefault(_kind(series), []).insert(0, series)
    newest = case.current(item_id)
    ordered = sorted(kinds.values(), key=lambda group: newest not in group)
    return tuple(_item_chart(case, item, group, newest) for group in ordered)


def _kind(series: Series) -> object:
    measure = series.measure
    return measure.by, measure.of, measure.per, measure.unit, measure.scale


def _title(item: Scorable) -> str:
    return one_line(item.wording)


def form_named(case: Case, word: str) -> FormRef:
    """The form that was filled in and that the word means, as `phq-9@anna` or `PHQ 9`; any other is a `KeyError`."""
    try:
        ref = form_meant(word, case.forms)
    except ScalarError:
        raise KeyError(word) from None
    if str(ref) not in form_ids(case):
        raise KeyError(word)
    return ref


def _form_charts(case: Case, ref: FormRef) -> tuple[Chart, ...]:
    """That of its total; of a form without one, one of each subscale that has scores."""
    drawn = tuple(form_chart(case, one.series) for one in case.courses if str(one.series.measure.by) == str(ref))
    return drawn or (Chart(str(ref), _form_title(case, ref), instead=f"{ref} has no score up to {case.today}."),)


def form_chart(case: Case, series: Series) -> Chart:
    """The chart of a form, or of its subscale, that has scores."""
    ref, movement = series.measure.by, case.movement(series)
    title = _form_title(case, ref, series.measure.of)
    marks = (*_scores([series]), *_trend(movement))
    chart = Chart(str(ref), title, marks=marks, notes=tuple(_notes(series, movement, case.today)))
    return _with_axes(case, chart, series, [series])


def _form_title(case: Case, ref: FormRef, of: str | None = None) -> str:
    form = form_of(case.forms, ref)
    name = form.about or form.name if form else ref.name
    return one_line(with_respondent(f"{name}: {of}" if of else name, ref))


def _item_chart(case: Case, item: Scorable, group: list[Series], newest: Series | None) -> Chart:
    main = newest if newest in group and newest is not None else group[-1]
    is_former = main.until is not None
    movement = Movement() if is_former else _foretold(case, item, case.movement(main))
    traces = [*_scores(group)]
    moments = [*_changes(group)]
    notes = [*_notes(main, movement, case.today)]
    if not is_former:
        traces = [*_aimlines(main, item), *_trend(movement), *traces]
        moments += _deadlines(item)
        notes += [SYMPTOM_NOTE] if main.measure.form and traces and traces[0].kind is MarkKind.AIMLINE else []
    title = f"until {main.until}: {_title(item)}" if is_former else _title(item)
    chart = Chart(item.id, title, marks=(*_levels(group, newest), *moments, *traces), notes=tuple(notes))
    return _with_axes(case, chart, main, group)


def _foretold(case: Case, item: Scorable, movement: Movement) -> Movement:
    """The same, without a day to come for what nobody works on."""
    found = movement.projection
    is_open = phase_of(case, item) is Phase.ACTIVE
    return movement if is_open or (found and found.is_passed) else movement._replace(projection=None)


def _with_axes(case: Case, chart: Chart, main: Series, group: list[Series]) -> Chart:
    """With its axes and the line about its measure."""
    form = form_of(case.forms, main.measure.form)
    values = [point.value for series in group for point in series.points]
    values += [level.value for level in chart.levels]
    measure = f"{measure_line(main, case.forms)}{_whose(main, group)}"
    if not values:
        why = f"{chart.id} has no scores, no baseline and no target yet, so there is nothing to draw."
        return chart._replace(instead=why, measure=measure)
    axis = axis_of(main.measure, form, values)
    found = chart._replace(
        measure=measure,
        values=values_of(main),
        low=axis.low,
        high=axis.high,
        bands=axis.bands,
        ticks=axis.ticks,
        unit=axis.unit,
        is_whole=axis.is_whole,
    )
    drawn = with_x_axis(found)
    if drawn.start == drawn.end:
        return chart._replace(
            instead=f"{chart.id} has no score and no day yet, so there is nothing to draw.", measure=measure
        )
    return drawn


def _whose(main: Series, group: Iterable[Series]) -> str:
    """Whose of several are counted and drawn as bars; a form's name says it, and the client's go unnamed."""
    are_several = len({series.rater for series in group if series.points}) > 1
    return f", of {main.rater}" if are_several and main.rater != CLIENT_RATER and not main.measure.form else ""


def values_of(series: Series) -> tuple[float, ...]:
    """Its scores without their days."""
    return tuple(point.value for point in series.points)


def _scores(group: list[Series]) -> Iterator[Trace]:
    raters = list(dict.fromkeys(series.rater for series in group))
    for series in group:
        if series.points:
            points = tuple((point.day, point.value) for point in series.points)
            form = series.measure.form
            name = form.respondent if form and form.respondent else series.rater
            yield Trace(MarkKind.SCORES, one_line(name), points, raters.index(series.rater))


def _aimlines(series: Series, item: Scorable) -> Iterator[Trace]:
    found = aimlines_of(series, item)
    if found is None or series.is_kept:
        return
    for kind, line in ((MarkKind.AIMLINE, found.current), (MarkKind.FIRST_AIMLINE, found.original)):
        if line:
            yield Trace(kind, kind.value, ((line.start, line.begins_at), (line.end, line.target)))


def _trend(movement: Movement) -> Iterator[Trace]:
    trend, projection = movement.trend, movement.projection
    if trend is None:
        return
    ends = [(day, trend.value_on(day)) for day in (trend.start, trend.end)]
    yield Trace(MarkKind.TREND, MarkKind.TREND.value, tuple(ends))
    if projection is None:
        return
    until = projection.day or date.max
    if until > trend.end:
        yield Trace(MarkKind.PROJECTION, MarkKind.PROJECTION.value, (ends[1], (until, trend.value_on(until))))


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
            found[level.name, level.value] = level._replace(start=span[0], end=span[1])
    return tuple(found.values())


def _own_levels(series: Series) -> Iterator[Level]:
    """Baseline and target; of a band both edges, of which the one that comes first carries the words."""
    baseline, target = series.baseline, series.target
    if baseline and not series.is_kept:
        name = "baseline" if baseline.stated else "first score"
        yield Level(MarkKind.BASELINE, name, baseline.value, f"{name} {score_text(baseline.value)}")
    if target is None:
        return
    name = "keep" if series.is_kept else "target"
    yield Level(MarkKind.TARGET, name, target, f"{name} {target_text(series.measure)}")
    if band := series.measure.band:
        yield Level(MarkKind.TARGET, name, band.high if target == band.low else band.low, "")


def _changes(group: list[Series]) -> Iterator[Moment]:
    for day in sorted({series.began for series in group if series.began}):
        yield Moment(MarkKind.FORMER_DAY, day, f"measured anew {day}")


def _deadlines(item: Scorable) -> Iterator[Moment]:
    for day in sorted({extension.from_ for extension in item.extended} - {item.deadline}):
        yield Moment(MarkKind.FORMER_DAY, day, f"was {day}")
    if item.deadline:
        yield Moment(MarkKind.DEADLINE, item.deadline, f"deadline {item.deadline}")


def _notes(series: Series, movement: Movement, today: date) -> Iterator[str]:
    if not series.points:
        yield "no scores yet"
    if note := trend_note(series, movement, today=today):
        yield note
    if note := gap_note(series.points):
        yield note


def nothing_to_draw(case: Case) -> str:
    """Why a client's chart is empty, and which ids could still be named."""
    text = f"{case.plan.client} has no active goal or objective with a score up to {case.today}."
    scored = [item_id for item_id in case.plan.scorables if any(series.points for series in case.series(item_id))]
    others = [*scored, *form_ids(case)]
    return f"{text} To see others, name them: {', '.join(others)}" if others else text
