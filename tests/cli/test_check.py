"""`goalctl check`: which findings, in which form, with which exit status."""

import json
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
ON = ("--today", "2026-06-15")
WARNED = "plans/c-ab1.yaml:36:13: warning[C101]"
CLEAN = """\
format: 1
client: c-ok1
opened: 2026-02-23
plan_by: 30d
"""


@pytest.fixture
def clean(practice):
    """A second plan, without a finding."""
    path = practice / "plans" / "c-ok1.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def codes(outcome):
    return [finding["code"] for finding in json.loads(outcome.out)["findings"]]


def test_a_finding_has_its_place_its_line_and_what_to_do(goalctl):
    assert goalctl("check", "--select", "C101", status=1).out == (
        "plans/c-ab1.yaml:36:13: warning[C101]: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; "
        "1 session since without asking, the last on 2026-02-02\n"
        "   36 |     forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 2, 2]}\n"
        "      |             ^^^^^\n"
        "   hint: what was asked, found and done, and when to follow up: goalctl risk c-ab1\n"
    )


def test_findings_come_by_place_and_are_counted_in_one_line(goalctl):
    checked = goalctl("check")
    lines = [int(line.split(":")[1]) for line in checked.out.splitlines() if line.startswith("plans/")]
    assert lines == sorted(lines)
    assert checked.err == "1 plan checked: 1 warning, 5 info\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [((), 1), (("--select", "S"), 0), (("--ignore", "C"), 0), (("--severity", "error"), 0), (("--exit-zero",), 0)],
    ids=["warning", "only info", "warning ignored", "warning not told", "exit zero"],
)
def test_the_status_is_1_from_a_warning_on(goalctl, words, status):
    assert goalctl("check", *words).status == status


def test_a_plan_that_cannot_be_read_wins_over_everything(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("goals: [", encoding="utf-8")
    assert goalctl("check", "--exit-zero", "--select", "S").status == 3
    assert "error[E109]" in goalctl("check", "--severity", "error", "--select", "S").out


def test_only_the_plans_that_are_named_are_checked(goalctl, clean):
    assert goalctl("check", "c-ok1", status=0).err == "1 plan checked: nothing found\n"
    assert goalctl("check", clean, "plans/c-ok1.yaml", status=0).err == "1 plan checked: nothing found\n"
    assert goalctl("check", "plans", status=1).err.startswith("2 plans checked")


@pytest.mark.usefixtures("clean")
def test_a_hook_at_the_top_of_a_repository_finds_the_workspace_below(goalctl, practice, monkeypatch):
    monkeypatch.chdir(practice.parent)
    named = f"{practice.name}/plans/c-ok1.yaml"
    assert goalctl("check", named, status=0).err == "1 plan checked: nothing found\n"
    github = goalctl("check", f"{practice.name}/plans/c-ab1.yaml", "--format", "github", status=1).out
    assert f"::warning file={practice.name}/plans/c-ab1.yaml,line=36,col=13," in github


def test_a_file_that_is_no_plan_is_a_usage_error(goalctl, practice):
    (practice / "notes.txt").write_text("x", encoding="utf-8")
    assert "is no plan of this workspace" in goalctl("check", "notes.txt", status=2).err


@pytest.mark.parametrize(("day", "n"), [("2026-02-02", 1), ("2026-02-03", 0)], ids=["the same day", "another day"])
def test_one_id_in_two_plans_is_one_entry_in_both_only_where_its_day_is_one_too(goalctl, practice, day, n):
    """Ids that hands chose alike for two clients' entries were told as one entry that counts in both."""
    for client, date in (("c-ab1", "2026-02-02"), ("c-ab2", day)):
        entry = f"sessions:\n  - {{id: aaaaaa, date: {date}, by: m.k}}\n"
        text = f"client: {client}\nopened: 2026-01-05\nstatus: active\n{entry}"
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    assert goalctl("check", "--select", "C114", status=n).out.count("counts in both: aaaaaa") == n


@pytest.mark.parametrize(
    ("earlier", "later", "n"),
    [("active", "active", 1), ("on-hold", "active", 1), ("discharged", "active", 0), ("active", "discharged", 0)],
)
def test_two_episodes_of_one_client_that_both_go_on_are_told_in_the_later_one(goalctl, practice, earlier, later, n):
    """Neither told of the other: what was asked about risk in one stood open in the other, and so on."""
    for client, status, more in (("c-ab1", earlier, ""), ("c-ab2", later, "previous: c-ab1\n")):
        end = "discharge: {on: 2026-02-20}\n" if status == "discharged" else ""
        text = f"client: {client}\nopened: 2026-01-05\nstatus: {status}\n{more}{end}"
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    told = goalctl("check", "--select", "D113", status=n).out
    assert told.count("D113]: c-ab1, an earlier episode, goes on beside this one") == n
    assert ("plans/c-ab2.yaml:4:11: warning[D113]" in told) == bool(n)


def test_json_tells_where_what_and_how_many_but_never_the_line(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("Low mood", "Low mood since Mrs Alder left")
    plan_file.write_text(text, encoding="utf-8")
    told = json.loads(goalctl("check", "--format", "json", "--select", "P", status=1).out)
    assert told["findings"] == [
        {
            "file": "plans/c-ab1.yaml",
            "line": 11,
            "column": 14,
            "width": 29,
            "code": "P101",
            "severity": "warning",
            "title": "a name with a title",
            "message": "a name with a title stands here",
            "hint": "name the role instead (the mother, the employer); for the practice's own: "
            "privacy: {allow: […]} in goalctl.yaml",
            "path": ["problems", 0, "problem"],
            "asked": None,
        }
    ]
    assert told["statistics"] == {"P101": 1}
    assert told["summary"] == {"plans": 1, "unreadable": 0, "waived": 0, "errors": 0, "warnings": 1, "infos": 0}
    assert "Alder" not in json.dumps(told)


def test_an_annotation_is_one_line_with_its_marks_escaped(goalctl):
    lines = goalctl("check", "--format", "github").out.splitlines()
    assert all(line.startswith(("::warning file=", "::notice file=")) for line in lines)
    assert "title=D106 a step due after its goal::2026-03-10 is after its goal's deadline, 2026-02-28; " in lines[4]


def test_statistics_count_by_code(goalctl):
    counted = goalctl("check", "--select", "C101,D106", "--statistics").out
    assert counted.endswith("     1  C101  risk is open\n     1  D106  a step due after its goal\n")


@pytest.mark.parametrize("words", [("--select", "X1"), ("--ignore", "S999"), ("--ignore", "E"), ("--ignore", "E201")])
def test_a_code_that_is_none_or_an_error_that_is_ignored_is_a_usage_error(goalctl, words):
    assert goalctl("check", *words, status=2).out == ""


def test_a_practice_switches_rules_off_and_tells_others_louder(goalctl, practice):
    settings = "format: 1\ncheck: {ignore: [C1, D109, S1], severity: {D: warning}}\n"
    (practice / "goalctl.yaml").write_text(settings, encoding="utf-8")
    assert goalctl("check", status=1).out.startswith("plans/c-ab1.yaml:28:19: warning[D106]")
    assert goalctl("check").err == "1 plan checked: 1 warning\n"


def test_a_setting_for_no_rule_is_named(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 1\ncheck: {ignore: [E201, S999]}\n", encoding="utf-8")
    told = goalctl("check", "--select", "W", status=1).out
    assert "goalctl.yaml:2:18: warning[W103]: E201 names no rule" in told
    assert "goalctl.yaml:2:24: warning[W103]: S999 names no rule" in told


NAMELESS = "format: 2\naudit: outpatientt\nnote: {}\nfavourites: [PHQ 9, phq-99]\n"


def test_a_setting_that_names_what_the_library_lacks_is_an_error_with_its_place(goalctl, practice):
    (practice / "goalctl.yaml").write_text(NAMELESS.format("dapp"), encoding="utf-8")
    told = [line for line in goalctl("check", status=1).out.splitlines() if line.startswith("goalctl.yaml")]
    assert told == [
        "goalctl.yaml:2:8: error[E238]: there is no outpatientt among the profiles",
        "goalctl.yaml:3:7: error[E238]: there is no dapp among the forms",
        "goalctl.yaml:4:21: error[E238]: there is no phq-99 among the forms",
    ]
    assert "there is no dapp among the forms" in goalctl("doctor", status=1).out


def test_a_note_is_drafted_only_by_a_note_template(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 2\nnote: phq-9\n", encoding="utf-8")
    told = "goalctl.yaml:2:7: error[E238]: phq-9 is no note template"
    assert told in goalctl("check", status=1).out


def test_an_audit_rule_runs_only_when_an_audit_is_asked_for(goalctl):
    assert not any(code.startswith("A") for code in codes(goalctl("check", "--format", "json")))
    audit = goalctl("check", "--audit", "--format", "json", status=1)
    assert {"A102", "A117", "A120", "A142"} <= set(codes(audit))


def test_json_says_of_an_audit_where_its_question_is_written_and_when_that_was_read(goalctl):
    found = json.loads(goalctl("check", "--audit", "--select", "A120", "--format", "json", status=1).out)
    assert [finding["asked"] for finding in found["findings"]] == [
        {
            "profile": "outpatient",
            "source": "Mont. ARM 37.106.1916(e)",
            "version": "obsolete version, RV 7392",
            "read": "2026-11-26",
            "old": "the rule was amended since; its present text was not read",
            "verified": True,
        }
    ]


def test_a_folder_without_a_plan_was_not_checked(goalctl, practice):
    (practice / "examples").mkdir()
    checked = goalctl("check", practice / "examples", status=2)
    assert checked.out == ""
    assert f"there is no plan in {practice / 'examples'}" in checked.err
    assert "without a name all are checked" in checked.err


@pytest.mark.parametrize(
    "words",
    [("--audit", "--select", "A"), ("--audit", "c-ab1"), ("c-ab1", "--audit"), ("--audit", "outpatient", "c-ab1")],
)
def test_audit_may_stand_with_a_profile_or_without_one(goalctl, words):
    assert "A102" in codes(goalctl("check", *words, "--format", "json", status=1))


def test_a_profile_that_is_none_is_named_with_those_there_are(goalctl):
    refused = goalctl("check", "--audit", "nowhere", status=2)
    assert "there is no nowhere among the profiles" in refused.err
    assert "montana" in refused.err


def test_a_practice_adds_its_own_profile(goalctl, practice):
    (practice / "profiles").mkdir()
    own = "profile: mine\nname: Mine\nsetting: here\nextends: outpatient\nwithout: [A102]\n"
    (practice / "profiles" / "mine.yaml").write_text(f"{own}rules: {{A106: {{source: ours}}}}\n", encoding="utf-8")
    told = codes(goalctl("check", "--audit", "mine", "--format", "json", status=1))
    assert "A106" in told
    assert "A102" not in told


def shipped(goalctl, *words, folder="."):
    return goalctl("-C", TOP / folder, *ON, "check", *words)


def test_the_shipped_plans_show_the_planted_faults_and_nothing_else(goalctl):
    told = json.loads(shipped(goalctl, "--severity", "warning", "--format", "json").out)["findings"]
    assert [(finding["file"], finding["code"]) for finding in told] == [
        ("plans/c-58tz.yaml", "C101"),
        ("plans/c-b1qs.yaml", "C105"),
        ("plans/c-n8gy.yaml", "E202"),
        ("plans/c-z64f.yaml", "C102"),
    ]


def test_a_complete_plan_passes_the_audit(goalctl):
    audited = shipped(goalctl, "--audit", "--severity", "warning", folder="examples/worked")
    assert (audited.status, audited.out) == (0, "")


def test_the_language_of_what_ships_is_clean(goalctl):
    for folder in (".", "examples/worked"):
        assert not any(code.startswith("S") for code in codes(shipped(goalctl, "--format", "json", folder=folder)))


def test_what_was_just_typed_is_commented_on_and_saved_all_the_same(goalctl, plan_file):
    added = goalctl("add-goal", "c-ab1", "Understand his moods", status=0)
    assert "Understand his moods" in plan_file.read_text(encoding="utf-8")
    assert "warning[S101]: nobody can watch someone 'understand'" in added.err
    assert "C101" not in added.err


def test_a_goal_that_says_what_will_be_seen_is_not_commented_on(goalctl):
    added = goalctl("add-goal", "c-ab1", "Walks the dog for half an hour on five days a week", status=0)
    assert "warning[" not in added.err


@pytest.mark.parametrize(("times", "more"), [(50, ""), (51, "1 more of E120"), (52, "2 more of E120")])
def test_one_mistake_made_everywhere_is_folded_and_counted(goalctl, clean, times, more):
    clean.write_text(CLEAN + "".join(f"wrong{n}: 1\n" for n in range(times)), encoding="utf-8")
    outcome = goalctl("check", "c-ok1", "--severity", "error", status=3)
    assert outcome.out.count("error[E120]") == 50
    assert ("--format json has them all" in outcome.out) is bool(more)
    last = f"\nplans/c-ok1.yaml: {more}; goalctl check --format json has them all\n"
    assert outcome.out.endswith(last if more else "")
    assert f"{times} errors" in outcome.err
    whole = json.loads(goalctl("check", "c-ok1", "--severity", "error", "--format", "json", status=3).out)
    assert len(whole["findings"]) == times


@pytest.mark.parametrize(("times", "rows"), [(10, 10), (11, 11), (12, 11)])
def test_one_mistake_made_everywhere_leaves_room_for_others_in_a_listing(goalctl, clean, times, rows):
    clean.write_text(CLEAN + "".join(f"wrong{n}: 1\n" for n in range(times)), encoding="utf-8")
    told = [fault["message"] for fault in json.loads(goalctl("due", "--format", "json").out)["errors"]]
    assert len(told) == rows
    assert told[10:] == ([f"{times - 10} more of E120"] if times > 10 else [])


def test_a_concise_finding_is_one_line_seen_from_here(goalctl, practice, monkeypatch):
    monkeypatch.chdir(practice / "plans")
    told = goalctl("check", "--format", "concise", "--select", "C101", status=1).out
    assert told == (
        "c-ab1.yaml:36:13: warning[C101]: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; "
        "1 session since without asking, the last on 2026-02-02 "
        "(what was asked, found and done, and when to follow up: goalctl risk c-ab1)\n"
    )


def test_a_finding_about_a_whole_file_stands_at_its_beginning(goalctl, practice):
    (practice / "plans" / "c-old.yaml.bak.yaml").write_text("x", encoding="utf-8")
    lines = goalctl("check", "--format", "concise").out.splitlines()
    assert all(re.match(r"[^:]+:\d+:\d+: (error|warning|info)\[", line) for line in lines)


def test_what_is_typed_and_not_saved_is_checked(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    saved = goalctl("check", "c-ab1", "--format", "concise")
    typed = goalctl("check", "-", "--format", "concise", given=text)
    assert typed.out == saved.out.replace("plans/c-ab1.yaml", "-")
    assert typed.status == saved.status
    wrong = goalctl("check", "-", "--format", "concise", given=text + "opned: 2026-01-01\n", status=3)
    assert wrong.out.splitlines()[-1].startswith(f"-:{text.count(chr(10)) + 1}:1: error[E120]: unknown key `opned`")


@pytest.mark.parametrize("words", [("-", "c-ab1"), ("-", "--against")], ids=["with a file", "against a commit"])
def test_what_is_typed_is_checked_alone(goalctl, words):
    assert "- stands alone" in goalctl("check", *words, given="client: c-1\n", status=2).err


def test_a_waiver_of_a_copied_text_is_called_unused_only_where_all_plans_are_checked(goalctl, practice):
    note = "note: Practised the breathing twice in the hour and spoke about three stops on the bus"
    for client in ("c-one", "c-two"):
        waiver = "   # goalctl: ignore A171 the same exercise" if client == "c-two" else ""
        text = f"{CLEAN.replace('c-ok1', client)}sessions:\n  - date: 2026-03-02\n    {note}{waiver}\n"
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    asked = ("check", "--audit", "--select", "A171,W", "--format", "concise")
    assert goalctl(*asked).out == ""
    assert goalctl(*asked, "c-two").out == ""
    (practice / "plans" / "c-one.yaml").unlink()
    assert "warning[W101]: there is no A171" in goalctl(*asked, status=1).out


def test_a_note_carried_forward_from_an_earlier_episode_is_told(goalctl, practice):
    note = "note: Practised the breathing twice in the hour and spoke about three stops on the bus"
    for client, more, day in (("c-one", "", "2025-03-02"), ("c-two", "previous: c-one\n", "2026-03-02")):
        text = f"{CLEAN.replace('c-ok1', client)}{more}sessions:\n  - date: {day}\n    {note}\n"
        (practice / "plans" / f"{client}.yaml").write_text(
            text.replace("opened: 2026", "opened: 2025"), encoding="utf-8"
        )
    told = goalctl("check", "c-two", "--audit", "--select", "A17", "--format", "concise", status=1).out
    assert "warning[A172]: almost the same words as c-one, 2025-03-02" in told
