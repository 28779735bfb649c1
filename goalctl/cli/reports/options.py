"""The options of `report`: what is written, of which days, for whom, and where it goes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

from goalctl.cli.declared import Option
from goalctl.cli.failures import UsageError
from goalctl.views.reports.kinds import ReportFormat, ReportKind


class RiskTold(StrEnum):
    """How much a document for an insurer says about risk."""

    LINE = "line"
    FULL = "full"


class WeekBy(StrEnum):
    """What a week can be grouped by, beside its own parts."""

    CLINICIAN = "clinician"


Kind = Annotated[ReportKind | None, Option("--kind", help="What kind of report; else the plan.", show_default=False)]
Begin = Annotated[
    str | None,
    Option(
        "--from",
        metavar="DAY",
        help="Of progress, record and review: the first day; else all of it, or since the last review.",
    ),
]
End = Annotated[
    str | None, Option("--to", metavar="DAY", help="Of progress, record and review: the last day; else today.")
]
ReportAs = Annotated[
    ReportFormat | None, Option("--format", help="How to write it; else as the file's name says, else Markdown.")
]
Output = Annotated[Path | None, Option("--output", "-o", metavar="FILE", help="Into a file; with --all into a folder.")]
IdentityFile = Annotated[
    Path | None, Option("--identity", metavar="FILE", help="Names by client, from a file outside the workspace.")
]
OfProfile = Annotated[
    str | None, Option("--profile", metavar="NAME", help="Of an audit: whose questions; else the settings'.")
]
WithNotes = Annotated[bool, Option("--with-notes", help="Of a record: with the long notes that its entries link.")]
Release = Annotated[
    str | None, Option("--record-release", metavar="TO", help="Note in the plan to whom it was released.")
]
Everyone = Annotated[bool, Option("--all", help="Of every client whom this kind fits.")]
Check = Annotated[
    bool, Option("--check", help="Only what in it is contradictory, old, without support or missing; status 1.")
]
RiskIn = Annotated[
    RiskTold, Option("--risk", help="Of progress: level, day and plan in a line, or the records in full.")
]
By = Annotated[WeekBy | None, Option("--by", help="Group a week.", show_default=False)]
Within = Annotated[
    str | None,
    Option("--within", metavar="2w", help="How far a week looks ahead; else the practice's due_within."),
]


class WeekOptions(NamedTuple):
    """Whose week, how far ahead, as which commit has it, and how it is shown and to whom."""

    clinician: str | None
    within: str | None
    revision: str | None
    by: WeekBy | None
    reader: str | None
    written_as: ReportFormat | None
    output: Path | None
    force: bool

    def refuse_elsewhere(self) -> None:
        """Refuse what no other report has."""
        own = {"--by": self.by, "--within": self.within, "--clinician": self.clinician, "--rev": self.revision}
        for name, value in own.items():
            if value is not None:
                raise UsageError(f"{name} is for the week", "add --kind week")
