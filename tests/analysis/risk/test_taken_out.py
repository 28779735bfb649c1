"""What an amendment takes out of an entry, a sheet beside another or a record, stays until it is answered or closed."""

import pytest

from goalctl.analysis.risk.row import Mark
from goalctl.analysis.risk.row_words import row_in_words
from tests.analysis.risk.at_risk import CLOSED, NINE, NOTHING, OPEN, UNDER, day, entry, phq, record, rows, told

THREE, ONE, ZERO = [*NINE, 3], [*NINE, 1], [*NINE, 0]
COUPLE = {"members": ["anna", "ben"]}
ACTIVE = {"ideation": "active", "plan": "yes, tablets"}
OF_ANNA, OF_BEN = "forms.phq-9@anna", "forms.phq-9@ben"


def amended(*sets: dict, **fields: object) -> dict:
    changes = [{"on": day(0), "set": one, "because": "typed wrongly"} for one in sets]
    return entry(kind="journal", amended=changes, **fields)


def sheets(*sets: dict, anna: object = THREE, ben: object = ZERO) -> dict:
    return amended(*sets, forms={"phq-9@anna": anna, "phq-9@ben": ben})


@pytest.mark.parametrize(
    "sets",
    [
        [{OF_ANNA: None}],
        [{"forms": {"phq-9@ben": ZERO}}],
        [{"forms": None}],
        [{OF_ANNA: None}, {OF_BEN: None}],
        [{OF_ANNA: None, OF_BEN: [*NINE[:7], 3, 0]}],
    ],
    ids=["alone", "the other stays", "all", "the other too, later", "and the other's corrected"],
)
def test_one_of_two_sheets_that_is_taken_out_is_not_answered_by_the_other(sets):
    (found,) = rows(sheets(*sets), **COUPLE)
    assert (found.person, found.marks) == ("anna", (Mark.TAKEN_OUT,))


@pytest.mark.parametrize(
    ("given", "whose"),
    [
        (sheets({OF_ANNA: ZERO, OF_BEN: THREE}), ["ben"]),
        (sheets({OF_ANNA: None, OF_BEN: THREE}), ["ben"]),
        (sheets({OF_ANNA: None}, ben=ONE), ["anna", "ben"]),
    ],
    ids=["changed over", "filed as the other's", "both had endorsed it"],
)
def test_a_sheet_that_is_filed_as_the_other_s_is_the_other_s(given, whose):
    assert sorted(row.person for row in rows(given, **COUPLE)) == whose


def test_a_teen_s_sheet_beside_the_mother_s_and_the_clinician_s():
    own = amended({"forms.phq-9": None}, forms={"phq-9": THREE, "phq-9@mother": ZERO, "phq-9@clinician": ZERO})
    (found,) = rows(own, guardians=["mother"])
    assert (found.person, found.detail[0].answer, found.marks) == (None, "3", (Mark.TAKEN_OUT,))


@pytest.mark.parametrize(
    "sets",
    [
        [{"risk": None}],
        [{"risk.ideation": "not-asked", "risk.plan": None}],
        [{"risk": {"note": "another client"}}],
        [{"risk.ideation": None}, {"risk": None}],
    ],
    ids=["all of it", "not asked", "words alone", "one after the other"],
)
def test_what_a_record_found_and_says_nothing_of_any_more_is_told(sets):
    (found,) = rows(amended(*sets, risk=ACTIVE))
    assert row_in_words(found) == (
        "suicide: ideation active, plan yes, tablets recorded on 2026-03-02, no follow-up recorded; "
        "taken out by an amendment"
    )


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        (amended({"risk": None}, risk={"means": "a rope"}), OPEN),
        (amended({"risk.ideation": "none"}, risk={"means": "a rope"}), NOTHING),
        (amended({"risk.ideation": None}, risk={"ideation": "none", "means": "a rope"}), OPEN),
        (amended({"risk": None}, risk={"ideation": "none", "means": "a rope"}), NOTHING),
        (amended({"risk": None}, risk={"concern": "harm to others"}), OPEN),
        (amended({"risk": None}, risk={"concern": "harm to others", "harm_to_others": "none"}), NOTHING),
        (amended({"risk.ideation": "none", "risk.plan": "none"}, risk=ACTIVE), NOTHING),
        (amended({"risk.ideation": "none", "risk.plan": "none"}, {"risk": None}, risk=ACTIVE), NOTHING),
        (amended({"risk": None}, {"risk": {"ideation": "none", "plan": "none"}}, risk=ACTIVE), NOTHING),
        (amended({"risk": {"close": ["suicide"], "because": "entry error"}}, risk=ACTIVE), NOTHING),
        (amended({"risk.plan": None}, risk=ACTIVE | {"follow_up": day(5)}), UNDER),
        (amended({"risk.behaviour": None}, risk={"behaviour": "cut as a teenager", "ideation": "none"}), NOTHING),
    ],
    ids=[
        "means alone",
        "means, then asked",
        "means are left",
        "means beside a denial",
        "a concern named",
        "a concern denied",
        "corrected",
        "corrected before",
        "put back otherwise",
        "closed",
        "decided in the same record",
        "of another time",
    ],
)
def test_what_the_record_still_speaks_of_is_as_it_says_now(given, stands):
    assert told(given) == stands


def test_it_is_answered_as_high_as_it_was_or_closed():
    gone = amended({"risk": None}, risk=ACTIVE)
    assert told(gone, record(1, ideation="none"), today=2) == OPEN
    assert told(gone, record(1, ideation="none", plan="none", follow_up=8), today=2) == UNDER
    assert told(gone, record(1, close=["suicide"], because="entry error"), today=2) == CLOSED


def test_a_record_that_is_taken_out_answers_nothing():
    asked = amended({"risk.ideation": "not-asked"}, risk={"ideation": "passive", "follow_up": day(5)})
    (found,) = rows(phq(), asked)
    assert (found.state.value, [one.what for one in found.detail]) == ("open", ["phq-9 q9"])


def test_it_is_said_of_whom_the_record_was_about():
    gone = amended({"risk": None}, risk=ACTIVE | {"who": "anna"})
    assert [row.person for row in rows(gone, **COUPLE)] == ["anna"]
    moved = amended({"risk.who": "ben"}, risk=ACTIVE | {"who": "anna"})
    assert [(row.person, row.marks) for row in rows(moved, **COUPLE)] == [("ben", ())]
