"""The points of the RAND-36, item by item, against its scoring instructions (Hays, Sherbourne & Mazel 1993), step 1."""

import pytest

from goalctl.library.shelf import FormShelf

RECODED = [
    ((1, 2, 20, 22, 34, 36), {1: 100, 2: 75, 3: 50, 4: 25, 5: 0}),
    ((3, 4, 5, 6, 7, 8, 9, 10, 11, 12), {1: 0, 2: 50, 3: 100}),
    ((13, 14, 15, 16, 17, 18, 19), {1: 0, 2: 100}),
    ((21, 23, 26, 27, 30), {1: 100, 2: 80, 3: 60, 4: 40, 5: 20, 6: 0}),
    ((24, 25, 28, 29, 31), {1: 0, 2: 20, 3: 40, 4: 60, 5: 80, 6: 100}),
    ((32, 33, 35), {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}),
]


@pytest.mark.parametrize(
    ("item", "points"),
    [(f"q{n}", points) for numbers, points in RECODED for n in numbers],
    ids=str,
)
def test_an_answer_gives_the_points_of_the_instructions(item, points):
    [found] = [one for one in FormShelf()["rand-36"].items if one.id == item]
    assert {int(answer): given for answer, given in found.points.items()} == points


def test_every_item_is_in_the_table():
    assert sorted(n for numbers, _ in RECODED for n in numbers) == list(range(1, 37))
