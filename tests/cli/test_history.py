"""`commit: true`, `history`, `show --at` and `undo` in real git repositories."""

import pytest
from keyboard import Person

from tests.faults.repositories import begin, git, subjects


@pytest.fixture
def committed(practice):
    return begin(practice)


def test_each_change_is_one_commit_of_that_file_alone_in_clinical_words(goalctl, committed):
    goalctl("log-session", "c-ab1", "g1.1=3", "--form", "phq-9=14", "--note", "He cried about his father.", status=0)
    assert subjects(committed) == ["c-ab1: log session 2026-03-02, 2 scores", "begin"]
    assert git(committed, "show", "--name-only", "--format=").split() == ["plans/c-ab1.yaml"]
    assert "father" not in git(committed, "log", "--format=%B")


def test_a_new_client_is_a_commit_too(goalctl, committed):
    goalctl("add-client", "c-new", "--problem", "Worry", status=0)
    assert subjects(committed)[0] == "c-new: new plan"


def test_other_staged_work_is_left_alone(goalctl, committed):
    (committed / "other.txt").write_text("mine\n", encoding="utf-8")
    git(committed, "add", "other.txt")
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert git(committed, "diff", "--cached", "--name-only").split() == ["other.txt"]


def fails(goalctl, plan_file, reason):
    logged = goalctl("log-session", "c-ab1", "g1.1=3", status=3)
    assert f"saved, but not committed: {reason}" in logged.err
    assert "g1.1: 3" in plan_file.read_text(encoding="utf-8")


def test_a_failing_hook_loses_nothing(goalctl, committed, plan_file):
    hook = committed / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    fails(goalctl, plan_file, "git refused: no commits today")


def test_answers_at_the_terminal_end_with_the_same_sentence(committed, plan_file):
    """It said where the session was logged, and left with 3 without a word of why."""
    (committed / ".git" / "index.lock").touch()
    person = Person(committed, "log-session", "c-ab1")
    person.answers("2026-02-09 no-show", "", "", "y")
    assert person.leaves() == 3
    assert person.screen.count("saved, but not committed: another git is at work here") == 1
    assert "kind: no-show" in plan_file.read_text(encoding="utf-8")


def test_a_group_and_a_form_of_ones_own_too(goalctl, committed):
    goalctl("add-client", "c-new", "--problem", "Worry", status=0)
    (committed / ".git" / "index.lock").touch()
    for words in (("log-group", "c-ab1", "c-new", "--note", "x"), ("forms", "new", "own", "--from", "gad-7")):
        assert goalctl(*words, status=3).err.count("saved, but not committed: another git is at work here") == 1


def test_a_detached_head_loses_nothing(goalctl, committed, plan_file):
    git(committed, "checkout", "--quiet", "--detach")
    fails(goalctl, plan_file, "no branch is checked out")


def test_a_merge_in_progress_loses_nothing(goalctl, committed, plan_file):
    (committed / ".git" / "MERGE_HEAD").write_text(git(committed, "rev-parse", "HEAD"), encoding="utf-8")
    fails(goalctl, plan_file, "a merge or rebase is going on")


def test_a_missing_identity_loses_nothing(goalctl, committed, plan_file, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("nobody")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("nowhere")))
    for name in ("user.name", "user.email"):
        git(committed, "config", "--unset", name)
    git(committed, "config", "user.useConfigOnly", "true")
    fails(goalctl, plan_file, "git does not know who you are")


def test_a_folder_without_git_loses_nothing(goalctl, practice, plan_file):
    (practice / "goalctl.yaml").write_text("commit: true\n", encoding="utf-8")
    fails(goalctl, plan_file, "this folder is not in a git repository")


def test_a_repository_s_own_settings_run_nothing(goalctl, committed):
    trap = committed / "trap"
    git(committed, "config", "core.fsmonitor", f"touch {trap}")
    git(committed, "config", "diff.x.textconv", f"touch {trap}")
    (committed / ".gitattributes").write_text("plans/*.yaml diff=x\n", encoding="utf-8")
    goalctl("history", "c-ab1", status=0)
    goalctl("show", "c-ab1", "--at", "HEAD", status=0)
    assert not trap.exists()


def test_history_tells_each_event_once_with_its_reason(goalctl, committed, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace(
        "{deadline: 2026-02-28}", "{deadline: 2026-04-30, extended: [{on: 2026-03-01, from: 2026-02-28, because: flu}]}"
    )
    text = text.replace("target: 9", "target: 8")
    plan_file.write_text(text, encoding="utf-8")
    git(committed, "commit", "--quiet", "--all", "--message", "by hand")
    told = goalctl("--today", "2999-12-31", "history", "c-ab1", "g1", status=0)
    assert told.out.count("deadline 2026-02-28 → 2026-04-30") == 1
    assert "2026-03-01  g1  deadline 2026-02-28 → 2026-04-30  flu" in told.out
    assert "target 9 → 8" in told.out
    assert told.err == "g1 extended 1 time\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("g1", "goal=Walks before work"), "g1  goal Fewer symptoms of depression → Walks before work"),
        (("g1", "specific=Around the park"), "g1  specific "),
        (("g1.1.i1", "what=Behavioural steps"), "g1.1.i1  what Behavioural activation → Behavioural steps"),
        (("plan", "strengths+=humour"), "plan strengths none → humour"),
    ],
    ids=["a goal", "a detail of it", "an intervention", "the plan"],
)
def test_what_the_trail_tells_is_not_told_by_git_once_more(goalctl, committed, words, told):
    before = goalctl("history", "c-ab1", status=0).out.splitlines()
    goalctl("set", "c-ab1", *words, "--because", "her words", status=0)
    git(committed, "add", "--all")
    git(committed, "commit", "--quiet", "--allow-empty", "--message", "set")
    later = goalctl("--today", "2999-12-31", "history", "c-ab1", status=0).out.splitlines()
    assert len(later) == len(before) + 1
    assert told in "\n".join(later)


def test_a_rewording_by_hand_is_told_by_git(goalctl, committed, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("goal: Fewer", "goal: Less"), encoding="utf-8")
    git(committed, "commit", "--quiet", "--all", "--message", "by hand")
    assert goalctl("--today", "2999-12-31", "history", "c-ab1", status=0).out.count("g1  reworded") == 1


def test_on_an_earlier_day_git_tells_nothing_of_later_commits(goalctl, committed, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("target: 9", "target: 8"), encoding="utf-8")
    git(committed, "commit", "--quiet", "--all", "--message", "by hand")
    assert "target 9 → 8" not in goalctl("history", "c-ab1", "g1", status=0).out


@pytest.mark.usefixtures("committed")
def test_a_plan_is_shown_as_it_was(goalctl):
    goalctl("log-session", "c-ab1", "g1.1=3", "--note", "Walked thrice.", status=0)
    assert "Walked thrice." in goalctl("show", "c-ab1").out
    assert "Walked thrice." not in goalctl("show", "c-ab1", "--at", "HEAD~1", status=0).out


@pytest.mark.parametrize("moment", ["nonsense", "--output=x", "2001-01-01", "HEAD~99"])
def test_a_moment_that_git_does_not_know_is_told(goalctl, committed, moment):
    refused = goalctl("show", "c-ab1", f"--at={moment}", status=3)
    assert refused.err.startswith("goalctl: ")
    assert not (committed / "x").exists()


def test_undo_takes_back_the_last_change_as_a_new_commit(goalctl, committed, plan_file):
    before = plan_file.read_bytes()
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert goalctl("undo", "c-ab1", status=0).err.startswith("c-ab1: took back: log session 2026-03-02, 1 score\n")
    assert plan_file.read_bytes() == before
    assert subjects(committed)[0] == "c-ab1: undo log session 2026-03-02, 1 score"


@pytest.mark.usefixtures("committed")
def test_undo_refuses_what_goalctl_did_not_do(goalctl, plan_file):
    assert "no change of goalctl's" in goalctl("undo", "c-ab1", status=3).err
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert "changes that are not committed" in goalctl("undo", "c-ab1", status=3).err
    assert plan_file.read_text(encoding="utf-8").endswith("# mine\n")


def test_init_with_git_begins_a_repository(goalctl, tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\nname = MK\nemail = mk@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    goalctl("init", home / "practice", "--git", status=0)
    assert subjects(home / "practice") == ["new workspace"]
    assert "commit: true" in (home / "practice" / "goalctl.yaml").read_text(encoding="utf-8")
    monkeypatch.chdir(home / "practice")
    goalctl("add-client", "c-1", status=0)
    assert subjects(home / "practice")[0] == "c-1: new plan"


def test_one_logged_session_is_one_hunk_without_a_deleted_line(goalctl, committed, plan_file):
    goalctl("log-session", "c-ab1", "g1.1=3", "--note", "Walked: thrice # really", status=0)
    diff = git(committed, "diff", "HEAD~1", "--", str(plan_file.relative_to(committed)))
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    assert sum(line.startswith("@@") for line in lines) == 1
    assert not [line for line in lines if line.startswith("-")]


def test_what_was_edited_by_hand_is_a_commit_of_its_own_and_survives_undo(goalctl, committed, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "functioning: written by hand\n", encoding="utf-8")
    by_hand = plan_file.read_bytes()
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert subjects(committed)[:2] == ["c-ab1: log session 2026-03-02, 1 score", "c-ab1: edited by hand"]
    goalctl("undo", "c-ab1", status=0)
    assert plan_file.read_bytes() == by_hand


def test_history_is_asked_for_by_the_id_of_homework_or_an_entry(goalctl):
    assert goalctl("history", "c-ab1", "h1", status=0).out == (
        "day         id  what happened  why  by\n2026-01-12  h1  given\n2026-02-02  h1  done: yes\n"
    )
    assert "log session 2026-02-02, 1 score" in goalctl("history", "c-ab1", "def456", status=0).out


def test_history_of_an_unknown_id_is_refused_with_what_can_be_named(goalctl):
    done = goalctl("history", "c-ab1", "g9", status=2)
    assert "known here: g1, g1.1; or the id of an entry, homework, review or change" in done.err
