"""`goalctl crisis` and `goalctl names`: one screen for a call, the contact on record, and names on a terminal only."""

import pytest
from stamps import unstamped

SAFETY = (
    "forms: {safety-plan: {warning_signs: does not answer, coping: 'walk, shower', people_and_places: the library, "
    "helpers: his sister, professionals: crisis line, surroundings: tablets with his sister}}"
)
RISKY = (
    "risk: {asked_because: phq-9 item 9, ideation: active, plan: tablets, level: high, done: [sister called], "
    "consulted: s.lee, follow_up: 2026-03-04}"
)
NAMES = """\
clients:
  c-ab1: {name: Samuel Example, preferred_name: Sam, birth_date: 1984-03-02, telephone: 07700 900123,
    emergency_contact: Jo 07700 900456, address: 12 Elm Road}
"""
SCREEN = """\
c-ab1
risk: 1 under follow-up, nearest 2026-03-04: suicide
risk: last record 2026-02-25: asked because phq-9 item 9; ideation active; plan tablets; level high; done sister called\
; consulted s.lee; follow-up 2026-03-04
safety plan: 2026-02-25, in entry ghj789
  1 Warning signs: does not answer
  2 What I can do myself: walk, shower
  3 People and places: the library
  4 People who help: his sister
  5 Professionals: crisis line
  6 Safe surroundings: tablets with his sister
next Thu 2026-03-05 · clinician m.kowalski · supervisor s.lee · goalctl alerts nobody
"""


@pytest.fixture
def at_risk(plan_file):
    """The plan with a safety plan, a risk record and a supervisor."""
    text = plan_file.read_text(encoding="utf-8").replace("format: 1", "format: 2")
    text = text.replace("opened: 2026-01-05", "supervisor: s.lee\nopened: 2026-01-05")
    entry = f"  - {{id: ghj789, date: 2026-02-25, next: 2026-03-05, {SAFETY}, {RISKY}}}\n"
    plan_file.write_text(text + entry, encoding="utf-8")
    return plan_file


@pytest.fixture
def names(practice, tmp_path_factory, monkeypatch):
    """A names file of this practice, outside it."""
    folder = tmp_path_factory.mktemp("names")
    monkeypatch.setenv("GOALCTL_NAMES", str(folder))
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: k7c2m9x4\nclinician: m.kowalski\n", encoding="utf-8")
    file = folder / "k7c2m9x4.yaml"
    file.write_text(NAMES, encoding="utf-8")
    file.chmod(0o600)
    return file


def last_entry(plan_file):
    return unstamped(plan_file.read_text(encoding="utf-8")).rpartition("  - id: ")[2].partition("\n")[2]


@pytest.mark.usefixtures("at_risk", "names")
@pytest.mark.parametrize("words", [(), ("--no-input",)], ids=["into a pipe", "asked for no input"])
def test_the_screen_goes_into_a_pipe_whole_and_without_a_name(goalctl, words):
    shown = goalctl(*words, "crisis", "c-ab1", status=0)
    assert shown.out == SCREEN
    assert shown.err == ""


def test_what_is_missing_is_said(goalctl):
    assert goalctl("crisis", "c-a", status=0).out == (
        "c-ab1\n"
        "RISK: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; "
        "1 session since without asking, the last on 2026-02-02\n"
        "risk: no risk record\n"
        "no safety plan on record; to make one: goalctl assess c-ab1 safety-plan\n"
        "no next appointment · clinician m.kowalski · goalctl alerts nobody\n"
    )


def test_what_was_ever_stands_there_as_history(goalctl):
    ever = "q1=no q2=no q6=yes q7=no"
    goalctl("assess", "c-ab1", "c-ssrs-screener", "--answers", ever, "--date", "2026-02-20", status=0)
    assert "risk, history: c-ssrs-screener q6 endorsed (yes) on 2026-02-20: " in goalctl("crisis", "c-ab1").out


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("{on: 2026-01-19, where: paper chart}", "safety plan: 2026-01-19, paper chart\n"),
        (
            "{on: 2026-01-19, reviewed: 2026-02-02, where: paper chart}",
            "safety plan: 2026-01-19, reviewed 2026-02-02, paper chart\n",
        ),
        ("{on: 2026-01-19, form: abc123}", "safety plan: 2026-01-19, in entry abc123, which holds none\n"),
    ],
)
def test_where_a_safety_plan_is_kept_elsewhere_is_said(goalctl, plan_file, stated, told):
    text = plan_file.read_text(encoding="utf-8").replace("format: 1\n", f"format: 2\nsafety_plan: {stated}\n")
    plan_file.write_text(text, encoding="utf-8")
    assert told in goalctl("crisis", "c-ab1").out


@pytest.mark.usefixtures("at_risk")
def test_a_void_entry_holds_no_safety_plan(goalctl):
    goalctl("void", "c-ab1", "ghj789", "--because", "wrong chart", status=0)
    assert "no safety plan on record" in goalctl("crisis", "c-ab1").out


def test_of_a_broken_plan_it_shows_what_can_be_read_and_says_so(goalctl, at_risk):
    at_risk.write_text(
        at_risk.read_text(encoding="utf-8").replace("status: active", "status: aktive"), encoding="utf-8"
    )
    shown = goalctl("crisis", "c-ab1", status=3)
    assert "The file can't be read as a plan; what can be read of it stands here.\n" in shown.out
    assert "  6 Safe surroundings: tablets with his sister\n" in shown.out
    assert shown.out.endswith(SCREEN.splitlines(keepends=True)[-1])
    assert "plans/c-ab1.yaml can't be used until it is mended" in shown.err


def test_a_file_that_is_no_yaml_is_not_said_to_be_without_risk(goalctl, plan_file):
    plan_file.write_text("client: [\n", encoding="utf-8")
    shown = goalctl("crisis", "c-ab1", status=3)
    assert "risk can't be read: mend the file\n" in shown.out
    assert "no safety plan can be read in this file\n" in shown.out


def test_the_client_does_not_see_it(goalctl):
    refused = goalctl("--with-client", "crisis", "c-ab1", status=2)
    assert refused.out == ""
    assert "crisis is not for a screen that the client sees" in refused.err


def test_a_contact_is_logged_from_options_as_one_entry_with_its_record(goalctl, plan_file):
    logged = goalctl(
        "crisis", "c-ab1", "--client-at", "home, with his sister", "--ideation", "active", "--plan", "tablets",
        "--means", "at home", "--done", "sister takes them", "--told", "s.lee", "--follow-up", "+1d",
        "--note", "Rang at night.", status=0,
    )  # fmt: skip
    assert last_entry(plan_file) == (
        "    date: 2026-03-02\n    by: m.kowalski\n    kind: crisis\n    place: phone\n"
        "    client_at: home, with his sister\n    risk:\n      asked_because: contact in a crisis\n"
        "      ideation: active\n      plan: tablets\n      means: at home\n      done: [sister takes them]\n"
        "      consulted: s.lee\n      follow_up: 2026-03-03\n    note: Rang at night.\n"
    )
    assert logged.err.endswith("follow-up on Tue 2026-03-03, which due lists; goalctl alerts nobody\n")
    assert "logged a contact in a crisis of Mon 2026-03-02:\n" in logged.err


def test_without_a_follow_up_day_the_record_is_open(goalctl):
    told = goalctl("crisis", "c-ab1", "--ideation", "active", "--plan", "tablets").err
    assert "no follow-up day is set; goalctl alerts nobody\n!! OPEN: suicide: ideation active, plan tablets" in told


def test_a_try_to_reach_the_client_is_an_entry_of_its_own_kind(goalctl, plan_file):
    goalctl("crisis", "c-ab1", "--tried", "two calls, left word", "--told", "s.lee", status=0)
    assert last_entry(plan_file) == (
        '    date: 2026-03-02\n    by: m.kowalski\n    kind: outreach\n    note: "two calls, left word. told: s.lee"\n'
    )


def test_what_stays_open_after_a_try_or_a_contact_without_a_record_is_said(goalctl):
    tried = goalctl("crisis", "c-ab1", "--tried", "two calls", status=0).err.splitlines()
    assert tried[-2] == "the client was not reached; goalctl alerts nobody"
    assert tried[-1].startswith("!! Risk: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded")
    noted = goalctl("crisis", "c-ab1", "--note", "Says that he bought a rope.", status=0).err
    assert "!! The note of 2026-03-02 speaks of a rope, and there is no risk record of that day." in noted


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--tried", "a call", "--ideation", "none"], "--tried says that the client was not reached"),
        (["--follow-up", "2026-03-01", "--ideation", "none"], "--follow-up: 2026-03-01 is before the record"),
        (["--concern", "jealousy"], "concern: "),
        (["--note", "x", "--date", "tomorrow"], "--date"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_logged(goalctl, plan_file, words, sentence):
    before = plan_file.read_bytes()
    assert sentence in goalctl("crisis", "c-ab1", *words, status=2).err
    assert plan_file.read_bytes() == before


def test_only_the_whole_id_is_written_to(goalctl, plan_file):
    before = plan_file.read_bytes()
    assert goalctl("crisis", "c-a", "--note", "x").status != 0
    assert plan_file.read_bytes() == before


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("words", [["names"], ["names", "list"], ["names", "add", "c-ab1"]], ids=" ".join)
def test_a_pipe_gets_no_name_and_gives_none(goalctl, words):
    refused = goalctl(*words, given="Samuel\n", status=2)
    assert refused.out == ""
    assert "at a terminal only" in refused.err or "on a terminal only" in refused.err


class TestAtATerminal:
    @pytest.fixture
    def person(self, practice, names):
        keyboard = pytest.importorskip("tests.cli.keyboard")

        def sits_down(*words):
            return keyboard.Person(practice, *words, beside={"GOALCTL_NAMES": str(names.parent)})

        return sits_down

    def test_the_screen_says_who_it_is_then_the_contact_is_logged(self, person, at_risk):
        clinician = person("crisis", "c-ab1")
        prompts = clinician.answers("", "home, alone", "passive", "no", "no", "none", "no", "", "s.lee", "+1d", "", "")
        assert clinician.leaves() == 0
        page, _, asked = clinician.screen.partition("Do you have the client on the line?")
        lines = [line.rstrip() for line in page.splitlines()]
        assert lines[:4] == [
            "c-ab1", "Sam · Samuel Example · born 1984-03-02 · 07700 900123", "emergency contact: Jo 07700 900456",
            "address: 12 Elm Road",
        ]  # fmt: skip
        assert len(lines) <= 23
        assert prompts[1].strip() == "Ask first: where are you now? >"
        assert "Save this?" in asked
        assert last_entry(at_risk) == (
            "    date: 2026-03-02\n    by: m.kowalski\n    kind: crisis\n    place: phone\n"
            "    client_at: home, alone\n    risk:\n      asked_because: contact in a crisis\n"
            "      ideation: passive\n      plan: no\n      intent: no\n      means: none\n      behaviour: no\n"
            "      consulted: s.lee\n      follow_up: 2026-03-03\n"
        )

    @pytest.mark.usefixtures("at_risk")
    def test_whoever_is_not_reached_is_asked_nothing(self, person, at_risk):
        clinician = person("crisis", "c-ab1")
        prompts = clinician.answers("n", "two calls", "s.lee", "")
        assert clinician.leaves() == 0
        assert [prompt.strip() for prompt in prompts[1:3]] == [
            "How did you try, and what came of it? >", "Whom did you tell or consult? >",
        ]  # fmt: skip
        assert '    kind: outreach\n    note: "two calls. told: s.lee"\n' in unstamped(at_risk.read_text())

    @pytest.mark.usefixtures("at_risk")
    def test_names_that_others_can_read_are_not_shown_and_the_page_is(self, person, names):
        names.chmod(0o644)
        clinician = person("crisis", "c-ab1")
        assert clinician.stops_at_the_next_prompt() == 130
        assert "other users of this machine can read the names file" in clinician.screen
        assert "Samuel" not in clinician.screen
        assert "1 Warning signs: does not answer" in clinician.screen
