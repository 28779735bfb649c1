"""Goals on a client's page: where each stands, in words and figures, with a chart of every rater and measure."""

from __future__ import annotations

from collections.abc import Iterable

from goalctl.views.charts.drawing import chart_svg
from goalctl.views.reports.course import GoalCourse, ItemCourse, goal_course, goals_in
from goalctl.views.reports.goals import NO_GOAL
from goalctl.views.reports.parts import Figure, ReportFact, Scope
from goalctl.views.reports.plan import plan_report
from goalctl.views.reports.progress import form_figures, forms_table
from goalctl.views.site.markup import facts, said, table, told
from goalctl.views.words.forms import unscored_forms

WIDTH, PLOT = 520.0, 160.0
STANDING = "Standing"


def goals_part(scope: Scope) -> str:
    """Every goal that is or was worked on, the active ones first by priority; then those for later."""
    found = "".join(_goal(goal_course(scope, goal)) for goal in goals_in(scope))
    return (found or f'<p class="quiet">{NO_GOAL}</p>\n') + table(plan_report(scope).later)


def _goal(goal: GoalCourse) -> str:
    words = f'<blockquote class="words">“{told(goal.words)}”</blockquote>\n' if goal.words else ""
    figures = (*goal.figures, *(figure for step in goal.objectives for figure in step.figures))
    scores = ""
    if goal.scores.rows:
        scores = (
            f"<details>\n<summary>All scores of {said(goal.id)} as a table</summary>\n{table(goal.scores)}</details>\n"
        )
    return (
        f'<section class="goal">\n<h3><span class="id">{said(goal.id)}</span> {said(goal.wording)}</h3>\n'
        f"{_standing(goal.facts)}{words}{_rest(goal.facts)}{''.join(map(_objective, goal.objectives))}"
        f"{pictures(figures)}{scores}</section>\n"
    )


def _objective(step: ItemCourse) -> str:
    return (
        f'<div class="objective">\n<h4><span class="id">{said(step.id)}</span> {said(step.wording)}</h4>\n'
        f"{_standing(step.facts)}{_rest(step.facts)}</div>\n"
    )


def _standing(found: Iterable[ReportFact]) -> str:
    """Where it stands, its word first."""
    for fact in found:
        if fact.label == STANDING:
            state, colon, because = fact.value.partition(": ")
            return f'<p class="standing"><span class="state">{said(state)}</span>{said(colon + because)}</p>\n'
    return ""


def _rest(found: Iterable[ReportFact]) -> str:
    return facts(fact for fact in found if fact.label != STANDING)


def pictures(figures: Iterable[Figure]) -> str:
    """The charts side by side where there is room."""
    drawn = "".join(
        f"<figure>{chart_svg(figure.chart, width=WIDTH, plot=PLOT, key=figure.key)}</figure>\n" for figure in figures
    )
    return f'<div class="pictures">\n{drawn}</div>\n' if drawn else ""


def forms_part(scope: Scope) -> str:
    """Every form that was filled in, each respondent's by itself, with a chart where no goal's chart has it."""
    lacking = "".join(f"<p>{said(text)}</p>\n" for text in unscored_forms(scope.case))
    return table(forms_table(scope), captioned=False) + pictures(form_figures(scope)) + lacking
