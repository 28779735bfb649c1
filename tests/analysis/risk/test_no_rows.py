"""The other half: what must not be a row, and what is told beside the rows."""

import pytest

from goalctl.analysis.risk.picture import UnderFollowUp
from tests.analysis.risk.at_risk import NINE, NOTHING, day, entry, phq, picture, record, screener, told

NO_ROWS = {
    "a 0": [phq(answer=0)],
    "nothing at all": [entry()],
    "a total alone": [entry(forms={"phq-9": 24})],
    "a skipped item": [phq(answer=None)],
    "a list of eight": [entry(forms={"phq-9": NINE})],
    "a form without risk items": [entry(forms={"phq-8": [3] * 8})],
    "a form that nobody has": [entry(forms={"phq-99": [3] * 9})],
    "history": [screener(q6="yes")],
    "a behaviour of another time": [record(behaviour="an overdose", recent="no")],
    "a behaviour of long ago": [record(behaviour="one overdose in 2011")],
    "none since a year long ago": [record(behaviour="none since 2019")],
    "none in three months": [record(behaviour="none in past 3 months")],
    "asked, nothing found": [record(ideation="none", plan="no", intent="no", behaviour="none", harm_to_others="none")],
    "not asked": [record(ideation="not-asked")],
    "means alone": [record(ideation="none", means="tablets at home")],
    "a low level": [record(level="low")],
    "void": [phq(void={"on": day(0), "because": "another client"})],
    "a record that is void": [record(ideation="active") | {"void": {"on": day(0), "because": "another client"}}],
    "amended to a 0": [
        phq(answer=3, amended=[{"on": day(0), "set": {"forms.phq-9": [*NINE, 0]}, "because": "typing error"}])
    ],
    "a missed appointment": [entry(kind="no-show")],
    "words in a note": [entry(note="suicidal")],
}


@pytest.mark.parametrize("case", NO_ROWS)
def test_it_is_no_row(case):
    assert told(*NO_ROWS[case], today=60) == NOTHING


def test_history_is_a_line():
    found = picture(screener(q6="yes"), record(9, behaviour="an overdose", recent="no"), today=60).history
    assert [(one.day, one.says) for one in found] == [
        (day(0), "suicidal behaviour in the past"),
        (day(9), "suicide: an overdose"),
    ]


def test_a_behaviour_becomes_history_after_three_months():
    recent = screener(q6="yes", q7="yes")
    assert [one.item for one in picture(recent, today=92).history] == ["q6"]
    assert [one.item for one in picture(recent, today=93).history] == ["q6", "q7"]


@pytest.mark.parametrize(
    "filling",
    [entry(forms={"phq-9": 24}), phq(answer=None), entry(forms={"phq-9": NINE}), entry(forms={"bdi-ii": 40})],
    ids=["total", "skipped", "eight", "bdi-ii"],
)
def test_what_nobody_answered_is_told_of_the_newest_filling(filling):
    (gap,) = picture(filling).not_asked
    assert (gap.items, gap.day, gap.older) == (("q9",), day(0), 0)


def test_older_fillings_are_a_count():
    totals = [entry(number, forms={"phq-9": 20}) for number in (0, 7, 14)]
    (gap,) = picture(*totals, today=20).not_asked
    assert (gap.day, gap.older) == (day(14), 2)
    (gap,) = picture(*totals, phq(15, 0), today=20).not_asked
    assert (gap.day, gap.older) == (None, 3)


def test_each_respondent_has_a_newest_filling():
    found = picture(entry(forms={"phq-9@anna": 20, "phq-9@ben": [*NINE, 0]})).not_asked
    assert [str(gap.form) for gap in found] == ["phq-9@anna"]


@pytest.mark.parametrize(
    ("asked", "gap_on"),
    [
        ({"ideation": "none"}, None),
        ({"concern": "suicide", "level": "low"}, None),
        ({"harm_to_others": "none"}, day(0)),
        ({"concern": "withdrawal", "level": "low"}, day(0)),
        ({"ideation": "didn't ask", "harm_to_others": "none"}, day(0)),
    ],
    ids=["thoughts", "named", "harm", "withdrawal", "harm, thoughts left out"],
)
def test_a_record_that_asked_about_it_answers_for_the_form(asked, gap_on):
    (gap,) = picture(entry(forms={"phq-9": 24}), record(**asked)).not_asked
    assert (gap.day, gap.items) == (gap_on, ("q9",))


@pytest.mark.parametrize("answer", [-9, -1, "-99"])
def test_a_number_below_the_scale_is_no_answer(answer):
    (gap,) = picture(phq(answer=answer)).not_asked
    assert (gap.items, gap.day) == (("q9",), day(0))
    assert picture(entry(forms={"phq-9": {"total": 14, "q9": answer}})).not_asked == (gap,)


def test_a_number_above_the_scale_is_still_told():
    assert [row.detail[0].answer for row in picture(phq(answer=99)).rows] == ["99"]


def test_what_is_under_follow_up_is_a_count_with_the_nearest_day():
    found = picture(
        record(ideation="passive", follow_up=9), record(who="anna", ideation="passive", follow_up=5), today=1
    )
    assert found.under_follow_up == UnderFollowUp(2, day(5))
    assert found.needs_act == ()
    assert picture(phq()).under_follow_up is None


def test_the_last_record_is_the_newest_one():
    found = picture(record(ideation="none"), record(3, ideation="none", note="second"), today=9)
    assert found.last_record.risk.note == "second"
    assert picture(entry()).last_record is None
