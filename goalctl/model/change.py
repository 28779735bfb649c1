"""What a form file says about change: the least one beyond error, that people notice, or that has a name; and norms.

Norms are the scores of two groups, people in treatment and people who are not: between them lies recovery.
"""

import math
from functools import cached_property
from typing import Annotated, Self

from pydantic import PrivateAttr, model_validator

from goalctl.model.bounds import AboveNothing, FromOne, Percent
from goalctl.model.fact import Fact
from goalctl.model.scalars import ScalarError
from goalctl.model.types import NEW, Flag, Number, Record, Text, refusal

CONFIDENT = 1.96  # the 95 % level of Jacobson & Truax 1991
WHOLE, FINE = 1.0, 0.001  # steps to which a change that was worked out is rounded up: of whole scores, of all others


def difference_error(sd: float, reliability: float) -> float:
    """S_diff = √2·SE with SE = SD·√(1 - r): the standard error of a difference of two scores, in points.

    SD above 0, r from 0 to below 1. Jacobson and Truax 1991.
    """
    return math.sqrt(2) * sd * math.sqrt(1 - reliability)


class ReliableChange(Fact):
    """The smallest change that is more than measurement error, at a level of confidence in percent.

    Published as `points`; or worked out from the `sd` and the `reliability` that were published of a `population`, then
    at 95 %. With `only_for`, it holds for those people only: it is shown beside, and judges nobody.
    """

    points_: AboveNothing | None = None
    confidence: Percent | None = None
    sd: Annotated[Number | None, NEW] = None
    reliability: Annotated[Number | None, NEW] = None
    population: Annotated[Text | None, NEW] = None
    only_for: Annotated[Text | None, NEW] = None
    _step: float = PrivateAttr(default=WHOLE)

    def of_scores_with_fractions(self) -> None:
        """Its form gives more than whole scores: a mean of 0 to 4 changes reliably by less than 1."""
        self._step = FINE

    @property
    def is_computed(self) -> bool:
        """Whether goalctl works the points out."""
        return self.points_ is None

    @cached_property
    def points(self) -> float:
        """The points as published, else the next possible change above 1.96·S_diff (Jacobson & Truax 1991).

        That is a whole number where all scores of the form are, else a thousandth.
        """
        if self.points_ is not None:
            return self.points_
        assert self.sd is not None and self.reliability is not None  # noqa: S101, PT018 - see `_has_points`
        steps = math.floor(CONFIDENT * difference_error(self.sd, self.reliability) / self._step) + 1
        return round(steps * self._step, 3)

    @property
    def level(self) -> float | None:
        """The level of confidence: what the source states; 95 for what is worked out."""
        return 95.0 if self.is_computed else self.confidence

    @model_validator(mode="after")
    def _has_points(self) -> Self:
        known = self.points_ is not None or (
            self.sd is not None and self.sd > 0 and self.reliability is not None and 0 <= self.reliability < 1
        )
        if not known:
            hint = "write {points: 6}, or {sd: 6.1, reliability: 0.84}"
            raise refusal(ScalarError("E121", "a change needs points, or sd and reliability", hint))
        return self


class ImportantChange(Fact):
    """The least change that people notice or value (minimal important difference); it says nothing of error."""

    points: AboveNothing
    population: Text | None = None


class NotableChange(Fact):
    """A change that has a name of its own without being a reliable one; with `worse`, only when it is for the worse."""

    points: AboveNothing
    name: Text
    worse: Flag = False


class NormGroup(Fact):
    """The published scores of one group: mean, standard deviation, how many, and who they were."""

    mean: Number
    sd: Number
    n: FromOne | None = None
    population: Text

    @model_validator(mode="after")
    def _spreads(self) -> Self:
        if self.sd <= 0:
            raise refusal(ScalarError("E121", "a standard deviation is above 0", "write {mean: 19.7, sd: 7.7, …}"))
        return self


class Norms(Record):
    """The two groups that a cut-off for recovery is worked out from; one is enough for a stricter or a milder one."""

    clinical: NormGroup | None = None
    community: NormGroup | None = None
