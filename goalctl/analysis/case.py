"""The case: one plan seen from one day, with a name for everything that follows from it.

Each answer is worked out once, by the module that knows how, which is imported when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from goalctl.analysis.history.around import contact_before, homework_answered
from goalctl.analysis.history.cut import Cut, CutFrom
from goalctl.analysis.history.plain import with_own_keys
from goalctl.analysis.history.replay import ahead_of, as_of, is_there, recorded_by
from goalctl.analysis.progress.deciding import current_of
from goalctl.analysis.progress.movement import Movement, movement_of
from goalctl.analysis.progress.series import Series, series_of, series_of_form
from goalctl.analysis.scores.given import Score, scores_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.written import record_data

if TYPE_CHECKING:
    from goalctl.analysis.caseload.overview import FormOverview, ItemOverview, PlanOverview
    from goalctl.analysis.caseload.reason import Reason
    from goalctl.analysis.due.deadline import Deadline
    from goalctl.analysis.due.realism import DeadlineDoubt
    from goalctl.analysis.history.agreement import Outdated
    from goalctl.analysis.history.event import Event
    from goalctl.analysis.history.signatures import OutdatedSignature
    from goalctl.analysis.instruments.unscored import Unscored
    from goalctl.analysis.outcomes.measured import Measured
    from goalctl.analysis.outcomes.treatment import Origins, Treatment
    from goalctl.analysis.progress.goal_scaling import GoalBasedOutcome, GoalScaling
    from goalctl.analysis.progress.state import ProgressState
    from goalctl.analysis.progress.trend import Trend
    from goalctl.analysis.risk.picture import RiskPicture
    from goalctl.analysis.risk.safety_plan import SafetyPlanFound
    from goalctl.model.finding import Fields
    from goalctl.model.form import Form
    from goalctl.model.ids import FormRef
    from goalctl.model.plan import Plan
    from goalctl.model.session import Done, Homework, Session
    from goalctl.model.settings import Settings


class Case(Standpoint):
    """What screens, listings, reports, exchange and the workspace ask about a plan."""

    @staticmethod
    def of(
        plan: Plan,
        forms: Mapping[str, Form],
        settings: Settings,
        today: date,
        *,
        earlier: Iterable[Plan] = (),
        later: Iterable[Plan] = (),
        now: date | None = None,
        recorded: date | None = None,
    ) -> Case:
        """The case on that day: the plan as it was valid then.

        `earlier` and `later` are the client's other episodes; one of a later day is not there yet. What is dated after
        `now`, the day it really is, is dated ahead. With `recorded` only what had been written by that day is there.
        """
        then = as_of(recorded_by(plan, recorded) if recorded else plan, today=today, now=now)
        return Case(
            then, forms, today, settings,
            tuple(as_of(episode, today=today, now=now) for episode in earlier),
            ahead_of(plan, now if now and now >= today else today),
            tuple(as_of(episode, today=today, now=now) for episode in later if is_there(episode, today=today)),
            CutFrom(plan, Cut(today, by_written=recorded is not None), now, then is not plan),
        )  # fmt: skip

    @property
    def why_not_as_of(self) -> str | None:
        """Why the plan may not have stood like this on an earlier day; None where nothing speaks against it."""
        return self.once(_why_not_as_of)

    @property
    def leaves_something_out(self) -> bool:
        """Whether the plan's file says something that is of a later day."""
        return self.cut_from is not None and self.cut_from.leaves_something

    def data_then(self, data: Fields) -> Fields:
        """The plain values of the plan's file, without what this case leaves out of it."""
        found = with_own_keys(record_data(self.plan), data) if self.leaves_something_out else data
        return found if isinstance(found, dict) else data

    @property
    def clinician(self) -> str | None:
        """Whose client it is: the plan's clinician, else the practice's."""
        return self.plan.clinician or self.settings.clinician

    @property
    def next_appointment(self) -> date | None:
        """The appointment that was agreed on last and is still ahead."""
        return self.plan.next_appointment(self.today)

    @property
    def entries(self) -> tuple[Session, ...]:
        """The log: every valid entry as its amendments say, in order."""
        return self.plan.log

    @property
    def entries_as_written(self) -> tuple[Session, ...]:
        """The log as the file has it: as first written, void ones too, in the file's order."""
        return self.plan.sessions

    def contact_before(self, entry: Session) -> Session | None:
        """The contact or missed appointment before that entry."""
        return contact_before(self, entry)

    def homework_answered(self, entry: Session) -> tuple[tuple[Homework, Done], ...]:
        """The tasks that the entry says were done or not."""
        return homework_answered(self, entry)

    def item(self, item_id: str) -> ItemOverview:
        """One goal or objective. An unknown id is a `KeyError`."""
        from goalctl.analysis.caseload.overview import item_overview

        return self.once(item_overview, item_id)

    def series(self, item_id: str) -> tuple[Series, ...]:
        """Every series of a goal or objective, by rater and measure."""
        return self.once(series_of, item_id)

    def current(self, item_id: str) -> Series | None:
        """The series that a goal or objective is judged by."""
        return self.once(current_of, item_id)

    def movement(self, series: Series) -> Movement:
        """Where the scores of a series go: its trend, whether they stand still, when they are at the target."""
        return movement_of(self, series)

    def trend(self, series: Series) -> Trend | None:
        """The one trend of the scores."""
        return self.movement(series).trend

    def doubts(self, item_id: str) -> tuple[DeadlineDoubt, ...]:
        """What is doubtful about the deadline of a goal or objective."""
        from goalctl.analysis.due.realism import deadline_doubts

        return self.once(deadline_doubts, item_id)

    @property
    def overview(self) -> PlanOverview:
        """Goals, forms and reasons at a glance."""
        from goalctl.analysis.caseload.overview import plan_overview

        return self.once(plan_overview)

    @property
    def states(self) -> tuple[ProgressState, ...]:
        """Where every active goal and objective stands, goals by priority."""
        from goalctl.analysis.progress.state import states_of

        return self.once(states_of)

    @property
    def courses(self) -> tuple[FormOverview, ...]:
        """Every form that was filled in and scored, each respondent's by itself."""
        from goalctl.analysis.caseload.overview import form_overviews

        return self.once(form_overviews)

    @property
    def forms_filled_in(self) -> tuple[FormRef, ...]:
        """Which forms were filled in, scored or not."""
        from goalctl.analysis.instruments.readings import form_courses

        return self.once(form_courses)

    @property
    def unscored_forms(self) -> tuple[Unscored, ...]:
        """The fillings that should have a total and have none."""
        from goalctl.analysis.instruments.unscored import unscored_fillings

        return self.once(unscored_fillings)

    def form_series(self, ref: FormRef, of: str | None = None) -> Series:
        """Every total of one form, or every score of its subscale `of`."""
        return self.once(series_of_form, ref, of)

    @property
    def scores(self) -> tuple[Score, ...]:
        """Every score that was ever given, whatever it was scored by."""
        return self.once(scores_of)

    @property
    def goal_scaling(self) -> GoalScaling | None:
        """The T-score over the goals with levels; weights that give none of them any are a `GoalScalingError`."""
        from goalctl.analysis.progress.goal_scaling import goal_scaling_of

        return self.once(goal_scaling_of)

    @property
    def goal_based_outcome(self) -> GoalBasedOutcome | None:
        """The mean change over the goals that are rated 0 to 10."""
        from goalctl.analysis.progress.goal_scaling import goal_based_outcome_of

        return self.once(goal_based_outcome_of)

    @property
    def measured(self) -> tuple[Measured, ...]:
        """Everyone's first and last score on every measure."""
        from goalctl.analysis.outcomes.measured import measured

        return self.once(measured)

    def treatment(self, origins: Origins | None = None) -> Treatment:
        """What the treatment comes to; `origins` say which planner and template wordings are from."""
        from goalctl.analysis.outcomes.treatment import NOWHERE, treatment

        return treatment(self, origins or NOWHERE)

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Everything that is or becomes due, by day."""
        from goalctl.analysis.due.deadlines import deadlines_of

        return self.once(deadlines_of)

    @property
    def due(self) -> tuple[Deadline, ...]:
        """Of these what is overdue, or comes within the practice's `due_within`."""
        within = self.settings.due_within
        return tuple(deadline for deadline in self.deadlines if deadline.is_within(within, today=self.today))

    @property
    def next_review(self) -> date | None:
        """The day of the plan's next review; None once it is discharged."""
        from goalctl.analysis.due.deadline import Due

        reviews = (due.day for due in self.deadlines if due.kind is Due.REVIEW and not due.is_of_safety_plan)
        return next(reviews, None)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the plan needs a look, most urgent first."""
        from goalctl.analysis.caseload.triage import triage

        return self.once(triage)

    @property
    def risk(self) -> RiskPicture:
        """Where risk stands."""
        from goalctl.analysis.risk.picture import risk_picture

        return self.once(risk_picture)

    @property
    def safety_plans(self) -> tuple[SafetyPlanFound, ...]:
        """Each person's safety plan."""
        from goalctl.analysis.risk.safety_plan import safety_plans

        return self.once(safety_plans)

    @property
    def unsigned(self) -> tuple[Session, ...]:
        """The entries that still need a signature."""
        from goalctl.analysis.history.signatures import unsigned_entries

        return self.once(unsigned_entries)

    @property
    def outdated_signatures(self) -> tuple[OutdatedSignature, ...]:
        """The signatures that no longer fit their entry."""
        from goalctl.analysis.history.signatures import outdated_signatures

        return self.once(outdated_signatures)

    @property
    def outdated_agreement(self) -> Outdated | None:
        """The oldest agreement that no longer fits the plan."""
        from goalctl.analysis.history.agreement import outdated_agreement

        return self.once(outdated_agreement)

    @property
    def late_entries(self) -> tuple[Session, ...]:
        """The entries that were written long after their day."""
        from goalctl.analysis.history.late import late_entries

        return self.once(late_entries)

    def history(self, seen: Iterable[Event] = (), *, of: str = "") -> tuple[Event, ...]:
        """What happened, oldest first, to the plan or to what has that id; `seen` is what git tells."""
        from goalctl.analysis.history.events import history_of

        return history_of(self, seen, item=of)


def _why_not_as_of(at: Standpoint) -> str | None:
    """Nothing speaks against the day it is."""
    from goalctl.analysis.history.reconstruction import why_not_as_of

    source = at.cut_from
    return why_not_as_of(source.whole, source.cut) if source and source.is_earlier else None
