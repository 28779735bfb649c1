"""How often something is provided, in the words of treatment plans."""

import pytest

from goalctl.model.frequency import AsNeeded, EverySessions, Rate, frequency_from, is_new_frequency
from goalctl.model.scalars import Duration, ScalarError


@pytest.mark.parametrize(
    ("text", "frequency", "told"),
    [
        ("2w", Duration(2, "w"), "2w"),
        ("1d", Duration(1, "d"), "1d"),
        ("4 sessions", EverySessions(4), "4 sessions"),
        ("1 session", EverySessions(1), "1 session"),
        ("3 per week", Rate(3, "week"), "3 per week"),
        ("3 a week", Rate(3, "week"), "3 per week"),
        ("3x per week", Rate(3, "week"), "3 per week"),
        ("3 x per week", Rate(3, "week"), "3 per week"),
        ("2x/week", Rate(2, "week"), "2 per week"),
        ("three times a week", Rate(3, "week"), "3 per week"),
        ("Three Times  a Week", Rate(3, "week"), "3 per week"),
        ("10 times each month", Rate(10, "month"), "10 per month"),
        ("twice a month", Rate(2, "month"), "2 per month"),
        ("once a day", Rate(1, "day"), "1 per day"),
        ("weekly", Duration(1, "w"), "1w"),
        ("twice weekly", Rate(2, "week"), "2 per week"),
        ("3x weekly", Rate(3, "week"), "3 per week"),
        ("two times monthly", Rate(2, "month"), "2 per month"),
        ("once daily", Rate(1, "day"), "1 per day"),
        ("every other week", Duration(2, "w"), "2w"),
        ("every second month", Duration(2, "m"), "2m"),
        ("as needed", AsNeeded(), "as needed"),
        ("As  needed", AsNeeded(), "as needed"),
    ],
)
def test_how_often_is_understood_and_told_in_one_way(text, frequency, told):
    assert frequency_from(text) == frequency
    assert str(frequency) == told
    assert frequency_from(told) == frequency


@pytest.mark.parametrize(
    "text",
    [
        *("", "often", "per week", "3 per", "3 per year", "3 per week or so"),
        *("0 per week", "0x a week", "0w", "0 sessions", "-1 per week", "3.5 per week", "100 per week"),
        *("3 weekly", "0x weekly", "biweekly", "every 0 weeks", "every third week", "other"),
    ],
)
def test_what_does_not_say_how_often_is_refused(text):
    with pytest.raises(ScalarError, match="does not say how often") as refused:
        frequency_from(text)
    assert refused.value.code == "E127"
    assert "3 per week" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "is_new"), [("2w", False), ("4 sessions", False), ("3 per week", True), ("as needed", True)]
)
def test_a_reader_of_format_1_knows_intervals_only(text, is_new):
    assert is_new_frequency(text) is is_new
