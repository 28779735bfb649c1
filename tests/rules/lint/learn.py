"""Learn how much each sign speaks for a kind of fault: `python -m tests.rules.lint.learn` writes the weights.

With `--across-hands` nothing is written: what weights learned from the other hands say of a fifth of the hands, five
times, is told, with the rules alone beside it. Needs scikit-learn: pip install 'goalctl[weights]'.
"""

import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.read import read_data
from goalctl.library.shelf import Shelf
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.validate import record_from
from goalctl.rules.learned import weights
from goalctl.rules.learned.by_rules import found_by_rules
from goalctl.rules.learned.kinds import KIND_OF, KINDS
from goalctl.rules.learned.signs import signs_of
from goalctl.rules.s_wording import RULES
from goalctl.rules.worded import measured_by
from goalctl.rules.wording.clauses import statement
from tests.rules.lint.agreement import SETS, labels, learning
from tests.rules.lint.figures import case_of, share

HERE = Path(__file__).parent
FITTED = 1, 2, 3
"""Sets that the rules were fitted to, from which nothing can be learned about rules."""

LEARNED_FROM = HERE / "learned_from.txt"
"""A digest of a sample of what the weights were learned from."""

LEAST = 5  # goals that have a sign, before anything is learned of it
STRENGTH = 1.0  # of the weights against what holds them small (L2)
EDGE = 5  # goals that one wording counts for that shows how a kind is meant
FOLDS = 5


class Row(NamedTuple):
    """A goal: its signs, the kinds it is of, the kinds that it is labelled for, and the codes that rules found."""

    signs: frozenset[str]
    kinds: frozenset[str]
    judged: frozenset[str]
    codes: frozenset[str] = frozenset()
    weight: int = 1


def digest_of(rows):
    """What tells rows that differ in a sign or a label apart."""
    told = "\n".join(f"{sorted(row.signs)} {sorted(row.kinds)} {sorted(row.judged)}" for row in rows)
    return hashlib.sha256(told.encode()).hexdigest()


def row_of(each, *, with_rules):
    case = case_of(each)
    goal, said = case.plan.goals[0], statement(each["statement"])
    codes = frozenset(code for code, _ in found_by_rules(case, goal, said)) if with_rules else frozenset()
    beside = (*weights.measure_signs(measured_by(goal)), *(weights.found_signs(codes) if with_rules else ()))
    return Row(frozenset((*signs_of(said), *beside)), frozenset(each["kinds"]), frozenset(KINDS), codes)


def hands(every=1):
    """The goals of each hand that no rule was fitted to, by the letter of their ids; of each so many the first."""
    found = {}
    for each in learning()[::every]:
        found.setdefault(each["id"][0], []).append(row_of(each, with_rules=True))
    return found


def sample():
    """Every twentieth goal: what shows whether the weights were learned from what is here now."""
    return [row for its in hands(20).values() for row in its]


def fitted():
    """What the rules were made by: the first sets, shipped planners, each rule's edges, and its two examples."""
    for number in FITTED:
        yield from (row_of(each, with_rules=False) for each in labels(SETS[number][0])["statements"])
    shelf = Shelf("planners", Planner)
    for goal in (goal for name in shelf for goal in shelf[name].goals):
        yield of_wording(goal.goal, frozenset(), frozenset(KINDS))
        yield from (of_wording(step.objective, frozenset(), frozenset(KINDS)) for step in goal.objectives)
    for code, edges in read_data((HERE.parent / "boundaries.yaml").read_text(encoding="utf-8"))[0]["edges"].items():
        if kind := KIND_OF.get(code):
            for text in (text for edge in edges if 'goal: "HERE"' in edge["plan"] for text in edge["flagged"]):
                yield of_wording(text, frozenset({kind}), frozenset({kind}))
            if len(KINDS[kind]) == 1:  # else another rule of that kind may speak
                for text in (text for edge in edges if 'goal: "HERE"' in edge["plan"] for text in edge["silent"]):
                    yield of_wording(text, frozenset(), frozenset({kind}))
    for rule in RULES:
        kind = frozenset({KIND_OF[rule.code]})
        yield of_wording(example(rule.bad), kind, kind)
        yield of_wording(example(rule.good), frozenset(), frozenset(KINDS))


def of_wording(text, kinds, judged):
    said = statement(text)
    return Row(frozenset((*signs_of(said), *weights.measure_signs("none"))), kinds, judged, weight=EDGE)


def example(text):
    data = read_data(text)[0]
    plan, _ = record_from(Plan, {"client": "c-ab1", **data})
    return plan.goals[0].goal


def learned(rows):
    """By sign, the weight for each kind in hundredths."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    times = Counter()
    for row in rows:  # an edge brings its own rare signs along, and leaves the common ones as they are
        times.update(dict.fromkeys(row.signs, row.weight))
    space = DictVectorizer()
    seen = space.fit_transform([{sign: 1 for sign in sorted(row.signs) if times[sign] >= LEAST} for row in rows])
    seen.indices, seen.indptr = seen.indices.astype("int32"), seen.indptr.astype("int32")
    fits = []
    for kind in KINDS:
        chosen = [n for n, row in enumerate(rows) if kind in row.judged]
        answers = [kind in rows[n].kinds for n in chosen]
        times_each = [rows[n].weight for n in chosen]
        fits.append(LogisticRegression(C=STRENGTH, solver="liblinear").fit(seen[chosen], answers, times_each))
    table = {
        sign: [round(float(fit.coef_[0][n]) * weights.HUNDREDTHS) for fit in fits]
        for n, sign in enumerate(space.get_feature_names_out())
    }
    always = [round(float(fit.intercept_[0]) * weights.HUNDREDTHS) for fit in fits]
    return {sign: row for sign, row in (table | {weights.ALWAYS: always}).items() if any(row)}


def likely(table, signs):
    """The kinds that a goal with those signs is likely of."""
    known = [table[sign] for sign in (*signs, weights.ALWAYS) if sign in table]
    return {kind for n, kind in enumerate(KINDS) if sum(row[n] for row in known) > 0}


def across_hands():
    """What is told of hands that nothing was learned from."""
    found, beside = hands(), list(fitted())
    letters = sorted(found)
    told = []
    for n in range(FOLDS):
        left_out = letters[n::FOLDS]
        table = learned([*beside, *(row for hand in letters if hand not in left_out for row in found[hand])])
        told += [(row, likely(table, row.signs)) for hand in left_out for row in found[hand]]
    yield f"{len(told)} goals of {len(letters)} hands\n\n{'':21}{'precision':28}{'recall':28}\n"
    yield from figures("weights", [(row.kinds, kinds) for row, kinds in told])
    yield from figures("rules alone", [(row.kinds, {KIND_OF[code] for code in row.codes}) for row, _ in told])


def figures(title, pairs):
    """A line for each kind, as labelled and as told."""
    yield f"{title}\n"
    for kind in KINDS:
        right = sum(kind in labelled and kind in told for labelled, told in pairs)
        spoken, there = sum(kind in told for _, told in pairs), sum(kind in labelled for labelled, _ in pairs)
        yield f"  {kind:19}{share(right, spoken):28} {share(right, there)}\n"
    clean = [bool(told) for labelled, told in pairs if labelled == {"clean"}]
    yield f"  told something of clean ones: {share(sum(clean), len(clean))}\n"


def written(table):
    """A line a sign, so that a change shows, in the order in which they are looked up."""
    rows = sorted(f"{sign}{weights.BETWEEN}{' '.join(map(str, row))}" for sign, row in table.items())
    return "".join(f"{row}\n" for row in rows)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--across-hands", action="store_true")
    if asked.parse_args().across_hands:
        sys.stdout.writelines(across_hands())
    else:
        every = [*fitted(), *(row for its in hands().values() for row in its)]
        weights.FILE.write_text(written(learned(every)), encoding="utf-8")
        LEARNED_FROM.write_text(f"{digest_of(sample())}\n", encoding="utf-8")
