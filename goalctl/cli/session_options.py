"""The options of a session, one for each thing that can be logged."""

from __future__ import annotations

from typing import Annotated

import typer

Scores = Annotated[
    list[str] | None, typer.Argument(metavar="[ID=SCORE]...", help="g1=6 g1.1=3 g1@clinician=5", show_default=False)
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri; else today.")
]
Time = Annotated[str | None, typer.Option("--time", metavar="10:00-10:53", help="Start, or start and end.")]
KindOption = Annotated[
    str | None, typer.Option("--kind", help="session, intake, phone, crisis, outreach, group, no-show …")
]
Place = Annotated[str | None, typer.Option("--place", help="office, video, phone, home or other.")]
ClientAt = Annotated[
    str | None, typer.Option("--client-at", metavar="WHERE", help="Where the client was, on video or telephone.")
]
Confidential = Annotated[
    bool, typer.Option("--confidential", help="Kept from pages that partners, parents or guardians read too.")
]
Present = Annotated[list[str] | None, typer.Option("--present", help="Who was there; repeat it.")]
Minutes = Annotated[str | None, typer.Option("--minutes", help="How long it took.")]
Cpt = Annotated[list[str] | None, typer.Option("--cpt", help="A CPT code; repeat it.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT|-", help="The note; - reads it from stdin.")]
NoteForm = Annotated[
    str | None, typer.Option("--note-form", metavar="FORM", help="The note part by part: soap, dap, birp, girp, plain.")
]
NotePart = Annotated[
    list[str] | None, typer.Option("--note-part", metavar="ITEM=TEXT", help="One part of --note-form; repeat it.")
]
LongNote = Annotated[
    bool, typer.Option("--long-note", help="Keep the note in a file of its own under notes/, linked from the entry.")
]
WorkedOn = Annotated[list[str] | None, typer.Option("--worked-on", metavar="ID", help="What it worked on.")]
Used = Annotated[list[str] | None, typer.Option("--used", metavar="ID", help="An intervention, as g1.1.i1.")]
Response = Annotated[str | None, typer.Option("--response", help="How the client responded.")]
FormOption = Annotated[
    list[str] | None, typer.Option("--form", metavar="FORM=ANSWERS", help="phq-9=223212211, phq-9@anna=4; repeat it.")
]
HomeworkOption = Annotated[
    list[str] | None,
    typer.Option("--homework", metavar="[ID: ]TASK", help="Until next time, in words or as depression/h4."),
]
DoneOption = Annotated[
    list[str] | None, typer.Option("--done", metavar="7c2m9x=yes", help="yes, partly or no; repeat it.")
]
Next = Annotated[str | None, typer.Option("--next", metavar="DAY", help="The next appointment: +1w, fri …")]
Writer = Annotated[str | None, typer.Option("--by", help="Who writes it; else the practice's clinician.")]
