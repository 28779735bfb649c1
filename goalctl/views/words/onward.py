"""What is left to be reached, and what comes next and why: what the record has; for what it lacks no words are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import FormOverview
from goalctl.analysis.history.agreement import change_words
from goalctl.analysis.history.plan_reviews import is_of_the_plan
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.analysis.progress.state import is_met
from goalctl.analysis.progress.worsening import worse_since
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import goal_id_of
from goalctl.model.plan import Change, Lifecycle, Review
from goalctl.views.words.phase import Phase, phase_of
from goalctl.views.words.standing import standing_words

_ASKS_FOR_A_CHANGE = {State.RELIABLY_WORSE, State.OFF_TRACK, State.PLATEAU, State.DATE_PASSED}
_MOST_NAMED = 3


def still_to_be_reached(case: Case) -> str:
    """A line for each that is open and not met; or why there is none."""
    plan = case.plan
    lines = list(_open_lines(case))
    if plan.has_ended:
        ended = f"treatment ended{f' on {plan.discharge.on}' if plan.discharge else ''}"
        return "\n".join([f"{ended}; left open:", *lines]) if lines else f"{ended}, and no goal was left open"
    if is_on_hold(case):
        return "\n".join(["treatment rests; open until then:", *lines]) if lines else "treatment rests"
    return "\n".join([*lines, *_at_target(case)]) or _nothing_open(case)


def _open_lines(case: Case) -> Iterator[str]:
    """Every goal that is open and not met; of one that is met, its steps that are not."""
    for goal in case.plan.goals:
        if phase_of(case, goal) in {Phase.ACTIVE, Phase.RESTING, Phase.LEFT_OPEN}:
            if not case.once(is_met, goal.id):
                yield _line(case, goal)
            else:
                yield from (_line(case, step) for step in goal.objectives if _is_open_step(case, step))


def _is_open_step(case: Case, step: Scorable) -> bool:
    return phase_of(case, step) in {Phase.ACTIVE, Phase.RESTING, Phase.LEFT_OPEN} and not case.once(is_met, step.id)


def _line(case: Case, item: Scorable) -> str:
    return f"{item.id} {item.wording}: {standing_words(case, item.id)}"


def _at_target(case: Case) -> Iterator[str]:
    met = [goal.id for goal in case.plan.active_goals if case.once(is_met, goal.id)]
    if met:
        yield f"at the target and not closed yet: {', '.join(met)}"


def _nothing_open(case: Case) -> str:
    """Why nothing is open: nothing was agreed on yet, or everything was closed."""
    by_phase: dict[Phase, list[str]] = {}
    for goal in case.plan.goals:
        by_phase.setdefault(phase_of(case, goal), []).append(goal.id)
    said = "; ".join(f"{phase.value}: {', '.join(ids)}" for phase, ids in by_phase.items())
    return f"no goal is worked on now; {said}" if said else "no goal is set yet"


def next_words(case: Case, item_id: str) -> str:
    """What comes next for one goal or objective, and why; empty where the record says nothing and nothing is asked."""
    item = case.plan.scorables[item_id]
    phase = phase_of(case, item)
    if phase is not Phase.ACTIVE:
        return ""
    if case.once(is_met, item_id):
        return "; ".join(["at its target, to be closed or kept", *_reserve(case, item)])
    judgements = case.item(item_id).progress.judgements
    since = _since(case, item_id)
    said = [*_decided(case, item, since), *(changed := list(_changed(case, item_id, since)))]
    asks = got_worse(case, item_id) or any(found.state in _ASKS_FOR_A_CHANGE for found in judgements)
    if asks and not changed:
        said.append(_unchanged(since, is_reviewed=bool(said)))
    return "; ".join([*said, *_looks(case, item)])


def got_worse(case: Case, item_id: str) -> bool:
    """Whether it is worse than it began: by reliable change where a form has a figure for it, else step by step."""
    return case.once(worse_since, item_id) is not None


def is_unanswered(case: Case, item_id: str) -> bool:
    """Whether nothing about it was changed since its best score, or since its beginning."""
    return not any(_changed(case, item_id, _since(case, item_id)))


def is_form_unanswered(case: Case, found: FormOverview) -> bool:
    """Whether a form got worse and nothing of the plan was changed since its best score."""
    return _got_worse(found) and not any(_changes_since(case, found))


def _unchanged(since: date | None, *, is_reviewed: bool) -> str:
    what = "no change" if is_reviewed else "no review and no change"
    return f"{what} of the plan is on record{f' since {since}' if since else ''}"


def form_next_words(case: Case, found: FormOverview) -> str:
    """The same for a form that got worse and that no goal is measured by; empty where it did not."""
    if found.change is None or not _got_worse(found):
        return ""
    since = found.change.best.day
    looks = [review for review in case.plan.reviews if is_of_the_plan(case.plan, review) and review.on > since]
    said = [_review(max(looks, key=lambda review: review.on))] if looks else []
    changed = [_change(one) for one in _changes_since(case, found)]
    return "; ".join([*said, *(changed or [_unchanged(since, is_reviewed=bool(said))])])


def _got_worse(found: FormOverview) -> bool:
    change = found.change
    return change is not None and (change.is_reliably_worse or change.is_reliably_worse_than_best)


def _changes_since(case: Case, found: FormOverview) -> tuple[Change, ...]:
    """The newest changes of the plan since the form's best score."""
    since = found.change.best.day if found.change else case.today
    return tuple(one for one in case.plan.changes if one.on > since)[-_MOST_NAMED:]


def _since(case: Case, item_id: str) -> date | None:
    """From when on a change would answer how it goes: the best score of what got worse, else the beginning."""
    current = case.current(item_id)
    begun = current.baseline.day if current and current.baseline else None
    return case.once(worse_since, item_id) or begun


def _reserve(case: Case, item: Scorable) -> Iterator[str]:
    goals: Iterable[Scorable] = case.plan.goals
    if not isinstance(item, Goal):
        goals = next(goal.objectives for goal in case.plan.goals if item in goal.objectives)
    waiting = [other.id for other in goals if other.status is Status.RESERVE]
    if waiting:
        yield f"in reserve: {', '.join(waiting)}"


def _decided(case: Case, item: Scorable, since: date | None) -> Iterator[str]:
    """The newest look since then, with its decision and its words."""
    meant = {None, item.id, goal_id_of(item.id)}
    found = [one for one in case.plan.reviews if one.of in meant and (since is None or one.on > since)]
    newest: Review | None = max(found, key=lambda review: review.on, default=None)
    if newest:
        yield _review(newest)


def _review(look: Review) -> str:
    decision = f": {look.decision.value}" if look.decision else ""
    return f"review of {look.on}{decision}{f' ({look.note})' if look.note else ''}"


def _changed(case: Case, item_id: str, since: date | None) -> Iterator[str]:
    """What was changed about it or what belongs to it since then, and why."""
    own = [
        change for change in case.plan.changes
        if change.of and (change.of == item_id or change.of.startswith(f"{item_id}."))
        and (since is None or change.on > since)
    ]  # fmt: skip
    for change in own[-_MOST_NAMED:]:
        yield _change(change)


def _change(change: Change) -> str:
    because = f": {change.because}" if change.because else ""
    return f"{change.on} {change_words(change.of or '', change.what, change.from_, change.to)}{because}"


def _looks(case: Case, item: Scorable) -> Iterator[str]:
    ahead = [day for day in item.checkpoints if day >= case.today]
    if ahead:
        yield f"to be looked at on {min(ahead)}"


def goals_in_need(case: Case) -> tuple[Scorable, ...]:
    """The active goals and objectives for which what comes next has to be said, those who got worse first."""
    items = list(case.plan.active_items) if case.plan.status is Lifecycle.ACTIVE else []
    return tuple(sorted(items, key=lambda item: case.item(item.id).progress.state.rank))
