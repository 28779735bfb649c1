"""`goalctl export`: keys that stay, cells that are no formulas, and nothing that says who it was when that is asked."""

import json
import re
import shutil
import stat

import pytest

SCORES = """\
client,id,rater,date,score,measure,source,part,respondent,entry
c-ab1,g1.1,client,2026-01-12,1,count,session,,,abc123
c-ab1,g1.1,client,2026-02-02,2,count,session,,,def456
c-ab1,phq-9,client,2026-01-12,18,phq-9,form,,client,abc123
"""
ANSWERS = [2, 2, 3, 2, 1, 2, 2, 2, 2]
SCORES += "".join(
    f"c-ab1,phq-9,client,2026-01-12,{n},phq-9,form,q{place},client,abc123\n" for place, n in enumerate(ANSWERS, 1)
)
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
        {"id": "g1.1", "rater": "client", "week": 1, "score": 1, "measure": "count", "source": "session", "part": ""},
        {"id": "g1.1", "rater": "client", "week": 4, "score": 2, "measure": "count", "source": "session", "part": ""},
        {"id": "phq-9", "rater": "client", "week": 1, "score": 18, "measure": "phq-9", "source": "form", "part": ""},
        *(
            {
                "id": "phq-9",
                "rater": "client",
                "week": 1,
                "score": n,
                "measure": "phq-9",
                "source": "form",
                "part": f"q{q}",
            }
            for q, n in enumerate(ANSWERS, 1)
        ),
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


def test_csv_carries_every_form_subscale_and_answer(goalctl):
    goalctl("log-session", "c-ab1", "--form", "dass-21=111111111111111111111", status=0)
    goalctl("assess", "c-ab1", "phq-9@anna", "--answers", "1,1,1,1,1,1,1,1,0", status=0)
    rows = [row.split(",") for row in goalctl("export", "--format", "csv", status=0).out.split("\r\n")[4:-1]]
    parts = [(row[1], row[4], row[7], row[8]) for row in rows]
    subscales = [("dass-21", "14", name, "client") for name in ("depression", "anxiety", "stress")]
    assert [part for part in parts if part[0] == "dass-21"][:3] == subscales
    assert [part for part in parts if part[0] == "dass-21"][3:] == [
        ("dass-21", "1", f"q{n}", "client") for n in range(1, 22)
    ]
    assert [part for part in parts if part[3] == "anna"][:2] == [
        ("phq-9", "8", "", "anna"),
        ("phq-9", "1", "q1", "anna"),
    ]


def test_void_and_amended_entries_count_as_they_read_now(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    amended = "    amended: [{on: 2026-02-03, set: {scores.g1.1: 3}, because: miscounted}]\n"
    plan_file.write_text(text + amended, encoding="utf-8")
    assert "c-ab1,g1.1,client,2026-02-02,3,count,session,," in goalctl("export", "--format", "csv").out


def test_a_plan_that_cannot_be_read_makes_the_export_incomplete(goalctl, practice):
    (practice / "plans" / "x-1.yaml").write_text("client: [", encoding="utf-8")
    exported = goalctl("export", status=3)
    assert [plan["client"] for plan in json.loads(exported.out)["plans"]] == ["c-ab1"]
    assert exported.err.startswith("plans/x-1.yaml:1:")


@pytest.mark.parametrize(
    ("words", "scores"),
    [
        (["--format", "csv"], 12),
        (["--format", "csv", "--deidentify"], 12),
        (["--format", "csv", "c-ab1", "c-copy"], 24),
    ],
    ids=["scores", "without names", "both are named"],
)
def test_a_client_with_a_copy_of_the_plan_is_counted_once(goalctl, plan_file, words, scores):
    shutil.copy(plan_file, plan_file.with_name("c-copy.yaml"))
    told = goalctl("export", *words, status=0 if "c-copy" in words else 3)
    assert len(told.out.splitlines()) - 1 == scores
    assert ("plans/c-copy.yaml: left out, since c-ab1 is counted once" in told.err) == (scores == 12)


def test_a_copy_is_no_second_bundle_and_stays_in_what_the_files_say(goalctl, plan_file):
    shutil.copy(plan_file, plan_file.with_name("c-copy.yaml"))
    goalctl("add-client", "c-cd2", status=0)
    assert len(goalctl("export", "--format", "fhir", status=3).out.splitlines()) == 2
    assert len(json.loads(goalctl("export", status=0).out)["plans"]) == 3


def test_a_file_is_new_and_private(goalctl, practice):
    assert goalctl("export", "-o", "out.json", status=0).err == "exported 1 plan to out.json\n"
    assert stat.S_IMODE((practice / "out.json").stat().st_mode) == 0o600
    assert "out.json is there already" in goalctl("export", "-o", "out.json", status=2).err


def test_deidentified_keeps_what_can_be_counted_and_nothing_else(goalctl):
    (plan,) = json.loads(goalctl("export", "--deidentify", status=0).out)["pseudonymised"]
    assert re.fullmatch(r"[0-9a-f]{16}", plan.pop("code"))
    assert plan == NAMELESS


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_deidentified_has_no_day_no_name_and_no_word(goalctl, kind):
    exported = goalctl("export", "--deidentify", "--format", kind).out
    assert not re.search(r"\d{4}-\d{2}-\d{2}|c-ab1|kowalski|depression|Walk|mood", exported)


def test_it_says_that_it_is_pseudonymised_how_many_are_alike_and_what_is_left_out(goalctl):
    said = goalctl("export", "--deidentify", "--format", "csv", status=0).err
    assert said == (
        "pseudonymised, not anonymous: k = 1, one is like no other; whoever knows a client's weeks may find them\n"
        "left out: names, days, words, diagnoses, ages, clinicians, notes, risk records, raters' names\n"
    )


def test_where_too_few_are_alike_no_row_leaves(goalctl):
    done = goalctl("export", "--deidentify", "--alike", status=3)
    assert (done.out, done.err.splitlines()[0]) == ("", "goalctl: no 11 clients are alike, so nothing was exported")


@pytest.mark.parametrize(("small_cells", "alike"), [(1, 11), (12, 12)], ids=["fewer", "more"])
def test_a_practice_may_ask_for_more_alike_and_never_for_fewer(practice, goalctl, small_cells, alike):
    (practice / "goalctl.yaml").write_text(f"format: 2\nsmall_cells: {small_cells}\n", encoding="utf-8")
    assert f"no {alike} clients are alike" in goalctl("export", "--deidentify", "--alike", status=3).err
    assert "pseudonymised, not anonymous" in goalctl("export", "--deidentify", status=0).err


def test_codes_are_made_anew_each_time(goalctl):
    assert goalctl("export", "--deidentify").out != goalctl("export", "--deidentify").out


SENSITIVE = """\
  - {id: k1k1k1, date: 2026-02-09, confidential: yes, scores: {g1.1: 3}}
  - {id: k2k2k2, date: 2026-02-10, risk: {concern: suicide, ideation: a passing thought}}
"""


def test_fhir_leaves_out_what_nobody_asked_for_and_says_so(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", "format: 2\nclient: c-ab1", 1)
    plan_file.write_text(text.replace("format: 1\n", "") + SENSITIVE, encoding="utf-8")
    exported = goalctl("export", "c-ab1", "--format", "fhir", status=0)
    assert "passing thought" not in exported.out
    assert exported.err == (
        "c-ab1: left out: 1 session kept confidential (--include confidential), what is told of risk (--include risk)\n"
    )
    whole = goalctl("export", "c-ab1", "--format", "fhir", "--include", "risk", "--include", "confidential", status=0)
    assert ("passing thought" in whole.out, whole.err) == (True, "")


def test_what_a_reader_of_fhir_will_refuse_is_told_where_that_can_be_checked(goalctl, plan_file):
    pytest.importorskip("fhir.resources")
    text = plan_file.read_text(encoding="utf-8")
    typed = text.replace("opened: 2026-01-05", 'opened: 2026-01-05\nservices: [{type: Talk, cpt: "90834  95"}]', 1)
    plan_file.write_text(typed, encoding="utf-8")
    exported = goalctl("export", "c-ab1", "--format", "fhir", status=3)
    assert exported.err.startswith("c-ab1: a reader of R4B will refuse entry.1.resource.activity")
    assert json.loads(exported.out)["type"] == "collection"


def test_fhir_is_one_bundle_for_a_client_and_a_line_for_each_of_several(goalctl):
    assert json.loads(goalctl("export", "c-ab1", "--format", "fhir").out)["resourceType"] == "Bundle"
    (line,) = goalctl("export", "--format", "fhir").out.splitlines()
    assert json.loads(line)["type"] == "collection"


@pytest.mark.parametrize("words", [("--format", "fhir", "--deidentify"), ("--include", "risk")])
def test_what_does_not_go_with_fhir_is_refused(goalctl, words):
    assert "goalctl: --" in goalctl("export", *words, status=2).err


@pytest.fixture
def part_2_plan(plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(
        text.replace("format: 1", "format: 2").replace("status: active\n", "status: active\npart2: yes\n", 1),
        encoding="utf-8",
    )
    return plan_file


PART_2 = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


@pytest.mark.parametrize("shown_as", ["csv", "json", "fhir"])
def test_what_is_exported_of_a_part_2_program_has_its_notice(goalctl, part_2_plan, shown_as):
    assert part_2_plan.exists()
    told = goalctl("export", "c-ab1", "--format", shown_as, status=0)
    assert f"to go with what is disclosed of c-ab1 (42 CFR 2.32): {PART_2}\n" in told.err
    assert (PART_2 in told.out) == (shown_as != "csv")
    if shown_as == "json":
        assert json.loads(told.out)["notice"] == PART_2
    if shown_as == "fhir":
        plans = [one["resource"] for one in json.loads(told.out)["entry"] if "intent" in one["resource"]]
        assert [plan["note"] for plan in plans] == [[{"text": PART_2}]]


def test_the_notice_is_no_hindrance_to_reading_it_back(goalctl, practice, part_2_plan):
    (practice / "out.json").write_text(goalctl("export", "c-ab1", status=0).out, encoding="utf-8")
    part_2_plan.unlink()
    goalctl("import", "out.json", "--new-clients", "--write", status=0)
    (made,) = (practice / "plans").glob("c-*.yaml")
    assert "part2: yes" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["--format", "csv"], ["--format", "json"], ["--format", "fhir"]])
def test_what_is_no_part_2_record_has_no_such_notice(goalctl, words):
    told = goalctl("export", "c-ab1", *words, status=0)
    assert "42 CFR" not in told.out + told.err


def test_without_names_it_is_no_disclosure(goalctl, part_2_plan):
    assert part_2_plan.exists()
    assert "42 CFR" not in goalctl("export", "--deidentify", "--format", "csv", status=0).err


@pytest.mark.parametrize(
    ("words", "is_told"), [((), True), (("--deidentify",), False), (("--format", "csv"), False)], ids=str
)
def test_an_entry_about_another_client_is_told_where_it_is_exported_whole(goalctl, plan_file, words, is_told):
    void = "void: {on: 2026-02-10, because: x, other_client: yes}"
    entry = f"  - {{id: b8w2xp, date: 2026-02-09, scores: {{g1: 9}}, note: of Ms X, {void}}}\n"
    text = plan_file.read_text(encoding="utf-8").rstrip("\n") + "\n"
    plan_file.write_text(text.replace("sessions:\n", f"sessions:\n{entry}", 1), encoding="utf-8")
    told = goalctl("export", *words, status=0)
    assert ("c-ab1: the entry of 2026-02-09 is about another client, and in here whole" in told.err) is is_told
    assert ("of Ms X" in told.out) is is_told
