"""What happened to a folder and misled a memory once, or could have: it says what the plans say, each time."""

import os
import re
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from goalctl.workspace.memory import fresh, learn, scan, upkeep
from goalctl.workspace.memory import glance as looking
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.store import KEY, Store
from goalctl.workspace.store import practice as practices
from goalctl.workspace.store import scan as names
from goalctl.workspace.store.practice import practice_at
from tests.workspace.memory.practice_life import RISK, SHIPPED

ALL = Inquiry(tuple(Part), date(2026, 6, 10))
OTHER = "supervisor: s.lee\n"
ENDED = "c-9wke"


def clock(_timezone):
    return datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _settles_at_once(monkeypatch):
    monkeypatch.setattr(fresh, "SETTLES_NS", 0)


@pytest.fixture
def plans(practice):
    return practice / "plans"


@pytest.fixture
def ask(practice):
    """Compare what is remembered with what is read anew; the number of plans that were read for it."""

    def asking(client=None):
        read = []
        inquiry = ALL._replace(client=client)
        watched = Memory(practice, clock, watched=lambda found, total: read.append(total) or found)
        assert watched.answer(inquiry) == Memory(practice, clock, remembers=False).answer(inquiry)
        return sum(read)

    return asking


def put(path, more="", drawer=None):
    """A plan, saved as most programs do, by a new file in the place of the old; perhaps in that drawer."""
    text = (path.parent / "c-ab1.yaml").read_text(encoding="utf-8")
    made_in(drawer, path, lambda new: new.write_text(text.replace("c-ab1", f"{path.stem}\n{more}".strip(), 1), "utf-8"))


def made_in(drawer, path, make):
    """Something in a drawer: new ones are made until one lies there."""
    beside = path.parents[1] / "beside"
    beside.mkdir(exist_ok=True)
    for n in range(3000):
        new = beside / str(n)
        make(new)
        if drawer is None or new.stat().st_ino % looking.DRAWERS == drawer:
            new.rename(path)
            return
    raise AssertionError(drawer)


def drawer_of(path):
    return path.stat().st_ino % looking.DRAWERS


def swap(one, other):
    beside = one.parents[1] / "away"
    one.rename(beside)
    other.rename(one)
    beside.rename(other)


def test_a_plan_goes_that_came_into_the_drawer_of_another(ask, plans):
    put(plans / "c-1.yaml")
    put(plans / "c-2.yaml")
    ask()
    old = drawer_of(plans / "c-1.yaml")
    put(plans / "c-1.yaml", OTHER, (old + 1) % looking.DRAWERS)
    put(plans / "c-2.yaml", OTHER, old)
    ask()
    (plans / "c-2.yaml").unlink()
    ask()


def test_a_stray_that_was_seen_by_a_question_about_one_client_goes(ask, plans):
    put(plans / "c-1.yaml")
    ask()
    os.utime(plans, (1, 1))
    ask()
    (plans / "note.txt").touch()
    ask("c-1")
    (plans / "note.txt").unlink()
    ask()


def test_a_time_of_another_century(ask, plans):
    ask()
    for seconds in (10_400_000_000, -4_000_000_000):
        os.utime(plans / "c-ab1.yaml", (seconds, seconds))
        ask()


@pytest.fixture
def seen_by_glance(monkeypatch):
    """Let a glance see every file's status with something changed."""

    def seen(**changed):
        class Status:
            def __init__(self, status):
                self.status = status

            def __getattr__(self, name):
                found = getattr(self.status, name)
                return changed[name](found) if name in changed else found

        real = os.stat
        fake = SimpleNamespace(**{name: getattr(os, name) for name in dir(os)})
        fake.stat = lambda *given, **more: Status(real(*given, **more))
        monkeypatch.setattr(looking, "os", fake)

    return seen


def test_an_inode_larger_than_a_database_holds(ask, seen_by_glance):
    ask()
    seen_by_glance(st_ino=lambda inode: inode | 1 << 63)
    ask()


def test_a_folder_in_the_place_of_a_plan(ask, plans):
    put(plans / "c-1.yaml")
    ask()
    (plans / "c-1.yaml").unlink()
    made_in(looking.DRAWERS - 1, plans / "c-1.yaml", Path.mkdir)
    ask()


def test_a_stray_goes_and_a_plan_comes_beside_a_link_to_a_folder(ask, plans):
    (plans.parent / "elsewhere").mkdir()
    (plans / "c-9.yaml").symlink_to(plans.parent / "elsewhere")
    made_in(looking.DRAWERS - 1, plans / "note.txt", Path.touch)
    ask()
    (plans / "note.txt").unlink()
    put(plans / "c-5.yaml", "", looking.DRAWERS - 1)
    ask()


def test_plans_moved_out_of_the_workspace_and_linked_back(ask, plans, tmp_path_factory):
    ask()
    out = tmp_path_factory.mktemp("out") / "plans"
    plans.rename(out)
    plans.symlink_to(out)
    ask()


def test_the_way_to_a_linked_plan_leads_out_of_the_workspace_by_now(ask, plans, tmp_path_factory):
    inside, out = plans.parent / "store", tmp_path_factory.mktemp("out") / "store"
    inside.mkdir()
    put(plans / "c-5.yaml")
    (plans / "c-5.yaml").rename(inside / "c-5.yaml")
    (plans / "c-5.yaml").symlink_to(inside / "c-5.yaml")
    ask()
    inside.rename(out)
    inside.symlink_to(out)
    ask()


@pytest.mark.parametrize("beside", ["c-5.yml", "a/c-5.yaml"])
def test_a_risk_that_the_plan_has_no_longer_and_a_file_beside_it_has(ask, plans, beside):
    put(plans / "c-5.yaml")
    without = (plans / "c-5.yaml").read_text("utf-8")
    entry = f"  - date: 2026-03-01\n    {RISK}"
    with_risk = without.replace("\nsessions:\n", f"\nsessions:\n{entry}")
    (plans / beside).parent.mkdir(exist_ok=True)
    (plans / beside).write_text(with_risk, "utf-8")
    for text in (with_risk, without, with_risk):
        (plans / "c-5.yaml").write_text(text, "utf-8")
        ask()


def test_an_episode_before_the_one_that_has_a_second_file_changes(ask, plans):
    put(plans / "c-1.yaml", "previous: c-0\n")
    put(plans / "c-2.yaml", "previous: c-1\n")
    put(plans / "c-3.yaml", "previous: c-2\n")
    (plans / "a").mkdir()
    put(plans / "c-9.yaml")
    (plans / "c-9.yaml").rename(plans / "a" / "c-2.yaml")
    ask()
    (plans / "c-1.yaml").write_text("client: [", encoding="utf-8")
    ask()


@pytest.mark.skipif(os.name == "nt", reason="its names are text")
def test_a_name_that_is_no_text(ask, plans):
    folder = Path(os.fsdecode(os.fsencode(plans) + b"/\xff"))
    folder.with_suffix(".txt").touch()
    folder.mkdir()
    (folder / "c-7.yaml").touch()
    assert [ask(), ask()] == [1, 0]


@pytest.fixture
def ended(plans):
    """A discharged plan with an open risk, which a later episode takes over."""
    text = (SHIPPED / f"{ENDED}.yaml").read_text(encoding="utf-8")
    text = text.replace("note: Last session. PHQ-9 6.\n", RISK)
    (plans / f"{ENDED}.yaml").write_text(re.sub("^previous:.*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    put(plans / "c-z.yaml", f"previous: {ENDED}\n")
    return ENDED


def test_a_plan_under_another_name_when_a_later_episode_of_whom_it_names_comes_and_goes(ask, plans, ended):
    (plans / f"{ended}.yaml").rename(plans / "c-3.yaml")
    (plans / "c-z.yaml").unlink()
    ask()
    put(plans / "c-z.yaml", f"previous: {ended}\n")
    ask()
    (plans / "c-z.yaml").unlink()
    ask()


def test_a_command_that_saves_two_episodes_remembers_each_as_it_is_now(ask, practice, plans, ended):
    (plans / "c-z.yaml").rename(practice / "new")
    ask()
    writer = practice_at(practice, clock)
    assert not writer.next_episodes
    (practice / "new").rename(plans / "c-z.yaml")
    (plans / f"{ended}.yaml").write_text((plans / f"{ended}.yaml").read_text("utf-8") + "# looked at\n", "utf-8")
    learn.learn(writer, [f"plans/{ended}.yaml", "plans/c-z.yaml"], today=ALL.today)
    ask()


def test_many_plans_in_folders_that_name_another_one_have_their_folder_listed_once(practice, plans, monkeypatch):
    (plans / "a").mkdir()
    for n in range(1, 5):
        put(plans / f"c-{n}.yaml", f"previous: c-{n - 1}\n")
        (plans / f"c-{n}.yaml").rename(plans / "a" / f"c-{n}.yaml")
    listed = []
    monkeypatch.setattr(practices, "scan", lambda root: listed.append(root) or names.scan(root))
    assert len(Memory(practice, clock, remembers=False).answer(ALL).briefs) == 5
    assert len(listed) == 1


@pytest.mark.parametrize("first", [None, ENDED, "c-z"])
@pytest.mark.parametrize("happens", [Path.unlink, put], ids=["goes", "names it no longer"])
def test_a_risk_comes_back_when_the_later_episode(ask, plans, ended, first, happens):
    ask(first)
    happens(plans / "c-z.yaml")
    ask(ended)
    ask()


def test_a_risk_comes_back_after_a_first_look_that_was_broken_off(ask, practice, ended, monkeypatch):
    monkeypatch.setattr(scan, "AT_ONCE", 1)

    def broken_off(found, _total):
        for one in found:
            yield one
            if one.file.client == ended:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Memory(practice, clock, watched=broken_off).answer(ALL)
    (practice / "plans" / "c-z.yaml").unlink()
    ask()


def test_the_same_bytes_learned_under_another_inode(ask, practice, plans):
    put(plans / "c-1.yaml")
    put(plans / "c-2.yaml")
    ask()
    old = drawer_of(plans / "c-1.yaml")
    put(plans / "c-1.yaml", "", (old + 1) % looking.DRAWERS)
    learn.learn(practice_at(practice, clock), ["plans/c-1.yaml"], today=ALL.today)
    put(plans / "c-2.yaml", OTHER, old)
    learn.learn(practice_at(practice, clock), ["plans/c-2.yaml"], today=ALL.today)
    for client in ("c-2", "c-1", None):
        ask(client)
    (plans / "c-2.yaml").unlink()
    ask()


@pytest.fixture
def _no_ctime(seen_by_glance, monkeypatch):
    """A disk that keeps no time of a change of name, as FAT."""
    seen_by_glance(st_ctime_ns=lambda _: 0)
    real = names.stamp_of

    def stamp_of(entry):
        changed, moved, *rest = real(entry)
        return (changed, min(moved, 0), *rest)

    for module in (names, upkeep, learn):
        monkeypatch.setattr(module, "stamp_of", stamp_of)


@pytest.mark.usefixtures("_no_ctime")
def test_two_plans_change_places_and_back(ask, plans):
    one, other = plans / "c-1.yaml", plans / "c-2.yaml"
    put(one)
    put(other)
    ask()
    for _ in range(2):
        swap(one, other)
        ask()


@pytest.mark.parametrize("by_a_command", [True, False], ids=["saved by a command", "saved by hand"])
@pytest.mark.usefixtures("_no_ctime")
def test_what_was_put_away_comes_back(ask, practice, plans, by_a_command):
    plan, away = plans / "c-1.yaml", practice / "away"
    put(plan)
    ask()
    plan.rename(away)
    put(plan, OTHER)
    if by_a_command:
        learn.learn(practice_at(practice, clock), ["plans/c-1.yaml"], today=ALL.today)
    else:
        ask()
    away.rename(plan)
    ask()


def test_another_case_of_the_name_where_both_mean_one_file(ask, plans, monkeypatch):
    put(plans / "c-1.yaml")
    ask()
    real = upkeep.stamp_of

    def stamp_of(path):
        found = [other for other in path.parent.iterdir() if other.name.lower() == path.name.lower()]
        return real(found[0] if found else path)

    monkeypatch.setattr(upkeep, "stamp_of", stamp_of)
    (plans / "c-1.yaml").rename(plans / "C-1.yaml")
    ask()


def meanwhile(monkeypatch, name, happens, *, before):
    """Let something happen in another thread, once, as one process is about to do that, or has done it."""
    real, done = getattr(upkeep.Upkeep, name), []

    def doing(self, *given):
        if before and not done:
            once()
        real(self, *given)
        if not before and not done:
            once()

    def once():
        done.append(True)
        other = threading.Thread(target=happens)
        other.start()
        other.join()

    monkeypatch.setattr(upkeep.Upkeep, name, doing)


def test_two_at_once_find_a_new_plan_and_the_memory_stays(ask, practice, plans, monkeypatch):
    ask()
    put(plans / "c-9.yaml")
    meanwhile(monkeypatch, "_take_note", lambda: Memory(practice, clock).answer(ALL), before=True)
    ask()
    assert ask() == 0


def test_one_overtaken_by_another_leaves_it_the_memory(ask, practice, plans, monkeypatch):
    for n in range(5):
        put(plans / f"c-{n}.yaml")
    ask()
    put(plans / "c-1.yaml", OTHER)

    def another():
        put(plans / "c-9.yaml")
        Memory(practice, clock).answer(ALL._replace(client="c-2"))

    meanwhile(monkeypatch, "_note_all", another, before=False)
    Memory(practice, clock).answer(ALL)
    assert ask() <= 2


def test_a_slow_one_keeps_nothing_that_has_changed_since(ask, practice, plans, monkeypatch):
    put(plans / "c-1.yaml")
    has_read, go_on, is_done = threading.Event(), threading.Event(), threading.Event()

    def held(found, _total):
        read = list(found)
        has_read.set()
        go_on.wait(5)
        return read

    def slow():
        Memory(practice, clock, watched=held).answer(ALL)
        is_done.set()

    other = threading.Thread(target=slow)
    other.start()
    assert has_read.wait(5)
    put(plans / "c-1.yaml", OTHER)

    def lets_it_go_on():
        go_on.set()
        is_done.wait(5)

    meanwhile(monkeypatch, "_note_all", lets_it_go_on, before=True)
    Memory(practice, clock).answer(ALL)
    other.join()
    ask()


@pytest.mark.parametrize("learns", [True, False], ids=["by a command", "by hand"])
def test_a_plan_is_saved_while_a_question_is_answered(ask, practice, plans, learns):
    put(plans / "c-1.yaml")

    def saved(found, _total):
        read = list(found)
        put(plans / "c-1.yaml", OTHER)
        if learns:
            learn.learn(practice_at(practice, clock), ["plans/c-1.yaml"], today=ALL.today)
        return read

    Memory(practice, clock, watched=saved).answer(ALL)
    ask()
    ask()


def once_plans_are_read(happens):
    """Let something happen in another process, once, as soon as this one has read its plans."""
    left = [happens]

    def watched(found, _total):
        yield from list(found)
        while left:
            left.pop()()

    return watched


def test_where_another_process_begins_anew_meanwhile_nothing_is_told_of_an_empty_memory(practice):
    def begins():
        store = Store.of(practice)
        key = store.value(KEY)
        with store.writing():
            store.clear()
            store.note({KEY: key})
        store.close()

    anew = Memory(practice, clock, remembers=False).answer(ALL)
    assert Memory(practice, clock, watched=once_plans_are_read(begins)).answer(ALL) == anew
    assert Memory(practice, clock).answer(ALL) == anew


def test_what_was_worked_out_by_other_settings_is_not_kept_under_the_new_ones(practice):
    def change():
        settings = practice / "goalctl.yaml"
        settings.write_text(f"{settings.read_text(encoding='utf-8')}review_every: 10d\n", encoding="utf-8")
        told.append(Memory(practice, clock).answer(ALL))

    told = []
    before = Memory(practice, clock, watched=once_plans_are_read(change)).answer(ALL)
    anew = Memory(practice, clock, remembers=False).answer(ALL)
    assert (before == anew, told == [anew], Memory(practice, clock).answer(ALL) == anew) == (False, True, True)
