"""What is wrong with the settings: what can't be read, codes of no rule, and names that the library does not have."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.documents.document import read_document
from goalctl.library.shelf import MISSING
from goalctl.model.finding import Finding, Path, by_place
from goalctl.model.form import FormKind
from goalctl.model.ids import form_called
from goalctl.model.scalars import ScalarError
from goalctl.model.settings import Settings
from goalctl.rules.every import names_a_rule
from goalctl.rules.w_waivers import UNKNOWN
from goalctl.workspace.shelves.kinds import PROFILES
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS


def settings_findings(practice: Practice) -> tuple[Finding, ...]:
    """Everything about them, by place; where they can't be read, only that."""
    wrong = [*_codes(practice.settings), *_names(practice)]
    if not wrong:
        return practice.findings
    document = read_document(practice.root / SETTINGS, Settings, root=practice.root)
    return tuple(sorted((*practice.findings, *document.with_places(wrong)), key=by_place))


def _codes(settings: Settings) -> Iterator[Finding]:
    check = settings.check
    named: list[tuple[Path, str, bool]] = [
        *((("check", "ignore", n), code, False) for n, code in enumerate(check.ignore)),
        *((("check", "severity", code), code, True) for code in check.severity),
    ]
    for path, code, at_key in named:
        if code.startswith("E") or not names_a_rule(code):
            message = f"{code} names no rule that can be switched"
            yield Finding(UNKNOWN.code, message, path, UNKNOWN.mend, UNKNOWN.severity, at_key=at_key)


def _names(practice: Practice) -> Iterator[Finding]:
    """The audit profile, the note's template and the favourites that are not there; a broken one is told as a file."""
    settings, profiles = practice.settings, PROFILES.shelf(practice.root)
    if profiles.path(settings.audit) is None:
        yield profiles.problems(settings.audit)[0]._replace(path=("audit",))
    if settings.note is not None:
        yield from _form(practice, settings.note, ("note",), is_note=True)
    for n, name in enumerate(settings.favourites):
        yield from _form(practice, name, ("favourites", n))


def _form(practice: Practice, word: str, path: Path, *, is_note: bool = False) -> Iterator[Finding]:
    try:
        name = form_called(word, practice.forms).name
    except ScalarError as error:
        yield Finding(MISSING, str(error), path, error.hint)
        return
    document = practice.forms.document(name)
    if document is None:
        yield practice.forms.problems(name)[0]._replace(path=path)
    elif is_note and document.content is not None and document.content.kind is not FormKind.NOTE:
        yield Finding(MISSING, f"{name} is no note template", path, "as dap; `goalctl forms note` lists them")
