import pytest

from goalctl.documents.read import read_data
from goalctl.model.finding import Severity

SLIPS = {
    "unquoted colon": ("a: 1\nnote: he said: no\n", 2, 14, "inside a text without quotes"),
    "unquoted colon in braces": ("a: {note: he said: no}\n", 1, 18, "inside a text without quotes"),
    "tab": ("a:\n  b: 1\n\tc: 2\n", 3, 1, "a tab"),
    "tab behind spaces": ("a: 1\n  \tb: 2\n", 2, 3, "a tab"),
    "tab behind a dash": ("-\ta\n", 1, 2, "a tab"),
    "double quote left open": ('a: 1\nb: "x\nc: 2\n', 2, 4, "never closed"),
    "single quote left open": ("a: 'x\nb: 2\n", 1, 4, "never closed"),
    "quote closed by the next one": ('a: "x\nb: "y"\n', 1, 4, "closed only on line 2"),
    "apostrophe in single quotes": ("a: 'don't'\n", 1, 9, "after its closing quote"),
    "quotes in quotes": ('a: "say "hi""\n', 1, 10, "after its closing quote"),
    "backslash": ('a: "C:\\Users"\n', 1, 7, "backslash"),
    "bracket left open": ("a: 1\nb: [x, y\nc: 3\n", 2, 4, "never closed"),
    "brace left open": ("a: {x: 1,\n  y: 2\nb: 3\n", 1, 4, "never closed"),
    "bracket open to the end": ("a: [x, y", 1, 4, "never closed"),
    "wrong bracket": ("a: {x: [1, 2}\n", 1, 13, "opened with [ but closed with }"),
    "bracket too many": ("a: ]\n", 1, 4, "closes nothing"),
    "missing comma": ("a: {x: 1,\n    y: 2\n    z: 3}\n", 2, 9, "a comma is missing"),
    "missing comma behind a quote": ('a: ["x" "y"]\n', 1, 9, "a comma is missing"),
    "comma behind a bracket": ("a: {b: 1},\nc: 2\n", 1, 10, "a comma follows"),
    "text behind a bracket": ("a: [b] c\n", 1, 8, "follows the closing bracket"),
    "indented too deep": ("a: 1\n  b: 2\n", 2, 3, "deeper"),
    "indented too little": ("a:\n   b: 1\n  c: 2\n", 3, 3, "lines up with nothing"),
    "item that lines up with nothing": ("a: 1\n- b\n", 2, 1, "no list above it"),
    "less than the first line": ("  a: 1\nb: 2\n", 2, 1, "lines up with nothing"),
    "no space behind a colon": ("a:1\nb: 2\n", 1, 1, "missing after this colon"),
    "no space behind a dash": ("a:\n  -b\n  -c: 1\n", 2, 3, "missing after this dash"),
    "a line without a key": ("a: 1\nhello\nb: 2\n", 2, 1, "no key"),
    "list behind its key": ("a: - b\n", 1, 4, "a list can't start here"),
    "text behind a bar": ("a: |x\n", 1, 5, "nothing may follow |"),
    "at sign": ("a: @home\n", 1, 4, "can't start with @"),
    "order to YAML": ("%FOO\n---\na: 1\n", 1, 1, "an order to YAML"),
    "a key too long": ("x" * 1100 + ": 1\n", 1, 1101, "can't be read from here"),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_of_the_hand_is_told_in_plain_words(text, line, column, words):
    (finding,) = read_data(text)[1]
    assert finding.place is not None
    assert (finding.code, finding.place.line, finding.place.column) == ("E109", line, column)
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize("text", ["a: 1\n=======\nb: 2\n", "a: 1\n>>>>>>> x\n", "<<<<<<< x\na: 1\n"])
def test_what_is_left_of_a_merge_conflict_is_named(text):
    assert [finding.code for finding in read_data(text)[1]] == ["E106"]


@pytest.mark.parametrize("text", ["note: goal #2\n", "- goal #2\n", "note: see\n  goal #2\n", "note: #tired\n"])
def test_a_text_that_is_cut_at_a_number_sign_is_a_warning(text):
    value, (finding,) = read_data(text)
    assert (finding.code, finding.severity) == ("E119", Severity.WARNING)
    assert value is not None


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # like this\n",
        "a: 1   #aligned\n",
        "#2\na: 1\n",
        'a: "goal #2"\n',
        "a: |\n  goal #2\n",
        "a: x#2\n",
        "a: [b] #2\n",
    ],
    ids=["comment", "aligned", "line of its own", "quoted", "long text", "no space", "behind a bracket"],
)
def test_an_ordinary_comment_is_no_warning(text):
    assert read_data(text)[1] == []


def test_a_cut_that_breaks_the_text_is_told_beside_the_break():
    findings = read_data("note: goal #2 and\n  more\n")[1]
    assert [finding.code for finding in findings] == ["E119", "E109"]
    assert findings[1].hint == "the text above ends at its #; put the whole text in quotes"
