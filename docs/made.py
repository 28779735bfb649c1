"""The pages of the reference that goalctl itself tells: commands, keys, rules, JSON, the library."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, get_args, get_origin

from goalctl.cli.root import run
from goalctl.cli.table import COMMANDS, PANELS
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.types import Grammar, Record, Since

FILES = {
    "plan": "a client's plan, `plans/<client>.yaml`",
    "settings": "the workspace's settings, `goalctl.yaml`",
    "form": "a form of your own, `forms/<form>.yaml`",
    "planner": "a planner of your own, `planners/<planner>.yaml`",
    "template": "a plan to begin with, `templates/<template>.yaml`",
    "profile": "what an auditor looks for, `profiles/<profile>.yaml`",
    "mapping": "another program's table, `mappings/<mapping>.yaml`",
    "names": "who the pseudonyms are, outside the workspace",
}
LISTINGS = {
    "rules": ("Findings of check", ("explain",), "`goalctl explain CODE` tells why, how to mend it, and its source."),
    "instruments": (
        "Forms and instruments",
        ("forms", "list"),
        "`goalctl forms show FORM` has items, bands, change, licence and the source of each.",
    ),
    "planners": ("Planners", ("planners", "list"), "`goalctl planners show AREA` has every wording with its id."),
    "templates": ("Templates", ("templates", "list"), "`goalctl templates show TEMPLATE` is the file."),
    "profiles": ("Audit profiles", ("explain", "profiles"), "`goalctl explain PROFILE` lists its requirements."),
}


def made_pages() -> Iterator[tuple[str, str]]:
    """Each page with its name, as a new workspace shows it in 88 columns."""
    here = Path.cwd()
    with TemporaryDirectory() as empty, chdir(empty):
        os.environ.update(COLUMNS="88", GOALCTL_NAMES=empty, NO_COLOR="1")
        _told("init", ".")
        yield "commands", _commands()
        yield "keys", _keys()
        yield "format-2", _page("What format 2 brought", _newer_words())
        yield "json", _page("JSON", f"```text\n{_told('explain', 'json')}```\n")
        for name, (title, words, about) in LISTINGS.items():
            yield name, _page(title, f"{about}\n\n{_told(*words, '--format', 'md')}")
        os.chdir(here)


def _commands() -> str:
    panels = []
    for panel in PANELS:
        own = [command for command in COMMANDS if command.panel == panel]
        told = [f"### {command.name}\n\n```text\n{_told(command.name, '--help')}```\n" for command in own]
        panels.append("\n".join([f"## {panel}\n", *told]))
    return _page("Commands", "\n".join([f"```text\n{_told('--help')}```\n", *panels]))


def _keys() -> str:
    told = [
        f"## {kind}\n\nOf {about}.\n\n{_told('explain', kind, '--format', 'md')}\n" for kind, about in FILES.items()
    ]
    return _page("Keys of every file", "\n".join(told))


def _newer_words() -> str:
    """Every key that came with format 2, and every older key that may hold something newer."""
    rows = ["| file | key | what is new |", "| --- | --- | --- |"]
    for name, kind in (("plan", Plan), ("form", Form)):
        rows += [f"| {name} | `{key}` | {what} |" for key, what in sorted(set(_newer_in(kind, "")))]
    return "\n".join(rows) + "\n"


def _newer_in(kind: type[Record], at: str) -> Iterator[tuple[str, str]]:
    for field, info in kind.model_fields.items():
        key = f"{at}{info.alias or field}"
        if any(isinstance(mark, Since) for mark in info.metadata):
            yield key, "the key"
            continue
        marks, records = list(info.metadata), list(_inside(info.annotation))
        marks += [mark for _, found in records for mark in found]
        if any(isinstance(mark, Grammar) and mark.is_new for mark in marks):
            yield key, "some of its values"
        for record, _ in records:
            if record is not None and f".{key}.".count(f".{key.rpartition('.')[2]}.") == 1:
                yield from _newer_in(record, f"{key}.")


def _inside(annotation: Any) -> Iterator[tuple[type[Record] | None, tuple[Any, ...]]]:  # noqa: ANN401 - any annotation
    """The records that a type is made of, and the marks that stand in it."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation, ()
    elif get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield None, tuple(marks)
        yield from _inside(inner)
    else:
        for one in get_args(annotation):
            yield from _inside(one)


def _page(title: str, text: str) -> str:
    return f"# {title}\n\n{text}"


def _told(*words: str) -> str:
    """What a command says on stdout; it has to succeed."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(list(words))
    if status:
        raise RuntimeError(f"goalctl {' '.join(words)} ended with {status}: {err.getvalue()}")
    return out.getvalue()
