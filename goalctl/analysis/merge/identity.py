"""What makes an item of a list the same on both sides: its id, else what it is known by, else all that it says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from goalctl.model.finding import Fields, Value

Identity = tuple[str, ...]

NUMBERED = {"problems", "goals", "objectives", "interventions"}
_SCORED = re.compile(r"g[1-9].*")
_KNOWN_BY = {
    "sessions": ("date", "time", "by", "kind"),
    "diary": ("date", "by"),
    "diagnoses": ("code",),
    "medications": ("name", "since"),
    "care_team": ("who", "role"),
    "assessments": ("form",),
    "holds": ("from",),
    "authorizations": ("payer", "from"),
    "services": ("type",),
    "consents": ("what", "who", "on"),
    "options": ("idea",),
}
_SETS = {
    "values", "strengths", "barriers", "preferences", "members", "guardians", "checkpoints", "present", "cpt",
    "worked_on", "used", "protective", "done", "problem", "favourites", "words", "ignore",
}  # fmt: skip


def is_united(name: str, *lists: Sequence[Value]) -> bool:
    """Whether the items of such a list stand for themselves; the answers of a form, a scale, a band are one value."""
    return name in _SETS or any(isinstance(item, dict) for items in lists for item in items)


def identities(name: str, items: Sequence[Value]) -> list[Identity]:
    """Each item's identity; of several that are alike the first, the second and so on."""
    seen: Counter[Identity] = Counter()
    found = []
    for item in items:
        known = _identity(name, item)
        seen[known] += 1
        found.append((*known, str(seen[known])))
    return found


def _identity(name: str, item: Value) -> Identity:
    if isinstance(item, dict):
        if isinstance(item.get("id"), str):
            return ("id", str(item["id"]))
        keys = _KNOWN_BY.get(name, ())
        if any(key in item for key in keys):
            scored = sorted(key for key in item if name == "diary" and _SCORED.fullmatch(key))[:1]
            return ("known", *(said(item.get(key)) for key in keys), *scored)
    return ("says", said(item))


def shown(identity: Identity) -> str:
    """How a place names the item: its id or its day, never a client's words."""
    kind, *known, number = identity
    words = [word.strip('"') for word in known if word != "null"] if kind != "says" else []
    return " ".join([*words, *([number] if number != "1" else [])])


def said(value: Value) -> str:
    """A value as one line that is the same for the same value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def rank(item: Value) -> tuple[str, ...]:
    """Where an item belongs among others that were added at the same place: by its day, then its time."""
    fields: Fields = item if isinstance(item, dict) else {}
    day = next((text for key in ("date", "on") if isinstance(text := fields.get(key), str)), "")
    rest = (text if isinstance(text := fields.get(key), str) else "" for key in ("time", "written", "id"))
    return (day, *rest, said(item))
