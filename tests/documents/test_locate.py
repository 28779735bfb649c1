from __future__ import annotations

import pytest
from handwriting import LAW, documents
from hypothesis import given

from goalctl.documents.locate import line_end, line_start, next_line, place_of, tree_of
from goalctl.documents.read import read_data

PLAN = """\
# of an invented client
client: c-0t9b
previous:   # none
values: [sober, "kind"]
goals:
  # cared for most
  - id: g1
    goal: Sleep
      through
    smart:
      measurable: {by: rating, target: 40}
    note: |
      Two
      lines.

  - goal: Friends
    id: g2
  -
  - [a, b]
"""


def written(text, *path):
    """What stands in the text at a path."""
    node = tree_of(text)
    for step in path:
        node = node.entry(step).value
    return text[node.start : node.end]


def shown(*path, at_key=False):
    """The line of a place and what is underlined there."""
    place = place_of(tree_of(PLAN), PLAN, path, at_key=at_key)
    return place.line, place.excerpt[place.column - 1 :][: place.width]


@pytest.mark.parametrize(
    ("path", "underlined"),
    [
        (("client",), (2, "c-0t9b")),
        (("values",), (4, '[sober, "kind"]')),
        (("values", 1), (4, '"kind"')),
        (("goals", 0, "smart", "measurable", "target"), (11, "40")),
        (("goals", 0, "goal"), (8, "Sleep")),
        (("goals", 0, "note"), (12, "|")),
        (("previous",), (3, "previous")),
        (("goals",), (5, "goals")),
        (("goals", 0), (7, "g1")),
        (("goals", 1), (17, "g2")),
        (("goals", 3), (19, "[a, b]")),
        ((), (2, "client")),
    ],
)
def test_a_place_underlines_what_the_path_leads_to(path, underlined):
    assert shown(*path) == underlined


@pytest.mark.parametrize(
    ("path", "underlined"),
    [
        (("goals", 0, "deadline"), (7, "g1")),
        (("goals", 1, "smart", "measurable", "by"), (17, "g2")),
        (("goals", 0, "smart", "relevant"), (10, "smart")),
        (("goals", 9), (5, "goals")),
        (("goals", "id"), (5, "goals")),
        (("client", "name"), (2, "c-0t9b")),
        (("opened",), (2, "client")),
    ],
)
def test_something_missing_is_shown_at_its_owner(path, underlined):
    assert shown(*path) == underlined


def test_the_key_is_shown_when_the_key_is_meant():
    assert shown("goals", 0, "smart", "measurable", at_key=True) == (11, "measurable")
    assert shown("values", 1, at_key=True) == (4, '"kind"')


def test_an_empty_item_is_shown_by_its_line():
    place = place_of(tree_of(PLAN), PLAN, ("goals", 2))
    assert (place.line, place.column, place.width, place.excerpt) == (18, 4, 1, "  -")


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("a: |\n  b\n\n\nc: 1\n", "|\n  b"),
        ("a: |+\n  b\n\n\nc: 1\n", "|+\n  b\n\n"),
        ("a: |+\r\n  b\r\n\r\nc: 1\r\n", "|+\r\n  b\r\n"),
        ("a: |\n  b\n     \n\n", "|\n  b\n     "),
        ("a: |\nc: 1\n", "|"),
        ("a: >2- # why\n   b", ">2- # why\n   b"),
        ("a:\n  b: 1\n  # deep\n# c\nc: 1\n", "b: 1"),
        ("a:\n- 1\n-\n# c\nc: 1\n", "- 1\n-"),
        ("? a\n? c", ""),
        ("{a: [1, # ]\n 2 ] , c}", "[1, # ]\n 2 ]"),
        ("{a: , c: 1}", ""),
        ("[{a: 1}]", None),
    ],
)
def test_a_node_ends_where_the_last_thing_written_in_it_ends(text, stretch):
    assert stretch is None or written(text, "a") == stretch


@pytest.mark.parametrize(
    ("text", "start", "anchor"),
    [
        ("a: 1", 0, 2),
        ("a :  1", 0, 3),
        ("? a # b: c\n: 1", 0, 12),
        ("? a", 0, None),
        ("{a}", 1, None),
        ('{ "a":1}', 2, 6),
    ],
)
def test_an_entry_knows_its_indicators(text, start, anchor):
    entry = tree_of(text).entry("a")
    assert (entry.start, entry.anchor) == (start, anchor)


def test_columns_of_lists_and_mappings_are_those_of_their_entries():
    root = tree_of("a:\n  - - x: 1\n      y: 2\n")
    items = root.entry("a").value
    assert [items.column, items.entry(0).value.column, items.entry(0).value.entry(0).value.column] == [2, 4, 6]


def test_a_text_without_values_is_located_at_its_end():
    node = tree_of("# nothing\n")
    assert (node.kind, node.start, node.is_empty) == ("scalar", 10, True)


@LAW
@given(documents())
def test_the_tree_holds_the_values_of_the_reader(document):
    text, data = document
    assert value_of(tree_of(text)) == data


def value_of(node):
    if node.kind == "mapping":
        return {entry.key.text: value_of(entry.value) for entry in node.entries}
    if node.kind == "sequence":
        return [value_of(entry.value) for entry in node.entries]
    return None if not node.style and node.text in {"", "~", "null"} else node.text


@LAW
@given(documents())
def test_what_stands_at_a_scalar_is_that_scalar(document):
    text, _ = document
    for node in scalars_in(tree_of(text)):
        stretch = text[node.start : node.end]
        block = node.style in {"|", ">"}
        assert block or not stretch or read_data(f"[{stretch}]")[0] == [value_of(node)]


def scalars_in(node):
    if node.kind == "scalar":
        yield node
    for entry in node.entries:
        yield from scalars_in(entry.value)


@pytest.mark.parametrize(
    ("text", "at", "line"),
    [
        ("", 0, (0, 0, 0)),
        ("a", 0, (0, 1, 1)),
        ("\na", 0, (0, 0, 1)),
        ("\na", 1, (1, 2, 2)),
        ("a\r\nb", 0, (0, 1, 3)),
        ("a\r\nb", 1, (0, 1, 3)),
        ("a\r\nb", 2, (0, 2, 3)),
        ("a\r\nb", 3, (3, 4, 4)),
        ("\r\n", 0, (0, 0, 2)),
    ],
)
def test_a_line_starts_and_ends_beside_its_line_break(text, at, line):
    assert (line_start(text, at), line_end(text, at), next_line(text, at)) == line
