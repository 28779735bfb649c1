import subprocess
import sys
import time

import pytest
from handwriting import unmarked
from hypothesis import given
from hypothesis import strategies as st

from goalctl.documents.read import MAX_DEPTH, MAX_VALUES, events, read_data
from goalctl.documents.text import MAX_PER_CODE
from goalctl.model.finding import Severity

BOMB = "a: &a [lol]\nb: &b [*a, *a]\nc: [*b, *b]\n"
MERGE_BOMB = "a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: [*a, *b]}\n"

VALUES = {
    "nothing behind the colon": ("a:\n", {"a": None}),
    "tilde": ("a: ~\n", {"a": None}),
    "null": ("a: null\n", {"a": None}),
    "quoted null": ("a: 'null'\n", {"a": "null"}),
    "empty quotes": ('a: ""\n', {"a": ""}),
    "Null is a name": ("a: Null\n", {"a": "Null"}),
    "a skip in braces": ("{q3: , q4: 1}\n", {"q3": None, "q4": "1"}),
    "a time in braces": ("{at: 12:30}\n", {"at": "12:30"}),
    "lists": ("- a\n- - b\n  - c\n-\n", ["a", ["b", "c"], None]),
    "a list in a mapping in a list": ("- x: [1, {y: 2}]\n  z: 3\n", [{"x": ["1", {"y": "2"}], "z": "3"}]),
    "empty collections": ("a: []\nb: {}\n", {"a": [], "b": {}}),
    "long text": ("a: |\n  x\n  y\nb: >\n  x\n  y\n", {"a": "x\ny\n", "b": "x y\n"}),
    "CRLF": ("a: |\r\n  x\r\n  y\r\nb: 1\r\n", {"a": "x\ny\n", "b": "1"}),
    "quoted merge sign": ('"<<": 1\n', {"<<": "1"}),
    "merge sign as a value": ("a: <<\n", {"a": "<<"}),
    "quoted tilde as a key": ('"~": 1\n', {"~": "1"}),
    "same key on two levels": ("a: {a: {a: 1}}\n", {"a": {"a": {"a": "1"}}}),
    "version line": ("%YAML 1.2\n---\na: 1\n...\n", {"a": "1"}),
    "tab and line feed, escaped": ('a: "x\\ty\\nz"\n', {"a": "x\ty\nz"}),
    "line separator, escaped": ('a: "x\\Ly"\n', {"a": "x\u2028y"}),
    "one text": ("hello\n", "hello"),
    "the deepest": ("[" * MAX_DEPTH + "]" * MAX_DEPTH, None),
}

STAY_TEXT = [
    "yes",
    "no",
    "on",
    "off",
    "true",
    "012",
    "0o7",
    "12:30",
    "1_000",
    "0x1F",
    "2026-02-30",
    "1e3",
    ".nan",
    "=",
    "+1",
]

REFUSED = {
    "escaped terminal code": ('a: 1\nb: "\\e[31m"\n', "E107", 2, 4),
    "escaped zero": ('a: "\\0"\n', "E107", 1, 4),
    "escaped bell": ('a: ["\\x07"]\n', "E107", 1, 5),
    "escaped carriage return": ('a: "\\r"\n', "E107", 1, 4),
    "escaped C1 in a key": ('"\\x9b": 1\n', "E107", 1, 1),
    "raw bell": ("a: 1\nb: \x07\n", "E107", 2, 4),
    "raw zero": ("a: b\0c\n", "E107", 1, 5),
    "raw surrogate": ("a: \ud800\n", "E107", 1, 4),
    "empty": ("", "E108", 1, 1),
    "blank": ("\n\n   \n", "E108", 1, 1),
    "comments only": ("# a\n# b\n", "E108", 1, 1),
    "a start and nothing else": ("---\n", "E108", 1, 1),
    "key twice": ("a: 1\nb: 2\na: 3\n", "E110", 3, 1),
    "key twice in braces": ("x:\n  - {a: {b: 1, c: 2, b: 3}}\n", "E110", 2, 22),
    "key twice, once in quotes": ("a: 1\n'a': 2\n", "E110", 2, 1),
    "key with an empty value twice": ("a:\na: 1\n", "E110", 2, 1),
    "anchor": ("a: 1\nb: &x 2\n", "E111", 2, 4),
    "anchor on a mapping": ("a: &x\n  b: 1\n", "E111", 1, 4),
    "anchor on a key": ("&x a: 1\n", "E111", 1, 1),
    "alias": ("a: [b, *x]\n", "E111", 1, 8),
    "alias as a key": ("*x : 1\n", "E111", 1, 1),
    "text in stars": ("note: *very* tired\n", "E111", 1, 7),
    "lone star": ("* call home\n", "E111", 1, 1),
    "merge key": ("a:\n  <<: {b: 1}\n", "E112", 2, 3),
    "tag": ("a: !!str 1\n", "E113", 1, 4),
    "Python object": ("a: !!python/object/apply:os.system [ls]\n", "E113", 1, 4),
    "the shortest tag": ("a: ! x\n", "E113", 1, 4),
    "tag on a key": ("!!str a: 1\n", "E113", 1, 1),
    "tag behind an anchor": ("a: \n  - !x 1\n", "E113", 2, 5),
    "unknown tag handle": ("a: !foo!bar x\n", "E113", 1, 4),
    "list as a key": ("? [a]\n: 1\n", "E114", 1, 3),
    "mapping as a key": ("x: {{a: b}: 1}\n", "E114", 1, 5),
    "null as a key": ("a: 1\nnull: 2\n", "E114", 2, 1),
    "tilde as a key": ("~: 2\n", "E114", 1, 1),
    "empty quotes as a key": ('{"": 2}\n', "E114", 1, 2),
    "no key": (": 1\n", "E114", 1, 1),
    "no key in braces": ("a: {: 1}\n", "E114", 1, 5),
    "two documents": ("a: 1\n---\nb: 2\n", "E115", 2, 1),
    "text behind the end": ("a: 1\n...\nb: 2\n", "E115", 2, 1),
    "one level too many": ("[" * (MAX_DEPTH + 1), "E116", 1, MAX_DEPTH + 1),
    "20,000 lists": ("[" * 20_000, "E116", 1, 21),
    "20,000 mappings": ("{a: " * 20_000, "E116", 1, 81),
    "20,000 dashes": ("- " * 20_000, "E116", 1, 41),
    "20,000 objects of JSON": ('{"a":' * 20_000, "E116", 1, 101),
    "20,000 lists in mappings": ("[{a: " * 20_000, "E116", 1, 51),
    "20,000 mappings of one key": ("[a: " * 20_000, "E116", 1, 41),
    "20,000 lists with a first item": ("[a, " * 20_000, "E116", 1, 81),
    "20,000 keys below keys": ("".join(" " * level + "a:\n" for level in range(2_000)), "E116", 21, 21),
    "lists behind dashes": ("- " * 19 + "[" * 20_000, "E116", 1, 40),
    "lists in a later key": ("x: 1\ny:\n  - z: " + "[" * 20_000, "E116", 3, 25),
    "lists behind CRLF": ("x: 1\r\ny: " + "[" * 20_000, "E116", 2, 23),
    "lists that are all closed": ("a: " + "[" * 20_000 + "]" * 20_000, "E116", 1, 23),
    "lists on lines of their own": ("[\n" * 20_000, "E116", 21, 1),
    "lists behind a long text": ("a: '" + "[" * 4_000 + "'\nb: " + "[" * 20_000, "E116", 2, 23),
    "more lists than libyaml opens": ("[" * 1_001, "E116", 1, 21),
    "as many lists as libyaml opens": ("[" * 1_000, "E116", 1, 21),
    "lists in a second document": ("a: 1\n---\n" + "[" * 20_000, "E115", 2, 1),
    "lists without a key": ("x: 1\n" + "[" * 20_000, "E109", 2, 1),
    "lists behind a missing comma": ("[[]" + "[" * 20_000, "E109", 1, 4),
    "a bad start behind too many lists": ("[" * 30 + "@", "E116", 1, 21),
    "an open quote behind too many lists": ("a: " + "[" * 1_001 + '"', "E116", 1, 23),
    "a bad start behind enough lists": ("[" * MAX_DEPTH + "@", "E109", 1, MAX_DEPTH + 1),
    "a bad start behind closed lists": ("[[], " * 19 + "@", "E109", 1, 96),
    "a value too many": ("- a\n" * MAX_VALUES, "E117", MAX_VALUES, 3),
    "a glued colon": ("scores: {g1:3}\n", "E118", 1, 10),
    "the second of two glued": ("{a: 1, g1:3, b: 2}\n", "E118", 1, 8),
    "escaped surrogate": ('a: "\\ud800"\n', "E109", 1, 5),
}

FRAGMENTS = st.sampled_from(
    (
        *(
            "a",
            "g1",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ",",
            '"',
            "'",
            "|",
            ">",
            "#",
            " #2",
        ),
        *("&x ", "*x", "!t ", "<<", "? ", "~", "%", "@", "---\n", "...\n", "%YAML 1.2\n", "\\", "\\e", "\0", "\ufeff"),
        *("\r", "\x85", "\u2028", "\ud800", "=======\n", "<<<<<<< x\n", "👩", " "),
    )
)


def place_of_only(text: str) -> tuple[str, int, int]:
    (finding,) = read_data(text)[1]
    assert finding.place is not None
    assert finding.hint
    return finding.code, finding.place.line, finding.place.column


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES.keys())
def test_a_text_becomes_plain_values(text, value):
    found, findings = read_data(text)
    assert findings == []
    assert value is None or found == value


@pytest.mark.parametrize("word", STAY_TEXT)
def test_no_word_is_given_a_type(word):
    assert read_data(f"a: {word}\n{word}: [{word}]\n") == ({"a": word, word: [word]}, [])


MARKED = [
    "a: 1\nb: «&x» 2\n",
    "a: «&x»\n  b: 1\n",
    "a: [b, «*x»]\n",
    "«*x» : 1\n",
    "a: «!!str» 1\n",
    "a:\n  «<<»: {b: 1}\n",
    "a: 1\nb: 2\n«a»: 3\n",
    "a: 1\n«null»: 2\n",
    '{«""»: 2}\n',
    "b: {«g1:3»}\n",
    'a: «"\\0"»\n',
    "a: 1\n«---»\nb: 2\n",
]


@pytest.mark.parametrize("marked", MARKED)
def test_what_is_refused_is_underlined_and_nothing_else(marked):
    text, place = unmarked(marked)
    (finding,) = read_data(text)[1]
    assert (finding.place.line, finding.place.column, finding.place.width) == place


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_names_its_place_and_mends(text, code, line, column):
    started = time.process_time()
    assert place_of_only(text) == (code, line, column)
    assert read_data(text)[0] is None
    assert time.process_time() - started < 5


@pytest.mark.parametrize("text", [BOMB, MERGE_BOMB], ids=["aliases", "merge keys"])
def test_a_bomb_is_refused_at_every_fuse(text):
    value, findings = read_data(text)
    assert value is None
    assert {"E111"} <= {finding.code for finding in findings} <= {"E111", "E112"}


@pytest.mark.parametrize("text", ["null #2\n", "\ufeffa: !t 1\n", "\ufeffa: &x 1\n", "a: [!t]\n"])
def test_nothing_is_none_without_an_error(text):
    value, findings = read_data(text)
    assert value is None
    assert Severity.ERROR in {finding.severity for finding in findings}


def test_keys_within_keys_end_at_the_nesting_limit():
    assert read_data("? " * 20_000)[1][-1].code == "E116"


def test_what_stands_before_too_many_lists_is_told_too():
    findings = read_data("a: 1\na: 2\nb: &x [!t " + "[" * 20_000)[1]
    assert [finding.code for finding in findings] == ["E110", "E111", "E113", "E116"]


def test_four_megabytes_of_brackets_are_refused_at_once():
    started = time.process_time()
    assert read_data("b: " + "[" * 4_000_000)[1][0].code == "E116"
    assert time.process_time() - started < 1


def test_as_many_values_as_allowed_are_read():
    value, findings = read_data("- a\n" * (MAX_VALUES - 1))
    assert findings == []
    assert isinstance(value, list)
    assert len(value) == MAX_VALUES - 1


def test_a_key_that_stands_twice_names_the_first():
    assert read_data("x: 0\na: 1\nb: 2\na: 3\n")[1][0].message == "this key stands twice; first on line 2"


def test_a_glued_colon_says_what_to_write():
    assert read_data("{g1:3}")[1][0].hint == "write g1: 3, with a space"


def test_all_problems_are_listed_in_the_order_of_the_text():
    findings = read_data("a: 1\na: 2\nb: &x 1\n? [k]\n: *x\nc: !t 1\nnote: he said: no\n")[1]
    assert [finding.code for finding in findings] == ["E110", "E111", "E114", "E111", "E113", "E109"]


def test_an_anchor_and_a_tag_on_one_value_are_two_problems():
    findings = read_data("a: &x !t 1\n")[1]
    assert [(found.code, found.place and found.place.column) for found in findings] == [("E111", 4), ("E113", 7)]


def test_of_many_alike_the_first_ones_are_shown_and_the_rest_counted():
    findings = read_data("a: 1\n" * 30_000)[1]
    assert len(findings) == MAX_PER_CODE
    assert findings[-1].message.endswith("(and 29,979 more like this)")


def test_a_place_shows_its_line_and_width():
    place = read_data("a: 1\nname: &anchor x\r\n")[1][0].place
    assert place is not None
    assert (place.width, place.excerpt) == (7, "name: &anchor x")


def test_events_carry_positions_in_characters():
    marks = [event.start_mark for event in events("ä: 👩 b\nc: 1\n")]
    assert marks[-4] is not None
    assert (marks[-4].index, marks[-4].line) == (10, 1)


def test_without_libyaml_the_same_is_read_and_refused():
    program = """if True:
        import sys
        sys.modules["yaml._yaml"] = None
        from goalctl.documents.read import read_data
        assert read_data("a: [1, {b: ~}]\\nn: goal #2\\n")[0] == {"a": ["1", {"b": None}], "n": "goal"}
        texts = ["a: 1\\na: 2", "{g1:3}", "a: *x", "a: !!str b", "a: x\\0", 'a: "\\\\ud800"', "a: b: c", "a: [b"]
        for text in [*texts, "[" * 20_000, "[" * 30 + "@", "{a: " * 20_000]:
            print(*[finding.code for finding in read_data(text)[1]])
    """
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["E110", "E118", "E111", "E113", "E107", "E107", "E109", "E109", *["E116"] * 3]


@given(st.text(st.characters(codec=None)))
def test_no_text_makes_the_reader_fail(text):
    read_data(text)


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_nothing_like_yaml_makes_the_reader_fail(text):
    value, findings = read_data(text)
    assert (value is None) == any(found.severity is Severity.ERROR for found in findings)
    assert all(found.place and found.place.column <= len(text) + 1 and found.hint for found in findings)
