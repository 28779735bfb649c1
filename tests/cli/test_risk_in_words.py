"""Words that speak of risk ask for a record, wherever somebody writes them down."""

import pytest
from questionnaires import put_form, text_of

WORDS = "I want to kill myself"
RECORD = "there is no risk record of that day. To record it: goalctl risk c-ab1"
WAYS = {
    "response": ("log-session", "c-ab1", "--response", WORDS),
    "diary": ("diary", "c-ab1", "g1=3", "--note", WORDS),
    "weekly-journal": ("assess", "c-ab1", "weekly-journal", "--answers", f"hard={WORDS}"),
    "note": ("log-session", "c-ab1", "--note", WORDS),
    "problem": ("add-problem", "c-ab1", "Low mood", "--evidence", WORDS),
    "quote of a goal": ("add-goal", "c-ab1", "Walks twice a week", "--in-their-words", WORDS),
    "mental status": (
        "set",
        "c-ab1",
        "plan",
        "mental_status.on=2026-03-02",
        f"mental_status.text={WORDS}",
        "--because",
        "asked",
    ),
}


@pytest.fixture
def quiet(plan_file):
    """A plan without risk in it, and a goal that is rated."""
    text = plan_file.read_text(encoding="utf-8").replace("1, 2, 2, 2, 2]", "1, 2, 2, 2, 0]")
    plan_file.write_text(text.replace("by: phq-9", "by: rating"), encoding="utf-8")
    return plan_file


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("where", WAYS)
def test_they_are_told_with_the_command(goalctl, where):
    told = goalctl(*WAYS[where], status=0).err
    assert f"!! The {where} of 2026-03-02 speaks of killing, and {RECORD}" in told


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("where", WAYS)
def test_not_where_it_was_found_on_that_day(goalctl, where):
    goalctl("risk", "c-ab1", "--ideation", "active", "--follow-up", "+2d", status=0)
    assert "speaks of" not in goalctl(*WAYS[where], status=0).err


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("where", WAYS)
def test_what_the_record_of_the_day_does_not_say_is_told(goalctl, where):
    goalctl("risk", "c-ab1", "--ideation", "none", "--behaviour", "none", status=0)
    told = goalctl(*WAYS[where], status=0).err
    assert f"!! The {where} of 2026-03-02 speaks of killing, and the risk record of that day found nothing." in told


@pytest.mark.usefixtures("quiet")
def test_a_record_s_own_note_is_told_beside_its_answers(goalctl):
    told = goalctl("risk", "c-ab1", "--ideation", "none", "--note", WORDS, status=0).err
    assert "!! The risk record of 2026-03-02 speaks of killing, and the risk record of that day found nothing." in told


@pytest.mark.usefixtures("quiet")
def test_words_about_what_the_record_of_the_day_did_not_ask_are_told(goalctl):
    goalctl("risk", "c-ab1", "--concern", "withdrawal", "--level", "low", status=0)
    told = goalctl(*WAYS["note"], status=0).err
    assert "speaks of killing, and no risk record of that day asks about it. To record it: goalctl risk c-ab1" in told


@pytest.mark.usefixtures("quiet")
def test_the_same_words_of_another_day_are_told_again_and_of_the_same_day_once(goalctl):
    again = ("log-session", "c-ab1", "--note", WORDS, "--response", WORDS)
    assert goalctl(*again, "--date", "yesterday", status=0).err.count("speaks of") == 1
    assert goalctl(*again, status=0).err.count("speaks of") == 1
    assert "speaks of" not in goalctl("log-session", "c-ab1", "--note", "A long week.", status=0).err


@pytest.mark.usefixtures("quiet")
def test_what_one_text_denies_and_another_tells_is_told_as_both(goalctl):
    told = goalctl("log-session", "c-ab1", "--note", "Denies SI.", "--response", WORDS, status=0).err
    assert "!! The note (and response) of 2026-03-02 speaks of suicide, killing, and there is no risk record" in told


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("said", [("p1", "evidence"), ("g1", "relevant.in_their_words")], ids=["problem", "quote"])
def test_what_is_worded_anew_is_of_the_day_on_which_it_is(goalctl, said):
    item, key = said
    told = goalctl("set", "c-ab1", item, f"{key}={WORDS}", "--because", "her words", status=0).err
    assert f"of 2026-03-02 speaks of killing, and {RECORD}\n" in told
    assert "speaks of" not in goalctl("log-session", "c-ab1", "--note", "A long week.", status=0).err


@pytest.mark.usefixtures("quiet")
def test_a_safety_plan_speaks_of_nothing_else(goalctl):
    answers = f"warning_signs={WORDS}"
    assert "speaks of" not in goalctl("assess", "c-ab1", "safety-plan", "--answers", answers, status=0).err


@pytest.mark.usefixtures("quiet")
def test_what_a_client_writes_on_a_page_is_told_before_and_after_it_comes_in(practice, goalctl, tmp_path):
    put_form(practice)
    (tmp_path / "letter.txt").write_text(text_of({"q1": "0", "q2": "0", "q4": WORDS}), encoding="utf-8")
    told = "The week of 2026-03-01 speaks of killing"
    assert f"!! c-ab1: {told}. goalctl alerts nobody." in goalctl("import", tmp_path / "letter.txt").err
    assert f"!! {told}, and {RECORD} --date 2026-03-01" in goalctl("import", tmp_path / "letter.txt", "--write").err
