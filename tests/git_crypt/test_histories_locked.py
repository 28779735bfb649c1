"""Random histories of two clones, merged by git itself in a repository that git-crypt locks, against the merge alone.

That the merge itself is right is for `tests/merge/test_histories.py`; here it has to come through the lock unchanged.
"""

import os
import random
import shutil
from collections import Counter

import pytest

from tests.git_crypt.conftest import MARK, PLAN_NAME, plain_blobs
from tests.merge.clinic import git
from tests.merge.test_histories import clones_of, merged

SEED = int(os.environ.get("SEED", "20261127"))
MANY = int(os.environ.get("HISTORIES", "300"))


def put(place, content, message):
    (place / PLAN_NAME).write_bytes(content)
    git(place, "commit", "--quiet", "--all", "--allow-empty", "--message", message)


def met(place, n, ancestor, mine, theirs):
    """What git makes of the three in a branch of its own: the file, git's blob of it, and git's status."""
    git(place, "checkout", "--quiet", "-B", f"mine-{n}", "main")
    put(place, ancestor, "both come from this")
    git(place, "branch", "--force", f"theirs-{n}")
    put(place, mine, "mine")
    git(place, "checkout", "--quiet", f"theirs-{n}")
    put(place, theirs, "theirs")
    git(place, "checkout", "--quiet", f"mine-{n}")
    git(place, "merge", "--no-edit", "--quiet", f"theirs-{n}", status=None)
    unmerged = git(place, "ls-files", "--unmerged")
    content = (place / PLAN_NAME).read_bytes()
    git(place, "merge", "--abort", status=None)
    return content, bool(unmerged)


def histories(clinic, run, folder, number):
    place, counted = clinic.place("bert"), Counter()
    for n in range(number):
        drawn = random.Random(f"{SEED}-{n}")  # noqa: S311 - a test
        one, other = clones_of(2, folder / str(n), run, drawn)
        for clone in (one, other):
            clone.go_on(drawn.randrange(1, 7))
        ancestor, mine, theirs = one.steps[0], one.steps[-1], other.steps[-1]
        wanted = merged(ancestor, mine, theirs)
        content, is_unmerged = met(place, n, ancestor, mine, theirs)
        assert content == wanted.content, n
        assert is_unmerged == bool(wanted.clashes), n
        if not is_unmerged:
            assert clinic.blob("bert", revision=f"mine-{n}").startswith(MARK)
        counted.update(merges=1, clashing=is_unmerged)
        for clone in (folder / str(n), one.folder, other.folder):
            shutil.rmtree(clone)
    return counted


@pytest.fixture
def unlocked(locked_clinic, goalctl_command):
    locked_clinic.unlock("bert")
    place = locked_clinic.place("bert")
    git(place, "config", "merge.goalctl.driver", f"{goalctl_command} merge-plan %O %A %B %P")
    return locked_clinic


def test_what_git_merges_through_the_lock_is_what_the_merge_says(unlocked, goalctl, tmp_path):
    assert histories(unlocked, goalctl, tmp_path / "clones", 5)["merges"] == 5
    assert plain_blobs(unlocked.place("bert")) == 0


@pytest.mark.torture
def test_many_histories_through_the_lock(unlocked, goalctl, tmp_path):
    print(SEED, dict(histories(unlocked, goalctl, tmp_path / "clones", MANY)))  # noqa: T201 - what was counted
    assert plain_blobs(unlocked.place("bert")) == 0
