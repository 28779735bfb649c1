"""Random practices by a seed: a folder of real plans as text, and a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from tests.oracle.goals import goals_of
from tests.oracle.log import log_of

PLANS = 6  # in one practice
FIRST_DAY = date(2025, 3, 3)  # long past on any machine: what is ahead of the day is ahead of no clock


@dataclass(frozen=True)
class Practice:
    """The plain data of its plans by client, and the day they are looked at."""

    root: Path
    today: date
    plans: dict[str, dict]


class _Text(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - yaml's own signature
        return True


def practices(seed: int, cases: int, root: Path) -> Iterator[Practice]:
    """As many plans as that, in practices of a few."""
    for number, first in enumerate(range(0, cases, PLANS)):
        yield _practice(Random(f"{seed}/{number}"), root / str(number), min(PLANS, cases - first))  # noqa: S311 - no secret


def _practice(chance: Random, root: Path, plans: int) -> Practice:
    today = FIRST_DAY + timedelta(days=chance.randrange(180))
    found = {name: plan_data(chance, name, today) for name in (f"c-{n}x" for n in range(1, plans + 1))}
    _episode(chance, found)
    (root / "plans").mkdir(parents=True)
    (root / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    for name, data in found.items():
        text = yaml.dump(data, Dumper=_Text, sort_keys=False, allow_unicode=True, width=1000)
        (root / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Practice(root, today, found)


def _episode(chance: Random, plans: dict[str, dict]) -> None:
    """Now and then one plan is the earlier episode of another."""
    over = [name for name, data in plans.items() if data["status"] == "discharged"]
    going = [name for name, data in plans.items() if data["status"] == "active" and not data.get("members")]
    if over and going and chance.random() < 0.6:
        plans[going[0]]["previous"] = over[0]


def plan_data(chance: Random, name: str, today: date) -> dict:
    """One plan with everything that may stand in it."""
    opened = today - timedelta(days=chance.choice([3, 20, 60, 90, 91, 150, 300]))
    members = ("anna", "ben") if chance.random() < 0.2 else ()
    goals = goals_of(chance, opened, today, members)
    items = [item for goal in goals for item in (goal, *goal.steps)]
    plan: dict = {"format": 2, "client": name, **({"members": list(members)} if members else {}), "opened": opened,
                  "status": "active", "values": ["being a patient father"],
                  "problems": [{"id": "p1", "problem": "Low mood"}]}  # fmt: skip
    plan["goals"] = [goal.data for goal in goals]
    _care(chance, plan, opened, today)
    _life(chance, plan, goals, opened, today)
    last = plan["discharge"]["on"] if "discharge" in plan else today
    plan["sessions"] = log_of(chance, items, opened, last, members)
    if plan["status"] == "discharged":
        plan["sessions"] = [entry for entry in plan["sessions"] if entry["date"] <= last]
        if chance.random() < 0.4:
            plan["sessions"] += _afterwards(chance, plan["sessions"], last, today)
    _diary(chance, plan, items, opened, today)
    return plan


def _care(chance: Random, plan: dict, opened: date, today: date) -> None:
    if chance.random() < 0.3:
        plan["plan_by"] = "30d"
    if chance.random() < 0.4:
        plan["assessments"] = [
            {"form": chance.choice(["phq-9", "gad-7"]), "every": chance.choice(["4w", "2w", "4 sessions"])}
        ]
    if chance.random() < 0.4:
        to = today + timedelta(days=chance.choice([-5, 3, 10, 80]))
        plan["authorizations"] = [
            {"payer": "State Plan", "from": opened, "to": max(to, opened), "sessions": chance.choice([8, 26])}
        ]
    if chance.random() < 0.3:
        plan["consents"] = [
            {"what": "treatment", "on": opened, "until": today + timedelta(days=chance.choice([-2, 5, 40]))}
        ]
    if chance.random() < 0.4:
        day = opened + (today - opened) * chance.random()
        plan["reviews"] = [{"on": day, "by": "m.kowalski", "decision": "continue", **chance.choice([{}, {"of": "g1"}])}]


def _life(chance: Random, plan: dict, goals: list, opened: date, today: date) -> None:
    """On hold, discharged, or going on."""
    fate = chance.random()
    middle = opened + (today - opened) * 0.8
    if fate < 0.1:
        plan |= {"status": "on-hold", "holds": [{"from": middle, "because": "abroad"}]}
    elif fate < 0.22:
        outcomes = {goal.id: chance.choice(["achieved", "partly", "not-achieved"]) for goal in goals}
        plan |= {
            "status": "discharged",
            "discharge": {"on": middle, "by": "m.kowalski", "reason": "moved away", "outcomes": outcomes},
        }
    elif fate < 0.3:
        plan["holds"] = [{"from": opened + (today - opened) * 0.3, "to": opened + (today - opened) * 0.5}]


def _afterwards(chance: Random, log: list[dict], last: date, today: date) -> list[dict]:
    """Who came once more after the end, or did not."""
    day = last + timedelta(days=chance.randint(1, 20))
    scores = next((entry["scores"] for entry in log if "scores" in entry), {})
    entry = {"id": "zzkmqp", "date": day, "by": "m.kowalski", "kind": chance.choice(["session", "no-show"])}
    if entry["kind"] == "session" and scores:
        entry["scores"] = scores
    return [entry] if day <= today else []


def _diary(chance: Random, plan: dict, items: list, opened: date, today: date) -> None:
    counted = [item for item in items if item.measure and item.measure["by"] == "count" and item.status == "active"]
    if counted and chance.random() < 0.4:
        days = [opened + timedelta(days=n) for n in range((today - opened).days)][-20:]
        plan["diary"] = [{"date": day, counted[0].id: chance.choice([0, 1])} for day in days]
