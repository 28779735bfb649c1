"""Clients change hands: signed first, all of them or none, on record, with a summary of each."""

import re

import pytest
from clinic_of_three import make_clinic

from goalctl.documents.read import read_data

BECAUSE = ("--because", "end of term")
ALL = ("transfer", "--all", "--from", "n.intern", "--to", "s.lee", *BECAUSE)


@pytest.fixture
def clinic(practice):
    return make_clinic(practice)


@pytest.fixture
def signed(clinic, goalctl):
    """All that n.intern wrote is signed and co-signed."""
    for client in ("c-in1", "c-in2"):
        for who in ("n.intern", "s.lee"):
            goalctl("sign", client, "--all", "--by", who, status=0)
    return clinic


def test_what_was_changed_since_it_was_signed_is_signed_again_before_it_goes_over(signed, goalctl):
    """`due` of who leaves had it until then, and nobody's afterwards."""
    again = ("amend", "c-in1", "abc123", "note=More", "--because", "left out", "--by", "n.intern")
    goalctl(*again, status=0)
    before = texts(signed)
    refused = goalctl(*ALL, status=2).err
    assert "goalctl: 1 entry is not signed or co-signed" in refused
    assert "  c-in1 2026-02-16 session abc123, to be signed again by n.intern: unsigned\n" in refused
    assert "hint: goalctl sign c-in1 --by n.intern; or --anyway" in refused
    assert texts(signed) == before
    assert "to be signed again" in goalctl("supervise", "--agenda", "n.intern", status=0).out
    for who in ("n.intern", "s.lee"):
        goalctl("sign", "c-in1", "--all", "--by", who, status=0)
    goalctl(*ALL, status=0)


def plan_in(folder, client):
    return read_data((folder / "plans" / f"{client}.yaml").read_text(encoding="utf-8"))[0]


def texts(folder):
    return {path.name: path.read_bytes() for path in (folder / "plans").glob("*.yaml")}


def test_all_of_one_clinician_s_go_over_with_a_trail_and_the_next_appointment(signed, goalctl):
    done = goalctl(*ALL, status=0)
    assert done.out == "c-in1\nc-in2\n"
    assert "s.lee's client from now on; next appointment 2026-03-03:" in done.err
    assert "a summary of each: goalctl report CLIENT --kind transfer" in done.err
    for client in ("c-in1", "c-in2"):
        plan = plan_in(signed, client)
        assert (plan["clinician"], "supervisor" in plan) == ("s.lee", False)  # nobody supervises themselves
        assert [(one["what"], one["from"], one.get("to"), one["because"]) for one in plan["changes"]] == [
            ("clinician", "n.intern", "s.lee", "end of term"),
            ("supervisor", "s.lee", None, "end of term"),
        ]
    assert plan_in(signed, "c-ab1")["clinician"] == "m.kowalski"


@pytest.mark.usefixtures("signed")
def test_on_an_earlier_day_they_are_still_the_other_s(goalctl):
    goalctl(*ALL, status=0)
    before = ("--today", "2026-03-01", "caseload", "--clinician")
    assert "c-in1" in goalctl(*before, "n.intern").out
    assert "c-in1" not in goalctl(*before, "s.lee").out


def test_what_is_unsigned_is_named_and_nothing_changes_hands(clinic, goalctl):
    goalctl("sign", "c-in1", "--all", "--by", "n.intern", status=0)
    before = texts(clinic)
    refused = goalctl(*ALL, status=2)
    assert refused.err == (
        "  c-in1 2026-02-16 session abc123 by n.intern: to co-sign\n"
        "  c-in2 2026-02-16 session abc123 by n.intern: unsigned\n"
        "goalctl: 2 entries are not signed or co-signed; nothing was handed over\n"
        "   hint: goalctl sign c-in1 --by s.lee; or --anyway, and --because says why\n"
    )
    assert (refused.out, texts(clinic)) == ("", before)
    assert "c-in2 2026-02-16 session abc123 by n.intern: unsigned" in goalctl(*ALL, "--anyway", status=0).err


def test_who_supervises_then_can_be_said(signed, goalctl):
    goalctl("transfer", "c-in1", "--to", "m.kowalski", *BECAUSE, status=0)
    assert plan_in(signed, "c-in1")["supervisor"] == "s.lee"
    goalctl("transfer", "c-in2", "--to", "m.kowalski", "--supervisor", "none", *BECAUSE, status=0)
    assert "supervisor" not in plan_in(signed, "c-in2")


HIGH = "  - {id: ghj789, date: 2026-02-20, by: n.intern, risk: {ideation: active, level: high}}\n"


@pytest.mark.parametrize("whom", [("--all", "--from", "n.intern"), ("c-in2",)], ids=["all", "one"])
def test_a_risk_that_needs_an_act_goes_over_although_the_client_is_discharged(signed, goalctl, whom):
    plan = signed / "plans" / "c-in2.yaml"
    text = plan.read_text(encoding="utf-8").replace("sessions:\n", f"status: discharged\nsessions:\n{HIGH}")
    plan.write_text(text, encoding="utf-8")
    done = goalctl("transfer", *whom, "--to", "s.lee", *BECAUSE, "--anyway", status=0)
    assert "c-in2 RISK: suicide: ideation active, level high recorded on 2026-02-20" in done.err
    assert "c-in2" in goalctl("due", "--clinician", "s.lee").out
    assert goalctl("check", "c-in2", "--fail-on", "error").status == 0


def test_a_summary_that_tells_risk_in_full_is_not_said_to_leave_it_out(signed, goalctl, tmp_path):
    plan = signed / "plans" / "c-in2.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("sessions:\n", f"sessions:\n{HIGH}"), encoding="utf-8")
    done = goalctl("transfer", "c-in2", "--to", "s.lee", *BECAUSE, "--anyway", "-o", tmp_path / "out", status=0)
    assert "contradictory" not in done.err
    summary = (tmp_path / "out" / "c-in2-transfer-2026-03-02.md").read_text(encoding="utf-8")
    assert "suicide: ideation active, level high recorded on 2026-02-20, no follow-up recorded" in summary


def test_a_discharged_client_without_one_stays(signed, goalctl):
    plan = signed / "plans" / "c-in2.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "status: discharged\n", encoding="utf-8")
    assert goalctl(*ALL, status=0).out == "c-in1\n"
    assert "c-in2 is discharged" in goalctl("transfer", "c-in2", "--to", "s.lee", *BECAUSE, status=3).err


def test_me_is_understood_for_the_supervisor_too(signed, goalctl, monkeypatch):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "s.lee")
    goalctl("transfer", "c-in1", "--to", "m.kowalski", "--supervisor", "me", *BECAUSE, status=0)
    assert plan_in(signed, "c-in1")["supervisor"] == "s.lee"


def test_one_that_can_t_be_changed_stops_all(signed, goalctl):
    (signed / "plans" / "c-in2.yaml").write_text("client: c-in2\nclinician: n.intern\ngoals: [\n", encoding="utf-8")
    before = texts(signed)
    assert "plans/c-in2.yaml can't be used until it is mended" in goalctl(*ALL, status=3).err
    assert texts(signed) == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("c-in1", *BECAUSE), "--to is missing"),
        (("c-in1", "--to", "s.lee"), "--because is missing"),
        (("c-in1", "--to", "s.le", *BECAUSE), "did you mean s.lee?"),
        (("c-in1", "--to", "", *BECAUSE), "--to is empty"),
        (("--to", "s.lee", *BECAUSE), "whose clients, and which of them?"),
        (("c-in1", "--all", "--from", "n.intern", "--to", "s.lee", *BECAUSE), "whose clients, and which of them?"),
        (("--all", "--to", "s.lee", *BECAUSE), "whose clients, and which of them?"),
        (("c-ab1", "--to", "m.kowalski", *BECAUSE), "c-ab1 is m.kowalski's already"),
        (("--all", "--from", "s.lee", "--to", "s.lee", *BECAUSE), "--from and --to are both s.lee"),
        (("--all", "--from", "s.lee", "--to", "n.intern", *BECAUSE), "s.lee has no clients in treatment"),
        (("c-zz9", "--to", "s.lee", *BECAUSE), "c-zz9"),
    ],
    ids=[
        "nobody",
        "no reason",
        "a slip",
        "empty",
        "nothing",
        "both",
        "all of whom",
        "theirs",
        "the same",
        "none",
        "no such",
    ],
)
def test_what_can_t_be_is_refused_and_nothing_is_written(clinic, goalctl, words, why):
    before = texts(clinic)
    refused = goalctl("transfer", *words)
    assert (refused.status in {2, 3}, why in refused.err) == (True, True), refused.err
    assert texts(clinic) == before


@pytest.mark.usefixtures("signed")
def test_a_summary_of_each_goes_into_a_folder_for_its_owner_alone(goalctl, tmp_path):
    folder = tmp_path / "out"
    goalctl(*ALL, "-o", folder, status=0)
    summary = folder / "c-in1-transfer-2026-03-02.md"
    assert sorted(path.name for path in folder.iterdir()) == [summary.name, "c-in2-transfer-2026-03-02.md"]
    assert (folder.stat().st_mode & 0o777, summary.stat().st_mode & 0o777) == (0o700, 0o600)
    text = summary.read_text(encoding="utf-8")
    assert "- **Handed over:** 2026-03-02, N. Intern to S. Lee, LCSW: end of term" in text
    assert "- **Next appointment:** 2026-03-03" in text
    assert re.findall(r"^- (Clinician.*?):", text, re.MULTILINE) == ["Clinician until then", "Clinician"]
    assert text.index("## Risk") < text.index("## What comes next") < text.index("## Progress")


def test_where_a_summary_can_t_go_nothing_changes_hands(signed, goalctl, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "c-in2-transfer-2026-03-02.md").write_text("mine", encoding="utf-8")
    before = texts(signed)
    assert "is there already" in goalctl(*ALL, "-o", tmp_path / "out", status=2).err
    assert texts(signed) == before


@pytest.mark.usefixtures("clinic")
def test_of_one_client_the_summary_can_be_had_at_any_time(goalctl):
    for words in ((), ("--format", "html")):
        assert "Transfer summary" in goalctl("report", "c-ab1", "--kind", "transfer", *words, status=0).out
    assert "Handed over" not in goalctl("report", "c-ab1", "--kind", "transfer").out
