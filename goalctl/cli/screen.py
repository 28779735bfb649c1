"""What a terminal shows: whether in colours, and long things in a pager. The one Console is here."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from goalctl.cli.failures import remark

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
MANY = 100
MOST = 10_000  # columns or lines
WITHOUT_ESCAPES = {"dumb", "unknown"}
PAGER, LESS = "less", "FRX"  # git's: gone where all fits, colours as they are, what was read stays on the screen
OFF = {"", "cat", "no"}
OF_CHARTS = "\u2524\u25cf\u28e0"  # an axis, a score, a line


class Colour(StrEnum):
    """Whether to colour; auto: at a terminal."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Screen(NamedTuple):
    """Where output goes, as the root's options and the environment have it; `is_paged` asks the practice's settings."""

    colour: Colour
    is_paged: Callable[[], bool]

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees the output, rather than a pipe or a file."""
        return sys.stdout.isatty()

    @property
    def encoding(self) -> str:
        """How letters leave: `ascii`, or `cp1252` in a pipe on Windows, have no signs to draw with."""
        return sys.stdout.encoding or "utf-8"

    @property
    def can_draw(self) -> bool:
        """Whether a chart can be read there, and is not a page of escapes."""
        try:
            OF_CHARTS.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    @property
    def width(self) -> int:
        """In columns."""
        return terminal_size().columns

    @property
    def is_forced(self) -> bool:
        """Whether what goes into a pipe is to look as on a terminal: by the option, else by NO_COLOR, else FORCE_COLOR.

        Of both variables any value but an empty one counts (no-color.org, force-color.org).
        """
        if self.colour is not Colour.AUTO:
            return self.colour is Colour.ALWAYS
        return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")

    @property
    def is_drawn(self) -> bool:
        """Whether people's form is shown, tables and wrapped lines: in a pipe only where colours are asked for."""
        return self.is_terminal or self.is_forced

    @property
    def is_coloured(self) -> bool:
        """Whether escapes are written at all: where they are forced, and at a terminal that knows them."""
        if self.colour is Colour.NEVER or self.is_forced:
            return self.is_forced
        return self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in WITHOUT_ESCAPES

    def draw(self, renderable: Any) -> None:  # noqa: ANN401 - anything that Rich can show
        """Something that only Rich can show."""
        console = self._console()
        with console.capture() as drawn:
            console.print(renderable)
        self.put(drawn.get())

    def put(self, text: str) -> None:
        """Text that is safe to show; at a terminal what is longer than it goes through the pager, where one is wanted.

        A pager that is not there or fails hides nothing: the text stands on the screen all the same.
        """
        if not (self.is_terminal and self._is_long(text) and (command := self._pager())):
            sys.stdout.write(text)
            return
        sys.stdout.flush()
        failure = _page(command, text)
        if failure:
            sys.stdout.write(text)
            remark(f"the pager could not be used: {failure}; GOALCTL_PAGER names another one, or none (cat)\n")

    def watched(self, items: Iterable[T], *, total: int, doing: str, of: int = 0) -> Iterator[T]:
        """The items, with a progress bar on stderr while they last, if there are many and a person is watching.

        A few are many where they are made `of` many plans.
        """
        if max(total, of) < MANY or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import Progress

        is_never = self.colour is Colour.NEVER
        console = Console(stderr=True, color_system=None if is_never else "auto")
        with Progress(console=console, transient=True) as bar:
            yield from bar.track(items, total=total, description=doing)

    def _console(self) -> Console:
        from rich.console import Console

        known: Literal["256", "auto"] = "256" if os.environ.get("TERM", "") in {"", *WITHOUT_ESCAPES} else "auto"
        return Console(
            markup=False, emoji=False, highlight=False, width=self.width, no_color=False,
            force_terminal=self.is_coloured, color_system=known if self.is_coloured else None,
        )  # fmt: skip

    def _is_long(self, text: str) -> bool:
        return text.count("\n") >= terminal_size().lines

    def _pager(self) -> str:
        """GOALCTL_PAGER, else where the settings want one PAGER, else less; empty for none.

        The settings say yes or no: they come from other clones, and what comes from there must run nothing here.
        """
        stated = os.environ.get("GOALCTL_PAGER")
        if stated is None:
            stated = os.environ.get("PAGER", PAGER) if self.is_paged() else ""
        return "" if stated.strip() in OFF else stated


def terminal_size() -> os.terminal_size:
    """In columns and lines, as the environment or the terminal has it; no more than anybody could look at."""
    from shutil import get_terminal_size

    return os.terminal_size([min(size, MOST) for size in get_terminal_size()])


def _page(command: str, text: str) -> str:
    """Show the text in a pager and wait until it is left; gives why that failed, empty where it did not.

    Ctrl-C is the pager's own meanwhile: a handler that does nothing, as it would inherit one that is switched off.
    """
    import shlex
    import subprocess

    environment = {"LESS": LESS, **os.environ}
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        words, encoding = shlex.split(command), sys.stdout.encoding
        done = subprocess.run(words, input=text.encode(encoding, "backslashreplace"), env=environment, check=False)
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    finally:
        signal.signal(signal.SIGINT, before)
    return f"{words[0]} ended with status {done.returncode}" if done.returncode else ""
