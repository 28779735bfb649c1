"""`KEY=VALUE` as typed: which place of a record is meant, and the value as the plan would hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.failures import UsageError
from goalctl.documents.read import read_data
from goalctl.model.day_words import stretch_text
from goalctl.model.fields import Holds, Slot, slot_of
from goalctl.model.finding import Finding, Path, Value, errors_in
from goalctl.model.measure_line import target_from
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.workspace.operations.set import Assignment

_DAYS_AHEAD = {"deadline", "next", "follow_up", "due", "until", "to", "checkpoints", "from"}
_MAY_BEGIN_LATER = {"medication", "consents", "releases", "authorizations"}
_STRETCHES = {"review_every", "plan_by", "keep", "for"}
_SEVERAL = {Holds.LIST, Holds.DAYS, Holds.RECORDS}
TARGET = "target"
_HELD = {Holds.RECORDS: "[{…}, {…}]", Holds.RECORD: "{key: value}", Holds.MAPPING: "{key: value}"}


def split(words: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Each word as key, value, and whether it adds (`KEY+=VALUE`); no key may stand twice unless it adds."""
    found: list[tuple[str, str, bool]] = []
    for word in words:
        key, equals, value = word.partition("=")
        adds = key.endswith("+")
        key = key.removesuffix("+")
        if not equals or not key:
            raise UsageError(f"'{excerpt(word)}' is not understood", "write KEY=VALUE, as target=5; KEY= takes it away")
        if not adds and key in {known for known, _, _ in found}:
            raise UsageError(f"{key} is given twice", "keep one of the two")
        found.append((key, value.strip(), adds))
    return found


def assignments(
    words: Sequence[str], kind: type[Record], *, elsewhere: Mapping[str, str], today: date
) -> list[Assignment]:
    """The assignments that the words make to a record of that kind.

    `elsewhere` names the keys that this command leaves alone, each with what to do instead.
    """
    found = [_assignment(kind, key, text, adds, elsewhere, today) for key, text, adds in split(words)]
    refuse_two_for_one_place([one.slot for one in found if not one.adds])
    return found


def refuse_two_for_one_place(slots: Sequence[Slot]) -> None:
    """Raise when a place is named twice in different words, or together with a place inside it: only one can hold."""
    for outer, inner in permutations(slots, 2):
        if inner.path[: len(outer.path)] == outer.path:
            same = inner.path == outer.path
            raise UsageError(
                f"{inner.key} is given twice" if same else f"{inner.key} is part of {outer.key}", "keep one of the two"
            )


def _assignment(
    kind: type[Record], key: str, text: str, adds: bool, elsewhere: Mapping[str, str], today: date
) -> Assignment:
    slot = slot_of(kind, key)
    refuse_elsewhere(slot, elsewhere)
    if adds and slot.holds not in {Holds.LIST, Holds.DAYS, Holds.RECORDS}:
        raise UsageError(f"{slot.key} holds one value, so nothing can be added to it", f"write {key}=…")
    value = typed_value(slot, text, today=today, one_item=adds)
    refuse_what_does_not_fit(kind, slot, [value] if adds else value)
    return Assignment(slot, value, adds)


def refuse_elsewhere(slot: Slot, elsewhere: Mapping[str, str]) -> None:
    """Raise when the key, or the last word of it, is one that another command changes."""
    for name in (slot.key, str(slot.path[0]), str(slot.path[-1])):
        if name in elsewhere:
            raise UsageError(f"{slot.key} is not changed here", elsewhere[name])


def typed_value(slot: Slot, text: str, *, today: date, one_item: bool = False) -> Value:
    """The text as the value that the plan would hold; nothing is None, which takes the key away.

    Lists are split at commas unless written as YAML, `["a, b", c]`; days may be relative.
    """
    if not text:
        return None
    if text[0] in "[{" and slot.holds is not Holds.VALUE:
        return _from_yaml(slot, text)
    if slot.holds in _HELD and not slot.short_form:
        raise UsageError(f"{slot.key} holds more than one value", f"write {slot.key}={_HELD[slot.holds]}")
    if slot.holds in _SEVERAL and not one_item:
        return [_one(slot, part, today) for part in _pieces(text)]
    return _one(slot, text, today)


def _one(slot: Slot, text: str, today: date) -> Value:
    if slot.path[-1] == TARGET:
        return _target(slot, text)
    if slot.path[-1] in _STRETCHES:
        return stretch_text(text)
    return _day(slot, text, today) if slot.holds in {Holds.DAY, Holds.DAYS} else text


def _pieces(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def _target(slot: Slot, text: str) -> Value:
    try:
        return target_from(text)
    except ScalarError as error:
        raise UsageError(f"{slot.key}: {error}", error.hint) from None


def _day(slot: Slot, text: str, today: date) -> str:
    read = day_ahead if slot.path[-1] in _DAYS_AHEAD or slot.path[0] in _MAY_BEGIN_LATER else day_back
    return read(text, today=today, option=slot.key).isoformat()


def _from_yaml(slot: Slot, text: str) -> Value:
    data, findings = read_data(f"value: {text}\n")
    errors = errors_in(findings)
    if errors or not isinstance(data, dict):
        why = errors[0].message if errors else "it is not understood"
        raise UsageError(f"{slot.key}: {why}", f"write {slot.key}={_HELD.get(slot.holds, '[one, two]')}")
    return data.get("value")


def refuse_what_does_not_fit(kind: type[Record], slot: Slot, value: Value) -> None:
    """Raise when the record's own grammar does not take the value there; what else is missing does not matter."""
    if value is None:
        return
    path: Path = tuple(0 if isinstance(step, int) else step for step in slot.path)
    _, findings = record_from(kind, _alone(path, value))
    wrong = [finding for finding in findings if finding.path[: len(path)] == path and _is_about(finding, path)]
    if wrong:
        raise UsageError(f"{slot.key}: {wrong[0].message}", wrong[0].hint)


def _is_about(finding: Finding, path: Path) -> bool:
    """Whether it is about what was given, rather than about the keys beside it."""
    return finding.path != path or finding.code != "E130"


def _alone(path: Path, value: Value) -> Value:
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value
