import pytest

from goalctl.documents.text import CODES, MAX_BYTES, MAX_PER_CODE, MAX_WORDS, source_of
from goalctl.model.finding import Finding, Place

CONFLICT = b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> feature\nc: 3\n"

REFUSED = {
    "too big": (b"a" * (MAX_BYTES + 1), "E101", 1, 1),
    "Latin-1": (b"ok: 1\nplace: caf\xe9\n", "E102", 2, 11),
    "Latin-1 behind real UTF-8": ("ü: ".encode() + b"\xfc\n", "E102", 1, 4),
    "a surrogate in UTF-8": (b"a: \xed\xa0\x80\n", "E102", 1, 4),
    "UTF-16 little-endian": ("\ufeffa: 1\n".encode("utf-16-le"), "E103", 1, 1),
    "UTF-16 big-endian": ("\ufeffa: 1\n".encode("utf-16-be"), "E103", 1, 1),
    "UTF-16 without a mark": ("client: c-7f3k\n".encode("utf-16-le"), "E103", 1, 1),
    "UTF-16 big-endian without a mark": ("client: c-7f3k\n".encode("utf-16-be"), "E103", 1, 1),
    "UTF-32": ("\ufeffa: 1\n".encode("utf-32-le"), "E103", 1, 1),
    "UTF-32 without a mark": ("client: c-7f3k\n".encode("utf-32-le"), "E103", 1, 1),
    "UTF-32 big-endian without a mark": ("client: c-7f3k\n".encode("utf-32-be"), "E103", 1, 1),
    "nothing but zero bytes": (b"\0" * 4096, "E104", 1, 1),
    "zero bytes at the end": (b"a: 1\nb: 2" + b"\0" * 100, "E104", 2, 5),
    "cut inside a character": (b"a: 1\nb: caf\xc3", "E104", 2, 7),
    "git-crypt": (b"\0GITCRYPT\0\x8a\x01\xff", "E105", 1, 1),
    "merge conflict": (CONFLICT, "E106", 2, 1),
    "merge conflict with CRLF": (CONFLICT.replace(b"\n", b"\r\n"), "E106", 2, 1),
    "half a merge conflict": (b"a: 1\n<<<<<<< HEAD\nb: 1\n", "E106", 2, 1),
    "three zero bytes at the end of a word": (b"a\0\0\0", "E104", 1, 2),
    "a zero byte inside": (b"a: 1\nb: x\0y\n", "E107", 2, 5),
    "escape": (b"a: \x1b[31mred\n", "E107", 1, 4),
    "bell": (b"a: x\x07\n", "E107", 1, 5),
    "delete": (b"a: x\x7f\n", "E107", 1, 5),
    "C1": ("a: x\x9by\n".encode(), "E107", 1, 5),
    "next line": ("a: x\x85y\n".encode(), "E107", 1, 5),
    "byte order mark inside": ("a: 1\n\ufeffb: 2\n".encode(), "E107", 2, 1),
    "line separator": ("a: x\u2028y\n".encode(), "E107", 1, 5),
    "noncharacter": ("a: \ufffe\n".encode(), "E107", 1, 4),
    "lone carriage return": (b"a: 1\rb: 2\r\n", "E107", 1, 5),
}

ACCEPTED = {
    "plain": b"client: c-7f3k\n",
    "CRLF": b"a: 1\r\nb: 2\r\n",
    "tabs": b"a: x\ty\n",
    "empty": b"",
    "Polish, Chinese, emoji": "a: zażółć 你好 👩‍👧\n".encode(),
    "bidi controls, which views clean": "a: \u202ex\n".encode(),
    "a lone separator in a long text": b"note: |\n  Title\n  =======\n  text\n",
    "a heading underlined at the margin": b"=======\n",
    "an indented conflict marker": b"note: |\n  <<<<<<< HEAD\n  >>>>>>> x\n",
    "eight signs": b"<<<<<<<< x\n",
}


def only(data: bytes) -> Finding:
    (finding,) = source_of(data).findings
    return finding


@pytest.mark.parametrize(("data", "code", "line", "column"), REFUSED.values(), ids=REFUSED.keys())
def test_what_no_plan_can_be_is_named_with_its_place_and_a_hint(data, code, line, column):
    finding = only(data)
    assert finding.place is not None
    assert (finding.code, finding.place.line, finding.place.column) == (code, line, column)
    assert finding.hint


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_an_ordinary_text_comes_back_as_it_is(data):
    source = source_of(data)
    assert (source.text, source.bom, source.findings) == (data.decode(), False, ())


def test_a_byte_order_mark_is_taken_off_and_remembered():
    source = source_of(b"\xef\xbb\xbfa: 1\n")
    assert (source.text, source.bom) == ("a: 1\n", True)


def test_the_limits_are_those_that_are_told():
    assert (MAX_BYTES, MAX_PER_CODE, MAX_WORDS) == (4 * 1024**2, 20, 30)


def test_a_file_of_just_the_limit_is_read():
    assert source_of(b"#" * MAX_BYTES).findings == ()


def test_a_latin_1_letter_is_guessed_and_shown():
    finding = only(b"place: caf\xe9 x\n")
    assert "é" in finding.message
    assert finding.hint == "save the file as UTF-8"
    assert finding.place is not None
    assert finding.place.excerpt == "place: café x"


def test_a_conflict_says_how_far_it_reaches():
    assert "up to line 6" in only(CONFLICT).message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\0" * 4096, "the file holds nothing but zero bytes (4,096)"),
        (b"a: 1\nb: 2" + b"\0" * 100, "the file was cut off here: only zero bytes follow (100)"),
        (b"place: caf\xe9\n", "byte E9 is not UTF-8; it looks like Windows-1252 or Latin-1, where it is é"),
        (b"a: x\x07\n", "a control character (U+0007) stands in the text"),
    ],
)
def test_what_is_wrong_is_told_with_its_figures(data, message):
    assert only(data).message == message


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: caf\xe9 x\nc: 2\n", Place(2, 7, 1, "b: café x")),
        (b"a: 1\nb: 2" + b"\0" * 100, Place(2, 5, 1, "b: 2")),
        (b"\xe9" + b"x" * 600 + b"\n", Place(1, 1, 1, "é" + "x" * 499)),
        (b"x" * 600 + b"\xe9\n", Place(1, 601, 1, "x" * 500)),
        (b"a: 1\nb: \x07\x08c\nd: 1\n", Place(2, 4, 2, "b: \x07\x08c")),
        (b"\x07" + b"x" * 600 + b"\n", Place(1, 1, 1, "\x07" + "x" * 499)),
    ],
    ids=["a byte", "the end", "a long line", "far along it", "two characters", "a long line behind one"],
)
def test_a_place_is_shown_with_its_line_up_to_five_hundred_letters(data, place):
    assert only(data).place == place


def test_every_problem_is_listed_and_of_many_alike_the_first_ones():
    data = CONFLICT + b"x: \x07\n" * (MAX_PER_CODE + 5)
    findings = source_of(data).findings
    assert [finding.code for finding in findings] == ["E106"] + ["E107"] * MAX_PER_CODE
    assert findings[-1].message.endswith("(and 5 more like this)")


def test_a_whole_file_in_latin_1_is_one_finding_a_line_up_to_the_limit():
    findings = source_of(b"a: \xe4\xf6\n" * 30).findings
    assert len(findings) == MAX_PER_CODE
    assert findings[-1].message.endswith("(and 10 more like this)")


def test_carriage_returns_are_not_part_of_an_excerpt():
    finding = only(b"a: \x07\r\nb: 1\r\n")
    assert finding.place is not None
    assert finding.place.excerpt == "a: \x07"


def test_every_code_of_this_table_has_a_title():
    assert sorted(CODES) == [f"E{number}" for number in range(101, 120)]
