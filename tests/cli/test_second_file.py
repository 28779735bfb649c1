"""What lies beside a plan and may hold a part of the record is told wherever that plan is asked for or changed."""

import json

import pytest

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


@pytest.mark.parametrize("command", ["show", "prep", "crisis", "history"])
def test_its_document_has_it_among_the_errors(goalctl, told, command):
    errors = json.loads(goalctl(command, "c-ab1", "--format", "json", status=3).out)["errors"]
    assert [error["client"] for error in errors] == ["c-ab1"]
    assert told.partition("]: ")[2] in errors[0]["message"]


@pytest.mark.parametrize("words", ["log-session c-ab1 g1.1=3", "set c-ab1 g1 term=long --because later"])
def test_who_writes_is_told_that_it_may_be_the_wrong_file(goalctl, told, words):
    assert told in goalctl(*words.split(), status=0).err


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
