"""A workspace as commands use it: its folder, its settings and its forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from goalctl.documents.document import read_document
from goalctl.library.shelf import FormShelf
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity
from goalctl.model.settings import Settings
from goalctl.workspace.store.root import FORMS, SETTINGS


@dataclass(frozen=True)
class Practice:
    """One workspace; `settings` are the defaults where `goalctl.yaml` could not be read, as `findings` then tell."""

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def forms(self) -> FormShelf:
        """Every form by id, the practice's own over the shipped ones; each is read when it is first asked for."""
        return FormShelf(self.root / FORMS)


class BadSettingsError(GoalctlError):
    """The settings can't be read, so nothing may be written by them."""

    def __init__(self, finding: Finding) -> None:
        place = f":{finding.place.line}:{finding.place.column}" if finding.place else ""
        super().__init__(f"{SETTINGS}{place}: {finding.message}", finding.hint)


def practice_at(root: Path) -> Practice:
    """The workspace in that folder, with whatever is wrong with its settings as findings."""
    document = read_document(root / SETTINGS, Settings, root=root)
    errors = tuple(finding for finding in document.findings if finding.severity is Severity.ERROR)
    if document.content is not None:
        return Practice(root, document.content, errors)
    if len(errors) == 1 and errors[0].code == "E108":  # an empty file: every key has a default
        return Practice(root, Settings())
    return Practice(root, Settings(), errors)
