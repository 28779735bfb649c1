"""`add-problem`, `add-goal` and `add-objective` by options alone: every option once, and what is refused."""

import pytest

WHO = "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"


def plan_text(plan_file):
    return plan_file.read_text(encoding="utf-8")


def test_add_problem_says_whose_plan_what_and_which_lines(goalctl, plan_file):
    added = goalctl("add-problem", "c-ab1", "Worry at night", "--evidence", "GAD-7 14: every night", status=0)
    assert added.out == "p2\n"
    assert added.err == (
        f"{WHO}added a problem:\n-format: 1\n+format: 2\n"
        '+  - id: p2\n+    problem: Worry at night\n+    evidence: "GAD-7 14: every night"\n+    on: 2026-03-02\n'
    )
    assert '    evidence: "GAD-7 14: every night"\n' in plan_text(plan_file)


def test_add_goal_with_every_option(goalctl, plan_file):
    added = goalctl(
        "add-goal", "c-ab1", "Sees friends again", "--specific", "Meets one friend", "--by", "count", "--of",
        "meetings", "--per", "week", "--scale", "0,7", "--baseline", "0", "--target", "2", "--since", "2026-03-01",
        "--because", "has done it before", "--not-in-client-control", "--value", "being a patient father",
        "--in-their-words", "I miss them", "--deadline", "3m", "--checkpoint", "+4w", "--checkpoint", "2026-05-01",
        "--term", "short", "--serves", "g1", "--problem", "p1", "--priority", "2", "--status", "active", status=0,
    )  # fmt: skip
    assert added.out == "g2\n"
    assert added.err.startswith(f"{WHO}added a goal:\n+  - id: g2\n")
    assert (
        "  - id: g2\n"
        "    goal: Sees friends again\n"
        "    problem: p1\n"
        "    status: active\n"
        "    term: short\n"
        "    serves: g1\n"
        "    priority: 2\n"
        "    opened: 2026-03-02\n"
        "    smart:\n"
        "      specific: Meets one friend\n"
        "      measurable:\n"
        "        by: count\n"
        "        of: meetings\n"
        "        per: week\n"
        "        scale: [0, 7]\n"
        "        baseline: 0\n"
        "        target: 2\n"
        "        since: 2026-03-01\n"
        "      attainable: {because: has done it before, in_client_control: no}\n"
        "      relevant: {value: being a patient father, in_their_words: I miss them}\n"
        "      time_bound: {deadline: 2026-06-02, checkpoints: [2026-03-30, 2026-05-01]}\n"
    ) in plan_text(plan_file)


MEASURES = {
    "--by phq-9 --baseline 18 --target 9": "{by: phq-9, baseline: 18, target: 9}",
    "--by rating --baseline 3 --target 7": "{by: rating, baseline: 3, target: 7}",
    "--by number --of sleep --unit h --scale 0, --target 7": "{by: number, of: sleep, unit: h, scale: [0], target: 7}",
    "--by percent --baseline 40 --target 80": "{by: percent, baseline: 40, target: 80}",
    "--by done --baseline 0 --target 1": "{by: done, baseline: 0, target: 1}",
    "--level -1=none --level 0=one --level 1=two": "by: levels\n        levels: {-1: none, 0: one, 1: two}\n",
    "--by phq-9 --baseline 6 --target 6 --keep 12w --better lower": (
        "{by: phq-9, baseline: 6, target: 6, keep: 12w, better: lower}"
    ),
}


@pytest.mark.parametrize("words", MEASURES)
def test_every_kind_of_measure_comes_out_as_it_was_given(goalctl, plan_file, words):
    goalctl("add-goal", "c-ab1", "Better", *words.split(), status=0)
    assert MEASURES[words] in plan_text(plan_file).partition("- id: g2\n")[2]


def test_a_goal_without_options_is_a_draft_of_today(goalctl, plan_file):
    assert goalctl("add-goal", "c-ab1", "Better", status=0).out == "g2\n"
    assert "  - id: g2\n    goal: Better\n    status: draft\n    opened: 2026-03-02\n" in plan_text(plan_file)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["add-goal", "c-ab1", ""], "write it; in a file, a line `goal: …`"),
        (["add-goal", "c-ab1", " "], "write something, or leave it out"),
    ],
    ids=["empty", "a space"],
)
def test_words_that_are_none_are_asked_for_where_they_were_given(goalctl, words, hint):
    assert f"   hint: {hint}\n" in goalctl(*words, status=2).err


def test_what_the_rules_say_of_a_draft_now_and_later_is_told_once(goalctl):
    told = goalctl("add-goal", "c-ab1", "Sleep", "--in-client-control", status=0).err
    assert told.count("[S109]") == 1
    assert "warning[S109]" in told  # as it weighs when it is worked on


def test_add_objective_with_every_option(goalctl, plan_file):
    added = goalctl(
        "add-objective", "c-ab1", "g1", "Sleeps", "--by", "number", "--of", "sleep", "--unit", "h", "--baseline", "5",
        "--target", "7", "--since", "today", "--deadline", "fri", "--status", "reserve",
        "--intervention", "Sleep restriction; every 1w; for 6w; 50 minutes", "--intervention", "Diary; by client",
        status=0,
    )  # fmt: skip
    assert added.out == "g1.2\n"
    assert (
        "      - id: g1.2\n"
        "        objective: Sleeps\n"
        "        status: reserve\n"
        "        opened: 2026-03-02\n"
        "        measurable: {by: number, of: sleep, unit: h, baseline: 5, target: 7, since: 2026-03-02}\n"
        "        deadline: 2026-03-06\n"
        "        interventions:\n"
        "          - id: i1\n"
        "            what: Sleep restriction\n"
        "            who: clinician\n"
        "            every: 1w\n"
        "            for: 6w\n"
        "            minutes: 50\n"
        "            on: 2026-03-02\n"
        "          - {id: i2, what: Diary, who: client, on: 2026-03-02}\n"
    ) in plan_text(plan_file)


def test_an_objective_past_the_limit_goes_into_reserve(goalctl, plan_file):
    for number in range(2, 5):
        goalctl("add-objective", "c-ab1", "g1", f"Step {number}", status=0)
    assert "        objective: Step 3\n        status: active\n" in plan_text(plan_file)
    assert "        objective: Step 4\n        status: reserve\n" in plan_text(plan_file)


REFUSED = {
    "add-goal c-ab1 Better --target 5": "--by is missing",
    "add-goal c-ab1 Better --by rating --scale 10": "--scale: '10' has only one end",
    "add-goal c-ab1 Better --by rating --baseline x": "baseline: 'x' is not a number",
    "add-goal c-ab1 Better --by rating --target 12": "target 12 is above its scale's maximum, 10",
    "add-goal c-ab1 Better --by phq-9 --target 40": "target 40 is above the PHQ-9's maximum, 27",
    "add-goal c-ab1 Better --by phq-99 --target 4": "phq-99",
    "add-goal c-ab1 Better --by rating --baseline 3 --target 3": "target and baseline are the same",
    "add-goal c-ab1 Better --level 1": "--level: '1' has no description",
    "add-goal c-ab1 Better --deadline 03/04/2026": "--deadline: '03/04/2026' is not a day",
    "add-goal c-ab1 Better --checkpoint soon": "--checkpoint: 'soon' is not a day",
    "add-goal c-ab1 Better --status done": "status: 'done' is not one of the words",
    "add-goal c-ab1 Better --term medium": "term: 'medium' is not one of the words",
    "add-goal c-ab1 Better --priority high": "priority: 'high' is not a whole number",
    "add-goal c-ab1 Better --serves g9": "g9",
    "add-goal c-ab1 Better --serves g2": "g2",
    "add-goal c-ab1 Better --problem p9": "p9",
    "add-goal c-ab Better": "there is no client 'c-ab'",
    "add-objective c-ab1 g9 Better": "c-ab1 has no goal g9",
    "add-objective c-ab1 g1 Better --intervention talk;sometimes": "'sometimes' is not understood",
    "add-objective c-ab1 g1 Better --intervention talk;every;day": "'every' is not understood",
    "add-objective c-ab1 g1 Better --intervention talk;every_x": "'every_x' is not understood",
    "add-objective c-ab1 g1 Better --intervention talk;8w": "'8w' is not understood",
    "add-problem ../etc/passwd Worry": "can't be a client's id",
    "add-problem c-ab1 \x07": "a control character (U+0007)",
}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Group; weekly", "every: weekly"),
        ("Group; 3x weekly; for 8w", "every: 3x weekly, for: 8w"),
        ("Group; every other week", "every: other week"),
        ("Group; daily; for 2 weeks", "every: daily, for: 2w"),
    ],
)
def test_how_often_is_said_of_an_intervention_as_in_the_file(goalctl, plan_file, said, kept):
    goalctl("add-objective", "c-ab1", "g1", "Better", "--intervention", said, status=0)
    assert f"what: Group, who: clinician, {kept}" in " ".join(plan_file.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ("Group; every 1w; every 2w", "'every 2w': how often is said already"),
        ("Group; 3 per week; as needed", "'as needed': how often is said already"),
        ("Group; for 8w; for 12w", "'for 12w': for how long is said already"),
        ("Group; 50 minutes; 60 min", "'60 min': how long it takes is said already"),
        ("Group; by client; by both", "'by both': who does it is said already"),
    ],
)
def test_what_is_said_twice_of_an_intervention_is_refused_and_the_first_not_lost(goalctl, plan_file, said, twice):
    before = plan_file.read_bytes()
    refused = goalctl("add-objective", "c-ab1", "g1", "Better", "--intervention", said, status=2)
    assert refused.err == f"goalctl: {twice}\n   hint: keep one of the two\n"
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize("words", REFUSED)
def test_what_does_not_fit_is_named_and_the_file_stays_as_it_was(goalctl, plan_file, words):
    before = plan_file.read_bytes()
    refused = goalctl(*words.split(" "))
    assert refused.status in {2, 3}
    assert refused.out == ""
    assert REFUSED[words] in refused.err
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--level", "-2=a", "--level", "-2=b"], "--level: -2 is given twice"),
        (["--by", "rating", "--since", "2026-03-03"], "--since: 2026-03-03 is still to come (today is 2026-03-02)"),
    ],
    ids=["a level twice", "a baseline of a day to come"],
)
def test_a_measure_that_says_two_things_or_foretells_is_refused(goalctl, plan_file, words, message):
    before = plan_file.read_bytes()
    refused = goalctl("add-goal", "c-ab1", "Swims", *words, status=2)
    assert refused.err.splitlines()[0] == f"goalctl: {message}"
    assert plan_file.read_bytes() == before
