"""How far the two labellings of the statements agree: `python -m tests.rules.lint.agreement [--set N]`.

Where they differ is shown only for goals that may be looked at while rules are tuned (README.md beside this file).
"""

import argparse
import hashlib
import sys
from pathlib import Path

from goalctl.documents.read import read_data

HERE = Path(__file__).parent
SETS = {
    1: ("statements.yaml", "second_labels.yaml"),
    2: ("statements_2.yaml", "second_labels_2.yaml"),
    3: ("statements_3.yaml", "second_labels_3.yaml"),
    4: ("statements_4.yaml", "second_labels_4.yaml"),
    5: ("statements_5.yaml", "second_labels_5.yaml"),
}
"""The statements of each set, and the labels given apart: of the third to 300 of 652, of the fourth to 330 of 659,
of the fifth to 330 of 656."""


def labels(name):
    return read_data((HERE / name).read_text(encoding="utf-8"))[0]


LEARNING = "second_labels_learning.yaml"
"""Labels given apart of 710 goals that weights learned from other hands judge otherwise, and of 190 others."""

SEALED = 5
"""Of this set no statement is looked at."""


def learning():
    """The goals that weights are learned from and no rule was fitted to."""
    files = [f"learning/{path.name}" for path in sorted((HERE / "learning").glob("*.yaml"))]
    return [each for name in (*files, SETS[4][0]) for each in labels(name)["statements"]]


def is_open(statement):
    return not hashlib.sha256(statement.encode()).digest()[-1] & 1


def agreement_and_kappa(pairs):
    """The share of yes-or-no pairs that are alike, and Cohen's kappa (1960), at most 1; 0 is what chance would give."""
    alike = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(each) / len(pairs) for each in zip(*pairs, strict=True))
    by_chance = first * second + (1 - first) * (1 - second)
    return alike, (alike - by_chance) / (1 - by_chance)


def figures(pairs):
    """A line for each kind, over all statements."""
    for kind in sorted(set().union(*(kinds for pair in pairs for kinds in pair))):
        given = [(kind in first, kind in second) for first, second in pairs]
        alike, kappa = agreement_and_kappa(given)
        first, second = map(sum, zip(*given, strict=True))
        yield f"{kind:18}{alike:10.3f}{kappa:7.2f}{first:7}{second:8}\n"


def report(statements, second_labels, *, is_sealed=False):
    """Figures first; then every open statement on which the two differ, with the kinds of the first and the second."""
    twice = (each for each in statements if each["id"] in second_labels)
    both = [(each, set(each["kinds"]), set(second_labels[each["id"]])) for each in twice]
    differing = [(each, first, second) for each, first, second in both if first != second]
    shown = [found for found in differing if is_open(found[0]["statement"]) and not is_sealed]
    yield f"{len(both)} statements, {len(both) - len(differing)} labelled wholly alike\n\n"
    yield f"{'kind':18}{'agreement':>10}{'kappa':>7}{'first':>7}{'second':>8}\n"
    yield from figures([(first, second) for _, first, second in both])
    yield f"\n{len(differing)} differ, {len(differing) - len(shown)} of them among those that are not looked at\n"
    for each, first, second in shown:
        yield f"{each['id']}  {each['statement']}\n      {', '.join(sorted(first))} / {', '.join(sorted(second))}\n"


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--set", type=int, choices=SETS, default=1)
    asked.add_argument("--learning", action="store_true", help="of the goals that weights are learned from")
    given = asked.parse_args()
    first, second = SETS[given.set]
    goals, again = (learning(), LEARNING) if given.learning else (labels(first)["statements"], second)
    sys.stdout.writelines(report(goals, labels(again), is_sealed=given.set == SEALED and not given.learning))
