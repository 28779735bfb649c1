"""`goalctl find`: where the record speaks of something, with day and place; never on a screen that a client sees."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("told")

MORE = """\
  - id: fgh789
    date: 2026-02-16
    kind: journal
    note: Slept at my sister's and felt calm
  - id: jkm234
    date: 2026-02-23
    note_file: notes/c-ab1/2026-02-23.md
    forms: {smart: {specific: walks with his neighbour}}
  - id: npq567
    date: 2026-02-24
    note: the sister of somebody else
    void: {on: 2026-02-25, by: m.kowalski, because: wrong client}
"""


@pytest.fixture
def told(plan_file, practice):
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    folder = practice / "notes" / "c-ab1"
    folder.mkdir(parents=True)
    (folder / "2026-02-23.md").write_text("He told of the accordion of his grandfather.\n", encoding="utf-8")


def places(outcome):
    return [(row["day"], row["place"]) for row in json.loads(outcome.out)["find"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["sister"], ("2026-02-16", "fgh789 journal note")),
        (["sistre", "calm"], ("2026-02-16", "fgh789 journal note")),
        (["accordion"], ("2026-02-23", "jkm234 notes/c-ab1/2026-02-23.md")),
        (["neighbour"], ("2026-02-23", "jkm234 forms smart specific")),
        (["symptoms of depression"], ("2026-01-12", "g1")),
        (["tuesday"], ("2026-01-12", "abc123 homework task")),
        (["activation"], ("2026-01-12", "g1.1.i1")),
    ],
    ids=["journal", "a slip", "a linked note", "an answer", "a goal", "homework", "an intervention"],
)
def test_it_is_found_with_its_day_and_place(goalctl, words, found):
    assert places(goalctl("find", *words, "--format", "json", status=0)) == [found]


def test_all_words_have_to_be_there_and_void_entries_are_not(goalctl):
    assert goalctl("find", "sister", "accordion", status=0).out == "Nothing here speaks of sister accordion.\n"
    assert "somebody" not in goalctl("find", "sister").out


def test_the_last_word_may_be_one_client(goalctl, practice, plan_file):
    other = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", "client: c-cd2")
    (practice / "plans" / "c-cd2.yaml").write_text(other, encoding="utf-8")
    rows = json.loads(goalctl("find", "sister", "c-cd2", "--format", "json").out)["find"]
    assert {row["client"] for row in rows} == {"c-cd2"}
    assert len(json.loads(goalctl("find", "sister", "--format", "json").out)["find"]) == 2


@pytest.mark.parametrize(("day", "lines"), [("2026-02-15", 0), ("2026-02-16", 1)], ids=["day before", "the day"])
def test_on_an_earlier_day_what_came_later_is_not_there(goalctl, day, lines):
    found = places(goalctl("--today", day, "find", "calm", "--format", "json"))
    assert len(found) == lines


def test_a_plan_that_cannot_be_read_is_told_and_the_answer_is_not_whole(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: c-bad\ngoals: [{}]\n", encoding="utf-8")
    assert "c-bad" in goalctl("find", "sister", status=3).out


def test_it_is_not_for_a_screen_that_the_client_sees(goalctl):
    assert "sister" not in goalctl("--with-client", "find", "sister", "c-ab1", status=2).out


def test_whom_something_was_released_to_is_found(goalctl, plan_file):
    released = "releases: [{on: 2026-02-09, to: Dr Osei, what: letter}]\n"
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + released, encoding="utf-8")
    found = places(goalctl("find", "Osei", "--format", "json", status=0))
    assert found == [("2026-02-09", "releases to")]


@pytest.mark.parametrize("attributes", [".gitattributes", "plans/.gitattributes"])
@pytest.mark.parametrize("words", [("find", "sister"), ("doctor", "--fix")], ids=" ".join)
def test_no_words_are_kept_in_plain_text_beside_plans_that_git_crypt_is_to_lock(goalctl, practice, attributes, words):
    goalctl("find", "sister", status=0)
    kept = practice / ".goalctl" / "words.sqlite"
    assert kept.is_file()
    (practice / attributes).write_text("*.yaml filter=git-crypt diff=git-crypt\n", encoding="utf-8")
    goalctl(*words)
    assert not kept.exists()
    assert goalctl("find", "sister", status=0).out
    assert not kept.exists()
