"""What two clinicians did to one client on one day, neither of whom knew what the other did."""

import pytest

from goalctl.model.joint import ClashChoice, ClashKind
from tests.conftest import PLAN
from tests.merge.test_meaning import clashes, merged

CLOSING = "  - id: zzzzzz\n    date: 2026-02-20\n    kind: journal\n    risk: {close: [suicide], because: ward}\n"
ENDORSED = "  - id: aaaaaa\n    date: 2026-02-20\n    forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2]}\n"
SEEN = "  - id: mmmmmm\n    date: 2026-02-20\n    scores: {g1.1: 2}\n"


@pytest.mark.parametrize(
    ("closer", "ids"),
    [(CLOSING, ["zzzzzz", "aaaaaa"]), (SEEN + CLOSING, ["mmmmmm", "zzzzzz", "aaaaaa"])],
    ids=["alone", "after a session"],
)
def test_what_one_closed_is_open_again_by_what_the_other_found_that_day(closer, ids):
    """By their ids alone the endorsed one would come first, and be closed by somebody who never saw it."""
    here, there = PLAN + closer, PLAN + ENDORSED
    for mine, theirs in ((here, there), (there, here)):
        text = merged(mine, theirs).content.decode()
        assert sorted(ids, key=text.index) == ids


def test_in_both_clones_the_risk_of_that_day_is_to_be_answered(clinic):
    clinic.call("anna", "log", "c-ab1", "--form", "phq-9=111111112", "--by", "anna", status=0)
    clinic.call("bert", "risk", "c-ab1", "--close", "suicide", "--because", "handed over", "--by", "bert", status=0)
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    for who in ("anna", "bert"):
        assert "suicide: phq-9 q9 endorsed (2)" in clinic.call(who, "due").out


BEFORE = "    homework: [{id: h1"


def changed(words):
    return PLAN.replace(BEFORE, f"    {words}\n{BEFORE}")


TWO = changed("amended: [{on: 2026-02-20, by: anna, set: {scores.g1.1: 2}, because: misheard}]")
FOUR = changed("amended: [{on: 2026-02-20, by: bert, set: {scores.g1.1: 4}, because: counted again}]")
VOID = changed("void: {on: 2026-02-20, because: another client}")


def test_one_value_that_both_amended_otherwise_is_told_and_both_may_stand():
    assert clashes(TWO, FOUR) == [(ClashKind.FIELD, "sessions.abc123")]
    both = merged(TWO, FOUR, answers={("sessions", "abc123"): ClashChoice.BOTH}).content.decode()
    assert ("{scores.g1.1: 2}" in both, "{scores.g1.1: 4}" in both) == (True, True)


@pytest.mark.parametrize(
    "other",
    [TWO.replace("by: anna", "by: bert"), FOUR.replace("scores.g1.1: 4", "note: Late")],
    ids=["alike", "another key"],
)
def test_amendments_that_say_the_same_or_are_about_something_else_stand_together(other):
    assert clashes(TWO, other) == []


def test_an_entry_that_one_made_void_and_the_other_amended_is_told():
    assert clashes(VOID, FOUR) == [(ClashKind.VOID, "sessions.abc123")]
    assert clashes(VOID, VOID) == []


def test_sync_says_who_made_void_what_the_other_amended(clinic):
    clinic.call("anna", "void", "c-ab1", "abc123", "--because", "twice", "--by", "anna", status=0)
    clinic.call("bert", "amend", "c-ab1", "abc123", "scores.g1.1=4", "--because", "counted", "--by", "bert", status=0)
    clinic.sync("anna")
    told = clinic.sync("bert", status=1).err
    assert "c-ab1: the entry of 2026-01-12 was made void there, and changed here." in told


def by_hand(who):
    return f"  - id: {who}aa\n    date: 2026-02-20\n    homework: [{{id: h2, for: g1.1, task: walk}}]\n"


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_no_side_is_taken_that_would_leave_out_an_entry_of_the_other(clinic, side):
    """Two homeworks of one id can't stand in one plan, and neither session may go for that."""
    for who in ("anna", "bert"):
        file = clinic.place(who) / "plans" / "c-ab1.yaml"
        file.write_text(clinic.plan(who) + by_hand(who), encoding="utf-8")
    clinic.sync("anna")
    before = clinic.plan("bert")
    gone = {"mine": "annaaa", "theirs": "bertaa"}[side]
    told = clinic.sync("bert", "--take", side, status=1).err
    assert f"{side} would leave out sessions: {gone} 2026-02-20; your record is as it was" in told
    assert "both sides changed this file, and together they would have an error that neither has: E" in told
    assert "h2" in told
    assert clinic.plan("bert") == before
    assert "annaaa" in clinic.plan("anna")


def diary(*entries):
    lines = "".join(f"  - {{date: 2026-02-20, {entry}}}\n" for entry in entries)
    return PLAN.replace("\nsessions:", f"\ndiary:\n{lines}\nsessions:")


@pytest.mark.parametrize(
    ("mine", "theirs", "stands"),
    [
        (["g1: 8, g1.1: 1"], ["g1.1: 1"], ["{date: 2026-02-20, g1: 8, g1.1: 1}"]),
        (["g1: 8"], ["g1.1: 1"], ["{date: 2026-02-20, g1: 8}", "{date: 2026-02-20, g1.1: 1}"]),
        (["g1.1: 1"], ["g1.1@anna: 1"], ["{date: 2026-02-20, g1.1: 1}", "{date: 2026-02-20, g1.1@anna: 1}"]),
    ],
    ids=["one score of two", "two goals", "two raters"],
)
def test_a_diary_s_score_of_one_day_that_both_wrote_down_stands_once(mine, theirs, stands):
    for one, other in ((mine, theirs), (theirs, mine)):
        text = merged(diary(*one), diary(*other)).content.decode()
        assert [line[4:] for line in text.splitlines() if "2026-02-20" in line] == stands


def test_a_diary_s_score_of_one_day_that_both_wrote_otherwise_is_told():
    told = clashes(diary("g1: 8, g1.1: 1"), diary("g1.1: 0"))
    assert told == [(ClashKind.FIELD, "diary.2026-02-20 g1.g1.1")]


SEEN_BY_BOTH = """\
  - id: pastaa
    date: 2026-02-27
    forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 0]}
    written: 2026-02-27T09:00
  - id: sessaa
    date: 2026-03-02
    forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2]}
    written: 2026-03-02T09:00
"""
FOUND = {
    "joins the session of the day": (("assess", "c-ab1", "core-10", "--answers", "0000020000"), "core-10 q6 endorsed"),
    "amends it": (("amend", "c-ab1", "sessaa", "forms.phq-9=111111113", "--because", "misread"), "q9 endorsed (3)"),
    "amends the day before": (
        ("amend", "c-ab1", "pastaa", "forms.phq-9=111111113", "--because", "misread"),
        "2026-02-27  act today",
    ),
    "logs a day before": (
        ("log", "c-ab1", "--form", "phq-9=111111113", "--date", "2026-02-26"),
        "2026-02-26  act today",
    ),
    "a record of a day before": (
        ("risk", "c-ab1", "--date", "2026-02-26", "--plan", "a rope", "--recent", "yes"),
        "2026-02-26  act today",
    ),
}


@pytest.mark.parametrize("order", [("anna", "bert", "anna"), ("bert", "anna", "bert")], ids=["closer first", "last"])
@pytest.mark.parametrize(("found", "told"), FOUND.values(), ids=FOUND)
def test_what_the_closer_could_not_see_is_open_in_both_clones(clinic, found, told, order):
    file = clinic.place("anna") / "plans" / "c-ab1.yaml"
    file.write_text(clinic.plan("anna") + SEEN_BY_BOTH, encoding="utf-8")
    for who in ("anna", "bert"):
        clinic.sync(who)
    clinic.call("anna", "risk", "c-ab1", "--close", "suicide", "--because", "with the ward", status=0)
    clinic.call("bert", *found, status=0)
    for who in order:
        clinic.sync(who)
    for who in ("anna", "bert"):
        assert told in clinic.call(who, "due").out
    assert clinic.plan("anna") == clinic.plan("bert")


def both_write(clinic, *words):
    """Anna and Bert each do something to the entry of that day that both have; Anna's goes out first."""
    file = clinic.place("anna") / "plans" / "c-ab1.yaml"
    file.write_text(clinic.plan("anna") + SEEN_BY_BOTH, encoding="utf-8")
    for who in ("anna", "bert"):
        clinic.sync(who)
    for who, own in zip(("anna", "bert"), words, strict=True):
        clinic.call(who, *own, status=0)
    clinic.sync("anna")


ASKED = ("risk", "c-ab1", "--ideation", "none", "--plan", "none", "--follow-up", "+1w")
A_ROPE = ("risk", "c-ab1", "--behaviour", "bought a rope", "--recent", "yes", "--level", "high")
GAD, WORSE = (("assess", "c-ab1", "gad-7", "--answers", answers) for answers in ("0000000", "3333333"))
RISK, ANSWERS = "the risk of the entry sessaa", "the forms, gad-7 of the entry sessaa"


@pytest.mark.parametrize("side", ["mine", "theirs"])
@pytest.mark.parametrize(
    ("words", "what", "lost"),
    [((ASKED, A_ROPE), RISK, "risk"), ((A_ROPE, ASKED), RISK, "risk"), ((GAD, WORSE), ANSWERS, "gad-7")],
    ids=["found by me", "found by the other", "one form"],
)
def test_of_two_that_wrote_into_one_entry_no_side_alone_is_taken(clinic, side, words, what, lost):
    """No follow-up of one record is the answer to what the other found, and neither record goes."""
    both_write(clinic, *words)
    before = clinic.plan("bert")
    told = clinic.sync("bert", "--take", side, status=1).err
    assert f"both sides changed {what}." in told
    assert f"{side} would leave out sessions: sessaa, {lost}; your record is as it was" in told
    assert clinic.plan("bert") == before


@pytest.mark.parametrize("side", ["mine", "theirs"])
@pytest.mark.parametrize("signs", ["anna", "bert"])
def test_answers_in_an_entry_that_the_other_signed_stay_whichever_side_is_taken(clinic, side, signs):
    signed, found = ("sign", "c-ab1", "sessaa", "--by", "m.kowalski"), FOUND["joins the session of the day"][0]
    both_write(clinic, *((signed, found) if signs == "anna" else (found, signed)))
    clinic.sync("bert", "--take", side)
    clinic.sync("anna")
    assert "core-10: [0, 0, 0, 0, 0, 2, 0, 0, 0, 0]" in clinic.plan("bert")
    assert clinic.plan("anna") == clinic.plan("bert")
