"""Regular expressions that are compiled when they are first asked: most commands read no text that needs them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property


class Expression:
    """A regular expression as `re.compile` makes one, compiled when it is first asked."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Where it stands first."""
        return self._compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Where the text begins with it."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where it is all of the text."""
        return self._compiled.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """All that it finds, of an expression with one group at the most."""
        return self._compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """The text between what it finds."""
        return self._compiled.split(text)

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else in its places."""
        return self._compiled.sub(instead, text, count=count)
