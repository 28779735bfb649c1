"""`sync` over a bare repository on disk and over git's daemon: what comes in, what clashes, what is in the way."""

import shutil
import socket
import subprocess
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.merge.clinic import git


def state_of(clinic, who):
    """What must not change where nothing could be exchanged."""
    place = clinic.place(who)
    return clinic.plan(who), git(place, "rev-parse", "HEAD^{tree}"), git(place, "status", "--porcelain")


def test_what_both_did_is_in_both_clones_and_told_in_clinical_words_risk_first(clinic):
    clinic.log("anna", "2026-02-16")
    clinic.log("bert", "2026-02-17")
    clinic.call("bert", "extend", "c-ab1", "g1.1", "2026-04-01", "--because", "flu")
    clinic.call("bert", "log", "c-ab1", "--form", "phq-9=222222223", "--date", "2026-02-18", "--by", "bert")
    assert "1 change of yours went out" in clinic.sync("anna").err
    clinic.sync("bert")
    told = clinic.sync("anna").out.splitlines()
    assert told[0].startswith("!! c-ab1: suicide: phq-9 q9 endorsed (3) on 2026-02-18")
    assert told[1] == "c-ab1: 2 sessions by bert; g1.1 deadline 2026-03-10 → 2026-04-01"
    assert clinic.plan("anna") == clinic.plan("bert")
    assert clinic.plan("anna").count("date: 2026-02-1") == 3
    assert git(clinic.place("anna"), "status", "--porcelain") == ""


def test_what_came_in_beside_what_is_here_was_never_taken_out(clinic):
    for who, day in (("anna", "2026-02-16"), ("bert", "2026-02-17")):
        clinic.log(who, day)
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    told = [clinic.call(who, "history", "c-ab1").out for who in ("anna", "bert")]
    assert told[0] == told[1]
    assert "taken out" not in told[0]
    assert [told[0].count(f"log session 2026-02-{day}") for day in (16, 17)] == [1, 1]


def test_one_table_that_both_took_in_stands_once_and_two_entries_of_a_day_stay_two(clinic):
    clinic.call("anna", "set", "c-ab1", "g1", "priority=3", "--because", "talked")
    clinic.sync("anna")
    clinic.sync("bert")
    table = "client,id,date,score,entry\nc-ab1,g1.1,2026-02-16,2,a\nc-ab1,g1.1,2026-02-16,2,b\n"
    for who in ("anna", "bert"):
        (clinic.place(who) / "scores.csv").write_text(f"{table}c-ab1,phq-9,2026-02-18,7,\n")
        clinic.call(who, "import", clinic.place(who) / "scores.csv", "--write")
        (clinic.place(who) / "scores.csv").unlink()
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    text = clinic.plan("anna")
    assert text == clinic.plan("bert")
    assert [text.count(f"date: 2026-02-{day}") for day in (16, 18)] == [2, 1]
    assert "C114" not in clinic.call("anna", "check", "c-ab1", "--select", "C114").out
    assert "not kept" not in clinic.call("bert", "check", "c-ab1", "--against", "HEAD~1", "--select", "E").out


def test_with_nobody_to_ask_a_clash_stops_it_and_the_record_is_as_it_was(clinic):
    for who, priority in (("anna", 3), ("bert", 4)):
        clinic.call(who, "set", "c-ab1", "g1", f"priority={priority}", "--because", "talked")
    clinic.sync("anna")
    before = state_of(clinic, "bert")
    done = clinic.sync("bert", status=1)
    assert "both sides changed the priority of g1." in done.err
    assert "--take mine" in done.err
    assert state_of(clinic, "bert") == before


@pytest.mark.parametrize(("side", "priority"), [("mine", 4), ("theirs", 3)])
def test_a_side_can_be_named_for_every_clash(clinic, side, priority):
    for who, given in (("anna", 3), ("bert", 4)):
        clinic.call(who, "set", "c-ab1", "g1", f"priority={given}", "--because", "talked")
    clinic.sync("anna")
    clinic.sync("bert", "--take", side)
    assert f"\n    priority: {priority}\n" in clinic.plan("bert")
    assert "<<<<" not in clinic.plan("bert")


def test_two_goals_with_one_id_become_two_and_nothing_of_either_is_lost(clinic):
    for who, words in (("anna", "Sleeps through"), ("bert", "Works again")):
        clinic.call(who, "add-goal", "c-ab1", words, "--by", "rating", "--baseline", "2", "--target", "7")
        clinic.call(who, "log", "c-ab1", f"g2={len(who)}", "--date", "2026-02-20", "--by", who)
        clinic.sync(who, *(["--take", "theirs"] if who == "bert" else []))
    clinic.sync("anna")
    plan = clinic.plan("anna")
    assert plan == clinic.plan("bert")
    assert "- id: g2\n    goal: Sleeps through" in plan
    assert "- id: g3\n    goal: Works again" in plan
    assert ("scores: {g2: 4}" in plan, "scores: {g3: 4}" in plan) == (True, True)
    assert "what: id\n    from: g2\n    to: g3" in plan


def broken_by_hand(clinic, who):
    """Committed, as a hand might do it."""
    file = clinic.place(who) / "plans" / "c-ab1.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("scores: {g1.1: 1}", "scores: {g1.1: 1"), encoding="utf-8")
    git(clinic.place(who), "commit", "--quiet", "--all", "--message", "slip")


def uncommitted(clinic, who):
    """Something written where goalctl is told not to commit."""
    settings = clinic.place(who) / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("commit: true", "commit: false"), encoding="utf-8")
    git(clinic.place(who), "commit", "--quiet", "--all", "--message", "by hand")
    clinic.log(who, "2026-02-18")


IN_THE_WAY = {
    "no other place": (lambda clinic: git(clinic.place("anna"), "remote", "remove", "origin"), "git remote add origin"),
    "nothing there": (lambda clinic: shutil.rmtree(clinic.hub), "git remote set-url origin"),
    "no network": (
        lambda clinic: git(clinic.place("anna"), "remote", "set-url", "origin", "git://localhost:1/hub.git"),
        "go on working and run goalctl sync when you are online",
    ),
    "history rewritten": (
        lambda clinic: (
            git(clinic.place("bert"), "commit", "--quiet", "--amend", "--message", "another past"),
            git(clinic.place("bert"), "push", "--quiet", "--force"),
        ),
        "ask whoever did it, and do not push before that",
    ),
    "a rule refuses it": (
        lambda clinic: _hook(clinic, "echo 'GH006: protected branch' >&2; exit 1"),
        "ask whoever looks after it to let you push",
    ),
    "a rule of the house": (
        lambda clinic: _hook(clinic, "echo 'nothing on Fridays' >&2; exit 1"),
        "a rule there refuses them (it says: nothing on Fridays)",
    ),
    "an old state is looked at": (
        lambda clinic: git(clinic.place("anna"), "checkout", "--quiet", "--detach"),
        "your record is as it was; go back with git switch -\n",
    ),
    "a rebase is going on": (
        lambda clinic: (clinic.place("anna") / ".git" / "rebase-merge").mkdir(),
        "your record is as it was; finish it with git rebase --continue, or give it up with git rebase --abort\n",
    ),
    "a plan that a slip broke": (
        lambda clinic: broken_by_hand(clinic, "anna"),
        "your plans/c-ab1.yaml can't be read: line 35: ",
    ),
    "goalctl does not commit": (
        lambda clinic: uncommitted(clinic, "anna"),
        "plans/c-ab1.yaml is not committed\n   hint: git commit, or commit: true in goalctl.yaml, then again\n",
    ),
    "a merge is going on": (
        lambda clinic: (clinic.place("anna") / ".git" / "MERGE_HEAD").write_text(
            git(clinic.place("anna"), "rev-parse", "HEAD") + "\n", encoding="utf-8"
        ),
        "git merge --abort",
    ),
}


def _hook(clinic, line):
    hook = clinic.hub / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    hook.chmod(0o755)


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_whatever_is_in_the_way_the_record_stays_and_the_sentence_says_what_to_do(clinic, what):
    break_it, way_out = IN_THE_WAY[what]
    clinic.log("anna", "2026-02-16")
    break_it(clinic)
    before = state_of(clinic, "anna")
    done = clinic.sync("anna", status=3)
    assert way_out in done.err
    assert state_of(clinic, "anna") == before


class LetsNobodyIn(BaseHTTPRequestHandler):
    """A server that wants another password, whatever it is given."""

    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=clinic")
        self.end_headers()

    def log_message(self, *_):
        """Nothing on the tests' own terminal."""


def test_wrong_credentials_are_told(clinic):
    server = HTTPServer(("127.0.0.1", 0), LetsNobodyIn)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://anna:wrong@127.0.0.1:{server.server_port}/hub.git"
        git(clinic.place("anna"), "remote", "set-url", "origin", address)
        before = state_of(clinic, "anna")
        done = clinic.sync("anna", status=3)
    finally:
        server.shutdown()
        server.server_close()
    assert "does not let you in: the name, password or key is wrong" in done.err
    assert "wrong@" not in done.err
    assert state_of(clinic, "anna") == before


def test_somebody_who_is_quicker_is_waited_for(clinic):
    """Between fetch and push another clinician's work arrives: the hook puts it there, once."""
    clinic.log("bert", "2026-02-17")
    clinic.log("anna", "2026-02-16")
    bert, once = clinic.place("bert"), clinic.folder / "once"
    push = f"unset GIT_DIR GIT_INDEX_FILE; cd {bert} && git push --quiet origin HEAD"
    hook = clinic.place("anna") / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntest -e {once} && exit 0\ntouch {once}\n{push}\n", encoding="utf-8")
    hook.chmod(0o755)
    assert "c-ab1: 1 session by bert" in clinic.sync("anna").out
    assert once.exists()
    clinic.sync("bert")
    assert clinic.plan("anna") == clinic.plan("bert")


def test_over_gits_own_daemon(clinic):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--reuseaddr", "--export-all", "--enable=receive-pack", "--listen=127.0.0.1", f"--port={port}"]
    daemon = subprocess.Popen(["git", "daemon", *words, f"--base-path={clinic.folder}", str(clinic.folder)])
    try:
        git(clinic.place("anna"), "remote", "set-url", "origin", f"git://127.0.0.1:{port}/hub.git")
        clinic.log("anna", "2026-02-16")
        for _ in range(50):
            if clinic.sync("anna", status=None).status == 0:
                break
            time.sleep(0.1)
    finally:
        daemon.terminate()
        daemon.wait()
    clinic.sync("bert")
    assert clinic.plan("anna") == clinic.plan("bert")


def test_notes_settings_and_own_forms_come_along_and_a_moved_plan_moves(clinic):
    bert, anna = clinic.place("bert"), clinic.place("anna")
    (bert / "plans" / "2026").mkdir()
    git(bert, "mv", "plans/c-ab1.yaml", "plans/2026/c-ab1.yaml")
    (bert / "notes").mkdir()
    (bert / "notes" / "a.md").write_text("long\n", encoding="utf-8")
    settings = bert / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "paper: letter\n", encoding="utf-8")
    with (anna / "goalctl.yaml").open("a", encoding="utf-8") as file:
        file.write("small_cells: 5\n")
    clinic.log("anna", "2026-02-16")
    clinic.sync("anna")
    clinic.sync("bert")
    clinic.sync("anna")
    assert "date: 2026-02-16" in (anna / "plans" / "2026" / "c-ab1.yaml").read_text(encoding="utf-8")
    assert not (anna / "plans" / "c-ab1.yaml").exists()
    assert (anna / "notes" / "a.md").read_text(encoding="utf-8") == "long\n"
    assert [
        (anna / "goalctl.yaml").read_text(encoding="utf-8").count(one) for one in ("paper: letter", "cells: 5")
    ] == [1, 1]


def test_nothing_of_git_must_be_known_before_the_first_exchange(goalctl, tmp_path):
    goalctl("init", tmp_path / "alone", status=0)
    done = goalctl("-C", tmp_path / "alone", "sync", status=3)
    assert "git" in done.err


@pytest.mark.parametrize("is_known", [False, True], ids=["that git never had", "changed since"])
def test_a_file_beside_the_record_that_git_has_not_is_never_written_over(clinic, is_known):
    anna, bert = clinic.place("anna") / "README.md", clinic.place("bert") / "README.md"
    anna.write_text("Anna's\n", encoding="utf-8")
    git(anna.parent, "add", "README.md")
    git(anna.parent, "commit", "--quiet", "--message", "read me")
    clinic.sync("anna")
    if is_known:
        clinic.sync("bert")
        git(anna.parent, "rm", "--quiet", "README.md")
        git(anna.parent, "commit", "--quiet", "--message", "no more")
        clinic.sync("anna")
    bert.write_text("Bert's own\n", encoding="utf-8")
    assert "README.md is changed here and there" in clinic.sync("bert", status=None).err
    assert bert.read_text(encoding="utf-8") == "Bert's own\n"


def test_of_two_plans_of_one_client_in_two_folders_both_come_in_and_none_goes(clinic):
    plans = clinic.place("anna") / "plans"
    (plans / "old").mkdir()
    shutil.copy(plans / "c-ab1.yaml", plans / "old")
    clinic.sync("anna")
    for _ in range(2):
        clinic.sync("bert")
        assert git(clinic.place("bert"), "status", "--porcelain") == ""
        assert {"plans/c-ab1.yaml", "plans/old/c-ab1.yaml"} <= set(git(clinic.place("bert"), "ls-files").split())


def test_undo_takes_back_what_came_after_a_merge_and_never_a_merge(clinic):
    clinic.log("anna", "2026-02-16")
    clinic.log("bert", "2026-02-17")
    clinic.sync("anna")
    clinic.sync("bert")
    before = clinic.plan("bert")
    assert "merged with yours; nothing was taken back" in clinic.call("bert", "undo", "c-ab1", status=None).err
    clinic.log("bert", "2026-02-18")
    clinic.call("bert", "undo", "c-ab1")
    assert clinic.plan("bert") == before


def test_a_plan_that_a_push_by_hand_left_unreadable_is_told_where_it_comes_in(clinic):
    broken_by_hand(clinic, "bert")
    git(clinic.place("bert"), "push", "--quiet", "origin", "HEAD")
    assert clinic.sync("anna").out == "plans/c-ab1.yaml: it came in and can not be read; goalctl check\n"
    clinic.log("bert", "2026-02-18", status=3)
    assert "nothing new came in" in clinic.sync("bert").err
