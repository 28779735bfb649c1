"""A year that was typed wrongly is a day like any other: nothing that is asked of anybody stops because of it."""

import pytest

FIRST, LAST = "0001-01-01", "9999-12-31"
PLAN = """\
client: c-ab2
opened: DAY
review_every: 30d
assessments: [{form: phq-9, every: 9000y}, {form: gad-7, every: 2w}]
holds: [{from: 2026-02-01, to: 2026-02-10}, {from: DAY, to: DAY}]
problems: [{id: p1, problem: Low mood}]
goals:
  - id: g1
    goal: Fewer symptoms
    problem: p1
    status: active
    smart:
      measurable: {by: phq-9, baseline: 20, target: 8}
      time_bound: {deadline: DAY, checkpoints: [DAY]}
  - id: g2
    goal: Walks
    problem: p1
    status: active
    smart:
      measurable: {by: count, of: walks, per: week, baseline: 0, target: 4}
      time_bound: {deadline: DAY}
reviews: [{on: DAY, of: g1, decision: continue}]
sessions:
  - {date: DAY, time: "23:30-23:59", forms: {phq-9: 9}, scores: {g2: 1}, homework: [{id: h1, task: Walk}]}
  - {date: 2026-02-27, forms: {phq-9: 12}, scores: {g2: 2}}
  - {date: DAY, time: "23:50-00:10", length: 20, kind: no-show, next: DAY}
diary: [{date: DAY, scores: {g2: 1}}]
"""
OF_ALL = (
    "",
    "due",
    "due --format ics",
    "caseload",
    "today",
    "outcomes",
    "report --kind week",
    "check --audit",
    "report --check",
)
OF_ONE = ("show", "prep", "chart", "history", "crisis", "report --kind progress", "report --kind audit", "export")


@pytest.mark.parametrize("day", [FIRST, "0001-01-02", "9999-12-30", LAST])
@pytest.mark.parametrize("today", ["2026-03-02", LAST])
def test_a_plan_of_the_first_or_the_last_of_all_days_is_answered_like_any_other(goalctl, plan_file, day, today):
    plan_file.with_name("c-ab2.yaml").write_text(PLAN.replace("DAY", day), encoding="utf-8")
    commands = [*OF_ALL, *(f"{words} c-ab2" for words in OF_ONE)]
    told = {words: goalctl("--today", today, *words.split()).err for words in commands}
    assert {words for words, err in told.items() if "bug" in err} == set()
    assert "c-ab1" in goalctl("--today", today, "caseload").out


@pytest.mark.parametrize("command", ["crisis c-ab1", "log-session c-ab1 --date yesterday", "due"])
def test_the_first_of_all_days_has_no_yesterday_and_says_so(goalctl, command):
    assert "bug" not in goalctl("--today", FIRST, *command.split()).err
