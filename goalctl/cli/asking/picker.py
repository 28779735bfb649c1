"""One picker: a short list at the terminal, narrowed while typing; by number, by the word itself, or by a part of it.

The list stands there in plain lines; what is typed narrows it below the prompt with every key, where the terminal can
(`live.py`), and in plain lines once more at Enter. `choices.py` says what there is to pick from.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goalctl.analysis.ranking import Findable, Ranking
from goalctl.cli.desk import Desk
from goalctl.model.scalars import excerpt
from goalctl.views.cells import columns_of, padded, within_columns
from goalctl.views.clean import one_line

MOST = 9
_LEAST = 20
_YEAR = 4  # so many digits are a year, which narrows the list; fewer are a number in it
HELP, MORE, LEAVE = "?", "+", "<"
HOW = "Type a number, or a part of it to narrow the list; + shows more, Enter all, Ctrl-C stops."
HOW_FIRST = "Type a number, or a part of it to narrow the list; Enter takes 1, + shows more, Ctrl-C stops."


def _none(_line: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be picked: `word` is what the command takes, `shown` stands beside it.

    It is found by its word and by what is shown or, where that is said apart, by `by`.
    """

    word: str
    shown: str = ""
    by: str = ""

    @property
    def text(self) -> str:
        """All that it is found by."""
        return f"{self.word} {self.by or self.shown}".casefold()


@dataclass(frozen=True, slots=True)
class Picking:
    """A question with what there is to pick from, the likely ones first.

    With `first` Enter takes the first one. With `by_number` a part of a word never picks, even when only one fits: it
    is looked at, then picked by its number or its whole word. With `may_leave` `<` picks nothing, the empty word.
    `other` says which words that fit nothing are taken.
    """

    ask: str
    choices: Sequence[Choice]
    help: str = ""
    first: bool = False
    by_number: bool = False
    may_leave: bool = False
    other: Callable[[str], bool] = _none


def picked(desk: Desk, picking: Picking) -> str:
    """The word of what the person picks."""
    desk.say(one_line(picking.ask))
    return _Round(desk, picking).run()


class _Round:
    """The list as it is narrowed; only what has been seen can be picked by its number."""

    def __init__(self, desk: Desk, picking: Picking) -> None:
        self.desk, self.picking = desk, picking
        self.left = list(picking.choices)
        self.seen = 0

    def run(self) -> str:
        self._show_from(0)
        mark = "[1] > " if self.picking.first else "number, or < back > " if self.picking.may_leave else "> "
        while True:
            try:
                line = self.desk.read_line(mark, self._fitting).strip()
            except EOFError:
                raise KeyboardInterrupt from None
            if (word := self._word(line)) is not None:
                return word

    def _fitting(self, line: str) -> list[tuple[str, str]]:
        """What the line would pick or narrow the list to, as it is typed."""
        typed = line.strip()
        if typed.isdecimal() and len(typed) < _YEAR:
            fitting = self.left[int(typed) - 1 : int(typed)] if 0 < int(typed) <= self.seen else []
        else:
            fitting = fitting_choices(self.picking.choices, typed) if typed else []
        wide = max((columns_of(choice.word) for choice in fitting[:MOST]), default=0)
        return [(one.word, self._line(f"{padded(one.word, wide)}  {one_line(one.shown)}")) for one in fitting[:MOST]]

    def _word(self, line: str) -> str | None:
        """What the line picks; None when it only changes or explains the list."""
        if line == LEAVE and self.picking.may_leave:
            return ""
        if line in {"", HELP, MORE}:
            return self._shown(line)
        if line.isdecimal() and len(line) < _YEAR:
            return self._numbered(int(line))
        return self._narrowed(line)

    def _shown(self, line: str) -> str | None:
        """Enter takes the first where it is likely and nothing was narrowed, else all are shown again."""
        if line == HELP:
            for text in filter(None, [self.picking.help, HOW_FIRST if self.picking.first else HOW]):
                self.desk.say(textwrap.fill(text, self.desk.width - 1, break_on_hyphens=False))
        elif line == MORE:
            self._show_from(self.seen if self.seen < len(self.left) else 0)
        elif self.picking.first and len(self.left) == len(self.picking.choices):
            return self.left[0].word
        else:
            self.left = list(self.picking.choices)
            self._show_from(0)
        return None

    def _numbered(self, number: int) -> str | None:
        if 0 < number <= self.seen:
            return self.left[number - 1].word
        self.desk.say(f"There is no number {number} here; ? explains.")
        return None

    def _narrowed(self, line: str) -> str | None:
        """What the words pick, else the list of what they fit."""
        for choice in self.picking.choices:
            if choice.word.casefold() == line.casefold():
                return choice.word
        fitting = fitting_choices(self.picking.choices, line)
        if len(fitting) == 1 and not self.picking.by_number:
            self.desk.say(self._line(f"{one_line(fitting[0].word)}  {one_line(fitting[0].shown)}"))
            return fitting[0].word
        if fitting:
            self.left = fitting
            self._show_from(0)
        elif self.picking.other(line):
            return line
        else:
            self.desk.say(f"Nothing here fits '{excerpt(one_line(line))}'; ? explains, Enter shows all.")
        return None

    def _show_from(self, start: int) -> None:
        """The next few of the list, and how many are left out."""
        shown = self.left[start : start + MOST]
        wide = max((columns_of(choice.word) for choice in shown), default=0)
        for number, choice in enumerate(shown, start=start + 1):
            self.desk.say(self._line(f"{number:>3}  {padded(one_line(choice.word), wide)}  {one_line(choice.shown)}"))
        self.seen = start + len(shown)
        if more := len(self.left) - self.seen:
            self.desk.say(f"     and {more} more: type a part of it, or + for the next")

    def _line(self, text: str) -> str:
        """The text on one line of the terminal."""
        return within_columns(text.rstrip(), max(self.desk.width - 1, _LEAST))


def fitting_choices(choices: Sequence[Choice], line: str) -> list[Choice]:
    """Those in which every part of the line stands; where there are none, those that a slip of the pen may mean."""
    parts = line.casefold().split()
    fitting = [choice for choice in choices if all(part in choice.text for part in parts)]
    if fitting or not parts:
        return fitting
    return [choices[place] for place in Ranking([Findable(choice.text) for choice in choices]).best(line)]
