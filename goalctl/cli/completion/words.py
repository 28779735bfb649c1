"""The tables of TAB: what a group's commands take, and what the values of options can be.

A value is a row of words, or the name of something that `candidates.py` looks up. Tests hold them against the models.
"""

from __future__ import annotations

STATUSES = ("draft", "active", "on-hold", "reserve", "achieved", "discontinued")
TERMS = ("short", "long")
KINDS = (
    "session", "intake", "review", "phone", "crisis", "outreach", "group", "journal", "no-show", "cancelled",
)  # fmt: skip
PLACES = ("office", "video", "phone", "home", "other")
CONCERNS = ("suicide", "self-harm", "harm to others", "harm from others", "withdrawal")
YES_NO = ("yes", "no")
COLOURS = ("auto", "always", "never")
PER = ("day", "week", "month", "session")
BETTER = ("higher", "lower")
HOW = ("signed", "verbal", "declined", "unable")
DECISIONS = ("continue", "change", "extend", "achieved", "discontinue")
STATEMENTS = ("problem", "goal", "objective", "intervention", "homework", "resource")
FORM_KINDS = ("assessment", "worksheet", "note", "exercise", "record")

GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "planners": {"list": (), "search": (), "show": ("area", "statement"), "new": (), "check": ("area",),
        "use": ("client", "area"),
    },
    "forms": {
        "list": (), "search": (), "show": ("form",), "new": (), "check": ("form",), "try": ("form",),
        "wording": ("form",),
    },
    "templates": {"list": (), "show": ("template",), "new": (), "check": ("template",)},
    "names": {"add": ("client",), "list": (), "find": (), "share": (), "export": (), "import": ()},
}  # fmt: skip

QUESTIONS = {"due": "due", "caseload": "caseload", "outcomes": "outcomes", "check": "check", "week": "report"}
"""What a fleet can be asked, and whose options each has."""

WRITING = {("planners", "use")}
"""Commands of groups that change a plan."""

VALUES: dict[str, tuple[str, ...] | str] = {
    "--status": STATUSES,
    "--term": TERMS,
    "--place": PLACES,
    "--per": PER,
    "--better": BETTER,
    "--client": "client",
    "--problem": "problem",
    "--serves": "goal",
    "--worked-on": "ids",
    "--used": "intervention",
    "--done": "homework",
    "--homework": "ref h",
    "--intervention": "ref i",
    "--template": "template",
    "--after": "client",
    "--clinician": "clinician",
    "--supervisor": "clinician",
    "--by": "clinician",
}
"""What the values of an option are wherever it stands and Typer knows no choices of it; exceptions are below."""

IN_COMMAND: dict[tuple[str, str], tuple[str, ...] | str] = {
    ("add-goal", "--from"): "ref g",
    ("add-objective", "--from"): "ref o",
    ("add-problem", "--from"): "ref p",
    ("add-goal", "--by"): "measure",
    ("add-objective", "--by"): "measure",
    ("add-client", "--problem"): (),
    ("planners new", "--from"): "area",
    ("templates new", "--from"): "template",
    ("planners search", "--kind"): STATEMENTS,
    ("forms new", "--from"): "form",
    ("forms search", "--kind"): FORM_KINDS,
    ("forms list", "--kind"): FORM_KINDS,
    ("log-session", "--kind"): KINDS,
    ("log-session", "--form"): "answers",
    ("log-group", "--kind"): KINDS,
    ("risk", "--concern"): CONCERNS,
    ("risk", "--recent"): YES_NO,
    ("review", "--decision"): DECISIONS,
    ("agree", "--how"): HOW,
    ("outcomes", "--measure"): "form",
    ("outcomes", "--for"): ("office",),
    ("supervise", "--done"): (),
    ("supervise", "--agenda"): "clinician",
    ("transfer", "--to"): "clinician",
    ("transfer", "--from"): "clinician",
    ("import", "--map"): "mapping",
    ("import", "--dates"): ("iso", "dmy", "mdy"),
}
