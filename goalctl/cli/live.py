"""A line with what fits it below, narrowed with every key; arrows or TAB take one of these, Enter what stands there.

prompt_toolkit draws it. It takes longer to import than most commands take altogether, so that it is imported with the
first such line, never before. What was typed is remembered while the command runs, and nowhere else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, ThreadedCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style

ROWS = 9
_LOOKS = Style.from_dict(
    {
        "completion-menu": "noinherit",
        "completion-menu.completion": "noinherit",
        "completion-menu.completion.current": "noinherit reverse",
        "scrollbar.background": "noinherit",
        "scrollbar.button": "noinherit",
    }
)


class _Fitting(Completer):
    """What fits the line as it stands: what it would become, and how that is shown."""

    def __init__(self, offers: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        self.offers = offers

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002 - its signature
        line = document.text_before_cursor
        for becomes, shown in self.offers(line):
            yield Completion(becomes, start_position=-len(line), display=shown)


def live_line(prompt: str, offers: Callable[[str], Sequence[tuple[str, str]]]) -> str:
    """What is typed there, with these offers; EOFError when there is no one, KeyboardInterrupt on Ctrl-C.

    The offers are looked up beside the typing, which never waits for them.
    """
    sys.stdout.write("\r")  # over what was typed, and echoed, before there was a prompt; it is read as the others are
    sys.stdout.flush()
    return _session().prompt(prompt, completer=ThreadedCompleter(_Fitting(offers)))


@cache
def _session() -> PromptSession[str]:
    depth = ColorDepth.MONOCHROME if os.environ.get("NO_COLOR") else None
    return PromptSession(
        history=InMemoryHistory(), complete_while_typing=True, reserve_space_for_menu=ROWS, style=_LOOKS,
        color_depth=depth, enable_suspend=True,
    )  # fmt: skip
