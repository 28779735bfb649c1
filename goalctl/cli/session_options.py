"""The options of a session, one for each thing that can be logged."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.declared import Argument, Option

Scores = Annotated[
    list[str] | None, Argument(metavar="[ID=SCORE]...", help="g1=6 g1.1=3 g1@clinician=5", show_default=False)
]
Date = Annotated[str | None, Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri; else today.")]
Time = Annotated[str | None, Option("--time", metavar="10:00-10:53", help="Start, or start and end.")]
KindOption = Annotated[str | None, Option("--kind", help="session, intake, phone, crisis, outreach, group, no-show …")]
Place = Annotated[str | None, Option("--place", help="office, video, phone, home or other.")]
ClientAt = Annotated[
    str | None, Option("--client-at", metavar="WHERE", help="Where the client was, on video or telephone.")
]
Confidential = Annotated[
    bool, Option("--confidential", help="Kept from pages that partners, parents or guardians read too.")
]
Present = Annotated[list[str] | None, Option("--present", help="Who was there; repeat it.")]
Minutes = Annotated[str | None, Option("--minutes", metavar="N", help="How long it took.")]
Cpt = Annotated[list[str] | None, Option("--cpt", help="A CPT code; repeat it.")]
Note = Annotated[str | None, Option("--note", metavar="TEXT|-", help="The note; - reads it from stdin.")]
NoteForm = Annotated[
    str | None, Option("--note-form", metavar="FORM", help="The note part by part: soap, dap, birp, girp, plain.")
]
NotePart = Annotated[
    list[str] | None, Option("--note-part", metavar="ITEM=TEXT", help="One part of --note-form; repeat it.")
]
LongNote = Annotated[
    bool, Option("--long-note", help="Keep the note in a file of its own under notes/, linked from the entry.")
]
WorkedOn = Annotated[list[str] | None, Option("--worked-on", metavar="ID", help="What it worked on.")]
Used = Annotated[list[str] | None, Option("--used", metavar="ID", help="An intervention, as g1.1.i1.")]
Response = Annotated[str | None, Option("--response", help="How the client responded.")]
FormOption = Annotated[
    list[str] | None, Option("--form", metavar="FORM=ANSWERS", help="phq-9=223212211, phq-9@anna=4; repeat it.")
]
HomeworkOption = Annotated[
    list[str] | None,
    Option("--homework", metavar="[ID: ]TASK", help="Until next time, in words or as depression/h4."),
]
DoneOption = Annotated[list[str] | None, Option("--done", metavar="7c2m9x=yes", help="yes, partly or no; repeat it.")]
Next = Annotated[str | None, Option("--next", metavar="DAY", help="The next appointment: +1w, fri …")]
Writer = Annotated[
    str | None, Option("--by", metavar="WHO", help="Who writes it; else whoever doctor says writes here.")
]
