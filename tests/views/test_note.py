"""A drafted note: every sentence comes from a fact that stands somewhere, and nothing is said where none does."""

from datetime import date

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.likeness import TOO_LIKE, likeness, most_alike
from goalctl.model.form import Item, NoteFact
from goalctl.model.session import Session
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.views.words.note import draft_of, has_own_words, part_text
from tests.analysis.invented import FORMS, START, goal, plan_of, week

ALL = Item.model_construct(id="all", ask="All?", drafts=tuple(NoteFact))
FULL = {
    "id": "abc234", "date": week(3), "place": "video", "client_at": "home", "present": ["client", "anna"],
    "scores": {"g1": 5}, "forms": {"phq-9": {"total": 9, "q9": 0}}, "worked_on": ["g1.1"], "used": ["g1.1.i1"],
    "response": "Laughed", "homework_done": {"h1": "partly"}, "homework": [{"id": "h2", "task": "Rings Ben"}],
    "next": week(4), "risk": {"asked_because": "routine", "ideation": "none"},
}  # fmt: skip
STEP = {"id": "g1.1", "objective": "Walks", "status": "active", "interventions": [{"id": "i1", "what": "A plan"}]}


def case_with(entry, **keys):
    """The case as if the entry were logged, after one with a score and homework."""
    first = {"date": week(2), "scores": {"g1": 4}, "homework": [{"id": "h1", "task": "Rings Anna"}]}
    goals = [goal({"by": "rating", "baseline": 2, "target": 7, "since": START}, objectives=[STEP])]
    plan = plan_of(format=2, goals=goals, sessions=[first, entry], **keys)
    return Case.of(plan, FORMS, Settings(), plan.sessions[-1].date), plan.sessions[-1]


def test_every_sentence_names_where_its_fact_stands():
    diagnoses = [{"code": "F33.1", "on": START}]
    case, entry = case_with(FULL, functioning="Misses shifts", diagnoses=diagnoses)
    for clause in draft_of(case, entry, ALL):
        key = clause.source.partition(".")[0]
        assert getattr(entry, key, None) or getattr(case.plan, key), clause
    assert {clause.fact for clause in draft_of(case, entry, ALL)} == set(NoteFact)


def test_an_entry_that_says_nothing_makes_no_sentence():
    assert draft_of(*case_with({"id": "abc234", "date": week(3)}), ALL) == ()


def test_a_zero_is_no_denial_and_only_a_record_speaks_of_risk():
    case, entry = case_with({"id": "abc234", "date": week(3), "forms": {"phq-9": {"total": 9, "q9": 0}}})
    (said,) = draft_of(case, entry, ALL)
    assert said.fact is NoteFact.FORMS
    assert "risk" not in said.text.lower()


def test_scores_are_told_now_last_time_and_at_the_start():
    case, entry = case_with({"id": "abc234", "date": week(3), "scores": {"g1": 5}})
    (said,) = draft_of(case, entry, ALL)
    assert said.text == f"Invented: 5 of 10, up 1 from 4 on {week(2)}; 2 at the start, target 7."


@pytest.mark.parametrize(
    ("own", "text", "is_own"),
    [
        ("", "Used: A plan.", False),
        ("Laughed", "Laughed. Used: A plan.", True),
        ("= Used: A plan.", "Used: A plan.", False),
        ("= Used: A plan. Laughed.", "Used: A plan. Laughed.", True),
    ],
    ids=["nothing", "words", "the draft alone", "the draft, edited"],
)
def test_own_words_stand_before_the_draft_or_in_its_place(own, text, is_own):
    draft = draft_of(*case_with({"id": "abc234", "date": week(3), "used": ["g1.1.i1"]}), ALL)
    assert part_text(own, draft) == text
    assert has_own_words(own, draft) is is_own


def test_likeness_is_the_share_of_words_in_the_same_order():
    assert likeness("a b c d e", "a b c d x") == pytest.approx(TOO_LIKE)
    assert likeness("Came late.", "came LATE") == 1
    assert likeness("", "") == 0


def test_the_last_three_notes_are_compared_and_no_older_one():
    log = [record_from(Session, {"date": f"2026-01-0{n}", "note": word})[0] for n, word in enumerate("abcd", start=1)]
    assert most_alike("a", log).share == 0
    assert most_alike("b", log).earlier.date == date(2026, 1, 2)
