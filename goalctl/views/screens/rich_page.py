"""A page for a terminal: wrapped to its width, continuation lines hang under their own indentation."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from goalctl.views.clean import one_line
from goalctl.views.page import STEP, Line
from goalctl.views.style import STYLES


def rich_page(lines: Iterable[Line]) -> RenderableType:
    """The lines as Rich shows them."""
    return Group(
        *(Padding(Text(one_line(line.text), style=STYLES[line.tone]), (0, 0, 0, STEP * line.indent)) for line in lines)
    )
