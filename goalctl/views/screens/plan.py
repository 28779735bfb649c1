"""A client's plan on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from goalctl.analysis.caseload.overview import ItemOverview, PlanOverview
from goalctl.analysis.caseload.triage import ConcernKind
from goalctl.analysis.due.deadline import Deadline, in_words
from goalctl.analysis.figures import counted
from goalctl.analysis.progress.attainment import share_reached
from goalctl.analysis.progress.goal_scaling import GoalScalingError, goal_based_outcome_of, goal_scaling_of
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import Series
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Objective, Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.measure import Measure, own_scale
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text
from goalctl.model.session import Session
from goalctl.views.listings.listing import Tone
from goalctl.views.screens.page import Line
from goalctl.views.words.entries import entry_marks, log_marks
from goalctl.views.words.sparkline import bar, sparkline

MOST_CONCERNS = 5
STATE_TONES = {
    State.RELIABLY_WORSE: Tone.BAD,
    State.OFF_TRACK: Tone.LATE,
    State.OVERDUE: Tone.LATE,
    State.STALE: Tone.SOON,
    State.AT_RISK: Tone.SOON,
    State.ON_TRACK: Tone.GOOD,
    State.AHEAD: Tone.GOOD,
    State.MET: Tone.GOOD,
}


def plan_page(
    plan: Plan, overview: PlanOverview, forms: Mapping[str, Form], deadlines: Iterable[Deadline], *, today: date
) -> Iterator[Line]:
    """Who, why, which goals and how they stand, what is next, and the last session."""
    yield from _head(plan)
    for concern in overview.concerns[:MOST_CONCERNS]:
        if concern.kind.rank <= ConcernKind.RELIABLY_WORSE.rank:
            yield Line(f"{concern.kind.value}: {concern.because}", tone=Tone.BAD)
    for problem in plan.problems:
        yield Line(f"{problem.id} {problem.problem}" + (f" ({problem.evidence})" if problem.evidence else ""))
    items = {found.item.id: found for found in overview.items}
    for goal in sorted(plan.goals, key=_in_order):
        yield Line("")
        yield from _goal(goal, items, forms, today)
    yield from _across_goals(plan, forms, today)
    yield from _next_days(deadlines, today)
    yield from _last_session(plan)
    yield from log_marks(plan)


_STATUSES = ("active", "draft", "reserve", "achieved", "discontinued")


def _in_order(goal: Goal) -> tuple[int, int]:
    return _STATUSES.index(goal.status), goal.priority or len(_STATUSES) * 20


def _head(plan: Plan) -> Iterator[Line]:
    words = [plan.client, plan.status.value]
    words += [f"with {plan.clinician}"] if plan.clinician else []
    words += [f"opened {plan.opened}"] if plan.opened else []
    yield Line(" · ".join(words), tone=Tone.GOOD)
    if plan.diagnoses:
        yield Line("; ".join(f"{diagnosis.code} {diagnosis.name or ''}".strip() for diagnosis in plan.diagnoses))
    if plan.values:
        yield Line(f"values: {', '.join(plan.values)}", tone=Tone.QUIET)


def _goal(goal: Goal, items: Mapping[str, ItemOverview], forms: Mapping[str, Form], today: date) -> Iterator[Line]:
    term = f", {goal.term.value} term" if goal.term else ""
    serves = f", serves {goal.serves}" if goal.serves else ""
    yield Line(f"{goal.id} {goal.goal} [{goal.status.value}{term}{serves}]", tone=_tone(goal))
    smart = goal.smart
    if smart.specific:
        yield Line(f"specific: {smart.specific}", 1)
    yield from _scoring(items[goal.id], forms, 1)
    control = {True: "in the client's control", False: "depends on others too", None: ""}[
        smart.attainable.in_client_control
    ]
    yield from _said("attainable", smart.attainable.because, control)
    words = f'"{smart.relevant.in_their_words}"' if smart.relevant.in_their_words else None
    yield from _said("relevant", smart.relevant.value, words)
    yield from _time(goal, today, 1)
    for objective in goal.objectives:
        yield Line(f"{objective.id} {objective.objective} [{objective.status.value}]", 1, _tone(objective))
        yield from _scoring(items[objective.id], forms, 2)
        yield from _time(objective, today, 2)
        for intervention in objective.interventions:
            rhythm = f", every {intervention.every}" if intervention.every else ""
            yield Line(f"{intervention.id} {intervention.what}{rhythm}", 2, Tone.QUIET)


def _tone(item: Scorable) -> Tone:
    return Tone.PLAIN if item.status.value == "active" else Tone.QUIET


def _said(name: str, *parts: str | None) -> Iterator[Line]:
    said = "; ".join(part for part in parts if part)
    if said:
        yield Line(f"{name}: {said}", 1)


def _scoring(overview: ItemOverview, forms: Mapping[str, Form], indent: int) -> Iterator[Line]:
    """The measure, then the way so far as bar, line and number, then where it stands and by which rule."""
    if overview.item.measure is None:
        return
    yield Line(f"measured by {measure_text(overview.item.measure, forms)}", indent)
    for series in overview.series:
        if series.points and series.until is None:
            yield Line(course_text(series), indent)
    if overview.item.status is Status.ACTIVE:
        progress = overview.progress
        yield Line(f"{progress.state.value}: {progress.because}", indent, STATE_TONES.get(progress.state, Tone.PLAIN))
        for doubt in overview.doubts:
            yield Line(doubt.because, indent, Tone.SOON)


def course_text(series: Series) -> str:
    """One rater's way so far: `████████░░ 80% ▇▆▄▃ now 8 on 2026-06-08`; no share until the baseline has a score."""
    last = series.points[-1]
    share = share_reached(series, last.value) if series.since_baseline else None
    way = f"{bar(share)} {round(share * 100)}% " if share is not None else ""
    rater = "" if series.rater == CLIENT_RATER else f"{series.rater}: "
    return (
        f"{rater}{way}{sparkline([point.value for point in series.points])} now {number_text(last.value)} on {last.day}"
    )


def measure_text(measure: Measure, forms: Mapping[str, Form]) -> str:
    """A measure on one line: `days walked per week 0-7, from 1 to 3`."""
    form = forms.get(measure.by)
    name = form.name if form else measure.of or measure.by
    per = f" per {measure.per.value}" if measure.per else ""
    low, high = own_scale(measure)
    scale = "" if low is None or form else f" {number_text(low)} to {number_text(high)}" if high is not None else ""
    unit = f" {measure.unit}" if measure.unit else ""
    start = "first score" if measure.baseline is None else number_text(measure.baseline)
    goal = "no target yet" if measure.target is None else number_text(measure.target)
    return f"{name}{per}{unit}{f' ({scale.strip()})' if scale else ''}: {start} → {goal}"


def _time(item: Goal | Objective, today: date, indent: int) -> Iterator[Line]:
    if item.deadline is None:
        return
    is_open = item.status is Status.ACTIVE
    late = is_open and item.deadline < today
    moved = (
        f", extended {counted(len(item.extended), 'time')}, first due {item.extended[0].from_}" if item.extended else ""
    )
    when = f"deadline {item.deadline}{f', {in_words(item.deadline, today=today)}' if is_open else ''}{moved}"
    yield Line(when, indent, Tone.LATE if late else Tone.PLAIN)


def _across_goals(plan: Plan, forms: Mapping[str, Form], today: date) -> Iterator[Line]:
    """The two figures that may be formed over several goals; symptoms are in neither."""
    try:
        scaling = goal_scaling_of(plan, forms, today=today)
    except GoalScalingError as error:
        yield Line(f"goal attainment: {error}", tone=Tone.SOON)
        scaling = None
    outcome = goal_based_outcome_of(plan, forms, today=today)
    if scaling:
        weights = ", weighted" if scaling.weighted else ""
        scores = f"T {scaling.achieved:.1f}, at the baseline {scaling.baseline:.1f}"
        yield Line("")
        yield Line(f"goal attainment over {counted(scaling.n, 'goal')}{weights}: {scores} (50 is as expected, SD 10)")
    if outcome:
        goals = counted(len(outcome.changes), "rated goal")
        yield Line(f"mean change over {goals}: {outcome.mean:+.1f} points of 10")


def _next_days(deadlines: Iterable[Deadline], today: date) -> Iterator[Line]:
    for place, deadline in enumerate(sorted(deadlines)):
        if place == 0:
            yield Line("")
            yield Line("due")
        tone = Tone.LATE if deadline.is_overdue(today=today) else Tone.PLAIN
        what = f"{deadline.item} {deadline.what}".strip()
        yield Line(f"{deadline.day} {in_words(deadline.day, today=today)}: {deadline.kind.value}: {what}", 1, tone)


def _last_session(plan: Plan) -> Iterator[Line]:
    seen: list[Session] = [entry for entry in plan.log if entry.kind.client_was_seen]
    if not seen:
        return
    last = seen[-1]
    yield Line("")
    yield Line(f"last session {last.date}" + (f", {last.by}" if last.by else ""))
    if last.note:
        yield Line(last.note, 1)
    for task in last.homework:
        yield Line(f"{task.id} {task.task}", 1)
    yield from entry_marks(next(entry for entry in plan.sessions if entry.current is last))
