"""Small counts of what leaves: hidden, and nothing left that gives them away."""

import random
from collections import defaultdict
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.outcomes.change import change_rules
from goalctl.analysis.outcomes.counted import Counted, number_of, people_in
from goalctl.analysis.outcomes.figures import GroupFigures, OutcomeFigure, group_figures
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.small_cells import HIDDEN, without_small_cells
from goalctl.analysis.outcomes.treatment import treatment
from goalctl.analysis.progress.reliable import service_outcome
from goalctl.analysis.standpoint import Standpoint
from tests.analysis.invented import mood_form, plan_of, week

LEAST = 11
PAIRS = "first and last score"


def people(n, *, after=0):
    """So many treatments of one person each, from a number on."""
    return tuple(Counted(f"c-{place}", f"c-{place}") for place in range(after, after + n))


def figure(name, n, of=None, *, subject="x", after=0, **more):
    """`n` that begin at a number, of `of` that begin at the first."""
    among = None if of is None else people(of)
    return OutcomeFigure(subject, name, n, of, counted=people(n, after=after), among=among, **more)


def shown(*figures, n=100):
    """What is left of each figure, by name."""
    group = GroupFigures("all", n, (figure("all", n, subject="treatments"), *figures))
    return {one.name: (one.n, one.of) for one in without_small_cells(group, LEAST).figures}


def classes(*cells):
    starts = [sum(cells[:place]) for place in range(len(cells))]
    return [figure(str(n), cell, sum(cells), after=starts[n]) for n, cell in enumerate(cells)]


@pytest.mark.parametrize(
    ("n", "of", "left"),
    [(0, 50, (0, 50)), (1, 50, (None, None)), (10, 50, (None, None)), (11, 50, (11, 50)), (39, 50, (39, 50)),
     (40, 50, (None, None)), (49, 50, (None, None)), (50, 50, (50, 50)), (0, 10, (None, None)), (0, 11, (0, 11))],
)  # fmt: skip
def test_a_count_is_hidden_where_it_or_its_rest_is_small(n, of, left):
    assert shown(figure("reached", n, of))["reached"] == left


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ((30, 20, 40, 10), {3, 1}),
        ((30, 0, 40, 10), {3, 0}),
        ((30, 20, 40, 0), set()),
        ((6, 20, 40, 5), {0, 3}),
        ((3, 20, 40, 5), {0, 3, 1}),
    ],
    ids=["and the next smallest", "a nought hides nothing", "none is small", "two come to eleven", "two do not"],
)
def test_of_classes_that_share_a_whole_two_are_hidden_that_come_to_enough(cells, hidden):
    found = shown(*classes(*cells))
    assert {place for place in range(4) if found[str(place)][0] is None} == hidden


def test_who_knows_how_it_is_hidden_finds_no_small_class_either():
    """Of all that may lie behind what is told, none has one and the same small count in one place."""
    behind = defaultdict(list)
    for cells in product(range(27), repeat=3):
        if sum(cells) == 26:
            told = shown(*classes(*cells), n=26)
            behind[tuple(told.items())].append(cells)
    assert len(behind) > 20
    for told, found in behind.items():
        open_ = dict(told)
        for place in range(3):
            counts = {cells[place] for cells in found}
            assert open_[str(place)][0] is not None or len(counts) > 1 or counts.isdisjoint(range(1, LEAST))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=4))
def test_no_small_class_follows_from_those_that_are_shown_and_their_whole(cells):
    found = shown(*classes(*cells), n=max(sum(cells), LEAST))
    left = [found[str(place)][0] for place in range(len(cells))]
    hidden = [cell for cell, told in zip(cells, left, strict=True) if told is None]
    assert not any(told and told < LEAST for told in left)
    assert not hidden or len(hidden) == len(cells) or (len(hidden) > 1 and sum(hidden) >= LEAST)


def test_what_counts_among_a_hidden_count_is_hidden_with_it():
    ended = figure("ended", 95, 100, subject="treatments")
    assert shown(ended, figure("unplanned", 40, 95, subject="treatments"))["unplanned"] == (None, None)


def test_a_number_that_is_told_anyway_stays_and_of_how_many_goes():
    told = shown(figure(PAIRS, 40, 45), figure("mean change", 40, value=-2.5), n=60)
    assert told == {"all": (60, None), PAIRS: (40, None), "mean change": (40, None)}
    assert shown(figure(PAIRS, 5, 45))[PAIRS] == (None, None)


def test_two_that_share_people_whose_number_is_told_are_taken_away_as_one():
    recovered, improved = figure("recovered", 30, 60), figure("improved", 40, 60, after=15)
    assert None not in {n for n, _ in shown(recovered, improved).values()}
    both = figure("both", 15, 60, after=15)  # 60 less (30 and 40 less 15) is 5
    assert sum(n is None for n, _ in shown(recovered, improved, both).values()) == 1


def test_the_two_members_of_a_couple_are_two_people_and_two_who_answer_about_a_child_are_one():
    couples = [Counted(f"c-{n}", f"c-{n}", member=who) for n in range(6) for who in ("anna", "ben")]
    parents = [Counted(f"c-{n}", f"c-{n}", what=who) for n in range(6) for who in ("mother", "father")]
    unnamed = [Counted(f"c-{n}", f"c-{n}") for n in range(6)]
    episodes = [Counted(f"c-{n}", f"c-{n % 6}") for n in range(12)]
    assert [people_in(some) for some in (couples, parents, [*couples, *unnamed], episodes)] == [12, 6, 12, 6]


@pytest.mark.parametrize(("of_each", "left"), [(1, (24, 40)), (4, (None, None))], ids=["of 24 clients", "of 6 clients"])
def test_many_goals_of_few_clients_are_hidden(of_each, left):
    reached = tuple(replace_what(one, "reached", of_each) for one in people(24 // of_each))
    others = tuple(replace_what(one, "not reached", 1) for one in people(16))
    told = OutcomeFigure("goals", "reached", 24, 40, counted=reached, among=reached + others)
    assert shown(told)["reached"] == left


def replace_what(one, what, times):
    return one._replace(what=what, times=times)


def test_a_mean_of_few_goes_and_of_a_small_group_everything():
    assert shown(figure("mean change", 10, value=-2.5))["mean change"] == (None, None)
    group = GroupFigures("a", 10, (figure("all", 10, subject="treatments"), figure("mean change", 10, value=-2.5)))
    (left,) = without_small_cells(group, LEAST).figures
    assert (left.n, left.value, left.note) == (None, None, HIDDEN)


def test_what_leaves_names_nobody():
    (left,) = without_small_cells(GroupFigures("a", 40, (figure("all", 40, 40),)), LEAST).figures
    assert (left.n, left.counted, left.among) == (40, None, None)


MOOD = change_rules(
    mood_form(
        reliable_change=[{"points": 6, "source": "an article"}],
        cut_offs=[{"when": ">= 10", "name": "case", "recovery": "yes", "source": "an article"}],
    ),
    None,
)
EMPTY = treatment(Standpoint(plan_of(), {}, week(30)))


def caseload(seed):
    """Invented treatments: some without scores, some ended, some by a parent too, some worse and replanned."""
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    usual, gaps = draw.random(), draw.choice([0, 0.05, 0.2])
    return [invented(draw, number, usual, gaps) for number in range(draw.choice([12, 25, 40, 90]))]


def invented(draw, number, usual, gaps):
    found = tuple(one for name in ("phq-9", "gad-7", "phq-9@") if (one := scored(draw, name, usual, gaps)))
    pairs = {one.form: one.pair for one in found if one.pair and not one.is_of_somebody_else}
    ended = week(20) if draw.random() < usual else None
    both = service_outcome(pairs) if ended and len(pairs) == 2 else None
    name, goals = f"c-{number}", draw.randint(0, 3)
    return replace(
        EMPTY, client=name, person=f"c-{number - number % 2}" if draw.random() < gaps else name, measured=found,
        ended=ended, unplanned=draw.random() < gaps if ended else None, nhs=both, goals=goals,
        reached=draw.randint(0, goals), attended=draw.randint(0, 9), missed=draw.choice([0, 0, 1]),
        cancelled=draw.choice([0, 0, 1]),
    )  # fmt: skip


def scored(draw, name, usual, gaps):
    if draw.random() < (0.7 if name.endswith("@") else gaps):
        return None
    form, who = name.removesuffix("@"), draw.choice(["mother", "father"]) if name.endswith("@") else None
    one = Measured(form, name, name, who, MOOD, first=Point(week(1), draw.choice([0, 3, 8, 12, 15, 20])))
    if draw.random() < gaps:
        return one
    last = one.first.value - draw.choice([0, 3, 8, 16]) if draw.random() < usual else one.first.value + 7
    one = replace(one, last=Point(week(9), max(0, last)))
    is_worse = one.outcome and one.outcome.value == "deteriorated"
    return replace(one, replanned=draw.choice([True, False, None]) if is_worse else None)


def follows(group):
    """What an attacker who knows who lies in which figure finds: rests of 1 to ten, things or people."""
    told = without_small_cells(group, LEAST)
    subjects = {}
    for raw, one in zip(group.figures, told.figures, strict=False):  # of a small group one is left
        there = [(one.n, raw.counted), (one.of, raw.among)]
        subjects.setdefault(one.subject, set()).update(frozenset(who) for n, who in there if n)
    for subject, counts in subjects.items():
        yield from ((subject, rest) for whole in counts for rest in rests(whole, counts) if is_small(rest))
    for subject in subjects.keys() - {"treatments"}:
        yield from ((subject, rest) for rest in beside(subjects["treatments"], subjects[subject], group, subject))


def rests(whole, counts):
    parts = [one for one in counts if one < whole]
    yield whole
    for number in (1, 2, 3, 4):
        for some in combinations(parts, number):
            shared = [one & other for one, other in combinations(some, 2) if one & other]
            if not shared or (number == 2 and shared[0] in counts):
                yield whole - frozenset().union(*some)


def beside(outer, inner, group, subject):
    """Of the treatments those without a whole of another subject, where each treatment is in it once."""
    wholes = {frozenset(one.among or one.counted or ()) for one in group.figures if one.subject == subject}
    for whole in outer:
        for part in wholes & inner:
            names = {one.treatment for one in part}
            if len(names) == number_of(part) and names <= {one.treatment for one in whole}:
                rest = frozenset(one for one in whole if one.treatment not in names)
                if is_small(rest):
                    yield rest


def is_small(found):
    return bool(found) and (number_of(found) < LEAST or people_in(found) < LEAST)


def leaks(seeds):
    return [(seed, one) for seed in seeds for one in follows(group_figures("all", caseload(seed)))]


def test_no_small_number_follows_from_the_figures_that_are_left():
    assert leaks(range(60)) == []


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(60, 1060, 100))
def test_no_small_number_follows_from_the_figures_that_are_left_for_long(seed):
    assert leaks(range(seed, seed + 100)) == []


def test_most_of_a_large_caseload_is_told_for_all_that():
    draw = random.Random(1)  # noqa: S311 - no secret, to be drawn again
    left = without_small_cells(group_figures("all", [invented(draw, n, 0.6, 0.05) for n in range(400)]), LEAST).figures
    assert sum(one.is_hidden for one in left) <= len(left) // 5
