"""What came of treatment, worked out once more and naively from the plain data of plans; knows nothing of goalctl.

Random caseloads are made here, too. A plan is a dictionary as its file would hold it, days as `date`. What a plan may
hold is narrower than the format: totals of two forms, ratings, levels, plain deadlines, no holds, no amendments.
"""

import math
from collections import defaultdict
from datetime import date, timedelta

START, TODAY = date(2025, 1, 6), date(2026, 6, 15)
FACTS = {"phq-9": (6, 10), "gad-7": (4, 8)}  # reliable change, case level; lower is better
NORMS = {"gad-7": {"clinical": (12.4, 4.6), "community": (3.3, 3.1)}}  # mean, SD; then these say who has recovered
RESPONSE, REMISSION = 50, 5  # of the PHQ-9
CLASSES = ["recovered", "reliably improved, not recovered", "no reliable change", "reliably worse"]
MOST = {"phq-9": 27, "gad-7": 21}


def random_plan(draw, number):
    """One plan; `draw` is a `random.Random`."""
    members = ["anna", "ben"] if draw.random() < 0.15 else []
    plan = {"client": f"c-{number}", "clinician": draw.choice(["a", "b"]), "opened": START, "members": members}
    plan["sessions"] = sorted(random_sessions(draw, members), key=lambda entry: entry["date"])
    plan["goals"] = [random_goal(draw, f"g{n}", plan) for n in range(1, draw.randint(1, 4))]
    plan["assessments"] = [{"form": "phq-9", "every": "4w"}] if draw.random() < 0.3 else []
    plan["reviews"] = [
        {"on": day(draw), "decision": draw.choice(["change", "continue"])} for _ in range(draw.randint(0, 2))
    ]
    plan["diagnoses"] = [{"code": draw.choice(["F32.1", "F43.1", "F41.1"])}] if draw.random() < 0.5 else []
    if draw.random() < 0.7:
        on = max([START, *(entry["date"] for entry in plan["sessions"])]) + timedelta(days=draw.randint(0, 9))
        reason = draw.choice(["goals reached", "moved away", "dropped out"])
        plan |= {"status": "discharged", "discharge": {"on": min(on, TODAY), "reason": reason}}
    return plan


def day(draw):
    return START + timedelta(days=draw.randint(0, 500))


def random_sessions(draw, members):
    level = {form: draw.randint(3, most) for form, most in MOST.items()}
    for _ in range(draw.randint(0, 9)):
        entry = {"date": day(draw), "kind": draw.choice(["session"] * 6 + ["no-show", "cancelled", "journal", "phone"])}
        forms = {}
        for form, most in MOST.items():
            if entry["kind"] == "session" and draw.random() < 0.6:
                who = f"@{draw.choice(members)}" if members else draw.choice(["", "", "", "@mother"])
                forms[form + who] = {"total": max(0, min(most, level[form] + draw.randint(-9, 6)))}
        yield entry | ({"forms": forms} if forms else {})


def random_goal(draw, key, plan):
    """Where two people are treated no goal is measured by a form, for whose scores would decide is another question."""
    status = draw.choice(["active", "active", "active", "achieved", "discontinued", "draft", "reserve", "on-hold"])
    kind = draw.choice(["rating", "levels", "none", *([] if plan["members"] else ["phq-9"])])
    measure = {
        "rating": {"by": "rating", "baseline": 2, "target": draw.randint(4, 8), "since": START},
        "levels": {"by": "levels", "levels": {n: f"level {n}" for n in range(-2, 3)}, "since": START},
        "phq-9": {"by": "phq-9", "baseline": draw.randint(8, 24), "target": 5, "since": day(draw)},
        "none": None,
    }[kind]
    for entry in plan["sessions"]:
        if kind in {"rating", "levels"} and entry["kind"] == "session" and draw.random() < 0.7:
            entry.setdefault("scores", {})[key] = draw.randint(0, 10) if kind == "rating" else draw.randint(-2, 2)
    deadline = day(draw) if draw.random() < 0.6 else None
    extended = (
        [{"on": day(draw), "from": deadline - timedelta(days=30), "because": "x"}]
        if deadline and draw.random() < 0.3
        else []
    )
    closed = day(draw) if status in {"achieved", "discontinued"} and draw.random() < 0.8 else None
    smart = {"measurable": measure, "time_bound": {"deadline": deadline, "extended": extended}}
    return {"id": key, "goal": f"Goal {key}", "status": status, "opened": START, "closed": closed, "smart": smart}


def figures(plans):
    """By subject and name: how many, of how many, and a mean or a size."""
    found = {}
    ended = [plan for plan in plans if "discharge" in plan]
    found["treatments", "all"] = (len(plans), None, None)
    found["treatments", "ended"] = (len(ended), len(plans), None)
    if ended:
        found["treatments", "unplanned endings"] = (sum(map(unplanned, ended)), len(ended), None)
    kept, missed = sum(len(attended(plan)) for plan in plans), sum(len(no_shows(plan)) for plan in plans)
    cancelled = sum(entry["kind"] == "cancelled" for plan in plans for entry in plan["sessions"])
    if made := kept + missed + cancelled:
        found["sessions", "attended"] = (kept, made, None)
        found["sessions", "missed"] = (missed, made, None)
        found["sessions", "cancelled"] = (cancelled, made, None)
    found |= goal_figures(plans)
    people = defaultdict(list)
    for plan in plans:
        for measure, one in measured(plan).items():
            people[measure[0]].append(one)
    for measure, those in people.items():
        found |= measure_figures(measure, those)
    return found | nhs_figures(plans)


def attended(plan):
    return [entry for entry in plan["sessions"] if entry["kind"] in {"session", "phone"}]


def no_shows(plan):
    return [entry for entry in plan["sessions"] if entry["kind"] == "no-show"]


def unplanned(plan):
    """The reason where it says how it ended, else the last appointment up to the end."""
    on, reason = plan["discharge"]["on"], plan["discharge"]["reason"]
    if reason != "moved away":
        return reason == "dropped out"
    asked = {"session", "phone", "no-show"}
    kinds = [entry["kind"] for entry in plan["sessions"] if entry["kind"] in asked and entry["date"] <= on]
    return kinds[-1:] == ["no-show"]


def goal_figures(plans):
    found, changes, goals, reached_ones, kept, due, moved = {}, [], 0, 0, 0, 0, 0
    for plan in plans:
        before, after = [], []
        for goal in plan["goals"]:
            if goal["status"] in {"draft", "reserve"}:
                continue
            goals += 1
            on = reached_on(plan, goal)
            reached_ones += on is not None
            verdict = was_kept(goal, on, plan["discharge"]["on"] if "discharge" in plan else TODAY)
            kept, due = kept + (verdict is True), due + (verdict is not None)
            moved += bool(goal["smart"]["time_bound"]["extended"])
            scores = scores_of(plan, goal)
            if scores and goal["smart"]["measurable"]["by"] == "levels":
                before.append(-1)
                after.append(scores[-1][1])
        if before:
            changes.append(t_score(after) - t_score(before))
    if goals:
        found["goals", "reached"] = (reached_ones, goals, None)
    if due:
        found["deadlines", "kept"] = (kept, due, None)
    if moved:
        found["deadlines", "extended"] = (moved, None, None)
    if changes:
        found["goal attainment", "T-score, mean change"] = (len(changes), None, mean_of(changes))
    return found


def scores_of(plan, goal):
    entries = [entry for entry in plan["sessions"] if goal["id"] in entry.get("scores", {})]
    return [(entry["date"], entry["scores"][goal["id"]]) for entry in entries]


def reached_on(plan, goal):
    """The day; date.min where nobody knows it; None where it was not reached."""
    if goal["status"] == "achieved":
        return goal["closed"] or (plan["discharge"]["on"] if "discharge" in plan else date.min)
    measure = goal["smart"]["measurable"]
    if goal["status"] == "discontinued" or measure is None:
        return None
    if measure["by"] == "phq-9":
        scores = [(d, v) for d, v in scores_on(plan, "phq-9", None) if d >= measure["since"]]
        return last_run(scores, lambda value: value <= 5, 2)
    scores = scores_of(plan, goal)
    if measure["by"] == "rating":
        return last_run(scores, lambda value: value >= measure["target"], 2)
    return last_run(scores, lambda value: value >= 0, 1)


def last_run(scores, is_there, needed):
    run = []
    for when, value in reversed(scores):
        if not is_there(value):
            break
        run.insert(0, when)
    return run[needed - 1] if len(run) >= needed else None


def was_kept(goal, on, until):
    """None where the day was still to come when treatment ended, or is."""
    bound = goal["smart"]["time_bound"]
    first = bound["extended"][0]["from"] if bound["extended"] else bound["deadline"]
    if bound["deadline"] is None or on == date.min:
        return None
    if on is not None:
        return on <= first
    if goal["status"] == "discontinued" and goal["closed"] and goal["closed"] <= first:
        return None
    return None if first >= until else False


def t_score(levels):
    n = len(levels)
    return 50 + 10 * sum(levels) / math.sqrt(0.7 * n + 0.3 * n * n)


def scores_on(plan, form, who):
    key = form + (f"@{who}" if who else "")
    return [
        (entry["date"], entry["forms"][key]["total"]) for entry in plan["sessions"] if key in entry.get("forms", {})
    ]


def measured(plan):
    """By measure and person: first and last score, whether the plan was changed; a pair of None without two days."""
    found = {}
    for form in MOST:
        for who in [None, "anna", "ben", "mother"]:
            if scores := scores_on(plan, form, who):
                first = first_of(plan, form, who, scores)
                pair = (first[1], scores[-1][1]) if scores[-1][0] > first[0] else None
                name = form if who is None or who in plan["members"] else form + "@"
                found[name, who] = (form, pair, replanned(plan, form, first, scores) if pair else None)
    wanted = {one["form"] for one in plan["assessments"]} | ({"phq-9"} if goals_by_mood(plan) else set())
    for form in wanted:
        for who in plan["members"] or [None]:
            found.setdefault((form, who), (form, None, None))
    return found


def goals_by_mood(plan):
    settled = [goal for goal in plan["goals"] if goal["status"] not in {"draft", "reserve"}]
    measures = [goal["smart"]["measurable"] for goal in settled]
    return [measure for measure in measures if measure and measure["by"] == "phq-9"]


def first_of(plan, form, who, scores):
    """The first filling; the baseline of a goal where no filling is older, and not before the opening."""
    stated = [(one["since"], one["baseline"]) for one in goals_by_mood(plan)] if (form, who) == ("phq-9", None) else []
    older = [one for one in stated if plan["opened"] <= one[0] <= scores[0][0]]
    return min(older, default=scores[0], key=lambda one: one[0])


def replanned(plan, form, first, scores):
    points = FACTS[form][0]
    if scores[-1][1] - first[1] < points:
        return None
    since = None
    for when, value in reversed(scores):
        if value - first[1] < points:
            break
        since = when
    end = since + timedelta(days=28)
    days = [review["on"] for review in plan["reviews"] if review["decision"] == "change"]
    days += [goal["opened"] for goal in plan["goals"]]
    if any(since <= when <= end for when in days):
        return True
    return None if end > TODAY else False


def is_ill(form, score):
    """By the score that is as many deviations from the one mean as from the other, and by the case level."""
    if form not in NORMS:
        return score >= FACTS[form][1]
    (sick, spread), (sound, narrow) = NORMS[form]["clinical"], NORMS[form]["community"]
    return (sick - score) / spread < (score - sound) / narrow or score >= FACTS[form][1]


def class_of(form, pair):
    points = FACTS[form][0]
    fall = pair[0] - pair[1]
    if fall <= -points:
        return "reliably worse"
    if fall < points:
        return "no reliable change"
    crossed = is_ill(form, pair[0]) and not is_ill(form, pair[1])
    return "recovered" if crossed else "reliably improved, not recovered"


def measure_figures(measure, people):
    form = measure.rstrip("@")
    pairs = [pair for _, pair, _ in people if pair]
    found = {(measure, "first and last score"): (len(pairs), len(people), None)}
    if not pairs:
        return found
    found[measure, "mean change"] = (len(pairs), None, mean_of([last - first for first, last in pairs]))
    if len(pairs) >= 20 and (size := effect(pairs)) is not None:
        found[measure, "effect size"] = (len(pairs), None, size)
    for word in CLASSES:
        found[measure, word] = (sum(class_of(form, pair) == word for pair in pairs), len(pairs), None)
    if form == "phq-9":
        asked = [pair for pair in pairs if pair[0] > 0]
        if asked:
            n = sum((first - last) * 100 >= RESPONSE * first for first, last in asked)
            found[measure, "response"] = (n, len(asked), None)
        ill = [pair for pair in pairs if pair[0] >= REMISSION]
        if ill:
            found[measure, "remission"] = (sum(last < REMISSION for _, last in ill), len(ill), None)
    worse = [told for _, _, told in people if told is not None]
    if worse:
        found[measure, "plan changed within four weeks"] = (sum(worse), len(worse), None)
    return found


def mean_of(values):
    """Of fewer than five none is told."""
    return round(sum(values) / len(values), 2) if len(values) >= 5 else None


def effect(pairs):
    n = len(pairs)
    firsts, lasts = [a for a, _ in pairs], [b for _, b in pairs]
    mean = sum(firsts) / n
    sd = math.sqrt(sum((a - mean) ** 2 for a in firsts) / (n - 1))
    m = n - 1
    c = math.sqrt(2 / m) * math.exp(math.lgamma(m / 2) - math.lgamma((m - 1) / 2))
    return round(c * (mean - sum(lasts) / n) / sd, 2) if sd else None


def nhs_figures(plans):
    found = []
    for plan in plans:
        own = {key[0]: pair for key, (_, pair, _) in measured(plan).items() if key[1] is None}
        mood, worry = own.get("phq-9"), own.get("gad-7")
        codes = [one["code"] for one in plan["diagnoses"]]
        if (
            "discharge" in plan
            and len(attended(plan)) >= 2
            and not plan["members"]
            and "F43.1" not in codes
            and mood
            and worry
        ):
            found.append((mood, worry))
    if not found:
        return {}
    cases = [one for one in found if one[0][0] >= 10 or one[1][0] >= 8]
    well = [one for one in cases if one[0][1] < 10 and one[1][1] < 8]
    better = [one for one in found if nhs_moved(one, 1) and not nhs_moved(one, -1)]
    worse = [one for one in found if nhs_moved(one, -1) and not nhs_moved(one, 1)]
    return {
        ("NHS Talking Therapies", "recovery"): (len(well), len(cases), None),
        ("NHS Talking Therapies", "reliable recovery"): (sum(one in better for one in well), len(cases), None),
        ("NHS Talking Therapies", "reliable improvement"): (len(better), len(found), None),
        ("NHS Talking Therapies", "reliable deterioration"): (len(worse), len(found), None),
    }


def nhs_moved(one, sign):
    (mood, worry) = one
    return sign * (mood[0] - mood[1]) >= 6 or sign * (worry[0] - worry[1]) >= 4
