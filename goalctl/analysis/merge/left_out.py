"""What one side's version of an entry would leave out of what the other wrote down: answers, risk, an entry itself."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.history.kept import entry_name
from goalctl.model.finding import Fields, Value, fields_in, list_in
from goalctl.model.joint import Clash, ClashChoice, ClashKind

_KEPT = ("forms", "risk")


def left_out(clash: Clash, ancestor: Value) -> dict[ClashChoice, tuple[str, ...]]:
    """By choice, what would be gone with it, named without a client's words; nothing where all that matters stays."""
    section, *inner = [*clash.place, ""]
    if section != "sessions":
        return {}
    sides = {ClashChoice.MINE: (clash.mine, clash.theirs), ClashChoice.THEIRS: (clash.theirs, clash.mine)}
    was = _entry(ancestor, inner[0])
    found = {choice: tuple(_lost(clash, was, *values)) for choice, values in sides.items()}
    return {choice: lost for choice, lost in found.items() if lost}


def _lost(clash: Clash, was: Fields, taken: Value, other: Value) -> Iterator[str]:
    _, entry, *inner = (*clash.place, "")[: max(2, len(clash.place))]
    if not entry:  # one side took the only entry away, and the log with it
        yield from (f"sessions: {name}" for one in list_in(other) if (name := entry_name(fields_in(one))))
        return
    if clash.kind is ClashKind.SAME_ID:
        yield f"sessions: {entry}"
    elif not inner:
        yield from (f"sessions: {entry}, {what}" for what in _written_down(fields_in(other), fields_in(taken), was))
    elif inner[0] in _KEPT and other is not None:
        yield f"sessions: {entry}, {inner[-1]}"


def _written_down(entry: Fields, taken: Fields, was: Fields) -> Iterator[str]:
    """What the entry says about risk and on forms, and neither what is taken nor the ancestor does."""
    forms = fields_in(entry.get("forms"))
    yield from (name for name in forms if forms[name] not in (_answers(taken, name), _answers(was, name)))
    if entry.get("risk") not in (None, taken.get("risk"), was.get("risk")):
        yield "risk"
    kept = (*_KEPT, "note") if taken.get("void") and not entry.get("void") else _KEPT  # what is void is read by nobody
    known = [*list_in(taken.get("amended")), *list_in(was.get("amended"))]
    new = [fields_in(one).get("set") for one in list_in(entry.get("amended")) if one not in known]
    yield from (key for one in new for key in fields_in(one) if key.partition(".")[0] in kept)


def _entry(plan: Value, name: str) -> Fields:
    entries = map(fields_in, list_in(fields_in(plan).get("sessions")))
    return next((entry for entry in entries if entry.get("id") == name), {})


def _answers(entry: Fields, form: str) -> Value:
    return fields_in(entry.get("forms")).get(form)
