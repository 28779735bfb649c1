"""What a hand editor probably meant where the YAML parser stumbled: one small rule for each slip, tried in order.

The parser's own words only choose the rule; what is said and where is read from the text around the stumble.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from goalctl.documents.stumble import Stumble
from goalctl.documents.text import Remark, line_at, shortened

_QUOTES = ("'", '"')
_QUOTE_IT = 'put the whole text in quotes, as in note: "he said: stop"'
_ALIGN = "lines that belong together start in the same column; use spaces only"
_CLOSERS = {"[": "]", "{": "}"}
_DASH = r"\s*(?:- +)*"
_GLUED_COLON = re.compile(rf"{_DASH}([A-Za-z_][\w.@-]*:)[^\s:/]")
_GLUED_DASH = re.compile(r"\s*(-)[^\s-]")
_KEY = re.compile(rf"{_DASH}[^\s#][^\n]*?:(?:\s|$)")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")

Rule: TypeAlias = Callable[[Stumble], Remark | None]


def slip(stumble: Stumble) -> Remark:
    """What the stumble probably means; every stumble gets one answer."""
    found = (rule(stumble) for rule in _RULES)
    return next((remark for remark in found if remark), None) or _unknown(stumble)


def _remark(message: str, start: int, end: int, hint: str, code: str = "E109") -> Remark:
    return Remark(code, message, start, max(end, start + 1), hint)


def _at(stumble: Stumble, message: str, hint: str, code: str = "E109") -> Remark:
    return _remark(message, stumble.at, stumble.at + 1, hint, code)


def _on_line(stumble: Stumble, position: int, message: str, hint: str) -> Remark:
    """A remark on all of a line but its indentation."""
    start = stumble.line_start(position) + stumble.indent(position)
    return _remark(message, start, start + len(stumble.line(position).strip()), hint)


def _unclosed_quote(stumble: Stumble) -> Remark | None:
    ended = "end of stream" in stumble.problem or "document" in stumble.problem
    if "quoted scalar" not in stumble.context or not ended:
        return None
    quote = stumble.text[stumble.since]
    hint = f"close it with {quote} at the end of the text"
    return _remark("this quote is opened and never closed", stumble.since, stumble.since + 1, hint)


def _backslash(stumble: Stumble) -> Remark | None:
    if "quoted scalar" not in stumble.context:
        return None
    start = max(stumble.text.rfind("\\", stumble.since, stumble.at + 1), stumble.since)
    hint = "write \\\\ for a backslash, or use single quotes"
    return _remark("a backslash in double quotes has a meaning of its own", start, stumble.at + 1, hint)


def _tab(stumble: Stumble) -> Remark | None:
    start = stumble.line_start(stumble.at)
    blank = re.match(r"[ \t]*", stumble.text[start : stumble.at + 1])
    in_indent = blank.group().find("\t") if blank else -1
    if "flow" in stumble.context or (in_indent < 0 and stumble.char != "\t"):
        return None
    start = start + in_indent if in_indent >= 0 else stumble.at
    return _remark("a tab stands where only spaces may", start, start + 1, "indent with spaces, two for each level")


def _left_conflict(stumble: Stumble) -> Remark | None:
    for position in (stumble.at, stumble.since, stumble.line_above(stumble.at)):
        line = "" if position is None else stumble.line(position)
        if position is not None and _CONFLICT.match(line):
            start = stumble.line_start(position)
            hint = "delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
            return _remark("a line of a merge conflict was left here", start, start + len(line), hint, "E106")
    return None


def _bracket(stumble: Stumble) -> Remark | None:
    """A list or mapping in brackets that doesn't go on as it should."""
    if "flow" not in stumble.context or "expected ','" not in stumble.problem:
        return None
    opened = stumble.text[stumble.since]
    closer = _CLOSERS.get(opened, opened)
    if stumble.char and stumble.char in "]}":
        return _at(stumble, f"opened with {opened} but closed with {stumble.char}", f"close it with {closer}")
    apart = stumble.line_start(stumble.since) != stumble.line_start(stumble.at)
    if not stumble.char or (apart and stumble.indent(stumble.at) <= stumble.indent(stumble.since)):
        message = f"this {opened} is opened and never closed"
        return _remark(message, stumble.since, stumble.since + 1, f"close it with {closer}")
    if stumble.scalar_is_folded and stumble.scalar_end == stumble.at:
        end = stumble.line_start(stumble.scalar_start) + len(stumble.line(stumble.scalar_start).rstrip())
        return _remark("a comma is missing at the end of this line", end, end, "put a comma between two values")
    if stumble.char == ":":
        return _at(stumble, "this colon stands inside a text without quotes", _QUOTE_IT)
    return _at(stumble, "a comma is missing before this", "put a comma between two values, or the whole text in quotes")


def _colon(stumble: Stumble) -> Remark | None:
    """A colon where no key may stand: inside a text, or because the line above reaches down to here."""
    if "mapping values are not allowed" not in stumble.problem:
        return None
    before = stumble.text[stumble.line_start(stumble.at) : stumble.at]
    above = stumble.line_above(stumble.at)
    if re.search(r"\S:\s", before) or before.lstrip(" -").startswith(_QUOTES):
        return _at(stumble, "this colon stands inside a text without quotes", _QUOTE_IT)
    return None if above is None else _glued(stumble, above) or _swallowed(stumble, above)


def _swallowed(stumble: Stumble, above: int) -> Remark:
    """A line that the parser took for more of the text above it."""
    if not _KEY.match(stumble.line(above)):
        return _no_key(stumble, above)
    hint = "start it in the same column as the line above; if it continues that text, put the whole text in quotes"
    return _on_line(stumble, stumble.at, "this line is indented deeper than the one above allows", hint)


def _glued(stumble: Stumble, position: int) -> Remark | None:
    """`key:value` or `-item` on this line."""
    line = stumble.line(position)
    for pattern, word in ((_GLUED_DASH, "dash"), (_GLUED_COLON, "colon")):
        match = pattern.match(line)
        if match:
            start = stumble.line_start(position)
            message = f"a space is missing after this {word}"
            hint = (
                "write - item" if word == "dash" else f"write {shortened(match.group(1))} and a space before the value"
            )
            return _remark(message, start + match.start(1), start + match.end(1), hint)
    return None


def _no_key(stumble: Stumble, position: int) -> Remark:
    hint = "write key: text; indent a line that continues the text above it; start a comment with #"
    return _on_line(stumble, position, "this line has no key", hint)


def _missing_colon(stumble: Stumble) -> Remark | None:
    if "could not find expected ':'" not in stumble.problem:
        return None
    return _glued(stumble, stumble.since) or _no_key(stumble, stumble.since)


def _after_quote(stumble: Stumble) -> Remark | None:
    """`'don't'`, `"a" b`, or a quote that was closed only by the next one."""
    between = stumble.text[stumble.scalar_end : stumble.at]
    if "expected" not in stumble.problem or stumble.scalar_style not in _QUOTES or between.strip(" \t"):
        return None
    if stumble.scalar_is_folded:
        closed = line_at(stumble.text, stumble.scalar_end - 1)
        message = f"this quote is closed only on line {closed}"
        start = stumble.scalar_start
        return _remark(message, start, start + 1, f"close it with {stumble.scalar_style} at the end of the text")
    single = stumble.scalar_style == "'"
    hint = "write '' for an apostrophe, or use double quotes" if single else 'write \\" for a quote inside the text'
    return _at(stumble, "the text goes on after its closing quote", hint)


def _after_bracket(stumble: Stumble) -> Remark | None:
    before = stumble.text[stumble.line_start(stumble.at) : stumble.at].rstrip(" \t")
    if "block" not in stumble.context or not before.endswith(("]", "}")):
        return None
    if stumble.char == ",":
        return _at(stumble, "a comma follows the closing bracket", "take the comma away")
    return _at(stumble, "something follows the closing bracket", _QUOTE_IT)


def _empty_key(stumble: Stumble) -> Remark | None:
    if stumble.char != ":" or "expected" not in stumble.problem:
        return None
    return _at(stumble, "there is no key before this colon", "write a key, as in note: text", "E114")


def _after_the_end(stumble: Stumble) -> Remark | None:
    """Text behind `...`, or one that is indented less than the first line."""
    if "<document start>" not in stumble.problem:
        return None
    above = stumble.line_above(stumble.at)
    if above is None or not stumble.line(above).startswith("..."):
        return _on_line(stumble, stumble.at, "this line lines up with nothing above it", _ALIGN)
    remark = _on_line(stumble, above, "this line ends the file, but more follows", "delete it")
    return replace(remark, code="E115")


def _indentation(stumble: Stumble) -> Remark | None:
    if "block" not in stumble.context or "expected" not in stumble.problem:
        return None
    cut = stumble.text.startswith(" #", stumble.scalar_end)
    hint = "the text above ends at its #; put the whole text in quotes" if cut else _ALIGN
    if stumble.line(stumble.at).lstrip().startswith("- "):
        return _on_line(stumble, stumble.at, "this list item lines up with no list above it", hint)
    return _on_line(stumble, stumble.at, "this line lines up with nothing above it", hint)


def _list_on_key_line(stumble: Stumble) -> Remark | None:
    if "sequence entries are not allowed" not in stumble.problem:
        return None
    hint = "start the list on the next line, or put the text in quotes if it is no list"
    return _at(stumble, "a list can't start here, behind its key", hint)


def _block_text_head(stumble: Stumble) -> Remark | None:
    if "block scalar" not in stumble.context:
        return None
    sign = stumble.text[stumble.since]
    hint = f"start the text on the next line, indented; or put it in quotes if it begins with {sign}"
    return _at(stumble, f"nothing may follow {sign} on its line", hint)


def _special_start(stumble: Stumble) -> Remark | None:
    """`@home`, a Markdown `* bullet`, a lone comma: text that begins with a sign YAML keeps for itself."""
    starts = ("cannot start any token", "alphabetic", "node content", "mapping keys are not allowed", "tag handle")
    if not any(start in stumble.problem for start in starts):
        return None
    named = stumble.text[stumble.since] if stumble.since < len(stumble.text) else ""
    position, sign = (stumble.since, named) if named in "*&!" and named else (stumble.at, stumble.char)
    code = {"*": "E111", "&": "E111", "!": "E113"}.get(sign, "E109")
    if sign == "*" and stumble.text[position + 1 : position + 2] == " ":
        return _remark("a list item starts with a dash, not with *", position, position + 1, "write - item", code)
    if sign and sign in "]}":
        return _at(stumble, f"this {sign} closes nothing that was opened", "delete it, or put the text in quotes")
    if not sign.strip():
        return _at(stumble, "a value is missing here", "write one, or take the sign before it away")
    return _remark(f"a text can't start with {sign} unless it is in quotes", position, position + 1, _QUOTE_IT, code)


def _directive(stumble: Stumble) -> Remark | None:
    for position in (stumble.since, stumble.at, stumble.line_above(stumble.at)):
        if position is not None and stumble.line(position).startswith("%"):
            return _on_line(stumble, position, "a line that starts with % is an order to YAML", "delete the line")
    return None


def _unknown(stumble: Stumble) -> Remark:
    hint = "look at this line and the one above for a missing quote, colon or bracket, or a different indentation"
    return _at(stumble, "the text can't be read from here on", hint)


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
