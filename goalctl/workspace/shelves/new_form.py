"""The text of a new form: a commented one to start from, or a copy of another form under a new id."""

from __future__ import annotations

import re

from goalctl.workspace.shelves.form_files import SCHEMA

_OWN_ID = re.compile(r"^form:.*$", re.MULTILINE)
_SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA}\n"

_START = """\
{schema}# A form of your own: anything with fields, scored or not. Change what you like; text behind # says nothing.
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
  #   - {{when: ">= 7", name: worth a closer look, source: where you have this from}}
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


def starting_text(form_id: str, name: str) -> str:
    """A form that can be used as it is, with every part explained beside it."""
    return _START.format(id=form_id, name=name, schema=_SCHEMA_LINE)


def copied_text(text: str, form_id: str) -> str:
    """The text of another form under this id; its comments, facts and licence stay with it."""
    renamed = _OWN_ID.sub(f"form: {form_id}", text, count=1)
    return renamed if renamed.startswith("# yaml-language-server:") else _SCHEMA_LINE + renamed
