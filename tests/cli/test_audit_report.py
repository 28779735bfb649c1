"""`goalctl report --kind ur` and `--kind audit`: what a reviewer asks, what an auditor finds, and what is not there."""

import json
import re
import shutil
from pathlib import Path

import pytest

PLANS = Path(__file__).parents[1] / "rules" / "audit_plans"
ON = ("--today", "2026-06-15")


@pytest.fixture
def told(goalctl, tmp_path):
    """A report about one of the plans with planted faults."""

    def told_of(client, kind, *more, practice="outpatient", status=0):
        copy = tmp_path / practice
        shutil.copytree(PLANS / practice, copy, dirs_exist_ok=True)
        return goalctl("-C", copy, *ON, "report", client, "--kind", kind, *more, status=status)

    return told_of


def section(text, heading):
    """The lines below a heading, up to the next of its level."""
    return text.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def test_the_page_for_a_review_call_says_what_is_not_on_record_and_says_it_before_the_call(told):
    page = told("c-aster", "ur")
    missing = ("Risk", "Medication and prescriber", "Care team", "Substance use", "Mental status", "Barriers")
    assert [question for question in missing if f"**{question}**\n\n- NOT ON RECORD\n" in page.out] == [*missing]
    asked = re.findall("not on record, and asked in the call: ([^:]+): goalctl [a-z]+ c-aster", page.err)
    assert asked == [question.lower() for question in missing]


def test_what_the_page_for_a_review_call_lacks_is_told_once(told):
    err = told("c-erica", "ur", practice="medicare-hospital-outpatient").err
    lacks = (
        "c-erica: missing: not on record, and asked in the call: diagnosis: goalctl set c-erica plan "
        '"diagnoses+={code: …, name: …}" --because …'
    )
    assert [line for line in err.splitlines() if "diagnos" in line] == [lacks]


def test_the_page_holds_goals_with_numbers_interventions_with_their_use_and_what_is_asked_for(told):
    page = told("c-aster", "ur").out
    assert (
        "- g1 Is out of the house on five mornings a week: from 1 to 4 on 2026-06-09, target 5, by 2026-08-10;" in page
    )
    assert "- Behavioural activation with an activity chart (every week, for 26 weeks): 8 of 11 sessions, " in page
    assert "Service: individual psychotherapy, 53 minutes, every week, for 26 weeks" in page
    assert "- PHQ-9 8 on 2026-06-09; PHQ-9 down 9 (reliable): 17 to 8 since 2026-01-20" in page


def test_nothing_is_asked_for_when_treatment_has_ended(told):
    page = told("c-birch", "ur").out
    assert "- nothing: treatment ended on 2026-04-08" in page
    assert "- g1 Says something in two meetings a week: from 0 to 3 on 2026-04-08, target 2," in page


def test_of_risk_the_page_says_level_day_and_plan_and_no_more(told):
    page = told("c-hazel", "ur").out
    assert "**Risk**\n\n- asked on 2026-05-21, level low; safety plan of 2026-01-08\n" in page
    assert "tablets" not in page


@pytest.mark.parametrize("kind", ["ur", "audit"])
def test_a_page_can_be_had_as_html_too(told, kind):
    assert told("c-crocus", kind, "--format", "html", practice="illinois").out.startswith("<!DOCTYPE html>")


def test_the_audit_tells_what_is_not_met_with_its_source_and_where_by_id_and_day(told):
    not_met = section(told("c-juniper", "audit").out, "## What is not met")
    assert "14 of 51 requirements not met." in not_met
    assert (
        "- **A143 start and end of a session: NOT MET**\n"
        "  - entry kk0204 of 2026-02-04: start and end of the session are not on record\n"
        "  - source: NGS Medicare, CERT findings, undated page, read on 2026-11-22\n"
    ) in not_met
    assert "A115" in not_met
    assert "OLD: the rule was amended since; its present text was not read" in not_met


def test_what_is_met_says_where_it_stands_and_what_one_plan_alone_cannot_tell_is_not_called_met(told):
    met = section(told("c-aster", "audit").out, "## What is met")
    assert "- **A120 the client took part: met**\n  - client, signed 2026-02-10\n" in met
    assert "- **A170 goals like another client's: not looked at**\n" in met
    assert "sessions, 2026-01-27 to 2026-06-09" in met


def test_the_thread_runs_from_problem_to_session_and_its_breaks_are_marked(told):
    thread = section(told("c-juniper", "audit").out, "## Appendix: the thread from problem to session")
    assert "- problem **p2** Snaps at the children; **THE THREAD BREAKS HERE: no goal is for p2**" in thread
    assert "    - objective **g1.1** Is in bed from midnight to six only; 7 sessions: 2026-01-21, " in thread
    assert "**THE THREAD BREAKS HERE: g1.1 has no intervention**" in thread
    assert "      - intervention **g1.2.i1** Stimulus control; 6 sessions: 2026-02-04, " in thread
    assert "- entry kk0121 of 2026-01-21: names no intervention" in thread


def test_an_audit_asks_by_the_profile_that_is_named(told):
    page = told("c-aster", "audit", "--profile", "illinois-iv").out
    assert "- **Asked by:** Illinois, 77 Ill. Adm. Code 2060.421, level IV (illinois-iv)" in page
    assert "A131" in section(page, "## What is not met")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("audit", "--from", "2026-01-01"), "an audit report has no --from and --to"),
        (("ur", "--profile", "montana"), "--profile is for the audit"),
        (("audit", "--profile", "nowhere"), "nowhere"),
    ],
)
def test_what_does_not_fit_the_kind_is_refused(told, words, message):
    assert message in told("c-aster", *words, status=2).err


NEW = """\
client: c-new
clinician: m.kowalski
opened: 2026-06-01
plan_by: 30d
sessions:
  - {id: aa0601, date: 2026-06-02, by: m.kowalski, kind: intake}  # goalctl: ignore A146 signed on paper
"""


@pytest.mark.parametrize(
    ("reason", "words"),
    [("signed on paper", "waived in the plan, with a reason"), ("", "waived in the plan, not each with a reason")],
)
def test_what_is_waived_or_not_asked_yet_is_not_called_met(goalctl, practice, reason, words):
    (practice / "plans" / "c-new.yaml").write_text(NEW.replace("signed on paper", reason), encoding="utf-8")
    page = goalctl(*ON, "report", "c-new", "--kind", "audit", status=0).out
    assert "- **A102 a diagnosis: not asked yet**\n  - the plan may be made until 2026-07-01, and is not asked" in page
    assert f"- **A146 entries are signed: waived**\n  - {words}\n" in page
    asked = json.loads(goalctl(*ON, "report", "c-new", "--kind", "audit", "--format", "json", status=0).out)
    met = {one["code"]: one["met"] for one in asked["requirements"]}
    assert (met["A102"], met["A146"], met["A147"], asked["waived"]) == (None, None, True, 1)
    later = goalctl("--today", "2026-07-02", "report", "c-new", "--kind", "audit", status=0).out
    assert "- **A102 a diagnosis: NOT MET**" in later
