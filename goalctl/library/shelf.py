"""Finds what ships (forms, planners, profiles, templates) and the practice's own files beside and over it.

A listing only looks at file names; a file is read when it is first asked for. An own file takes the place of a shipped
one of the same name, also when it is broken: then its problems are told, and the shipped one is not used in its stead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from goalctl.documents.document import Document, read_document
from goalctl.documents.foreign import copy_of, kept_elsewhere, leftover_of
from goalctl.model.finding import Finding, Severity, errors_in
from goalctl.model.form import Form
from goalctl.model.ids import FormRef, form_filed
from goalctl.model.nearest import did_you_mean
from goalctl.model.types import Record
from goalctl.model.watching import narrowed_risk

M = TypeVar("M", bound=Record)

ENDING = ".yaml"
MISSING = "E238"
MOST_NAMED = 20
_VERSION = "@"


def shipped_folder(kind: str) -> Path:
    """The folder of what ships of that kind: `forms`, `planners`, `profiles` or `templates`."""
    return Path(__file__).resolve().parent / kind


def files_in(folder: Path | None) -> dict[str, Path]:
    """The YAML files of a folder by name without ending, sorted; nothing for a folder that is not there."""
    if folder is None:
        return {}
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        return {}
    return {name.removesuffix(ENDING): folder / name for name in names if _is_file_of_ours(name, names)}


def _is_file_of_ours(name: str, names: Container[str]) -> bool:
    """Whether it is read; a second copy of one that is there never is."""
    return name.endswith(ENDING) and not name.startswith(".") and copy_of(name)[0] not in names


def strays_in(folder: Path) -> tuple[Path, ...]:
    """Files that look meant but are not read: another ending than `.yaml`, as `.yml` or `.YAML`; second copies.

    So is what stands for one that iCloud keeps elsewhere.
    """
    try:
        paths = [path for path in sorted(folder.iterdir()) if not path.is_dir()]
    except OSError:
        return ()
    names = {path.name for path in paths}
    known = (path for path in paths if not path.name.startswith(".") and not leftover_of(path.name))
    away = (path for path in paths if kept_elsewhere(path.name))
    return (*away, *(path for path in known if not _is_file_of_ours(path.name, names)))


@cache
def _shipped(path: Path, model: type[M]) -> Document[M]:
    """Read once, for all shelves: it stays as it is while goalctl runs."""
    return read_document(path, model, root=path.parent)


class Shelf(Mapping[str, M], Generic[M]):
    """Everything of one kind by name, read when first asked for.

    A name without a readable file behind it is a KeyError, as in any mapping; `problems` says what is wrong with it.
    """

    def __init__(
        self, kind: str, model: type[M], own: Path | None = None, spelled: Callable[[M], M] | None = None
    ) -> None:
        """`spelled` gives what ships in another spelling."""
        self.kind = kind
        self.own = own
        self._spelled = spelled
        self._known: dict[str, M] = {}
        self._model = model
        self._paths = dict(sorted({**files_in(shipped_folder(kind)), **files_in(own)}.items()))
        self._read: dict[Path, Document[M]] = {}

    def __getitem__(self, name: str) -> M:
        if name not in self._known:
            document = self.document(name)
            if document is None or document.content is None:
                raise KeyError(name)
            spelled = None if self.is_own(name) else self._spelled
            self._known[name] = spelled(document.content) if spelled else document.content
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._paths if _VERSION not in name)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def path(self, name: str) -> Path | None:
        """The file that would be read for that name."""
        return self._paths.get(name)

    def is_own(self, name: str) -> bool:
        """Whether it is the practice's own file, not a shipped one."""
        path = self.path(name)
        return path is not None and path.parent == self.own

    def document(self, name: str) -> Document[M] | None:
        """The file with its text, its model and its problems; None when there is none."""
        path = self.path(name)
        if path is None:
            return None
        if path.parent != self.own:
            return _shipped(path, self._model)
        if path not in self._read:
            self._read[path] = read_document(path, self._model, root=path.parent.parent)
        return self._read[path]

    def problems(self, name: str) -> tuple[Finding, ...]:
        """What is wrong with the file of that name, or that there is none (`E238`)."""
        document = self.document(name)
        return (self._nothing(name),) if document is None else document.findings

    def _nothing(self, name: str) -> Finding:
        names = list(self)
        family = [there for there in names if there.startswith(f"{name}-")]
        if len(family) > 1:  # one of them would be a guess: another's form, or the child's
            hint = f"did you mean {', '.join(family[:-1])} or {family[-1]}?"
            return Finding(MISSING, f"there is no {name} among the {self.kind}", (), hint)
        listed = f"there are {', '.join(names)}" if len(names) <= MOST_NAMED else f"`goalctl {self.kind}` lists them"
        return Finding(MISSING, f"there is no {name} among the {self.kind}", (), did_you_mean(name, names, listed))


Contradictions = Callable[[str, Form], Iterable[Finding]]


class FormShelf(Shelf[Form]):
    """Every form by id. `phq-9@2` is version 2 for good: a file of that name, or `phq-9` while it has that version.

    An own form in which `checks` find an error is none, as one that can't be read: nothing is worked out with it.
    """

    def __init__(self, own: Path | None = None, checks: Contradictions | None = None) -> None:
        super().__init__("forms", Form, own)
        self._checks = checks
        self._checked: dict[str, Document[Form]] = {}
        self._watched: dict[str, Form | None] = {}

    def path(self, name: str) -> Path | None:
        """The file for a form's id, with or without a version."""
        return self._paths.get(name) or self._paths.get(form_filed(name).id)

    def document(self, name: str) -> Document[Form] | None:
        """The form's file; one that belongs to another id or version than its name says is no form (`E239`)."""
        found = super().document(name)
        if found is None or found.content is None:
            return found
        wanted, form = form_filed(name), found.content
        if form_filed(form.form).id != wanted.id:
            mend = f"write form: {wanted.id}"
            wrong = Finding("E239", f"form is {form.form}, but the file is {name}", ("form",), mend)
            return Document(found.text, found.bom, found.data, None, found.with_places((wrong,)))
        if wanted.version not in {None, form.version}:
            return None
        return self._without_contradictions(name, found, form) if self.is_own(name) else found

    def _without_contradictions(self, name: str, found: Document[Form], form: Form) -> Document[Form]:
        if name not in self._checked:
            wrong = found.with_places(self._checks(name, form) if self._checks else ())
            wrong = tuple(sorted(wrong, key=lambda finding: finding.severity is not Severity.ERROR))
            content = None if errors_in(wrong) else form
            self._checked[name] = Document(found.text, found.bom, found.data, content, (*found.findings, *wrong))
        return self._checked[name]

    def watched(self, name: str) -> Form | None:
        """A form that can't be used, for its risk items alone: as far as it can be read, else as it ships.

        What a shipped form watches and the own one, or its copy, has lost or tells less often is watched in it, too.
        """
        if name not in self._watched:
            self._watched[name] = self._as_far_as_read(name)
        return self._watched[name]

    def _as_far_as_read(self, name: str) -> Form | None:
        own = super().document(name)
        if own is None:
            return None
        form = own.content
        if form is None:
            return FormShelf().get(form_filed(name).id)
        shipped = shipped_original(form)
        if shipped is None:
            return form
        kept = {risk.item for risk in form.risk}
        lost = [risk for risk in shipped.risk if risk.item not in kept and form.item(risk.item)]
        wider = {} if form.without_risk else {risk.item: risk for risk in narrowed_risk(form, shipped)}
        as_told = [risk for risk in form.risk if risk.item not in wider]
        return form.model_copy(update={"risk": (*as_told, *wider.values(), *lost)})

    def _nothing(self, name: str) -> Finding:
        wanted = form_filed(name)
        known = self.get(wanted.id) if wanted.version else None
        if known is None:
            return super()._nothing(name)
        hint = f"use {FormRef(wanted.id, known.version)}, or {wanted.id} for the version of the day"
        return Finding(MISSING, f"there is no version {wanted.version} of {wanted.id}", (), hint)


def shipped_original(form: Form) -> Form | None:
    """The shipped form whose facts this one has: that of its id, else the one that it says it is a copy of."""
    shelf = FormShelf()
    return shelf.get(form_filed(form.form).id) or (shelf.get(form.copy_of) if form.copy_of else None)
