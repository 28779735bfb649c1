"""Histories of two and three clones that exchange by and by, against a plain model.

Every exchange is a merge of three states, in both directions; and what git does otherwise with the same changes is done
too: one step after another (rebase), one step alone (cherry-pick), what was put aside over what came in (stash).
"""

import os
import random
import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from goalctl.analysis.merge.meaning import plans_united
from goalctl.documents.merge.texts import merged_file
from goalctl.documents.read import read_data
from goalctl.model.joint import ClashChoice
from tests.conftest import PLAN
from tests.merge import plain_model
from tests.merge.histories import CloneOfOne

SEED = int(os.environ.get("SEED", "20261126"))
MANY = int(os.environ.get("HISTORIES", "1000"))
MARKS = ("<<<<<<<", "=======", ">>>>>>>")


def data_of(content):
    return read_data(content.decode())[0]


def merged(ancestor, mine, theirs, **answers):
    return merged_file(ancestor, mine, theirs, plans_united, **answers)


@dataclass
class Record:
    """What the clones exchange with: the newest state, what each had from there last, and what must be in it."""

    newest: bytes
    comments: list = field(default_factory=list)
    counted: Counter = field(default_factory=Counter)
    had: dict = field(default_factory=dict)

    def look(self, ancestor, mine, theirs, kind):
        """One merge against the model; what comes of it with mine in each clash, and the places of the clashes."""
        done, back = merged(ancestor, mine, theirs), merged(ancestor, theirs, mine)
        places, asked = {clash.place for clash in done.clashes}, self.asked_for_comments(ancestor, mine, theirs, done)
        wanted, clashes = plain_model.merge(*map(data_of, (ancestor, mine, theirs)), asked)
        assert places == clashes == {clash.place for clash in back.clashes}
        text = done.content.decode()
        assert any(mark in text for mark in MARKS) == bool(places)
        assert self.comments_of(ancestor, mine, theirs) - self.comments_of(b"", done.content) == set()
        if not places:
            assert done.content == back.content
        decided = merged(ancestor, mine, theirs, answers=dict.fromkeys(places, ClashChoice.MINE))
        assert data_of(decided.content) == data_of(
            merged(ancestor, theirs, mine, answers=dict.fromkeys(places, ClashChoice.THEIRS)).content
        )
        said = data_of(decided.content)
        assert dict(plain_model.leaves(said)) == wanted
        assert plain_model.doubled(said) == []
        self.counted.update({kind: 1, "merges": 1, "clashes": len(places), "clashing": bool(places)})
        self.counted["asked for a comment"] += len(asked)
        return decided.content, places

    def comments_of(self, ancestor, *sides):
        """What hands wrote on a side and the ancestor has not."""
        return {one for one in self.comments if one not in ancestor.decode() and any(one in s.decode() for s in sides)}

    def asked_for_comments(self, ancestor, mine, theirs, done):
        """The clashes of which the plain values know nothing: letting go would lose a comment."""
        then = dict(plain_model.containers(data_of(ancestor)))
        known = {plain_model.named(place): item for place, item in then.items()}
        found = set()
        for clash in done.clashes:
            sides = (clash.mine, clash.theirs)
            if None in sides and clash.place in known and known[clash.place] in sides:
                going = ClashChoice.MINE if clash.mine is None else ClashChoice.THEIRS
                gone = merged(ancestor, mine, theirs, answers={clash.place: going})
                new = self.comments_of(ancestor, mine, theirs)
                assert new - self.comments_of(b"", gone.content) != set()
                found.add(clash.place)
        return found

    def exchange(self, clone):
        """What `sync` does with one plan; then the clone goes on from what came of it."""
        mine, base = clone.file.read_bytes(), self.had[clone.who]
        together, places = self.look(base, mine, self.newest, "syncs")
        if not places and len(clone.steps) > 1:
            self.rebase(clone, together)
            self.pick(clone)
        self.newest = self.had[clone.who] = together
        clone.begin_from(together)

    def rebase(self, clone, together):
        """One step after another, unless one clashes."""
        content = self.newest
        for before, after in pairwise(clone.steps):
            done = merged(before, content, after)
            if done.clashes:
                return
            content = done.content
        there_and_back = changed_and_back([dict(plain_model.leaves(data_of(step))) for step in clone.steps])
        one, other = (Counter(plain_model.leaves(data_of(one))) for one in (content, together))
        assert {path for path, _ in (one - other) + (other - one)} <= there_and_back
        self.counted["rebased"] += 1

    def pick(self, clone):
        """One step alone; and from some step on what was not committed, over what came in."""
        place = clone.random.randrange(1, len(clone.steps))
        self.look(clone.steps[place - 1], self.newest, clone.steps[place], "cherry-picks")
        head, _ = self.look(self.had[clone.who], clone.steps[place], self.newest, "pulls before a stash")
        self.look(clone.steps[place], head, clone.steps[-1], "stashes")


def changed_and_back(steps):
    """The leaves that a clone changed and then put back: one after another, that undoes what others did alike."""
    paths = {path for step in steps for path in step}
    ends = [path for path in paths if steps[0].get(path) == steps[-1].get(path)]
    return {path for path in ends if any(step.get(path) != steps[0].get(path) for step in steps)}


def clones_of(number, folder, run, drawn):
    """Clones with a common beginning."""
    (folder / "plans").mkdir(parents=True)
    (folder / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    (folder / "plans" / "c-ab1.yaml").write_text(PLAN, encoding="utf-8")
    CloneOfOne(folder, "m.kowalski", run, drawn).go_on(drawn.randrange(4))
    places = [folder.with_name(f"{folder.name}-{who}") for who in ("anna", "bert", "cleo")[:number]]
    for place in places:
        shutil.copytree(folder, place)
    return [CloneOfOne(place, place.name.rpartition("-")[2], run, drawn) for place in places]


def history(goalctl, folder, drawn, counted):
    """One to three rounds, in each of which everybody works and some exchange, in any order; at the end all do."""
    clones = clones_of(drawn.choice((2, 3, 3)), folder, goalctl, drawn)
    record = Record(clones[0].file.read_bytes(), counted=counted)
    record.had = {clone.who: record.newest for clone in clones}
    for _ in range(drawn.randrange(1, 4)):
        for clone in clones:
            clone.go_on(drawn.randrange(1, 5))
        record.comments = [one for clone in clones for one in clone.comments]
        for clone in drawn.sample(clones, drawn.randrange(1, len(clones) + 1)):
            record.exchange(clone)
    for clone in [*clones, *clones]:
        record.exchange(clone)
    assert {clone.file.read_bytes() for clone in clones} == {record.newest}
    counted.update(f"{len(clones)} clones" for _ in "1")
    counted.update(done for clone in clones for done in clone.done)
    for clone in clones:
        shutil.rmtree(clone.folder)
    shutil.rmtree(folder)


def histories(number, goalctl, tmp_path, seed):
    counted = Counter()
    for number_of_this in range(number):
        drawn = random.Random(f"{seed}-{number_of_this}")  # noqa: S311 - a test
        history(goalctl, tmp_path / str(number_of_this), drawn, counted)
    return counted


NOTES = "\n  - id: aaaaa1\n    on: 2026-02-20\n"
LISTS = {
    **{(name,): f"{name}:{NOTES}\n" for name in ("reviews", "agreements", "changes")},
    ("goals", "g1", "objectives"): PLAN[PLAN.index("    objectives:") : PLAN.index("\nsessions:")],
}


@pytest.mark.parametrize("place", LISTS, ids=" ".join)
def test_a_comment_in_a_list_that_the_other_does_not_have_at_all_is_asked_about(place):
    """One step alone, onto a record that never had the list or has it no more."""
    lines = LISTS[place]
    was = PLAN if lines in PLAN else PLAN.replace("sessions:", f"{lines}sessions:")
    commented = re.sub(r"( *)- id", r"\1# he came late\n\g<0>", lines, count=1)
    without, noted = (was.replace(lines, new) for new in ("", commented))
    record = Record(b"", comments=["# he came late"])
    for mine, theirs in ((without, noted), (noted, without)):
        decided, places = record.look(was.encode(), mine.encode(), theirs.encode(), "cherry-picks")
        assert (decided.decode(), places) == (mine, {place})
    assert record.counted["asked for a comment"] == 2


def test_a_goal_that_one_closed_and_the_other_only_worked_on_later_is_asked_about_for_no_comment():
    closed = PLAN.replace("    status: active\n    opened", "    status: achieved\n    closed: 2026-02-07\n    opened")
    later = PLAN.replace("\nsessions:", "\ndiary:\n  - {date: 2026-02-28, g1.1: 0}\n\nsessions:")
    record = Record(b"")
    _, places = record.look(PLAN.encode(), later.encode(), closed.encode(), "syncs")
    assert (places, record.counted["asked for a comment"]) == ({("goals", "g1")}, 0)


def test_two_and_three_histories_of_a_plan_become_one_and_every_clash_is_told(goalctl, tmp_path):
    assert histories(4, goalctl, tmp_path, SEED)["syncs"] >= 16


@pytest.mark.torture
def test_a_thousand_histories(goalctl, tmp_path):
    print(SEED, dict(histories(MANY, goalctl, tmp_path, SEED)))  # noqa: T201 - what was counted
