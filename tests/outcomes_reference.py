"""What came of treatment, worked out once more and naively from plans as `outcomes_caseload` makes them.

Knows nothing of goalctl; its rules are the words of docs/explanation/outcomes.md, its facts those that each form's
sources state. Days are `date`; `today` is the day that is asked for, and the plans are as they stood on it.
"""

import math
import re
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

NAMES = {"phq-9": "PHQ-9", "gad-7": "GAD-7", "core-10": "CORE-10", "ors": "ORS", "who-5": "WHO-5", "pcl-5": "PCL-5"}
NAMES |= {"pswq": "PSWQ"}
RELIABLE = {"phq-9": 6, "gad-7": 4, "core-10": 6, "ors": 5, "pswq": 1.96 * 12.1 * math.sqrt(2 * (1 - 0.94))}
ILL = {"phq-9": 10, "gad-7": 8, "core-10": 11, "ors": 25, "pswq": 45}
"""From here on a score is one of illness: of the ORS up to here."""
HIGHER_IS_BETTER = {"ors", "who-5"}
RESPONSE = {"phq-9": 50}
REMISSION = {"phq-9": 5, "pcl-5": 29}
OWN_MEASURE = {"F431", "F42"}  # of the codes that are drawn, those of a disorder with a measure of its own
CODE = re.compile(r"[A-Z0-9]{3,6}")
CLASSES = ["recovered", "reliably improved, not recovered", "no reliable change", "reliably worse"]
WORDS = dict(zip(["recovered", "improved", "unchanged", "deteriorated"], CLASSES, strict=True))
FEW, MANY = 5, 20
MISSED, SEEN = {"no-show"}, {"session", "intake", "group"}
BEGUN = {"active", "achieved", "discontinued", "on-hold"}
PLANNED = {"goals reached", "by agreement"}
STAYED_AWAY = {"dropped out", "no longer came"}
CHANGING = {"change", "achieved", "discontinue"}


def to_places(value, places):
    """A half goes away from nought, as in a spreadsheet: 5 of 16 are 31.3 percent."""
    near = Decimal(str(round(value, 9)))
    return float(near.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def end_of(plan):
    return plan["discharge"]["on"] if "discharge" in plan else None


def person_of(plan, plans):
    """The client of the first episode."""
    while plan.get("previous") in plans:
        plan = plans[plan["previous"]]
    return plan["client"]


def episode_of(plan, plans):
    return 1 + episode_of(plans[plan["previous"]], plans) if plan.get("previous") in plans else 1


def group_names(plan, by, plans, origins):
    """Of which groups it is one."""
    end = end_of(plan)
    wordings = {text.casefold() for text in wordings_of(plan)}
    match by:
        case "clinician":
            return [plan.get("clinician", "m.kowalski")]
        case "period":
            return [f"{end.year}-Q{(end.month - 1) // 3 + 1}" if end else "going on"]
        case "episode":
            return ["first episode" if episode_of(plan, plans) == 1 else "a later episode"]
        case "area":
            found = {area for area, texts in origins["areas"].items() if texts & wordings}
            return sorted(found) or ["no area of a planner"]
        case "template":
            held = {name: len(texts & wordings) for name, texts in origins["templates"].items()}
            best = max(held.values(), default=0)
            return [min(name for name, n in held.items() if n == best)] if best else ["no template"]
    return ["everyone"]


def wordings_of(plan):
    yield from (problem["problem"] for problem in plan.get("problems", []))
    for goal in plan.get("goals", []):
        yield goal["goal"]
        yield from (step["objective"] for step in goal["objectives"])


class Figure(NamedTuple):
    """Who is counted, once for each thing that is counted of them, and among whom; None where nobody is."""

    counted: list | None = None
    among: list | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def told(self):
        """How many, of how many, percent, a value and its interval."""
        n, of = (None if who is None else len(who) for who in self[:2])
        percent = to_places(100 * n / of, 1) if of is not None and of >= FEW else None
        return (n, of, percent, *self[2:])


def groups(plans, by, today, origins=None, chosen=bool):
    """The figures of every group: by group, subject and name."""
    found = defaultdict(list)
    for plan in filter(chosen, plans.values()):
        for name in group_names(plan, by, plans, origins):
            found[name].append(plan)
    return {(name, *key): one for name, members in found.items() for key, one in figures(members, plans, today).items()}


def figures(members, plans, today):
    """By subject and name."""
    everyone = [person_of(plan, plans) for plan in members]
    found = {("treatments", "all"): Figure(everyone)}
    ended = [plan for plan in members if end_of(plan)]
    over = [person_of(plan, plans) for plan in ended]
    found["treatments", "ended"] = Figure(over, everyone)
    if ended:
        unplanned = [person_of(plan, plans) for plan in ended if is_unplanned(plan)]
        found["treatments", "unplanned endings"] = Figure(unplanned, over)
    found |= session_figures(members, plans, today) | goal_figures(members, plans, today)
    answers = defaultdict(list)
    for plan in members:
        for (measure, who), one in measured(plan, today).items():
            whose = (person_of(plan, plans), None if measure.endswith("@") else who)
            answers[measure].append((whose, one))
    for measure, those in answers.items():
        found |= measure_figures(measure, those)
    return found | nhs_figures(members, plans, today)


def mean(values, whose):
    return Figure(whose, value=to_places(sum(values) / len(values), 2) if len(values) >= FEW else None)


def until(plan, today):
    """The last day that counts."""
    return end_of(plan) or today


def log(plan, today):
    return [entry for entry in plan["sessions"] if entry["date"] <= until(plan, today)]


def number_of(kinds, plan, today):
    return sum(entry["kind"] in kinds for entry in log(plan, today))


def session_figures(members, plans, today):
    names = {"attended": SEEN, "missed": MISSED, "cancelled": {"cancelled"}}
    told = {
        name: [person_of(plan, plans) for plan in members for _ in range(number_of(kinds, plan, today))]
        for name, kinds in names.items()
    }
    made = [one for found in told.values() for one in found]
    return {("sessions", name): Figure(found, made) for name, found in told.items() if made}


def is_unplanned(plan):
    """The reason where it says how it ended, else the last appointment up to the end."""
    reason = plan["discharge"]["reason"]
    if reason in PLANNED or reason in STAYED_AWAY:
        return reason in STAYED_AWAY
    kinds = [entry["kind"] for entry in log(plan, end_of(plan)) if entry["kind"] in SEEN | MISSED]
    return kinds[-1:] == ["no-show"]


def begun_goals(plan):
    return [goal for goal in plan["goals"] if goal["status"] in BEGUN]


def begun_items(plan):
    """Goals that were agreed on, and their steps; a step of a draft was agreed on by nobody."""
    for goal in begun_goals(plan):
        yield goal | goal["smart"].get("time_bound", {}) | {"measure": goal["smart"].get("measurable")}
        yield from (step | {"measure": None} for step in goal["objectives"] if step["status"] in BEGUN)


def goal_figures(members, plans, today):
    found, goals, reached, due, kept, moved, changes = {}, [], [], [], [], [], []
    for plan in members:
        person, settled = [person_of(plan, plans)], begun_goals(plan)
        goals += person * len(settled)
        reached += person * sum(reached_on(plan, goal, today) is not None for goal in settled)
        told = deadlines(plan, today)
        kept, due, moved = kept + person * told[0], due + person * told[1], moved + person * told[2]
        if scaled := scaling(plan, today):
            changes.append((scaled[1] - scaled[0], *person))
    if goals:
        found["goals", "reached"] = Figure(reached, goals)
    if due:
        found["deadlines", "kept"] = Figure(kept, due)
    if moved:
        found["deadlines", "extended"] = Figure(moved)
    if changes:
        values, whose = map(list, zip(*changes, strict=True))
        found["goal attainment", "T-score, mean change"] = mean(values, whose)
    return found


def deadlines(plan, today):
    """How many were kept, of how many that are over, and how many were moved."""
    kept = due = moved = 0
    for item in begun_items(plan):
        if "deadline" in item:
            verdict = was_kept(plan, item, today)
            kept, due = kept + (verdict is True), due + (verdict is not None)
            moved += bool(item.get("extended"))
    return kept, due, moved


def was_kept(plan, item, today):
    """None where the day was still to come when treatment ended, or is."""
    first = min(item.get("extended") or [{"on": None, "from": item["deadline"]}], key=lambda move: move["on"])["from"]
    on = reached_on(plan, item, today)
    if on is not None:
        return None if on == date.min else on <= first
    if item["status"] == "discontinued" and "closed" in item and item["closed"] <= first:
        return None
    return None if first >= until(plan, today) else False


def reached_on(plan, item, today):
    """The day; date.min where nobody knows it; None where it was not reached."""
    told = plan.get("discharge", {}).get("outcomes", {}).get(item["id"])
    if told == "achieved" or (told is None and item["status"] == "achieved"):
        return item.get("closed") or end_of(plan) or date.min
    measure = item["measure"] if "measure" in item else item["smart"].get("measurable")
    if told or item["status"] == "discontinued" or not measure:
        return None
    days = [last_run(scores, measure) for scores in deciding(plan, item["id"], measure, today)]
    return None if None in days else max(days)


def judges(plan, measure):
    """Whose scores decide: the client's, or each member's where nobody is named."""
    if not plan.get("members"):
        return [None]
    named = measure.get("judged_by", "each")
    return plan["members"] if named == "each" else [named]


def deciding(plan, key, measure, today):
    """The days and scores of each who decides, from the day of the baseline on."""
    for who in judges(plan, measure):
        if measure["by"] == "phq-9":
            scores = scores_on(plan, "phq-9", who, until(plan, today))
        else:
            rater = key + (f"@{who}" if who else "")
            found = [(entry["date"], entry["scores"]) for entry in log(plan, today)]
            scores = [(day, scores[rater]) for day, scores in found if rater in scores]
        yield [(day, value) for day, value in scores if day >= measure.get("since", date.min)]


def last_run(scores, measure):
    """The day on which it was there for the second time in a row, of a level for the first, and has been since."""
    needed = 1 if measure["by"] == "levels" else 2
    target = 0 if measure["by"] == "levels" else measure["target"]
    run = []
    for when, value in reversed(scores):
        if value > target if measure["by"] == "phq-9" else value < target:
            break
        run.insert(0, when)
    return run[needed - 1] if len(run) >= needed else None


def scaling(plan, today):
    """The T-score at the start and by the newest levels; None where all weights are nought."""
    starts, ends, weights = [], [], []
    for goal in begun_goals(plan):
        measure = goal["smart"].get("measurable")
        if measure and measure["by"] == "levels":
            (scores,) = deciding(plan, goal["id"], measure, today)
            if scores:
                starts.append(measure.get("baseline", -1))
                ends.append(scores[-1][1])
                weights.append(measure.get("weight"))
    if not starts:
        return None
    weighted = all(weights)
    each = [one["importance"] * one["difficulty"] if weighted else 1 for one in weights]
    return (t_score(starts, each), t_score(ends, each), len(starts), weighted) if any(each) else None


def t_score(levels, weights):
    """Kiresuk and Sherman 1968."""
    spread = math.sqrt(0.7 * sum(w * w for w in weights) + 0.3 * sum(weights) ** 2)
    return 50 + 10 * sum(w * x for w, x in zip(weights, levels, strict=True)) / spread


def scores_on(plan, form, who, today):
    """Every filling up to that day, before the opening and after the end too."""
    key = form + (f"@{who}" if who else "")
    found = [(entry["date"], entry["forms"][key]) for entry in plan["sessions"] if key in entry["forms"]]
    return [(day, sum(one) if isinstance(one, list) else one["total"]) for day, one in found if day <= today]


def measured(plan, today):
    """By measure and who answers: form, first and last score, each with its day, what became of it, what was done."""
    found = {}
    members = plan.get("members", [])
    for form in NAMES:
        for who in [None, "anna", "ben", "mother", "father"]:
            name = form if who is None or who in members else form + "@"
            scores = [
                one for one in scores_on(plan, form, who, today) if plan["opened"] <= one[0] <= until(plan, today)
            ]
            if scores:
                found[name, who] = compared(plan, form, first_of(plan, form, who, scores, today), scores, today)
    for form, who in wanted(plan):
        name = form if who is None or who in members else form + "@"
        found.setdefault((name, who), (form, None, None, None, None))
    return found


def wanted(plan):
    """Who was meant to fill in what; of several each, where nobody is named."""
    members = plan.get("members") or [None]
    for planned in plan.get("assessments", []):
        form, _, who = planned["form"].partition("@")
        yield from ((form, one) for one in ([who] if who else members))
    for goal in goals_by_mood(plan):
        yield from (("phq-9", one) for one in judges(plan, goal["smart"]["measurable"]))


def goals_by_mood(plan):
    return [goal for goal in begun_goals(plan) if goal["smart"].get("measurable", {}).get("by") == "phq-9"]


def first_of(plan, form, who, scores, today):
    """The first filling; the oldest baseline stated for that day or an earlier one of this treatment."""
    stated = []
    for goal in goals_by_mood(plan) if form == "phq-9" else []:
        measure = goal["smart"]["measurable"]
        if judges(plan, measure) == [who] and plan["opened"] <= measure["since"] <= until(plan, today):
            stated.append((measure["since"], measure["baseline"]))
    stated.sort(key=lambda one: one[0])
    if stated and stated[0][0] <= scores[0][0]:
        return stated[0]
    return scores[0]


def compared(plan, form, first, scores, today):
    if scores[-1][0] <= first[0]:
        return form, first, None, None, None
    became = class_of(form, first[1], scores[-1][1])
    return form, first, scores[-1], became, replanned(plan, form, first, scores, today)


def gain(form, before, after):
    return after - before if form in HIGHER_IS_BETTER else before - after


def is_ill(form, score):
    return score <= ILL[form] if form in HIGHER_IS_BETTER else score >= ILL[form]


def class_of(form, before, after):
    if form not in RELIABLE:
        return None
    better = gain(form, before, after)
    if abs(better) < RELIABLE[form]:
        return "unchanged"
    if better < 0:
        return "deteriorated"
    return "recovered" if is_ill(form, before) and not is_ill(form, after) else "improved"


def replanned(plan, form, first, scores, today):
    """Of who got reliably worse and stayed so: was treatment changed within four weeks; None while they last."""
    since = None
    for when, value in reversed(scores):
        if class_of(form, first[1], value) != "deteriorated":
            break
        since = when
    if since is None:
        return None
    last = since + timedelta(days=28)
    if any(since <= when <= last for when in days_of_change(plan)):
        return True
    return None if last > today else False


def days_of_change(plan):
    yield from (review["on"] for review in plan.get("reviews", []) if review["decision"] in CHANGING)
    yield from (problem["on"] for problem in plan.get("problems", []))
    yield from (medicine["since"] for medicine in plan.get("medications", []))
    trail = plan.get("changes", [])
    drafted = {change["of"] for change in trail if change["what"] == "status" and change["from"] == "draft"}
    for goal in begun_goals(plan):
        yield from [] if goal["id"] in drafted else [goal["opened"]]
        for step in goal["objectives"]:
            if step["status"] in BEGUN:
                yield from (step["opened"], *(one["on"] for one in step.get("interventions", [])))
    begun = {goal["id"] for goal in begun_goals(plan)}
    for change in trail:
        is_closing = change["what"] == "status" and change["on"] == end_of(plan)
        if change.get("of") in begun and not is_closing:
            yield change["on"]


def measure_figures(measure, answers):
    form = measure.rstrip("@")
    name = NAMES[form] + (", by somebody else" if measure.endswith("@") else "")
    pairs = [(who, one[1][1], one[2][1], one[3]) for who, one in answers if one[2]]
    found = {(name, "first and last score"): Figure(whose(pairs), whose(answers))}
    if not pairs:
        return found
    found[name, "mean change"] = mean([after - before for _, before, after, _ in pairs], whose(pairs))
    found |= effect(name, form, pairs)
    if form in RELIABLE:
        for word, called in WORDS.items():
            found[name, called] = Figure(whose(one for one in pairs if one[3] == word), whose(pairs))
    else:
        found[name, "reliable change"] = Figure()
    if form in RESPONSE and (asked := [one for one in pairs if one[1] > 0]):
        fell = [one for one in asked if (one[1] - one[2]) * 100 >= RESPONSE[form] * one[1]]
        found[name, "response"] = Figure(whose(fell), whose(asked))
    if form in REMISSION and (ill := [one for one in pairs if one[1] >= REMISSION[form]]):
        found[name, "remission"] = Figure(whose(one for one in ill if one[2] < REMISSION[form]), whose(ill))
    if worse := [(who, one[4]) for who, one in answers if one[4] is not None]:
        found[name, "plan changed within four weeks"] = Figure(whose(one for one in worse if one[1]), whose(worse))
    return found


def whose(found):
    return [one[0] for one in found]


def people_in(found):
    """Two members are two; who answers without a name may be one of them, who came alone before."""
    named = defaultdict(set)
    for one in found:
        client, who = one if isinstance(one, tuple) else (one, None)
        named[client] |= {who} - {None}
    return sum(max(1, len(names)) for names in named.values())


def effect(name, form, pairs):
    """Becker 1988 with the variance of metafor's SMCR; from twenty people on, not so many answers about fewer."""
    people, n = people_in(whose(pairs)), len(pairs)
    befores, afters = [one[1] for one in pairs], [one[2] for one in pairs]
    spread, other = deviation(befores), deviation(afters)
    if people < MANY or not spread:
        return {}
    better = sum(gain(form, before, after) for before, after in zip(befores, afters, strict=True)) / n
    m = n - 1
    size = better / spread * math.exp(math.lgamma(m / 2) - math.lgamma((m - 1) / 2)) * math.sqrt(2 / m)
    middle, end = sum(befores) / n, sum(afters) / n
    both = sum((a - middle) * (b - end) for a, b in zip(befores, afters, strict=True)) / m
    r = both / spread / other if other else 0
    room = 1.96 * math.sqrt(2 * (1 - r) / n + size**2 / (2 * n))
    interval = (to_places(size - room, 2), to_places(size + room, 2)) if people == n else (None, None)
    return {(name, "effect size"): Figure(whose(pairs), None, to_places(size, 2), *interval)}


def deviation(values):
    middle = sum(values) / len(values)
    return math.sqrt(sum((one - middle) ** 2 for one in values) / (len(values) - 1)) if len(values) > 1 else 0


def has_own_measure(plan, today):
    codes = [one["code"].upper().replace(".", "") for one in plan.get("diagnoses", [])]
    if any(not CODE.fullmatch(code) or code[:4] in OWN_MEASURE or code[:3] in OWN_MEASURE for code in codes):
        return True
    return any(name.rstrip("@") == "pcl-5" for name, _ in measured(plan, today))


def nhs_of(plan, today):
    """First and last PHQ-9 and GAD-7; None where a condition does not hold."""
    if not end_of(plan) or number_of(SEEN, plan, today) < 2 or plan.get("members") or has_own_measure(plan, today):
        return None
    found = measured(plan, today)
    ones = [found.get((form, None)) for form in ("phq-9", "gad-7")]
    return [(one[1][1], one[2][1]) for one in ones] if all(one and one[2] for one in ones) else None


def nhs_words(mood, worry):
    """Whether recovered (None without a case at the start), reliably improved, reliably worse."""
    is_case, is_still = (mood[place] >= 10 or worry[place] >= 8 for place in (0, 1))
    better = mood[0] - mood[1] >= 6 or worry[0] - worry[1] >= 4
    worse = mood[1] - mood[0] >= 6 or worry[1] - worry[0] >= 4
    return (not is_still if is_case else None), better and not worse, worse and not better


def nhs_figures(members, plans, today):
    found = [(person_of(plan, plans), nhs_words(*scores)) for plan in members if (scores := nhs_of(plan, today))]
    cases = [one for one in found if one[1][0] is not None]
    told = {
        "recovery": Figure(whose(one for one in cases if one[1][0]), whose(cases)),
        "reliable recovery": Figure(whose(one for one in cases if one[1][0] and one[1][1]), whose(cases)),
        "reliable improvement": Figure(whose(one for one in found if one[1][1]), whose(found)),
        "reliable deterioration": Figure(whose(one for one in found if one[1][2]), whose(found)),
    }
    return {("NHS Talking Therapies", name): one for name, one in told.items() if found}


def one_treatment(plan, plans, today):
    """What is told of one client."""
    found = deadlines(plan, today)
    scaled, scores = scaling(plan, today), nhs_of(plan, today)
    return {
        "episode": episode_of(plan, plans),
        "ended": end_of(plan),
        "unplanned": is_unplanned(plan) if end_of(plan) else None,
        "attended": number_of(SEEN, plan, today),
        "missed": number_of(MISSED, plan, today),
        "cancelled": number_of({"cancelled"}, plan, today),
        "goals": len(begun_goals(plan)),
        "reached": sum(reached_on(plan, goal, today) is not None for goal in begun_goals(plan)),
        "deadlines": found[1],
        "kept": found[0],
        "extended": found[2],
        "scaling": scaled and dict(zip(("baseline", "achieved", "n", "weighted"), scaled, strict=True)),
        "nhs": scores and dict(zip(NHS_WORDS, nhs_words(*scores), strict=True)),
        "measured": {(form, who or None): rest for (_, who), (form, *rest) in measured(plan, today).items()},
    }


NHS_WORDS = ("recovery", "reliable_improvement", "reliable_deterioration")


def change_in_words(form, who, first, last):
    """How the sentence about one measure begins."""
    name = NAMES[form] + (f" ({who})" if who else "")
    return f"{name} {first[1]} to {last[1]} ({first[0]} to {last[0]}):"
