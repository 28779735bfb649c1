"""The shapes of what `--format json` gives about colleagues: covers, hand-over, supervision, the office."""

from datetime import date
from typing import Literal

from typing_extensions import TypedDict  # pydantic, which brings it, reads no other before Python 3.12

from goalctl.analysis.handover import HandoverPart
from goalctl.views.data.shapes import CoverData, DatedData, TroubleData


class HandoverData(TypedDict):
    """One line about one client; `by` is who did what it tells."""

    client: str
    part: HandoverPart
    day: date | None
    what: str
    by: str | None


class CoversDocument(DatedData):
    """Every cover on record, the newest first; `runs` is whether one does on the day."""

    kind: Literal["covers"]
    covers: list["CoverStateData"]


class CoverStateData(CoverData):
    """A cover, and whether it runs on the day of the answer."""

    runs: bool


class CoverDocument(DatedData):
    """What a colleague has to know who looks after somebody's clients, risk first."""

    kind: Literal["cover"]
    cover: CoverData
    clients: int
    errors: list[TroubleData]
    lines: list[HandoverData]


class AwayDocument(DatedData):
    """What happened while somebody was away, risk that needs an act today first."""

    kind: Literal["away"]
    cover: CoverData
    errors: list[TroubleData]
    lines: list[HandoverData]


class AgendaDocument(DatedData):
    """What is to be talked over in supervision, of one clinician's clients; held sessions since it last was."""

    kind: Literal["agenda"]
    clinician: str
    since: date | None
    """The newest day on which anything was talked over; null before the first."""
    sessions: int
    minutes: int
    errors: list[TroubleData]
    lines: list[HandoverData]


class OfficeData(TypedDict):
    """One line for those who bill and call: an unsigned entry, an appointment that nobody held, sessions of a month."""

    part: Literal["unsigned", "missed", "cancelled", "sessions", "clinical follow-up due"]
    client: str | None
    clinician: str | None
    day: date | None
    """Of sessions the first of their month."""
    cpt: str | None
    n: int


class OfficeDocument(DatedData):
    """What the office needs; nothing clinical is in it."""

    kind: Literal["office"]
    first: date
    last: date
    not_in_it: int
    """How many files could not be read."""
    office: list[OfficeData]
