"""The one gate through which every value goes before it is shown: no control, bidi or invisible characters pass.

A half-space and a soft hyphen within a word are text: Persian, Kurdish and Urdu are spelled with the one, long words
are broken at the other. Anywhere else they are shown as what they are.
"""

from __future__ import annotations

import re
import unicodedata

_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F)
_INVISIBLE = (0x200B, 0x200C, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x00AD, 0x2028, 0x2029, 0x180E)
_CONTROL = (*range(0x20), *range(0x7F, 0xA0))
_TAGS = range(0xE0000, 0xE0080)


def _escape(code: int) -> str:
    if code > 0xFFFF:  # noqa: PLR2004 - the end of the basic plane
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - two digits are enough


_VISIBLE: dict[int, str] = {code: _escape(code) for code in (*_CONTROL, *_BIDI, *_INVISIBLE, *_TAGS)}
_VISIBLE.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
_VISIBLE.update({ord("\n"): "\n", ord("\t"): "    "})
_WITHIN_WORDS = re.compile("[\u200c\u00ad]+")
_LETTERS = "LM"  # letters, and the marks upon them
_ONE_LINE = _VISIBLE | {ord("\n"): " ", ord("\t"): " "}


def clean(text: str) -> str:
    """The text with every dangerous character shown as its number; line feeds stay, a tab becomes spaces."""
    return _shown(text, _VISIBLE)


def one_line(text: str) -> str:
    """The same on one line, with runs of spaces folded."""
    return " ".join(_shown(text, _ONE_LINE).split())


def _shown(text: str, table: dict[int, str]) -> str:
    if _WITHIN_WORDS.search(text) is None:
        return text.translate(table)
    shown, start = [], 0
    for found in _WITHIN_WORDS.finditer(text):
        shown.append(text[start : found.start()].translate(table))
        is_text = len(found[0]) == 1 and _is_letter(text[: found.start()][-1:]) and _is_letter(text[found.end() :][:1])
        shown.append(found[0] if is_text else found[0].translate(table))
        start = found.end()
    return "".join([*shown, text[start:].translate(table)])


def _is_letter(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in _LETTERS
