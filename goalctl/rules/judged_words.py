"""What a rule was worth on labelled goals that it was never fitted to, in a sentence."""

from __future__ import annotations

from typing import NamedTuple

_Z = 1.96  # the two-sided 95 % point of the normal distribution


class Judged(NamedTuple):
    """One rule on the labelled goals: where it spoke and where rightly; of its kind, how many it and its siblings told.

    `kind` is the word of the labels, as `no-number`.
    """

    kind: str
    right: int
    told: int
    met: int
    there: int

    def sentence(self) -> str:
        """Both shares, the first with its interval."""
        low, high = wilson(self.right, self.told)
        spoke = f"right in {self.right} of the {self.told} goals where it spoke ({low:.0%} to {high:.0%})"
        found = f"of {self.there} that are '{self.kind.replace('-', ' ')}', {self.met} are told"
        return f"{spoke if self.told else 'it spoke on none'}; {found}: all goals that nothing was made or learned from"


def wilson(right: int, n: int) -> tuple[float, float]:
    """A share's 95 % interval, 0 to 1, after Wilson (1927); from nothing to everything where nothing was counted."""
    if not n:
        return 0.0, 1.0
    share = right / n
    middle = share + _Z**2 / (2 * n)
    spread = _Z * ((share * (1 - share) + _Z**2 / (4 * n)) / n) ** 0.5
    whole = 1 + _Z**2 / n
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
