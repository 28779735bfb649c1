"""What a new file of the library holds: a text that is valid as it stands, with every part explained beside it.

`{id}` and `{name}` are filled in; braces of YAML stand doubled.
"""

from __future__ import annotations

FORM = """\
# A form of your own: anything with fields, scored or not. Change what you like; text behind # says nothing.
# Then: goalctl forms check {id}   goalctl forms try {id}   goalctl assess CLIENT {id}
format: 1
form: {id}                      # its id, as the file's name
version: 1                      # raise it when answers get another meaning; keep the old file as {id}@1.yaml
name: {name}
kind: assessment                # assessment, worksheet, note, exercise or record
about: what it asks about, in half a line
over: the last week             # which stretch of time it asks about
by: client                      # who fills it in
tags: [own]
every: 2w                       # its usual interval, or: 4 sessions

# The answers that most items share, with their labels. An item may have options, a scale or a type of its own:
#   type: text, long, choice, scale, number, date or yes-no
#   scale: [0, 10]
options: {{0: never, 1: sometimes, 2: often, 3: always}}
items:
  - {{id: q1, ask: the first thing you ask about}}
  - {{id: q2, ask: the second thing}}
  - {{id: q3, ask: something that is good to have, help: shown when someone types a question mark}}
  - {{id: q4, ask: is there anything else, type: yes-no, scored: no}}
  - {{id: more, ask: what is it, type: long, shown_if: {{q4: yes}}}}
  # section: A heading   starts a group of items; required: yes   does not let an item be skipped

# Without `scoring` nothing is counted.
scoring:
  method: sum                   # or mean, or none
  better: lower                 # which side is the good one
  reversed: [q3]                # items that count the other way round
  prorate: {{missing: 1}}         # how many answers may be missing; leave it out if every answer is needed
  bands:
    - {{from: 0, name: low}}
    - {{from: 4, name: middle}}
    - {{from: 7, name: high}}
  # cut_offs:
  #   - {{when: ">= 7", name: worth a closer look, source: where you have this from}}   # recovery: yes   if that source
  #                                                                               says by it who has recovered
  # reliable_change:
  #   - {{points: 3, confidence: 95, source: where you have this from}}
  # subscales:
  #   first: {{name: The first two, items: [q1, q2]}}

# Items whose answer must not be missed:
# risk:
#   - {{item: q2, when: ">= 2", says: what it means when it is endorsed}}

# licence: who may use it
# sources: [where its facts are from]
"""

PLANNER = """\
# A planner of your own: statements for one area, ready for plans. Change what you like; a # starts a remark.
# Then: goalctl planners check {id}   goalctl add-goal CLIENT --from {id}/g1
# A word in braces, as {{activity}}, is asked for when the statement is used.
format: 1
planner: {id}                 # as the file's name; the name of a shipped one takes its place
name: {name}
about: for whom it is, and where it starts
tags: [words, to find it by]
# evidence: {{note: "what is known about it", sources: ["name (year)"]}}

problems:
  - {{id: p1, problem: What brings people, shows: [a sign of it, another sign]}}

goals:
  - id: g1
    goal: Do {{activity}} again as a regular part of the week
    problem: p1
    term: short                 # short or long
    specific: Spends half an hour with {{activity}} on three days a week
    # Baseline and target are hints; everybody's own baseline is asked for. See `goalctl add-goal --help`.
    measurable: {{by: count, of: half hours, per: week, scale: [0, 7], baseline: 0, target: 3}}
    because: why it is within reach
    horizon: 10w                # the deadline, counted from the day it is used
    objectives:
      - id: g1.1
        objective: Sets a fixed hour for {{activity}} on two days a week
        measurable: {{by: count, of: days, per: week, scale: [0, 7], baseline: 0, target: 2}}
        horizon: 4w
        interventions: [i1]

interventions:
  - {{id: i1, approach: behavioural activation, what: Plan two activities and review them, every: 1w, for: 10w}}

homework:
  - {{id: h1, for: g1.1, task: Put two hours for it into the diary}}

resources:
  - {{id: r1, kind: worksheet, what: A diary for one week}}
"""
