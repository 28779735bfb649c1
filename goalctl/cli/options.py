"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.views.listing import Format, PageFormat

Client = Annotated[str, typer.Argument(metavar="CLIENT", help="The client's id.", show_default=False)]
AnyClient = Annotated[
    str | None, typer.Argument(metavar="[CLIENT]", help="Only this client; a beginning will do.", show_default=False)
]
OfClinician = Annotated[str | None, typer.Option("--clinician", help="Only plans of this clinician.")]
ListingFormat = Annotated[Format | None, typer.Option("--format", help="How to show it.", show_default=False)]
Shown = Annotated[PageFormat, typer.Option("--format", help="As text to read, or as json for programs.")]
Revision = Annotated[
    str | None,
    typer.Option("--rev", metavar="REV", help="Read a git commit, such as HEAD, not the files.", show_default=False),
]
Recorded = Annotated[
    str | None,
    typer.Option(
        "--recorded", metavar="DAY", help="As it had been written down by the end of that day.", show_default=False
    ),
]

Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]

By = Annotated[
    str | None,
    typer.Option(
        "--by", help="How it is scored: rating, count, number, percent, levels, done, or a form: phq-9, phq-9@anna."
    ),
]
Of = Annotated[str | None, typer.Option("--of", help="What is counted, or a form's subscale.")]
Per = Annotated[str | None, typer.Option("--per", help="Counted per day, week, month or session.")]
Unit = Annotated[str | None, typer.Option("--unit", help="The unit of a number.")]
Scale = Annotated[
    str | None, typer.Option("--scale", metavar="LO,HI", help="The lowest and highest score, as 0,10 or 0,")
]
Level = Annotated[
    list[str] | None, typer.Option("--level", metavar='"-2=…"', help="One level of goal attainment scaling; repeat it.")
]
Baseline = Annotated[str | None, typer.Option("--baseline", help="The score to start from.")]
Target = Annotated[str | None, typer.Option("--target", help="The score to reach, or 7..9 for a band of scores.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="The day of the baseline.")]
Keep = Annotated[str | None, typer.Option("--keep", metavar="12w", help="Keep what was reached for this long.")]
Better = Annotated[str | None, typer.Option("--better", help="When keeping: higher or lower is better.")]
JudgedBy = Annotated[
    str | None,
    typer.Option("--judged-by", metavar="NAME", help="Whose scores decide, of several people: each, or one's name."),
]
Deadline = Annotated[
    str | None, typer.Option("--deadline", metavar="DAY", help="By when: 2026-03-31, 31 March, 6w, 3 months.")
]
StatusOption = Annotated[
    str | None, typer.Option("--status", help="draft, active, on-hold, reserve, achieved or discontinued.")
]
Opened = Annotated[
    str | None,
    typer.Option("--opened", metavar="DAY", help="When work on it began, for a record brought along; else today."),
]
Priority = Annotated[str | None, typer.Option("--priority", help="1 is worked on first.")]
