"""Reliable and clinically significant change from published figures, and the outcome words of NHS talking therapies.

Pure arithmetic on numbers; which figures belong to which form is the form's data.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goalctl.analysis.progress.direction import gain
from goalctl.model.errors import GoalctlError
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison

CONFIDENT = 1.96  # the 95 % level of Jacobson & Truax 1991


class ReliabilityError(GoalctlError):
    """Figures from which no reliable change follows."""


class ChangeClass(StrEnum):
    """The four outcomes of Jacobson and Truax."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


@dataclass(frozen=True, slots=True)
class Norms:
    """Mean and standard deviation of a group's scores."""

    mean: float
    sd: float


def difference_error(sd: float, reliability: float) -> float:
    """S_diff = √2·SE with SE = SD·√(1 - r): the standard error of a difference of two scores, in points.

    SD above 0, r from 0 to below 1, else a ReliabilityError. Jacobson and Truax 1991.
    """
    if sd <= 0 or not 0 <= reliability < 1:
        raise ReliabilityError("the standard deviation must be above 0, the reliability from 0 to below 1")
    return math.sqrt(2) * sd * math.sqrt(1 - reliability)


def reliable_change_index(before: float, after: float, *, sd: float, reliability: float) -> float:
    """RC = (after - before)/S_diff, without unit; beyond ±1.96 error alone explains it in under 5 % of cases.

    The sign is that of the change in points. Jacobson and Truax 1991.
    """
    return (after - before) / difference_error(sd, reliability)


def reliable_points(*, sd: float, reliability: float, z: float = CONFIDENT) -> int:
    """The least whole change that is reliable: the next integer above z·S_diff (Jacobson and Truax 1991)."""
    return math.floor(z * difference_error(sd, reliability)) + 1


def cut_off_a(clinical: Norms, better: Better) -> float:
    """Criterion a: two standard deviations from the clinical mean toward health (Jacobson and Truax 1991)."""
    return clinical.mean + _toward(better) * 2 * clinical.sd


def cut_off_b(norm: Norms, better: Better) -> float:
    """Criterion b: two standard deviations from the norm group's mean toward illness (Jacobson and Truax 1991)."""
    return norm.mean - _toward(better) * 2 * norm.sd


def cut_off_c(clinical: Norms, norm: Norms) -> float:
    """Criterion c: (S₀M₁ + S₁M₀)/(S₀ + S₁), 0 the norm group, 1 the clinical one: equally far from both means.

    Measured in standard deviations; one of them must be above 0, else a ReliabilityError. Jacobson and Truax 1991.
    """
    if norm.sd + clinical.sd <= 0:
        raise ReliabilityError("a cut-off between two groups needs a standard deviation above 0")
    return (norm.sd * clinical.mean + clinical.sd * norm.mean) / (norm.sd + clinical.sd)


def beyond(cut_off: float, better: Better) -> Comparison:
    """Which scores are on the ill side of a cut-off, the cut-off itself not."""
    return Comparison("<" if better is Better.HIGHER else ">", cut_off)


def change_class(
    before: float, after: float, *, points: float, better: Better, ill: Comparison | None = None
) -> ChangeClass:
    """Recovered: reliably better and across the cut-off, from its ill side to the other; never without a cut-off.

    `points` is the least change that counts as reliable, `ill` says which scores are on the ill side. Jacobson and
    Truax 1991.
    """
    change = round(gain(before, after, better), 9)
    if change <= -points:
        return ChangeClass.DETERIORATED
    if change < points:
        return ChangeClass.UNCHANGED
    crossed = ill is not None and ill.holds(before) and not ill.holds(after)
    return ChangeClass.RECOVERED if crossed else ChangeClass.IMPROVED


@dataclass(frozen=True, slots=True)
class CaseForm:
    """From which score on a form counts as a case, and its reliable change, both in points; lower is better."""

    case_from: float
    reliable: float


NHS_FORMS: Mapping[str, CaseForm] = {"phq-9": CaseForm(10, 6), "gad-7": CaseForm(8, 4)}


@dataclass(frozen=True, slots=True)
class ServiceOutcome:
    """NHS talking therapies outcome words for one course of treatment.

    `recovery` is None when no form was at case level at the start: such clients are not counted.
    """

    recovery: bool | None
    reliable_improvement: bool
    reliable_deterioration: bool

    @property
    def reliable_recovery(self) -> bool | None:
        """Recovered and reliably improved."""
        return None if self.recovery is None else self.recovery and self.reliable_improvement


def service_outcome(
    scores: Mapping[str, tuple[float, float]], forms: Mapping[str, CaseForm] = NHS_FORMS
) -> ServiceOutcome | None:
    """The outcome from first and last score of each form, PHQ-9 and GAD-7 as a rule; None when one of them is missing.

    Recovery: a case on at least one at the start, below case level on all at the end. Reliable improvement: reliably
    better on at least one, reliably worse on none; deterioration the other way round. NHS talking therapies manual.
    """
    if not forms or not forms.keys() <= scores.keys():
        return None
    falls = [(scores[form][0] - scores[form][1], facts.reliable) for form, facts in forms.items()]
    better = any(fall >= reliable for fall, reliable in falls)
    worse = any(-fall >= reliable for fall, reliable in falls)
    return ServiceOutcome(
        recovery=not _is_case(scores, forms, 1) if _is_case(scores, forms, 0) else None,
        reliable_improvement=better and not worse,
        reliable_deterioration=worse and not better,
    )


def _is_case(scores: Mapping[str, tuple[float, float]], forms: Mapping[str, CaseForm], moment: int) -> bool:
    """Whether any form is at case level; moment 0 is the start, 1 the end."""
    return any(scores[form][moment] >= facts.case_from for form, facts in forms.items())


def _toward(better: Better) -> int:
    return 1 if better is Better.HIGHER else -1
