"""Risk is never muted and never noise: every way in, every state of a plan, every place; and what must be no row."""

import json
from datetime import date

import pytest
from keyboard import Person

from goalctl.views.listing import Format
from goalctl.views.page import plain_page
from goalctl.views.screens.prep import prep_page
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan

HEAD = """\
format: 2
client: c-1
clinician: m.kowalski
supervisor: s.lee
opened: 2026-01-05
goals: [{id: g1, goal: Walks, status: active, opened: 2026-01-05}]
"""
OWN_FORM = """\
format: 1
form: check-in
version: 1
name: Check-in
items: [{id: a, ask: How was it?}, {id: b, ask: Did you hurt yourself?}]
options: {0: no, 1: yes}
risk: [{item: b, when: ">= 1", says: self-harm, concern: self-harm}]
"""
ACTIVE = "risk: {ideation: active, level: high"
Q9 = "forms: {phq-9: {total: 9, q9: 2}}"
WAYS = {
    "answers of a form": ("- {date: 2026-02-20, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2]}}", "suicide"),
    "a list that is too long": ("- {date: 2026-02-20, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2, 0, 0]}}", "suicide"),
    "an item beside a total": ("- {date: 2026-02-20, forms: {phq-9: {total: 14, q9: 2}}}", "suicide"),
    "amended to a total": (
        (
            "- {id: aaaaa1, date: 2026-02-20, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 3]}, "
            "amended: [{on: 2026-02-21, set: {forms.phq-9: 19}, because: typing}]}"
        ),
        "suicide",
    ),
    "a form of the practice": ("- {date: 2026-02-20, forms: {check-in: [0, 1]}}", "self-harm"),
    "somebody else's answers": ("- {date: 2026-02-20, forms: {phq-9@anna: {total: 14, q9: 1}}}", "anna: suicide"),
    "a record alone": (f"- {{date: 2026-02-20, {ACTIVE}}}}}", "suicide"),
    "a record of harm": ("- {date: 2026-02-20, risk: {harm_to_others: would hit his brother}}", "harm to others"),
    "a day that is still to come": ("- {date: 2099-02-20, forms: {phq-9: {total: 14, q9: 1}}}", "suicide"),
    "a follow-up that has passed": (f"- {{date: 2026-02-20, {ACTIVE}, follow_up: 2026-02-27}}}}", "suicide"),
    "a follow-up of today": (f"- {{date: 2026-02-23, {ACTIVE}, follow_up: 2026-03-02}}}}", "suicide"),
    "a missed appointment": (
        f"- {{date: 2026-02-23, {ACTIVE}, follow_up: 2026-03-04}}}}\n- {{date: 2026-02-27, kind: no-show}}",
        "suicide",
    ),
    "an earlier episode": ("", "suicide"),
}  # fmt: skip
STATES = {
    "active": "status: active\n",
    "resting": "status: on-hold\nholds: [{from: 2026-02-25}]\n",
    "discharged": "status: discharged\ndischarge: {on: 2026-03-01, reason: moved away}\n",
    "not agreed": "status: active\nplan_by: 60d\n",
    "broken": "status: sleeping\n",
}
LISTINGS = [  # each way in and each state meets every one of them: a fifth of them in turn, all with -m torture
    ["due"], ["due", "--overdue"], ["due", "--within", "1d"], ["due", "--unsigned"], ["due", "c-1"],
    ["due", "--clinician", "m.kowalski"], ["due", "--by", "week"], ["due", "--by", "client"],
    ["due", "--by", "clinician"], ["caseload"], ["caseload", "--state", "met"], ["caseload", "--sort", "client"],
    ["caseload", "--sort", "last-seen"], ["caseload", "--clinician", "m.kowalski"], ["caseload", "--by-clinician"],
]  # fmt: skip


def plant(practice, sessions, state="active", client="c-1", more=""):
    """A plan with these entries, and another that asks for nothing today but is first by name."""
    text = HEAD.replace("c-1", client).replace("opened", STATES[state] + more + "opened", 1)
    lines = "".join(f"  {line}\n" for line in sessions.splitlines())
    (practice / "plans" / f"{client}.yaml").write_text(f"{text}sessions:\n{lines}" if lines else text, encoding="utf-8")


@pytest.fixture
def planted(practice, plan_file):
    """A way in with the state of its plan, beside a plan whose deadline is long over; the concern's words."""
    plan_file.unlink()
    (practice / "forms").mkdir()
    (practice / "forms" / "check-in.yaml").write_text(OWN_FORM, encoding="utf-8")
    old = "[{id: g1, goal: Reads, status: active, opened: 2025-01-05, smart: {time_bound: {deadline: 2025-06-01}}}]"
    plain = HEAD.replace("c-1", "a-0").replace("[{id: g1, goal: Walks, status: active, opened: 2026-01-05}]", old)
    (practice / "plans" / "a-0.yaml").write_text(plain, encoding="utf-8")

    def plan(way, state):
        sessions, concern = WAYS[way]
        before = ""
        if way == "an earlier episode":
            plant(practice, WAYS["answers of a form"][0], "discharged", "b-0")
            before = "previous: b-0\n"
        plant(practice, sessions, state, more=before)
        return concern

    return plan


def first_lines(text, most=6):
    return "\n".join(text.splitlines()[:most])


@pytest.mark.parametrize("in_turn", [len(STATES), pytest.param(1, id="all", marks=pytest.mark.torture)])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("way", WAYS)
def test_risk_leads_every_list_and_every_screen(goalctl, planted, way, state, in_turn):
    concern = planted(way, state)
    turn = [*WAYS].index(way) + [*STATES].index(state)
    for words in LISTINGS[turn % in_turn :: in_turn]:
        first = json.loads(goalctl(*words, "--format", "json").out)["risk"][0]
        assert (first["client"] in {"c-1", "b-0"}, first["needs_act"]) == (True, True), words
        assert concern in first["words"], words
        assert concern in goalctl(*words, "--format", "csv").out.splitlines()[1], words
    for words in (["prep", "c-1"], ["show", "c-1"], ["report", "c-1", "--kind", "record"]):
        shown = goalctl(*words)
        assert concern in first_lines(shown.out if state != "broken" and words[0] != "report" else shown.err, 2), words
    day = first_lines(goalctl().out).splitlines()
    assert day[2] == "act today"
    assert any(line.startswith(f"  c-1 {concern}: ") for line in day)
    checked = goalctl("check", "c-1", "--select", "C").out
    assert concern in checked


ANSWER = "- {date: 2026-02-25, risk: {ideation: active, plan: no, level: low, follow_up: 2026-03-09}}"


def rows_of_risk(goalctl, *words):
    """Whose rows of risk each list has: `due` and `caseload`."""
    due = json.loads(goalctl(*words, "due", "--format", "json").out)["risk"]
    caseload = json.loads(goalctl(*words, "caseload", "--format", "json").out)["risk"]
    return [row["client"] for row in due], [row["client"] for row in caseload if row["needs_act"]]


@pytest.mark.usefixtures("planted")
def test_risk_of_two_episodes_is_one_row_in_the_plan_of_the_later_one(goalctl, practice):
    plant(practice, WAYS["answers of a form"][0], "discharged", "b-0")
    assert rows_of_risk(goalctl) == (["b-0"], ["b-0"])
    plant(practice, WAYS["a record of harm"][0], more="previous: b-0\n")
    assert rows_of_risk(goalctl) == (["c-1", "c-1"], ["c-1", "c-1"])  # one of each concern
    told = [line for line in goalctl("check", "--select", "C101").out.splitlines() if "[C101]" in line]
    assert all(line.startswith("plans/c-1.yaml") for line in told)
    assert len(told) == 2
    assert "harm to others: " in goalctl("show", "b-0").out
    (practice / "plans" / "c-1.yaml").unlink()
    assert rows_of_risk(goalctl) == (["b-0"], ["b-0"])


@pytest.mark.usefixtures("planted")
def test_the_answer_of_the_later_episode_answers_both(goalctl, practice):
    plant(practice, WAYS["answers of a form"][0], "discharged", "b-0")
    goalctl("due")
    plant(practice, ANSWER, more="previous: b-0\n")
    assert rows_of_risk(goalctl) == (["c-1"], [])  # the one that is under follow-up
    assert goalctl("due", "b-0").out.startswith("Nothing is due")
    assert "1 under follow-up, nearest 2026-03-09 (c-1)" in goalctl("due").out
    for words in (["due"], ["show", "b-0"], ["prep", "b-0"], ["show", "c-1"], ["check", "--select", "C"]):
        assert "no follow-up recorded" not in goalctl(*words).out, words


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    ("opened", "whose"),
    [("2026-03-01", "c-1"), ("2026-03-02", "c-1"), ("2026-03-03", "b-0")],
    ids=["opened the day before", "opened that day", "opened the day after"],
)
def test_a_later_episode_has_the_rows_from_its_first_day_on(goalctl, practice, opened, whose):
    plant(practice, WAYS["answers of a form"][0], "discharged", "b-0")
    plant(practice, "", more="previous: b-0\n")
    file = practice / "plans" / "c-1.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\nopened: 2026-01-05", f"\nopened: {opened}"), "utf-8")
    assert [client for client in rows_of_risk(goalctl)[0] if client == "b-0"] == ["b-0"] * (whose == "b-0")
    assert rows_of_risk(goalctl, "--today", "2026-03-04")[0] == ["c-1"]


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("state", STATES)
def test_a_total_without_its_risk_item_is_told_whatever_state_the_plan_is_in(goalctl, practice, state):
    plant(practice, NO_ROWS["a total alone"], state)
    told = "C104" in goalctl("check", "c-1").out
    assert told is (state != "broken")


@pytest.mark.parametrize("words", [["due"], ["caseload"]], ids=str)
@pytest.mark.parametrize("shown_as", Format)
def test_every_format_has_it_before_anything_else(goalctl, planted, words, shown_as):
    planted("answers of a form", "active")
    text = goalctl(*words, "--format", shown_as.value).out
    assert text.index("suicide: phq-9 q9") < text.index("a-0")


@pytest.mark.parametrize("words", [["due"], ["caseload"], ["due", "--by", "week"]], ids=str)
def test_on_twenty_columns_it_is_in_the_first_lines_and_whole(goalctl, planted, monkeypatch, words):
    planted("a record of harm", "resting")
    monkeypatch.setenv("COLUMNS", "20")
    text = goalctl(*words, "--format", "table").out
    assert "c-1 risk harm to others:" in " ".join(first_lines(text, 5).split())
    assert "no follow-up recorded" in " ".join(text.split())


@pytest.mark.usefixtures("planted")
def test_a_narrow_screen_before_a_session_cuts_no_risk(practice):
    plant(practice, WAYS["a record of harm"][0])
    known = practice_at(practice)
    file = next(file for file in scan(practice).files if file.client == "c-1")
    page = plain_page(prep_page(known.case(case_plan(known, file).plan, today=date(2026, 3, 2)), 20))
    assert "harm to others: harm: would hit his brother recorded on 2026-02-20" in page


def test_a_file_without_a_single_value_has_a_row_of_its_own(goalctl, plan_file):
    plan_file.write_text("client: [\n", encoding="utf-8")
    for words in (["due"], ["due", "--clinician", "nobody"], ["caseload", "--supervisor", "nobody"], ["caseload"]):
        first = json.loads(goalctl(*words, "--format", "json", status=3).out)["risk"][0]
        assert (first["client"], first["words"]) == ("c-ab1", "risk can't be read: mend the file")
    assert goalctl("prep", "c-ab1", status=3).err.startswith("c-ab1 risk can't be read: mend the file\n")
    assert "C101" in goalctl("check", status=3).out


def test_filters_by_person_choose_whose(goalctl, planted):
    planted("answers of a form", "active")
    for words in (["due", "--clinician", "s.lee"], ["due", "a-0"], ["caseload", "--clinician", "s.lee"]):
        assert "suicide" not in goalctl(*words).out
    assert "suicide" not in goalctl("caseload", "--supervisor", "m.kowalski").out
    assert "suicide" in goalctl("caseload", "--supervisor", "s.lee").out


def test_rows_go_by_height_and_what_is_under_follow_up_is_one_line(goalctl, practice, plan_file):
    plan_file.unlink()
    plant(
        practice,
        "- {date: 2026-01-20, risk: {ideation: passive}}\n- {date: 2026-01-20, forms: {phq-9: {total: 9, q9: 1}}}",
    )
    plant(practice, "- {date: 2026-02-27, risk: {ideation: active, plan: tablets}}", client="c-2")
    for number in (3, 4):
        follow_up = f"follow_up: 2026-03-0{number}"
        plant(practice, f"- {{date: 2026-03-01, {ACTIVE}, {follow_up}}}}}", client=f"c-{number}")
    rows = json.loads(goalctl("due", "--overdue", "--format", "json").out)["risk"]
    assert [(row["client"], row["needs_act"]) for row in rows] == [
        ("c-2", True), ("c-1", True), ("c-3", False), ("c-4", False),
    ]  # fmt: skip
    assert "2 under follow-up, nearest 2026-03-03 (c-3)" in goalctl("due", "--overdue").out
    assert "\nrisk: 2 under follow-up, nearest 2026-03-03 (c-3)\n" in goalctl().out


@pytest.mark.parametrize("words", [[], ["--words"]], ids=["ids only", "with words"])
def test_a_calendar_and_the_lists_of_others_say_only_that_something_is_due(goalctl, planted, words):
    planted("a record alone", "active")
    told = goalctl("due", "--format", "ics", *words).out + goalctl("due", "--no-words").out
    assert told.count("clinical follow-up due") == 3
    assert not [word for word in ("suicid", "risk", "ideation", "record", "active") if word in told.lower()]


def test_a_screen_that_the_client_sees_has_nothing_of_it(goalctl, planted):
    for way in ("a record alone", "answers of a form"):
        planted(way, "active")
        for words in (["show", "c-1"], ["prep", "c-1"]):
            shown = goalctl("--with-client", *words, status=0)
            assert "suicid" not in shown.out + shown.err


NO_ROWS = {
    "not endorsed": "- {date: 2026-02-20, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 0]}}",
    "a total alone": "- {date: 2026-02-20, forms: {phq-9: 24}}",
    "void": "- {date: 2026-02-20, void: {on: 2026-02-21, because: twice}, forms: {phq-9: {total: 9, q9: 1}}}",
    "under follow-up": f"- {{date: 2026-02-27, {Q9}, {ACTIVE}, follow_up: 2026-03-06}}}}",
    "the same again before the follow-up": (
        f"- {{date: 2026-02-26, {Q9}, {ACTIVE}, follow_up: 2026-03-06}}}}\n"
        "- {date: 2026-02-28, forms: {phq-9: {total: 9, q9: 2}}}"
    ),
    "asked and denied": "- {date: 2026-02-20, risk: {ideation: none, plan: no, behaviour: none, level: low}}",
    "closed": (
        "- {date: 2026-02-20, forms: {phq-9: {total: 9, q9: 1}}}\n"
        "- {date: 2026-02-27, kind: journal, risk: {close: [suicide], because: handed over}}"
    ),
    "long ago": "- {date: 2026-02-27, risk: {ideation: none, behaviour: took tablets in 2009, recent: no, level: low}}",
}  # fmt: skip


@pytest.mark.parametrize("state", [state for state in STATES if state != "broken"])
@pytest.mark.parametrize("way", NO_ROWS)
def test_what_is_answered_or_was_never_there_is_no_row(goalctl, practice, plan_file, way, state):
    plan_file.unlink()
    plant(practice, NO_ROWS[way], state)
    assert "act today" not in goalctl().out + goalctl("due").out
    assert not [row for row in json.loads(goalctl("caseload", "--format", "json").out)["risk"] if row["needs_act"]]
    assert "RISK:" not in goalctl("prep", "c-1").out + goalctl("show", "c-1").out
    assert not [code for code in ("C101", "C102", "C103") if code in goalctl("check").out]


def test_before_a_session_history_and_what_nobody_asked_are_told_quietly(goalctl, practice, plan_file):
    plan_file.unlink()
    plant(practice, NO_ROWS["long ago"] + "\n- {date: 2026-02-28, forms: {phq-9: 24}}")
    page = goalctl("prep", "c-1").out
    assert "risk, history: suicide: took tablets in 2009, recorded on 2026-02-27\n" in page
    screens = [page, goalctl("show", "c-1").out, goalctl("crisis", "c-1").out]
    assert all("risk: phq-9 q9 not asked on 2026-02-28\n" in screen for screen in screens)
    assert "risk, history: suicide: took tablets" in goalctl("show", "c-1").out
    plant(practice, "- {date: 2026-02-20}")
    assert "risk: no risk record\n" in goalctl("prep", "c-1").out


def test_the_memory_of_rows_is_forgotten_on_the_day_they_change_and_with_the_file_beside(goalctl, practice, plan_file):
    plan_file.unlink()
    plant(practice, f"- {{date: 2026-02-27, {ACTIVE}, follow_up: 2026-03-04}}}}")
    listed = {
        day: goalctl("--today", day, "due").out.splitlines()[1] for day in ("2026-03-03", "2026-03-04", "2026-03-05")
    }
    assert "1 under follow-up" in listed["2026-03-03"]
    assert "follow-up is today" in listed["2026-03-04"]
    assert "the follow-up of 2026-03-04 has passed" in listed["2026-03-05"]
    plant(practice, "", more="previous: c-0\n")
    assert "suicide" not in goalctl("due", "c-1").out + goalctl("due").out
    plant(practice, WAYS["answers of a form"][0], "discharged", "c-0")
    assert "from an earlier episode" in goalctl("due", "c-1").out


# What commands say when they have stored something.


@pytest.fixture
def quiet(plan_file):
    """A plan without risk in it."""
    plan_file.write_text(
        plan_file.read_text(encoding="utf-8").replace("1, 2, 2, 2, 2]", "1, 2, 2, 2, 0]"), encoding="utf-8"
    )
    return plan_file


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,2"], "!! ENDORSED: PHQ-9 q9, answer 2"),
        (["log-session", "c-ab1", "--form", "phq-9=1,1,1,1,1,1,1,1,2"], "!! ENDORSED: PHQ-9 q9, answer 2"),
        (["log-session", "c-ab1", "--form", "phq-9=24"], "!! PHQ-9 q9 was not asked on 2026-03-02"),
        (["assess", "c-ab1", "phq-9", "--total", "24"], "!! PHQ-9 q9 was not asked on 2026-03-02"),
        (
            ["amend", "c-ab1", "abc123", "forms.phq-9=2,2,3,2,1,2,2,2,3", "--because", "typing"],
            "!! ENDORSED: PHQ-9 q9, answer 3",
        ),
        (
            ["amend", "c-ab1", "def456", "risk.ideation=active", "--because", "left out"],
            "!! OPEN: suicide: ideation active",
        ),
        (["risk", "c-ab1", "--ideation", "active", "--level", "high"], "!! OPEN: suicide: ideation active"),
        (["log-session", "c-ab1", "--note", "He said that he bought a rope."], "speaks of a rope"),
    ],
    ids=lambda words: " ".join(words[:2]) if isinstance(words, list) else "",
)
def test_whatever_opened_or_rose_is_told_with_the_command(goalctl, words, told):
    stored = goalctl(*words, status=0)
    assert told in stored.err
    assert "goalctl risk c-ab1" in stored.err


def test_an_answer_that_is_amended_away_is_told(goalctl):
    told = goalctl("amend", "c-ab1", "abc123", "forms.phq-9=19", "--because", "typing", status=0).err
    assert "!! ENDORSED: PHQ-9 q9, answer 2, on 2026-01-12; amended to a total." in told


def test_a_form_that_is_amended_away_is_told(goalctl):
    told = goalctl("amend", "c-ab1", "abc123", "forms.phq-9=", "--because", "typing", status=0).err
    assert "!! ENDORSED: PHQ-9 q9, answer 2, on 2026-01-12; taken out by an amendment." in told


def test_a_void_record_opens_what_it_had_answered(goalctl):
    record = goalctl("risk", "c-ab1", "--ideation", "passive", "--follow-up", "+1w").out.strip()
    assert "!! ENDORSED: PHQ-9 q9, answer 2, on 2026-01-12" in goalctl("void", "c-ab1", record, "--because", "x").err


def test_an_import_tells_it_too(goalctl, quiet, tmp_path):
    (tmp_path / "t.csv").write_text("client,id,date,score\nc-ab1,phq-9,2026-02-27,22\n", encoding="utf-8")
    told = goalctl("import", tmp_path / "t.csv", "--write").err
    assert "!! PHQ-9 q9 was not asked on 2026-02-27" in told
    assert "phq-9: 22" in quiet.read_text(encoding="utf-8")


REMINDERS = {
    "session": "To record what was asked: goalctl risk c-ab1",
    "no-show": "To log a try or the contact: goalctl crisis c-ab1",
}


@pytest.mark.parametrize("kind", REMINDERS)
def test_a_session_reminds_of_what_needs_an_act(goalctl, kind):
    goalctl("risk", "c-ab1", "--ideation", "passive", "--date", "2026-02-27", "--follow-up", "2026-03-02")
    told = goalctl("log-session", "c-ab1", "--kind", kind, status=0).err.splitlines()[-1]
    assert told.startswith("!! Risk: suicide: ")
    assert told.endswith(REMINDERS[kind])


@pytest.mark.parametrize("note", ["He bought a rope.", "A long week."], ids=["the note speaks of it", "a row is open"])
def test_at_a_terminal_the_record_is_asked_for_once(practice, plan_file, note):
    if "rope" in note:
        plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("1, 2, 2, 2, 2]", "1, 2, 2, 2, 0]"), "utf-8")
    person = Person(practice, "log-session", "c-ab1", "--note", note)
    assert person.answers("", "", "active", "no", "no", "", "stood on the bridge", "y", *[""] * 5, "+1w", "", "")[
        0
    ] == ("Record it now? [Y/n] ")
    assert person.leaves() == 0
    assert "recent: yes" in plan_file.read_text(encoding="utf-8")
    assert person.screen.count("Record it now?") == 1


def test_a_record_for_somebody_else_or_about_something_else_names_them(goalctl):
    told = goalctl("assess", "c-ab1", "phq-9@anna", "--answers", "1,1,1,1,1,1,1,1,2").err
    assert 'goalctl risk c-ab1 --who "anna"' in told
    goalctl("risk", "c-ab1", "--who", "anna", "--ideation", "none", "--plan", "no", "--follow-up", "+1w", status=0)
    assert "anna: suicide: phq-9@anna" not in goalctl("due").out


@pytest.mark.parametrize("first", [["g1.1=2"], ["--form", "phq-9=111111112"]], ids=["a session", "an endorsement"])
def test_what_is_endorsed_after_a_closing_of_the_day_opens_it_again(goalctl, first):
    goalctl("log", "c-ab1", *first, status=0)
    goalctl("risk", "c-ab1", "--close", "suicide", "--because", "with the crisis team", status=0)
    assert "act today" not in goalctl("due").out
    goalctl("log", "c-ab1", "g1.1=3", "--date", "today", status=0)
    assert "act today" not in goalctl("due").out
    goalctl("assess", "c-ab1", "phq-9", "--answers", "111111113", status=0)
    assert "2026-03-02  act today" in goalctl("due").out


@pytest.mark.parametrize(
    "later",
    [
        ("log", "c-ab1", "--form", "phq-9=111111113", "--date", "2026-02-27"),
        ("risk", "c-ab1", "--date", "2026-02-27", "--plan", "a rope"),
        ("amend", "c-ab1", "abc123", "forms.phq-9=111111113", "--because", "misread"),
    ],
    ids=["answers", "a record", "an amendment"],
)
def test_what_is_written_down_after_a_closing_about_a_day_before_opens_it_again(goalctl, later):
    goalctl("risk", "c-ab1", "--close", "suicide", "--because", "with the crisis team", status=0)
    assert "act today" not in goalctl("due").out
    goalctl(*later, status=0)
    assert "  act today        c-ab1         risk       suicide" in goalctl("due").out


def test_what_is_closed_without_asking_is_shown_as_that_until_it_is_endorsed_again(goalctl):
    refused = goalctl("risk", "c-ab1", "--close", "suicide", status=2)
    assert "--close and --because belong together" in refused.err
    closed = goalctl("risk", "c-ab1", "--close", "suicide", "--because", "handed over to the ward", status=0)
    assert "closed without asking: suicide; the next endorsement opens it again" in closed.err
    assert "act today" not in goalctl("due").out
    assert (
        "risk: suicide: closed on 2026-03-02 without asking: handed over to the ward\n" in goalctl("prep", "c-ab1").out
    )
    goalctl("--today", "2026-03-03", "assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,1")
    assert "suicide: phq-9 q9 endorsed (1)" in goalctl("--today", "2026-03-03", "due").out.splitlines()[1]


@pytest.fixture
def reached_out_for(goalctl):
    """A client under follow-up who did not come on Friday and was tried on Monday; seen from Monday."""
    goalctl("risk", "c-ab1", "--ideation", "passive", "--date", "2026-02-27", "--follow-up", "2026-03-20")
    goalctl("log-session", "c-ab1", "--kind", "no-show", "--date", "2026-02-28")
    goalctl("log-session", "c-ab1", "--kind", "outreach", "--note", "two calls", status=0)
    return (
        "suicide: missed appointment on 2026-02-28, reach out by Mon 2026-03-02, tried on 2026-03-02; "
        "under follow-up until 2026-03-20"
    )


PLACES = [
    [], ["due"], ["due", "--overdue"], ["caseload"], ["caseload", "--state", "stale"], ["prep", "c-ab1"],
    ["show", "c-ab1"], ["crisis", "c-ab1"], ["check"],
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_reaching_out_is_told_everywhere(goalctl, reached_out_for, place):
    assert reached_out_for in goalctl(*place).out


def test_reaching_out_is_listed_under_the_day_by_which_it_is_due(goalctl, reached_out_for):
    row = next(line for line in goalctl("due").out.splitlines() if reached_out_for in line)
    assert row.startswith("2026-03-02  act today ")


@pytest.mark.parametrize(
    "ends", [["crisis", "c-ab1", "--ideation", "none", "--follow-up", "2026-03-20"], ["log-session", "c-ab1", "--kind",
    "phone"], ["risk", "c-ab1", "--close", "suicide", "--because", "unreachable, police informed, s.lee"]],
    ids=["a contact", "a call", "the supervisor"],
)  # fmt: skip
def test_reaching_out_ends_when_somebody_was_reached_or_it_is_closed(goalctl, reached_out_for, ends):
    assert "reach out by" in reached_out_for
    goalctl(*ends, status=0)
    assert "reach out by" not in goalctl("due").out
