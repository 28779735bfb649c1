"""Reliable and clinically significant change from published figures, and the outcome words of NHS talking therapies.

Pure arithmetic on numbers; which figures belong to which form is the form's data.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.progress.direction import gain
from goalctl.model.change import NormGroup
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison


class ChangeClass(StrEnum):
    """The four outcomes of Jacobson and Truax."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


def cut_off_a(clinical: NormGroup, better: Better) -> float:
    """Criterion a: two standard deviations from the clinical mean toward health (Jacobson and Truax 1991)."""
    return clinical.mean + _toward(better) * 2 * clinical.sd


def cut_off_b(norm: NormGroup, better: Better) -> float:
    """Criterion b: two standard deviations from the norm group's mean toward illness (Jacobson and Truax 1991)."""
    return norm.mean - _toward(better) * 2 * norm.sd


def cut_off_c(clinical: NormGroup, norm: NormGroup) -> float:
    """Criterion c: (S₀M₁ + S₁M₀)/(S₀ + S₁), 0 the norm group, 1 the clinical one: equally far from both means.

    Measured in standard deviations. Jacobson and Truax 1991.
    """
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
    change = gain(before, after, better)
    if change <= -points:
        return ChangeClass.DETERIORATED
    if change < points:
        return ChangeClass.UNCHANGED
    crossed = ill is not None and ill.holds(before) and not ill.holds(after)
    return ChangeClass.RECOVERED if crossed else ChangeClass.IMPROVED


class CaseForm(NamedTuple):
    """From which score on a form of 0 to `most` counts as a case, and its reliable change; lower is better."""

    case_from: float
    reliable: float
    most: float


NHS_FORMS: Mapping[str, CaseForm] = {"phq-9": CaseForm(10, 6, 27), "gad-7": CaseForm(8, 4, 21)}


class ServiceOutcome(NamedTuple):
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


def service_outcome(scores: Mapping[str, tuple[float, float]]) -> ServiceOutcome | None:
    """The outcome from first and last score of PHQ-9 and GAD-7; None when one of them is missing.

    Recovery: a case on at least one at the start, below case level on all at the end. Reliable improvement: reliably
    better on at least one, reliably worse on none; deterioration the other way round. NHS talking therapies manual.
    """
    if not NHS_FORMS.keys() <= scores.keys():
        return None
    falls = [(scores[form][0] - scores[form][1], facts.reliable) for form, facts in NHS_FORMS.items()]
    better = any(fall >= reliable for fall, reliable in falls)
    worse = any(-fall >= reliable for fall, reliable in falls)
    return ServiceOutcome(
        recovery=not _is_case(scores, 1) if _is_case(scores, 0) else None,
        reliable_improvement=better and not worse,
        reliable_deterioration=worse and not better,
    )


def _is_case(scores: Mapping[str, tuple[float, float]], moment: int) -> bool:
    """Whether any form is at case level; moment 0 is the start, 1 the end."""
    return any(scores[form][moment] >= facts.case_from for form, facts in NHS_FORMS.items())


def _toward(better: Better) -> int:
    return 1 if better is Better.HIGHER else -1
