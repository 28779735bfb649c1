"""`--today` says from which day things are seen; when an entry was written, the machine's clock says."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from keyboard import Person

from goalctl.documents.read import read_data

SEEN_FROM = "2026-02-10"
WRITES = {
    "a session": (("log-session", "c-ab1", "g1.1=3"), ("sessions", -1)),
    "an assessment": (("assess", "c-ab1", "gad-7", "--total", "12"), ("sessions", -1)),
    "a risk": (("risk", "c-ab1", "--level", "low", "--date", SEEN_FROM), ("sessions", -1)),
    "a change": (("set", "c-ab1", "g1", "target=5", "--because", "x"), ("changes", -1)),
    "a mark": (("mark", "c-ab1", "g1.1", "reserve", "--because", "x"), ("changes", -1)),
    "an extension": (("extend", "c-ab1", "g1", "+4w", "--because", "x"), ("changes", -1)),
    "a review": (("review", "c-ab1", "--decision", "g1=continue"), ("reviews", -1)),
    "an agreement": (("agree", "c-ab1", "--how", "signed"), ("agreements", -1)),
    "an amendment": (("amend", "c-ab1", "abc123", "g1.1=2", "--because", "x"), ("sessions", 0, "amended", -1)),
    "a void": (("void", "c-ab1", "abc123", "--because", "x"), ("sessions", 0, "void")),
}


def now(zone=None):
    """The minute that it is."""
    return f"{datetime.now(zone and ZoneInfo(zone)):%Y-%m-%dT%H:%M}"


def entry_at(plan_file, path):
    found, _ = read_data(plan_file.read_text(encoding="utf-8"))
    for step in path:
        found = found[step]
    return found


@pytest.mark.parametrize(("words", "path"), WRITES.values(), ids=WRITES.keys())
def test_the_day_is_the_one_that_was_stated_and_the_moment_is_the_machine_s(goalctl, plan_file, words, path):
    before = now()
    goalctl("--today", SEEN_FROM, *words, status=0)
    entry = entry_at(plan_file, path)
    assert entry.get("on", entry.get("date")) == SEEN_FROM
    assert before <= entry["written"] <= now()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"], ids=["a day ahead", "a day behind"])
def test_the_moment_is_told_in_the_practice_s_time_zone(goalctl, practice, plan_file, zone):
    (practice / "goalctl.yaml").write_text(f"clinician: m.kowalski\ntimezone: {zone}\n", encoding="utf-8")
    before = now(zone)
    goalctl("--today", SEEN_FROM, "log-session", "c-ab1", "g1.1=3", status=0)
    assert before <= entry_at(plan_file, ("sessions", -1))["written"] <= now(zone)


def test_what_was_written_first_keeps_its_moment(goalctl, plan_file):
    earlier = "date: 2026-02-02\n    written: 2026-02-02T18:30"
    text = plan_file.read_text(encoding="utf-8").replace("date: 2026-02-02", earlier).replace("format: 1", "format: 2")
    plan_file.write_text(text, encoding="utf-8")
    goalctl("amend", "c-ab1", "def456", "g1.1=3", "--because", "x", status=0)
    goalctl("void", "c-ab1", "def456", "--because", "x", status=0)
    assert entry_at(plan_file, ("sessions", -1))["written"] == "2026-02-02T18:30"


def test_what_a_person_sees_before_saving_has_the_ids_that_are_saved(practice, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("2, 2, 2, 2]", "2, 2, 2, 0]"), encoding="utf-8")  # no risk to ask about
    person = Person(practice, "log-session", "c-ab1")
    person.answers("", "3", "", "", "", "Ran once.", "g1.1: run; read", "", "")
    assert person.leaves() == 0
    session = entry_at(plan_file, ("sessions", -1))
    saved = [session["id"], *(task["id"] for task in session["homework"])]
    assert re.findall(r"^\+.*\bid: (\w+)", person.screen, re.MULTILINE) == saved
    assert person.screen.endswith(f"\n{session['id']}\n")


@pytest.mark.parametrize("item", ["g1", "g1.1"])
def test_a_deadline_that_had_not_been_moved_by_a_day_was_not_extended_by_then(goalctl, item):
    """The moves have no moment of their own: the first deadline stood there, 'extended 1 time'."""
    before = goalctl("--today", "2026-02-20", "show", "c-ab1", status=0).out
    goalctl("--today", SEEN_FROM, "extend", "c-ab1", item, "+20w", "--because", "two weeks of flu", status=0)
    assert "extended 1 time" in goalctl("--today", "2026-02-20", "show", "c-ab1", status=0).out
    recorded = goalctl("--today", "2026-02-20", "show", "c-ab1", "--recorded", "2026-02-20", status=0).out
    assert "extended" not in recorded
    assert [line for line in before.splitlines() if "  deadline" in line] == [
        line for line in recorded.splitlines() if "  deadline" in line
    ]
