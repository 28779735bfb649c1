"""Long notes: one Markdown file for each, `notes/<client>/<date>-<session>.md`; an entry links it by name."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.file_errors import REASONS, AlreadyExistsError, UnreadableFileError
from goalctl.documents.git_crypt import UNLOCK, is_locked
from goalctl.documents.open import read_bytes, real_path
from goalctl.documents.read import read_data
from goalctl.documents.save import create
from goalctl.documents.text import MAX_BYTES, source_of
from goalctl.documents.yaml_text import block_text
from goalctl.model.entry import entry_values
from goalctl.model.finding import Finding, Severity, Value, fields_in
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.workspace.store.practice import Practice

NOTES = "notes"
ENDING = ".md"
FENCE = "---"
_PRIVATE = 0o700
_MOST_A_DAY = 99
_LINK = re.compile(
    rb"""note_file["']?:[ \t]+(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([^\s"',}#][^,}\r\n]*?)(?=[ \t]*(?:[,}\r\n]|$)|[ \t]+#))"""
)


class Note(NamedTuple):
    """A long note: its name from the workspace on, what its front matter says, and its text."""

    name: str
    head: dict[str, Value]
    text: str


def links_in(plan: bytes) -> set[bytes]:
    """The long notes that a plan's text links, also one that is no plan."""
    return {next(filter(None, found)) for found in _LINK.findall(plan)}


def create_note(
    practice: Practice,
    client: str,
    day: date,
    text: str,
    *,
    by: str | None = None,
    form: str | None = None,
    session: str | None = None,
) -> str:
    """Write a new note and give its name, which holds the session's id; no note is ever overwritten.

    Without a session the name is the day's; a second one of a day gets a number.
    """
    folder = practice.root / NOTES / client
    for made in (practice.root / NOTES, folder):
        made.mkdir(mode=_PRIVATE, exist_ok=True)
    head = block_text(entry_values(client=client, date=day, session=session, by=by, form=form))
    data = f"{FENCE}\n{head}{FENCE}\n\n{text.strip()}\n".encode()
    for name in _names(client, day, session):
        try:
            create(practice.root / name, data, root=practice.root)
        except AlreadyExistsError:
            continue
        return name
    raise AlreadyExistsError(f"{NOTES}/{client}/{day}{ENDING}")


def _names(client: str, day: date, session: str | None) -> Iterator[str]:
    first = f"{NOTES}/{client}/{day}{f'-{session}' if session else ''}"
    yield f"{first}{ENDING}"
    yield from (f"{first}-{n}{ENDING}" for n in range(2, _MOST_A_DAY))


def discard_note(practice: Practice, name: str) -> None:
    """Take back a note that was just made, because the entry that should link it could not be saved."""
    (practice.root / name).unlink(missing_ok=True)


def note_named(practice: Practice, name: str) -> Note:
    """The note of that name; UnreadableFileError when it is not there, is locked or leads out of the workspace.

    A file without front matter is all text.
    """
    content = read_bytes(_path(practice, name), root=practice.root, limit=MAX_BYTES)
    if is_locked(content):
        raise UnreadableFileError(name, "it is locked by git-crypt", UNLOCK)
    text = source_of(content).text
    before, fence, rest = text.removeprefix(f"{FENCE}\n").partition(f"\n{FENCE}\n")
    if not text.startswith(f"{FENCE}\n") or not fence:
        return Note(name, {}, text.strip())
    head, _ = read_data(before + "\n")
    return Note(name, fields_in(head), rest.strip())


def is_there(practice: Practice, name: str) -> bool:
    """Whether a file of that name is in the workspace."""
    real = real_path(_path(practice, name), practice.root)
    return real is not None and real.is_file()


def note_names(practice: Practice, client: str) -> tuple[str, ...]:
    """The names of a client's notes, oldest first."""
    try:
        found = sorted((practice.root / NOTES / client).iterdir(), key=lambda path: path.stem)
    except OSError:
        return ()
    return tuple(f"{NOTES}/{client}/{path.name}" for path in found if path.suffix == ENDING)


class LostNote(NamedTuple):
    """A note that the entry at a place links, as it was written or as it was amended, and why nobody can read it.

    `hint` is empty where it is not there.
    """

    place: int
    name: str
    reason: str
    hint: str


def lost_notes(practice: Practice, plan: Plan) -> list[LostNote]:
    """The linked notes that can't be read, in the order of the log."""
    return [
        LostNote(place, name, *why)
        for place, entry in enumerate(plan.sessions)
        for name in _links(entry)
        if (why := _unreadable(practice, name))
    ]


def note_findings(practice: Practice, plan: Plan) -> list[Finding]:
    """Notes that an entry links and nobody finds, and notes of this client that no entry links."""
    found = [
        Finding("E261", f"the linked note {lost.reason}", ("sessions", lost.place, "note_file"), lost.hint or LOST)
        for lost in lost_notes(practice, plan)
    ]
    names = {name for entry in plan.sessions for name in _links(entry)}
    return found + [
        Finding("E262", f"no entry links {name}", (), f"add note_file: {name} to its entry", _WARNING)
        for name in note_names(practice, plan.client)
        if name not in names
    ]


def _links(entry: Session) -> list[str]:
    return [name for name in dict.fromkeys((entry.note_file, entry.current.note_file)) if name]


_, GONE_HINT = REASONS[errno.ENOENT]
LOST = "look in .goalctl/rescued, in git or in the last backup: goalctl doctor tells where it is"
_WARNING = Severity.WARNING


def _unreadable(practice: Practice, name: str) -> tuple[str, str] | None:
    try:
        note_named(practice, name)
    except UnreadableFileError as error:
        return str(error), "" if error.hint == GONE_HINT else error.hint
    return None


def _path(practice: Practice, name: str) -> Path:
    return practice.root / name
