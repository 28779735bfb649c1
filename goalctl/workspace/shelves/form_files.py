"""The practice's own forms as files: what is wrong with them, their schema for editors, a new one."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.form_check import form_findings
from goalctl.documents.save import create, save
from goalctl.library.shelf import FormShelf, files_in, strays_in
from goalctl.model.finding import Finding
from goalctl.model.form import Form
from goalctl.model.schema import schema_text
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import FORMS

SCHEMA = "form.schema.json"
PRIVATE = 0o700
NamedFinding = tuple[str, Finding]


def own_name(name: str) -> str:
    """An own form's file, seen from the workspace."""
    return f"{FORMS}/{name}.yaml"


def form_file_findings(practice: Practice) -> list[NamedFinding]:
    """What is wrong with the practice's own forms, by file; also files that lie there and are not read."""
    folder = practice.root / FORMS
    found = [stray for path in strays_in(folder) if (stray := _stray(path.name))]
    return found + [named for name in files_in(folder) for named in form_problems(practice.forms, name)]


def form_problems(shelf: FormShelf, name: str) -> Iterator[NamedFinding]:
    """What is wrong with one form, an own or a shipped one, each with its place."""
    document = shelf.document(name)
    file = own_name(name) if shelf.is_own(name) else f"{name}.yaml (shipped)" if shelf.path(name) else name
    if document is None or document.content is None:
        yield from ((file, finding) for finding in shelf.problems(name))
        return
    found = (*document.findings, *document.placed(form_findings(document.content)))
    yield from ((file, finding) for finding in sorted(found, key=_by_place))


def _by_place(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


def _stray(name: str) -> NamedFinding | None:
    if name == SCHEMA:
        return None
    hint = f"rename it to {name.rpartition('.')[0] or name}.yaml if it is a form, or move it out of {FORMS}/"
    return f"{FORMS}/{name}", Finding("E151", "this is not read: a form's file ends in .yaml", hint=hint)


def write_form_schema(practice: Practice) -> str:
    """Put the schema of forms beside the practice's own, and give its name."""
    name = f"{FORMS}/{SCHEMA}"
    save(practice.root / name, schema_text(Form).encode(), root=practice.root)
    return name


def create_form(practice: Practice, name: str, text: str) -> str:
    """A new form's file with this text, and the schema beside it; a file that is there already is refused."""
    (practice.root / FORMS).mkdir(mode=PRIVATE, exist_ok=True)
    create(practice.root / own_name(name), text.encode(), root=practice.root)
    write_form_schema(practice)
    return own_name(name)
