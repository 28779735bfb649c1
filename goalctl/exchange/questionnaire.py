"""The text that a questionnaire ends in, read back.

It is `[goalctl-answers-1 client=… form=… sheet=… filled=… q1=2 … end=…]`, names and values percent-encoded. It may lie
in a letter, quoted and wrapped anywhere, or as a mail program saved it (quoted-printable); what was lost or altered on
the way is noticed by the CRC-32 at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from quopri import decodestring
from urllib.parse import unquote
from zlib import crc32

from goalctl.model.finding import Fault
from goalctl.model.given import QUESTIONNAIRE, FilledIn, refusal
from goalctl.model.ids import form_ref_from
from goalctl.model.scalars import ScalarError, day_from

_FAMILY = QUESTIONNAIRE.rstrip("0123456789")
_BLANK = r"[^\x21-\x7e]"  # whatever wraps the text, or a mail program makes of a space
_BEGINS = re.compile(rf"\[({f'{_BLANK}*'.join(map(re.escape, _FAMILY))}(?:{_BLANK}*\d)*)")
_EXPORT = re.compile(r"\s*(?:\{|\[\s*[{\]])")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_ENCODED = re.compile(r"\b(?:client|form|sheet|filled)=3D")  # what follows that sign has no capitals of its own
_HEAD = ("client", "form", "sheet", "filled")
_WHOLE = "copy all of it, from [ to ], and import it again"
_NEWER = "install the newer goalctl, or make the page again with this one"


def holds_answers(text: str) -> bool:
    """Whether a questionnaire's text is in it; a note in an export may hold one, too."""
    return _BEGINS.search(_sent(text)) is not None and _EXPORT.match(text) is None


def _sent(text: str) -> str:
    """A letter as it was before a mail program saved it encoded, or quoted it."""
    plain = decodestring(text.encode()).decode(errors="replace") if _ENCODED.search(text) else text
    return _QUOTED.sub("", plain)


def filled_in_from(text: str) -> list[FilledIn | Fault]:
    """Every questionnaire's text that is in it, or what is wrong with it."""
    text = _sent(text)
    found = []
    for start in _BEGINS.finditer(text):
        line = text.count("\n", 0, start.start()) + 1
        inner, end, _ = text[start.end() :].partition("]")
        words = [re.sub(_BLANK, "", start[1]), *_words(inner)]
        found.append(_read(words, line) if end else refusal([line], "the end of the text is missing", _WHOLE))
    return found


def _words(inner: str) -> Sequence[str]:
    """The words as they were before something wrapped them, be it within one: each holds one `=`."""
    words: list[str] = []
    lines = [re.sub(_BLANK, " ", line).split() for line in inner.splitlines()]
    for line in lines:
        for piece in line:
            is_cut_off = piece is line[-1] and line[1:] and line is not lines[-1]
            goes_on = "=" not in piece and not is_cut_off
            if words and (goes_on or "=" not in words[-1]):
                words[-1] += piece
            else:
                words.append(piece)
    return words


def _read(words: list[str], line: int) -> FilledIn | Fault:
    if words[0] != QUESTIONNAIRE:
        return refusal([line], f"{words[0]} is a text of another goalctl", _NEWER)
    *said, end = words
    whole = " ".join(said)
    pairs = [(unquote(key), unquote(value)) for key, _, value in (word.partition("=") for word in said[1:])]
    is_whole = end == f"end={crc32(whole.encode()):08x}" and tuple(key for key, _ in pairs[: len(_HEAD)]) == _HEAD
    if not is_whole:
        return refusal([line], "the text was changed, or a part of it is missing", _WHOLE)
    client, form, sheet, filled = (value for _, value in pairs[: len(_HEAD)])
    digest = sha256(whole.encode()).hexdigest()[:16]
    try:
        ref, day = form_ref_from(form), day_from(filled)
    except ScalarError as error:
        return refusal([line], str(error), error.hint)
    return FilledIn(client, ref, sheet, day, dict(pairs[len(_HEAD) :]), digest, line)
