"""What one run of goalctl has done to files, so that however it ends it can say so in one true sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


def _to_nobody(_: str) -> None:
    """Where nobody listens, such as in a test of one operation."""


@dataclass
class Account:
    """`saved` are the names of what is in place by now, `uncommitted` of what git should have taken and did not.

    `tell` says at once what goalctl did on the way, beside what it was asked for. `settings_fault` is why the answer
    was made without the practice's settings. What was made is not `is_whole` when some of it can't be read there.
    """

    tell: Callable[[str], None] = _to_nobody
    saved: list[str] = field(default_factory=list)
    uncommitted: list[str] = field(default_factory=list)
    has_begun: bool = False
    is_heard: bool = True
    is_whole: bool = True
    settings_fault: str = ""

    def note(self, name: str) -> None:
        """This is in place by now."""
        if name not in self.saved:
            self.saved.append(name)

    @property
    def words(self) -> str:
        """What has been saved, for a sentence about how a run ended."""
        shown = ", ".join(self.saved[:3])
        more = len(self.saved) - 3
        were = "was" if len(self.saved) == 1 else "were"
        return f"{shown}{f' and {more} more' if more > 0 else ''} {were} saved" if self.saved else "nothing was saved"
