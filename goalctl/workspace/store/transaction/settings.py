"""Changing the settings of a practice: a splice of `goalctl.yaml`, checked, saved whole and committed, as a plan's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from goalctl.documents.change import Edit, data_after
from goalctl.documents.document import Document, bytes_of, document_of, read_document
from goalctl.documents.edit import rewrite
from goalctl.documents.file_errors import ChangedMeanwhileError, NotConfirmedError
from goalctl.documents.replace import replace
from goalctl.documents.stops import without_stops
from goalctl.model.errors import GoalctlError
from goalctl.model.formats import NEWEST, format_needed
from goalctl.model.settings import Settings
from goalctl.workspace.edits.stamp import format_edit
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.practice import BadSettingsError, Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import PlanFile, stamp_of
from goalctl.workspace.store.transaction.committing import commit_what_was_edited_by_hand, take_up
from goalctl.workspace.store.transaction.transaction import writing

TRIES = 5  # our own: somebody whose editor saves in between, again and again, is told


class SettingsRefusedError(GoalctlError):
    """The settings would not be sound any more; nothing was changed."""

    exit_status = 2


def change_settings(practice: Practice, changes: Callable[[Settings], Sequence[Edit]], words: str) -> str:
    """Apply what `changes` makes of the settings as they stand now; the words are those of the commit.

    Says why git did not take it up; empty when it did, or was not asked to. What a person edited by hand before is
    committed first, as theirs.
    """
    with writing(practice):
        for _ in range(TRIES - 1):
            with suppress(ChangedMeanwhileError):
                return _changed(practice, changes, words)
        return _changed(practice, changes, words)


def _changed(practice: Practice, changes: Callable[[Settings], Sequence[Edit]], words: str) -> str:
    document: Document[Settings] = read_document(practice.root / SETTINGS, Settings, root=practice.root)
    return _put(practice, document.bytes, _after(document, changes), words)


def _after(document: Document[Settings], changes: Callable[[Settings], Sequence[Edit]]) -> bytes:
    """The bytes with the changes, which read as the old data plus the changes, and as sound settings."""
    if document.content is None:
        raise BadSettingsError(document.findings[0])
    edits = list(changes(document.content))
    if document.content.format < NEWEST and format_needed(Settings, data_after(document.data, edits)) == NEWEST:
        edits.insert(0, format_edit(document.data))
    new = rewrite(document.text, document.data, edits)
    outcome: Document[Settings] = document_of(bytes_of(new.text, bom=document.bom), Settings)
    new.prove(outcome.data)
    if outcome.content is None:
        finding = outcome.findings[0]
        raise SettingsRefusedError(f"{SETTINGS} was not changed: {finding.message}", finding.hint)
    return outcome.bytes


def _put(practice: Practice, before: bytes, after: bytes, words: str) -> str:
    if after == before:
        return ""
    unsure: NotConfirmedError | None = None
    with without_stops():
        commit_what_was_edited_by_hand(practice, PlanFile(SETTINGS, SETTINGS, stamp_of(practice.root / SETTINGS)))
        try:
            replace(practice.root / SETTINGS, after, root=practice.root, before=before)
        except NotConfirmedError as error:
            unsure = error
        practice.account.note(SETTINGS)
        why = take_up(practice, Waiting(SETTINGS, (SETTINGS,), words))
    if unsure:
        raise unsure
    return why
