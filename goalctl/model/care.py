"""What surrounds a plan's goals: diagnoses, services, approvals, consents, medication, and who else takes part."""

from datetime import date
from typing import Annotated, ClassVar

from goalctl.model.types import (
    NEW,
    Day,
    FormName,
    Interval,
    Often,
    Record,
    SessionId,
    Stretch,
    Text,
    Whole,
)

SAFETY_PLAN = "safety-plan"  # the form that holds one
PART2_NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."  # 42 CFR 2.32, the short form


class Diagnosis(Record):
    """A diagnosis as a code with its name, who made it and when."""

    code: Text
    name: Text | None = None
    on: Day | None = None
    by: Text | None = None


class Service(Record):
    """What is provided: type, amount in minutes, frequency, duration."""

    type: Text
    minutes: Whole | None = None
    every: Often | None = None
    for_: Stretch | None = None
    cpt: Text | None = None
    place: Text | None = None
    by: Text | None = None


class PlannedAssessment(Record):
    """A form that this client fills in at an interval."""

    form: FormName
    every: Interval


class Authorization(Record):
    """A payer's approval: from when to when, and for how many sessions."""

    payer: Text
    from_: Day
    to: Day
    sessions: Whole | None = None
    number: Text | None = None


class Consent(Record):
    """What was consented to, by whom (the client unless named), when, until when it holds, and when it was taken back.

    It holds on its last day, and no longer on the day it was withdrawn.
    """

    what: Text
    who: Annotated[Text | None, NEW] = None
    on: Day
    until: Day | None = None
    withdrawn: Annotated[Day | None, NEW] = None
    where: Text | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it was given by that day, and had neither run out nor been withdrawn."""
        has_run_out = self.until is not None and day > self.until
        is_withdrawn = self.withdrawn is not None and day >= self.withdrawn
        return self.on <= day and not has_run_out and not is_withdrawn


class SafetyPlan(Record):
    """When the safety plan was made and last looked at, for whom, and where it is.

    `form` is the entry of the log that holds it; `where` names a place outside, such as the paper chart.
    """

    on: Day
    reviewed: Day | None = None
    who: Annotated[Text | None, NEW] = None
    form: Annotated[SessionId | None, NEW] = None
    where: Text | None = None


class Medication(Record):
    """What somebody takes: dose, who prescribed it, since and until when; `on` is the day it was noted."""

    name: Text
    dose: Text | None = None
    who: Text | None = None
    by: Text | None = None
    since: Day | None = None
    until: Day | None = None
    on: Day | None = None


class CareTeamMember(Record):
    """Who else treats the client; `release` is the day of the client's release of information to them."""

    who: Text
    role: Text | None = None
    release: Day | None = None


class MentalStatus(Record):
    """What was observed of the client's state of mind, on which day, by whom."""

    on: Day
    by: Text | None = None
    text: Text


class ClientValue(Record):
    """Something that matters to the client; as a text alone, or with the day it was named."""

    short_form: ClassVar[str] = "value"

    value: Text
    on: Day | None = None
