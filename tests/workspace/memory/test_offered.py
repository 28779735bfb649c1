"""The clients that TAB offers from memory are those that the folders hold, whatever happened to either since."""

import os
import sqlite3
from contextlib import closing
from time import monotonic

import pytest

from goalctl.workspace.memory.offered import OFFERED, SETTLES_NS, clients_beginning, file_of_client, offered_text
from goalctl.workspace.memory.store import Store
from goalctl.workspace.store.scan import plans_beginning, scan


@pytest.fixture
def remembered(practice):
    """A practice with two folders of plans, and what TAB offers of it remembered."""
    (practice / "plans" / "east").mkdir()
    (practice / "plans" / "east" / "c-e1.yaml").write_text("format: 1\n", encoding="utf-8")
    note(practice, text_of(practice, SETTLES_NS))
    return practice


def text_of(practice, after, more=()):
    """What is to be remembered so long after the last change of a folder."""
    status = [(practice / "plans" / folder).stat() for folder in (".", "east")]
    changed = max(time for one in status for time in (one.st_mtime_ns, one.st_ctime_ns))
    return offered_text(practice, [*(file.name for file in scan(practice).files), *more], changed + after)


def note(practice, text):
    store = Store.of(practice)
    with store.writing():
        store.note({OFFERED: text})
    store.close()


@pytest.mark.parametrize("beginning", ["", "c", "c-e", "C", "x", "plans"])
def test_memory_offers_what_the_folders_hold(remembered, beginning):
    found = plans_beginning(remembered, beginning)
    assert clients_beginning(remembered, beginning) == list(found)
    assert {client: file_of_client(remembered, client) for client in found} == found


def test_memory_is_asked_and_no_folder_is_listed(remembered):
    note(remembered, text_of(remembered, SETTLES_NS, ["plans/c-known.yaml"]))
    assert "c-known" in clients_beginning(remembered, "")


@pytest.mark.parametrize("folder", ["plans", "plans/east"])
def test_a_folder_whose_time_is_put_back_as_a_restore_does_is_listed(remembered, folder):
    before = (remembered / folder).stat()
    (remembered / folder / "c-new.yaml").touch()
    os.utime(remembered / folder, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "c-new" in clients_beginning(remembered, "")


def test_tab_does_not_wait_for_whoever_writes(remembered):
    with closing(sqlite3.connect(remembered / ".goalctl" / "memory.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = monotonic()
        assert clients_beginning(remembered, "") == ["c-ab1", "c-e1"]
        assert monotonic() - began < 4  # 5 are SQLite's own


@pytest.mark.parametrize("folder", ["plans", "plans/east"])
def test_a_client_more_or_less_is_noticed_in_any_folder(remembered, folder):
    (remembered / folder / "c-new.yaml").touch()
    assert "c-new" in clients_beginning(remembered, "")
    (remembered / folder / "c-new.yaml").unlink()
    assert "c-new" not in clients_beginning(remembered, "")


@pytest.mark.parametrize(("after", "is_noted"), [(SETTLES_NS - 1, False), (SETTLES_NS, True)])
def test_a_folder_that_has_just_changed_is_not_relied_on(remembered, after, is_noted):
    assert (text_of(remembered, after) is not None) is is_noted


@pytest.mark.parametrize("text", ["", "x", "00000000\n\nplans/c-no.yaml", "00000000"])
def test_damage_costs_time_and_never_an_answer(remembered, text):
    note(remembered, text)
    assert clients_beginning(remembered, "") == ["c-ab1", "c-e1"]


def test_no_memory_and_a_broken_one_are_done_without(remembered):
    (remembered / ".goalctl" / "memory.sqlite").write_bytes(b"no database")
    assert clients_beginning(remembered, "") == ["c-ab1", "c-e1"]
    (remembered / ".goalctl" / "memory.sqlite").unlink()
    assert clients_beginning(remembered, "") == ["c-ab1", "c-e1"]
