"""GROW as a conversation with real keys: one question at a time, a pause, another day, and the goal that follows."""

import pytest
from keyboard import CTRL_C, Person

from goalctl.documents.read import read_data

WISHES = """\
discovery:
  magic_wand:
    - {wish: be called by my friends}
    - {wish: sleep at night, in_the_way: night shifts}
"""
GOAL = ["See friends again", "I miss them", "evenings out", "", ""]
REALITY = ["yes", "", "Called one in spring", "shift work"]
OPTIONS = ["Call Sam on Sunday", "Join the choir", "Text the old group", "", "knows me", "", "", "", "", "", "1"]
WILL = ["", "rain", "my sister"]
SURE = ["9", "I still care", "one good call"]
SMART = ["", "", "friends met/week 0..7: 0 -> 2", "", "", "", "has their numbers", "y", "1", "y"]


def plan_of(file):
    return read_data(file.read_text(encoding="utf-8"))[0]


def test_the_conversation_ends_in_a_smart_goal_made_of_the_answers(practice, plan_file):
    person = Person(practice, "add-goal", "c-ab1", "--grow")
    person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, *SURE, *SMART, "")
    assert person.leaves() == 0
    assert plan_of(plan_file)["goals"][1] == {
        "id": "g2",
        "goal": "See friends again",
        "problem": "p1",
        "status": "active",
        "term": "short",
        "opened": "2026-03-02",
        "smart": {
            "specific": "Call Sam on Sunday",
            "measurable": {
                "by": "count", "of": "friends met", "per": "week", "scale": ["0", "7"], "baseline": "0", "target": "2",
            },
            "attainable": {"because": "has their numbers", "in_client_control": "yes"},
            "relevant": {"value": "being a patient father"},
            "time_bound": {"deadline": "2026-06-02", "checkpoints": ["2026-04-17"]},
        },
        "grow": {
            "goal": {"why": "I miss them", "changes": "evenings out"},
            "reality": {"achievable": "yes", "past_attempts": "Called one in spring", "obstacles": "shift work"},
            "options": [
                {"idea": "Call Sam on Sunday", "pros": "knows me", "first_step": "yes"},
                {"idea": "Join the choir"},
                {"idea": "Text the old group"},
            ],
            "will": {
                "this_week": "Call Sam on Sunday", "obstacles": "rain", "support": "my sister", "motivation": "9",
                "why_not_lower": "I still care", "next_number": "one good call",
            },
        },
    }  # fmt: skip


def test_the_ruler_asks_why_not_lower_and_what_would_add_one_and_never_why_not_higher(practice):
    person = Person(practice, "grow", "c-ab1")
    person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, "6", "I still care", "one good call")
    asked = person.sees_prompt()
    assert "Why 6 and not 0?" in person.screen
    assert "What would take you to 7?" in person.screen
    assert "higher" not in person.screen
    assert asked.startswith("What smaller step are you surer of?")


@pytest.mark.parametrize(("rated", "is_offered"), [("7", True), ("8", False), ("10", False)])
def test_low_motivation_suggests_a_smaller_step(practice, rated, is_offered):
    person = Person(practice, "grow", "c-ab1")
    person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, rated, "", *([] if rated == "10" else [""]))
    person.sees_prompt()
    assert ("smaller step" in person.screen) is is_offered


def test_the_smaller_step_becomes_this_week_s_and_the_proposal(practice, plan_file):
    person = Person(practice, "grow", "c-ab1")
    asked = person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, "5", "", "", "Text one friend", *SMART, "")
    person.leaves()
    assert any("[Text one friend]" in prompt for prompt in asked)
    goal = plan_of(plan_file)["goals"][1]
    assert (goal["grow"]["will"]["this_week"], goal["smart"]["specific"]) == ("Text one friend", "Text one friend")


def test_as_many_options_as_come_up_and_each_has_its_pros_and_cons(practice, plan_file):
    ideas = [f"way {n}" for n in range(1, 6)]
    weighed = [line for n in range(1, 6) for line in (f"for {n}", f"against {n}")]
    person = Person(practice, "grow", "c-ab1")
    person.answers(*GOAL, *REALITY, *ideas, "", *weighed, "5", ".")
    person.leaves()
    seen = [person.screen.index(words) for words in ("none judged yet", "way 5", "each one weighed")]
    assert seen == sorted(seen)
    options = plan_of(plan_file)["goals"][1]["grow"]["options"]
    assert len(options) == 5
    assert options[4] == {"idea": "way 5", "pros": "for 5", "cons": "against 5", "first_step": "yes"}


def test_which_way_comes_first_is_asked_though_the_first_question_was_passed_over(practice, plan_file):
    options = ["", "Join the choir", "Text the old group", "", "", "", "", "", "2"]
    person = Person(practice, "add-goal", "c-ab1", "--grow")
    person.answers(*GOAL, *REALITY, *options, *WILL, *SURE, *SMART, "")
    assert person.leaves() == 0
    goal = plan_of(plan_file)["goals"][1]
    assert goal["grow"]["options"] == [{"idea": "Join the choir"}, {"idea": "Text the old group", "first_step": "yes"}]
    assert goal["smart"]["specific"] == "Text the old group"


def test_a_dot_keeps_a_draft_and_another_day_goes_on_where_it_stopped(practice, plan_file):
    first = Person(practice, "grow", "c-ab1")
    first.answers(*GOAL, "yes", ".")
    assert first.leaves() == 0
    draft = plan_of(plan_file)["goals"][1]
    assert (draft["status"], draft["grow"]["reality"]) == ("draft", {"achievable": "yes"})
    second = Person(practice, "grow", "c-ab1", "g2", today="2026-03-09")
    asked = second.answers(*REALITY[1:], *OPTIONS, *WILL, *SURE, *SMART, "")
    assert second.leaves() == 0
    assert "[Called one in spring]" not in second.screen  # what failed is no reason why it can be reached
    assert asked[0].startswith("How does it fit")
    assert "What would you like to reach? See friends again" in second.screen
    done = plan_of(plan_file)["goals"][1]
    assert (done["status"], done["opened"], len(done["grow"]["options"])) == ("active", "2026-03-02", 3)


def test_a_choice_that_was_made_is_shown_in_its_words_when_the_talk_goes_on(practice):
    first = Person(practice, "grow", "c-ab1")
    first.answers(*GOAL, *REALITY, *OPTIONS[:-1], "2", ".")
    first.leaves()
    second = Person(practice, "grow", "c-ab1", "g2")
    second.sees_prompt()
    assert "comes first? Join the choir\n" in second.screen


def test_a_draft_is_offered_when_no_goal_is_named(practice):
    first = Person(practice, "grow", "c-ab1")
    first.answers("See friends again", ".")
    first.leaves()
    second = Person(practice, "grow", "c-ab1")
    assert second.sees_prompt() == "g2 is a draft: See friends again. Go on with it? [Y/n] "


def test_back_goes_into_what_was_said_before(practice):
    first = Person(practice, "grow", "c-ab1")
    first.answers("See friends again", "I miss them", ".")
    first.leaves()
    second = Person(practice, "grow", "c-ab1", "g2")
    second.answers("<", "<")
    assert second.sees_prompt() == "What would you like to reach? [See friends again] > "


def test_ctrl_c_changes_nothing_and_what_was_typed_is_kept(practice, plan_file):
    before = plan_file.read_bytes()
    person = Person(practice, "grow", "c-ab1")
    person.answers("See friends again", "I miss them")
    person.sees_prompt()
    person.presses(CTRL_C)
    assert person.leaves() == 130
    assert plan_file.read_bytes() == before
    again = Person(practice, "grow", "c-ab1")
    again.answers("y")
    assert again.sees_prompt().startswith("How will your life be different")


def test_a_dot_before_anything_was_said_keeps_nothing(practice, plan_file):
    before = plan_file.read_bytes()
    person = Person(practice, "grow", "c-ab1")
    person.answers(".")
    assert person.leaves() == 0
    assert plan_file.read_bytes() == before


def test_a_wish_is_taken_by_its_number_and_names_the_goal_from_then_on(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("\nproblems:", f"\n{WISHES}\nproblems:"), encoding="utf-8")
    person = Person(practice, "grow", "c-ab1")
    person.answers("2 Sleep through the night", ".")
    person.leaves()
    plan = plan_of(plan_file)
    assert "What matters: being a patient father" in person.screen
    assert plan["goals"][1]["goal"] == "Sleep through the night"
    assert plan["discovery"]["magic_wand"][1] == {
        "wish": "sleep at night", "in_the_way": "night shifts", "goal": "g2",
    }  # fmt: skip
    later = Person(practice, "add-goal", "c-ab1", "--grow")
    later.sees_prompt()
    assert "1 be called by my friends" in later.screen
    assert "sleep at night" not in later.screen


def test_hints_come_while_the_goal_is_worded(practice):
    person = Person(practice, "grow", "c-ab1")
    person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, *SURE, "Understand my anger", "")
    person.sees_prompt()
    assert "S101: nobody can watch someone 'understand'" in " ".join(person.screen.split())


def test_measures_of_goals_like_it_are_shown_as_examples(practice):
    person = Person(practice, "grow", "c-ab1")
    person.answers(*GOAL, *REALITY, *OPTIONS, *WILL, *SURE, "Go to bed at the same hour and sleep", "")
    person.sees_prompt()
    assert "in the library, near to this:" in person.screen


def test_a_settled_goal_is_left_alone(practice):
    person = Person(practice, "grow", "c-ab1", "g1")
    assert person.leaves() == 2
    assert "g1 is active, so it is settled" in person.screen


def test_a_goal_that_was_named_on_the_line_is_not_asked_for_again(practice, plan_file):
    person = Person(practice, "add-goal", "c-ab1", "See friends again", "--grow", "--term", "short")
    asked = person.answers(*GOAL[1:], *REALITY, *OPTIONS, *WILL, *SURE, *SMART[:4], *SMART[5:], "")
    assert person.leaves() == 0
    assert asked[0].startswith("Why does this matter")
    goal = plan_of(plan_file)["goals"][1]
    assert (goal["goal"], goal["term"]) == ("See friends again", "short")


def test_a_draft_that_someone_changed_meanwhile_is_not_written_over(practice, plan_file):
    first = Person(practice, "grow", "c-ab1")
    first.answers("See friends again", ".")
    first.leaves()
    second = Person(practice, "grow", "c-ab1", "g2")
    second.answers("I miss them")
    second.sees_prompt()
    theirs = plan_file.read_text(encoding="utf-8").replace("See friends again", "See them again")
    plan_file.write_text(theirs, encoding="utf-8")
    second.presses(".\r")
    assert second.leaves() == 3
    assert "g2 was changed while you typed" in second.screen
    assert plan_file.read_text(encoding="utf-8") == theirs


def test_off_a_terminal_it_says_what_to_do_instead(goalctl):
    refused = goalctl("grow", "c-ab1", status=2)
    assert refused.err.startswith("goalctl: somebody to talk to is missing\n")
