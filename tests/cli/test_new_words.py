"""The words of format 2, from `set` to the file, to `show`, `history` and `check`."""

import json
import re

import pytest

from tests.cli.couple import COUPLE_BEGINS, couples_plan

PLAN = (
    COUPLE_BEGINS
    + """\
values: [being fair]
services: [{type: couple therapy, every: 2w}]

problems:
  - {id: p1, problem: Quarrels most evenings}
  - {id: p2, problem: Anna sleeps four to five hours}

goals:
  - id: g1
    goal: Both rate their evenings at 7 or above
    problem: p1
    status: active
    opened: 2026-01-19
    smart:
      measurable: {by: rating, baseline: 3, target: 7}
      time_bound: {deadline: 2026-06-30}
    objectives:
      - id: g1.1
        objective: Talks for ten minutes after dinner
        status: active
        measurable: {by: count, of: evenings, per: week, scale: [0, 7], baseline: 1, target: 5}
        interventions:
          - {id: i1, what: Time-out practice, every: 2w}

sessions:
  - {id: a4k7q2, date: 2026-02-02, by: m.kowalski, forms: {safety-plan@anna: {coping: a walk}}}
"""
)
# What is set where, a line that `show` then has, and what `history` tells of it.
SET = {
    "level of care": ("plan", "level_of_care=outpatient", "level of care: outpatient", "of care none → outpatient"),
    "part 2": (
        "plan", "part2=yes",
        "42 CFR Part 2: yes, every disclosure carries the notice of 42 CFR 2.32", "part2 none → yes",
    ),
    "medication": (
        "plan", "medications+={name: sertraline, dose: 50 mg, who: anna, by: Dr Osei, since: 2025-11-03}",
        "medication: sertraline, 50 mg, taken by anna, prescribed by Dr Osei, since 2025-11-03", "medications",
    ),
    "care team": (
        "plan", "care_team+={who: the psychiatrist, role: prescriber, release: 2026-01-12}",
        "care team: the psychiatrist, prescriber, release of information 2026-01-12", "care team",
    ),
    "mental status": (
        "plan", 'mental_status={on: 2026-02-02, by: m.kowalski, text: "Alert, anxious mood"}',
        "mental status: 2026-02-02, m.kowalski: Alert, anxious mood", "mental status",
    ),
    "safety plan": (
        "plan", "safety_plan={on: 2026-02-02, who: anna, form: a4k7q2}",
        "safety plan: 2026-02-02, of anna, in entry a4k7q2", "safety plan",
    ),
    "value with its day": (
        "plan", "values+={value: being on time, on: 2026-02-02}",
        "values: being fair, being on time (2026-02-02)", "values",
    ),
    "value in words": ("plan", "values+=being on time", "values: being fair, being on time", "values"),
    "rate of a service": ("plan", "services.1.every=3 per week", None, "3 per week"),
    "form of a partner": ("plan", "assessments+={form: phq-9@anna, every: 2w}", None, "assessments"),
    "several problems": (
        "g1", "problem=p1,p2",
        "g1 Both rate their evenings at 7 or above [active, for p1 and p2]", "problem p1 → p1, p2",
    ),
    "one more problem": (
        "g1", "problem+=p2",
        "g1 Both rate their evenings at 7 or above [active, for p1 and p2]", "problem p1 → p1, p2",
    ),
    "band with dots": ("g1", "target=7..9", "  measured by rating (0 to 10): 3 → 7 to 9", "target 7 → 7 to 9"),
    "band as a list": ("g1", "target=[7, 9]", "  measured by rating (0 to 10): 3 → 7 to 9", "target 7 → 7 to 9"),
    "band in words": ("g1", "target=7 to 9", "  measured by rating (0 to 10): 3 → 7 to 9", "target 7 → 7 to 9"),
    "judged by each": (
        "g1", "judged_by=each", "  measured by rating (0 to 10): 3 → 7, judged by each member", "judged by none → each",
    ),
    "judged by one": ("g1", "judged_by=anna", "  measured by rating (0 to 10): 3 → 7, judged by anna", "→ anna"),
    "partner's form": ("g1", "by=phq-9@ben baseline=14 target=9", "  measured by PHQ-9 (ben): 14 → 9", "→ phq-9@ben"),
    "as needed": ("g1.1.i1", "every=as needed", "    i1 Time-out practice, as needed", "every 2w → as needed"),
    "twice a month": ("g1.1.i1", "every=twice a month", "    i1 Time-out practice, twice a month", "→ twice a month"),
    "day of an intervention": ("g1.1.i1", "on=2026-01-26", None, "on none → 2026-01-26"),
    "day of a problem": ("p1", "on=2026-01-12", None, "on none → 2026-01-12"),
}  # fmt: skip


@pytest.fixture
def couple(plan_file):
    """A couple's plan in place of the usual one."""
    return couples_plan(plan_file, PLAN)


def keys(assignment):
    """Several assignments in one text; a value may hold spaces."""
    words = []
    for word in assignment.split(" "):
        if "=" in word and not (words and words[-1].count("{") > words[-1].count("}")):
            words.append(word)
        else:
            words[-1] += f" {word}"
    return words


def errors(goalctl):
    found = json.loads(goalctl("check", "--format", "json").out)["findings"]
    return [finding for finding in found if finding["code"].startswith("E")]


@pytest.mark.parametrize("word", SET)
def test_a_new_word_is_set_shown_told_and_sound(goalctl, couple, word):
    item, assignment, shown, told = SET[word]
    goalctl("set", "c-4m8q", item, *keys(assignment), "--because", "as agreed", status=0)
    if shown is not None:
        assert shown in goalctl("show", "c-4m8q", status=0).out.splitlines()
    newest = json.loads(goalctl("history", "c-4m8q", "--format", "json", status=0).out)["history"][-1]
    assert (newest["day"], newest["because"]) == ("2026-03-02", "as agreed")
    assert told in newest["event"]
    assert errors(goalctl) == []
    assert couple.read_text(encoding="utf-8").startswith("format: 2\n")


@pytest.mark.usefixtures("couple")
def test_the_days_and_the_rhythms_stand_in_the_report(goalctl):
    for item, assignment in (
        ("p1", "on=2026-01-12"),
        ("g1.1.i1", "on=2026-01-26"),
        ("g1.1.i1", "every=as needed"),
        ("plan", "services.1.every=3 per week"),
        ("plan", "assessments+={form: phq-9@anna, every: 2w}"),
        ("plan", "safety_plan={on: 2026-02-02, who: anna, form: a4k7q2}"),
        ("g1", "problem=p1,p2"),
    ):
        goalctl("set", "c-4m8q", item, assignment, "--because", "as agreed", status=0)
    report = goalctl("report", "c-4m8q", "--kind", "plan", "--format", "md", status=0).out
    for line in (
        "| p1 | Quarrels most evenings | 2026-01-12 | g1 |",
        "| p2 | Anna sleeps four to five hours |  | g1 |",
        "- **Problems:** p1, p2",
        "| g1.1.i1 | Time-out practice | as needed | 2026-01-26 |",
        "| couple therapy | 3 times a week |",
        "| PHQ-9 | anna | every 2 weeks |",
        "- **For:** anna",
        "- **In entry:** a4k7q2",
    ):
        assert f"{line}\n" in report


@pytest.mark.parametrize(
    ("assignment", "told"),
    [
        ("target=7-9", "smart.measurable.target: '7-9' is not a number\n   hint: a band is written as 7..9\n"),
        ("target=9..7", "smart.measurable.target: the band's highest value is not above its lowest\n"),
        ("judged_by=", "g1 reads so already; nothing was changed\n"),
        ("problem=p9", "plans/c-4m8q.yaml was not changed: what you gave does not fit\n"),
    ],
    ids=["a dash", "upside down", "nothing there", "no such problem"],
)
def test_what_is_no_such_word_is_refused(goalctl, couple, assignment, told):
    refused = goalctl("set", "c-4m8q", "g1", assignment, "--because", "x")
    assert refused.status in {2, 3}
    assert told in refused.err
    assert couple.read_text(encoding="utf-8") == PLAN


def test_a_goal_rests_and_goes_on(goalctl, couple):
    goalctl("mark", "c-4m8q", "g1", "on-hold", "--because", "the flu first", status=0)
    shown = goalctl("show", "c-4m8q", status=0).out
    assert "g1 Both rate their evenings at 7 or above [on-hold, for p1]\n" in shown
    assert "  on hold: g1\n" in goalctl("prep", "c-4m8q", status=0).out
    report = goalctl("report", "c-4m8q", "--kind", "plan", "--format", "md", status=0).out
    assert "## Goals that rest\n\n### g1 Both rate" in report
    told = goalctl("--with-client", "show", "c-4m8q", status=0).out
    assert "resting for now: Both rate their evenings at 7 or above\n" in told
    assert errors(goalctl) == []
    goalctl("mark", "c-4m8q", "g1", "active", status=0)
    assert "[active, for p1]\n" in goalctl("show", "c-4m8q", status=0).out
    assert "opened: 2026-01-19\n" in couple.read_text(encoding="utf-8")


@pytest.mark.usefixtures("couple")
def test_a_goal_on_hold_stays_so_where_enough_are_active(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\nlimits: {active_goals: 1}\n")
    goalctl("add-goal", "c-4m8q", "Anna sleeps seven hours", "--status", "on-hold", status=0)
    refused = goalctl("mark", "c-4m8q", "g2", "active", status=3)
    assert refused.err == (
        "goalctl: 1 goal is active already: g1; g2 stays on hold\n"
        "   hint: end one of them first, or: goalctl mark c-4m8q g2 active --yes\n"
    )


@pytest.mark.parametrize(
    "options", [("--problem", "p1", "--problem", "p2"), ("--problem", "p1,p2")], ids=["repeated", "with a comma"]
)
def test_a_new_goal_may_serve_several_problems_and_end_in_a_band(goalctl, couple, options):
    goalctl(
        "add-goal", "c-4m8q", "Anna sleeps seven to nine hours", *options, "--by", "number", "--of", "hours slept",
        "--baseline", "4.5", "--target", "7..9", status=0,
    )  # fmt: skip
    text = couple.read_text(encoding="utf-8")
    assert "    problem: [p1, p2]\n" in text
    assert "target: [7, 9]" in text
    assert "  measured by hours slept: 4.5 → 7 to 9\n" in goalctl("show", "c-4m8q", status=0).out
    assert errors(goalctl) == []


@pytest.mark.parametrize(
    ("typed", "written", "said"),
    [
        ("Time-out; 3 per week; for 8w", "every: 3 per week, for: 8w", "Time-out, 3 times a week"),
        ("Time-out; as needed", "every: as needed", "Time-out, as needed"),
        ("Time-out; twice a month", "every: twice a month", "Time-out, twice a month"),
        ("Time-out; every 3x a week", "every: 3x a week", "Time-out, 3 times a week"),
        ("Time-out; every 1w; 50 minutes", "every: 1w, minutes: 50", "Time-out, every week"),
    ],
)
def test_how_often_something_is_done_may_be_a_rate(goalctl, couple, typed, written, said):
    goalctl("add-objective", "c-4m8q", "g1", "Pauses in time", "--intervention", typed, status=0)
    assert written in couple.read_text(encoding="utf-8")
    assert f"    i1 {said}\n" in goalctl("show", "c-4m8q", status=0).out


SESSION = (
    "--kind", "crisis", "--place", "phone", "--client-at", "her sister's", "--present", "anna", "--confidential",
    "--note", "Rang at noon.",
)  # fmt: skip


_LATE = re.compile(r"^  written \S+ \S+, late\n|^\S+ entry written late: .*\n", re.MULTILINE)


def test_a_crisis_contact_is_logged_and_shown_as_that(goalctl, couple):
    goalctl("log-session", "c-4m8q", *SESSION, status=0)
    goalctl(
        "risk", "c-4m8q", "--who", "anna", "--concern", "suicide", "--ideation", "passive", "--recent", "no", status=0
    )
    assert _LATE.sub("", goalctl("show", "c-4m8q", status=0).out).endswith(
        "last crisis contact 2026-03-02, m.kowalski\n"
        "  by telephone, client at her sister's\n"
        "  risk: anna, suicide: ideation passive, no behaviour within three months\n"
        "  Rang at noon.\n"
        "  confidential\n"
        "  unsigned\n"
        "2 entries unsigned: " + unsigned(couple)
    )
    prepared = goalctl("prep", "c-4m8q", status=0).out
    assert "last crisis contact Mon 2026-03-02, m.kowalski, confidential\n" in prepared
    assert "  record of 2026-03-02: anna, suicide: ideation passive" in prepared
    assert errors(goalctl) == []


def unsigned(file):
    ids = [
        line.split("id: ")[1] for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("  - id: ")
    ]
    return f"2026-02-02 a4k7q2, 2026-03-02 {ids[-1]}\n"


@pytest.mark.usefixtures("couple")
def test_a_confidential_entry_stays_off_the_client_s_page(goalctl):
    goalctl("log-session", "c-4m8q", "g1=8", *SESSION, "--homework", "ring again", status=0)
    for words in (("--with-client", "show", "c-4m8q"), ("report", "c-4m8q", "--kind", "client", "--format", "md")):
        shown = goalctl(*words, status=0).out
        assert "ring again" not in shown
        assert "now 8" not in shown


@pytest.mark.usefixtures("couple")
def test_outreach_is_no_session_and_stands_in_prep_and_report(goalctl):
    goalctl("log-session", "c-4m8q", "--kind", "outreach", "--note", "Letter sent.", status=0)
    prepared = goalctl("prep", "c-4m8q", status=0).out
    assert prepared.startswith("c-4m8q · with anna and ben · 1 session\n")
    assert "outreach Mon 2026-03-02\n" in prepared
    report = goalctl("report", "c-4m8q", "--kind", "progress", "--format", "md", status=0).out
    assert "- **Sessions held:** 1\n" in report
    assert "- **Outreach:** 2026-03-02\n" in report


OTHERS = """\
  - id: b8w2xp
    date: 2026-02-09
    by: m.kowalski
    note: Somebody else's secret.
    void: {on: 2026-02-10, by: m.kowalski, because: belongs to another client, other_client: yes}
"""


def test_an_entry_about_another_client_is_withheld_from_the_record(goalctl, couple):
    couple.write_text(PLAN + OTHERS, encoding="utf-8")
    assert "1 entry void: 2026-02-09 b8w2xp (about another client)\n" in goalctl("show", "c-4m8q", status=0).out
    record = goalctl("report", "c-4m8q", "--kind", "record", "--format", "md", status=0).out
    assert "secret" not in record
    assert "### 2026-02-09\n\n> void since 2026-02-10: it is about another client and is left out" in record
