"""`goalctl upgrade`: plans of an older format become ones of the newest, on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.options import AnyClient
from goalctl.cli.writing import say_uncommitted
from goalctl.model.formats import NEWEST
from goalctl.workspace.operations.upgrade import upgrade_edits
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import PlanFile, scan
from goalctl.workspace.store.transaction.transaction import change_plan


def command(
    desk: Desk,
    client: AnyClient = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Only say which plans it would change.")] = False,
) -> int:
    """Say `format: 2` in a plan, or in all of them, so that every newer word may be used; one line of each changes.

    An older goalctl then asks for a newer one instead of refusing single keys. Plans of format 1 are read for ever, and
    a command that needs a newer word does this by itself.
    """
    found = scan(desk.root)
    files = found.files if client is None else (client_file(found, client, exact=not dry_run),)
    older, unread = _older(desk, files)
    for file in older:
        desk.write(f"{file.name}\n")
        if not dry_run:
            say_uncommitted(desk, change_plan(desk.practice, file, upgrade_edits).uncommitted)
    _tell(desk, len(older), len(files) - len(older) - len(unread), "would become" if dry_run else "became")
    return _tell_unread(desk, unread)


def _tell(desk: Desk, older: int, newest: int, become: str) -> None:
    desk.say(f"{counted(older, 'plan')} {become} format {NEWEST}; {counted(newest, 'plan')} had it already")


def _tell_unread(desk: Desk, unread: Sequence[PlanFile]) -> int:
    for file in unread:
        desk.say(f"{file.name} could not be read and stays as it is: goalctl check {file.name}")
    return COULD_NOT if unread else 0


def _older(desk: Desk, files: tuple[PlanFile, ...]) -> tuple[list[PlanFile], list[PlanFile]]:
    """The plans of an older format, and those that can't be read."""
    plans = {file: case_plan(desk.practice, file).plan for file in _with_progress(desk, files)}
    older = [file for file, plan in plans.items() if plan and plan.format < NEWEST]
    return older, [file for file, plan in plans.items() if plan is None]


def _with_progress(desk: Desk, files: tuple[PlanFile, ...]) -> Iterator[PlanFile]:
    return desk.progress(files, total=len(files), doing="reading plans")
