"""How often the rules of wording are right on the labelled statements: `python -m tests.rules.lint.figures [--half H]`.

With `--set N` on another set; with `--half all` on both halves, figures alone.

The open half comes with every miss and false alarm; of the set that is not looked at (README.md beside this file)
nothing but figures is ever printed. `--data` prints goalctl/rules/judged.py, which `explain` reads.
"""

import argparse
import sys
from datetime import date

from goalctl.library.shelf import FormShelf
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.rules.judged_words import wilson
from goalctl.rules.learned.kinds import KINDS as WORDED
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.rules.s_measure import RULES as MEASURE_RULES
from goalctl.rules.s_wording import RULES as WORDING_RULES
from tests.rules.lint.agreement import SEALED, SETS, is_open, labels

assert Measure  # the plan's model needs it
KINDS = {**{kind: set(codes) for kind, codes in WORDED.items()}, "too-easy": {"S117", "S118"}}
"""Which codes say what a kind means."""

CODES = set().union(*KINDS.values())
FORMS = FormShelf()
STATEMENTS = labels(SETS[1][0])["statements"]


def first_score(each):
    """Where an entry has it: a form's total stands under the form, any other score under the goal."""
    form = each["measure"]["by"]
    return {"forms": {form: each["first"]}} if FORMS.get(form) else {"scores": {"g1": each["first"]}}


def case_of(each):
    """The statement as the only goal of a plan, active, with its measure and its first score."""
    goal = {"id": "g1", "goal": each["statement"], "status": "active", "opened": "2026-01-05"}
    if "measure" in each:
        goal["smart"] = {"measurable": each["measure"]}
    sessions = [{"date": "2026-01-12", **first_score(each)}] if "first" in each else []
    data = {"client": "c-ab1", "opened": "2026-01-05", "goals": [goal], "sessions": sessions}
    plan, wrong = record_from(Plan, data)
    assert not wrong, wrong
    return RuleCase(plan, FORMS, today=date(2026, 2, 2), name="c-ab1", data=data)


def codes_of(each):
    found = {finding.code for finding in findings_of((*WORDING_RULES, *MEASURE_RULES), case_of(each))}
    return found & CODES


def kinds_of(codes):
    return {kind for kind, its in KINDS.items() if its & codes}


def share(right, n):
    low, high = wilson(right, n)
    return f"{right:3}/{n:<3} {right / n if n else 0:.2f} ({low:.2f} to {high:.2f})"


def judged(statements):
    """Each with its kinds as labelled and the codes that were told."""
    return [(each, set(each["kinds"]), codes_of(each)) for each in statements]


def table(found):
    """A line for each kind, then the clean ones."""
    yield f"{'kind':19}{'precision':28}{'recall':28}\n"
    for kind in KINDS:
        told = [kind in kinds_of(codes) for _, _, codes in found]
        is_ = [kind in kinds for _, kinds, _ in found]
        right = sum(one and other for one, other in zip(told, is_, strict=True))
        yield f"{kind:19}{share(right, sum(told)):28}{share(right, sum(is_))}\n"
    clean = [codes for _, kinds, codes in found if kinds == {"clean"}]
    yield f"\nfalse alarms on clean statements: {share(sum(map(bool, clean)), len(clean))}\n"


def rules_table(found):
    """A line for each rule: how often its kind holds where it speaks."""
    kind_of = {code: kind for kind, its in KINDS.items() for code in its}
    for code in sorted(CODES):
        told = [kinds for _, kinds, codes in found if code in codes]
        yield f"{code}  {kind_of[code]:19}{share(sum(kind_of[code] in kinds for kinds in told), len(told))}\n"


def differences(found):
    """Of the open half, every statement that the rules judge otherwise."""
    for each, kinds, codes in found:
        told = kinds_of(codes)
        missed, false = sorted(kinds - told - {"clean"}), sorted(told - kinds)
        if missed or false:
            measure = f"  {each['measure']}" if "measure" in each else ""
            yield f"missed {missed} false {false} {sorted(codes)}\n    {each['statement']}{measure}\n"


DATA = '''"""How often the language rules were right on labelled goals that nothing was made or learned from.

Generated: `python -m tests.rules.lint.figures --data`.
"""

from __future__ import annotations

from goalctl.rules.judged_words import Judged

JUDGED: dict[str, Judged] = {
'''


def data():
    """The module that `explain` reads, as text: of the set that is not looked at, rule by rule."""
    found = judged(not_looked_at())
    yield DATA
    for kind, its in KINDS.items():
        there = [codes for _, kinds, codes in found if kind in kinds]
        met = sum(kind in kinds_of(codes) for codes in there)
        for code in sorted(its):
            told = [kinds for _, kinds, codes in found if code in codes]
            right = sum(kind in kinds for kinds in told)
            yield f'    "{code}": Judged("{kind}", {right}, {len(told)}, {met}, {len(there)}),\n'
    yield "}\n"


def half_of(half, statements=STATEMENTS):
    return [each for each in statements if half == "all" or is_open(each["statement"]) == (half == "open")]


def not_looked_at():
    """The goals that no rule was ever fitted to."""
    return labels(SETS[SEALED][0])["statements"]


def report(half, statements, *, is_sealed):
    chosen = half_of(half, statements)
    found = judged(chosen)
    yield f"{half}: {len(chosen)} statements\n\n"
    yield from table(found)
    yield "\n"
    yield from rules_table(found)
    if half == "open" and not is_sealed:
        yield "\n"
        yield from differences(found)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--set", type=int, choices=SETS, default=1)
    asked.add_argument("--half", choices=("open", "held-out", "all"), default="open")
    asked.add_argument("--data", action="store_true")
    options = asked.parse_args()
    chosen = labels(SETS[options.set][0])["statements"]
    sys.stdout.writelines(data() if options.data else report(options.half, chosen, is_sealed=options.set == SEALED))
