"""A stretch, a band and the like: equal by their parts, never changed, and the same in another process."""

import pickle
from datetime import time

import pytest

from goalctl.model.scalars import Duration, Hours, Months
from goalctl.model.target_band import TargetBand

VALUES = [Duration(6, "w"), Hours(time(10), time(10, 50)), Months(3), TargetBand(7, 9)]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_copy_is_equal_and_found_by_it(value):
    copied = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
    assert copied == value
    assert {value: "found"}[copied] == "found"


def test_another_part_or_another_kind_makes_another_value():
    assert Duration(6, "w") != Duration(6, "d")
    assert Hours(time(10)) != Hours(time(10), time(11))
    assert Months(3) != 3


def test_it_says_its_parts_by_name():
    assert repr(TargetBand(7, 9)) == "TargetBand(low=7, high=9)"


def test_it_can_t_be_changed():
    with pytest.raises(AttributeError):
        Duration(6, "w").count = 7
