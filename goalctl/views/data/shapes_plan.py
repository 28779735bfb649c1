"""The shapes of what `--format json` gives about one plan."""

from datetime import date
from typing import Literal

from typing_extensions import TypedDict  # as in shapes.py

from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.model.plan import Lifecycle
from goalctl.model.session import Done, Kind
from goalctl.views.charts.model import MarkKind
from goalctl.views.data.shapes import DatedData, DueData, ReasonData, RiskData, TroubleData
from goalctl.views.data.shapes_scores import FormCourseData, ItemData, PointData


class ProblemData(TypedDict):
    """What brought the client."""

    id: str
    problem: str


class ShowDocument(DatedData):
    """A client's plan and how it stands."""

    kind: Literal["show"]
    client: str
    status: Lifecycle
    clinician: str | None
    supervisor: str | None
    opened: date | None
    ended: date | None
    """The last day of treatment; a score of a later one counts in no outcome."""
    members: list[str]
    doubt: str | None
    """Why the plan may not have stood like this on an earlier day."""
    risk: list[RiskData]
    errors: list[TroubleData]
    reasons: list[ReasonData]
    problems: list[ProblemData]
    items: list[ItemData]
    forms: list[FormCourseData]
    due: list[DueData]
    last_seen: date | None
    next: date | None


class EntryData(TypedDict):
    """One entry of the log."""

    id: str | None
    day: date
    kind: Kind
    by: str | None
    confidential: bool
    note: str | None


class TaskData(TypedDict):
    """Homework, and whether it was done; null while nobody has asked."""

    id: str
    task: str
    done: Done | None


class SaidData(TypedDict):
    """What the client wrote between sessions."""

    day: date
    words: str


class SupervisionData(TypedDict):
    """Something to bring to supervision that was not talked over yet."""

    id: str | None
    day: date
    about: str
    by: str | None


class PrepDocument(DatedData):
    """What to know before a session."""

    kind: Literal["prep"]
    client: str
    members: list[str]
    sessions: int
    next: date | None
    risk: list[RiskData]
    errors: list[TroubleData]
    medication: list[str]
    safety_plans: list[str]
    last: EntryData | None
    """The last entry in which the client was seen."""
    homework: list[TaskData]
    supervision: list[SupervisionData]
    since: list[SaidData]
    items: list[ItemData]
    """What is worked on."""
    forms: list[FormCourseData]
    """Those that no active goal is measured by."""
    due: list[DueData]


class LineData(TypedDict):
    """A line of a chart: scores, an aimline, a trend, a projection."""

    kind: MarkKind
    name: str
    points: list[PointData]


class LevelData(TypedDict):
    """A score that a line across marks; without days it spans the whole chart."""

    kind: MarkKind
    name: str
    value: float
    start: date | None
    end: date | None


class MomentData(TypedDict):
    """A day that an upright line marks."""

    kind: MarkKind
    day: date
    text: str


class BandData(TypedDict):
    """A named stretch of scores."""

    name: str
    low: float
    high: float


class ChartData(TypedDict):
    """One chart as it is drawn; `low` and `high` are the ends of its scale."""

    id: str
    title: str
    measure: str
    unit: str | None
    low: float
    high: float
    start: date | None
    end: date | None
    lines: list[LineData]
    levels: list[LevelData]
    days: list[MomentData]
    bands: list[BandData]
    notes: list[str]
    instead: str | None
    """The sentence where nothing can be drawn."""


class ChartDocument(DatedData):
    """The charts of one client."""

    kind: Literal["chart"]
    client: str
    ended: date | None
    errors: list[TroubleData]
    charts: list[ChartData]


class EventData(TypedDict):
    """Something that happened, to the plan or to what has that id."""

    day: date | None
    id: str | None
    event: str
    because: str | None
    by: str | None


class HistoryDocument(DatedData):
    """What changed when, oldest first."""

    kind: Literal["history"]
    client: str
    errors: list[TroubleData]
    history: list[EventData]


class MeasuredData(TypedDict):
    """One person's first and last score on one measure; `outcome` is null where the form has no sourced figure."""

    form: str
    measure: str
    respondent: str | None
    first: float | None
    first_on: date | None
    last: float | None
    last_on: date | None
    change: float | None
    outcome: ChangeClass | None
    says: str


class ScalingData(TypedDict):
    """Goal attainment T-scores at the baseline and now: 50 is as expected, 10 points are a standard deviation."""

    baseline: float
    achieved: float
    n: int
    weighted: bool


class ServiceData(TypedDict):
    """NHS Talking Therapies: `recovery` is null where nobody was at case level at the start."""

    recovery: bool | None
    reliable_improvement: bool
    reliable_deterioration: bool


class TreatmentDocument(DatedData):
    """What came of one treatment."""

    kind: Literal["treatment"]
    client: str
    clinician: str | None
    errors: list[TroubleData]
    episode: int
    ended: date | None
    unplanned: bool | None
    attended: int
    missed: int
    cancelled: int
    goals: int
    reached: int
    deadlines: int
    """How many first deadlines are over, or were kept before."""
    kept: int
    extended: int
    scaling: ScalingData | None
    nhs: ServiceData | None
    measured: list[MeasuredData]
