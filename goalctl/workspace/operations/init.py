"""Making a workspace: the folders, the settings with every key explained, the schema, and git where wanted."""

from __future__ import annotations

from pathlib import Path

from goalctl.documents.save import create, save
from goalctl.model.errors import GoalctlError
from goalctl.model.schema import schema_text
from goalctl.workspace.store.git import begin_repository
from goalctl.workspace.store.root import PLANS, SETTINGS
from goalctl.workspace.store.scan import SCHEMA

PRIVATE = 0o700
SETTINGS_TEXT = """\
# Settings of this practice; every key has a default, shown here. `goalctl explain settings` tells more.
format: 2
# clinician: m.kowalski             # default for new plans and entries
# clinicians: {m.kowalski: {name: M. Kowalski, credential: LPC, licence: "12345"}}
# timezone: Europe/London           # what "today" means; default: this machine's
# limits: {active_goals: 3, active_objectives: 3}
# due_within: 14d                   # how far `goalctl due` looks ahead
# review_every: 90d
# late_after: 3d                    # what is typed later than this after its day is marked as late
# risk_quiet: {behaviour: 7d, plan: 7d, active: 14d, passive: 28d}   # after that, it is time to ask again
# audit: outpatient                 # the profile that `goalctl check --audit` uses
# check: {ignore: [], severity: {}} # rules switched off, as [S104]; or changed, as {S104: info}
# privacy: {words: []}              # names and words of your own that must not stand in a plan
"""
"""What a new `goalctl.yaml` holds."""

IGNORED = ".goalctl/\n.*.tmp\n"


class AlreadyAWorkspaceError(GoalctlError):
    """The folder holds a workspace already; nothing was changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is a workspace already", "goalctl add-client adds a plan to it")


class GitFailedError(GoalctlError):
    """The workspace is made, but git could not take it up."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the workspace is made, but git did not take it up: {reason}", "install git, then: git init")


def start_workspace(folder: Path, *, git: bool) -> list[str]:
    """Make the workspace and give the names of what was made; a folder that is one already is refused.

    Files that are there stay as they are; a new folder is private (0700).
    """
    if (folder / SETTINGS).exists():
        raise AlreadyAWorkspaceError(folder)
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        (folder / PLANS).mkdir(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        raise GoalctlError(
            f"{folder} can't be made: {(error.strerror or '').lower()}", "choose another folder"
        ) from None
    settings = SETTINGS_TEXT + ("commit: true                       # one git commit per change\n" if git else "")
    create(folder / SETTINGS, settings.encode(), root=folder)
    made = [SETTINGS, f"{PLANS}/{SCHEMA}"]
    write_schema(folder)
    if not (folder / ".gitignore").exists():
        create(folder / ".gitignore", IGNORED.encode(), root=folder)
        made.append(".gitignore")
    if git and (why := begin_repository(folder, made)):
        raise GitFailedError(why)
    return made


def write_schema(root: Path) -> None:
    """Put the schema of plans where plans name it."""
    save(root / PLANS / SCHEMA, schema_text().encode(), root=root)
