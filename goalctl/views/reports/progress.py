"""The progress report for an insurer: why treatment is needed, what it did, and why it goes on or ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goalctl.analysis.caseload.overview import ItemOverview
from goalctl.analysis.figures import counted, figure
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Change, Lifecycle, Plan, Review
from goalctl.model.scalars import number_text
from goalctl.views.reports.course import GoalCourse, figures_only, goal_course, goals_in, reliable_words
from goalctl.views.reports.head import head_of, period_of, signature_lines, signed_name
from goalctl.views.reports.parts import Fact, Head, Scope, SignatureLine, Table, known, table_of
from goalctl.views.reports.plan import authorizations_table, diagnoses_table, next_review, problems_table, reviews_table
from goalctl.views.reports.sessions import Attendance, attendance_of, interventions_table
from goalctl.views.words.forms import form_name
from goalctl.views.words.measure import target_text

NOT_STATED = "No review in the plan states it."


@dataclass(frozen=True, slots=True)
class Necessity:
    """Why treatment is needed, in the words of the newest review that says so; `words` is empty when none does."""

    words: str
    said: str
    functioning: str


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """What a payer asks before it authorizes more."""

    head: Head
    diagnoses: Table
    problems: Table
    necessity: Necessity
    outcomes: Table
    goals: tuple[GoalCourse, ...]
    other_forms: Table
    together: tuple[str, ...]
    attendance: Attendance
    interventions: Table
    authorizations: Table
    reviews: Table
    changes: Table
    onward_title: str
    onward: tuple[Fact, ...]
    signatures: tuple[SignatureLine, ...]


def progress_report(scope: Scope) -> ProgressReport:
    """The stretch from its first day to its last."""
    goals = goals_in(scope)
    return ProgressReport(
        head=head_of(scope, "Progress report", Fact("Period", period_of(scope))),
        diagnoses=diagnoses_table(scope),
        problems=problems_table(scope.plan),
        necessity=necessity_of(scope),
        outcomes=outcomes_table(scope, goals),
        goals=tuple(goal_course(scope, goal) for goal in goals),
        other_forms=forms_table(scope),
        together=tuple(together_words(scope)),
        attendance=attendance_of(scope),
        interventions=interventions_table(scope),
        authorizations=authorizations_table(scope.plan),
        reviews=reviews_table(scope),
        changes=_changes(scope),
        onward_title=_onward_title(scope.plan),
        onward=tuple(_onward(scope, goals)),
        signatures=signature_lines(scope, with_client=False),
    )


def necessity_of(scope: Scope) -> Necessity:
    """The newest statement up to the end of the stretch."""
    stated = [review for review in scope.plan.reviews if review.necessity and review.on <= scope.end]
    newest: Review | None = max(stated, key=lambda review: review.on, default=None)
    functioning = scope.plan.functioning or ""
    if newest is None:
        return Necessity("", NOT_STATED, functioning)
    by = f", {signed_name(scope, newest.by)}" if newest.by else ""
    return Necessity(newest.necessity or "", f"review of {newest.on}{by}", functioning)


def outcomes_table(scope: Scope, goals: tuple[Goal, ...]) -> Table:
    """Every goal on a line: baseline, newest score, target, and in one word where it stands."""
    rows = [_outcome(scope.case.item(goal.id)) for goal in goals]
    heads = ("Goal", "Wording", "Baseline", "Newest score", "Target", "Reliable change", "Standing")
    return table_of("Goals at a glance", heads, rows, "No goal is worked on yet.")


def _outcome(found: ItemOverview) -> tuple[str, ...]:
    item, series = found.item, found.current
    is_active = item.status is Status.ACTIVE
    standing = found.progress.state.value if is_active else item.status.value
    if series is None:
        return item.id, item.wording, "", "", "", "", standing
    baseline = number_text(series.baseline.value) if series.baseline else ""
    last = f"{number_text(series.last.value)} on {series.last.day}" if series.last else ""
    return item.id, item.wording, baseline, last, target_text(series.measure), _reliable(found), standing


def _reliable(found: ItemOverview) -> str:
    change = found.symptoms
    if change is None or not change.can_be_reliable:
        return "no figure"
    return change.from_baseline.toward.value if change.from_baseline.reliable else "none yet"


def forms_table(scope: Scope) -> Table:
    """Every scored form that was filled in, by its first and newest score."""
    rows = []
    for found in scope.case.courses:
        points = found.series.points
        ends = [f"{number_text(round(point.value, 2))} on {point.day}" for point in (points[0], points[-1])]
        said = reliable_words(found.change) if found.change else "one score, nothing to compare"
        rows.append((form_name(found.series.measure.by, scope.forms), *ends, said))
    return table_of("Forms", ("Form", "First", "Newest", "Reliable change"), rows)


def together_words(scope: Scope) -> Iterator[str]:
    """The goals with attainment levels summed up, where there are any."""
    scaling = scope.case.goal_scaling
    if scaling:
        weighted = ", weighted by importance and difficulty" if scaling.weighted else ""
        ends = f"{figure(scaling.baseline)} at the baseline, {figure(scaling.achieved)} now"
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
    if plan.discharge:
        return "Why treatment ended"
    return "Why treatment rests" if plan.status is Lifecycle.ON_HOLD else "Why treatment goes on"


def _onward(scope: Scope, goals: tuple[Goal, ...]) -> Iterator[Fact]:
    """What is still to be reached and by which criteria treatment will end; or why it ended, or rests."""
    plan = scope.plan
    if plan.discharge:
        yield Fact("Reason", plan.discharge.reason or "")
        yield Fact("Ended on", str(plan.discharge.on))
    elif plan.status is Lifecycle.ON_HOLD:
        yield Fact("Reason", plan.holds[-1].because or "" if plan.holds else "")
    else:
        still = [words for goal in goals if (words := _still_open(scope, goal))]
        yield Fact("Still to be reached", "\n".join(still) or "every goal that is worked on is met")
    yield Fact("Discharge criteria", plan.discharge_criteria or "")
    yield from known(("Next review", next_review(scope)))


def _still_open(scope: Scope, goal: Goal) -> str:
    """An active goal that is not met, with how it stands; empty for any other."""
    found = scope.case.item(goal.id)
    if goal.status is not Status.ACTIVE or (found.attainment and found.attainment.is_met):
        return ""
    return f"{goal.id} {goal.goal}: {found.progress.state.value}, {figures_only(found.progress.because)}"
