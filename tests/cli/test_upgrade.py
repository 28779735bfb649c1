"""`goalctl upgrade`, and the format that an edit needs."""

import pytest

from tests.cli.trailing import Watched


@pytest.fixture
def plan(plan_file):
    return Watched(plan_file)


def test_a_dry_run_names_the_plans_and_changes_nothing(goalctl, plan):
    outcome = goalctl("upgrade", "--dry-run", status=0)
    assert outcome.out == "plans/c-ab1.yaml\n"
    assert outcome.err == "1 plan would become format 2; 0 plans had it already\n"
    assert plan.changed == ""


def test_one_line_of_each_plan_changes(goalctl, plan):
    outcome = goalctl("upgrade", status=0)
    assert outcome.out == "plans/c-ab1.yaml\n"
    assert plan.changed == "-format: 1\n+format: 2\n"
    assert goalctl("upgrade", status=0).err == "0 plans became format 2; 1 plan had it already\n"


def test_a_plan_without_a_format_says_it_in_front_of_the_client(goalctl, plan, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("format: 1\n", ""), encoding="utf-8")
    goalctl("upgrade", "c-ab1", status=0)
    assert "schema.json\nformat: 2\nclient: c-ab1\n" in plan.text


def test_a_plan_that_can_not_be_read_is_named_and_left(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: [\n", encoding="utf-8")
    outcome = goalctl("upgrade", status=3)
    assert "plans/c-bad.yaml could not be read and stays as it is" in outcome.err
    assert (practice / "plans" / "c-bad.yaml").read_text(encoding="utf-8") == "client: [\n"


def test_scores_alone_need_no_newer_format(goalctl, plan):
    goalctl("log-session", "c-ab1", "g1.1=2", "--note", "x", status=0)
    assert "format" not in plan.changed


@pytest.mark.parametrize(
    "words",
    [
        ("log-session", "c-ab1", "--form", "phq-9@anna=223212110"),
        ("log-session", "c-ab1", "--homework", "walk"),
        ("set", "c-ab1", "g1", "target=8", "--because", "x"),
        ("amend", "c-ab1", "abc123", "note=y", "--because", "x"),
        ("agree", "c-ab1", "--who", "client", "--how", "verbal"),
        ("review", "c-ab1", "--decision", "g1=continue"),
        ("sign", "c-ab1", "abc123"),
        ("mark", "c-ab1", "g1", "on-hold", "--because", "flu"),
    ],
    ids=lambda words: f"{words[0]} {words[-1]}",
)
def test_the_edit_that_needs_a_newer_word_says_the_format(goalctl, plan, words):
    outcome = goalctl(*words)
    assert outcome.status == 0, outcome.err
    assert plan.changed.startswith("-format: 1\n+format: 2\n")


def test_a_higher_format_is_one_error_that_says_what_to_install(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("format: 1", "format: 3\nnews: [1]")
    plan_file.write_text(text, encoding="utf-8")
    outcome = goalctl("check", status=3)
    assert outcome.out.count("error[") + outcome.err.count("error[") == 1
    assert "this file has format 3; this goalctl reads format 2" in outcome.out + outcome.err
