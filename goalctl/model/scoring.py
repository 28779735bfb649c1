"""What a form file says about its scores: method, subscales, bands, cut-offs, criteria, change and risk items.

Facts only; `analysis/scoring.py` works with them. Every fact may name its source, and `verified: no` marks one that was
not checked against it. What a change between two scores means stands in `change.py`.
"""

from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from goalctl.model.bounds import AboveNothing, Count, Percent
from goalctl.model.change import ImportantChange, Norms, NotableChange, ReliableChange
from goalctl.model.fact import Fact
from goalctl.model.finding import Value
from goalctl.model.measure import Better
from goalctl.model.scalars import ScalarError, number_from, number_text
from goalctl.model.session import Concern
from goalctl.model.types import (
    NEW,
    Flag,
    Grammar,
    Number,
    Record,
    Text,
    UniqueKeys,
    Word,
    words,
    wrong_shape,
)

TOTAL = "total"


class Method(Word):
    """How a score comes about; `none`: there is no total, only subscales or criteria."""

    SUM = "sum"
    MEAN = "mean"
    NONE = "none"


class Comparison(NamedTuple):
    """An operator and the number to the right of it."""

    operator: str
    number: float

    def holds(self, value: float) -> bool:
        """Whether the value stands in that relation to the number."""
        match self.operator:
            case ">=":
                return value >= self.number
            case "<=":
                return value <= self.number
            case ">":
                return value > self.number
            case "<":
                return value < self.number
            case _:
                return value == self.number

    def __str__(self) -> str:
        return f"{self.operator} {number_text(self.number)}"


_OPERATORS = (">=", "<=", "=", ">", "<")


def comparison_from(value: Value) -> Comparison:
    """`">= 1"` as an operator and a number."""
    if not isinstance(value, str):
        raise wrong_shape("a condition belongs", value, 'write when: ">= 1"')
    operator = next((sign for sign in _OPERATORS if value.startswith(sign)), None)
    if operator is None:
        raise ScalarError("E129", "a condition begins with >=, <=, =, > or <", 'write when: ">= 1"')
    return Comparison(operator, number_from(value[len(operator) :].strip()))


_WHEN_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": r"^(>=|<=|=|>|<)\s*[+-]?\d",
    "patternErrorMessage": 'write it as ">= 1"',
}
Trigger = Annotated[Comparison, Grammar(comparison_from, _WHEN_SCHEMA, text_only=False)]


class Band(Fact):
    """A stretch of scores with a name: from this score on, up to the next band."""

    from_: Number
    name: Text


class CutOff(Fact):
    """Which scores say that something is present; `for` names whom it holds for, when not for everyone.

    `recovery` marks the one by which its source itself says who has recovered.
    """

    when: Trigger
    name: Text
    for_: Text | None = None
    recovery: Annotated[Flag, NEW] = False

    @property
    def at(self) -> float:
        """The score to draw a line at."""
        return self.when.number


class Prorate(Fact):
    """How many answers may be missing while a score is still estimated, and which items must be there."""

    missing: Count
    never: tuple[Text, ...] = ()
    round: Flag = False


class Scored(Record):
    """How the score of a total or a subscale comes about (`table`: what each sum becomes, as a T) and what it means."""

    method: Annotated[Method, words(Method)] = Method.SUM
    multiply: AboveNothing = 1.0
    table: Annotated[dict[Text, Number], UniqueKeys, NEW] = Field(default_factory=dict)
    better: Annotated[Better, words(Better)] | None = None
    prorate: Prorate | None = None
    bands: tuple[Band, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    reliable_change: tuple[ReliableChange, ...] = ()
    notable_change: tuple[NotableChange, ...] = ()
    mid: Annotated[tuple[ImportantChange, ...], NEW] = ()
    norms: Annotated[Norms | None, NEW] = None

    @property
    def judging_change(self) -> tuple[ReliableChange, ...]:
        """The figures that hold for anyone; those for some people only are shown beside."""
        return tuple(figure for figure in self.reliable_change if figure.only_for is None)

    @property
    def least_reliable(self) -> ReliableChange | None:
        """The smallest change that the form calls reliable for anyone."""
        return min(self.judging_change, key=lambda figure: figure.points, default=None)


class Subscale(Scored):
    """A score over some of the items."""

    name: Text | None = None
    items: tuple[Text, ...]


class Remission(Fact):
    """The score below which the client is in remission, for a measure where lower is better."""

    below: Number
    name: Text = "remission"


class Response(Fact):
    """The fall from baseline, in percent, that counts as a response, for a measure where lower is better."""

    percent: Percent


class Condition(Record):
    """How many of the items must fit `when`; `but` gives single items a condition of their own."""

    items: tuple[Text, ...]
    when: Trigger
    but: Annotated[dict[Text, Trigger], UniqueKeys] = Field(default_factory=dict)
    at_least: Count = 1
    at_most: Count | None = None


class Criterion(Fact):
    """A pattern of answers with a name: every one of `all` and, where given, one of `any`."""

    name: Text
    all_: tuple[Condition, ...] = ()
    any_: tuple[Condition, ...] = ()


class Height(Word):
    """How high a risk is, from what was done down to a wish; `plan` is an intent or a plan, or harm to or from others.

    A behaviour is one within three months; an older one is history.
    """

    BEHAVIOUR = "behaviour"
    PLAN = "plan"
    ACTIVE = "active"
    PASSIVE = "passive"

    @property
    def rank(self) -> int:
        """4 for the highest, 1 for the lowest."""
        return len(Height) - list(Height).index(self)

    @staticmethod
    def highest_of(heights: Iterable["Height | None"]) -> "Height | None":
        """The highest of those that there are; None when there is none."""
        return max((height for height in heights if height), key=lambda height: height.rank, default=None)


class RiskItem(Fact):
    """An item whose answer must not be missed: endorsed when what it scores fits `when`.

    `concern` and `height` say what it is about and how high. An item that mixes heights, or has none from a source,
    states none and ranks as active. `ever` marks history: an item about a whole life, which says nothing about now.
    """

    item: Text
    when: Trigger
    says: Text
    concern: Annotated[Annotated[Concern, words(Concern)], NEW] = Concern.SUICIDE
    height: Annotated[Annotated[Height, words(Height)] | None, NEW] = None
    ever: Annotated[Flag, NEW] = False


class NotRisk(Fact):
    """An item that could be taken for a risk item and is none here, and why."""

    item: Text
    because: Text


class Loinc(Fact):
    """The LOINC codes of a form: of the panel, the total, the subscales in `parts`, the items."""

    panel: Text | None = None
    total: Text | None = None
    parts: Annotated[dict[Text, Text], UniqueKeys] = Field(default_factory=dict)
    items: Annotated[dict[Text, Text], UniqueKeys] = Field(default_factory=dict)


class Scoring(Scored):
    """How the answers become scores, and what the scores mean.

    `reversed` items score lowest plus highest minus the answer. `may_be_skipped` names items that do not apply to
    everyone: unanswered, they add nothing and are not missing. The total comes of `parts`, subscales, where it has any.
    """

    reversed: tuple[Text, ...] = ()
    may_be_skipped: tuple[Text, ...] = ()
    subscales: Annotated[dict[Text, Subscale], UniqueKeys] = Field(default_factory=dict)
    parts: Annotated[tuple[Text, ...], NEW] = ()
    criteria: tuple[Criterion, ...] = ()
    remission: Remission | None = None
    response: Response | None = None
