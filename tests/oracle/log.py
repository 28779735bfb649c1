"""A random log: sessions with scores, forms and risk, appointments that were kept or missed, homework, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from tests.oracle.goals import Item

KINDS = ("session",) * 12 + ("no-show", "cancelled", "phone", "journal", "review", "crisis", "outreach")
ABSENT = {"no-show", "cancelled", "outreach"}
TASKS = ("Sleep diary", "A walk before breakfast", "Ask the landlord", "Write the letter")
NOTES = ("Came in late, warmed up.", "Talked about the mother.", "Practised the call.", "Quiet today.")
_BASE32 = str.maketrans("0189", "yxzw")
FORM_ITEMS = {"phq-9": 9, "gad-7": 7}


def log_of(chance: Random, items: list[Item], opened: date, today: date, members: tuple[str, ...]) -> list[dict]:
    """The entries, oldest first; a few are dated after the day."""
    days = list(_days(chance, opened, today))
    forms = _forms(chance, items, members)
    log = [
        _entry(chance, n, day, (day - opened) / max(today - opened, timedelta(days=1)), items)
        for n, day in enumerate(days)
    ]
    for entry in log:
        if entry["kind"] not in ABSENT | {"journal"}:
            _fill_in(chance, entry, forms, members)
    _homework(chance, log)
    for entry in log:
        _paper(chance, entry, today)
    return log


def _days(chance: Random, opened: date, today: date) -> Iterable[date]:
    """Weekly or fortnightly, with gaps; now and then two on one day, and some beyond the day."""
    rhythm, day = chance.choice([7, 7, 14]), opened
    last = today + timedelta(days=chance.choice([0, 0, 0, 14])) - timedelta(days=chance.choice([0, 0, 0, 5, 30]))
    while day <= last:
        yield day
        if chance.random() < 0.05:
            yield day
        day += timedelta(days=rhythm * chance.choice([1, 1, 1, 1, 1, 2, 4]))


def _entry(chance: Random, number: int, day: date, share: float, items: list[Item]) -> dict:
    kind = "intake" if number == 0 else chance.choice(KINDS)
    name = f"{number:02d}kmqp".translate(_BASE32)
    entry: dict = {"id": name, "date": day, "by": "m.kowalski", "kind": kind}
    if kind in ABSENT:
        return entry
    scored = [item for item in items if item.measure and not item.form and item.status in {"active", "on-hold"}]
    scores = {
        (item.id if rater == "client" else f"{item.id}@{rater}"): item.score_at(share, chance)
        for item in scored
        for rater in item.raters
        if chance.random() < 0.8
    }
    entry |= {"scores": scores} if scores else {}
    if chance.random() < 0.7:
        entry["note"] = chance.choice(NOTES)
    if chance.random() < 0.75:
        entry["next"] = day + timedelta(days=chance.choice([7, 7, 14, 3]))
    return entry


def _forms(chance: Random, items: list[Item], members: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """The forms that are filled in, with where they begin and the pace they go at."""
    named = {item.form for item in items if item.form} | set(
        chance.sample(sorted(FORM_ITEMS), chance.choice([0, 1, 2]))
    )
    people = members or (("client", "mother") if chance.random() < 0.1 else ("client",))
    return {
        (name if person == "client" else f"{name}@{person}"): (chance.randint(3, 18), chance.choice([-8, -3, 0, 3, 8]))
        for name in sorted(named)
        for person in people
    }


def _fill_in(chance: Random, entry: dict, forms: dict[str, tuple[float, float]], members: tuple[str, ...]) -> None:
    filled = {}
    for name, (start, change) in forms.items():
        if chance.random() < 0.45:
            filled[name] = _answers(chance, name.partition("@")[0], start + change * chance.random())
    if filled:
        entry["forms"] = filled
    if chance.random() < 0.08 or (entry["kind"] == "crisis" and chance.random() < 0.7):
        entry["risk"] = _risk(chance, entry["date"], members)


def _answers(chance: Random, form: str, about: float) -> object:
    """A list of answers, or a total with or without the risk item."""
    number = FORM_ITEMS[form]
    total = round(min(max(about + chance.gauss(0, 1.5), 0), number * 3))
    if chance.random() < 0.3:
        return {"total": total, "q9": 0} if form == "phq-9" and chance.random() < 0.7 else total
    answers = [total // number] * number
    for place in range(total % number):
        answers[place] += 1
    if form == "phq-9" and answers[-1] and chance.random() < 0.7:
        answers[-1], answers[0] = 0, min(answers[0] + answers[-1], 3)
    return answers


def _risk(chance: Random, day: date, members: tuple[str, ...]) -> dict:
    found: dict = {
        "asked_because": "said so",
        "ideation": chance.choice(["none", "passive", "active"]),
        "level": chance.choice(["low", "moderate"]),
    }
    if members:
        found |= {"who": members[0], "concern": "suicide"}
    if chance.random() < 0.7:
        found["follow_up"] = day + timedelta(days=chance.choice([3, 7, 14, 28]))
    return found


def _homework(chance: Random, log: list[dict]) -> None:
    """Some entries give a task or two, a later one says what became of some."""
    given: list[str] = []
    for place, entry in enumerate(log):
        if entry["kind"] in ABSENT:
            continue
        if given and chance.random() < 0.6:
            entry["homework_done"] = {
                name: chance.choice(["yes", "partly", "no"]) for name in given if chance.random() < 0.7
            }
            entry["homework_done"] or entry.pop("homework_done")
        if chance.random() < 0.35:
            given = [f"h{place * 2 + n + 1}" for n in range(chance.choice([1, 1, 2]))]
            entry["homework"] = [{"id": name, "task": chance.choice(TASKS)} for name in given]


def _paper(chance: Random, entry: dict, today: date) -> None:
    """Signed or not, corrected, void."""
    day = min(entry["date"], today)
    if chance.random() < 0.7:
        entry["signed"] = [{"by": "m.kowalski", "on": day}]
    rated = [name for name, value in entry.get("scores", {}).items() if isinstance(value, int) and value in {1, 2, 3}]
    if rated and chance.random() < 0.06:
        heard = [{"on": day, "by": "m.kowalski", "set": {f"scores.{rated[0]}": 2}, "because": "misheard"}]
        again = {**heard[0], "set": {f"scores.{rated[0]}": 1}, "on": day + timedelta(days=chance.choice([0, 40]))}
        entry["amended"] = heard + [again] * chance.choice([0, 0, 1])
    elif chance.random() < 0.03:
        entry["void"] = {"on": day, "because": "entered twice"}
