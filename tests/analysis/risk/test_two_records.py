"""Two people's risk records of one day, whose hours nobody knows: the higher one stays open, whichever stands first."""

from datetime import date

import pytest

from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from goalctl.workspace.store.practice import practice_at

HIGH = "  - id: aaaaaa\n    date: 2026-02-20\n{0}    by: anna\n    risk: {{ideation: active, plan: yes, level: high}}\n"
LOW = (
    "  - id: bbbbbb\n    date: 2026-02-20\n{0}    by: {1}\n    risk: {{ideation: none, plan: no, intent: no,"
    " behaviour: none, level: low, follow_up: 2026-03-20}}\n"
)
AT = "    time: {}\n"


def states(tmp_path, *entries):
    text = "client: c-ab1\nopened: 2026-01-05\nsessions:\n" + "".join(entries)
    plan = document_of(text.encode(), Plan).content
    return [str(row.state) for row in practice_at(tmp_path).case(plan, today=date(2026, 2, 21)).risk.rows]


@pytest.mark.parametrize("in_order", [1, -1], ids=["high first", "low first"])
def test_of_two_people_s_records_of_a_day_the_higher_stays_open(tmp_path, in_order):
    assert states(tmp_path, *(HIGH.format(""), LOW.format("", "bert"))[::in_order]) == ["open"]


def test_a_later_clock_time_or_the_same_writer_proves_the_order(tmp_path):
    assert states(tmp_path, HIGH.format(""), LOW.format("", "anna")) == ["under follow-up"]
    assert states(tmp_path, HIGH.format(AT.format("09:00")), LOW.format(AT.format("11:00"), "bert")) == [
        "under follow-up"
    ]
    assert states(tmp_path, LOW.format(AT.format("09:00"), "bert"), HIGH.format(AT.format("11:00"))) == ["open"]
