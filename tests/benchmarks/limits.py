"""What a release may not fall behind, as ratios within one run; what is told is who did, and by how much."""

from tests.benchmarks.groups import LENGTHS, MODELS, OF_A_LONG_ONE, PASS

START_UP = {"--version": 2, "TAB, options": 5, "TAB, clients": 5, "due": 6, "goalctl": 7, "today": 7}  # times `pass`
ONE_PLAN = {
    "log-session": 1.6, "add-goal": 1.9, "show": 1.3, "prep": 1.3, "chart": 1.8, "report": 1.8, "check": 1.6,
    "due CLIENT": 0.5,
}  # fmt: skip
PRACTICE = {"caseload": 3, "bank WORD": 3, "goalctl": 3, "today": 3}  # times a warm `due`
CHANGING = {"one file changed": 9, "the day turning": 1.6}  # the same; to read one plan the models have to be loaded
COLD = {"due, cold": 9, "check, cold": 20}  # times libyaml's events of the same files, all cores together
MEMORY = 60  # MiB, of the largest process of what is warm
LONG = {500: 2, 2000: 4}  # times the same of five sessions


def beyond(found, base, most):
    """A line for each that took more than so many times the base."""
    for name, limit in most.items():
        ratio = found[name].least / found[base].least
        if ratio > limit:
            yield f"{name} takes {ratio:.1f} times {base}; at most {limit}"


def beyond_memory(found, names):
    """A line for each whose largest process took more."""
    for name in names:
        if found[name].memory > MEMORY * 1024:
            yield f"{name} takes {found[name].memory / 1024:.0f} MiB; at most {MEMORY}"


def beyond_long(found):
    """A line for each that takes longer with a longer log than it may."""
    for word in OF_A_LONG_ONE:
        base = f"{word}, {LENGTHS[0]:,} sessions"
        yield from beyond(found, base, {f"{word}, {length:,} sessions": most for length, most in LONG.items()})


BASES = {"start-up": (PASS, START_UP), "one plan": (MODELS, ONE_PLAN)}
