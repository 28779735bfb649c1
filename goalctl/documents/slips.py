"""What a hand editor probably meant where the YAML parser gave up: one small rule for each slip, tried in order.

The parser's own words only choose the rule; what is said and where is read from the text around that place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from goalctl.documents.parse_error import ParseError
from goalctl.documents.text import Remark, line_at, start_of_words

_QUOTES = ("'", '"')
_QUOTE_IT = 'put the whole text in quotes, as in note: "he said: stop"'
_ALIGN = "lines that belong together start in the same column; use spaces only"
_CLOSERS = {"[": "]", "{": "}"}
_DASH = r"\s*(?:- +)*"
_GLUED_COLON = re.compile(rf"{_DASH}([A-Za-z_][\w.@-]*:)[^\s:/]")
_GLUED_DASH = re.compile(r"\s*(-)[^\s-]")
_KEY = re.compile(rf"{_DASH}[^\s#][^\n]*?:(?:\s|$)")
_TAB_IN_INDENT = re.compile(r" *\t")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")

Rule: TypeAlias = Callable[[ParseError], Remark | None]


def slip(error: ParseError) -> Remark:
    """What the error probably means; every error gets one answer."""
    found = (rule(error) for rule in _RULES)
    return next((remark for remark in found if remark), None) or _unknown(error)


def _sign_at(position: int, message: str, hint: str, code: str = "E109") -> Remark:
    """A remark on one character."""
    return Remark(code, message, position, position, hint)


def _at(error: ParseError, message: str, hint: str, code: str = "E109") -> Remark:
    return _sign_at(error.at, message, hint, code)


def _on_line(error: ParseError, position: int, message: str, hint: str, code: str = "E109") -> Remark:
    """A remark on all of a line but its indentation."""
    start = error.line_start(position) + error.indent(position)
    return Remark(code, message, start, start + len(error.line(position).strip()), hint)


def _unclosed_quote(error: ParseError) -> Remark | None:
    ended = "end of stream" in error.problem or "document" in error.problem
    if "quoted scalar" not in error.context or not ended:
        return None
    quote = error.text[error.since]
    hint = f"close it with {quote} at the end of the text"
    return _sign_at(error.since, "this quote is opened and never closed", hint)


def _backslash(error: ParseError) -> Remark | None:
    if "quoted scalar" not in error.context:
        return None
    start = error.text.rfind("\\", error.since, error.at + 1)
    hint = "write \\\\ for a backslash, or use single quotes"
    return _sign_at(start, "a backslash in double quotes has a meaning of its own", hint)


def _tab(error: ParseError) -> Remark | None:
    start = error.line_start(error.at)
    indented = _TAB_IN_INDENT.match(error.text, start)
    if "flow" in error.context or not (indented or error.char == "\t"):
        return None
    start = indented.end() - 1 if indented else error.at
    return _sign_at(start, "a tab stands where only spaces may", "indent with spaces, two for each level")


def _left_conflict(error: ParseError) -> Remark | None:
    for position in (error.at, error.since, error.line_above(error.at)):
        line = "" if position is None else error.line(position)
        if position is not None and _CONFLICT.match(line):
            hint = "delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
            return _on_line(error, position, "a line of a merge conflict was left here", hint, "E106")
    return None


def _bracket(error: ParseError) -> Remark | None:
    """A list or mapping in brackets that doesn't go on as it should."""
    if "flow" not in error.context or "expected ','" not in error.problem:
        return None
    return _wrong_end(error) or _missing_comma(error)


def _wrong_end(error: ParseError) -> Remark | None:
    """Closed with the other bracket, or never."""
    opened = error.text[error.since]
    closer = _CLOSERS.get(opened, opened)
    if error.char and error.char in "]}":
        return _at(error, f"opened with {opened} but closed with {error.char}", f"close it with {closer}")
    apart = error.line_start(error.since) != error.line_start(error.at)
    if not error.char or (apart and error.indent(error.at) <= error.indent(error.since)):
        return _sign_at(error.since, f"this {opened} is opened and never closed", f"close it with {closer}")
    return None


def _missing_comma(error: ParseError) -> Remark:
    if error.scalar_is_folded and error.scalar_end == error.at:
        end = error.line_start(error.scalar_start) + len(error.line(error.scalar_start).rstrip())
        return _sign_at(end, "a comma is missing at the end of this line", "put a comma between two values")
    if error.char == ":":
        return _at(error, "this colon stands inside a text without quotes", _QUOTE_IT)
    return _at(error, "a comma is missing before this", "put a comma between two values, or the whole text in quotes")


def _colon(error: ParseError) -> Remark | None:
    """A colon where no key may stand: inside a text, or because the line above reaches down to here."""
    if "mapping values are not allowed" not in error.problem:
        return None
    before = error.text[error.line_start(error.at) : error.at]
    above = error.line_above(error.at)
    if re.search(r"\S:\s", before) or before.lstrip(" -").startswith(_QUOTES):
        return _at(error, "this colon stands inside a text without quotes", _QUOTE_IT)
    return None if above is None else _missing_space(error, above) or _line_too_deep(error, above)


def _line_too_deep(error: ParseError, above: int) -> Remark:
    """A line that the parser took for more of the text above it."""
    if not _KEY.match(error.line(above)):
        return _no_key(error, above)
    hint = "start it in the same column as the line above; if it continues that text, put the whole text in quotes"
    return _on_line(error, error.at, "this line is indented deeper than the one above allows", hint)


def _missing_space(error: ParseError, position: int) -> Remark | None:
    """`key:value` or `-item` on this line."""
    line = error.line(position)
    for pattern, word in ((_GLUED_DASH, "dash"), (_GLUED_COLON, "colon")):
        match = pattern.match(line)
        if match:
            start = error.line_start(position)
            message = f"a space is missing after this {word}"
            hint = (
                "write - item"
                if word == "dash"
                else f"write {start_of_words(match.group(1))} and a space before the value"
            )
            return Remark("E109", message, start + match.start(1), start + match.end(1), hint)
    return None


def _no_key(error: ParseError, position: int) -> Remark:
    hint = "write key: text; indent a line that continues the text above it; start a comment with #"
    return _on_line(error, position, "this line has no key", hint)


def _missing_colon(error: ParseError) -> Remark | None:
    if "could not find expected ':'" not in error.problem:
        return None
    return _missing_space(error, error.since) or _no_key(error, error.since)


def _after_quote(error: ParseError) -> Remark | None:
    """`'don't'`, `"a" b`, or a quote that was closed only by the next one."""
    between = error.text[error.scalar_end : error.at]
    if error.scalar_style not in _QUOTES or between.strip(" \t"):
        return None
    if error.scalar_is_folded:
        closed = line_at(error.text, error.scalar_end)
        hint = f"close it with {error.scalar_style} at the end of the text"
        return _sign_at(error.scalar_start, f"this quote is closed only on line {closed}", hint)
    single = error.scalar_style == "'"
    hint = "write '' for an apostrophe, or use double quotes" if single else 'write \\" for a quote inside the text'
    return _at(error, "the text goes on after its closing quote", hint)


def _after_bracket(error: ParseError) -> Remark | None:
    before = error.text[error.line_start(error.at) : error.at].rstrip(" \t")
    if "block" not in error.context or not before.endswith(("]", "}")):
        return None
    if error.char == ",":
        return _at(error, "a comma follows the closing bracket", "take the comma away")
    return _at(error, "something follows the closing bracket", _QUOTE_IT)


def _empty_key(error: ParseError) -> Remark | None:
    if error.char != ":" or "expected" not in error.problem:
        return None
    return _at(error, "there is no key before this colon", "write a key, as in note: text", "E114")


def _after_the_end(error: ParseError) -> Remark | None:
    """Text behind `...`, or one that is indented less than the first line."""
    if "<document start>" not in error.problem:
        return None
    above = error.line_above(error.at)
    if above is None or not error.line(above).startswith("..."):
        return _on_line(error, error.at, "this line lines up with nothing above it", _ALIGN)
    return _on_line(error, above, "this line ends the file, but more follows", "delete it", "E115")


def _indentation(error: ParseError) -> Remark | None:
    if "block" not in error.context or "expected" not in error.problem:
        return None
    cut = error.text.startswith(" #", error.scalar_end)
    hint = "the text above ends at its #; put the whole text in quotes" if cut else _ALIGN
    if error.line(error.at).lstrip().startswith("- "):
        return _on_line(error, error.at, "this list item lines up with no list above it", hint)
    return _on_line(error, error.at, "this line lines up with nothing above it", hint)


def _list_on_key_line(error: ParseError) -> Remark | None:
    if "sequence entries are not allowed" not in error.problem:
        return None
    hint = "start the list on the next line, or put the text in quotes if it is no list"
    return _at(error, "a list can't start here, behind its key", hint)


def _block_text_head(error: ParseError) -> Remark | None:
    if "block scalar" not in error.context:
        return None
    sign = error.text[error.since]
    hint = f"start the text on the next line, indented; or put it in quotes if it begins with {sign}"
    return _at(error, f"nothing may follow {sign} on its line", hint)


def _special_start(error: ParseError) -> Remark | None:
    """`@home`, a Markdown `* bullet`, a lone comma: text that begins with a sign YAML keeps for itself."""
    starts = ("cannot start any token", "alphabetic", "node content", "mapping keys are not allowed", "tag handle")
    if not any(start in error.problem for start in starts):
        return None
    position, sign = _sign(error)
    code = {"*": "E111", "&": "E111", "!": "E113"}.get(sign, "E109")
    if error.text.startswith("* ", position):
        return _sign_at(position, "a list item starts with a dash, not with *", "write - item", code)
    if sign and sign in "]}":
        return _at(error, f"this {sign} closes nothing that was opened", "delete it, or put the text in quotes")
    if not sign.strip():
        return _at(error, "a value is missing here", "write one, or take the sign before it away")
    return _sign_at(position, f"a text can't start with {sign} unless it is in quotes", _QUOTE_IT, code)


def _sign(error: ParseError) -> tuple[int, str]:
    """The sign that the text begins with, and where; empty at the end of the file."""
    if error.text.startswith(("*", "&", "!"), error.since):
        return error.since, error.text[error.since]
    return error.at, error.char


def _directive(error: ParseError) -> Remark | None:
    for position in (error.since, error.at, error.line_above(error.at)):
        if position is not None and error.line(position).startswith("%"):
            return _on_line(error, position, "a line that starts with % is an order to YAML", "delete the line")
    return None


def _unknown(error: ParseError) -> Remark:
    hint = "look at this line and the one above for a missing quote, colon or bracket, or a different indentation"
    return _at(error, "the text can't be read from here on", hint)


_RULES: tuple[Rule, ...] = (
    _unclosed_quote,
    _backslash,
    _tab,
    _left_conflict,
    _bracket,
    _colon,
    _missing_colon,
    _list_on_key_line,
    _block_text_head,
    _empty_key,
    _directive,
    _special_start,
    _after_quote,
    _after_bracket,
    _after_the_end,
    _indentation,
)
