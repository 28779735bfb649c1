"""One file in three states made one: plans by what they mean, other YAML by key, all else as git merges lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from goalctl.analysis.merge.meaning import plans_united
from goalctl.analysis.merge.unite import Union
from goalctl.documents.document import document_of
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import MergedFile, merged_file
from goalctl.model.finding import Finding, Severity, Value, new_findings
from goalctl.model.joint import ClashChoice, Joint, Place
from goalctl.model.plan import Plan
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import ENDING

Answers = Mapping[Place, ClashChoice]


def is_plan(name: str) -> bool:
    """Whether a file of that name in a workspace is a client's plan."""
    return name.startswith(f"{PLANS}/") and name.endswith(ENDING)


def merged(
    practice: Practice, name: str, ancestor: bytes, mine: bytes, theirs: bytes, answers: Answers | None = None
) -> MergedFile:
    """The file with what both sides did; NotUnitedError where that can't be had, or would have a new error."""
    done = merged_file(ancestor, mine, theirs, plans_united if is_plan(name) else _by_key, dict(answers or {}))
    if is_plan(name) and not done.clashes:
        _refuse_new_errors(practice, name, done.content, mine, theirs)
    return done


def _by_key(ancestor: Value, mine: Value, theirs: Value, answers: Answers) -> Joint:
    return Union(answers).of(ancestor, mine, theirs)


def _refuse_new_errors(practice: Practice, name: str, merged_bytes: bytes, mine: bytes, theirs: bytes) -> None:
    """What is wrong afterwards must have been wrong on a side."""
    found = _errors(practice, name, merged_bytes)
    known = [*_errors(practice, name, mine), *_errors(practice, name, theirs)] if found else []
    if worse := new_findings(known, found):
        raise NotUnitedError(f"together they would have an error that neither has: {worse[0].code}", worse[0].hint)


def _errors(practice: Practice, name: str, content: bytes) -> list[Finding]:
    document = document_of(content, Plan)
    plan, client = document.content, PurePosixPath(name).stem
    found = [*document.findings, *(file_findings(practice, client, plan, document.data) if plan else ())]
    return [finding for finding in found if finding.severity is Severity.ERROR]
