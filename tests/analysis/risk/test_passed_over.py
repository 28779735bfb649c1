"""What can't be read of a plan, and may tell of risk, is told: a screen without a row is no all-clear."""

import pytest

from goalctl.analysis.risk.in_data import risk_in_data
from tests.analysis.risk.at_risk import FORMS, day

NINE = {"phq-9": [*"111111112"]}
DAY = {"date": "2026-03-02"}
HIDDEN = {
    "a record in words": {"risk": "high, wants to die tonight"},
    "a record in a list": {"risk": [{"ideation": "active"}]},
    "a field nobody knows": {"risk": {"idation": "active"}},
    "a concern nobody knows": {"risk": {"concern": "homicide", "ideation": "none"}},
    "a key with a slip": {"riks": {"ideation": "active"}},
    "a key with a capital": {"Forms": NINE},
    "forms in words": {"forms": "phq-9=111111112"},
    "forms in a list": {"forms": [NINE]},
    "answers within answers": {"forms": {"phq-9": {"items": {"q9": "2"}}}},
    "answers of a form nobody has": {"forms": {"phq-99": {"items": {"q9": "2"}}}},
    "an amendment": {"forms": NINE, "amended": [{"on": "2026-03-02", "set": {"risk": "high"}, "because": "x"}]},
}
READ = {
    "a follow-up that is no day": {"risk": {"ideation": "active", "follow_up": "soon"}},
    "a form that asks nothing about risk": {"forms": {"gad-7": {"items": {"q1": "2"}}}},
    "other mistakes": {"minutes": "fifty", "hommework": [{"task": "walk"}], "x-risk": "high"},
    "void": {"risk": "high", "void": {"because": "another client"}},
    "a day to come": {"date": "2026-03-20", "risk": "high"},
}


def told(*log: object, **keys: object):
    data = {"client": "c-1", "status": "sleeping", "sessions": list(log), **keys}
    return risk_in_data(data, FORMS, today=day(0), now=day(30))


@pytest.mark.parametrize("case", HIDDEN)
def test_it_is_unread(case):
    assert told({**DAY, **HIDDEN[case]}).is_unread


@pytest.mark.parametrize("case", READ)
def test_what_can_be_read_or_tells_nothing_is_not(case):
    assert not told({**DAY, **READ[case]}).is_unread


@pytest.mark.parametrize(
    "keys", [{"sessions": {"2026-03-02": {"forms": NINE}}}, {"sessions": ["q9 was 2"]}, {"Sessions": [{"forms": NINE}]}]
)
def test_so_is_a_log_or_an_entry_that_is_none(keys):
    assert told(**keys).is_unread


@pytest.mark.parametrize("mark", ["no", "false", {}])
def test_what_is_said_to_be_not_void_counts(mark):
    assert [row.needs_act for row in told({**DAY, "forms": NINE, "void": mark}).rows] == [True]


@pytest.mark.parametrize("name", ["PHQ 9", "phq_9", "PHQ9", "phq-9 (paper)"])
def test_a_form_whose_name_only_a_person_understands_is_read(name):
    found = told({**DAY, "forms": {name: NINE["phq-9"]}})
    assert ([row.needs_act for row in found.rows], found.is_unread) == ([True], False)
