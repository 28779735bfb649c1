"""Regular expressions that are compiled when they are first asked: most commands read no text that needs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

_NOWHERE = re.compile(r"(?!)")  # finds nothing


class Expression:
    """A regular expression as `re.compile` makes one, compiled when it is first asked.

    `stems` are small letters of which some stand in whatever it finds: of a text without them it is not asked.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, *, stems: tuple[str, ...] = ()) -> None:
        self.pattern = pattern
        self._flags = flags
        self._stems = stems

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def _for(self, text: str) -> re.Pattern[str]:
        return self._compiled if self.may_stand_in(text) else _NOWHERE

    def may_stand_in(self, text: str) -> bool:
        """Whether the text has one of its stems; without any it may."""
        return not self._stems or any(map(small_letters(text).__contains__, self._stems))

    def search(self, text: str) -> re.Match[str] | None:
        """Where it stands first."""
        return self._for(text).search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Where the text begins with it."""
        return self._for(text).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where it is all of the text."""
        return self._for(text).fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """All that it finds, of an expression with one group at the most."""
        return self._for(text).findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of it, in their order."""
        return self._for(text).finditer(text)

    def split(self, text: str) -> list[str]:
        """The text between what it finds."""
        return self._for(text).split(text)

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else in its places."""
        return self._for(text).sub(instead, text, count=count)


@lru_cache(maxsize=4)
def small_letters(text: str) -> str:
    """The text in the letters that are one for an expression which ignores case; dotless and dotted i are i."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")
