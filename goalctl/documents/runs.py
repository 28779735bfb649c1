"""Many edits of one text in few readings: those that follow each other and don't touch are spliced in at once.

Two edits don't touch when neither stands inside the other, or when both append to one list that is written in lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalctl.documents.change import AppendItem, Edit, RemoveItem, data_after, fitting_edit
from goalctl.documents.splice import DraftText
from goalctl.model.finding import Path, Value


class Run:
    """Edits by the place they are for, all of which one reading of the text can take."""

    def __init__(self, draft: DraftText) -> None:
        self.draft = draft
        self.by_path: dict[Path, list[Edit]] = {}
        self._above: set[Path] = set()

    def take(self, edit: Edit) -> bool:
        """Take the edit up, if it doesn't touch one that is here already."""
        if self.by_path and not self._is_apart(edit):
            return False
        self.by_path.setdefault(edit.path, []).append(edit)
        self._above.update(edit.path[:length] for length in range(len(edit.path)))
        return True

    def _is_apart(self, edit: Edit) -> bool:
        first = next(iter(self.by_path.values()))[0]
        if isinstance(edit, RemoveItem) or isinstance(first, RemoveItem):  # what comes after it may move
            return False
        if beside := self.by_path.get(edit.path):
            return isinstance(edit, AppendItem) and isinstance(beside[0], AppendItem) and self._is_in_lines(edit.path)
        is_inside = any(edit.path[:length] in self.by_path for length in range(len(edit.path)))
        return not is_inside and edit.path not in self._above

    def _is_in_lines(self, path: Path) -> bool:
        node = self.draft.spot(path).node
        return bool(node.entries) and not node.flow


def next_run(draft: DraftText, data: Value, edits: Sequence[Edit]) -> tuple[Run, Value, int]:
    """The longest run at the beginning of the edits, what the data are after it, and how many of them it took."""
    run, number = Run(draft), 0
    for edit in edits:
        if not run.take(fitting_edit(data, edit)):
            break
        data = data_after(data, [edit])
        number += 1
    return run, data, number


def values_to_append(edits: Sequence[Edit]) -> Iterator[Value]:
    """Of edits that are for one list."""
    return (edit.value for edit in edits if isinstance(edit, AppendItem))
