"""What came after the end of treatment is told as that: counted nowhere, judging no outcome, agreed to by nobody."""

import json

import pytest

ENDED = """\
format: 2
client: c-ab1
opened: 2026-01-31
status: discharged
problems: [{id: p1, problem: Low mood}]
agreements: [{id: x7k2m4, on: 2026-02-01, who: client, how: signed, of: "2:9ad03e1c5b7f2a90"}]
goals:
  - id: g1
    goal: Rates the evening at 7 or above
    problem: p1
    status: active
    opened: 2026-01-31
    smart:
      measurable: {by: rating, baseline: 3, target: 7}
      time_bound: {deadline: 2026-05-31}
discharge: {on: 2026-05-01, by: m.kowalski, reason: goals reached, outcomes: {g1: achieved}}
sessions:
  - {id: aaaaaa, date: 2026-02-07, by: m.kowalski, scores: {g1: 4}, cpt: [90837], minutes: 53}
  - {id: aaaaab, date: 2026-03-21, by: m.kowalski, kind: no-show}
  - {id: aaaaac, date: 2026-05-01, by: m.kowalski, scores: {g1: 7}, cpt: [90837], minutes: 53}
"""
LATER = """\
  - {id: aaaaad, date: 2026-05-20, by: m.kowalski, scores: {g1: 2}, cpt: [90834], minutes: 40}
  - {id: aaaaae, date: 2026-05-22, by: m.kowalski, kind: no-show}
"""
AGREE = "what client agreed to on 2026-02-01 has changed"


@pytest.fixture
def said(plan_file, goalctl):
    """What a command says on a day after the end, without and with the entries of later days."""

    def of(*words, later=LATER, day="2026-06-30"):
        plan_file.write_text(ENDED + later, encoding="utf-8")
        return goalctl("--today", day, *words, "c-ab1")

    return of


@pytest.mark.parametrize("kind", ["discharge", "progress"])
def test_a_session_after_the_end_is_told_beside_the_attendance(said, kind):
    page = said("report", "--kind", kind).out
    assert "- **Attendance:** came to 2 of 3 appointments; 1 missed\n- **Sessions held:** 2\n" in page
    assert "- **Minutes:** 106\n- **First and last:** 2026-02-07, 2026-05-01\n" in page
    assert "- **After the end of treatment:** 2026-05-20 session (90834, 40 minutes), 2026-05-22 no-show\n" in page
    assert "\n| 90837 | 2 | 106 | 2026-02-07, 2026-05-01 |\n\n" in page
    assert "2 attended, 1 missed, 0 cancelled" in said("outcomes").out


@pytest.mark.parametrize("kind", ["discharge", "progress"])
def test_where_nothing_came_after_the_end_nothing_is_told_of_it(said, kind):
    page = said("report", "--kind", kind, later="").out
    assert "**Sessions held:** 2\n" in page
    assert "After the end" not in page


STEP = """\
    objectives:
      - {id: g1.1, objective: Plans the evening, status: active, opened: 2026-01-31,
         interventions: [{id: i1, what: Activity scheduling}]}
"""


@pytest.mark.parametrize("kind", ["discharge", "progress", "ur"])
def test_interventions_are_counted_over_the_sessions_of_the_treatment(plan_file, goalctl, kind):
    text = (ENDED + LATER).replace("discharge:", f"{STEP}discharge:")
    for scores in ("{g1: 4}", "{g1: 2}"):
        text = text.replace(scores, f"{scores}, used: [g1.1.i1]")
    plan_file.write_text(text, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "--kind", kind, "c-ab1").out
    assert "1 of 2 sessions, last on 2026-02-07" in page


def test_an_outcome_is_held_against_the_last_score_of_the_treatment(said):
    told = said("report", "--kind", "discharge").err
    assert "no newest score at its target" not in told
    assert "in 2 of 2 sessions" in told


def test_an_outcome_that_the_last_score_of_the_treatment_contradicts_is_told(plan_file, goalctl):
    plan_file.write_text(ENDED.replace("{g1: 7}", "{g1: 6}") + LATER.replace("{g1: 2}", "{g1: 8}"), encoding="utf-8")
    told = goalctl("--today", "2026-06-30", "report", "--kind", "discharge", "c-ab1").err
    assert "contradictory: g1 ended as achieved; no newest score at its target says so" in told


FILLED = ENDED.replace("scores: {g1: 4}", "scores: {g1: 4}, forms: {phq-9: {total: 20, q9: 0}}").replace(
    "scores: {g1: 7}", "scores: {g1: 7}, forms: {phq-9: {total: 8, q9: 0}}"
) + LATER.replace("scores: {g1: 2}", "scores: {g1: 2}, forms: {phq-9: {total: 16, q9: 0}}")


@pytest.mark.parametrize("kind", ["discharge", "progress"])
def test_how_a_goal_and_a_form_went_is_told_up_to_the_end_and_beside_it_what_was_scored_afterwards(
    plan_file, goalctl, kind
):
    plan_file.write_text(FILLED, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", kind).out
    assert "| 3 | 7 on 2026-05-01; 2 on 2026-05-20, after the end | 7 |" in page
    assert "- **So far:** 3 to 7 on 2026-05-01, at the target of 7, 2 scores\n" in page
    assert "- **Afterwards:** 2 on 2026-05-20, after the end\n" in page
    assert "| PHQ-9 down 12 (reliable): 20 to 8 since 2026-02-07 (the first" in page
    assert "; 2 fillings; 16 on 2026-05-20, after the end |" in page
    assert "from its best" not in page
    assert page.count("2 on 2026-05-20") == page.count("2 on 2026-05-20, after the end") > 0


def test_what_was_left_open_is_told_as_it_stood_at_the_end(plan_file, goalctl):
    left_open = ENDED.replace(", outcomes: {g1: achieved}", "").replace("{g1: 7}", "{g1: 5}")
    plan_file.write_text(left_open + LATER, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", "progress").out
    (line,) = (one for one in page.splitlines() if one.startswith("g1 Rates the evening"))
    assert line.endswith("; 3 to 5 on 2026-05-01, 50% of the way to the target of 7, 2 scores")


def test_the_utilisation_review_says_what_is_of_afterwards(plan_file, goalctl):
    plan_file.write_text(FILLED, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", "ur").out
    assert "from 3 to 7 on 2026-05-01, target 7, by 2026-05-31, 2 on 2026-05-20, after the end; still open" in page
    assert "PHQ-9 16 on 2026-05-20, after the end; PHQ-9 down 12 (reliable): 20 to 8 since 2026-02-07" in page


@pytest.mark.parametrize("kind", ["discharge", "progress", "ur"])
def test_a_relapse_after_the_end_speaks_against_nothing_that_was_reached(plan_file, goalctl, kind):
    closed = FILLED.replace("    status: active\n", "    status: achieved\n    closed: 2026-05-01\n")
    plan_file.write_text(closed, encoding="utf-8")
    told = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", kind)
    assert "contradictory" not in told.err
    assert "got worse" not in told.err
    assert "What changes next" not in told.out
    plan_file.write_text(closed.replace("{g1: 7}", "{g1: 6}"), encoding="utf-8")
    told = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", kind)
    assert "g1 is called achieved; its newest score, of 2026-05-01, is not at its target" in told.err


def test_a_form_that_was_filled_in_only_after_the_end_is_told_as_that(plan_file, goalctl):
    later = LATER.replace("{g1: 2}", "{g1: 2}, forms: {phq-9: {total: 16, q9: 0}}")
    plan_file.write_text(ENDED + later, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", "ur").out
    assert "PHQ-9: 16 on 2026-05-20, after the end, nothing to compare it with" in page


@pytest.mark.parametrize("command", ["show", "prep"])
def test_a_score_of_afterwards_is_told_as_that(said, command):
    assert "2026-05-20, after the end" in said(command).out
    assert "after the end" not in said("show", later="").out


@pytest.mark.parametrize(("last", "after", "was_there"), [(7, 2, True), (6, 8, False)])
def test_the_client_reads_where_the_aim_was_when_treatment_ended(plan_file, goalctl, last, after, was_there):
    text = ENDED.replace("{g1: 7}", f"{{g1: {last}}}") + LATER.replace("{g1: 2}", f"{{g1: {after}}}")
    plan_file.write_text(text, encoding="utf-8")
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", "client").out
    assert ("You were where you wanted to be when we ended." in page) is was_there
    assert f"began at 3, {last} when treatment ended, now {after}; the aim is 7. " in page


def test_figures_over_goals_say_that_they_are_those_of_the_end(said):
    assert "mean change over 1 rated goal: +4.0 points of 10, when treatment ended\n" in said("show").out
    assert "mean change over 1 rated goal: +1.0 points of 10\n" in said("show", day="2026-04-30").out


@pytest.mark.parametrize("kind", ["progress", "ur"])
@pytest.mark.parametrize(("day", "is_asked"), [("2026-04-30", True), ("2026-05-01", False), ("2026-06-30", False)])
def test_nobody_is_asked_to_agree_to_a_treatment_that_has_ended(said, kind, day, is_asked):
    assert (AGREE in said("report", "--kind", kind, day=day).err) is is_asked


def test_the_screen_before_a_session_counts_as_the_summary_does(said):
    assert said("prep").out.startswith("c-ab1 · discharged · 2 sessions · 1 after the end\n")
    assert said("prep", later="").out.startswith("c-ab1 · discharged · 2 sessions\n")
    assert '"sessions": 2,' in said("prep", "--format", "json").out


def test_a_parent_s_page_counts_the_sessions_of_the_treatment(plan_file, goalctl):
    plan_file.write_text(ENDED.replace("status: discharged", "status: discharged\nguardians: [mother]") + LATER)
    page = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", "client", "--for", "mother").out
    assert "2 sessions so far, the last on 1 May 2026." in page


@pytest.mark.parametrize(("ending", "is_told"), [("discharge", False), ("x-discharge", True)])
def test_a_waiver_of_the_work_stays_where_it_is_when_treatment_ends(plan_file, goalctl, ending, is_told):
    status = "active" if is_told else "discharged"
    waived = ENDED.replace("  - id: g1\n", "  - id: g1  # goalctl: ignore S103 she says so\n")
    plan_file.write_text(waived.replace("discharge:", f"{ending}:").replace("status: discharged", f"status: {status}"))
    told = goalctl("--today", "2026-06-30", "check", "plans/c-ab1.yaml").out
    assert ("there is no S103 on this line to waive" in told) is is_told


@pytest.mark.parametrize("kind", ["progress", "ur", "discharge"])
def test_what_a_document_lacks_is_mended_by_nothing_that_the_plan_refuses(plan_file, goalctl, kind):
    plan_file.write_text(ENDED, encoding="utf-8")
    told = goalctl("--today", "2026-06-30", "report", "c-ab1", "--kind", kind, "--check", status=1).out
    assert "no diagnosis" in told or "in the call: diagnosis" in told
    assert "goalctl edit c-ab1" in told
    assert not {"set", "agree", "review", "add-objective", "extend"} & {
        words.split()[0] for words in told.split("goalctl ")[1:]
    }


@pytest.mark.parametrize(("stated", "is_old"), [("2026-01-31", False), ("2026-01-30", True)])
def test_why_treatment_was_needed_is_as_old_as_it_was_at_its_end(plan_file, goalctl, stated, is_old):
    said = ENDED.replace("goals:", f"reviews: [{{on: {stated}, by: m.kowalski, necessity: Low}}]\ngoals:", 1)
    plan_file.write_text(said, encoding="utf-8")
    told = goalctl("--today", "2027-06-30", "report", "c-ab1", "--kind", "progress")
    assert ("This statement is old" in told.out) is is_old
    assert ("old: why treatment is needed" in told.err) is is_old


@pytest.mark.parametrize(("kind", "held"), [("phone", 2), ("crisis", 2), ("group", 3)])
def test_a_call_is_a_session_nowhere(said, goalctl, kind, held):
    called = f"  - {{id: aaaaaf, date: 2026-04-01, by: m.kowalski, kind: {kind}}}\n"
    assert f"- **Sessions held:** {held}\n" in said("report", "--kind", "progress", later=called).out
    found = [
        json.loads(goalctl("--today", "2026-06-30", *words, "c-ab1", "--format", "json").out)
        for words in (["prep"], ["outcomes"])
    ]
    assert (found[0]["sessions"], found[1]["attended"]) == (held, held)


@pytest.mark.parametrize(("days", "n"), [(("2026-04-20", "2026-05-01"), 1), (("2026-05-02", "2026-05-09"), 0)])
def test_the_bank_counts_as_reached_what_the_outcomes_do(plan_file, goalctl, days, n):
    later = "".join(f"  - {{id: aaaab{place}, date: {day}, scores: {{g1: 8}}}}\n" for place, day in enumerate(days))
    text = (ENDED + later).replace(", outcomes: {g1: achieved}", "").replace("{g1: 7}, cpt", "{g1: 7}, x-cpt")
    plan_file.write_text(text.replace("scores: {g1: 7}, x-", ""), encoding="utf-8")
    (known,) = json.loads(goalctl("--today", "2026-06-30", "bank", "evening", "--format", "json").out)["bank"]
    came = json.loads(goalctl("--today", "2026-06-30", "outcomes", "c-ab1", "--format", "json").out)
    assert (known["reached"], came["reached"]) == (n, n)


@pytest.mark.parametrize(
    ("day", "ended"), [("2026-06-30", "2026-05-01"), ("2026-04-30", None)], ids=["since", "before"]
)
@pytest.mark.parametrize("words", [["show"], ["chart", "g1"]], ids=["show", "chart"])
def test_programs_see_which_scores_are_of_after_the_end(said, goalctl, words, day, ended):
    """The points of a chart held a score of three weeks after the discharge, and nothing told the day of that."""
    said("show")
    found = json.loads(goalctl("--today", day, words[0], "c-ab1", *words[1:], "--format", "json").out)
    assert found["ended"] == ended
