"""A plan's file as a change would make it, checked, before anything of it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

from goalctl.documents.change import data_after
from goalctl.documents.document import Document, bytes_of, document_of
from goalctl.documents.edit import Edit, Rewrite, rewrite
from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value, errors_in, new_findings
from goalctl.model.formats import NEWEST, format_needed
from goalctl.model.plan import Plan
from goalctl.workspace.edits.stamp import format_edit, stamped_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import CasePlan, PlanUnreadableError, case_plan, file_findings
from goalctl.workspace.store.git.uncommitted import bytes_as_left
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile

Changes: TypeAlias = Callable[[Plan], Sequence[Edit]]


class Changed(NamedTuple):
    """A plan before and after a change that was saved; `old` is None for a new one.

    `data` and `old_data` are what both texts were read as. `uncommitted` says why git did not take the change up, where
    it was meant to; the file is saved all the same.
    """

    file: PlanFile
    before: str
    after: str
    plan: Plan
    old: Plan | None = None
    uncommitted: str = ""
    data: Value = None
    old_data: Value = None


class Draft(NamedTuple):
    """What would be saved: the change, the file's bytes as they were read (None: it is new) and as they would be.

    `edits` are what was to be done to the `data` that the file held, `findings` what a restored plan brings along.
    """

    changed: Changed
    before: bytes | None
    after: bytes
    data: Value = None
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


class ChangeRefusedError(GoalctlError):
    """The plan would have errors that it did not have before; they are told, and nothing was changed."""

    exit_status = 2

    def __init__(self, file: PlanFile, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{file.name} was not changed: what you gave does not fit")
        self.findings = findings
        told = {(finding.code, finding.message): finding._replace(place=None) for finding in findings}
        self.named_findings = tuple((file.client, finding) for finding in told.values())  # without a place, each once


class ChangesRefusedError(GoalctlError):
    """Of several plans that belong together some would have errors; all of these are told, and none was changed."""

    def __init__(self, refused: Sequence[ChangeRefusedError | PlanUnreadableError]) -> None:
        locked = [error.message for error in refused if isinstance(error, PlanUnreadableError) and error.hint]
        super().__init__(f"none of the plans was changed: {'; '.join(locked) or 'what you gave does not fit'}")
        self.named_findings = tuple(named for error in refused for named in error.named_findings)


def previewed(practice: Practice, file: PlanFile, changes: Changes) -> Changed:
    """What `change_plan` would save, or why it would refuse; nothing is saved or locked."""
    return draft_of(practice, file, changes).changed


def draft_of(practice: Practice, file: PlanFile, changes: Changes) -> Draft:
    """The plan as it stands now with these changes; what a person altered by hand is trailed in the same step."""
    case = case_plan(practice, file)
    if case.plan is None:
        raise PlanUnreadableError(case)
    before = case.document
    edits = tuple(changes(case.plan))
    ready = _as_written(practice, case.plan, before.data, [*_trail_by_hand(practice, case), *edits])
    new = rewrite(before.text, before.data, ready)
    document, plan = _check(practice, case, bytes_of(new.text, bom=before.bom), new)
    changed = Changed(file, before.text, new.text, plan, case.plan, data=document.data, old_data=before.data)
    return Draft(changed, before.bytes, document.bytes, before.data, edits)


def draft_by_hand(practice: Practice, file: PlanFile, after: bytes, trail: Trail | None) -> Draft:
    """The plan as a person wrote it, with a trail of what they altered; None where the text has it already."""
    from goalctl.workspace.edits.by_hand import changes_by_hand

    case = case_plan(practice, file)
    document, plan = _check(practice, case, after)
    earlier = _trail_by_hand(practice, case)
    altered = changes_by_hand(case.plan, plan, trail) if case.plan and trail else ()
    if edits := [*earlier, *altered]:
        new = rewrite(document.text, document.data, _as_written(practice, plan, document.data, edits))
        document, plan = _check(practice, case, bytes_of(new.text, bom=document.bom), new)
    changed = Changed(file, case.document.text, document.text, plan, case.plan)
    return Draft(changed, case.document.bytes, document.bytes)


def new_plan(practice: Practice, file: PlanFile, text: str, *, as_it_is: bool = False) -> Draft:
    """What `create_plan` would make, or why it would refuse; nothing is saved or locked.

    A plan that is restored `as_it_is` may have errors, as long as it can be read; the draft holds them.
    """
    document: Document[Plan] = document_of(text.encode(), Plan)
    plan = document.content
    found = file_findings(practice, file.client, plan, document.data) if plan else []
    findings = (*document.findings, *document.with_places(found))
    if plan is None or (findings and not as_it_is):
        raise ChangeRefusedError(file, findings)
    return Draft(Changed(file, "", text, plan), None, document.bytes, findings=findings)


def drafts_of(
    practice: Practice,
    wanted: Iterable[tuple[PlanFile, Changes]],
    new: Iterable[tuple[PlanFile, str]],
    *,
    as_they_are: bool = False,
) -> list[Draft]:
    """Every plan as it would be; what stands against any of them is told at once."""
    ready: list[Draft] = []
    refused: list[ChangeRefusedError | PlanUnreadableError] = []
    steps = [partial(draft_of, practice, file, changes) for file, changes in wanted]
    for step in (*steps, *(partial(new_plan, practice, file, text, as_it_is=as_they_are) for file, text in new)):
        try:
            ready.append(step())
        except (ChangeRefusedError, PlanUnreadableError) as error:
            refused.append(error)
    if refused:
        raise ChangesRefusedError(refused)
    return ready


def file_bytes(practice: Practice, file: PlanFile) -> bytes:
    """What the plan's file holds, whatever that is."""
    return read_bytes(file.path(practice.root), root=practice.root, limit=MAX_BYTES)


def _as_written(practice: Practice, plan: Plan, data: Value, edits: Sequence[Edit]) -> list[Edit]:
    """The edits with ids and moments for what is new, and with the format that what they write needs."""
    ready = stamped_edits(plan, edits, practice.written())
    if ready and plan.format < NEWEST and format_needed(Plan, data_after(data, ready)) == NEWEST:
        return [format_edit(data), *ready]
    return ready


def _trail_by_hand(practice: Practice, case: CasePlan) -> list[Edit]:
    """With `commit: true`, the trail of what a person changed in the file since goalctl or a commit left it."""
    from goalctl.workspace.edits.by_hand import changes_by_hand

    now = practice.written()
    if not practice.settings.commit or now is None or case.plan is None:
        return []
    before = bytes_as_left(practice.root, case.file)
    if before is None or before == case.document.bytes:
        return []
    plan = document_of(before, Plan).content
    return [*changes_by_hand(plan, case.plan, Trail(now.date(), because="edited by hand"))] if plan else []


def _check(practice: Practice, case: CasePlan, data: bytes, new: Rewrite | None = None) -> tuple[Document[Plan], Plan]:
    """The file as it would be, read once: for the proof of what was rewritten, and for the rules."""
    document: Document[Plan] = document_of(data, Plan)
    if new and document.text == new.text:  # else it is too big to be read, which is told
        new.prove(document.data)
    if document.content is None:
        raise ChangeRefusedError(case.file, document.findings)
    found = file_findings(practice, case.file.client, document.content, document.data)
    old = [finding for finding in case.findings if finding.code.startswith("E2")]
    worse = errors_in(new_findings(old, found))
    if worse:
        raise ChangeRefusedError(case.file, document.with_places(worse))
    return document, document.content
