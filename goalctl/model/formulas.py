"""Texts that a spreadsheet would run as a formula: an apostrophe in front prevents it, and goes on the way in."""

import re

_KEPT = re.compile(r'="((?:[^"]|"")*)"')
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
"""The one list of what begins a formula; every table out and in goes by it."""


def safe_cell(text: str) -> str:
    """The text as a cell that is only shown."""
    return f"'{text}" if text.startswith(STARTS) else text


def text_of_cell(cell: str) -> str:
    """The text that such a cell was made from, or that Excel was told to leave alone, `="007"`; others as they are."""
    if kept := _KEPT.fullmatch(cell):
        return kept[1].replace('""', '"')
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS) else cell
