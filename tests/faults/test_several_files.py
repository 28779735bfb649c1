"""Several plans saved as one: what a kill leaves undone the next write finishes, and it touches nothing else."""

from __future__ import annotations

import signal

import pytest

from goalctl.documents.change import AppendItem
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction import journal
from goalctl.workspace.store.transaction.draft import draft_of
from goalctl.workspace.store.transaction.transaction import change_plans, writing

ENTRY = {"id": "zzz999", "date": "2026-03-02", "note": "both of them"}
UNFINISHED = "a write of several plans is unfinished; the next goalctl command that writes here finishes it\n"


@pytest.fixture
def second(practice, plan_file):
    """The file of a second client."""
    other = practice / "plans" / "c-cd2.yaml"
    other.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-cd2"), encoding="utf-8")
    return other


@pytest.fixture
def broken_off(second):
    """Two plans were to be changed; everything is prepared, and so many of them are put when the power fails."""
    practice = second.parent.parent

    def stop_after(number):
        drafts = [
            draft_of(practice_at(practice), file, lambda _: [AppendItem(("sessions",), ENTRY)])
            for file in scan(practice).files
        ]
        with writing(practice_at(practice)):
            wanted = [journal.Wanted(draft.changed.file.name, draft.before, draft.after) for draft in drafts]
            steps = journal.begin(practice, wanted)
            journal.finish(practice, steps[:number])

    return stop_after


@pytest.fixture
def told_by_next_write(practice):
    def write():
        told = []
        with writing(practice_at(practice, account=Account(told.append))):
            return told

    return write


def holders(practice):
    return [path.name for path in sorted(practice.glob("plans/*.yaml")) if "both of them" in path.read_text("utf-8")]


def strays(practice):
    return [path.name for path in practice.rglob("*") if path.name.endswith(".tmp") or path.name == "unfinished.json"]


@pytest.mark.parametrize("number", [0, 1, 2], ids=["none put", "one put", "all put"])
def test_what_was_broken_off_is_finished_by_the_next_write(practice, broken_off, told_by_next_write, number):
    broken_off(number)
    names = ["plans/c-ab1.yaml", "plans/c-cd2.yaml"][number:]
    told = told_by_next_write()
    assert told == ([f"finished what was broken off earlier: {', '.join(names)}"] if names else [])
    assert holders(practice) == ["c-ab1.yaml", "c-cd2.yaml"]
    assert strays(practice) == []
    assert told_by_next_write() == []


def test_readers_finish_nothing_and_say_so(practice, broken_off, goalctl):
    broken_off(1)
    outcome = goalctl("show", "c-ab1", status=0)
    assert UNFINISHED in outcome.err
    assert holders(practice) == ["c-ab1.yaml"]
    goalctl("log-session", "c-ab1", "--note", "x", status=0)
    assert UNFINISHED not in goalctl("show", "c-ab1", status=0).err


def test_a_file_that_was_changed_since_is_left_and_the_other_text_kept(
    practice, second, broken_off, told_by_next_write
):
    broken_off(1)
    second.write_text(second.read_text(encoding="utf-8").replace("Low mood", "By hand"), encoding="utf-8")
    (told,) = told_by_next_write()
    assert told.startswith("plans/c-cd2.yaml was changed since a broken-off write, and is left as it is")
    assert "both of them" in (practice / told.rpartition(" ")[2]).read_text(encoding="utf-8")
    assert "By hand" in second.read_text(encoding="utf-8")
    assert strays(practice) == []


def test_a_file_that_was_deleted_since_is_not_brought_back(second, broken_off, told_by_next_write):
    broken_off(1)
    second.unlink()
    (told,) = told_by_next_write()
    assert "is left as it is" in told
    assert not second.exists()


def test_a_manifest_that_says_nothing_any_more_is_forgotten(practice, broken_off, told_by_next_write):
    broken_off(1)
    for stray in practice.glob("plans/.*.tmp"):
        stray.unlink()
    assert told_by_next_write() == []
    assert strays(practice) == []


@pytest.fixture
def wanted(practice, second):
    """A change of both plans, the second of which an editor saves before any of them is put."""
    did = []

    def changes(_):
        if not did:
            text = second.read_text(encoding="utf-8")
            did.append(second.write_text(text.replace("Low mood", "By hand"), encoding="utf-8"))
        return [AppendItem(("sessions",), ENTRY)]

    files = scan(practice).files
    return [(files[1], changes), (files[0], changes)]


class Stopping(Account):
    """Somebody presses Ctrl-C as a plan is in place."""

    def note(self, name):
        super().note(name)
        signal.raise_signal(signal.SIGINT)


def test_a_stop_between_the_others_and_that_one_comes_when_all_are_saved(practice, second, wanted):
    account = Stopping()
    with pytest.raises(KeyboardInterrupt):
        change_plans(practice_at(practice, account=account), wanted)
    assert holders(practice) == ["c-ab1.yaml", "c-cd2.yaml"]
    assert account.words == "plans/c-ab1.yaml, plans/c-cd2.yaml were saved"
    assert "By hand" in second.read_text(encoding="utf-8")


def test_one_that_an_editor_saved_meanwhile_gets_its_change_on_that(practice, second, wanted):
    changed = change_plans(practice_at(practice), wanted)
    assert [one.file.client for one in changed] == ["c-cd2", "c-ab1"]
    assert holders(practice) == ["c-ab1.yaml", "c-cd2.yaml"]
    assert "By hand" in second.read_text(encoding="utf-8")
