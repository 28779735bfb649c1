"""The house keeps its walls: who may import whom, who knows the clock, and what light commands must not load."""

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.forks import Forked

HOUSE = Path(__file__).parent.parent / "goalctl"
SEES = {
    "model": set(),
    "analysis": {"model"},
    "rules": {"model", "analysis"},
    "documents": {"model"},
    "library": {"model", "documents"},
    "views": {"model", "analysis", "rules"},
    "exchange": {"model", "analysis", "rules"},
    "workspace": {"model", "analysis", "rules", "documents", "library"},
    "cli": {"model", "analysis", "rules", "documents", "library", "workspace", "views", "exchange"},
}
ONLY_IN = {
    "yaml": {"documents"},
    "rich": {"views", "cli.screen"},  # the one Console
    "plotext": {"views"},
    "weasyprint": {"views"},
    "icalendar": {"views"},
    "jinja2": {"views"},
    "markupsafe": {"views"},
    "typer": {"cli"},
    "pydantic": {"model"},
    "rapidfuzz": {"model.nearest"},  # the one fuzzy matcher
    "prompt_toolkit": {"cli.live"},
}
BY_NAME = {"cli.table"}  # the table of commands alone is imported by name
APART = (
    "cli.commands",  # a command imports no other command
    "workspace.operations",  # nor an operation another, but for what they list
    "views.screens",
    "views.listings",
)
SHARED = {
    "views.screens": {"fitting", "rich_page"},
    "views.listings": {"formats", "table"},
    "workspace.operations": {"init", "mark", "import_plans"},
}
INSIDE = {  # who sees whom of the rooms in a room; what lies beside the rooms is for all of them
    "analysis": {
        "instruments": set(),
        "progress": {"instruments"},
        "scores": {"instruments", "progress"},
        "risk": {"instruments"},
        "audit": set(),
        "history": {"progress"},
        "due": {"instruments", "progress", "risk", "history"},
        "caseload": {"instruments", "progress", "risk", "due"},
        "outcomes": {"instruments", "progress", "caseload"},
        "merge": {"history", "risk"},
    },
    "views": {
        "words": set(),
        "charts": {"words"},
        "sheets": set(),
        "data": {"words", "charts"},
        "listings": {"words"},
        "screens": {"words"},
        "reports": {"words", "charts", "data"},
        "site": {"words", "charts", "listings", "screens", "reports"},
    },
    "workspace": {
        "edits": set(),
        "store": {"edits"},
        "shelves": {"store", "edits"},
        "memory": {"store", "shelves"},
        "check": {"store", "edits", "shelves"},
        "doctor": {"store", "edits", "shelves"},
        "merge": {"store", "edits", "shelves"},
        "operations": {"store", "edits", "shelves", "doctor"},
    },
    "workspace.store": {"git": set(), "transaction": {"git"}},
    "cli": {
        "completion": set(),
        "asking": {"completion"},
        "reports": set(),
        "site": set(),
        "fleet": set(),
        "commands": {"asking", "reports", "site", "fleet"},
    },
    "cli.asking": {
        "library": set(),
        "forms": set(),
        "goals": {"library", "forms"},
        "files": {"library", "forms", "goals"},
        "risk": {"forms"},
        "sessions": {"library", "forms", "risk"},
        "merging": set(),
    },
}
ASK = {"cli.one_of_each"}  # asks for a word that is missing, whatever the command
WITHOUT_FILES, FILES = {"model", "analysis"}, {"os", "io", "pathlib", "shutil", "tempfile", "importlib"}
CLOCK_AND_EXIT = {"today", "now", "utcnow", "localtime", "print", "exit", "_exit"}


def name_of(path):
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts)


@cache
def trees():
    """Every module, parsed when the first wall is looked at: not wherever tests are collected."""
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(HOUSE.rglob("*.py"))}


def imports_of(tree):
    """Every import, those inside functions included; `from a import b` also as `a.b`, which may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.level == 0 else "a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module):
    return module.partition(".")[0] if "." in module else ""


def forbidden(module, name):
    """Why a module may not import that name; nothing when it may."""
    room, top = room_of(module), name.partition(".")[0]
    if top == "goalctl" and room:
        other = name.split(".")[1] if "." in name else room
        if f"{other}.__init__" in trees() and other != room and other not in SEES[room]:
            return f"{room} must not see {other}"
    rooms = ONLY_IN.get(top)
    if rooms is not None and not {room, module} & rooms:
        return f"{top} belongs in {', '.join(sorted(rooms))}"
    if room in WITHOUT_FILES and top in FILES:
        return f"{room} knows no file: {top}"
    return f"{module}: {name}" if name == "a relative import" else ""


def test_imports_run_one_way_and_a_library_stays_in_its_room():
    found = {
        (module, why)
        for module, tree in trees().items()
        for name in imports_of(tree)
        if (why := forbidden(module, name))
    }
    assert sorted(found) == []


def test_siblings_keep_apart():
    found = set()
    for module, tree in trees().items():
        family = module.rpartition(".")[0]
        if family in APART:
            own = {f"goalctl.{module}", *(f"goalctl.{family}.{shared}" for shared in SHARED.get(family, ()))}
            others = {f"goalctl.{other}" for other in trees() if other.rpartition(".")[0] == family} - own
            found |= {(module, name) for name in imports_of(tree) if name in others}
    assert sorted(found) == []


def part_of(name, room):
    """Which room inside that one a dotted name lies in; a module beside them is its own."""
    return name.removeprefix(f"{room}.").partition(".")[0] if name.startswith(f"{room}.") else ""


@pytest.mark.parametrize("room", INSIDE)
def test_the_rooms_inside_a_room_see_each_other_as_agreed(room):
    parts, found = INSIDE[room], set()
    for module, tree in trees().items():
        own = part_of(module, room)
        if own in parts:
            unseen = parts.keys() - parts[own] - {own}
            names = (name.removeprefix("goalctl.") for name in imports_of(tree))
            found |= {(module, name) for name in names if part_of(name, room) in unseen}
    assert sorted(found) == []
    assert parts.keys() == {part_of(name, room) for name in trees() if name == f"{room}.{part_of(name, room)}.__init__"}


def test_what_lies_beside_the_rooms_of_the_command_line_asks_nobody():
    beside = {module: tree for module, tree in trees().items() if module.count(".") == 1 and room_of(module) == "cli"}
    asking = {module for module, tree in beside.items() if any(".cli.asking" in name for name in imports_of(tree))}
    assert asking == ASK


def test_a_class_s_name_means_one_thing():
    parts = (part for tree in trees().values() for part in tree.body)
    names = Counter(part.name for part in parts if isinstance(part, ast.ClassDef) and part.name[0] != "_")
    assert [name for name, times in names.items() if times > 1] == []


def called_names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_only_the_command_line_knows_the_day_prints_exits_and_imports_by_name():
    inside = {module: set(called_names(tree)) for module, tree in trees().items()}
    clocks = {
        module for module, names in inside.items() if room_of(module) not in {"cli", ""} and names & CLOCK_AND_EXIT
    }
    by_name = {module for module, names in inside.items() if "import_module" in names}
    lumber = {
        module for module in trees() if {"utils", "helpers", "common", "manager", "core"} & set(module.split("."))
    }
    assert (clocks, by_name, lumber) == (set(), BY_NAME, set())


def loaded_by(folder, *words, environment=None):
    run = "import sys\nfrom goalctl.cli.root import run\nstatus = run(sys.argv[1:])\n"
    code = run + "print('LOADED', *sys.modules, file=sys.stderr)\nsys.exit(status)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=folder, capture_output=True, text=True, check=True, env=environment
    )
    return set(done.stderr.partition("LOADED ")[2].split())


HEAVY = {"pydantic", "pydantic_core", "rich.table", "plotext", "icalendar", "prompt_toolkit"}


@pytest.mark.parametrize("words", [("--version",), ("--help",)], ids=" ".join)
def test_a_light_command_loads_nothing_heavy(tmp_path, words, tree_on_path):
    assert not HEAVY & loaded_by(tmp_path, *words, environment=tree_on_path)


WARM = [("due",), (), ("caseload",), ("today",), ("find", "walk"), ("due", "--format", "json")]


@pytest.mark.parametrize("words", WARM, ids="-".join)
def test_a_warm_watching_command_into_a_pipe_loads_no_model(practice, tree_on_path, words):
    Forked(["--today", "2026-06-15", *words], practice, tree_on_path).communicate()  # what it reads is remembered
    loaded = loaded_by(practice, "--today", "2026-06-15", *words, environment=tree_on_path)
    assert not (HEAVY | {"yaml", "typer", "goalctl.views.data.shapes"}) & loaded
    assert ("goalctl.views.data.many" in loaded) is ("json" in words)


@pytest.mark.parametrize("line", ["", "show ", "chart c-ab1 "])
def test_completion_loads_no_model(practice, tree_on_path, line):
    assert not HEAVY & loaded_by(practice, "__complete", *line.split(" "), environment=tree_on_path)


def test_a_chart_does_without_the_documentation_of_what_draws_it(practice, tree_on_path):
    loaded = loaded_by(practice, "chart", "c-ab1", environment=tree_on_path)
    assert "plotext" in loaded
    assert not {name for name in loaded if name.startswith(("plotext._doc.sections", "plotext._doc.tools"))}


ONE_PLAN = (
    "show", "prep", "due", "report", "report --kind progress",
    "mark c-ab1 g1 reserve --because Rest", "log-session c-ab1 --note Walked.",
)  # fmt: skip


@pytest.mark.parametrize("is_remembered", [False, True])  # then a write, too, works out what follows from its plan
@pytest.mark.parametrize("words", ONE_PLAN)
def test_only_who_checks_or_words_a_goal_loads_the_rules_of_wording(practice, tree_on_path, words, is_remembered):
    """They are a fifth of all modules, and their expressions the slowest to load."""
    if is_remembered:
        loaded_by(practice, "--today", "2026-06-15", "bank", environment=tree_on_path)
    command, *others = words.split()
    line = [command, *others] if "c-ab1" in others else [command, "c-ab1", *others]
    loaded = loaded_by(practice, "--today", "2026-06-15", *line, environment=tree_on_path)
    assert "goalctl.model.plan" in loaded
    assert not {name for name in loaded if name.startswith(("goalctl.rules.wording", "goalctl.rules.every"))}
