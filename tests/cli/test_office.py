"""For those who bill and call: what waits for a signature, what was missed, sessions by code, and nothing clinical."""

import pytest
from clinic_of_three import make_clinic
from test_json import answer

LOG = """\
  - id: bcd234
    date: 2026-02-27
    by: n.intern
    cpt: [90834, 90785]
    note: wants to die
    signed: [{by: n.intern, on: 2026-02-27}]
  - {id: cde345, date: 2026-02-28, by: n.intern, kind: no-show}
  - {id: efg456, date: 2026-03-01, by: n.intern, kind: cancelled}
  - {id: def567, date: 2026-03-01, by: s.lee, note: suicide, signed: [{by: s.lee, on: 2026-03-01}]}
  - {id: ghj789, date: 2026-02-26, by: n.intern, kind: journal, risk: {ideation: active, level: high}}
"""


@pytest.fixture
def clinic(practice):
    make_clinic(practice)
    plan = practice / "plans" / "c-in1.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + LOG, encoding="utf-8")
    return practice


@pytest.mark.usefixtures("clinic")
def test_it_tells_days_codes_and_numbers_and_no_word_of_the_record(goalctl):
    told = goalctl("office", "--from", "2026-02-01", status=0).out
    assert [line.split() for line in told.splitlines()[1:]] == [
        ["unsigned", "2026-01-12", "c-ab1", "m.kowalski", "1"],
        ["unsigned", "2026-02-16", "c-in1", "n.intern", "1"],
        ["unsigned", "2026-02-16", "c-in2", "n.intern", "1"],
        ["missed", "2026-02-28", "c-in1", "n.intern", "1"],
        ["cancelled", "2026-03-01", "c-in1", "n.intern", "1"],
        ["sessions", "2026-02", "m.kowalski", "1"],
        ["sessions", "2026-02", "n.intern", "90785", "1"],
        ["sessions", "2026-02", "n.intern", "90834", "3"],
        ["sessions", "2026-03", "s.lee", "1"],
        ["clinical", "follow-up", "due", "2026-03-02", "c-ab1", "m.kowalski", "1"],
        ["clinical", "follow-up", "due", "2026-03-02", "c-in1", "n.intern", "1"],
    ]
    for shown_as in ("plain", "csv", "md", "html", "json"):
        found = goalctl("office", "--from", "2026-02-01", "--format", shown_as).out
        assert not [word for word in ("suicide", "die", "ideation", "active", "high", "mood") if word in found]


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(
    ("day", "waits"),
    [("2026-02-19", False), ("2026-02-20", True)],
    ids=["72 hours", "a day more"],
)
def test_an_entry_waits_once_it_is_older_than_three_days(goalctl, day, waits):
    found = answer(goalctl("--today", day, "office", "--format", "json"), "office")["office"]
    assert any(row["part"] == "unsigned" and row["client"] == "c-in2" for row in found) is waits


@pytest.mark.usefixtures("clinic")
def test_without_days_it_is_the_month_so_far(goalctl):
    found = answer(goalctl("office", "--format", "json"), "office")
    assert (found["first"], found["last"]) == ("2026-03-01", "2026-03-02")
    assert [row["clinician"] for row in found["office"] if row["part"] == "sessions"] == ["s.lee"]


@pytest.mark.parametrize(
    ("kind", "code", "counted"),
    [
        ("session", "", ["1"]),
        ("phone", "", []),
        ("crisis", "", []),
        ("crisis", ", cpt: [90839]", ["90839", "1"]),
        ("no-show", ", cpt: [90834]", []),
    ],
)
def test_a_call_is_a_session_to_bill_only_with_its_code(goalctl, clinic, kind, code, counted):
    plan = clinic / "plans" / "c-in1.yaml"
    entry = f"  - {{id: kkm123, date: 2026-01-07, by: h.new, kind: {kind}{code}}}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + entry, encoding="utf-8")
    told = goalctl("office", "--from", "2026-01-05", "--to", "2026-01-08", status=0).out
    rows = [line.split() for line in told.splitlines() if line.startswith("sessions") and "h.new" in line]
    assert rows == ([["sessions", "2026-01", "h.new", *counted]] if counted else [])


@pytest.mark.usefixtures("clinic")
def test_of_one_clinician_or_of_a_stretch_that_is_none(goalctl):
    told = goalctl("office", "--clinician", "m.kowalski", "--from", "2026-01-01", status=0).out
    assert "c-in1" not in told
    assert "write the earlier day first" in goalctl("office", "--from", "today", "--to", "yesterday", status=2).err


@pytest.mark.usefixtures("clinic")
def test_sessions_stay_with_who_held_them_when_the_client_goes_over(goalctl):
    goalctl("transfer", "c-in1", "--to", "s.lee", "--because", "end of term", "--anyway", status=0)
    told = goalctl("office", "--clinician", "n.intern", "--from", "2026-02-01", status=0).out
    sessions = [line.split() for line in told.splitlines() if line.startswith("sessions")]
    assert sessions == [
        ["sessions", "2026-02", "n.intern", "90785", "1"],
        ["sessions", "2026-02", "n.intern", "90834", "3"],
    ]
    told = goalctl("office", "--clinician", "s.lee", "--from", "2026-02-01", status=0).out
    assert [line.split()[0] for line in told.splitlines()[1:]] == ["sessions", "clinical"]


def test_of_a_plan_that_can_t_be_read_only_that_there_is_one(clinic, goalctl):
    (clinic / "plans" / "c-in2.yaml").write_text("client: c-in2\nnote: suicide\ngoals: [\n", encoding="utf-8")
    told = goalctl("office", status=3)
    assert told.err == "1 file could not be read: goalctl check\n"
    assert "suicide" not in told.out
    for name in ("c-ab1", "c-in1"):
        (clinic / "plans" / f"{name}.yaml").unlink()
    told = goalctl("office", status=3).out
    assert [line.split() for line in told.splitlines()[1:]] == [
        ["clinical", "follow-up", "due", "2026-03-02", "c-in2", "1"]
    ]
    (clinic / "plans" / "c-in2.yaml").write_text("client: c-in2\nnote: suicide\n", encoding="utf-8")  # no risk in it
    told = goalctl("office", status=3).out
    assert told == "In the plans that could be read nothing waits, and no session was held.\n"
