"""What lies beside a plan and may hold a part of the record is told wherever that plan is asked for or changed."""

import json

import pytest

from tests.faults.repositories import begin

SECOND = """client: c-ab1
opened: 2026-01-05
sessions:
  - {id: zz2zz2, date: 2026-02-10, by: m.kowalski, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 3]}}
"""
NAMES = {
    "a second file": ("old/c-ab1.yaml", "plans/old/c-ab1.yaml: error[E153]: client c-ab1 has a second file"),
    "another version": (
        "c-ab1 (1).yaml",
        "plans/c-ab1.yaml: warning[E154]: another version of this plan lies beside it",
    ),
    "another ending": ("c-ab1.yml", "plans/c-ab1.yml: error[E151]: this is not read"),
}


@pytest.fixture(params=NAMES.values(), ids=NAMES)
def told(request, practice):
    """What is told of a file with a risk that nobody reads; it lies beside the plan."""
    name, sentence = request.param
    (practice / "plans" / "old").mkdir()
    (practice / "plans" / name).write_text(SECOND, encoding="utf-8")
    return sentence


@pytest.mark.parametrize(
    "words",
    ["show c-ab1", "prep c-ab1", "crisis c-ab1", "history c-ab1", "chart c-ab1", "report c-ab1", "outcomes c-ab1"],
)
def test_a_page_of_one_client_tells_what_it_does_not_hold(goalctl, told, words):
    assert told in goalctl(*words.split(), status=3).err


@pytest.mark.parametrize("root", [[], ["--no-index"]], ids=["remembered", "read anew"])
def test_what_is_due_of_one_client_tells_it_in_the_list(goalctl, told, root):
    goalctl("due", status=3)
    (row,) = [row for row in goalctl(*root, "due", "c-ab1", status=3).out.splitlines() if "E15" in row]
    assert told.partition("]: ")[2] in row


RISK = "risk is recorded there that no list tells"
NO_RISK = SECOND.replace("1, 3]", "1, 0]")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("memory", [(), ("--no-index",)], ids=["remembered", "anew"])
@pytest.mark.parametrize("words", ["due", "today", "caseload", "prep c-ab1", "crisis c-ab1", "check"])
def test_risk_in_a_file_that_nobody_reads_stands_with_the_finding(goalctl, words, memory):
    shown = goalctl(*memory, *words.split(), "--format", "json", status=1 if words == "check" else 3)
    assert RISK in shown.out
    assert "endorsed (3)" not in shown.out


@pytest.mark.parametrize("name", [name for name, _ in NAMES.values()], ids=NAMES)
def test_what_records_no_risk_or_only_that_of_the_plan_does_not_say_so(goalctl, practice, plan_file, name):
    (practice / "plans" / "old").mkdir()
    (practice / "plans" / name).write_text(NO_RISK, encoding="utf-8")
    assert RISK not in goalctl("due", status=3).out
    (practice / "plans" / name).write_text(SECOND, encoding="utf-8")
    assert RISK in goalctl("due", status=3).out
    plan_file.write_text(SECOND, encoding="utf-8")
    (practice / "plans" / name).write_text(SECOND + "tags: [copy]\n", encoding="utf-8")
    assert RISK not in goalctl("due", "--format", "json").out


@pytest.mark.usefixtures("told")
def test_whoever_may_not_see_words_reads_none_of_it(goalctl):
    assert RISK not in goalctl("due", "--no-words", status=3).out


def test_a_record_of_risk_in_a_file_with_a_mistake_counts_as_one(goalctl, practice):
    record = "client: c-zz9\nbogus: 1\nsessions: [{id: aa1aa1, date: 2026-02-10, risk: {concern: suicide}}]\n"
    (practice / "plans" / "c-zz9.yml").write_text(record, encoding="utf-8")
    assert RISK in goalctl("due", status=3).out


@pytest.mark.parametrize("command", ["show", "prep", "crisis", "history"])
def test_its_document_has_it_among_the_errors(goalctl, told, command):
    errors = json.loads(goalctl(command, "c-ab1", "--format", "json", status=3).out)["errors"]
    assert [error["client"] for error in errors] == ["c-ab1"]
    assert told.partition("]: ")[2] in errors[0]["message"]


@pytest.mark.parametrize("words", ["log-session c-ab1 g1.1=3", "set c-ab1 g1 term=long --because later"])
def test_who_writes_is_told_that_it_may_be_the_wrong_file(goalctl, told, words):
    assert told in goalctl(*words.split(), status=0).err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("renumber c-ab1 g1.1.i1 g1.1.i7", 0),
        ("transfer c-ab1 --to s.lee --because leaving --anyway", 0),
        ("forget c-ab1 --because asked --confirm c-ab2", 2),
    ],
)
def test_so_is_who_gives_another_id_hands_it_over_or_forgets_it(goalctl, practice, told, words, status):
    settings = (practice / "goalctl.yaml").read_text(encoding="utf-8")
    (practice / "goalctl.yaml").write_text(f"{settings}clinicians: {{s.lee: {{name: S Lee}}}}\n", encoding="utf-8")
    assert told in goalctl(*words.split(), status=status).err


def test_so_is_who_takes_a_change_back_or_again(goalctl, practice, told):
    begin(practice)
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert told in goalctl("undo", "c-ab1", status=0).err
    assert told in goalctl("redo", "c-ab1", status=0).err


@pytest.mark.parametrize("words", ["export c-ab1", "export", "export c-ab1 --format csv"])
def test_an_export_tells_what_is_not_in_it(goalctl, told, words):
    assert told in goalctl(*words.split(), status=3).err


@pytest.mark.parametrize("words", ["endorsed", "endorsed c-ab1"])
def test_a_search_tells_where_it_did_not_look(goalctl, told, words):
    (error,) = json.loads(goalctl("find", *words.split(), "--format", "json", status=3).out)["errors"]
    assert error["client"] == "c-ab1"
    assert told.partition("]: ")[2] in error["message"]


def test_a_client_who_sees_the_screen_is_not_told(goalctl, told):
    assert told not in goalctl("--with-client", "assess", "c-ab1", "gad-7", "--total", "5", status=0).err


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("command", ["show", "prep", "chart"])
def test_nor_does_a_page_beside_the_client_end_as_if_it_had_failed(goalctl, command):
    assert goalctl("--with-client", command, "c-ab1", status=0).err == ""


def test_what_lies_beside_another_plan_is_nobody_elses(goalctl, practice, plan_file):
    other = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", "client: c-ab10")
    (practice / "plans" / "c-ab10.yaml").write_text(other, encoding="utf-8")
    (practice / "plans" / "c-ab10.yml").write_text(SECOND, encoding="utf-8")
    assert goalctl("show", "c-ab1", status=0).err == ""
    assert "c-ab10" not in goalctl("due", "c-ab1", status=0).out


@pytest.mark.parametrize("folder", ["archive", "c", "old", "a/b"])
def test_a_copy_that_is_kept_in_a_folder_is_never_the_plan_whatever_the_folder_is_called(
    goalctl, practice, plan_file, folder
):
    kept = practice / "plans" / folder / "c-ab1.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text(SECOND, encoding="utf-8")
    begin(practice)
    assert f"plans/{folder}/c-ab1.yaml: error[E153]" in goalctl("show", "c-ab1", status=3).err
    assert "c-ab1 has a second file, beside plans/c-ab1.yaml" in goalctl("due", "--rev", "HEAD", status=3).out
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert "g1.1: 3" in plan_file.read_text(encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == SECOND


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("words", ["find endorsed", "outcomes", "doctor", "export", "report --check", "check c-ab1"])
def test_every_answer_tells_the_risk_with_the_file_that_is_not_in_it(goalctl, words):
    shown = goalctl(*words.split(), status=1 if words in {"doctor", "check c-ab1"} else 3)
    assert RISK in shown.out + shown.err


def test_reports_of_all_clients_tell_what_is_in_none_of_them(goalctl, told, tmp_path):
    shown = goalctl("report", "--all", "-o", str(tmp_path / "out"), status=3)
    assert told in shown.err
    assert RISK in shown.err


@pytest.mark.usefixtures("told")
def test_a_client_s_page_of_a_site_tells_it_and_no_longer_when_it_is_gone(goalctl, practice, tmp_path):
    site = tmp_path / "site"
    goalctl("site", str(site), status=3)
    assert RISK in (site / "clients" / "c-ab1.html").read_text(encoding="utf-8")
    for name, _ in NAMES.values():
        (practice / "plans" / name).unlink(missing_ok=True)
    goalctl("site", str(site), status=0)
    assert RISK not in (site / "clients" / "c-ab1.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("words", ["due", "caseload", "report --kind week"])
def test_a_commit_tells_it_too(goalctl, practice, words):
    begin(practice)
    assert RISK in goalctl(*words.split(), "--rev", "HEAD", status=3).out


def test_a_copy_of_the_same_bytes_is_none_in_a_commit_either(goalctl, practice, plan_file):
    (practice / "plans" / "c-ab1 2.yaml").write_bytes(plan_file.read_bytes())
    begin(practice)
    assert "E154" not in goalctl("due", status=0).out
    assert "E154" not in goalctl("due", "--rev", "HEAD", status=0).out


@pytest.mark.parametrize("name", ["c-zz9.yml", "c-zz9 2.yaml", "old/c-zz9.sync-conflict-20260301-101112-AB3.yaml"])
@pytest.mark.parametrize("words", ["crisis", "prep", "sign", "due"])
def test_who_has_no_plan_but_such_a_file_is_not_just_unknown(goalctl, practice, name, words):
    (practice / "plans" / "old").mkdir()
    (practice / "plans" / name).write_text(SECOND.replace("c-ab1", "c-zz9"), encoding="utf-8")
    assert f"there is no client 'c-zz9', but plans/{name}: " in goalctl(words, "c-zz9", status=3).err


def test_it_is_the_same_client_s_in_every_document(goalctl, practice):
    (practice / "plans" / "c-ab1.yml").write_text(SECOND, encoding="utf-8")
    (practice / "plans" / "readme.txt").write_text("hello", encoding="utf-8")
    for words in ("due", "caseload", "find endorsed", "outcomes", "bank"):
        errors = json.loads(goalctl(*words.split(), "--format", "json", status=3).out)["errors"]
        whose = {error["where"]: error["client"] for error in errors}
        assert whose == {"plans/c-ab1.yml": "c-ab1", "plans/readme.txt": None}
