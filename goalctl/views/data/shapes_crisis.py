"""The shape of what `crisis --format json` gives."""

from datetime import date
from typing import Literal

from typing_extensions import TypedDict  # as in shapes.py

from goalctl.model.plan import Lifecycle
from goalctl.model.session import Concern
from goalctl.views.data.shapes import DatedData, RiskData, TroubleData


class RecordData(TypedDict):
    """The newest risk record, in its own words; `recent` is whether a behaviour was within three months."""

    id: str | None
    day: date
    by: str | None
    who: str | None
    concern: Concern | None
    asked_because: str | None
    ideation: str | None
    recent: bool | None
    plan: str | None
    intent: str | None
    means: str | None
    behaviour: str | None
    harm_to_others: str | None
    protective: list[str]
    level: str | None
    done: list[str]
    consulted: str | None
    follow_up: date | None
    says: str


class StepData(TypedDict):
    """A step of a safety plan; `text` is null where nothing is written."""

    step: str
    text: str | None


class SafetyPlanData(TypedDict):
    """One person's safety plan; `who` is null for the client. Without steps it is kept elsewhere, as `where` tells."""

    who: str | None
    on: date
    looked_at: date
    entry: str | None
    where: str | None
    earlier: bool
    """Whether it was made in an earlier episode, and none since."""
    says: str
    steps: list[StepData]


class CrisisDocument(DatedData):
    """What to know when a client calls in a crisis; of a plan that can't be read what its values tell."""

    kind: Literal["crisis"]
    client: str
    broken: bool
    """Whether the plan can't be read, so that anything may be missing."""
    status: Lifecycle | None
    clinician: str | None
    supervisor: str | None
    members: list[str]
    risk: list[RiskData]
    errors: list[TroubleData]
    beside: list[str]
    """What else stands about risk: closed, not asked, ever."""
    last_record: RecordData | None
    safety_plans: list[SafetyPlanData]
    next: date | None
