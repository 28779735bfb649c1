"""A plan that can't be read, seen from an earlier day: as one that can be read."""

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.risk.crisis import crisis_in_data, crisis_picture
from goalctl.analysis.risk.in_data import risk_in_data
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.model.settings import Settings
from goalctl.model.written import record_data
from tests.analysis.risk.at_risk import FORMS, NINE, day, entry, phq, plan, record

NOW = day(60)
VOID = {"on": day(24), "by": "m.k", "because": "twice"}
LOGS = {
    "answered later": [phq(5), record(10, ideation="passive", behaviour="none", follow_up=20)],
    "void later": [phq(12, void=VOID)],
    "another client's": [phq(12, void={**VOID, "other_client": "yes"})],
    "amended later": [
        phq(5, answer=0, amended=[{"on": day(15), "set": {"forms.phq-9": [*NINE, 3]}, "because": "typo"}])
    ],
    "missed later": [record(2, ideation="passive", follow_up=50), entry(8, kind="no-show")],
    "dated ahead": [phq(70)],
    "typed later": [phq(5, written="2026-04-20T10:00")],
}
SAFE = entry(8, forms={"safety-plan": {"warning_signs": "stays in bed"}})


def seen(picture: RiskPicture) -> list[tuple[object, ...]]:
    return [(row.person, row.concern, row.state, row.since, row.needs_act, row.until) for row in picture.rows]


@pytest.mark.parametrize("log", LOGS)
def test_on_each_day_it_tells_what_a_readable_plan_tells(log):
    readable = plan(*LOGS[log])
    data = {**record_data(readable), "bogus": "yes"}
    for number in range(62):
        case = Case.of(readable, FORMS, Settings(), day(number), now=NOW)
        found = risk_in_data(data, FORMS, today=day(number), now=NOW)
        assert seen(found) == seen(case.risk), number


def test_before_it_was_opened_there_is_nothing():
    data = {**record_data(plan(phq(5))), "bogus": "yes"}
    assert risk_in_data(data, FORMS, today=day(-31), now=NOW) == RiskPicture()
    assert seen(risk_in_data(data, FORMS, today=day(5), now=NOW))


def corrected(on, **changes):
    return {"amended": [{"on": day(on), "set": changes, "because": "typo"}]}


AGREED = entry(5, next=day(40).isoformat())
ENDED = {"status": "discharged", "discharge": {"on": day(20), "by": "m.k"}}
CRISES = {
    "another day was meant": ([AGREED | corrected(9, next=day(47).isoformat())], {}),
    "it was called off, not a call": ([AGREED, entry(7, kind="phone") | corrected(9, kind="cancelled")], {}),
    "treatment ended": ([AGREED, entry(25, kind="phone", next=day(33).isoformat())], ENDED),
    "the plan is put right": ([SAFE | corrected(9, **{"forms.safety-plan": {"warning_signs": "drinks"}})], {}),
    "on one day the later in it": (
        [entry(5, time="15:00", next=day(40).isoformat()), entry(5, time="09:00", next=day(44).isoformat())],
        {},
    ),
}


@pytest.mark.parametrize("case", CRISES)
def test_in_a_crisis_it_tells_what_a_readable_plan_tells(case):
    sessions, keys = CRISES[case]
    readable = plan(*sessions, **keys)
    data = {**record_data(readable), "bogus": "yes"}
    for number in range(50):
        whole = crisis_picture(Case.of(readable, FORMS, Settings(), day(number), now=NOW))
        found = crisis_in_data("c-ab1", data, RiskPicture(), FORMS, today=day(number), clinician="", now=NOW)
        assert (found.next_appointment, found.safety_plans) == (whole.next_appointment, whole.safety_plans), number


@pytest.mark.parametrize(("number", "plans"), [(7, 0), (8, 1)])
def test_a_safety_plan_is_not_there_before_its_day(number, plans):
    stated = {"on": day(8).isoformat(), "where": "paper chart"}
    for data in (record_data(plan(SAFE)), {"client": "c-ab1", "safety_plan": stated}):
        found = crisis_in_data("c-ab1", data, RiskPicture(), FORMS, today=day(number), clinician="", now=NOW)
        assert len(found.safety_plans) == plans
