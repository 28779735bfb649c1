"""What one run of goalctl has done to files, so that however it ends it can say so in one true sentence."""

from __future__ import annotations

from collections.abc import Callable


def _to_nobody(_: str) -> None:
    """Where nobody listens, such as in a test of one operation."""


class Account:
    """`saved` are the names of what is in place by now, `uncommitted` of what git should have taken and did not.

    `untold` is why it did not, until that is said.

    `tell` says at once what goalctl did on the way, beside what it was asked for. `settings_fault` is why the answer
    was made without the practice's settings. What was made is not `is_whole` when some of it can't be read there.
    `is_seen_by_client` where the client sees the screen.
    """

    def __init__(self, tell: Callable[[str], None] = _to_nobody) -> None:
        self.tell = tell
        self.saved: list[str] = []
        self.uncommitted: list[str] = []
        self.untold = ""
        self.has_begun = False
        self.is_heard = True
        self.is_whole = True
        self.is_seen_by_client = False
        self.settings_fault = ""

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
