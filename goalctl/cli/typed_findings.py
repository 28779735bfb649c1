"""What is said about a goal that was just written down: hints on stderr, which never block anything."""

from __future__ import annotations

from goalctl.cli.desk import Desk
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.check.checking import typed_findings
from goalctl.workspace.store.transaction import Changed


def say_findings(desk: Desk, changed: Changed) -> None:
    """Say what the rules about goals hold against the change that was just saved; nothing when there is nothing."""
    found = typed_findings(desk.practice, changed, today=desk.today)
    if found:
        desk.say(findings_text((changed.file.name, finding) for finding in found))
