"""`move`: an entry that was logged for the wrong client comes into the right one's log, and is void where it was."""

from __future__ import annotations

from collections.abc import Container, Mapping
from shlex import quote

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values, moved_because
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value, fields_in
from goalctl.model.plan import Plan
from goalctl.model.walk import entry_ids
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.entries import known_place, not_void
from goalctl.workspace.edits.placing import value_at, value_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.notes import note_named
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.transaction import Changed, ChangesRefusedError, change_plans

FIRST = ("id", "date", "written")
STAYS = ("signed", "note_file")  # a signature is under what was logged there; a long note lies in that client's folder


class SamePlanError(GoalctlError):
    """An entry can't be moved to where it is."""

    exit_status = 2

    def __init__(self, client: str) -> None:
        super().__init__(f"the entry is in the plan of {client} already", "--to names the client it belongs to")


class DoesNotFitError(GoalctlError):
    """The other plan can't hold the entry, as when it lacks a goal that was scored; both plans are as they were."""

    def __init__(self, cause: ChangesRefusedError, hint: str) -> None:
        super().__init__(cause.message, hint)
        self.named_findings = cause.named_findings


def move_entry(
    practice: Practice, source: PlanFile, target: PlanFile, known: tuple[str, ...], trail: Trail
) -> tuple[Changed, Changed]:
    """Both plans in one transaction: the mark where the entry was says where it went, and no document holds it."""
    if source.client == target.client:
        raise SamePlanError(source.client)
    moved: dict[str, Value] = {}
    because = moved_because(target.client, trail.because)
    mark = entry_values(on=trail.on, by=trail.by, because=because, other_client=True)

    def void_here(plan: Plan) -> list[Edit]:
        place = known_place(plan, known)
        moved.update(_entry(practice, plan, place))
        return value_edits(plan.sessions[place], ("void",), mark, at=("sessions", place))

    def append_there(plan: Plan) -> list[Edit]:
        taken = set(entry_ids(plan))
        entry = _with_free_id(moved, taken)
        if isinstance(tasks := entry.get("homework"), list):
            entry["homework"] = [_with_free_id(task, taken) if isinstance(task, dict) else task for task in tasks]
        return [append_edit(plan, "sessions", entry)]

    try:
        here, there = change_plans(practice, [(source, void_here), (target, append_there)])
    except ChangesRefusedError as cause:
        raise DoesNotFitError(cause, _by_hand(source, target, known, moved, trail)) from None
    return here, there


def _by_hand(
    source: PlanFile, target: PlanFile, known: tuple[str, ...], moved: Mapping[str, Value], trail: Trail
) -> str:
    """What somebody does who has it in front of them: what fits is logged anew, then it is void where it was."""
    by = f" --by {quote(trail.by)}" if trail.by else ""
    anew = f"goalctl log-session {target.client} --date {moved.get('date')}"
    return (
        f"log there what fits: {anew} and then withhold it here: "
        f"goalctl void {source.client} {known[0]} --other-client --because {quote(trail.because or '')}{by}"
    )


def _with_free_id(fields: Mapping[str, Value], taken: Container[Value]) -> dict[str, Value]:
    """The same without an id that the other plan has already; it gets one of its own when it is written."""
    return {key: value for key, value in fields.items() if key != "id" or value not in taken}


def _entry(practice: Practice, plan: Plan, place: int) -> Mapping[str, Value]:
    """What the entry says, as another plan can hold it: with the text of a long note in the place of its link."""
    entry = not_void(plan.sessions[place])
    said = value_at(plan, ("sessions", place))
    fields = fields_in(said)
    values = {key: fields[key] for key in FIRST if key in fields} | fields
    values = {key: value for key, value in values.items() if key not in STAYS}
    if entry.note_file:
        values["note"] = "\n\n".join(filter(None, [entry.note, note_named(practice, entry.note_file).text]))
    return values
