"""Whatever stops a command, it ends with one sentence that is true: saved, not saved, or saved and not shown."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from goalctl.documents.lock import own_folder
from tests.forks import Forked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and strace")
OPTIONS = ["--no-input", "--today", "2026-03-02"]
GOALCTL = [sys.executable, "-m", "goalctl", *OPTIONS]
LOG = ["log-session", "c-ab1", "--note", "typed in"]
GROUP = ["log-group", "c-ab1", "c-cd2", "--note", "typed in"]
NONE = "nothing was saved of plans/c-ab1.yaml, plans/c-cd2.yaml: the disk reports a fault"
NOT_CONFIRMED = "plans/c-ab1.yaml, plans/c-cd2.yaml was saved, but durability could not be confirmed"
SAVED = "logged a group session"
TRUE = (NONE, NOT_CONFIRMED, SAVED)
ALLOWED = [(3, NONE, [0, 0]), (3, NOT_CONFIRMED, [1, 1]), (0, SAVED, [1, 1])]


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str


@pytest.fixture
def run(practice, tree_on_path):
    def run(*words, strace=(), **streams):
        if not streams:  # no output of its own, and so no end of Python's that could matter
            forked = Forked([*OPTIONS, *words], practice, tree_on_path, strace=strace)
            said = forked.communicate()
            return Ended(forked.returncode, *said)
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
        done = subprocess.run(
            [*GOALCTL, *words], cwd=practice, env=tree_on_path, text=True, check=False, timeout=60, **streams
        )
        return Ended(done.returncode, done.stdout or "", done.stderr or "")

    return run


def inject(call, effect, number):
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    return ["-o", "/dev/null", f"--trace={call}", f"--inject={call}:{effect}:when={number}"]


def is_saved(*plans: Path):
    return ["typed in" in plan.read_text(encoding="utf-8") for plan in plans]


def test_saved_and_not_shown(run, plan_file):
    with Path("/dev/full").open("w") as full:
        ended = run(*LOG, stdout=full)
    said = "goalctl: plans/c-ab1.yaml was saved, but the answer could not be shown: no space left on device\n"
    assert (ended.status, is_saved(plan_file)) == (3, [True])
    assert ended.err.endswith(said + "   hint: do not enter it again\n")


def test_saved_and_nobody_to_tell(run, plan_file):
    with Path("/dev/full").open("w") as full:
        ended = run(*LOG, stderr=full)
    assert (ended.status, is_saved(plan_file)) == (3, [True])
    assert re.fullmatch(r"[0-9a-z]{6}\n", ended.out)


@pytest.mark.parametrize(("signal", "status"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(
    ("call", "said", "saved"),
    [
        pytest.param("flock", "stopped: nothing was saved\n", False, id="before the lock"),
        pytest.param(
            "fsync", "stopped: plans/c-ab1.yaml was saved\n   hint: do not enter it again\n", True, id="while it is put"
        ),
    ],
)
def test_stopped_by_a_signal(run, plan_file, call, said, saved, signal, status):
    own_folder(plan_file.parent.parent / ".goalctl")
    ended = run(*LOG, strace=inject(call, f"signal={signal}", 1))
    assert (ended.status, ended.out, ended.err) == (status, "", f"goalctl: {said}")
    assert is_saved(plan_file) == [saved]


def syncs(run, words, folder):
    """Which of a command's syncs are of that folder."""
    run(*words)
    trace = folder.parent / "trace"
    run(*words, strace=["-y", "-e", "trace=fsync", "-o", str(trace)])
    lines = [line for line in trace.read_text(encoding="utf-8").splitlines() if "fsync(" in line]
    return [number for number, line in enumerate(lines, 1) if f"{folder}>" in line], len(lines)


def test_a_disk_that_does_not_confirm_a_plan_that_is_in_place(run, plan_file):
    of_the_folder, _ = syncs(run, LOG, plan_file.parent)
    before = plan_file.read_text(encoding="utf-8").count("typed in")
    ended = run(*LOG, strace=inject("fsync", "error=EIO", of_the_folder[-1]))
    assert ended.status == 3
    assert "plans/c-ab1.yaml was saved, but durability could not be confirmed" in ended.err
    assert plan_file.read_text(encoding="utf-8").count("typed in") == before + 1


def test_each_sync_of_several_plans_that_fails_is_told_as_it_is(run, plan_file):
    other = plan_file.with_name("c-cd2.yaml")
    other.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-cd2"), encoding="utf-8")
    _, number = syncs(run, GROUP, plan_file.parent)
    endings = []
    for nth in range(1, number + 1):
        before = [path.read_text(encoding="utf-8").count("typed in") for path in (plan_file, other)]
        ended = run(*GROUP, strace=inject("fsync", "error=EIO", nth))
        after = [path.read_text(encoding="utf-8").count("typed in") for path in (plan_file, other)]
        new = [now - then for now, then in zip(after, before, strict=True)]
        endings.append((ended.status, next((words for words in TRUE if words in ended.err), ended.err), new))
        assert endings[-1] in ALLOWED
    assert {ending[1] for ending in endings} == set(TRUE)


def test_a_disk_that_gives_up_between_two_plans_is_told_and_the_next_write_finishes_it(run, plan_file):
    other = plan_file.with_name("c-cd2.yaml")
    other.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-cd2"), encoding="utf-8")
    ended = run(*GROUP, strace=inject("renameat2", "error=EIO", 2))
    assert (ended.status, ended.out, is_saved(plan_file, other)) == (3, "", [True, False])
    assert ended.err == (
        "goalctl: saved: plans/c-ab1.yaml; not yet in place: plans/c-cd2.yaml: the disk reports a fault\n"
        "   hint: all of it is kept, so do not enter it again: the next goalctl command that writes here finishes it\n"
    )
    assert "finished what was broken off earlier: plans/c-cd2.yaml\n" in run("hold", "c-ab1", "--because", "x").err
    assert is_saved(plan_file, other) == [True, True]


def small_files_only():
    resource = pytest.importorskip("resource")
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_workspace_that_could_not_be_made_whole_is_not_there_and_can_be_begun_again(run, practice):
    ended = run("init", "new", "--git", preexec_fn=small_files_only)
    assert ended.status == 3
    assert (
        "plan.schema.json was not saved: it is larger than this system allows a file to be; nothing was written"
        in ended.err
    )
    assert not (practice / "new").exists()
    assert run("init", "new").status == 0


def test_a_form_without_room_for_its_schema_is_not_made(run, practice):
    (practice / "forms").mkdir()
    ended = run("forms", "new", "calm", preexec_fn=small_files_only)
    assert (ended.status, list((practice / "forms").iterdir())) == (3, [])
    assert "form.schema.json was not saved" in ended.err


@pytest.mark.parametrize("words", [["show", "c-ab1"], ["due"], ["report", "c-ab1"], ["export"], ["prep", "c-ab1"]])
def test_broken_settings_are_told_by_every_command_that_uses_them(goalctl, practice, words):
    (practice / "goalctl.yaml").write_text("clinician: m.kowalski\nclinicians: [\n", encoding="utf-8")
    ended = goalctl(*words, status=3)
    assert "goalctl.yaml:3:1: a value is missing here" in ended.out + ended.err


@pytest.mark.parametrize(
    "words", [("due",), (), ("log-session", "c-ab1", "--note", "x"), ("init", "x"), ("check", "x")]
)
def test_a_folder_that_is_gone_under_the_terminal_is_named_for_what_it_is(
    goalctl, practice, tmp_path_factory, monkeypatch, words
):
    gone = tmp_path_factory.mktemp("gone")
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert goalctl(*words, status=3).err.startswith("goalctl: the folder that you are in is gone\n")
    assert goalctl("-C", str(practice), "due").status == 0
