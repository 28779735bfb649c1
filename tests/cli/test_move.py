"""`move`: an entry of the wrong client comes into the right plan, both files at once."""

import shlex

import pytest


@pytest.fixture
def other(practice, plan_file):
    """The plan of a second client, with a log of its own."""
    file = practice / "plans" / "c-cd2.yaml"
    file.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-cd2"), encoding="utf-8")
    return file


@pytest.fixture
def logged(goalctl, other):
    """An entry that was logged for the wrong client."""
    assert other.exists()
    return goalctl("log-session", "c-ab1", "g1.1=3", "--note", "Her own words", status=0).out.strip()


def moved(goalctl, entry, *more, status=0):
    return goalctl("move", "c-ab1", entry, "--to", "c-cd2", "--because", "wrong client", *more, status=status)


def test_the_entry_is_in_the_other_plan_and_void_where_it_was(goalctl, plan_file, other, logged):
    moved(goalctl, logged)
    assert other.read_text(encoding="utf-8").endswith("    scores: {g1.1: 3}\n    note: Her own words\n")
    left = plan_file.read_text(encoding="utf-8").partition(f"- id: {logged}")[2]
    assert 'because: "moved to c-cd2: wrong client"\n      other_client: yes\n' in left


def test_no_document_of_the_first_client_holds_it_any_more(goalctl, logged):
    moved(goalctl, logged)
    record = goalctl("report", "c-ab1", "--kind", "record", status=0).out
    assert "Her own words" not in record
    assert "c-cd2" not in record


def test_a_signature_stays_behind(goalctl, other, logged):
    goalctl("sign", "c-ab1", logged, status=0)
    moved(goalctl, logged)
    assert "signed" not in other.read_text(encoding="utf-8").partition(logged)[2]


def test_the_text_of_a_long_note_comes_along(goalctl, other):
    goalctl("log-session", "c-ab1", "--long-note", "--note", "Long words", status=0)
    moved(goalctl, "last")
    assert "note: Long words" in other.read_text(encoding="utf-8")
    assert "note_file" not in other.read_text(encoding="utf-8")


def test_what_does_not_fit_the_other_plan_changes_neither(goalctl, plan_file, other, logged):
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("g1.1", "g1.2"), encoding="utf-8")
    goalctl("amend", "c-ab1", logged, "g1.1=2", "--because", "counted wrong", status=0)  # names it once more
    before = plan_file.read_bytes(), other.read_bytes()
    told = moved(goalctl, logged, status=3).err
    assert "none of the plans was changed" in told
    assert told.count("there is no g1.1 in this plan") == 1
    assert (plan_file.read_bytes(), other.read_bytes()) == before


def test_what_does_not_fit_has_a_way_out_that_can_be_pasted(goalctl, plan_file, other, logged):
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("g1.1", "g1.2"), encoding="utf-8")
    hint = moved(goalctl, logged, status=3).err.partition("hint: ")[2].splitlines()[0]
    assert hint == (
        "log there what fits: goalctl log-session c-cd2 --date 2026-03-02 and then withhold it here: "
        f"goalctl void c-ab1 {logged} --other-client --because 'wrong client' --by m.kowalski"
    )
    anew, void = (part[part.index("goalctl ") :] for part in hint.split(" and then "))
    goalctl(*shlex.split(anew)[1:], "g1.2=3", status=0)
    goalctl(*shlex.split(void)[1:], status=0)
    assert "other_client: yes" in plan_file.read_text(encoding="utf-8").partition(f"- id: {logged}")[2]


def test_an_entry_cannot_be_moved_to_where_it_is_or_moved_twice(goalctl, logged):
    outcome = goalctl("move", "c-ab1", logged, "--to", "c-ab1", "--because", "x", status=2)
    assert "is in the plan of c-ab1 already" in outcome.err
    moved(goalctl, logged)
    assert "void since" in moved(goalctl, logged, status=3).err


def test_no_page_names_the_client_whose_entry_it_was(goalctl, practice, logged):
    moved(goalctl, logged)
    goalctl("site", "pages", status=0)
    shown = goalctl("show", "c-ab1", status=0).out + goalctl("history", "c-ab1", status=0).out
    (page,) = (file for file in (practice / "pages").rglob("*.html") if "c-ab1" in file.name)
    for told in (shown, page.read_text(encoding="utf-8").partition("<main")[2]):
        assert ("c-cd2" in told, "wrong client" in told) == (False, False)
    assert "it is about another client and is left out of every document" in shown
