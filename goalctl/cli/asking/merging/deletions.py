"""What becomes of plans and entries that were deleted here by hand: asked before an exchange takes them from others."""

from __future__ import annotations

from enum import StrEnum

from goalctl.analysis.figures import counted
from goalctl.cli.asking.ask import choice_of
from goalctl.cli.desk import Desk
from goalctl.cli.failures import FINDINGS
from goalctl.model.errors import GoalctlError
from goalctl.views.clean import one_line
from goalctl.workspace.merge.deleted import DeletedPlan, bring_back, deleted_here, entries_gone_here, let_go


class Deleted(StrEnum):
    """What becomes of plans that were deleted here by hand."""

    BACK = "back"
    SEND = "send"


class UndecidedError(GoalctlError):
    """Something is to be decided, and nobody is there to ask; the record is as it was."""

    exit_status = FINDINGS


def settle_plans(desk: Desk, newest: str, deleted: Deleted | None, settled: set[str]) -> None:
    """What becomes of plans and long notes that were deleted here by hand; each is asked about once."""
    plans = [one for one in deleted_here(desk.practice, newest) if one.name not in settled]
    if not plans:
        return
    settled.update(one.name for one in plans)
    for one in plans:
        desk.say(f"{one.client}: {_what(one)} was deleted here by hand: {one_line(one.name)}")
    if deleted is None and not desk.may_ask:
        notes = sum(one.entries is None for one in plans)
        numbers = [*_counted_if(len(plans) - notes, "plan"), *_counted_if(notes, "long note")]
        said = f"{' and '.join(numbers)} would be deleted for everybody; nothing was exchanged"
        raise UndecidedError(said, "goalctl sync --deleted back brings them back, --deleted send lets them go")
    if _is_to_come_back(desk, deleted):
        bring_back(desk.practice, plans)
        desk.say(f"back as git has it: {', '.join(dict.fromkeys(one.client for one in plans))}")
    else:
        let_go(desk.practice, plans)


def _what(gone: DeletedPlan) -> str:
    return "a long note" if gone.entries is None else f"its plan, with {counted(gone.entries, 'entry', 'entries')},"


def _counted_if(number: int, what: str) -> list[str]:
    return [counted(number, what)] if number else []


def settle_entries(desk: Desk, newest: str, deleted: Deleted | None, settled: set[str]) -> None:
    """Entries that were taken out of a plan by hand go out only if that is meant."""
    gone = [f"{client}: {one}" for client, one in entries_gone_here(desk.practice, newest)]
    if not (asked := [one for one in gone if one not in settled]):
        return
    settled.update(asked)
    for one in asked:
        desk.say(one_line(one))
    ways = {"b": "stop, I bring it back", "s": "send it: gone for everybody"}
    if deleted is Deleted.SEND or (desk.may_ask and choice_of(desk, "What becomes of it?", ways) == "s"):
        return
    said = "what hands took out of a log would be gone for everybody; nothing was exchanged"
    way = "bring it back (git log -p FILE shows it) and use goalctl void; or goalctl sync --deleted send"
    raise UndecidedError(said, way)


def _is_to_come_back(desk: Desk, deleted: Deleted | None) -> bool:
    if deleted:
        return deleted is Deleted.BACK
    ways = {"b": "bring back", "s": "send it: gone for everybody"}
    return choice_of(desk, "What becomes of it?", ways) == "b"
