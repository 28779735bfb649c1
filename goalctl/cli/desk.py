"""What every command works with: the workspace, the day, and where output goes. Light: models only when asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from goalctl.cli.failures import UsageError
from goalctl.model.scalars import ScalarError, day_from
from goalctl.workspace.store.root import find_root

if TYPE_CHECKING:
    from goalctl.views.listings.listing import Format, Listing
    from goalctl.views.screens.page import Line
    from goalctl.workspace.store.practice import Practice


T = TypeVar("T")
MANY = 100


@dataclass
class Desk:
    """The root options, and what follows from them."""

    stated_workspace: Path | None
    stated_today: str | None
    no_input: bool = False
    with_client: bool = False

    @cached_property
    def root(self) -> Path:
        """The workspace's folder."""
        return find_root(Path.cwd(), stated=self.stated_workspace)

    @cached_property
    def practice(self) -> Practice:
        """The workspace with settings and forms; its models are imported only now."""
        from goalctl.workspace.store.practice import practice_at

        return practice_at(self.root, machine_time)

    @cached_property
    def today(self) -> date:
        """The day that everything is seen from, in the practice's time zone."""
        return self.today_in(None if self.stated_today else self.practice.settings.timezone)

    def today_in(self, timezone: str | None) -> date:
        """The stated day, else the day it is now in that time zone, else on this machine."""
        if self.stated_today:
            return _stated_day(self.stated_today)
        return machine_time(timezone).date()

    @property
    def may_ask(self) -> bool:
        """Whether there is someone to ask."""
        return not self.no_input and sys.stdin.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether a person sees the output, rather than a pipe or a file."""
        return sys.stdout.isatty()

    @property
    def width(self) -> int:
        """The terminal's width in columns."""
        return shutil.get_terminal_size().columns

    def show(self, listing: Listing, chosen: Format | None = None) -> None:
        """The listing on stdout: in the chosen format, else as a table on a terminal and plain into a pipe."""
        from goalctl.views.listings.listing import Format

        kind = chosen or (Format.TABLE if self.on_terminal else Format.PLAIN)
        if kind is Format.TABLE:
            from goalctl.views.listings.table import table

            self.draw(table(listing, width=self.width))
        elif kind is Format.HTML:
            from goalctl.views.listings.html import html_page

            sys.stdout.write(html_page(listing))
        else:
            from goalctl.views.listings.formats import TEXTS

            sys.stdout.write(TEXTS[kind](listing))

    def show_page(self, lines: Iterable[Line]) -> None:
        """A page on stdout: wrapped and coloured on a terminal, plain into a pipe."""
        if self.on_terminal:
            from goalctl.views.screens.rich_page import rich_page

            self.draw(rich_page(lines))
        else:
            from goalctl.views.screens.page import plain_page

            sys.stdout.write(plain_page(lines))

    def draw(self, renderable: Any) -> None:  # noqa: ANN401 - anything that Rich can show
        """Something that only Rich can show, on stdout."""
        from rich.console import Console

        Console(markup=False, emoji=False, highlight=False).print(renderable)

    def progress(self, items: Iterable[T], *, total: int, doing: str) -> Iterator[T]:
        """The items, with a progress bar on stderr while they last, if there are many and a person is watching."""
        if total < MANY or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            yield from bar.track(items, total=total, description=doing)

    def write(self, text: str) -> None:
        """Text that is already safe to show, on stdout."""
        sys.stdout.write(text)

    def read_line(self, prompt: str) -> str:
        """One line from the person at the terminal, edited with the usual keys; EOFError when there is no one.

        A line that the terminal's encoding can't hold is asked for again.
        """
        while True:
            try:
                return self._line(prompt)
            except UnicodeDecodeError:
                self.say("That holds a character that could not be read; type it again.")

    def _line(self, prompt: str) -> str:
        sys.stderr.flush()
        if self.on_terminal:
            with suppress(ImportError):  # Windows, whose console edits lines by itself
                import readline  # noqa: F401 - gives `input` its editing keys
            return input(prompt)
        sys.stderr.write(prompt)
        sys.stderr.flush()
        return input()

    def read_key(self) -> str:
        """One key press, without Enter."""
        key: str = typer.getchar()
        return key

    def say(self, text: str) -> None:
        """A remark beside the data, on stderr."""
        sys.stderr.write(text.rstrip("\n") + "\n")


def machine_time(timezone: str | None) -> datetime:
    """What the machine's clock says now in that time zone, else in its own."""
    if timezone is None:
        return datetime.now().astimezone()
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))


def desk_of(ctx: typer.Context) -> Desk:
    """The desk that the root options made."""
    desk = ctx.find_object(Desk)
    if desk is None:  # a command called on its own, without the root
        desk = Desk(None, os.environ.get("GOALCTL_TODAY"))
    return desk


def _stated_day(text: str) -> date:
    try:
        return day_from(text)
    except ScalarError as error:
        raise UsageError(f"--today: {error}", error.hint) from None
