"""By which of a form's figures its changes are judged: those that name a source and were checked there."""

from __future__ import annotations

from dataclasses import dataclass

from goalctl.analysis.instruments.form_change import falling_rules, fell_by
from goalctl.analysis.instruments.form_range import scored_part
from goalctl.analysis.instruments.scoring import better_of
from goalctl.analysis.progress.direction import gain
from goalctl.analysis.progress.recovery import RecoveryLine, recovery_line
from goalctl.analysis.progress.reliable import ChangeClass, change_class
from goalctl.model.form import Form
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison

NO_FIGURE = "no figure with a source says which change is reliable"
NO_LINE = "no cut-off for recovery is sourced"


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """The figures of one form or subscale, each None where it has none.

    `points` is the least change that counts as reliable, `line` what lies between illness and recovery, `response` a
    fall in percent, `remission` the score below which it begins. `unchecked` names those of the last two that nobody
    checked.
    """

    better: Better | None = None
    points: float | None = None
    line: RecoveryLine | None = None
    response: float | None = None
    remission: float | None = None
    unchecked: frozenset[str] = frozenset()

    @property
    def ill(self) -> Comparison | None:
        """The scores on the ill side of recovery."""
        return self.line.ill if self.line else None

    def gain(self, before: float, after: float) -> float:
        """How much better the second score is, in points; negative is worse."""
        return gain(before, after, self.better)

    def class_of(self, before: float, after: float) -> ChangeClass | None:
        """What became of it by Jacobson and Truax; None without a figure to judge by."""
        if self.points is None or self.better is None:
            return None
        return change_class(before, after, points=self.points, better=self.better, ill=self.ill)

    def is_response(self, before: float, after: float) -> bool | None:
        """Whether it fell by as much as the form's rule asks; from 0 there is nothing to fall."""
        return None if self.response is None else fell_by(self.response, before, after)

    def is_remission(self, score: float) -> bool | None:
        """Whether that score is one of remission."""
        return None if self.remission is None else score < self.remission


def change_rules(form: Form, of: str | None) -> ChangeRules:
    """The figures of the form's total, or of its subscale `of`."""
    part, better = scored_part(form, of), better_of(form, of)
    if part is None or form.scoring is None:
        return ChangeRules(better)
    response, remission = falling_rules(form, of)
    named = {"response": response, "remission": remission}
    return ChangeRules(
        better,
        min((one.points for one in part.judging_change if one.is_sourced), default=None),
        recovery_line(part, better),
        response.percent if response else None,
        remission.below if remission else None,
        frozenset(name for name, fact in named.items() if fact and not fact.is_sourced),
    )
