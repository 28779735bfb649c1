"""`goalctl import` of what other programs write: mappings, item columns, long layouts, encodings, and nothing lost."""

import json
from pathlib import Path

import pytest
import yaml

from goalctl.documents.read import read_data
from tests.conftest import TREE

WIDE = "record_id,visit_date,age,phq9_1,phq9_2,phq9_3,phq9_4,phq9_5,phq9_6,phq9_7,phq9_8,phq9_9,phq9_complete\n"
VISIT = "c-ab1,2026-02-09 10:15,34,2,2,3,2,1,2,2,1,2,2\n"


@pytest.fixture
def table(practice):
    """A file with this content."""

    def make(content, name="table.csv"):
        (practice / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return make


def forms_of(plan_file, place=-1):
    return read_data(plan_file.read_text(encoding="utf-8"))[0]["sessions"][place]["forms"]


def test_a_redcap_export_brings_every_answer_and_its_risk(goalctl, table, plan_file):
    done = goalctl("import", table(WIDE + VISIT), "--map", "redcap", "--write", status=0)
    assert forms_of(plan_file) == {"phq-9": ["2", "2", "3", "2", "1", "2", "2", "1", "2"]}
    assert done.err.startswith("left out: age, phq9_complete\nwrote 1 plan\n")
    assert "ENDORSED: PHQ-9 q9, answer 2, on 2026-02-09" in done.err


def test_the_same_by_hand_with_a_total_that_is_compared(goalctl, table, plan_file):
    heads = ",".join(f"phq9_{n}=q{n}" for n in range(1, 10))
    name = table(WIDE.replace("phq9_complete", "total").replace(",age", "") + VISIT.replace(",34", "")[:-2] + "17\n")
    words = ["--set", "id=phq-9", "--map", f"record_id=client,visit_date=date,total=score,{heads}"]
    goalctl("import", name, *words, "--write", status=0)
    assert len(forms_of(plan_file)["phq-9"]) == 9


@pytest.mark.parametrize("said", ["gad-7", "GAD 7"])
def test_one_form_for_all_rows_is_named_as_people_write_it(goalctl, table, plan_file, said):
    heads = ",".join(f"a{n}=q{n}" for n in range(1, 8))
    name = table("date,a1,a2,a3,a4,a5,a6,a7\n2026-02-09,1,1,1,1,1,1,1\n")
    words = ["--set", f"id={said}", "--set", "client=c-ab1", "--map", heads]
    goalctl("import", name, *words, "--write", status=0)
    assert forms_of(plan_file) == {"gad-7": ["1"] * 7}
    assert "there is no phq-99" in goalctl("import", name, "--set", "id=phq-99", status=2).err


def test_a_total_that_its_answers_contradict_is_refused_with_its_line(goalctl, table):
    wrong = table(
        WIDE.replace("phq9_complete", "phq9_total").replace(",age", "") + VISIT.replace(",34", "")[:-2] + "18\n"
    )
    assert "line 2: total 18 can't be" in goalctl("import", wrong, "--map", "redcap", status=1).err


def test_a_row_a_value_is_put_together_and_a_wrong_one_is_named_by_its_line(goalctl, table, plan_file):
    rows = [f"c-ab1,visit_1,phq9_{n},{1 if n < 9 else 7}" for n in range(1, 10)]
    name = table("record,redcap_event_name,field_name,value\nc-ab1,visit_1,visit_date,2026-02-09\n" + "\n".join(rows))
    refused = goalctl("import", name, "--map", "redcap-eav", status=1).err
    assert "line 11: '7' is not an answer to q9" in refused
    assert "answer one of 0, 1, 2, 3; under `answers` a mapping says what other words mean" in refused
    goalctl(
        "import",
        table((plan_file.parent.parent / name).read_text().replace(",7", ",0")),
        "--map",
        "redcap-eav",
        "--write",
        status=0,
    )
    assert forms_of(plan_file) == {"phq-9": ["1"] * 8 + ["0"]}


def test_a_long_table_of_items_in_words_by_a_mother(goalctl, table, plan_file):
    rows = [f"c-ab1;Mother;9.2.2026;PHQ 9;{n};{'Several days' if n < 9 else 'Not at all'}" for n in range(1, 10)]
    name = table("sep=;\r\nclient;who;day;scale;question;answer\r\n" + "\r\n".join(rows))
    heads = "who=respondent,day=date,scale=id,question=part,answer=score"
    goalctl("import", name, "--map", heads, "--dates", "dmy", "--write", status=0)
    assert forms_of(plan_file) == {"phq-9@mother": ["1"] * 8 + ["0"]}


def test_a_checkbox_says_which_answer_and_an_empty_one_none(goalctl, table, plan_file):
    head = "record_id,visit_date,phq9_total,phq9_function___1,phq9_function___2\n"
    goalctl("import", table(head + "c-ab1,2026-02-09,9,0,1\n"), "--map", "redcap", "--write", status=0)
    assert forms_of(plan_file) == {"phq-9": {"total": "9", "function": "2"}}


def test_two_boxes_for_one_answer_are_refused(goalctl, table):
    head = "record_id,visit_date,phq9_total,phq9_function___1,phq9_function___2\n"
    refused = goalctl("import", table(head + "c-ab1,2026-02-09,9,1,1\n"), "--map", "redcap", status=1)
    assert "line 2: phq-9 function is 1 already" in refused.err


def test_a_mapping_of_the_practice_has_its_clients_words_and_numbers(goalctl, table, practice):
    (practice / "clinic.yaml").write_text(
        "mapping: clinic\nname: The old system\n"
        "columns: {Patient: client, Datum: date, Mood: g1.1, 'PHQ-9, Summe': phq-9.total}\n"
        "clients: {'101': c-ab1}\ndates: dmy\ndecimal: ','\nmissing: ['-99']\nset: {source: session}\n",
        encoding="utf-8",
    )
    name = table("Patient;Datum;Mood;PHQ-9, Summe\n101;09.02.2026;2,0;-99\n101;10.02.2026;;12\n101;11.02.2026;;\n")
    shown = goalctl("import", name, "--map", "clinic.yaml", "--rows", status=0)
    assert [line.split() for line in shown.out.splitlines()[1:]] == [
        ["2", "c-ab1", "g1.1", "2", "on", "2026-02-09", "new"],
        ["3", "c-ab1", "phq-9", "12", "on", "2026-02-10", "new"],
        ["4", "no", "score", "passed", "over"],
    ]


MIXED = (
    "client,id,date,score\nc-ab1,g1.1,2026-02-09,3\nc-ab1,g1.1,2026-02-10,99\nc-ab1,g1.1,2026-02-11,\nc-ab1,g9,soon,1\n"
)


def test_a_dry_run_tells_every_row_where_some_can_t_be_used(goalctl, table):
    shown = goalctl("import", table(MIXED), "--rows", "--format", "json", status=1)
    found = json.loads(shown.out)
    assert [(row["line"], row["fate"].partition(":")[0]) for row in found["rows"]] == [
        (2, "new"), (3, "refused"), (4, "passed over"), (5, "refused"),
    ]  # fmt: skip
    assert [error["where"] for error in found["errors"]] == ["line 3", "line 5"]
    assert "nothing was written: every row has to fit" in shown.err


def test_of_a_table_of_goals_too(goalctl, table):
    name = table("client,goal\nc-ab1,Feels better\nc-ab1,Walks daily\n")
    goalctl("import", table("client,goal\nc-ab1,Walks daily\n", "one.csv"), "--write", status=0)
    rows = json.loads(goalctl("import", name, "--rows", "--format", "json", status=0).out)["rows"]
    assert [(row["score"], row["fate"]) for row in rows] == [
        ("goal Feels better", "new"), ("goal Walks daily", "there already"),
    ]  # fmt: skip


@pytest.mark.parametrize("row", ["c-ab1,phq-9,2026-02-09,12", "c-new,phq-9,2026-02-09,12"])
def test_a_row_that_says_what_an_earlier_one_says_of_a_form_is_told(goalctl, table, row):
    told = goalctl("import", table(f"client,id,date,score\n{row}\n{row}\n"), "--rows", "--new-clients", status=0)
    assert "1 row holds what an earlier row says and was passed over: line 3" in told.err
    assert "3          what an earlier row says  there already" in told.out


def test_of_two_columns_of_one_head_none_can_be_left_out_by_it(goalctl, table):
    text = "client,date,gad7_total,{}\nc-ab1,2026-02-09,5,5\n".format
    assert "hint: give each a head of its own" in goalctl("import", table(text("gad7_total")), status=2).err
    assert 'leave one out: --map "gad7_total=-"' in goalctl("import", table(text("GAD-7 total")), status=2).err


def test_a_field_with_two_values_is_refused_and_none_of_them_passed_over(goalctl, table):
    head = "record,field_name,value\nc-ab1,visit_date,2026-02-09\nc-ab1,gad7_total,9\nc-ab1,gad7_1,1\n"
    told = goalctl("import", table(head + "c-ab1,gad7_1,2\n"), "--map", "redcap-eav", status=1).err
    assert "line 5: '1 / 2' is not an answer to q1" in told


def test_a_practice_s_clients_stand_over_a_shipped_mapping(goalctl, table, practice, plan_file):
    ours = "mapping: ours\nname: Who is who\nclients: {'101': c-ab1}\ndates: mdy\n"
    (practice / "ours.yaml").write_text(ours, encoding="utf-8")
    name = table((WIDE + VISIT).replace("c-ab1", "101").replace("2026-02-09", "2/9/2026"))
    goalctl("import", name, "--map", "redcap", "--map", "ours.yaml", "--write", status=0)
    assert len(forms_of(plan_file)["phq-9"]) == 9


def test_a_mapping_that_is_wrong_names_its_line(goalctl, table, practice):
    (practice / "clinic.yaml").write_text("mapping: clinic\nname: x\ncolums: {a: b}\n", encoding="utf-8")
    refused = goalctl("import", table("client\n"), "--map", "clinic.yaml", status=3).err
    assert refused.startswith("goalctl: the mapping clinic can't be used until it is mended\nclinic.yaml:3:")


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8-sig", ""),
        ("utf-16", "read as UTF-16\n"),
        ("utf-16-le", "read as UTF-16\n"),
        ("cp1252", "it is not UTF-8"),
    ],
)
def test_other_encodings_are_read_and_told(goalctl, table, plan_file, encoding, told):
    name = table("client,goal\nc-ab1,Mehr Ruhe f\u00fcr sich\n".encode(encoding))
    assert told in goalctl("import", name, "--write", status=0).err
    assert "Mehr Ruhe f\u00fcr sich" in plan_file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04" + b"\x00" * 9, "an Excel workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"BEGIN:VCALENDAR\n", "a calendar"),
        (b"<?xml version='1.0'?><Goal/>", "XML"),
        (b"# mine\nformat: 2\nclient: c-ab1\n", "a plan of goalctl"),
    ],
)
def test_what_is_no_table_is_named(goalctl, table, content, told):
    assert told in goalctl("import", table(content, "strange"), status=2).err


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"resourceType": "Goal"}, "a FHIR Goal; goalctl reads"),
        ([{"client": "c-ab1"}], "a JSON list of 1"),
        ({"deidentified": []}, "a de-identified export"),
        ({"goalctl": "goalctl/1", "kind": "due"}, "what goalctl due --format json gives"),
        ({"format": 1, "plans": [[[]] * 2]}, "plan 1: it names no client"),
    ],
)
def test_a_json_of_something_else_is_named(goalctl, table, found, told):
    ended = goalctl("import", table(json.dumps(found), "p.json"), "--new-clients")
    assert told in ended.err
    assert "bug" not in ended.err


def test_a_json_on_each_line_is_named_by_its_first(goalctl, table):
    lines = '{"resourceType": "Bundle"}\n{"resourceType": "Bundle"}\n'
    assert (
        "of which the first is a FHIR Bundle; goalctl reads" in goalctl("import", table(lines, "p.json"), status=3).err
    )


def test_json_lines_that_are_nothing_known_are_named_as_that(goalctl, table):
    refused = goalctl("import", table('{"score": 3}\n\n{"score": 4}\n', "p.jsonl"), status=3).err
    assert "it is JSON, a value on each line; goalctl reads" in refused
    assert "line 2, column 1 is no JSON" in goalctl("import", table('{"a": 1}\n{"b"\n', "p.json"), status=3).err


def test_json_nested_deep_is_told(goalctl, table):
    deep = '{"format":1,"plans":[' + "[" * 600 + "]" * 600 + "]}"
    assert "it is nested too deeply" in goalctl("import", table(deep, "p.json"), status=3).err


def test_a_restore_brings_a_plan_with_an_error_and_says_which(goalctl, practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("scores: {g1.1: 2}", "scores: {g7: 2}")
    plan_file.write_text(text, encoding="utf-8")
    exported = goalctl("export").out
    plan_file.unlink()
    (practice / "all.json").write_text(exported, encoding="utf-8")
    done = goalctl("import", "all.json", "--new-clients", "--write", status=0)
    assert "all.json: plan 1 (c-ab1): sessions.2.scores.g7: there is no g7 in this plan" in done.err
    assert goalctl("export").out == exported


def test_a_practices_own_csv_comes_back_answer_for_answer(goalctl, practice):
    goalctl("log-session", "c-ab1", "--form", "dass-21=111111111111111111111", "--form", "phq-9@anna=14", status=0)
    with_a_skip = "1,2,2,1,1,-,2,1,1"  # 11 for eight answers, 12.375 made up for nine
    goalctl("log-session", "c-ab1", "--date", "2026-02-20", "--form", f"phq-9={with_a_skip}", status=0)
    table = goalctl("export", "--format", "csv").out.replace("c-ab1", "x-new").split("\r\n")
    rows = [row for row in table if ",g1" not in row]
    (practice / "forms.csv").write_text("\n".join(rows), encoding="utf-8")
    goalctl("import", "forms.csv", "--new-clients", "--write", status=0)
    back = goalctl("export", "x-new", "--format", "csv").out.split("\r\n")
    assert [row.rpartition(",")[0] for row in back] == [row.rpartition(",")[0] for row in rows]


def test_two_scores_of_one_day_come_back_as_two_from_a_diary_and_from_entries_without_an_id(
    goalctl, practice, plan_file
):
    log = "sessions:\n  - {date: 2026-02-20, scores: {g1.1: 2}}\n  - {date: 2026-02-20, scores: {g1.1: 3}}\n"
    diary = "diary:\n  - {date: 2026-02-21, g1.1: 1}\n  - {date: 2026-02-21, g1.1: 2}\n"
    head = plan_file.read_text(encoding="utf-8").partition("sessions:")[0]
    plan_file.write_text(head + log + diary, encoding="utf-8")
    (practice / "own.csv").write_text(goalctl("export", "--format", "csv", status=0).out, encoding="utf-8")
    assert goalctl("import", "own.csv", status=0).err == "there is nothing new to write\n"
    plan_file.write_text(head, encoding="utf-8")
    goalctl("import", "own.csv", "--write", status=0)
    back, _ = read_data(plan_file.read_text(encoding="utf-8"))
    assert [entry["scores"] for entry in back["sessions"]] == [{"g1.1": "2"}, {"g1.1": "3"}]
    assert [note["g1.1"] for note in back["diary"]] == ["1", "2"]


def test_of_the_shipped_plans_nothing_that_a_table_says_is_new_to_them(goalctl, table):
    words = ("-C", TREE, "--no-index", "--today", "2026-06-15")
    name = table(goalctl(*words, "export", "--format", "csv", status=0).out)
    assert goalctl(*words, "import", name, status=0).err == "there is nothing new to write\n"


def test_answers_where_the_plan_has_a_total_only_are_never_passed_over(goalctl, table):
    goalctl("log-session", "c-ab1", "--date", "2026-02-09", "--form", "phq-9=17", status=0)
    refused = goalctl("import", table(WIDE + VISIT), "--map", "redcap", status=1)
    assert "phq-9 is there for 2026-02-09 with other answers" in refused.err


def test_other_answers_with_the_same_total_are_never_passed_over(goalctl, table):
    goalctl("log-session", "c-ab1", "--date", "2026-02-09", "--form", "phq-9=222212222", status=0)
    refused = goalctl("import", table(WIDE + VISIT), "--map", "redcap", status=1)
    assert "phq-9 is there for 2026-02-09 with other answers" in refused.err


TABLES = Path(__file__).parent / "foreign_tables.yaml"
FOREIGN = yaml.load(TABLES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone


@pytest.mark.parametrize("name", FOREIGN)
def test_a_table_of_another_program_is_taken_in(goalctl, table, plan_file, name):
    foreign = FOREIGN[name]
    words = ["--map", foreign["map"], *foreign.get("also", ())]
    goalctl("import", table(foreign["table"]), *words, "--write", status=0)
    found = read_data(plan_file.read_text(encoding="utf-8"))[0]["sessions"][-1]
    assert (found["date"], found["kind"], found["forms"]) == ("2026-02-09", "journal", foreign["forms"])


def test_a_dry_run_tells_what_it_would_open(practice, goalctl):
    heads = ",".join(f"phq-9.q{number}" for number in range(1, 10))
    (practice / "table.csv").write_text(f"client,date,{heads}\nc-ab1,2026-02-20,1,1,0,0,0,0,0,0,2\n", encoding="utf-8")
    told = "!! c-ab1: suicide: phq-9 q9 endorsed (2) on 2026-02-20. goalctl alerts nobody.\n"
    assert goalctl("import", "table.csv", status=0).err == told + "nothing was written yet: --write does it\n"
    assert "goalctl risk c-ab1" in goalctl("import", "table.csv", "--write", status=0).err
    assert goalctl("import", "table.csv", status=0).err == "there is nothing new to write\n"


def test_a_goal_s_words_may_begin_with_capitals_as_other_programs_write_them(goalctl, table, plan_file):
    rows = "client,goal,by,of,per,baseline,target,status\nc-ab1,Walks daily,Count,walks,Week,1,4,Draft\n"
    goalctl("import", table(rows + "c-ab1,Feels less low,PHQ-9,,,14,8,On-Hold\n", "goals.csv"), "--write", status=0)
    text = plan_file.read_text(encoding="utf-8")
    assert "measurable: {by: count, of: walks, per: week, baseline: 1, target: 4}\n" in text
    assert "    status: on-hold\n    smart:\n      measurable: {by: phq-9, baseline: 14, target: 8}\n" in text
