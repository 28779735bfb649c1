"""Why a plan needs looking at, most urgent first: the order in which a caseload is read.

Risk that needs an act comes before everything, the highest first, and is never averaged with anything. Of a plan on
hold only risk and its review are left, of a discharged one only risk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.caseload.reason import Reason, ReasonKind, due_reasons
from goalctl.analysis.caseload.watched_forms import watched_forms
from goalctl.analysis.due.deadlines import deadlines_of
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.deciding import item_attainment
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import goes_on
from goalctl.analysis.progress.state import ProgressState, states_of
from goalctl.analysis.progress.symptom_state import change_in_words, from_best_in_words
from goalctl.analysis.risk.picture import RiskPicture, risk_picture
from goalctl.analysis.risk.row_words import follow_up_line, row_in_words
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Status
from goalctl.model.ids import goal_id_of
from goalctl.model.plan import Plan

_OF_STATES = {State(kind.value): kind for kind in ReasonKind if kind.value in set(State)}
NEXT_STEP = "next step or review?"


def triage(at: Standpoint) -> tuple[Reason, ...]:
    """Every reason to look at the plan, most urgent first; empty when there is none."""
    due = due_reasons(at.once(deadlines_of), at.settings.due_within, today=at.today)
    found = [*risk_reasons(risk_picture(at)), *due, *course_reasons(at)]
    return tuple(sorted(found, key=lambda reason: reason.urgency))


def course_reasons(at: Standpoint) -> list[Reason]:
    """How goals and symptoms go; none while treatment rests or when it is over."""
    return [*_by_state(at), *_of_forms(at), *_old_drafts(at)] if goes_on(at) else []


def risk_reasons(picture: RiskPicture) -> Iterator[Reason]:
    """What needs an act today, and what is under follow-up; none where a later episode has the rows."""
    for row in picture.acts_here:
        height = row.height.rank if row.height else 0
        yield Reason(ReasonKind.RISK, row_in_words(row), day=row.since, height=height)
    if (waiting := picture.under_follow_up) and not picture.is_told_later:
        yield Reason(ReasonKind.UNDER_FOLLOW_UP, follow_up_line(picture), day=waiting.nearest)


def _by_state(at: Standpoint) -> Iterator[Reason]:
    for progress in at.once(states_of):
        for judgement in progress.judgements:
            if kind := _OF_STATES.get(judgement.state):
                yield Reason(kind, f"{progress.item}: {judgement.because}", progress.item)
        if progress.state is State.MET and not is_looked_at(at, progress):
            yield Reason(ReasonKind.AT_TARGET, f"{progress.item}: {progress.because}; {NEXT_STEP}", progress.item)


def is_looked_at(at: Standpoint, progress: ProgressState) -> bool:
    """Whether what is met was reviewed since, itself, its goal or the whole plan."""
    attainment = at.once(item_attainment, progress.item)
    since = attainment.met_on if attainment else None
    return since is not None and was_looked_at(at.plan, progress.item, since=since)


def was_looked_at(plan: Plan, item_id: str, *, since: date) -> bool:
    """Whether it was reviewed that day or later: itself, its goal or the whole plan."""
    meant = {None, item_id, goal_id_of(item_id)}
    return any(review.on >= since and review.of in meant for review in plan.reviews)


def _of_forms(at: Standpoint) -> Iterator[Reason]:
    """What forms say that no active goal is judged by; where no figure is published, only that a band was crossed."""
    for change in at.once(watched_forms):
        day, band = change.last.day, change.band_crossed
        if change.is_reliably_worse:
            yield Reason(ReasonKind.RELIABLY_WORSE, change_in_words(change), day=day)
        elif change.is_reliably_worse_than_best:
            yield Reason(ReasonKind.AT_RISK, from_best_in_words(change), day=day)
        elif band and not change.can_be_reliable:
            yield Reason(ReasonKind.AT_RISK, f"{change_in_words(change)}; from {band[0]} to {band[1]}", day=day)


def _old_drafts(at: Standpoint) -> Iterator[Reason]:
    """Goals and steps that are drafts for longer than the plan gave itself, beside others that are settled."""
    plan = at.plan
    if plan.plan_by is None or not any(goal.status.is_settled for goal in plan.goals):
        return
    for item in plan.scorables.values():
        opened = opening_of(plan, item)
        if item.status is Status.DRAFT and opened and plan.plan_by.after(opened) < at.today:
            because = f"{item.id}: a draft since {opened}; the plan gave it {plan.plan_by}: settle it, or drop it"
            yield Reason(ReasonKind.OLD_DRAFT, because, item.id, opened)
