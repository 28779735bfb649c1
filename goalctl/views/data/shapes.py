"""The shapes of what `--format json` gives about many plans, and what every document has.

`goalctl schema --for NAME` makes a JSON Schema of them (`kinds.py` has the names), mypy holds every document to its
shape where it is made, and nothing is checked when a command runs: that imports none of this. A key that goes, or means
something else, is a new version (`VERSION` in `text.py`); a key that comes is none.
"""

from datetime import date
from typing import Literal

from typing_extensions import TypedDict  # pydantic, which brings it, reads no other before Python 3.12

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.due.deadline import Due
from goalctl.analysis.progress.judgement import State
from goalctl.model.finding import Severity


class TroubleData(TypedDict):
    """What is wrong with a file; a code that begins with E1 says that it could not be read."""

    client: str | None
    where: str
    """The file, with line and column where they are known."""
    code: str
    message: str | None
    hint: str | None


class HeadData(TypedDict):
    """What every document begins with."""

    goalctl: Literal["goalctl/1"]
    """The version of these shapes."""


class DatedData(HeadData):
    """An answer about plans, as of a day."""

    as_of: date


class RiskData(TypedDict):
    """A row of risk. Of one under follow-up `day` is its end, of one that needs an act the day since when."""

    client: str
    clinician: str | None
    day: date
    needs_act: bool
    words: str


class CoverData(TypedDict):
    """Somebody who is away, who looks after their clients, and the first and the last day of that."""

    clinician: str
    by: str
    first: date
    last: date


class DueData(TypedDict):
    """One thing that falls due."""

    client: str
    clinician: str | None
    id: str | None
    """The goal or objective it belongs to."""
    kind: Due
    day: date
    days: int
    """From the day of the answer to its day; negative when overdue."""
    overdue: bool
    when: str
    what: str | None
    """In words; null with --no-words."""


class DueDocument(DatedData):
    """What is overdue and what is coming."""

    kind: Literal["due"]
    covers: list[CoverData]
    risk: list[RiskData]
    errors: list[TroubleData]
    due: list[DueData]


class VisitData(TypedDict):
    """A client who comes on the day."""

    client: str
    clinician: str | None
    last_seen: date | None
    due: list[DueData]
    prepare: str


class TodayDocument(DatedData):
    """Who comes on the day; risk is everybody's."""

    kind: Literal["today"]
    covers: list[CoverData]
    risk: list[RiskData]
    errors: list[TroubleData]
    today: list[VisitData]


class ReasonData(TypedDict):
    """Why a plan needs a look."""

    kind: ReasonKind
    id: str | None
    day: date | None
    """Since or until when, where there is a day."""
    because: str


class CountData(TypedDict):
    """How many active goals and objectives stand so."""

    state: State
    n: int


class StandingData(TypedDict):
    """How a plan stands, the most urgent reason first."""

    client: str
    clinician: str | None
    supervisor: str | None
    status: str
    look: str
    """The word of the first reason, else of the plan."""
    why: str | None
    reasons: list[ReasonData]
    goals: list[CountData]
    last_seen: date | None
    next: date | None


class CaseloadDocument(DatedData):
    """Every plan that is asked for, what needs attention first; risk is told whatever is asked for."""

    kind: Literal["caseload"]
    covers: list[CoverData]
    plans: int
    """How many there are, also those not asked for."""
    risk: list[RiskData]
    errors: list[TroubleData]
    caseload: list[StandingData]


class WeekData(TypedDict):
    """One line of the week: its part, whose it is, and what."""

    part: str
    client: str | None
    clinician: str | None
    id: str | None
    day: date | None
    what: str


class WeekDocument(DatedData):
    """The week of a practice, part after part."""

    kind: Literal["week"]
    errors: list[TroubleData]
    week: list[WeekData]


class PassageData(TypedDict):
    """A place where the record speaks of something; `day` is null where nothing says when."""

    client: str
    day: date | None
    place: str
    text: str


class FindDocument(DatedData):
    """Where the record speaks of something, the newest first."""

    kind: Literal["find"]
    errors: list[TroubleData]
    find: list[PassageData]


class JudgedData(TypedDict):
    """How often a rule was right on labelled goals that nothing was made or learned from."""

    kind: str
    """What it looks for there: vague, no-number …"""
    right: int
    """In how many of the goals that it `told` it spoke rightly."""
    told: int
    low: float
    high: float
    """The 95 % interval of that share, 0 to 1."""
    met: int
    """How many of the goals of that kind that are `there` it and its siblings told."""
    there: int


class CodeData(TypedDict):
    """A code that `check` can tell."""

    code: str
    severity: Severity
    title: str
    why: list[str]
    """The reason of each rule behind it."""
    sources: list[str]
    judged: JudgedData | None
    """Of a rule about wording."""


class BankedData(TypedDict):
    """Something that was used before, by the id that `--from` takes."""

    id: str
    kind: Literal["goal", "objective", "intervention", "homework"]
    text: str
    used: int
    reached: int
    clients: int
    weeks: float | None
    """The median until it was reached."""
    measures: list[str]
    last: date | None
    own_words: bool
    """Whether it repeats what a client is quoted with."""
    private: list[str]
    """The codes of the privacy rules that it meets, and `names` where it names somebody of its own plan."""


class BankDocument(DatedData):
    """Everything that was used before, and is asked for."""

    kind: Literal["bank"]
    errors: list[TroubleData]
    bank: list[BankedData]


class OutcomeData(TypedDict):
    """One figure of a group: `n` of `of` where it counts, `value` between `low` and `high` where it measures."""

    group: str
    subject: str
    figure: str
    n: int | None
    of: int | None
    percent: float | None
    value: float | None
    low: float | None
    high: float | None
    hidden: bool
    """Whether it is a small count that is not told."""
    note: str | None


class OutcomesDocument(DatedData):
    """What came of treatment, by group; nothing is adjusted, nobody is ranked. Of what leaves, errors are a number."""

    kind: Literal["outcomes"]
    errors: list[TroubleData]
    not_in_it: int
    """How many errors there are in files that are not in these figures, or not wholly."""
    outcomes: list[OutcomeData]
