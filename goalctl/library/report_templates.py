"""Finds the templates of reports: the shipped ones, and the practice's own in `templates/reports/` over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from goalctl.documents.open import read_bytes
from goalctl.documents.text import source_of
from goalctl.library.shelf import shipped_folder
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import errors_in

FOLDER = Path("templates") / "reports"
SHIPPED = "shipped/"
MOST_BYTES = 1024 * 1024


class UnreadableTemplateError(GoalctlError):
    """A template's file is there, but is no text."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{(FOLDER / name).as_posix()}: {reason}", "save it as UTF-8")


def report_templates(root: Path | None) -> Callable[[str], str | None]:
    """A template's text by its name, None where there is none: the practice's own first.

    `shipped/plan.html.j2` is always the shipped one, so that an own `plan.html.j2` can extend it.
    """
    ours = shipped_folder("templates") / "reports"

    def text_of(name: str) -> str | None:
        if name.startswith(SHIPPED):
            return _text(ours, name.removeprefix(SHIPPED), ours)
        own = None if root is None else _text(root / FOLDER, name, root)
        return _text(ours, name, ours) if own is None else own

    return text_of


def _text(folder: Path, name: str, root: Path) -> str | None:
    path = folder / name
    if Path(name).name != name or not path.is_file():  # a template must not reach for a plan
        return None
    source = source_of(read_bytes(path, root=root, limit=MOST_BYTES))
    wrong = next(iter(errors_in(source.findings)), None)
    if wrong:
        raise UnreadableTemplateError(name, wrong.message)
    return source.text
