"""The walk through GROW: questions that follow from answers, a pause that keeps a draft, hints while the goal forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from goalctl.cli.asking.ask import Question, Replies, Walk
from goalctl.cli.asking.goals.grow_questions import HEADINGS
from goalctl.model.finding import Value, fields_in, list_in
from goalctl.views.clean import one_line

PAUSE = "."
_ASKED_AGAIN = {"wording", "smaller_step", "status"}  # in the places of other questions, or never settled yet
HOW = f"A dot ({PAUSE}) keeps what was said as a draft, for another day."


class PauseError(Exception):
    """The person goes on another day."""


def _no_hints(_answers: Replies) -> list[str]:
    return []


@dataclass
class GrowWalk(Walk):
    """A walk that passes over what was said before, up to the last of it; `<` still goes back into it."""

    hints: Callable[[Replies], list[str]] = field(default=_no_hints)
    hinted: frozenset[str] = frozenset({"wording", "specific", "measurable", "deadline"})
    _passing: set[str] = field(default_factory=set)
    _told: set[str] = field(default_factory=set)

    def pass_over_what_was_said(self) -> None:
        """Take the answers that are there already as given, and ask from the first question after them."""
        said = [place for place, question in enumerate(self.questions) if question.key in self.typed]
        self._passing = {question.key for question in self.questions[: max(said, default=-1) + 1]}

    def _ask(self, question: Question) -> bool:
        if question.key in self._passing:
            self._passing.discard(question.key)
            if question.key not in self.typed or self._retaken(question):
                return True
        if heading := HEADINGS.get(question.key):
            self.desk.say(f"\n{heading}")
        return super()._ask(question)

    def _retaken(self, question: Question) -> bool:
        """Whether what was typed then is an answer still; it is shown, a choice in its words."""
        line = self.typed[question.key]
        if not self._take(replace(question, echo=None), line):
            return False
        said = question.echo(self.answers[question.key]) if question.echo and question.key in self.answers else ""
        self.desk.say(f"   {one_line(question.ask).strip()} {one_line(said or line)}")
        return True

    def _take(self, question: Question, typed: str) -> bool:
        if typed == PAUSE:
            raise PauseError
        taken = super()._take(question, typed)
        if taken and question.key in self.hinted and question.key in self.answers:
            self._tell_hints()
        return taken

    def _tell_hints(self) -> None:
        for hint in self.hints(self.answers):
            if hint not in self._told:
                self._told.add(hint)
                self._say(hint, indent="   ")


def earlier_answers(questions: list[Question], entry: Mapping[str, Value]) -> dict[str, str]:
    """What a draft's entry says, as the lines that were typed for these questions."""
    found = {question.key: _line(question, entry) for question in questions}
    return {key: line for key, line in found.items() if line}


def _line(question: Question, entry: Mapping[str, Value]) -> str:
    if question.key in _ASKED_AGAIN:
        return ""
    if question.key == "goal":
        return str(entry.get("goal") or "")
    if question.key == "first_step":
        return _first_step(entry)
    here: Value = dict(entry)
    for step in question.place:
        here = _inside(here, step)
    return here if isinstance(here, str) else ""


def _inside(value: Value, step: str) -> Value:
    """What stands under a key, or under `#0` at that place of a list; None when nothing does."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and step[1:].isdigit() and int(step[1:]) < len(value):
        return value[int(step[1:])]
    return None


def _first_step(entry: Mapping[str, Value]) -> str:
    options = list_in(fields_in(entry.get("grow")).get("options"))
    marked = [n for n, option in enumerate(options, start=1) if fields_in(option).get("first_step") == "yes"]
    return str(marked[0]) if marked else ""
