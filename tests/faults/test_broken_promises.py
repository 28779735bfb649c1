"""Do the tests notice? Each promise is broken in a copy, by one line, and the test that holds it has to fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Broken:
    """A promise, the line of a module that keeps it, what stands there instead, and the tests that have to notice."""

    promise: str
    module: str
    line: str
    instead: str
    tests: str


BROKEN = [
    Broken(
        "look again",
        "documents/replace.py",
        "elif keeps_displaced(staged, target):",
        "elif keeps_displaced(staged, target) and False:",
        "test_displaced.py",
    ),
    Broken("fsync", "documents/save.py", "    os.fsync(handle)", "    return", "test_every_save_call.py"),
    Broken(
        "whole",
        "documents/save.py",
        "patiently(lambda: temporary.replace(target))",
        "target.write_bytes(temporary.read_bytes())",
        "test_kills.py",
    ),
    Broken(
        "lock",
        "documents/lock.py",
        "fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)",
        "test_writers.py",
    ),
    Broken(
        "sweep", "documents/strays.py", "for stray in _left_behind(folder):", "for stray in ():", "test_displaced.py"
    ),
    Broken("rescue", "documents/strays.py", "if not _is_a_persons(temporary):", "if True:", "test_displaced.py"),
    Broken(
        "undisturbed", "documents/stops.py", "is not threading.main_thread()", "is not None", "test_one_sentence.py"
    ),
    Broken(
        "roll forward",
        "workspace/store/transaction/journal.py",
        "steps = steps_left(root)",
        "steps = []",
        "test_several_files.py",
    ),
    Broken("leave what changed", "documents/replace.py", "if stands != ours:", "if False:", "test_displaced.py"),
    Broken(
        "same item",
        "workspace/store/transaction/replay.py",
        "raise SameItemError(path)",
        "return",
        "test_editor_race.py",
    ),
    Broken("account", "workspace/store/account.py", "self.saved.append(name)", "pass", "test_one_sentence.py"),
    Broken("own places", "workspace/store/door.py", "if owner := owner_of(path):", 'if owner := "":', "test_door.py"),
    Broken(
        "never over a file",
        "workspace/store/door.py",
        "if not force and os.path.lexists(path):",
        "if False:",
        "test_door.py",
    ),
    Broken(
        "append-only",
        "analysis/history/kept.py",
        "return place is not None and left.pop(place) is not None",
        "return True",
        "test_two_editors.py",
    ),
    Broken(
        "undo never over work by hand",
        "workspace/store/transaction/steps.py",
        "if not repository.is_as_committed(file.name):",
        "if False:",
        "../cli/test_undo.py",
    ),
    Broken(
        "undo in all plans or none",
        "workspace/store/transaction/steps.py",
        "for other in plans[1:]:",
        "for other in plans[:0]:",
        "../cli/test_undo.py",
    ),
    Broken(
        "one commit of what changed together",
        "workspace/store/transaction/transaction.py",
        "done = {one.file: one for one in commit_changes(practice, put)}",
        "done = {one.file: new for one in put for new in commit_changes(practice, [one])}",
        "../cli/test_undo.py",
    ),
    Broken(
        "a move arrives",
        "workspace/operations/move.py",
        'return [append_edit(plan, "sessions", entry)]',
        "return []",
        "../cli/test_move.py",
    ),
    Broken(
        "forgotten is gone",
        "workspace/store/forgetting.py",
        "            (root / name).unlink()",
        "            (root / name).stat()",
        "../cli/test_forget.py",
    ),
    Broken(
        "a backup is compared",
        "workspace/operations/backup.py",
        "tuple(name for name in both if record[name] != restored[name]),",
        "(),",
        "../cli/test_backup.py",
    ),
]


@pytest.fixture
def copy(tmp_path):
    """The tree, without what is not needed to run its tests."""
    for name in ("goalctl", "tests"):
        shutil.copytree(TREE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    shutil.copy(TREE / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.promise)
def test_each_promise_stands_in_one_line(broken):
    assert (TREE / "goalctl" / broken.module).read_text(encoding="utf-8").count(broken.line) == 1


@pytest.mark.torture
@pytest.mark.skipif(sys.platform != "linux", reason="needs strace and fork")
@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.promise)
def test_a_promise_that_is_not_kept_is_noticed(copy, broken):
    module = copy / "goalctl" / broken.module
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace(broken.line, broken.instead), encoding="utf-8")
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"tests/faults/{broken.tests}"]
    done = subprocess.run(words, cwd=copy, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1, done.stdout
