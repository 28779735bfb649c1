"""`goalctl forget`: the end of a record's life."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.options import Client
from goalctl.cli.writing import tell_beside, whose
from goalctl.views.clean import clean
from goalctl.workspace.operations.forget import Forgotten, TooEarlyError, archive_of, forget, why_too_early
from goalctl.workspace.store.caseload import CasePlan, case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.forgetting import files_of, linked_of
from goalctl.workspace.store.scan import scan


def command(
    desk: Desk,
    client: Client,
    archive: Annotated[
        Path | None, Option("--archive", metavar="FILE", help="First pack all of it into this file, as .tar.gz.")
    ] = None,
    because: Annotated[
        str | None, Option("--because", metavar="TEXT", help="Why before its time; nothing keeps these words.")
    ] = None,
    confirm: Annotated[
        str | None, Option("--confirm", metavar="CLIENT", help="The id once more, where nobody can be asked.")
    ] = None,
) -> int:
    """Delete a record for good: plan, notes, rescued texts, what is remembered, and the name.

    Before `keep_for` of goalctl.yaml has passed since the discharge, a reason is needed. Git keeps what it has; how it
    is removed there is told at the end.
    """
    found = scan(desk.root)
    case = case_plan(desk.practice, client_file(found, client, exact=True))
    tell_beside(desk, found, client)
    early = why_too_early(desk.practice, case, today=desk.today)
    if early and not (because and because.strip()):
        raise TooEarlyError(f"{client} is not forgotten: {early}", 'if it must go all the same: --because "why"')
    _say_what_goes(desk, case, early)
    _let_type(desk, client, confirm)
    if archive is not None:
        desk.write_out(archive, archive_of(desk.practice, client), force=False)
        desk.say(f"packed into {archive}")
    return _tell(desk, client, case.file.name, forget(desk.practice, client))


def _say_what_goes(desk: Desk, case: CasePlan, early: str) -> None:
    names, shared = files_of(desk.root, case.file.client), linked_of(desk.root, case.file.client).shared
    desk.say(whose(desk, case.plan) if case.plan else f"{case.file.client}: its plan can't be read")
    if early:
        desk.say(f"it is before its time: {early}")
    desk.say(f"these go for good, and no undo brings them back:\n{chr(10).join(f'  {clean(name)}' for name in names)}")
    if shared:
        desk.say(f"it links these too, which are another client's as well and stay: {clean(', '.join(shared))}")


def _let_type(desk: Desk, client: str, confirm: str | None) -> None:
    """The exact id, typed once more by a person; a mistaken one forgets nobody."""
    if confirm is None and not desk.may_ask:
        raise UsageError("--confirm is missing: the id once more", f"goalctl forget {client} … --confirm {client}")
    typed = confirm if confirm is not None else desk.read_line(f"Type {client} to forget it: ")
    if typed.strip() != client:
        raise UsageError(f"that is not {client}; nothing was forgotten", "type the whole id")


def _tell(desk: Desk, client: str, name: str, done: Forgotten) -> int:
    desk.say(f"{client} is forgotten: {counted(len(done.gone), 'thing')} gone, and what was remembered of it")
    if done.uncommitted:
        desk.say(f"gone, but not committed: {done.uncommitted}")
        desk.account.untold = ""
    if done.commits:
        away = [one for one in done.gone if one.startswith("notes/") and not one.startswith(f"notes/{client}/")]
        paths = " ".join(f"--path {quote(one)}" for one in (name, f"notes/{client}", *away))
        desk.say(
            f"git still holds {counted(done.commits, 'state')} of it, here, in every clone and where it was pushed.\n"
            f"To remove it here, with git-filter-repo: git filter-repo --invert-paths {paths}\n"
            "then git push --force, and make every other clone anew."
        )
    desk.say("backups, archives, reports and exports made before are not reached; delete those yourself.")
    return 0
