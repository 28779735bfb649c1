"""The text that a questionnaire ends in, read back.

It is `[goalctl-answers-1 client=… form=… sheet=… filled=… q1=2 … end=…]`, names and values percent-encoded. It may lie
in a letter, quoted and wrapped anywhere; what was lost or altered on the way is noticed by the CRC-32 at its end.
"""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import unquote
from zlib import crc32

from goalctl.model.finding import Fault
from goalctl.model.given import QUESTIONNAIRE, FilledIn, refusal
from goalctl.model.ids import form_ref_from
from goalctl.model.scalars import ScalarError, day_from

_FAMILY = QUESTIONNAIRE.rstrip("0123456789")
_BEGINS = re.compile(rf"\[{re.escape(_FAMILY)}")
_EXPORT = re.compile(r"\s*(?:\{|\[\s*[{\]])")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_ODD = re.compile(r"[^\x21-\x7e]+")
_HEAD = ("client", "form", "sheet", "filled")
_WHOLE = "copy all of it, from [ to ], and import it again"
_NEWER = "install the newer goalctl, or make the page again with this one"


def holds_answers(text: str) -> bool:
    """Whether a questionnaire's text is in it; a note in an export may hold one, too."""
    return _BEGINS.search(text) is not None and _EXPORT.match(text) is None


def filled_in_from(text: str) -> list[FilledIn | Fault]:
    """Every questionnaire's text that is in it, or what is wrong with it."""
    text = _QUOTED.sub("", text)
    found = []
    for start in _BEGINS.finditer(text):
        line = text.count("\n", 0, start.start()) + 1
        inner, end, _ = text[start.start() + 1 :].partition("]")
        found.append(_read(_words(inner), line) if end else refusal([line], "the end of the text is missing", _WHOLE))
    return found


def _words(inner: str) -> list[str]:
    """The words as they were before something wrapped them: all but the first hold a `=`."""
    first, *pieces = _ODD.sub(" ", inner).split()
    words = [first]
    for piece in pieces:
        if "=" in piece or len(words) == 1:
            words.append(piece)
        else:
            words[-1] += piece
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
