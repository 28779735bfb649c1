"""The last moment: somebody saves between goalctl's last look and its replace, and what is displaced is put back."""

from __future__ import annotations

import shutil
import sys
import time

import pytest
from disks import mounted

from goalctl.documents.replace import stage
from tests.forks import Forked

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs strace"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
LOG = ["--no-input", "log-session", "c-ab1", "--note", "typed in"]
MOMENT = 1_000_000  # microseconds
BY_HAND = ("Low mood", "Low mood, BY HAND")


@pytest.fixture
def log_and_meanwhile(practice, plan_file, tree_on_path):
    """Log a session that waits for a moment at a call, and in that moment do something with the plan's file."""

    def log(injected, meanwhile):
        options = ["-o", str(practice / "trace"), "--trace=renameat2,rename,link", *injected]
        running = Forked(LOG, practice, tree_on_path, strace=options)
        until = time.monotonic() + 60
        while not list(plan_file.parent.glob(".*.tmp")) and time.monotonic() < until:
            time.sleep(0.005)
        meanwhile(plan_file)
        running.communicate()
        return running.returncode, plan_file.read_text(encoding="utf-8")

    return log


def save_beside(plan_file):
    """As most editors save: a new file takes the old one's name."""
    beside = plan_file.with_name("swap")
    beside.write_text(plan_file.read_text(encoding="utf-8").replace(*BY_HAND), encoding="utf-8")
    beside.replace(plan_file)


def save_in_place(plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace(*BY_HAND), encoding="utf-8")


@pytest.mark.parametrize("save", [save_beside, save_in_place])
def test_what_is_saved_in_the_last_moment_is_put_back_and_the_change_made_on_it(plan_file, log_and_meanwhile, save):
    status, text = log_and_meanwhile([f"--inject=renameat2:delay_enter={MOMENT}:when=1"], save)
    assert status == 0
    assert "BY HAND" in text
    assert text.count("typed in") == 1
    assert list(plan_file.parent.glob(".*")) == []


def test_a_disk_that_cannot_exchange_keeps_what_is_displaced_by_a_link(plan_file, log_and_meanwhile):
    injected = ["--inject=renameat2:error=ENOSYS", f"--inject=rename:delay_enter={MOMENT}:when=1"]
    status, text = log_and_meanwhile(injected, save_in_place)
    assert status == 0
    assert "BY HAND" in text
    assert text.count("typed in") == 1
    assert list(plan_file.parent.glob(".*")) == []


def test_what_a_kill_left_between_the_exchange_and_putting_back_is_rescued_by_the_next_write(
    practice, plan_file, tree_on_path
):
    theirs = plan_file.read_bytes().replace(b"Low mood", b"Low mood, BY HAND")
    staged = stage(plan_file, b"ours", root=practice, before=plan_file.read_bytes())
    staged.write_bytes(theirs)  # as an exchange leaves it
    told = Forked(LOG, practice, tree_on_path).communicate()[1]
    assert "what somebody saved while goalctl was killed is kept: .goalctl/rescued/c-ab1.yaml-" in told
    (kept,) = (practice / ".goalctl" / "rescued").iterdir()
    assert kept.read_bytes() == theirs
    assert list(plan_file.parent.glob(".*")) == []


def test_where_the_folder_of_what_is_kept_is_another_disk_it_is_copied_there(practice, plan_file, tree_on_path):
    theirs = plan_file.read_bytes().replace(b"Low mood", b"Low mood, BY HAND")
    stage(plan_file, b"ours", root=practice, before=plan_file.read_bytes()).write_bytes(theirs)
    with mounted(practice / ".goalctl", "-t", "tmpfs", "-o", "size=256k", "tmpfs") as own:
        logged = Forked(LOG, practice, tree_on_path)
        assert "is kept: .goalctl/rescued/c-ab1.yaml-" in logged.communicate()[1]
        assert logged.returncode == 0
        (kept,) = (own / "rescued").iterdir()
        assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (theirs, 0o600)
    assert list(plan_file.parent.glob(".*")) == []
