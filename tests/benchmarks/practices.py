"""Invented practices of a real size: plans of 6.7 KB with three goals and 24 sessions, the same for every seed."""

import random
from datetime import date, timedelta

OPENED = date(2026, 1, 5)
DAY = date(2026, 6, 15)
CLINICIANS = ("m.kowalski", "s.lee", "t.okafor", "r.haddad")
GOALS = ("Fewer symptoms of depression", "Sleeps through on five nights a week", "Sees friends again every week")
STEPS = ("Walks on three days a week", "Is in bed by eleven", "Calls one friend on Sundays")
NOTES = ("The mornings are hardest.", "Two planned walks took place, one was moved.", "Practised breathing.")
HEAD = """\
# yaml-language-server: $schema=plan.schema.json
format: 1
client: {client}
clinician: {clinician}
supervisor: d.meyer
opened: {opened}
status: active
values: [being a patient father]

problems:
  - id: p1
    problem: Low mood since the autumn, with little sleep
"""
GOAL = """\
  - id: g{n}
    goal: {goal}
    problem: p1
    status: active
    opened: {opened}
    smart:
      specific: {goal}, as the client puts it
      measurable: {{by: {by}, baseline: {baseline}, target: {target}, since: {opened}}}
      relevant: {{value: being a patient father}}
      time_bound: {{deadline: {deadline}, checkpoints: [{checkpoint}]}}
    objectives:
      - id: g{n}.1
        objective: {step}
        status: active
        opened: {opened}
        measurable: {{by: count, of: times, per: week, scale: [0, 7], baseline: 1, target: 4}}
        deadline: {earlier}
        interventions:
          - {{id: i1, what: Behavioural activation, every: 1w, for: 12w}}
"""
LOOK = 75
WEEKLY = 150  # so many sessions are held once a week, more of them daily
UNTIL = timedelta(weeks=24)  # from then on that a goal is worked at
REVIEWS = """\
reviews:
  - {{on: {first}, by: {by}, of: g1, decision: continue}}
  - {{on: {first}, by: {by}}}
  - {{on: {second}, by: {by}}}
"""
SESSION = """\
  - id: {id}
    date: {day}
    scores: {{g2: {sleep}, g3: {friends}, g1.1: {walks}, g2.1: {bed}, g3.1: {calls}}}
{form}    note: {note}
    signed: [{{by: {clinician}, on: {day}}}]
"""
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def practice_of(folder, number, *, seed=1, sessions=24):
    """Make a practice with so many plans in that folder."""
    (folder / "plans").mkdir(parents=True)
    (folder / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for n in range(number):
        client = f"c-{n:06}"
        (folder / "plans" / f"{client}.yaml").write_text(plan(client, chance, sessions), encoding="utf-8")
    return folder


def plan(client, chance, sessions):
    """One plan's text: its log ends about the day that is asked on, its goals are due about then as well."""
    lately = OPENED - timedelta(days=chance.randrange(21))
    every = 7 if sessions <= WEEKLY else 1
    opened = min(lately, lately + UNTIL - timedelta(days=every * sessions))
    clinician = chance.choice(CLINICIANS)
    parts = [
        HEAD.format(client=client, clinician=clinician, opened=opened),
        "goals:\n",
        *(_goal(n, opened, lately, chance) for n in (1, 2, 3)),
        REVIEWS.format(first=lately + timedelta(days=LOOK), second=lately + timedelta(days=2 * LOOK), by=clinician),
        "sessions:\n",
        *(_session(n, opened + timedelta(days=every * n), clinician, chance) for n in range(sessions)),
    ]
    return "".join(parts)


def _goal(n, opened, lately, chance):
    deadline = lately + timedelta(days=chance.randrange(160, 500))
    by, baseline, target = ("phq-9", 18, 9) if n == 1 else ("rating", 2, 8)
    return GOAL.format(
        n=n, goal=GOALS[n - 1], step=STEPS[n - 1], opened=opened, by=by, baseline=baseline, target=target,
        deadline=deadline, checkpoint=lately + timedelta(days=LOOK + 3),
        earlier=max(lately + timedelta(days=160), deadline - timedelta(days=chance.randrange(60))),
    )  # fmt: skip


def _session(n, day, clinician, chance):
    progress = min(n // 4, 5)
    answers = [max(0, min(3, 2 - progress // 3 + chance.choice((-1, 0, 0, 1)))) for _ in range(8)]
    form = f"    forms: {{phq-9: {[*answers, 0]}}}\n" if n % 4 == 0 else ""
    scored = ("sleep", "friends", "walks", "bed", "calls")
    scores = {name: max(0, min(7, 2 + progress + chance.choice((-1, 0, 1)))) for name in scored}
    return SESSION.format(
        id="s" + "".join(chance.choice(LETTERS) for _ in range(5)), day=day,
        clinician=clinician, form=form, note=chance.choice(NOTES), **scores,
    )  # fmt: skip
