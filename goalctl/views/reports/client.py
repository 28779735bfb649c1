"""A page for the client, or for one of a plan's people: the goals, their own words and how far they have come.

No diagnosis, nothing that alarms; of what the others said and scored nothing gets here (`analysis/client_side.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from goalctl.analysis.client_side import Reader, case_for_client, reader_of_all
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import has_had_several, owner_of
from goalctl.model.plan import Plan
from goalctl.views.charts.plan_charts import charts_of, values_of
from goalctl.views.charts.with_client import chart_to_take_home
from goalctl.views.charts.words import measure_line
from goalctl.views.reports.course import figure_of
from goalctl.views.reports.head import head_of, signed_name
from goalctl.views.reports.parts import Figure, Head, ReportFact, Scope, facts_of, list_words
from goalctl.views.words.attended import own_attendance_words, sessions_in_treatment
from goalctl.views.words.forms import forms_beside_goals
from goalctl.views.words.measure import scored_name, target_text
from goalctl.views.words.phase import Phase, phase_of
from goalctl.views.words.rhythm import spoken_day
from goalctl.views.words.standing import OF_SEVERAL, own_standing_words

MY_SCORES, OUR_SCORES = "your scores", "scores together"


class Voice(NamedTuple):
    """How a page speaks: to whom whose goals they are, or to a parent, whose goals they are not."""

    title: str = "Your goals"
    work: str = "What you are working on"
    worked: str = "What you worked on"
    reached: str = "What you have reached"
    meet: str = "We meet again on"


_TO_ONEOF_SEVERAL = Voice(reached="What was reached")
_TO_A_GUARDIAN = Voice(
    title="Goals of treatment",
    work="What treatment is for",
    worked="What treatment was for",
    reached="What was reached",
    meet="The next session is on",
)


class ClientGoal(NamedTuple):
    """One goal as the client reads it. `way` says where it began, where it is now and where it is meant to be."""

    wording: str
    words: str
    value: str
    way: str
    by: str
    steps_of: str
    steps: tuple[str, ...]
    figures: tuple[Figure, ...]


class ClientPage(NamedTuple):
    """What the client takes home. `state` is set where treatment ended or rests, `nothing` where no goal is worked on.

    `wishes` and `perfect_day` are from the exercises, in the client's words.

    `forms` are the reader's own, `attendance` is for those who do not come to every session.
    """

    head: Head
    voice: Voice
    work: str
    state: str
    nothing: str
    values: str
    strengths: str
    wishes: tuple[str, ...]
    perfect_day: str
    goals: tuple[ClientGoal, ...]
    resting: tuple[str, ...]
    reached: tuple[str, ...]
    homework: tuple[str, ...]
    helps: tuple[ReportFact, ...]
    forms: tuple[str, ...]
    attendance: str
    next: str
    clinician: str


def client_page(scope: Scope) -> ClientPage:
    """The page of the day, for the scope's reader."""
    reader = scope.reader or reader_of_all(scope.plan)
    voice, state = _voice(scope.plan, reader), _state(scope)
    scope = scope._replace(case=case_for_client(scope.case, reader), reader=reader)
    plan = scope.plan
    return ClientPage(
        head=_head(scope, voice, reader),
        voice=voice,
        work=voice.worked if state else voice.work,
        state=state,
        nothing="" if state else _nothing(plan),
        values=list_words(plan.values),
        strengths=list_words(plan.strengths),
        wishes=tuple(wish.wish for wish in plan.discovery.magic_wand),
        perfect_day=_perfect_day(plan),
        goals=tuple(_goal(scope, goal) for goal in plan.active_goals),
        resting=_goals_that_are(plan, Status.ON_HOLD),
        reached=_goals_that_are(plan, Status.ACHIEVED),
        homework=tuple(task.task for task in plan.open_homework),
        helps=_helps(scope),
        forms=tuple(_forms(scope)) if reader.alone else (),
        attendance=own_attendance_words(sessions_in_treatment(plan, scope.end)) if voice is _TO_A_GUARDIAN else "",
        next=spoken_day(scope.case.next_appointment),
        clinician=signed_name(scope, scope.case.clinician),
    )


def _voice(plan: Plan, reader: Reader) -> Voice:
    if any(reader.is_also(name) for name in plan.guardians):
        return _TO_A_GUARDIAN
    return _TO_ONEOF_SEVERAL if plan.members else Voice()


def _state(scope: Scope) -> str:
    """That treatment is over, or rests; empty while it goes on."""
    if ending := scope.plan.ended_on(scope.end):
        return f"Treatment ended on {spoken_day(ending)}."
    if scope.plan.has_ended and scope.plan.discharge is None:
        return "Treatment has ended."
    return "Treatment rests for now." if is_on_hold(scope.case) else ""


def _nothing(plan: Plan) -> str:
    """Why no goal is worked on: it was never said yet what to work on, or all that was agreed on has ended."""
    if any(goal.status.is_settled for goal in plan.goals):
        return "There is no goal that is worked on now."
    return "We are still finding out what to work on."


def _perfect_day(plan: Plan) -> str:
    day = plan.discovery.perfect_day
    return day.in_a_year or "" if day else ""


def _goals_that_are(plan: Plan, status: Status) -> tuple[str, ...]:
    return tuple(goal.goal for goal in plan.goals if goal.status is status)


def _head(scope: Scope, voice: Voice, reader: Reader) -> Head:
    """The client's name is nobody else's: the page of a partner or parent says for whom it is."""
    head = head_of(scope, voice.title, alone=True)
    is_somebody = reader.name not in {None, CLIENT_RATER}
    return head._replace(name=f"for {reader.name}", identity=()) if is_somebody else head


def _goal(scope: Scope, goal: Goal) -> ClientGoal:
    series = _own(scope, goal.id)
    return ClientGoal(
        wording=goal.goal,
        words=goal.smart.relevant.in_their_words or "",
        value=goal.smart.relevant.value or "",
        way=_way(scope, series) if series else "",
        by=_by(scope, goal),
        steps_of="Your steps" if _is_for_the_reader(scope, goal) else "Steps",
        steps=tuple(_step(scope, step) for step in goal.active_objectives),
        figures=tuple(_figures(scope, goal)),
    )


def _by(scope: Scope, goal: Goal) -> str:
    """The day it is meant for, as long as that is to come and somebody works on it."""
    if goal.deadline is None or phase_of(scope.case, goal) is not Phase.ACTIVE:
        return ""
    day = spoken_day(goal.deadline)
    return f"By {day}." if goal.deadline >= scope.end else f"The day agreed on was {day}."


def _is_for_the_reader(scope: Scope, goal: Goal) -> bool:
    """Whether it is the reader's own goal, or one that all who are treated work on."""
    owner, reader = owner_of(scope.plan, goal.id), scope.reader or reader_of_all(scope.plan)
    return reader.is_also(owner) or (owner is None and reader.name not in scope.plan.guardians)


def _step(scope: Scope, step: Objective) -> str:
    series = _own(scope, step.id)
    way = _way(scope, series) if series else ""
    return f"{step.objective}. {way}".strip()


def _own(scope: Scope, item_id: str) -> Series | None:
    """The series that the reader's page tells, with the measure in force: the reader's own, else what all may see."""
    found = [series for series in scope.case.series(item_id) if series.points and series.until is None]
    own = (series for series in found if scope.reader and scope.reader.is_also(series.rater))
    return next(own, next(iter(found), None))


def _way(scope: Scope, series: Series) -> str:
    """`Days practised a week: began at 1, now 5; the aim is 6`, and a word about it."""
    last, start = series.last, series.baseline
    if last is None or series.measure.kind == "done":
        return ""
    name = _scored_name(scope, series)
    is_later = start is not None and last in series.since_baseline and start.value != last.value
    begun = f"began at {score_text(start.value)}, {_at_the_end(series)}now " if start and is_later else "now "
    aim = "" if series.target is None else f"; the aim is {target_text(series.measure)}"
    now = score_text(last.value)
    return f"{name[:1].upper()}{name[1:]}: {begun}{now}{aim}. {_cheer(scope, series)}".strip()


def _at_the_end(series: Series) -> str:
    """Where it was when treatment ended, if it was scored since then."""
    ended = series.newest_in_treatment if series.is_of_afterwards else None
    return f"{score_text(ended.value)} when treatment ended, " if ended else ""


def _scored_name(scope: Scope, series: Series) -> str:
    """What is scored; of several people's, that it is the reader's own, who is not named to themselves."""
    measure, reader = series.measure, scope.reader or reader_of_all(scope.plan)
    if reader.name is None or not has_had_several(scope.plan):
        return scored_name(measure, scope.forms)
    own = measure.model_copy(update={"by": measure.by.by(None)}) if reader.is_also(measure.by.respondent) else measure
    return f"your {scored_name(own, scope.forms)}" if _is_own(scope, series) else scored_name(own, scope.forms)


def _is_own(scope: Scope, series: Series) -> bool:
    """Whether the reader gave the scores: as a rater, as who filled in the form, or as whoever it is judged by."""
    is_the_judges = series.rater == CLIENT_RATER and scope.plan.members
    owner = owner_of(scope.plan, series.item) if is_the_judges else series.rater
    return scope.reader is not None and scope.reader.is_also(owner)


def _cheer(scope: Scope, series: Series) -> str:
    """A word about how far it is; of what several people work on, whose wish it was is not said."""
    item = scope.case.plan.scorables[series.item]
    if phase_of(scope.case, item) is Phase.RESTING:
        return ""  # the page has said so
    said = own_standing_words(scope.case, item, series)
    return OF_SEVERAL.get(said, said) if has_had_several(scope.plan) else said


def _figures(scope: Scope, goal: Goal) -> Iterator[Figure]:
    """One chart: the goal's own, or its first step's that has scores, with nothing in it but scores, start and aim."""
    for item_id in (goal.id, *(step.id for step in goal.active_objectives)):
        chart = charts_of(scope.case, item_id)[0]
        own = _own(scope, item_id)
        if chart.scores and not chart.instead:
            if own:
                chart = chart._replace(measure=measure_line(own, scope.forms), values=values_of(own))
            yield figure_of(chart_to_take_home(chart, _names(scope, item_id)), goal.id)
            return


def _names(scope: Scope, item_id: str) -> Mapping[str, str]:
    """What the lines of a chart are called to its reader; one without a rater may be that of all together."""
    own = {scope.reader.name.casefold(): MY_SCORES} if scope.reader and scope.reader.name else {}
    return {CLIENT_RATER: OUR_SCORES if owner_of(scope.plan, item_id) is None else MY_SCORES, **own}


def _helps(scope: Scope) -> tuple[ReportFact, ...]:
    wills = [goal.grow.will for goal in scope.plan.active_goals if goal.grow]
    return facts_of(
        ("What you are good at, and what holds you", list_words(scope.plan.strengths)),
        ("Who helps you", list_words(dict.fromkeys(will.support for will in wills if will.support))),
    )


def _forms(scope: Scope) -> Iterator[str]:
    """What the reader filled in beside the goals' own forms, as numbers without their bands."""
    for found in forms_beside_goals(scope.case):
        form, points = form_of(scope.forms, found.series.measure.by), found.series.points
        if form is None or {one.item for one in form.risk} >= {item.id for item in form.items}:
            continue
        first, last = points[0], points[-1]
        begun = f"{score_text(first.value)} on {spoken_day(first.day)}, " if len(points) > 1 else ""
        yield f"{form.name}: {begun}{score_text(last.value)} on {spoken_day(last.day)}"
