"""The table of commands: a new command is one module in this folder and one line here."""

from __future__ import annotations

from dataclasses import dataclass

SET_UP = "Set up"
PLAN = "Plan"
SESSION = "Session"
WATCH = "Watch"
CHECK = "Check"
PLUMBING = "Plumbing"
PANELS = (SET_UP, PLAN, SESSION, WATCH, CHECK, PLUMBING)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, one line about it, where help lists it, and the words it takes before any option.

    `takes` is what TAB offers, word by word: `client`, then `ids` of that client's goals and objectives.
    """

    name: str
    panel: str
    summary: str
    takes: tuple[str, ...] = ()
    alias: str = ""

    @property
    def module(self) -> str:
        """The module that holds it."""
        return f"goalctl.cli.{self.name.replace('-', '_')}"


CLIENT = ("client",)
CLIENT_IDS = ("client", "ids")

COMMANDS = (
    Command("init", SET_UP, "make a workspace: settings, a folder for plans, the schema for editors"),
    Command("add-client", SET_UP, "a new plan"),
    Command("add-problem", PLAN, "what brought the client", CLIENT),
    Command("add-goal", PLAN, "a SMART goal", CLIENT),
    Command("add-objective", PLAN, "a step toward a goal, with what the clinician does for it", CLIENT_IDS),
    Command("log-session", SESSION, "one session: scores, forms, note, homework", CLIENT_IDS, alias="log"),
    Command("caseload", WATCH, "every plan on a line, worst first, with the reason"),
    Command("due", WATCH, "what is overdue and what is coming", CLIENT),
    Command("show", WATCH, "a client's plan on one screen", CLIENT),
    Command("chart", WATCH, "scores over time, with baseline, target and deadline", CLIENT_IDS),
    Command("check", CHECK, "findings, each with its place and how to mend it"),
    Command("schema", PLUMBING, "the JSON Schema of plans, for editors"),
    Command("completion", PLUMBING, "how TAB learns the commands, clients and ids"),
)

BY_NAME = {name: command for command in COMMANDS for name in (command.name, command.alias) if name}
