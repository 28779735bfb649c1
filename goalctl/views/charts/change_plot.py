"""A caseload's picture: everyone's first score across, the last upright, and the lines that say what a change means.

On the diagonal nothing changed; between the two lines beside it the change is not reliable; the case level is the same
line across and upright (Jacobson and Truax 1991, figure 2). No point says whose it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goalctl.analysis.figures import counted, figure
from goalctl.analysis.outcomes.change import NO_FIGURE, NO_LINE, ChangeRules
from goalctl.analysis.outcomes.figures import NOT_ADJUSTED
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.small_cells import HIDDEN
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.views.charts.scale import nice_range, nice_ticks
from goalctl.views.charts.style import SCORES, Look
from goalctl.views.clean import one_line
from goalctl.views.words.outcome import CLASS_WORDS, level_words

LOOKS: dict[ChangeClass | None, Look] = {
    ChangeClass.RECOVERED: SCORES[0],
    ChangeClass.IMPROVED: SCORES[2],
    ChangeClass.UNCHANGED: SCORES[4],
    ChangeClass.DETERIORATED: SCORES[1],
    None: SCORES[4],
}


@dataclass(frozen=True, slots=True)
class ChangePlot:
    """Everyone with two scores on one measure; `low` and `high` are the ends of both axes.

    How many are of a class in `hidden`, its words don't say, nor without `tells_number` how many there are.
    """

    title: str
    points: tuple[tuple[float, float, ChangeClass | None], ...]
    rules: ChangeRules
    low: float
    high: float
    hidden: frozenset[ChangeClass | None] = frozenset()
    tells_number: bool = True

    @property
    def diagonals(self) -> tuple[float, ...]:
        """How far above the line of no change each line lies, that line among them."""
        return (0.0,) if self.rules.points is None else (0.0, self.rules.points, -self.rules.points)

    @property
    def case_level(self) -> float | None:
        """Where the case level is drawn."""
        return self.rules.ill.number if self.rules.ill else None

    @property
    def classes(self) -> list[ChangeClass | None]:
        """Those that there are, best first."""
        there = {outcome for _, _, outcome in self.points}
        return [outcome for outcome in CLASS_WORDS if outcome in there]

    def ticks(self, most: int) -> tuple[float, ...]:
        """Round numbers along either axis, whole ones where all scores are."""
        are_whole = not any(value % 1 for first, last, _ in self.points for value in (first, last))
        return nice_ticks(self.low, self.high, most, least=1.0 if are_whole else 0.0)

    def within(self, above: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ends of the line that lies so far above the diagonal."""
        start, end = max(self.low, self.low - above), min(self.high, self.high - above)
        return (start, start + above), (end, end + above)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same in words, for whoever can't see it and for below it."""
        return (_counted(self), _lines(self.rules), f"first score across, last score upright; {NOT_ADJUSTED}")


def change_plot(people: Sequence[Measured]) -> ChangePlot | None:
    """The picture of one measure; None where nobody has two scores."""
    points = tuple((*one.pair, one.outcome) for one in people if one.pair)
    if not points:
        return None
    rules = people[0].rules
    level = [rules.ill.number] if rules.ill else []
    low, high = nice_range([*(value for first, last, _ in points for value in (first, last)), *level], floor=0)
    return ChangePlot(one_line(people[0].name), points, rules, low, high)


def _counted(plot: ChangePlot) -> str:
    numbers = Counter(outcome for _, _, outcome in plot.points)
    told = ", ".join(f"{numbers[one]} {CLASS_WORDS[one]}" for one in plot.classes if one not in plot.hidden)
    hidden = ", ".join(CLASS_WORDS[one] for one in plot.classes if one in plot.hidden)
    everyone = counted(len(plot.points), "first and last score") if plot.tells_number else "first and last scores"
    classes = "; ".join(part for part in (told, f"{HIDDEN}: {hidden}" if hidden else "") if part)
    return f"{everyone}: {classes}"


def _lines(rules: ChangeRules) -> str:
    reliable = NO_FIGURE if rules.points is None else f"a change of {figure(rules.points)} or more is reliable"
    level = f"case level is {level_words(rules.line)}" if rules.line else NO_LINE
    better = f"; {rules.better.value} is better" if rules.better else ""
    return f"{reliable}; {level}{better}"
