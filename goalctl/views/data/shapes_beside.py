"""The shapes of what `--format json` gives about the library, about findings, and about what an import would do."""

from datetime import date
from typing import Any, Literal

from typing_extensions import TypedDict  # as in shapes.py

from goalctl.model.finding import Severity
from goalctl.model.form import FormKind
from goalctl.model.statement import StatementKind
from goalctl.views.data.shapes import CodeData, DatedData, HeadData, TroubleData


class AskedData(TypedDict):
    """Which audit profile asks for it, and where that is written."""

    profile: str
    source: str | None
    version: str | None
    read: date | None
    """The day on which somebody looked it up."""
    old: str | None
    """Why that text is not in force any more, where it is not."""
    verified: bool


class FindingData(TypedDict):
    """A finding of a rule. It never repeats the line of the file: what a client said stays out of logs."""

    file: str
    line: int | None
    column: int | None
    width: int | None
    """From 1; null for a whole file."""
    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    path: list[str | int]
    """Keys, and positions from 0, that lead to the value."""
    asked: AskedData | None


class SummaryData(TypedDict):
    """What was checked, and what was found."""

    plans: int
    unreadable: int
    waived: int
    errors: int
    warnings: int
    infos: int


class CheckDocument(DatedData):
    """All findings, sorted by place, and how many of each code."""

    kind: Literal["check"]
    findings: list[FindingData]
    statistics: dict[str, int]
    summary: SummaryData


class CodesDocument(HeadData):
    """The codes that are asked for."""

    kind: Literal["codes"]
    codes: list[CodeData]


class KeyData(TypedDict):
    """A key of a kind of file."""

    file: str
    """The kind of file: plan, settings, form …"""
    key: str
    """The path that leads to it; lists are passed through."""
    says: str
    unit: str | None
    """Of a number, what it counts."""
    example: str
    """As it is typed behind the key."""
    holds: str
    needed: bool
    """Whether the file is wrong without it."""
    new: bool
    """Whether a file with it needs format 2."""


class KeysDocument(HeadData):
    """The keys that are asked for."""

    kind: Literal["keys"]
    keys: list[KeyData]


class ProfileData(TypedDict):
    """An audit profile; `rules` counts those that it takes over from another, too."""

    profile: str
    name: str
    setting: str
    rules: int


class ProfilesDocument(HeadData):
    """The audit profiles."""

    kind: Literal["profiles"]
    profiles: list[ProfileData]


class AskedRuleData(TypedDict):
    """A rule that a profile asks for: by what limit, in which setting, where it is written and when that was read."""

    code: str
    title: str | None
    within: str | None
    """A stretch of time as 21d or 6w; where `contacts` stands beside it, the later one counts."""
    contacts: int | None
    working_days: int | None
    physician: bool
    setting: str | None
    """Where it is another than the profile's."""
    source: str | None
    version: str | None
    read: date | None
    old: str | None
    verified: bool


class RequirementsDocument(HeadData):
    """What one audit profile asks for, what it inherits too."""

    kind: Literal["requirements"]
    profile: str
    name: str
    setting: str
    about: str | None
    rules: list[AskedRuleData]


class AroundData(TypedDict):
    """What is wrong around the plans; `matters` is false for what is only to be known."""

    where: str
    what: str
    mend: str
    matters: bool


class DoctorDocument(HeadData):
    """What is wrong around the plans."""

    kind: Literal["doctor"]
    doctor: list[AroundData]


class DoubtData(TypedDict):
    """What is doubtful in a document for others."""

    client: str
    report: str
    what: str
    """contradictory, no support, old or missing."""
    said: str
    hint: str | None
    """The command that mends it, where one does."""


class DoubtsDocument(DatedData):
    """What is doubtful before a document goes."""

    kind: Literal["doubts"]
    doubts: list[DoubtData]


class FormData(TypedDict):
    """A form of the library; `own` is false for one that is shipped."""

    form: str
    kind: FormKind
    items: int
    name: str
    about: str | None
    verified: bool
    checked: str | None
    """How far an instrument's facts are checked; null of other forms."""
    own: bool


class FormsDocument(HeadData):
    """The forms that are asked for."""

    kind: Literal["forms"]
    errors: list[TroubleData]
    forms: list[FormData]


class PlannerData(TypedDict):
    """An area with how much it holds of each kind."""

    area: str
    name: str
    problems: int
    goals: int
    objectives: int
    interventions: int
    homework: int
    statements: int
    own: bool


class PlannersDocument(HeadData):
    """Every area."""

    kind: Literal["planners"]
    errors: list[TroubleData]
    planners: list[PlannerData]


class StatementData(TypedDict):
    """A statement, by the id that `--from` takes."""

    id: str
    kind: StatementKind
    text: str


class StatementsDocument(HeadData):
    """The statements that fit, the best first."""

    kind: Literal["statements"]
    errors: list[TroubleData]
    statements: list[StatementData]


class TemplateData(TypedDict):
    """A plan to begin with."""

    template: str
    name: str
    about: str | None
    own: bool


class TemplatesDocument(HeadData):
    """Every template."""

    kind: Literal["templates"]
    errors: list[TroubleData]
    templates: list[TemplateData]


class FileDocument(HeadData):
    """One file of the library, with the keys of its own schema (`goalctl schema --write` puts that beside it)."""

    kind: Literal["file"]
    of: Literal["form", "planner", "template"]
    file: str
    content: dict[str, Any]


class ImportData(TypedDict):
    """What an import does to one client's plan; not `new` where all of it is there already."""

    client: str
    what: str
    new: bool


class FateData(TypedDict):
    """What becomes of one row of a table."""

    line: int
    client: str
    score: str
    fate: str


class ImportDocument(DatedData):
    """What an import does, plan by plan and with --rows row by row."""

    kind: Literal["import"]
    errors: list[TroubleData]
    """What can't be used, or comes in with an error; `where` is its line, or the plan of an export."""
    plans: list[ImportData]
    rows: list[FateData]
