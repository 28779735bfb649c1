"""Supervision: what is flagged, what was talked over, the agenda of one clinician, and co-signatures in time."""

import pytest
from clinic_of_three import make_clinic
from test_json import answer

from goalctl.documents.read import read_data

RISK = "  - {id: ghj789, date: 2026-02-20, by: n.intern, minutes: 40, risk: {ideation: active, level: high}}\n"


@pytest.fixture
def clinic(practice, monkeypatch):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "n.intern")
    return make_clinic(practice)


def points(folder, client="c-in1"):
    return read_data((folder / "plans" / f"{client}.yaml").read_text(encoding="utf-8"))[0]["supervision"]


def test_a_flag_stays_open_until_it_was_talked_over(clinic, goalctl, monkeypatch):
    id_ = goalctl("supervise", "c-in1", "--about", "ending with her", status=0).out.strip()
    assert "bring to supervision: ending with her" in goalctl("prep", "c-in1").out
    assert "ending with her" not in goalctl("--with-client", "prep", "c-in1").out
    monkeypatch.setenv("GOALCTL_CLINICIAN", "s.lee")
    goalctl("--today", "2026-03-04", "supervise", "c-in1", "--done", "two more sessions", status=0)
    (point,) = points(clinic)
    kept = {key: point[key] for key in ("id", "on", "by", "about")}
    assert kept == {"id": id_, "on": "2026-03-02", "by": "n.intern", "about": "ending with her"}
    talk = dict(point["talked"][0])
    assert talk.pop("written")
    assert talk == {"on": "2026-03-04", "by": "s.lee", "decided": "two more sessions"}
    assert "bring to supervision" not in goalctl("--today", "2026-03-04", "prep", "c-in1").out


@pytest.mark.usefixtures("clinic")
def test_on_an_earlier_day_it_is_as_it_was(goalctl):
    goalctl("supervise", "c-in1", "--about", "ending with her", status=0)
    goalctl("--today", "2026-03-04", "supervise", "c-in1", "--done", "yes", status=0)
    seen = {
        day: "bring to supervision" in goalctl("--today", day, "prep", "c-in1").out
        for day in ("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04")
    }
    assert seen == {"2026-03-01": False, "2026-03-02": True, "2026-03-03": True, "2026-03-04": False}


@pytest.mark.usefixtures("clinic")
def test_history_and_commits_tell_that_and_not_what(goalctl):
    goalctl("supervise", "c-in1", "--about", "ending with her", status=0)
    goalctl("--today", "2026-03-04", "supervise", "c-in1", "--done", "yes", "--by", "s.lee", status=0)
    told = goalctl("--today", "2026-03-04", "history", "c-in1", "--format", "csv").out
    assert "to bring to supervision" in told
    assert "talked over in supervision (of 2026-03-02)" in told


def test_one_of_several_points_can_be_named(clinic, goalctl):
    first = goalctl("supervise", "c-in1", "--about", "one", status=0).out.strip()
    goalctl("supervise", "c-in1", "--about", "two", status=0)
    goalctl("supervise", "c-in1", "--done", "yes", "--point", first, status=0)
    assert ["talked" in point for point in points(clinic)] == [True, False]
    refused = goalctl("supervise", "c-in1", "--done", "yes", "--point", first, status=2).err
    assert f"c-in1 has no open point {first}" in refused


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "which client, or whose agenda?"),
        (("c-in1",), "--about is missing"),
        (("c-in1", "--about", "x", "--done", "y"), "two steps"),
        (("c-in1", "--point", "abc123"), "--point is for --done"),
        (("c-in1", "--done", "x"), "nothing that waits for supervision"),
        (("c-in1", "--agenda", "n.intern"), "--agenda is of a clinician"),
        (("--agenda", "n.inter"), "did you mean n.intern?"),
    ],
    ids=["nothing", "no words", "both", "no done", "none open", "a client's agenda", "a slip"],
)
def test_what_can_t_be_is_refused(goalctl, words, why):
    assert why in goalctl("supervise", *words, status=2).err


def test_the_agenda_goes_from_risk_to_papers_and_counts_what_was_held(clinic, goalctl):
    plan = clinic / "plans" / "c-in2.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + RISK, encoding="utf-8")
    goalctl("supervise", "c-in1", "--about", "ending with her", status=0)
    goalctl("sign", "c-in1", "--all", status=0)
    told = goalctl("supervise", "--agenda", "me", status=0).out
    assert [" ".join(line.split()[:5]) for line in told.splitlines()[1:]] == [
        "c-in2 risk 2026-02-20 suicide: ideation",
        "c-in1 bring to supervision 2026-03-02",
        "c-in1 to co-sign 2026-02-16 session",
        "c-in2 unsigned 2026-02-16 session abc123",
        "c-in2 unsigned 2026-02-20 session ghj789",
        "held 3 sessions, 2.3 h",
    ]
    found = answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")
    assert (found["since"], found["sessions"], found["minutes"]) == (None, 3, 140)
    goalctl("supervise", "c-in1", "--done", "yes", status=0)
    found = answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")
    assert (found["since"], found["sessions"]) == ("2026-03-02", 0)


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(
    ("day", "overdue"),
    [("2026-03-08", False), ("2026-03-09", False), ("2026-03-10", True)],
    ids=["day before", "the day itself", "day after"],
)
def test_a_co_signature_falls_due_a_week_after_the_signature(goalctl, day, overdue):
    goalctl("sign", "c-in1", "--all", status=0)
    told = goalctl("--today", day, "due", "c-in1", "--overdue").out
    assert ("1 entry for s.lee to co-sign, the oldest of 2026-02-16" in told) is overdue
    goalctl("sign", "c-in1", "--all", "--by", "s.lee", status=0)
    assert "co-sign" not in goalctl("--today", day, "due", "c-in1", "--within", "4w").out


def test_of_whom_the_settings_ask_none_none_falls_due(clinic, goalctl):
    settings = clinic / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(", cosign_within: 7d", ""), encoding="utf-8")
    goalctl("sign", "c-in1", "--all", status=0)
    assert "co-sign" not in goalctl("due", "c-in1", "--within", "9w").out


@pytest.mark.usefixtures("clinic")
def test_a_supervisor_sees_the_plans_under_them(goalctl, monkeypatch):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "s.lee")
    for words in (("caseload",), ("due",)):
        listed = goalctl(*words, "--supervisor", "me", status=0).out
        assert ("c-in1" in listed, "c-in2" in listed, "c-ab1" in listed) == (True, True, False)


def test_a_discharge_settles_neither_papers_nor_what_was_flagged(clinic, goalctl):
    goalctl("supervise", "c-in1", "--about", "the ending", "--by", "n.intern", status=0)
    plan = clinic / "plans" / "c-in1.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "status: discharged\n", encoding="utf-8")
    told = goalctl("supervise", "--agenda", "n.intern", status=0).out
    assert [" ".join(line.split()) for line in told.splitlines() if line.startswith("c-in1")] == [
        "c-in1 bring to supervision 2026-03-02 the ending n.intern",
        "c-in1 unsigned 2026-02-16 session abc123 n.intern",
    ]


@pytest.mark.usefixtures("clinic")
def test_sessions_that_a_colleague_held_are_not_the_clinician_s_hours(goalctl):
    held = answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")["sessions"]
    goalctl("log-session", "c-in1", "--by", "s.lee", "--minutes", "50", status=0)
    assert answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")["sessions"] == held
    goalctl("log-session", "c-in1", "--by", "n.intern", "--minutes", "50", status=0)
    assert answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")["sessions"] == held + 1


@pytest.mark.usefixtures("clinic")
def test_a_session_s_start_and_end_say_how_long_it_was(goalctl):
    held = answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")["minutes"]
    goalctl("log-session", "c-in1", "--by", "n.intern", "--time", "10:00-10:50", status=0)
    assert answer(goalctl("supervise", "--agenda", "n.intern", "--format", "json"), "agenda")["minutes"] == held + 50
