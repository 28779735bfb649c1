"""Making a change once more on a file that somebody else saved meanwhile: only the same item is a conflict."""

from __future__ import annotations

import difflib
from pathlib import Path as File

from goalctl.documents.change import AppendItem, Edit, InsertKey, SetScalar
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path, Value, fields_in, value_in
from goalctl.workspace.store.rescued import rescue_text
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.draft import Draft


class SameItemError(GoalctlError):
    """What was to be changed has itself been changed meanwhile."""

    def __init__(self, path: Path) -> None:
        where = ".".join(str(step) for step in path if isinstance(step, str)) or "the file"
        super().__init__(f"the same place was changed ({where})")


class NotReplayedError(GoalctlError):
    """A person's editor was faster, and the change does not fit what it saved; what was typed is kept beside it."""

    def __init__(self, file: PlanFile, kept: str, cause: GoalctlError) -> None:
        super().__init__(
            f"{file.name} was changed by somebody else at this moment and stays like that; not saved: {cause.message}",
            f"what you typed is kept in {kept}; look at the plan, then enter it again if it is still right",
        )
        self.named_findings = getattr(cause, "named_findings", ())


def rescue_draft(root: File, draft: Draft) -> str:
    """Keep what a change would have written, line by line with its signs, and give the name of the file."""
    old, new = draft.changed.before.splitlines(), draft.changed.after.splitlines()
    lines = [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:3] not in {"---", "+++"}]
    return rescue_text(root, draft.changed.file.client, "\n".join(lines) + "\n")


def refuse_same_items(first: Draft, now: Draft) -> None:
    """SameItemError when what the edits of the first draft set or take away reads otherwise now."""
    for edit in first.edits:
        path = _looked_at(edit)
        if path is not None and value_in(first.data, path) != value_in(now.data, _path_now(first.data, now.data, path)):
            raise SameItemError(path)


def stands_already(first: Draft, now: Value) -> bool:
    """Whether what the first draft was to write is there: an editor read the text in the moment it stood, and saved it.

    What has no id can't be told from another one like it, and is written again.
    """
    return bool(first.edits) and all(_is_there(first.data, now, edit) for edit in first.edits)


def _is_there(before: Value, now: Value, edit: Edit) -> bool:
    match edit:
        case AppendItem(path, {"id": str(own)}):
            items = value_in(now, _path_now(before, now, path))
            return isinstance(items, list) and any(isinstance(one, dict) and one.get("id") == own for one in items)
        case SetScalar(path, value) | InsertKey(path, value=value):
            there = (*path, edit.key) if isinstance(edit, InsertKey) else path
            return value_in(before, there) != value == value_in(now, _path_now(before, now, there))
        case _:
            return False


def _looked_at(edit: Edit) -> Path | None:
    """Where an edit would overwrite what somebody else wrote; an item that is added stands beside theirs."""
    match edit:
        case AppendItem():
            return None
        case InsertKey(path, key):
            return (*path, key)
        case _:
            return edit.path


def _path_now(before: Value, now: Value, path: Path) -> Path:
    """The path of the same item now: those of a list that have an id are found by it."""
    found: list[str | int] = []
    for step in path:
        item = value_in(before, (step,))
        if isinstance(step, int) and isinstance(item, dict) and isinstance(now, list) and item.get("id"):
            ids = [fields_in(one).get("id") for one in now]
            step = ids.index(item["id"]) if item["id"] in ids else len(ids)  # noqa: PLW2901 - where it stands now
        found.append(step)
        before, now = item, value_in(now, (step,))
    return tuple(found)
