"""Which field of a record changes, and to what: all that can be set stands above, and a value is checked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.key_words import words_of_key
from goalctl.cli.asking.picker import MOST
from goalctl.model.fields import Slot, slots_of
from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.types import Record
from goalctl.workspace.edits.placing import value_at

KEY, VALUE = "key", "value"
_MOST = 28


@dataclass
class FieldQuestions:
    """The two questions; `fields` says by name what stands there now, `check` raises for what can't be set.

    A whole KEY=VALUE is an answer to the first one, and the second is not asked then.
    """

    ask: str
    help: str
    fields: Mapping[str, str]
    check: Callable[[str], object]
    _chosen: str = field(default="", init=False)

    def questions(self) -> list[Question]:
        """Which, then to what."""
        above = " · ".join(f"{name} {excerpt(now, most=_MOST)}".strip() for name, now in self.fields.items())
        return [
            Question(
                KEY,
                self.ask,
                self.help,
                required=True,
                read=self._field,
                above=above,
                echo=self._now,
                retell=str,
                offers=self._near,
            ),
            Question(
                VALUE,
                "To what?",
                f"The new value, as it is to stand in the plan. {self.help}",
                required=True,
                read=self._value,
                asked=_is_open,
                follows=self._explained,
            ),
        ]

    def _near(self, line: str) -> list[tuple[str, str]]:
        """The names in which the line stands, each with what is there now."""
        named = [(name, now) for name, now in self.fields.items() if line.strip() and line.strip() in name]
        return [(name, f"{name}  {excerpt(now, most=_MOST)}".rstrip()) for name, now in named[:MOST]]

    def _explained(self, question: Question, _: Replies) -> Question:
        return replace(question, help="\n".join(filter(None, [words_of_key([self._chosen]), question.help])))

    def _field(self, line: str) -> Value:
        """The name that is meant, by any beginning that fits only one; of KEY=VALUE all of it."""
        if "=" in line:
            self.check(line)
            return line
        named = [name for name in self.fields if line in {name, name.rpartition(".")[2]}]
        fitting = named or [name for name in self.fields if name.startswith(line)]
        if len(fitting) != 1:
            why = f"could be {' or '.join(fitting[:4])}" if fitting else "is nothing that can be set here"
            raise ScalarError("E129", f"'{excerpt(line)}' {why}", "write one of the names above, or KEY=VALUE")
        self._chosen = fitting[0]
        return self._chosen

    def _value(self, line: str) -> Value:
        self.check(f"{self._chosen}={line}")
        return line

    def _now(self, value: Value) -> str:
        name = str(value)
        return f"{name} is now: {self.fields[name] or 'not said'}" if name in self.fields else ""


def _is_open(answers: Replies) -> bool:
    return "=" not in str(answers.get(KEY) or "=")


def assigned(answers: Mapping[str, str]) -> str:
    """The answers as KEY=VALUE."""
    key = answers[KEY]
    return key if "=" in key else f"{key}={answers[VALUE]}"


def settable_fields(record: Record, elsewhere: Mapping[str, str]) -> dict[str, str]:
    """What can be set of a record, by the shortest name that only one place has, with what stands there.

    What stands there already comes first. What other commands change is left out.
    """
    slots = [slot for slot in slots_of(type(record)) if _can_be_set(slot, elsewhere)]
    endings = [str(slot.path[-1]) for slot in slots]
    named = {_name(slot, endings): _text(value_at(record, slot.path)) for slot in slots}
    return dict(sorted(named.items(), key=lambda pair: not pair[1]))


def _can_be_set(slot: Slot, elsewhere: Mapping[str, str]) -> bool:
    may_be_typed = slot.is_plain or bool(slot.short_form)
    return may_be_typed and not elsewhere.keys() & {slot.key, str(slot.path[0]), str(slot.path[-1])}


def _name(slot: Slot, endings: list[str]) -> str:
    last = str(slot.path[-1])
    return last if endings.count(last) == 1 else slot.key


def said_fields(data: Mapping[str, Value], elsewhere: Mapping[str, str]) -> dict[str, str]:
    """What an entry says, a line for each value: `scores.g1.1`, `forms.phq-9`, `note`."""
    return {name: _text(value) for name, value in _flat(data) if name.partition(".")[0] not in elsewhere}


def _flat(data: Mapping[str, Value], prefix: str = "") -> Iterator[tuple[str, Value]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _text(value: Value) -> str:
    """A value as short as it goes."""
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    return "" if value is None else str(value) if not isinstance(value, dict) else "…"
