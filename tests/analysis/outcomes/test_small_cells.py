"""Small counts of what leaves: hidden, and nothing left that gives them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.outcomes.figures import PAIRS, GroupFigures, OutcomeFigure
from goalctl.analysis.outcomes.small_cells import HIDDEN, without_small_cells

LEAST = 11


def shown(*figures, n=100):
    """What is left of each figure, by name."""
    group = GroupFigures("all", n, (OutcomeFigure("treatments", "all", n), *figures))
    return {one.name: (one.n, one.of) for one in without_small_cells(group, LEAST).figures}


def classes(*cells):
    return [OutcomeFigure("x", str(place), cell, sum(cells), whole="x classes") for place, cell in enumerate(cells)]


@pytest.mark.parametrize(
    ("n", "of", "left"),
    [(0, 50, (0, 50)), (1, 50, (None, None)), (10, 50, (None, None)), (11, 50, (11, 50)), (39, 50, (39, 50)),
     (40, 50, (None, None)), (49, 50, (None, None)), (50, 50, (50, 50)), (0, 10, (None, None)), (0, 11, (0, 11))],
)  # fmt: skip
def test_a_count_is_hidden_where_it_or_its_rest_is_small(n, of, left):
    assert shown(OutcomeFigure("x", "reached", n, of))["reached"] == left


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ((30, 20, 40, 10), {3, 1}),
        ((30, 0, 40, 10), {3, 1, 0}),
        ((30, 20, 40, 0), set()),
        ((6, 20, 40, 5), {0, 3}),
        ((3, 20, 40, 5), {0, 3, 1}),
    ],
    ids=["and the next smallest", "a nought hides nothing", "none is small", "two come to eleven", "two do not"],
)
def test_of_classes_that_share_a_whole_two_are_hidden_that_come_to_enough(cells, hidden):
    found = shown(*classes(*cells))
    assert {place for place in range(4) if found[str(place)][0] is None} == hidden


@given(st.lists(st.integers(0, 60), min_size=2, max_size=4))
def test_no_small_class_follows_from_those_that_are_shown_and_their_whole(cells):
    found = shown(*classes(*cells), n=max(sum(cells), LEAST))
    left = [found[str(place)][0] for place in range(len(cells))]
    hidden = [cell for cell, told in zip(cells, left, strict=True) if told is None]
    assert not any(told and told < LEAST for told in left)
    assert not hidden or len(hidden) == len(cells) or (len(hidden) > 1 and sum(hidden) >= LEAST)


def test_what_counts_among_a_hidden_count_is_hidden_with_it():
    ended = OutcomeFigure("treatments", "ended", 95, 100)
    assert shown(ended, OutcomeFigure("treatments", "unplanned", 40, 95, part_of="ended"))["unplanned"] == (None, None)


def test_a_rest_that_follows_from_two_figures_is_no_smaller():
    assert shown(OutcomeFigure("x", "remission", 20, 40, rests=(5,)))["remission"] == (None, None)
    assert shown(OutcomeFigure("x", "remission", 20, 40, rests=(0,)))["remission"] == (20, 40)


def test_how_many_pairs_there_are_stays_and_of_how_many_people_goes():
    assert shown(OutcomeFigure("x", PAIRS, 40, 45))[PAIRS] == (40, None)
    assert shown(OutcomeFigure("x", PAIRS, 5, 45))[PAIRS] == (None, None)


def test_a_mean_of_few_goes_and_of_a_small_group_everything():
    assert shown(OutcomeFigure("x", "mean change", 10, value=-2.5))["mean change"] == (None, None)
    group = GroupFigures(
        "a", 10, (OutcomeFigure("treatments", "all", 10), OutcomeFigure("x", "mean change", 10, value=-2.5))
    )
    (left,) = without_small_cells(group, LEAST).figures
    assert (left.n, left.value, left.note) == (None, None, HIDDEN)
