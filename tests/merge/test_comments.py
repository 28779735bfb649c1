"""Comments of both sides stay, or somebody is asked; and what has no id is one thing when both changed it."""

import pytest

from goalctl.analysis.merge.meaning import plans_united
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import merged_file
from goalctl.documents.read import read_data
from goalctl.model.joint import ClashChoice, ClashKind
from tests.conftest import PLAN
from tests.merge.test_meaning import clashes, merged

ENTRY = "  - id: def456\n    date: 2026-02-02\n"
WITHOUT = PLAN[: PLAN.index(ENTRY)]
NO_PROBLEM = PLAN.replace("problems:\n  - id: p1\n    problem: Low mood\n\n", "")
AT = {
    "above it": PLAN.replace(ENTRY, f"  # he came late\n{ENTRY}"),
    "behind it": PLAN.replace("homework_done: {h1: yes}", "homework_done: {h1: yes}   # he came late"),
    "inside it": PLAN.replace(ENTRY, f"{ENTRY}    # he came late\n"),
}


@pytest.mark.parametrize("where", AT)
def test_a_comment_at_an_entry_that_the_other_took_away_is_asked_about(where):
    assert clashes(AT[where], WITHOUT) == [(ClashKind.REMOVED, "sessions.def456")]
    marked = merged(AT[where], WITHOUT).content.decode()
    assert marked.partition("<<<<<<<")[2].partition(">>>>>>>")[0].count("# he came late") == 1


@pytest.mark.parametrize("where", AT)
@pytest.mark.parametrize(("choice", "kept"), [(ClashChoice.MINE, True), (ClashChoice.THEIRS, False)])
def test_the_answer_keeps_the_entry_with_its_comment_or_lets_both_go(where, choice, kept):
    text = merged(AT[where], WITHOUT, answers={("sessions", "def456"): choice}).content.decode()
    assert text == (AT[where] if kept else WITHOUT)


def test_a_comment_at_a_key_that_the_other_took_away_is_asked_about():
    assert clashes(PLAN.replace("Low mood", "Low mood   # since May"), NO_PROBLEM) == [(ClashKind.REMOVED, "problems")]


def test_a_comment_at_a_word_of_a_list_that_the_other_took_away_is_asked_about_and_of_that_word_alone():
    words = "\n  - fair\n  - calm"
    was, mine = (PLAN.replace("[being a patient father]", f"{words}{note}") for note in ("", "  # said twice"))
    theirs = was.replace("\n  - calm", "")
    (clash,) = merged(mine, theirs, was).clashes
    assert (clash.kind, clash.place[0], clash.mine) == (ClashKind.REMOVED, "values", "calm")
    kept = merged(mine, theirs.replace("\n  - fair", "\n  - kind"), was, answers={clash.place: ClashChoice.MINE})
    assert read_data(kept.content.decode())[0]["values"] == ["calm", "kind"]


@pytest.mark.parametrize("mine", [PLAN.replace("id: def456", "id: 'def456'"), PLAN.replace("   # he chose it", "")])
def test_what_was_only_spelled_otherwise_or_lost_a_comment_goes_without_a_question(mine):
    assert clashes(mine, WITHOUT) == []


def test_a_hash_in_words_is_no_comment():
    was = PLAN.replace(ENTRY, f"{ENTRY}    note: |\n      goal # 2\n")
    assert clashes(was.replace("    note: |\n      goal # 2\n", '    note: "goal # 2\\n"\n'), WITHOUT, was) == []


def test_where_a_comment_has_no_place_the_file_is_not_merged_by_meaning():
    """One replaces the answers as a whole; the other wrote beside one of them."""
    lines = "forms:\n      phq-9:\n" + "".join(f"        - {n}\n" for n in (2, 2, 3, 2, 1, 2, 2, 2, 2))
    was = PLAN.replace("forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 2, 2]}\n", lines)
    mine, theirs = was.replace("- 3\n", "- 3   # after a pause\n"), was.replace("- 3\n", "- 1\n")
    with pytest.raises(NotUnitedError, match="a comment would be lost"):
        merged(mine, theirs, was)


KINDS = {
    "a review": "reviews:\n  - {on: 2026-02-20, of: g1, decision: continue, note: a}\n",
    "an agreement": "agreements:\n  - {on: 2026-02-20, who: client, how: verbal, where: a}\n",
    "a change": "changes:\n  - {on: 2026-02-20, of: g1, what: priority, from: 1, to: 2, because: a}\n",
    "a release": "releases:\n  - {on: 2026-02-20, to: insurer, what: report, by: a}\n",
}


def with_two(text, mine, theirs):
    """Each side with something else where `a` stands."""
    both = (text.replace(": a}", f": {one}}}") for one in (mine, theirs))
    return tuple(PLAN.replace("\nsessions:", f"\n{section}\nsessions:") for section in both)


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_no_id_and_was_changed_on_both_sides_is_asked_about_and_stands_once(kind):
    was, mine = with_two(KINDS[kind], "a", "b")
    _, theirs = with_two(KINDS[kind], "a", "c")
    section = KINDS[kind].partition(":")[0]
    (clash,) = merged(mine, theirs, was).clashes
    assert (clash.kind, clash.place[0], clash.mine, clash.theirs) == (ClashKind.FIELD, section, "b", "c")
    for choice, stands in ((ClashChoice.MINE, mine), (ClashChoice.THEIRS, theirs)):
        assert merged(mine, theirs, was, answers={clash.place: choice}).content.decode() == stands


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_no_id_and_was_changed_on_one_side_stands_once_beside_what_is_new(kind):
    was, changed = with_two(KINDS[kind], "a", "b")
    line = KINDS[kind].splitlines()[1]
    more = was.replace(line, f"{line}\n{line.replace(': a}', ': new}')}")
    merged_both = [merged(*pair, was).content.decode() for pair in ((changed, more), (more, changed))]
    assert merged_both[0] == merged_both[1]
    assert [merged_both[0].count(f": {one}}}") for one in ("a", "b", "new")] == [0, 1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_two_that_are_new_without_an_id_on_one_day_are_two(kind):
    mine, theirs = with_two(KINDS[kind], "b", "c")
    text = merged(mine, theirs).content.decode()
    assert (text.count(": b}"), text.count(": c}")) == (1, 1)
    assert merged(mine, mine).content.decode() == mine


def test_one_questionnaire_that_both_took_in_is_one_entry_of_the_earlier_id():
    entries = [received("aaaaa2", "10:00"), received("aaaaa1", "11:00")]
    for mine, theirs in (entries, entries[::-1]):
        text = merged(mine, theirs).content.decode()
        assert text == entries[0]


def received(id_, time, more=""):
    return PLAN + (
        f"  - id: {id_}\n    date: 2026-02-20\n    kind: journal\n    forms: {{gad-7: 7}}\n    received: '86513c'\n"
        f"    written: 2026-02-21T{time}\n{more}"
    )


def test_what_was_done_with_either_stands_with_the_one():
    voided = received("aaaaa2", "11:00", "    void: {on: 2026-02-22, because: by the mother}\n")
    text = merged(received("aaaaa1", "10:00"), voided).content.decode()
    assert text == received("aaaaa1", "10:00", "    void: {on: 2026-02-22, because: by the mother}\n")


SIGN = "    signed: [{by: anna, on: 2026-02-22}]\n"


def test_the_one_that_was_signed_keeps_its_id():
    signed = received("aaaaa2", "11:00", SIGN)
    assert merged(signed, received("aaaaa1", "10:00")).content.decode() == signed


def test_of_one_signed_and_one_made_void_both_stay():
    voided = received("aaaaa1", "10:00", "    void: {on: 2026-02-22, because: by the mother}\n")
    text = merged(received("aaaaa2", "11:00", SIGN), voided).content.decode()
    assert text.count("received: '86513c'") == 2


def test_of_two_that_came_in_twice_before_both_stay():
    both = received("aaaaa1", "10:00") + received("aaaaa2", "11:00").removeprefix(PLAN)
    text = merged_file(both.encode(), both.encode(), f"{both}    note: by hand\n".encode(), plans_united).content
    assert text.decode().count("received: '86513c'") == 2
