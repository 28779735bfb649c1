"""A target that is a band, and forms that partners fill in: on charts, in words, on the pages of a couple's plan."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from chart_cases import FORMS, TODAY, goal_of, plan_of, weekly
from report_cases import BITES, biting, data_of, report_of

from goalctl.analysis.case import Case
from goalctl.model.frequency import frequency_from
from goalctl.model.measure import Measure
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.views.charts.drawing import sheet_svg
from goalctl.views.charts.plan_charts import chart_sheet, form_ids
from goalctl.views.charts.terminal import plain_charts
from goalctl.views.words.measure import measure_in_words, measure_text
from goalctl.views.words.rhythm import rhythm_words

SLEEP = {"by": "number", "of": "hours slept", "scale": ["0", "14"], "baseline": "4.5", "target": ["7", "9"]}


def chart_of(measure, values, **more):
    return chart_sheet(
        Case.of(plan_of(goal_of(measure, goal="Sleeps well", **more), weekly(values)), FORMS, Settings(), TODAY),
        ("g1",),
    )


def test_a_band_is_drawn_by_both_its_edges_and_named_once():
    text = plain_charts(chart_of(SLEEP, [4.5, 5, 5.5, 6]), width=80, height=18)
    rows = [line for line in text.splitlines() if "━━━" in line]
    assert len(rows) == 2
    assert [line.count("target 7 to 9") for line in rows] == [0, 1]
    assert "hours slept · 7 to 9 is the aim · 4 scores, last 6 on 2026-01-26\n" in text


@pytest.mark.parametrize(("baseline", "label_row"), [("4.5", 1), ("12", 0)], ids=["from below", "from above"])
def test_the_edge_that_comes_first_carries_the_words(baseline, label_row):
    text = plain_charts(chart_of({**SLEEP, "baseline": baseline}, [float(baseline)] * 3), width=80, height=18)
    rows = [line for line in text.splitlines() if "━━━" in line]
    assert [place for place, line in enumerate(rows) if "target 7 to 9" in line] == [label_row]


def test_a_picture_has_both_edges_and_one_label():
    root = ET.fromstring(sheet_svg(chart_of(SLEEP, [4.5, 5])))  # noqa: S314 - our own text
    svg = "{http://www.w3.org/2000/svg}"
    thick = [line for line in root.iter(f"{svg}line") if line.get("stroke-width") == "2.2"]
    assert len(thick) == 2
    assert [element.text for element in root.iter(f"{svg}text")].count("target 7 to 9") == 1
    assert "target 7 to 9. deadline 2026-08-31" in root.findtext(f"{svg}desc")


def test_a_band_to_keep_is_named_as_that():
    text = plain_charts(chart_of({**SLEEP, "baseline": "8", "keep": "12w"}, [8, 8.5, 7]), width=80, height=18)
    assert "keep 7 to 9" in text
    assert "baseline" not in text


def measure_of(**fields):
    measure, findings = record_from(Measure, {"by": "rating", **fields})
    assert measure, findings
    return measure


WORDS = {
    "up into a band": (SLEEP, "measured: hours slept, 0 to 14; up from 4.5 into 7 to 9", ": 4.5 → 7 to 9"),
    "down into a band": (
        {**SLEEP, "baseline": "12"}, "measured: hours slept, 0 to 14; down from 12 into 7 to 9", ": 12 → 7 to 9",
    ),
    "from the first score": (
        {"target": ["7", "9"]}, "a rating, 0 to 10; from the first score into 7 to 9", ": first score → 7 to 9",
    ),
    "within the band": ({"baseline": "8", "target": ["7", "9"]}, "a rating, 0 to 10; keep 7 to 9", ": 8 → 7 to 9"),
    "judged by each": (
        {"baseline": "3", "target": "7", "judged_by": "each"},
        "a rating, 0 to 10; up from 3 to 7, judged by each member", "rating (0 to 10): 3 → 7, judged by each member",
    ),
    "a partner's form": (
        {"by": "phq-9@ben", "baseline": "14", "target": "9"},
        "scored by the PHQ-9 (ben), 0 to 27; down from 14 to 9", "PHQ-9 (ben): 14 → 9",
    ),
    "a form that nobody knows": (
        {"by": "xyz@ben", "baseline": "14", "target": "9"}, "a rating; down from 14 to 9", "xyz (ben): 14 → 9",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_a_measure_says_its_band_its_judge_and_whose_form_it_is(name):
    fields, long, short = WORDS[name]
    measure = measure_of(**fields)
    assert measure_in_words(measure, FORMS) == long
    assert measure_text(measure, FORMS).endswith(short)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1w", "every week"), ("2w", "every 2 weeks"), ("1d", "every day"), ("4 sessions", "every 4 sessions"),
        ("1 session", "every session"), ("3 per week", "3 times a week"), ("twice a month", "twice a month"),
        ("once a week", "once a week"), ("2x a day", "twice a day"), ("as needed", "as needed"),
    ],
)  # fmt: skip
def test_how_often_is_said_in_words(written, words):
    assert rhythm_words(frequency_from(written)) == words


def test_each_respondent_s_course_is_one_of_its_own():
    filled = [("2026-02-02", {}, {"phq-9@anna": "14", "phq-9@2@ben": "4"}), ("2026-03-02", {}, {"phq-9@anna": "12"})]
    plan = plan_of(goal_of(None), filled)
    case = Case.of(plan, FORMS, Settings(), TODAY)
    assert form_ids(case) == ("phq-9@anna", "phq-9@ben")
    text = plain_charts(chart_sheet(case, ("phq-9@anna",)), width=80, height=16)
    assert "PHQ-9 (anna) · lower is better · 2 scores, last 12 on 2026-03-02\n" in text
    assert text.endswith("● anna\n")


@pytest.mark.parametrize("word", ["phq-9", "phq-9@eve", "phq-9@Anna", "g7"])
def test_a_form_that_this_person_has_not_filled_in_is_no_chart(word):
    plan = plan_of(goal_of(None), [("2026-02-02", {}, {"phq-9@anna": "14"})])
    with pytest.raises(KeyError):
        chart_sheet(Case.of(plan, FORMS, Settings(), TODAY), (word,))


COUPLE = """\
format: 2
client: c-4m8q
members: [anna, ben]
clinician: m.kowalski
opened: 2026-01-12
level_of_care: intensive outpatient care
part2: yes
medications:
  - {name: sertraline at night, dose: 50 mg daily, who: anna, by: Dr Osei, since: 2025-11-03, on: 2026-01-12}
care_team:
  - {who: Dr Osei, role: prescriber of both, release: 2026-01-12}
mental_status: {on: 2026-01-12, by: m.kowalski, text: "Alert, oriented; anxious mood"}
values:
  - {value: being on time for each other, on: 2026-01-12}
safety_plan: {on: 2026-01-19, who: anna, form: a4k7q2}
services:
  - {type: couple therapy in the evening, minutes: 50, every: 3 per week, for: 26w}
problems:
  - {id: p1, problem: Quarrels most evenings, on: 2026-01-12}
  - {id: p2, problem: Anna sleeps four hours, on: 2026-01-12}
goals:
  - id: g1
    goal: Anna sleeps seven to nine hours
    problem: [p1, p2]
    status: active
    opened: 2026-01-19
    smart:
      measurable: {by: number, of: hours slept, judged_by: anna, scale: [0, 14], baseline: 4.5, target: [7, 9]}
      time_bound: {deadline: 2026-05-31}
  - {id: g2, goal: Both go out once a week, status: on-hold, opened: 2026-01-19}
sessions:
  - id: a4k7q2
    date: 2026-01-26
    by: m.kowalski
    kind: crisis
    place: phone
    client_at: at her sister's
    scores: {g1: 5}
    forms: {phq-9@anna: [2, 1, 3, 2, 1, 1, 1, 0, 1], phq-9@ben: 4}
    risk: {who: anna, concern: suicide, ideation: passive, recent: no}
"""
OF_A_PLAN = (
    "- **Level of care:** intensive outpatient care",
    "- **42 CFR Part 2:** yes, every disclosure carries the notice of 42 CFR 2.32",
    "| sertraline at night | 50 mg daily | anna | Dr Osei | 2025-11-03 | 2026-01-12 |",
    "| Dr Osei | prescriber of both | 2026-01-12 |",
    "Mental status: 2026-01-12, m.kowalski: Alert, oriented; anxious mood",
    "- **Values:** being on time for each other (2026-01-12)",
    "| couple therapy in the evening | 50 minutes | 3 times a week | 26 weeks |",
    "| p1 | Quarrels most evenings | 2026-01-12 | g1 |",
    "| p2 | Anna sleeps four hours | 2026-01-12 | g1 |",
    "- **Problems:** p1, p2",
    "- **Measurable:** measured: hours slept, 0 to 14; up from 4.5 into 7 to 9, judged by anna",
    "## Goals that rest",
    "### g2 Both go out once a week",
    "- **For:** anna",
    "- **In entry:** a4k7q2",
)
OF_PROGRESS = (
    "| g1 | Anna sleeps seven to nine hours | 4\\.5 | 5 on 2026-01-26 | 7 to 9 | no figure |",
    "| PHQ-9 | anna | 12 on 2026-01-26, nothing to compare it with |",
    "| PHQ-9 | ben | 4 on 2026-01-26, nothing to compare it with |",
    "- **Crisis contacts:** 2026-01-26",
    "baseline 4.5, target 7 to 9)",
)
OF_A_RECORD = (
    "### 2026-01-26, crisis contact, M. Kowalski, LPC",
    "(date: 2026-01-26; by: m.kowalski; kind: crisis; place: phone; client at: at her sister's; id: a4k7q2)",
    "- **risk:** who: anna; concern: suicide; ideation: passive; recent: no",
    "How the form reads now: PHQ-9 (anna): total 12 (moderate);",
    "How the form reads now: PHQ-9 (ben): total 4 (minimal)",
)
OF_A_CLIENT = ("- Both go out once a week",)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [("plan", OF_A_PLAN), ("progress", OF_PROGRESS), ("record", OF_A_RECORD), ("client", OF_A_CLIENT)],
    ids=["plan", "progress", "record", "client"],
)
def test_a_couple_s_pages_say_all_of_it(kind, lines):
    text = report_of(kind, data=data_of(COUPLE))
    assert [line for line in lines if line not in text] == []


@pytest.mark.parametrize("kind", ["plan", "progress", "record", "client"])
def test_none_of_the_new_words_becomes_markup(kind):
    page = report_of(kind, "html", biting(data_of(COUPLE)))
    assert "<script" not in page
    assert BITES.partition(" [/]")[0].replace("<", "&lt;").replace(">", "&gt;") in page


def test_the_client_s_page_has_neither_medication_nor_who_else_treats():
    text = report_of("client", "html", data_of(COUPLE))
    for word in ("sertraline", "Osei", "outpatient", "Alert", "2.32"):
        assert word not in text


def test_a_page_tells_nothing_of_a_plan_that_says_nothing_of_it():
    text = report_of("plan", today=date(2026, 4, 1))
    for word in ("Level of care", "Medication", "Care team", "Mental status", "rest"):
        assert word not in text
