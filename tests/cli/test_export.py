"""`goalctl export`: keys that stay, cells that are no formulas, and nothing that says who it was when that is asked."""

import json
import re
import stat

import pytest

SCORES = """\
client,id,rater,date,score,measure,source
c-ab1,g1.1,client,2026-01-12,1,count,session
c-ab1,g1.1,client,2026-02-02,2,count,session
c-ab1,phq-9,client,2026-01-12,18,phq-9,form
"""
NAMELESS = {
    "status": "active",
    "goals": [
        {
            "id": "g1",
            "status": "active",
            "by": "phq-9",
            "baseline": 18.0,
            "target": 9.0,
            "opened": 1,
            "closed": None,
            "deadline": 7,
            "extended": 0,
            "objectives": [
                {
                    "id": "g1.1",
                    "status": "active",
                    "by": "count",
                    "baseline": 1.0,
                    "target": 3.0,
                    "opened": None,
                    "closed": None,
                    "deadline": 9,
                    "extended": 0,
                }
            ],
        }
    ],
    "sessions": [{"week": 1, "kind": "session"}, {"week": 4, "kind": "session"}],
    "scores": [
        {"id": "g1.1", "rater": "client", "week": 1, "score": 1, "measure": "count", "source": "session"},
        {"id": "g1.1", "rater": "client", "week": 4, "score": 2, "measure": "count", "source": "session"},
        {"id": "phq-9", "rater": "client", "week": 1, "score": 18, "measure": "phq-9", "source": "form"},
    ],
}


def test_json_holds_the_plan_as_its_file_says_it(goalctl):
    found = json.loads(goalctl("export", status=0).out)
    assert list(found) == ["format", "goalctl", "plans"]
    (plan,) = found["plans"]
    assert list(plan)[:4] == ["format", "client", "clinician", "opened"]
    assert plan["goals"][0]["smart"]["measurable"]["baseline"] == "18"
    assert plan["sessions"][1]["homework_done"] == {"h1": "yes"}


def test_json_is_plain_ascii_whatever_a_client_says(goalctl, plan_file):
    plan_file.write_text(plan_file.read_text("utf-8").replace("Low mood", "M\u00fcde \u202e"), encoding="utf-8")
    exported = goalctl("export", status=0).out
    assert exported.isascii()
    assert json.loads(exported)["plans"][0]["problems"][0]["problem"] == "M\u00fcde \u202e"


def test_csv_has_a_row_for_each_score(goalctl):
    assert goalctl("export", "c-", "--format", "csv", status=0).out == SCORES.replace("\n", "\r\n")


def test_void_and_amended_entries_count_as_they_read_now(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    amended = "    amended: [{on: 2026-02-03, set: {scores.g1.1: 3}, because: miscounted}]\n"
    plan_file.write_text(text + amended, encoding="utf-8")
    assert "c-ab1,g1.1,client,2026-02-02,3,count,session" in goalctl("export", "--format", "csv").out


def test_a_plan_that_cannot_be_read_makes_the_export_incomplete(goalctl, practice):
    (practice / "plans" / "x-1.yaml").write_text("client: [", encoding="utf-8")
    exported = goalctl("export", status=3)
    assert [plan["client"] for plan in json.loads(exported.out)["plans"]] == ["c-ab1"]
    assert exported.err.startswith("plans/x-1.yaml:1:")


def test_a_file_is_new_and_private(goalctl, practice):
    assert goalctl("export", "-o", "out.json", status=0).err == "exported 1 plan to out.json\n"
    assert stat.S_IMODE((practice / "out.json").stat().st_mode) == 0o600
    assert "out.json" in goalctl("export", "-o", "out.json", status=3).err


def test_deidentified_keeps_what_can_be_counted_and_nothing_else(goalctl):
    (plan,) = json.loads(goalctl("export", "--deidentify", status=0).out)["deidentified"]
    assert re.fullmatch(r"[0-9a-f]{16}", plan.pop("code"))
    assert plan == NAMELESS


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_deidentified_has_no_day_no_name_and_no_word(goalctl, kind):
    exported = goalctl("export", "--deidentify", "--format", kind).out
    assert not re.search(r"\d{4}-\d{2}-\d{2}|c-ab1|kowalski|depression|Walk|mood", exported)


def test_codes_are_made_anew_each_time(goalctl):
    assert goalctl("export", "--deidentify").out != goalctl("export", "--deidentify").out
