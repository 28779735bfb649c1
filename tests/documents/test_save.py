"""Saving one file: what is kept, what is refused, what is left behind."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

from goalctl.documents.exchange import keeps_displaced
from goalctl.documents.file_errors import (
    AlreadyExistsError,
    LinkLeavesError,
    NotAFileError,
    NotSavedError,
    WriteProtectedError,
)
from goalctl.documents.lock import inner_folder
from goalctl.documents.replace import stage
from goalctl.documents.save import create, patiently, save, sync_names
from goalctl.documents.strays import sweep

OLD, NEW = b"client: c-7f3k\n", b"client: c-7f3k\nstatus: active\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes are POSIX")


@pytest.fixture
def root(tmp_path):
    """A workspace with one plan."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "c-7f3k.yaml").write_bytes(OLD)
    return tmp_path


@pytest.fixture
def plan(root):
    return root / "plans" / "c-7f3k.yaml"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_new_text_replaces_the_old_and_nothing_else_is_left(root, plan):
    save(plan, NEW, root=root)
    assert plan.read_bytes() == NEW
    assert names(plan.parent) == ["c-7f3k.yaml"]


def test_an_empty_text_is_saved_as_an_empty_file(root, plan):
    save(plan, b"", root=root)
    assert plan.read_bytes() == b""


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o460, 0o406], ids=oct)
def test_the_mode_of_the_old_file_is_kept(root, plan, mode):
    plan.chmod(mode)
    save(plan, NEW, root=root)
    assert mode_of(plan) == mode


@POSIX
@pytest.mark.parametrize("write", [save, create], ids=["save", "create"])
def test_a_new_file_is_private_whatever_the_umask(root, write):
    before = os.umask(0)
    try:
        write(root / "plans" / "new.yaml", NEW, root=root)
    finally:
        os.umask(before)
    assert mode_of(root / "plans" / "new.yaml") == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_of_the_old_file_are_kept(root, plan):
    os.chown(plan, 4321, 4322)
    save(plan, NEW, root=root)
    assert (plan.stat().st_uid, plan.stat().st_gid) == (4321, 4322)


@POSIX
def test_a_link_inside_the_workspace_is_followed_and_stays_a_link(root, plan):
    link = root / "plans" / "alias.yaml"
    link.symlink_to("c-7f3k.yaml")
    save(link, NEW, root=root)
    assert link.is_symlink()
    assert plan.read_bytes() == NEW


@POSIX
def test_a_link_that_leaves_the_workspace_is_refused(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "diary.txt"
    outside.write_bytes(OLD)
    (root / "plans" / "c2.yaml").symlink_to(outside)
    with pytest.raises(LinkLeavesError, match=r"^plans/c2\.yaml lies behind a link that leaves the workspace"):
        save(root / "plans" / "c2.yaml", NEW, root=root)
    assert outside.read_bytes() == OLD


@POSIX
@pytest.mark.parametrize("write", [save, create], ids=["save", "create"])
def test_a_folder_that_is_a_link_out_of_the_workspace_is_refused(root, tmp_path_factory, write):
    outside = tmp_path_factory.mktemp("outside")
    (root / "plans" / "team").symlink_to(outside)
    with pytest.raises(LinkLeavesError):
        write(root / "plans" / "team" / "c3.yaml", NEW, root=root)
    assert names(outside) == []


def test_a_neighbour_whose_name_begins_like_the_workspace_is_outside(root):
    neighbour = root.with_name(root.name + "-2")
    neighbour.mkdir()
    with pytest.raises(LinkLeavesError):
        save(neighbour / "c3.yaml", NEW, root=root)


@POSIX
def test_a_workspace_reached_through_a_link_is_still_the_workspace(root, plan, tmp_path_factory):
    door = tmp_path_factory.mktemp("door") / "practice"
    door.symlink_to(root)
    save(door / "plans" / "c-7f3k.yaml", NEW, root=door)
    assert plan.read_bytes() == NEW


@POSIX
@pytest.mark.parametrize(
    "make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)], ids=["pipe", "folder", "loop"]
)
def test_what_is_not_a_file_is_refused_and_stays(root, make):
    make(root / "plans" / "c3.yaml")
    with pytest.raises(NotAFileError, match="not a regular file; nothing was written"):
        save(root / "plans" / "c3.yaml", NEW, root=root)
    assert names(root / "plans") == ["c-7f3k.yaml", "c3.yaml"]


@pytest.mark.parametrize("mode", [0o444, 0o555], ids=oct)
def test_a_write_protected_file_is_refused(root, plan, mode):
    plan.chmod(mode)
    with pytest.raises(WriteProtectedError, match="write-protected; it is as it was"):
        save(plan, NEW, root=root)
    assert plan.read_bytes() == OLD


@pytest.mark.parametrize("write", [save, create], ids=["save", "create"])
def test_a_missing_folder_is_named_and_not_made(root, write):
    with pytest.raises(NotSavedError) as told:
        write(root / "plans" / "east" / "c3.yaml", NEW, root=root)
    assert str(told.value) == ("plans/east/c3.yaml was not saved: there is no such file or folder; nothing was written")
    assert told.value.exit_status == 3


def test_a_name_that_is_too_long_is_told_in_plain_words(root):
    with pytest.raises(NotSavedError, match="its name is too long") as told:
        save(root / "plans" / ("ü" * 200), NEW, root=root)
    assert told.value.hint == "choose a shorter name"


def test_the_longest_name_can_be_saved(root):
    longest = root / "plans" / ("ü" * 125 + ".yaml")
    save(longest, NEW, root=root)
    assert longest.read_bytes() == NEW


def test_create_makes_the_file(root):
    create(root / "plans" / "c2.yaml", NEW, root=root)
    assert (root / "plans" / "c2.yaml").read_bytes() == NEW
    assert names(root / "plans") == ["c-7f3k.yaml", "c2.yaml"]


def test_create_leaves_a_file_that_is_there_alone(root, plan):
    with pytest.raises(AlreadyExistsError, match=r"^plans/c-7f3k\.yaml was not created: there is one already"):
        create(plan, NEW, root=root)
    assert plan.read_bytes() == OLD
    assert names(plan.parent) == ["c-7f3k.yaml"]


@POSIX
def test_create_does_not_write_through_a_dangling_link(root):
    (root / "plans" / "c2.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(AlreadyExistsError):
        create(root / "plans" / "c2.yaml", NEW, root=root)
    assert not (root / "plans" / "nowhere.yaml").exists()


@POSIX
def test_a_text_larger_than_the_limit_leaves_the_old_file_and_no_litter(root, plan):
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(NotSavedError, match="larger than this system allows"):
            save(plan, b"x" * 8192, root=root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert plan.read_bytes() == OLD
    assert names(plan.parent) == ["c-7f3k.yaml"]


def test_sweep_removes_our_strays_and_nothing_else(root):
    kept = [".c-7f3k.yaml.tmp", ".goalctl-notes", ".other.1a2b.tmp", "c-7f3k.yaml", "x.goalctl-1a2b.tmp"]
    for name in (*kept, ".c-7f3k.yaml.goalctl-0123456789abcdef.tmp"):
        (root / "plans" / name).write_bytes(OLD)
    sweep(root / "plans")
    assert names(root / "plans") == kept


def test_what_a_person_saved_as_a_save_was_killed_is_put_away_where_only_they_can_read_it(root, plan):
    staged = stage(plan, NEW, root=root, before=OLD)
    for content in (NEW, OLD, b"by hand"):
        staged.write_bytes(content)
        kept = sweep(plan.parent, lambda stray, name: stray.replace(inner_folder(root / "rescued", "plans") / name))
    (path,) = kept
    assert re.fullmatch(r"rescued/plans/c-7f3k\.yaml-[0-9a-f]{16}", path.relative_to(root).as_posix())
    assert (path.read_bytes(), mode_of(path.parent), names(plan.parent)) == (b"by hand", 0o700, [plan.name])


def test_sweep_of_a_folder_that_is_not_there_is_no_error(root):
    sweep(root / "plans" / "east")


def held_for(times: int, code: int):
    """A step that fails as Windows fails while a scanner holds the file."""
    left = [times]

    def step() -> None:
        if left[0]:
            left[0] -= 1
            held = PermissionError(13, "held")
            held.winerror = code
            raise held

    return step


@pytest.mark.parametrize("code", [5, 32, 33], ids=["denied", "shared", "locked"])
def test_a_file_that_a_scanner_holds_for_a_moment_is_tried_again(code):
    patiently(held_for(2, code), pauses=(0, 0))


@pytest.mark.parametrize(("times", "code"), [(3, 32), *((1, other) for other in (4, 6, 31, 34, 87))])
def test_patience_ends_when_it_is_held_too_long_or_something_else_is_wrong(times, code):
    with pytest.raises(PermissionError):
        patiently(held_for(times, code), pauses=(0, 0))


@POSIX
def test_what_cannot_be_synced_at_all_is_no_fault_and_what_fails_is_one():
    reading, writing = os.pipe()  # as the folder of a disk without folder syncs: EINVAL
    sync_names(reading)
    os.close(reading)
    os.close(writing)
    with pytest.raises(OSError, match="Bad file descriptor"):
        sync_names(reading)


@pytest.mark.skipif(sys.platform != "linux", reason="there is another call elsewhere")
def test_what_is_displaced_takes_the_new_one_s_name_also_in_the_folder_at_hand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("new").write_bytes(NEW)
    Path("old").write_bytes(OLD)
    assert keeps_displaced(Path("new"), Path("old"))
    assert (Path("new").read_bytes(), Path("old").read_bytes(), names(tmp_path)) == (OLD, NEW, ["new", "old"])
