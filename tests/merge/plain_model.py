"""What a merge should give, worked out plainly: a plan as a set of leaves, each of which stands or was changed."""

import json
from collections import Counter

GONE = object()
NUMBERED = {"problems", "goals", "objectives", "interventions"}
SETS = {"values", "strengths", "members", "checkpoints", "worked_on", "used", "present", "problem"}
CLOSED = {"achieved", "discontinued"}


def leaves(data, path=()):
    """Every leaf with its path, in which items of lists stand by what they are known by; twice what is there twice."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list) and (not data or path[-1] in SETS or any(isinstance(item, dict) for item in data)):
        for item in data:
            name = known_as(path[-1], item)
            yield from leaves(item, (*path, name)) if name[0] != "says" else [((*path, name), "there")]
    else:
        yield path, json.dumps(data)


def known_as(section, item):
    if isinstance(item, dict) and "id" in item:
        return ("id", item["id"])
    if section == "diary":
        return ("day", item["date"], item.get("by"), min(key for key in item if key[0] == "g"))
    return ("says", json.dumps(item, sort_keys=True))


def merge(ancestor, mine, theirs, asked=()):
    """The leaves after the merge (mine, where two can't both stand) and the places of the clashes.

    `asked` are places of items and lists of which one side has only a comment more, and the other has them not.
    """
    three = [dict(leaves(data)) for data in (ancestor, mine, theirs)]
    found = {place for place, _ in items_in_doubt(ancestor, mine, theirs)}
    found |= {place for place, _ in containers(ancestor) if named(place) in asked}
    whole = {place for place in found if not any(place[:n] in found for n in range(len(place)))}
    clashes, result = set(whole), {}
    for path in dict.fromkeys(path for one in three for path in one):
        was, here, there = (one.get(path, GONE) for one in three)
        around = next((place for place in whole if path[: len(place)] == place), None)
        kept = here if around or there in {here, was} else there if here == was else here
        if not around and here not in {there, was} and there != was and path != ("format",):
            clashes.add(path)
        if kept is not GONE:
            result[path] = max(here, there) if path == ("format",) and GONE not in (here, there) else kept
    return result, {named(place) for place in clashes}


def items_in_doubt(ancestor, mine, theirs):
    was, here, there = (dict(items(data)) for data in (ancestor, mine, theirs))
    for place, before in containers(ancestor):
        one, other = (at(plan, place) for plan in (mine, theirs))
        if (one is None) != (other is None) and before not in (one, other):
            yield place, "removed"
    for place in here.keys() & there.keys():
        before, one, other = was.get(place), here[place], there[place]
        if place[-2] in NUMBERED and before is None and one != other:
            yield place, "same id"
        elif place[-2] == "sessions" and before is not None and is_done_unseen(before, one, other):
            yield place, "signed or amended"
        elif place[-2] in {"goals", "objectives"} and before is not None and before.get("status") not in CLOSED:
            for closed, open_, plan in ((one, other, theirs), (other, one, mine)):
                if closed.get("status") in CLOSED and open_.get("status") not in CLOSED:
                    late = last_worked_on(ancestor, plan, place[-1][1]) > closed.get("closed", "9999")
                    if late or open_ != before:
                        yield place, "closed"


def items(data, path=()):
    if isinstance(data, dict):
        for key, value in data.items():
            yield from items(value, (*path, key))
    elif isinstance(data, list):
        for item in data:
            if isinstance(item, dict) and "id" in item:
                yield (*path, ("id", item["id"])), item
                yield from items(item, (*path, ("id", item["id"])))


def containers(data, path=()):
    """Every mapping and list below, items with an id among them."""
    inner = data.items() if isinstance(data, dict) else ()
    if isinstance(data, list):
        inner = ((("id", item["id"]), item) for item in data if isinstance(item, dict) and "id" in item)
    for step, value in inner:
        if isinstance(value, (dict, list)):
            yield (*path, step), value
            yield from containers(value, (*path, step))


def at(data, place):
    """What stands at a place; None where nothing does."""
    for step in place:
        if isinstance(step, tuple):
            data = next((item for item in data or () if isinstance(item, dict) and item.get("id") == step[1]), None)
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def is_signed_and_changed(before, one, other):
    bare = [{key: value for key, value in entry.items() if key != "signed"} for entry in (before, one, other)]
    signs = [entry.get("signed") != before.get("signed") for entry in (one, other)]
    return bare[1] != bare[2] and any(
        sign and rest != bare[0] for sign, rest in zip(signs, (bare[2], bare[1]), strict=True)
    )


def is_done_unseen(before, one, other):
    return is_signed_and_changed(before, one, other) or is_amended_unseen(before, one, other)


def is_amended_unseen(before, one, other):
    """Made void on one side alone while the other did anything to it, or one value amended to two."""
    if "void" not in before and ("void" in one) != ("void" in other):
        return (other if "void" in one else one) != before
    news = [
        {key: value for entry in side.get("amended", ()) if entry not in old for key, value in entry["set"].items()}
        for side, old in (
            (one, [*before.get("amended", ()), *other.get("amended", ())]),
            (other, [*before.get("amended", ()), *one.get("amended", ())]),
        )
    ]
    return any(news[0][key] != news[1][key] for key in news[0].keys() & news[1].keys())


def last_worked_on(ancestor, plan, item):
    known = {entry["id"] for entry in ancestor.get("sessions", ())} | {
        entry["date"] for entry in ancestor.get("diary", ())
    }
    days = [""]
    for entry in (*plan.get("sessions", ()), *plan.get("diary", ())):
        names = {name.partition("@")[0] for name in (*entry.get("scores", {}), *entry.get("worked_on", ()), *entry)}
        if entry.get("id", entry["date"]) not in known and any(f"{name}.".startswith(f"{item}.") for name in names):
            days.append(entry["date"])
    return max(days)


def named(place):
    """As goalctl names a place: keys and ids."""
    return tuple(" ".join(part for part in step[1:] if part) if isinstance(step, tuple) else step for step in place)


def doubled(data):
    """Leaves that are there more than once."""
    return [path for path, times in Counter(path for path, _ in leaves(data)).items() if times > 1]
