"""`goalctl backup`: a verified copy of the whole record elsewhere, and the way back from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.asking.ask import Question, Walk, name_from
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import FINDINGS, UsageError
from goalctl.views.clean import clean
from goalctl.workspace.operations.backup import Backup, BackupCheck, back_up, restore, verified_against

MOST_NAMED = 10
COPIED_TO = Question(
    "dest",
    "Where does the copy go?",
    "a folder on another disk: goalctl backup /media/stick",
    required=True,
    read=name_from,
)
RESTORED_TO = Question(
    "dest",
    "Where is it restored?",
    "a new folder: goalctl backup --restore FILE practice-2",
    required=True,
    read=name_from,
)


def command(
    desk: Desk,
    dest: Annotated[
        Path | None,
        Argument(metavar="[DEST]", help="A folder elsewhere, best on another disk.", show_default=False),
    ] = None,
    recipient: Annotated[
        str | None, Option("--recipient", metavar="age1…", help="Whose key opens the names; else a passphrase.")
    ] = None,
    verify: Annotated[
        Path | None, Option("--verify", metavar="FILE", help="Restore on trial, and compare with the record.")
    ] = None,
    restore_: Annotated[
        Path | None, Option("--restore", metavar="FILE", help="Restore into DEST, a new folder.")
    ] = None,
) -> int:
    """Copy the record, its history and, locked, the names into a folder outside; each copy is restored on trial.

    Status 1 when a copy does not hold what the record holds.
    """
    if verify is not None:
        return _told(desk, verify.name, verified_against(desk.practice, verify))
    dest = dest or _asked(desk, RESTORED_TO if restore_ is not None else COPIED_TO)
    if restore_ is not None:
        desk.say(f"restored into {restore(restore_, dest)}; look through it with: goalctl -C {dest} doctor")
        return 0
    return _tell(desk, back_up(desk.practice, dest, machine_time(None), recipient=recipient, may_ask=desk.may_ask))


def _asked(desk: Desk, question: Question) -> Path:
    """Where to, as the person types it; refused where there is nobody to ask."""
    if not desk.may_ask:
        ask = f"{question.ask[:1].lower()}{question.ask[1:]}"
        raise UsageError(f"DEST is missing: {ask}", question.help)
    return Path(str(Walk(desk, [question]).run()[question.key])).expanduser()


def _tell(desk: Desk, backup: Backup) -> int:
    desk.write(f"{clean(str(backup.file))}\n")
    if backup.names:
        desk.write(f"{clean(str(backup.names))}\n")
    else:
        desk.say(f"names are left out: {backup.why_no_names}")
    if backup.locked:
        files = counted(backup.locked, "file")
        desk.say(f"locked in it, as git-crypt locks them: {files}; keep the key elsewhere, nobody reads them without")
    if backup.is_on_same_disk:
        desk.say("it lies on the same disk as the workspace; when that breaks, both are gone")
    return _told(desk, backup.file.name, backup.compared)


def _told(desk: Desk, name: str, found: BackupCheck) -> int:
    """One line about the whole, and the names of the files that are not alike."""
    desk.say(f"{clean(name)} was restored on trial: {counted(found.same, 'file')} as in the record, byte for byte")
    if found.is_another:
        desk.say("it is the record of another practice: its settings have another workspace id")
    for words, names in (
        ("reads otherwise in the record", found.otherwise),
        ("is only in the record", found.only_in_record),
        ("is only in the backup", found.only_in_backup),
    ):
        for one in names[:MOST_NAMED]:
            desk.say(f"{clean(one)} {words}")
        if len(names) > MOST_NAMED:
            desk.say(f"and {len(names) - MOST_NAMED} more that {words.removeprefix('is ')}")
    return 0 if found.is_whole else FINDINGS
