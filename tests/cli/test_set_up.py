"""`init`, `add-client`, `schema`, `completion` and the root options."""

import json
import stat
import subprocess
import sys
from datetime import date

import pytest

from goalctl.cli.asking.client_questions import client_questions
from goalctl.model.ids import CLIENT, WORKSPACE
from goalctl.model.scalars import ScalarError
from goalctl.workspace.operations.init import clinician_id
from tests.cli.keyboard import Person


def test_init_makes_a_private_workspace_that_every_command_accepts(goalctl, tmp_path, monkeypatch):
    new = tmp_path / "new"
    made = goalctl("init", new, status=0)
    assert made.out == "goalctl.yaml\nplans/plan.schema.json\ngoalctl.schema.json\n.gitignore\n"
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    monkeypatch.chdir(new)
    assert goalctl("check", status=0).err == "0 plans checked: nothing found\n"
    assert goalctl("due", status=0).out.startswith("Nothing is due")


def test_every_workspace_gets_an_id_of_its_own(goalctl, tmp_path):
    ids = set()
    for name in ("one", "two"):
        goalctl("init", tmp_path / name, status=0)
        lines = (tmp_path / name / "goalctl.yaml").read_text(encoding="utf-8").splitlines()
        ids |= {line.split()[1] for line in lines if line.startswith("workspace:")}
    assert len(ids) == 2
    assert all(WORKSPACE.fits(found) for found in ids)


def test_init_refuses_a_folder_that_is_a_workspace_already(goalctl, practice):
    refused = goalctl("init", practice, status=3)
    assert "is a workspace already" in refused.err


def test_a_new_client_without_a_name_gets_a_random_one(goalctl, practice):
    client = goalctl("add-client", status=0).out.strip()
    assert CLIENT.fits(client)
    assert (practice / "plans" / f"{client}.yaml").exists()


def test_a_new_plan_holds_what_was_given_and_is_clean(goalctl, practice):
    goalctl(
        "add-client", "c-new", "--clinician", "s.lee", "--opened", "yesterday", "--problem", "Worry: every night",
        "--diagnosis", "F41.1 Generalised anxiety disorder", "--value", "calm", "--strength", "humour",
        "--barrier", "shift work", status=0,
    )  # fmt: skip
    assert (practice / "plans" / "c-new.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=plan.schema.json\n"
        "format: 2\n"
        "client: c-new\n"
        "clinician: s.lee\n"
        "opened: 2026-03-01\n"
        "status: active\n"
        "diagnoses:\n"
        "  - {code: F41.1, name: Generalised anxiety disorder, on: 2026-03-01, by: s.lee}\n"
        "values:\n"
        "  - {value: calm, on: 2026-03-01}\n"
        "strengths: [humour]\n"
        "barriers: [shift work]\n"
        "problems:\n"
        "  - id: p1\n"
        '    problem: "Worry: every night"\n'
        "    on: 2026-03-01\n"
    )
    assert goalctl("check", "--severity", "error", status=0).out == ""


def test_a_client_that_is_there_is_not_overwritten(goalctl, plan_file):
    before = plan_file.read_bytes()
    assert "there is a client c-ab1 already" in goalctl("add-client", "c-ab1", status=2).err
    assert plan_file.read_bytes() == before


def test_a_root_option_behind_the_command_is_sent_where_it_belongs(goalctl):
    refused = goalctl("due", "--today", "2026-01-01", status=2)
    assert "--today stands before the command: goalctl --today … due" in refused.err
    refused = goalctl("chart", "c-ab1", "--with-client", status=2)
    assert refused.err.startswith("goalctl: No such option: --with-client\n   hint: --with-client stands before")


@pytest.mark.parametrize(
    ("option", "command"), [("--format", "today"), ("--overdue", "due"), ("--homework", "log-session")]
)
def test_an_option_of_a_command_before_it_is_sent_where_it_belongs(goalctl, option, command):
    refused = goalctl(option, "json", status=2)
    assert f"{option} stands behind a command, as in: goalctl {command} {option} …" in refused.err


@pytest.mark.parametrize(("typed", "named"), [("caseload", "caseload"), ("undo", "today")])
def test_the_command_of_the_line_is_named_where_it_has_the_option(goalctl, typed, named):
    refused = goalctl("--format", "json", typed, status=2)
    assert f"as in: goalctl {named} --format …" in refused.err


@pytest.mark.parametrize("words", [["log", "c-ab1", "--note"], ["due", "--within"]], ids=" ".join)
def test_an_option_without_its_value_is_told_with_the_help_of_its_command(goalctl, words):
    told = goalctl(*words, status=2).err
    assert told.splitlines() == [
        f"goalctl: Option '{words[-1]}' requires an argument",
        f"   hint: goalctl {words[0]} --help tells what can stand here",
    ]


def test_outside_a_workspace_it_says_how_to_make_one(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    refused = goalctl("due", status=3)
    assert refused.err.startswith(
        "goalctl: this folder is not in a goalctl workspace\n   hint: make one with: goalctl init"
    )


def test_the_workspace_is_found_upward_or_named(goalctl, practice, monkeypatch, tmp_path_factory):
    (practice / "plans" / "deep").mkdir()
    monkeypatch.chdir(practice / "plans" / "deep")
    here = goalctl("due").out
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert goalctl("-C", practice, "due").out == here


def test_an_unknown_command_names_the_nearest(goalctl):
    assert "No such command 'deu'" in goalctl("deu", status=2).err


def test_the_schema_is_written_beside_the_plans(goalctl, practice):
    goalctl("schema", "--write", status=0)
    written = (practice / "plans" / "plan.schema.json").read_text(encoding="utf-8")
    assert written == goalctl("schema").out
    assert json.loads(written)["title"] == "goalctl plan"


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        (["sho"], ["show"]),
        (["log-s"], ["log-session"]),
        (["show", ""], ["c-ab1"]),
        (["log-session", "c-ab1", "g1."], ["g1.1"]),
        (["-C", ".", "chart", "c-ab1", ""], ["g1", "g1.1"]),
        (["due", "--wit"], ["--within"]),
        (["--to"], ["--today"]),
    ],
    ids=str,
)
def test_tab_offers_what_can_stand_there(goalctl, line, offers):
    assert goalctl("__complete", *line, status=0).out.split() == offers


@pytest.mark.parametrize(
    ("shell", "asks"),
    [("bash", "goalctl __complete"), ("zsh", "goalctl __describe"), ("fish", "goalctl __describe")],
)
def test_completion_prints_a_script_for_each_shell(goalctl, shell, asks):
    assert asks in goalctl("completion", shell, status=0).out


def run_in(folder, environment, line):
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_closed_pipe_ends_quietly(practice, tree_on_path):
    for number in range(400):
        (practice / "plans" / f"x{number}.yaml").write_text("format: 1\n", encoding="utf-8")
    ended = run_in(practice, tree_on_path, f"{sys.executable} -m goalctl --today 2026-03-02 due | head -n 1")
    assert ended.stderr == ""
    assert ended.stdout.startswith("day")


@pytest.mark.parametrize(
    "line", ["today", "--version", "--help", "help --man", "forms list", "planners show depression"]
)
def test_a_pipe_that_nobody_reads_ends_with_0_whoever_reads_the_line(practice, tree_on_path, line):
    ended = run_in(practice, tree_on_path, f"{{ {sys.executable} -m goalctl {line}; echo $? >&2; }} | true")
    assert ended.stderr == "0\n"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no /dev/full")
@pytest.mark.parametrize("line", ["--today 2026-03-02 due", "--version", "__complete fo", "forms list"])
def test_an_output_that_cannot_be_written_is_one_sentence(practice, tree_on_path, line):
    ended = run_in(practice, tree_on_path, f"{sys.executable} -m goalctl {line} > /dev/full")
    assert ended.returncode == 3
    assert ended.stderr == "goalctl: the output could not be written: no space left on device\n"


def test_into_one_pipe_both_outputs_come_in_the_order_of_saying(tmp_path, tree_on_path):
    words = {name: value for name, value in tree_on_path.items() if name != "PYTHONUNBUFFERED"}
    ended = run_in(tmp_path, words, f"{sys.executable} -m goalctl init practice 2>&1 | cat")
    *made, last = ended.stdout.splitlines()
    assert (made[0], last) == ("goalctl.yaml", "next: cd practice && goalctl add-client")


def test_python_m_goalctl_works_too(practice, tree_on_path):
    ended = run_in(practice, tree_on_path, f"{sys.executable} -m goalctl --version")
    assert ended.stdout.startswith("goalctl ")


def test_box_characters_survive_an_ascii_terminal(practice, tree_on_path):
    words = tree_on_path | {"PYTHONIOENCODING": "ascii"}
    ended = run_in(practice, words, f"{sys.executable} -m goalctl --today 2026-03-02 due --format table")
    assert ended.returncode == 0
    assert ended.stderr == ""


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Maria Kowalski", "m.kowalski"),
        ("Zoë de la Peña", "z.pena"),
        ("Lee", "lee"),
        ("M. O'Brien", "m.obrien"),
        ("Łucja Grøß", "l.gross"),
        ("Maria Kowalski, LPC", "m.kowalski"),
        ("李明", "李明"),
        ("Владимир Йорданов", "в.йорданов"),
        ("…", "clinician"),
    ],
    ids=[
        "two names",
        "marks",
        "one name",
        "apostrophe",
        "letters of their own",
        "credential",
        "no Latin letter",
        "another script",
        "no letter",
    ],
)
def test_a_clinician_goes_by_a_letter_and_a_name(name, id_):
    assert clinician_id(name) == id_


def test_at_a_terminal_init_asks_who_the_clinician_is(goalctl, tmp_path, monkeypatch):
    person = Person(tmp_path, "init", "new")
    assert person.answers("Maria Kowalski", "LPC", "12: 345") == [
        "Your name? > ", "Your credential? > ", "Your licence? > ",
    ]  # fmt: skip
    assert person.leaves() == 0
    monkeypatch.chdir(tmp_path / "new")
    settings = (tmp_path / "new" / "goalctl.yaml").read_text(encoding="utf-8")
    assert "\nclinician: m.kowalski " in settings
    assert '\nclinicians: {m.kowalski: {name: Maria Kowalski, credential: LPC, licence: "12: 345"}}\n' in settings
    assert goalctl("check", status=0).err == "0 plans checked: nothing found\n"


def test_a_name_in_another_script_is_kept_with_credential_and_licence(tmp_path):
    person = Person(tmp_path, "init", "new")
    person.answers("李明", "LPC", "777")
    assert person.leaves() == 0
    settings = (tmp_path / "new" / "goalctl.yaml").read_text(encoding="utf-8")
    assert "\nclinician: 李明 " in settings
    assert "\nclinicians: {李明: {name: 李明, credential: LPC, licence: 777}}\n" in settings


@pytest.mark.parametrize("command", ["init", "demo"])
@pytest.mark.parametrize(("folder", "quoted"), [("my practice", "'my practice'"), ("Zoë's", "'Zoë'\"'\"'s'")])
def test_the_way_into_a_folder_can_be_pasted(goalctl, tmp_path_factory, monkeypatch, command, folder, quoted):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    told = goalctl(command, folder, status=0)
    assert f"cd {quoted}" in told.out + told.err


def test_a_workspace_that_is_to_be_kept_in_git_too_is_told_how(goalctl, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    goalctl("init", "practice", status=0)
    refused = goalctl("init", "practice", "--git", status=3).err
    assert "hint: to keep every change in git: git init there, and `commit: true` in its goalctl.yaml\n" in refused


def test_the_further_lines_of_a_paste_do_not_become_a_diagnosis(practice):
    person = Person(practice, "add-client")
    person.answers("c-new", "", "Low mood\rand cannot sleep\rwakes 4 times", "F51.01 Insomnia", "", "", "", "y")
    assert person.leaves() == 0
    made = (practice / "plans" / "c-new.yaml").read_text(encoding="utf-8")
    assert "problem: Low mood\n" in made
    assert ("code: F51.01" in made, "cannot sleep" in made, "wakes" in made) == (True, False, False)


def test_a_diagnosis_whose_code_looks_like_none_is_taken_when_it_is_typed_again():
    question = {one.key: one for one in client_questions("c-new", (), today=date(2026, 3, 2))}["diagnoses"]
    with pytest.raises(ScalarError, match="'none' is no code of a diagnosis"):
        question.read("none yet")
    assert question.read("none yet") == [{"code": "none", "name": "yet"}]
    assert question.read("F33.1 Depression; 6A70 Single episode") == [
        {"code": "F33.1", "name": "Depression"}, {"code": "6A70", "name": "Single episode"},
    ]  # fmt: skip


def test_who_the_clinician_is_may_be_said_later(tmp_path):
    person = Person(tmp_path, "init", "new")
    assert person.answers("") == ["Your name? > "]
    assert person.leaves() == 0
    assert "\n# clinician: m.kowalski" in (tmp_path / "new" / "goalctl.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["c-7f3k.yaml", "c-7f3k.yml"])
def test_a_file_s_name_is_no_id(goalctl, practice, typed):
    """It made plans/c-7f3k.yaml.yaml."""
    refused = goalctl("add-client", typed, "--problem", "Low mood", status=2)
    assert refused.err == f"goalctl: {typed} is a file's name\n   hint: write the id alone: c-7f3k\n"
    assert not list((practice / "plans").glob("c-7f3k*"))
