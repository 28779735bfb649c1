"""How many columns of a terminal a text takes, where a Chinese or Japanese character or an emoji takes two of them.

Rich knows; it is asked only about a text that has other characters than those of one column.
"""

from __future__ import annotations

import re

# Letters without marks of their own, Greek, Cyrillic, punctuation, arrows, mathematical signs, boxes.
_OF_ONE_COLUMN = re.compile(
    "[ -\u02ff\u0370-\u0482\u1e00-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\u20cf\u2100-\u2319\u2500-\u25fc]*"
)
CUT = "…"
MORE = " …"


def columns_of(text: str) -> int:
    """How many columns the text takes on one line."""
    if _OF_ONE_COLUMN.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def within_columns(text: str, most: int) -> str:
    """The text in at most that many columns; a dot dot dot stands for what is cut off."""
    return text if columns_of(text) <= most else f"{_start_of(text, most - 1)}{CUT}"


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, so that it takes that many columns."""
    return text + " " * (width - columns_of(text))


def wrapped(text: str, width: int) -> list[str]:
    """The rows that a text without line feeds takes, parted where Rich parts them: at spaces, else in a long word."""
    rows = [""]
    for word in text.split():
        joined = f"{rows[-1]} {word}" if rows[-1] else word
        if columns_of(joined) <= width:
            rows[-1] = joined
        else:
            rows += _folded(word, width)
    return rows if rows[0] or len(rows) == 1 else rows[1:]


def within_rows(text: str, width: int, most: int) -> str:
    """The text, its end left out where it takes more rows than that."""
    rows = wrapped(text, width)
    if len(rows) <= most:
        return text
    last, place = rows[most - 1], 0
    for row in rows[: most - 1]:
        place = text.index(row, place) + len(row)
    while columns_of(last + MORE) > width and " " in last:
        last = last.rpartition(" ")[0]
    kept = last if columns_of(last + MORE) <= width else _start_of(last, width - len(MORE))
    return text[: text.index(last, place)] + kept + MORE


def _start_of(text: str, most: int) -> str:
    """As much of its beginning as fits."""
    if most <= 0:
        return ""
    if _OF_ONE_COLUMN.fullmatch(text):
        return text[:most].rstrip()
    from rich.cells import set_cell_size

    return set_cell_size(text, most).rstrip()


def _folded(word: str, width: int) -> list[str]:
    if columns_of(word) <= width:
        return [word]
    from rich.cells import chop_cells

    return chop_cells(word, max(width, 2))
