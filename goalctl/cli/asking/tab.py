"""What library and bank have with the words that are being typed: below the line, on a plain terminal by TAB."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from goalctl.model.errors import GoalctlError
from goalctl.model.statement import StatementKind
from goalctl.views.cells import columns_of, padded, within_columns
from goalctl.views.clean import one_line

if TYPE_CHECKING:
    from goalctl.cli.asking.library.library_words import LibraryWords
    from goalctl.cli.asking.picker import Choice

MOST = 8
SHORTEST = 3
MARGIN = 3
SENTENCES = re.compile(r"(?<=[.;:!?]) +")
BETWEEN: Mapping[StatementKind | None, re.Pattern[str]] = {
    StatementKind.HOMEWORK: re.compile("; *"),
    StatementKind.INTERVENTION: re.compile(r"\| *"),
}
_NOTHING_IN_COMMON = "?"  # readline puts what all offers begin with in the place of what was typed


@contextmanager
def offered_by_tab(offers: Offered) -> Iterator[None]:
    """Offer texts of the library while the prompt is answered, where the terminal can."""
    try:
        import readline
    except ImportError:  # Windows, whose console edits lines by itself
        yield
        return
    readline.set_completer_delims("")
    readline.set_completer(offers.at)
    for setting in ("tab: complete", "set show-all-if-ambiguous on"):
        readline.parse_and_bind(setting)
    if hasattr(readline, "set_completion_display_matches_hook"):
        readline.set_completion_display_matches_hook(offers.show)
    try:
        yield
    finally:
        readline.set_completer(None)


class Offered:
    """What fits the line as it stands; with a `kind` only what is of that kind, and its id in the place of its words.

    Where several sentences, or several of that kind, stand in the line, it is the last that is looked at.
    """

    def __init__(self, library: LibraryWords, prompt: str, kind: StatementKind | None = None) -> None:
        self.library, self.prompt, self.kind = library, prompt, kind
        self.found: Sequence[Choice] = ()
        self.words: list[str] = []

    def at(self, line: str, number: int) -> str | None:
        """The offer of that number, as readline asks for them; the sentence itself where it is the only one."""
        if number == 0:
            self.found = self._fitting(line)
            several = [_NOTHING_IN_COMMON, *(choice.word for choice in self.found)]
            only = [self._becomes(line, choice) for choice in self.found]
            self.words = several if len(self.found) > 1 else only
        return self.words[number] if number < len(self.words) else None

    def below(self, line: str) -> list[tuple[str, str]]:
        """What the line would become, and how that is shown below it."""
        most, fitting = self.library.desk.width - MARGIN, self._fitting(line)
        wide = max((columns_of(choice.word) for choice in fitting), default=0)
        shown = (within_columns(f"{padded(choice.word, wide)}  {one_line(choice.shown)}", most) for choice in fitting)
        return list(zip((self._becomes(line, choice) for choice in fitting), shown, strict=True))

    def _becomes(self, line: str, choice: Choice) -> str:
        before = line[: len(line) - len(self._last(line))]
        return before + (choice.word if self.kind else choice.shown)

    def _last(self, line: str) -> str:
        """What is being typed now: behind all that stands in the line already."""
        return BETWEEN.get(self.kind, SENTENCES).split(line)[-1]

    def _fitting(self, line: str) -> Sequence[Choice]:
        words = self._last(line)
        if len(words.strip()) < SHORTEST:
            return ()
        try:
            return self.library.fitting(words, self.kind)[:MOST]
        except GoalctlError:  # TAB offers nothing then; the line itself is told what is wrong when it is entered
            return ()

    def show(self, _line: str, _words: Sequence[str], _longest: int) -> None:
        """The offers below the line, and the line once more below them."""
        import readline

        wide = max(columns_of(choice.word) for choice in self.found)
        width = max(self.library.desk.width - 1, wide)
        lines = (f"  {padded(choice.word, wide)}  {one_line(choice.shown)}" for choice in self.found)
        shown = "\n".join("  " + within_columns(line.strip(), width - 2) for line in lines)
        sys.stderr.write(f"\n{shown}\n")
        sys.stderr.flush()
        sys.stdout.write(f"{self.prompt}{readline.get_line_buffer()}")
        sys.stdout.flush()
