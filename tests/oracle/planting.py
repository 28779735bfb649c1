"""Forty contradictions are planted into what the commands said, one at a time: does the oracle notice?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from tests.oracle.cases import Practice, practices
from tests.oracle.oracle import judged, read_output, readings_of
from tests.oracle.outputs import Outputs, outputs_of
from tests.oracle.statements import Reading
from tests.oracle.told import Contradiction

PLANTED = Path(__file__).with_name("planted.yaml")
PLACES = 8  # for each, drawn from where it can be planted
Key = tuple[str, str]


@dataclass(frozen=True)
class Plant:
    """One change of a sentence, of the commands that begin with one of `commands`."""

    name: str
    commands: tuple[str, ...]
    find: re.Pattern[str]
    put: str | None = None
    shift: int = 0
    drop: bool = False
    everywhere: bool = False

    def in_line(self, line: str) -> str | None:
        """The line as altered, empty where it goes, None where there is nothing to alter."""
        found = self.find.search(line)
        if found is None:
            return None
        if self.drop:
            return ""
        if self.put is not None:
            altered = line[: found.start()] + found.expand(self.put) + line[found.end() :]
        else:
            start, end = found.span("x")
            altered = line[:start] + _moved(found["x"], self.shift) + line[end:]
        return None if altered == line else altered

    def in_text(self, text: str) -> str | None:
        """The first line that it fits is altered, or every one; None where none is."""
        lines, has_altered = [], False
        for line in text.splitlines():
            altered = self.in_line(line) if self.everywhere or not has_altered else None
            has_altered = has_altered or altered is not None
            lines.append(line if altered is None else altered)
        return (
            "\n".join(line for line, before in zip(lines, text.splitlines(), strict=True) if line or not before)
            if has_altered
            else None
        )

    def changed(self, outputs: Outputs, client: str) -> Outputs:
        """The outputs about that client that are altered; of all clients where it is planted everywhere."""
        meant = {key: text for key, text in outputs.items() if key[0].startswith(self.commands)}
        if not self.everywhere:
            meant = {key: text for key, text in meant.items() if key[1] == client}
        altered = {key: self.in_text(text) for key, text in meant.items()}
        return {key: text for key, text in altered.items() if text is not None}


def _moved(text: str, by: int) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return str(date.fromisoformat(text) + timedelta(days=by))
    number = float(text) + by
    return f"{number:g}"


def plants() -> list[Plant]:
    """The forty, as the data file has them."""
    return [_plant(**one) for one in yaml.safe_load(PLANTED.read_text(encoding="utf-8"))]


def _plant(name: str, find: str, **keys: object) -> Plant:
    commands = tuple(keys.pop("in"))  # type: ignore[arg-type, call-overload] # a list in the file
    return Plant(name, commands, re.compile(find), **keys)  # type: ignore[arg-type] # as the file says


@dataclass(frozen=True)
class Looked:
    """A practice that was looked at, with what was read and what was found before anything was planted."""

    practice: Practice
    outputs: Outputs
    readings: dict[Key, Reading]
    before: frozenset[Contradiction]


@dataclass(frozen=True)
class Trial:
    """One plant: in how many of the places where it was made the oracle noticed."""

    plant: Plant
    places: int
    noticed: int
    example: str

    @property
    def is_noticed(self) -> bool:
        """In more than half of the places: elsewhere nothing else may say the same."""
        return self.noticed * 2 > self.places


def looked_at(seed: int, cases: int, root: Path) -> Iterator[Looked]:
    """As many random plans as that, with all that is said of them."""
    for practice in practices(seed, cases, root):
        outputs = outputs_of(practice)
        readings = readings_of(practice, outputs)
        yield Looked(practice, outputs, readings, frozenset(judged(practice, readings.values())))


def trial(plant: Plant, looked: list[Looked], chance: Random, *, places: int = PLACES) -> Trial:
    """The plant in a few drawn places."""
    fitting = list(_places(plant, looked))
    drawn = chance.sample(fitting, min(places, len(fitting)))
    found = [_noticed(one, plant.changed(one.outputs, client)) for one, client in drawn]
    example = next((str(told[0]) for told in found if told), "")
    return Trial(plant, len(drawn), sum(map(bool, found)), example)


def _places(plant: Plant, looked: list[Looked]) -> Iterator[tuple[Looked, str]]:
    for one in looked:
        for client in ("", *one.practice.plans):
            if plant.changed(one.outputs, client):
                yield one, client
            if plant.everywhere:
                break


def _noticed(one: Looked, changed: Outputs) -> list[Contradiction]:
    """What contradicts itself now and did not before."""
    again = {key: read_output(one.practice, *key, text) for key, text in changed.items()}
    found = judged(one.practice, list({**one.readings, **again}.values()))
    return [told for told in found if told not in one.before]
