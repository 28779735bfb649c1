"""The house keeps its walls: who may import whom, and what light commands must not load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

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
    "rich": {"views"},
    "plotext": {"views"},
    "icalendar": {"views"},
    "jinja2": {"views"},
    "markupsafe": {"views"},
    "typer": {"cli"},
    "pydantic": {"model"},
    "rapidfuzz": {"analysis"},
}
CLOCK_AND_EXIT = {"today", "now", "utcnow", "localtime", "print", "exit", "_exit"}
MODULES = sorted(HOUSE.rglob("*.py"))


def imports_of(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            yield node.module


def room_of(module):
    inside = module.relative_to(HOUSE).parts
    return inside[0] if len(inside) > 1 else ""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_run_one_way(module):
    room = room_of(module)
    for name in imports_of(module):
        if room and name.startswith("goalctl."):
            other = name.split(".")[1]
            assert other == room or other in SEES[room], f"{room} must not see {other}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_library_stays_in_its_room(module):
    for name in imports_of(module):
        rooms = ONLY_IN.get(name.split(".")[0])
        assert rooms is None or room_of(module) in rooms, f"{name} belongs in {rooms}"


def called_names(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if room_of(module) not in {"cli", ""}],
    ids=lambda path: str(path.relative_to(HOUSE)),
)
def test_only_the_command_line_knows_the_day_prints_and_exits(module):
    assert not CLOCK_AND_EXIT & set(called_names(module))


def test_no_room_is_a_lumber_room():
    names = {module.stem for module in MODULES} | {module.parent.name for module in MODULES}
    assert not names & {"utils", "helpers", "common", "manager", "core"}


def loaded_by(folder, *words, environment=None):
    run = "import sys\nfrom goalctl.cli.root import run\nrun(sys.argv[1:])\n"
    code = run + "print('LOADED', *sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=folder, capture_output=True, text=True, check=True, env=environment
    )
    return set(done.stderr.partition("LOADED ")[2].split())


HEAVY = {"pydantic", "pydantic_core", "rich.table", "plotext", "icalendar"}


@pytest.mark.parametrize("words", [("--version",), ("--help",)], ids=" ".join)
def test_a_light_command_loads_nothing_heavy(tmp_path, words, tree_on_path):
    assert not HEAVY & loaded_by(tmp_path, *words, environment=tree_on_path)


def test_a_warm_due_into_a_pipe_loads_no_model(practice, tree_on_path):
    loaded_by(practice, "--today", "2026-06-15", "due", environment=tree_on_path)
    assert not (HEAVY | {"yaml"}) & loaded_by(practice, "--today", "2026-06-15", "due", environment=tree_on_path)


@pytest.mark.parametrize("line", ["", "show ", "chart c-ab1 "])
def test_completion_loads_no_model(practice, tree_on_path, line):
    assert not HEAVY & loaded_by(practice, "__complete", *line.split(" "), environment=tree_on_path)
