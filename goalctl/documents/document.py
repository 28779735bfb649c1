"""One file as read: its bytes, its text, its model where it has one, and every problem with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from yaml import YAMLError

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.locate import place_of, tree_of
from goalctl.documents.open import read_bytes
from goalctl.documents.read import read_data
from goalctl.documents.text import MAX_BYTES, line_feeds, source_of
from goalctl.model.finding import Finding, Place, Value, errors_in
from goalctl.model.types import Record
from goalctl.model.validate import record_from

M = TypeVar("M", bound=Record)


@dataclass(frozen=True, slots=True)
class Document(Generic[M]):
    """A file's text and what it says; `content` is None when an error stands in the way."""

    text: str
    bom: bool
    data: Value
    content: M | None
    findings: tuple[Finding, ...]

    def with_places(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, each with its place in this text."""
        return with_places(self.text, findings)

    @property
    def bytes(self) -> bytes:
        """The text as the file holds it, with its byte order mark where it has one."""
        return bytes_of(self.text, bom=self.bom)


def bytes_of(text: str, *, bom: bool) -> bytes:
    """The text as UTF-8, with the byte order mark put back if the file had one."""
    return text.encode("utf-8-sig" if bom else "utf-8")


def with_places(text: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that lack a place, each with the place its path leads to; in a text that can't be read, its top."""
    findings = tuple(findings)
    if all(finding.place for finding in findings):
        return findings
    try:
        root = tree_of(text)
    except YAMLError:
        return tuple(finding if finding.place else finding.at(Place(1, 1)) for finding in findings)
    feeds = line_feeds(text)
    return tuple(
        finding if finding.place else finding.at(place_of(root, text, finding.path, at_key=finding.at_key, feeds=feeds))
        for finding in findings
    )


def document_of(data: bytes, kind: type[M]) -> Document[M]:
    """What the bytes of one file say, with every problem of text, shape and types (`E1xx`)."""
    source = source_of(data)
    findings = list(source.findings)
    values: Value = None
    content: M | None = None
    if not errors_in(findings):
        values, found = read_data(source.text)
        findings += found
    if not errors_in(findings):
        content, found = record_from(kind, values)
        findings += with_places(source.text, found)
    return Document(source.text, source.bom, values, content, tuple(findings))


def read_document(path: Path, kind: type[M], *, root: Path, known: Document[M] | None = None) -> Document[M]:
    """The same for a file inside `root`; one that can't be opened is a document with that one finding (`E100`).

    `known` is given back where the file still holds what that was read from.
    """
    try:
        data = read_bytes(path, root=root, limit=MAX_BYTES)
    except UnreadableFileError as error:
        finding = Finding("E100", str(error), hint=error.hint)
        return Document("", bom=False, data=None, content=None, findings=(finding,))
    return known if known and known.content is not None and known.bytes == data else document_of(data, kind)
