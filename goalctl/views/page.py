"""A page of lines, each with an indentation and a tone; shown wrapped on a terminal and unwrapped in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goalctl.views.clean import one_line
from goalctl.views.listing import Tone

STEP = 2


class Line(NamedTuple):
    """One line: client text is cleaned when it is shown, so any text may stand here."""

    text: str
    indent: int = 0
    tone: Tone = Tone.PLAIN


def plain_page(lines: Iterable[Line]) -> str:
    """The page as plain text, one line each, however long."""
    return "".join(f"{' ' * STEP * line.indent}{one_line(line.text)}".rstrip() + "\n" for line in lines)
