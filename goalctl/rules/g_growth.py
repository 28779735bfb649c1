"""G: goals explored with GROW, and goal attainment scaling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from goalctl.analysis.figures import counted
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.goal import Goal, Grow, Status
from goalctl.model.measure import Measure
from goalctl.model.walk import placed_goals, placed_measures
from goalctl.rules.rule import Rule, RuleCase, finding_at

OPTIONS = 3  # Whitmore, GROW
SURE_ENOUGH = 8  # GROW: certainty below 8 asks for a smaller task or more time; common knowledge, not looked up
UNDER_WAY = 2  # our own
STEPS = 2  # our own: with two levels there is only one step, and no order
LEVELS = (-2, -1, 0, 1, 2)  # Kiresuk & Sherman 1968
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PLURAL = re.compile(r"s\b|[\s.]+$")


def _explorations(case: RuleCase) -> Iterator[tuple[Path, Goal, Grow]]:
    for path, goal in placed_goals(case.plan):
        if goal.grow is not None and goal.status in {Status.ACTIVE, Status.DRAFT}:
            yield path, goal, goal.grow


def few_options(case: RuleCase) -> Iterator[Finding]:
    """Fewer than three options on record for an active goal that was explored."""
    for path, goal, grow in _explorations(case):
        if goal.status is Status.ACTIVE and 0 < len(grow.options) < OPTIONS:
            message = f"{counted(len(grow.options), 'option')} on record for {goal.id}"
            yield finding_at(message, (*path, "grow", "options"))


def no_first_step(case: RuleCase) -> Iterator[Finding]:
    """Options were found, but none is the first step and nothing is planned for this week."""
    for path, goal, grow in _explorations(case):
        chosen = any(option.first_step for option in grow.options) or grow.will.this_week
        if goal.status is Status.ACTIVE and grow.options and not chosen:
            yield finding_at(f"no option of {goal.id} is the first step", (*path, "grow", "options"))


def _is_under_way(case: RuleCase, goal: Goal) -> bool:
    """Whether two entries or more worked on it or scored it: then these say more than what was felt at the start."""
    own = {goal.id, *(objective.id for objective in goal.objectives)}
    named = ({*entry.worked_on, *(rated.item for rated in entry.scores)} for entry in case.plan.log)
    return sum(bool(own & items) for items in named) >= UNDER_WAY


def half_hearted(case: RuleCase) -> Iterator[Finding]:
    """Motivation below 8 of 10 for an active goal that has just begun."""
    for path, goal, grow in _explorations(case):
        motivation = grow.will.motivation
        is_low = motivation is not None and motivation < SURE_ENOUGH
        if goal.status is Status.ACTIVE and is_low and not _is_under_way(case, goal):
            yield finding_at(f"motivation for {goal.id} is {motivation} of 10", (*path, "grow", "will", "motivation"))


def _levels(case: RuleCase) -> Iterator[tuple[Path, Measure, dict[int, str]]]:
    for path, measure in placed_measures(case.plan):
        if measure.kind == "levels" and measure.levels:
            yield path, measure, measure.levels


def not_five_levels(case: RuleCase) -> Iterator[Finding]:
    """Goal attainment scaling with other levels than -2 to 2."""
    for path, _, levels in _levels(case):
        missing = [f"{level:+d}" if level else "0" for level in LEVELS if level not in levels]
        if missing:
            yield finding_at(f"level {', '.join(missing)} is missing", (*path, "levels"))
        elif len(levels) > len(LEVELS):
            yield finding_at("there are more than the five levels from -2 to 2", (*path, "levels"))


def levels_alike(case: RuleCase) -> Iterator[Finding]:
    """Two levels with the same words."""
    for path, _, levels in _levels(case):
        seen: dict[str, int] = {}
        for level, text in sorted(levels.items()):
            words = " ".join(text.casefold().split())
            if words in seen:
                yield finding_at(f"level {level} says the same as level {seen[words]}", (*path, "levels", str(level)))
            seen.setdefault(words, level)


def levels_out_of_order(case: RuleCase) -> Iterator[Finding]:
    """Levels that differ by one number each, and these neither only rise nor only fall."""
    for path, _, levels in _levels(case):
        steps = [after - before for before, after in pairwise(_numbers(levels))]
        if len(steps) >= STEPS and max(steps) >= 0 >= min(steps):
            yield finding_at("the numbers of the levels neither only rise nor only fall", (*path, "levels"))


def _numbers(levels: Mapping[int, str]) -> list[float]:
    """The number of each level from the lowest up; none when a level has no number, or several.

    Nor when they differ by more than it: hours come after minutes, and one call alone after one with help.
    """
    texts = [levels[level] for level in sorted(levels)]
    numbers = [_NUMBER.findall(text) for text in texts]
    around = {_PLURAL.sub("", _NUMBER.sub("#", text.casefold())) for text in texts}
    is_one_scale = len(around) == 1 and all(len(here) == 1 for here in numbers)
    return [float(number) for (number,) in numbers] if is_one_scale else []


def nothing_above(case: RuleCase) -> Iterator[Finding]:
    """A baseline at the highest level."""
    for path, measure, levels in _levels(case):
        if measure.baseline is not None and measure.baseline >= max(levels):
            yield finding_at("the baseline is the highest level already", (*path, "baseline"))


def weights_of_nothing(case: RuleCase) -> Iterator[Finding]:
    """Every weight of the plan is zero, so that a T-score can't be worked out."""
    weighted = [(path, measure.weight) for path, measure, _ in _levels(case) if measure.weight]
    if weighted and all(weight.importance * weight.difficulty == 0 for _, weight in weighted):
        yield finding_at("all weights are zero, so there is no T-score", (*weighted[0][0], "weight"))


def _explored_with(grow: str) -> str:
    return f"goals: [{{id: g1, goal: Calls, status: active, grow: {{{grow}}}}}]"


def _example_of_levels(levels: str, more: str = "baseline: -1") -> str:
    return f"goals: [{{id: g1, goal: Calls, smart: {{measurable: {{by: levels, {more}, levels: {{{levels}}}}}}}}}]"


_FIVE = "-2: no call, -1: 1 call, 0: 2 calls, 1: 3 calls, 2: 4 calls"
_GAS = "Kiresuk & Sherman 1968; five exclusive levels of one variable"

RULES = (
    Rule(
        "G101",
        "few options",
        "the third option is often the one that is taken",
        few_options,
        Severity.INFO,
        mend="ask what else, and what one would do if nothing stood in the way",
        source="Whitmore, GROW: at least three options",
        bad=_explored_with("options: [{idea: Mondays, first_step: yes}]"),
        good=_explored_with("options: [{idea: Mondays, first_step: yes}, {idea: Fridays}, {idea: by letter}]"),
    ),
    Rule(
        "G102",
        "no first step",
        "options without a choice change nothing this week",
        no_first_step,
        Severity.INFO,
        mend="mark one with first_step: yes, or write will: {this_week: …}",
        source="Whitmore, GROW: what will you do",
        bad=_explored_with("options: [{idea: Mondays}, {idea: Fridays}, {idea: by letter}]"),
        good=_explored_with("options: [{idea: Mondays, first_step: yes}, {idea: Fridays}, {idea: by letter}]"),
    ),
    Rule(
        "G103",
        "half-hearted",
        "below 8 of 10 the task is too big or the time too short",
        half_hearted,
        Severity.INFO,
        mend="make the task smaller or the time longer, and ask again; ask why it is not a lower number",
        source="GROW: certainty below 8",
        bad=_explored_with("will: {motivation: 5}"),
        good=_explored_with("will: {motivation: 8}"),
        verified=False,
    ),
    Rule(
        "G111",
        "not five levels",
        "the T-score counts from -2 to 2, with 0 as expected",
        not_five_levels,
        Severity.WARNING,
        mend="describe -2, -1, 0, 1 and 2",
        source=_GAS,
        bad=_example_of_levels("-1: no call, 0: 2 calls, 1: 3 calls"),
        good=_example_of_levels(_FIVE),
    ),
    Rule(
        "G112",
        "two levels alike",
        "nobody could say which of the two was reached",
        levels_alike,
        Severity.WARNING,
        mend="change the quantity, the support or the time",
        source=_GAS,
        bad=_example_of_levels("-2: no call, -1: 1 call, 0: 2 calls, 1: 3 calls, 2: 3 calls"),
        good=_example_of_levels(_FIVE),
    ),
    Rule(
        "G113",
        "levels out of order",
        "each level has to be better than the one before",
        levels_out_of_order,
        Severity.WARNING,
        mend="sort them by their numbers",
        source=_GAS,
        bad=_example_of_levels("-2: 0 calls, -1: 3 calls, 0: 2 calls, 1: 4 calls, 2: 5 calls"),
        good=_example_of_levels(_FIVE),
    ),
    Rule(
        "G114",
        "nothing above the baseline",
        "who starts at the top can only fall",
        nothing_above,
        Severity.WARNING,
        mend="describe a higher level; usually the baseline is -1, or -2 when nothing worse is plausible",
        source="Turner-Stokes 2009",
        bad=_example_of_levels(_FIVE, "baseline: 2, target: 0"),
        good=_example_of_levels(_FIVE),
    ),
    Rule(
        "G115",
        "weights that are all zero",
        "a weight is importance times difficulty; without any, the T-score divides by zero",
        weights_of_nothing,
        Severity.WARNING,
        mend="give at least one goal a weight above zero",
        source="Turner-Stokes 2009",
        bad=_example_of_levels(_FIVE, "baseline: -1, weight: {importance: 0, difficulty: 2}"),
        good=_example_of_levels(_FIVE, "baseline: -1, weight: {importance: 1, difficulty: 2}"),
    ),
)
