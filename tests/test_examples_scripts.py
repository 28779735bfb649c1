"""The questions of `examples/scripts/`: each gives the answers that its README shows, of the shipped plans."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
SCRIPTS = TREE / "examples" / "scripts"
PAGE = (SCRIPTS / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^    \$ (.*)\n((?:    .*\n)+)", PAGE, re.MULTILINE))
MODULES = {"questions_duckdb.py": "duckdb", "questions_pandas.py": "pandas"}


@pytest.fixture(scope="module")
def office(tmp_path_factory, goalctl_command):
    """A copy of the shipped plans, with what was collected of them."""
    home = tmp_path_factory.mktemp("office")
    shutil.copytree(TREE / "plans", home / "plans")
    shutil.copy(TREE / "goalctl.yaml", home)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GOALCTL")}
    path = f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}"
    environment = kept | {"PATH": path, "GOALCTL_TODAY": "2026-06-15"}
    subprocess.run(["sh", SCRIPTS / "collect.sh", "office"], cwd=home, env=environment, check=True)
    return home


def told_by_python(script, words, monkeypatch):
    monkeypatch.setattr(sys, "argv", [script, *words])
    with redirect_stdout(StringIO()) as told:
        runpy.run_path(str(SCRIPTS / script), run_name="__main__")
    return told.getvalue()


@pytest.mark.parametrize("line", BLOCKS)
def test_it_answers_as_its_page_says(office, line, monkeypatch):
    program, script, *words = line.split()
    there = shutil.which("jq") if program == "sh" else find_spec(MODULES.get(script, "goalctl"))
    if there is None:
        pytest.skip(f"{script} needs jq, or {MODULES.get(script)}")
    monkeypatch.chdir(office)
    if program == "sh":
        told = subprocess.run(["sh", SCRIPTS / script, *words], capture_output=True, text=True, check=True).stdout
    else:
        told = told_by_python(script, words, monkeypatch)
    assert told == re.sub("^    ", "", BLOCKS[line], flags=re.MULTILINE)


def test_all_ten_are_there():
    assert re.findall(r"^    (\d+)\. ", PAGE, re.MULTILINE) == [str(number) for number in range(1, 11)]
