"""`goalctl report --kind week`: the week of a practice, for those who treat and for the office."""

import json

import pytest

ROW = "c-ab1   2026-01-12        suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded"


def rows(goalctl, *words):
    return json.loads(goalctl("report", "--kind", "week", "--format", "json", *words, status=0).out)["week"]


def parts(found):
    return [row["part"] for row in found]


def test_risk_leads_and_every_part_has_its_heading(goalctl):
    text = goalctl("report", "--kind", "week", status=0).out
    assert ROW in text
    headings = [line for line in text.splitlines() if line and "  " not in line]
    assert headings == ["act today", "target date passed", "unsigned", "stale", "coming"]


def test_a_target_date_that_has_passed_is_told_once(goalctl):
    found = [row for row in rows(goalctl) if row["id"] == "g1" and row["part"] in {"overdue", "target date passed"}]
    assert [row["what"] for row in found] == ["the target date was 2026-02-28; 18 on 2026-01-12, target 9"]


def test_the_office_reads_neither_concern_nor_item_nor_words(goalctl):
    text = goalctl("report", "--kind", "week", "--for", "office", status=0).out
    assert "c-ab1   2026-03-02        clinical follow-up due" in text
    for word in ("suicide", "q9", "endorsed", "worse", "stale", "passed", "Walks", "walk"):
        assert word not in text


@pytest.mark.parametrize(
    ("within", "is_there"), [("7d", False), ("8d", True)], ids=["a day short", "to the day"]
)  # fmt: skip
def test_what_is_coming_is_as_far_ahead_as_asked(goalctl, within, is_there):
    assert ("coming" in parts(rows(goalctl, "--within", within))) is is_there


def test_grouped_by_clinician_risk_still_leads(goalctl, practice):
    (practice / "plans" / "c-aa0.yaml").write_text(
        "client: c-aa0\nclinician: a.first\nopened: 2025-01-05\n", encoding="utf-8"
    )
    text = goalctl("report", "--kind", "week", "--by", "clinician", status=0).out
    headings = [line for line in text.splitlines() if line and "  " not in line]
    assert headings == ["act today", "a.first", "m.kowalski"]


def test_only_one_clinicians_week(goalctl):
    outcome = goalctl("report", "--kind", "week", "--clinician", "s.lee", status=0)
    assert outcome.out == "Nothing needs attention in the week of 2026-03-02.\n"


def test_a_plan_that_cannot_be_read_stands_in_the_week_and_in_the_status(goalctl, practice):
    (practice / "plans" / "c-cd2.yaml").write_text("client: c-cd2\nopened: soon\n", encoding="utf-8")
    outcome = goalctl("report", "--kind", "week", "--clinician", "m.kowalski", status=3)
    assert "mend first" in outcome.out
    assert "plans/c-cd2.yaml:2:9: error E122" in outcome.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("week.html", "<!DOCTYPE html>"), ("week.md", "## act today"), ("week.json", "{"), ("week.txt", "client  day  ")],
)
def test_the_files_name_says_the_format(goalctl, tmp_path_factory, name, begins):
    path = tmp_path_factory.mktemp("out") / name
    goalctl("report", "--kind", "week", "-o", path, status=0)
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "words",
    ["--record-release Payer", "--recorded 2026-02-01", "--identity names.yaml", "--from 2026-01-01", "--risk full",
     "--with-notes", "--profile outpatient"],
)  # fmt: skip
def test_what_a_week_would_do_nothing_with_is_refused(goalctl, words):
    refused = goalctl("report", "--kind", "week", *words.split(), status=2)
    assert (refused.out, words.split()[0] in refused.err) == ("", True)
