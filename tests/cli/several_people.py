"""A couple's and a teen's plan in which every fact is a word of its own, and who may read which of them where.

A marker is `person-kind`; a score or a total is told by its number. Whoever adds a key with somebody's words adds a
marker here: a word that gets onto a page it is not listed for fails the test, and so does one that is gone from it.
"""

COUPLE = """\
format: 2
client: c-two
members: [anna, ben]
clinician: m.kowalski
opened: 2026-01-12
status: active
diagnoses: [{code: F41.1, name: staff-diagnosis, by: m.kowalski}]
medications:
  - {name: anna-medication, who: anna}
  - {name: ben-medication, who: ben}
care_team: [{who: anna-doctor, role: prescriber, release: 2026-01-12}]
mental_status: {on: 2026-01-12, text: ben-status}
functioning: staff-functioning
values: [both-value]
strengths: [both-strength]
barriers: [ben-barrier]
preferences: [anna-preference]
safety_plan: {on: 2026-01-19, who: anna, where: anna-place}
consents: [{what: release of information, who: anna, on: 2026-01-12, where: anna-consent}]
agreements: [{on: 2026-01-12, who: ben, how: declined, because: ben-agreement}]
releases: [{on: 2026-01-13, to: staff-release, what: plan report}]
discovery:
  magic_wand:
    - {wish: anna-wish, goal: g2}
    - {wish: ben-wish, goal: g3}
    - {wish: nobody-wish}
  perfect_day: {in_a_year: nobody-day}
problems: [{id: p1, problem: staff-problem, evidence: ben-evidence}]
goals:
  - id: g1
    goal: both-goal
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: rating, judged_by: each, baseline: 1.5, target: 7.5}
      relevant: {in_their_words: both-quote}
      time_bound: {deadline: 2026-06-30}
  - id: g2
    goal: both-goal-of-anna
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: number, of: hours, judged_by: anna, baseline: 4.31, target: [7, 9]}
      relevant: {in_their_words: anna-quote}
      attainable: {because: staff-because}
    grow: {goal: {why: anna-why}, will: {support: anna-support}}
    objectives: [{id: g2.1, objective: both-step, measurable: {by: count, of: nights, per: week, target: 5}}]
  - id: g3
    goal: both-goal-of-ben
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: rating, judged_by: ben, baseline: 2.31, target: 8}
      relevant: {in_their_words: ben-quote}
    grow: {goal: {why: ben-why}, will: {support: ben-support}}
reviews: [{on: 2026-02-01, by: m.kowalski, decision: continue, note: ben-review, necessity: anna-necessity}]
changes: [{on: 2026-02-01, of: g3, what: goal, from: ben-before, to: both-goal-of-ben, because: ben-because}]
diary:
  - {date: 2026-02-20, g2: 5.41, note: anna-diary}
  - {date: 2026-02-21, g3@ben: 3.41, note: ben-diary}
sessions:
  - id: aaaaa1
    date: 2026-01-19
    by: m.kowalski
    present: [anna, ben]
    scores: {g1@anna: 4.21, g1@ben: 6.21, g1@clinician: 9.21}
    forms: {gad-7@anna: 13, gad-7@ben: 17, safety-plan@anna: {coping: anna-coping}}
    risk: {who: anna, concern: suicide, ideation: passive, note: anna-risk, follow_up: 2026-02-26}
    response: anna-response
    note: ben-note
    homework: [{id: h1, task: both-task-before}]
  - id: aaaaa2
    date: 2026-01-26
    by: m.kowalski
    present: [anna]
    confidential: yes
    scores: {g1@anna: 4.61}
    note: anna-secret
    homework: [{id: h2, task: anna-secret-task}]
    next: 2026-03-05
  - id: aaaaa3
    date: 2026-02-09
    by: m.kowalski
    kind: crisis
    present: [ben]
    note: ben-crisis
    next: 2026-03-06
  - id: aaaaa4
    date: 2026-02-16
    by: m.kowalski
    present: [anna, ben]
    homework:
      - {id: h3, task: both-task}
      - {id: h4, for: g2, task: anna-task}
      - {id: h5, for: g3, task: ben-task}
    next: 2026-03-09
"""

TEEN = """\
format: 2
client: c-teen
guardians: [mother, father]
clinician: m.kowalski
opened: 2026-01-12
status: active
values: [client-value]
strengths: [client-strength]
functioning: staff-functioning
safety_plan: {on: 2026-01-19, where: client-place}
discovery:
  magic_wand: [{wish: client-wish}]
  perfect_day: {in_a_year: client-day}
goals:
  - id: g1
    goal: both-goal
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: rating, judged_by: client, baseline: 2.31, target: 7.5}
      relevant: {in_their_words: client-quote}
      time_bound: {deadline: 2026-06-30}
    grow: {will: {support: client-support}}
diary: [{date: 2026-02-20, g1: 5.41, note: client-diary}]
sessions:
  - id: aaaaa1
    date: 2026-01-19
    by: m.kowalski
    present: [client, mother]
    scores: {g1: 4.21, g1@mother: 6.21, g1@father: 3.11}
    forms: {gad-7: 13, gad-7@mother: 17, phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 1]}
    risk: {concern: suicide, ideation: passive, note: client-risk, follow_up: 2026-02-26}
    note: mother-note
    homework: [{id: h1, task: both-task-before}]
  - id: aaaaa2
    date: 2026-02-09
    by: m.kowalski
    present: [client]
    confidential: yes
    scores: {g1: 4.61, g1@mother: 6.61}
    forms: {gad-7: 19}
    note: client-secret
    homework: [{id: h2, task: client-secret-task}]
    next: 2026-03-05
  - id: aaaaa3
    date: 2026-02-16
    by: m.kowalski
    present: [client, mother]
    homework: [{id: h3, task: both-task}]
    next: 2026-03-09
"""

_SHARED = {
    "both-value",
    "both-strength",
    "both-goal",
    "both-goal-of-anna",
    "both-goal-of-ben",
    "both-quote",
    "both-step",
}
_TOGETHER = {"both-task", "9 March 2026"}
_ANNA = {"anna-wish", "anna-quote", "anna-support", "anna-task", "4.61", "5.41", "4.31", "GAD-7: 13"}
_BEN = {"ben-wish", "ben-quote", "ben-support", "ben-task", "6.21", "3.41", "2.31", "GAD-7: 17"}
_TEEN = {
    "client-value", "client-strength", "client-wish", "client-day", "client-quote", "client-support", "5.41", "2.31",
    "GAD-7: 13", "19 on 9 February 2026",
}  # fmt: skip
NUMBERS = (
    "4.21", "6.21", "9.21", "4.61", "6.61", "5.41", "3.41", "4.31", "2.31", "3.11", "GAD-7: 13", "GAD-7: 17",
    "19 on 9 February 2026", "5 March 2026", "6 March 2026", "9 March 2026", "PHQ-9",
)  # fmt: skip
"""Besides the words: every figure and appointment that is somebody's."""

ON_A_PAGE = {
    ("c-two", None): _SHARED | _TOGETHER,
    ("c-two", "anna"): _SHARED | _TOGETHER | _ANNA,
    ("c-two", "ben"): _SHARED | _TOGETHER | _BEN,
    ("c-teen", None): {"both-goal", "9 March 2026"},  # the father was not there when the task was given
    ("c-teen", "teen"): _TEEN | {"both-goal", "both-task", "9 March 2026", "PHQ-9"},
    ("c-teen", "mother"): {"both-goal", "both-task", "9 March 2026", "6.21", "GAD-7: 17"},
    ("c-teen", "father"): {"both-goal", "9 March 2026", "3.11"},
}
"""Which markers stand on the page of each, `report --kind client --for NAME`; no name: for all of them."""

DRAWN = {("c-two", "anna"): {"4.21"}, ("c-teen", "teen"): {"4.21", "4.61"}}
"""What of one's own a picture says besides: its earlier scores."""

ON_A_SCREEN = {
    ("c-two", None): _SHARED - {"both-strength"} | {"both-task"},
    ("c-two", "anna"): _SHARED - {"both-strength"} | _ANNA - {"anna-wish", "anna-support", "GAD-7: 13"} | {"both-task"},
    ("c-two", "ben"): _SHARED - {"both-strength"} | _BEN - {"ben-wish", "ben-support", "GAD-7: 17"} | {"both-task"},
    ("c-teen", None): {"both-goal", "both-task", "client-value", "client-quote", "5.41", "2.31"},
    ("c-teen", "mother"): {"both-goal", "both-task", "6.21"},
}
"""`show --for NAME`; no name: `--with-client show` and `prep`."""

ON_A_SHEET = {
    ("c-two", "grow", "g2"): {"both-goal-of-anna"},
    ("c-two", "grow@anna", "g2"): {"both-goal-of-anna", "anna-why", "anna-support"},
    ("c-two", "grow@ben", "g2"): {"both-goal-of-anna"},
    ("c-teen", "grow", "g1"): {"both-goal", "client-support"},
    ("c-teen", "grow@mother", "g1"): {"both-goal"},
}
"""`worksheet FORM --for CLIENT GOAL`."""
