"""The same word renamed wherever it stands as a key or a whole value; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalctl.documents.locate import TextNode, tree_of
from goalctl.documents.splice import Splice, with_splices
from goalctl.documents.yaml_text import scalar_text
from goalctl.model.finding import Path

Rename = Callable[[Path, str], str]


def renamed(text: str, rename: Rename) -> str:
    """The text after `rename` was asked about every key and every value; it gets the path of what holds the word."""
    return with_splices(text, list(_splices(tree_of(text), (), rename)))


def _splices(node: TextNode, path: Path, rename: Rename) -> Iterator[Splice]:
    if node.kind == "scalar":
        yield from _splice(node, path, rename)
    for position, entry in enumerate(node.entries):
        if entry.key:
            yield from _splice(entry.key, path, rename)
        yield from _splices(entry.value, (*path, entry.key.text if entry.key else position), rename)


def _splice(node: TextNode, path: Path, rename: Rename) -> Iterator[Splice]:
    new = rename(path, node.text)
    if new != node.text:
        yield Splice(node.start, node.end, scalar_text(new))
