"""What is answered before Typer is there, whose import takes longer than all of it: the version, and TAB."""

from __future__ import annotations

from io import TextIOWrapper

from goalctl import TYPE_CHECKING, __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

VERSION = ["--version"]
ASKED, TOLD = "__complete", "__describe"  # what the completion scripts call: words alone, or each with what it is for


def answer_at_once(words: Sequence[str]) -> str | None:
    """The answer to such a line; None for every other one."""
    if list(words) == VERSION:
        return f"goalctl {__version__}\n"
    if not words or words[0] not in {ASKED, TOLD}:
        return None
    from goalctl.cli.completion.completing import candidates_for

    found = candidates_for(words[1:])
    if words[0] == ASKED:
        return "".join(f"{word}\n" for word in found)
    return "".join(f"{word}\t{summary}\n" if summary else f"{word}\n" for word, summary in found.items())


def is_written(answer: str, output: TextIO | None) -> bool:
    """Whether it could be written; who can't be told at once is told, and why, by the way that all commands take."""
    if output is None:
        return False
    if isinstance(output, TextIOWrapper):
        output.reconfigure(errors="backslashreplace")
    try:
        output.write(answer)
        output.flush()
    except OSError:
        return False
    return True
