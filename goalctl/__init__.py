"""goalctl: treatment plans as plain text, with SMART goals, scores, deadlines and charts.

`goalctl.open(folder)` is the way in from Python, and `GoalctlError` what goes wrong there; everything else may move.
"""

from __future__ import annotations

TYPE_CHECKING = False  # not from `typing`, which takes as long to import as saying the version takes in all
if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from goalctl.model.errors import GoalctlError
    from goalctl.workspace.api import Workspace

__all__ = ["GoalctlError", "__version__", "open"]
__version__ = "0.2.0.dev0"


def open(folder: str | PathLike[str] = ".", *, today: date | None = None) -> Workspace:  # noqa: A001 - `goalctl.open`
    """The workspace in that folder or above it, seen from `today`; what that takes is imported only now."""
    from datetime import datetime
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from goalctl.workspace.api import workspace_at

    def clock(timezone: str | None) -> datetime:
        return datetime.now(ZoneInfo(timezone)) if timezone else datetime.now().astimezone()

    return workspace_at(Path(folder), clock, today=today)


def __getattr__(name: str) -> type[GoalctlError]:
    """What goes wrong in all of it, imported only where it is caught."""
    if name == "GoalctlError":
        from goalctl.model.errors import GoalctlError

        return GoalctlError
    raise AttributeError(name)
