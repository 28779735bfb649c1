"""The most important answers once more, worked out naively from plain data, so that agreeing is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.cases import Practice
from tests.oracle.statements import Reading

NOT_SEEN = {"no-show", "cancelled", "outreach", "journal"}
MISSED = {"no-show", "cancelled"}
CALLS = {"phone", "crisis"}  # the client was spoken with, and no session was held
SITTINGS = {"session", "group", "review"}  # without a code in the plan, what a payer is billed for
WHERE = "the plan itself"


def reference(practice: Practice) -> Reading:
    """What every output should say of these things."""
    reading = Reading(WHERE)
    for client, plan in practice.plans.items():
        log = list(_log(plan, practice.today))
        _contacts(reading, client, plan, log, practice.today)
        _unsigned(reading, client, plan, log)
        _scores(reading, client, plan, log)
        _checkpoints(reading, client, plan, practice.today)
    reading.say("number of plans", str(len(practice.plans)), WHERE)
    return reading


def _log(plan: dict, today: date) -> Iterator[dict]:
    """The valid entries up to the day as they read after their corrections, oldest first."""
    for entry in sorted(plan["sessions"], key=lambda one: one["date"]):
        if entry["date"] > today or "void" in entry:
            continue
        changed = {key: dict(value) if isinstance(value, dict) else value for key, value in entry.items()}
        for amendment in (one for one in entry.get("amended", []) if one["on"] <= today):
            for name, value in amendment["set"].items():
                changed["scores"][name.removeprefix("scores.")] = value
        yield changed


def _contacts(reading: Reading, client: str, plan: dict, log: list[dict], today: date) -> None:
    seen = [entry for entry in log if entry["kind"] not in NOT_SEEN]
    ahead = list(_ahead(plan, log, today))
    reading.say("last seen", str(seen[-1]["date"]) if seen else "none", WHERE, client=client)
    end = plan["discharge"]["on"] if plan["status"] == "discharged" else today
    held = [entry["date"] for entry in seen if entry["date"] <= end and entry["kind"] not in CALLS]
    reading.say("sessions held", str(len(held)), WHERE, client=client)
    if held:
        reading.say("last of treatment", str(held[-1]), WHERE, client=client)
    reading.say("next", str(ahead[-1]) if ahead else "", WHERE, client=client)
    reading.say("opened", str(plan["opened"]), WHERE, client=client)
    for one in plan.get("authorizations", []):
        used = sum(one["from"] <= entry["date"] <= one["to"] for entry in log if entry["kind"] in SITTINGS)
        reading.say(f"used of {one['payer']}", f"{used} of {one['sessions']}", WHERE, client=client)
    given = next((entry["homework"] for entry in reversed(log) if "homework" in entry), [])
    answered = {name for entry in log for name in entry.get("homework_done", {})}
    open_tasks = sorted({task["id"] for task in given} - answered)
    reading.say("open tasks", " | ".join(open_tasks), WHERE, client=client)


def _ahead(plan: dict, log: list[dict], today: date) -> Iterator[date]:
    """The appointments to come, in the order in which they were agreed on.

    What is cancelled on a day without one was called off ahead, the one agreed on last, until it is agreed on anew. Of
    a treatment that has ended there are those alone that were agreed on at its end or later.
    """
    end = plan["discharge"]["on"] if plan["status"] == "discharged" else date.min
    agreed: list[tuple[date, date]] = []
    for entry in log:
        waiting = [day for _, day in agreed if day >= entry["date"]]
        if entry["kind"] == "cancelled" and waiting and entry["date"] not in waiting:
            agreed = [one for one in agreed if one[1] != waiting[-1]]
        if "next" in entry:
            agreed.append((entry["date"], entry["next"]))
    over = {entry["date"] for entry in log if entry["kind"] not in NOT_SEEN - MISSED}
    yield from (day for on, day in agreed if on >= end and day >= today and day not in over)


def _unsigned(reading: Reading, client: str, plan: dict, log: list[dict]) -> None:
    unsigned = sum("signed" not in entry and entry["kind"] != "journal" for entry in log)
    reading.say("unsigned entries", str(unsigned), WHERE, client=client)
    if plan["status"] == "active" and unsigned:
        reading.say("unsigned", str(unsigned), WHERE, client=client)


def _scores(reading: Reading, client: str, plan: dict, log: list[dict]) -> None:
    """Last scores, deadlines, targets; that something is met only where it is plain: one rater, no diary, no keep."""
    noted = {name for entry in plan.get("diary", []) for name in entry if name != "date"}
    judges = {goal["id"]: goal["smart"].get("measurable", {}).get("judged_by") for goal in plan["goals"]}
    for item, measure, bound in _items(plan):
        if "deadline" in bound:
            reading.say("deadline", str(bound["deadline"]), WHERE, client=client, of=item["id"])
        reading.say("status", item["status"], WHERE, client=client, of=item["id"])
        if measure and (target := measure.get("target", 1 if measure["by"] == "done" else None)) is not None:
            words = " to ".join(map(str, target)) if isinstance(target, list) else str(target)
            reading.say("target", words, WHERE, client=client, of=item["id"])
        if measure and (judge := measure.get("judged_by") or judges.get(item["id"].partition(".")[0])):
            reading.say("judge", judge, WHERE, client=client, of=item["id"])
        if not measure or item["id"] in noted:
            continue
        by_rater = _by_rater(item["id"], measure, log)
        if _was_measured_anew(item):
            continue
        if not plan.get("members") and by_rater.get("client"):
            reading.say("number of scores", str(len(by_rater["client"])), WHERE, client=client, of=item["id"])
        for rater, scores in by_rater.items():
            reading.say(f"last by {rater}", str(scores[-1][1]), WHERE, client=client, of=item["id"])
            reading.say(f"day of the last by {rater}", str(scores[-1][0]), WHERE, client=client, of=item["id"])
        if item["status"] == "active" and not plan.get("members") and _is_plain(measure):
            met = _is_met(measure, by_rater.get("client", []), item, plan)
            reading.say("met", "yes" if met else "no", WHERE, client=client, of=item["id"])


def _checkpoints(reading: Reading, client: str, plan: dict, today: date) -> None:
    for item, _, bound in _items(plan):
        if ahead := [day for day in bound.get("checkpoints", []) if day >= today]:
            reading.say("next checkpoint", str(min(ahead)), WHERE, client=client, of=item["id"])


def _items(plan: dict) -> Iterator[tuple[dict, dict | None, dict]]:
    for goal in plan["goals"]:
        yield goal, goal["smart"].get("measurable"), goal["smart"].get("time_bound", {})
        for step in goal.get("objectives", []):
            yield step, step.get("measurable"), step


def _was_measured_anew(item: dict) -> bool:
    return "measured_before" in item.get("smart", {})


def _by_rater(name: str, measure: dict, log: list[dict]) -> dict[str, list[tuple[date, float]]]:
    """Every score in the order of the log; a form's total is what was answered, or the total that was written."""
    found: dict[str, list[tuple[date, float]]] = {}
    for entry in log:
        for key, answers in entry.get("forms", {}).items():
            form, _, who = key.partition("@")
            if form == measure["by"] and not who:
                found.setdefault("client", []).append((entry["date"], _total(answers)))
        for key, value in entry.get("scores", {}).items():
            item, _, who = key.partition("@")
            if item == name:
                found.setdefault(who or "client", []).append((entry["date"], value))
    return found


def _total(answers: object) -> float:
    if isinstance(answers, list):
        return sum(answers)
    return answers["total"] if isinstance(answers, dict) else answers


def _is_plain(measure: dict) -> bool:
    return "keep" not in measure and measure.get("baseline") is not None and measure["by"] not in {"done", "levels"}


def _is_met(measure: dict, scores: list[tuple[date, float]], item: dict, plan: dict) -> bool:
    """The last so many scores since the baseline are at or past the target, the way the goal goes."""
    needed = measure.get("hold") or (2 if measure["by"] in {"rating", "count", "phq-9", "gad-7"} else 1)
    goal = next(goal for goal in plan["goals"] if goal["id"] == item["id"].partition(".")[0])
    start = measure.get("since") or item.get("opened") or goal["opened"]
    last = [value for day, value in scores if day >= start][-needed:]
    return len(last) == needed and all(_is_there(measure, value) for value in last)


def _is_there(measure: dict, value: float) -> bool:
    target, baseline = measure["target"], measure["baseline"]
    if isinstance(target, list):
        return target[0] <= value <= target[1]
    return value >= target if target > baseline else value <= target


def how_late(day: date, today: date) -> str:
    """How late or how soon a day is, in the words of the lists."""
    days = (day - today).days
    if days in {0, 1}:
        return ["today", "tomorrow"][days]
    size = abs(days)
    stretch = f"{size} day{'s' * (size > 1)}" if size < 21 else f"{size // 7} weeks" if size < 84 else _months(size)
    return f"in {stretch}" if days > 0 else f"{stretch} overdue"


def _months(days: int) -> str:
    return f"{round(timedelta(days=days) / timedelta(days=365.25 / 12))} months"
