"""Every way in, in every state of the plan: what is endorsed or recorded gives a row that needs an act."""

import pytest

from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.risk.in_data import risk_in_data
from goalctl.analysis.risk.picture import risk_picture
from goalctl.analysis.risk.row import Mark, RiskState
from goalctl.analysis.risk.row_words import row_in_words, told_rows
from goalctl.analysis.standpoint import Standpoint
from goalctl.documents.read import read_data
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.session import Concern
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from tests.analysis.risk.at_risk import FORMS, NINE, OPEN, UNDER, day, entry, phq, picture, plan, record, rows, told

OWN, _ = record_from(
    Form,
    {
        "form": "mine",
        "name": "Mine",
        "items": [{"id": "a", "ask": "hit anybody", "type": "yes-no"}],
        "scoring": {"better": "lower"},
        "risk": [
            {"item": "a", "when": ">= 1", "says": "hit somebody", "concern": "harm to others", "height": "behaviour"}
        ],
    },
)
ALL_FORMS = {**FORMS, "mine": OWN}
WAYS = {
    "assess, item by item": phq(answer=3),
    "an answer by its item": entry(forms={"phq-9": {"q9": 1}}),
    "a total with its item": entry(forms={"phq-9": {"total": 24, "q9": 1}}),
    "a version of the form": entry(forms={"phq-9@1": [*NINE, 1]}),
    "a version that nobody has": entry(forms={"phq-9@7": [*NINE, 1]}),
    "with the function item": entry(forms={"phq-9": [*NINE, 2, 1]}),
    "a list of eleven": entry(forms={"phq-9": [*NINE, 1, 0, 0]}),
    "nine items of ten": entry(forms={"epds": [1] * 10}),
    "skips before it": entry(forms={"phq-9": [None] * 8 + [1]}),
    "an answer out of range": entry(forms={"phq-9": [*NINE, 7]}),
    "bdi-ii": entry(forms={"bdi-ii": {"total": 20, "q9": 1}}),
    "a scale of risk items alone": entry(forms={"core-om": {"risk": 5}}),
    "core-10": entry(forms={"core-10": [1] * 10}),
    "oq-45": entry(forms={"oq-45": {"total": 70, "q8": 1}}),
    "c-ssrs": entry(forms={"c-ssrs-screener": {"q1": "yes"}}),
    "own form": entry(forms={"mine": {"a": "yes"}}),
    "amended upward": phq(
        answer=0, amended=[{"on": day(0), "set": {"forms.phq-9": [*NINE, 2]}, "because": "typing error"}]
    ),
    "amended to a total": phq(answer=3, amended=[{"on": day(0), "set": {"forms.phq-9": 19}, "because": "sum only"}]),
    "taken out by an amendment": phq(
        answer=3, amended=[{"on": day(0), "set": {"forms.phq-9": None}, "because": "on another sheet"}]
    ),
    "all forms taken out": phq(answer=3, amended=[{"on": day(0), "set": {"forms": None}, "because": "another sheet"}]),
    "amended twice": phq(
        answer=0,
        amended=[
            {"on": day(0), "set": {"forms.phq-9": [*NINE, 2]}, "because": "typing error"},
            {"on": day(0), "set": {"forms.phq-9": 10}, "because": "sum only"},
        ],
    ),
    "a day ahead": phq(30),
    "in a journal": phq(kind="journal"),
    "record: active": record(ideation="active"),
    "record: a plan": record(ideation="none", plan="yes, tablets"),
    "record: intent": record(intent="some"),
    "record: behaviour": record(behaviour="took ten tablets"),
    "record: harm to others": record(harm_to_others="wants to hit his boss"),
    "record: harm from others": record(concern="harm from others", level="high"),
    "record: a concern by name": record(concern="self-harm", note="cuts"),
    "record: means alone": record(means="bought a rope"),
    "record: means of harm alone": record(concern="harm to others", means="a knife in his bag"),
    "record: thoughts not asked, means at hand": record(ideation="not-asked", means="tablets at home"),
    "record: level high": record(level="high"),
    "record: level imminent": record(ideation="none", level="imminent"),
    "record a day ahead": record(30, ideation="active", follow_up=33),
}
STATES = {
    "active": {},
    "resting": {"status": "on-hold", "holds": [{"from": day(-3)}]},
    "discharged": {"status": "discharged", "discharge": {"on": day(0)}},
    "not yet agreed": {"goals": [{"id": "g1", "goal": "Invented", "status": "draft"}], "plan_by": "30d"},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("way", WAYS)
def test_it_is_a_row_that_needs_an_act(way, state):
    (found, *_) = rows(WAYS[way], forms=ALL_FORMS, **STATES[state])
    assert found.needs_act
    assert found.state in {RiskState.OPEN, RiskState.DECIDE}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_one_in_a_plan_that_cannot_be_read(way):
    data = record_data(plan(WAYS[way]))
    found = risk_in_data({**data, "status": "sleeping", "goals": "none"}, ALL_FORMS, today=day(0)).rows[0]
    assert found.needs_act
    assert Mark.UNREADABLE in found.marks


@pytest.mark.parametrize("way", [way for way in WAYS if "ahead" not in way])
def test_it_is_one_in_the_next_episode(way):
    before = plan(WAYS[way], status="discharged", discharge={"on": day(10)})
    (found, *_) = rows(today=100, earlier=(before,), forms=ALL_FORMS)
    assert found.needs_act
    assert Mark.EARLIER in found.marks


def test_what_was_settled_before_discharge_is_none_in_the_next_episode():
    before = plan(phq(), record(7, ideation="none"), record(14, ideation="none", follow_up=None))
    assert told(today=100, earlier=(before,)) == []


@pytest.mark.parametrize("who", ["c-old", "teen", "client", None])
def test_whom_an_earlier_episode_calls_the_client_is_the_client_of_the_next_one(who):
    before = plan(
        record(who=who, ideation="active", level="high"),
        client="c-old",
        guardians=["mother"],
        status="discharged",
        discharge={"on": day(10)},
    )
    (found,) = rows(today=100, earlier=(before,))
    assert (found.person, found.needs_act) == (None, True)
    data = {"client": "c-ab1", "sessions": [], "status": "sleeping"}
    assert [row.person for row in risk_in_data(data, FORMS, today=day(100), earlier=(before,)).rows] == [None]
    assert told(record(90, ideation="passive", plan="no", follow_up=104), today=91, earlier=(before,)) == UNDER


def test_a_record_of_the_next_episode_answers_the_one_before():
    before = plan(phq())
    assert told(record(90, ideation="passive", follow_up=104), today=91, earlier=(before,)) == [
        ("under follow-up", False)
    ]


def test_an_earlier_episode_has_the_same_answer_and_leaves_its_rows_to_the_later_one():
    before, after = plan(phq(), status="discharged"), plan(record(90, ideation="passive", follow_up=104))
    found = risk_picture(Standpoint(before, FORMS, day(91), later=(after,)))
    assert [row.state for row in found.rows] == [RiskState.UNDER_FOLLOW_UP]
    assert Mark.LATER in found.rows[0].marks
    assert list(told_rows(found, "c-ab1", today=day(91))) == []


@pytest.mark.parametrize(("answer", "state"), [({}, OPEN), (record(90, ideation="passive", follow_up=104), UNDER)])
def test_a_plan_that_can_t_be_read_still_follows_the_episode_before_it(answer, state):
    data = {"sessions": [record_data(plan(answer))["sessions"][0]] if answer else [], "status": "sleeping"}
    found = risk_in_data(data, FORMS, today=day(91), earlier=(plan(phq()),)).rows
    assert [(row.state.value, row.needs_act) for row in found] == state


def test_an_entry_typed_later_about_a_later_day_is_not_there_yet():
    assert told(phq(30, written="2026-04-01T10:00")) == []
    assert told(phq(30, written="2026-03-01T10:00")) == OPEN


def taken_out(*amended: dict, **forms: object) -> dict:
    changes = [{"on": day(0), "set": change, "because": "another sheet"} for change in amended]
    return entry(forms=forms or {"phq-9": [*NINE, 3]}, amended=changes)


def test_what_an_amendment_took_out_is_told_and_closed_as_an_error():
    (found,) = rows(taken_out({"forms.phq-9": None}))
    assert row_in_words(found) == (
        "suicide: phq-9 q9 endorsed (3) on 2026-03-02, no follow-up recorded; taken out by an amendment"
    )
    assert rows(taken_out({"forms.phq-9": 19}, {"forms.phq-9": None}))[0].marks == (Mark.TAKEN_OUT,)
    closing = record(0, close=["suicide"], because="entry error")
    assert told(taken_out({"forms.phq-9": None}), closing) == [("closed", False)]


@pytest.mark.parametrize(
    ("entry_given", "whose"),
    [
        (taken_out({"forms.phq-9@anna": None, "forms.phq-9@ben": [*NINE, 3]}, **{"phq-9@anna": [*NINE, 3]}), ["ben"]),
        (taken_out({"forms.phq-9": [*NINE, 0]}, {"forms.phq-9": None}), []),
        (taken_out({"forms.phq-9": None}, {"forms.phq-9": [*NINE, 0]}), []),
        (taken_out({"forms.phq-9": None}, **{"phq-9": [*NINE, 0]}), []),
    ],
    ids=["it is another's", "amended to a 0 before", "and put back with a 0", "not endorsed"],
)
def test_what_was_not_lost_by_being_taken_out_is_no_row(entry_given, whose):
    assert [row.person for row in rows(entry_given, members=["anna", "ben"])] == whose


def test_an_amendment_to_a_total_is_told():
    way = WAYS["amended to a total"]
    assert rows(way)[0].marks == (Mark.AMENDED,)
    assert picture(way).not_asked == ()


BROKEN = """
client: c-ab1
sessions:
  - date: 2026-03-02
    forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2], gad-7: {a: [1]}}
    minutes: fifty
  - date: last week
    risk: {ideation: [active], plan: {how: tablets}, follow_up: soon, unheard: of}
  - {date: 2026-03-02, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 3]}, void: {because: another client}}
  - just words
"""


def test_a_broken_plan_is_read_entry_by_entry_and_field_by_field():
    data, _ = read_data(BROKEN)
    (found,) = risk_in_data(data, FORMS, today=day(0)).rows
    assert [(one.what, one.answer) for one in found.detail] == [("risk record", ""), ("phq-9 q9", "2")]
    assert found.detail[0].says == "ideation active, plan tablets"


@pytest.mark.parametrize(
    ("name", "who"),
    [("phq-9@anna@1", "anna"), ("PHQ-9@1@Anna", "anna"), ("phq-9@1@2", None), ("PHQ-9", None), ("phq-9@", None)],
)
def test_a_form_whose_name_is_miswritten_is_read_all_the_same(name, who):
    data = {"sessions": [{"date": "2026-03-02", "forms": {name: [*map(str, NINE), "2"]}}]}
    (found,) = risk_in_data(data, FORMS, today=day(0)).rows
    assert (found.person, found.detail[0].answer) == (who, "2")


@pytest.mark.parametrize("at", ["23:30-00:20", "23:30\u201300:20", "23:30 - midnight", "23:30"])
def test_of_a_time_that_ends_past_midnight_the_beginning_counts(at):
    morning = {"date": "2026-03-02", "time": "09:00", "risk": {"ideation": "none", "plan": "none"}}
    evening = {"date": "2026-03-02", "time": at, "forms": {"phq-9": [*map(str, NINE), "2"]}}
    (found,) = risk_in_data({"sessions": [evening, morning]}, FORMS, today=day(0)).rows
    assert (found.state, found.needs_act) == (RiskState.OPEN, True)


@pytest.mark.parametrize("when", ["20261", None, ["2026-03-09"]])
def test_an_entry_without_a_day_is_no_session_in_which_somebody_was_seen(when):
    asked = record_data(plan(record(ideation="passive", follow_up=25)))["sessions"]
    data = {"sessions": [*asked, {"date": day(3).isoformat(), "kind": "no-show"}, {"date": when}]}
    (found,) = risk_in_data(data, FORMS, today=day(7)).rows
    assert (found.state, found.unasked_on) == (RiskState.MISSED, ())


@pytest.mark.parametrize("data", [None, "words", [], {}, {"sessions": "none"}, {"sessions": [None, [], "x"]}])
def test_values_without_a_log_give_no_row(data):
    assert risk_in_data(data, FORMS, today=day(0)).rows == ()


def test_people_have_rows_of_their_own():
    found = rows(
        entry(forms={"phq-9@anna": [*NINE, 1], "phq-9@ben": [*NINE, 1], "phq-9": [*NINE, 1]}),
        record(who="Anna", ideation="none", follow_up=5),
        members=["anna", "ben"],
    )
    assert [(row.person, row.state.value) for row in found] == [
        (None, "open"),
        ("ben", "open"),
        ("anna", "under follow-up"),
    ]


def test_concerns_have_rows_of_their_own():
    found = rows(phq(), record(harm_to_others="wants to hit his boss"))
    assert [row.concern for row in found] == [Concern.HARM_TO_OTHERS, Concern.SUICIDE]


@pytest.mark.parametrize(
    ("answers", "states", "gaps"),
    [
        ({"risk": 12}, [("suicide", "core-om risk", "12")], 6),
        ({"risk": 0}, [], 0),
        ({"risk": 12, "q9": 2}, [("self-harm", "core-om q9", "2")], 5),
        ({"wellbeing": 12}, [], 6),
        ({"risk": -9}, [], 6),
    ],
    ids=["above 0", "0", "with an item", "another scale", "no answer"],
)
def test_a_scale_of_risk_items_alone_tells_without_them(answers, states, gaps):
    found = picture(entry(forms={"core-om": answers}))
    assert [(row.concern, row.detail[0].what, row.detail[0].answer) for row in found.rows] == states
    assert sum(len(gap.items) for gap in found.not_asked) == gaps
    score = score_of(FORMS["core-om"], Answers(by_item={name: str(one) for name, one in answers.items()}))
    assert len(score.unasked) == gaps
