"""The sheet of a review that both sign: then and now, what was agreed, what comes next, what the names stand for."""

from datetime import timedelta

import pytest

from goalctl.analysis.client_side import reader_named
from goalctl.analysis.history.digest import agreement_digest
from goalctl.model.identity import Identity
from goalctl.views.reports.doubts import doubts_of
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.review import NothingToReviewError, review_sheet
from tests.analysis.invented import START, sessions, week
from tests.views.sentence_cases import RATED, case_of

LOOK = {"on": week(4), "decision": None, "note": "for the clinician alone"}


def sheet(begin=None, **keys):
    case = case_of(**keys)
    return review_sheet(Scope(case, Identity(), case.today, begin))


def first_row(**keys):
    found = sheet(**keys).goals
    return dict(zip(found.heads, found.rows[0], strict=True))


@pytest.mark.parametrize(
    ("begin", "then"),
    [(week(0), "2"), (week(1), f"3 on {week(1)}"), (week(1.9), f"3 on {week(1)}"), (week(2), f"5 on {week(2)}")],
    ids=["before the first score", "its day", "the day before the second", "its day too"],
)
def test_then_is_the_last_score_up_to_the_look_before(begin, then):
    assert first_row(scores=[3, 5, 6], begin=begin)["Then"] == then


@pytest.mark.parametrize(
    ("last", "moved"),
    [
        (4, "Further off than then. On the way"),
        (5, "As then. On the way"),
        (6, "Nearer than then. More than half of the way"),
    ],
    ids=["lower", "the same", "higher"],
)
def test_how_it_moved_since_then_is_said_without_a_verdict(last, moved):
    assert first_row(scores=[3, 5, last], begin=week(2))["Where it stands"] == moved


def test_without_a_day_it_looks_back_to_the_last_look_at_the_plan():
    assert sheet(scores=[3, 4, 5, 6, 7, 8], reviews=[LOOK]).since == str(week(4))
    assert sheet(scores=[3, 4, 5, 6], reviews=[LOOK]).since == str(START)  # it is the one that is signed now


@pytest.mark.parametrize(
    ("decision", "said"), [("continue", "goes on as it is"), ("change", "is changed"), (None, "")], ids=str
)
def test_what_was_decided_stands_there_and_what_was_not_is_a_line_to_fill_in(decision, said):
    looked = [{"on": week(3), "of": "g1", "decision": decision}] if decision else []
    found = sheet(scores=[3, 4, 5], reviews=looked)
    assert found.next[0].value == said
    assert (found.next[-1].label, found.next[-1].value != "") == ("Next review", True)


def test_both_sign_the_plan_as_it_stands():
    case = case_of(scores=[3, 4, 5], plan={"clinician": "m.kowalski"})
    found = review_sheet(Scope(case, Identity(), case.today))
    assert [line.role for line in found.signatures] == ["Client or guardian", "Clinician"]
    assert found.digest == agreement_digest(case.plan)
    assert str(case.today) in found.signed


def test_of_several_people_the_sheet_for_all_holds_nobodys_own_scores():
    log = [*sessions([8, 8], key="g1@a"), *sessions([2, 3], key="g1@b")]
    assert not {"Then", "Now", "Where it stands"} & first_row(log=log, members=["a", "b"]).keys()


OF_ONE = [
    ("smart.relevant.in_their_words", "he snores", "he shouts"),
    ("smart.relevant.value", "rest", "being seen"),
    ("grow.goal.why", "to leave", "to stay"),
    ("smart.attainable.because", "slept so in 2019", "the move"),
    ("target", 9, 8),
    ("goal", "Sleeps", "Sleeps seven hours"),
    ("smart.measurable.baseline", 1, 2),
]


def sheet_of(name, **plan):
    """The sheet of one reader; g1 is judged by anna where there are members, else it is the client's."""
    said = {"on": week(1), "of": "g1", "because": "said"}
    changes = [{**said, "what": what, "from": old, "to": new} for what, old, new in OF_ONE]
    measure = {**RATED, "judged_by": "anna"} if "members" in plan else RATED
    case = case_of(measure=measure, scores=[3, 5], changes=changes, members=plan.pop("members", ()), plan=plan)
    return review_sheet(Scope(case, Identity(), case.today, reader=reader_named(case.plan, name)))


WHOSE = [
    ("anna", {"members": ["anna", "ben"]}, {"snores", "being seen", "to leave", "2019", "8", "seven hours"}),
    ("ben", {"members": ["anna", "ben"]}, {"8", "seven hours"}),
    ("client", {"guardians": ["mother"]}, {"snores", "being seen", "to leave", "2019", "8", "seven hours"}),
    ("mother", {"guardians": ["mother"]}, {"8", "seven hours"}),
]


@pytest.mark.parametrize(("name", "plan", "read"), WHOSE, ids=[name for name, *_ in WHOSE])
def test_of_what_was_changed_of_ones_goal_the_others_read_what_was_agreed_on_and_no_words(name, plan, read):
    told = " | ".join(what for _, what in sheet_of(name, **plan).changes.rows)
    everything = {"snores", "being seen", "to leave", "2019", "8", "seven hours", "baseline"}
    assert {one for one in everything if one in told} == read


@pytest.mark.parametrize(
    ("name", "plan", "stands"),
    [
        ("anna", {"members": ["anna", "ben"]}, "Nearer than then. On the way"),
        ("ben", {"members": ["anna", "ben"]}, ""),
        ("mother", {"guardians": ["mother"]}, ""),
    ],
    ids=["whose it is", "the partner", "a parent"],
)
def test_where_the_scores_are_somebody_elses_it_is_not_said_that_there_is_none(name, plan, stands):
    goals = sheet_of(name, **plan).goals
    row = dict(zip(goals.heads, goals.rows[0], strict=True))
    assert row.get("Where it stands", "") == stands


def test_no_remark_of_the_clinician_gets_onto_it():
    changed = {"on": week(5), "of": "g1", "what": "target", "from": 9, "to": 8, "because": "said in supervision"}
    found = str(sheet(scores=[3, 4, 5, 6, 7, 8], reviews=[LOOK], changes=[changed]))
    assert "target" in found
    assert "supervision" not in found
    assert "for the clinician" not in found


def test_a_goal_without_a_decision_is_told_before_it_is_signed():
    case = case_of(scores=[3, 4, 5])
    told = [doubt.said for doubt in doubts_of(Scope(case, Identity(), case.today), "review")]
    assert f"no decision of {case.today} is on record about g1" in told


def test_of_a_treatment_that_has_ended_there_is_nothing_to_sign():
    ended = {"status": "discharged", "discharge": {"on": week(3)}}
    with pytest.raises(NothingToReviewError, match="ended on"):
        sheet(scores=[3, 4, 5], plan=ended)


BEN_LEFT = {"on": week(2), "what": "members", "from": ["anna", "ben"], "to": ["anna"]}
CARA_CAME = {"on": week(3), "what": "members", "from": ["anna"], "to": ["anna", "cara"]}
OF_BENS_GOAL = [
    {"on": week(1), "of": "g1", "what": "target", "from": 9, "to": 8},
    {"on": week(2), "of": "g1", "what": "smart.relevant.in_their_words", "from": "he snores", "to": "he shouts"},
]


def sheet_of_bens_goal(name, **ended):
    measure = {**RATED, "baseline": 6, "judged_by": "ben"}
    log = sessions([5, 4], key="g1@ben")
    changes = [*OF_BENS_GOAL, BEN_LEFT, CARA_CAME]
    case = case_of(measure=measure, log=log, members=["anna", "cara"], changes=changes, today=week(5), **ended)
    return review_sheet(Scope(case, Identity(), case.today, reader=reader_named(case.plan, name)))


@pytest.mark.parametrize("ended", [{}, {"status": "discontinued", "closed": week(2)}], ids=["goes on", "has ended"])
def test_the_goal_of_one_who_left_is_nobody_elses(ended):
    found = sheet_of_bens_goal("anna", **ended)
    row = dict(zip(found.goals.heads, found.goals.rows[0], strict=True))
    assert (row.get("Then", ""), row.get("Now", ""), row.get("Where it stands", "")) == ("", "", "")
    assert [what for _, what in found.changes.rows] == ["g1 target 9 → 8"]


def test_whoever_joins_reads_nothing_of_before():
    found = sheet_of_bens_goal("cara", status="discontinued", closed=week(2))
    assert (found.since, found.goals.rows, found.changes.rows) == (str(week(3)), (), ())


def test_a_page_for_all_begins_when_the_last_of_them_joined():
    case = case_of(members=["anna", "cara"], changes=[BEN_LEFT, CARA_CAME], today=week(5))
    assert review_sheet(Scope(case, Identity(), case.today)).since == str(week(3))


@pytest.mark.parametrize(
    ("looked", "following"),
    [([], ""), ([{"on": week(13)}], str(week(13) + timedelta(90))), ([{"on": week(6), "next": week(12)}], "")],
    ids=["the first is due that day", "it is on record", "one is overdue"],
)
def test_the_next_review_is_the_one_after_this_or_a_line_to_fill_in(looked, following):
    day = week(13) if looked else START + timedelta(90)  # the practice reviews a plan every 90 days
    case = case_of(scores=[3, 4, 5], reviews=looked, today=day)
    assert review_sheet(Scope(case, Identity(), case.today)).next[-1] == ("Next review", following)


@pytest.mark.parametrize(
    ("who", "how", "said"),
    [
        ("client", "signed", ("Agreed to before", f"signed {START}")),
        ("Client", "signed", ("Agreed to before", f"signed {START}")),
        ("patient", "verbal", ("Agreed to before", f"agreed verbally {START}")),
        ("client", "declined", ("Not agreed to before", f"declined to sign {START}")),
    ],
)
def test_what_was_agreed_to_before_is_under_any_word_for_the_client_and_no_refusal(who, how, said):
    found = sheet(scores=[3, 4], plan={"agreements": [{"on": START, "who": who, "how": how}]})
    assert found.agreed[0] == said
    assert found.signatures[0].recorded.startswith(said[1])
