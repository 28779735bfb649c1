"""How commands read their line: an option that takes one value is given once, a word that is missing is asked for.

A second value would silently take the place of what was typed first.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.plain_line import is_of_the_library
from goalctl.cli.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

HELP = {"help_option_names": ["-h", "--help"]}


class OneOfEach(TyperCommand):
    """A command that refuses to be given the same single value twice, and asks for words that it lacks."""

    bare: Mapping[str, str] = MappingProxyType({})
    """Options that may stand without their value, and the value that they then have."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - Typer's own click
        """The words without Typer's braces around those that are needed: nobody types them."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own click
        """The command's examples, last in its help."""
        write_examples(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own click
        """As usual, after a look at what stands there twice; what is missing is added as often as it takes."""
        words = self._with_bare_values(args)
        _refuse_second_values(self.make_parser(ctx).parse_args(args=list(words))[2])
        while True:
            try:
                left = super().parse_args(ctx, list(words))
            except typer.BadParameter as error:
                words += _missing_words(ctx, error, words)
            else:
                _expand_ids(ctx, words)
                return left

    def _with_bare_values(self, words: list[str]) -> list[str]:
        following = [*words[1:], "-"]
        return [
            f"{word}={self.bare[word]}" if word in self.bare and after.startswith("-") else word
            for word, after in zip(words, following, strict=False)
        ]


class OneOfEachGroup(TyperGroup):
    """The same for the options of a group."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own click
        """The group's commands, each with its whole sentence: Typer's ends after 45 letters."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(200)) for name, one in found if one is not None])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own click
        """The group's examples, last in its help."""
        write_examples(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own click
        """As usual, after a look at what stands there twice."""
        _refuse_second_values(self.make_parser(ctx).parse_args(args=list(args))[2])
        return super().parse_args(ctx, args)


def group_app(group: type[OneOfEachGroup] = OneOfEachGroup) -> typer.Typer:
    """A group of commands, which may stand alone; goalctl itself is one."""
    return typer.Typer(
        cls=group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=HELP,
        invoke_without_command=True,
    )


def write_examples(ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the same
    """Lines that can be pasted, each with what it is for; none of them is ever wrapped."""
    from goalctl.cli.examples import EXAMPLES

    with formatter.section("Examples"):
        for line, says in EXAMPLES.get(ctx.command_path.partition(" ")[2], ()):
            formatter.write(f"  {line}\n")
            formatter.write(f"      {says}\n" if says else "")


def _missing_words(ctx: Any, error: Any, words: list[str]) -> list[str]:  # noqa: ANN401 - the same
    """What is typed at the terminal for the argument that is missing; the error where nobody can be asked."""
    param, desk = error.param, ctx.find_object(Desk)
    is_missing = param is not None and param.param_type_name == "argument" and not _given(ctx, param, words)
    if not is_missing or desk is None:
        raise error
    from goalctl.cli.asking.missing import asked_words, may_be_asked

    if not may_be_asked(desk, ctx):
        raise error
    found = asked_words(desk, ctx, param)
    dashed = any(word.startswith("-") for word in found) and "--" not in words
    return ["--", *found] if dashed else found


def _expand_ids(ctx: Any, words: list[str]) -> None:  # noqa: ANN401 - the same
    """Ids of the library and the bank become words in whatever changes a plan."""
    desk, names = ctx.find_object(Desk), ctx.command_path.split()
    writes = len(names) > 1 and (entry := BY_NAME.get(names[1])) is not None and entry.writes
    if desk is not None and writes and is_of_the_library(words):
        from goalctl.cli.asking.library.library_words import expand_given

        expand_given(desk, ctx)


def _given(ctx: Any, param: Any, words: list[str]) -> Any:  # noqa: ANN401 - the same
    """What stands on the line for that argument."""
    return ctx.command.make_parser(ctx).parse_args(args=list(words))[0].get(param.name)


def _refuse_second_values(order: Iterable[Any]) -> None:
    """`order` holds each option as often as it was given."""
    seen = set()
    for param in order:
        takes_one = param.param_type_name == "option" and not (param.multiple or param.is_flag or param.count)
        if takes_one and param.name in seen:
            option = max(param.opts, key=len)
            raise UsageError(f"{option} is given twice; it takes one value", "put both into one, or leave one out")
        seen.add(param.name)
