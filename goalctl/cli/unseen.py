"""Whether what was typed or piped in can be seen: a goal or a reason of a mark alone would stand on record as said."""

from __future__ import annotations

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # fillers of Hangul, and Braille without a dot


def is_unseen(text: str) -> bool:
    """Whether it has characters, but none that a reader sees: marks of joining or direction, blank letters, spaces.

    A space of the keyboard is left to who asks for words.
    """
    return not text.isascii() and not any(map(_is_seen, text))


def seen(line: str) -> str:
    """The line as it was typed; one in which nothing can be seen is an empty one."""
    return "" if is_unseen(line) else line


def _is_seen(char: str) -> bool:
    from unicodedata import category  # only for what is not ASCII

    return not char.isspace() and char not in _BLANK and category(char)[0] not in "CM"
