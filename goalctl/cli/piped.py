"""What another program or a file gives on stdin, as text: a note, a sheet of scores."""

from __future__ import annotations

import re
import sys

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.unseen import is_unseen


def piped_text(desk: Desk, what: str) -> str:
    """The text in whatever encoding it came, lines ended by line feeds; one that is not UTF-8 is told.

    A file that Windows saved begins with a mark that is none of its words, or is UTF-16 throughout. `what` names it.
    """
    from goalctl.exchange.decoding import NotATableError, decoded  # only where something is piped in

    try:
        text, told = decoded(sys.stdin.buffer.read())
    except NotATableError as error:
        raise UsageError(f"{what}: {error}", "give it as text, in UTF-8") from None
    if told:
        desk.say(f"{what}: {told}")
    lines = re.sub("\r\n?|[\u2028\u2029]", "\n", text.replace("\ufeff", ""))  # marks also where files were joined
    if is_unseen(lines):
        raise UsageError(f"{what}: it holds nothing that can be seen", "write it, or leave it out")
    return lines
