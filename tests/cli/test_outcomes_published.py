"""`outcomes` over a practice of published cases: own forms with the published figures, a plan for each named person."""

import json
from collections import Counter

import yaml

from tests.analysis.outcomes.worked_cases import CASES, FORM_IDS, PEOPLE, form_of, person, plan_keys

CALLED = {
    "recovered": "recovered", "reliably improved, not recovered": "improved", "reliably improved": "improved",
    "no reliable change": "unchanged", "reliably worse": "deteriorated",
}  # fmt: skip


def test_every_published_class_is_counted(goalctl, practice):
    (practice / "plans" / "c-ab1.yaml").unlink()
    (practice / "forms").mkdir()
    for name in CASES:
        if form := form_of(name):
            _write(practice / "forms" / f"{FORM_IDS[name]}.yaml", form)
    printed = [(name, who) for name, who in PEOPLE if person(name, who)[2]]
    for n, (name, who) in enumerate(printed):
        _write(practice / "plans" / f"c-w{n}.yaml", plan_keys(name, who, f"c-w{n}"))
    told = json.loads(goalctl("outcomes", "--format", "json", status=0).out)["outcomes"]
    assert _counts(told) == Counter((FORM_IDS[name], person(name, who)[2]) for name, who in printed)


def _counts(told):
    counted = Counter()
    for row in told:
        if word := CALLED.get(row["figure"]):
            counted[row["subject"].lower(), word] += row["n"] or 0
    return +counted


def _write(file, data):
    file.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
