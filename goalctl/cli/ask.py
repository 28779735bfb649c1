"""Asking: one walk through any row of questions, forms included, with back, skip and help, and nothing lost.

Enter takes the default or skips, `<` goes back, `?` explains, Ctrl-C stops: what was typed is kept and offered again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from goalctl.cli.desk import Desk
from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError
from goalctl.views.clean import one_line
from goalctl.workspace.unfinished import Unfinished

BACK = "<"
HELP = "?"
SKIP = ""
HOW = "Enter skips or takes what stands in [ ]; < goes back; ? explains; Ctrl-C stops and keeps what you typed."

Typed = dict[str, str]


def _as_typed(text: str) -> Value:
    return text


def _always(_: Mapping[str, Value]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `read` turns the typed line into a value or raises `ScalarError`, which is explained before asking again. `default`
    is what Enter means; without one Enter skips, which a `required` question does not allow. `asked` decides from the
    answers so far whether it is asked at all.
    """

    key: str
    ask: str
    help: str = ""
    default: str = ""
    required: bool = False
    read: Callable[[str], Value] = _as_typed
    asked: Callable[[Mapping[str, Value]], bool] = field(default=_always)


@dataclass
class Walk:
    """Questions in a row; `typed` holds the lines as they were typed, `answers` what they mean."""

    desk: Desk
    questions: Sequence[Question]
    typed: Typed = field(default_factory=dict)
    answers: dict[str, Value] = field(default_factory=dict)

    def run(self) -> dict[str, Value]:
        """Ask them all and give the answers by key; a skipped question has none."""
        place = 0
        while place < len(self.questions):
            question = self.questions[place]
            if not question.asked(self.answers):
                self._forget(question)
                place += 1
            elif self._ask(question):
                place += 1
            else:
                place = self._place_before(place)
        return self.answers

    def _ask(self, question: Question) -> bool:
        """Whether it was answered or skipped; False means back."""
        while True:
            line = self.desk.read_line(self._prompt(question)).strip()
            if line == BACK:
                return False
            if line == HELP:
                self.desk.say(question.help or "There is no more to say about this one.")
                self.desk.say(HOW)
            elif self._take(question, line or self.typed.get(question.key, question.default)):
                return True

    def _prompt(self, question: Question) -> str:
        default = self.typed.get(question.key, question.default)
        return f"{one_line(question.ask)}{f' [{one_line(default)}]' if default else ''} > "

    def _take(self, question: Question, line: str) -> bool:
        """Whether the line is an answer; if not, why is said."""
        if line == SKIP:
            if question.required:
                self.desk.say("This one is needed; ? explains, Ctrl-C stops.")
            else:
                self._forget(question)
            return not question.required
        try:
            value = question.read(line)
        except ScalarError as error:
            self.desk.say(f"{one_line(str(error))}{f' ({one_line(error.hint)})' if error.hint else ''}")
            return False
        self.typed[question.key] = line
        self.answers[question.key] = value
        return True

    def _forget(self, question: Question) -> None:
        self.typed.pop(question.key, None)
        self.answers.pop(question.key, None)

    def _place_before(self, place: int) -> int:
        """The nearest question before this one that is asked; the first one has none before it."""
        earlier = [n for n in range(place) if self.questions[n].asked(self.answers)]
        return earlier[-1] if earlier else place


def asked(desk: Desk, questions: Sequence[Question], unfinished: Unfinished) -> dict[str, Value]:
    """The answers to all questions; what an earlier Ctrl-C left unfinished is offered as the defaults.

    On Ctrl-C, or when the terminal goes away, what was typed is kept and nothing else happens.
    """
    walk = Walk(desk, questions, typed=unfinished.typed())
    if walk.typed:
        desk.say("Taking up what you typed last time: Enter keeps each answer.")
    try:
        return walk.run()
    except (KeyboardInterrupt, EOFError):
        if walk.typed:
            desk.say(f"\nStopped; nothing was changed. What you typed is kept: {unfinished.keep(walk.typed)}")
        raise KeyboardInterrupt from None


def confirmed(desk: Desk, question: str, *, default: bool = True) -> bool:
    """Yes or no; Enter means the default."""
    choices = "Y/n" if default else "y/N"
    while True:
        line = desk.read_line(f"{one_line(question)} [{choices}] ").strip().lower()
        if line in {"", "y", "yes", "n", "no"}:
            return default if not line else line.startswith("y")
        desk.say("Type y or n.")


def one_key(desk: Desk, prompt: str, keys: str) -> str:
    """One key press out of `keys`, without Enter; `<` and `?` are keys like others here. Ctrl-C stops."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    while True:
        key = desk.read_key()
        if key in keys:
            sys.stderr.write("\n" if key in "\r\n" else f"{key}\n")
            return key
