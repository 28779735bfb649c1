"""`examples/weekly` does what its page says: the mail, the cron line, the timer, the workflow."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WEEKLY = Path(__file__).parent.parent / "examples" / "weekly"
SCRIPT = WEEKLY / "weekly-report"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
MAIL = """\
To: office@example.org
Subject: goalctl: the week
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

client  day         id    what                        clinician

act today
c-ab1   2026-03-02        clinical follow-up due      m.kowalski

overdue
c-ab1   2026-02-28  g1    deadline, 2 days overdue    m.kowalski

unsigned
c-ab1   2026-01-12        signature, 7 weeks overdue  m.kowalski

coming
c-ab1   2026-03-10  g1.1  deadline, in 8 days         m.kowalski
"""
SUMMARY = """\
# The week

## act today

| part | client | day | id | what |
| --- | --- | --- | --- | --- |
| act today | c-ab1 | 2026-03-02 |  | clinical follow-up due |

## m.kowalski

| part | client | day | id | what |
| --- | --- | --- | --- | --- |
| overdue | c-ab1 | 2026-02-28 | g1 | deadline, 2 days overdue |
| unsigned | c-ab1 | 2026-01-12 |  | signature, 7 weeks overdue |
| coming | c-ab1 | 2026-03-10 | g1.1 | deadline, in 8 days |
"""


@pytest.fixture
def machine(tmp_path, practice, tree_on_path, goalctl_command):
    """An environment with goalctl on its path, the practice committed, and a post office that keeps what it gets."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, line in {
        "goalctl": f'exec "{goalctl_command}" "$@"',
        "post": f'cat > "{tmp_path}/mail"',
        "closed-post": "exit 75",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    asked = {"GOALCTL_TODAY": "2026-03-02", "GOALCTL_WORKSPACE": str(practice), "MAIL_TO": "office@example.org"}
    return tree_on_path | asked | {"PATH": f"{tools}:{os.environ['PATH']}", "SENDMAIL": "post", "REV": ""}


def mailed(machine, tmp_path, **settings):
    done = subprocess.run([SCRIPT], env=machine | settings, capture_output=True, text=True, check=False)
    mail = tmp_path / "mail"
    return done, mail.read_text(encoding="utf-8") if mail.exists() else ""


def test_the_mail_names_clients_by_id_and_says_nothing_about_them(machine, tmp_path):
    done, mail = mailed(machine, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert mail == MAIL


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_it_reads_the_last_commit_and_not_a_half_written_file(machine, tmp_path, practice, plan_file):
    del machine["REV"]
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=t", "-c", "user.email=t@e.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=practice, env=machine, check=True)
    plan_file.write_text("client: [", encoding="utf-8")
    assert mailed(machine, tmp_path)[1] == MAIL


def test_a_plan_that_cannot_be_read_is_in_the_subject_and_in_the_status(machine, tmp_path, plan_file):
    plan_file.write_text("client: [", encoding="utf-8")
    done, mail = mailed(machine, tmp_path)
    assert done.returncode == 3
    assert "Subject: goalctl: the week (incomplete: read it now)\n" in mail


def test_nothing_due_is_mailed_as_one_sentence(machine, tmp_path):
    done, mail = mailed(machine, tmp_path, CLINICIAN="s.lee")
    assert done.returncode == 0
    said = "no plan here is of s.lee; known: m.kowalski\nNothing needs attention in the week of 2026-03-02.\n"
    assert mail.endswith(f"\n\n{said}")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_folder_without_git_is_mailed_as_that_and_not_as_a_week_without_anything(machine, tmp_path):
    done, mail = mailed(machine, tmp_path, REV="HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 3
    assert "Subject: goalctl: the week (incomplete: read it now)\n" in mail
    assert "this folder is not in a git repository" in mail


def test_those_who_treat_may_have_the_words(machine, tmp_path):
    _, mail = mailed(machine, tmp_path, FOR="")
    assert "suicide: phq-9 q9 endorsed (2) on 2026-01-12" in mail
    assert "target date passed" in mail


@pytest.mark.parametrize(
    ("settings", "status", "said"),
    [
        ({"SENDMAIL": "closed-post"}, 1, "the mail was not taken"),
        ({"MAIL_TO": ""}, 2, "say who gets the mail"),
    ],
    ids=["no post office", "nobody to mail to"],
)
def test_what_went_wrong_is_told_for_cron_to_mail(machine, tmp_path, settings, status, said):
    done, mail = mailed(machine, tmp_path, **settings)
    assert (done.returncode, mail) == (status, "")
    assert said in done.stderr


def test_the_cron_line_runs_the_script_on_mondays():
    lines = (WEEKLY / "crontab").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if re.match(r"\d", line)]
    minute, hour, day, month, weekday, *command = line.split()
    assert (minute, hour, day, month, weekday) == ("0", "7", "*", "*", "1")
    assert command[-1] == "/usr/local/bin/weekly-report"
    assert all("=" in word for word in command[:-1])


def unit(name):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(WEEKLY / name, encoding="utf-8")
    return parser


def test_the_timer_starts_the_service_of_its_name_every_monday():
    assert unit("goalctl-weekly.timer")["Timer"]["OnCalendar"] == "Mon 07:00"
    assert unit("goalctl-weekly.service")["Service"]["ExecStart"] == "/usr/local/bin/weekly-report"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
def test_systemd_takes_both_units(tmp_path):
    for name in ("goalctl-weekly.service", "goalctl-weekly.timer"):
        text = (WEEKLY / name).read_text(encoding="utf-8").replace("/usr/local/bin/weekly-report", str(SCRIPT))
        (tmp_path / name).write_text(text, encoding="utf-8")
    units = sorted(tmp_path.glob("goalctl-*"))
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "goalctl" in line] == []


def test_the_workflow_puts_the_report_on_its_page_and_fails_when_something_is_overdue(machine, tmp_path, practice):
    workflow = yaml.safe_load((WEEKLY / "weekly-report.yml").read_text(encoding="utf-8"))
    steps = {step["name"]: step["run"] for step in workflow["jobs"]["report"]["steps"] if "name" in step}
    page = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    ended = [
        subprocess.run(["bash", "-e", "-c", line], cwd=practice, env=machine | page, check=False).returncode
        for line in steps.values()
    ]
    assert ended == [0, 1]
    assert (tmp_path / "summary").read_text(encoding="utf-8") == SUMMARY
