import pytest
from handwriting import unmarked

from goalctl.documents.read import read_data
from goalctl.model.finding import Severity

# «» stand around what is marked; the code is E109 where none is named
SLIPS = {
    "unquoted colon": ("a: 1\nnote: he said«:» no\n", "inside a text without quotes"),
    "unquoted colon in braces": ("a: {note: he said«:» no}\n", "inside a text without quotes"),
    "unquoted colon in brackets": ("a: [b: c«:» d]\n", "inside a text without quotes"),
    "colon behind a quote": ('a: "x"«:» y\n', "inside a text without quotes"),
    "tab": ("a:\n  b: 1\n«\t»c: 2\n", "a tab"),
    "tab behind spaces": ("a: 1\n  «\t»b: 2\n", "a tab"),
    "tab between spaces": ("a: 1\n «\t» b: 2\n", "a tab"),
    "tab behind a dash": ("-«\t»a\n", "a tab"),
    "tab on the first line": ("«\t»a: 1\n", "a tab"),
    "no tab at fault": ('a: "x\ty" «z»\n', "after its closing quote"),
    "double quote left open": ('a: 1\nb: «"»x\nc: 2\n', "never closed"),
    "single quote left open": ("a: «'»x\nb: 2\n", "never closed"),
    "quote left open before the end of a document": ('a: «"»x\n---\nb: 1\n', "never closed"),
    "quote left open in a bracket": ('a: {b: «"»x}\n', "never closed"),
    "quote alone": ("«'»", "never closed"),
    "quote closed by the next one": ('a: «"»x\nb: "y"\n', "closed only on line 2"),
    "quote closed at the start of a line": ('a: «"»x\n"y\n', "closed only on line 2"),
    "apostrophe in single quotes": ("a: 'don'«t»'\n", "after its closing quote: write '' for an apostrophe"),
    "quotes in quotes": ('a: "say "«h»i""\n', 'after its closing quote: write \\" for a quote'),
    "backslash": ('a: "C:«\\»Users"\n', "backslash"),
    "backslash before a letter": ('a: "«\\»q"\n', "backslash"),
    "backslash before too little": ('a: "b«\\»x4\\n"\n', "backslash"),
    "bracket left open": ("a: 1\nb: «[»x, y\nc: 3\n", "never closed"),
    "brace left open": ("a: «{»x: 1,\n  y: 2\nb: 3\n", "never closed"),
    "bracket open to the end": ("a: «[»x, y", "never closed"),
    "bracket open in an item": ("a:\n  - «[»1, 2\n  - 3\n", "never closed"),
    "bracket open before lines further out": ("a:\n    b: «[»1, 2\nc: 3\n", "never closed"),
    "wrong bracket": ("a: {x: [1, 2«}»\n", "opened with [ but closed with }"),
    "bracket too many": ("a: «]»\n", "closes nothing"),
    "bracket behind its bracket": ("a: [b]«]»\n", "follows the closing bracket"),
    "missing comma": ("a: {x: 1,\n    y: 2«\n»    z: 3}\n", "a comma is missing"),
    "missing comma behind a quote": ('a: ["x" «"»y"]\n', "a comma is missing"),
    "missing comma behind lines in quotes": ('a: {x: "y\n  z"\n  «w»: 1}\n', "a comma is missing"),
    "comma behind a bracket": ("a: {b: 1}«,»\nc: 2\n", "a comma follows"),
    "text behind a bracket": ("a: [b] «c»\n", "follows the closing bracket"),
    "indented too deep": ("a: 1\n  «b: 2»\n", "deeper"),
    "indented too deep on Windows": ("a: 1\r\n  «b: 2»\r\n", "deeper"),
    "indented too little": ("a:\n   b: 1\n  «c: 2»\n", "lines up with nothing"),
    "one letter far to the right": ("a:\n        - x\n      «y»\n", "lines up with nothing"),
    "item that lines up with nothing": ("a: 1\n«- b»\n", "no list above it"),
    "less than the first line": ("  a: 1\n«b: 2»\n", "lines up with nothing"),
    "no space behind a colon": ("«a:»1\nb: 2\n", "missing after this colon"),
    "no space behind the colon of an item": ("a:\n  - «b:»1\n    c: 2\n", "missing after this colon"),
    "no space behind a dash": ("a:\n  «-»b\n  -c: 1\n", "missing after this dash"),
    "a line without a key": ("a: 1\n«hello»\nb: 2\n", "no key"),
    "a first line without a key": ("«hello»\n  a: 1\n", "no key"),
    "a second line without a key": ("\n«hello»\n  a: 1\n", "no key"),
    "no key before a colon": ("a: 1\n«:» b\n", "no key before this colon", "E114"),
    "list behind its key": ("a: «-» b\n", "a list can't start here"),
    "text behind a bar": ("a: |«x»\n", "nothing may follow |"),
    "at sign": ("a: «@»home\n", "can't start with @"),
    "bullet": ("a: 1\nb: «*» one\n", "starts with a dash", "E111"),
    "ampersand": ("a: «&» b\n", "can't start with &", "E111"),
    "percent sign": ("a: «%»\n", "can't start with %"),
    "lone comma": ("a: [«,»]\n", "can't start with ,"),
    "value left out": ("[«»", "a value is missing here"),
    "order to YAML": ("«%FOO»\n---\na: 1\n", "an order to YAML"),
    "order further down": ("a: x\n«%FOO»\n", "an order to YAML"),
    "more behind the end": ("a: 1\n«... # so far»\nb: 2\n", "ends the file", "E115"),
    "more behind the end and a comment": ("a: 1\n«...»\n# x\nb: 2\n", "ends the file", "E115"),
    "merge conflict": ("a: 1\n«=======»\nb: 2\n", "merge conflict", "E106"),
    "merge conflict at the end": ("a: 1\n«>>>>>>> x»\n", "merge conflict", "E106"),
    "merge conflict at the start": ("«<<<<<<< x»\na: 1\n", "merge conflict", "E106"),
    "six of the sign of a conflict": ("a: 1\n«<<<<<< x»\n", "no key"),
    "a bracket in a tag": ("a: !x«{» b\n", "can't be read from here"),
    "a key too long": ("x" * 1100 + "«:» 1\n", "can't be read from here"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_of_the_hand_is_told_in_plain_words(slip):
    marked, words, code = (*slip, "E109")[:3]
    text, place = unmarked(marked)
    (finding,) = read_data(text)[1]
    assert (finding.code, words in f"{finding.message}: {finding.hint}", bool(finding.hint)) == (code, True, True)
    assert (finding.place.line, finding.place.column, finding.place.width) == place


@pytest.mark.parametrize(
    "marked", ["note: goal «#2»\n", "- goal «#2 of 3»", "note: see\n  goal «#2»\n", "note: «#tired»\n"]
)
def test_a_text_that_is_cut_at_a_number_sign_is_a_warning(marked):
    text, place = unmarked(marked)
    value, (finding,) = read_data(text)
    assert (finding.code, finding.severity) == ("E119", Severity.WARNING)
    assert (finding.place.line, finding.place.column, finding.place.width) == place
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
