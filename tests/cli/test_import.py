"""`goalctl import`: dry first, all or nothing, every bad row named, nothing written twice or over."""

import json
import shutil
from pathlib import Path

import pytest
from stamps import unstamped

from goalctl.documents.read import read_data

SHIPPED = Path(__file__).parents[2] / "plans"
HEAD = "client,id,date,score,source\n"
DRY = "nothing was written yet: --write does it\n"
GOALS = """\
Client;Goal;How;From;To;By when
c-ab1;Sleeps through;rating;2;8;2026-06-30
c-ab1;Fewer symptoms of depression;phq-9;18;9;2026-06-30
x-new;Calls a friend;count;0;2;2026-05-31
"""
MEANT = "How=by,From=baseline,To=target,By when=deadline"


@pytest.fixture
def table(practice):
    """A file with this text."""

    def make(text, name="table.csv"):
        (practice / name).write_text(text, encoding="utf-8")
        return name

    return make


def added(plan_file, before):
    text = plan_file.read_text(encoding="utf-8")
    assert text.startswith(before)
    return text.removeprefix(before)


def test_scores_are_shown_first_and_written_on_request(goalctl, table, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    name = table(HEAD + "c-ab1,g1.1,2026-02-09,3,session\nc-ab1,g1.1,2026-02-11,1,diary\n")
    shown = goalctl("import", name, status=0)
    assert (shown.out, shown.err) == ("client  what\nc-ab1   2 scores (in 2 new entries)\n", DRY)
    assert plan_file.read_text(encoding="utf-8") == before
    assert goalctl("import", name, "--write", status=0).err == "wrote 1 plan\n"
    found, _ = read_data(plan_file.read_text(encoding="utf-8"))
    assert found["diary"] == [{"date": "2026-02-11", "g1.1": "1"}]
    session = found["sessions"][-1]
    assert len(session.pop("id")) == 6
    assert "T" in session.pop("written")
    assert session == {"date": "2026-02-09", "by": "m.kowalski", "kind": "session", "scores": {"g1.1": "3"}}


def test_without_a_source_scores_are_no_session(goalctl, table, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    name = table("id,date,score\ng1.1,2026-02-09,3\nphq-9,2026-02-09,12\n")
    goalctl("import", name, "--set", "client=c-ab1", "--write", status=0)
    lines = unstamped(added(plan_file, before)).splitlines()[1:]
    assert lines == ["    date: 2026-02-09", "    kind: journal", "    scores: {g1.1: 3}", "    forms: {phq-9: 12}"]


BAD = """\
table.csv: line 2: there is no g7 in this plan
   hint: known here: g1, g1.1
table.csv: line 3: g1.1's score 9 is above its scale's maximum, 7
   hint: its values run from 0 to 7
table.csv: line 4: '6/7' is not a number
   hint: write digits, as 6 or 3.5; leave it empty if there is none
table.csv: line 5: '03/02/2026' is not a day
   hint: this can be read two ways; write 2026-02-03 or 2026-03-02; \
for the whole table --dates dmy or --dates mdy says it
table.csv: line 6: there is no client c-ab2
   hint: --new-clients makes a plan for each client that has none
table.csv: line 7: 2026-03-03 is still to come (today is 2026-03-02)
   hint: a score has been given already
table.csv: line 8: g1.1 has 2 already for 2026-02-02, not 5
   hint: take the line out; what a plan says is corrected with goalctl amend
table.csv: line 9: 6 cells under 5 columns
   hint: quote what holds commas
table.csv: line 10: date is missing
nothing was written: every row has to fit
"""


def test_every_bad_row_is_named_and_none_is_written(goalctl, table, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    name = table(
        HEAD + "c-ab1,g7,2026-02-09,3,\nc-ab1,g1.1,2026-02-10,9,\nc-ab1,g1.1,2026-02-11,6/7,\n"
        "c-ab1,g1.1,03/02/2026,3,\nc-ab2,g1,2026-02-09,3,\nc-ab1,g1.1,2026-03-03,3,\nc-ab1,g1.1,2026-02-02,5,\n"
        "c-ab1,g1.1,2026-02-12,3,,x\nc-ab1,g1.1,,3,\n\nc-ab1,g1.1,2026-02-13,4,\n"
    )
    assert goalctl("import", name, status=1).err == BAD
    assert goalctl("import", name, "--write", status=3).err == BAD
    assert plan_file.read_text(encoding="utf-8") == before


def test_what_is_there_already_is_passed_over_with_a_word(goalctl, table, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    table(goalctl("export", "--format", "csv").out, "out.csv")
    again = goalctl("import", "out.csv", "--write", status=0)
    assert again.out == "client  what\nc-ab1   3 there already\n"
    assert again.err == "there is nothing new to write\n"
    assert plan_file.read_text(encoding="utf-8") == before


def test_goals_come_in_by_their_own_heads_into_old_and_new_plans(goalctl, table, practice, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    name = table(GOALS)
    done = goalctl("import", name, "--map", MEANT, "--new-clients", "--write", status=0)
    assert done.out == "client  what\nc-ab1   1 goal, 1 there already\nx-new   new plan with 1 goal\n"
    found, _ = read_data(plan_file.read_text(encoding="utf-8"))
    assert (found["goals"][1]["id"], found["goals"][1]["goal"]) == ("g2", "Sleeps through")
    assert set(before.splitlines()) <= set(plan_file.read_text(encoding="utf-8").splitlines())
    made, _ = read_data((practice / "plans" / "x-new.yaml").read_text(encoding="utf-8"))
    assert made["goals"][0]["smart"]["measurable"] == {"by": "count", "baseline": "0", "target": "2"}


def test_a_new_client_is_made_only_when_asked(goalctl, table, practice):
    refused = goalctl("import", table(GOALS), "--map", MEANT, "--write", status=3)
    assert "line 4: there is no client x-new\n   hint: --new-clients makes a plan" in refused.err
    assert sorted(path.name for path in (practice / "plans").iterdir()) == ["c-ab1.yaml"]


def test_a_column_that_nobody_knows_is_refused_and_can_be_left_out(goalctl, table):
    name = table("client,id,date,score,Remark\nc-ab1,g1.1,2026-02-09,3,fine\n")
    assert goalctl("import", name, status=2).err == (
        "goalctl: the column 'Remark' is not known\n"
        '   hint: say what it means with --map "Remark=…" (client, id, rater, date, score, measure, source, part, '
        'respondent, entry, g1, phq-9.q1), or leave it out with --map "Remark=-"\n'
    )
    assert goalctl("import", name, "--map", "Remark=-", status=0).err == DRY


def test_an_apostrophe_that_kept_a_formula_from_running_is_taken_off(goalctl, table, plan_file):
    name = table("client,goal\nc-ab1,'=1+1 is two\n")
    goalctl("import", name, "--write", status=0)
    found, _ = read_data(plan_file.read_text(encoding="utf-8"))
    assert found["goals"][-1]["goal"] == "=1+1 is two"


def test_every_shipped_plan_comes_back_word_for_word(goalctl, practice, plan_file):
    plan_file.unlink()
    for path in SHIPPED.glob("c-*.yaml"):
        shutil.copy(path, practice / "plans")
    exported = goalctl("--today", "2026-06-15", "export").out
    sound = [plan for plan in json.loads(exported)["plans"] if plan["client"] != "c-n8gy"]
    (practice / "sound.json").write_text(json.dumps({"format": 1, "plans": sound}), encoding="utf-8")
    for path in (practice / "plans").glob("c-*.yaml"):
        path.unlink()
    done = goalctl("--today", "2026-06-15", "import", "sound.json", "--new-clients", "--write", status=0)
    assert done.err.startswith(f"wrote {len(sound)} plans\n")
    assert "!! ENDORSED: PHQ-9 q9, answer 1, on 2026-06-11." in done.err
    assert json.loads(goalctl("--today", "2026-06-15", "export", status=0).out)["plans"] == sound


def test_a_plan_is_never_written_over(goalctl, practice, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    (practice / "p.json").write_text(goalctl("export").out.replace("Low mood", "High mood"), encoding="utf-8")
    assert goalctl("import", "p.json", "--new-clients", "--write", status=3).err == (
        "p.json: plan 1 (c-ab1): plans/c-ab1.yaml is here and says something else\n"
        "   hint: a plan is never written over: take it out of the import, or rename one of the two\n"
        "nothing was written: every row has to fit\n"
    )
    assert plan_file.read_text(encoding="utf-8") == before


def test_one_bad_plan_stops_them_all(goalctl, practice):
    plans = [{"client": "x-1", "status": "active"}, {"client": "../x-2"}, {"client": "x-3", "goals": [{"id": "p1"}]}]
    (practice / "p.json").write_text(json.dumps({"format": 1, "plans": plans}), encoding="utf-8")
    refused = goalctl("import", "p.json", "--new-clients", "--write", status=3).err
    assert "plan 2 (../x-2): '../x-2' can't be a client's id" in refused
    assert "plan 3 (x-3): goals.1: `goal` is missing" in refused
    assert sorted(path.name for path in (practice / "plans").iterdir()) == ["c-ab1.yaml"]


def test_a_plan_that_cannot_be_saved_takes_the_saved_ones_back(goalctl, practice):
    """A folder of that name stands in the way, which shows only when the first plan has been made."""
    (practice / "plans" / "x-2.yaml").mkdir()
    plans = [{"client": "x-1", "status": "active"}, {"client": "x-2", "status": "active"}]
    (practice / "p.json").write_text(json.dumps({"format": 1, "plans": plans}), encoding="utf-8")
    assert "x-2.yaml" in goalctl("import", "p.json", "--new-clients", "--write", status=3).err
    assert sorted(path.name for path in (practice / "plans").iterdir()) == ["c-ab1.yaml", "x-2.yaml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format": 2, "plans": []}', "the export has format 2; this goalctl reads format 1"),
        ("{", "line 1, column 2 is no JSON"),
        ("[" * 100_000, "the file is no export of plans"),
        ('{"format": 1, "format": 1, "plans": []}', "a key stands twice in one object"),
        ('{"format": 1, "plans": [{"x": NaN}]}', "NaN is no value of a plan"),
        ('{"plans": 1}', "the file is no export of plans"),
    ],
    ids=["newer", "cut off", "deep", "double", "no number", "other"],
)
def test_a_json_that_is_no_export_is_refused(goalctl, table, text, said):
    assert said in goalctl("import", table(text, "p.json"), status=3).err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b'client,id\n"c-ab1,g1\n', "line 2 is no CSV"),
        (b"client,id\n\x1b[31m,g1\n", "line 2: a control character"),
        (b"client,client\n", "two columns mean client"),
        (b"client,,id\nc-1,2,g1\n", "column 2 has no head"),
    ],
    ids=["empty", "open quote", "escape", "doubled", "nameless"],
)
def test_a_table_that_is_none_is_refused(goalctl, practice, content, said):
    (practice / "t.csv").write_bytes(content)
    assert said in goalctl("import", "t.csv", status=2).err


def test_a_goal_that_is_there_stays_and_what_the_row_says_otherwise_is_told(goalctl, table, plan_file):
    head = "client,goal,by,scale,baseline,target,deadline\n"
    row = "c-ab1,Sleeps six hours,number,0-12,4,6,2026-12-01\n"
    goalctl("import", table(head + row), "--write", status=0)
    before = plan_file.read_text(encoding="utf-8")
    same = goalctl("import", table(head + row), status=0)
    assert "otherwise" not in same.err
    done = goalctl("import", table(head + row.replace(",6,", ",6.5,")), "--write", status=0)
    assert "line 2: g2 stays as it is; the row says otherwise: target" in done.err
    assert plan_file.read_text(encoding="utf-8") == before


def test_a_goal_comes_in_once_whichever_columns_it_has(goalctl, table):
    goalctl("add-problem", "c-ab1", "Nights", status=0)
    row = {
        "client": "c-ab1", "goal": "Walks daily", "problem": "p1", "status": "active", "term": "long", "priority": "2",
        "opened": "2026-01-06", "specific": "Alone", "by": "count", "of": "walks", "per": "week", "baseline": "0",
        "target": "5-7", "since": "2026-01-06", "hold": "3", "importance": "3", "difficulty": "2", "because": "near",
        "in_client_control": "yes", "value": "air", "in_their_words": "out", "deadline": "2026-12-01",
        "checkpoints": "2026-10-01; 2026-11-01", "monitored": "a tally",
    }  # fmt: skip
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    goalctl("import", table(text), "--write", status=0)
    again = goalctl("import", table(text.replace("p1,", '"p1,p2",').replace("tally", "list")), status=0)
    assert "1 there already" in again.out
    assert "the row says otherwise: problem, monitored" in again.err


@pytest.mark.parametrize("client", ["c-ab1", "c-new"])
def test_two_rows_of_one_goal_are_one_or_are_refused(goalctl, table, client):
    words = ("--rows", "--new-clients", "--format", "json")
    rows = f"client,goal,deadline\n{client},Walks daily,2026-12-01\n{client},Walks daily,2026-12-01\n"
    told = json.loads(goalctl("import", table(rows), *words, status=0).out)["rows"]
    assert [(row["line"], row["fate"]) for row in told] == [(2, "new"), (3, "there already")]
    refused = goalctl("import", table(rows.replace("01\n", "02\n", 1)), *words, status=1)
    assert "line 3: line 2 says something else of the same goal" in refused.err


@pytest.mark.parametrize("second", ["012111110", "112111111"], ids=["a lower total", "a higher total"])
@pytest.mark.parametrize("first", ["112111101", "012111110"], ids=str)
def test_two_fillings_of_one_day_come_back_as_two(goalctl, table, first, second):
    for answers in (first, second):
        goalctl("--today", "2026-03-02", "assess", "c-ab1", "phq-9", "--answers", answers, status=0)
        goalctl("--today", "2026-03-02", "log-session", "c-ab1", "--note", "Came.", status=0)
    csv = goalctl("--today", "2026-03-02", "export", "c-ab1", "--format", "csv", status=0).out.replace("c-ab1", "c-new")
    csv = "\n".join(line for line in csv.splitlines() if ",g1" not in line) + "\n"
    assert csv.count("c-new,phq-9,client,2026-03-02") == 20
    for told in ("new plan with 3 scores", "3 there already"):
        found = goalctl("--today", "2026-03-02", "import", table(csv), "--new-clients", "--write", status=0)
        assert told in found.out
    back = goalctl("--today", "2026-03-02", "export", "c-new", "--format", "csv", status=0).out
    assert without_entries(back) == without_entries(csv)
    assert len({line.rpartition(",")[2] for line in back.splitlines()[1:]}) == 3


def without_entries(csv):
    """The rows without the ids of their entries, which are random."""
    return [line.rpartition(",")[0] for line in csv.splitlines()]


def test_without_a_column_of_entries_two_fillings_of_one_day_are_refused_as_before(goalctl, table):
    rows = "client,id,date,score\nc-ab1,phq-9,2026-03-02,12\nc-ab1,phq-9,2026-03-02,14\n"
    refused = goalctl("--today", "2026-03-02", "import", table(rows), status=1).err
    assert "line 3: phq-9 total is 12 already" in refused


def test_a_plan_that_says_something_else_of_that_day_takes_neither(goalctl, table):
    goalctl("--today", "2026-03-02", "log-session", "c-ab1", "--form", "phq-9=9", "--note", "Came.", status=0)
    rows = "client,id,date,score,entry\nc-ab1,phq-9,2026-03-02,12,a\nc-ab1,phq-9,2026-03-02,14,b\n"
    refused = goalctl("--today", "2026-03-02", "import", table(rows), status=1).err
    assert "line 2: phq-9 has 9 already for 2026-03-02, not 12" in refused
    assert "line 3: phq-9 has 9 already for 2026-03-02, not 14" in refused


def test_three_sessions_of_one_day_come_back_as_three(goalctl, table, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    for score in ("g1.1=3", "g1.1=4", "g1.1=4"):
        goalctl("--today", "2026-03-02", "log-session", "c-ab1", score, "--note", "Came again.", status=0)
    csv = goalctl("--today", "2026-03-02", "export", "c-ab1", "--format", "csv", status=0).out
    plan_file.write_text(before, encoding="utf-8")
    for told in ("3 scores", "6 there already"):
        assert told in goalctl("--today", "2026-03-02", "import", table(csv), "--write", status=0).out
    assert plan_file.read_text(encoding="utf-8").count("scores: {g1.1: 4}") == 2


def test_two_sessions_of_one_day_come_back_as_both_are_there(goalctl, table):
    for score in ("g1.1=3", "g1.1=4"):
        goalctl("--today", "2026-03-02", "log-session", "c-ab1", score, "--note", "Came twice.", status=0)
    csv = goalctl("--today", "2026-03-02", "export", "c-ab1", "--format", "csv", status=0).out
    assert csv.count("c-ab1,g1.1,client,2026-03-02") == 2
    again = goalctl("--today", "2026-03-02", "import", table(csv), status=0)
    assert "there is nothing new to write" in again.err
    third = goalctl("--today", "2026-03-02", "import", table(csv.replace(",4,", ",2,")), status=1)
    assert "g1.1 has 4 already for 2026-03-02, not 2" in third.err


def test_no_table_takes_back_what_was_corrected_since(goalctl, table, plan_file):
    rows = f"{HEAD}c-ab1,g1.1,2026-02-09,3,session\nc-ab1,phq-9,2026-02-10,25,\n"
    goalctl("import", table(rows), "--write", status=0)
    (session, journal) = read_data(plan_file.read_text(encoding="utf-8"))[0]["sessions"][-2:]
    goalctl("void", "c-ab1", journal["id"], "--because", "somebody else's", status=0)
    goalctl("amend", "c-ab1", session["id"], "scores.g1.1=2", "--because", "a slip", status=0)
    before = plan_file.read_bytes()
    told = goalctl("import", table(rows), "--write", status=0)
    assert "line 2: g1.1 3 on 2026-02-09 stood in the plan, and was made void or amended there: left out" in told.err
    assert "line 3: phq-9 25 on 2026-02-10 stood in the plan" in told.err
    assert plan_file.read_bytes() == before
    assert told.out.splitlines()[1:] == ["c-ab1   2 left out"]
    assert goalctl("import", table(rows), "--rows", status=0).out.count("left out") == 2
    assert "otherwise" not in goalctl("import", table(rows.replace(",3,", ",2,")), status=0).err
    assert "g1.1 has 2 already" in goalctl("import", table(rows.replace(",3,", ",4,")), status=1).err


def test_a_name_that_is_nobody_of_the_plan_is_told_before_and_after(goalctl, table, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("status: active", "members: [anna, ben]\nstatus: active", 1), encoding="utf-8")
    name = table(f"{HEAD}c-ab1,phq-9@ana,2026-02-10,5,\nc-ab1,gad-7@ben,2026-02-10,5,\n")
    nobody = "c-ab1: ana is nobody of this plan (anna, ben): a slip?"
    assert goalctl("import", name, status=0).err == f"{nobody}\n{DRY}"
    assert f"{nobody} If so: goalctl edit c-ab1\n" in goalctl("import", name, "--write", status=0).err
