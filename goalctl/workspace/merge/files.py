"""One file in three states made one: plans by what they mean, other YAML by key, all else as git merges lines."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from goalctl.analysis.merge.meaning import plans_united
from goalctl.analysis.merge.unite import Union
from goalctl.documents.document import document_of
from goalctl.documents.git_crypt import UNLOCK, is_locked
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import MergedFile, merged_file
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value, errors_in, new_findings
from goalctl.model.joint import ClashChoice, Joint, Place
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.workspace.shelves.checks import LibraryFile
from goalctl.workspace.shelves.kinds import KINDS
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS, SETTINGS
from goalctl.workspace.store.scan import ENDING

Answers = Mapping[Place, ClashChoice]


class LockedHereError(GoalctlError):
    """A file that both sides changed is locked in this clone, so that nobody can say what it holds; nothing is done."""

    def __init__(self, name: str, first: str = "") -> None:
        what = f"{name} was changed here and there, and is locked by git-crypt; it is left as it was"
        super().__init__(what, f"{first}{UNLOCK}; then again")


def lines_of(repository: Repository, was: bytes, here: bytes, there: bytes) -> tuple[bytes, bool]:
    """What git itself makes of three states of a file, and whether without its marks."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / side for side in ("mine", "ancestor", "theirs")]
        for file, content in zip(files, (here, was, there), strict=True):
            file.write_bytes(content)
        return repository.merged_lines(*files)


def is_plan(name: str) -> bool:
    """Whether a file of that name in a workspace is a client's plan."""
    return name.startswith(f"{PLANS}/") and name.endswith(ENDING)


def is_of_library(name: str) -> bool:
    """Whether a file of that name is a form, a planner or whatever else a practice has of its own."""
    return name.endswith(ENDING) and any(name.startswith(f"{kind.folder}/") for kind in KINDS)


def unreadable(content: bytes | None) -> str:
    """Why a file of that content is no plan, with its place; empty for one that is, is locked or is not there."""
    if content is None or is_locked(content):
        return ""
    document = document_of(content, Plan)
    wrong = next((one for one in document.findings if document.content is None), None)
    place = f"line {wrong.place.line}: " if wrong and wrong.place else ""
    return f"{place}{wrong.message}" if wrong else ""


def unreadable_here(name: str, wrong: str) -> tuple[str, str]:
    """What is said of a plan that a slip by hand left unreadable in this clone, and the way out."""
    said = f"your {name} can't be read: {wrong}; nothing was exchanged"
    return said, f"mend it: goalctl edit {PurePosixPath(name).stem}; then goalctl sync"


def merged(
    practice: Practice, name: str, ancestor: bytes, mine: bytes, theirs: bytes, answers: Answers | None = None
) -> MergedFile:
    """The file with what both sides did; NotUnitedError where that can't be had, or would have a new error."""
    done = merged_file(ancestor, mine, theirs, plans_united if is_plan(name) else _by_key, dict(answers or {}))
    if not done.clashes:
        _refuse_new_errors(practice, name, done.content, mine, theirs)
    return done


def _by_key(ancestor: Value, mine: Value, theirs: Value, answers: Answers) -> Joint:
    return Union(answers).of(ancestor, mine, theirs)


def _refuse_new_errors(practice: Practice, name: str, merged_bytes: bytes, mine: bytes, theirs: bytes) -> None:
    """What is wrong afterwards must have been wrong on a side."""
    found = _errors(practice, name, merged_bytes)
    known = [*_errors(practice, name, mine), *_errors(practice, name, theirs)] if found else []
    if worse := new_findings(known, found):
        raise NotUnitedError(
            f"together they would have an error that neither has: {worse[0].code}, {worse[0].message}", worse[0].hint
        )


def _errors(practice: Practice, name: str, content: bytes) -> list[Finding]:
    return errors_in(_findings(practice, name, content)) if content.strip() else []


def _findings(practice: Practice, name: str, content: bytes) -> Iterator[Finding]:
    """What is wrong with a plan, the settings or a file of the practice's library; nothing is known of any other."""
    stem = PurePosixPath(name).stem
    if is_plan(name):
        plan = document_of(content, Plan)
        yield from plan.findings
        yield from file_findings(practice, stem, plan.content, plan.data) if plan.content else ()
    elif name == SETTINGS:
        yield from document_of(content, Settings).findings
    elif kind := next((kind for kind in KINDS if name.startswith(f"{kind.folder}/")), None):
        document = document_of(content, kind.model)
        yield from document.findings
        file = LibraryFile(practice, kind.shelf(practice.root), stem, document.content) if document.content else None
        yield from kind.checks(file) if file else ()
