from __future__ import annotations

from functools import partial

import pytest
from handwriting import LAW, roots, texts
from hypothesis import given
from ruamel.yaml import YAML

from goalctl.documents.read import read_data
from goalctl.documents.yaml_text import (
    MAX_WIDTH,
    Habit,
    UnwritableError,
    block_text,
    entry_lines,
    flow_text,
    item_lines,
    scalar_text,
)


def without_null(value):
    """As a loader sees it that knows only text."""
    if isinstance(value, dict):
        return {key: without_null(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_null(inner) for inner in value]
    return "" if value in {None, "null"} else value


@LAW
@given(roots)
def test_the_reader_gives_back_what_was_written(data):
    assert read_data(block_text(data))[0] == data


@LAW
@given(roots)
def test_in_braces_the_reader_gives_it_back_too(data):
    assert read_data(flow_text(data))[0] == data


@LAW
@given(roots)
def test_a_yaml_1_2_loader_reads_the_same(data):
    assert without_null(YAML(typ="base", pure=True).load(block_text(data))) == without_null(data)


@LAW
@given(texts)
def test_a_key_may_be_any_text_but_the_empty_one(text):
    key = text or "-"
    assert read_data(block_text({key: "1"}))[0] == {key: "1"}


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "012",
        "12:30",
        "2026-02-02T11:20",
        "-3d",
        "-1",
        "g1@clinician",
        "50%",
        "a#b",
        "it's",
        'so "good"',
        "C:\\x",
        "é",
    ],
)
def test_plain_where_plain_is_safe(text):
    assert scalar_text(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("~", '"~"'),
        ("Null", '"Null"'),
        ("<<", '"<<"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a\tb", '"a\\tb"'),
        ("a\r\nb", '"a\\r\\nb"'),
        ("- a", '"- a"'),
        ("-", '"-"'),
        ("? a", '"? a"'),
        ("@a", '"@a"'),
        ("`a", '"`a"'),
        ("%a", '"%a"'),
        ("---", '"---"'),
        ("...", '"..."'),
        ('"a" \\ b', '"\\"a\\" \\\\ b"'),
        ("[a", '"[a"'),
    ],
)
def test_quoted_where_plain_would_be_read_as_something_else(text, written):
    assert scalar_text(text) == written


@pytest.mark.parametrize("text", ["a, b", "a]", "why?", "a{b}"])
def test_quoted_only_in_braces(text):
    assert (scalar_text(text), scalar_text(text, flow=True)) == (text, f'"{text}"')
    assert flow_text({text: "1"}) == f'{{"{text}": 1}}'


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\r", "\x85", "\u2028", "\ufeff", "\ud800"])
def test_a_character_that_no_file_may_hold_is_refused(character):
    with pytest.raises(UnwritableError):
        block_text({"note": [f"a{character}b"]})


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["n: |-", "  a", "  b"]),
        ("a\nb\n", ["n: |", "  a", "  b"]),
        ("a\n\n  b", ["n: |-", "  a", "", "    b"]),
        ("  a\nb", ["n: |2-", "    a", "  b"]),
        ("\n a", ["n: |2-", "", "   a"]),
        ("a\n\n", ['n: "a\\n\\n"']),
        ("a \nb", ['n: "a \\nb"']),
        ("a\n\tb", ['n: "a\\n\\tb"']),
        ("a\r\nb", ['n: "a\\r\\nb"']),
        ("\n", ['n: "\\n"']),
    ],
)
def test_several_lines_are_a_literal_block_where_one_can_hold_them(text, lines):
    assert entry_lines("n", text, 0, Habit()) == lines


def test_a_long_text_is_folded():
    lines = entry_lines("note", "word " * 25 + "end", 4, Habit())
    assert lines[0] == "    note: >-"
    assert [len(line) for line in lines[1:]] == [85, 54]


@pytest.mark.parametrize("text", ["word  " * 25 + "end", "word " * 25, "x" * 120, " " + "word " * 25 + "end"])
def test_a_long_text_that_folding_would_change_stays_on_its_line(text):
    assert len(entry_lines("note", text, 0, Habit())) == 1


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, ["k:"]),
        ([], ["k: []"]),
        ({}, ["k: {}"]),
        (["a", None], ["k: [a, null]"]),
        ({"a": "1", "b": "x, y"}, ['k: {a: 1, b: "x, y"}']),
        ({"a": []}, ["k: {a: []}"]),
        ({"a": ["b"]}, ["k: {a: [b]}"]),
        ({"a": {"b": "c"}}, ["k:", "  a: {b: c}"]),
        ({"id": "a"}, ["k: {id: a}"]),
        ([["a"], ["b"]], ["k:", "  - [a]", "  - [b]"]),
        ([{"on": "1"}, {"id": "a", "of": "b"}], ["k:", "  - {on: 1}", "  - id: a", "    of: b"]),
        ([[{"id": "a"}]], ["k:", "  - - {id: a}"]),
        (["a\nb"], ["k:", "  - |-", "    a", "    b"]),
    ],
)
def test_braces_hold_only_scalars_and_short_lists_and_a_section_s_records_take_lines(value, lines):
    assert entry_lines("k", value, 0, Habit()) == lines


@pytest.mark.parametrize(("length", "count"), [(MAX_WIDTH - 8, 1), (MAX_WIDTH - 7, 2)], ids=["fits", "one too many"])
def test_braces_end_within_the_width(length, count):
    assert len(entry_lines("k", {"a": "x" * length}, 0, Habit())) == count


@pytest.mark.parametrize("column", [0, 6])
@pytest.mark.parametrize(("lines", "lead"), [(partial(entry_lines, "k"), 3), (item_lines, 2)], ids=["key", "dash"])
def test_what_stands_behind_a_key_or_a_dash_ends_within_the_width(lines, lead, column):
    room = MAX_WIDTH - column - lead
    assert "{" in lines({"a": "b" * (room - len("{a: }"))}, column, Habit())[0]
    assert "{" not in lines({"a": "b" * (room - len("{a: }") + 1)}, column, Habit())[0]
    text = "ab " * 40
    assert len(lines(text[: room - 1] + "c", column, Habit())) == 1
    assert len(lines(text[:room] + "c", column, Habit())) > 1


def test_a_text_far_to_the_right_is_folded_into_lines_of_twenty():
    assert {len(line) - 92 for line in entry_lines("n", "12345 789 " * 9 + "1", 90, Habit())[1:-1]} == {19}


@pytest.mark.parametrize(("step", "first"), [(9, "n: |9-"), (10, 'n: "  a\\nb"')])
def test_a_literal_that_starts_with_a_blank_needs_a_step_of_one_digit(step, first):
    assert entry_lines("n", "  a\nb", 0, Habit(step))[0] == first


def test_lists_and_items_are_indented_as_the_file_does_it():
    habit = Habit(step=3, dash=0, item=4)
    assert entry_lines("k", [{"id": "a", "b": {"id": "c"}}], 0, habit) == ["k:", "-   id: a", "    b: {id: c}"]


@pytest.mark.parametrize(("like_flow", "lines"), [(True, ["- {id: a}"]), (False, ["- id: a"]), (None, ["- id: a"])])
def test_an_item_is_written_as_the_one_before(like_flow, lines):
    assert item_lines({"id": "a"}, 0, Habit(), like_flow=like_flow) == lines
