"""Histories of two and three clones, merged in both directions and one step after another, against a plain model."""

import os
import random
import shutil
from collections import Counter
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


def clones_of(number, folder, run, drawn):
    """Clones with a common beginning, each gone on with by its clinician, in turns."""
    (folder / "plans").mkdir(parents=True)
    (folder / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    (folder / "plans" / "c-ab1.yaml").write_text(PLAN, encoding="utf-8")
    CloneOfOne(folder, "m.kowalski", run, drawn).go_on(drawn.randrange(4))
    clones = []
    for who in ("anna", "bert", "cleo")[:number]:
        place = folder.with_name(f"{folder.name}-{who}")
        shutil.copytree(folder, place)
        clones.append(CloneOfOne(place, who, run, drawn))
        clones[-1].go_on(drawn.randrange(1, 7))
    return clones


def look(ancestor, mine, theirs, comments):
    """One merge against the model; what it says, and the places of its clashes."""
    done, back = merged(ancestor, mine, theirs), merged(ancestor, theirs, mine)
    wanted, clashes = plain_model.merge(*map(data_of, (ancestor, mine, theirs)))
    places = {clash.place for clash in done.clashes}
    assert places == clashes == {clash.place for clash in back.clashes}
    text = done.content.decode()
    assert any(mark in text for mark in MARKS) == bool(places)
    if not places:
        assert done.content == back.content
        assert [one for one in comments if one not in text] == []
    decided = merged(ancestor, mine, theirs, answers=dict.fromkeys(places, ClashChoice.MINE))
    assert data_of(decided.content) == data_of(
        merged(ancestor, theirs, mine, answers=dict.fromkeys(places, ClashChoice.THEIRS)).content
    )
    said = data_of(decided.content)
    assert dict(plain_model.leaves(said)) == wanted
    assert plain_model.doubled(said) == []
    return decided.content, places


def replayed(mine, steps):
    """One after another, as a rebase does it; None where a step clashes."""
    for before, after in pairwise(steps):
        done = merged(before, mine, after)
        if done.clashes:
            return None
        mine = done.content
    return mine


def histories(number, goalctl, tmp_path, seed):
    counted = Counter()
    for history in range(number):
        drawn = random.Random(f"{seed}-{history}")  # noqa: S311 - a test
        clones = clones_of(drawn.choice((2, 2, 3)), tmp_path / str(history), goalctl, drawn)
        ancestor = clones[0].steps[0]
        together, comments = clones[0].steps[-1], list(clones[0].comments)
        for other in clones[1:]:
            comments += other.comments
            there = [one for one in comments if one in together.decode() or one in other.steps[-1].decode()]
            one_by_one = replayed(together, other.steps)
            together, places = look(ancestor, together, other.steps[-1], there)
            counted.update(merges=1, clashes=len(places), clashing=bool(places))
            if one_by_one is not None and not places:
                assert Counter(plain_model.leaves(data_of(one_by_one))) == Counter(
                    plain_model.leaves(data_of(together))
                )
                counted["rebased"] += 1
        counted.update(done for clone in clones for done in clone.done)
        for clone in clones:
            shutil.rmtree(clone.folder)
        shutil.rmtree(tmp_path / str(history))
    return counted


def test_two_histories_of_a_plan_become_one_and_every_clash_is_told(goalctl, tmp_path):
    assert histories(12, goalctl, tmp_path, SEED)["merges"] >= 12


@pytest.mark.torture
def test_a_thousand_histories(goalctl, tmp_path):
    print(SEED, dict(histories(MANY, goalctl, tmp_path, SEED)))  # noqa: T201 - what was counted
