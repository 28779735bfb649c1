"""The figures of a group of treatments: how many of how many, means, effect sizes; nobody is ranked, nothing adjusted.

Each keeps whom it counts; what must not follow from figures that leave is found there, and told by no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from statistics import fmean
from typing import NamedTuple

from goalctl.analysis.figures import rounded
from goalctl.analysis.outcomes.change import NO_FIGURE, NO_LINE
from goalctl.analysis.outcomes.counted import Counted, answered, number_of, people_in, some, treated
from goalctl.analysis.outcomes.effect import effect_of
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.analysis.progress.recovery import RecoveryLine
from goalctl.analysis.progress.reliable import ChangeClass, ServiceOutcome

FEW = 5  # our own: below it a share or a mean says nothing about a group
EFFECT_FROM = 20
TREATMENTS, NHS, PAIRS = "treatments", "NHS Talking Therapies", "first and last score"
REPLANNED = "plan changed within four weeks"
NOT_ADJUSTED = "not adjusted for severity"
NOT_CHECKED = "figure not checked at its source"
SEVERAL_ANSWERS = "where several answers are about one person, each counts"

Who = tuple[Counted, ...]


class RatedPerson(NamedTuple):
    """One person's answers on one measure, and who they are counted as."""

    who: Counted
    of: Measured


@dataclass(frozen=True, slots=True)
class OutcomeFigure:
    """One line of a group. `n` of `of` where it counts, `value` with `low` and `high` where it measures.

    `subject` is the measure it is about, else what of the treatments. `counted` are the `n`, or those whose mean it is,
    `among` the `of`; None where it counts nobody, and in what leaves.
    """

    subject: str
    name: str
    n: int | None = None
    of: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""
    counted: Who | None = field(default=None, repr=False)
    among: Who | None = field(default=None, repr=False)
    is_hidden: bool = False

    @property
    def percent(self) -> float | None:
        """The share; None of too few to judge."""
        if self.n is None or self.of is None or self.of < FEW:
            return None
        return rounded(100 * self.n / self.of, 1)


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
    for answers in _by_measure(treatments).values():
        found += _of_measure(answers) if form in {None, answers[0].of.form} else ()
    return GroupFigures(group, len(treatments), (*found, *(() if form else _of_the_nhs(treatments))))


def by_measure(treatments: Iterable[Treatment]) -> dict[str, list[Measured]]:
    """Everyone on each measure, measures by name."""
    return {measure: [one.of for one in answers] for measure, answers in _by_measure(treatments).items()}


def paired_most(groups: Iterable[list[Measured]]) -> list[Measured]:
    """The measure of which most people have a first and a last score; nobody where there is none."""
    return max(groups, key=lambda people: sum(one.pair is not None for one in people), default=[])


def _by_measure(treatments: Iterable[Treatment]) -> dict[str, list[RatedPerson]]:
    found: dict[str, list[RatedPerson]] = {}
    for treatment in treatments:
        for one in treatment.measured:
            found.setdefault(one.measure, []).append(RatedPerson(answered(treatment, one), one))
    return dict(sorted(found.items(), key=lambda entry: (entry[1][0].of.name.casefold(), entry[0])))


def few(n: int) -> str:
    """`n = 3, too few to judge`; empty of more."""
    return f"n = {n}, too few to judge" if n < FEW else ""


def _count(subject: str, name: str, counted: Who, among: Who, note: str = "") -> OutcomeFigure:
    n, of = number_of(counted), number_of(among)
    told = "; ".join(part for part in (few(of), note) if part)
    return OutcomeFigure(subject, name, n, of, note=told, counted=counted, among=among)


def _mean(subject: str, name: str, values: Sequence[float], counted: Who, note: str = "") -> OutcomeFigure:
    """Of too few to judge the number alone."""
    value = rounded(fmean(values), 2) if len(values) >= FEW else None
    return OutcomeFigure(subject, name, len(values), value=value, note=few(len(values)) or note, counted=counted)


def _whole(parts: Iterable[Who]) -> Who:
    return tuple(chain.from_iterable(parts))


def _of_treatments(found: Sequence[Treatment]) -> Iterator[OutcomeFigure]:
    everyone = tuple(map(treated, found))
    ended = tuple(treated(one) for one in found if one.ended)
    yield OutcomeFigure(TREATMENTS, "all", len(everyone), note=NOT_ADJUSTED, counted=everyone)
    yield _count(TREATMENTS, "ended", ended, everyone)
    if ended:
        unplanned = tuple(treated(one) for one in found if one.ended and one.unplanned)
        yield _count(TREATMENTS, "unplanned endings", unplanned, ended)
    kept = _whole(some(one, "attended", one.attended) for one in found)
    missed = _whole(some(one, "missed", one.missed) for one in found)
    cancelled = _whole(some(one, "cancelled", one.cancelled) for one in found)
    if made := kept + missed + cancelled:
        yield _count("sessions", "attended", kept, made)
        yield _count("sessions", "missed", missed, made)
        yield _count("sessions", "cancelled", cancelled, made)
    yield from _of_goals(found)


def _of_goals(found: Sequence[Treatment]) -> Iterator[OutcomeFigure]:
    reached = _whole(some(one, "reached", one.reached) for one in found)
    others = _whole(some(one, "not reached", one.goals - one.reached) for one in found)
    if reached or others:
        yield _count("goals", "reached", reached, reached + others)
    yield from _of_deadlines(found)
    if scaled := [one for one in found if one.scaling]:
        changes = [one.scaling.change for one in scaled if one.scaling]
        counted = tuple(map(treated, scaled))
        yield _mean("goal attainment", "T-score, mean change", changes, counted, "10 is one standard deviation")


def _of_deadlines(found: Sequence[Treatment]) -> Iterator[OutcomeFigure]:
    kept = _whole(some(one, "kept", one.deadlines.kept) for one in found)
    others = _whole(some(one, "not kept", one.deadlines.of - one.deadlines.kept) for one in found)
    if kept or others:
        yield _count("deadlines", "kept", kept, kept + others)
    if extended := _whole(some(one, "extended", one.deadlines.extended) for one in found):
        yield OutcomeFigure("deadlines", "extended", number_of(extended), counted=extended)


def _of_measure(answers: Sequence[RatedPerson]) -> Iterator[OutcomeFigure]:
    name, pairs = answers[0].of.name, [one for one in answers if one.of.pair]
    everyone = _who(answers)
    yield _count(name, PAIRS, _who(pairs), everyone, SEVERAL_ANSWERS if people_in(everyone) < len(everyone) else "")
    if not pairs:
        return
    changes = [one.of.change for one in pairs if one.of.change is not None]
    yield _mean(name, "mean change", changes, _who(pairs), _better(answers[0].of))
    if effect := _effect(name, pairs):
        yield effect
    yield from _classes(name, pairs)
    yield from _response(name, pairs)
    yield from _replanned(name, pairs)


def _who(answers: Iterable[RatedPerson]) -> Who:
    return tuple(one.who for one in answers)


def _better(one: Measured) -> str:
    return f"{one.rules.better.value} is better" if one.rules.better else "the form does not say what is better"


def _effect(name: str, pairs: Sequence[RatedPerson]) -> OutcomeFigure | None:
    """From twenty people on; before that the interval is wider than what it says.

    RatedPerson about one person hang together, and of such the interval's formula knows nothing: there it is left away.
    """
    better, counted = pairs[0].of.rules.better, _who(pairs)
    people = people_in(counted)
    if people < EFFECT_FROM or better is None:
        return None
    effect = effect_of([one.of.pair for one in pairs if one.of.pair], better)
    if effect is None:
        return None
    size, low, high = (rounded(end, 2) for end in (effect.size, effect.low, effect.high))
    told = "in SD of the first scores, positive is better; "
    if people < len(pairs):
        note = f"{told}no interval, as several answers are about one person"
        return OutcomeFigure(name, "effect size", len(pairs), value=size, note=note, counted=counted)
    note = f"{told}95 % interval {low} to {high}"
    return OutcomeFigure(name, "effect size", len(pairs), value=size, low=low, high=high, note=note, counted=counted)


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


def class_names(line: RecoveryLine | None) -> dict[ChangeClass, str]:
    """What the figure of each class is called; without a line between illness and recovery there are three."""
    return _WITH_CASE_LEVEL if line else _WITHOUT


def recovery_line_of(people: Iterable[Measured]) -> RecoveryLine | None:
    """By which line those are called recovered whose change can be judged."""
    return next((one.rules.line for one in people if one.outcome and one.rules.line), None)


def _classes(name: str, pairs: Sequence[RatedPerson]) -> Iterator[OutcomeFigure]:
    """The classes, which do not overlap."""
    judged = [one for one in pairs if one.of.outcome]
    if not judged:
        yield OutcomeFigure(name, "reliable change", note=NO_FIGURE)
        return
    line = recovery_line_of(one.of for one in judged)
    if line is None:
        yield OutcomeFigure(name, "recovered", note=NO_LINE)
    computed = "" if few(len(judged)) else _computed_words(line)
    for word, called in class_names(line).items():
        counted = _who(one for one in judged if one.of.outcome is word)
        yield _count(name, called, counted, _who(judged), computed if word is ChangeClass.RECOVERED else "")


def _computed_words(line: RecoveryLine | None) -> str:
    """By which line one is called recovered, where no source has stated one; else empty."""
    if line is None or not line.is_computed or line.is_stricter:
        return ""
    return f"by cut-off {line.criterion}, computed by goalctl"


def _response(name: str, pairs: Sequence[RatedPerson]) -> Iterator[OutcomeFigure]:
    """A remission is of those who did not begin in it."""
    found = [(one.who, one.of.rules.is_response(*one.of.pair)) for one in pairs if one.of.pair]
    if asked := tuple(who for who, is_one in found if is_one is not None):
        counted = tuple(who for who, is_one in found if is_one)
        yield _count(name, "response", counted, asked, _unchecked(pairs, "response"))
    if began_ill := [one for one in pairs if one.of.pair and one.of.rules.is_remission(one.of.pair[0]) is False]:
        counted = _who(one for one in began_ill if one.of.pair and one.of.rules.is_remission(one.of.pair[1]))
        yield _count(name, "remission", counted, _who(began_ill), _unchecked(pairs, "remission"))


def _unchecked(pairs: Sequence[RatedPerson], figure: str) -> str:
    return NOT_CHECKED if any(figure in one.of.rules.unchecked for one in pairs) else ""


def _replanned(name: str, pairs: Sequence[RatedPerson]) -> Iterator[OutcomeFigure]:
    if worse := [one for one in pairs if one.of.replanned is not None]:
        changed = _who(one for one in worse if one.of.replanned)
        yield _count(name, REPLANNED, changed, _who(worse), "of those who got reliably worse")


def _of_the_nhs(treatments: Iterable[Treatment]) -> Iterator[OutcomeFigure]:
    found = [(treated(one), one.nhs) for one in treatments if one.nhs]
    if not found:
        return
    everyone = _those(found, lambda _: True)
    cases = _those(found, lambda nhs: nhs.recovery is not None)
    yield _count(NHS, "recovery", _those(found, lambda nhs: nhs.recovery), cases)
    yield _count(NHS, "reliable recovery", _those(found, lambda nhs: nhs.reliable_recovery), cases)
    yield _count(NHS, "reliable improvement", _those(found, lambda nhs: nhs.reliable_improvement), everyone)
    yield _count(NHS, "reliable deterioration", _those(found, lambda nhs: nhs.reliable_deterioration), everyone)


def _those(found: Iterable[tuple[Counted, ServiceOutcome]], are_meant: Callable[[ServiceOutcome], bool | None]) -> Who:
    return tuple(who for who, nhs in found if are_meant(nhs))
