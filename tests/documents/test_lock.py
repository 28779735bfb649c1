"""The workspace lock: one writer at a time, gone with its process."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from goalctl.documents.file_errors import LinkLeavesError, LockedError, NoLockError
from goalctl.documents.lock import workspace_lock

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and signals are POSIX")
HOLDER = """
import signal, sys, time
from pathlib import Path
from goalctl.documents.lock import workspace_lock
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite that a shell put into the background ignores it
print("here", flush=True)
with workspace_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / ".goalctl"


@pytest.fixture
def holder(folder):
    """Another process that holds the lock until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as process:
        assert process.stdout.readline() + process.stdout.readline() == b"here\nheld\n"
        yield process
        process.kill()


def test_the_folder_is_made_and_ignores_itself_in_git(folder):
    with workspace_lock(folder):
        assert (folder / ".gitignore").read_bytes() == b"*\n"


@POSIX
def test_folder_and_lock_are_private(folder):
    with workspace_lock(folder):
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "lock")]
    assert modes == [0o700, 0o600]


def test_the_lock_file_stays_and_can_be_taken_again(folder):
    for _ in range(2):
        with workspace_lock(folder):
            pass
    assert (folder / "lock").exists()


def test_the_lock_is_free_after_an_error(folder):
    with pytest.raises(ZeroDivisionError), workspace_lock(folder):
        raise ZeroDivisionError
    with workspace_lock(folder, timeout_seconds=0):
        pass


@pytest.mark.usefixtures("holder")
def test_a_held_lock_is_told_after_the_wait(folder):
    began = time.monotonic()
    with pytest.raises(LockedError) as told, workspace_lock(folder, timeout_seconds=0.2):
        pass
    assert 0.2 <= time.monotonic() - began < 1
    assert str(told.value) == "another goalctl has been writing here for 0.2 s; nothing was written"


def test_the_lock_of_a_killed_process_is_free(folder, holder):
    holder.kill()
    with workspace_lock(folder, timeout_seconds=5):
        pass


@POSIX
@pytest.mark.usefixtures("holder")
def test_ctrl_c_ends_the_wait(folder):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    ) as waiter:
        assert waiter.stdout.readline() == b"here\n"  # before that Python is still starting, and may swallow it
        time.sleep(0.3)
        waiter.send_signal(signal.SIGINT)
        assert waiter.wait(timeout=5) == -signal.SIGINT


def test_a_workspace_that_is_gone_is_told(folder):
    with pytest.raises(NoLockError, match="there is no such file or folder"), workspace_lock(folder / "x" / ".goalctl"):
        pass


@POSIX
def test_a_folder_that_leads_out_of_the_workspace_is_refused(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    folder.symlink_to(outside)
    with pytest.raises(LinkLeavesError), workspace_lock(folder):
        pass
    assert list(outside.iterdir()) == []


@POSIX
def test_a_lock_that_is_a_link_is_not_followed(folder, tmp_path):
    folder.mkdir()
    (folder / "lock").symlink_to(tmp_path / "other")
    with pytest.raises(NoLockError, match="a link that cannot be followed"), workspace_lock(folder):
        pass
    assert not (tmp_path / "other").exists()


@POSIX
def test_a_command_started_meanwhile_does_not_inherit_the_lock(folder):
    with workspace_lock(folder):
        child = subprocess.Popen(["sleep", "5"])
    with workspace_lock(folder, timeout_seconds=0):
        child.kill()
    child.wait()


def open_descriptors() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


@POSIX
def test_no_descriptor_is_left_open(folder):
    with workspace_lock(folder):
        pass
    before = open_descriptors()
    for _ in range(5):
        with workspace_lock(folder):
            pass
    assert open_descriptors() == before
