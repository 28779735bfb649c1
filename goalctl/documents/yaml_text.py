"""From plain values to YAML text that the strict reader, and any YAML 1.2 loader, gives back as they were.

What fits on a line and holds only scalars is written in braces or brackets, all else in lines. Texts of several lines
become literal blocks, long ones are folded; a text that neither can hold is quoted. No text is read or spliced here.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from goalctl.documents.change import EditError
from goalctl.documents.text import CONTROL, control_name
from goalctl.model.finding import Value

MAX_WIDTH = 100
FOLD_WIDTH = 88
_NARROWEST = 20
_MAX_HINT = 9  # an indentation indicator is one digit

_RESERVED = frozenset({"", "~", "null", "<<", "="})
_NOT_PLAIN = re.compile(r"^[\s?:,\[\]{}#&*!|>'\"%@`]|^-(?:\s|$)|^---|^\.\.\.|:(?:\s|$)|\s#|[\n\r\t]|\s$")
_FLOW_MARK = re.compile(r"[,?\[\]{}]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_NOT_LITERAL = re.compile(r"[\t\r]| $|\n\n\Z|\A\n*\Z", re.MULTILINE)


class UnwritableError(EditError):
    """A text holds a character that no file may hold."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"this can't be written: a text holds {control_name(characters)}", hint="type the text again")


class Habit(NamedTuple):
    """How far a file indents: `step` for a mapping under its key, `dash` for a list, `item` from a dash to its item."""

    step: int = 2
    dash: int = 2
    item: int = 2


HOUSE_HABIT = Habit()


def block_text(fields: dict[str, Value]) -> str:
    """The text of a new file that holds this."""
    return "\n".join(block_lines(fields, 0, HOUSE_HABIT)) + "\n"


def scalar_text(text: str | None, *, flow: bool = False) -> str:
    """A scalar on one line: plain where that is safe, otherwise in double quotes. Nothing is empty, or null in flow."""
    if text is None:
        return "null" if flow else ""
    unwritable = CONTROL.search(text)
    if unwritable:
        raise UnwritableError(unwritable[0])
    if text.lower() in _RESERVED or _NOT_PLAIN.search(text) or (flow and _FLOW_MARK.search(text)):
        return f'"{text.translate(_ESCAPES)}"'
    return text


def flow_text(value: Value) -> str:
    """Any value on one line, as it may stand inside braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return scalar_text(value, flow=True)


def flow_entry(key: str | None, value: Value) -> str:
    """An entry of a mapping in braces or, without a key, of a list in brackets."""
    return flow_text(value) if key is None else f"{scalar_text(key, flow=True)}: {flow_text(value)}"


def scalar_lines(text: str | None, used: int, indent: int, step: int) -> list[str]:
    """A scalar behind `used` columns: what stands on that line, then the lines of a block scalar, if it takes one.

    These are indented by `indent + step`, where `indent` is that of the mapping or list the scalar stands in.
    """
    line = scalar_text(text)
    if text and "\n" in text:
        return _literal(text, indent, step) or [line]
    if text and used + len(line) > MAX_WIDTH:
        return _fold(text, indent + step) or [line]
    return [line]


def block_lines(value: dict[str, Value] | list[Value], column: int, habit: Habit) -> list[str]:
    """A mapping or list that isn't empty, written in lines from this column on."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in entry_lines(key, inner, column, habit)]
    return [line for inner in value for line in item_lines(inner, column, habit)]


def entry_lines(key: str, value: Value, column: int, habit: Habit) -> list[str]:
    """`key: value` in a block mapping at this column."""
    lead = " " * column + scalar_text(key) + ":"
    if isinstance(value, dict | list) and value and not _fits(value, len(lead) + 1):
        inner = column + (habit.dash if isinstance(value, list) else habit.step)
        return [lead, *block_lines(value, inner, habit)]
    return _behind(lead, value, column, habit)


def item_lines(value: Value, column: int, habit: Habit, *, like_flow: bool | None = None) -> list[str]:
    """`- value` in a block list at this column; `like_flow` says whether the item before it is in flow style."""
    lead = " " * column + "-"
    is_record = isinstance(value, dict) and "id" in value and column <= habit.dash  # of one of the file's sections
    if (
        isinstance(value, dict | list)
        and value
        and ((is_record and not like_flow) or not _fits(value, len(lead) + 1, like_flow=like_flow))
    ):
        inner = column + habit.item
        lines = block_lines(value, inner, habit)
        return [lead.ljust(inner) + lines[0][inner:], *lines[1:]]
    return _behind(lead, value, column, habit)


def _behind(lead: str, value: Value, column: int, habit: Habit) -> list[str]:
    if isinstance(value, dict | list):
        return [f"{lead} {flow_text(value)}"]
    first, *more = scalar_lines(value, len(lead) + 1, column, habit.step)
    return [f"{lead} {first}" if first else lead, *more]


def _fits(value: dict[str, Value] | list[Value], used: int, *, like_flow: bool | None = None) -> bool:
    """Whether a collection goes into braces or brackets here; with `like_flow`, whether it has to or may."""
    if like_flow is False or any("\n" in text for text in _texts(value)):
        return False
    return (like_flow or _is_plain_row(value)) and used + len(flow_text(value)) <= MAX_WIDTH


def _is_plain_row(value: dict[str, Value] | list[Value]) -> bool:
    """Whether it holds only scalars, or as a mapping also short rows of scalars, such as a scale."""
    if isinstance(value, list):
        return not any(isinstance(part, dict | list) and part for part in value)
    return all(
        not isinstance(part, dict) and (not isinstance(part, list) or _is_plain_row(part)) for part in value.values()
    )


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _literal(text: str, indent: int, step: int) -> list[str]:
    """A literal block; nothing for what it can't hold or an editor would spoil.

    Blank lines at the end would need `|+`, which takes in every blank line that someone adds below.
    """
    hint = str(step) if text.lstrip("\n").startswith(" ") else ""
    if _NOT_LITERAL.search(text) or (hint and step > _MAX_HINT):
        return []
    pad = " " * (indent + step)
    body = [pad + line if line else "" for line in text.removesuffix("\n").split("\n")]
    return [f"|{hint}{'' if text.endswith(chr(10)) else '-'}", *body]


def _fold(text: str, indent: int) -> list[str]:
    """A folded block of two or more lines; nothing when folding would give other spaces back."""
    width = max(FOLD_WIDTH - indent, _NARROWEST)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1 or text.startswith(" ") or " ".join(lines) != text:
        return []
    return [">-", *(" " * indent + line for line in lines)]
