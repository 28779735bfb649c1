"""`undo` walks back step by step and `redo` forward; never over a person's or a colleague's work."""

import pytest

from tests.faults.repositories import begin, git, subjects

STEPS = ("one", "two", "three")


@pytest.fixture
def committed(practice):
    return begin(practice)


@pytest.fixture
def states(goalctl, committed):
    """The plan's text before three notes, and after each of them."""
    plan_file = committed / "plans" / "c-ab1.yaml"
    texts = [plan_file.read_bytes()]
    for note in STEPS:
        goalctl("log-session", "c-ab1", "--note", note, status=0)
        texts.append(plan_file.read_bytes())
    return texts


def test_each_undo_takes_back_one_step_more(goalctl, plan_file, states):
    for before in reversed(states[:-1]):
        goalctl("undo", "c-ab1", status=0)
        assert plan_file.read_bytes() == before
    assert "made by hand" in goalctl("undo", "c-ab1", status=3).err


def test_redo_goes_forward_again_to_the_last_step(goalctl, committed, plan_file, states):
    for _ in STEPS:
        goalctl("undo", "c-ab1", status=0)
    for after in states[1:]:
        goalctl("redo", "c-ab1", status=0)
        assert plan_file.read_bytes() == after
    assert "nothing of c-ab1 was taken back" in goalctl("redo", "c-ab1", status=3).err
    assert len(subjects(committed)) == 1 + 3 * len(STEPS)


def test_back_and_forth_and_back(goalctl, plan_file, states):
    for word, state in (("undo", 2), ("undo", 1), ("redo", 2), ("undo", 1), ("undo", 0), ("redo", 1)):
        goalctl(word, "c-ab1", status=0)
        assert plan_file.read_bytes() == states[state]


@pytest.mark.usefixtures("states")
def test_it_is_told_in_clinical_words(goalctl):
    assert goalctl("undo", "c-ab1", status=0).err.startswith("c-ab1: took back: log session 2026-03-02\n")
    assert goalctl("redo", "c-ab1", status=0).err == "c-ab1: done once more: log session 2026-03-02\n"


@pytest.mark.usefixtures("states")
def test_after_something_new_there_is_nothing_to_do_once_more(goalctl):
    goalctl("undo", "c-ab1", status=0)
    goalctl("log-session", "c-ab1", "--note", "four", status=0)
    assert goalctl("redo", "c-ab1").status == 3


def test_a_later_edit_by_hand_is_never_gone_over(goalctl, committed, plan_file, states):
    mine = states[-1] + b"# mine\n"
    plan_file.write_bytes(mine)
    assert "changes that are not committed" in goalctl("undo", "c-ab1", status=3).err
    git(committed, "commit", "--quiet", "--all", "--message", "by hand")
    assert "made by hand" in goalctl("undo", "c-ab1", status=3).err
    assert plan_file.read_bytes() == mine


def test_a_colleague_s_step_is_theirs(goalctl, committed, plan_file, states):
    git(committed, "config", "user.email", "lee@example.org")
    refused = goalctl("undo", "c-ab1", status=3).err
    assert "another person's (log session 2026-03-02); nothing was taken back" in refused
    assert plan_file.read_bytes() == states[-1]


def test_a_note_edited_since_is_never_gone_over(goalctl, committed):
    goalctl("log-session", "c-ab1", "--long-note", "--note", "long", status=0)
    (note,) = (committed / "notes" / "c-ab1").iterdir()
    note.write_text("mine\n", encoding="utf-8")
    assert "edited by hand" in goalctl("undo", "c-ab1", status=3).err
    assert note.read_text(encoding="utf-8") == "mine\n"


def test_the_beginning_of_a_plan_is_not_taken_back(goalctl, committed):
    goalctl("add-client", "c-new", "--problem", "Worry", status=0)
    assert goalctl("undo", "c-new", status=3).err == (
        "goalctl: there is nothing before this: with that step c-new begins\n"
        "   hint: to change what it says: goalctl edit c-new; "
        "a plan made by mistake: goalctl forget c-new, which asks first\n"
    )
    goalctl("forget", "c-new", status=2)  # without a reason, and nobody there to be asked
    assert (committed / "plans" / "c-new.yaml").exists()


@pytest.mark.parametrize("line", [["undo", "c-ab1"], ["redo", "c-ab1"], ["sync"]], ids=" ".join)
def test_without_git_it_says_so_and_how_git_is_begun(goalctl, line):
    told = goalctl(*line, status=3).err
    assert "this folder is not in a git repository" in told
    assert "git init makes it one, and `commit: true` in goalctl.yaml then keeps every change as a step" in told
    assert "commit: false" not in told


def test_while_git_is_in_the_middle_of_something_nothing_is_changed(goalctl, committed, states):
    git(committed, "checkout", "--quiet", "--detach")
    assert "nothing was changed: no branch is checked out" in goalctl("undo", "c-ab1", status=3).err
    assert (committed / "plans" / "c-ab1.yaml").read_bytes() == states[-1]


@pytest.fixture
def together(goalctl, committed):
    """Two plans that one command changed, and how both read before and after it."""
    goalctl("add-client", "c-cd2", "--problem", "Worry", status=0)
    plans = [committed / "plans" / f"{client}.yaml" for client in ("c-ab1", "c-cd2")]
    before = [plan.read_bytes() for plan in plans]
    goalctl("log-group", "c-ab1", "c-cd2", "--note", "together", status=0)
    return plans, before, [plan.read_bytes() for plan in plans]


def test_what_one_command_changed_in_several_plans_is_one_step_back_and_forth(goalctl, committed, together):
    plans, before, after = together
    assert subjects(committed)[0] == "c-ab1, c-cd2: log group 2026-03-02"
    told = goalctl("undo", "c-cd2", status=0).err
    assert told.startswith("c-cd2: took back: log group 2026-03-02 (in c-ab1, c-cd2)\n")
    assert [plan.read_bytes() for plan in plans] == before
    goalctl("redo", "c-ab1", status=0)
    assert [plan.read_bytes() for plan in plans] == after
    assert git(committed, "status", "--porcelain") == ""


def test_a_move_is_taken_back_from_both_plans(goalctl, together):
    plans, _, _ = together
    goalctl("log-session", "c-ab1", "--note", "meant for c-cd2", status=0)
    after = [plan.read_bytes() for plan in plans]
    goalctl("move", "c-ab1", "last", "--to", "c-cd2", "--because", "wrong plan", status=0)
    goalctl("undo", "c-ab1", status=0)
    assert [plan.read_bytes() for plan in plans] == after


def test_a_step_of_several_plans_is_not_taken_back_over_a_later_one_of_any(goalctl, together):
    plans, _, _ = together
    goalctl("log-session", "c-cd2", "--note", "later", status=0)
    now = [plan.read_bytes() for plan in plans]
    assert "changed c-cd2 too, which was changed again since" in goalctl("undo", "c-ab1", status=3).err
    assert [plan.read_bytes() for plan in plans] == now


def test_after_a_hook_that_tidies_what_is_committed_git_has_nothing_left_over(goalctl, committed, plan_file):
    """Git's list held the former text: `undo` refused for ever, and the next plain commit took the tidying back."""
    before = plan_file.read_bytes()
    hook = committed / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\nfor f in plans/*.yaml; do echo "# tidy" >> $f; git add $f; done\n', encoding="utf-8")
    hook.chmod(0o755)
    goalctl("log-session", "c-ab1", "--note", "one", status=0)
    assert plan_file.read_bytes().endswith(b"# tidy\n")
    assert git(committed, "status", "--porcelain", "--", "plans") == ""
    hook.unlink()
    goalctl("undo", "c-ab1", status=0)
    assert plan_file.read_bytes() == before
