"""What the commands about files of the library share: how they are found, listed, made, checked and shown as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from goalctl.analysis.figures import counted
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS
from goalctl.cli.one_of_each import OneOfEachGroup
from goalctl.library.shelf import Shelf
from goalctl.model.finding import Fault, Finding, fault_of
from goalctl.model.form import Form
from goalctl.model.planner import Planner
from goalctl.model.template import Template
from goalctl.model.types import Record
from goalctl.views.data.library import file_document
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.shelves.kinds import LibraryKind, NamedFinding

M = TypeVar("M", bound=Record)


class LibraryGroup(OneOfEachGroup):
    """A group whose first word, when it is no command, is a word to search for, or what `command_for` makes of it."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - click's signature
        """As usual; an option without a command, as `--format json`, is one of the list."""
        is_of_the_list = bool(args) and args[0].startswith("-") and args[0] not in ctx.help_option_names
        return super().parse_args(ctx, ["list", *args] if is_of_the_list else args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - click's signature
        """The command, else the one that is meant, with all the words."""
        known = self.get_command(ctx, args[0]) is not None
        return super().resolve_command(ctx, args if known else [self.command_for(ctx, args[0]), *args])

    def command_for(self, _ctx: Any, _word: str) -> str:  # noqa: ANN401 - click's own
        """Which command a bare word stands for."""
        return "search"


def readable(shelf: Shelf[M]) -> list[tuple[M, bool]]:
    """What can be read, each with whether it is the practice's own."""
    return [(shelf[name], shelf.is_own(name)) for name in shelf if name in shelf]


def broken(shelf: Shelf[M]) -> list[tuple[str, Finding]]:
    """The names of files that can't be read, each with its first problem."""
    return [(name, shelf.problems(name)[0]) for name in shelf if name not in shelf]


def broken_faults(kind: LibraryKind[M], shelf: Shelf[M]) -> list[tuple[str, Fault]]:
    """The same for documents: no client is meant."""
    return [("", fault_of(kind.file(shelf, name), finding)) for name, finding in broken(shelf)]


def show_file(desk: Desk, kind: LibraryKind[M], shelf: Shelf[M], name: str) -> None:
    """What a file says, for programs."""
    content = kind.known(shelf, name)
    if isinstance(content, Form | Planner | Template):
        desk.write_json(file_document(content, kind.file(shelf, name)))


def listing_status(shelf: Shelf[M]) -> int:
    """A listing without a file that can't be read is incomplete."""
    return COULD_NOT if broken(shelf) else 0


def write_source(desk: Desk, kind: LibraryKind[M], shelf: Shelf[M], name: str) -> None:
    """The file itself, to copy and change."""
    kind.known(shelf, name)
    if document := shelf.document(name):
        desk.write(document.text)


def whose(kind: LibraryKind[M], shelf: Shelf[M], name: str) -> str:
    """Where an own file is, or how a shipped one becomes the practice's own."""
    copy = f"goalctl {kind.folder} new {name} --from {name} makes it yours"
    return kind.file(shelf, name) if shelf.is_own(name) else f"shipped; {copy}"


def make(desk: Desk, kind: LibraryKind[M], name: str, title: str | None, source: str | None) -> None:
    """A new file, from the starter or as a copy, and what comes next."""
    shelf = kind.shelf(desk.root)
    text = kind.new_text(name, title) if source is None else kind.copy_text(shelf, source, name, title)
    desk.say(f"made {kind.create(desk.practice, name, text)}")
    trying = f" and goalctl {kind.folder} try {name}" if kind.folder == "forms" else ""
    desk.say(f"next: change it, then goalctl {kind.folder} check {name}{trying}")
    desk.write(f"{name}\n")


def check_files(
    desk: Desk,
    kind: LibraryKind[M],
    names: Sequence[str] | None,
    *,
    else_all: bool,
    beside: Sequence[NamedFinding] = (),
) -> int:
    """Check the files that are named; else the practice's own with what lies beside them, or the shipped ones too.

    The findings are on stdout, one line about them on stderr.
    """
    shelf = kind.shelf(desk.root)
    own = list(filter(shelf.is_own, shelf))
    wanted = list(dict.fromkeys(names or (shelf if else_all else own)))
    singly = wanted if names else [name for name in wanted if name not in own]
    found = [named for name in singly for named in kind.problems(desk.practice, shelf, name)]
    if not names:
        found = [*kind.own_findings(desk.practice), *found, *beside]
    desk.write(findings_text(found))
    told = counted(len(found), "finding") if found else "nothing found"
    desk.say(f"{counted(len(wanted), kind.one)} checked: {told}")
    return FINDINGS if found else 0
