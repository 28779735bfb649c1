"""`log-session CLIENT` alone: seven prompts at a terminal, with real key presses."""

import pytest
from keyboard import Person
from stamps import unstamped

RATING = """\
  - id: g2
    goal: Sees friends again
    status: active
    smart: {measurable: {by: rating, baseline: 2, target: 7}}
"""
SERVICE = "services: [{type: individual psychotherapy, minutes: 53, every: 1w, cpt: 90837, place: office}]\n"
KEPT = ".goalctl/rescued/log-session-c-ab1.json"


@pytest.fixture
def clinic(practice, plan_file):
    """A client with a rated goal, a service, and homework that nobody has answered."""
    text = plan_file.read_text(encoding="utf-8")
    text = text.replace("\nsessions:", f"{RATING}\nsessions:").replace("\nproblems:", f"{SERVICE}\nproblems:")
    text = text.replace("    homework_done: {h1: yes}\n", "    time: 10:00-10:53\n")
    plan_file.write_text(text, encoding="utf-8")
    return practice


@pytest.fixture(autouse=True)
def item_9_is_not_endorsed(plan_file):
    """Else its record would be asked for after each session, which is for the tests of risk."""
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("[2, 2, 3, 2, 1, 2, 2, 2, 2]", "[3, 3, 3, 2, 1, 2, 2, 2, 0]"), encoding="utf-8")


def new_lines(plan_file, before):
    after = unstamped(plan_file.read_text(encoding="utf-8"))
    assert after.startswith(before)
    return [line for line in after.removeprefix(before).splitlines() if "- id:" not in line]


def test_a_session_with_scores_and_a_note_takes_at_most_sixty_keystrokes_besides_the_note(clinic, plan_file):
    before, note = plan_file.read_text(encoding="utf-8"), "Ran once, in the rain."
    person = Person(clinic, "log", "c-ab1", started_afresh=True)
    prompts = person.answers("", "y", "5 3", "223212210", "1", "", note, "", "+1w", "")
    assert person.leaves() == 0
    assert prompts[:4] == [
        "1/7 Visit? [2026-03-02 10:00-10:53 90837 office] > ",
        "2/7 Homework done? y/p/n > ",
        "3/7 Scores? > ",
        "PHQ-9 is due (last 18 on 2026-01-12): > ",
    ]
    assert len("goalctl log c-ab1\r") + person.pressed - len(note) <= 60
    assert new_lines(plan_file, before) == [
        "    date: 2026-03-02",
        "    time: 10:00-10:53",
        "    by: m.kowalski",
        "    place: office",
        "    cpt: [90837]",
        "    scores: {g2: 5, g1.1: 3}",
        "    forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 1, 0]}",
        "    worked_on: [g1.1]",
        "    used: [g1.1.i1]",
        "    note: Ran once, in the rain.",
        "    homework_done: {h1: yes}",
        "    next: 2026-03-09",
    ]


def test_whose_plan_it_is_stands_above_the_first_prompt(clinic):
    person = Person(clinic, "log-session", "c-ab1")
    person.stops_at_the_next_prompt()
    assert person.screen.startswith("c-ab1 · opened 2026-01-05 · last session 2026-02-02\n")


def test_enter_scores_nothing_and_never_as_last_time(clinic, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("14:00 video", "", "", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert new_lines(plan_file, before) == [
        "    date: 2026-03-02",
        "    time: 14:00-14:53",
        "    by: m.kowalski",
        "    place: video",
        "    cpt: [90837]",
    ]


def test_an_appointment_that_was_missed_asks_only_for_note_and_next(clinic, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("no-show", "Rang later", "fri", "")
    assert person.leaves() == 0
    assert [prompt[:3] for prompt in prompts[1:3]] == ["5/7", "7/7"]
    assert new_lines(plan_file, before)[2:] == [
        "    by: m.kowalski",
        "    kind: no-show",
        "    note: Rang later",
        "    next: 2026-03-06",
    ]


def test_a_form_item_by_item_with_a_step_back_and_an_endorsed_item(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("", "", "", "i", "2", "3", "<", "1", *"1111111", "", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert [prompt[:9] for prompt in prompts[4:8]] == ["PHQ-9 1/1", "PHQ-9 2/1", "PHQ-9 3/1", "PHQ-9 2/1"]
    assert prompts[7] == "PHQ-9 2/10 low mood or hopelessness 0-3 [3] > "
    assert "    forms: {phq-9: [2, 1, 1, 1, 1, 1, 1, 1, 1]}\n" in plan_file.read_text(encoding="utf-8")
    assert prompts[-7] == "Ask and record it now? y, or Enter to do it later > "
    assert "!! ENDORSED: PHQ-9 q9, answer 1, on 2026-03-02." in person.screen
    assert "To record it: goalctl risk c-ab1\n" in person.screen


def test_that_treatment_ended_while_a_session_was_typed_is_told(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("", "", "5", "", "", "", "", "", "")
    person.sees_prompt()
    text, ended = plan_file.read_text(encoding="utf-8"), "discharged\ndischarge: {on: 2026-03-02, reason: completed}"
    plan_file.write_text(text.replace("\nstatus: active\n", f"\nstatus: {ended}\n", 1), encoding="utf-8")
    person.presses("\r")
    person.leaves()
    assert "c-ab1 · discharged 2026-03-02 · opened" in person.screen


def test_the_session_in_which_risk_is_asked_is_none_without_asking(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("[3, 3, 3, 2, 1, 2, 2, 2, 0]", "[2, 2, 3, 2, 1, 2, 2, 2, 2]"), encoding="utf-8")
    person = Person(practice, "log-session", "c-ab1")
    prompts = person.answers("", "", "", "")
    person.stops_at_the_next_prompt()
    assert "Ask and record it now? y, or Enter to do it later > " in prompts[3:]
    assert "1 session since without asking, the last on 2026-02-02." in " ".join(person.screen.split())


def test_after_a_total_the_item_that_speaks_of_risk_is_asked(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("", "", "", "14", "2", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert prompts[4] == "PHQ-9 9/10 thoughts of death or self-harm 0-3 > "
    assert "phq-9: {total: 14, q9: 2}" in plan_file.read_text(encoding="utf-8")
    assert "!! ENDORSED: PHQ-9 q9, answer 2" in person.screen


def test_bad_answers_are_explained_and_asked_again(clinic):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("tomorrow", "25:00", "", "x", "", "11", "5 3 1", "five", "g7=2", "g1=9", "6,5", "", "40")
    person.stops_at_the_next_prompt()
    for sentence in (
        "the visit: 'tomorrow' is not a day",
        "'25:00' is not a time of day (write hours and minutes, as 14:30)",
        "'x' is not understood (y yes, p partly, n no)",
        "g2: 11 is off its scale (score it 0 to 10)",
        "one score too many: 1 (only 2 are asked here; others by id, as g1.1=3)",
        "g2: 'five' is not a number",
        "c-ab1 has no g7 (known here: g1, g1.1, g2)",
        "g1 is scored by phq-9, not by hand",
        "g2: '6,5' is not a number (use a point: 6.5)",
        "40 is above the PHQ-9's maximum, 27",
    ):
        assert sentence in person.screen.replace("\n", " ")


def test_back_shows_what_was_typed_and_help_explains(clinic):
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("", "p", "<", "?", "", "5 -")
    assert person.stops_at_the_next_prompt() == 130
    assert prompts[3:5] == ["2/7 Homework done? y/p/n [h1=partly] > "] * 2
    assert "y yes, p partly, n no; one for each of h1, - for not asked" in person.screen
    assert "   h1 walk on Tuesday\n" in person.screen


ANSWERS = ("", "y", "5 3", "i", *"222222222", "", "1", "Calm", "Ran", "run", "+1w", "")


@pytest.mark.parametrize(
    ("first", "then", "visit"),
    [
        ("14:00 video", "90834", "14:00-14:53 90834 video"),
        ("23:30 video", "50min", "23:30 50min 90837 video"),
        ("no-show yesterday", "14:00", None),
    ],
    ids=["a place", "past midnight", "who did not come"],
)
def test_what_is_typed_after_a_step_back_differs_from_what_stands_there(clinic, first, then, visit):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers(first, "<", then)
    person.stops_at_the_next_prompt()
    assert (f"Mon 2026-03-02 {visit}" if visit else "Sun 2026-03-01 14:00-14:53 no-show") in person.screen


def test_what_was_typed_last_time_is_what_more_differs_from(clinic):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("14:00 video")
    person.stops_at_the_next_prompt()
    again = Person(clinic, "log-session", "c-ab1")
    again.answers("y", "90834")
    again.stops_at_the_next_prompt()
    assert "Mon 2026-03-02 14:00-14:53 90834 video" in again.screen


@pytest.mark.parametrize("prompt", [*range(6), *range(13, len(ANSWERS))])
def test_ctrl_c_at_any_prompt_leaves_the_file_untouched_and_keeps_what_was_typed(clinic, plan_file, prompt):
    before = plan_file.read_bytes()
    person = Person(clinic, "log-session", "c-ab1")
    person.answers(*ANSWERS[:prompt])
    assert person.stops_at_the_next_prompt() == 130
    assert plan_file.read_bytes() == before
    assert (clinic / KEPT).exists() == (prompt > 0)
    assert "Stopped; nothing was changed." in person.screen
    assert "Traceback" not in person.screen


def test_what_was_typed_is_offered_next_time_and_gone_once_it_is_saved(clinic, plan_file):
    first = Person(clinic, "log-session", "c-ab1")
    first.answers("yesterday", "y", "5 -")
    first.stops_at_the_next_prompt()
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("", "", "", "", "", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert prompts[0] == "Some of this was typed as of 2026-03-02 and not saved. Take it up? [Y/n] "
    assert prompts[1] == "1/7 Visit? [2026-03-01 10:00-10:53 90837 office] > "
    assert prompts[3] == "3/7 Scores? [g2=5] > "
    assert "    scores: {g2: 5}\n" in plan_file.read_text(encoding="utf-8")
    assert not (clinic / KEPT).exists()


def test_the_note_may_be_written_in_the_editor(clinic, plan_file, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Ran once.\\nTwice planned.\\n" > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    person = Person(clinic, "log-session", "c-ab1", editor=editor)
    person.answers("", "", "", "", "", "", "e", "", "", "")
    assert person.leaves() == 0
    assert "    note: |-\n      Ran once.\n      Twice planned.\n" in plan_file.read_text(encoding="utf-8")
    assert list((clinic / ".goalctl" / "rescued").iterdir()) == []


def test_a_measure_that_changed_meanwhile_is_a_conflict_and_what_was_typed_is_kept(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("", "", "5", "", "", "", "", "", "")
    person.sees_prompt()
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("target: 7}", "target: 8}"), encoding="utf-8")
    changed = plan_file.read_bytes()
    person.presses("\r")
    assert person.leaves() == 3
    assert plan_file.read_bytes() == changed
    assert "goalctl: g2 was changed while you typed, so nothing was saved" in person.screen
    assert f"offered next time: {KEPT}" in person.screen
    assert (clinic / KEPT).exists()


@pytest.mark.parametrize("is_stopped", [True, False], ids=["stopped", "refused"])
def test_where_nothing_can_be_kept_what_was_typed_stands_on_the_screen_to_be_copied(clinic, plan_file, is_stopped):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("", "", "5", "", "", "slept badly", "", "", "")
    person.sees_prompt()
    (clinic / ".goalctl").mkdir(exist_ok=True)
    (clinic / ".goalctl" / "rescued").touch()  # as on a disk that is full
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("target: 7}", "target: 8}"), encoding="utf-8")
    if is_stopped:
        assert person.stops() == 130
        assert "Stopped; nothing was changed.\n" in person.screen
    else:
        person.presses("\r")
        assert person.leaves() == 3
        assert "goalctl: g2 was changed while you typed, so nothing was saved" in person.screen
    told = person.screen.partition("What you typed can't be kept: file exists. Copy it from here:\n")[2]
    assert "   scores: g2=5\n" in told
    assert "   response: slept badly\n" in told


def test_a_session_that_someone_else_logged_meanwhile_is_no_conflict(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("", "", "5", "", "", "", "", "", "")
    person.sees_prompt()
    with plan_file.open("a", encoding="utf-8") as file:
        file.write("  - id: zzz999\n    date: 2026-03-02\n    by: s.lee\n    note: on the phone\n")
    person.presses("\r")
    assert person.leaves() == 0
    text = plan_file.read_text(encoding="utf-8")
    assert text.index("on the phone") < text.index("    scores: {g2: 5}\n")


def test_no_means_nothing_is_saved(clinic, plan_file):
    before = plan_file.read_bytes()
    person = Person(clinic, "log-session", "c-ab1")
    person.answers("", "", "5", "", "", "", "", "", "", "n")
    assert person.leaves() == 0
    assert plan_file.read_bytes() == before
    assert f"Nothing was changed. What you typed is kept: {KEPT}" in person.screen


def test_the_practices_own_form_rewords_the_prompts_and_may_ask_for_more(clinic, plan_file):
    (clinic / "forms").mkdir()
    (clinic / "forms" / "session.yaml").write_text(
        "form: session\nname: Ours\nitems:\n  - {id: scores, ask: 'Numbers, please?'}\n"
        "  - {id: mood, ask: 'Mood on arrival?', required: yes, to: x-mood}\n",
        encoding="utf-8",
    )
    person = Person(clinic, "log-session", "c-ab1")
    prompts = person.answers("", "", "", "", "", "", "", "", "", "tired", "")
    assert person.leaves() == 0
    assert prompts[2] == "3/7 Numbers, please? > "
    assert prompts[9] == "Mood on arrival? > "
    assert plan_file.read_text(encoding="utf-8").endswith("    x-mood: tired\n")


@pytest.mark.parametrize("words", [("log-session", "c-ab1"), ("--no-input", "log-session", "c-ab1")])
def test_without_anyone_to_ask_it_says_what_is_missing(goalctl, plan_file, words):
    before = plan_file.read_bytes()
    refused = goalctl(*words, status=2)
    assert refused.out == ""
    assert refused.err == (
        "goalctl: what to log is missing\n"
        "   hint: give it, as g1=6, --note TEXT or --kind no-show; on a terminal it is asked\n"
    )
    assert plan_file.read_bytes() == before


def test_ctrl_c_at_the_offer_of_old_answers_keeps_them(clinic):
    first = Person(clinic, "log-session", "c-ab1")
    first.answers("yesterday")
    first.stops_at_the_next_prompt()
    kept = (clinic / KEPT).read_bytes()
    second = Person(clinic, "log-session", "c-ab1")
    assert second.stops_at_the_next_prompt() == 130
    assert (clinic / KEPT).read_bytes() == kept
