"""The figures of a group of treatments: how many of how many, means, effect sizes; nobody is ranked, nothing adjusted.

A figure's cells are what it divides its whole into; whoever hides small ones must hide by cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TypedDict, Unpack

from goalctl.analysis.outcomes.effect import effect_of
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Deadlines, Treatment
from goalctl.analysis.progress.recovery import RecoveryLine
from goalctl.analysis.progress.reliable import ChangeClass

FEW = 5  # our own: below it a share or a mean says nothing about a group
EFFECT_FROM = 20
TREATMENTS, NHS, PAIRS = "treatments", "NHS Talking Therapies", "first and last score"
REPLANNED = "plan changed within four weeks"
NOT_ADJUSTED = "not adjusted for severity"
NOT_CHECKED = "figure not checked at its source"


@dataclass(frozen=True, slots=True)
class OutcomeFigure:
    """One line of a group. `n` of `of` where it counts, `value` with `low` and `high` where it measures.

    `subject` is the measure it is about, else what of the treatments. Figures of one `whole` divide it among them;
    `part_of` names the one whose count is this one's `of`, and `rests` are counts that would follow from it and others.
    """

    subject: str
    name: str
    n: int | None = None
    of: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""
    whole: str = ""
    part_of: str = ""
    rests: tuple[int, ...] = ()
    is_hidden: bool = False

    @property
    def percent(self) -> float | None:
        """The share; None of too few to judge."""
        if self.n is None or self.of is None or self.of < FEW:
            return None
        return round(100 * self.n / self.of, 1)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """What is told of one group; `n` treatments are in it."""

    group: str
    n: int
    figures: tuple[OutcomeFigure, ...]


def group_figures(group: str, treatments: Sequence[Treatment], form: str | None = None) -> GroupFigures:
    """Treatments first, then every measure by name, then the NHS figures where there are any; or one form's alone."""
    found = list(_of_treatments(treatments))
    found = found[:1] if form else found
    for people in by_measure(treatments).values():
        found += _of_measure(people) if form in {None, people[0].form} else ()
    return GroupFigures(group, len(treatments), (*found, *(() if form else _of_the_nhs(treatments))))


def by_measure(treatments: Iterable[Treatment]) -> dict[str, list[Measured]]:
    """Everyone on each measure, measures by name."""
    found: dict[str, list[Measured]] = {}
    for one in (one for treatment in treatments for one in treatment.measured):
        found.setdefault(one.measure, []).append(one)
    return dict(sorted(found.items(), key=lambda entry: (entry[1][0].name.casefold(), entry[0])))


def few(n: int) -> str:
    """`n = 3, too few to judge`; empty of more."""
    return f"n = {n}, too few to judge" if n < FEW else ""


def _count(subject: str, name: str, n: int, of: int, **more: Unpack[_More]) -> OutcomeFigure:
    return replace(OutcomeFigure(subject, name, n, of, note=few(of)), **more)


class _More(TypedDict, total=False):
    """What a count may say beside its numbers."""

    note: str
    whole: str
    part_of: str
    rests: tuple[int, ...]


def _mean(subject: str, name: str, values: Sequence[float], note: str = "") -> OutcomeFigure:
    """Of too few to judge the number alone."""
    value = round(fmean(values), 2) if len(values) >= FEW else None
    return OutcomeFigure(subject, name, len(values), value=value, note=few(len(values)) or note)


def _of_treatments(found: Sequence[Treatment]) -> Iterator[OutcomeFigure]:
    ended = [one for one in found if one.ended]
    yield OutcomeFigure(TREATMENTS, "all", len(found), note=NOT_ADJUSTED)
    yield _count(TREATMENTS, "ended", len(ended), len(found))
    if ended:
        unplanned = sum(bool(one.unplanned) for one in ended)
        yield _count(TREATMENTS, "unplanned endings", unplanned, len(ended), part_of="ended")
    kept, missed = sum(one.attended for one in found), sum(one.missed for one in found)
    if kept + missed:
        yield _count("sessions", "attended", kept, kept + missed, whole="sessions")
        yield _count("sessions", "missed", missed, kept + missed, whole="sessions")
    yield from _of_goals(found)


def _of_goals(found: Sequence[Treatment]) -> Iterator[OutcomeFigure]:
    if goals := sum(one.goals for one in found):
        yield _count("goals", "reached", sum(one.reached for one in found), goals)
    yield from _of_deadlines([one.deadlines for one in found])
    if changes := [one.scaling.change for one in found if one.scaling]:
        yield _mean("goal attainment", "T-score, mean change", changes, "10 is one standard deviation")


def _of_deadlines(found: Sequence[Deadlines]) -> Iterator[OutcomeFigure]:
    if due := sum(one.of for one in found):
        yield _count("deadlines", "kept", sum(one.kept for one in found), due)
    if extended := sum(one.extended for one in found):
        yield OutcomeFigure("deadlines", "extended", extended)


def _of_measure(people: Sequence[Measured]) -> Iterator[OutcomeFigure]:
    name, pairs = people[0].name, [one for one in people if one.pair]
    yield _count(name, PAIRS, len(pairs), len(people))
    if not pairs:
        return
    yield _mean(name, "mean change", [one.change for one in pairs if one.change is not None], _better(people[0]))
    if effect := _effect(name, pairs):
        yield effect
    yield from _classes(name, pairs)
    yield from _response(name, pairs)
    yield from _replanned(name, pairs)


def _better(one: Measured) -> str:
    return f"{one.rules.better.value} is better" if one.rules.better else "the form does not say what is better"


def _effect(name: str, pairs: Sequence[Measured]) -> OutcomeFigure | None:
    """From twenty pairs on; before that the interval is wider than what it says."""
    better = pairs[0].rules.better
    if len(pairs) < EFFECT_FROM or better is None:
        return None
    effect = effect_of([one.pair for one in pairs if one.pair], better)
    if effect is None:
        return None
    size, low, high = (round(end, 2) for end in (effect.size, effect.low, effect.high))
    note = f"in SD of the first scores, positive is better; 95 % interval {low} to {high}"
    return OutcomeFigure(name, "effect size", len(pairs), value=size, low=low, high=high, note=note)


_IMPROVED, _WORSE = "reliably improved", "reliably worse"
_WITH_CASE_LEVEL = {
    ChangeClass.RECOVERED: "recovered",
    ChangeClass.IMPROVED: f"{_IMPROVED}, not recovered",
    ChangeClass.UNCHANGED: "no reliable change",
    ChangeClass.DETERIORATED: _WORSE,
}
_WITHOUT = {
    ChangeClass.IMPROVED: _IMPROVED,
    ChangeClass.UNCHANGED: "no reliable change",
    ChangeClass.DETERIORATED: _WORSE,
}


def _classes(name: str, pairs: Sequence[Measured]) -> Iterator[OutcomeFigure]:
    """The four classes, which do not overlap; without a line between illness and recovery there are three."""
    judged = [one for one in pairs if one.outcome]
    if not judged:
        yield OutcomeFigure(name, "reliable change", note="no figure with a source says which change is reliable")
        return
    line = next((one.rules.line for one in judged if one.rules.line), None)
    if line is None:
        yield OutcomeFigure(name, "recovered", note="no cut-off for recovery is sourced")
    numbers, computed = Counter(one.outcome for one in judged), _computed_words(line)
    for word, called in (_WITH_CASE_LEVEL if line else _WITHOUT).items():
        note = few(len(judged)) or (computed if word is ChangeClass.RECOVERED else "")
        yield _count(name, called, numbers[word], len(judged), whole=f"{name} classes", note=note)


def _computed_words(line: RecoveryLine | None) -> str:
    """By which line one is called recovered, where no source has stated one; else empty."""
    if line is None or not line.is_computed or line.is_stricter:
        return ""
    return f"by cut-off {line.criterion}, computed by goalctl"


def _response(name: str, pairs: Sequence[Measured]) -> Iterator[OutcomeFigure]:
    """A remission is of those who did not begin in it."""
    found = [one.rules.is_response(*one.pair) for one in pairs if one.pair]
    asked = [is_one for is_one in found if is_one is not None]
    if asked:
        note = _unchecked(pairs, "response", len(asked))
        yield _count(name, "response", sum(asked), len(asked), note=note, rests=(len(pairs) - len(asked),))
    began_ill = [one for one in pairs if one.pair and one.rules.is_remission(one.pair[0]) is False]
    if began_ill:
        n = sum(one.rules.is_remission(one.pair[1]) is True for one in began_ill if one.pair)
        note = _unchecked(pairs, "remission", len(began_ill))
        yield _count(name, "remission", n, len(began_ill), note=note, rests=(len(pairs) - len(began_ill),))


def _unchecked(pairs: Sequence[Measured], figure: str, n: int) -> str:
    told = [few(n), NOT_CHECKED if any(figure in one.rules.unchecked for one in pairs) else ""]
    return "; ".join(part for part in told if part)


def _replanned(name: str, pairs: Sequence[Measured]) -> Iterator[OutcomeFigure]:
    worse = [one.replanned for one in pairs if one.replanned is not None]
    if worse:
        note = "; ".join(part for part in (few(len(worse)), "of those who got reliably worse") if part)
        yield _count(name, REPLANNED, sum(worse), len(worse), part_of=_WORSE, note=note)


def _of_the_nhs(treatments: Iterable[Treatment]) -> Iterator[OutcomeFigure]:
    found = [one.nhs for one in treatments if one.nhs]
    if not found:
        return
    cases = [one for one in found if one.recovery is not None]
    recovered = sum(one.recovery is True for one in cases)
    reliably, never = sum(one.reliable_recovery is True for one in cases), (len(found) - len(cases),)
    yield _count(NHS, "recovery", recovered, len(cases), rests=never)
    yield _count(NHS, "reliable recovery", reliably, len(cases), rests=(*never, recovered - reliably))
    yield _count(NHS, "reliable improvement", sum(one.reliable_improvement for one in found), len(found))
    yield _count(NHS, "reliable deterioration", sum(one.reliable_deterioration for one in found), len(found))
