"""The caseload in brief for the commands that watch it: from the index, without a model, while nothing has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from goalctl.workspace.memory.index import Index, PlanBrief, SettingsBrief, remembered_index
from goalctl.workspace.store.scan import PlanFile

if TYPE_CHECKING:
    from goalctl.workspace.store.practice import Clock, Practice


@dataclass
class Watch:
    """What is remembered of a workspace, and the way to bring it up to date."""

    root: Path
    index: Index | None
    clock: Clock | None = None

    @classmethod
    def of(cls, root: Path, clock: Clock | None = None) -> Watch:
        """The watch over a workspace; the clock is the machine's."""
        return cls(root, remembered_index(root), clock)

    @cached_property
    def settings(self) -> SettingsBrief:
        """The settings in brief."""
        if self.index is not None:
            return self.index.settings
        from goalctl.workspace.memory.briefs import settings_brief

        return settings_brief(self._practice)

    def briefs(self, files: tuple[PlanFile, ...], *, today: date, all_files: bool) -> list[PlanBrief]:
        """The briefs of these files as of that day; when they are `all_files` there are, they are remembered."""
        known = [self.index.brief_of(file) for file in files] if self.index else []
        fitting = [brief for brief in known if brief and brief.holds_on(today)]
        gone = all_files and self.index is not None and len(self.index.briefs) != len(files)
        if self.index is not None and len(fitting) == len(files) and not gone:
            return fitting
        from goalctl.workspace.memory.briefs import fresh_briefs

        return fresh_briefs(self._practice, files, self.index, today=today, remember=all_files)

    @cached_property
    def _practice(self) -> Practice:
        from goalctl.workspace.store.practice import practice_at

        return practice_at(self.root, self.clock)
