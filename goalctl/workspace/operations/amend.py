"""`amend`: an entry of the log corrected, with the original kept."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.history.digest import session_digest
from goalctl.documents.change import AppendItem
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value, errors_in, list_in, new_findings
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from goalctl.workspace.edits.entries import EntryError, entry_words, not_void
from goalctl.workspace.edits.placing import item_edit
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.notes import note_findings
from goalctl.workspace.store.practice import Practice


class AmendmentRefusedError(GoalctlError):
    """The entry would not be valid as amended; everything that is wrong is told, and nothing was changed."""

    def __init__(self, client: str, findings: list[Finding]) -> None:
        super().__init__("the entry was not amended: what you gave does not fit")
        self.named_findings = tuple((client, finding) for finding in findings)


def amendment_edit(
    plan: Plan, position: int, values: Mapping[str, Value], trail: Trail, practice: Practice
) -> AppendItem:
    """The edit that appends an amendment; refused when the entry would then not be valid."""
    entry = not_void(plan.sessions[position])
    new: dict[str, Value] = (
        entry_values(on=trail.on, by=trail.by) | {"set": dict(values)} | entry_values(because=trail.because)
    )
    data = record_data(entry)
    held = data.get("amended")
    data["amended"] = [*list_in(held), new]
    after, findings = record_from(Session, data)
    if after is not None and session_digest(after) == session_digest(entry):
        raise EntryError(f"{entry_words(entry)} reads so already; nothing was changed")
    wrong = findings if after is None else _wrong(plan, position, after.current, practice)
    if wrong:
        raise AmendmentRefusedError(plan.client, wrong)
    return item_edit(entry, ("amended",), new, at=("sessions", position))


def _wrong(plan: Plan, position: int, after: Session, practice: Practice) -> list[Finding]:
    """The errors that the plan would have with this entry instead of the one that counts now."""
    known = _errors(plan, position, plan.sessions[position].current, practice)
    return new_findings(known, _errors(plan, position, after, practice))


def _errors(plan: Plan, position: int, entry: Session, practice: Practice) -> list[Finding]:
    sessions = (*plan.sessions[:position], entry, *plan.sessions[position + 1 :])
    found = file_findings(practice, plan.client, plan.model_copy(update={"sessions": sessions}))
    found += note_findings(practice, plan.model_copy(update={"sessions": (entry,)}))
    return errors_in(found)
