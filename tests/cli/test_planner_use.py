"""`planners use`: a planner's problems, goals, steps, interventions and homework, ticked in one list, saved at once."""

from keyboard import Person

from goalctl.documents.read import read_data
from tests.faults.repositories import begin


def plan_of(file):
    return read_data(file.read_text(encoding="utf-8"))[0]


def test_what_is_ticked_is_saved_at_once_and_what_only_the_client_can_say_is_asked(practice, plan_file):
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    person.answers("1", "2 6", "3", "", "1, sweats", "20", "", "y", "1 to ride again", "")
    assert person.leaves() == 0
    plan = plan_of(plan_file)
    assert plan["problems"][1] == {
        "id": "p2", "problem": "Sudden attacks of intense fear", "evidence": "heart races, hands tingle; sweats",
        "on": "2026-03-02",
    }  # fmt: skip
    goal = plan["goals"][1]
    assert (goal["id"], goal["problem"], goal["status"]) == ("g2", "p2", "draft")
    assert goal["smart"]["measurable"]["baseline"] == "20"
    assert goal["smart"]["attainable"] == {"because": "Attacks peak within minutes, and every one so far has ended"}
    assert goal["smart"]["relevant"] == {"value": "being a patient father", "in_their_words": "to ride again"}
    assert [step["id"] for step in goal["objectives"]] == ["g2.1", "g2.2"]
    assert "interventions" not in goal["objectives"][0]  # 3 was unticked again
    assert plan["sessions"][-1]["kind"] == "journal"
    assert plan["sessions"][-1]["homework"][0]["for"] == "g2.2"
    assert person.screen.endswith("g2\n")


def test_what_the_planner_says_of_people_in_general_is_left_out_unless_it_is_said(practice, plan_file):
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    person.answers("5", "1", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "In general: Half are kept already; exposure widens the rest" in person.screen
    goal = plan_of(plan_file)["goals"][1]
    assert "attainable" not in goal["smart"]
    assert "baseline" not in goal["smart"]["measurable"]


def test_a_problem_that_the_plan_has_already_is_not_added_again(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("problem: Low mood", "problem: Dread of body signals")
    plan_file.write_text(text, encoding="utf-8")
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    person.answers("2", "1", "", "", "", "", "")
    assert person.leaves() == 0
    plan = plan_of(plan_file)
    assert len(plan["problems"]) == 1
    assert plan["goals"][1]["problem"] == "p1"


def test_wrong_numbers_are_told_and_back_leads_to_the_problems(practice):
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    person.answers("9", "1", "77", "", "?1", "<", "2")
    person.sees_prompt()
    assert "'9' is none of the numbers (write 1 to 5, as 1 3 5-7)" in person.screen
    assert "Nothing is ticked yet" in person.screen
    assert "Use the body freely" in person.screen


def test_what_was_ticked_when_it_stopped_is_offered_again_as_what_was_typed_is(practice, plan_file):
    stopped = Person(practice, "planners", "use", "c-ab1", "panic")
    stopped.answers("1", "2 6", "3")
    assert stopped.stops_at_the_next_prompt() == 130
    assert "What you typed is kept" in stopped.screen
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    prompts = person.answers("y", "", "", "", "1, sweats", "20", "", "y", "1 to ride again", "")
    assert prompts[1:3] == ["numbers [1] > ", "numbers tick, Enter goes on > "]
    assert person.leaves() == 0
    assert [step["id"] for step in plan_of(plan_file)["goals"][1]["objectives"]] == ["g2.1", "g2.2"]


def test_undo_takes_all_of_it_back(practice, plan_file, goalctl):
    begin(practice)
    before = plan_file.read_bytes()
    person = Person(practice, "planners", "use", "c-ab1", "panic")
    person.answers("5", "1", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "to have it otherwise: goalctl undo c-ab1" in person.screen
    goalctl("undo", "c-ab1", status=0)
    assert plan_file.read_bytes() == before


def test_off_a_terminal_it_names_the_command_for_scripts(goalctl):
    refused = goalctl("planners", "use", "c-ab1", "panic", status=2)
    assert "goalctl add-goal c-ab1 --from panic/g1 --with-objectives" in refused.err


def test_off_a_terminal_client_and_area_are_looked_at_before_a_command_is_named(goalctl):
    assert "did you mean sleep?" in goalctl("planners", "use", "c-ab1", "slep", status=2).err
    assert "goalctl add-goal" not in goalctl("planners", "use", "c-zzz", "sleep").err
