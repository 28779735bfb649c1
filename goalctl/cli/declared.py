"""What a command says about the words that it takes, beside the type of each: `Annotated[str, Option(…)]`.

Light. `plain_line.py` reads by it what most lines are; `with_typer.py` hands it to Typer, which knows all the rest.
"""

from __future__ import annotations


class Argument:
    """A word by its place."""

    def __init__(
        self,
        *,
        help: str,  # noqa: A002 - Typer's word for it
        metavar: str | None = None,
        show_default: bool = True,
    ) -> None:
        self.told: dict[str, object] = {"help": help, "metavar": metavar, "show_default": show_default}


class Option:
    """A word by its name, with or without a value; of `--words/--no-words` the second means no.

    What is not on the line is taken from `envvar`, where one is named.
    """

    def __init__(
        self,
        *names: str,
        help: str,  # noqa: A002 - Typer's word for it
        metavar: str | None = None,
        show_default: bool = True,
        envvar: str | None = None,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        self.names = names
        self.envvar = envvar
        told = {"help": help, "metavar": metavar, "show_default": show_default, "envvar": envvar}
        self.told: dict[str, object] = {**told, "min": least, "max": most}
