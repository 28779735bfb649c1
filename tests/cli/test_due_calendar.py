"""`goalctl due --format ics`, read back by another library than the one that wrote it."""

import sys

import pytest
import vobject

EVENT = """\
BEGIN:VEVENT
SUMMARY:c-ab1 g1 deadline
DTSTART;VALUE=DATE:20260228
DTEND;VALUE=DATE:20260301
DTSTAMP:20260302T000000Z
UID:4bf29467-9724-53ca-a2a7-3ed80718e146
CATEGORIES:deadline
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
"""


@pytest.fixture
def events(goalctl):
    """The events of the calendar, by their summary."""

    def read(*options, status=0):
        text = goalctl("due", "--within", "1y", "--format", "ics", *options, status=status).out
        return {event.summary.value: event for event in vobject.readOne(text).vevent_list}

    return read


@pytest.fixture
def checkpoints(goalctl):
    """The events about checkpoints: each one's day and UID."""

    def read(today):
        text = goalctl("--today", today, "due", "--within", "1y", "--format", "ics", status=0).out
        events = [event for event in vobject.readOne(text).vevent_list if event.categories.value == ["checkpoint"]]
        return {str(event.dtstart.value): event.uid.value for event in events}

    return read


def change(plan_file, old, new):
    text = plan_file.read_text(encoding="utf-8")
    assert old in text
    plan_file.write_text(text.replace(old, new), encoding="utf-8")


def test_another_library_reads_every_deadline_on_its_day(events):
    days = {summary: str(event.dtstart.value) for summary, event in events().items()}
    assert days == {
        "c-ab1 clinical follow-up due": "2026-03-02",
        "c-ab1 signature": "2026-01-12",
        "c-ab1 g1 deadline": "2026-02-28",
        "c-ab1 g1.1 deadline": "2026-03-10",
        "c-ab1 review": "2026-04-05",
    }


def test_an_event_is_a_private_day_that_blocks_nothing(goalctl):
    assert EVENT.replace("\n", "\r\n") in goalctl("due", "--format", "ics").out


def test_a_deadline_that_moves_is_the_same_event_on_another_day(events, plan_file):
    before = events()["c-ab1 g1 deadline"]
    change(plan_file, "deadline: 2026-02-28", "deadline: 2026-03-20")
    after = events()["c-ab1 g1 deadline"]
    assert after.uid.value == before.uid.value
    assert str(after.dtstart.value) == "2026-03-20"


def test_a_checkpoint_that_was_kept_leaves_the_others_what_they_were(checkpoints, plan_file):
    change(plan_file, "deadline: 2026-02-28", "deadline: 2026-08-28, checkpoints: [2026-04-01, 2026-05-01, 2026-06-01]")
    planned = checkpoints("2026-03-02")
    change(plan_file, "\nsessions:", "\nreviews: [{on: 2026-03-30, of: g1}]\n\nsessions:")
    assert len(set(planned.values())) == 3
    assert checkpoints("2026-04-02") == {day: uid for day, uid in planned.items() if day != "2026-04-01"}


def test_words_come_only_when_asked_for(events, goalctl):
    assert "depression" not in goalctl("due", "--format", "ics").out
    assert events("--words")["c-ab1 g1 deadline"].description.value == "Fewer symptoms of depression"


def test_a_plan_that_cannot_be_read_is_an_event_of_today(events, plan_file):
    plan_file.write_text("client: [\n", encoding="utf-8")
    found = events(status=3)
    follow_up, fault = sorted(found)
    assert follow_up == "c-ab1 clinical follow-up due"
    assert fault.startswith("plans/c-ab1.yaml:")
    assert {str(event.dtstart.value) for event in found.values()} == {"2026-03-02"}


def test_nothing_due_is_an_empty_calendar(goalctl):
    text = goalctl("--today", "2026-01-06", "due", "--format", "ics", status=0).out
    assert "BEGIN:VEVENT" not in text
    assert vobject.readOne(text).name == "VCALENDAR"


def test_without_the_library_the_extra_is_named(goalctl, monkeypatch):
    monkeypatch.delitem(sys.modules, "goalctl.views.listings.calendar", raising=False)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert goalctl("due", "--format", "ics", status=3).err == (
        "goalctl: --format ics needs the icalendar library\n   hint: install it: pip install 'goalctl[calendar]'\n"
    )
