"""The bank: what was used how often and how it went, and what may go from one client to another."""

from datetime import date

import pytest

from goalctl.analysis.caseload.bank import uses_in
from goalctl.analysis.caseload.banked import BankKind, banked, digest_of, normalised
from goalctl.analysis.standpoint import Standpoint
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.statement import StatementKind
from goalctl.model.validate import record_from
from goalctl.workspace.memory.bank import PrivateTextError, from_bank, refuse_private
from goalctl.workspace.memory.uses import Bank, NoBankedError
from goalctl.workspace.store.practice import practice_at

TODAY = date(2026, 6, 1)
ONE = """\
client: c-one
opened: 2026-01-05
discovery: {magic_wand: [{wish: play with my kids again}]}
goals:
  - id: g1
    goal: "Walks on three days a week."
    status: achieved
    opened: 2026-01-05
    closed: 2026-03-02
    smart:
      specific: Walks in the park for twenty minutes
      measurable: {by: count, of: days walked, per: week, baseline: 1, target: 3, since: 2026-01-05}
      attainable: {because: He ran in 2019}
      relevant: {value: health, in_their_words: I want to breathe again}
      time_bound: {deadline: 2026-03-30}
    objectives:
      - id: g1.1
        objective: Calls Mrs Alder on Monday
        status: active
        interventions: [{id: i1, what: "BA: plan walks", who: clinician, every: 1w, for: 8w}]
  - {id: g2, goal: "To play with my kids again, and to breathe", status: draft}
sessions:
  - {date: 2026-02-02, homework: [{id: h1, task: Walk on Tuesday}]}
  - {date: 2026-02-09, homework_done: {h1: yes}, homework: [{id: h2, task: walk on tuesday}]}
"""
TWO = """\
client: c-two
opened: 2026-02-02
goals:
  - id: g1
    goal: walks on three days  a week
    status: active
    smart: {measurable: {by: rating, baseline: 2, target: 8}}
sessions:
  - {date: 2026-02-09, scores: {g1: 8}}
  - {date: 2026-03-02, scores: {g1: 9}}
"""


def plan(text):
    found, findings = record_from(Plan, read_data(text)[0])
    assert findings == []
    return found


@pytest.fixture
def bank():
    uses = [use for text in (ONE, TWO) for use in uses_in(Standpoint(plan(text), {}, TODAY))]
    return Bank(tuple(banked(uses)))


def entry(bank, wording):
    return next(each for each in bank.entries if normalised(each.text) == normalised(wording))


def taken(bank, wording, kind, client="c-new", **more):
    plans = {"case_of": lambda used_by: Standpoint(plan(ONE if used_by == "c-one" else TWO), {}, TODAY)} | more
    return from_bank(bank, bank.id_of(entry(bank, wording)), kind, client=client, today=TODAY, **plans)


def test_the_same_wording_is_one_entry_whatever_its_capitals_spaces_and_full_stop(bank):
    walks = entry(bank, "walks on three days a week")
    assert (len(walks.uses), walks.clients) == (2, {"c-one", "c-two"})
    assert walks.text == "walks on three days  a week"


def test_reached_is_what_was_marked_or_what_the_scores_say_with_the_median_of_its_weeks(bank):
    walks = entry(bank, "walks on three days a week")
    assert walks.reached == 2
    assert walks.median_weeks == 6  # eight weeks until it was marked, four until two scores in a row said so


def test_an_intervention_went_as_its_objective_and_homework_as_it_was_answered(bank):
    assert entry(bank, "BA: plan walks").reached == 0
    task = entry(bank, "walk on tuesday")
    assert (len(task.uses), task.reached, task.median_weeks) == (2, 1, 1)


def test_those_reached_most_come_first_then_the_most_used_and_then_the_latest(bank):
    assert [(each.reached, len(each.uses)) for each in bank.entries] == [(2, 2), (1, 2), (0, 1), (0, 1), (0, 1)]
    assert [each.kind for each in bank.entries[:2]] == [BankKind.GOALS, BankKind.HOMEWORK]


def test_a_wording_says_by_what_each_use_was_measured_and_homework_by_nothing(bank):
    assert sorted(entry(bank, "walks on three days a week").measures) == ["count", "rating"]
    assert entry(bank, "walk on tuesday").measures == ()


def test_an_id_is_stable_and_any_beginning_of_it_that_fits_only_one_will_do(bank):
    walks = entry(bank, "walks on three days a week")
    assert walks.digest == digest_of(BankKind.GOALS, "WALKS on three days a week")
    assert bank.named(f"bank:{walks.digest[:5]}") is walks
    assert bank.named(f"bank:{walks.digest}") is walks


@pytest.mark.parametrize("ref", ["bank:", "bank:zz", "bank:000000", "bank:../x"])
def test_an_id_that_is_not_there_is_refused(bank, ref):
    with pytest.raises(NoBankedError):
        bank.named(ref)


def test_another_client_gets_wording_measure_and_length_and_nothing_else():
    first = plan(ONE).copy_with(goals=plan(ONE).goals[:1])
    only = Bank(tuple(banked(uses_in(Standpoint(first, {}, TODAY)))))
    at_first = {"case_of": lambda _: Standpoint(first, {}, TODAY)}
    filling = taken(only, "walks on three days a week", StatementKind.GOAL, **at_first)
    assert filling.entry == {
        "goal": "Walks on three days a week.",
        "smart": {
            "specific": "Walks in the park for twenty minutes",
            "measurable": {"by": "count", "of": "days walked", "per": "week", "target": "3"},
            "time_bound": {"deadline": "2026-08-24"},  # twelve weeks, as it was there
        },
    }


def test_who_fills_in_a_form_and_who_judges_stay_behind():
    text = ONE.replace(
        "{by: count, of: days walked, per: week, baseline: 1, target: 3, since: 2026-01-05}",
        "{by: phq-9@anna, judged_by: anna, baseline: 18, target: [5, 9]}",
    )
    text = text.replace("{id: i1, what: ", "{id: i1, on: 2026-01-05, what: ")
    bank = Bank(tuple(banked(uses_in(Standpoint(plan(text), {}, TODAY)))))
    case = {"case_of": lambda _: Standpoint(plan(text), {}, TODAY)}
    filling = taken(bank, "walks on three days a week", StatementKind.GOAL, client="c-new", most_active=3, **case)
    assert filling.entry["smart"]["measurable"] == {"by": "phq-9", "target": ["5", "9"]}
    assert "on" not in filling.entry["objectives"][0]["interventions"][0]
    assert "anna" not in str(filling.entry)


def test_the_client_s_own_use_is_taken_where_there_is_one(bank):
    wording, kind = "walks on three days a week", StatementKind.GOAL
    assert taken(bank, wording, kind, client="c-one").from_client == "c-one"
    assert taken(bank, wording, kind, client="c-new").from_client == "c-two"


def test_objectives_come_along_only_when_they_are_asked_for(bank):
    wording, kind = "walks on three days a week", StatementKind.GOAL
    assert "objectives" not in taken(bank, wording, kind, client="c-one").entry
    with_steps = taken(bank, wording, kind, client="c-one", most_active=3).entry
    assert with_steps["objectives"][0]["interventions"][0]["what"] == "BA: plan walks"


def test_the_client_s_own_words_are_known_for_what_they_are(bank):
    assert taken(bank, "To play with my kids again, and to breathe", StatementKind.GOAL).own_words
    assert not taken(bank, "walks on three days a week", StatementKind.GOAL).own_words


def test_a_name_goes_to_no_other_client(bank, tmp_path):
    (tmp_path / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    practice = practice_at(tmp_path)
    filling = taken(bank, "Calls Mrs Alder on Monday", StatementKind.OBJECTIVE)
    with pytest.raises(PrivateTextError, match="a name with a title"):
        refuse_private(practice, filling, filling.entry, client="c-new")
    refuse_private(practice, filling, filling.entry, client="c-one")
    refuse_private(practice, filling, {"objective": "Calls her teacher on Monday"}, client="c-new")


def test_what_is_of_another_kind_is_refused(bank):
    with pytest.raises(NoBankedError, match="is one of the homework, not a goal"):
        taken(bank, "walk on tuesday", StatementKind.GOAL)


NOTES = """\
client: c-notes
opened: 2026-01-05
goals:
  - {id: g1, goal: Café once a week, status: achieved, opened: 2026-03-02, closed: 2026-02-02}
  - {id: g2, goal: Cafe\u0301 once a week, status: active, opened: 2026-01-05}
  - {id: g3, goal: 毎日十分歩く, status: active, opened: 2026-01-05}
  - {id: g4, goal: Keeps to the sleep restriction, status: active, opened: 2026-01-05}
"""


@pytest.fixture
def notes():
    return Bank(tuple(banked(uses_in(Standpoint(plan(NOTES), {}, TODAY)))))


def test_an_accent_is_the_same_however_it_is_made_up_and_no_time_runs_backward(notes):
    cafe = entry(notes, "café once a week")
    assert (len(cafe.uses), cafe.reached, cafe.median_weeks) == (2, 1, None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("restr", "Keeps to the sleep restriction"),
        ("sle restr", "Keeps to the sleep restriction"),
        ("毎日", "毎日十分歩く"),
    ],
)
def test_the_beginning_of_a_word_finds_it(notes, words, found):
    assert [one.text for one in notes.searched(words)] == [found]


def test_one_letter_and_what_stands_nowhere_find_nothing(notes):
    assert notes.searched("x") == notes.searched("restrx yz") == []
