"""The shapes of the reports that programs can have as data: a review call, an audit."""

from typing import Literal

from typing_extensions import TypedDict  # as in shapes.py

from goalctl.views.data.shapes import DatedData


class AnswerData(TypedDict):
    """A question of a review call; without a line it is not on record."""

    question: str
    lines: list[str]


class UrDocument(DatedData):
    """What a utilisation reviewer asks, and what the record says."""

    kind: Literal["ur"]
    client: str
    notice: str | None
    """The notice of 42 CFR part 2, where the plan is under it."""
    answers: list[AnswerData]
    asked_for: list[AnswerData]
    missing: list[str]
    """The questions that the record does not answer."""


class RequirementData(TypedDict):
    """A requirement of a profile; `met` is null for what is waived, not asked yet, or seen beside other plans only."""

    code: str
    title: str
    met: bool | None
    where: list[str]
    """The places of what is missing, or of what meets it."""
    source: str
    old: str | None


class ThreadData(TypedDict):
    """A link of the thread from problem to session; `broken` says where it ends."""

    depth: int
    what: str
    id: str
    words: str
    sessions: str | None
    broken: str | None


class AuditDocument(DatedData):
    """Every requirement of a profile, what is not met first."""

    kind: Literal["audit"]
    client: str
    notice: str | None
    profile: str
    waived: int
    requirements: list[RequirementData]
    thread: list[ThreadData]
    loose: list[str]
    """The sessions that hang on nothing."""
