"""Changing one plan: under the lock, on the file as it is now, checked before it is saved, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from goalctl.analysis.history.difference import differences, in_short
from goalctl.documents.change import changed as edited_data
from goalctl.documents.document import Document, document_of, encoded
from goalctl.documents.edit import Edit, edited
from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import read_bytes
from goalctl.documents.save import create, save, sweep
from goalctl.documents.text import MAX_BYTES
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity, Value, new_findings
from goalctl.model.formats import NEWEST, format_needed
from goalctl.model.plan import Plan
from goalctl.workspace.edits.by_hand import changes_by_hand
from goalctl.workspace.edits.stamp import format_edit, stamped_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import CasePlan, PlanUnreadableError, case_plan, file_findings
from goalctl.workspace.store.git import GitError, Repository
from goalctl.workspace.store.practice import BadSettingsError, Practice
from goalctl.workspace.store.root import OWN, PLANS
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.uncommitted import forget_uncommitted, keep_uncommitted, saved_uncommitted

Changes: TypeAlias = Callable[[Plan], Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class Changed:
    """A plan before and after a change that was saved; `old` is None for a new one.

    `uncommitted` says why git did not take the change up, where it was meant to; the file is saved all the same.
    """

    file: PlanFile
    before: str
    after: str
    plan: Plan
    old: Plan | None = None
    uncommitted: str = ""


class ChangeRefusedError(GoalctlError):
    """The plan would have errors that it did not have before; they are told, and nothing was changed."""

    exit_status = 2

    def __init__(self, file: PlanFile, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{file.name} was not changed: what you gave does not fit")
        self.findings = findings
        self.named_findings = tuple((file.client, replace(finding, place=None)) for finding in findings)


class ChangesRefusedError(GoalctlError):
    """Of several plans that belong together some would have errors; all of these are told, and none was changed."""

    def __init__(self, refused: Sequence[ChangeRefusedError | PlanUnreadableError]) -> None:
        super().__init__("none of the plans was changed: what you gave does not fit")
        self.named_findings = tuple(named for error in refused for named in error.named_findings)


class PartlySavedError(GoalctlError):
    """Some of several plans were saved, another was not, and the saved ones could not be put back."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"only some of the plans were saved, and these could not be put back: {', '.join(names)}")


class ChangedMeanwhileError(GoalctlError):
    """The file is not as it was when a person began to work on it; nothing was written."""

    def __init__(self, file: PlanFile) -> None:
        super().__init__(f"{file.name} was changed by somebody else in the meantime, so nothing was saved")


def change_plan(practice: Practice, file: PlanFile, changes: Changes) -> Changed:
    """Apply what `changes` makes of the plan as it stands now, and save it.

    The lock is held over reading, checking and saving, so that nobody's change is lost; `changes` must not ask anybody
    anything. An error that the plan already had does not stop a change; a new one does.
    """
    with writing(practice, file.path(practice.root).parent):
        changed, document = _changed(practice, file, changes)
        if changed.after != changed.before:
            _commit_what_was_edited_by_hand(practice, file)
            save(file.path(practice.root), document.bytes, root=practice.root)
            changed = _committed(practice, changed)
    return changed


def change_plans(
    practice: Practice, wanted: Sequence[tuple[PlanFile, Changes]], *, new: Sequence[tuple[PlanFile, str]] = ()
) -> list[Changed]:
    """The same for several plans under one lock: all of them, or none when one can't be changed or saved.

    `new` are plans to be made, with their texts. Everything is checked before anything is saved. Only a process killed
    between two saves can leave some of them.
    """
    with writing(practice, practice.root / PLANS):
        ready = _all_changed(practice, wanted, new)
        for changed, _ in ready:
            if changed.old:
                _commit_what_was_edited_by_hand(practice, changed.file)
        try:
            for changed, document in ready:
                put = save if changed.old else create
                put(changed.file.path(practice.root), document.bytes, root=practice.root)
        except BaseException as cause:
            if left := _not_restored(practice, ready):
                raise PartlySavedError(left) from cause
            raise
        return [_committed(practice, changed) for changed, _ in ready]


def replace_plan(practice: Practice, file: PlanFile, before: bytes, after: bytes, trail: Trail) -> Changed:
    """Put a text that a person wrote in the place of the plan's, if the file still reads as it did `before`.

    What they altered is trailed. An error that the plan already had does not stop it; a new one does.
    """
    with writing(practice, file.path(practice.root).parent):
        if file_bytes(practice, file) != before:
            raise ChangedMeanwhileError(file)
        case = case_plan(practice, file)
        document, plan = _checked(practice, case, after)
        earlier = _edited_by_hand(practice, case)
        if case.plan and (edits := [*earlier, *changes_by_hand(case.plan, plan, trail)]):
            text = edited(document.text, _as_written(practice, plan, document.data, edits))
            document, plan = _checked(practice, case, encoded(text, bom=document.bom))
        _commit_what_was_edited_by_hand(practice, file)
        save(file.path(practice.root), document.bytes, root=practice.root)
        return _committed(practice, Changed(file, case.document.text, document.text, plan, case.plan))


def file_bytes(practice: Practice, file: PlanFile) -> bytes:
    """What the plan's file holds, whatever that is."""
    return read_bytes(file.path(practice.root), root=practice.root, limit=MAX_BYTES)


def _all_changed(
    practice: Practice, wanted: Iterable[tuple[PlanFile, Changes]], new: Iterable[tuple[PlanFile, str]]
) -> list[tuple[Changed, Document[Plan]]]:
    """Every plan as it would be; what stands against any of them is told at once."""
    ready: list[tuple[Changed, Document[Plan]]] = []
    refused: list[ChangeRefusedError | PlanUnreadableError] = []
    steps = [partial(_changed, practice, file, changes) for file, changes in wanted]
    for step in (*steps, *(partial(new_plan, practice, file, text) for file, text in new)):
        try:
            ready.append(step())
        except (ChangeRefusedError, PlanUnreadableError) as error:
            refused.append(error)
    if refused:
        raise ChangesRefusedError(refused)
    return ready


def _not_restored(practice: Practice, ready: Iterable[tuple[Changed, Document[Plan]]]) -> list[str]:
    """Put the old text back wherever the new one stands; the names of the files where that could not be done."""
    left = []
    for changed, document in ready:
        try:
            if changed.old is None:
                _take_away(changed.file.path(practice.root), document.bytes)
            elif file_bytes(practice, changed.file) == document.bytes:
                old = encoded(changed.before, bom=document.bom)
                save(changed.file.path(practice.root), old, root=practice.root)
        except (GoalctlError, OSError):
            left.append(changed.file.name)
    return left


def _take_away(path: Path, content: bytes) -> None:
    """A file that was just made, and only if nobody has changed it since."""
    if path.is_file() and path.read_bytes() == content:
        path.unlink()


def _commit_what_was_edited_by_hand(practice: Practice, file: PlanFile) -> None:
    """With `commit: true`, a commit of what a person changed and did not commit, so that goalctl's holds only its own.

    If git refuses it, it refuses the next one as well, and that is told.
    """
    repository = Repository(practice.root)
    if not practice.settings.commit or repository.is_as_committed(file.name):
        return
    ours = saved_uncommitted(practice.root, file) == file_bytes(practice, file)
    what = "what was saved and not committed" if ours else "edited by hand"
    repository.commit(file.name, f"{file.client}: {what}", ours=ours)


def _committed(practice: Practice, changed: Changed) -> Changed:
    """With `commit: true`, one commit of that file alone, told in clinical words; still under the lock."""
    if not practice.settings.commit:
        return changed
    message = f"{changed.file.client}: {in_short(differences(changed.old, changed.plan))}"
    why = Repository(practice.root).commit(changed.file.name, message)
    if why:
        keep_uncommitted(practice.root, changed.file, file_bytes(practice, changed.file))
    else:
        forget_uncommitted(practice.root, changed.file)
    return replace(changed, uncommitted=why)


def previewed(practice: Practice, file: PlanFile, changes: Changes) -> Changed:
    """What `change_plan` would save, or why it would refuse; nothing is saved or locked."""
    return _changed(practice, file, changes)[0]


def _changed(practice: Practice, file: PlanFile, changes: Changes) -> tuple[Changed, Document[Plan]]:
    case = case_plan(practice, file)
    if case.plan is None:
        raise PlanUnreadableError(case)
    edits = [*_edited_by_hand(practice, case), *changes(case.plan)]
    text = edited(case.document.text, _as_written(practice, case.plan, case.document.data, edits))
    document, plan = _checked(practice, case, encoded(text, bom=case.document.bom))
    return Changed(file, case.document.text, text, plan, case.plan), document


def _as_written(practice: Practice, plan: Plan, data: Value, edits: Sequence[Edit]) -> list[Edit]:
    """The edits with ids and moments for what is new, and with the format that what they write needs."""
    ready = stamped_edits(plan, edits, practice.written())
    if ready and plan.format < NEWEST and format_needed(Plan, edited_data(data, ready)) == NEWEST:
        return [format_edit(data), *ready]
    return ready


def _edited_by_hand(practice: Practice, case: CasePlan) -> list[Edit]:
    """With `commit: true`, the trail of what a person changed in the file since goalctl or a commit left it."""
    now = practice.written()
    if not practice.settings.commit or now is None or case.plan is None:
        return []
    before = _as_left(practice, case.file)
    if before is None or before == file_bytes(practice, case.file):
        return []
    plan = document_of(before, Plan).content
    return [*changes_by_hand(plan, case.plan, Trail(now.date(), because="edited by hand"))] if plan else []


def _as_left(practice: Practice, file: PlanFile) -> bytes | None:
    """What goalctl saved last and git did not take, else what the last commit has; None for a file that is new."""
    if (saved := saved_uncommitted(practice.root, file)) is not None:
        return saved
    repository = Repository(practice.root)
    if repository.is_as_committed(file.name):
        return None
    try:
        return repository.text_at("HEAD", file.name)
    except GitError:
        return None


def create_plan(practice: Practice, file: PlanFile, text: str) -> Changed:
    """A new plan's file with this text; it must be a plan without errors, and no file may be there yet."""
    path = file.path(practice.root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(practice, path.parent):
        changed, document = new_plan(practice, file, text)
        create(path, document.bytes, root=practice.root)
        return _committed(practice, changed)


def new_plan(practice: Practice, file: PlanFile, text: str) -> tuple[Changed, Document[Plan]]:
    """What `create_plan` would make, or why it would refuse; nothing is saved or locked."""
    document: Document[Plan] = document_of(text.encode(), Plan)
    plan = document.content
    found = file_findings(practice, file.client, plan, document.data) if plan else []
    findings = (*document.findings, *document.placed(found))
    if plan is None or findings:
        raise ChangeRefusedError(file, findings)
    return Changed(file, "", text, plan), document


@contextmanager
def writing(practice: Practice, folder: Path) -> Iterator[None]:
    """The lock, with settings that can be relied on, and without what a killed command left behind."""
    if practice.findings:
        raise BadSettingsError(practice.findings[0])
    with workspace_lock(practice.root / OWN):
        sweep(folder)
        yield


def _checked(practice: Practice, case: CasePlan, data: bytes) -> tuple[Document[Plan], Plan]:
    document: Document[Plan] = document_of(data, Plan)
    if document.content is None:
        raise ChangeRefusedError(case.file, document.findings)
    found = file_findings(practice, case.file.client, document.content, document.data)
    old = [finding for finding in case.findings if finding.code.startswith("E2")]
    new = [finding for finding in new_findings(old, found) if finding.severity is Severity.ERROR]
    if new:
        raise ChangeRefusedError(case.file, document.placed(new))
    return document, document.content
