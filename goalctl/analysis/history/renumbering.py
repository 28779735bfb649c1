"""What another id for one thing means in plain values: every place that names it, and no one's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from goalctl.analysis.history.steps import RENUMBERED
from goalctl.model.finding import Fields, Path, Value, fields_in, records_under

_NAMING = {"id", "problem", "serves", "of", "for", "goal", "worked_on", "used", "scores", "outcomes", "set"}


class Renumbering:
    """One thing, full ids before and after; what is called by its id or begins with it has the new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<of>(?:scores\.)?){re.escape(self.old)}(?P<rest>(?:\.[\w.]+)?(?:@[\w-]+)?)")

    def named(self, path: Path, word: str) -> str:
        """The word as it reads afterwards; `path` leads to it, or to what holds it as a key."""
        match = self._pattern.fullmatch(word)
        return f"{match['of']}{self.new}{match['rest']}" if match and _is_naming(path) else word

    def after(self, value: Value, path: Path = ()) -> Value:
        """The value as it reads afterwards."""
        match value:
            case str():
                return self.named(path, value)
            case list():
                return [self.after(one, (*path, place)) for place, one in enumerate(value)]
            case dict():
                return {self.named(path, key): self.after(one, (*path, key)) for key, one in value.items()}
        return value


def _is_naming(path: Path) -> bool:
    """Whether what stands there names something, and is no one's words."""
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    return last in _NAMING or path[:1] == ("diary",)


def renumberings_since(before: Value, now: Value) -> Iterator[Renumbering]:
    """What the trail says was given another id since, in its order."""
    known = [_told(change) for change in _trailed(before)]
    for change in _trailed(now):
        old, new = change.get("from"), change.get("to")
        if _told(change) not in known and isinstance(old, str) and isinstance(new, str):
            yield Renumbering(old, new)


def _trailed(data: Value) -> Iterator[Fields]:
    for change in records_under(fields_in(data), "changes"):
        if change.get("what") == RENUMBERED:
            yield change


def _told(change: Fields) -> tuple[Value, ...]:
    return tuple(change.get(key) for key in ("id", "on", "written", "from", "to"))
