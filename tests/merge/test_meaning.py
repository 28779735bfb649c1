"""What two changes are to each other: united, or a clash with its reason; and the text that comes of it."""

import pytest

from goalctl.analysis.merge.meaning import plans_united
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import merged_file
from goalctl.model.joint import ClashChoice, ClashKind
from tests.conftest import PLAN


def merged(mine, theirs, ancestor=PLAN, **answers):
    return merged_file(ancestor.encode(), mine.encode(), theirs.encode(), plans_united, **answers)


def clashes(mine, theirs, ancestor=PLAN):
    here, there = merged(mine, theirs, ancestor).clashes, merged(theirs, mine, ancestor).clashes
    assert [(one.kind, one.place) for one in here] == [(one.kind, one.place) for one in there]
    return [(one.kind, ".".join(one.place)) for one in here]


ACHIEVED = PLAN.replace("    status: active\n    opened", "    status: achieved\n    closed: 2026-02-10\n    opened")
ENTRY = "  - id: new{0}\n    date: {1}\n    scores: {{g1.1: 2}}\n"


def with_entry(day, plan=PLAN):
    return plan + ENTRY.format(day[-3:].replace("-", "x"), day)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-02-09", False), ("2026-02-10", False), ("2026-02-11", True)],
    ids=["day before", "the day itself", "day after"],
)
def test_a_closed_goal_that_is_worked_on_later_is_told(day, told):
    assert clashes(ACHIEVED, with_entry(day)) == [(ClashKind.CLOSED, "goals.g1")] * told


def test_a_closed_goal_that_the_other_changed_is_told():
    assert clashes(ACHIEVED, PLAN.replace("target: 3}", "target: 4}")) == [(ClashKind.CLOSED, "goals.g1")]


OLD = "by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 3"
RATED = "        measurable: {by: rating, baseline: 4, target: 7, since: 2026-02-10}\n"
MEASURED_ANEW = PLAN.replace(
    f"        measurable: {{{OLD}}}\n", f"{RATED}        measured_before: [{{until: 2026-02-09, {OLD}}}]\n"
)
DIARY = "diary: [{{date: {0}, g1.1@anna: 3}}]\n\nsessions:"


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-02-09", False), ("2026-02-10", True), ("2026-02-11", True)],
    ids=["last day of the old one", "first day of the new one", "day after"],
)
def test_a_score_by_the_measure_that_the_other_changed_is_told(day, told):
    """3 days walked is no rating of 3, and both scales hold it."""
    expected = [(ClashKind.MEASURED, "goals.g1.objectives.g1.1")] * told
    assert clashes(MEASURED_ANEW, with_entry(day)) == expected
    assert clashes(MEASURED_ANEW, PLAN.replace("sessions:", DIARY.format(day))) == expected


def test_a_score_by_the_measure_that_the_other_changed_may_stand_beside_it():
    both = {("goals", "g1", "objectives", "g1.1"): ClashChoice.BOTH}
    done = merged(MEASURED_ANEW, with_entry("2026-02-11"), answers=both)
    assert not done.clashes
    assert done.content.decode() == with_entry("2026-02-11", MEASURED_ANEW)


def test_who_scored_something_else_or_by_the_new_measure_is_not_asked():
    assert clashes(MEASURED_ANEW, with_entry("2026-02-11").replace("{g1.1: 2}", "{g1: 2}")) == []
    later = MEASURED_ANEW.replace("by: rating, baseline: 4", "by: rating, baseline: 5")
    assert clashes(later, with_entry("2026-02-11", MEASURED_ANEW), MEASURED_ANEW) == []


SIGNED = PLAN.replace("    homework: [{id: h1", "    signed: [{by: anna, on: 2026-02-20}]\n    homework: [{id: h1")
AFTER = {
    "amended": "    amended: [{on: 2026-02-20, set: {scores.g1.1: 2}, because: misheard}]\n",
    "made void": "    void: {on: 2026-02-20, because: another day}\n",
}


@pytest.mark.parametrize("what", AFTER)
def test_signed_here_and_changed_there_is_told(what):
    changed = PLAN.replace("    homework: [{id: h1", f"{AFTER[what]}    homework: [{{id: h1")
    assert clashes(SIGNED, changed) == [(ClashKind.SIGNED, "sessions.abc123")]


def test_two_signatures_stand_beside_each_other():
    other = SIGNED.replace("by: anna", "by: bert")
    assert "signed: [{by: anna, on: 2026-02-20}, {by: bert, on: 2026-02-20}]" in merged(SIGNED, other).content.decode()


def test_a_discharge_and_a_session_held_after_it_are_told():
    gone = PLAN.replace("status: active\nvalues", "status: discharged\ndischarge: {on: 2026-02-10}\nvalues")
    assert clashes(gone, with_entry("2026-02-10")) == []
    assert clashes(gone, with_entry("2026-02-11")) == [(ClashKind.CLOSED, "status")]


def test_what_one_took_away_and_the_other_changed_is_told():
    gone = PLAN.replace("problems:\n  - id: p1\n    problem: Low mood\n\n", "")
    assert clashes(gone, PLAN.replace("Low mood", "Low mood in winter")) == [(ClashKind.REMOVED, "problems")]


def test_two_new_goals_with_one_id_are_both_kept_and_marked():
    mine, theirs = (PLAN.replace("\nsessions:", f"  - id: g2\n    goal: {goal}\n\nsessions:") for goal in ("A", "B"))
    text = merged(mine, theirs).content.decode()
    assert text.partition("<<<<<<<")[2].partition(">>>>>>>")[0].count("- id: g2") == 2
    assert merged(mine, mine).clashes == ()


def test_one_entry_that_came_both_ways_is_one_entry():
    mine = with_entry("2026-02-11")
    theirs = mine.replace("scores: {g1.1: 2}\n    homework_done", "scores: {g1.1: 2}\n    homework_done")
    assert (
        merged(mine, theirs + "    note: picked, then gone on with\n").content.decode().count("date: 2026-02-11") == 1
    )


def test_comments_of_both_sides_stay_those_on_one_line_too():
    mine = PLAN.replace("# he chose it", "# he chose it himself").replace("  # The one", "  # Mine.\n  # The one")
    theirs = PLAN.replace("problem: Low mood", "problem: Low mood   # since May").replace(
        "  # The one", "  # Theirs.\n  # The one"
    )
    text = merged(mine, theirs).content.decode()
    assert [
        one for one in ("himself", "# Mine.", "# Theirs.", "# since May", "# The one that") if one not in text
    ] == []


@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["Windows", "Unix"])
def test_line_ends_and_a_missing_last_one_stay_as_they_are(end):
    before, mine, theirs = (
        text.rstrip("\n").replace("\n", end).encode()
        for text in (PLAN, PLAN.replace("target: 3", "target: 4"), PLAN.replace("target: 9", "target: 8"))
    )
    done = merged_file(before, mine, theirs, plans_united).content
    assert (done.count(b"\r\n") > 0, done.endswith(b"\n")) == (end == "\r\n", False)
    assert [done.count(one) for one in (b"target: 4", b"target: 8")] == [1, 1]


def test_a_plan_that_is_new_on_both_sides_is_united_too():
    assert merged(with_entry("2026-02-11"), with_entry("2026-02-12"), "").content.decode().count("- id: new") == 2


@pytest.mark.parametrize("bad", ["goals: [", "<<<<<<< a\n", "a: 1\na: 2\n"])
def test_what_can_t_be_read_is_not_merged_by_meaning(bad):
    with pytest.raises(NotUnitedError):
        merged(bad, PLAN)


@pytest.mark.parametrize(("choice", "target"), [(ClashChoice.MINE, "4"), (ClashChoice.THEIRS, "5")])
def test_an_answer_decides_a_clash(choice, target):
    mine, theirs = (PLAN.replace("target: 3", f"target: {one}") for one in "45")
    place = ("goals", "g1", "objectives", "g1.1", "measurable", "target")
    assert f"target: {target}}}" in merged(mine, theirs, answers={place: choice}).content.decode()


def test_around_a_clash_in_brackets_what_only_one_changed_stands_in_both_halves():
    mine = PLAN.replace("baseline: 1, target: 3}", "baseline: 2, target: 4}")
    theirs = PLAN.replace("scale: [0, 7], baseline: 1, target: 3}", "scale: [0, 6], baseline: 1, target: 5}")
    marked = merged(mine, theirs).content.decode().partition("<<<<<<<")[2].partition(">>>>>>>")[0]
    assert [marked.count(one) for one in ("scale: [0, 6]", "baseline: 2", "target: 4}", "target: 5}")] == [2, 2, 1, 1]


TWO_OF_A_DAY = "sessions:\n  - date: 2026-01-05\n    note: one\n  - date: 2026-01-05\n    note: two\n"


def test_a_score_stays_with_its_entry_where_another_of_that_day_is_put_before_it():
    was = TWO_OF_A_DAY.replace("  - date: 2026-01-05\n    note: one\n", "")
    scored = f"{was}    scores: {{g1: 3}}\n"
    for mine, theirs in ((TWO_OF_A_DAY, scored), (scored, TWO_OF_A_DAY)):
        text = merged(mine, theirs, was).content.decode()
        assert text == f"{TWO_OF_A_DAY}    scores: {{g1: 3}}\n"


def test_of_two_entries_of_a_day_the_one_that_was_taken_away_and_scored_is_asked_about():
    mine = TWO_OF_A_DAY.replace("  - date: 2026-01-05\n    note: one\n", "")
    theirs = TWO_OF_A_DAY.replace("note: one\n", "note: one\n    scores: {g1: 3}\n")
    done = merged(mine, theirs, TWO_OF_A_DAY)
    assert [clash.kind for clash in done.clashes] == [ClashKind.REMOVED]
    assert done.content.decode().count("scores: {g1: 3}") == 1


@pytest.mark.parametrize(("mine", "theirs"), [(1, 2), (2, 1)])
@pytest.mark.parametrize("before", [1, 2])
def test_of_two_formats_the_newer_one_stands_whatever_both_come_from(before, mine, theirs):
    """A commit that is picked may come from a newer format than the branch that it is put on."""
    texts = [PLAN.replace("format: 1", f"format: {number}") for number in (mine, theirs, before)]
    assert merged(*texts).content.decode() == PLAN.replace("format: 1", "format: 2")


GONE = "status: discharged\ndischarge: {on: 2026-02-10, reason: moved}\nvalues"
RESTS = "status: on-hold\nholds: [{from: 2026-02-10, because: leave}]\nvalues"


@pytest.mark.parametrize("choice", [ClashChoice.MINE, ClashChoice.THEIRS])
def test_whoever_decides_that_treatment_goes_on_decides_that_it_has_not_ended(choice):
    gone, rests = (PLAN.replace("status: active\nvalues", one) for one in (GONE, RESTS))
    assert clashes(gone, rests) == [(ClashKind.FIELD, "status")]
    text = merged(gone, rests, answers={("status",): choice}).content.decode()
    assert ("discharge:" in text, "status: discharged" in text) == (choice is ClashChoice.MINE,) * 2
    assert "because: leave" in text
    late = with_entry("2026-02-11")
    text = merged(gone, late, answers={("status",): choice}).content.decode()
    assert ("discharge:" in text, "status: discharged" in text) == (choice is ClashChoice.MINE,) * 2


def test_where_each_took_the_last_but_one_away_an_empty_list_is_left():
    """The second entry here, the first one there."""
    second = PLAN.index("  - id: def456")
    first = PLAN.index("  - id: abc123")
    text = merged(PLAN[:second], PLAN[:first] + PLAN[second:]).content.decode()
    assert text == PLAN[:first] + "  []\n"


@pytest.mark.parametrize(("choice", "number"), [(ClashChoice.MINE, 0), (ClashChoice.THEIRS, 1)])
def test_an_empty_list_and_a_changed_entry_are_one_clash(choice, number):
    """Here every entry was taken out; there one is left, with a note."""
    here = PLAN[: PLAN.index("  - id: abc123")] + "  []\n"
    second = PLAN[PLAN.index("  - id: def456") :].replace("scores: {g1.1: 2}", "scores: {g1.1: 2}\n    note: late")
    there = PLAN[: PLAN.index("  - id: abc123")] + second
    assert clashes(here, there) == [(ClashKind.REMOVED, "sessions.def456")]
    text = merged(here, there, answers={("sessions", "def456"): choice}).content.decode()
    assert text == (there if number else here)


@pytest.mark.parametrize("before", ["\n", "\n    "], ids=["of the plan", "of a goal"])
def test_a_status_that_is_no_word_is_united_as_any_other_value(before):
    listed = PLAN.replace(f"{before}status: active", f"{before}status: [active]", 1)
    assert listed != PLAN
    assert clashes(listed, with_entry("2026-02-09")) == []
