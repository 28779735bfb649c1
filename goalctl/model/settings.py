"""A workspace's settings, `goalctl.yaml`; every key has a default."""

from typing import Annotated

from pydantic import Field

from goalctl.model.bounds import Count, FromOne
from goalctl.model.scalars import Duration
from goalctl.model.scoring import Height
from goalctl.model.types import (
    NEW,
    Day,
    EntryId,
    Flag,
    FormId,
    Moment,
    Record,
    Stretch,
    Text,
    TimeZone,
    UniqueKeys,
    Whole,
    Word,
    WorkspaceId,
    words,
)


class Clinician(Record):
    """Who works in the practice, and the credential that a signature carries."""

    name: Text | None = None
    credential: Text | None = None
    licence: Text | None = None
    email: Annotated[Text | None, NEW] = None
    cosign_within: Annotated[Stretch | None, NEW] = None


class Cover(Record):
    """Somebody's clients, looked after by a colleague from a day to a day; `ended` is the day on which it stopped."""

    id: EntryId | None = None
    on: Day | None = None
    written: Moment | None = None
    of: Text
    by: Text
    from_: Day
    to: Day
    because: Text | None = None
    ended: Day | None = None


class Limits(Record):
    """How many goals of a plan, and objectives of a goal, are worked on at a time."""

    active_goals: FromOne = 3
    active_objectives: FromOne = 3


class Told(Word):
    """How loudly a rule that advises is told; only the rules about the file itself are errors."""

    WARNING = "warning"
    INFO = "info"


class Privacy(Record):
    """The practice's own words that must not stand in a plan, such as names from its roster; and what is no secret.

    `allow` holds texts that look private and are not, such as the practice's own telephone number.
    """

    words: tuple[Text, ...] = ()
    allow: tuple[Text, ...] = ()


class Checks(Record):
    """Which rules this practice switches off, by code or letter, and which severity it gives to others."""

    ignore: tuple[Text, ...] = ()
    severity: Annotated[dict[Text, Annotated[Told, words(Told)]], UniqueKeys] = Field(default_factory=dict)


class Paper(Word):
    """What documents are printed on."""

    A4 = "a4"
    LETTER = "letter"


class Spelling(Word):
    """How the words of shipped planners and templates are spelled."""

    UK = "uk"
    US = "us"


class Prompts(Word):
    """How words are asked for at a terminal: with lists narrowed while typing, or on plain lines with numbers."""

    LIVE = "live"
    PLAIN = "plain"


class RiskQuiet(Record):
    """How long an answer about risk holds at most, by how high the risk is; then it is time to ask again.

    The four stretches are this program's own, for the practice to change.
    """

    behaviour: Stretch = Duration(7, "d")
    plan: Stretch = Duration(7, "d")
    active: Stretch = Duration(14, "d")
    passive: Stretch = Duration(28, "d")

    def at(self, height: Height) -> Duration:
        """The stretch for that height."""
        stretches = {
            Height.BEHAVIOUR: self.behaviour,
            Height.PLAN: self.plan,
            Height.ACTIVE: self.active,
            Height.PASSIVE: self.passive,
        }
        return stretches[height]


class Settings(Record):
    """What a practice has settled for all its plans. By `workspace` the names of its clients are kept elsewhere."""

    format: Whole = 1
    workspace: Annotated[WorkspaceId | None, NEW] = None
    clinician: Text | None = None
    clinicians: Annotated[dict[Text, Clinician], UniqueKeys] = Field(default_factory=dict)
    covers: Annotated[tuple[Cover, ...], NEW] = ()
    timezone: TimeZone | None = None
    limits: Limits = Limits.unsaid()
    due_within: Stretch = Duration(14, "d")  # our own
    review_every: Stretch = Duration(90, "d")  # 42 CFR 456.180(c), and what most payers ask for
    late_after: Annotated[Stretch, NEW] = Duration(3, "d")  # our own
    risk_quiet: Annotated[RiskQuiet, NEW] = RiskQuiet.unsaid()
    safety_plan_every: Annotated[Stretch, NEW] = Duration(90, "d")  # our own: as often as the plan itself
    in_danger: Annotated[Text | None, NEW] = None  # without it no page with a risk item goes out
    keep_for: Annotated[Stretch, NEW] = Duration(7, "y")  # our own, after a discharge; laws differ, and for minors more
    paper: Annotated[Annotated[Paper, words(Paper)], NEW] = Paper.A4
    spelling: Annotated[Annotated[Spelling, words(Spelling)], NEW] = Spelling.UK
    prompts: Annotated[Annotated[Prompts, words(Prompts)], NEW] = Prompts.LIVE
    pager: Annotated[Flag, NEW] = False  # which one, the terminal's own environment says
    favourites: Annotated[tuple[Text, ...], NEW] = ()  # forms that are offered first
    note: Annotated[FormId | None, NEW] = None  # the template that log-session drafts; without one it drafts nothing
    small_cells: Annotated[Count, NEW] = 11  # CMS hides counts of 1 to 10 in what is published
    commit: Flag = False
    audit: Text = "outpatient"
    check: Checks = Checks.unsaid()
    privacy: Privacy = Privacy.unsaid()
