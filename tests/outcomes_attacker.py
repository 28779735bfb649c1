"""What somebody finds out who reads figures that left a practice and can add and subtract; knows nothing of goalctl.

What is known without any figure: which counts are parts of which. Every figure is an equation; a count that is the same
in all solutions is found out.
"""

from fractions import Fraction
from itertools import combinations

CLASSES = ["recovered", "reliably improved, not recovered", "no reliable change", "reliably worse"]
NHS = "NHS Talking Therapies"


def found_out(told, true, alone):
    """Each count of 1 to 10 that follows: what is counted, and how many there are.

    `told` has n and of by subject and figure, None where nothing is said, `true` the same without anything hidden.
    `alone` are the subjects in which nobody is counted twice, so that they can be taken from the treatments.
    """
    equations = [({key: 1}, value) for key, value in known(told).items()]
    equations += [(dict.fromkeys(parts, 1) | {whole: -1}, 0) for whole, parts in divisions(true)]
    solved = reduced(equations)
    values = known(true)
    for what in looked_for(true, alone):
        count = sum(values[key] * sign for key, sign in what.items())
        if 0 < count < 11 and follows(what, solved):
            yield what, count


def known(figures):
    """The value of every count that the figures name; a whole has one name, whichever figure tells it."""
    parts = {part_of(*key): n for key, (n, _) in figures.items() if n is not None}
    return parts | {whole_of(*key): of for key, (_, of) in figures.items() if of is not None}


def part_of(subject, name):
    return subject, "pairs" if name in {"mean change", "effect size", "first and last score"} else name


def whole_of(subject, name):
    wholes = {"ended": "all", "unplanned endings": "ended", "first and last score": "everyone"}
    wholes |= dict.fromkeys(CLASSES, "pairs")
    wholes |= dict.fromkeys(["attended", "missed", "cancelled"], "made")
    wholes |= dict.fromkeys(["recovery", "reliable recovery"], "cases")
    wholes |= dict.fromkeys(["reliable improvement", "reliable deterioration"], "everyone")
    return subject, wholes.get(name, f"of: {name}")


def divisions(true):
    """What is the sum of what."""
    for subject in {subject for subject, _ in true}:
        if (subject, CLASSES[-1]) in true:
            yield (subject, "pairs"), [(subject, name) for name in CLASSES]
    if ("sessions", "attended") in true:
        yield ("sessions", "made"), [("sessions", name) for name in ("attended", "missed", "cancelled")]


def looked_for(true, alone):
    """Counts and rests that say something of a few people."""
    values = known(true)
    yield from ({key: 1} for key in values)
    for whole, part in nested(true):
        yield {whole: 1, part: -1}
    for whole, parts in divisions(true):
        for several in (2, 3):
            yield from (dict.fromkeys(some, 1) for some in combinations(parts, several))
            yield from ({whole: 1} | dict.fromkeys(some, -1) for some in combinations(parts, several))
    if (NHS, "recovery") in true:
        yield {(NHS, "everyone"): 1, (NHS, "reliable improvement"): -1, (NHS, "reliable deterioration"): -1}
        yield {(NHS, "recovery"): 1, (NHS, "reliable recovery"): -1}
        yield {(NHS, "reliable improvement"): 1, (NHS, "reliable recovery"): -1}
        for name in ("everyone", "cases"):
            yield from ({("treatments", whole): 1, (NHS, name): -1} for whole in ("all", "ended"))
    for subject in alone:
        for name in ("everyone", "pairs", "T-score, mean change"):
            if (subject, name) in values:
                yield {("treatments", "all"): 1, (subject, name): -1}
    for subject in alone & {"PHQ-9", "GAD-7"} if (NHS, "recovery") in true else ():
        yield {(subject, "pairs"): 1, (NHS, "everyone"): -1}


def nested(true):
    for subject, name in true:
        whole, part = whole_of(subject, name), part_of(subject, name)
        if whole in known(true):
            yield whole, part
    for subject in {subject for subject, _ in true}:
        for inner in ("of: response", "of: remission", CLASSES[-1]):
            if {(subject, inner), (subject, "pairs")} <= known(true).keys():
                yield (subject, "pairs"), (subject, inner)
        if {(subject, CLASSES[-1]), (subject, "of: plan changed within four weeks")} <= known(true).keys():
            yield (subject, CLASSES[-1]), (subject, "of: plan changed within four weeks")
        if subject == NHS:
            yield (NHS, "everyone"), (NHS, "cases")


def reduced(equations):
    """The left sides in echelon form, each with the count that stands for it."""
    solved = {}
    for left, _ in equations:
        row = without({key: Fraction(sign) for key, sign in left.items()}, solved)
        if row:
            lead = min(row)
            solved[lead] = {key: sign / row[lead] for key, sign in row.items()}
    return solved


def without(row, solved):
    while lead := next((key for key in row if key in solved), None):
        times = row[lead]
        for key, sign in solved[lead].items():
            row[key] = row.get(key, 0) - times * sign
        row = {key: sign for key, sign in row.items() if sign}
    return row


def follows(what, solved):
    """Whether the sum is the same in every solution."""
    return not without({key: Fraction(sign) for key, sign in what.items()}, solved)
