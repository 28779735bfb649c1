"""The state of a goal measured by a symptom form: reliable change, looked at on checkpoints, instead of an aimline."""

from __future__ import annotations

from datetime import date, timedelta

from goalctl.analysis.figures import figure, score_text
from goalctl.analysis.instruments.form_change import FormChange
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.symptoms import SymptomChange
from goalctl.model.goal import Scorable, original_deadline

RELIABLE_CHANGE = "reliable change"
FROM_BEST = "reliable change from the best"
CHECKPOINT = "checkpoint"
NON_RESPONSE = "non-response hint"
NO_FIGURE = "no figure for a reliable change is published"
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
        return _judged(change, State.AT_RISK, FROM_BEST, from_best_in_words(change))
    passed = [day for day in looks(change, item) if day < today and day - change.last.day <= KNOWN_FOR]
    if change.is_reliably_better:
        state = State.ON_TRACK if passed or not looks(change, item) else State.AHEAD
        return _judged(change, state, RELIABLE_CHANGE, change_in_words(change))
    return _not_better(change, item, passed, today)


def change_in_words(change: SymptomChange) -> str:
    """`PHQ-9 up 7 (reliable): 12 to 19 since DAY`; or that it is not reliable, or that no figure is known."""
    return f"{change.name} {_verdict(change.from_baseline)}: {_net(change)}"


def from_best_in_words(change: SymptomChange) -> str:
    """`PHQ-9 up 7 from its best (reliable): 5 on DAY, now 12; 18 to 12 since DAY`."""
    best = f"{score_text(change.best.value)} on {change.best.day}, now {score_text(change.last.value)}"
    return f"{change.name} {_way(change.from_best)} from its best (reliable): {best}; {_net(change)}"


def level_in_words(change: SymptomChange) -> str:
    """The change that counts as reliable, with the level of confidence that the form states."""
    fact = change.from_baseline.level or change.reliable_figure
    if fact is None:
        return NO_FIGURE
    level = f" ({figure(fact.level)} % level)" if fact.level else ""
    return f"{score_text(fact.points)} or more is reliable{level}"


def _verdict(change: FormChange) -> str:
    """`up 7 (reliable)`."""
    reliable = {True: "reliable", False: "not reliable", None: NO_FIGURE}[change.reliable]
    return f"{_way(change)} ({reliable})"


def _way(change: FormChange) -> str:
    """`up 7`, `down 7`, `unchanged`."""
    if not change.points:
        return "unchanged"
    return f"{'up' if change.points > 0 else 'down'} {score_text(abs(change.points))}"


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
        because = f"{change.name} not reliably better by {since} {passed[-1]}: {_net(change)}"
        return _judged(change, state, CHECKPOINT, f"{because}{_hinted(change)}")
    if change.hint:
        return _judged(change, State.AT_RISK, NON_RESPONSE, f"{change.hint}; {_net(change)}")
    return _too_early(change, item, today)


def _too_early(change: SymptomChange, item: Scorable, today: date) -> Judgement:
    """Nothing is expected yet; or it was, and there is no score near that day to tell."""
    so_far = change_in_words(change)
    days = looks(change, item)
    if unknown := [day for day in days if day < today]:
        because = f"no score near the checkpoint of {unknown[-1]}; before it {so_far}"
        return Judgement(State.NO_DATA, CHECKPOINT, change.n, because, tentative=True, why=level_in_words(change))
    due = f"; to be looked at on {days[0]}" if days else ""
    why = level_in_words(change)
    return Judgement(State.ON_TRACK, RELIABLE_CHANGE, change.n, f"{so_far}{due}", tentative=True, why=why)


def _judged(change: SymptomChange, state: State, rule: str, because: str) -> Judgement:
    return Judgement(state, rule, change.n, because, why=level_in_words(change))


def _net(change: SymptomChange) -> str:
    """`18 to 12 since 2026-01-26`, which baseline that is when nobody stated one, and what all of treatment says."""
    since = f" since {change.baseline.day}" if change.baseline.day else ""
    which = "" if change.baseline.stated else " (the first score serves as baseline)"
    return (
        f"{score_text(change.baseline.value)} to {score_text(change.last.value)}{since}{which}{_over_treatment(change)}"
    )


def _over_treatment(change: SymptomChange) -> str:
    if change.over_treatment is None:
        return ""
    began, whole = change.over_treatment
    day = f" on {began.day}" if began.day else ""
    return f"; over the whole treatment {_verdict(whole)}, from {score_text(began.value)}{day}"


def _hinted(change: SymptomChange) -> str:
    return f"; {change.hint}" if change.hint else ""
