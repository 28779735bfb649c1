"""Keys at the terminal: one press without Enter, also one that came too early, and those that edit a line."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from errno import EIO

CTRL_C, CTRL_D, ESCAPE = b"\x03", b"\x04", b"\x1b"
_LEADS = ((0xF0, 3), (0xE0, 2), (0xC0, 1))  # how many bytes follow the first of a character in UTF-8
_MOST = 16


def edited_line(prompt: str) -> str:
    """A line typed with the usual editing keys; a paste of several lines is one answer, as brackets around it say.

    Python switches those brackets off, and each line of the paste would answer the question after it.
    """
    with suppress(ImportError):  # on Windows, whose console edits lines by itself
        import readline

        if os.environ.get("TERM") != "dumb":
            readline.parse_and_bind("set enable-bracketed-paste on")
    return input(prompt)


def pressed_key() -> str:
    """The next key, also one that was pressed before it was asked for; EOFError when the terminal was closed."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return _as_typer_reads_it()
    if not sys.stdin.isatty():
        return _as_typer_reads_it()
    terminal = sys.stdin.fileno()
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setraw(terminal, termios.TCSADRAIN)  # the usual way to it throws away what was typed meanwhile
            data = _bytes_of_a_key(terminal)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    except termios.error:
        data = b""
    if data == CTRL_C:
        raise KeyboardInterrupt
    if data in {CTRL_D, b""}:
        _expect_the_hang_up()
        raise EOFError
    return data.decode(errors="replace")


def nobody_there(error: EOFError | OSError) -> EOFError | OSError:
    """What to raise where no line came: EOFError at the end of what is read, and at a terminal that was closed."""
    if isinstance(error, OSError) and error.errno != EIO:
        return error
    _expect_the_hang_up()
    return EOFError()


def _expect_the_hang_up() -> None:
    """A closed terminal ends what is read, then sends a signal: that comes now, or not at all.

    Later it would cut short what is done about the end, such as keeping what was typed.
    """
    if hasattr(signal, "SIGHUP"):  # Windows has none
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def _as_typer_reads_it() -> str:
    import typer

    return str(typer.getchar())


def _bytes_of_a_key(terminal: int) -> bytes:
    """One character, or the whole of what an arrow or another key sends."""
    from select import select

    data = os.read(terminal, 1)
    if data == ESCAPE:
        while len(data) < _MOST and select([terminal], [], [], 0)[0] and not _is_whole(data):
            data += os.read(terminal, 1)
        return data
    more = next((count for lead, count in _LEADS if data and data[0] >= lead), 0)
    return data + b"".join(os.read(terminal, 1) for _ in range(more))


def _is_whole(sent: bytes) -> bool:
    """Whether what another key sends has come to its end: `ESC O P`, `ESC [ A`, `ESC [ 3 ~`."""
    return sent != ESCAPE + b"O" and (sent[-1:].isalpha() or sent.endswith(b"~"))
