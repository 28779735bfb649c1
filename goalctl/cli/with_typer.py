"""The command line as Typer knows it: one lazy group over the table of commands, for every line that is not plain."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.core import TyperCommand

from goalctl import __version__
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import desk_of
from goalctl.cli.misread import misread
from goalctl.cli.one_of_each import HELP, OneOfEach, OneOfEachGroup, group_app
from goalctl.cli.root_options import day_page, opened_desk
from goalctl.cli.table import BY_NAME, COMMANDS, PANELS, Command
from goalctl.workspace.store.account import Account


class Root(OneOfEachGroup):
    """Finds commands in the table and imports the one that runs."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - click's signature
        """The names, in the table's order."""
        return [command.name for command in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - click's signature
        """The command that runs, with its module imported; help lists commands without this."""
        entry = BY_NAME.get(cmd_name)
        return real_command(entry) if entry else None

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's signature
        """What is needed every day, before the options and all commands."""
        from goalctl.cli.examples import EVERY_DAY

        with formatter.section("Every day"):
            formatter.write_dl(EVERY_DAY)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - click's signature
        """The commands by panel, one line each."""
        for panel in PANELS:
            rows = [(command.name, command.summary) for command in COMMANDS if command.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def answered(words: Sequence[str], account: Account) -> object:
    """What the line answers; what Typer does not understand is told in our words, and it ends nothing by itself."""
    streams = sys.stdout, sys.stderr
    try:
        return built()(args=list(words), prog_name="goalctl", standalone_mode=False, obj=account)
    except SystemExit as ended:
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        sys.stdout, sys.stderr = streams  # Typer has wrapped them, for a status of 1
        raise ended.__context__ from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise misread(error, words) from None


@cache
def built() -> Any:  # noqa: ANN401 - Typer's own click
    """The command line, ready to run any number of times."""
    root = group_app(Root)
    root.callback()(_root())
    return typer.main.get_command(root)


@cache
def real_command(entry: Command) -> Any:  # noqa: ANN401 - Typer's own click
    """The command, with its module imported."""
    module = entry.load()
    if hasattr(module, "app"):
        for info in [*module.app.registered_commands, module.app.registered_callback]:
            info.callback = for_typer(info.callback)
            info.cls = OneOfEach if info.cls is TyperCommand else info.cls
        return typer.main.get_command(module.app)
    made = one_command(entry.name, module.command, getattr(module, "CONTEXT", {}))
    made.bare = getattr(module, "BARE", {})
    return made


def one_command(name: str, function: Callable[..., object], context: Mapping[str, object]) -> Any:  # noqa: ANN401 - the same
    """A command that does what the function does."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=OneOfEach, context_settings={**HELP, **context})(for_typer(function))
    return typer.main.get_command(app)


def for_typer(function: Callable[..., object]) -> Callable[..., object]:
    """The function with its words declared as Typer has them; a desk that it takes is the context's."""
    signature = inspect.signature(function, eval_str=True)
    takes_desk = "desk" in signature.parameters

    @wraps(function)
    def called(ctx: typer.Context, **given: object) -> object:
        return function(desk_of(ctx), **given) if takes_desk else function(ctx, **given)

    others = [_declared(one) for one in list(signature.parameters.values())[1:]]
    called.__signature__ = signature.replace(parameters=[_CONTEXT, *others])  # type: ignore[attr-defined]
    return called


_CONTEXT = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)


def _declared(parameter: inspect.Parameter) -> inspect.Parameter:
    """The parameter as Typer knows it."""
    if get_origin(parameter.annotation) is not Annotated:
        return parameter
    kind, said = get_args(parameter.annotation)
    makes: Any = typer.Option if isinstance(said, Option) else typer.Argument
    names = said.names if isinstance(said, Option) else ()
    known = makes(*names, **_told(kind, said)) if isinstance(said, Option | Argument) else said
    return parameter.replace(annotation=Annotated[kind, known])


def _told(kind: object, said: Option | Argument) -> dict[str, object]:
    """What is said of a word; an option's value reads TEXT or N, where Typer would say `<str>` or `<int range>`."""
    if isinstance(said, Argument) or said.told["metavar"]:
        return said.told
    inside = {kind, *get_args(kind), *(inner for one in get_args(kind) for inner in get_args(one))}
    value = "TEXT" if str in inside else "N" if int in inside else None
    return {**said.told, "metavar": value}


def _root() -> Callable[..., object]:
    """What stands before any command: the desk, and the day's page where no command follows."""
    signature = inspect.signature(opened_desk, eval_str=True)

    @wraps(opened_desk)
    def at_root(ctx: typer.Context, *, version: bool, **options: Any) -> object:  # noqa: ANN401 - as declared there
        del version  # its callback has answered
        account = ctx.find_object(Account) or Account()
        desk = ctx.obj = opened_desk(account, ctx.invoked_subcommand, **options)
        ctx.call_on_close(desk.close)
        return day_page(desk) if ctx.invoked_subcommand is None else None

    declared = [_declared(one) for one in signature.parameters.values() if one.kind is one.KEYWORD_ONLY]
    at_root.__signature__ = signature.replace(parameters=[_CONTEXT, *declared, _VERSION])  # type: ignore[attr-defined]
    return at_root


def _say_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"goalctl {__version__}\n")
        raise typer.Exit


_VERSION = inspect.Parameter(
    "version",
    inspect.Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which goalctl this is."),
    ],
)
