"""How a goal or an objective is scored: the measure, its scale, where it starts and where it is meant to go."""

from enum import StrEnum
from typing import Annotated, Any

from goalctl.model.finding import Value
from goalctl.model.fragments import A_NUMBER, A_WHOLE, ANY_TEXT
from goalctl.model.ids import MEASURE_WORDS, FormRef
from goalctl.model.scalars import Duration, ScalarError, number_from, text_from, whole_from
from goalctl.model.target_band import TargetBand
from goalctl.model.types import (
    NEW,
    Day,
    FormName,
    Grammar,
    Number,
    Record,
    Stretch,
    Text,
    Whole,
    Word,
    words,
    wrong_shape,
)


class Direction(StrEnum):
    """Which way is better for this goal."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Better(Word):
    """For a goal that keeps what was reached: which side of the target is the good one."""

    HIGHER = "higher"
    LOWER = "lower"


KIND_KEYS = ("by", "of", "per", "unit", "scale", "levels")  # with another of these a measure is another one
WHOLE_KINDS = {"rating", "count", "levels"}  # scored in whole steps


class Per(Word):
    """The stretch that a count is counted over."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SESSION = "session"


class Weight(Record):
    """How much a goal counts in a goal attainment T-score; both 0 to 3 (Turner-Stokes 2009)."""

    importance: Whole
    difficulty: Whole


def _scale_from(value: Value) -> tuple[float, float | None]:
    hint = "write [0, 10], or [0, ] when it is open above"
    if not isinstance(value, list) or not value or len(value) > 2:  # noqa: PLR2004 - a scale has two ends
        raise wrong_shape("a lowest and a highest value belong", value, hint)
    low, high = value[0], value[1] if len(value) > 1 else None
    if not isinstance(low, str) or not isinstance(high, str | None):
        raise wrong_shape("a lowest and a highest value belong", low, hint)
    lowest, highest = number_from(low), None if high is None else number_from(high)
    if highest is not None and highest <= lowest:
        raise ScalarError("E132", "the scale's highest value is not above its lowest", "write the lower one first")
    return lowest, highest


def _levels_from(value: Value) -> dict[int, str]:
    if not isinstance(value, dict):
        raise wrong_shape("levels with their descriptions belong", value, "write {-2: …, -1: …, 0: …, 1: …, 2: …}")
    levels: dict[int, str] = {}
    for key, text in value.items():
        level = whole_from(key)
        if level in levels:
            raise ScalarError("E132", f"level {level} stands twice", "keep one description for each level")
        if not isinstance(text, str):
            raise ScalarError("E121", f"level {level} has no description", "write one line for each level")
        levels[level] = text_from(text)
    return levels


_SCALE_SCHEMA: dict[str, Any] = {
    "type": "array",
    "not": {"prefixItems": [{"type": "null"}]},  # it may be open above alone
    "items": {**A_NUMBER, "type": ["number", "string", "null"]},
    "minItems": 1,
    "maxItems": 2,
}
_LEVELS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "patternProperties": {A_WHOLE["pattern"]: ANY_TEXT},
    "additionalProperties": False,
}


def _target_from(value: Value) -> float | TargetBand:
    if not isinstance(value, list):
        return number_from(_number_text(value))
    if len(value) != 2:  # noqa: PLR2004 - a band has two ends
        raise wrong_shape("a target's lowest and highest value belong", value, "write 7, or [7, 9] for a band")
    low, high = (number_from(_number_text(end)) for end in value)
    if high <= low:
        raise ScalarError("E132", "the band's highest value is not above its lowest", "write the lower one first")
    return TargetBand(low, high)


def _number_text(value: Value) -> str:
    if not isinstance(value, str):
        raise wrong_shape("a number, or a band of two, belongs", value, "write 7, or [7, 9]")
    return value


_TARGET_SCHEMA: dict[str, Any] = {
    **A_NUMBER,
    "type": ["number", "string", "array"],
    "items": A_NUMBER,
    "minItems": 2,
    "maxItems": 2,
}
Target = Annotated[
    float | TargetBand,
    Grammar(_target_from, _TARGET_SCHEMA, text_only=False, is_new=lambda value: isinstance(value, list)),
]
Scale = Annotated[tuple[float, float | None], Grammar(_scale_from, _SCALE_SCHEMA, text_only=False)]
Levels = Annotated[dict[int, str], Grammar(_levels_from, _LEVELS_SCHEMA, text_only=False)]


class Measure(Record):
    """How something is scored.

    `by` is `rating`, `count`, `number`, `percent`, `levels`, `done`, or the id of a scored form. `scale` is the lowest
    and the highest possible score; None at the top means open above. `since` dates the baseline. `judged_by` is whose
    scores decide: `each` of the members, or one rater's name.
    """

    by: FormName
    of: Text | None = None
    per: Annotated[Per, words(Per)] | None = None
    unit: Text | None = None
    scale: Scale | None = None
    anchors: dict[str, Text] | None = None
    levels: Levels | None = None
    baseline: Number | None = None
    target_: Target | None = None
    since: Day | None = None
    keep: Stretch | None = None
    better: Annotated[Better, words(Better)] | None = None
    hold: Whole | None = None
    weight: Weight | None = None
    judged_by: Annotated[Text | None, NEW] = None

    @property
    def form(self) -> FormRef | None:
        """The form that gives the scores; None when they are entered directly."""
        return None if self.by.id in MEASURE_WORDS else self.by

    @property
    def kind(self) -> str:
        """`rating`, `count`, `number`, `percent`, `levels` or `done`; the form's name for another one."""
        return self.by.name

    @property
    def band(self) -> TargetBand | None:
        """The stretch that is meant to be reached, where the target is one."""
        return self.target_ if isinstance(self.target_, TargetBand) else None

    @property
    def target(self) -> float | None:
        """The value to reach; of a band the end that comes first from the baseline, and within it the nearer one."""
        band = self.band
        if band is None:
            return None if isinstance(self.target_, TargetBand) else self.target_
        return band.low if self.baseline is None else band.end_from(self.baseline)

    @property
    def direction(self) -> Direction | None:
        """Which way the goal goes: what baseline → target says; None while one of them is missing."""
        if self.baseline is None or self.target is None:
            return None
        if self.band and self.band.low <= self.baseline <= self.band.high:
            return Direction.KEEP
        if self.target == self.baseline:
            return Direction.KEEP
        return Direction.UP if self.target > self.baseline else Direction.DOWN

    @property
    def needed_in_a_row(self) -> int:
        """How many scores in a row must be at or past the target before the goal counts as met."""
        if self.hold is not None:
            return self.hold
        return 1 if self.kind in {"number", "percent", "levels", "done"} else 2


class FormerMeasure(Measure):
    """A measure that was in use until a day, that day included; scores up to then are read against it."""

    until: Day


DEFAULT_SCALES: dict[str, tuple[float, float | None]] = {
    "rating": (0, 10),
    "count": (0, None),
    "percent": (0, 100),
    "levels": (-2, 2),
    "done": (0, 1),
}


def own_scale(measure: Measure) -> tuple[float | None, float | None]:
    """The lowest and highest score that the measure itself allows; (None, None) when a form decides or nothing does."""
    if measure.scale is not None:
        return measure.scale
    if measure.kind == "levels" and measure.levels:
        return min(measure.levels), max(measure.levels)
    return DEFAULT_SCALES.get(measure.kind, (None, None))


def is_off_scale(measure: Measure, score: float) -> bool:
    """Whether the measure itself does not allow that score."""
    low, high = own_scale(measure)
    return (low is not None and score < low) or (high is not None and score > high)


_WINDOWS = {Per.WEEK: Duration(1, "w"), Per.MONTH: Duration(1, "m")}


def counting_window(measure: Measure) -> Duration | None:
    """Over how long daily counts are added up: `per: week` is the seven days that end that day; None: not at all."""
    return _WINDOWS.get(measure.per) if measure.kind == "count" and measure.per else None


def without_percent(text: str, by: str | None) -> str:
    """`40` for `40%`, where a percentage is what is scored; anything else as it is."""
    return text.replace("%", "").rstrip() if by == "percent" else text
