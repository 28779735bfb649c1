"""The progress report for an insurer: why treatment is needed, what it did, and why it goes on or ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.caseload.overview import FormOverview, ItemOverview, form_overview
from goalctl.analysis.figures import counted, figure, score_text
from goalctl.analysis.progress.goal_scaling import GoalScalingError
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Goal
from goalctl.model.plan import Change, Lifecycle, Plan
from goalctl.views.charts.plan_charts import form_chart
from goalctl.views.reports.asked import Necessity, necessity_of, requested_facts
from goalctl.views.reports.course import GoalCourse, figure_of, goal_course, goals_in
from goalctl.views.reports.goals import NO_GOAL
from goalctl.views.reports.head import head_of, period_of, signature_lines
from goalctl.views.reports.parts import Figure, Head, ReportFact, Scope, SignatureLine, Table, facts_of, table_of
from goalctl.views.reports.plan import authorizations_table, diagnoses_table, next_review, problems_table, reviews_table
from goalctl.views.reports.sessions import Attendance, attendance_of, interventions_table, responses_table
from goalctl.views.words.form_course import form_course_words, form_figure_words
from goalctl.views.words.forms import forms_beside_goals, respondents
from goalctl.views.words.measure import scored_name, target_text
from goalctl.views.words.onward import form_next_words, goals_in_need, got_worse, next_words, still_to_be_reached
from goalctl.views.words.outcome import outcome_lines
from goalctl.views.words.risk_line import risk_in_full, risk_line
from goalctl.views.words.standing import standing_word
from goalctl.views.words.way import baselines_words, day_scored, newest_in_treatment


class ProgressReport(NamedTuple):
    """What a payer asks before it authorizes more."""

    head: Head
    diagnoses: Table
    problems: Table
    necessity: Necessity
    risk: tuple[str, ...]
    outcomes: Table
    goals: tuple[GoalCourse, ...]
    other_forms: Table
    form_figures: tuple[Figure, ...]
    together: tuple[str, ...]
    attendance: Attendance
    interventions: Table
    responses: Table
    authorizations: Table
    reviews: Table
    changes: Table
    next_title: str
    next: Table
    requested: tuple[ReportFact, ...]
    onward_title: str
    onward: tuple[ReportFact, ...]
    signatures: tuple[SignatureLine, ...]


def progress_report(scope: Scope) -> ProgressReport:
    """The stretch from its first day to its last."""
    goals = goals_in(scope)
    return ProgressReport(
        head=head_of(scope, "Progress report", ReportFact("Period", period_of(scope))),
        diagnoses=diagnoses_table(scope),
        problems=problems_table(scope.plan),
        necessity=necessity_of(scope),
        risk=(risk_line(scope.case), *(risk_in_full(scope.case) if scope.risk_in_full else ())),
        outcomes=outcomes_table(scope, goals),
        goals=tuple(goal_course(scope, goal) for goal in goals),
        other_forms=forms_table(scope),
        form_figures=form_figures(scope),
        together=tuple(together_words(scope)),
        attendance=attendance_of(scope),
        interventions=interventions_table(scope),
        responses=responses_table(scope),
        authorizations=authorizations_table(scope.plan),
        reviews=reviews_table(scope),
        changes=_changes(scope),
        next_title="What changes next, and why",
        next=next_table(scope),
        requested=tuple(requested_facts(scope)),
        onward_title=_onward_title(scope.plan),
        onward=tuple(_onward(scope)),
        signatures=signature_lines(scope, with_client=False),
    )


def outcomes_table(scope: Scope, goals: tuple[Goal, ...]) -> Table:
    """Every goal on a line: baseline, newest score, target, and in one word where it stands."""
    rows = [_outcome(scope, scope.in_treatment.case.item(goal.id)) for goal in goals]
    heads = ("Goal", "Wording", "Baseline", "Newest score", "Target", "Reliable change", "Standing")
    return table_of("Goals at a glance", heads, rows, NO_GOAL)


def _outcome(scope: Scope, found: ItemOverview) -> tuple[str, ...]:
    item, series = found.item, found.current
    standing = standing_word(scope.case, item.id)
    if series is None:
        return item.id, item.wording, "", "", "", "", standing
    ends = (baselines_words(scope.case, item.id), newest_in_treatment(scope.in_treatment.case, scope.case, item.id))
    return item.id, item.wording, *ends, target_text(series.measure), _reliable(found), standing


def _reliable(found: ItemOverview) -> str:
    change = found.symptoms
    if change is None or not change.can_be_reliable:
        return "no figure"
    since = f" since {change.baseline.day}" if change.over_treatment and change.baseline.day else ""
    return f"{change.from_baseline.toward.value}{since}" if change.from_baseline.reliable else "none yet"


def forms_table(scope: Scope) -> Table:
    """Every scored form that was filled in, each respondent's by itself, by how it went and by which figure."""
    rows = []
    refs = [found.series.measure.by for found in scope.case.courses]
    for found, who in zip(scope.case.courses, respondents(refs), strict=True):
        measure = found.series.measure
        name = scored_name(measure.model_copy(update={"by": measure.by.by(None)}), scope.forms)
        during = form_overview(scope.in_treatment.case, measure.by, measure.of)
        figure = form_figure_words(during.change) if during.change else ""
        rows.append((name, who, _course_words(during, found.series), figure))
    return table_of("Forms", ("Form", "Filled in by", "Course", "What counts as reliable"), rows)


def _course_words(during: FormOverview, series: Series) -> str:
    """How it went in treatment, and beside it what was scored afterwards."""
    said = [form_course_words(during)] if during.series.points else []
    if during.change and during.series.points[-1].is_estimate:
        said.append("last score estimated, answers are missing")
    if series.is_of_afterwards:
        said.append(f"{score_text(series.points[-1].value)} on {day_scored(series)}")
    return "; ".join(said)


def form_figures(scope: Scope) -> tuple[Figure, ...]:
    """A chart of every form that has more than one score and no goal's chart beside it."""
    beside = [found for found in forms_beside_goals(scope.case) if len(found.series.points) > 1]
    charts = [form_chart(scope.case, found.series) for found in beside]
    drawn = [chart for chart in charts if chart.scores and not chart.instead]
    return tuple(figure_of(chart, f"form-{place}") for place, chart in enumerate(drawn))


def together_words(scope: Scope) -> Iterator[str]:
    """What came of each measure so far, then the goals with attainment levels summed up, where there are any."""
    yield from (f"{said} (classes after Jacobson and Truax 1991)." for said in outcome_lines(scope.case))
    try:
        scaling = scope.case.goal_scaling
    except GoalScalingError as error:
        yield f"No goal attainment T-score: {error}."
        return
    if scaling:
        weighted = ", weighted by importance and difficulty" if scaling.weighted else ""
        now = "when treatment ended" if scope.plan.ended_on(scope.end) else "now"
        ends = f"{figure(scaling.baseline)} at the baseline, {figure(scaling.achieved)} {now}"
        yield (
            f"Goal attainment T-score: {ends} ({counted(scaling.n, 'goal')}{weighted}). 50 is the expected outcome, "
            "10 points are one standard deviation (Kiresuk and Sherman 1968)."
        )


def _changes(scope: Scope) -> Table:
    rows = [_change(found) for found in scope.plan.changes if scope.holds(found.on)]
    return table_of("Changes of the plan", ("Day", "Of", "What", "From", "To", "Because"), rows)


def _change(found: Change) -> tuple[str, ...]:
    what = found.what.rpartition(".")[2].replace("_", " ")
    return str(found.on), found.of or "plan", what, _short(found.from_), _short(found.to), found.because or ""


def _short(value: object) -> str:
    """A value as it stands in the trail; what is no plain text is in the plan itself."""
    return "" if value is None else value if isinstance(value, str) else "(see the plan)"


def _onward_title(plan: Plan) -> str:
    if plan.has_ended:
        return "Why treatment ended"
    return "Why treatment rests" if plan.status is Lifecycle.ON_HOLD else "Why treatment goes on"


def _onward(scope: Scope) -> Iterator[ReportFact]:
    """What is still to be reached and by which criteria treatment will end; or why it ended, or rests."""
    plan = scope.plan
    if plan.discharge and plan.has_ended:
        yield ReportFact("Reason", plan.discharge.reason or "")
        yield ReportFact("Ended on", str(plan.discharge.on))
    elif plan.status is Lifecycle.ON_HOLD:
        yield ReportFact("Reason", plan.holds[-1].because or "" if plan.holds else "")
    yield ReportFact("Still to be reached", still_to_be_reached(scope.in_treatment.case))
    yield ReportFact("Discharge criteria", plan.discharge_criteria or "")
    yield from facts_of(("Next review", next_review(scope)))


def next_table(scope: Scope) -> Table:
    """What the record says comes next for each goal and step, who got worse first; then the forms that got worse."""
    case = scope.in_treatment.case
    said = [
        (got_worse(case, item.id), item.id, standing_word(case, item.id), next_words(case, item.id))
        for item in goals_in_need(case)
    ]
    said += [
        (True, scored_name(found.series.measure, scope.forms), "worse", form_next_words(case, found))
        for found in forms_beside_goals(case)
    ]
    rows = [tuple(row) for _, *row in sorted(said, key=lambda one: not one[0]) if row[2]]
    return table_of("What changes next", ("Of", "Standing", "On record"), rows)
