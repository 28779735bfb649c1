"""From the bytes of a file that another program wrote to its text; what is no text is named for what it is."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.model.errors import GoalctlError

_MAGIC = (
    (b"PK\x03\x04", "an Excel workbook, or another zip archive", "save its sheet as CSV (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", "save its sheet as CSV (UTF-8)"),
    (b"%PDF", "a PDF", "ask the other program for a CSV"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"SQLite format 3\x00", "a SQLite database", "export its table as CSV"),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARK = "\ufeff"  # twice where files were joined
_LOOKED_AT = 400
_FOREIGN = "not UTF-8: read as Windows-1252; look at letters such as é and ü"


class NotATableError(GoalctlError):
    """The file is something that nobody can take in here; the sentence says what."""


class Decoded(NamedTuple):
    """The text, and a remark where it was not written as UTF-8."""

    text: str
    told: str = ""


def decoded(content: bytes) -> Decoded:
    """The text in the encoding that fits, with line ends as they are; those of an old Mac become the usual ones."""
    text, told = _decoded(content)
    return Decoded(text if "\n" in text else text.replace("\r", "\n"), told)


def _decoded(content: bytes) -> Decoded:
    """UTF-8 with or without its mark; UTF-16, as Excel writes it, or UTF-32; else Windows-1252, which is told.

    Where some lines are UTF-8, as in files that were joined or cut off within a letter, those stay that.
    """
    for magic, what, hint in _MAGIC:
        if content.startswith(magic):
            raise NotATableError(f"it is {what}", hint)
    if encoding := _sixteen(content):
        return _as(content, encoding, f"read as {encoding[:6].upper()}")
    try:
        return Decoded(content.decode().lstrip(_MARK))
    except UnicodeDecodeError:
        return _line_by_line(content)


def _line_by_line(content: bytes) -> Decoded:
    lines = content.split(b"\n")
    foreign = [number for number, line in enumerate(lines, 1) if not _is_utf_8(line)]
    if all(line.isascii() or not _is_utf_8(line) for line in lines):
        return _as(content, "cp1252", f"it is {_FOREIGN}")
    texts = [_as(line, "utf-8" if _is_utf_8(line) else "cp1252", "").text for line in lines]
    first = f"line {foreign[0]}"
    which = f"{len(foreign)} lines, the first is {first}, are" if len(foreign) > 1 else f"{first} is"
    return Decoded("\n".join(texts).lstrip(_MARK), f"{which} {_FOREIGN}")


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _as(content: bytes, encoding: str, told: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding).lstrip(_MARK), told)
    except UnicodeDecodeError:
        raise NotATableError("it is neither UTF-8 nor Windows-1252", "save it as UTF-8") from None


def _sixteen(content: bytes) -> str | None:
    """Which UTF-16 or UTF-32 it is, by its mark, or by every second byte of its beginning being 0."""
    if marked := next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None):
        return marked
    high, low = content[1:_LOOKED_AT:2], content[0:_LOOKED_AT:2]
    if high and not any(high):
        return "utf-16-le"
    return "utf-16-be" if low and high and not any(low) else None
