"""`log-session` by options alone: every option once, and what is refused."""

import re
from functools import partial

import pytest
from stamps import unstamped

from goalctl.cli.days import day_back
from goalctl.model.plan import Plan
from goalctl.model.scalars import day_from
from goalctl.model.validate import record_from
from goalctl.workspace.operations.log_session import proposed_visit, visit_from, visit_text

TODAY = day_from("2026-03-02")
EVERY_OPTION = (
    "g1.1=3", "g1.1@clinician=4", "--date", "yesterday", "--time", "10:00-10:45", "--kind", "intake",
    "--place", "video", "--client-at", "home, Leeds", "--confidential", "--present", "client", "--present", "partner",
    "--minutes", "45", "--cpt", "90834", "--cpt", "90785",
    "--note", "Ran once: in the rain.", "--worked-on", "g1", "--worked-on", "g1.1", "--used", "g1.1.i1",
    "--response", "calm", "--form", "phq-9=2,2,3,2,1,2,2,1,0", "--homework", "g1.1: run", "--homework", "read",
    "--done", "h1=partly", "--next", "+1w", "--by", "s.lee",
)  # fmt: skip


def test_every_option_comes_out_in_the_entry(goalctl, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    logged = goalctl("log-session", "c-ab1", *EVERY_OPTION, status=0)
    new = logged.out.strip()
    assert unstamped(plan_file.read_text(encoding="utf-8")) == before.replace("format: 1", "format: 2") + (
        f"  - id: {new}\n"
        "    date: 2026-03-01\n"
        "    time: 10:00-10:45\n"
        "    minutes: 45\n"
        "    by: s.lee\n"
        "    kind: intake\n"
        "    place: video\n"
        "    client_at: home, Leeds\n"
        "    present: [client, partner]\n"
        "    cpt: [90834, 90785]\n"
        "    scores: {g1.1: 3, g1.1@clinician: 4}\n"
        "    forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 1, 0]}\n"
        "    worked_on: [g1, g1.1]\n"
        "    used: [g1.1.i1]\n"
        "    response: calm\n"
        '    note: "Ran once: in the rain."\n'
        "    homework:\n"
        "      - {for: g1.1, task: run}\n"
        "      - {task: read}\n"
        "    homework_done: {h1: partly}\n"
        "    next: 2026-03-08\n"
        "    confidential: yes\n"
    )


def test_it_says_whose_plan_what_it_logged_and_the_new_lines(goalctl):
    logged = goalctl("log", "c-ab1", "g1.1=3", status=0)
    new = logged.out.strip()
    assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{6}", new)
    assert unstamped(logged.err) == (
        "c-ab1 · opened 2026-01-05 · last session 2026-03-02\n"
        "logged a session of Mon 2026-03-02:\n"
        f"+  - id: {new}\n"
        "+    date: 2026-03-02\n"
        "+    by: m.kowalski\n"
        "+    scores: {g1.1: 3}\n"
        "!! Risk: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; "
        "2 sessions since without asking, the last on 2026-03-02. To record what was asked: goalctl risk c-ab1\n"
    )


def test_a_note_may_come_from_stdin(goalctl, plan_file):
    goalctl("log-session", "c-ab1", "--note", "-", given="First line.\nSecond line.\n", status=0)
    assert plan_file.read_text(encoding="utf-8").endswith("    note: |-\n      First line.\n      Second line.\n")


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        ("2,2,3,2,1,2,2,1,0", "[2, 2, 3, 2, 1, 2, 2, 1, 0]"),
        ("223212210", "[2, 2, 3, 2, 1, 2, 2, 1, 0]"),
        ("2,-,3,2,1,2,2,1,0", "[2, null, 3, 2, 1, 2, 2, 1, 0]"),
        ("14", "14"),
        ("14 q9=0", "{total: 14, q9: 0}"),
        ("q1=2 q9=0", "{q1: 2, q9: 0}"),
    ],
)
def test_a_forms_answers_in_any_way_they_are_written_down(goalctl, plan_file, answers, written):
    goalctl("log-session", "c-ab1", "--form", f"phq-9={answers}", status=0)
    lines = plan_file.read_text(encoding="utf-8")
    assert f"phq-9: {written}" in lines.replace("    forms:\n      phq-9", "    forms: {phq-9")


def test_an_endorsed_item_is_said_unmistakably(goalctl):
    logged = goalctl("log-session", "c-ab1", "--form", "phq-9=223212211", status=0)
    assert "!! ENDORSED: PHQ-9 q9, answer 1, on 2026-03-02" in logged.err
    assert "To record it: goalctl risk c-ab1\n" in logged.err


REFUSED = {
    "g1.1=9": "g1.1's score 9 is above its scale's maximum, 7",
    "g1.1=x": "'x' is not a number",
    "g1.1=nan": "'nan' is not a number",
    "g1.1": "ID=SCORE: 'g1.1' is not understood",
    "g1.1=1 g1.1=2": "g1.1 is given twice",
    "g9=1": "g9",
    "x=1": "'x' names no goal or objective",
    "g1=6": "g1 is scored by phq-9, not by hand",
    "--date tomorrow": "--date: 'tomorrow' is not a day",
    "--date 2026-03-03": "2026-03-03 is still to come",
    "--time 25:00": "'25:00' is not a time of day",
    "--time 11:00-10:00": "ends before it begins",
    "--kind visit": "'visit' is not one of the words",
    "--place moon": "'moon' is not one of the words",
    "--minutes long": "'long' is not a whole number",
    "--form nothing=3": "there is no nothing among the forms",
    "--form phq-9": "--form: 'phq-9' is not understood",
    "--form phq-9=1,2": "2 answers; PHQ-9 has",
    "--form phq-9=9,2,3,2,1,2,2,1,0": "'9' is not an answer to q1",
    "--form phq-9=99": "PHQ-9",
    "--worked-on g7": "g7",
    "--used g1.1.i7": "g1.1.i7",
    "--done h9=yes": "h9",
    "--done h1=maybe": "'maybe' is not one of the words",
    "--next 03/04/2026": "--next: '03/04/2026' is not a day",
    "--homework g7:run": "g7",
}


SCORED_BY_FORM = {
    "log-session c-ab1 g1=14": "g1=14 --form phq-9=14, or with amend forms.phq-9=14",
    "log-session c-ab1 g1=44": "g1=44 --form phq-9=ANSWERS, or with amend forms.phq-9=ANSWERS",
    "log-session c-ab1 g1@anna=4": "g1@anna=4 --form phq-9@anna=4, or with amend forms.phq-9@anna=4",
    "amend c-ab1 abc123 scores.g1=3 --because x": "g1=3 --form phq-9=3, or with amend forms.phq-9=3",
    "diary c-ab1 g1=14 --date 2026-02-20": "g1=14 goalctl assess c-ab1 phq-9 --total 14 --date 2026-02-20",
}


@pytest.mark.parametrize("words", SCORED_BY_FORM)
def test_what_a_form_scores_is_hinted_in_the_words_of_the_command(goalctl, words):
    assert (
        f"hint: in place of {SCORED_BY_FORM[words]}; in a file, put the answers under forms: "
        in goalctl(*words.split()).err
    )


@pytest.mark.parametrize(
    "words",
    [
        "log-session c-ab1 --form phq-9=14",
        "amend c-ab1 def456 forms.phq-9=14 --because x",
        "assess c-ab1 phq-9 --total 14 --date 2026-02-20",
    ],
)
def test_what_that_hint_says_is_taken(goalctl, plan_file, words):
    goalctl(*words.split(), status=0)
    assert re.search("phq-9:( {total:)? 14", plan_file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", REFUSED)
def test_what_does_not_fit_is_named_and_the_file_stays_as_it_was(goalctl, plan_file, words):
    before = plan_file.read_bytes()
    refused = goalctl("log-session", "c-ab1", *words.split())
    assert refused.status in {2, 3}
    assert refused.out == ""
    assert REFUSED[words] in refused.err
    assert plan_file.read_bytes() == before


SERVICE = {"type": "psychotherapy", "minutes": "53", "cpt": "90837", "place": "office"}
LAST = {"date": "2026-02-23", "time": "10:00-10:50", "cpt": ["90834"], "place": "video"}


def plan_with(**fields):
    plan, findings = record_from(Plan, {"client": "c-ab1", **fields})
    assert not findings
    return plan


@pytest.mark.parametrize(
    ("fields", "proposed"),
    [
        ({}, "2026-03-02"),
        ({"services": [SERVICE]}, "2026-03-02 53min 90837 office"),
        ({"sessions": [LAST]}, "2026-03-02 10:00-10:50 90834 video"),
        ({"services": [SERVICE], "sessions": [LAST]}, "2026-03-02 10:00-10:53 90837 office"),
        ({"sessions": [{**LAST, "kind": "no-show"}]}, "2026-03-02"),
        ({"sessions": [{**LAST, "time": "23:30", "minutes": "50"}]}, "2026-03-02 23:30 50min 90834 video"),
    ],
    ids=["nothing known", "a service", "a last session", "both", "only a no-show", "past midnight"],
)
def test_the_visit_is_proposed_from_services_then_from_the_last_session(fields, proposed):
    assert visit_text(proposed_visit(plan_with(**fields), today=TODAY)) == proposed


@pytest.mark.parametrize(
    ("line", "visit"),
    [
        ("yesterday", "2026-03-01 10:00-10:53 90837 office"),
        ("video 14:00", "2026-03-02 14:00-14:53 90837 video"),
        ("14:00-14:45", "2026-03-02 14:00-14:45 90837 office"),
        ("45min", "2026-03-02 10:00-10:45 90837 office"),
        ("45 min", "2026-03-02 10:00-10:45 90837 office"),
        ("yesterday 14:00 - 14:45 video", "2026-03-01 14:00-14:45 90837 video"),
        ("10:00 -3d", "2026-02-27 10:00-10:53 90837 office"),
        ("90834 90785", "2026-03-02 10:00-10:53 90834 90785 office"),
        ("H0004", "2026-03-02 10:00-10:53 H0004 office"),
        ("no-show", "2026-03-02 10:00-10:53 no-show"),
        ("23:30", "2026-03-02 23:30 53min 90837 office"),
        ("23:30 25min", "2026-03-02 23:30-23:55 90837 office"),
        ("23:30 45min video", "2026-03-02 23:30 45min 90837 video"),
        ("intake -3d", "2026-02-27 10:00-10:53 intake 90837 office"),
    ],
)
def test_what_is_not_said_of_a_visit_stays_as_proposed(line, visit):
    proposed = proposed_visit(plan_with(services=[SERVICE], sessions=[LAST]), today=TODAY)
    assert visit_text(visit_from(line, proposed, day_of=partial(day_back, today=TODAY, option="the visit"))) == visit


def test_who_was_there_is_proposed_from_the_last_session_and_replaced_by_whom_the_line_names():
    last = {**LAST, "present": ["Anna", "Ben Lee"]}
    proposed = proposed_visit(plan_with(sessions=[last]), today=TODAY)
    read = partial(
        visit_from, proposed=proposed, people=["Anna", "Ben Lee"], day_of=partial(day_back, today=TODAY, option="x")
    )
    assert proposed["present"] == ["Anna", "Ben Lee"]
    assert read(visit_text(proposed))["present"] == ["Anna", "Ben Lee"]
    assert read("video ben lee")["present"] == ["Ben Lee"]
    assert "present" not in read("no-show")
