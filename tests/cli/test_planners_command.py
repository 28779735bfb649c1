"""`planners`: list, search, show, new, check, and `--from AREA/ID` in the commands that write."""

import json

import pytest
from keyboard import Person

from goalctl.documents.read import read_data

OWN = """\
planner: panic
name: Our way with panic
goals:
  - {id: g1, goal: Feel better, problem: p9}
  - {id: g1, goal: Walks to {place} twice a week}
"""


def refs(outcome):
    return [line.split()[0] for line in outcome.out.splitlines()[1:]]


def test_every_area_is_listed_with_what_it_holds(goalctl):
    listed = json.loads(goalctl("planners", "list", "--format", "json", status=0).out)["planners"]
    assert len(listed) >= 24
    depression = next(row for row in listed if row["area"] == "depression")
    assert depression == {
        "area": "depression", "name": "Depression", "own": False, "problems": 6, "goals": 7, "objectives": 17,
        "interventions": 9, "homework": 8, "statements": 52,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["mindfullness"], "adult-adhd/i5"),
        (["shame", "trauma"], "trauma/p4"),
        (["thought", "recrods"], "depression/g3.2"),
        (["drinking", "diary"], "alcohol/"),
        (["panick"], "panic/"),
        (["slepe", "hygeine"], ""),
        (["loneliness"], "loneliness/"),
    ],
    ids=" ".join,
)
def test_a_search_ranks_and_forgives_typing_errors(goalctl, words, first):
    found = refs(goalctl("planners", "search", *words, status=0))
    assert any(ref.startswith(first) for ref in found[:6])


def test_a_word_that_nothing_fits_is_said(goalctl):
    assert goalctl("planners", "search", "xylophonist", status=0).out == "Nothing fits xylophonist.\n"


def test_a_bare_word_shows_the_area_or_searches(goalctl):
    assert goalctl("planners", "grief", status=0).out == goalctl("planners", "show", "grief").out
    assert goalctl("planners", "exposure", status=0).out == goalctl("planners", "search", "exposure").out


def test_one_statement_is_shown_whole_with_how_it_is_used(goalctl):
    assert goalctl("planners", "show", "depression", "g1.1", status=0).out == (
        "g1.1 Writes down and does one {activity} on three days a week\n"
        "  counted: days with the activity done per week, 0 to 7; up from 0 to 3; within 4 weeks\n"
        "  with i1, i2\n"
        "  i1 Behavioural activation: Build a ladder of activities from values and past pleasures; plan two for the "
        "coming days and review what happened, every week, for 12 weeks\n"
        "  i2 Behavioural activation: Read the activity log together and mark which hours lift and which hours sink "
        "the mood, every week, for 4 weeks\n"
        "\n"
        'goalctl add-objective CLIENT GOAL --from depression/g1.1 --fill "activity=…"\n'
    )


def test_an_area_that_is_not_there_names_the_nearest(goalctl):
    refused = goalctl("planners", "show", "depresion", status=2)
    assert refused.err == "goalctl: there is no depresion among the planners\n   hint: did you mean depression?\n"


def test_a_new_planner_is_valid_and_used_at_once(goalctl, practice):
    assert goalctl("planners", "new", "zen", status=0).out == "zen\n"
    assert goalctl("planners", "check", status=0).err == "1 planner checked: nothing found\n"
    assert json.loads((practice / "planners" / "planner.schema.json").read_text(encoding="utf-8"))
    goalctl("add-goal", "c-ab1", "--from", "zen/g1", "--fill", "activity=pottery", status=0)
    assert "goal: Do pottery again" in (practice / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")


def test_an_own_planner_takes_the_place_of_a_shipped_one(goalctl, practice):
    goalctl("planners", "new", "panic", "--from", "panic", status=0)
    file = practice / "planners" / "panic.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: Panic and agoraphobia", "name: Our way"), "utf-8")
    assert goalctl("planners", "show", "panic").out.startswith("Our way [panic]\n")
    assert goalctl("planners", "new", "panic", status=3).err.startswith("goalctl: planners/panic.yaml was not created")


def test_check_names_every_slip_with_its_place(goalctl, practice):
    (practice / "planners").mkdir()
    own = OWN.replace("{place}", "'{place}'").replace("goal: Walks to '{place}' twice a week", "goal: Walks")
    (practice / "planners" / "panik.yaml").write_text(own, encoding="utf-8")
    (practice / "planners" / "old.yml").write_text("", encoding="utf-8")
    found = goalctl("planners", "check", status=1)
    assert [line for line in found.out.splitlines() if line.startswith("planners/")] == [
        "planners/old.yml: error[E151]: this is not read: a planner's file ends in .yaml",
        "planners/panik.yaml:1:10: error[E244]: planner is panic, but the file is panik",
        "planners/panik.yaml:4:10: error[E244]: the id g1 stands 2 times",
        "planners/panik.yaml:4:10: error[E244]: g1 names p9, which is not in this planner",
        "planners/panik.yaml:4:20: warning[S102]: 'feel' is an inner state",
        "planners/panik.yaml:4:20: warning[S103]: 'better' compares without a number",
        "planners/panik.yaml:5:20: warning[S109]: it does not say how much, how often or how long",
    ]


def test_a_broken_own_planner_is_a_row_and_never_left_out_in_silence(goalctl, practice):
    (practice / "planners").mkdir()
    (practice / "planners" / "zen.yaml").write_text("planner: [", encoding="utf-8")
    listed = goalctl("planners", status=3)
    assert listed.out.splitlines()[1].startswith("zen")
    assert "error E1" in listed.out.splitlines()[1]


def test_every_shipped_planner_passes_its_own_check(goalctl):
    areas = [name for name in refs(goalctl("planners")) if name]
    assert goalctl("planners", "check", *areas, status=0).err == f"{len(areas)} planners checked: nothing found\n"


def test_a_goal_comes_whole_with_measure_deadline_and_problem(goalctl, plan_file):
    added = goalctl("add-goal", "c-ab1", "--from", "depression/g2", "--baseline", "18", status=0)
    assert added.out == "g2\n"
    data, _ = read_data(plan_file.read_text(encoding="utf-8"))
    assert data["goals"][1] == {
        "id": "g2",
        "goal": "Bring the depression score into single figures and keep it there",
        "problem": "p1",
        "status": "draft",
        "term": "long",
        "opened": "2026-03-02",
        "smart": {
            "specific": "Completes the PHQ-9 every two weeks and scores 9 at most at two readings in a row",
            "measurable": {"by": "phq-9", "baseline": "18", "target": "9", "hold": "2"},
            "time_bound": {"deadline": "2026-09-02"},
        },
    }


def test_any_option_takes_the_place_of_what_the_library_says(goalctl, plan_file):
    goalctl(
        "add-goal", "c-ab1", "My own words", "--from", "depression/g2", "--by", "rating", "--baseline", "3",
        "--target", "7", "--deadline", "2026-06-01", "--status", "active", status=0,
    )  # fmt: skip
    text = plan_file.read_text(encoding="utf-8")
    assert "goal: My own words" in text
    assert "measurable: {by: rating, baseline: 3, target: 7}" in text
    assert "deadline: 2026-06-01" in text


def test_a_planner_s_baseline_is_never_taken_for_the_client_s(goalctl, plan_file):
    added = goalctl("add-goal", "c-ab1", "--from", "depression/g2", status=0)
    assert "no baseline yet (depression/g2 suggests 17), so the first score will serve: " in added.err
    assert added.err.startswith('left out until somebody says so of this client: --because "A fall of six points')
    assert "measurable: {by: phq-9, target: 9, hold: 2}" in plan_file.read_text(encoding="utf-8")


def test_off_a_terminal_a_missing_word_is_an_error_that_names_the_option(goalctl, plan_file):
    before = plan_file.read_bytes()
    refused = goalctl("add-goal", "c-ab1", "--from", "depression/g7", status=2)
    assert refused.err == (
        'goalctl: --fill "hobby=…" is missing: Take up {hobby} again as a regular part of the week\n'
        '   hint: say what belongs there, as --fill "activity=a run"\n'
    )
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add-goal", "c-ab1", "--from", "depression/p1"], "depression/p1 is a problem, not a goal"),
        (["add-goal", "c-ab1", "--from", "depression/g77"], "depression has no g77"),
        (["add-goal", "c-ab1", "--from", "deprssion/g1"], "there is no deprssion among the planners"),
        (["add-goal", "c-ab1", "--from", "nonsense"], "'nonsense' names nothing in the library"),
        (["add-goal", "c-ab1", "--from", "panic/g1", "--fill", "x=y"], "--fill: panic/g1 has no {x}"),
        (["add-goal", "c-none", "--from", "panic/g1"], "there is no client 'c-none'"),
        (["log", "c-ab1", "--homework", "panic/g1"], "panic/g1 is a goal, not homework"),
    ],
    ids=["another kind", "no such id", "no such area", "no reference", "no such word", "no client", "as homework"],
)
def test_what_can_not_be_taken_is_refused_with_the_reason(goalctl, words, said):
    assert goalctl(*words).err.startswith(f"goalctl: {said}")


def test_objective_problem_and_homework_come_from_the_library(goalctl, plan_file):
    goalctl("add-objective", "c-ab1", "g1", "--from", "depression/g3.1", "--baseline", "0", status=0)
    goalctl("add-objective", "c-ab1", "g1", "Walks", "--intervention", "anger/i4", status=0)
    assert goalctl("add-problem", "c-ab1", "--from", "grief/p1", "--evidence", "weeps daily", status=0).out == "p2\n"
    goalctl("log", "c-ab1", "--homework", "g1.1: depression/h1", status=0)
    assert goalctl("check", "--select", "E").out == ""
    text = plan_file.read_text(encoding="utf-8")
    assert "of: days with an entry on the critic" in text
    assert "Imaginal exposure: Replay a provocation" in text
    assert "task: Put two activities for the coming week into the diary" in text


def test_on_a_terminal_words_and_baselines_are_asked_for(practice, plan_file):
    person = Person(practice, "add-goal", "c-ab1", "--from", "depression/g7", "--with-objectives")
    asked = person.answers("the violin", "0", "", "1", "2", "y", "1")
    person.leaves()
    assert "What goes in place of {hobby}?" in person.screen
    assert len(asked) == 7
    assert "In general: " in person.screen
    goal = read_data(plan_file.read_text(encoding="utf-8"))[0]["goals"][1]
    assert goal["goal"] == "Take up the violin again as a regular part of the week"
    assert goal["smart"]["relevant"] == {"value": "being a patient father"}
    first, second = (objective["measurable"] for objective in goal["objectives"])
    assert ("baseline" in first, second["baseline"], second["target"]) == (False, "1", "2")
    assert "That is at the target of 1 already." in person.screen


def test_signs_of_a_problem_are_chosen_by_number(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1", "--from", "depression/p1")
    person.answers("1,3, PHQ-9 18")
    person.leaves()
    assert "evidence: sleeps or lies down for ten hours or more; leaves messages unanswered; PHQ-9 18" in " ".join(
        plan_file.read_text(encoding="utf-8").split()
    )


def test_homework_that_leaves_something_open_is_to_be_written_out(goalctl, plan_file):
    before = plan_file.read_bytes()
    assert goalctl("log-session", "c-ab1", "--homework", "bipolar/h8", status=2).err == (
        "goalctl: bipolar/h8 leaves something open: Practise the two sentences for {person} aloud once\n"
        "   hint: write out --homework, with words of your own in the place of {person}\n"
    )
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(
    "line", [["add-goal", "c-ab1", "--from", "panic/g1"], ["planners", "show", "panic"]], ids=" ".join
)
def test_a_planner_that_is_broken_is_told_with_its_places_in_order(goalctl, practice, line):
    (practice / "planners").mkdir()
    text = "planner: panic\nname: Panic\ngoals:\n  - {id: g1, goal: Walks, mesure: 1}\nhomwork: []\n"
    (practice / "planners" / "panic.yaml").write_text(text, encoding="utf-8")
    told = goalctl(*line, status=3).err
    assert told.startswith("goalctl: the planner panic can't be used until it is mended\n")
    assert [row.split(" ")[0] for row in told.splitlines() if row.startswith("planners/")] == [
        "planners/panic.yaml:4:27:", "planners/panic.yaml:5:1:",
    ]  # fmt: skip
