"""Random caseloads as their files would hold them, and as they stood on an earlier day; knows nothing of goalctl.

A plan is a dictionary, days are `date`. What a plan may hold is narrower than the format: no holds, no records of risk.
Whatever changes is in the plan's trail, so that `as_of` can take it back.
"""

import copy
from datetime import date, timedelta

START, TODAY = date(2022, 1, 3), date(2023, 6, 12)
"""Both long past: on a day to come a plan reads as its file does."""

MOST = {"phq-9": 27, "gad-7": 21, "core-10": 40, "ors": 40, "who-5": 100, "pcl-5": 80, "pswq": 80}
LEAST = {"pswq": 16}
CODES = ["F32.1", "F32.1", "F41.1", "F41.1", "F43.1", "f4310", "F42", "300.02", "6B00", "?"]
CLINICIANS = ["a.one", "b.two", "b.two", None]
SETTLED = ["active", "active", "active", "achieved", "discontinued", "on-hold"]
UNSETTLED = ["draft", "reserve"]


def random_caseload(draw, size, wordings=("Low mood", "Quarrels")):
    """So many plans by client, some of them a later episode of another; `draw` is a `random.Random`."""
    plans = {}
    while len(plans) < size:
        before = draw.choice([None, None, *plans.values()]) if plans else None
        name = f"c-{len(plans):03}"
        is_over = before is not None and "discharge" in before and "members" not in before
        if is_over and before["client"] not in {plan.get("previous") for plan in plans.values()}:
            opened = before["discharge"]["on"] + timedelta(days=draw.randint(1, 60))
            if opened < TODAY:
                plans[name] = random_plan(draw, name, opened, wordings) | {"previous": before["client"]}
                continue
        plans[name] = random_plan(draw, name, START + timedelta(days=draw.randint(0, 120)), wordings)
    return plans


def random_plan(draw, name, opened, wordings):
    """One plan; sessions may lie before its opening and after its end."""
    ended = draw.random() < 0.65
    end = min(opened + timedelta(days=draw.randint(30, 400)), TODAY)
    members = ["anna", "ben"] if draw.random() < 0.15 else []
    plan = {"format": 2, "client": name, "opened": opened, "members": members, "changes": []}
    if clinician := draw.choice(CLINICIANS):
        plan["clinician"] = clinician
    days = [opened + timedelta(days=draw.randint(-20, (end - opened).days + 30)) for _ in range(draw.randint(0, 12))]
    plan["sessions"] = list(random_sessions(draw, sorted(day for day in days if day <= TODAY), members))
    plan["problems"] = [{"id": f"p{n}", "problem": draw.choice(wordings)} for n in range(1, draw.randint(1, 3))]
    for problem in plan["problems"]:
        problem["on"] = draw.choice([opened, day_within(draw, opened, end)])
    plan["goals"] = [random_goal(draw, f"g{n}", plan, end) for n in range(1, draw.randint(1, 5))]
    plan["assessments"] = [
        {"form": form, "every": "4w"} for form in ["phq-9", "gad-7@mother", "pcl-5"] if draw.random() < 0.12
    ]
    plan["reviews"] = [random_review(draw, opened, end) for _ in range(draw.randint(0, 2))]
    plan["medications"] = [{"name": "x", "since": day_within(draw, opened, end)}] if draw.random() < 0.1 else []
    plan["diagnoses"] = [{"code": draw.choice(CODES), "name": "x", "on": opened}] if draw.random() < 0.5 else []
    if draw.random() < 0.1:
        plan["changes"].append(changed(draw, opened, end, "clinician", "z.old", plan.get("clinician", "a.one")))
        plan["clinician"] = plan["changes"][-1]["to"]
    if ended:
        discharge(draw, plan, end)
    return {key: value for key, value in plan.items() if value != []}


def day_within(draw, first, last):
    return first + timedelta(days=draw.randint(0, max((last - first).days, 0)))


def random_review(draw, opened, end):
    return {
        "on": day_within(draw, opened, end),
        "decision": draw.choice(["change", "continue", "continue", "achieved", "discontinue"]),
    }


def changed(draw, first, last, what, before, after, of=None):
    entry = {"on": day_within(draw, first, last), "what": what, "from": before, "to": after, "because": "x"}
    return entry | ({"of": of} if of else {})


def discharge(draw, plan, end):
    reasons = ["goals reached", "moved away", "dropped out", "by agreement", "no longer came", "insurance ran out"]
    plan["status"], plan["discharge"] = "discharged", {"on": end, "reason": draw.choice(reasons)}
    words = ["achieved", "partly", "not-achieved", "worse"]
    settled = [goal for goal in plan["goals"] if goal["status"] in SETTLED]
    if draw.random() < 0.4 and settled:
        plan["discharge"]["outcomes"] = {goal["id"]: draw.choice(words) for goal in settled if draw.random() < 0.7}


def random_sessions(draw, days, members):
    """Each form is filled in by the client, each of a couple, a mother or both parents."""
    forms = draw.sample(list(MOST), draw.choice([1, 2, 2, 3]))
    forms = draw.choice([forms, ["phq-9", "gad-7"], ["phq-9", "gad-7"]])
    level = {form: draw.randint(LEAST.get(form, 0), MOST[form]) for form in forms}
    whose = members or draw.choice([[""], [""], [""], ["mother"], ["mother", "father"]])
    kinds = ["session"] * 8 + ["no-show", "cancelled", "journal", "phone", "intake", "group", "outreach"]
    way = draw.choice([-1, -1, 0, 1])
    for number, day in enumerate(days):
        entry = {"id": f"{number:06}", "date": day, "kind": draw.choice(kinds), "forms": {}, "scores": {}}
        for form in forms:
            for who in whose:
                if entry["kind"] in {"session", "intake"} and draw.random() < 0.7:
                    key = form + (f"@{who}" if who else "")
                    entry["forms"][key] = random_answers(draw, form, level[form] + way * number * MOST[form] // 7)
        if draw.random() < 0.04:
            entry["void"] = {"on": day, "by": "a.one", "because": "x"}
        elif entry["forms"] and draw.random() < 0.06:
            key = draw.choice(list(entry["forms"]))
            value = random_answers(draw, key.partition("@")[0], 10)
            later = day + timedelta(days=draw.randint(0, 40))
            entry["amended"] = [{"on": later, "by": "a.one", "set": {f"forms.{key}": value}, "because": "x"}]
        yield entry


def random_answers(draw, form, level):
    """A total, or the nine answers of a PHQ-9."""
    spread = MOST[form] // 4
    total = max(LEAST.get(form, 0), min(MOST[form], level + draw.randint(-spread, spread // 2)))
    if form == "who-5":
        total -= total % 4
    if form == "phq-9" and draw.random() < 0.4:
        answers = [total // 9 + (place < total % 9) for place in range(9)]
        draw.shuffle(answers)
        return answers
    return {"total": total}


def random_goal(draw, key, plan, end):
    """With what it says of itself, its scores in the sessions, its steps, and what of it was altered."""
    opened = draw.choice([plan["opened"], day_within(draw, plan["opened"], end)])
    goal = {"id": key, "goal": f"Goal {key}", "status": draw.choice([*SETTLED, *SETTLED, *UNSETTLED]), "opened": opened}
    measure = random_measure(draw, key, plan, opened)
    goal["smart"] = {"measurable": measure} if measure else {}
    if draw.random() < 0.6:
        goal["smart"]["time_bound"] = random_deadline(draw, opened)
    if goal["status"] in {"achieved", "discontinued"} and draw.random() < 0.8:
        goal["closed"] = day_within(draw, opened, end)
        plan["changes"].append(status_change(goal, goal["closed"], "active"))
    elif goal["status"] == "active" and draw.random() < 0.2:
        plan["changes"].append(status_change(goal, day_within(draw, opened, end), "draft"))
    if measure and measure["by"] == "rating" and draw.random() < 0.15:
        before = measure["target"] - 1
        plan["changes"].append(changed(draw, opened, end, "smart.measurable.target", before, measure["target"], of=key))
    goal["objectives"] = [random_step(draw, f"{key}.{n}", opened, end) for n in range(1, draw.randint(1, 3))]
    return goal


def status_change(goal, on, before):
    return {"on": on, "of": goal["id"], "what": "status", "from": before, "to": goal["status"], "because": "x"}


def random_step(draw, key, opened, end):
    step = {"id": key, "objective": f"Step {key}", "status": draw.choice(["active", "active", "draft"])}
    step["opened"] = day_within(draw, opened, end)
    if draw.random() < 0.5:
        step |= random_deadline(draw, opened)
    if draw.random() < 0.5:
        step["interventions"] = [{"id": "i1", "what": "x", "who": "clinician", "on": day_within(draw, opened, end)}]
    return step


def random_deadline(draw, opened):
    """The last day, and how it came to be that."""
    day = opened + timedelta(days=draw.randint(20, 300))
    bound = {"deadline": day}
    for _ in range(draw.choice([0, 0, 1, 2])):
        on = min(day_within(draw, opened, opened + timedelta(days=200)), TODAY)
        bound.setdefault("extended", []).append({"on": on, "because": "x"})
    moves = sorted(bound.get("extended", []), key=lambda move: move["on"])
    for place, move in enumerate(reversed(moves), start=1):
        move["from"] = day - timedelta(days=14 * place)
    if len({move["on"] for move in moves}) < len(moves):
        del moves[1:]
    return bound | ({"extended": moves} if moves else {})


def random_measure(draw, key, plan, opened):
    kind = draw.choice(["rating", "levels", "none", "phq-9"])
    judge = draw.choice(["each", "anna"]) if plan["members"] else None
    if kind == "levels" and judge:
        judge = "anna"
    raters = {None: [key], "each": [f"{key}@anna", f"{key}@ben"], "anna": [f"{key}@anna"]}[judge]
    for entry in plan["sessions"]:
        is_scored = kind in {"rating", "levels"} and entry["kind"] == "session" and entry["date"] >= opened
        for rater in raters if is_scored else ():
            if draw.random() < 0.8:
                entry["scores"][rater] = draw.randint(1, 10) if kind == "rating" else draw.randint(-2, 2)
    since = draw.choice([opened, opened, opened + timedelta(days=draw.randint(-30, 60))])
    measure = {
        "rating": {"by": "rating", "baseline": 2, "target": draw.randint(4, 7), "since": opened},
        "levels": {"by": "levels", "levels": {n: f"level {n}" for n in range(-2, 3)}, "since": opened},
        "phq-9": {"by": "phq-9", "baseline": draw.randint(8, 27), "target": 5, "since": since},
        "none": {},
    }[kind]
    if kind == "levels":
        measure |= {"baseline": draw.choice([-1, -2])} if draw.random() < 0.5 else {}
        if draw.random() < 0.6:
            measure["weight"] = {"importance": draw.randint(0, 3), "difficulty": draw.randint(0, 3)}
    return measure | ({"judged_by": judge} if judge and measure else {})


def as_of(plan, day):
    """The plan as it stood on that day; None before it was opened."""
    if plan["opened"] > day:
        return None
    then = copy.deepcopy(plan)
    for change in sorted(then.get("changes", []), key=lambda change: change["on"], reverse=True):
        if change["on"] > day:
            undo(then, change)
    for name in ("problems", "goals", "reviews", "diagnoses", "changes", "sessions"):
        then[name] = [one for one in then.get(name, []) if day_of(one) <= day]
    then["medications"] = [one for one in then.get("medications", []) if one["since"] <= day]
    bring_back_goals(then, day)
    bring_back_sessions(then, day)
    if "discharge" in then and then["discharge"]["on"] > day:
        del then["discharge"], then["status"]
    return then


def bring_back_goals(then, day):
    for goal in then["goals"]:
        steps = [step for step in goal["objectives"] if step["opened"] <= day]
        goal["objectives"] = steps
        for bound in [goal["smart"].get("time_bound", {}), *steps]:
            bring_back(bound, day)
        for step in steps:
            step["interventions"] = [one for one in step.get("interventions", []) if one["on"] <= day]


def bring_back_sessions(then, day):
    """What was amended by that day is, and what belongs elsewhere is not there."""
    for entry in then["sessions"]:
        for amendment in entry.get("amended", []):
            if amendment["on"] <= day:
                for key, value in amendment["set"].items():
                    entry["forms"][key.removeprefix("forms.")] = value
    then["sessions"] = [entry for entry in then["sessions"] if "void" not in entry]


def day_of(record):
    return next(record[key] for key in ("on", "date", "opened") if key in record)


def undo(plan, change):
    if change["what"] == "clinician":
        plan["clinician"] = change["from"]
        return
    goal = next(goal for goal in plan["goals"] if goal["id"] == change["of"])
    if change["what"] == "status":
        goal["status"] = change["from"]
        goal.pop("closed", None)
    else:
        goal["smart"]["measurable"]["target"] = change["from"]


def bring_back(bound, day):
    """The last day as it was before the moves of later days."""
    later = [move for move in bound.get("extended", []) if move["on"] > day]
    if later:
        bound["deadline"] = min(later, key=lambda move: move["on"])["from"]
        bound["extended"] = [move for move in bound["extended"] if move["on"] <= day]
