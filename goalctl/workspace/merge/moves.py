"""Plans whose files were given another name: the same record, wherever it lies and whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from goalctl.analysis.history.kept import is_same_record
from goalctl.documents.read import read_data
from goalctl.documents.text import source_of
from goalctl.model.finding import Value
from goalctl.workspace.merge.trees import FileThen, Key, Tree

Content = Callable[[FileThen], bytes]


def by_former_names(ancestor: Tree, side: Tree, other: Container[Key], content: Content) -> dict[Key, FileThen]:
    """The side's files, a plan that has another name since the ancestor under its former one.

    Not where the `other` side has both names: its plan of the new name may be another client's.
    """
    gone, new = _plans_only_in(ancestor, side), _plans_only_in(side, ancestor)
    if not (gone and new):
        return dict(side)
    then = {key: data_of(content(ancestor[key])) for key in gone}
    now = {key: data_of(content(side[key])) for key in new}
    renamed = {new: was for new, was in names_of_moved(then, now) if new not in other or was not in other}
    return {renamed.get(key, key): file for key, file in side.items()}


def _plans_only_in(tree: Tree, other: Tree) -> list[Key]:
    return [key for key in tree if key not in other and key[0] == "plan"]


def names_of_moved(then: Mapping[Key, Value], now: Mapping[Key, Value]) -> list[tuple[Key, Key]]:
    """The new name and the former one of each record that is found once among those that are new."""
    pairs = [(new, was) for was, before in then.items() for new, data in now.items() if is_same_record(before, data)]
    return [pair for pair in pairs if sum(pair[0] == new or pair[1] == was for new, was in pairs) == 1]


def data_of(content: bytes) -> Value:
    """What a file says; nothing of one that can't be read."""
    source = source_of(content)
    return None if source.findings else read_data(source.text)[0]
