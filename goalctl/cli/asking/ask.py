"""Asking: one walk through any row of questions, forms included, with back, skip and help, and nothing lost.

Enter takes the default or skips, `-` takes nothing, `<` goes back, `?` explains, `?WORD` looks into library and bank,
Ctrl-C stops. What becomes of the
answers, and of what was typed when it stopped, is `guided.py`'s business.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from goalctl.cli.asking.key_words import words_of_key
from goalctl.cli.asking.tab import Offered, offered_by_tab
from goalctl.cli.desk import Desk, Offers
from goalctl.cli.failures import remark
from goalctl.cli.keys import pressed_key
from goalctl.documents.text import CONTROL, control_name
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError
from goalctl.model.statement import StatementKind
from goalctl.views.cells import columns_of, within_columns
from goalctl.views.clean import clean, one_line

if TYPE_CHECKING:
    from goalctl.cli.asking.library.library_words import LibraryWords

BACK = "<"
HELP = "?"
NOTHING = "-"
EDITOR = "e"
REPLACES = "="
HOW = "Enter skips or takes what is in [ ] · - empties · < back · ? help · Ctrl-C stops"
AT_HAND = "{} what library and bank have with your words; ?sleep lists it; sleep/g2 becomes its words."
OWN_WORDS = "In your own words, as it is to stand in the plan."
_LEAST_ROOM = 24
_MOST_OF_A_DEFAULT = 44

Typed = dict[str, str]
Replies = Mapping[str, Value]


def words_from(line: str) -> Value:
    """Words as they were typed; characters that no file can hold are refused."""
    if unwritable := CONTROL.search(line):
        raise ScalarError("E107", f"there is {control_name(unwritable[0])} in it", "type it again without that")
    return line


def name_from(line: str) -> Value:
    """The same for what is no clinical text, as a person's name: of that library and bank offer nothing."""
    return words_from(line)


def _always(_: Replies) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `read` turns the typed line into a value or raises `ScalarError`, which is explained before asking again. `default`
    is what Enter means; without one Enter skips, which a `required` question does not allow. `asked` decides from the
    answers so far whether it is asked at all. `above` is shown over the prompt. `echo` says an answer back in words;
    `retell` writes it so that it means the same on another day. A `long` answer may be written in the editor.
    `to` is the place of the answer in the entry that is made; an empty one is its top, None its key. With `takes_ids`
    it is `read` that makes something of a library's id of that kind, not the walk. `follows` gives the question as it
    is asked after these answers. A `draft` is kept beside what is typed; what the editor makes of both stands behind an
    equals sign, in the place of both. `offers` are shown below the line while it is typed. Where only what differs is
    typed, `upon` reads the line, and what stands in brackets that it differs from.
    """

    key: str
    ask: str
    help: str = ""
    default: str = ""
    required: bool = False
    read: Callable[[str], Value] = words_from
    asked: Callable[[Replies], bool] = field(default=_always)
    to: tuple[str, ...] | None = None
    above: str = ""
    echo: Callable[[Value], str] | None = None
    retell: Callable[[Value], str] | None = None
    long: bool = False
    takes_ids: StatementKind | None = None
    follows: Callable[[Question, Replies], Question] | None = None
    draft: str = ""
    offers: Offers | None = None
    upon: Callable[[str, str], Value] | None = None

    @property
    def takes_words(self) -> bool:
        """Whether it is answered in words, which library and bank may have."""
        return self.takes_ids is not None or self.long or self.read is words_from

    @property
    def place(self) -> tuple[str, ...]:
        """Where the answer stands in the entry."""
        return (self.key,) if self.to is None else self.to


@dataclass
class Walk:
    """Questions in a row; `typed` holds the lines as they were typed, `answers` what they mean."""

    desk: Desk
    questions: Sequence[Question]
    typed: Typed = field(default_factory=dict)
    answers: dict[str, Value] = field(default_factory=dict)
    with_help: bool = False
    client: str = ""

    def run(self, *, from_the_end: bool = False) -> dict[str, Value]:
        """Ask them all, or the last one again, and give the answers by key; a skipped question has none."""
        place = self._place_before(len(self.questions)) if from_the_end else 0
        while place < len(self.questions):
            question = self.questions[place]
            if not question.asked(self.answers):
                self.answers.pop(question.key, None)
                place += 1
            elif self._ask(question.follows(question, self.answers) if question.follows else question):
                place += 1
            else:
                place = self._place_before(place)
        return self.answers

    def _ask(self, question: Question) -> bool:
        """Whether it was answered or skipped; False means back."""
        prompt = self._prompt(question)
        while True:
            line = self._line(question, prompt)
            if line == BACK:
                return False
            if line == HELP:
                self._say_lines(words_of_key(question.place) if len(question.place) > 1 else "")  # one word may be any
                self._say(question.help or OWN_WORDS)
                at_hand = AT_HAND.format("Below it stands" if self.desk.narrows else "TAB offers")
                self._say(f"{HOW}\n{at_hand}" if question.takes_words else HOW)
                continue
            if (words := self._words(question, line)) is not None and self._take(question, words):
                return True

    def _line(self, question: Question, prompt: str) -> str:
        """What is typed; where words are asked for, some are offered meanwhile, on a plain terminal by TAB."""
        if not (question.takes_words and self.desk.on_terminal):
            return self.desk.read_line(prompt, question.offers).strip()
        offered = Offered(self._library, prompt, question.takes_ids)
        if self.desk.narrows:
            self._library.at_hand()
            return self.desk.read_line(prompt, offered.below).strip()
        with offered_by_tab(offered):
            return self.desk.read_line(prompt).strip()

    @cached_property
    def _library(self) -> LibraryWords:
        """Library and bank as they are while the questions are asked."""
        from goalctl.cli.asking.library.library_words import LibraryWords

        return LibraryWords(self.desk, self.client)

    def _words(self, question: Question, line: str) -> str | None:
        """What the line stands for: words from the editor, the library or the bank; None when nothing came of it."""
        if line == EDITOR and question.long:
            return self._from_editor(question) or None
        if line == NOTHING and question.draft:
            return REPLACES  # by nothing
        library = self._library
        try:
            if line.startswith(HELP):
                line = library.chosen(line.removeprefix(HELP).strip(), question.takes_ids)
                if not line:
                    return None
            return line if question.takes_ids else library.expanded(line)
        except GoalctlError as error:
            self._say_why(error)
            return None

    def _prompt(self, question: Question) -> str:
        """The prompt, after what stands above it; a long question gets lines of its own."""
        default = one_line(self._default(question))
        mark = f"[{within_columns(default, _MOST_OF_A_DEFAULT)}] > " if default else "> "
        ask = one_line(question.ask)
        if self.with_help:
            self._say(f"\n{ask}")
            self._say_lines(question.help.split("\n")[0])
            self._say_lines(question.above)
            return mark
        self._say_lines(question.above)
        if columns_of(ask + mark) > self.desk.width - _LEAST_ROOM:
            self._say(ask)
            return f"[{within_columns(default, self.desk.width - _LEAST_ROOM)}] > " if default else mark
        return f"{ask} {mark}"

    def _say_lines(self, text: str) -> None:
        for line in filter(None, clean(text).split("\n")):
            self._say(line, indent="   ")

    def _say(self, text: str, indent: str = "") -> None:
        for line in text.split("\n"):
            self.desk.say(textwrap.fill(line, self.desk.width - 1, initial_indent=indent, subsequent_indent=indent))

    def _say_why(self, error: ScalarError | GoalctlError) -> None:
        self._say(one_line(str(error)) + (f" ({one_line(error.hint)})" if error.hint else ""))

    def _default(self, question: Question) -> str:
        return self.typed.get(question.key, question.default)

    def _take(self, question: Question, typed: str) -> bool:
        """Whether the line is an answer; if not, why is said."""
        line = typed or self._default(question)
        if line in {"", NOTHING}:
            if question.required:
                self.desk.say("This one is needed; ? explains, Ctrl-C stops.")
            elif line == NOTHING:
                self.typed[question.key] = NOTHING
            self.answers.pop(question.key, None)
            return not question.required
        try:
            value = self._read(question, typed, line)
        except (ScalarError, GoalctlError) as error:
            self._say_why(error)
            return False
        self.typed[question.key] = question.retell(value) if question.retell else line
        self.answers[question.key] = value
        if typed:
            self._say_lines(question.echo(value) if question.echo else "")
        return True

    def _read(self, question: Question, typed: str, line: str) -> Value:
        """What the line says; where only what differs is typed, upon what stands in the brackets."""
        return question.upon(typed, self._default(question)) if typed and question.upon else question.read(line)

    def _from_editor(self, question: Question) -> str:
        """What was written in the editor, beginning with what was typed before; empty when there is no editor."""
        from goalctl.cli.asking.editor import NoEditorError, text_from_editor

        typed = self.typed.get(question.key, question.default)
        is_whole = not question.draft or typed.startswith(REPLACES)
        before = typed.removeprefix(REPLACES).strip() if is_whole else f"{typed} {question.draft}".strip()
        try:
            text = text_from_editor(self.desk.root, f"{question.key}.txt", before).strip()
        except NoEditorError as error:
            self._say(f"{one_line(str(error))} ({one_line(error.hint)})")
            return ""
        if not question.draft:
            return text
        return typed if text == before else f"{REPLACES} {text}"

    def _place_before(self, place: int) -> int:
        """The nearest question before this one that is asked; the first one has none before it."""
        earlier = [n for n in range(place) if self.questions[n].asked(self.answers)]
        return earlier[-1] if earlier else min(place, len(self.questions))


def is_confirmed(desk: Desk, question: str, *, default: bool = True) -> bool:
    """Yes or no; Enter means the default."""
    choices = "Y/n" if default else "y/N"
    while True:
        line = _line_after(desk, question, f"[{choices}] ").strip().lower()
        if line in {"", "y", "yes", "n", "no"}:
            return default if not line else line.startswith("y")
        desk.say("Type y or n.")


def choice_of(desk: Desk, prompt: str, choices: Mapping[str, str]) -> str:
    """One of the choices by its letter, the first one by Enter; each is shown with its word."""
    default = next(iter(choices))
    offered = " · ".join(f"{'Enter' if key == default else key} {word}" for key, word in choices.items())
    while True:
        line = _line_after(desk, prompt, f"{offered} > ").strip().lower() or default
        if line in choices:
            return line
        desk.say(f"Type one of {', '.join(choices)}.")


def _line_after(desk: Desk, question: str, mark: str) -> str:
    """What is typed behind the question; one that would not fit on the line with it stands on lines of its own."""
    ask = one_line(question)
    if columns_of(ask + mark) + 1 < desk.width:
        return desk.read_line(f"{ask} {mark}")
    desk.say(textwrap.fill(ask, desk.width - 1, break_on_hyphens=False))
    return desk.read_line(mark)


def one_key(prompt: str, keys: str) -> str:
    """One key press out of `keys`, without Enter; `<` and `?` are keys like others here. Ctrl-C stops."""
    remark(prompt)
    sys.stderr.flush()
    while True:
        key = pressed_key()
        if key in keys:
            sys.stderr.write("\n" if key in "\r\n" else f"{key}\n")
            return key
