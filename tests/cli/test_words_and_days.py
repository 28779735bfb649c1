"""Days, stretches, percent signs and a practice's own keys, as people type them on a command line."""

import pytest

from goalctl.documents.read import read_data


def goal(plan_file, place=-1):
    return read_data(plan_file.read_text(encoding="utf-8"))[0]["goals"][place]


@pytest.mark.parametrize("said", ["2 weeks", "in 2 weeks", "+2w", "16 March", "March 16", "2026-03-16"])
def test_a_deadline_is_said_in_many_ways_and_echoed_as_one_day(goalctl, plan_file, said):
    added = goalctl("add-goal", "c-ab1", "Sleeps through", "--deadline", said, status=0)
    assert "time_bound: {deadline: 2026-03-16}" in added.err
    assert goal(plan_file)["smart"]["time_bound"]["deadline"] == "2026-03-16"


@pytest.mark.parametrize(
    ("said", "day"), [("-0d", "Mon 2026-03-02"), ("3 days ago", "Fri 2026-02-27"), ("fri", "Fri 2026-02-27")]
)
def test_a_past_day_is_said_in_many_ways_and_echoed(goalctl, said, day):
    assert f"logged a session of {day}:" in goalctl("log-session", "c-ab1", "--date", said, status=0).err


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("02/13/2026", "write 2026-02-13"),
        ("03/02/2026", "this can be read two ways; write 2026-02-03 or 2026-03-02"),
        ("last friday", "write 2026-02-27 or 2026-02-20"),
        ("3 March 2026", "write a day up to today"),
    ],
)
def test_what_is_no_past_day_or_two_is_refused(goalctl, plan_file, said, hint):
    before = plan_file.read_bytes()
    assert goalctl("log-session", "c-ab1", "--date", said, status=2).err.endswith(f"hint: {hint}\n")
    assert plan_file.read_bytes() == before


def test_the_next_appointment_today_is_refused_and_no_bug(goalctl):
    assert "2026-03-02 is not after the session" in goalctl("log-session", "c-ab1", "--next", "+0d", status=2).err


def test_a_percent_sign_is_what_people_write(goalctl, plan_file):
    words = ["--by", "percent", "--of", "screens negative", "--baseline", "40%", "--target", "90 %"]
    goalctl("add-goal", "c-ab1", "Screens negative", *words, status=0)
    goalctl("set", "c-ab1", "g2", "target=85%", status=0)
    assert goal(plan_file)["smart"]["measurable"] | {"of": ""} == {
        "by": "percent",
        "of": "",
        "baseline": "40",
        "target": "85",
    }


def test_a_percent_sign_where_no_percentage_is_scored_is_refused(goalctl):
    refused = goalctl("add-goal", "c-ab1", "Lighter", "--by", "rating", "--baseline", "4%", "--target", "8", status=2)
    assert "'4%' is not a number" in refused.err


def test_a_stretch_is_said_in_words(goalctl, plan_file):
    goalctl("set", "c-ab1", "plan", "review_every=12 weeks", "--because", "stable", status=0)
    assert "review_every: 12w\n" in plan_file.read_text(encoding="utf-8")
    assert goalctl("due", "--within", "2 weeks").out == goalctl("due", "--within", "2w").out


@pytest.mark.parametrize(("item", "line"), [("plan", "x-level: 2.1\n"), ("g1", "    x-level: 2.1\n")])
def test_a_key_of_the_practice_is_set_changed_and_taken_away_on_record(goalctl, plan_file, item, line):
    goalctl("set", "c-ab1", item, "x-level=1", "--because", "ASAM", status=0)
    changed = goalctl("set", "c-ab1", item, "x-level=2.1", "--because", "ASAM", status=0)
    assert "x-level 1 → 2.1:" in changed.err
    assert line in plan_file.read_text(encoding="utf-8")
    assert "reads so already" in goalctl("set", "c-ab1", item, "x-level=2.1", "--because", "ASAM", status=2).err
    goalctl("set", "c-ab1", item, "x-level=", "--because", "ended", status=0)
    assert line not in plan_file.read_text(encoding="utf-8")
