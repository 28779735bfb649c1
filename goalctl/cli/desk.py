"""What every command works with: the workspace, the day, and where output goes. Light: models only when asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from goalctl.cli.driver_offer import offer_driver
from goalctl.cli.failures import UsageError, remark
from goalctl.cli.keys import edited_line, nobody_there
from goalctl.cli.screen import Colour, Screen, terminal_size
from goalctl.cli.unseen import seen
from goalctl.model.scalars import ScalarError, day_from
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.root import MEMORY, MEMORY_OF_WORDS, NoWorkspaceError, find_root, is_unfinished

if TYPE_CHECKING:
    import typer

    from goalctl.analysis.case import Case
    from goalctl.model.plan import Plan
    from goalctl.model.settings import Settings
    from goalctl.views.listing import Format, Listing
    from goalctl.views.page import Line
    from goalctl.views.screens.fitting import Room
    from goalctl.workspace.memory.ask import Memory
    from goalctl.workspace.store.practice import Clock, Practice
    from goalctl.workspace.store.who import Writer

Offers = Callable[[str], Sequence[tuple[str, str]]]
T = TypeVar("T")
PASSING = ("CI", "GIT_INDEX_FILE")


class Desk:
    """The root options, and what follows from them."""

    def __init__(
        self,
        stated_workspace: Path | None,
        stated_today: str | None,
        *,
        no_input: bool = False,
        with_client: bool = False,
        no_index: bool = False,
        colour: Colour = Colour.AUTO,
        account: Account | None = None,
    ) -> None:
        self.stated_workspace, self.stated_today = stated_workspace, stated_today
        self.no_input, self.with_client, self.no_index = no_input, with_client, no_index
        self.colour, self.account, self.here = colour, account or Account(), os.curdir  # where files are seen from
        self.clock: Clock = machine_time

    @cached_property
    def root(self) -> Path:
        """The workspace's folder; a write that was broken off in it is told, and finished by the next that writes."""
        root = find_root(self.stated_workspace or Path.cwd(), stated=self.stated_workspace)
        if is_unfinished(root):
            self.say("a write of several plans is unfinished; the next goalctl command that writes here finishes it")
        offer_driver(self, root)
        return root

    @cached_property
    def practice(self) -> Practice:
        """The workspace with settings and forms; its models are imported only now."""
        from goalctl.workspace.store.practice import BadSettingsError, practice_at

        practice = practice_at(self.root, self.clock, self.account)
        if practice.findings:
            self.account.settings_fault = str(BadSettingsError(practice.findings[0]))
        return practice

    def case(self, plan: Plan) -> Case:
        """Everything that follows from a plan, seen from the day."""
        return self.practice.case(plan, today=self.today)

    @cached_property
    def writer(self) -> Writer:
        """Who writes here, and what says so."""
        from goalctl.workspace.store.who import writer_at

        return writer_at(self.practice)

    @property
    def remembers(self) -> bool:
        """Whether what is read may be kept for the next command: not in CI and in git's hooks, whose folders pass."""
        return not self.no_index and not any(os.environ.get(name) for name in PASSING)

    @cached_property
    def memory(self) -> Memory:
        """What is known of the plans, and the way to ask about all of them."""
        return self._memory(MEMORY)

    @cached_property
    def memory_of_words(self) -> Memory:
        """The same of all that they say: as long as they are, it lies apart, so that no other question pays for it."""
        return self._memory(MEMORY_OF_WORDS)

    def _memory(self, name: str) -> Memory:
        from goalctl.workspace.memory.ask import Memory

        return Memory(
            self.root, self.clock, remembers=self.remembers, name=name,
            watched=lambda found, total: self.progress(found, total=total, doing="reading plans"),
        )  # fmt: skip

    def close(self) -> None:
        """What was saved is remembered, where anything is; broken settings are noticed by whatever looked in here."""
        asked = self.__dict__.keys() & {"memory", "memory_of_words"}
        for name in asked:
            self.__dict__[name].close()
        if not asked and "root" in self.__dict__:
            _ = self.practice
        if self.account.saved and self.remembers and "root" in self.__dict__:  # `init` has none yet
            from goalctl.workspace.memory.learn import learn

            learn(self.practice, self.account.saved, today=self.today)

    @cached_property
    def today(self) -> date:
        """The day that everything is seen from, in the practice's time zone."""
        return self.today_in(None if self.stated_today else self.practice.settings.timezone)

    def today_in(self, timezone: str | None) -> date:
        """The stated day, else the day it is now in that time zone, else on this machine."""
        return _stated_day(self.stated_today) if self.stated_today else self.clock(timezone).date()

    def see_from(self, day: date) -> None:
        """Let that day be the one that everything is seen from."""
        self.stated_today = day.isoformat()
        self.__dict__.pop("today", None)

    @property
    def may_ask(self) -> bool:
        """Whether there is someone to ask."""
        return not self.no_input and sys.stdin.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether a person sees the output, rather than a pipe or a file."""
        return self.screen.is_terminal

    @cached_property
    def screen(self) -> Screen:
        """Where output goes."""
        return Screen(self.colour, lambda: bool(self._settings and self._settings.pager))

    @property
    def is_private(self) -> bool:
        """Whether the clinician alone sees all that is shown: names may stand there, which no pipe or file gets."""
        return self.on_terminal and sys.stderr.isatty() and not self.with_client

    @property
    def width(self) -> int:
        """The terminal's width in columns."""
        return self.screen.width

    @property
    def room(self) -> Room | None:
        """The terminal's size without the row of the next prompt; None where nobody sees the output."""
        if not self.on_terminal:
            return None
        from goalctl.views.screens.fitting import Room

        size = terminal_size()
        return Room(size.columns, size.lines - 1)

    def answer(
        self, listing: Callable[[], Listing], document: Callable[[], Mapping[str, object]], chosen: Format | None = None
    ) -> None:
        """What was asked, on stdout: as a listing for people, as a document for programs; the other is not made."""
        from goalctl.views.listing import Format

        if chosen is Format.JSON:
            self.write_json(document())
        else:
            self.show(listing(), chosen)

    def write_json(self, document: Mapping[str, object]) -> None:
        """A document for programs on stdout, row after row."""
        from goalctl.views.data.text import json_pieces

        sys.stdout.writelines(json_pieces(document))

    def show(self, listing: Listing, chosen: Format | None = None) -> None:
        """The listing on stdout: in the chosen format, else as a table on a terminal and plain into a pipe."""
        from goalctl.views.listing import Format

        kind = chosen or (Format.TABLE if self.screen.is_drawn else Format.PLAIN)
        if kind is Format.TABLE:
            from goalctl.views.listings.table import table

            self.screen.draw(table(listing, width=self.width))
        elif kind is Format.HTML:
            from goalctl.views.listings.html import html_page

            sys.stdout.write(html_page(listing))
        else:
            from goalctl.views.listings.formats import TEXTS

            sys.stdout.write(TEXTS[kind](listing))

    def show_page(self, lines: Iterable[Line]) -> None:
        """A page on stdout: wrapped and coloured on a terminal, plain into a pipe."""
        if self.screen.is_drawn:
            from goalctl.views.screens.rich_page import rich_page

            self.screen.draw(rich_page(lines))
        else:
            from goalctl.views.page import plain_page

            sys.stdout.write(plain_page(lines))

    def progress(self, items: Iterable[T], *, total: int, doing: str, of: int = 0) -> Iterator[T]:
        """The items, with a progress bar while they last, if they (or what they are `of`) are many and watched."""
        return self.screen.watched(items, total=total, doing=doing, of=of)

    def write(self, text: str) -> None:
        """Text that is already safe to show, on stdout."""
        self.screen.put(text)

    def write_out(self, path: Path, data: bytes, *, force: bool, written_as: str = "") -> None:
        """A document into a file of its own, which is not named as one of another format."""
        from goalctl.workspace.store.door import write_out

        write_out(self.root, path, data, self.account, force=force, written_as=written_as)

    def read_line(self, prompt: str, offers: Offers | None = None) -> str:
        """One line from the person at the terminal, edited with the usual keys; EOFError when there is no one.

        `offers` gives what fits a line as it is typed, and is shown below it where the terminal can. A line that the
        terminal's encoding can't hold is asked for again. Nobody is at a terminal that was closed.
        """
        while True:
            try:
                return seen(self._line(prompt, offers))
            except UnicodeDecodeError:
                self.say("That holds a character that could not be read; type it again.")
            except (EOFError, OSError) as error:
                raise nobody_there(error) from None

    @cached_property
    def narrows(self) -> bool:
        """Whether lists are narrowed while typing; else prompts are plain lines, as a screen reader wants them."""
        if not self.on_terminal or os.environ.get("TERM") == "dumb":
            return False
        settings = self._settings
        return settings is None or settings.prompts.value != "plain"

    @property
    def _settings(self) -> Settings | None:
        with suppress(NoWorkspaceError):
            return self.practice.settings
        return None

    def _line(self, prompt: str, offers: Offers | None) -> str:
        sys.stderr.flush()
        if offers and self.narrows:
            from goalctl.cli.live import live_line

            return live_line(prompt, offers)
        if self.on_terminal:
            return edited_line(prompt)
        remark(prompt)
        sys.stderr.flush()
        return input()

    def say(self, text: str) -> None:
        """A remark beside the data, on stderr; one that can't be written there stops nothing."""
        try:
            remark(text.rstrip("\n") + "\n")
        except OSError:
            self.account.is_heard = False


def machine_time(timezone: str | None) -> datetime:
    """What the machine's clock says now in that time zone, else in its own."""
    if timezone is None:
        return datetime.now().astimezone()
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))


def desk_of(ctx: typer.Context) -> Desk:
    """The desk that the root options made."""
    return ctx.find_object(Desk) or Desk(None, os.environ.get("GOALCTL_TODAY"))  # without the root: called on its own


def _stated_day(text: str) -> date:
    try:
        return day_from(text)
    except ScalarError as error:
        raise UsageError(f"--today: {error}", error.hint) from None
