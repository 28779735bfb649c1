"""One look at a folder: another digest for whatever may matter to a plan, the same for as long as nothing does."""

import os
import sys
from time import sleep

import pytest

from goalctl.workspace.memory import glance as looking
from goalctl.workspace.memory.glance import glance_at

OLD = 1_700_000_000 * 10**9


@pytest.fixture
def folder(tmp_path):
    """Two plans, one of them in a folder of its own, and what an editor left open."""
    (tmp_path / "b").mkdir()
    for name in ("c-1.yaml", "b/c-2.yaml", ".c-1.yaml.swp"):
        (tmp_path / name).write_text("format: 1\n", encoding="utf-8")
    return tmp_path


def same_size_and_time(folder):
    path = folder / "b" / "c-2.yaml"
    seen = path.stat()
    sleep(0.02)  # until the disk's clock has ticked, which files of an earlier second need not wait for
    path.write_text("format: 2\n", encoding="utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


CHANGES = {
    "an edit that keeps size and time": same_size_and_time,
    "a touch": lambda folder: os.utime(folder / "c-1.yaml", ns=(OLD, OLD)),
    "a new file": lambda folder: (folder / "b" / "note.txt").touch(),
    "a new folder": lambda folder: (folder / "d").mkdir(),
    "a file less": lambda folder: (folder / "c-1.yaml").unlink(),
    "another name": lambda folder: (folder / "c-1.yaml").rename(folder / "c-3.yaml"),
    "another folder": lambda folder: (folder / "c-1.yaml").rename(folder / "b" / "c-1.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("by_handle", [True, False], ids=["by the folder's handle", "by the whole path"])
def test_whatever_changes_a_file_changes_the_digest(folder, change, by_handle, monkeypatch):
    monkeypatch.setattr(looking, "_BY_HANDLE", by_handle and looking._BY_HANDLE)  # noqa: SLF001 - as on other systems
    before = glance_at(folder)
    assert glance_at(folder) == before
    change(folder)
    assert glance_at(folder).noted() != before.noted()


def test_what_an_editor_keeps_beside_a_plan_changes_nothing(folder):
    before = glance_at(folder)
    (folder / ".c-1.yaml.swp").write_text("more", encoding="utf-8")
    assert glance_at(folder) == before


def test_the_latest_time_is_that_of_any_file(folder):
    ahead = 4_000_000_000 * 10**9
    os.utime(folder / "b" / "c-2.yaml", ns=(ahead, ahead))
    assert max(drawer.latest for drawer in glance_at(folder).drawers) == ahead


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_to_a_folder_is_not_gone_into_and_one_that_leads_nowhere_is_seen(folder):
    (folder / "round").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "gone")
    before = glance_at(folder)
    (folder / "nowhere").unlink()
    assert glance_at(folder).noted() != before.noted()


def test_a_folder_that_is_not_there_can_t_be_seen(tmp_path):
    assert glance_at(tmp_path / "plans") is None
