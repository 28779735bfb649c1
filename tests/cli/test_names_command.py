"""`goalctl names`: found at a prompt, carried to another machine locked, and told by the doctor when they are not."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from keyboard import Person

from goalctl.workspace.store.locked_names import MOST_DAYS, days_uncopied, note_copied
from goalctl.workspace.store.names import keep_name, names_of
from goalctl.workspace.store.practice import practice_at

SAM = {"name": "Invented Name", "preferred_name": "Sam", "birth_date": "1984-03-02"}
NOW = datetime.now(tz=UTC)
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="needs age")


@pytest.fixture
def home(practice, tmp_path_factory, monkeypatch):
    """The folder of names, in which the one client is called Sam."""
    folder = tmp_path_factory.mktemp("names")
    monkeypatch.setenv("GOALCTL_NAMES", str(folder))
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    keep_name(practice_at(practice), "c-ab1", SAM)
    return folder


@pytest.fixture
def key(home):
    """A key file, with its recipient."""
    subprocess.run(["age-keygen", "-o", home / "key"], check=True, capture_output=True)
    return home / "key", (home / "key").read_text(encoding="utf-8").partition("public key: ")[2].split()[0]


@pytest.mark.parametrize("typed", ["sam", "invented", "1984", "invneted"], ids=["called", "name", "year", "a slip"])
def test_a_client_is_found_by_what_is_known(practice, home, typed):
    person = Person(practice, "names", "find", beside={"GOALCTL_NAMES": str(home)})
    assert person.answers(typed) == ["Who? > "]
    assert person.leaves() == 0
    assert "c-ab1: Sam · born 1984-03-02" in person.screen


def test_nobody_is_told_as_that(practice, home):
    person = Person(practice, "names", "find", beside={"GOALCTL_NAMES": str(home)})
    person.answers("zebulon")
    assert person.leaves() == 0
    assert "Nobody is kept here under that." in person.screen


def test_a_name_that_is_kept_of_somebody_who_has_no_plan_here_is_listed_as_that(practice, home):
    keep_name(practice_at(practice), "c-gone", {"preferred_name": "Kim"})
    for words, typed in (("list", ()), ("find", ("kim",))):
        person = Person(practice, "names", words, beside={"GOALCTL_NAMES": str(home)})
        person.answers(*typed)
        assert person.leaves() == 0
        assert "c-gone: Kim · no plan here" in person.screen
        assert "1984-03-02 · no plan" not in person.screen


@pytest.mark.usefixtures("home")
def test_names_are_never_found_in_a_pipe(goalctl):
    assert "on a terminal only" in goalctl("names", "find", status=2).err


@needs_age
def test_names_go_to_another_machine_locked_and_come_back(goalctl, practice, key, tmp_path_factory, monkeypatch):
    file = tmp_path_factory.mktemp("stick") / "names.age"
    goalctl("names", "export", "--to", f"age:{key[1]}", "-o", file, status=0)
    assert b"Invented" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("GOALCTL_NAMES", str(tmp_path_factory.mktemp("elsewhere")))
    assert goalctl("names", "import", file, "--key", key[0], status=0).err.startswith("1 name taken in; 0 left")
    assert names_of(practice_at(practice))["c-ab1"].called == "Sam"


@needs_age
def test_whoever_is_known_otherwise_stays_so_and_is_told(goalctl, practice, key, tmp_path_factory):
    file = tmp_path_factory.mktemp("stick") / "names.age"
    goalctl("names", "export", "--to", f"age:{key[1]}", "-o", file)
    keep_name(practice_at(practice), "c-ab1", {"name": "Somebody Else"})
    assert "known here otherwise: c-ab1" in goalctl("names", "import", file, "--key", key[0], status=1).err
    assert names_of(practice_at(practice))["c-ab1"].called == "Somebody Else"


@needs_age
@pytest.mark.usefixtures("home")
def test_a_file_that_the_key_does_not_open_changes_nothing(goalctl, key, tmp_path_factory):
    file = tmp_path_factory.mktemp("stick") / "names.age"
    file.write_bytes(b"no such thing")
    assert "age could not open names.age" in goalctl("names", "import", file, "--key", key[0], status=3).err


@pytest.mark.usefixtures("home")
def test_without_age_it_is_told_and_nothing_is_written(goalctl, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("empty")))
    file = tmp_path_factory.mktemp("stick") / "names.age"
    assert "age, which locks names, is not installed" in goalctl("names", "export", "--to", "age:age1x", "-o", file).err
    assert not file.exists()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("to", ["gpg:me", "plain"], ids=str)
def test_names_leave_in_no_other_way(goalctl, tmp_path_factory, to):
    file = tmp_path_factory.mktemp("stick") / "names.age"
    assert "write age:KEY" in goalctl("names", "export", "--to", to, "-o", file, status=2).err


@pytest.mark.usefixtures("home")
def test_names_are_never_written_into_the_workspace(goalctl, practice):
    told = goalctl("names", "export", "--to", "age:age1x", "-o", practice / "names.age", status=2).err
    assert "inside the workspace" in told


@pytest.mark.parametrize(
    ("days", "told"), [(29, False), (30, True), (31, True)], ids=["the day before", "the day itself", "the day after"]
)
def test_names_that_nobody_copied_for_a_month_are_told(practice, home, days, told):
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(home / "wabcdefg.yaml", (then, then))
    assert (days_uncopied(practice_at(practice), NOW) >= MOST_DAYS) is told


@pytest.mark.usefixtures("home")
def test_names_that_were_copied_since_are_safe(practice):
    now = datetime.now(tz=UTC)
    note_copied(practice_at(practice), now + timedelta(minutes=1))
    assert days_uncopied(practice_at(practice), now + timedelta(days=90)) == 0


def test_the_doctor_tells_plans_without_a_name(goalctl, practice, plan_file, home):
    text = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", "client: c-cd2")
    (practice / "plans" / "c-cd2.yaml").write_text(text, encoding="utf-8")
    then = (NOW - timedelta(days=40)).timestamp()
    os.utime(home / "wabcdefg.yaml", (then, then))
    rows = json.loads(goalctl("doctor", "--format", "json").out)["doctor"]
    found = {row["what"]: row["mend"] for row in rows}
    assert found["1 plan without a name: c-cd2"] == "goalctl names add c-cd2"
    assert any(what.startswith("names not backed up for 40 days") for what in found)
