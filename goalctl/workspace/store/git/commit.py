"""A caseload as a git commit has it: settings, forms and plans of one moment, each file whole, the work tree unread.

A report that runs while git updates the folder meets files that are missing, empty or cut off; what is in a commit
never changes. No index is used or written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from goalctl.documents.document import Document, document_of
from goalctl.documents.foreign import leftover_of
from goalctl.documents.text import MAX_BYTES
from goalctl.library.shelf import FormShelf
from goalctl.model.finding import Finding, errors_in
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.workspace.store.caseload import CasePlan, case_of
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.own_forms import own_form_findings
from goalctl.workspace.store.practice import Clock, Episode, Practice
from goalctl.workspace.store.root import FORMS, PLANS, SETTINGS, client_at
from goalctl.workspace.store.scan import ENDING, SCHEMA, PlanFile, Scan, arranged, original_of, place_of
from goalctl.workspace.store.stray_risk import with_risk_by

NOT_A_FILE = Finding("E100", "in this commit it is a link or too big to be read", hint="look at it: git show REV:FILE")
UNREAD: Document[Plan] = Document("", bom=False, data=None, content=None, findings=(NOT_A_FILE,))
_NO_STAMP = (0, 0, 0, 0)


class CommittedForms(FormShelf):
    """The shipped forms, and over them the practice's own as a commit has them."""

    def __init__(self, own: Path, texts: Mapping[str, bytes]) -> None:
        super().__init__(None, own_form_findings)
        self.own = own
        for name, data in sorted(texts.items()):
            path = own / f"{name}{ENDING}"
            self._paths[name] = path
            self._read[path] = document_of(data, Form)


@dataclass(frozen=True)
class PracticeThen(Practice):
    """A workspace as a commit has it."""

    form_texts: Mapping[str, bytes] = field(default_factory=dict)
    plan_texts: Mapping[str, bytes | None] = field(default_factory=dict)

    @cached_property
    def forms(self) -> FormShelf:
        """Every form by id, the committed ones over the shipped ones."""
        return CommittedForms(self.root / FORMS, self.form_texts)

    def _plan_texts(self) -> Iterator[tuple[str, bytes]]:
        for name, data in self.plan_texts.items():
            yield client_at(name), data or b""

    def _episode(self, client: str) -> Episode:
        ending = f"/{client}{ENDING}"
        name = min((name for name in self.plan_texts if name.endswith(ending)), key=place_of, default="")
        data = self.plan_texts.get(name)
        return Episode(name, document_of(data, Plan).content if data else None)


@dataclass(frozen=True)
class CommittedCaseload:
    """Which plans a commit has, and the way to read each."""

    practice: Practice
    scan: Scan
    texts: Mapping[str, bytes | None]

    def case(self, file: PlanFile) -> CasePlan:
        """One client's plan with its findings."""
        data = self.texts[file.name]
        return case_of(self.practice, file, UNREAD if data is None else document_of(data, Plan))


def caseload_at(root: Path, revision: str, clock: Clock | None = None) -> CommittedCaseload:
    """The caseload in a revision, which may be any that git knows."""
    found = dict(Repository(root).files_at(revision, (SETTINGS, FORMS, PLANS), most_bytes=MAX_BYTES))
    forms = {id_: data for name, data in found.items() if data is not None and (id_ := _form_id(name))}
    plans = {name: data for name, data in found.items() if name.startswith(f"{PLANS}/") and not _is_ours(name)}
    settings = document_of(found.get(SETTINGS) or b"format: 1\n", Settings)
    errors = tuple(errors_in(settings.findings))
    practice = PracticeThen(
        root, settings.content or Settings.unsaid(), errors, clock, form_texts=forms, plan_texts=plans
    )  # fmt: skip
    others = (name for name, text in plans.items() if text is None or text != plans.get(original_of(name)))
    there = arranged((name, _NO_STAMP) for name in others)
    told = with_risk_by(there, lambda name: document_of(plans.get(name) or b"", Plan).data, practice.forms)
    return CommittedCaseload(practice, told, plans)


def _form_id(name: str) -> str:
    """The id of the form that lies there; empty for any other file."""
    folder, _, file = name.partition("/")
    return file.removesuffix(ENDING) if folder == FORMS and file.endswith(ENDING) and "/" not in file else ""


def _is_ours(name: str) -> bool:
    """Whether a scan of the folder would pass it over: the schema, what starts with a dot, an editor's leftover."""
    parts = name.split("/")
    return parts[-1] == SCHEMA or bool(leftover_of(parts[-1])) or any(part.startswith(".") for part in parts)
