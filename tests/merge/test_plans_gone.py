"""Plans that were deleted, moved or given another name: told in words, and nothing goes for everybody unasked."""

import shutil

import pytest

from tests.conftest import PLAN
from tests.merge.clinic import git
from tests.merge.test_at_terminal import at, lines_of

ASKED = "What becomes of it?"


def plan_of(clinic, who, name="c-ab1"):
    return clinic.place(who) / "plans" / f"{name}.yaml"


def files_of(clinic, who):
    listed = git(clinic.place(who), "ls-files", "plans").split()
    return {name for name in listed if name.endswith(".yaml")}


def deleted(clinic):
    """Anna's plan, deleted by hand; Bert has not heard of it."""
    plan_of(clinic, "anna").unlink()
    return clinic


def test_with_nobody_to_ask_a_deleted_plan_is_told_and_nothing_goes_out(clinic):
    before = git(clinic.hub, "rev-parse", "HEAD")
    done = deleted(clinic).sync("anna", status=1)
    assert done.err == (
        "c-ab1: its plan, with 2 entries, was deleted here by hand: plans/c-ab1.yaml\n"
        "goalctl: 1 plan would be deleted for everybody; nothing was exchanged\n"
        "   hint: goalctl sync --deleted back brings them back, --deleted send lets them go\n"
    )
    assert git(clinic.hub, "rev-parse", "HEAD") == before
    assert git(clinic.place("anna"), "status", "--porcelain") == "D plans/c-ab1.yaml"


def test_it_comes_back_as_it_was_if_that_is_wanted(clinic):
    text = clinic.plan("anna")
    assert "back as git has it: c-ab1" in deleted(clinic).sync("anna", "--deleted", "back").err
    assert clinic.plan("anna") == text
    clinic.sync("bert")
    assert clinic.plan("bert") == text


def test_it_goes_for_everybody_if_that_is_wanted_and_they_are_told(clinic):
    deleted(clinic).sync("anna", "--deleted", "send")
    shutil.copytree(clinic.place("bert"), clinic.folder / "carl")
    assert clinic.sync("carl").out == "c-ab1: its plan was taken away there; git still has it\n"
    assert clinic.sync("anna").err.startswith("nothing new came in")
    clinic.log("bert", "2026-02-16")
    assert "c-ab1: taken away there, and changed here: the file." in clinic.sync("bert", status=1).err
    clinic.sync("bert", "--take", "mine")
    assert "date: 2026-02-16" in clinic.plan("bert")
    clinic.sync("anna")
    assert clinic.plan("anna") == clinic.plan("bert")


@pytest.mark.parametrize(
    ("key", "is_there"), [("\n", True), ("b\n", True), ("s\n", False)], ids=["Enter", "back", "send"]
)
def test_at_a_terminal_it_is_asked(clinic, key, is_there):
    screen = at(deleted(clinic), "anna", "sync")
    screen.answer(ASKED, key)
    assert screen.end() == 0
    assert "c-ab1: its plan, with 2 entries, was deleted here by hand" in lines_of(screen.shown)
    clinic.sync("bert")
    assert plan_of(clinic, "bert").exists() == is_there


def test_one_that_was_deleted_in_a_commit_by_hand_is_asked_about_too_and_comes_back(clinic):
    place = clinic.place("anna")
    git(place, "rm", "--quiet", "plans/c-ab1.yaml")
    git(place, "commit", "--quiet", "--message", "away")
    assert "was deleted here by hand" in clinic.sync("anna", status=1).err
    clinic.sync("anna", "--deleted", "back")
    clinic.sync("bert")
    assert clinic.plan("bert") == clinic.plan("anna") == PLAN


def test_with_the_whole_folder_gone_every_plan_is_named(clinic):
    shutil.copy(plan_of(clinic, "anna"), plan_of(clinic, "anna", "c-xy2"))
    clinic.sync("anna")
    shutil.rmtree(clinic.place("anna") / "plans")
    told = clinic.sync("anna", status=1).err
    assert [f"{one}: its plan, with 2 entries" in told for one in ("c-ab1", "c-xy2")] == [True, True]
    assert "2 plans would be deleted for everybody" in told


def test_what_was_forgotten_goes_without_a_question(clinic):
    clinic.call("anna", "forget", "c-ab1", "--because", "entered twice", "--confirm", "c-ab1", status=0)
    assert "1 change of yours went out" in clinic.sync("anna").err
    clinic.sync("bert")
    assert not plan_of(clinic, "bert").exists()


def test_what_the_other_deleted_too_is_no_question(clinic):
    deleted(clinic).sync("anna", "--deleted", "send")
    plan_of(clinic, "bert").unlink()
    clinic.sync("bert")
    assert files_of(clinic, "bert") == set()


def moved(clinic, who, name):
    new = clinic.place(who) / "plans" / f"{name}.yaml"
    new.parent.mkdir(exist_ok=True)
    plan_of(clinic, who).rename(new)
    new.write_text(new.read_text(encoding="utf-8").replace("client: c-ab1", f"client: {new.stem}"), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"), [("2026/c-ab1", "c-ab1: moved to plans/2026/"), ("c-xy2", "c-xy2: c-ab1 until now")]
)
def test_a_plan_with_another_name_is_told_as_moved_and_neither_as_new_nor_as_gone(clinic, name, told):
    moved(clinic, "anna", name)
    clinic.log_of(name, "anna", "2026-02-16")
    clinic.sync("anna")
    assert clinic.sync("bert").out == f"{told}; 1 session by anna\n"
    assert files_of(clinic, "bert") == files_of(clinic, "anna") == {f"plans/{name}.yaml"}


@pytest.mark.parametrize("name", ["2026/c-ab1", "c-xy2"])
@pytest.mark.parametrize("mover", ["anna", "bert"])
def test_what_the_other_did_meanwhile_is_in_the_moved_plan(clinic, name, mover):
    """Anna is the first to sync, whoever moved it."""
    other = "bert" if mover == "anna" else "anna"
    moved(clinic, mover, name)
    clinic.log(other, "2026-02-17")
    clinic.sync("anna")
    clinic.sync("bert")
    clinic.sync("anna")
    assert files_of(clinic, "bert") == files_of(clinic, "anna") == {f"plans/{name}.yaml"}
    texts = {(clinic.place(who) / "plans" / f"{name}.yaml").read_text(encoding="utf-8") for who in ("anna", "bert")}
    assert len(texts) == 1
    assert "date: 2026-02-17" in texts.pop()
    assert clinic.call("bert", "check", "--severity", "error", status=0).out == ""


def test_another_client_of_the_new_name_is_never_written_over(clinic):
    plan_of(clinic, "bert", "c-xy2").write_text(
        PLAN.replace("c-ab1", "c-xy2").replace("abc123", "zzz999"), encoding="utf-8"
    )
    moved(clinic, "anna", "c-xy2")
    clinic.sync("anna")
    done = clinic.sync("bert", status=1)
    assert "c-xy2" in done.err
    assert "zzz999" in plan_of(clinic, "bert", "c-xy2").read_text(encoding="utf-8")


def entry_taken_out(clinic, *, is_committed=False):
    """Anna deletes the second session by hand, with an editor."""
    file = plan_of(clinic, "anna")
    file.write_text(PLAN[: PLAN.index("  - id: def456")], encoding="utf-8")
    if is_committed:
        git(clinic.place("anna"), "commit", "--quiet", "--all", "--message", "by hand")
    return file


@pytest.mark.parametrize("is_committed", [False, True], ids=["in the file", "in a commit by hand"])
def test_an_entry_that_a_hand_took_out_goes_for_everybody_only_if_that_is_meant(clinic, is_committed):
    entry_taken_out(clinic, is_committed=is_committed)
    for words in ((), ("--deleted", "back")):
        done = clinic.sync("anna", *words, status=1)
        assert done.err.startswith("c-ab1: sessions: def456 2026-02-02 is gone; it is in git\n")
        assert "nothing was exchanged" in done.err
    clinic.sync("anna", "--deleted", "send")
    assert clinic.sync("bert").out == "c-ab1: session 2026-02-02 taken out\n"
    assert clinic.sync("anna").err.startswith("nothing new came in")


def test_at_a_terminal_it_is_asked_and_enter_stops(clinic):
    entry_taken_out(clinic)
    for key, status in (("\n", 1), ("s\n", 0)):
        screen = at(clinic, "anna", "sync")
        screen.answer(ASKED, key)
        assert screen.end() == status


def test_what_came_back_and_what_undo_took_back_is_no_question(clinic):
    file = entry_taken_out(clinic, is_committed=True)
    file.write_text(PLAN, encoding="utf-8")
    clinic.sync("anna")
    clinic.log("anna", "2026-02-16")
    clinic.sync("anna")
    clinic.call("anna", "undo", "c-ab1", status=0)
    clinic.sync("anna")
    clinic.sync("bert")
    assert clinic.plan("bert") == clinic.plan("anna")
    assert "2026-02-16" not in clinic.plan("bert")


def forgotten_and_gone_on_with(clinic, *forgets):
    """Anna has a long note with the client; `forgets` forgets both while the other logs a session."""
    clinic.call("anna", "log", "c-ab1", "--date", "2026-02-10", "--long-note", "--note", "at length", status=0)
    clinic.sync("anna")
    clinic.sync("bert")
    for who in ("anna", "bert"):
        if who in forgets:
            clinic.call(who, "forget", "c-ab1", "--because", "moved", "--confirm", "c-ab1", status=0)
        else:
            clinic.log(who, "2026-02-16")
    clinic.sync("anna")
    return clinic


@pytest.mark.parametrize(("forgets", "side", "other"), [("bert", "mine", "theirs"), ("anna", "theirs", "mine")])
def test_an_entry_that_the_other_wrote_meanwhile_never_goes_with_a_plan_that_was_forgotten(
    clinic, forgets, side, other
):
    forgotten_and_gone_on_with(clinic, forgets)
    before = git(clinic.hub, "rev-parse", "HEAD")
    told = clinic.sync("bert", "--take", side, status=1).err
    assert f"{side} would leave out sessions: " in told
    assert " 2026-02-16; your record is as it was\n" in told
    assert f"--take {other} keeps them" in told
    assert git(clinic.hub, "rev-parse", "HEAD") == before
    clinic.sync("bert", "--take", other)
    clinic.sync("anna")
    assert clinic.plan("anna") == clinic.plan("bert")
    assert "date: 2026-02-16" in clinic.plan("anna")
    for who in ("anna", "bert"):
        notes = (clinic.place(who) / "notes" / "c-ab1").glob("*.md")
        assert [note.read_text(encoding="utf-8").endswith("\nat length\n") for note in notes] == [True]


def test_what_both_forgot_is_gone(clinic):
    forgotten_and_gone_on_with(clinic, "anna", "bert")
    clinic.sync("bert")
    assert not plan_of(clinic, "bert").exists()


def with_long_note(clinic):
    """Anna's session with a long note, which Bert has too; the file's name."""
    words = ("log", "c-ab1", "g1.1=2", "--date", "2026-02-20", "--by", "anna", "--long-note", "--note", "-")
    clinic.call("anna", *words, given="Three pages.\n")
    for who in ("anna", "bert"):
        clinic.sync(who)
    (note,) = (clinic.place("bert") / "notes" / "c-ab1").iterdir()
    return f"notes/c-ab1/{note.name}"


@pytest.mark.parametrize("way", ["in a commit", "uncommitted"])
def test_a_long_note_that_was_deleted_by_hand_goes_out_only_if_that_is_meant(clinic, way):
    """Its words stand nowhere else: it went for everybody, and the other was told `taken away`."""
    name = with_long_note(clinic)
    place = clinic.place("bert")
    shutil.rmtree(place / "notes")
    if way == "in a commit":
        git(place, "commit", "--quiet", "--all", "--message", "away")
    told = clinic.sync("bert", status=1).err
    assert told.startswith(f"c-ab1: a long note was deleted here by hand: {name}\n")
    assert "goalctl: 1 long note would be deleted for everybody; nothing was exchanged" in told
    assert "back as git has it: c-ab1" in clinic.sync("bert", "--deleted", "back").err
    clinic.sync("anna")
    assert [(clinic.place(who) / name).read_text().endswith("Three pages.\n") for who in ("anna", "bert")] == [True] * 2
    (place / name).unlink()
    clinic.sync("bert", "--deleted", "send")
    clinic.sync("anna")
    assert not (clinic.place("anna") / name).exists()


def test_with_a_plan_that_comes_back_its_long_notes_do(clinic):
    name = with_long_note(clinic)
    plan_of(clinic, "bert").unlink()
    (clinic.place("bert") / name).unlink()
    told = clinic.sync("bert", status=1).err
    assert "goalctl: 1 plan and 1 long note would be deleted for everybody" in told
    clinic.sync("bert", "--deleted", "back")
    assert (clinic.place("bert") / name).exists()


def test_a_long_note_that_goalctl_took_back_or_that_lies_elsewhere_is_no_question(clinic):
    name = with_long_note(clinic)
    clinic.call("anna", "undo", "c-ab1", status=0)
    clinic.sync("anna")
    clinic.sync("bert")
    assert [(clinic.place(who) / name).exists() for who in ("anna", "bert")] == [False, False]
    name = with_long_note(clinic)
    note = clinic.place("bert") / name
    note.rename(note.with_name("elsewhere.md"))
    assert "by hand" not in clinic.sync("bert").err
