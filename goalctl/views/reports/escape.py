"""Text for a page that nobody's words can break: for HTML, for Markdown and for a CSS string, always cleaned first."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from goalctl.views.clean import clean, one_line
from goalctl.views.frame import css_string

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|~$"})
_LEADING = re.compile(r"^(?:[-+=#](?=\s|[-=#]|$)|\d+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#|\w+;)")


def html_text(value: object) -> Markup:
    """The value for a page; None is nothing, what is markup already stays."""
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704 - a template's own markup
    return escape(clean(_text(value)))


def markdown_text(value: object) -> Markup:
    """The value on one line, with everything that Markdown or HTML would take for a mark escaped."""
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704 - a template's own markup
    text = _ENTITY.sub(r"\\&", one_line(_text(value)).translate(_MARKS))
    return Markup(_LEADING.sub(_with_backslash, text))  # noqa: S704 - escaped for Markdown


def _with_backslash(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def css_text(value: object) -> Markup:
    """The value as a quoted CSS string; all but letters, digits and spaces are written by number."""
    return Markup(css_string(one_line(_text(value))))  # noqa: S704 - nothing but letters, digits and numbered characters


def lines_of(value: object) -> list[str]:
    """The text's lines, for a format in which each needs a mark of its own."""
    return clean(_text(value)).rstrip("\n").split("\n")


def _text(value: object) -> str:
    return "" if value is None else str(value)
