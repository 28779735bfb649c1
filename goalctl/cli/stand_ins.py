"""What is typed and only stands for words: a hint pasted as it is, a paste in which nothing can be seen, a lone `-`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from goalctl.cli.failures import UsageError
from goalctl.cli.unseen import is_unseen

UNSAID = "…"
PIPED = "-"
_AS_PIPED = re.compile(rf"(?!(?:\S+:)?g\d|scores\.|forms\.|x-)([^\s=]+)={PIPED}")  # a score says itself that it is none
_READ_WHAT_IS_PIPED = frozenset({"check", "import"})
_TAKE_ANSWERS = frozenset({"--form", "--answers"})  # in which it is a skip
_TAKE_WORDS = frozenset({"add-goal", "add-problem", "add-objective"})
_OF_SEVERAL = re.compile(r"[\w.+-]+=\s*(?:\{.*\}|\[.*\])\s*", re.DOTALL)
_ONE_OF_THEM = re.compile(rf"[:,{{\[]\s*([\"']?){UNSAID}\1\s*[,}}\]]")
_WORDS = re.compile(rf"""(?<=[:,{{\[])\s*(?:"(?!{UNSAID}")[^"]*"|'(?!{UNSAID}')[^']*')""")  # quoted, and said


def refuse_what_only_stands_for_words(words: Sequence[str]) -> None:
    """A hint that is pasted as it is, `--because …`, would put the `…` on record as the reason; or a part of it.

    So would a paste of which only marks came along that nobody sees.
    """
    if unseen := next((word for word in words if is_unseen(word.rpartition("=")[2])), None):
        raise UsageError(
            f"{unseen.rpartition('=')[0] or 'a word'} holds nothing that can be seen", "write it, or leave it out"
        )
    if any(_is_unsaid(word) for word in words if UNSAID in word):
        raise UsageError(f"{UNSAID} stands for what only you can say", f"write your own words where the {UNSAID} is")
    if any(word == PIPED or word.endswith(f"={PIPED}") for word in words) and _is_piped_where_nothing_reads(words):
        hint = f'write the words, or "$(cat)" for what is piped; log-session --note {PIPED} alone reads that'
        raise UsageError(f"nothing reads what is piped in here, and '{PIPED}' is no text", hint)


def _is_piped_where_nothing_reads(words: Sequence[str]) -> bool:
    """Whether a lone `-` is given as words: it would be on record in the place of what was piped in."""
    if not _READ_WHAT_IS_PIPED.isdisjoint(words):
        return False
    noted = {"--note"} if {"log-session", "log"} & set(words) else set()
    after = {option for option, word in pairwise(words) if word == PIPED and option.startswith("--")}
    pairs = (word for option, word in pairwise(words) if option not in _TAKE_ANSWERS)
    stated = {found[1] for found in map(_AS_PIPED.fullmatch, pairs) if found}
    if PIPED in words and not _TAKE_WORDS.isdisjoint(words):
        return True
    return not (after | stated) <= noted | {"--answers", "--output"}


def _is_unsaid(word: str) -> bool:
    """Whether it stands there for a value, also for one of several: `services+={type: …, minutes: 50}`."""
    if _OF_SEVERAL.fullmatch(word):
        return _ONE_OF_THEM.search(_WORDS.sub("", word)) is not None
    return word == UNSAID or word.endswith(f"={UNSAID}")
