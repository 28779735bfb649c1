"""The rows of a memory: a file, a part of what is known of it, and the days of a question. Light: no database here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from goalctl.workspace.store.scan import Stamp

Row: TypeAlias = tuple[str, str]
"""A day and a body in JSON."""
Head: TypeAlias = tuple[int, str, str, str | None, str, str | None]
"""The number of a file in the store, its client, clinician, supervisor and faults, and whose the client was then."""


class PartRow(NamedTuple):
    """One part of what is known of a file, and from when until when it holds; `later` as in `Days`."""

    kind: str
    days: tuple[str, str]
    later: tuple[str, str]
    body: str
    rows: tuple[Row, ...] = ()


class FileRow(NamedTuple):
    """What is known of a file whatever the day. `digest` is of its bytes, empty where they could not be read.

    `settled`: its stamp was old enough, when it was read, that whoever changes it leaves another one. `links` are the
    clients of other episodes that it names.
    """

    name: str
    client: str
    stamp: Stamp
    settled: bool
    digest: bytes
    clinician: str = ""
    supervisor: str | None = None
    links: str = "[]"
    faults: str = "[]"


class Days(NamedTuple):
    """The day of a question, and the later of it and the day it really is."""

    today: str
    later: str
