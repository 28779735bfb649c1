"""The kinds of library file. A new kind is one row of the table at the end: all that is done with any of them is here.

That is: a shelf of the practice's own files over the shipped ones, the files that lie there and are not read, what is
wrong with one, a new one from a starter or as a copy, and the schema beside them for editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from goalctl.documents.document import document_of, read_document
from goalctl.documents.file_errors import NotConfirmedError, UnreadableFileError
from goalctl.documents.foreign import FETCH, IN_ICLOUD, copy_of, kept_elsewhere, plan_name_meant
from goalctl.documents.open import read_bytes
from goalctl.documents.save import create, save
from goalctl.documents.stops import without_stops
from goalctl.documents.text import MAX_BYTES
from goalctl.documents.yaml_text import scalar_text
from goalctl.library.shelf import ENDING, MISSING, Shelf, files_in, shipped_original, strays_in
from goalctl.library.us_spelling import in_us_spelling
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity, by_place
from goalctl.model.form import Form, FormKind
from goalctl.model.ids import form_filed
from goalctl.model.planner import Planner
from goalctl.model.profile import Profile
from goalctl.model.scalars import excerpt
from goalctl.model.settings import Settings, Spelling
from goalctl.model.table_map import TableMap
from goalctl.model.template import Template
from goalctl.model.types import Record
from goalctl.workspace.shelves import checks, starters
from goalctl.workspace.shelves.checks import CONTRADICTS, LibraryFile
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.own_forms import form_shelf
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.transaction.committing import take_up
from goalctl.workspace.store.transaction.transaction import writing

PRIVATE = 0o700
SPELLING = b"spelling"
NamedFinding = tuple[str, Finding]
M = TypeVar("M", bound=Record)


def titled(name: str, title: str | None) -> str:
    """What the file of that name is called where no title is given: what its name says."""
    return title or name.replace("-", " ").capitalize()


class NoLibraryFileError(GoalctlError):
    """There is no file of that name, or it can't be used until it is mended."""

    def __init__(self, one: str, name: str, file: str, problems: tuple[Finding, ...]) -> None:
        first = problems[0]
        if first.code == MISSING:
            super().__init__(first.message, first.hint)
            self.exit_status = 2
            return
        super().__init__(f"the {one} {excerpt(name)} can't be used until it is mended")
        self.named_findings = tuple((file, finding) for finding in sorted(problems, key=by_place))


class BadNameError(GoalctlError):
    """No file of that kind can be called that."""

    exit_status = 2


@dataclass(frozen=True)
class LibraryKind(Generic[M]):
    """One kind of library file.

    `folder` holds the practice's own; `one` is the key by which a file says its own name. `checks` tell what is wrong
    beyond text and shape, `starter` is the text of a new one, where goalctl makes them. `special` is the shelf where
    names mean more than files. With `is_spelled` what ships is in our own words, which have a spelling.
    """

    folder: str
    one: str
    model: type[M]
    checks: Callable[[LibraryFile[M]], Iterable[Finding]]
    starter: str = ""
    special: Callable[[Path | None], Shelf[M]] | None = None
    is_spelled: bool = False

    @property
    def schema(self) -> str:
        """The file that tells editors what such a file may hold."""
        return f"{self.one}.schema.json"

    def shelf(self, root: Path | None) -> Shelf[M]:
        """Everything of this kind by name, the practice's own over the shipped; without a root what ships alone."""
        own = root / self.folder if root else None
        if self.special:
            return self.special(own)
        return Shelf(self.folder, self.model, own, in_us_spelling if self.is_spelled and _is_us(root) else None)

    def known(self, shelf: Shelf[M], name: str) -> M:
        """What the file of that name says."""
        found = shelf.get(name)
        if found is None:
            raise NoLibraryFileError(self.one, name, self.file(shelf, name), shelf.problems(name))
        return found

    def file(self, shelf: Shelf[M], name: str) -> str:
        """A file as findings name it: an own one seen from the workspace."""
        if shelf.is_own(name):
            return f"{self.folder}/{name}{ENDING}"
        return f"{name}{ENDING} (shipped)" if shelf.path(name) else name

    def problems(self, practice: Practice, shelf: Shelf[M], name: str) -> list[NamedFinding]:
        """What is wrong with one file, an own or a shipped one, each with its place."""
        document = shelf.document(name)
        found = shelf.problems(name)
        if document is not None and document.content is not None:
            wrong = [*self._other_name(name, document.content)]
            wrong += self.checks(LibraryFile(practice, shelf, name, document.content))
            found = (*found, *document.with_places(wrong))
        return [(self.file(shelf, name), finding) for finding in sorted(found, key=by_place)]

    def _other_name(self, name: str, content: M) -> Iterator[Finding]:
        """Of a form, the shelf tells it: such a file is none."""
        stated = str(getattr(content, self.one))
        if form_filed(stated).id != form_filed(name).id:
            message = f"{self.one} is {stated}, but the file is {name}"
            yield Finding(CONTRADICTS, message, (self.one,), f"write {self.one}: {name}")

    def own_findings(self, practice: Practice) -> list[NamedFinding]:
        """What is wrong with the practice's own files, and what lies there and is not read."""
        folder, shelf = practice.root / self.folder, self.shelf(practice.root)
        strays = [self._stray(path.name) for path in strays_in(folder) if path.name != self.schema]
        return strays + [named for name in files_in(folder) for named in self.problems(practice, shelf, name)]

    def _stray(self, name: str) -> NamedFinding:
        if there := kept_elsewhere(name):
            hint = f"{FETCH}; until then what ships is used, if it has one"
            return f"{self.folder}/{name}", Finding("E151", f"{there} is {IN_ICLOUD}", hint=hint)
        original, by = copy_of(name)
        if original:
            what = f"this is not read: it is a second copy of {original} ({by})"
            hint = f"compare the two, then move this one out of {self.folder}/"
            return f"{self.folder}/{name}", Finding("E154", what, hint=hint, severity=Severity.WARNING)
        right = plan_name_meant(name)
        hint = f"if it is a {self.one}, give it its name: mv -n {self.folder}/{name} {self.folder}/{right}"
        hint = hint if right else f"move it out of {self.folder}/"
        message = f"this is not read: a {self.one}'s file ends in {ENDING}"
        return f"{self.folder}/{name}", Finding("E151", message, hint=hint)

    def new_text(self, name: str, title: str | None) -> str:
        """A valid file of that name, to be changed; the title is made from the name where none is given."""
        return self.with_schema(self.starter.format(id=scalar_text(name), name=scalar_text(titled(name, title))))

    def copy_text(self, shelf: Shelf[M], source: str, name: str, title: str | None = None) -> str:
        """The text of another file under this name and title; its comments, facts and licence stay with it."""
        self.known(shelf, source)
        document = shelf.document(source)
        line = re.compile(rf"^{self.one}:.*$", re.MULTILINE)
        origin = self.origin(shelf, source, name)
        mark = f"\ncopy_of: {scalar_text(origin)}" if origin else ""
        text = line.sub(lambda _: f"{self.one}: {scalar_text(name)}{mark}", document.text if document else "", count=1)
        if title:
            text = re.sub(r"^name:.*$", lambda _: f"name: {scalar_text(title)}", text, count=1, flags=re.MULTILINE)
        return self.with_schema(text)

    def origin(self, shelf: Shelf[M], source: str, name: str) -> str:
        """Which shipped instrument a copy under another id has to remember; empty where there is none."""
        content = shelf.get(source)
        if not isinstance(content, Form) or content.copy_of or form_filed(source).id == form_filed(name).id:
            return ""
        shipped = shipped_original(content)
        return shipped.form if shipped and shipped.kind is FormKind.ASSESSMENT else ""

    def with_schema(self, text: str) -> str:
        """The text with the line by which an editor finds the schema."""
        return text if "yaml-language-server" in text else f"# yaml-language-server: $schema={self.schema}\n{text}"

    def create(self, practice: Practice, name: str, text: str) -> str:
        """Make the file, with the schema beside it; a name that can be none, or a file that is there, is refused."""
        self._refuse_bad_name(practice, name, text)
        made = f"{self.folder}/{name}{ENDING}"
        with writing(practice), without_stops():
            (practice.root / self.folder).mkdir(mode=PRIVATE, exist_ok=True)
            with suppress(NotConfirmedError):  # it can be written again
                self.write_schema(practice)  # before the file: without it, that would be half made
            create(practice.root / made, text.encode(), root=practice.root)
            practice.account.note(made)
            take_up(practice, Waiting(made, (made, f"{self.folder}/{self.schema}"), f"new {self.one}"))
        return made

    def _refuse_bad_name(self, practice: Practice, name: str, text: str) -> None:
        document = document_of(text.encode(), self.model)
        found = [*document.findings]
        if document.content is not None:
            shelf = self.shelf(None)
            found += self.checks(LibraryFile(practice, shelf, name, document.content))
        wrong = next((finding for finding in found if finding.path == (self.one,)), None)
        if wrong:
            raise BadNameError(wrong.message, wrong.hint)

    def write_schema(self, practice: Practice) -> str:
        """Put the schema beside the practice's own files, and give its name."""
        from goalctl.model.schema import schema_text

        name = f"{self.folder}/{self.schema}"
        save(practice.root / name, schema_text(self.model).encode(), root=practice.root)
        return name


def _is_us(root: Path | None) -> bool:
    """Whether the practice wants the spelling of the United States; its settings are read only where they say so."""
    with suppress(UnreadableFileError):
        if root and SPELLING in read_bytes(root / SETTINGS, root=root, limit=MAX_BYTES):
            settings = read_document(root / SETTINGS, Settings, root=root).content
            return settings is not None and settings.spelling is Spelling.US
    return False


FORMS = LibraryKind("forms", "form", Form, checks.form_checks, starters.FORM, form_shelf)
TEMPLATES = LibraryKind("templates", "template", Template, checks.template_checks, is_spelled=True)
PLANNERS = LibraryKind("planners", "planner", Planner, checks.planner_checks, starters.PLANNER, is_spelled=True)
PROFILES = LibraryKind("profiles", "profile", Profile, checks.profile_checks)
MAPPINGS = LibraryKind("mappings", "mapping", TableMap, checks.mapping_checks)

KINDS: tuple[LibraryKind[Any], ...] = (FORMS, TEMPLATES, PLANNERS, PROFILES, MAPPINGS)


def library_findings(practice: Practice) -> list[NamedFinding]:
    """What is wrong with the practice's own library, kind by kind."""
    return [named for kind in KINDS for named in kind.own_findings(practice)]
