"""The shape of what many workspaces answer at once; schemas only, as in `shapes.py`."""

from typing import Literal

from typing_extensions import TypedDict  # pydantic, which brings it, reads no other before Python 3.12

from goalctl.views.data.shapes import CaseloadDocument, DueDocument, HeadData, OutcomesDocument, WeekDocument
from goalctl.views.data.shapes_beside import CheckDocument


class FleetFailureData(TypedDict):
    """A workspace that gave no answer."""

    workspace: str
    status: int
    """As the command alone would have ended."""
    said: list[str]
    """The sentences that say why, and their hints."""


class FleetAnswerData(TypedDict):
    """What one workspace answered."""

    workspace: str
    """As it was named."""
    status: int
    answer: DueDocument | CaseloadDocument | OutcomesDocument | CheckDocument | WeekDocument


class FleetDocument(HeadData):
    """The answers of many workspaces, in the order in which these were named."""

    kind: Literal["fleet"]
    asked: Literal["due", "caseload", "outcomes", "check", "week"]
    failed: list[FleetFailureData]
    workspaces: list[FleetAnswerData]
