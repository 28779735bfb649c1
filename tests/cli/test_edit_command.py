"""`goalctl edit`: the person's own editor, stood in for by small scripts; nothing that was written is ever lost."""

import pytest
from keyboard import CTRL_C, Person
from stamps import steady

COPY = ".goalctl/rescued/edit-c-ab1.yaml"
TRAIL = """\
changes:
  - id: ……
    on: 2026-03-02
    written: …
    by: m.kowalski
    of: g1
    what: goal
    from: Fewer symptoms of depression
    to: Many fewer symptoms of depression
    because: edited as a text
"""


@pytest.fixture
def editor(tmp_path_factory):
    """An editor that does this with the file, as a line of shell with the file in `$1`."""
    folder = tmp_path_factory.mktemp("editor")

    def make(line):
        script = folder / "editor.sh"
        script.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        script.chmod(0o700)
        return str(script)

    return make


def kept(practice):
    return sorted(file.name for file in (practice / ".goalctl" / "rescued").iterdir())


BETTER = """sed -i.bak 's/Fewer symptoms/Many fewer symptoms/' "$1"; rm "$1.bak" """
WORSE = """sed -i.bak 's/g1.1: 2/g1.9: 2/' "$1"; rm "$1.bak" """


def test_what_fits_is_saved_and_shown(practice, plan_file, editor):
    before = plan_file.read_text(encoding="utf-8")
    person = Person(practice, "edit", "c-ab1", editor=editor(BETTER))
    assert person.leaves() == 0
    after = before.replace("format: 1", "format: 2", 1).replace("Fewer", "Many fewer", 1)
    assert steady(plan_file.read_text(encoding="utf-8")) == after.replace("\nsessions:\n", f"\n{TRAIL}\nsessions:\n", 1)
    assert (
        steady(person.screen)
        == (
            "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"
            "saved plans/c-ab1.yaml:\n"
            "-format: 1\n"
            "+format: 2\n"
            "-    goal: Fewer symptoms of depression\n"
            "+    goal: Many fewer symptoms of depression\n"
        )
        + "".join(f"+{line}\n" for line in TRAIL.splitlines())
        + "+\n"
    )
    assert kept(practice) == []


def test_why_with_whom_and_by_whom_is_on_record_when_it_was_said(practice, plan_file, editor):
    words = ("--because", "clearer", "--with", "client", "--by", "s.lee")
    person = Person(practice, "edit", "c-ab1", *words, editor=editor(BETTER))
    assert person.leaves() == 0
    said = TRAIL.replace("by: m.kowalski", "by: s.lee").replace("edited as a text\n", "clearer\n    with: client\n")
    assert said in steady(plan_file.read_text(encoding="utf-8"))


def test_an_untouched_copy_changes_nothing(practice, plan_file, editor):
    before = plan_file.stat().st_mtime_ns
    person = Person(practice, "edit", "c-ab1", editor=editor("true"))
    assert person.leaves() == 0
    assert person.screen == "nothing was changed\n"
    assert plan_file.stat().st_mtime_ns == before


def test_what_does_not_fit_is_named_with_its_place_and_offered_again(practice, plan_file, editor):
    person = Person(practice, "edit", "c-ab1", editor=editor(WORSE))
    person.sees_prompt()
    assert "plans/c-ab1.yaml:40:14: error[E202]: there is no g1.9 in this plan" in person.screen
    assert person.screen.splitlines()[-2:] == [
        "This is not saved.",
        "Enter edit again · k keep the copy for later · d discard it > ",
    ]
    editor("""sed -i.bak 's/g1.9: 2/g1.1: 3/' "$1"; rm "$1.bak" """)
    person.presses("\r")
    assert person.leaves() == 0
    assert "scores: {g1.1: 3}" in plan_file.read_text(encoding="utf-8")


def test_a_copy_that_is_kept_is_gone_on_with_the_next_time(practice, plan_file, editor):
    before = plan_file.read_bytes()
    first = Person(practice, "edit", "c-ab1", editor=editor(WORSE))
    first.answers("k")
    assert first.leaves() == 0
    assert f"what you wrote is kept in {COPY}" in first.screen
    assert plan_file.read_bytes() == before
    second = Person(practice, "edit", "c-ab1", editor=editor("""grep -q 'g1.9: 2' "$1" && touch seen"""))
    second.answers("", "d")
    assert second.leaves() == 0
    assert (practice / "seen").exists()
    assert kept(practice) == []


@pytest.mark.parametrize("keys", [CTRL_C, "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_stopping_keeps_the_copy_and_leaves_the_plan(practice, plan_file, editor, keys):
    before = plan_file.read_bytes()
    person = Person(practice, "edit", "c-ab1", editor=editor(WORSE))
    person.sees_prompt()
    if keys == CTRL_C:
        person.stops()
    else:
        person.presses(keys)
        person.leaves()
    assert "g1.9: 2" in (practice / COPY).read_text(encoding="utf-8")
    assert plan_file.read_bytes() == before


def test_a_signal_while_the_editor_is_open_leaves_the_copy_and_says_where(practice, plan_file, editor):
    before = plan_file.read_bytes()
    person = Person(practice, "edit", "c-ab1", editor=editor(f"{BETTER}; kill -TERM $PPID; sleep 60"))
    assert person.leaves() == 143
    assert f"what you wrote is kept in {COPY}; goalctl edit c-ab1 goes on with it" in person.screen
    assert "Many fewer" in (practice / COPY).read_text(encoding="utf-8")
    assert plan_file.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(practice, plan_file, editor):
    person = Person(practice, "edit", "c-ab1", editor=editor(f"{BETTER}; echo '# by another hand' >> '{plan_file}'"))
    assert person.leaves() == 3
    assert plan_file.read_text(encoding="utf-8").endswith("# by another hand\n")
    assert "Many fewer" in (practice / COPY).read_text(encoding="utf-8")
    assert person.screen.splitlines() == [
        f"what you wrote is kept in {COPY}; goalctl edit c-ab1 goes on with it",
        "goalctl: plans/c-ab1.yaml was changed by somebody else in the meantime, so nothing was saved",
    ]


def test_a_kept_copy_of_an_older_file_is_set_aside_by_name(practice, plan_file, editor):
    first = Person(practice, "edit", "c-ab1", editor=editor(WORSE))
    first.answers("k")
    first.leaves()
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    second = Person(practice, "edit", "c-ab1", editor=editor("true"))
    assert second.leaves() == 0
    assert second.screen.startswith("what you edited before is in .goalctl/rescued/edit-c-ab1-1.yaml\n")
    assert kept(practice) == ["edit-c-ab1-1.yaml"]


def test_a_file_that_cannot_be_read_can_be_mended(practice, plan_file, editor):
    good = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(good.replace("status: active\n", "status: aktive\n", 1), encoding="utf-8")
    person = Person(practice, "edit", "c-ab1", editor=editor("""sed -i.bak s/aktive/active/ "$1"; rm "$1.bak" """))
    assert person.leaves() == 0
    assert plan_file.read_text(encoding="utf-8") == good


def test_an_editor_that_fails_or_is_not_there_is_told(practice, editor):
    failed = Person(practice, "edit", "c-ab1", editor=editor("exit 1"))
    assert failed.leaves() == 3
    assert "ended with an error (1)" in failed.screen
    absent = Person(practice, "edit", "c-ab1", editor="no-such-editor")
    assert absent.leaves() == 3
    assert "no-such-editor can't be started" in absent.screen


def test_without_a_terminal_it_says_where_the_file_is(goalctl):
    assert goalctl("edit", "c-ab1", status=2).err == (
        "goalctl: an editor needs a terminal\n"
        "   hint: the file is plans/c-ab1.yaml: edit it, then goalctl check c-ab1\n"
    )
