"""A new plan that begins with a template, a planner or an earlier episode; a note by its template, short or long."""

import re

import pytest

LASTING = """\
medications:
  - {name: sertraline, dose: 50 mg, on: 2026-01-05}
care_team:
  - {who: the psychiatrist, role: prescriber}
part2: yes
level_of_care: outpatient"""


def read(practice, client):
    return (practice / "plans" / f"{client}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["depression", "trauma", "sleep", "loneliness"])
def test_a_template_or_a_planner_begins_a_plan_of_drafts_without_errors(goalctl, practice, name):
    goalctl("add-client", "c-new", "--template", name, "--problem", "Something of her own", status=0)
    text = read(practice, "c-new")
    assert "Something of her own" in text
    assert "status: draft" in text
    assert "{" not in "".join(line for line in text.splitlines() if "goal:" in line)
    assert goalctl("check", "c-new", "--severity", "error", status=0).out == ""


def test_where_goals_came_along_the_next_thing_is_to_settle_one(goalctl):
    """The hint was to add one more, to goals that nobody had settled yet."""
    begun = goalctl("add-client", "c-new", "--template", "depression", status=0).err
    assert begun.endswith("next: goalctl mark c-new g1 active, once it is settled\n")
    goalctl("mark", "c-new", "g1", "active", status=0)
    assert goalctl("add-client", "c-own", status=0).err.endswith("next: goalctl add-goal c-own\n")


def test_a_template_that_is_not_there_is_told(goalctl, practice):
    refused = goalctl("add-client", "c-new", "--template", "nothing", status=2)
    assert "there is no nothing among the templates" in refused.err
    assert not (practice / "plans" / "c-new.yaml").exists()


def test_a_new_episode_follows_a_discharged_plan(goalctl, practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("status: active\nvalues", "status: discharged\nvalues")
    plan_file.write_text(text, encoding="utf-8")
    goalctl("add-client", "c-again", "--after", "c-ab1", status=0)
    begun = read(practice, "c-again")
    assert "previous: c-ab1" in begun
    assert "values: [being a patient father]" in begun
    assert "goal: Fewer symptoms of depression" in begun


def test_a_new_episode_takes_over_what_lasts_and_all_problems_of_a_goal(goalctl, practice, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("status: active\nvalues", "status: discharged\nvalues")
    text = text.replace("values: [being a patient father]", "values: [{value: being fair, on: 2026-01-05}]")
    text = text.replace("\nproblems:\n", f"\n{LASTING}\nproblems:\n  - {{id: p7, problem: Sleeps badly}}\n", 1)
    plan_file.write_text(
        text.replace("    problem: p1\n    status", "    problem: [p7, p1]\n    status"), encoding="utf-8"
    )
    goalctl("add-client", "c-again", "--after", "c-ab1", status=0)
    begun = read(practice, "c-again")
    for line in (*LASTING.splitlines()[:-1], "  - {value: being fair, on: 2026-01-05}", "    problem: [p1, p2]"):
        assert f"{line}\n" in begun
    assert "  - id: p1\n    problem: Sleeps badly\n" in begun
    assert "level_of_care" not in begun


def test_open_risk_of_a_client_who_comes_back_stays_in_the_list_of_who_treated(goalctl, practice, plan_file):
    settings = practice / "goalctl.yaml"
    named = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("clinician:")]
    settings.write_text("\n".join(named) + "\n", encoding="utf-8")
    goalctl("log-session", "c-ab1", "--form", "phq-9=000000001", status=0)
    text = plan_file.read_text(encoding="utf-8").replace("status: active\nvalues", "status: discharged\nvalues")
    plan_file.write_text(text, encoding="utf-8")
    who = next(line for line in text.splitlines() if line.startswith("clinician: ")).removeprefix("clinician: ")
    goalctl("add-client", "c-again", "--after", "c-ab1", status=0)
    assert "act today  c-again" in goalctl("due", "--clinician", who, status=0).out


def test_an_episode_that_has_not_ended_is_not_followed(goalctl, practice):
    assert goalctl("add-client", "c-again", "--after", "c-ab1").status in {2, 3}
    assert not (practice / "plans" / "c-again.yaml").exists()


def test_a_note_by_its_template_stands_in_the_entry(goalctl, plan_file):
    parts = ["--note-part", "data=Walked twice.", "--note-part", "plan=Walk on Sunday."]
    goalctl("log-session", "c-ab1", "g1.1=2", "--note-form", "dap", *parts, status=0)
    assert "      Data: Walked twice.\n      Plan: Walk on Sunday.\n" in plan_file.read_text(encoding="utf-8")


def test_a_long_note_gets_a_file_that_the_entry_links(goalctl, practice, plan_file):
    goalctl(
        "log-session", "c-ab1", "g1.1=2", "--note", "-", "--long-note", given="A long story.\nOf two lines.\n", status=0
    )
    [file] = (practice / "notes" / "c-ab1").iterdir()
    name = re.fullmatch(r"2026-03-02-([0-9a-z]{6})\.md", file.name)
    assert f"note_file: notes/c-ab1/{file.name}" in plan_file.read_text(encoding="utf-8")
    assert f"id: {name[1]}" in plan_file.read_text(encoding="utf-8")
    note = file.read_text(encoding="utf-8")
    assert note.startswith("---\nclient: c-ab1\ndate: 2026-03-02\n")
    assert note.endswith("A long story.\nOf two lines.\n")
    assert "A long story" not in plan_file.read_text(encoding="utf-8")


def test_a_refused_entry_leaves_no_note_behind(goalctl, practice):
    goalctl("log-session", "c-ab1", "g9=2", "--note", "Nobody reads this.", "--long-note", status=2)
    assert not list(practice.glob("notes/**/*.md"))


@pytest.mark.parametrize(
    "options",
    [["--long-note"], ["--note", "a", "--note-form", "dap"], ["--note-form", "dap"], ["--note-form", "phq-9"]],
)
def test_notes_that_contradict_themselves_are_usage_errors(goalctl, plan_file, options):
    before = plan_file.read_bytes()
    assert goalctl("log-session", "c-ab1", "g1.1=2", *options).status == 2
    assert plan_file.read_bytes() == before
