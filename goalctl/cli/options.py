"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.cli.declared import Argument, Option
from goalctl.views.listing import Format, PageFormat

BY_ENDING = {
    ".md": Format.MD, ".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON, ".csv": Format.CSV,
    ".txt": Format.PLAIN,
}  # fmt: skip
"""What a file's name says of a listing that is written there."""

Client = Annotated[str, Argument(metavar="CLIENT", help="The client's id.", show_default=False)]
AnyClient = Annotated[
    str | None, Argument(metavar="[CLIENT]", help="Only this client; a beginning will do.", show_default=False)
]
OfClinician = Annotated[
    str | None,
    Option("--clinician", metavar="WHO", help="Only plans of this clinician, or covered by them; me: your own."),
]
OfSupervisor = Annotated[
    str | None, Option("--supervisor", metavar="WHO", help="Only plans under this supervisor; me: under you.")
]
ListingFormat = Annotated[Format | None, Option("--format", help="How to show it.", show_default=False)]
Shown = Annotated[PageFormat, Option("--format", help="As text to read, or as json for programs.")]
Revision = Annotated[
    str | None,
    Option("--rev", metavar="REV", help="Read a git commit, such as HEAD, not the files.", show_default=False),
]
Recorded = Annotated[
    str | None,
    Option("--recorded", metavar="DAY", help="As it had been written down by the end of that day.", show_default=False),
]

PrivateFile = Annotated[
    Path | None, Option("--output", "-o", metavar="FILE", help="Into a file that only you may read.")
]
Force = Annotated[bool, Option("--force", help="Write over a file that is there.")]

By = Annotated[
    str | None,
    Option(
        "--by", help="How it is scored: rating, count, number, percent, levels, done, or a form: phq-9, phq-9@anna."
    ),
]
Of = Annotated[str | None, Option("--of", help="What is counted, or a form's subscale.")]
Per = Annotated[str | None, Option("--per", help="Counted per day, week, month or session.")]
Unit = Annotated[str | None, Option("--unit", help="The unit of a number.")]
Scale = Annotated[str | None, Option("--scale", metavar="LO,HI", help="The lowest and highest score, as 0,10 or 0,")]
Level = Annotated[
    list[str] | None, Option("--level", metavar='"-2=…"', help="One level of goal attainment scaling; repeat it.")
]
Baseline = Annotated[str | None, Option("--baseline", metavar="N", help="The score to start from.")]
Target = Annotated[
    str | None, Option("--target", metavar="N", help="The score to reach, or 7..9 for a band of scores.")
]
Since = Annotated[str | None, Option("--since", metavar="DAY", help="The day of the baseline.")]
Keep = Annotated[str | None, Option("--keep", metavar="12w", help="Keep what was reached for this long.")]
Better = Annotated[str | None, Option("--better", help="When keeping: higher or lower is better.")]
JudgedBy = Annotated[
    str | None,
    Option("--judged-by", metavar="NAME", help="Whose scores decide, of several people: each, or one's name."),
]
Deadline = Annotated[
    str | None, Option("--deadline", metavar="DAY", help="By when: 2026-03-31, 31 March, 6w, 3 months.")
]
StatusOption = Annotated[
    str | None, Option("--status", help="draft, active, on-hold, reserve, achieved or discontinued.")
]
Opened = Annotated[
    str | None,
    Option("--opened", metavar="DAY", help="When work on it began, for a record brought along; else today."),
]
Priority = Annotated[str | None, Option("--priority", metavar="N", help="1 is worked on first.")]
