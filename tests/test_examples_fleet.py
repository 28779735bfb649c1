"""`examples/fleet/`: plain SQL over the tables of several clinics says, cell by cell, what `fleet` says."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections import Counter

import pytest

from tests.conftest import TREE

FLEET = TREE / "examples" / "fleet"
DAY = "2026-06-15"
NAMES = ("east", "north", "west")
CLASSES = {
    "recovered": "recovered", "improved": "reliably improved, not recovered", "unchanged": "no reliable change",
    "worse": "reliably worse",
}  # fmt: skip

pytest.importorskip("pyarrow", reason="tables are an extra: pip install 'goalctl[tables]'")
pytest.importorskip("duckdb", reason="the questions are DuckDB's: pip install duckdb")


@pytest.fixture(scope="module")
def clinics(tmp_path_factory, goalctl_command):
    """Three clinics of the shipped plans that can be read, and their tables."""
    home = tmp_path_factory.mktemp("fleet")
    plans = [path for path in sorted((TREE / "plans").glob("*.yaml")) if path.stem != "c-n8gy"]
    for number, name in enumerate(NAMES):
        (home / "clinics" / name / "plans").mkdir(parents=True)
        shutil.copy(TREE / "goalctl.yaml", home / "clinics" / name)
        for plan in plans[number:] if number else plans:
            shutil.copy(plan, home / "clinics" / name / "plans")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GOALCTL")}
    path = f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}"
    environment = kept | {"PATH": path, "GOALCTL_TODAY": DAY}
    for _ in range(2):  # the second time in the place of the first
        subprocess.run(["sh", FLEET / "tables.sh", "clinics", "warehouse"], cwd=home, env=environment, check=True)
    return home


def asked(home, question):
    """The rows of a question by clinic and what they are about; numbers as text."""
    told = subprocess.run(
        [sys.executable, FLEET / "ask.py", FLEET / question], cwd=home, capture_output=True, text=True, check=True
    ).stdout
    return list(csv.DictReader(told.splitlines(), delimiter="\t"))


def fleet(goalctl, monkeypatch, home, *words):
    monkeypatch.chdir(home)
    told = json.loads(goalctl("--today", DAY, "fleet", "-C", "clinics/*", *words, "--format", "json").out)
    return [(one["workspace"].removeprefix("clinics/"), one["answer"]) for one in told["workspaces"]]


def test_what_is_due(goalctl, monkeypatch, clinics):
    counts = Counter()
    for clinic, answer in fleet(goalctl, monkeypatch, clinics, "due", "--within", "14d"):
        for row in answer["due"]:
            counts[clinic, row["kind"], "due"] += 1
            counts[clinic, row["kind"], "overdue"] += row["overdue"]
    rows = asked(clinics, "due.sql")
    assert {(row["clinic"], row["kind"], key): int(row[key]) for row in rows for key in ("due", "overdue")} == counts


def test_how_goals_stand(goalctl, monkeypatch, clinics):
    counts = Counter()
    for clinic, answer in fleet(goalctl, monkeypatch, clinics, "caseload"):
        for plan in answer["caseload"]:
            for count in plan["goals"]:
                counts[clinic, count["state"]] += count["n"]
    assert {(row["clinic"], row["state"]): int(row["n"]) for row in asked(clinics, "states.sql")} == counts


def test_what_came_of_treatment(goalctl, monkeypatch, clinics):
    figures = {
        (clinic, figure["subject"], figure["figure"]): figure
        for clinic, answer in fleet(goalctl, monkeypatch, clinics, "outcomes")
        for figure in answer["outcomes"]
    }
    rows = asked(clinics, "outcomes.sql")
    assert {row["clinic"] for row in rows} == set(NAMES)
    for row in rows:
        pairs = figures[row["clinic"], row["measure"], "first and last score"]
        assert (int(row["pairs"]), int(row["people"])) == (pairs["n"], pairs["of"])
        mean = figures.get((row["clinic"], row["measure"], "mean change"), {"value": None})["value"]
        assert row["mean_change"] == ("" if mean is None else str(mean))
        for column, name in CLASSES.items():
            told = figures.get((row["clinic"], row["measure"], name))
            assert told is None or int(row[column]) == told["n"]


@pytest.mark.parametrize(
    ("changes", "mean"),
    [pytest.param([-3] + [-2] * 7, "-2.13", id="-17 of 8"), pytest.param([3] * 27 + [2] * 13, "2.68", id="107 of 40")],
)
def test_a_mean_between_two_figures_is_rounded_as_goalctl_rounds_it(goalctl, monkeypatch, tmp_path, changes, mean):
    """-2.125 and 2.675, of which a machine keeps a little less: as by hand, a half away from nought."""
    plans = tmp_path / "clinics" / "east" / "plans"
    plans.mkdir(parents=True)
    shutil.copy(TREE / "goalctl.yaml", plans.parent)
    for number, change in enumerate(changes):
        scored = [("aaaaaa", "2026-01-08", 10), ("bbbbbb", "2026-02-08", 10 + change)]
        entries = "".join(f"  - {{id: {id_}, date: {day}, forms: {{gad-7: {one}}}}}\n" for id_, day, one in scored)
        text = f"client: c-{number}\nopened: 2026-01-01\nsessions:\n{entries}"
        (plans / f"c-{number}.yaml").write_text(text, encoding="utf-8")
    shutil.copy(plans / "c-0.yaml", plans / "c-copy.yaml")  # whose client is counted once
    ((_, answer),) = fleet(goalctl, monkeypatch, tmp_path, "outcomes")
    told = [str(figure["value"]) for figure in answer["outcomes"] if figure["figure"] == "mean change"]
    (tmp_path / "warehouse").mkdir()
    goalctl("--today", DAY, "-C", "clinics/east", "export", "--format", "parquet", "-o", "warehouse/east", status=3)
    assert (told, [row["mean_change"] for row in asked(tmp_path, "outcomes.sql")]) == ([mean], [mean])


def test_tables_without_a_clinic_are_told_and_a_clinic_of_two_names_has_them_once(clinics, goalctl_command, tmp_path):
    (tmp_path / "warehouse" / "gone").mkdir(parents=True)
    shutil.copytree(clinics / "clinics" / "west", tmp_path / "clinics" / "west")
    (tmp_path / "clinics" / "west-as-well").symlink_to("west")
    (tmp_path / "clinics" / "lost" / "plans").mkdir(parents=True)
    path = f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}"
    words = ["sh", FLEET / "tables.sh", "clinics", "warehouse"]
    done = subprocess.run(words, cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, check=False)
    assert (done.returncode, b"warehouse/gone: there is no such clinic" in done.stderr) == (3, True)
    assert b"clinics/lost is not a goalctl workspace" in done.stderr
    assert {path.name for path in (tmp_path / "warehouse").iterdir()} == {"gone", "west"}


def test_the_tables_are_for_their_owner_alone(clinics):
    files = sorted((clinics / "warehouse").glob("*/*"))
    assert len(files) == 7 * len(NAMES)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert [path.name for path in (clinics / "warehouse").iterdir() if path.name not in NAMES] == []
