"""Disks that are full, frozen or simple, and folders of others: the old file stays and one sentence says why."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

import pytest
from disks import image, mounted, needs_root, run
from writer import number_in, strays_in, text_of

from goalctl.documents.file_errors import AlreadyExistsError, NoLockError, NotSavedError, UnreadableFileError
from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import read_bytes
from goalctl.documents.save import create, save

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs mounts and users of Linux")
NOBODY = 65534


def refused(plan: Path, size: int = 1) -> str:
    """The sentence, when a save fails as it should: old text there, nothing left beside it."""
    with pytest.raises(NotSavedError) as told:
        save(plan, text_of(2) * size, root=plan.parent)
    assert number_in(plan.read_bytes()) == 1
    assert strays_in(plan.parent) == []
    return str(told.value)


def plan_on(disk: Path) -> Path:
    plan = disk / "c-7f3k.yaml"
    plan.write_bytes(text_of(1))
    return plan


def test_a_full_disk(tmp_path):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=64k", "none") as disk:
        said = refused(plan_on(disk), size=8)
    assert said == "c-7f3k.yaml was not saved: the disk is full; the file is as it was"


def test_a_full_disk_has_no_room_for_a_new_plan(tmp_path):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=64k", "none") as disk:
        with pytest.raises(NotSavedError, match="the disk is full; nothing was written"):
            create(disk / "c2.yaml", text_of(1) * 16, root=disk)
        assert list(disk.iterdir()) == []


def test_a_disk_without_room_for_names(tmp_path):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=1m,nr_inodes=2", "none") as disk:
        assert "the disk is full" in refused(plan_on(disk))


def test_a_disk_that_became_read_only(tmp_path):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "none") as disk:
        plan = plan_on(disk)
        run("mount", "-o", "remount,ro", str(disk))
        assert "the disk is read-only; the file is as it was" in refused(plan)
        with pytest.raises(NoLockError, match="the disk is read-only"), workspace_lock(disk / ".goalctl"):
            pass


def test_a_file_that_may_not_change(tmp_path):
    needs_root()
    plan = plan_on(tmp_path)
    if run("chattr", "+i", str(plan)).returncode:
        pytest.skip("this file system has no immutable files")
    try:
        assert "permission denied; the file is as it was" in refused(plan)
    finally:
        run("chattr", "-i", str(plan))


def test_a_memory_stick_without_links_and_modes(tmp_path):
    stick = image("vfat", tmp_path)
    try:
        with mounted(tmp_path / "disk", "-o", "loop", str(stick)) as disk:
            plan = plan_on(disk)
            save(plan, text_of(2), root=disk)
            create(disk / "c2.yaml", text_of(3), root=disk)
            with pytest.raises(AlreadyExistsError):
                create(plan, text_of(4), root=disk)
            assert [number_in(plan.read_bytes()), number_in((disk / "c2.yaml").read_bytes())] == [2, 3]
            assert strays_in(disk) == []
    finally:
        stick.unlink()


@pytest.fixture
def open_folder():
    """A folder that every user can reach, as pytest's own is not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def as_nobody(work) -> int:
    """The exit status of `work`, done without any privilege."""
    needs_root()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        work()
        status = 0
    finally:
        os._exit(status)


def test_a_folder_without_the_right_to_write(open_folder):
    plan = plan_on(open_folder)
    plan.chmod(0o666)

    def work() -> None:
        assert "permission denied; the file is as it was" in refused(plan)
        with pytest.raises(NoLockError, match="permission denied"), workspace_lock(open_folder / ".goalctl"):
            pass

    assert as_nobody(work) == 0


def test_a_file_without_the_right_to_read(open_folder):
    plan = plan_on(open_folder)
    plan.chmod(0o600)

    def work() -> None:
        with pytest.raises(UnreadableFileError, match="permission denied"):
            read_bytes(plan, root=open_folder, limit=100)

    assert as_nobody(work) == 0


def test_rights_of_a_group_that_cannot_be_kept_go_to_no_other(open_folder):
    plan = plan_on(open_folder)
    plan.chmod(0o664)
    open_folder.chmod(0o777)
    assert as_nobody(lambda: save(plan, text_of(2), root=open_folder)) == 0
    assert (plan.stat().st_gid, stat.S_IMODE(plan.stat().st_mode)) == (NOBODY, 0o604)
    assert number_in(plan.read_bytes()) == 2


def test_a_process_that_runs_out_of_descriptors(tmp_path):
    resource = pytest.importorskip("resource")
    plan = plan_on(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = os.open(plan, os.O_RDONLY)
    resource.setrlimit(resource.RLIMIT_NOFILE, (held + 1, hard))
    try:
        with pytest.raises(NotSavedError, match="too many files are open") as told:
            save(plan, text_of(2), root=tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        os.close(held)
    assert told.value.hint == "close some programs, then run the command again"
    assert number_in(plan.read_bytes()) == 1
