"""How a goal went: its charts, the table of its scores, where it stands and by which rule, and whether it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from goalctl.analysis.caseload.overview import ItemOverview
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import band_name
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.views.charts.model import Chart, on_one_axis
from goalctl.views.charts.plan_charts import charts_of
from goalctl.views.reports.goals import deadline_words
from goalctl.views.reports.parts import Figure, ReportFact, Scope, Table, facts_of, table_of
from goalctl.views.words.form_course import reliable_words
from goalctl.views.words.measure import measure_in_words, series_name
from goalctl.views.words.sparkline import sparkline
from goalctl.views.words.standing import standing_words
from goalctl.views.words.way import afterwards_words, way_words


class ItemCourse(NamedTuple):
    """One goal or objective: what it is held against, where it stands, and its charts."""

    id: str
    wording: str
    facts: tuple[ReportFact, ...]
    figures: tuple[Figure, ...]


class GoalCourse(NamedTuple):
    """A goal and its objectives over time, with all their scores in one table."""

    id: str
    wording: str
    words: str
    facts: tuple[ReportFact, ...]
    objectives: tuple[ItemCourse, ...]
    figures: tuple[Figure, ...]
    scores: Table


def goals_in(scope: Scope) -> tuple[Goal, ...]:
    """The goals that were worked on in the stretch: the active ones by priority, those that rest, the closed ones."""
    resting = [goal for goal in scope.plan.goals if goal.status is Status.ON_HOLD]
    closed = [
        goal
        for goal in scope.plan.goals
        if goal.status.is_closed and not (scope.begin and goal.closed and goal.closed < scope.begin)
    ]
    return (*scope.plan.active_goals, *resting, *closed)


def goal_course(scope: Scope, goal: Goal) -> GoalCourse:
    """The course of one goal up to the stretch's end; its table holds the scores of the stretch.

    Of a treatment that is over it is told as it was on the last day, and apart from it what was scored afterwards.
    """
    steps = [step for step in goal.objectives if step.status.is_settled]
    items: tuple[Scorable, ...] = (goal, *steps)
    overviews = [scope.case.item(item.id) for item in items]
    charts = _charts(scope, items)
    return GoalCourse(
        id=goal.id,
        wording=goal.goal,
        words=goal.smart.relevant.in_their_words or "",
        facts=tuple(_facts(scope, overviews[0])),
        objectives=tuple(_item_course(scope, found, charts) for found in overviews[1:]),
        figures=_figures(charts, goal.id),
        scores=_scores(scope, goal, overviews),
    )


def _item_course(scope: Scope, overview: ItemOverview, charts: tuple[Chart, ...]) -> ItemCourse:
    item = overview.item
    return ItemCourse(item.id, item.wording, tuple(_facts(scope, overview)), _figures(charts, item.id))


def _facts(scope: Scope, overview: ItemOverview) -> Iterator[ReportFact]:
    item, then = overview.item, scope.in_treatment.case
    series, change = then.item(item.id).current, then.item(item.id).symptoms
    if item.measure:
        yield ReportFact("Measure", measure_in_words(item.measure, scope.forms))
    yield from facts_of(("Deadline", deadline_words(item)))
    if series and series.last:
        yield ReportFact("So far", way_words(then, item.id))
        if isinstance(item, Goal) or (change and change.can_be_reliable):
            yield ReportFact("Reliable change", reliable_words(change))
    yield ReportFact("Standing", standing_words(then, item.id))
    yield from facts_of(("Afterwards", afterwards_words(scope.case, item.id)))


def _charts(scope: Scope, items: Sequence[Scorable]) -> tuple[Chart, ...]:
    """The charts of all items over the same days."""
    charts = [chart for item in items for chart in charts_of(scope.case, item.id)]
    return on_one_axis(tuple(chart for chart in charts if chart.scores and not chart.instead))


def _figures(charts: tuple[Chart, ...], item_id: str) -> tuple[Figure, ...]:
    own = [chart for chart in charts if chart.id == item_id]
    return tuple(figure_of(chart, f"{item_id}-{place}") for place, chart in enumerate(own))


def figure_of(chart: Chart, key: str) -> Figure:
    """The chart with its line of bars, of the scores that its words are about."""
    return Figure(chart, sparkline(chart.values), f"chart-{key.replace('.', '-')}")


def _scores(scope: Scope, goal: Goal, overviews: Sequence[ItemOverview]) -> Table:
    """One row a day, one column for each item, rater and measure."""
    columns = {_column(scope, series): _by_day(scope, series) for found in overviews for series in found.series}
    columns = {head: scores for head, scores in columns.items() if scores}
    days = sorted({day for scores in columns.values() for day in scores})
    rows = [(str(day), *(scores.get(day, "") for scores in columns.values())) for day in days]
    empty = "No score in this stretch."
    return table_of(f"Scores of {goal.id} and its objectives", ("Day", *columns), rows, empty)


def _column(scope: Scope, series: Series) -> str:
    until = f", until {series.until}" if series.until else ""
    return f"{series.item} {series_name(series, scope.forms)}{until}"


def _by_day(scope: Scope, series: Series) -> Mapping[date, str]:
    form = form_of(scope.forms, series.measure.form)
    found: dict[date, str] = {}
    for point in series.points:
        if scope.holds(point.day):
            band = band_name(form, point.value, series.measure.of) if form else None
            beside = ", ".join(word for word in (band, "estimated" * point.is_estimate) if word)
            text = score_text(point.value) + (f" ({beside})" if beside else "")
            found[point.day] = f"{found[point.day]}; {text}" if point.day in found else text
    return found
