"""Where the YAML parser gave up on a text, and what stands around that place; what it means is told in `slips.py`."""

from __future__ import annotations

from typing import NamedTuple

from yaml import MarkedYAMLError
from yaml.events import ScalarEvent


class ParseError(NamedTuple):
    """Where the parser gave up (`at`), where the thing it was reading began (`since`), and its last whole scalar."""

    text: str
    problem: str
    context: str
    at: int
    since: int
    scalar_start: int
    scalar_end: int
    scalar_style: str

    @classmethod
    def of(cls, text: str, error: MarkedYAMLError, last: ScalarEvent | None) -> ParseError:
        """From the parser's error and the last scalar that it read before."""
        at = min(error.problem_mark.index, len(text)) if error.problem_mark else len(text)
        since = min(error.context_mark.index, at) if error.context_mark else at
        span = (last.start_mark.index, last.end_mark.index) if last and last.start_mark and last.end_mark else (at, at)
        style = (last.style or "") if last else ""
        return cls(text, error.problem or "", error.context or "", at, since, *span, style)

    @property
    def char(self) -> str:
        """The character where it gave up; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def scalar_is_folded(self) -> bool:
        """Whether the last scalar runs over several lines."""
        return "\n" in self.text[self.scalar_start : self.scalar_end]

    def line_start(self, position: int) -> int:
        """Where the line of a position starts."""
        return self.text.rfind("\n", 0, position) + 1

    def line(self, position: int) -> str:
        """The line of a position, without its end."""
        return self.text[self.line_start(position) :].partition("\n")[0].rstrip("\r")

    def indent(self, position: int) -> int:
        """By how many spaces the line of a position is indented."""
        line = self.line(position)
        return len(line) - len(line.lstrip(" "))

    def line_above(self, position: int) -> int | None:
        """Where the nearest line above that holds more than blanks and a comment starts."""
        start = self.line_start(position)
        while start:
            start = self.line_start(start - 1)
            if self.line(start).lstrip()[:1] not in {"", "#"}:
                return start
        return None
