"""Forms as clinicians enter them, wherever they do: what is refused, and the one line that is told when it is saved."""

import pytest

from goalctl.documents.read import read_data


def last_forms(plan_file):
    return read_data(plan_file.read_text("utf-8"))[0]["sessions"][-1]["forms"]


def log(goalctl, answers):
    return goalctl("log-session", "c-ab1", "--form", answers)


def told(outcome):
    """The line about the form."""
    names = ("PHQ-9:", "GAD-7:", "PCL-5:", "CES-D:")
    return next(line for line in outcome.err.splitlines() if line.startswith(names))


@pytest.mark.parametrize("form", ["phq-9", "PHQ-9"])
def test_eight_digits_for_nine_items_never_become_a_total(goalctl, plan_file, form):
    before = plan_file.read_text("utf-8")
    for words in (
        ["log-session", "c-ab1", "--form", f"{form}=00000012"],
        ["forms", "try", form, "--answers", "00000012"],
    ):
        refused = goalctl(*words, status=2)
        assert "8 digits; PHQ-9 has 9 items" in refused.err
    assert plan_file.read_text("utf-8") == before


def test_nine_zeros_are_nine_answers(goalctl, plan_file):
    logged = goalctl("log-session", "c-ab1", "--form", "phq-9=000000000", status=0)
    assert last_forms(plan_file) == {"phq-9": ["0"] * 9}
    assert told(logged) == "PHQ-9: 0 minimal, 18 lower than 18 of 2026-01-12 (better), reliable"


def test_seven_digits_are_the_answers_to_a_form_of_seven_items(goalctl):
    assert "total 1 (of 0 to 21): minimal" in goalctl("forms", "try", "gad-7", "--answers", "0000001", status=0).out


@pytest.mark.parametrize(("form", "total"), [("pcl-5", 20), ("ces-d", 24)])
def test_twenty_digits_are_twenty_answers(goalctl, form, total):
    assert f"total {total} " in goalctl("forms", "try", form, "--answers", "1" * 20, status=0).out
    assert told(log(goalctl, f"{form}={'1' * 20}")).startswith(f"{form.upper()}: {total}")


PART = "GAD-7: no total, 5 of 7 answers are missing (q3, q4, q5, q6, q7); it needs every answer"


def test_a_part_of_a_form_is_told_when_it_is_saved(goalctl):
    assert told(log(goalctl, "gad-7=q1=3,q2=3")) == PART
    assert PART in goalctl("assess", "c-ab1", "gad-7", "--answers", "q1=3 q2=3", status=0).err


@pytest.mark.parametrize(
    "words", [("log-session", "c-ab1", "--form", "PHQ-9=14"), ("assess", "c-ab1", "PHQ-9", "--total", "14")]
)
def test_a_form_is_known_by_its_name_too(goalctl, plan_file, words):
    assert "PHQ-9: 14 moderate" in goalctl(*words, status=0).err
    assert list(last_forms(plan_file)) == ["phq-9"]


def test_an_export_of_another_program_names_the_form_as_it_is_called(goalctl, practice, plan_file):
    table = "Client ID,Assessment,Date Completed,Score,Severity\nc-ab1,PHQ-9,2026-02-09,14,Moderate\n"
    (practice / "g.csv").write_text(table, encoding="utf-8")
    columns = "Client ID=client,Assessment=id,Date Completed=date,Severity=-"
    done = goalctl("import", "g.csv", "--map", columns, "--write", status=0)
    assert last_forms(plan_file) == {"phq-9": "14"}
    assert (
        "c-ab1: PHQ-9 of 2026-02-09: 14 moderate, 4 lower than 18 of 2026-01-12 (better), not reliable; "
        "q9 (risk) not asked"
    ) in done.err


def test_a_misspelt_form_is_named_with_the_near_one(goalctl):
    assert "did you mean phq-9?" in log(goalctl, "phq-99=14").err


def test_a_total_that_no_sheet_gives_is_refused_everywhere(goalctl, practice):
    (practice / "t.csv").write_text("client,id,date,score\nc-ab1,phq-9,2026-02-09,14.5\n", encoding="utf-8")
    wanted = "14.5 is no possible PHQ-9 score"
    for words in (
        ("log-session", "c-ab1", "--form", "phq-9=14.5"),
        ("assess", "c-ab1", "phq-9", "--total", "14.5"),
        ("amend", "c-ab1", "abc123", "forms.phq-9=14.5", "--because", "typo"),
        ("import", "t.csv"),
    ):
        refused = goalctl(*words)
        assert (refused.status > 0, wanted in refused.err) == (True, True), refused


def test_an_estimate_is_shown_with_its_mark_and_as_every_page_has_it(goalctl):
    line = told(log(goalctl, "phq-9=2,2,-,2,2,2,2,2,1"))
    assert line.startswith("PHQ-9: 16.88 ")
    assert line.endswith("; prorated, an estimate without q3")


def test_an_amended_form_is_told_beside_the_one_before_it(goalctl):
    log(goalctl, "phq-9=000000000")
    amended = goalctl("amend", "c-ab1", "last", "forms.phq-9=11 q9=0", "--because", "typo", status=0)
    assert told(amended).startswith("PHQ-9: 11 moderate, 7 lower than 18 of 2026-01-12 (better), reliable")


def test_on_a_screen_that_the_client_sees_nothing_is_told(goalctl):
    shown = goalctl("--with-client", "assess", "c-ab1", "gad-7", "--answers", "2222222", status=0)
    assert "GAD-7:" not in shown.err


@pytest.mark.parametrize("said", ["PHQ-9", "phq9", "PHQ 9", "phq_9"])
def test_a_form_may_be_named_as_people_write_it(goalctl, said):
    assert "phq-9: 14" in log(goalctl, f"{said}=14").err
    assert goalctl("forms", "show", said, status=0).out.startswith("PHQ-9")
    added = goalctl("add-goal", "c-ab1", "Lighter", "--by", said, "--baseline", "14", "--target", "9", status=0)
    assert "by: phq-9" in added.err


@pytest.mark.parametrize(
    ("called", "form"),
    [("OQ-45.2", "oq-45"), ("oq 45.2@anna", "oq-45@anna"), ("WHODAS 2.0 (12)", "whodas-12")],
)
def test_a_form_may_be_called_by_its_whole_name(goalctl, practice, plan_file, called, form):
    """As `goalctl forms`, its sheet and other programs' exports have it; its id was asked for without saying which."""
    goalctl("log-session", "c-ab1", "--form", f"{called}=13", status=0)
    assert f"    forms: {{{form}: 13}}\n" in plan_file.read_text(encoding="utf-8")
    (practice / "t.csv").write_text(f"client,id,date,score\nc-ab1,{called},2026-01-19,14\n", encoding="utf-8")
    goalctl("import", "t.csv", "--write", status=0)
    assert f"{form}: 14" in plan_file.read_text(encoding="utf-8")


def test_of_a_family_of_forms_none_is_guessed(goalctl):
    refused = goalctl("log-session", "c-ab1", "--form", "SDQ=12", status=2)
    assert refused.err.endswith("   hint: did you mean sdq-parent or sdq-self?\n")
