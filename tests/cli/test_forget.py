"""`forget`: a record goes when it need not be kept any longer, all of it, and nothing of anybody else's."""

import json
import tarfile

import pytest

from goalctl.workspace.store.forgetting import begin as begin_forgetting
from goalctl.workspace.store.names import keep_name, names_of
from goalctl.workspace.store.practice import practice_at
from tests.faults.repositories import begin, git, subjects

ENDED = "\ndischarge: {on: 2019-03-02, reason: completed}\n"
SETTINGS = "format: 2\nworkspace: wabcdefg\nclinician: m.kowalski\nkeep_for: 7y\n"


@pytest.fixture
def ended(practice, plan_file, monkeypatch, tmp_path_factory):
    """A client who was discharged seven years ago, with a name and a neighbour of nearly the same id."""
    monkeypatch.setenv("GOALCTL_NAMES", str(tmp_path_factory.mktemp("names")))
    text = plan_file.read_text(encoding="utf-8").replace("status: active\n", "status: discharged\n", 1)
    plan_file.write_text(text + ENDED, encoding="utf-8")
    (practice / "plans" / "c-ab12.yaml").write_text("client: c-ab12\nopened: 2026-01-05\n", encoding="utf-8")
    (practice / "goalctl.yaml").write_text(SETTINGS, encoding="utf-8")
    keep_name(practice_at(practice), "c-ab1", {"name": "Invented Name"})
    keep_name(practice_at(practice), "c-ab12", {"name": "Another Name"})
    return practice


def forget(goalctl, *words, today="2026-03-02", **given):
    return goalctl("--today", today, "forget", "c-ab1", "--confirm", "c-ab1", *words, **given)


def everything(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("today", "status"),
    [("2026-03-01", 2), ("2026-03-02", 0), ("2026-03-03", 0)],
    ids=["the day before", "the day itself", "the day after"],
)
@pytest.mark.usefixtures("ended")
def test_a_record_is_kept_until_its_day(goalctl, plan_file, today, status):
    told = forget(goalctl, today=today, status=status)
    assert plan_file.exists() is bool(status)
    assert ("discharged on 2019-03-02, it is kept for 7y, until 2026-03-02" in told.err) is bool(status)


@pytest.mark.usefixtures("ended")
def test_before_its_day_it_goes_for_a_reason(goalctl, plan_file):
    forget(goalctl, "--because", "the client asked for it", today="2020-01-01", status=0)
    assert not plan_file.exists()


@pytest.mark.usefixtures("practice")
def test_who_is_in_treatment_is_not_forgotten(goalctl, plan_file):
    assert "there is no discharge" in forget(goalctl, status=2).err
    assert plan_file.exists()


@pytest.mark.parametrize("typed", ["c-ab", "c-ab12", "", "C-AB1"])
def test_another_id_typed_forgets_nobody(goalctl, ended, typed):
    before = everything(ended)
    assert goalctl("forget", "c-ab1", "--confirm", typed, status=2).err.endswith("hint: type the whole id\n")
    assert everything(ended) == before


@pytest.mark.usefixtures("ended")
def test_without_anybody_to_ask_the_id_is_needed(goalctl, plan_file):
    assert "--confirm is missing" in goalctl("forget", "c-ab1", status=2).err
    assert plan_file.exists()


@pytest.mark.usefixtures("plan_file")
def test_all_of_it_goes_and_nothing_of_a_neighbour(goalctl, ended):
    for words in (["caseload"], ["find", "symptoms"]):  # something is remembered
        goalctl(*words)
    for name in ("notes/c-ab1/2019-01-01.md", "notes/c-ab12/x.md", ".goalctl/rescued/c-ab1-abc123.txt",
                 ".goalctl/rescued/log-session-c-ab1.json", ".goalctl/rescued/log-session-c-ab12.json",
                 "plans/c-ab1.yaml~", "plans/c-ab12.yaml~", "plans/c-ab1 2.yaml"):  # fmt: skip
        (ended / name).parent.mkdir(parents=True, exist_ok=True)
        (ended / name).write_text("x", encoding="utf-8")
    (ended / ".goalctl" / "words.sqlite-journal").write_text("of a find that was killed: symptoms", encoding="utf-8")
    forget(goalctl, status=0)
    left = [name for name in everything(ended) if "c-ab1" in name]
    assert left == [
        ".goalctl/rescued/log-session-c-ab12.json", "notes/c-ab12/x.md", "plans/c-ab12.yaml", "plans/c-ab12.yaml~",
    ]  # fmt: skip
    assert list(names_of(practice_at(ended))) == ["c-ab12"]
    kept = b"".join(path.read_bytes() for path in (ended / ".goalctl").iterdir() if path.is_file())
    assert b"phq-9" not in kept
    assert b"symptoms" not in kept


def test_a_long_note_that_is_linked_elsewhere_goes_too_unless_it_is_another_client_s_as_well(goalctl, ended, plan_file):
    for name in ("letters/own one.md", "letters/both.md", "c-ab12/theirs.md"):
        (ended / "notes" / name).parent.mkdir(parents=True, exist_ok=True)
        (ended / "notes" / name).write_text("x", encoding="utf-8")
    links = ("notes/letters/own one.md", "notes/letters/both.md", "notes/c-ab12/theirs.md", "goalctl.yaml")
    for day, name in enumerate((*links, "notes/../x.md"), 10):
        entry = f"  - {{date: 2019-02-{day}, by: m.kowalski, note_file: {name}}}\n"
        plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("sessions:\n", f"sessions:\n{entry}"))
    other = ended / "plans" / "c-ab12.yaml"
    other.write_text(f"{other.read_text()}sessions: [{{date: 2026-01-12, note_file: notes/letters/both.md}}]\n")
    begin(ended)
    told = forget(goalctl, status=0).err
    assert "are another client's as well and stay: notes/c-ab12/theirs.md, notes/letters/both.md\n" in told
    assert "--path notes/c-ab1 --path 'notes/letters/own one.md'\n" in told
    assert everything(ended / "notes") == ["c-ab12/theirs.md", "letters/both.md"]
    assert (ended / "goalctl.yaml").exists()


@pytest.mark.usefixtures("ended")
def test_it_is_packed_first_where_that_is_wanted(goalctl, plan_file, tmp_path_factory):
    text, archive = plan_file.read_bytes(), tmp_path_factory.mktemp("elsewhere") / "c-ab1.tar.gz"
    forget(goalctl, "--archive", archive, status=0)
    with tarfile.open(archive) as packed:
        assert packed.extractfile("plans/c-ab1.yaml").read() == text
    assert archive.stat().st_mode & 0o077 == 0


def test_an_archive_that_can_t_be_written_keeps_the_record(goalctl, ended, plan_file):
    assert forget(goalctl, "--archive", ended / "plans" / "a.tar.gz").status == 2
    assert plan_file.exists()


def test_it_is_told_what_git_still_holds_and_how_it_is_removed(goalctl, ended):
    begin(ended)
    told = forget(goalctl, status=0).err
    assert "git still holds 1 state of it, here, in every clone and where it was pushed" in told
    assert "git filter-repo --invert-paths --path plans/c-ab1.yaml --path notes/c-ab1" in told
    assert subjects(ended)[0] == "c-ab1: forgotten"
    assert git(ended, "status", "--porcelain") == ""


def test_what_a_kill_broke_off_is_finished_by_doctor(goalctl, ended, plan_file):
    begin_forgetting(ended, "c-ab1", ["plans/c-ab1.yaml"])
    assert "forgetting c-ab1 was broken off" in goalctl("doctor", status=1).out
    goalctl("doctor", "--fix")
    assert not plan_file.exists()
    assert list(names_of(practice_at(ended))) == ["c-ab12"]


def test_an_earlier_episode_is_not_forgotten_under_a_later_one(goalctl, ended):
    later = "client: c-new\nprevious: c-ab1\nopened: 2026-01-05\n"
    (ended / "plans" / "c-new.yaml").write_text(later, encoding="utf-8")
    assert "c-new continues it" in forget(goalctl, status=2).err


@pytest.mark.usefixtures("ended")
def test_the_day_s_page_no_longer_knows_anybody_of_that_id(goalctl):
    goalctl("caseload")
    forget(goalctl, status=0)
    assert json.loads(goalctl("caseload", "--format", "json").out)["caseload"][0]["client"] == "c-ab12"
