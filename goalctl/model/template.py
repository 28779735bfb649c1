"""A plan to start from: problems, goals as drafts, services and assessments for one common problem."""

from typing import Annotated

from pydantic import Field

from goalctl.model.care import PlannedAssessment, Service
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Problem
from goalctl.model.plan import Plan
from goalctl.model.planner import Area
from goalctl.model.types import Record, ScorableId, Stretch, Text, UniqueKeys, Whole
from goalctl.model.written import record_data


class Template(Record):
    """What a new plan takes over as it stands; `within` says how long each goal and objective may take.

    A template knows no client and no day: deadlines are counted from the day the plan is opened.
    """

    format: Whole = 1
    template: Area
    name: Text
    about: Text | None = None
    tags: tuple[Text, ...] = ()
    plan_by: Stretch | None = None
    review_every: Stretch | None = None
    services: tuple[Service, ...] = ()
    assessments: tuple[PlannedAssessment, ...] = ()
    discharge_criteria: Text | None = None
    problems: tuple[Problem, ...] = ()
    goals: tuple[Goal, ...] = ()
    within: Annotated[dict[ScorableId, Stretch], UniqueKeys] = Field(default_factory=dict)

    @property
    def plan_data(self) -> dict[str, Value]:
        """Everything here that is a key of plans too, as a plan's file would hold it, in the order of a plan."""
        data = record_data(self)
        return {name: data[name] for name in Plan.keys_in_order() if name in data and name != "format"}
