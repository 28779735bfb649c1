"""A plan to start from: problems, goals as drafts, services and assessments for one common problem."""

from typing import Annotated

from pydantic import Field

from goalctl.model.goal import Goal, Problem
from goalctl.model.plan import PlannedAssessment, Service
from goalctl.model.planner import Area
from goalctl.model.types import Record, ScorableId, Stretch, Text, UniqueKeys, Whole


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
