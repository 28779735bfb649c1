"""What treatment is for: problems, SMART goals explored with GROW, objectives and interventions."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from goalctl.model.finding import Value
from goalctl.model.measure import FormerMeasure, Measure
from goalctl.model.sections import ASIDE, ITEMS
from goalctl.model.types import (
    NEW,
    Day,
    Flag,
    GoalId,
    InterventionId,
    ObjectiveId,
    Often,
    OneOrMany,
    ProblemId,
    ProblemIds,
    Record,
    Stretch,
    Text,
    Whole,
    Word,
    words,
)


class Status(Word):
    """Where a goal or an objective stands in its life."""

    DRAFT = "draft"
    ACTIVE = "active"
    ON_HOLD = "on-hold"
    RESERVE = "reserve"
    ACHIEVED = "achieved"
    DISCONTINUED = "discontinued"

    @classmethod
    def new_words(cls) -> frozenset[str]:
        """Goals that rest came with format 2."""
        return frozenset({cls.ON_HOLD.value})

    @property
    def is_closed(self) -> bool:
        """Whether the work on it has ended."""
        return self in {Status.ACHIEVED, Status.DISCONTINUED}

    @property
    def is_settled(self) -> bool:
        """Whether it was agreed on and begun: neither a draft nor in reserve."""
        return self not in {Status.DRAFT, Status.RESERVE}


class Term(Word):
    """Whether a goal is a step of weeks or the work of a longer time."""

    SHORT = "short"
    LONG = "long"


class Who(Word):
    """Who does something for an objective."""

    CLINICIAN = "clinician"
    CLIENT = "client"
    BOTH = "both"
    OTHER = "other"


class Problem(Record):
    """What brought the client, and how it shows."""

    id: ProblemId
    problem: Text
    evidence: Text | None = None
    on: Annotated[Day | None, NEW] = None


class Extension(Record):
    """A deadline that was moved: on which day, what it was before, and why."""

    on: Day
    from_: Day
    because: Text


class Attainable(Record):
    """Why the goal is within reach, and whether reaching it is in the client's own control."""

    because: Text | None = None
    in_client_control: Flag | None = None


class Relevant(Record):
    """Which of the client's values the goal serves, and the client's own words for it."""

    value: Text | None = None
    in_their_words: Text | None = None


class TimeBound(Record):
    """By when, with every extension on record, the checkpoints before it, and how progress is watched."""

    deadline: Day | None = None
    extended: Annotated[tuple[Extension, ...], ASIDE] = ()
    checkpoints: tuple[Day, ...] = ()
    monitored: Text | None = None


class Smart(Record):
    """The five parts of a SMART goal."""

    specific: Text | None = None
    measurable: Measure | None = None
    measured_before: Annotated[tuple[FormerMeasure, ...], ASIDE] = ()
    attainable: Attainable = Attainable.unsaid()
    relevant: Relevant = Relevant.unsaid()
    time_bound: TimeBound = TimeBound.unsaid()


class GrowGoal(Record):
    """Goal: why, how life would change, what it would cost, how it will feel."""

    why: Text | None = None
    changes: Text | None = None
    downsides: Text | None = None
    feel: Text | None = None


class GrowReality(Record):
    """Reality: achievable, fit with current life, past attempts, what gets in the way."""

    achievable: Text | None = None
    fit: Text | None = None
    past_attempts: Text | None = None
    obstacles: Text | None = None


class GrowOption(Record):
    """Options: one way to get there, with its pros and cons, and whether it is the first step."""

    idea: Text
    pros: Text | None = None
    cons: Text | None = None
    first_step: Flag | None = None


class GrowWill(Record):
    """Will: this week's action, what may stop it, who helps, and motivation from 1 to 10."""

    this_week: Text | None = None
    obstacles: Text | None = None
    support: Text | None = None
    motivation: Whole | None = None
    why_not_lower: Text | None = None
    next_number: Text | None = None


class Grow(Record):
    """How a goal was explored: Goal, Reality, Options, Will."""

    goal: GrowGoal = GrowGoal.unsaid()
    reality: GrowReality = GrowReality.unsaid()
    options: tuple[GrowOption, ...] = ()
    will: GrowWill = GrowWill.unsaid()


class Intervention(Record):
    """What the clinician does for an objective."""

    id: InterventionId
    what: Text
    who: Annotated[Who, words(Who)] | None = None
    every: Often | None = None
    for_: Stretch | None = None
    minutes: Whole | None = None
    on: Annotated[Day | None, NEW] = None


class Objective(Record):
    """A step toward a goal that the client takes."""

    id: ObjectiveId
    objective: Text
    status: Annotated[Status, words(Status)] = Status.ACTIVE
    opened: Day | None = None
    closed: Day | None = None
    priority: Whole | None = None
    measurable: Measure | None = None
    measured_before: Annotated[tuple[FormerMeasure, ...], ASIDE] = ()
    deadline: Day | None = None
    extended: Annotated[tuple[Extension, ...], ASIDE] = ()
    checkpoints: tuple[Day, ...] = ()
    interventions: Annotated[tuple[Intervention, ...], ITEMS] = ()

    @property
    def wording(self) -> str:
        """The objective in words."""
        return self.objective

    @property
    def measure(self) -> Measure | None:
        """How it is scored now."""
        return self.measurable

    @property
    def former_measures(self) -> tuple[FormerMeasure, ...]:
        """How it was scored before, oldest first."""
        return tuple(sorted(self.measured_before, key=lambda measure: measure.until))


class Goal(Record):
    """What treatment is for."""

    id: GoalId
    goal: Text
    problems: ProblemIds = Field(default=OneOrMany(), alias="problem")
    status: Annotated[Status, words(Status)] = Status.DRAFT
    term: Annotated[Term, words(Term)] | None = None
    serves: GoalId | None = None
    priority: Whole | None = None
    opened: Day | None = None
    closed: Day | None = None
    smart: Smart = Smart.unsaid()
    grow: Grow | None = None
    objectives: Annotated[tuple[Objective, ...], ITEMS] = Field(default=())

    @property
    def wording(self) -> str:
        """The goal in words."""
        return self.goal

    @property
    def measure(self) -> Measure | None:
        """How it is scored now."""
        return self.smart.measurable

    @property
    def former_measures(self) -> tuple[FormerMeasure, ...]:
        """How it was scored before, oldest first."""
        return tuple(sorted(self.smart.measured_before, key=lambda measure: measure.until))

    @property
    def deadline(self) -> date | None:
        """By when, as it stands now."""
        return self.smart.time_bound.deadline

    @property
    def extended(self) -> tuple[Extension, ...]:
        """Every time the deadline was moved."""
        return self.smart.time_bound.extended

    @property
    def checkpoints(self) -> tuple[date, ...]:
        """Days to look at it before the deadline."""
        return self.smart.time_bound.checkpoints

    @property
    def active_objectives(self) -> tuple[Objective, ...]:
        """What the client works on now to reach it."""
        return tuple(objective for objective in self.objectives if objective.status is Status.ACTIVE)


Scorable = Goal | Objective
WORDING_KEYS = frozenset({"problem", "goal", "objective", "what"})
"""The keys under which a problem, a goal, an objective and an intervention say what they are."""


def status_told(item: Scorable, told: Value) -> str:
    """The status that a change of it was from or to; where the trail has none, what it is without the key."""
    return str(type(item).model_fields["status"].default if told is None else told)


def settled_items(goals: Iterable[Goal]) -> Iterator[Scorable]:
    """The goals that were agreed on, each before those of its steps that were; a step of a draft was not."""
    for goal in goals:
        if goal.status.is_settled:
            yield goal
            yield from (step for step in goal.objectives if step.status.is_settled)


def original_deadline(item: Scorable) -> date | None:
    """The first deadline that was set, before any extension."""
    return min(item.extended, key=lambda extension: extension.on).from_ if item.extended else item.deadline
