"""What one person scored is never told as another's: where a course began, the line of bars, what is due of whom."""

import pytest

from tests.cli.couple import COUPLE_BEGINS

TEEN = """\
format: 2
client: c-4m8q
guardians: [mother]
clinician: m.kowalski
opened: 2026-01-12
status: active
goals:
  - id: g1
    goal: The PHQ-9 of the mother comes down to 5
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: phq-9, judged_by: mother, baseline: 22, target: 5}, time_bound: {deadline: 2026-06-30}}
  - id: g2
    goal: The mother rates the mornings at 7
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: rating, judged_by: mother, baseline: 2, target: 7}, time_bound: {deadline: 2026-06-30}}
sessions:
  - id: a1b2c3
    date: 2026-02-02
    by: m.kowalski
    scores: {g2: 9, g2@mother: 2}
    forms: {phq-9: {total: 6, q9: 0}}
  - id: a1b2c4
    date: 2026-02-23
    by: m.kowalski
    scores: {g2: 8, g2@mother: 6}
    forms: {phq-9: {total: 10, q9: 0}, phq-9@mother: {total: 15, q9: 0}}
"""

COUPLE = (
    COUPLE_BEGINS
    + """\
goals:
  - id: g1
    goal: Both rate their evenings at 7
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: rating, judged_by: each, baseline: 3, target: 7}, time_bound: {deadline: 2026-06-30}}
  - id: g2
    goal: The PHQ-9 of both comes down to 9
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: phq-9, judged_by: each, baseline: 18, target: 9}, time_bound: {deadline: 2026-06-30}}
  - id: g3
    goal: The PHQ-9 of Ben comes down to 5
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: phq-9, judged_by: ben, baseline: 12, target: 5}, time_bound: {deadline: 2026-06-30}}
sessions:
  - id: a1b2c3
    date: 2026-02-02
    by: m.kowalski
    scores: {g1: 2, g1@anna: 3, g1@ben: 7}
    forms: {phq-9: {total: 27, q9: 0}, phq-9@anna: {total: 18, q9: 0}, phq-9@ben: {total: 10, q9: 0}}
  - id: a1b2c4
    date: 2026-02-23
    by: m.kowalski
    scores: {g1@anna: 5, g1@ben: 8}
    forms: {phq-9@anna: {total: 8, q9: 0}, phq-9@ben: {total: 4, q9: 0}}
"""
)

EVENINGS = (
    COUPLE_BEGINS
    + """\
goals:
  - id: g1
    goal: Both rate their evenings at 7
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: rating, judged_by: each, baseline: 3, target: 7}, time_bound: {deadline: 2026-06-30}}
    objectives:
      - id: g1.1
        objective: Talk for ten minutes in the evening
        status: active
        opened: 2026-01-12
        interventions: [{id: i1, what: Speaker and listener}]
sessions:
  - {id: a1b2c3, date: 2026-02-02, by: m.kowalski, scores: {g1@anna: 3, g1@ben: 6}, used: [g1.1.i1]}
  - {id: a1b2c4, date: 2026-02-23, by: m.kowalski, scores: {g1@anna: 5, g1@ben: 4}}
"""
)


@pytest.fixture
def plan_is(practice, plan_file):
    """Puts a plan in place of the usual one."""
    plan_file.unlink()

    def put(text):
        (practice / "plans" / "c-4m8q.yaml").write_text(text, encoding="utf-8")

    return put


def outcome_of(goalctl, measure):
    rows = goalctl("outcomes", "c-4m8q", "--format", "csv", status=0).out.splitlines()
    return next(row for row in rows if row.startswith(f"{measure},"))


def test_a_baseline_is_the_beginning_of_whoever_judges_the_goal_and_of_nobody_else(goalctl, plan_is):
    """The teen went from 6 to 10, up 4; the mother from the 22 that her goal states to 15, down 7."""
    plan_is(TEEN)
    assert outcome_of(goalctl, "PHQ-9").startswith("PHQ-9,6,2026-02-02,10,2026-02-23,4,no reliable change")
    mothers = "PHQ-9 (mother),22,2026-01-12,15,2026-02-23,-7,reliably improved"
    assert outcome_of(goalctl, "PHQ-9 (mother)").startswith(mothers)
    shown = goalctl("show", "c-4m8q", status=0).out
    assert "PHQ-9 6 to 10 (2026-02-02 to 2026-02-23): up 4 (not reliable: 6 or more)\n" in shown
    assert "PHQ-9 (mother) 22 to 15 (2026-01-12 to 2026-02-23): down 7 (reliable: 6 or more)" in shown
    assert "PHQ-9 (mother) down 7 (reliable): 22 to 15 since 2026-01-12" in shown
    own = goalctl("report", "c-4m8q", "--kind", "client", "--for", "client", status=0).out
    assert "22" not in own
    assert "Your rating: began at 9, now 8; the aim is 7. That score is at the aim." in own


def test_an_answer_is_held_against_ones_own_beginning_as_it_is_typed(goalctl, plan_is):
    plan_is(TEEN)
    assert "since the baseline" not in goalctl("assess", "c-4m8q", "phq-9", "--answers", "222220000", status=0).out


def test_a_filling_without_a_name_has_no_beginning_of_anothers(goalctl, plan_is):
    """Anna and Ben fill it in by name, so one that names nobody is neither's: it is a single score."""
    plan_is(COUPLE)
    assert "one score" in outcome_of(goalctl, "PHQ-9")
    assert outcome_of(goalctl, "PHQ-9 (ben)").startswith("PHQ-9 (ben),12,2026-01-12,4,2026-02-23,-8,recovered")
    assert "worse:" not in goalctl("show", "c-4m8q", status=0).out


def test_a_member_who_left_leaves_no_baseline_to_the_other(goalctl, plan_is):
    plan_is(COUPLE.replace("[anna, ben]", "[anna]"))
    assert "12 to 8" not in goalctl("show", "c-4m8q", status=0).out


def test_the_line_of_bars_is_of_the_scores_that_its_words_count(goalctl, plan_is):
    """Of g1 the words are Anna's, 3 and 5, who is furthest off; the 2 is nobody's."""
    plan_is(COUPLE)
    report = goalctl("report", "c-4m8q", "--kind", "progress", status=0).out
    assert "g1 over time: ▁█ (rating · higher is better · 2 scores, last 5 on 2026-02-23, of anna;" in report


def test_a_review_call_has_the_figures_of_each_who_decides(goalctl, plan_is):
    """Anna from 3 to 5, Ben from 3 to 4: one of them alone would be told as the couple's."""
    plan_is(EVENINGS)
    page = goalctl("report", "c-4m8q", "--kind", "ur", status=0).out
    assert "anna: from 3 to 5 on 2026-02-23; ben: from 3 to 4 on 2026-02-23, target 7" in page


def test_a_review_call_says_who_has_not_scored_yet(goalctl, plan_is):
    plan_is(EVENINGS.replace(", g1@ben: 6", "").replace(", g1@ben: 4", ""))
    page = goalctl("report", "c-4m8q", "--kind", "ur", status=0).out
    assert "anna: from 3 to 5 on 2026-02-23; ben has not scored it yet, target 7" in page


def test_what_moved_while_an_intervention_was_used_is_told_of_each(goalctl, plan_is):
    plan_is(EVENINGS)
    report = goalctl("report", "c-4m8q", "--kind", "progress", status=0).out
    assert "g1: anna 3 to 5; ben 6 to 4, target 7" in report


def test_a_review_at_the_terminal_shows_the_scores_of_each(goalctl, plan_is):
    plan_is(EVENINGS)
    shown = goalctl("review", "c-4m8q", "g1", "--decision", "g1=continue", status=0)
    assert "scores of anna: 3 5 (last 2026-02-23)" in shown.err
    assert "scores of ben: 6 4 (last 2026-02-23)" in shown.err


@pytest.mark.parametrize("who", ["anna", "ben"])
def test_a_page_has_the_readers_own_line_of_bars(goalctl, plan_is, who):
    plan_is(COUPLE)
    page = goalctl("report", "c-4m8q", "--kind", "client", "--for", who, status=0).out
    assert "over time: ▅" not in page
    assert page.count("over time: ▁█") == 1
    assert page.count("over time: █▁") == 2


def test_a_planned_form_that_names_nobody_is_due_of_each_member_who_signs_it(goalctl, plan_is):
    """Anna filled it in on 23 February, Ben on the 2nd: four weeks later it is hers on 23 March, his on 2 March."""
    late = COUPLE.replace(
        "phq-9@anna: {total: 8, q9: 0}, phq-9@ben: {total: 4, q9: 0}", "phq-9@anna: {total: 8, q9: 0}"
    )
    late = late.replace("phq-9: {total: 27, q9: 0}, ", "")
    plan_is(late.replace("goals:", "assessments: [{form: phq-9, every: 4w}]\ngoals:", 1))
    rows = goalctl("due", "--within", "8w", "--format", "csv").out.splitlines()
    assert [row.partition(",")[0] for row in rows if "phq-9@anna, every 4w" in row] == ["2026-03-23"]
    assert [row.partition(",")[0] for row in rows if "phq-9@ben, every 4w" in row] == ["2026-03-02"]
    assert not [row for row in rows if '"phq-9, every' in row]
