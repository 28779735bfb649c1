"""From the bytes of one file to its text: size, encoding and stray characters; nothing here knows YAML.

The codes of everything that can be wrong with a text, `E101` to `E119`, stand in `CODES`. What is found is first a
`Remark`, which knows only positions in the text; lines and columns are worked out for the few that are shown.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from goalctl.documents.git_crypt import LOCKED, is_locked
from goalctl.model.finding import Finding, Place, Severity

CODES = {
    "E101": "the file is too big",
    "E102": "the file is not UTF-8",
    "E103": "the file is UTF-16 or UTF-32",
    "E104": "the file was cut off",
    "E105": "the file is locked by git-crypt",
    "E106": "a merge conflict was left in the file",
    "E107": "a control character stands in the text",
    "E108": "the file is empty",
    "E109": "the text is no readable YAML",
    "E110": "a key stands twice",
    "E111": "an anchor or an alias is used",
    "E112": "a merge key is used",
    "E113": "a tag is used",
    "E114": "a key is missing or is no plain text",
    "E115": "the file holds more than one document",
    "E116": "the text is nested too deeply",
    "E117": "the file holds too many values",
    "E118": "a space is missing after a colon in braces",
    "E119": "a text may be cut off at #",
}

MAX_BYTES = 4 * 1024 * 1024
MAX_PER_CODE = 20
MAX_EXCERPT = 500
MAX_WORDS = 30

# libyaml takes a raw U+2028 or U+2029 for a line end, which cuts texts and shifts lines; escaped they do no harm.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029\ud800-\udfff]+|\r(?!\n)")
CONTROL_IN_VALUE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]+")
_CONTROL_NAMES = {
    "\x00": "a zero byte",
    "\r": "a carriage return without a line feed",
    "\x1b": "an escape character, as terminals use for colours",
    "\ufeff": "an invisible mark (U+FEFF)",
    "\u2028": "an invisible line separator (U+2028)",
    "\u2029": "an invisible line separator (U+2029)",
}
_CONFLICT_START = re.compile(r"^<{7}(?: [^\n]*)?\r?$", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}(?: [^\n]*)?\r?$", re.MULTILINE)
_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SAMPLE = 2000
_MOSTLY = 0.4
_SAVE_AS_UTF8 = "save it as UTF-8; in PowerShell, write it with -Encoding utf8"
_RESTORE = "bring back an earlier version, from git or from a backup"


class SourceText(NamedTuple):
    """A file's text without its byte order mark (`bom` remembers it); `text` is empty when nothing could be decoded."""

    text: str
    bom: bool = False
    findings: tuple[Finding, ...] = ()


class Remark(NamedTuple):
    """A finding whose place is still a stretch of characters, `start` included and `end` not."""

    code: str
    message: str
    start: int
    end: int
    hint: str = ""
    severity: Severity = Severity.ERROR


class Remarks:
    """The remarks on one text: the first few of each code are kept, the others only counted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kept: list[Remark] = []
        self._seen: Counter[str] = Counter()

    @property
    def hold_an_error(self) -> bool:
        """Whether one of them is more than a warning."""
        return any(kept.severity is Severity.ERROR for kept in self._kept)

    def add(self, remark: Remark) -> None:
        """Keep the remark, or count it when there are enough of its code."""
        self._seen[remark.code] += 1
        if self._seen[remark.code] <= MAX_PER_CODE:
            self._kept.append(remark)

    def is_full(self, code: str) -> bool:
        """Whether one more of this code would only be counted."""
        return self._seen[code] >= MAX_PER_CODE

    def count(self, code: str, more: int) -> None:
        """Take note of more of the same without looking at them."""
        self._seen[code] += more

    def on_line_of(self, position: int, codes: set[str]) -> bool:
        """Whether a remark with one of these codes starts on the line that holds this position."""
        start = self._text.rfind("\n", 0, position) + 1
        return any(start <= kept.start <= position and kept.code in codes for kept in self._kept)

    def findings(self) -> list[Finding]:
        """In the order of the text; the last one of a code says how many more there are."""
        last = {kept.code: kept for kept in self._kept}
        return [
            self._finding(kept, last[kept.code] is kept) for kept in sorted(self._kept, key=lambda kept: kept.start)
        ]

    def _finding(self, remark: Remark, is_last: bool) -> Finding:  # noqa: FBT001 - private, called once
        hidden = self._seen[remark.code] - MAX_PER_CODE
        more = f" (and {hidden:,} more like this)" if is_last and hidden > 0 else ""
        place = place_at(self._text, remark.start, remark.end)
        return Finding(remark.code, remark.message + more, hint=remark.hint, severity=remark.severity, place=place)


def start_of_words(words: str) -> str:
    """The start of these words, short enough for a message."""
    return words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1] + "…"


def line_at(text: str, position: int) -> int:
    """The number of the line that holds this position, from 1; only line feeds end a line."""
    return text.count("\n", 0, position) + 1


def line_feeds(text: str) -> list[int]:
    """Where each line ends, for who asks about many places: to count lines from the top for each takes minutes."""
    return [found.start() for found in re.finditer("\n", text)]


def place_at(text: str, start: int, end: int, feeds: Sequence[int] | None = None) -> Place:
    """The place of a stretch of text; one that runs over several lines is shown up to the end of its first line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    width = max(min(end, line_end) - start, 1)
    excerpt = text[line_start : min(line_end, line_start + MAX_EXCERPT)].rstrip("\r")
    line = line_at(text, start) if feeds is None else bisect_left(feeds, start) + 1
    return Place(line, start - line_start + 1, width, excerpt)


def source_of(data: bytes) -> SourceText:
    """The text of a file and all that is wrong with it before anyone reads it as YAML.

    A text with an error among its findings is not worth reading on: what follows would only be noise.
    """
    refusal = _too_big(data) or _git_crypt(data) or _wide(data) or _cut_off(data)
    if refusal:
        return SourceText("", findings=(refusal,))
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return SourceText("", bom, tuple(_undecodable(body)))
    remarks = Remarks(text)
    _remark_conflicts(text, remarks)
    remark_control_characters(text, remarks)
    return SourceText(text, bom, tuple(remarks.findings()))


def remark_control_characters(text: str, remarks: Remarks) -> None:
    """Adds a remark for every run of characters that no plan may hold raw."""
    if text.replace("\r\n", "").replace("\n", "").replace("\t", "").isprintable():  # far quicker than the search
        return
    matches = CONTROL.finditer(text)
    for match in islice(matches, MAX_PER_CODE):
        message = f"{control_name(match.group())} stands in the text"
        hint = "delete it; it can't be seen, so delete from the letter before it and type that again"
        remarks.add(Remark("E107", message, match.start(), match.end(), hint))
    remarks.count("E107", sum(1 for _ in matches))


def control_name(characters: str) -> str:
    """What to call the first of these characters, with an article."""
    first = characters[0]
    if "\udc80" <= first <= "\udcff":  # as Python keeps a byte of the command line
        return f"the byte {ord(first) - 0xDC00:02x}, which this terminal's encoding (LANG, LC_ALL) has no letter for"
    return _CONTROL_NAMES.get(first, f"a control character (U+{ord(first):04X})")


def _remark_conflicts(text: str, remarks: Remarks) -> None:
    if "<<<<<<<" not in text:
        return
    starts = _CONFLICT_START.finditer(text)
    for start in islice(starts, MAX_PER_CODE):
        end = _CONFLICT_END.search(text, start.end())
        where = f"two versions stand here, up to line {line_at(text, end.start())}" if end else "it starts here"
        hint = "keep the lines that are right and delete those that begin with <<<<<<<, ======= and >>>>>>>"
        remarks.add(Remark("E106", f"a merge conflict was left in the file: {where}", start.start(), start.end(), hint))
    remarks.count("E106", sum(1 for _ in starts))


def _at_the_top(code: str, message: str, hint: str) -> Finding:
    return Finding(code, message, hint=hint, place=Place(1, 1))


def _too_big(data: bytes) -> Finding | None:
    if len(data) <= MAX_BYTES:
        return None
    hint = "keep long notes in files of their own under notes/ and name them with note_file"
    return _at_the_top("E101", "the file has more than 4 MiB, which is the most that is read", hint)


def _git_crypt(data: bytes) -> Finding | None:
    if not is_locked(data):
        return None
    said = "the file is locked by git-crypt: git-crypt unlock KEYFILE"
    return _at_the_top(LOCKED, said, "whoever set the record up has the key")


def _wide(data: bytes) -> Finding | None:
    name = next((name for mark, name in _WIDE_MARKS.items() if data.startswith(mark)), None) or _unmarked_wide(data)
    return _at_the_top("E103", f"the file is {name}, not UTF-8", _SAVE_AS_UTF8) if name else None


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: of plain Latin text every second byte is zero, or three of four; no others."""
    quarters = [data[at:_SAMPLE:4] for at in range(4)]
    fewest, second, *_ = sorted(quarter.count(0) for quarter in quarters)
    if not fewest and len(quarters[-1]) > 1 and second > 2 * _MOSTLY * len(quarters[0]):
        return "UTF-32"
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    zeros, others = sorted((even.count(0), odd.count(0)), reverse=True)
    return "UTF-16" if odd and zeros > _MOSTLY * len(even) and not others else None


def _cut_off(data: bytes) -> Finding | None:
    kept = data.rstrip(b"\0")
    if len(kept) == len(data):
        return None
    if not kept:
        return _at_the_top("E104", f"the file holds nothing but zero bytes ({len(data):,})", _RESTORE)
    place = _place_in_bytes(kept, len(kept))
    message = f"the file was cut off here: only zero bytes follow ({len(data) - len(kept):,})"
    return Finding("E104", message, hint=_RESTORE, place=place)


def _place_in_bytes(data: bytes, position: int) -> Place:
    line_start = data.rfind(b"\n", 0, position) + 1
    before = data[line_start:position].decode(errors="replace")
    after = data[position : position + MAX_EXCERPT].split(b"\n", 1)[0].decode("cp1252", "replace")
    excerpt = (before + after)[:MAX_EXCERPT].rstrip("\r")
    return Place(data.count(b"\n", 0, position) + 1, len(before) + 1, 1, excerpt)


def _undecodable(data: bytes) -> list[Finding]:
    """One finding for each line that is not UTF-8, the first ones with their place."""
    bad = _bad_bytes(data)
    found = [_bad_byte(data, position) for position in islice(bad, MAX_PER_CODE)]
    more = sum(1 for _ in bad)
    if more:
        last = found[-1]
        message = f"{last.message} (and {more:,} more like this)"
        found[-1] = Finding(last.code, message, hint=last.hint, place=last.place)
    return found


def _bad_bytes(data: bytes) -> Iterator[int]:
    """Where each line first stops being UTF-8; a line feed is never part of a longer character."""
    start = 0
    for line in data.split(b"\n"):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            yield start + error.start
        start += len(line) + 1


def _bad_byte(data: bytes, position: int) -> Finding:
    place = _place_in_bytes(data, position)
    try:
        data[position:].decode()
    except UnicodeDecodeError as error:
        if not error.start and error.reason == "unexpected end of data":
            return Finding("E104", "the file ends in the middle of a character", hint=_RESTORE, place=place)
    letter = data[position : position + 1].decode("cp1252", "replace")
    message = f"byte {data[position]:02X} is not UTF-8; it looks like Windows-1252 or Latin-1, where it is {letter}"
    return Finding("E102", message, hint="save the file as UTF-8", place=place)
