"""What there is to choose from, by kind, as TAB needs it: from folders' listings and from the text of one file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import goalctl
from goalctl.cli.completion.words import QUESTIONS, STATUSES
from goalctl.cli.table import BY_NAME
from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.model.errors import GoalctlError
from goalctl.model.ids import MEASURE_WORDS
from goalctl.workspace.memory.offered import clients_beginning, file_of_client
from goalctl.workspace.store.root import SETTINGS, find_root

SHELLS = ("bash", "zsh", "fish")
ENDING = ".yaml"
MOST_BYTES = 2**22  # as a plan's
WHOLE_PLAN = "plan"
LAST = "last"
_ID = r"(?:^[\s\-]*|[{,]\s*)id:\s*[\"']?"  # as the first key of an entry or a later one, in block or in flow style
_GOAL = re.compile(rf"{_ID}(g\d+(?:\.\d+)?)\b", re.MULTILINE)
_PROBLEM = re.compile(rf"{_ID}(p\d+)\b", re.MULTILINE)
_STEP = re.compile(rf"{_ID}(g\d+\.\d+|i\d+)\b", re.MULTILINE)
_LOG = re.compile(r"^sessions:[^\n\[{]*\n(.*?)(?=^[^\s#\-]|\Z)", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)
_HOMEWORK = re.compile(r"\bid:\s*[\"']?(h\d+|[0-9a-hjkmnp-tv-z]{6})[\"']?\s*[,\n]\s*(?:for:\s*[\w.]+\s*[,\n]\s*)?task:")
_STATEMENT = re.compile(rf"{_ID}([a-z]\d+(?:\.\d+)?)\b", re.MULTILINE)
_EXERCISE = re.compile(r"^kind:\s*exercise\b", re.MULTILINE)
_KINDS_OF_REF = {"p": r"p\d+", "g": r"g\d+", "o": r"g\d+\.\d+", "i": r"i\d+", "h": r"h\d+"}
_FOLDERS = {"area": "planners", "template": "templates", "mapping": "mappings"}
BANK = "bank:"
EXPLAINED = Path(__file__).with_name("explained.txt")  # made like the options, see `option_names.py`


@dataclass
class Candidates:
    """Everything to choose from in one workspace; `stated` is the folder named on the line.

    `with_client` is for a screen that a client sees: no client is listed there, only one completed whose id is begun.
    """

    stated: Path | None = None
    with_client: bool = False

    @cached_property
    def root(self) -> Path | None:
        """The workspace, if there is one; what ships is offered without."""
        stated = self.stated or Path(os.environ.get("GOALCTL_WORKSPACE") or ".").expanduser()
        is_stated = self.stated is not None or bool(os.environ.get("GOALCTL_WORKSPACE"))
        try:
            return find_root(Path.cwd(), stated=stated if is_stated else None)
        except GoalctlError:
            return None

    def clients(self, beginning: str) -> list[str]:
        """The clients whose ids begin so."""
        found = clients_beginning(self.root, beginning) if self.root else []
        return [] if self.with_client and not (beginning and len(found) == 1) else found

    def of(self, kind: str, incomplete: str, given: list[str]) -> Iterable[str]:
        """Everything of that kind; `given` are the words before, of which the first is the client or the area."""
        kind, _, detail = kind.partition(" ")
        if kind in _FIXED:
            return _FIXED[kind]
        if kind == "ref":
            return self._refs(detail, incomplete)
        if kind == "statement":
            return self._statements(given[0]) if given else ()
        if kind == "explained":
            return self._explained(incomplete)
        if kind in _IN_PLAN:
            return self._in_plan(_IN_PLAN[kind], given)
        return self.clients(incomplete) if kind == "client" else self._of_files(kind)

    def _of_files(self, kind: str) -> list[str]:
        """What the names of files say: planners, templates, forms and what can be made of them; and the settings."""
        forms = [name for name in self._names("forms") if "@" not in name]
        if kind in _FOLDERS:
            return self._names(_FOLDERS[kind])
        match kind:
            case "clinician":
                return self._clinicians()
            case "measure":
                return [*sorted(MEASURE_WORDS), *forms]
            case "answers":
                return [f"{form}=" for form in forms]
            case "exercise":
                return [form for form in forms if _EXERCISE.search(self._text("forms", form))]
            case _:
                return forms

    def _explained(self, incomplete: str) -> list[str]:
        """Kinds of files, pages and audit profiles; once a word is begun, codes and keys too."""
        kinds, _, others = EXPLAINED.read_text(encoding="utf-8").partition("\n\n")
        return [*kinds.split(), *self._names("profiles"), *(others.split() if incomplete else ())]

    def _clinicians(self) -> list[str]:
        """Everybody whom the settings name; nobody where they can't be read."""
        from goalctl.documents.read import read_data  # costs a parser, which no other kind needs

        if self.root is None:
            return []
        told = read_data(_read(self.root / SETTINGS, self.root).removeprefix("\ufeff"))[0]
        known = told if isinstance(told, dict) else {}
        listed = known.get("clinicians")
        first = [known["clinician"]] if isinstance(known.get("clinician"), str) else []
        return list(dict.fromkeys([*first, *(listed if isinstance(listed, dict) else ())]))

    def _in_plan(self, found_in: Callable[[str], Iterable[str]], given: list[str]) -> list[str]:
        """What is found in the text of the plan that the first word names."""
        name = file_of_client(self.root, given[0]) if given and self.root else None
        if name is None or self.root is None:
            return []
        return list(found_in(_read(self.root / name, self.root)))

    def _refs(self, wanted: str, incomplete: str) -> Iterator[str]:
        """`depression/g3`: first the areas, then what of that kind they hold. The bank's ids are not known to TAB."""
        area, slash, _ = incomplete.partition("/")
        if not slash:
            yield from (f"{name}/" for name in self._names("planners"))
            yield BANK
            return
        pattern = re.compile(_KINDS_OF_REF[wanted])
        yield from (f"{area}/{id_}" for id_ in self._statements(area) if pattern.fullmatch(id_))

    def _statements(self, area: str) -> list[str]:
        return _STATEMENT.findall(self._text("planners", area.partition("/")[0]))

    def _folders(self, kind: str) -> list[Path]:
        """Where there are files of that kind: the practice's own first, which take the place of shipped ones."""
        shipped = Path(goalctl.__file__).parent / "library" / kind
        return [self.root / kind, shipped] if self.root else [shipped]

    def _names(self, kind: str) -> list[str]:
        names = {
            path.name.removesuffix(ENDING)
            for folder in self._folders(kind)
            if folder.is_dir()
            for path in folder.iterdir()
            if path.name.endswith(ENDING) and not path.name.startswith(".")
        }
        return sorted(names)

    def _text(self, kind: str, name: str) -> str:
        """The text of one file, or nothing; the name is only ever compared with what is there."""
        if name not in self._names(kind):
            return ""
        folder = next(folder for folder in self._folders(kind) if os.path.lexists(folder / f"{name}{ENDING}"))
        return _read(folder / f"{name}{ENDING}", folder.parent)


def _read(path: Path, root: Path) -> str:
    """The text of a file; nothing of a pipe, a device, what lies behind a link out of `root`, what is too large."""
    with suppress(UnreadableFileError):
        content = read_bytes(path, root=root, limit=MOST_BYTES)
        return content.decode(errors="replace") if len(content) <= MOST_BYTES else ""
    return ""


def _interventions(text: str) -> Iterator[str]:
    """Each with the objective above it, `g1.1.i1`."""
    owner = ""
    for found in _STEP.findall(text):
        if found.startswith("g"):
            owner = found
        elif owner:
            yield f"{owner}.{found}"


def _goals(text: str) -> Iterator[str]:
    return (found for found in _GOAL.findall(text) if "." not in found)


def _sessions(text: str) -> list[str]:
    """Of the log's entries, and of nothing within one."""
    log = _LOG.search(text)
    if log is None or (entry := _ENTRY.search(log[1])) is None:
        return []
    key = rf"^(?:{entry[1]}- |{entry[1]}  )id:\s*[\"']?([0-9a-hjkmnp-tv-z]{{6}})\b"
    return re.findall(key, log[1], re.MULTILINE)


def _items(text: str) -> Iterator[str]:
    """Whatever `set` takes."""
    yield from (WHOLE_PLAN, *_PROBLEM.findall(text), *_GOAL.findall(text))
    yield from _interventions(text)


_FIXED: dict[str, tuple[str, ...]] = {
    "": (), "status": STATUSES, "shell": SHELLS, "command": tuple(BY_NAME),
    "question": tuple(QUESTIONS),
}  # fmt: skip
_IN_PLAN: dict[str, Callable[[str], Iterable[str]]] = {
    "ids": _GOAL.findall,
    "goal": _goals,
    "problem": _PROBLEM.findall,
    "intervention": _interventions,
    "item": _items,
    "homework": lambda text: (f"{task}=" for task in _HOMEWORK.findall(text)),
    "session": lambda text: (LAST, *reversed(_sessions(text))),
}
