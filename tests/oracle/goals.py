"""Random goals and steps, and how each one's scores go: every kind of measure, every status, deadlines near and far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

WORDINGS = (
    "Sleeps through", "Calls a friend", "Eats with the family", "Goes to work", "Walks the dog", "Paints again",
    "Drinks less", "Stays in the room", "Opens the letters", "Keeps the garden", "Rides the bus", "Says no",
)  # fmt: skip
LEVELS = {"-2": "never", "-1": "seldom", "0": "as agreed", "1": "often", "2": "always"}
STATUSES = ("active",) * 14 + ("on-hold", "reserve", "draft", "achieved", "discontinued")
_SPAN = {"rating": (0, 10), "percent": (0, 100), "levels": (-2, 2), "done": (0, 1), "phq-9": (0, 27), "gad-7": (0, 21)}


@dataclass
class Item:
    """A goal or a step as plain data, and what its scores are drawn from."""

    id: str
    data: dict
    measure: dict | None
    low: float = 0
    high: float = 10
    start: float = 0
    goal: float = 0
    pace: float = 0.0
    raters: tuple[str, ...] = ("client",)
    status: str = "active"
    steps: list[Item] = field(default_factory=list)

    @property
    def form(self) -> str | None:
        """The form that scores it."""
        kind = self.measure["by"] if self.measure else None
        return kind if kind in {"phq-9", "gad-7"} else None

    def score_at(self, share: float, chance: Random) -> float:
        """A score so far into the plan, from 0 to 1: along its way at its pace, with noise."""
        kind = self.measure["by"]
        value = self.start + (self.goal - self.start) * self.pace * share
        value += chance.gauss(0, abs(self.goal - self.start) / 8 + (self.high - self.low) / 60)
        if kind == "done":
            return int(share * self.pace > chance.random())
        value = min(max(value, self.low), self.high)
        return round(value, 1) if kind == "number" else round(value)


def goals_of(chance: Random, opened: date, today: date, members: tuple[str, ...]) -> list[Item]:
    """One to four goals, most of them with steps, no two in the same words."""
    goals = [_goal(chance, f"g{n}", opened, today, members) for n in range(1, chance.randint(1, 4) + 1)]
    words = iter(chance.sample(WORDINGS, len(WORDINGS)))
    for goal in goals:
        goal.data["goal"] = next(words)
        for step in goal.steps:
            step.data["objective"] = next(words)
    return goals


def _goal(chance: Random, name: str, opened: date, today: date, members: tuple[str, ...]) -> Item:
    item = _item(chance, name, opened, members)
    measure = item.measure
    smart = {"time_bound": _dates(chance, opened, today)}
    if measure:
        smart["measurable"] = measure
        smart |= _measured_before(chance, measure, opened, today)
    start = opened + timedelta(days=chance.choice([0, 0, 7]))
    item.data = {"id": name, "goal": "", "problem": "p1", "status": item.status,
                 "opened": min(start, today), "smart": smart}  # fmt: skip
    _close(chance, item, opened, today)
    for n in range(1, chance.choice([0, 1, 1, 2]) + 1):
        item.steps.append(_step(chance, f"{name}.{n}", opened, today, members))
    if item.steps:
        item.data["objectives"] = [step.data for step in item.steps]
    return item


def _step(chance: Random, name: str, opened: date, today: date, members: tuple[str, ...]) -> Item:
    step = _item(chance, name, opened, members)
    step.data = {"id": name, "objective": "", "status": step.status}
    step.data |= {"measurable": step.measure} if step.measure else {}
    step.data |= _dates(chance, opened, today)
    _close(chance, step, opened, today)
    return step


def _close(chance: Random, item: Item, opened: date, today: date) -> None:
    if item.status in {"achieved", "discontinued"}:
        item.data["closed"] = opened + (today - opened) * chance.random()


def _item(chance: Random, name: str, opened: date, members: tuple[str, ...]) -> Item:
    kind = chance.choice(
        ["phq-9", "gad-7", "rating", "rating", "count", "number", "band", "percent", "levels", "done", "keep", None]
    )
    item = Item(name, {}, None, status=chance.choice(STATUSES))
    item.pace = chance.choice([-0.6, 0.0, 0.0, 0.4, 0.9, 1.1, 1.8])
    if kind is None:
        return item
    _measure(chance, item, kind)
    if chance.random() < 0.3:
        item.measure.pop("baseline", None) if kind not in {"keep", "done"} else None
    elif chance.random() < 0.5 and "baseline" in item.measure:
        item.measure["since"] = opened
    if chance.random() < 0.15 and kind not in {"keep", "done"}:
        item.measure["hold"] = chance.choice([1, 2, 3])
    _raters(chance, item, members)
    return item


def _measure(chance: Random, item: Item, kind: str) -> None:
    by = {"band": "number", "keep": chance.choice(["rating", "count"])}.get(kind, kind)
    measure: dict = {"by": by}
    item.low, item.high = _SPAN.get(by, (0, 14))
    if by == "count":
        item.high = 7
        measure |= {"of": f"days {chance.choice(['walked', 'called', 'cooked'])}", "scale": [0, 7]}
        measure |= {"per": chance.choice(["week", "week", "month"])}
    elif by == "number":
        measure |= {"of": "hours slept", "scale": [0, 14]}
    elif by == "levels":
        measure["levels"] = LEVELS
        if chance.random() < 0.5:
            measure["weight"] = {"importance": chance.randint(1, 3), "difficulty": chance.randint(1, 3)}
    item.start, item.goal = _ends(chance, item, kind)
    if kind == "done":
        item.measure = measure
        return
    measure |= {"baseline": item.start, "target": item.goal}
    if kind == "band":
        measure["target"] = [7, 9]
    if kind == "keep":
        measure |= {
            "target": item.start,
            "keep": chance.choice(["4w", "12w"]),
            "better": chance.choice(["higher", "lower"]),
        }
    item.measure = measure


def _ends(chance: Random, item: Item, kind: str) -> tuple[float, float]:
    if kind == "band":
        return chance.choice([4, 4.5, 12]), 8
    if kind == "levels":
        return -1, 0
    if kind == "done":
        return 0, 1
    span = int(item.high - item.low)
    ends = sorted(chance.sample(range(int(item.low) + span // 8, int(item.high) - span // 8 + 1), 2))
    is_lower_better = kind in {"phq-9", "gad-7"} or chance.random() < 0.3
    return (ends[1], ends[0]) if is_lower_better else (ends[0], ends[1])


def _raters(chance: Random, item: Item, members: tuple[str, ...]) -> None:
    if members:
        judge = chance.choice(["each", members[0], "clinician", None, None])
        item.raters = chance.choice([members, members, members[:1], ("client",), (*members, "clinician")])
        if judge and not item.form:
            item.measure["judged_by"] = judge
    elif chance.random() < 0.25:
        item.raters = ("client", "clinician")


def _dates(chance: Random, opened: date, today: date) -> dict:
    """No deadline, one that has passed, one near, one far; extended; with checkpoints."""
    ahead = chance.choice([None, -40, -8, -1, 0, 1, 5, 13, 14, 15, 60, 200])
    if ahead is None:
        return {}
    deadline = max(today + timedelta(days=ahead), opened + timedelta(days=1))
    found: dict = {"deadline": deadline}
    if chance.random() < 0.2 and deadline - timedelta(days=20) > opened:
        before, on = deadline - timedelta(days=20), min(deadline - timedelta(days=25), today)
        if on > opened:
            found["extended"] = [{"on": on, "from": before, "because": "the flu"}]
            earlier = {"on": on - timedelta(days=9), "from": before - timedelta(days=12), "because": "a move"}
            if earlier["on"] > opened and chance.random() < 0.5:
                found["extended"].insert(chance.choice([0, 1]), earlier)  # as a merge may leave them
    if chance.random() < 0.3:
        found["checkpoints"] = [opened + (deadline - opened) / 2]
    return found


def _measured_before(chance: Random, measure: dict, opened: date, today: date) -> dict:
    if chance.random() > 0.1 or measure["by"] in {"done", "levels", "phq-9", "gad-7"} or "keep" in measure:
        return {}
    until = opened + (today - opened) * 0.4
    former = {key: measure[key] for key in ("by", "of", "per", "scale") if key in measure}
    return {"measured_before": [{"until": until, **former, "baseline": 2, "target": 5}]}
