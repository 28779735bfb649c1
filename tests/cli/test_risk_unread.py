"""Risk in a plan that can't be read, and in two episodes of one client, where colleagues and the office look."""

import json

import pytest
from clinic_of_three import make_clinic

BROKEN = """\
client: c-in1
clinician: n.intern
supervisor: s.lee
opened: 2026-01-05
bogus: 1
sessions:
  - {id: abc123, date: 2026-02-16, by: n.intern, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2]}}
"""
WORDS = "suicide: phq-9 q9 endorsed (2) on 2026-02-16, no follow-up recorded"
UNREAD = "risk can't be read: mend the file"
FOLLOW_UP = "clinical follow-up due"


@pytest.fixture
def clinic(practice):
    make_clinic(practice)
    (practice / "plans" / "c-in1.yaml").write_text(BROKEN, encoding="utf-8")
    (practice / "plans" / "c-in9.yaml").write_text("client: c-in9\nsessions: [\n", encoding="utf-8")
    return practice


def told(goalctl, *words, rows="lines", part="risk"):
    """The clients with risk, each with the beginning of its sentence."""
    found = json.loads(goalctl(*words, "--format", "json", status=3).out)[rows]
    return {(one["client"], one["what"].partition("; ")[0]) for one in found if one["part"] == part}


@pytest.mark.usefixtures("clinic")
def test_the_agenda_of_supervision_tells_it(goalctl):
    assert told(goalctl, "supervise", "--agenda", "n.intern") == {("c-in1", WORDS), ("c-in9", UNREAD)}
    assert told(goalctl, "supervise", "--agenda", "s.lee") == {("c-in9", UNREAD)}


@pytest.mark.usefixtures("clinic")
def test_whoever_covers_has_it_on_the_sheet_before_everything_else_and_afterwards(goalctl):
    goalctl("cover", "n.intern", "--by", "s.lee", "--to", "fri", status=3)
    assert told(goalctl, "cover", "n.intern") == {("c-in1", WORDS), ("c-in9", UNREAD)}
    assert told(goalctl, "cover", "n.intern", "--back") == {("c-in1", WORDS), ("c-in9", UNREAD)}
    rows = [line.split()[:2] for line in goalctl("cover", "n.intern", status=3).out.splitlines()[1:]]
    assert [row for row in rows if row[1] != "mend"][:2] == [["c-in9", "risk"], ["c-in1", "risk"]]


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(
    ("whose", "clients"),
    [
        ((), {"c-in1", "c-in9"}),
        (("--clinician", "n.intern"), {"c-in1", "c-in9"}),
        (("--clinician", "s.lee"), {"c-in9"}),
    ],
    ids=["everybody's", "hers", "another's"],
)
def test_the_office_knows_that_somebody_has_to_follow_it_up(goalctl, whose, clients):
    told_ = goalctl("office", *whose, "--format", "json", status=3)
    rows = json.loads(told_.out)["office"]
    assert {row["client"] for row in rows if row["part"] == FOLLOW_UP} - {"c-ab1"} == clients
    assert "suicide" not in told_.out
    assert "2 files could not be read" in told_.err


def test_how_many_files_could_not_be_read_is_not_how_much_is_wrong_in_them(clinic, goalctl):
    (clinic / "plans" / "c-in9.yaml").write_text("client: c-in9\nbogus: 1\nother: 2\n", encoding="utf-8")
    assert "2 files could not be read" in goalctl("office", status=3).err


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize("command", ["due", "caseload"])
@pytest.mark.parametrize(("whose", "clients"), [("s.lee", {"c-in1", "c-in9"}), ("m.kowalski", {"c-in9"})])
@pytest.mark.parametrize("memory", [(), ("--no-index",)], ids=["remembered", "anew"])
def test_a_supervisor_sees_it_in_the_plans_under_them(goalctl, command, whose, clients, memory):
    for _ in range(2):
        found = goalctl(*memory, command, "--supervisor", whose, "--format", "json", status=3).out
        assert {row["client"] for row in json.loads(found)["risk"]} == clients


def test_of_two_episodes_only_the_later_one_is_followed_up_covered_and_handed_over(practice, goalctl):
    make_clinic(practice)
    ended = BROKEN.replace("bogus: 1", "status: discharged\ndischarge: {on: 2026-02-20, reason: completed}")
    (practice / "plans" / "c-in1.yaml").write_text(ended, encoding="utf-8")
    later = "client: c-in3\nclinician: n.intern\nprevious: c-in1\nopened: 2026-02-25\n"
    (practice / "plans" / "c-in3.yaml").write_text(later, encoding="utf-8")
    rows = json.loads(goalctl("office", "--format", "json", status=0).out)["office"]
    in_need = {row["client"] for row in rows if row["part"] == FOLLOW_UP}
    assert in_need & {"c-in1", "c-in3"} == {"c-in3"}
    goalctl("cover", "n.intern", "--by", "s.lee", "--to", "fri", status=0)
    lines = json.loads(goalctl("cover", "n.intern", "--format", "json", status=0).out)["lines"]
    assert {line["client"] for line in lines} == {"c-in2", "c-in3"}


@pytest.mark.parametrize(("day", "clients"), [("2020-01-04", set()), ("2020-02-28", set()), ("2020-02-29", {"c-in1"})])
def test_on_an_earlier_day_nothing_of_a_later_one_stands_in_it(practice, goalctl, day, clients):
    then = BROKEN.replace("2026-01-05", "2020-01-05").replace("2026-02-16", "2020-02-29")
    (practice / "plans" / "c-in1.yaml").write_text(then, encoding="utf-8")
    found = [
        goalctl("--today", day, *how, "due", "--format", "json", status=3).out for how in ((), (), ("--no-index",))
    ]
    assert len(set(found)) == 1
    assert {row["client"] for row in json.loads(found[0])["risk"]} == clients
    assert ("RISK: suicide" in goalctl("--today", day, "crisis", "c-in1", status=3).out) is bool(clients)


@pytest.mark.parametrize(("day", "clients"), [("2020-02-28", set()), ("2020-02-29", {"c-in3"})])
def test_nor_of_the_episode_before_it(practice, goalctl, day, clients):
    ended = BROKEN.replace("bogus: 1", "status: discharged\ndischarge: {on: 2020-03-01, reason: completed}")
    then = ended.replace("2026-01-05", "2020-01-05").replace("2026-02-16", "2020-02-29")
    (practice / "plans" / "c-in1.yaml").write_text(then, encoding="utf-8")
    later = "client: c-in3\nbogus: 1\nopened: 2020-01-20\nprevious: c-in1\n"
    (practice / "plans" / "c-in3.yaml").write_text(later, encoding="utf-8")
    for how in ((), ("--no-index",)):
        rows = json.loads(goalctl("--today", day, *how, "due", "--format", "json", status=3).out)["risk"]
        assert {row["client"] for row in rows} - {"c-in1"} == clients
