"""The state of a goal measured by a symptom form: reliable change, looked at on checkpoints, instead of an aimline."""

from __future__ import annotations

from datetime import date, timedelta

from goalctl.analysis.figures import figure
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.symptoms import SymptomChange
from goalctl.model.goal import Scorable, original_deadline

RELIABLE_CHANGE = "reliable change"
FROM_BEST = "reliable change from the best"
CHECKPOINT = "checkpoint"
NON_RESPONSE = "non-response hint"
OFF_TRACK_AFTER = 2
KNOWN_FOR = timedelta(days=28)  # as long as a score is fresh where no interval is stated (`staleness.USUAL_DAYS`)


def symptom_state(change: SymptomChange, item: Scorable, *, today: date) -> Judgement:
    """By the newest score, worst word first.

    Reliably worse than the baseline. Reliably better: on track, ahead before the first checkpoint; with a relapse from
    the best, at risk. No reliable change: at risk once a checkpoint has passed, off track after two or after the first
    deadline; before that nothing is expected yet. Without stated checkpoints, halfway to the first deadline is one.
    A day counts as passed only when a score of the four weeks before it, or a later one, can say how things stood: no
    score is no decline.
    """
    if change.is_reliably_worse:
        return _judged(change, State.RELIABLY_WORSE, RELIABLE_CHANGE, change_in_words(change))
    if change.is_reliably_worse_than_best:
        best = f"{figure(abs(change.from_best.points))} worse than its best, {figure(change.best.value)}"
        because = f"{best} on {change.best.day}; {_level(change)} is reliable. Against the baseline: {_net(change)}"
        return _judged(change, State.AT_RISK, FROM_BEST, because)
    passed = [day for day in looks(change, item) if day < today and change.last.day >= day - KNOWN_FOR]
    if change.is_reliably_better:
        state = State.ON_TRACK if passed or not looks(change, item) else State.AHEAD
        return _judged(change, state, RELIABLE_CHANGE, change_in_words(change))
    return _not_better(change, item, passed, today)


def change_in_words(change: SymptomChange) -> str:
    """`7 points worse, 6 is reliable: 12 to 19 since DAY`; the level of confidence where the form states it."""
    moved = f"{figure(abs(change.from_baseline.points))} points {change.from_baseline.toward}"
    return f"{moved}, {_level(change)} is reliable: {_net(change)}"


def looks(change: SymptomChange, item: Scorable) -> list[date]:
    """The days by which reliable change is looked for: checkpoints and the first deadline, in order."""
    deadline, start = original_deadline(item), change.baseline.day
    days = {day for day in item.checkpoints if start is None or day > start}
    if deadline and start and deadline > start:
        days |= {deadline} if days else {deadline, start + (deadline - start) / 2}
    return sorted(days)


def _not_better(change: SymptomChange, item: Scorable, passed: list[date], today: date) -> Judgement:
    first = original_deadline(item)
    too_late = first in passed
    if passed:
        state = State.OFF_TRACK if too_late or len(passed) >= OFF_TRACK_AFTER else State.AT_RISK
        since = "the first deadline" if first == passed[-1] else "the checkpoint of"
        because = f"no reliable improvement by {since} {passed[-1]}: {_net(change)}, {_level(change)} is reliable"
        return _judged(change, state, CHECKPOINT, f"{because}{_hinted(change)}")
    if change.hint:
        return _judged(change, State.AT_RISK, NON_RESPONSE, f"{change.hint}; {_net(change)}")
    return _too_early(change, item, today)


def _too_early(change: SymptomChange, item: Scorable, today: date) -> Judgement:
    """Nothing is expected yet; or it was, and there is no score near that day to tell."""
    so_far = f"no reliable change: {_net(change)}, {_level(change)} is reliable"
    days = looks(change, item)
    if unknown := [day for day in days if day < today]:
        because = f"no score near the checkpoint of {unknown[-1]}; before it {so_far}"
        return Judgement(State.NO_DATA, CHECKPOINT, change.n, because, tentative=True)
    due = f"; looked at on {days[0]}" if days else ""
    return Judgement(State.ON_TRACK, RELIABLE_CHANGE, change.n, f"{so_far}{due}", tentative=True)


def _judged(change: SymptomChange, state: State, rule: str, because: str) -> Judgement:
    return Judgement(state, rule, change.n, because)


def _net(change: SymptomChange) -> str:
    """`18 to 12 since 2026-01-26`, and which baseline that is when nobody stated one."""
    since = f" since {change.baseline.day}" if change.baseline.day else ""
    which = "" if change.baseline.stated else " (the first score serves as baseline)"
    return f"{figure(change.baseline.value)} to {figure(change.last.value)}{since}{which}"


def _level(change: SymptomChange) -> str:
    """The change that counts as reliable, with the level of confidence that the form states."""
    fact = change.from_baseline.level or change.reliable_figure
    if fact is None:
        return "no known change"
    return figure(fact.points) + (f" ({figure(fact.confidence)} % level)" if fact.confidence else "")


def _hinted(change: SymptomChange) -> str:
    return f"; {change.hint}" if change.hint else ""
