"""What makes an item of a list the same on both sides: its id, else what it is known by, else all that it says."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, count

from goalctl.model.finding import Fields, Value, fields_in

Identity = tuple[str, ...]
Rank = tuple[str, ...]
MARK = "~"
"""How a place begins that stands for an item without a name; it is nothing to be read."""

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
    "reviews": ("on", "of"),
    "agreements": ("on", "who"),
    "changes": ("on", "of", "what"),
    "releases": ("on", "to", "what"),
    "supervision": ("on", "about"),
    "talked": ("on", "by"),
    "extended": ("on",),
    "amended": ("on",),
    "measured_before": ("until",),
    "covers": ("of", "from"),
}
_NOTED = {
    "reviews", "agreements", "changes", "releases", "supervision", "talked", "extended", "amended", "measured_before",
}  # fmt: skip
"""What is noted and not drawn up: two that are new, on one day and about one thing, are two all the same."""
_SETS = {
    "values", "strengths", "barriers", "preferences", "members", "guardians", "checkpoints", "present", "cpt",
    "worked_on", "used", "protective", "done", "problem", "favourites", "words", "ignore",
}  # fmt: skip


def is_united(name: str, *lists: Sequence[Value]) -> bool:
    """Whether the items of such a list stand for themselves; the answers of a form, a scale, a band are one value."""
    return name in _SETS or any(isinstance(item, dict) for items in lists for item in items)


def identities(name: str, items: Sequence[Value], before: Sequence[Value] = ()) -> list[Identity]:
    """Each item's identity; of several that are alike each has the number of the one before that it comes from."""
    earlier: defaultdict[Identity, list[Value]] = defaultdict(list)
    for item in before:
        earlier[_identity(name, item)].append(item)
    alike: defaultdict[Identity, dict[int, Value]] = defaultdict(dict)
    for position, item in enumerate(items):
        alike[_identity(name, item)][position] = item
    found = {
        position: one
        for known, own in alike.items()
        for position, one in _told_apart(known, own, earlier[known], may_be_new=name not in _NOTED or known[0] == "id")
    }
    return [found[position] for position in range(len(items))]


def _told_apart(
    known: Identity, own: dict[int, Value], earlier: list[Value], *, may_be_new: bool
) -> Iterator[tuple[int, Identity]]:
    """Who says the same is the same; the rest are, in their order, if as many are left, and nobody's guess if not.

    `may_be_new`: one that is new there and one that is new elsewhere are one thing by what they are known by.
    """
    left, rest = dict(enumerate(earlier, 1)), dict(own)
    for position, item in own.items():
        if same := next((number for number, was in left.items() if was == item), 0):
            del left[same], rest[position]
            yield position, (*known, str(same))
    if (may_be_new and not left) or len(left) == len(rest):
        numbers = chain(left, count(len(earlier) + 1))
        yield from ((position, (*known, str(number))) for position, number in zip(rest, numbers, strict=False))
    else:
        seen: Counter[str] = Counter()
        for position, item in rest.items():
            seen[said(item)] += 1
            yield position, ("says", said(item), str(seen[said(item)]))


def _identity(name: str, item: Value) -> Identity:
    if isinstance(item, dict):
        if isinstance(item.get("id"), str):
            return ("id", str(item["id"]))
        keys = _KNOWN_BY.get(name, ())
        if any(key in item for key in keys):
            first = sorted(scored(item))[:1] if name == "diary" else []
            return ("known", *(said(item.get(key)) for key in keys), *first)
    return ("says", said(item))


def scored(entry: Value) -> set[str]:
    """What a diary's entry scores, each with its rater."""
    return {key for key in entry if _SCORED.fullmatch(key)} if isinstance(entry, dict) else set()


def is_one_diary_entry(one: Value, other: Value) -> bool:
    """Whether both score something of one day for one person: whoever wrote them wrote down the same thing."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    of_day = all(one.get(key) == other.get(key) for key in _KNOWN_BY["diary"])
    return of_day and bool(scored(one) & scored(other))


def shown(identity: Identity) -> str:
    """How a place names the item: its id or its day, never a client's words; of what has neither, a mark of it."""
    kind, *known, number = identity
    if kind == "says":
        return f"{MARK}{zlib.crc32(known[0].encode()):08x} {number}"
    words = [word.strip('"') for word in known if word != "null"]
    return " ".join([*words, *([number] if number != "1" else [])])


def said(value: Value) -> str:
    """A value as one line that is the same for the same value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def ranks(named: Mapping[Identity, tuple[object, Value]], known: Container[Identity]) -> dict[Identity, Rank]:
    """Where each item of a side belongs among what was added at the same place: by its day, then its time.

    What a side closed it had seen, and nothing of the other side's: that day's new entries up to a closing come first.
    """
    found: dict[Identity, Rank] = {}
    closed: set[str] = set()
    for one, (_, item) in reversed(list(named.items())):
        day, *rest = _rank(item)
        if one not in known and closes_risk(item):
            closed.add(day)
        found[one] = (day, "closed" if day in closed and one not in known else "open", *rest)
    return found


def closes_risk(item: Value) -> bool:
    """Whether an entry closes risk without asking."""
    record = fields_in(item).get("risk")
    return isinstance(record, dict) and bool(record.get("close"))


def _rank(item: Value) -> Rank:
    fields: Fields = fields_in(item)
    day = next((text for key in ("date", "on") if isinstance(text := fields.get(key), str)), "")
    rest = (text if isinstance(text := fields.get(key), str) else "" for key in ("time", "written", "id"))
    return (day, *rest, said(item))
