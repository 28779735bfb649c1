"""One client's treatment plan, as it stands in `plans/<client>.yaml`."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from goalctl.model.appointments import next_of
from goalctl.model.billing import days_used_of
from goalctl.model.care import (
    Authorization,
    CareTeamMember,
    ClientValue,
    Consent,
    Diagnosis,
    Medication,
    MentalStatus,
    PlannedAssessment,
    SafetyPlan,
    Service,
)
from goalctl.model.client_words import in_own_name
from goalctl.model.diary import DiaryEntry
from goalctl.model.discovery import Discovery
from goalctl.model.goal import Goal, Intervention, Problem, Scorable, Status
from goalctl.model.holds import Hold
from goalctl.model.ids import goal_id_of
from goalctl.model.sections import EVENT, EXERCISE, ITEMS, LOG, OF_THE_FILE, STAMPED_LOG, VALUES
from goalctl.model.session import Digest, Done, Homework, Session, entry_order
from goalctl.model.supervision import SupervisionPoint
from goalctl.model.types import (
    NEW,
    AnyValue,
    ClientId,
    Day,
    EntryId,
    Flag,
    GoalId,
    Moment,
    Record,
    ScorableId,
    Stretch,
    Text,
    UniqueKeys,
    Whole,
    Word,
    words,
)


class Lifecycle(Word):
    """Whether treatment is going on."""

    ACTIVE = "active"
    ON_HOLD = "on-hold"
    DISCHARGED = "discharged"


class Decision(Word):
    """What was decided about a goal in a review."""

    CONTINUE = "continue"
    CHANGE = "change"
    EXTEND = "extend"
    ACHIEVED = "achieved"
    DISCONTINUE = "discontinue"


class How(Word):
    """How someone agreed, or that they did not or could not."""

    SIGNED = "signed"
    VERBAL = "verbal"
    DECLINED = "declined"
    UNABLE = "unable"


class Outcome(Word):
    """How far a goal had come at discharge."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not-achieved"
    WORSE = "worse"


class Agreement(Record):
    """Who agreed to the plan or signed it; `of` is the digest of what was agreed to."""

    id: Annotated[EntryId | None, NEW] = None
    on: Day
    written: Annotated[Moment | None, NEW] = None
    who: Text
    how: Annotated[How, words(How)]
    where: Text | None = None
    because: Text | None = None
    of: Digest | None = None


class Review(Record):
    """A look that was taken: at one goal, or at the whole plan when `of` is absent."""

    id: Annotated[EntryId | None, NEW] = None
    on: Day
    written: Annotated[Moment | None, NEW] = None
    of: ScorableId | None = None
    by: Text | None = None
    decision: Annotated[Decision, words(Decision)] | None = None
    with_: Text | None = None
    necessity: Text | None = None
    next: Day | None = None
    note: Text | None = None


class Change(Record):
    """One thing that was settled and then altered: from what, to what, why."""

    id: Annotated[EntryId | None, NEW] = None
    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    of: Text | None = None
    what: Text
    from_: AnyValue = None
    to: AnyValue = None
    because: Text | None = None
    with_: Text | None = None


class Discharge(Record):
    """How and why treatment ended."""

    on: Day
    by: Text | None = None
    reason: Text | None = None
    outcomes: Annotated[dict[GoalId, Annotated[Outcome, words(Outcome)]], UniqueKeys] = Field(default_factory=dict)
    aftercare: Text | None = None
    open_risk: Text | None = None


class Release(Record):
    """Which document was released to whom."""

    on: Day
    to: Text
    what: Text
    by: Text | None = None


class Plan(Record):
    """A client's treatment plan. Derived facts (totals, states, overdue) are never part of it.

    `members` are the people of a couple or family that is treated together; `guardians` are a minor's.
    """

    format: Annotated[Whole, OF_THE_FILE] = 1
    client: Annotated[ClientId, OF_THE_FILE]
    members: tuple[Text, ...] = ()
    guardians: Annotated[tuple[Text, ...], NEW] = ()
    clinician: Text | None = None
    supervisor: Text | None = None
    opened: Day | None = None
    plan_by: Stretch | None = None
    status: Annotated[Lifecycle, words(Lifecycle)] = Lifecycle.ACTIVE
    previous: ClientId | None = None
    review_every: Stretch | None = None
    diagnoses: Annotated[tuple[Diagnosis, ...], VALUES] = ()
    medications: Annotated[tuple[Medication, ...], NEW, VALUES] = ()
    care_team: Annotated[tuple[CareTeamMember, ...], NEW, VALUES] = ()
    level_of_care: Annotated[Text | None, NEW] = None
    mental_status: Annotated[MentalStatus | None, NEW, VALUES] = None
    part2: Annotated[Flag | None, NEW] = None
    values_: Annotated[tuple[ClientValue, ...], VALUES] = ()
    strengths: tuple[Text, ...] = ()
    barriers: tuple[Text, ...] = ()
    preferences: tuple[Text, ...] = ()
    functioning: Text | None = None
    services: tuple[Service, ...] = ()
    assessments: tuple[PlannedAssessment, ...] = ()
    authorizations: Annotated[tuple[Authorization, ...], VALUES] = ()
    consents: Annotated[tuple[Consent, ...], VALUES] = ()
    discharge_criteria: Text | None = None
    safety_plan: Annotated[SafetyPlan | None, VALUES] = None
    agreements: Annotated[tuple[Agreement, ...], STAMPED_LOG] = ()
    holds: Annotated[tuple[Hold, ...], EVENT] = ()
    discharge: Annotated[Discharge | None, EVENT] = None
    releases: Annotated[tuple[Release, ...], LOG] = ()
    discovery: Annotated[Discovery, EXERCISE] = Discovery.unsaid()
    problems: Annotated[tuple[Problem, ...], ITEMS] = ()
    goals: Annotated[tuple[Goal, ...], ITEMS] = ()
    reviews: Annotated[tuple[Review, ...], STAMPED_LOG] = ()
    supervision: Annotated[tuple[SupervisionPoint, ...], NEW, STAMPED_LOG] = ()
    changes: Annotated[tuple[Change, ...], STAMPED_LOG] = ()
    diary: Annotated[tuple[DiaryEntry, ...], LOG] = ()
    sessions: Annotated[tuple[Session, ...], STAMPED_LOG] = ()

    @property
    def has_ended(self) -> bool:
        """Whether treatment is over, and nothing is worked on any more."""
        return self.status is Lifecycle.DISCHARGED

    def ended_on(self, day: date) -> date | None:
        """The day on which treatment had ended by then; None while it goes on, before its end and after a new start."""
        return self.discharge.on if self.has_ended and self.discharge and self.discharge.on <= day else None

    @property
    def values(self) -> tuple[str, ...]:
        """What matters to the client, in words."""
        return tuple(one.value for one in self.values_)

    @cached_property
    def log(self) -> tuple[Session, ...]:
        """The entries as their amendments say, `in_own_name`, no void ones, by date, time and place."""
        kept = [(in_own_name(self, one.current), place) for place, one in enumerate(self.sessions) if not one.void]
        return tuple(entry for entry, _ in sorted(kept, key=lambda pair: entry_order(*pair)))

    @cached_property
    def seen(self) -> tuple[Session, ...]:
        """The entries in which the client was seen or spoken with, calls too, in the order of the log."""
        return tuple(entry for entry in self.log if entry.kind.client_was_seen)

    @property
    def last_seen(self) -> Session | None:
        """The newest of these."""
        return self.seen[-1] if self.seen else None

    def next_appointment(self, day: date) -> date | None:
        """The appointment that was agreed on last, of those from that day on that are still to be held."""
        return next_of(self.log, day, self.ended_on(day))

    @cached_property
    def last_homework(self) -> tuple[tuple[Homework, Done | None], ...]:
        """What the last entry that gave any homework gave, each with what became of it; None while nobody has asked."""
        answers = {task: done for entry in self.log for task, done in entry.homework_done.items()}
        given = self.homework_given
        return tuple((task, answers.get(task.id)) for task in (given.homework if given else ()))

    @property
    def homework_given(self) -> Session | None:
        """The last entry that gave any homework."""
        return next((entry for entry in reversed(self.log) if entry.homework), None)

    @property
    def open_homework(self) -> tuple[Homework, ...]:
        """Of the last homework what is not answered yet."""
        return tuple(task for task, done in self.last_homework if done is None)

    @cached_property
    def days_used(self) -> tuple[tuple[date, ...], ...]:
        """Of each authorization, in the order of the file, the days of the sessions that were billed to it."""
        return days_used_of(self.log, self.authorizations)

    @cached_property
    def scorables(self) -> dict[str, Scorable]:
        """Every goal and objective by its id, in the file's order, each goal before its objectives."""
        found: dict[str, Scorable] = {}
        for goal in self.goals:
            found.setdefault(goal.id, goal)
            for objective in goal.objectives:
                found.setdefault(objective.id, objective)
        return found

    def goal_of(self, full_id: str) -> Scorable | None:
        """The goal that a goal, an objective or an intervention leads to."""
        return self.scorables.get(goal_id_of(full_id))

    def is_worked_on(self, item: Scorable) -> bool:
        """Whether it is active, and so is the goal it leads to: the steps of a closed goal have ended with it."""
        return {item.status, (self.goal_of(item.id) or item).status} == {Status.ACTIVE}

    def copy_with(self, **fields: object) -> "Plan":
        """The plan with other values in some of its fields; what was worked out before is worked out anew."""
        copy = self.model_copy(update=fields)
        for name, found in type(self).__dict__.items():
            if isinstance(found, cached_property):
                copy.__dict__.pop(name, None)
        return copy

    def interventions(self) -> Iterator[tuple[str, Intervention]]:
        """Every intervention with its full id, `g1.1.i1`."""
        steps = (step for goal in self.goals for step in goal.objectives)
        return ((f"{step.id}.{one.id}", one) for step in steps for one in step.interventions)

    @property
    def active_goals(self) -> tuple[Goal, ...]:
        """The goals being worked on, by priority, then in the file's order."""
        active = [goal for goal in self.goals if goal.status is Status.ACTIVE]
        return tuple(sorted(active, key=lambda goal: goal.priority if goal.priority is not None else 1_000))

    @property
    def active_items(self) -> tuple[Scorable, ...]:
        """The active goals by priority, each followed by its active objectives."""
        groups: list[tuple[Scorable, ...]] = [(goal, *goal.active_objectives) for goal in self.active_goals]
        return tuple(item for group in groups for item in group)
