"""The log only grows: what is gone and what reads otherwise is told, what may be added is not."""

import pytest

from goalctl.analysis.history.kept import GONE, OTHERWISE, entries_not_kept

FIRST = {"id": "abc123", "date": "2026-01-12", "note": "first", "scores": {"g1": "3"}}
SECOND = {"id": "def456", "date": "2026-02-02", "signed": [{"by": "m", "on": "2026-02-02"}]}
BEFORE = {"sessions": [FIRST, SECOND]}


def told(now, before=None):
    return [(one.code, one.path, one.message) for one in entries_not_kept(before or BEFORE, now, "HEAD")]


def test_nothing_is_told_of_a_log_that_only_grew():
    new = {"id": "zzz999", "date": "2026-03-02"}
    assert told({"sessions": [FIRST, SECOND, new]}) == []
    assert told({"sessions": [new, SECOND, FIRST], "goals": []}) == []


@pytest.mark.parametrize(
    "mark",
    [
        {"amended": [{"on": "2026-03-02", "set": {"note": "x"}}]},
        {"signed": [{"by": "m"}]},
        {"void": {"because": "x"}},
    ],
    ids=lambda mark: next(iter(mark)),
)
def test_an_entry_may_gain_a_mark_and_never_lose_it(mark):
    marked = {"sessions": [FIRST | mark, SECOND]}
    assert told(marked) == []
    key = next(iter(mark))
    ((code, path, message),) = told(BEFORE, marked)
    assert (code, path) == (OTHERWISE, ("sessions", 0))
    assert message.startswith(f"abc123 2026-01-12 reads otherwise than in HEAD: {key} (")


def test_an_entry_that_is_gone_is_named():
    assert told({"sessions": [SECOND]}) == [(GONE, ("sessions",), "sessions: abc123 2026-01-12 is gone; it is in HEAD")]
    assert [code for code, *_ in told({})] == [GONE, GONE]


@pytest.mark.parametrize(
    ("other", "keys"),
    [
        ({"note": "First"}, "note"),
        ({"note": "first "}, "note"),
        ({"scores": {"g1": "03"}}, "scores"),
        ({"by": "somebody"}, "by"),
        ({"note": "x", "scores": {"g1": "4"}}, "note, scores"),
    ],
)
def test_an_entry_that_reads_otherwise_is_named_with_what_is_other(other, keys):
    message = f"abc123 2026-01-12 reads otherwise than in HEAD: {keys}"
    assert told({"sessions": [FIRST | other, SECOND]}) == [(OTHERWISE, ("sessions", 0), message)]


def test_entries_without_an_id_are_told_apart_by_what_they_say():
    walk, talk = {"date": "2026-01-12", "note": "walk"}, {"date": "2026-01-12", "note": "talk"}
    before = {"diary": [walk, talk]}
    assert told({"diary": [talk, walk]}, before) == []
    assert told({"diary": [walk, talk | {"id": "abc123"}]}, before) == []
    assert [code for code, *_ in told({"diary": [talk]}, before)] == [GONE]
    assert [code for code, *_ in told({"diary": [walk, talk | {"note": "Talk"}]}, before)] == [OTHERWISE]


@pytest.mark.parametrize("log", ["sessions", "diary", "changes", "reviews", "agreements", "releases"])
def test_every_log_is_held_to_it(log):
    assert [code for code, *_ in told({}, {log: [{"on": "2026-01-12"}]})] == [GONE]


@pytest.mark.parametrize("odd", [None, [], "text", {"sessions": "text"}, {"sessions": ["text"]}])
def test_what_is_no_plan_holds_no_entries(odd):
    assert told(BEFORE, odd) == []


CALLED = {"sessions": [FIRST | {"scores": {"g2": "3"}, "worked_on": ["g2.1"], "note": "g2"}]}
SINCE = {"sessions": [CALLED["sessions"][0] | {"scores": {"g3": "3"}, "worked_on": ["g3.1"]}]}
TRAIL = {"id": "kkk111", "on": "2026-03-02", "of": "g3", "what": "id", "from": "g2", "to": "g3"}


def test_a_goal_that_was_given_another_id_on_record_is_the_same_and_nothing_else_is():
    assert told(SINCE | {"changes": [TRAIL]}, CALLED) == []
    assert [code for code, *_ in told(SINCE, CALLED)] == [OTHERWISE]
    assert [code for code, *_ in told(SINCE | {"changes": [TRAIL]}, CALLED | {"changes": [TRAIL]})] == [OTHERWISE]
    assert [code for code, *_ in told({"sessions": [], "changes": [TRAIL]}, CALLED)] == [GONE]


@pytest.mark.parametrize("other", [{"note": "g3"}, {"scores": {"g3": "4"}}, {"worked_on": []}])
def test_beside_another_id_what_reads_otherwise_is_told(other):
    now = {"sessions": [SINCE["sessions"][0] | other], "changes": [TRAIL]}
    assert [code for code, *_ in told(now, CALLED)] == [OTHERWISE]


def test_ids_that_moved_on_one_after_another_are_followed_in_their_order():
    again = TRAIL | {"id": "kkk222", "of": "g4", "from": "g3", "to": "g4"}
    now = {"sessions": [SINCE["sessions"][0] | {"scores": {"g4": "3"}, "worked_on": ["g4.1"]}]}
    assert told(now | {"changes": [TRAIL | {"of": "g4"}, again]}, CALLED) == []


def test_a_questionnaire_that_two_took_in_is_there_under_the_other_id():
    took = {"id": "aaaaa1", "date": "2026-01-12", "received": "86513c", "written": "2026-01-13T10:00", "note": "a"}
    other = took | {"id": "aaaaa2", "written": "2026-01-13T11:00"}
    assert told({"sessions": [other]}, {"sessions": [took]}) == []
    assert [code for code, *_ in told({"sessions": [other]}, {"sessions": [took, other]})] == [GONE]
    assert [code for code, *_ in told({"sessions": [other | {"received": "x"}]}, {"sessions": [took]})] == [GONE]


def test_an_entry_of_the_day_whose_id_is_no_word_is_compared_as_any_other():
    listed = {"sessions": [{"id": ["abc123"], "date": "2026-02-02", "note": "first"}]}
    found = entries_not_kept(listed, listed, "HEAD", of_day="2026-02-02")
    assert list(found) == []
    assert [one.code for one in entries_not_kept(listed, BEFORE, "HEAD", of_day="2026-02-02")] == [GONE]
