"""Every key of every kind of file by the path that leads to it, and which of them a typed word means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from goalctl.model.fields import records_of
from goalctl.model.form import Form
from goalctl.model.identity import Identities
from goalctl.model.keys.every import key_of
from goalctl.model.keys.holds import held
from goalctl.model.keys.key import Key
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.profile import Profile
from goalctl.model.settings import Settings
from goalctl.model.table_map import TableMap
from goalctl.model.template import Template
from goalctl.model.types import Record, Since

FILES: dict[str, type[Record]] = {
    "plan": Plan,
    "settings": Settings,
    "form": Form,
    "planner": Planner,
    "template": Template,
    "profile": Profile,
    "mapping": TableMap,
    "names": Identities,
}
"""The kinds of file that people write, by the word for one."""


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """One key in one kind of file; lists are passed through, so that `goals.id` is the id of every goal."""

    file: str
    path: tuple[str, ...]
    field: FieldInfo
    key: Key

    @property
    def dotted(self) -> str:
        """The path as it is typed."""
        return ".".join(self.path)

    @property
    def holds(self) -> str:
        """What may stand there."""
        return held(self.field.annotation)

    @property
    def is_needed(self) -> bool:
        """Whether the file is wrong without it."""
        return self.field.is_required()

    @property
    def is_new(self) -> bool:
        """Whether a file with it needs format 2."""
        return any(isinstance(mark, Since) for mark in self.field.metadata)


def places_in(file: str) -> Iterator[KeyPlace]:
    """Every key of that kind of file, each before those inside it."""
    yield from _places(file, FILES[file], ())


def _places(file: str, record: type[Record], path: tuple[str, ...]) -> Iterator[KeyPlace]:
    for name, field in record.model_fields.items():
        here = field.alias or name.rstrip("_")  # a model that was not built yet has no aliases with every pydantic
        if told := key_of(record, here):
            yield KeyPlace(file, (*path, here), field, told)
        for inner in records_of(field.annotation):
            yield from _places(file, inner, (*path, here))


def keys_meant(word: str) -> list[KeyPlace]:
    """Which keys a path means: whole, or by its end; of plans if they have such a one, else of any kind of file.

    `form.items.ask` names the kind of file first. What is whole comes before what is an end.
    """
    first, dot, rest = word.partition(".")
    if dot and first in FILES and (found := keys_in(first, rest)):
        return found
    return next((found for file in FILES if (found := keys_in(file, word))), [])


def keys_in(file: str, word: str) -> list[KeyPlace]:
    """The key of that path in that kind of file, else every one whose path ends so."""
    every = list(places_in(file))
    whole = [place for place in every if place.dotted == word]
    return whole or [place for place in every if place.dotted.endswith(f".{word}")]


def inside(place: KeyPlace) -> list[KeyPlace]:
    """The keys directly below it."""
    depth = len(place.path) + 1
    return [one for one in places_in(place.file) if len(one.path) == depth and one.path[:-1] == place.path]
