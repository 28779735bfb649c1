"""The table of commands: a new command is one module in this folder and one line here."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from types import ModuleType
from typing import NamedTuple

SET_UP = "Set up"
PLAN = "Plan"
SESSION = "Session"
WATCH = "Watch"
CHECK = "Check"
DOCUMENTS = "Documents"
LIBRARY = "Library"
PLUMBING = "Plumbing"
PANELS = (SET_UP, PLAN, SESSION, WATCH, CHECK, DOCUMENTS, LIBRARY, PLUMBING)
WRITING = {SET_UP, PLAN, SESSION, PLUMBING}
LOOKS = {"prep", "today"}


class Command(NamedTuple):
    """One command: its name, one line about it, where help lists it, and the words it takes before any option.

    `takes` is what TAB offers, word by word: `client`, then `ids` of that client's goals and objectives.
    `with_client` is whether it minds that the client sees the screen: with `--with-client` no other command runs.
    """

    name: str
    panel: str
    summary: str
    takes: tuple[str, ...] = ()
    alias: str = ""
    with_client: bool = False

    @property
    def writes(self) -> bool:
        """Whether it changes a plan, so that whose it is has to be sure."""
        return self.panel in WRITING and self.name not in LOOKS

    @property
    def module(self) -> str:
        """The module that holds it."""
        name = self.name.replace("-", "_")
        return f"goalctl.cli.commands.{name}_" if iskeyword(name) else f"goalctl.cli.commands.{name}"

    def load(self) -> ModuleType:
        """That module, imported only when the command runs."""
        return import_module(self.module)


CLIENT = ("client",)
CLIENT_IDS = ("client", "ids")

COMMANDS = (
    Command("init", SET_UP, "make a workspace: settings, a folder for plans, schemas for editors"),
    Command("demo", SET_UP, "a practice of invented clients, to try everything on"),
    Command("add-client", SET_UP, "a new plan"),
    Command("names", SET_UP, "who the pseudonyms are: typed and shown on this terminal, kept outside the workspace"),
    Command("sync", SET_UP, "what other clinicians did comes in, what you did goes out, in clinical words"),
    Command(
        "cover",
        SET_UP,
        "who looks after whose clients, what they have to know, what happened meanwhile",
        ("clinician",),
    ),
    Command("transfer", SET_UP, "another clinician takes clients over, with a summary of each", CLIENT),
    Command("backup", SET_UP, "a copy of the whole record elsewhere, restored on trial as soon as it is made"),
    Command("forget", SET_UP, "the end of a record's life: plan, notes, names and all that is remembered", CLIENT),
    Command("edit", SET_UP, "a plan in your editor, checked before it is saved", CLIENT),
    Command("add-problem", PLAN, "what brought the client", CLIENT),
    Command("add-goal", PLAN, "a SMART goal", CLIENT),
    Command("grow", PLAN, "find a goal in a conversation: goal, reality, options, will", ("client", "goal")),
    Command("add-objective", PLAN, "a step toward a goal, with what the clinician does for it", ("client", "goal")),
    Command("set", PLAN, "change a target, a wording, a clinician …, on record", ("client", "item")),
    Command(
        "mark", PLAN, "a goal or an objective: active, reserve, achieved, discontinued", ("client", "ids", "status")
    ),
    Command("extend", PLAN, "a later deadline; the old one is kept with the reason", CLIENT_IDS),
    Command("review", PLAN, "a look that was taken, with a decision for each goal", CLIENT_IDS),
    Command("agree", PLAN, "who agreed to the plan or signed it, or why not", CLIENT),
    Command("hold", PLAN, "treatment rests", CLIENT),
    Command("resume", PLAN, "treatment goes on", CLIENT),
    Command("discharge", PLAN, "treatment ends, with an outcome for each goal", CLIENT),
    Command(
        "explore",
        PLAN,
        "magic wand, perfect day, values: finding what to work on",
        ("client", "exercise"),
        with_client=True,
    ),
    Command("log-session", SESSION, "one session: scores, forms, note, homework", CLIENT_IDS, alias="log"),
    Command("log-group", SESSION, "one group session in several plans, all or none", CLIENT),
    Command("risk", SESSION, "what was asked about risk, found, decided, and when to follow up", CLIENT),
    Command("diary", SESSION, "scores between sessions", CLIENT_IDS, with_client=True),
    Command("today", SESSION, "who comes today, with one line of preparation each"),
    Command("prep", SESSION, "one screen before a session", CLIENT, with_client=True),
    Command("amend", SESSION, "a correction that keeps the original", ("client", "session")),
    Command("void", SESSION, "mark an entry that belongs elsewhere", ("client", "session")),
    Command("move", SESSION, "an entry that was logged for the wrong client", ("client", "session")),
    Command("sign", SESSION, "signatures and co-signatures", ("client", "session")),
    Command(
        "assess", SESSION, "a form item by item, with its score and what changed", ("client", "form"), with_client=True
    ),
    Command("crisis", WATCH, "one screen for a call in a crisis, then the contact on record", CLIENT),
    Command("caseload", WATCH, "every plan on a line, what needs attention first, with the reason"),
    Command("due", WATCH, "what is overdue and what is coming", CLIENT),
    Command("show", WATCH, "a client's plan on one screen", CLIENT, with_client=True),
    Command("chart", WATCH, "scores over time, with baseline, target and deadline", CLIENT_IDS, with_client=True),
    Command("find", WATCH, "where the record speaks of something, with its day and place", ("", "client")),
    Command("history", WATCH, "what changed when, in clinical words", CLIENT_IDS),
    Command(
        "supervise", SESSION, "what to bring to supervision, what was talked over, the agenda of one clinician", CLIENT
    ),
    Command("office", WATCH, "for those who bill and call: unsigned, missed, sessions by code; nothing clinical"),
    Command(
        "outcomes",
        WATCH,
        "what came of treatment: who got better, by measure, clinician, area; goals, sessions",
        CLIENT,
    ),
    Command("fleet", WATCH, "one question to many workspaces: due, caseload, outcomes, check, week", ("question",)),
    Command("check", CHECK, "findings, each with its place and how to mend it"),
    Command("doctor", CHECK, "what is wrong around the plans: folders, git, notes, copies; --fix mends what is safe"),
    Command("explain", CHECK, "why a rule exists, how to mend what it finds, what a key is for", ("explained", "")),
    Command("report", DOCUMENTS, "for auditor, insurer, client: plan, progress, ur, discharge, record, audit", CLIENT),
    Command("records", DOCUMENTS, "the notes of some days for somebody who asked; the release is noted", CLIENT),
    Command("export", DOCUMENTS, "plans as JSON, scores as CSV, for other programs or for research", CLIENT),
    Command(
        "import",
        DOCUMENTS,
        "an export, a questionnaire's text, goals or scores of a table; shows first what it would do",
    ),
    Command(
        "worksheet",
        DOCUMENTS,
        "any form as a sheet to print or fill in, blank or prefilled",
        ("form", ""),
        with_client=True,
    ),
    Command(
        "questionnaire",
        DOCUMENTS,
        "a form as one page that a client fills in in a browser, offline",
        ("client", "form"),
    ),
    Command("site", DOCUMENTS, "the whole practice as pages to look at in a browser, offline"),
    Command("forms", LIBRARY, "assessments, worksheets, notes: list, search, show, new, check, try"),
    Command("templates", LIBRARY, "plans to begin with: list, show, new by questions or from a plan, check"),
    Command("undo", PLAN, "take back goalctl's last change of a plan, then the one before it", CLIENT),
    Command("redo", PLAN, "do once more what undo took back", CLIENT),
    Command("planners", LIBRARY, "ready-made goals and all around them, by area: list, search, show, use, new, check"),
    Command("bank", LIBRARY, "every goal, objective and intervention already used, and how it went"),
    Command("upgrade", PLUMBING, "plans of an older format become ones of the newest, on purpose", CLIENT),
    Command("renumber", PLUMBING, "another id for a goal or a step that two clones added as one", CLIENT_IDS),
    Command("merge-plan", PLUMBING, "git's merge driver: what two people did to one file, united by meaning"),
    Command("schema", PLUMBING, "the JSON Schemas of files, for editors"),
    Command("help", CHECK, "how a command is used, with examples; the whole manual", ("command", ""), with_client=True),
    Command("completion", PLUMBING, "how TAB learns the commands, clients and ids", ("shell",)),
)

BY_NAME = {name: command for command in COMMANDS for name in (command.name, command.alias) if name}
