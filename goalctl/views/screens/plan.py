"""A client's plan on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import ItemOverview
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.due.deadline import in_words
from goalctl.analysis.figures import counted, rounded, score_text
from goalctl.analysis.progress.attainment import share_reached
from goalctl.analysis.progress.goal_scaling import GoalScalingError
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.series import Series
from goalctl.model.client_words import in_own_name
from goalctl.model.goal import Goal, Objective, Scorable, Status, original_deadline
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.words.about import care_facts, value_words
from goalctl.views.words.as_of import doubt_words
from goalctl.views.words.between import words_between
from goalctl.views.words.closing import closing_words
from goalctl.views.words.contact import last_seen_words, risk_words, whereabouts
from goalctl.views.words.entries import entry_marks, log_marks
from goalctl.views.words.forms import forms_beside_goals, unscored_forms
from goalctl.views.words.measure import measure_text, scored_name
from goalctl.views.words.outcome import outcome_lines
from goalctl.views.words.phase import Phase, phase_of
from goalctl.views.words.rhythm import rhythm_words
from goalctl.views.words.risk import risk_lines
from goalctl.views.words.sparkline import bar, sparkline
from goalctl.views.words.standing import standing_word
from goalctl.views.words.way import day_scored, share_words

MOST_REASONS = 5
MOST_WORDS = 6
STATE_TONES = {
    State.RELIABLY_WORSE: Tone.BAD,
    State.OFF_TRACK: Tone.LATE,
    State.DATE_PASSED: Tone.LATE,
    State.STALE: Tone.SOON,
    State.PLATEAU: Tone.SOON,
    State.AT_RISK: Tone.SOON,
    State.ON_TRACK: Tone.GOOD,
    State.AHEAD: Tone.GOOD,
    State.MET: Tone.GOOD,
}


def plan_page(case: Case, *, why: bool = False, name: str = "") -> Iterator[Line]:
    """Who, why, which goals and how they stand, what is next, and the last session.

    `why`: with the rule behind each state, its slope and its line. `name` is empty where none may stand.
    """
    plan = case.plan
    yield Line(_who(case, name), tone=Tone.GOOD)
    if doubt := doubt_words(case):
        yield Line(doubt, tone=Tone.BAD)
    yield from risk_lines(case.risk, quiet=True)
    yield from _head(plan)
    worse = [one for one in case.reasons if one.kind is ReasonKind.RELIABLY_WORSE or one.is_about_a_form]
    for reason in worse[:MOST_REASONS]:
        yield Line(f"{reason.kind.value}: {reason.because}", tone=Tone.BAD)
    for what, text in care_facts(plan, case.safety_plans):
        yield Line(f"{what}: {text}")
    for problem in plan.problems:
        yield Line(f"{problem.id} {problem.problem}" + (f" ({problem.evidence})" if problem.evidence else ""))
    for goal in sorted(plan.goals, key=_in_order):
        yield Line("")
        yield from _goal(case, goal, why=why)
    yield from _across_goals(case)
    yield from _other_forms(case)
    yield from _next_days(case)
    yield from _last_session(case)
    yield from _between(case)
    yield from log_marks(case)


_ORDER = (
    Status.ACTIVE,
    Status.ON_HOLD,
    Status.DRAFT,
    Status.RESERVE,
    Status.ACHIEVED,
    Status.DISCONTINUED,
)
_LAST = 100


def _in_order(goal: Goal) -> tuple[int, int]:
    return _ORDER.index(goal.status), goal.priority or _LAST


def _who(case: Case, name: str) -> str:
    plan, day = case.plan, case.next_appointment
    words = [f"{plan.client} {name}".strip(), plan.status.value]
    words += [f"with {plan.clinician}"] if plan.clinician else []
    words += [f"opened {plan.opened}"] if plan.opened else []
    words += [f"next {day:%a} {day}"] if day else []
    return " · ".join(words)


def _head(plan: Plan) -> Iterator[Line]:
    if plan.diagnoses:
        yield Line("; ".join(f"{diagnosis.code} {diagnosis.name or ''}".strip() for diagnosis in plan.diagnoses))
    if plan.values:
        yield Line(f"values: {', '.join(value_words(value) for value in plan.values_)}", tone=Tone.QUIET)


def _goal(case: Case, goal: Goal, *, why: bool) -> Iterator[Line]:
    marks = [goal.status.value, *([f"{goal.term.value} term"] if goal.term else [])]
    marks += [f"for {' and '.join(goal.problems)}"] if goal.problems else []
    marks += [f"serves {goal.serves}"] if goal.serves else []
    yield Line(f"{goal.id} {goal.goal} [{', '.join(marks)}]", tone=_tone(goal))
    smart = goal.smart
    if smart.specific:
        yield Line(f"specific: {smart.specific}", 1)
    yield from _scoring(case, goal, 1, why=why)
    control = {True: "in the client's control", False: "depends on others too", None: ""}[
        smart.attainable.in_client_control
    ]
    yield from _named_line("attainable", smart.attainable.because, control)
    words = f'"{smart.relevant.in_their_words}"' if smart.relevant.in_their_words else None
    yield from _named_line("relevant", smart.relevant.value, words)
    yield from _time(case, goal, 1)
    for objective in goal.objectives:
        yield Line(f"{objective.id} {objective.objective} [{objective.status.value}]", 1, _tone(objective))
        yield from _scoring(case, objective, 2, why=why)
        yield from _time(case, objective, 2)
        for intervention in objective.interventions:
            rhythm = f", {rhythm_words(intervention.every)}" if intervention.every else ""
            yield Line(f"{intervention.id} {intervention.what}{rhythm}", 2, Tone.QUIET)


def _tone(item: Scorable) -> Tone:
    return Tone.PLAIN if item.status is Status.ACTIVE else Tone.QUIET


def _named_line(name: str, *parts: str | None) -> Iterator[Line]:
    said = "; ".join(part for part in parts if part)
    if said:
        yield Line(f"{name}: {said}", 1)


def _scoring(case: Case, item: Scorable, indent: int, *, why: bool) -> Iterator[Line]:
    """The measure, then the way so far as bar, line and number, then where it stands, and why if that is asked."""
    if item.measure is None:
        return
    overview = case.item(item.id)
    yield Line(f"measured by {measure_text(item.measure, case.forms)}", indent)
    for series in overview.series:
        if series.points and series.until is None:
            yield Line(course_text(series), indent)
    if phase_of(case, item) is Phase.ACTIVE:
        first, *others = overview.progress.judgements
        yield _state_line(first, indent, why=why)
        for other in others:
            yield _state_line(other, indent, also="also ", why=why)
        yield from _what_to_do(case, overview, indent)
    elif case.plan.is_worked_on(item):
        yield Line(standing_word(case, item.id), indent, Tone.QUIET)


def _what_to_do(case: Case, overview: ItemOverview, indent: int) -> Iterator[Line]:
    """How it is closed where it is at its target, and what is doubtful about its deadline."""
    for item_id, closing in closing_words(case):
        if item_id == overview.item.id:
            yield Line(closing, indent, Tone.GOOD)
    for doubt in overview.doubts:
        if doubt.because not in overview.progress.because:
            yield Line(doubt.because, indent, Tone.SOON)


def _state_line(judgement: Judgement, indent: int, *, also: str = "", why: bool) -> Line:
    said = judgement.in_detail if why else judgement.because
    return Line(f"{also}{judgement.state.value}: {said}", indent, STATE_TONES.get(judgement.state, Tone.PLAIN))


def course_text(series: Series, *, of_whom: bool = True) -> str:
    """One rater's way so far: `████████░░ 80% ▇▆▄▃ now 8 on 2026-06-08`; no share until the baseline has a score.

    Without `of_whom` what stands before it says whose it is.
    """
    last = series.points[-1]
    share = share_reached(series, last.value) if series.since_baseline else None
    way = f"{bar(share)} {share_words(series, last.value)} " if share is not None else ""
    rater = f"{series.rater}: " if of_whom and series.rater != CLIENT_RATER else ""
    sparks = sparkline([point.value for point in series.points])
    return f"{rater}{way}{sparks} now {score_text(last.value)} on {day_scored(series)}"


def _time(case: Case, item: Goal | Objective, indent: int) -> Iterator[Line]:
    """The deadline and how late or soon that is; of what is met the day says no more."""
    if item.deadline is None:
        return
    today = case.today
    is_open = phase_of(case, item) is Phase.ACTIVE and case.item(item.id).progress.state is not State.MET
    late = is_open and item.deadline < today
    moved = (
        f", extended {counted(len(item.extended), 'time')}, first due {original_deadline(item)}"
        if item.extended
        else ""
    )
    when = f"deadline {item.deadline}{f', {in_words(item.deadline, today=today)}' if is_open else ''}{moved}"
    yield Line(when, indent, Tone.LATE if late else Tone.PLAIN)


def _across_goals(case: Case) -> Iterator[Line]:
    """The two figures that may be formed over several goals; symptoms are in neither."""
    try:
        scaling = case.goal_scaling
    except GoalScalingError as error:
        yield Line(f"goal attainment: {error}", tone=Tone.SOON)
        scaling = None
    outcome, when = case.goal_based_outcome, ", when treatment ended" if case.plan.ended_on(case.today) else ""
    if scaling:
        weights = ", weighted" if scaling.weighted else ""
        scores = f"T {scaling.achieved:.1f}, at the baseline {scaling.baseline:.1f}"
        yield Line("")
        yield Line(
            f"goal attainment over {counted(scaling.n, 'goal')}{weights}: {scores} (50 is as expected, SD 10){when}"
        )
    if outcome:
        goals = counted(len(outcome.changes), "rated goal")
        yield Line(f"mean change over {goals}: {rounded(outcome.mean, 1):+.1f} points of 10{when}")


def _other_forms(case: Case) -> Iterator[Line]:
    """The course of every form that no active goal is measured by, what came of each, and those that gave no total."""
    beside = forms_beside_goals(case)
    series = [found.series for found in beside]
    courses = (f"{scored_name(one.measure, case.forms)}: {course_text(one, of_whom=False)}" for one in series)
    lines = [Line(text) for text in (*courses, *outcome_lines(case))]
    lines += [Line(text, tone=Tone.SOON) for text in unscored_forms(case)]
    yield from [Line(""), *lines] if lines else []


def _next_days(case: Case) -> Iterator[Line]:
    today = case.today
    for place, deadline in enumerate(case.due):
        if place == 0:
            yield Line("")
            yield Line("due")
        tone = Tone.LATE if deadline.is_overdue(today=today) else Tone.PLAIN
        what = f"{deadline.item} {deadline.what}".strip()
        yield Line(f"{deadline.day} {in_words(deadline.day, today=today)}: {deadline.kind.value}: {what}", 1, tone)


def _between(case: Case) -> Iterator[Line]:
    """What the client wrote since the last session, the newest first."""
    last = case.plan.last_seen
    found = words_between(case, last.date if last else None)[:MOST_WORDS]
    yield from ([Line(""), *(Line(f"{day} {words}") for day, words in found)] if found else [])


def _last_session(case: Case) -> Iterator[Line]:
    last = case.plan.last_seen
    if last is None:
        return
    yield Line("")
    yield Line(last_seen_words(last) + (f", {last.by}" if last.by else ""))
    if where := whereabouts(last):
        yield Line(where, 1)
    if last.risk and (risk := risk_words(last.risk)):
        yield Line(f"risk: {risk}", 1)
    if last.note:
        yield Line(last.note, 1)
    for task, _ in case.plan.last_homework if case.plan.homework_given is last else ():
        yield Line(f"{task.id} {task.task}", 1)
    written = (entry for entry in case.entries_as_written if in_own_name(case.plan, entry.current) == last)
    yield from entry_marks(case, next(written))
