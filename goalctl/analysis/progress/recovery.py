"""From which score on somebody has recovered: the cut-off that a form's source uses for it, else one from norms.

Without either nobody is called recovered: a cut-off for a diagnosis says who may be ill, not who is well again.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.progress.reliable import beyond, cut_off_a, cut_off_b, cut_off_c
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison, CutOff, Scored


class RecoveryCriterion(StrEnum):
    """Where the line comes from: published as such, or by one of the criteria of Jacobson and Truax."""

    PUBLISHED = "published"
    A = "a"
    B = "b"
    C = "c"


class RecoveryLine(NamedTuple):
    """Which scores are on the ill side of recovery, and by which criterion; small and plain, so that it may travel.

    `computed` is what goalctl worked out from norms. Where the form has a stricter cut-off that holds for everyone,
    that one stands in `ill` instead.
    """

    ill: Comparison
    criterion: RecoveryCriterion
    computed: float | None = None

    @property
    def is_computed(self) -> bool:
        """Whether norms gave it."""
        return self.computed is not None

    @property
    def is_stricter(self) -> bool:
        """Whether a cut-off of the form took the place of what norms gave."""
        return self.computed is not None and self.ill.number != self.computed


def recovery_line(part: Scored, better: Better | None) -> RecoveryLine | None:
    """Published before computed, criterion c before a and b (Jacobson & Truax 1991); None where nothing is sourced.

    Of several cut-offs it is the mildest, so that nobody recovers who is still above one of them. Those for some people
    only, and figures without a source that was read, judge nobody.
    """
    if better is None:
        return None
    if published := [cut.when for cut in recovery_cut_offs(part, better)]:
        return RecoveryLine(_healthiest(published, better), RecoveryCriterion.PUBLISHED)
    if (found := _by_norms(part, better)) is None:
        return None
    criterion, number = found[0], round(found[1], 2)
    others = (cut.when for cut in _for_everyone(part, better))
    return RecoveryLine(_healthiest([beyond(number, better), *others], better), criterion, number)


def recovery_cut_offs(part: Scored, better: Better) -> Iterator[CutOff]:
    """Those by which their source says who has recovered, and that hold for everyone."""
    return (cut for cut in _for_everyone(part, better) if cut.recovery)


def _for_everyone(part: Scored, better: Better) -> Iterator[CutOff]:
    """The cut-offs that name a source and hold for everyone, with illness on the ill side."""
    signs = {">", ">="} if better is Better.LOWER else {"<", "<="}
    return (cut for cut in part.cut_offs if cut.is_sourced and cut.for_ is None and cut.when.operator in signs)


def _healthiest(lines: list[Comparison], better: Better) -> Comparison:
    mildest = min if better is Better.LOWER else max
    return mildest(lines, key=lambda when: when.number)


def _by_norms(part: Scored, better: Better) -> tuple[RecoveryCriterion, float] | None:
    """By the figures of people in treatment and of the community that were read at their source."""
    groups = (part.norms.clinical, part.norms.community) if part.norms else (None, None)
    clinical, community = (group if group and group.is_sourced else None for group in groups)
    if clinical and community:
        return RecoveryCriterion.C, cut_off_c(clinical, community)
    if clinical:
        return RecoveryCriterion.A, cut_off_a(clinical, better)
    return (RecoveryCriterion.B, cut_off_b(community, better)) if community else None
