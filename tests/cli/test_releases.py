"""What leaves with a client's name, or goes to somebody, stands in the plan; drafts do not."""

import json

import pytest

from tests.conftest import PLAN


@pytest.fixture
def names(tmp_path_factory):
    """Who the client is, in a file outside the workspace."""
    file = tmp_path_factory.mktemp("names") / "names.yaml"
    file.write_text("clients: {c-ab1: {name: Jane Example}}\n", encoding="utf-8")
    return file


def releases(goalctl):
    return json.loads(goalctl("export", "c-ab1").out)["plans"][0].get("releases", [])


def test_a_file_with_the_name_is_noted_and_that_nobody_said_to_whom(goalctl, names):
    done = goalctl("report", "c-ab1", "--identity", names, "-o", names.parent / "plan.html", status=0)
    assert [(one["to"], one["what"]) for one in releases(goalctl)] == [
        ("(not said)", "plan report, to 2026-03-02, html")
    ]
    assert "to (not said); to whom: --record-release WHOM" in done.err


def test_to_whom_is_noted_where_it_is_said(goalctl, names):
    words = ("report", "c-ab1", "--identity", names, "-o", names.parent / "plan.html", "--record-release", "State Plan")
    goalctl(*words, status=0)
    assert [one["to"] for one in releases(goalctl)] == ["State Plan"]


@pytest.mark.parametrize(
    ("kind", "whom", "is_told"),
    [
        ("progress", "the school", True),
        ("client", "the school", True),
        ("client", "client", False),
        ("transfer", "b.new", False),
    ],
)
def test_a_report_that_nobody_released_to_them_is_told_before_it_leaves(goalctl, names, kind, whom, is_told):
    to = ("-o", names.parent / "page.md", "--record-release", whom)
    told = f"c-ab1: no release to {whom} that holds on 2026-03-02 is on record\n"
    assert (told in goalctl("report", "c-ab1", "--kind", kind, *to, status=0).err) is is_told


def test_the_same_document_of_a_day_is_noted_once(goalctl, names):
    for _ in range(2):
        done = goalctl("report", "c-ab1", "--identity", names, "-o", names.parent / "x.html", "--force", status=0)
    assert len(releases(goalctl)) == 1
    assert "noted today already: plan report" in done.err


DRAFTS = {
    "on the screen": lambda names: ["--identity", names],
    "with the pseudonym alone": lambda names: ["-o", names.parent / "plan.html"],
    "of an earlier record": lambda names: [
        "--identity", names, "-o", names.parent / "plan.html", "--recorded", "2026-02-10",
    ],
    "of somebody else": lambda names: ["--identity", others(names), "-o", names.parent / "plan.html"],
}  # fmt: skip


def others(names):
    file = names.with_name("others.yaml")
    file.write_text("clients: {c-zz9: {name: Somebody Else}}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("words", DRAFTS.values(), ids=DRAFTS.keys())
def test_a_draft_is_no_release(goalctl, names, words):
    goalctl("report", "c-ab1", *words(names), status=0)
    assert releases(goalctl) == []


def test_of_the_caseload_those_are_noted_who_are_named_in_one_line(goalctl, practice, names):
    (practice / "plans" / "c-cd2.yaml").write_text("client: c-cd2\nopened: 2026-02-02\n", encoding="utf-8")
    words = ("report", "--all", "--kind", "client", "--identity", names, "-o", names.parent / "all", "--format", "html")
    done = goalctl(*words, status=0)
    assert "release noted in 1 plan: client report, to 2026-03-02, html, to (not said)" in done.err
    assert [one["what"] for one in releases(goalctl)] == ["client report, to 2026-03-02, html"]
    assert "releases" not in (practice / "plans" / "c-cd2.yaml").read_text(encoding="utf-8")


def test_an_export_that_goes_to_somebody_is_noted(goalctl, tmp_path):
    out = tmp_path / "out.json"
    done = goalctl("export", "c-ab1", "-o", out, "--record-release", "the new clinic", status=0)
    assert "release noted in 1 plan: export, json, to the new clinic" in done.err
    assert [one["to"] for one in releases(goalctl)] == ["the new clinic"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_export_to_somebody_tells_first_what_is_kept_from_others_and_whose_release_is_missing(
    plan_file, goalctl, form
):
    kept = PLAN.replace("format: 1", "format: 2").replace("  - id: abc123\n", "  - id: abc123\n    confidential: yes\n")
    plan_file.write_text(kept, encoding="utf-8")
    told = goalctl("export", "c-ab1", "--format", form, "--record-release", "the school", status=0).err
    assert told.startswith(
        "c-ab1: it holds confidential entries, of 2026-01-12\n"
        "c-ab1: no release to the school that holds on 2026-03-02 is on record\n"
    )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("record", "it holds confidential entries, of 2026-01-12"),
        ("progress", "days and scores of confidential entries count in it: 2026-01-12"),
        ("ur", "days and scores of confidential entries count in it: 2026-01-12"),
    ],
)
def test_a_report_tells_what_is_in_it_of_what_is_kept_from_others(plan_file, goalctl, kind, told):
    kept = PLAN.replace("format: 1", "format: 2").replace("  - id: abc123\n", "  - id: abc123\n    confidential: yes\n")
    plan_file.write_text(kept, encoding="utf-8")
    assert f"c-ab1: {told}\n" in goalctl("report", "c-ab1", "--kind", kind).err


@pytest.mark.parametrize("words", [(), ("c-ab1", "--deidentify")], ids=["of everybody", "without names"])
def test_an_export_that_names_nobody_is_not_released_to_anybody(goalctl, words):
    done = goalctl("export", *words, "--record-release", "the new clinic", status=2)
    assert "--record-release is for clients who are named" in done.err


COUPLE = """\
format: 2
client: c-ab1
members: [anna, ben]
opened: 2026-01-05
consents:
  - {what: release of information, who: anna, on: 2026-01-12, withdrawn: 2026-02-20}
  - {what: release of information, who: ben, on: 2026-02-20}
"""


@pytest.mark.parametrize("kind", ["progress", "client"])
def test_of_a_couple_each_one_s_release_is_asked_for_by_whom_it_is_to(plan_file, goalctl, kind):
    both = COUPLE.replace("information, who: anna", "information to the school, who: anna").replace(
        ", withdrawn: 2026-02-20", ""
    )
    plan_file.write_text(both, encoding="utf-8")
    told = goalctl("report", "c-ab1", "--kind", kind, "--record-release", "State Plan").err
    assert "c-ab1: no release by anna holds on 2026-03-02" in told


def test_of_a_couple_one_s_limits_are_read_out_beside_the_other_s_release_without_any(plan_file, goalctl):
    limited = "release of information for billing only"
    both = COUPLE.replace("release of information, who: anna", f"{limited}, who: anna").replace(
        ", withdrawn: 2026-02-20", ""
    )
    plan_file.write_text(both, encoding="utf-8")
    told = goalctl("report", "c-ab1", "--kind", "progress", "--record-release", "State Plan").err
    assert f"c-ab1: the release by anna to State Plan has limits; is this within them: {limited}?" in told


NOTED = '"consents+={what: release of information, who: anna, on: 2026-03-02}"'


def test_a_release_is_asked_for_on_the_day_that_a_document_leaves_whatever_days_it_tells_of(plan_file, goalctl):
    plan_file.write_text(COUPLE, encoding="utf-8")
    told = goalctl("report", "c-ab1", "--kind", "progress", "--to", "2026-02-10").err
    assert "no release by anna holds on 2026-03-02, and this document is about them too; once given: " in told


@pytest.mark.parametrize(
    ("ended", "mended"),
    [
        ("", f"goalctl set c-ab1 plan {NOTED} --because …\n"),
        ("status: discharged\ndischarge: {on: 2026-02-24, reason: moved}\n", "goalctl edit c-ab1\n"),
    ],
)
def test_how_a_release_is_noted_is_a_command_that_the_plan_takes(plan_file, goalctl, ended, mended):
    plan_file.write_text(COUPLE + ended, encoding="utf-8")
    assert f"once given: {mended}" in goalctl("report", "c-ab1", "--kind", "progress").err


@pytest.mark.parametrize(
    "words",
    [("report", "c-ab1", "--kind", "progress"), ("records", "c-ab1", "--for", "the court")],
    ids=["report", "records"],
)
@pytest.mark.parametrize(("last", "status"), [("2026-01-04", 3), ("2026-01-05", 0)], ids=["the day before", "the day"])
def test_there_is_no_document_of_days_before_the_plan_was_opened(plan_file, goalctl, words, last, status):
    plan_file.write_text(COUPLE, encoding="utf-8")
    done = goalctl(*words, "--to", last, status=status)
    assert ("there was no c-ab1 yet: it was opened on 2026-01-05" in done.err) is (status > 0)
    assert ("it is there from its first day on: --to 2026-01-05, or later" in done.err) is (status > 0)


def test_all_reports_of_a_stretch_are_of_whoever_was_in_treatment_at_its_end(plan_file, goalctl, tmp_path):
    ended = COUPLE.replace("members: [anna, ben]", "status: discharged\ndischarge: {on: 2026-02-16, reason: moved}")
    plan_file.write_text(ended, encoding="utf-8")
    there = goalctl("report", "--all", "--kind", "progress", "--to", "2026-02-10", "-o", tmp_path / "then")
    after = goalctl("report", "--all", "--kind", "progress", "-o", tmp_path / "now")
    assert "1 of 1 clients: progress reports" in there.err
    assert "0 of 1 clients: progress reports" in after.err
