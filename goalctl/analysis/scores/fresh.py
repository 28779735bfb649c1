"""Which scores of a table a plan does not have yet, and which say something else than it does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.scores.given import Score, Source, scores_of
from goalctl.analysis.scores.table_answers import says_the_same
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers, answers_from
from goalctl.model.finding import Fault
from goalctl.model.form import Form
from goalctl.model.given import refusal
from goalctl.model.ids import form_ref_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text

TAKE_OUT = "take the line out; what a plan says is corrected with goalctl amend"


def fresh_scores(
    plan: Plan, scores: Sequence[Score], forms: Mapping[str, Form], today: date
) -> tuple[list[Score], list[Fault]]:
    """The scores that are new, and those that say something else than the plan or an earlier line."""
    found = _Comparison(plan, forms, today)
    groups: dict[object, list[Score]] = {}
    corrected = corrected_since(plan, scores, forms, today)
    for score in scores if not corrected else [score for score in scores if score not in corrected]:
        groups.setdefault(score.key, []).append(score)
    for group in groups.values():
        found.compare(group)
    return sorted(found.fresh, key=lambda score: score.line), found.bad


def corrected_since(plan: Plan, scores: Sequence[Score], forms: Mapping[str, Form], today: date) -> list[Score]:
    """The scores that say what an entry said before it was made void or amended: no table takes a correction back."""
    changed = [one for one in plan.sessions if one.void or one.amended]
    if not changed:
        return []
    first = tuple(one.model_copy(update={"void": None, "amended": ()}) for one in changed)
    then, now = (_Comparison(one, forms, today) for one in (plan.copy_with(sessions=first), plan))
    return [score for score in scores if then.has(score) and not now.has(score)]


@dataclass(slots=True)
class _Comparison:
    """A plan beside a table; there are several of one score where there were two sessions on one day."""

    plan: Plan
    forms: Mapping[str, Form]
    today: date
    fresh: list[Score] = field(default_factory=list)
    bad: list[Fault] = field(default_factory=list)
    known: dict[object, list[Score]] = field(default_factory=dict)
    filled: dict[object, list[Answers]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        at = Standpoint(self.plan, self.forms, self.today)
        for score in scores_of(at):
            if not score.part and score.source is not Source.FORM:
                self.known.setdefault(score.key, []).append(score)
        for one in filled_in(at):
            self.filled.setdefault((one.entry.date, str(one.ref)), []).append(one.answers)

    def has(self, score: Score) -> bool:
        """Whether the plan says that."""
        return any(self._against(score, one) is None for one in self._there(score))

    def _there(self, score: Score) -> list[Score | Answers]:
        """What the plan has for that day of that goal, or form, and rater."""
        if score.source is Source.FORM:
            return [*self.filled.get((score.day, score.name), [])]
        return [*self.known.get(score.key, [])]

    def compare(self, group: Sequence[Score]) -> None:
        """All that the table has for one day of one goal, or form, and rater.

        Where it names several entries each has to be there or is new, and none stands for two; a table that says
        something else than the plan of one of them adds nothing to the others.
        """
        first, there = group[0], self._there(group[0])
        told: dict[str, Score] = {}
        for score in group:
            before = told.setdefault(score.entry, score)
            if before is not score and (wrong := self._against(score, before)):
                self.bad.append(wrong)
        if len(told) == 1:
            self._compare_one(first, there)
        else:
            self._compare_several(list(told.values()), there)

    def _compare_one(self, score: Score, there: Sequence[Score | Answers]) -> None:
        against = [self._against(score, one) for one in there]
        if not there:
            self.fresh.append(score)
        elif all(against):
            self.bad += filter(None, against[-1:])

    def _compare_several(self, told: Iterable[Score], there: list[Score | Answers]) -> None:
        new: list[Score] = []
        for score in told:
            same = next((one for one in there if self._against(score, one) is None), None)
            if same is None:
                new.append(score)
            else:
                there.remove(same)
        if there:
            self.bad += filter(None, (self._against(score, there[-1]) for score in new))
        else:
            self.fresh += new

    def _against(self, score: Score, there: Score | Answers) -> Fault | None:
        """What this one says else than the one that is there; None where that is nothing."""
        if isinstance(there, Answers):
            return self._against_filling(score, there)
        if score.score == there.score or (math.isnan(score.score) and math.isnan(there.score)):
            return None
        has = f"{number_text(there.score)} {f'on line {there.line}' if there.line else 'already'}"
        said = f"{score.name} has {has} for {score.day}, not {number_text(score.score)}"
        return refusal([score.line], said, TAKE_OUT)

    def _against_filling(self, score: Score, there: Answers) -> Fault | None:
        """What the form that was filled in that day, as the plan has it, has against this one."""
        form = form_of(self.forms, form_ref_from(score.item))
        if form is None or says_the_same(form, there, answers_from(score.answers)):
            return None
        was, total = score_of(form, there).total, score.score
        if was is None or math.isnan(total) or was == total:
            return refusal(score.lines(), f"{score.name} is there for {score.day} with other answers", TAKE_OUT)
        said = f"{score.name} has {number_text(was)} already for {score.day}, not {number_text(total)}"
        return refusal(score.lines(), said, TAKE_OUT)
