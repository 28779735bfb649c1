"""What a practice and whoever asks choose of the rules: which are asked, and how severe their findings are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from goalctl.model.finding import Finding, Severity
from goalctl.model.profile import Profile
from goalctl.model.settings import Settings

LAST_COMMIT = "HEAD"  # what a folder is held against where no revision is named


class Chosen(NamedTuple):
    """Which rules a check runs: codes or beginnings of codes; audit rules only with a profile."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None

    def asks(self, code: str, settings: Settings) -> bool:
        """Whether findings of that code are wanted."""
        if code.startswith("E"):
            return True
        if code.startswith("A") and (self.profile is None or code not in self.profile.rules):
            return False
        wanted = not self.select or code.startswith(self.select)
        return wanted and not code.startswith((*self.ignore, *settings.check.ignore))


def weighed(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """The findings with the practice's severities; the longest beginning of a code that fits counts."""
    stated = sorted(settings.check.severity.items(), key=lambda pair: -len(pair[0]))
    for finding in findings:
        told = next((told for code, told in stated if finding.code.startswith(code)), None)
        yield finding._replace(severity=Severity(told.value)) if told else finding
