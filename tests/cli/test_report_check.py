"""`goalctl report --check`: what in a document for others would not hold, before it is signed; writing tells it too."""

import json

import pytest

NOT_USED = "g1.1.i1 is planned, and no session of this period says that it was used"


def said(goalctl, *words, status=1):
    outcome = goalctl("report", "--check", *words, "--format", "json", status=status)
    return {(row["what"], row["said"]) for row in json.loads(outcome.out)["doubts"]}


def test_what_the_record_lacks_is_told_and_no_words_are_proposed_for_it(goalctl):
    found = said(goalctl, "c-ab1")
    assert ("missing", "no diagnosis") in found
    assert ("missing", "nobody has agreed to the plan") in found
    assert ("missing", "no review says why treatment is needed") in found
    assert ("no support", NOT_USED) in found


def test_an_intervention_that_one_session_used_is_supported(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("scores: {g1.1: 2}", "scores: {g1.1: 2}\n    used: [g1.1.i1]"), encoding="utf-8")
    assert ("no support", NOT_USED) not in said(goalctl, "c-ab1")


@pytest.mark.parametrize(
    ("on", "is_old"),
    [("2025-12-02", False), ("2025-12-01", True)],
    ids=["90 days", "91 days"],
)
def test_a_necessity_is_old_after_ninety_days(goalctl, plan_file, on, is_old):
    review = f"reviews:\n  - {{on: {on}, by: m.kowalski, necessity: Shifts are missed}}\n"
    text = plan_file.read_text(encoding="utf-8").replace("opened: 2026-01-05", "opened: 2025-11-03")
    plan_file.write_text(text + review, encoding="utf-8")
    told = [words for what, words in said(goalctl, "c-ab1") if what == "old" and words.startswith("why")]
    assert told == ([f"why treatment is needed was last said on {on}, 91 days ago"] if is_old else [])
    text = goalctl("report", "c-ab1", "--kind", "progress", status=0).out
    assert ("**This statement is old.**" in text) is is_old


def test_a_goal_that_is_called_achieved_although_its_score_is_not_at_its_target_is_a_contradiction(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace(
        "    status: active\n    opened", "    status: achieved\n    opened"
    )
    plan_file.write_text(text, encoding="utf-8")
    words = "g1 is called achieved; its newest score, of 2026-01-12, is not at its target"
    assert ("contradictory", words) in said(goalctl, "c-ab1")


@pytest.mark.parametrize(
    ("begin", "is_told"), [("2026-02-02", False), ("2026-02-03", True)], ids=["the day of the score", "the day after"]
)
def test_a_step_without_a_score_in_the_period_is_told(goalctl, begin, is_told):
    words = "g1.1 has no score in this period; the last is of 2026-02-02"
    found = said(goalctl, "c-ab1", "--kind", "progress", "--from", begin)
    assert (("no support", words) in found) is is_told


def test_everybody_is_checked_and_a_plan_that_cannot_be_read_makes_it_incomplete(goalctl, practice):
    (practice / "plans" / "c-cd2.yaml").write_text("client: c-cd2\nopened: soon\n", encoding="utf-8")
    outcome = goalctl("report", "--check", status=3)
    assert "c-ab1" in outcome.out
    assert "plans/c-cd2.yaml:2:9: error[E122]" in outcome.err


def test_writing_tells_the_same_on_stderr_and_writes(goalctl):
    outcome = goalctl("report", "c-ab1", "--kind", "progress", status=0)
    assert f"c-ab1: no support: {NOT_USED}\n" in outcome.err
    assert outcome.out.startswith("# Progress report")


def test_a_discharge_asks_for_the_exit_measure(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("status: active\nvalues", "status: discharged\nvalues")
    ending = "discharge: {on: 2026-03-01, reason: moved away, outcomes: {g1: achieved}}\n"
    plan_file.write_text(text + ending, encoding="utf-8")
    found = said(goalctl, "c-ab1")
    assert ("missing", "no phq-9 at the ending: the last is of 2026-01-12, 48 days before") in found
    assert ("contradictory", "g1 ended as achieved; no newest score at its target says so") in found


def test_risk_is_one_line_unless_all_of_it_is_asked_for(goalctl):
    line = goalctl("report", "c-ab1", "--kind", "progress", status=0).out
    assert "Risk: no risk record; no safety plan on record\n" in line
    assert "q9" not in line
    full = goalctl("report", "c-ab1", "--kind", "progress", "--risk", "full", status=0).out
    assert "phq-9 q9 endorsed (2) on 2026-01-12" in full


def test_a_record_of_a_part_2_program_carries_the_notice_on_every_document_but_the_clients_own(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("format: 1", "format: 2")
    plan_file.write_text(text + "part2: yes\n", encoding="utf-8")
    notice = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    kinds = ("plan", "progress", "record", "client")
    assert [notice in goalctl("report", "c-ab1", "--kind", kind, status=0).out for kind in kinds] == [True] * 3 + [
        False
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--check", "c-ab1", "--kind", "client"), "--kind client is not checked"),
        (("--check", "--kind", "week"), "a week is not checked"),
        (("c-ab1", "--kind", "week"), "a week is of the whole practice, not of one client"),
        (("c-ab1", "--within", "2w"), "--within is for the week"),
        (("c-ab1", "--risk", "full"), "--risk full is for the progress report"),
        (("c-ab1", "--format", "json"), "--format json is for ur, audit, the week and --check"),
        (("--kind", "week", "--for", "anna"), "--for: a week is for those who treat, or for the office"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_does_not_go_together_is_refused(goalctl, words, message):
    assert message in goalctl("report", *words, status=2).err


def test_the_page_for_a_call_tells_its_doubts_when_it_is_written(goalctl):
    outcome = goalctl("report", "c-ab1", "--kind", "ur", status=0)
    assert f"no support: {NOT_USED}" in outcome.err
    assert "missing: nobody has agreed to the plan: goalctl agree c-ab1" in outcome.err


@pytest.mark.parametrize(("day", "is_old"), [("2026-02-27", False), ("2026-02-28", False), ("2026-03-01", True)])
def test_a_target_date_is_old_from_the_day_after_it(goalctl, day, is_old):
    outcome = goalctl("--today", day, "report", "--check", "c-ab1", "--format", "json", status=1)
    told = [row["said"] for row in json.loads(outcome.out)["doubts"] if row["what"] == "old"]
    assert told == ["the target date of g1 was 2026-02-28, and it is still worked on"] * is_old


@pytest.mark.parametrize(
    ("first", "said_of_it"),
    [
        ("", "not stated"),
        ("    time: 10:00-10:50\n", "50 in 1 of 2 sessions"),
        ("    minutes: 0\n", "0 in 1 of 2 sessions"),
    ],
    ids=["none", "start and end of one", "none at all in one"],
)
def test_minutes_that_nobody_stated_are_not_none(goalctl, plan_file, first, said_of_it):
    text = plan_file.read_text("utf-8").replace("    date: 2026-01-12\n", f"    date: 2026-01-12\n{first}")
    plan_file.write_text(f"{text}  - {{id: zzzzz1, date: 2026-01-19}}\n", encoding="utf-8")
    report = goalctl("report", "c-ab1", "--kind", "progress", "--to", "2026-01-19", status=0).out
    assert f"- **Minutes:** {said_of_it}\n" in report
    assert f"| no code | 2 | {said_of_it} |" in report


@pytest.mark.parametrize(
    ("minutes", "said_of_it"),
    [("", "53 in 1 of 1 session and 1 contact"), (", minutes: 15", "68, calls included")],
    ids=["of one", "of both"],
)
def test_a_call_with_a_code_has_minutes_and_is_no_session_among_those_held(goalctl, plan_file, minutes, said_of_it):
    text = plan_file.read_text("utf-8").replace("    date: 2026-01-12\n", "    date: 2026-01-12\n    minutes: 53\n")
    call = f"  - {{id: zzzzz1, date: 2026-01-19, kind: phone, cpt: [98966]{minutes}}}\n"
    plan_file.write_text(text + call, encoding="utf-8")
    report = goalctl("report", "c-ab1", "--kind", "progress", "--to", "2026-01-19", status=0).out
    assert f"- **Sessions held:** 1\n- **Minutes:** {said_of_it}\n" in report


def test_what_has_several_lines_keeps_them_in_markdown(goalctl, plan_file):
    text = plan_file.read_text("utf-8")
    second = "  - {id: g2, goal: Sleeps six hours, problem: p1, status: active}\n\nsessions:"
    plan_file.write_text(text.replace("\nsessions:", second), encoding="utf-8")
    report = goalctl("report", "c-ab1", "--kind", "progress", status=0).out
    (lines,) = [part.split("- **")[0] for part in report.split("- **Still to be reached:** ")[1:]]
    assert [line.split()[0] for line in lines.splitlines()] == ["g1", "g2"]
    assert lines.splitlines()[0].endswith("\\")


GOES_ON = "client: c-ab1\nopened: 2026-01-05\n"
OVER = f"{GOES_ON}status: discharged\ndischarge: {{on: 2026-02-16, reason: moved}}\n"


@pytest.mark.parametrize(
    ("plan", "kind", "said"),
    [
        (GOES_ON, "discharge", "c-ab1 is not discharged"),
        (OVER, "review", "treatment of c-ab1 ended on 2026-02-16: there is no review of it to sign"),
    ],
)
def test_what_is_not_written_is_not_checked(plan_file, goalctl, plan, kind, said):
    plan_file.write_text(plan, encoding="utf-8")
    assert said in goalctl("report", "c-ab1", "--kind", kind, "--check", status=2).err
    assert "c-ab1" not in goalctl("report", "--kind", kind, "--check", status=0).out


@pytest.mark.parametrize(("score", "is_told"), [(6, True), (7, False)], ids=["not reached", "reached"])
@pytest.mark.parametrize("kind", ["plan", "progress", "review", "ur", "transfer"])
def test_the_date_of_what_is_met_asks_for_nothing(plan_file, goalctl, kind, score, is_told):
    goal = (
        "{id: g1, goal: Rates it, status: active, smart: {measurable: {by: number, of: hours, baseline: 3, target: 7}, "
    )
    text = f"goals: [{goal}time_bound: {{deadline: 2026-02-20}}}}}}]\n"
    held = f"sessions: [{{date: 2026-02-16, scores: {{g1: {score}}}}}]\n"
    plan_file.write_text(GOES_ON + text + held, encoding="utf-8")
    told = goalctl("report", "c-ab1", "--kind", kind, "--check").out
    assert ("the target date of g1 was 2026-02-20, and it is still worked on" in told) is is_told
    assert ("deadline" in goalctl("due", "--overdue").out) is is_told
