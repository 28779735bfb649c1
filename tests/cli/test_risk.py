"""`goalctl risk`: by options and by real key presses; offered by whichever command an endorsed answer came in."""

import pytest
from keyboard import Person
from stamps import unstamped

ENDORSED = "2,2,3,2,1,2,2,2,1"
PROMPTS = 13
KEPT = ".goalctl/rescued/risk-c-ab1.json"


def entries(plan_file):
    return plan_file.read_text(encoding="utf-8").partition("\nsessions:\n")[2]


@pytest.fixture
def todays_session(goalctl):
    """The id of a session of today, unsigned."""
    return goalctl("log-session", "c-ab1", "g1.1=3", "--note", "A long week.", "--next", "+1w").out.strip()


def test_a_record_joins_the_session_of_its_day_and_rewrites_nothing(goalctl, plan_file, todays_session):
    before = plan_file.read_text(encoding="utf-8")
    stored = goalctl(
        "risk", "c-ab1", "--asked-because", "phq-9 item 9", "--ideation", "passive, one night", "--plan", "no",
        "--protective", "kids", "--protective", "the dog", "--level", "low", "--done", "safety plan reviewed",
        "--consulted", "s.lee", "--follow-up", "+1w", status=0,
    )  # fmt: skip
    assert stored.out == f"{todays_session}\n"
    assert stored.err == (
        "c-ab1 · opened 2026-01-05 · last session 2026-03-02\n"
        "recorded risk in the session of Mon 2026-03-02:\n"
        "+    risk:\n"
        "+      asked_because: phq-9 item 9\n"
        "+      ideation: passive, one night\n"
        "+      plan: no\n"
        "+      protective: [kids, the dog]\n"
        "+      level: low\n"
        "+      done: [safety plan reviewed]\n"
        "+      consulted: s.lee\n"
        "+      follow_up: 2026-03-09\n"
        "follow-up on Mon 2026-03-09, which due lists; goalctl alerts nobody\n"
    )
    after = plan_file.read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == []


def test_without_a_session_that_day_the_record_is_an_entry_of_its_own(goalctl, plan_file):
    goalctl("risk", "c-ab1", "--ideation", "none", "--date", "yesterday", status=0)
    own = "    date: 2026-03-01\n    by: m.kowalski\n    kind: journal\n    risk: {ideation: none}\n"
    assert unstamped(entries(plan_file)).endswith(own)


def test_a_signed_entry_stays_as_it_was_signed(goalctl, plan_file):
    goalctl("risk", "c-ab1", "--level", "low", "--date", "2026-02-02", status=0)
    assert entries(plan_file).count("date: 2026-02-02") == 2


def test_a_second_record_of_a_day_leaves_the_first_alone(goalctl, plan_file, todays_session):
    goalctl("risk", "c-ab1", "--level", "low")
    second = goalctl("risk", "c-ab1", "--level", "high", "--kind", "phone", status=0)
    assert second.out.strip() != todays_session
    assert "    risk: {level: low}\n" in entries(plan_file)
    assert "    kind: phone\n    risk: {level: high}\n" in entries(plan_file)


def test_the_follow_up_is_listed_as_due(goalctl):
    goalctl("risk", "c-ab1", "--level", "low", "--follow-up", "2026-03-05")
    listed = goalctl("due").out.splitlines()[1]
    assert (
        listed == "2026-03-05  in 3 days        c-ab1         risk       1 under follow-up, nearest 2026-03-05 (c-ab1)"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "what was found is missing"),
        (["--follow-up", "2026-03-01"], "--follow-up: 2026-03-01 is before the record, 2026-03-02"),
        (["--level", "low", "--kind", "no-show"], "--kind: 'no-show' can't hold a risk record"),
        (["--level", "low", "--date", "tomorrow"], "--date: 'tomorrow'"),
    ],
    ids=["nothing", "a follow-up before it", "nobody was seen", "a day to come"],
)
def test_what_cannot_be_recorded_is_refused(goalctl, plan_file, words, sentence):
    before = plan_file.read_bytes()
    assert goalctl("risk", "c-ab1", *words, status=2).err.startswith(f"goalctl: {sentence}")
    assert plan_file.read_bytes() == before


def test_help_says_that_nobody_is_alerted(goalctl):
    assert "goalctl alerts nobody." in goalctl("risk", "--help").out


def test_an_endorsed_item_is_told_with_the_command_that_records_it(goalctl):
    told = goalctl("assess", "c-ab1", "phq-9", "--answers", ENDORSED, status=0).err
    assert "!! ENDORSED: PHQ-9 q9, answer 1, on 2026-03-02.\n   Thoughts of being better off dead" in told
    assert told.endswith(
        "   Nothing is recorded about it yet. goalctl alerts nobody.\n   To record it: goalctl risk c-ab1\n"
    )


def test_an_item_that_is_not_endorsed_or_is_answered_is_not_told(goalctl, todays_session):
    assert "ENDORSED" not in goalctl("assess", "c-ab1", "phq-9", "--answers", "2,2,3,2,1,2,2,2,0").err
    goalctl("risk", "c-ab1", "--level", "low")
    assert "goalctl risk" not in goalctl("assess", "c-ab1", "phq-9", "--answers", ENDORSED).err
    assert todays_session


def test_at_a_terminal_everything_is_asked_and_shown_before_it_is_saved(practice, plan_file):
    person = Person(practice, "risk", "c-ab1")
    answers = ["said so", "passive", "no", "no", "pills", "none", "", "kids, dog", "low", "called", "", "+1w", ""]
    assert len(person.answers(*answers, "")) == PROMPTS + 1
    assert person.leaves() == 0
    assert entries(plan_file).endswith(
        "    kind: journal\n    risk:\n      asked_because: said so\n      ideation: passive\n      plan: no\n"
        "      intent: no\n      means: pills\n      behaviour: none\n      protective: [kids, dog]\n"
        "      level: low\n      done: [called]\n      follow_up: 2026-03-09\n"
    )
    assert "+    risk:" in person.screen.partition("Save this?")[0]


@pytest.mark.parametrize("answered", range(PROMPTS + 1))
def test_ctrl_c_at_any_prompt_leaves_the_plan_and_keeps_what_was_typed(practice, plan_file, answered):
    before = plan_file.read_bytes()
    person = Person(practice, "risk", "c-ab1")
    answers = ["said so", "passive", "no", "no", "no", "none", "no", "kids", "low", "called", "s.lee", "+1w", "x"]
    person.answers(*answers[:answered])
    assert person.stops_at_the_next_prompt() == 130
    assert plan_file.read_bytes() == before
    assert (practice / KEPT).exists() == (answered > 0)


def test_what_was_typed_is_offered_again(practice, plan_file):
    first = Person(practice, "risk", "c-ab1")
    first.answers("said so", "passive", "no")
    assert first.stops_at_the_next_prompt() == 130
    second = Person(practice, "risk", "c-ab1")
    prompts = second.answers("", *[""] * PROMPTS, "")
    assert "[said so] > " in prompts[1]
    assert second.leaves() == 0
    assert entries(plan_file).endswith("    risk: {asked_because: said so, ideation: passive, plan: no}\n")
    assert not (practice / KEPT).exists()


def test_an_endorsed_answer_leads_into_the_record_at_a_terminal(practice, plan_file):
    person = Person(practice, "assess", "c-ab1", "phq-9", "--answers", ENDORSED)
    prompts = person.answers("", "", "passive", *[""] * 11, "")
    assert prompts[0] == "Record it now? [Y/n] "
    assert "[PHQ-9 q9 endorsed (1)] > " in prompts[1]
    assert person.leaves() == 0
    assert "    risk: {asked_because: PHQ-9 q9 endorsed (1), ideation: passive}\n" in entries(plan_file)


def test_the_follow_up_that_a_contact_asks_for_is_added_to_it_and_not_to_the_session_before(goalctl, todays_session):
    contact = goalctl("crisis", "c-ab1", "--ideation", "active", status=0)
    assert contact.err.endswith("To set it: goalctl risk c-ab1 --follow-up +1w\n")
    added = goalctl("risk", "c-ab1", "--follow-up", "+1w", status=0)
    assert added.out.strip() not in {todays_session, contact.out.strip()}
    assert added.err.endswith("follow-up on Mon 2026-03-09, which due lists; goalctl alerts nobody\n")
    assert "act today" not in goalctl(status=0).out


@pytest.mark.parametrize(
    ("found", "day", "told"),
    [
        (("--ideation", "active", "--plan", "tablets"), "2026-03-09", "which due lists"),
        (
            ("--ideation", "active", "--plan", "tablets"),
            "2026-03-10",
            "later than risk_quiet in goalctl.yaml allows: due lists it on Mon 2026-03-09",
        ),
        (("--ideation", "passive"), "2026-03-30", "which due lists"),
        (
            ("--ideation", "passive"),
            "2027-03-01",
            "later than risk_quiet in goalctl.yaml allows: due lists it on Mon 2026-03-30",
        ),
    ],
    ids=["a plan, seven days", "a plan, eight days", "passive, four weeks", "passive, a year"],
)
def test_the_day_that_is_told_is_the_one_that_due_lists(goalctl, found, day, told):
    err = goalctl("risk", "c-ab1", *found, "--follow-up", day, status=0).err
    assert err.endswith(f" {day}, {told}; goalctl alerts nobody\n")


@pytest.mark.parametrize("words", [("risk",), ("risk", "--ideation", "none"), ("crisis", "--ideation", "active")])
def test_of_several_members_a_record_names_one(goalctl, plan_file, words):
    of_two = plan_file.read_text(encoding="utf-8").replace("client: c-ab1\n", "client: c-ab1\nmembers: [a, b]\n")
    plan_file.write_text(of_two.replace("phq-9:", "phq-9@a:"), encoding="utf-8")
    command, *options = words
    refused = goalctl(command, "c-ab1", *options, status=2)
    assert (
        refused.err
        == "goalctl: --who is missing: is it about a or b?\n   hint: --who a; each has a record of their own\n"
    )
    goalctl(command, "c-ab1", *(options or ["--ideation", "none"]), "--who", "a", status=0)
