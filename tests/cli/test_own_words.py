"""One person under several words: what a minor's `teen`, `patient` or the client's own id gave is the client's."""

import json

import pytest

PLAN = """\
format: 2
client: t-4m8q
guardians: [mother]
clinician: m.kowalski
opened: 2026-01-05
status: active
assessments:
  - {form: WANTED, every: 4w}
goals:
  - id: g1
    goal: PHQ-9 at 9 or below
    status: active
    opened: 2026-01-05
    smart: {measurable: {by: MEASURE, baseline: 18, target: 9}, time_bound: {deadline: 2026-06-30}}
  - id: g2
    goal: Evenings at 7 or above
    status: active
    opened: 2026-01-05
    smart: {measurable: {by: rating, baseline: 3, target: 7}, time_bound: {deadline: 2026-06-30}}
diary:
  - {date: 2026-02-20, g2@teen: 6}
sessions:
  - {id: aaaaa1, date: 2026-01-12, by: m.kowalski, scores: {g2: 4}, forms: {phq-9: [2, 2, 2, 2, 2, 2, 2, 2, 0]}}
  - {id: aaaaa2, date: 2026-02-02, scores: {g2@WORD: 5}, forms: {phq-9@WORD: [1, 1, 1, 1, 1, 1, 1, 1, 0]}}
  - {id: aaaaa3, date: 2026-02-23, by: m.kowalski, scores: {g2@mother: 2, g2: 7}, forms: {phq-9@WORD: 4}}
"""


@pytest.fixture(params=["teen", "t-4m8q"])
def word(request):
    """What the client is called in some entries."""
    return request.param


@pytest.fixture
def minor(practice, plan_file, word):
    """A minor's plan in place of the usual one, with forms and scores under that word."""
    plan_file.unlink()
    file = practice / "plans" / "t-4m8q.yaml"

    def write(measure="phq-9", wanted="phq-9"):
        text = PLAN.replace("WORD", word).replace("MEASURE", measure).replace("WANTED", wanted)
        file.write_text(text, encoding="utf-8")
        return file

    write()
    return write


MEASURES = [("phq-9", "phq-9"), ("phq-9@teen", "phq-9"), ("phq-9", "phq-9@teen"), ("phq-9@client", "phq-9@teen")]


@pytest.mark.parametrize(("measure", "wanted"), MEASURES)
def test_all_screens_have_one_course(goalctl, minor, measure, wanted):
    minor(measure, wanted)
    assert "  g1 PHQ-9: 4 (before 8, better) → 9, 2026-02-23 · met\n" in goalctl("prep", "t-4m8q").out
    assert "  g2 rating: 7 (before 6, better) → 7, 2026-02-23 · reached once\n" in goalctl("prep", "t-4m8q").out
    shown = goalctl("show", "t-4m8q").out
    assert "now 4 on 2026-02-23" in shown
    assert "stale" not in shown
    assert "\nPHQ-9 (" not in shown
    told = goalctl("outcomes", "t-4m8q").out.splitlines()
    assert [line.split()[:6] for line in told if line.startswith("PHQ")] == [
        ["PHQ-9", "18", "2026-01-05", "4", "2026-02-23", "-14"]
    ]
    assert "● client  ◆ mother" in goalctl("chart", "t-4m8q").out
    # four weeks from the last filling, 2026-02-23
    (due,) = [line for line in goalctl("due", "--within", "6w").out.splitlines() if "assessment" in line]
    assert due.startswith("2026-03-23")


@pytest.mark.usefixtures("minor")
def test_a_form_filled_in_under_that_word_is_filed_as_the_clients(goalctl, word):
    goalctl("assess", "t-4m8q", f"phq-9@{word}", "--answers", "1,1,1,0,0,0,0,0,0", status=0)
    assert "  g1 PHQ-9: 3 (before 4, better) → 9, 2026-03-02 · met\n" in goalctl("prep", "t-4m8q").out


@pytest.mark.usefixtures("minor")
def test_a_table_of_scores_has_one_name_and_comes_back_to_the_plan_as_known(goalctl, tmp_path):
    table = goalctl("export", "--format", "csv", "t-4m8q", status=0).out
    assert {line.split(",")[2] for line in table.splitlines()[1:]} == {"client", "mother"}
    file = tmp_path / "scores.csv"
    file.write_text(table, encoding="utf-8")
    assert " new" not in goalctl("import", str(file), "--rows").out


@pytest.mark.usefixtures("minor")
def test_a_reliable_turn_for_the_worse_is_told_where_only_that_word_was_used(goalctl, practice, word):
    file = practice / "plans" / "t-4m8q.yaml"
    text = file.read_text(encoding="utf-8").replace("phq-9: [", f"phq-9@{word}: [").replace("by: phq-9,", "by: rating,")
    file.write_text(text.replace(f"phq-9@{word}: 4", f"phq-9@{word}: 26"), encoding="utf-8")
    found = json.loads(goalctl("check", "--format", "json").out)["findings"]
    assert [one["message"] for one in found if one["code"] == "C105"] == [
        "PHQ-9 up 10 (reliable): 16 to 26 since 2026-01-12 (the first score serves as baseline); the plan is unchanged"
    ]


@pytest.mark.usefixtures("minor")
def test_the_teens_own_page_has_the_teens_scores(goalctl):
    page = goalctl("report", "t-4m8q", "--kind", "client", "--for", "teen", status=0).out
    assert "Your PHQ-9: began at 18, now 4; the aim is 9." in page
    mothers = goalctl("report", "t-4m8q", "--kind", "client", "--for", "mother", status=0).out
    assert "now 4" not in mothers


def test_an_item_that_a_later_filling_asked_under_another_word_is_no_gap(goalctl, minor):
    file = minor()
    assert "q9 not asked" in goalctl("prep", "t-4m8q").out
    later = "  - {date: 2026-03-01, by: m.kowalski, forms: {phq-9: [1, 1, 1, 0, 0, 0, 0, 0, 0]}}\n"
    file.write_text(file.read_text(encoding="utf-8") + later, encoding="utf-8")
    assert "q9 not asked in 1 older\n" in goalctl("prep", "t-4m8q").out
    assert "C104" not in goalctl("check").out


@pytest.mark.parametrize("who", ["patient", "the client", "Teen", "t-4m8q", "self"])
def test_an_agreement_under_that_word_is_the_clients(goalctl, minor, who):
    file = minor()
    assert "A120" in goalctl("check", "--audit").out
    goalctl("agree", "t-4m8q", "--who", who, "--how", "signed", status=0)
    found = goalctl("check", "--audit").out
    assert "A120" not in found
    assert "no guardian agreed" in found
    assert file.exists()


def test_a_member_who_is_called_teen_has_a_page_though_somebody_is_guardian(goalctl, practice, plan_file):
    plan_file.unlink()
    text = PLAN.replace("WORD", "teen").replace("MEASURE", "phq-9@teen").replace("WANTED", "phq-9@teen")
    file = practice / "plans" / "t-4m8q.yaml"
    file.write_text(text.replace("guardians:", "members: [mother, teen]\nguardians:"), encoding="utf-8")
    page = goalctl("report", "t-4m8q", "--kind", "client", "--for", "teen", status=0).out
    assert "now 4; the aim is 9." in page
