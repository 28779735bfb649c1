"""The options of a goal and of an objective, beside those of their measure."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.declared import Argument, Option

GoalWords = Annotated[
    str | None, Argument(metavar="[GOAL]", help="The goal in words; left out, it is asked.", show_default=False)
]
GoalId = Annotated[str | None, Argument(metavar="[GOAL]", help="The goal's id, as g1.", show_default=False)]
ObjectiveWords = Annotated[
    str | None,
    Argument(metavar="[OBJECTIVE]", help="The objective in words; left out, it is asked.", show_default=False),
]
Specific = Annotated[str | None, Option("--specific", help="What exactly the client will do.")]
Because = Annotated[str | None, Option("--because", help="Why it is within reach.")]
InControl = Annotated[
    bool | None,
    Option(
        "--in-client-control/--not-in-client-control", help="Whether it is up to the client alone.", show_default=False
    ),
]
ValueServed = Annotated[str | None, Option("--value", help="Which of the client's values it serves.")]
InTheirWords = Annotated[str | None, Option("--in-their-words", help="The client's own words for it.")]
Checkpoints = Annotated[
    list[str] | None, Option("--checkpoint", metavar="DAY", help="A day to look at it before; repeat it.")
]
TermOption = Annotated[str | None, Option("--term", help="short or long.")]
Serves = Annotated[str | None, Option("--serves", metavar="GOAL", help="The longer goal it serves.")]
ForProblem = Annotated[
    list[str] | None, Option("--problem", metavar="ID", help="The problem it is for, as p1; repeat it, or p1,p2.")
]
Grow = Annotated[bool, Option("--grow", help="Explore it first: goal, reality, options, will.")]
Interventions = Annotated[
    list[str] | None,
    Option(
        "--intervention",
        metavar='"what; every 1w; for 12w"',
        help="What the clinician does, also: what; 3 per week; repeat it.",
    ),
]
