"""Asking: one walk through any row of questions, forms included, with back, skip and help, and nothing lost.

Enter takes the default or skips, `-` takes nothing, `<` goes back, `?` explains, Ctrl-C stops. What becomes of the
answers, and of what was typed when it stopped, is `guided.py`'s business.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from goalctl.cli.asking.editor import NoEditorError, text_from_editor
from goalctl.cli.desk import Desk
from goalctl.documents.text import CONTROL, control_name
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.views.clean import clean, one_line

BACK = "<"
HELP = "?"
NOTHING = "-"
EDITOR = "e"
HOW = "Enter skips or takes what is in [ ] · - empties · < back · ? help · Ctrl-C stops"
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


def _always(_: Replies) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `read` turns the typed line into a value or raises `ScalarError`, which is explained before asking again. `default`
    is what Enter means; without one Enter skips, which a `required` question does not allow. `asked` decides from the
    answers so far whether it is asked at all. `above` is shown over the prompt. `echo` says an answer back in words;
    `retell` writes it so that it means the same on another day. A `long` answer may be written in the editor.
    `to` is the place of the answer in the entry that is made; an empty one is its top, None its key.
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

    def run(self, *, from_the_end: bool = False) -> dict[str, Value]:
        """Ask them all, or the last one again, and give the answers by key; a skipped question has none."""
        place = self._place_before(len(self.questions)) if from_the_end else 0
        while place < len(self.questions):
            question = self.questions[place]
            if not question.asked(self.answers):
                self.answers.pop(question.key, None)
                place += 1
            elif self._ask(question):
                place += 1
            else:
                place = self._place_before(place)
        return self.answers

    def _ask(self, question: Question) -> bool:
        """Whether it was answered or skipped; False means back."""
        prompt = self._prompt(question)
        while True:
            line = self.desk.read_line(prompt).strip()
            if line == BACK:
                return False
            if line == HELP:
                self._say(question.help or OWN_WORDS)
                self._say(HOW)
            elif line == EDITOR and question.long:
                line = self._from_editor(question)
                if line and self._take(question, line):
                    return True
            elif self._take(question, line):
                return True

    def _prompt(self, question: Question) -> str:
        """The prompt, after what stands above it; a long question gets lines of its own."""
        default = self._default(question)
        mark = f"[{excerpt(one_line(default), most=_MOST_OF_A_DEFAULT)}] > " if default else "> "
        ask = one_line(question.ask)
        if self.with_help:
            self._say(f"\n{ask}")
            self._say_lines(question.help.split("\n")[0])
            self._say_lines(question.above)
            return mark
        self._say_lines(question.above)
        if len(ask) + len(mark) > self.desk.width - _LEAST_ROOM:
            self._say(ask)
            return mark
        return f"{ask} {mark}"

    def _say_lines(self, text: str) -> None:
        for line in filter(None, clean(text).split("\n")):
            self._say(line, indent="   ")

    def _say(self, text: str, indent: str = "") -> None:
        for line in text.split("\n"):
            self.desk.say(textwrap.fill(line, self.desk.width - 1, initial_indent=indent, subsequent_indent=indent))

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
            value = question.read(line)
        except (ScalarError, GoalctlError) as error:
            self._say(one_line(str(error)) + (f" ({one_line(error.hint)})" if error.hint else ""))
            return False
        self.typed[question.key] = question.retell(value) if question.retell else line
        self.answers[question.key] = value
        if typed and question.echo:
            self._say(clean(question.echo(value)), indent="   ")
        return True

    def _from_editor(self, question: Question) -> str:
        """What was written in the editor, beginning with what was typed before; empty when there is no editor."""
        before = self.typed.get(question.key, question.default)
        try:
            return text_from_editor(self.desk.root, f"{question.key}.txt", before).strip()
        except NoEditorError as error:
            self._say(f"{one_line(str(error))} ({one_line(error.hint)})")
            return ""

    def _place_before(self, place: int) -> int:
        """The nearest question before this one that is asked; the first one has none before it."""
        earlier = [n for n in range(place) if self.questions[n].asked(self.answers)]
        return earlier[-1] if earlier else min(place, len(self.questions))


def is_confirmed(desk: Desk, question: str, *, default: bool = True) -> bool:
    """Yes or no; Enter means the default."""
    choices = "Y/n" if default else "y/N"
    while True:
        line = desk.read_line(f"{one_line(question)} [{choices}] ").strip().lower()
        if line in {"", "y", "yes", "n", "no"}:
            return default if not line else line.startswith("y")
        desk.say("Type y or n.")


def choice_of(desk: Desk, prompt: str, choices: Mapping[str, str]) -> str:
    """One of the choices by its letter, the first one by Enter; each is shown with its word."""
    default = next(iter(choices))
    offered = " · ".join(f"{'Enter' if key == default else key} {word}" for key, word in choices.items())
    while True:
        line = desk.read_line(f"{one_line(prompt)} {offered} > ").strip().lower() or default
        if line in choices:
            return line
        desk.say(f"Type one of {', '.join(choices)}.")


def one_key(desk: Desk, prompt: str, keys: str) -> str:
    """One key press out of `keys`, without Enter; `<` and `?` are keys like others here. Ctrl-C stops."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    while True:
        key = desk.read_key()
        if key in keys:
            sys.stderr.write("\n" if key in "\r\n" else f"{key}\n")
            return key
