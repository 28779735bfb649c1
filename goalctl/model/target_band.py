"""A target that is a stretch of a scale."""

from __future__ import annotations

from goalctl.model.scalars import Parted, number_text


class TargetBand(Parted):
    """A target that is a stretch of a scale: from `low` to `high`, both included."""

    __slots__ = ("low", "high")  # noqa: RUF023 - the same
    low: float
    high: float

    def __init__(self, low: float, high: float) -> None:
        super().__init__(low, high)

    def end_from(self, start: float) -> float:
        """The end that comes first from there; within the band the nearer one, half-way the lower one."""
        return self.low if round(start - self.low, 9) <= round(self.high - start, 9) else self.high

    def __str__(self) -> str:
        return f"{number_text(self.low)} to {number_text(self.high)}"
