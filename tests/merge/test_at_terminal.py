"""`sync` at a terminal: what a clone's first command offers, what is asked about a clash, forty sessions."""

import random

import pytest

from goalctl.documents.read import read_data
from tests.merge.clinic import git

terminal = pytest.importorskip("tests.cli.terminal")
ASKED = "Which is to stand?"
EDITOR = """#!/bin/sh
sed -i -e '/^<<<<<<</d' -e '/^=======/,/^>>>>>>>/d' -e 's/priority: 4/priority: 5/' "$1"
"""


def at(clinic, who, *words):
    return terminal.Terminal(clinic.folder, "-C", clinic.place(who), *words, today="2026-03-02")


def lines_of(shown):
    return " ".join(shown.split())


def both_set(clinic, what="priority", values=("3", "4")):
    for who, value in zip(("anna", "bert"), values, strict=True):
        clinic.call(who, "set", "c-ab1", "g1", f"{what}={value}", "--because", "talked")
    clinic.sync("anna")


@pytest.mark.parametrize(("key", "is_set"), [("y\n", True), ("n\n", False)], ids=["yes", "no"])
def test_a_clone_s_first_command_offers_to_merge_by_meaning_and_asks_once(clinic, key, is_set):
    git(clinic.place("bert"), "config", "--remove-section", "merge.goalctl")
    screen = at(clinic, "bert", "due")
    screen.answer("[Y/n]", key)
    screen.end()
    driver = git(clinic.place("bert"), "config", "merge.goalctl.driver", status=None)
    assert ("merge-plan %O %A %B %P" in driver) == is_set
    again = at(clinic, "bert", "due")
    again.end()
    assert "merge by meaning" not in lines_of(again.shown)


def test_into_a_pipe_nothing_is_offered_and_doctor_tells(clinic):
    git(clinic.place("bert"), "config", "--remove-section", "merge.goalctl")
    assert "merge" not in clinic.call("bert", "due").err
    assert "merges plans line by line" in lines_of(clinic.call("bert", "doctor", status=1).out)


@pytest.mark.parametrize(
    ("key", "priority"), [("\n", "4"), ("m\n", "4"), ("t\n", "3")], ids=["Enter", "mine", "theirs"]
)
def test_a_clash_is_two_sentences_and_a_question(clinic, key, priority):
    both_set(clinic)
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, key)
    assert screen.end() == 0
    told = lines_of(screen.shown)
    assert "both sides changed the priority of g1. Here: 4; there: 3." in told
    assert read_data(clinic.plan("bert"))[0]["goals"][0]["priority"] == priority


def test_an_editor_gets_both_and_what_it_leaves_stands_with_the_line_ends_of_the_plan(clinic, monkeypatch):
    path = clinic.place("anna") / "plans" / "c-ab1.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    clinic.sync("anna")
    clinic.sync("bert")
    both_set(clinic)
    editor = clinic.folder / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, "e\n")
    assert screen.end() == 0
    assert read_data(clinic.plan("bert"))[0]["goals"][0]["priority"] == "5"
    written = (clinic.place("bert") / "plans" / "c-ab1.yaml").read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n")


def with_editor(clinic, monkeypatch, script):
    editor = clinic.folder / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)


def kept(clinic, who):
    """What was rescued there: by name."""
    folder = clinic.place(who) / ".goalctl" / "rescued"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} if folder.exists() else {}


HALF = """sed -i -e '/^<<<<<<</d' -e 's/priority: 4/priority: 5/' "$1" """


def test_what_was_written_and_given_up_is_kept_and_named(clinic, monkeypatch):
    both_set(clinic)
    before = clinic.plan("bert")
    with_editor(clinic, monkeypatch, HALF)
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, "e\n")
    screen.answer("This can't stand.", "g\n")
    assert screen.end() == 130
    ((name, text),) = kept(clinic, "bert").items()
    assert name.startswith("c-ab1-")  # so that forget finds it
    assert f"what you wrote is kept in .goalctl/rescued/{name}" in lines_of(screen.shown)
    assert "priority: 5" in text
    assert clinic.plan("bert") == before


def test_what_was_written_is_kept_when_the_exchange_fails_afterwards(clinic, monkeypatch):
    both_set(clinic)
    hook = clinic.hub / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with_editor(clinic, monkeypatch, EDITOR.partition("\n")[2])
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, "e\n")
    assert screen.end() == 3
    ((name, text),) = kept(clinic, "bert").items()
    assert f"what you wrote is kept in .goalctl/rescued/{name}" in lines_of(screen.shown)
    assert "priority: 5" in text


@pytest.mark.parametrize(("script", "number"), [("exit 1", 0), (f"{HALF}; exit 1", 1)], ids=["unchanged", "changed"])
def test_an_editor_that_ends_with_an_error_leaves_what_was_written(clinic, monkeypatch, script, number):
    both_set(clinic)
    with_editor(clinic, monkeypatch, script)
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, "e\n")
    assert screen.end() == 3
    texts = kept(clinic, "bert")
    assert len(texts) == number
    assert all(f".goalctl/rescued/{name}" in lines_of(screen.shown) for name in texts)


def test_ctrl_c_at_the_question_leaves_the_record_as_it_was(clinic):
    both_set(clinic)
    before = clinic.plan("bert")
    screen = at(clinic, "bert", "sync")
    screen.answer(ASKED, "\x03")
    assert screen.end() == 130
    assert clinic.plan("bert") == before


@pytest.mark.torture
def test_forty_sessions_in_two_clones(clinic):
    """Every session is in both clones once; who syncs when is drawn."""
    drawn = random.Random(20261126)  # noqa: S311 - a test
    for number in range(40):
        who = drawn.choice(("anna", "bert"))
        clinic.log(who, f"2026-02-{1 + number % 28:02}")
        if drawn.random() < 0.5:
            screen = at(clinic, drawn.choice(("anna", "bert")), "sync")
            assert screen.end() == 0, screen.shown
    for who in ("anna", "bert", "anna"):
        assert at(clinic, who, "sync").end() == 0
    entries = [entry["id"] for entry in read_data(clinic.plan("anna"))[0]["sessions"]]
    assert clinic.plan("anna") == clinic.plan("bert")
    assert (len(entries), len(set(entries))) == (42, 42)
