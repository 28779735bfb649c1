"""`goalctl schema`: the JSON Schemas of files, for editors, and of answers, for programs."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import say_uncommitted
from goalctl.model.scalars import excerpt
from goalctl.model.schema import schema_text
from goalctl.workspace.shelves.schemas import schemas_of, write_schemas


def command(
    desk: Desk,
    write: Annotated[bool, Option("--write", help="Put it and its like beside the files.")] = False,
    for_: Annotated[
        str | None,
        Option(
            "--for",
            metavar="NAME",
            help="Of other files: settings, form …; or of what a command gives with --format json: due, show …",
        ),
    ] = None,
) -> None:
    """Show the JSON Schema of a plan, or put it where editors look for it; or that of an answer for programs."""
    if for_ is not None:
        _show_shape(desk, for_)
        return
    if not write:
        desk.write(schema_text())
        return
    names = list(schemas_of(desk.root))
    why = write_schemas(desk.practice, names)
    for name in names:
        desk.say(f"wrote {name}")
    say_uncommitted(desk, why)


def _show_shape(desk: Desk, name: str) -> None:
    from goalctl.model.keys.find import FILES
    from goalctl.model.shape_schema import shape_schema_text
    from goalctl.views.data.kinds import SHAPES

    if name in FILES:
        desk.write(schema_text(FILES[name]))
        return
    if name not in SHAPES:
        message = f"--for: there is no file or answer called '{excerpt(name)}'"
        raise UsageError(message, f"use {', '.join([*FILES, *SHAPES])}")
    desk.write(shape_schema_text(SHAPES[name], name))
