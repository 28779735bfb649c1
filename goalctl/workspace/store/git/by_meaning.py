"""That git lets goalctl merge a record: the attribute travels with it, the driver is each clone's own. Light."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from goalctl.documents.save import save
from goalctl.workspace.store.git.notes import text_at
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.root import OWN, PLANS, SETTINGS

ATTRIBUTES = ".gitattributes"
ATTRIBUTE = "merge=goalctl"
ATTRIBUTES_TEXT = "".join(
    f"{names} {ATTRIBUTE}\n" for names in (f"{PLANS}/**/*.yaml", "forms/*.yaml", "planners/*.yaml", SETTINGS)
)
_DECLINED = "merges-by-line"
_SECTION = '[merge "goalctl"]'


def lacks_driver(root: Path) -> bool:
    """Whether the record is to be merged by meaning and this clone does not know how; git is not asked."""
    return ATTRIBUTE in text_at(root / ATTRIBUTES) and _SECTION not in (text_at(root / ".git" / "config") or _SECTION)


def lacks_attribute(root: Path) -> bool:
    """Whether the record says nothing of how it is to be merged."""
    return ATTRIBUTE not in text_at(root / ATTRIBUTES)


def set_attribute(root: Path) -> None:
    """Let every clone know, behind whatever stands in the file."""
    known = [line for line in text_at(root / ATTRIBUTES).splitlines() if line]
    save(root / ATTRIBUTES, ("\n".join([*known, ATTRIBUTES_TEXT])).encode(), root=root)


def was_declined(root: Path) -> bool:
    """Whether somebody did not want it here."""
    return (root / OWN / _DECLINED).exists()


def decline(root: Path) -> None:
    """Ask no more in this clone."""
    (root / OWN).mkdir(mode=0o700, exist_ok=True)
    (root / OWN / _DECLINED).touch(mode=0o600)


def set_driver(root: Path) -> None:
    """Let this clone's git call goalctl, by its name where the shell finds it."""
    command = "goalctl" if shutil.which("goalctl") else f"{shlex.quote(sys.executable)} -m goalctl"
    repository = Repository(root)
    repository.change("config", "merge.goalctl.name", "treatment plans by meaning")
    repository.change("config", "merge.goalctl.driver", f"{command} merge-plan %O %A %B %P")
