"""What is remembered, what is read again, and what happens when something is wrong with the memory."""

import os
import shutil
import sqlite3
import stat
import sys
from datetime import UTC, date, datetime

import pytest

from goalctl.workspace.memory import file as memory_file
from goalctl.workspace.memory import fresh, upkeep
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.learn import learn
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.practice import practice_at

TODAY = date(2026, 3, 2)
NEVER_BEFORE = 10**9
PARTS = (Part.DUE, Part.RISK, Part.STANDING)


@pytest.fixture
def asked(practice, monkeypatch):
    """Ask, and tell how many files were read for the answer; stamps of this disk can be relied on at once."""
    monkeypatch.setattr(fresh, "SETTLES_NS", 0)

    def ask(today=TODAY, parts=PARTS, now=TODAY, client=None):
        read = []
        memory = Memory(
            practice,
            lambda _: datetime(now.year, now.month, now.day, 12, tzinfo=UTC),
            watched=lambda found, total: read.append(total) or found,
        )
        answer = memory.answer(Inquiry(parts, today, client))
        anew = Memory(practice, memory.clock, remembers=False).answer(Inquiry(parts, today, client))
        assert answer == anew
        return sum(read)

    return ask


@pytest.fixture
def file(practice):
    """Where the memory is."""
    return practice / ".goalctl" / "memory.sqlite"


def add(practice, client, more=""):
    text = (practice / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")
    path = practice / "plans" / f"{client}.yaml"
    path.write_text(text.replace("client: c-ab1", f"client: {client}\n{more}"), encoding="utf-8")
    return path


def test_an_unchanged_plan_is_read_once(asked):
    assert [asked(), asked(), asked()] == [1, 0, 0]


def test_only_what_has_changed_is_read_again(asked, practice):
    add(practice, "c-2")
    assert asked() == 2
    add(practice, "c-3")
    add(practice, "c-2", "supervisor: s.lee")
    assert asked() == 2


def test_the_same_bytes_under_another_stamp_are_not_understood_again(asked, plan_file):
    asked()
    plan_file.write_bytes(plan_file.read_bytes())
    os.utime(plan_file, (1, 1))
    assert asked() == 0


def test_a_part_is_worked_out_when_it_is_first_asked_for(asked):
    assert asked(parts=(Part.DUE,)) == 1
    assert asked(parts=(Part.DUE, Part.BANK)) == 1
    assert asked(parts=(Part.BANK,)) == 0


@pytest.mark.parametrize("day", [date(2026, 2, 4), date(2026, 2, 9)], ids=["the next day", "a week later"])
def test_what_does_not_depend_on_the_day_serves_every_later_one(asked, day):
    first = date(2026, 2, 3)
    asked(first, now=first)
    assert asked(day, now=day) == 0


def test_a_score_that_grows_stale_is_told_from_that_day_on(asked):
    fresh_until = date(2026, 3, 2)  # 28 days after the last one
    asked(fresh_until, now=fresh_until)
    assert asked(date(2026, 3, 3), now=date(2026, 3, 3)) == 1


def test_an_earlier_day_is_remembered_beside_today(asked):
    asked()
    assert [asked(date(2026, 1, 20)), asked(date(2026, 1, 20)), asked()] == [1, 0, 0]


def test_an_entry_dated_ahead_is_told_by_the_day_that_it_really_is(asked, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("date: 2026-02-02", "date: 2026-03-20"), encoding="utf-8")
    asked(now=TODAY)
    assert asked(now=date(2026, 3, 25)) == 1


def test_another_episode_of_the_client_is_looked_at_with_the_first(asked, practice):
    path = add(practice, "c-new", "previous: c-ab1")
    add(practice, "c-other")
    asked()
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert asked() == 2


def test_one_client_asked_about_is_all_that_is_read(asked, practice):
    add(practice, "c-2")
    assert asked(client="c-2") == 1
    assert asked() == 1


@pytest.fixture
def listings(monkeypatch):
    """How often the whole folder was listed, plan by plan."""
    found = []
    whole = upkeep.listed
    monkeypatch.setattr(upkeep, "listed", lambda root: found.append(root) or whole(root))
    return found


def test_a_change_leads_to_its_file_without_the_folder_being_listed(asked, plan_file, listings):
    asked()
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    listings.clear()
    memory = Memory(plan_file.parents[1], lambda _: datetime(2026, 3, 2, 12, tzinfo=UTC))
    memory.answer(Inquiry(PARTS, TODAY))
    assert not listings


BESIDE_A_PLAN = {
    "a file that is no plan comes": lambda folder: (folder / "note.txt").touch(),
    "one goes": lambda folder: (folder / "there.txt").unlink(),
    "a folder called like a plan": lambda folder: (folder / "c-9.yaml").mkdir(),
    "a second copy of a plan": lambda folder: shutil.copy(folder / "c-ab1.yaml", folder / "c-ab1 2.yaml"),
    "another name": lambda folder: (folder / "c-2.yaml").rename(folder / "c-3.yaml"),
    "a plan more": lambda folder: add(folder.parent, "c-4"),
    "a plan less": lambda folder: (folder / "c-2.yaml").unlink(),
}


@pytest.mark.parametrize("happens", BESIDE_A_PLAN.values(), ids=BESIDE_A_PLAN)
def test_what_happens_beside_a_changed_plan_is_told(asked, practice, happens):
    add(practice, "c-2")
    (practice / "plans" / "there.txt").touch()
    asked()
    happens(practice / "plans")
    add(practice, "c-ab1", "supervisor: s.lee")
    asked()  # which compares the answer with one that is made anew


def test_a_second_copy_is_another_version_once_its_plan_has_changed(asked, practice, plan_file):
    shutil.copy(plan_file, plan_file.with_name("c-ab1 2.yaml"))
    asked()
    add(practice, "c-ab1", "supervisor: s.lee")
    asked()


def test_a_new_plan_by_a_command_changes_what_is_told_of_strays(asked, practice):
    (practice / "plans" / "c-2.yml").touch()
    asked()
    add(practice, "c-2")
    learn(practice_at(practice), ["plans/c-2.yaml"], today=TODAY)
    asked()


@pytest.mark.parametrize("name", ["goalctl.yaml", "forms/own.yaml"])
def test_other_settings_and_forms_make_a_new_memory(asked, practice, name):
    asked()
    (practice / "forms").mkdir()
    (practice / name).write_text("format: 1\ndue_within: 3d\n", encoding="utf-8")
    assert asked() == 1


def test_it_is_for_its_owner_alone(asked, file):
    asked()
    file.chmod(0o644)
    asked()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_deleted_is_gone_from_the_file(asked, file, plan_file):
    asked()
    assert b"Fewer symptoms of depression" in file.read_bytes()
    plan_file.unlink()
    asked()
    assert b"Fewer symptoms of depression" not in file.read_bytes()


DAMAGE = {
    "empty": lambda file: file.write_bytes(b""),
    "words": lambda file: file.write_text("not a database", encoding="utf-8"),
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "zeros": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "a page of junk": lambda file: file.write_bytes(file.read_bytes()[:8192] + b"\xa5" * 4096),
    "one letter": lambda file: file.write_bytes(file.read_bytes().replace(b"depression", b"digression")),
    "another layout": lambda file: in_sql(file, "PRAGMA application_id = 1"),
    "no tables": lambda file: in_sql(file, "DROP TABLE row"),
    "junk in a row": lambda file: in_sql(file, "UPDATE row SET body = 'x'"),
    "rows are missing": lambda file: in_sql(file, "DELETE FROM part WHERE kind = 'risk'"),
    "a journal of somebody else": lambda file: file.with_name("memory.sqlite-journal").write_bytes(b"\xd9" * 600),
}


def in_sql(file, text):
    connection = sqlite3.connect(file)
    connection.execute(text)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_is_wrong_with_it_the_answer_is_right_and_the_next_memory_whole(asked, file, damage):
    asked()
    damage(file)
    asked()
    asked()
    assert asked() == 0


def test_a_folder_in_its_place_is_done_without(asked, file):
    asked()
    file.unlink()
    file.mkdir()
    assert [asked(), asked()] == [1, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_in_its_place_is_never_followed(asked, file, tmp_path_factory):
    asked()
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "memory.sqlite"
    shutil.move(file, elsewhere)
    file.symlink_to(elsewhere)
    assert asked() == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_one_of_another_user_is_neither_read_nor_written(asked, file):
    asked()
    before = file.read_bytes()
    os.chown(file, 12345, -1)
    assert asked() == 1
    assert file.read_bytes() == before


def test_while_another_process_writes_it_is_done_without(asked, file, plan_file, monkeypatch):
    monkeypatch.setattr("goalctl.workspace.memory.file.WAIT_SECONDS", 0.05)
    asked()
    tried, connected = [], memory_file._connected  # noqa: SLF001 - to count how often
    monkeypatch.setattr(memory_file, "_connected", lambda path: tried.append(path) or connected(path))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert (asked(), tried) == (1, [file])  # it waits once, not once more for what is not damaged
    other.execute("ROLLBACK")
    other.close()
