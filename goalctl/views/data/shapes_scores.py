"""The shapes of scores with their figures: a series, a goal and how it stands, a form and how it changed."""

from datetime import date

from typing_extensions import TypedDict  # as in shapes.py

from goalctl.analysis.instruments.form_change import Toward
from goalctl.analysis.progress.judgement import State
from goalctl.model.goal import Status
from goalctl.model.measure import Better


class PointData(TypedDict):
    """A score on its day."""

    day: date
    value: float


class TrendData(TypedDict):
    """The Theil-Sen line through the scores."""

    slope: float
    """In points a week, as the ends of its interval, `low` and `high`."""
    low: float
    high: float
    n: int
    """How many scores it goes through."""
    projected: date | None
    """When it reaches the target; null where no day can be told."""
    earliest: date | None
    latest: date | None


class SeriesData(TypedDict):
    """One rater's scores with one measure. What cannot be said is null."""

    rater: str
    by: str
    """What scores it: rating, count, number, percent, levels, done, or a form as phq-9@anna."""
    of: str | None
    measure: str
    """The same in words."""
    unit: str | None
    better: Better | None
    since: date | None
    until: date | None
    """The days between which the measure was in force; null is open."""
    baseline: float | None
    baseline_day: date | None
    baseline_stated: bool
    """False where the first score serves."""
    target: float | None
    target_band: tuple[float, float] | None
    value: float | None
    """The newest score."""
    value_day: date | None
    share: float | None
    """Of the way from baseline to target: 0 to 1, below 0 when worse, above 1 past the target."""
    n: int
    """How many scores there are."""
    trend: TrendData | None
    points: list[PointData]


class JudgementData(TypedDict):
    """One rule's word for where a goal stands, and the sentence with its figures."""

    state: State
    rule: str
    n: int
    tentative: bool
    """Whether there are too few scores to judge by."""
    because: str


class ItemData(TypedDict):
    """A goal, or an objective of the goal `of`."""

    id: str
    of: str | None
    text: str
    status: Status
    opened: date | None
    deadline: date | None
    priority: int | None
    problems: list[str]
    rater: str | None
    """Whose scores it is judged by."""
    state: State
    rule: str
    n: int
    tentative: bool
    because: str
    also: list[JudgementData]
    """What applies beside it, worst first."""
    met_on: date | None
    series: list[SeriesData]


class ChangeData(TypedDict):
    """From one score to another of a form; `reliable` is null where the form has no figure with a source."""

    points: float
    toward: Toward
    reliable: bool | None


class FormCourseData(TypedDict):
    """One form over the plan, or one part of it; the changes are those to its newest score."""

    form: str
    of: str | None
    respondent: str | None
    series: SeriesData
    from_baseline: ChangeData | None
    from_best: ChangeData | None
