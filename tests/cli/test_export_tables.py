"""Tables for databases: a folder of their own, whole or not at all, and never over anything else."""

import signal
import subprocess
import sys

import pytest

from goalctl.workspace.store.account import Account
from goalctl.workspace.store.door import OutputError
from goalctl.workspace.store.table_folder import write_folder


def test_without_the_library_it_is_an_extra_that_is_named(goalctl, practice, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    refused = goalctl("export", "--format", "parquet", "-o", "tables", status=3)
    assert ("pip install 'goalctl[tables]'" in refused.err, (practice / "tables").exists()) == (True, False)


def test_it_needs_a_folder(goalctl):
    assert "add -o DIR" in goalctl("export", "--format", "parquet", status=2).err


def test_nothing_is_left_for_tables_without_words_and_days(goalctl):
    assert "use --format csv" in goalctl("export", "--format", "parquet", "--deidentify", "-o", "x", status=2).err


def test_they_go_into_a_folder_of_their_own_and_anew_only_when_forced(goalctl, practice):
    parquet = pytest.importorskip("pyarrow.parquet", reason="tables are an extra: pip install 'goalctl[tables]'")
    goalctl("export", "--format", "parquet", "-o", "tables", status=0)
    folder = practice / "tables"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert parquet.read_table(folder / "plans.parquet").column("client").to_pylist() == ["c-ab1"]
    assert (
        "write its tables anew with --force" in goalctl("export", "--format", "parquet", "-o", "tables", status=2).err
    )
    goalctl("export", "--format", "parquet", "-o", "tables", "--force", status=0)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    refused = goalctl("export", "--format", "parquet", "-o", "tables", "--force", status=2)
    assert ("holds mine.txt" in refused.err, (folder / "mine.txt").read_text(encoding="utf-8")) == (True, "mine")
    assert (
        "belongs to the workspace" in goalctl("export", "--format", "parquet", "-o", "plans", "--force", status=2).err
    )


BAND = """format: 2
client: c-ab1
opened: 2026-01-05
problems: [{id: p1, problem: Sleeps four hours}]
goals:
- id: g1
  goal: Sleeps seven to nine hours
  problem: p1
  status: active
  smart: {measurable: {by: number, of: hours, scale: [0, 14], baseline: 4.5, target: [7, 9]}}
- id: g2
  goal: Less low
  problem: p1
  status: active
  smart: {measurable: {by: dass-21, of: depression, baseline: 20, target: 9}}
- {id: g3, goal: To come, problem: p1, status: draft}
"""


def test_a_goal_s_row_has_both_ends_of_a_band_and_the_part_of_the_form(goalctl, practice, plan_file):
    parquet = pytest.importorskip("pyarrow.parquet", reason="tables are an extra: pip install 'goalctl[tables]'")
    plan_file.write_text(BAND, encoding="utf-8")
    goalctl("export", "--format", "parquet", "-o", "tables", status=0)
    rows = parquet.read_table(practice / "tables" / "goals.parquet").to_pylist()
    keys = ("id", "measure", "of", "target", "target_band")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("g1", "number", "hours", 7.0, [7.0, 9.0]),
        ("g2", "dass-21", "depression", 9.0, None),
        ("g3", None, None, None, None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--format", "parquet", "-o"),
        ("site",),
        ("report", "--all", "-o"),
        ("transfer", "c-ab1", "--to", "s.lee", "--anyway", "--because", "leave", "-o"),
    ],
    ids=" ".join,
)
def test_a_dash_is_no_folder(goalctl, practice, words):
    if "parquet" in words:
        pytest.importorskip("pyarrow", reason="tables are an extra: pip install 'goalctl[tables]'")
    refused = goalctl(*words, "-", status=2)
    assert ("- is not a folder's name; nothing was written" in refused.err, (practice / "-").exists()) == (True, False)


def test_to_whom_tables_go_stands_in_the_plan_like_any_other_export(goalctl, practice, plan_file):
    pytest.importorskip("pyarrow", reason="tables are an extra: pip install 'goalctl[tables]'")
    words = ("export", "c-ab1", "--format", "parquet", "-o", practice / "tables", "--record-release", "Dr. Lin")
    done = goalctl(*words, status=0)
    assert "release noted in 1 plan: export, parquet, to Dr. Lin" in done.err
    assert 'to: Dr. Lin, what: "export, parquet"' in plan_file.read_text(encoding="utf-8")


KILLED = """
import os, signal
from pathlib import Path
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.table_folder import write_folder

class Files(list):
    reads = 0

    def __iter__(self):
        self.reads += 1
        if self.reads == 2:
            yield self[0]
            os.kill(os.getpid(), signal.SIGKILL)
        yield from list.__iter__(self)

write_folder(Path("tables"), Files([("due.parquet", b"half"), ("plans.parquet", b"ours")]), Account(), force=True)
"""


@pytest.mark.parametrize(
    "theirs", ["", "notes.txt", "tables/notes.txt"], ids=["nothing of theirs", "theirs", "theirs within"]
)
def test_what_a_killed_export_left_goes_with_the_next_one_and_nothing_of_anybody_s(tmp_path, tree_on_path, theirs):
    ended = subprocess.run([sys.executable, "-c", KILLED], cwd=tmp_path, env=tree_on_path, check=False)
    (left,) = tmp_path.iterdir()
    assert (ended.returncode, [path.name for path in left.rglob("*")]) == (-signal.SIGKILL, ["tables", "due.parquet"])
    if theirs:
        (left / theirs).write_bytes(b"theirs")
    (tmp_path / ".tables.mine.tmp").mkdir()
    (tmp_path / ".other.goalctl-0123456789abcdef.tmp").mkdir()
    files = [("due.parquet", b"whole"), ("plans.parquet", b"ours")]
    write_folder(tmp_path / "tables", files, Account(), force=False)
    beside = {".tables.mine.tmp", ".other.goalctl-0123456789abcdef.tmp", "tables", *([left.name] if theirs else [])}
    assert {path.name for path in tmp_path.iterdir()} == beside
    assert (tmp_path / "tables" / "due.parquet").read_bytes() == b"whole"


@pytest.mark.parametrize(("theirs", "force"), [("due.parquet", False), ("mine.txt", True)])
def test_what_came_into_the_folder_meanwhile_is_kept(tmp_path, theirs, force):
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / theirs).write_bytes(b"theirs")
    with pytest.raises(OutputError):
        write_folder(folder, [("due.parquet", b"ours")], Account(), force=force)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["tables", f"tables/{theirs}"]
    assert (folder / theirs).read_bytes() == b"theirs"


def test_while_tables_are_made_nobody_beside_them_counts_them_twice(tmp_path):
    (tmp_path / "east").mkdir()
    met = set()

    class Looked(list):
        def __iter__(self):
            for one in super().__iter__():
                yield one
                met.update(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*.parquet"))

    write_folder(tmp_path / "east", Looked([("due.parquet", b"new")]), Account(), force=True)
    assert (met, sorted(path.name for path in tmp_path.iterdir())) == (set(), ["east"])


def test_a_folder_to_come_lies_in_one_that_is_there(goalctl):
    pytest.importorskip("pyarrow", reason="tables are an extra: pip install 'goalctl[tables]'")
    refused = goalctl("export", "--format", "parquet", "-o", "gone/tables", status=2)
    assert "gone is no folder; nothing was written" in refused.err
