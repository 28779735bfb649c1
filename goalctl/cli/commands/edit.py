"""`goalctl edit`: a plan in the person's own editor; what does not fit is told and offered again, never lost."""

from __future__ import annotations

from goalctl.cli import options
from goalctl.cli.asking.ask import choice_of, is_confirmed
from goalctl.cli.asking.editor import NoEditorError, open_in_editor
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Because, With, Writer
from goalctl.cli.people import stated_or_here
from goalctl.cli.writing import added_lines, tell_beside, whose
from goalctl.model.errors import GoalctlError
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.edit import EditingCopy
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.transaction import Changed, ChangeRefusedError, file_bytes, replace_plan

EDITED = "edited as a text"
EDIT, KEEP, DISCARD = "e", "k", "d"
CHOICES = {EDIT: "edit again", KEEP: "keep the copy for later", DISCARD: "discard it"}


def command(desk: Desk, client: options.Client, because: Because = None, with_: With = None, by: Writer = None) -> None:
    """Edit a plan in your editor (VISUAL, EDITOR). The file is only replaced when what you wrote is a plan.

    What you altered is on record, from what to what.
    """
    file = _file(desk, client)
    copy = EditingCopy(desk.root, client, file_bytes(desk.practice, file))
    _begin(desk, copy)
    trail = Trail(desk.today, stated_or_here(desk, by), because or EDITED, with_)
    try:
        _edit(desk, file, copy, trail)
    except (KeyboardInterrupt, EOFError, SystemExit, GoalctlError, OSError):
        _keep(desk, copy)
        raise


def _file(desk: Desk, client: str) -> PlanFile:
    """The client's file; refused where no editor can be shown."""
    found, file = found_in(desk.root, client, exact=True)
    if not (desk.may_ask and desk.on_terminal):
        hint = f"the file is {file.name}: edit it, then goalctl check {client}"
        raise UsageError("an editor needs a terminal", hint)
    tell_beside(desk, found, client)
    return file


def _edit(desk: Desk, file: PlanFile, copy: EditingCopy, trail: Trail) -> None:
    if changed := _change(desk, file, copy, trail):
        copy.drop()
        desk.say(f"{whose(desk, changed.plan)}\nsaved {file.name}:\n{added_lines(changed)}")
        offer_risk(desk, changed)


def _begin(desk: Desk, copy: EditingCopy) -> None:
    """A new copy, or the one that was kept last time if the file is still what it was made from."""
    if copy.is_there():
        if copy.goes_on() and is_confirmed(
            desk, "You have edited this plan before without saving it. Go on with that?"
        ):
            return
        desk.say(f"what you edited before is in {copy.set_aside()}")
    copy.make()


def _change(desk: Desk, file: PlanFile, copy: EditingCopy, trail: Trail) -> Changed | None:
    """What was saved, after as many rounds as it takes; None when the person leaves the plan as it was."""
    while True:
        try:
            open_in_editor(copy.path)
        except NoEditorError as error:
            raise NoEditorError(error.message, "name another: EDITOR=nano goalctl edit …") from None
        text = copy.text()
        if text == copy.before:
            copy.drop()
            desk.say("nothing was changed")
            return None
        try:
            return replace_plan(desk.practice, file, copy.before, text, trail)
        except ChangeRefusedError as error:
            desk.say(findings_text((file.name, finding) for finding in error.findings))
        choice = choice_of(desk, "This is not saved.", CHOICES)
        if choice == KEEP:
            _keep(desk, copy)
            return None
        if choice == DISCARD:
            copy.drop()
            desk.say(f"discarded; {file.name} is as it was")
            return None


def _keep(desk: Desk, copy: EditingCopy) -> None:
    """Say where the copy is, if there is anything in it that the file does not have."""
    if copy.text() in {copy.before, b""}:
        copy.drop()
    else:
        desk.say(f"what you wrote is kept in {copy.name}; goalctl edit {copy.client} goes on with it")
