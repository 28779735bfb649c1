"""Which keys a record has and what stands under them, so that a key typed on a command line finds its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, auto
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path, Value
from goalctl.model.nearest import did_you_mean
from goalctl.model.scalars import excerpt
from goalctl.model.types import OneOrMany, Record

OWN = "x-"
"""How the practice's own keys begin; records do not hold them."""
_MOST_NAMED = 30


class Holds(Enum):
    """What stands under a key."""

    VALUE = auto()
    DAY = auto()
    LIST = auto()
    DAYS = auto()
    MAPPING = auto()
    RECORD = auto()
    RECORDS = auto()


_PLAIN: dict[Any, Holds] = {date: Holds.DAY, OneOrMany: Holds.LIST}


def dotted(path: Path) -> str:
    """The way to a value as it is typed and trailed, with dots; positions count from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


class Slot(NamedTuple):
    """A place for a value inside a record: the keys that lead there, what it holds, and which record if it is one."""

    path: Path
    holds: Holds
    record: type[Record] | None = None

    @property
    def key(self) -> str:
        """The place as it is typed and trailed."""
        return dotted(self.path)

    @property
    def is_plain(self) -> bool:
        """Whether a text, or a list of texts, is all that stands there."""
        return self.holds in {Holds.VALUE, Holds.DAY, Holds.LIST, Holds.DAYS}

    @property
    def short_form(self) -> str:
        """Of a list of records, each of which may be written as a text alone, the key that the text stands for."""
        return self.record.short_form if self.record and self.holds is Holds.RECORDS else ""


class NoKeyError(GoalctlError):
    """A key that the record does not have, or that could be several."""

    exit_status = 2


def slots_of(kind: type[Record]) -> Iterator[Slot]:
    """Every place inside the record, each before the places inside it; lists are not looked into."""
    for name, info in kind.model_fields.items():
        slot = _slot((info.alias or name,), info.annotation)
        yield slot
        if slot.holds is Holds.RECORD and slot.record is not None:
            for inner in slots_of(slot.record):
                yield Slot((*slot.path, *inner.path), inner.holds, inner.record)


def records_of(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - any annotation
    """The records that a value of that type is made of, without those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_of(inner)


def in_order(kind: type[Record], entry: Mapping[str, Value]) -> dict[str, Value]:
    """The entry with its keys in the model's order; keys that the model lacks stand last."""
    slots = {slot.path[0]: slot for slot in slots_of(kind) if len(slot.path) == 1}
    known = [str(key) for key in slots if key in entry]
    unknown = [key for key in entry if key not in slots]
    return {key: _inner_order(slots.get(key), entry[key]) for key in [*known, *unknown]}


def _inner_order(slot: Slot | None, value: Value) -> Value:
    """The value with the records inside it in order."""
    if slot is None or slot.record is None:
        return value
    if slot.holds is Holds.RECORD and isinstance(value, dict):
        return in_order(slot.record, value)
    if slot.holds is Holds.RECORDS and isinstance(value, list):
        return [in_order(slot.record, item) if isinstance(item, dict) else item for item in value]
    return value


def slot_of(kind: type[Record], key: str) -> Slot:
    """The place that a typed key means: its whole path, or any end of it that only one place has.

    `scores.g1.1` leads into a mapping, `services.1.every` to the first service, `x-dimension` to a key of the practice.
    """
    if key.startswith(OWN):
        return Slot((key,), Holds.VALUE)
    slots = list(slots_of(kind))
    by_key = {slot.key: slot for slot in slots}
    if key in by_key:
        return by_key[key]
    if inner := _inside(kind, key):
        return inner
    ending = [slot for slot in slots if slot.key.endswith(f".{key}")]
    if len(shallow := _shallowest(ending)) == 1:
        return shallow[0]
    raise _unknown(key, [slot.key for slot in ending], [slot.key for slot in slots])


def _shallowest(slots: list[Slot]) -> list[Slot]:
    """Those inside the fewest others."""
    least = min((len(slot.path) for slot in slots), default=0)
    return [slot for slot in slots if len(slot.path) == least]


def _inside(kind: type[Record], key: str) -> Slot | None:
    """The place in a mapping or in one record of a list that the key leads to."""
    for slot in slots_of(kind):
        heads = [head for head in (slot.key, str(slot.path[-1])) if key.startswith(f"{head}.")]
        rest = key[len(heads[0]) + 1 :] if heads else ""
        if rest and (found := _place_in(slot, rest)):
            return found
    return None


def _place_in(slot: Slot, rest: str) -> Slot | None:
    """What the rest of the key means under a mapping, or with a number first under a list of records."""
    if slot.holds is Holds.MAPPING:
        return Slot((*slot.path, rest), Holds.VALUE)
    number, dot, field = rest.partition(".")
    if slot.record is None or slot.holds is not Holds.RECORDS or not (dot and number.isdigit() and int(number)):
        return None
    inner = slot_of(slot.record, field)
    return Slot((*slot.path, int(number) - 1, *inner.path), inner.holds, inner.record)


def _unknown(key: str, several: list[str], known: list[str]) -> NoKeyError:
    if several:
        return NoKeyError(f"'{excerpt(key)}' can mean {' or '.join(several)}", "write the whole key")
    meant = [*known, *(name.rpartition(".")[2] for name in known)]
    named = [name for name in known if name.count(".") == 0][:_MOST_NAMED]
    return NoKeyError(f"there is no key '{excerpt(key)}' here", did_you_mean(key, meant, _list(named)))


def _list(names: list[str]) -> str:
    return f"known here: {', '.join(names)}"


def _slot(path: Path, annotation: Any) -> Slot:  # noqa: ANN401 - any annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        return _slot(path, get_args(annotation)[0])
    if origin in {Union, UnionType}:
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return _slot(path, inner[0]) if len(inner) == 1 else Slot(path, Holds.VALUE)
    if origin is tuple:
        return _list_slot(path, _slot(path, get_args(annotation)[0]))
    if origin is dict:
        return Slot(path, Holds.MAPPING)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Slot(path, Holds.RECORD, annotation)
    return Slot(path, _PLAIN.get(annotation, Holds.VALUE))


def _list_slot(path: Path, item: Slot) -> Slot:
    if item.record is not None:
        return Slot(path, Holds.RECORDS, item.record)
    return Slot(path, Holds.DAYS if item.holds is Holds.DAY else Holds.LIST)
