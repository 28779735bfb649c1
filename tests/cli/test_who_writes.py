"""Who writes: from the machine, git, the settings; and nobody corrects a colleague's entry without knowing it."""

import subprocess

import pytest
from clinic_of_three import make_clinic

from goalctl.documents.read import read_data


@pytest.fixture
def clinic(practice, monkeypatch):
    monkeypatch.delenv("GOALCTL_CLINICIAN", raising=False)
    monkeypatch.setenv("HOME", str(practice))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(practice))
    return make_clinic(practice)


def by_git(folder, **identity):
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    for key, value in identity.items():
        subprocess.run(["git", "config", f"user.{key}", value], cwd=folder, check=True)


def newest(folder, client="c-in1"):
    text = (folder / "plans" / f"{client}.yaml").read_text(encoding="utf-8")
    return read_data(text)[0]["sessions"][-1]


@pytest.mark.parametrize(
    ("variable", "identity", "who"),
    [
        ("n.intern", {"email": "s.lee@example.org"}, "n.intern"),
        ("", {"email": "S.Lee@example.org", "name": "M. Kowalski"}, "s.lee"),
        ("", {"email": "else@example.org", "name": "n. intern"}, "n.intern"),
        ("", {"email": "else@example.org", "name": "Somebody Else"}, "m.kowalski"),
        ("", {}, "m.kowalski"),
    ],
    ids=["the variable first", "git's address before its name", "git's name", "a stranger to git", "nothing said"],
)
def test_who_writes_comes_from_the_machine_then_git_then_the_settings(
    clinic, goalctl, monkeypatch, variable, identity, who
):
    monkeypatch.setenv("GOALCTL_CLINICIAN", variable)
    by_git(clinic, **identity)
    goalctl("log-session", "c-in1", "--note", "seen", status=0)
    assert newest(clinic)["by"] == who
    assert f"{who} writes here (" in goalctl("doctor").err


def test_by_still_wins(clinic, goalctl, monkeypatch):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "n.intern")
    goalctl("log-session", "c-in1", "--note", "seen", "--by", "s.lee", status=0)
    assert newest(clinic)["by"] == "s.lee"


ONESELF = {
    "log-session": ("log-session", "c-in1", "--note", "seen"),
    "assess": ("assess", "c-in1", "phq-2", "--answers", "1,1"),
    "set": ("set", "c-in1", "plan", "review_every=60d", "--because", "asked for it"),
    "sign": ("sign", "c-in1", "abc123"),
    "supervise": ("supervise", "c-in1", "--about", "pace"),
}


@pytest.mark.parametrize("command", ONESELF)
def test_by_me_is_whoever_writes_here_and_never_a_name(clinic, goalctl, monkeypatch, command):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "m.kowalski")
    goalctl(*ONESELF[command], "--by", "me", status=0)
    text = (clinic / "plans" / "c-in1.yaml").read_text(encoding="utf-8")
    assert ("by: m.kowalski" in text, "by: me" in text) == (True, False)


def test_a_name_that_the_practice_does_not_have_writes_nothing(clinic, goalctl, monkeypatch):
    before = (clinic / "plans" / "c-in1.yaml").read_bytes()
    monkeypatch.setenv("GOALCTL_CLINICIAN", "n.inten")
    refused = goalctl("log-session", "c-in1", "--note", "seen", status=2).err
    told = "n.inten is not one of this practice's clinicians"
    assert refused == f"goalctl: GOALCTL_CLINICIAN: {told}\n   hint: did you mean n.intern?\n"
    assert (clinic / "plans" / "c-in1.yaml").read_bytes() == before
    assert "n.inten is not one of this practice's clinicians" in goalctl("doctor", status=1).out


def test_doctor_tells_where_nothing_says_it(clinic, goalctl):
    settings = clinic / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("clinician: m.kowalski\n", ""), encoding="utf-8")
    told = goalctl("doctor")
    assert "nothing says who writes on this machine" in told.out
    assert "writes here" not in told.err
    refused = goalctl("caseload", "--clinician", "me", status=2).err
    assert "--clinician me: nothing says who you are" in refused


CORRECTIONS = {
    "amended": ("amend", "c-in1", "abc123", "note=x", "--because", "typo"),
    "void": ("void", "c-in1", "abc123", "--because", "typo"),
    "moved": ("move", "c-in1", "abc123", "--to", "c-in2", "--because", "typo"),
    "signed": ("sign", "c-in1", "abc123"),
}


@pytest.mark.parametrize("done", CORRECTIONS)
def test_in_a_pipe_a_colleague_s_entry_is_left_alone_unless_by_says_who(clinic, goalctl, done):
    plan = clinic / "plans" / "c-in1.yaml"
    before = plan.read_bytes()
    refused = goalctl(*CORRECTIONS[done], status=2)
    told = "abc123 2026-02-16 session: written by n.intern, not by m.kowalski"
    assert refused.err == f"goalctl: {told}\n   hint: whoever has it {done} says so: --by m.kowalski\n"
    assert (refused.out, plan.read_bytes()) == ("", before)
    assert goalctl(*CORRECTIONS[done], "--by", "m.kowalski", status=0).err.startswith(f"{told}\n")


@pytest.mark.parametrize("done", ["amended", "void", "moved"])
def test_where_nobody_knows_who_writes_no_name_is_made_up(practice, plan_file, goalctl, done):
    """It read "not by None", with the hint to write as --by None."""
    (practice / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    text = "client: {}\nopened: 2026-01-05\nstatus: active\n"
    entry = "sessions: [{id: abc123, date: 2026-02-16, by: n.intern, note: a}]\n"
    plan_file.unlink()
    for client, more in (("c-in1", entry), ("c-in2", "")):
        (practice / "plans" / f"{client}.yaml").write_text(text.format(client) + more, encoding="utf-8")
    told = "abc123 2026-02-16 session: written by n.intern, and nothing says who you are"
    refused = goalctl(*CORRECTIONS[done], status=2).err
    assert refused == f"goalctl: {told}\n   hint: whoever has it {done} says so: --by WHO\n"
    goalctl(*CORRECTIONS[done], "--by", "m.kowalski", status=0)


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize("done", CORRECTIONS)
def test_one_s_own_entry_asks_nothing(goalctl, monkeypatch, done):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "n.intern")
    assert "written by" not in goalctl(*CORRECTIONS[done], status=0).err


def test_a_supervisor_co_signs_without_being_asked(clinic, goalctl, monkeypatch):
    goalctl("sign", "c-in1", "--by", "n.intern", "--all", status=0)
    monkeypatch.setenv("GOALCTL_CLINICIAN", "s.lee")
    assert "written by" not in goalctl("sign", "c-in1", "abc123", status=0).err
    assert newest(clinic)["signed"][1]["role"] == "supervisor"
