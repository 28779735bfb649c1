"""Risk that is written beside the log, or that goes away without a record: both are told once, with the command."""

import pytest

from tests.faults.repositories import begin

WORDS = "wants to kill himself"
SPEAKS = "speaks of killing, and there is no risk record of that day. To record it: goalctl risk c-ab1"
WAYS = {
    "a rest": ("hold", "c-ab1", "--because", WORDS),
    "a review": ("review", "c-ab1", "--decision", "g1=continue", "--note", WORDS),
    "why treatment is needed": ("review", "c-ab1", "--decision", "g1=continue", "--necessity", WORDS),
    "a goal that is marked": ("mark", "c-ab1", "g1", "on-hold", "--because", WORDS),
    "a deadline": ("extend", "c-ab1", "g1", "2026-06-30", "--because", WORDS),
    "a wording": ("set", "c-ab1", "g1", "goal=Sleeps", "--because", WORDS),
    "a wish": ("explore", "c-ab1", "magic-wand", f"wish1={WORDS}"),
    "an agreement": ("agree", "c-ab1", "--who", "client", "--how", "declined", "--because", WORDS),
    "homework": ("log-session", "c-ab1", "--homework", f"a letter to his wife: he {WORDS}"),
    "an amendment": ("amend", "c-ab1", "abc123", "note=x", "--because", WORDS),
    "a void entry": ("void", "c-ab1", "def456", "--because", WORDS),
    "the end": ("discharge", "c-ab1", "--outcome", "g1=partly", "--reason", WORDS),
    "what comes after": ("discharge", "c-ab1", "--outcome", "g1=partly", "--reason", "moved", "--aftercare", WORDS),
}


@pytest.fixture
def quiet(plan_file):
    """A plan without risk in it."""
    text = plan_file.read_text(encoding="utf-8").replace("1, 2, 2, 2, 2]", "1, 2, 2, 2, 0]")
    plan_file.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("way", WAYS)
def test_words_beside_the_log_ask_for_a_record(goalctl, way):
    assert SPEAKS in goalctl(*WAYS[way], status=0).err


def test_not_where_it_was_asked_that_day(goalctl):
    goalctl("risk", "c-ab1", "--ideation", "active", "--follow-up", "+1w", status=0)
    assert "speaks of" not in goalctl("hold", "c-ab1", "--because", WORDS, status=0).err


@pytest.mark.parametrize("record", [("--close", "suicide", "--because", "at the clinic"), ("--done", "leaflet given")])
def test_what_a_record_that_asked_nothing_does_not_answer_is_told(goalctl, record):
    goalctl("risk", "c-ab1", *record, status=0)
    assert SPEAKS in goalctl("log-session", "c-ab1", "--note", WORDS, status=0).err


@pytest.mark.usefixtures("quiet")
def test_a_record_that_holds_a_note_alone_is_open(goalctl):
    told = goalctl("risk", "c-ab1", "--note", "will kill himself tonight", status=0)
    assert "!! OPEN: suicide: words about killing recorded on 2026-03-02." in told.err
    assert "suicide: words about killing recorded on 2026-03-02" in goalctl("crisis", "c-ab1").out


ITEM = "suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded"


@pytest.mark.parametrize(
    "words",
    [("void", "c-ab1", "abc123", "--because", "twice"), ("amend", "c-ab1", "abc123", "forms.phq-9=111111110")],
    ids=lambda words: words[0],
)
def test_what_stands_nowhere_any_more_is_told(goalctl, words):
    more = () if "--because" in words else ("--because", "typing error")
    told = goalctl(*words, *more, status=0).err
    assert f"!! Not told any more: {ITEM}" in told
    assert "If it still holds: goalctl risk c-ab1 --date 2026-01-12" in told


def test_what_a_record_settles_or_stands_still_is_not(goalctl):
    settled = goalctl("risk", "c-ab1", "--ideation", "none", "--plan", "no", "--behaviour", "none", status=0)
    other = goalctl("void", "c-ab1", "def456", "--because", "twice", status=0)
    assert "Not told any more" not in settled.err + other.err


def test_a_record_that_asked_nothing_hides_nothing_that_goes_away_with_it(goalctl):
    words = ("forms.phq-9=111111110", "risk.done=phoned", "--because", "typing error")
    assert f"!! Not told any more: {ITEM}" in goalctl("amend", "c-ab1", "abc123", *words, status=0).err


def test_a_step_back_tells_what_it_opened(goalctl, practice):
    begin(practice)
    goalctl("risk", "c-ab1", "--ideation", "none", "--plan", "no", "--follow-up", "+1w", status=0)
    assert "!! ENDORSED: PHQ-9 q9, answer 2, on 2026-01-12." in goalctl("undo", "c-ab1", status=0).err
    assert "!!" not in goalctl("redo", "c-ab1", status=0).err


def test_a_step_back_or_forward_tells_what_it_took_along(goalctl, practice):
    begin(practice)
    goalctl("risk", "c-ab1", "--harm-to-others", "active", status=0)
    assert "!! Not told any more: harm to others" in goalctl("undo", "c-ab1", status=0).err
    goalctl("void", "c-ab1", "abc123", "--because", "twice", status=0)
    goalctl("undo", "c-ab1", status=0)
    assert f"!! Not told any more: {ITEM}" in goalctl("redo", "c-ab1", status=0).err


def test_the_record_that_a_hint_asks_for_is_not_of_a_day_before_what_it_answers(goalctl):
    goalctl("risk", "c-ab1", "--ideation", "active", "--date", "2026-02-20", status=0)
    told = goalctl("log-session", "c-ab1", "--date", "2026-02-16", "--note", "A long week.", status=0).err
    assert "To record what was asked: goalctl risk c-ab1 --date 2026-02-20\n" in told
    after = goalctl("log-session", "c-ab1", "--date", "2026-02-24", "--note", "A short week.", status=0).err
    assert "To record what was asked: goalctl risk c-ab1 --date 2026-02-24\n" in after
