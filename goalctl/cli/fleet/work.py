"""One question asked of one workspace, in whatever process: plain values go there, and come back.

The command itself runs, at a desk that gathers what it would show; so the answer is the command's, whatever it is.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

from goalctl.cli.desk import Desk
from goalctl.cli.endings import SIGNALLED, ending_of
from goalctl.cli.table import BY_NAME
from goalctl.cli.with_typer import real_command
from goalctl.views.listing import Format, Listing
from goalctl.workspace.store.who import Writer, writer_at

ONE_AT_A_TIME = Lock()  # stdout is the process's: threads of one that has several wait for each other


@dataclass(frozen=True, slots=True)
class FleetPlace:
    """A workspace as it was named, and where it is."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class FleetQuestion:
    """The command with its options, what the root options said, and what is the asker's own, wherever it is worked out.

    `now` is in the time zone of their machine; `writer` is who they say they are, `here` the folder they are in.
    """

    words: tuple[str, ...]
    today: str | None
    no_index: bool
    now: datetime
    writer: str | None
    here: str


@dataclass(frozen=True, slots=True)
class FleetAnswer:
    """What one workspace answered: one of listing, document and text, or nothing; and what was said on stderr."""

    workspace: str
    status: int
    listing: Listing | None
    document: Mapping[str, object] | None
    text: str
    said: str


class Gathering(Desk):
    """A desk that keeps what it is given to show, and looks at things as whoever asks the fleet."""

    listing: Listing | None = None
    document: Mapping[str, object] | None = None

    def __init__(self, place: FleetPlace, asked: FleetQuestion) -> None:
        super().__init__(place.folder, asked.today, no_input=True, no_index=asked.no_index)
        self.asked, self.clock, self.here = asked, partial(_told_time, asked.now), asked.here

    @cached_property
    def writer(self) -> Writer:
        """Who asks."""
        return writer_at(self.practice, self.asked.writer)

    def answer(
        self, listing: Callable[[], Listing], document: Callable[[], Mapping[str, object]], chosen: Format | None = None
    ) -> None:
        """Keep the one that is asked for."""
        if chosen is Format.JSON:
            self.document = document()
        else:
            self.listing = listing()

    def write_json(self, document: Mapping[str, object]) -> None:
        """Keep the document."""
        self.document = document


def _told_time(now: datetime, timezone: str | None) -> datetime:
    return now if timezone is None else now.astimezone(ZoneInfo(timezone))


def command_of(asked: FleetQuestion, desk: Desk) -> tuple[Any, Any]:
    """Typer's command and its context, with the words read; words that do not fit are an error as on any line."""
    name, *words = asked.words
    command = real_command(BY_NAME[name])
    return command, command.make_context(f"goalctl {name}", list(words), obj=desk)


def told_by(asked: FleetQuestion, places: Iterable[FleetPlace]) -> list[FleetAnswer]:
    """What these workspaces say, one after another; what goes wrong in one is told in its answer."""
    return [_told(asked, place) for place in places]


def _told(asked: FleetQuestion, place: FleetPlace) -> FleetAnswer:
    desk = Gathering(place, asked)
    out, said = io.StringIO(), io.StringIO()
    with ONE_AT_A_TIME, redirect_stdout(out), redirect_stderr(said):
        status = ending_of(lambda: _run(asked, desk), desk.account)
    if status > SIGNALLED:  # Ctrl-C, or a signal from outside: it stops all of it
        raise SystemExit(status)
    return FleetAnswer(place.name, status, desk.listing, desk.document, out.getvalue(), said.getvalue())


def _run(asked: FleetQuestion, desk: Desk) -> object:
    command, context = command_of(asked, desk)
    with context:
        status: object = command.invoke(context)
    desk.close()
    return status
