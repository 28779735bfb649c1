"""What a person changes in a plan's file with their own hands is on record too: from what, to what."""

import subprocess
from datetime import date, datetime

import pytest

from goalctl.documents.change import SetScalar
from goalctl.documents.read import read_data
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.by_hand import changes_by_hand
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import change_plan, replace_plan
from tests.cli.trailing import PLAN, Watched, plan_from

DAY = date(2026, 3, 2)
BEFORE = PLAN.replace("status: active\n", "status: active\nvalues: [patience]\n", 1).replace(
    "        deadline: 2026-03-31\n",
    "        deadline: 2026-03-31\n        interventions: [{id: i1, what: Activation, every: 1w}]\n",
)
ALTERED = {
    "a target": ("target: 9}", "target: 5}", ("g1", "smart.measurable.target", "9", "5")),
    "a goal's wording": ("Keeps the flat", "Has it", ("g3", "goal", "Keeps the flat in order", "Has it in order")),
    "an objective's wording": ("Calls a", "Meets a", ("g1.3", "objective", "Calls a friend", "Meets a friend")),
    "a problem's wording": ("Low mood", "Grief", ("p1", "problem", "Low mood", "Grief")),
    "an intervention": ("every: 1w", "every: 2w", ("g1.1.i1", "every", "1w", "2w")),
    "a status": ("status: active\n    opened", "status: reserve\n    opened", ("g1", "status", "active", "reserve")),
    "a deadline": ("deadline: 2026-03-31", "deadline: 2026-04-15", ("g1.1", "deadline", "2026-03-31", "2026-04-15")),
    "something new": ("priority: 1", "priority: 1, deadline: 2026-04-15", ("g1.3", "deadline", None, "2026-04-15")),
    "something gone": (", priority: 2", "", ("g1.2", "priority", "2", None)),
    "something of the plan": ("clinician: m.kowalski", "clinician: s.lee", (None, "clinician", "m.kowalski", "s.lee")),
    "a value added": ("[patience]", "[patience, humour]", (None, "values", None, "humour")),
    "a value replaced": ("[patience]", "[humour]", (None, "values", ["patience"], ["humour"])),
    "an objective removed": (
        "      - {id: g1.2, objective: Sleeps before midnight, status: reserve, priority: 2}\n",
        "",
        ("g1.2", "objective", "Sleeps before midnight", None),
    ),
    "a goal removed": (
        "  - id: g3\n    goal: Keeps the flat in order\n    status: reserve\n",
        "",
        ("g3", "goal", "Keeps the flat in order", None),
    ),
    "a draft": ("Sees friends again", "Sees two friends", ("g2", "goal", "Sees friends again", "Sees two friends")),
}  # fmt: skip
UNTRAILED = {
    "nothing": ("", ""),
    "a comment": ("goals:\n", "# the goals\ngoals:\n"),
    "another layout": ("{id: p1, problem: Low mood}", "id: p1\n    problem: Low mood"),
    "a new goal": ("  - id: g2\n", "  - {id: g4, goal: Sleeps, status: draft}\n  - id: g2\n"),
    "an entry": ("sessions:\n", "sessions:\n  - {id: xyz789, date: 2026-02-09, note: x}\n"),
    "a score": ("scores: {g1.1: 2}", "scores: {g1.1: 3}"),
}
RESTED = "holds:\n  - {from: 2026-01-12, to: 2026-01-20, because: abroad}\n  - {from: 2026-02-10}\n"
ENDED = "discharge: {on: 2026-02-20, reason: moved, outcomes: {g1: partly}}\n"
THE_END = {
    "the day of a hold": (RESTED, ("to: 2026-01-20", "to: 2026-01-21"), [("holds", "{from")]),
    "a hold that is gone": (RESTED, ("  - {from: 2026-02-10}\n", ""), [("holds", "{from")]),
    "a hold that ended": (RESTED, ("02-10}", "02-10, to: 2026-02-15}"), []),
    "an earlier hold": (RESTED, ("holds:\n", "holds:\n  - {from: 2026-01-06, to: 2026-01-07}\n"), []),
    "the day of the end": (ENDED, ("2026-02-20", "2026-02-13"), [("discharge.on", "2026-02-20")]),
    "why it ended": (ENDED, ("moved", "goals reached"), [("discharge.reason", "moved")]),
    "an outcome": (ENDED, ("partly", "achieved"), [("discharge.outcomes", "{g1")]),
    "what was put in afterwards": (ENDED, ("moved,", "moved, open_risk: none,"), [("discharge.open_risk", "None")]),
    "no end": (ENDED, (ENDED, ""), [("discharge", "{on")]),
    "a wish": ("discovery: {magic_wand: [{wish: sleep}]}\n", ("sleep", "rest"), [("discovery.magic_wand", "{wish")]),
    "one wish more": ("discovery: {magic_wand: [{wish: sleep}]}\n", ("sleep}", "sleep}, {wish: calm}"), []),
}  # fmt: skip
OWN = "changes:\n  - {{on: 2026-03-02, of: g1, what: {}, from: 9, to: 5, because: he wants more}}\nsessions:\n"


def altered(*changes):
    text = BEFORE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def trail(text):
    """What would be put on record, as `of`, `what`, `from` and `to`."""
    edits = changes_by_hand(plan_from(BEFORE), plan_from(text), Trail(DAY))
    return [tuple(edit.value.get(key) for key in ("of", "what", "from", "to")) for edit in edits]


@pytest.mark.parametrize(("old", "new", "change"), ALTERED.values(), ids=ALTERED.keys())
def test_what_was_altered_is_told_from_what_to_what(old, new, change):
    assert trail(altered((old, new))) == [change]


@pytest.mark.parametrize(("old", "new"), UNTRAILED.values(), ids=UNTRAILED.keys())
def test_what_is_as_it_was_and_what_is_new_needs_no_trail(old, new):
    assert trail(altered((old, new))) == []


@pytest.mark.parametrize(("said", "change", "told"), THE_END.values(), ids=THE_END.keys())
def test_a_hold_the_end_and_a_wish_are_trailed_when_they_read_otherwise(said, change, told):
    """The holds and the end could be altered, or taken away, and neither the trail nor `check --against` told it."""
    before = BEFORE.replace("sessions:\n", f"{said}sessions:\n", 1)
    after = before.replace(*change, 1)
    assert after != before
    edits = changes_by_hand(plan_from(before), plan_from(after), Trail(DAY))
    first = [str(edit.value.get("from")).strip("[").replace("'", "") for edit in edits]
    assert [(edit.value["what"], was.partition(":")[0]) for edit, was in zip(edits, first, strict=True)] == told


ASIDE = "measured_before: [{until: 2026-02-01, by: rating, target: 8}]"
MOVED = "extended: [{on: 2026-02-01, from: 2026-03-15, because: ill}]"
PUT_ASIDE = {
    "a former measure": (ASIDE, ("target: 8", "target: 3"), ["smart.measured_before"]),
    "a former measure that is gone": (ASIDE, (ASIDE, "specific: x"), ["smart.specific", "smart.measured_before"]),
    "one more": (ASIDE, ("8}", "8}, {until: 2026-02-20, by: done}"), []),
    "a former deadline": (f"time_bound: {{{MOVED}}}", ("03-15", "03-08"), ["smart.time_bound.extended"]),
}


@pytest.mark.parametrize(("said", "change", "told"), PUT_ASIDE.values(), ids=PUT_ASIDE.keys())
def test_what_was_put_aside_is_trailed_when_it_reads_otherwise(said, change, told):
    """Earlier scores are read by the former measure: its target could be altered, and nothing told it."""
    before = BEFORE.replace("  - id: g2\n", f"  - id: g4\n    goal: Sleeps\n    smart: {{{said}}}\n  - id: g2\n", 1)
    edits = changes_by_hand(plan_from(before), plan_from(before.replace(*change, 1)), Trail(DAY))
    assert [edit.value["what"] for edit in edits] == told


def test_each_thing_that_was_altered_has_an_entry_of_its_own():
    text = altered(("target: 9}", "target: 5}"), ("Low mood", "Grief"), ("[patience]", "[patience, humour, calm]"))
    assert trail(text) == [
        (None, "values", None, "humour"),
        (None, "values", None, "calm"),
        ("p1", "problem", "Low mood", "Grief"),
        ("g1", "smart.measurable.target", "9", "5"),
    ]


@pytest.mark.parametrize("key", ["target", "smart.measurable.target"])
def test_what_the_person_put_on_record_themselves_is_not_doubled(key):
    text = altered(("target: 9}", "target: 5}"), ("Low mood", "Grief"), ("sessions:\n", OWN.format(key)))
    assert trail(text) == [("p1", "problem", "Low mood", "Grief")]


def test_an_entry_about_something_else_does_not_stand_for_it():
    text = altered(("target: 9}", "target: 5}"), ("sessions:\n", OWN.format("target").replace("of: g1", "of: g1.1")))
    assert trail(text) == [("g1", "smart.measurable.target", "9", "5")]


def clock(_timezone):
    return datetime(2026, 11, 26, 15, 40)  # noqa: DTZ001 - a practice's own clock


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(BEFORE, encoding="utf-8")
    return Watched(plan_file)


def test_a_text_put_in_the_place_of_another_carries_its_trail(practice, plan):
    (file,) = scan(practice).files
    text = altered(("target: 9}", "target: 5}")).encode()
    replace_plan(practice_at(practice, clock), file, BEFORE.encode(), text, Trail(DAY, "s.lee", because="clearer"))
    assert plan.changed == (
        "+format: 2\n"
        "-      measurable: {by: phq-9, baseline: 18, target: 9}   # agreed in the third session\n"
        "+      measurable: {by: phq-9, baseline: 18, target: 5}   # agreed in the third session\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: s.lee\n"
        "+    of: g1\n"
        "+    what: smart.measurable.target\n"
        "+    from: 9\n"
        "+    to: 5\n"
        "+    because: clearer\n"
        "+\n"
    )


def test_a_text_that_says_the_same_is_saved_as_it_is(practice, plan):
    (file,) = scan(practice).files
    text = altered(("goals:\n", "# the goals\ngoals:\n"))
    replace_plan(practice_at(practice, clock), file, BEFORE.encode(), text.encode(), Trail(DAY))
    assert plan.text == text


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def committed(practice, plan):
    """The practice as goalctl keeps it in git, and the plan as it was committed."""
    (practice / "goalctl.yaml").write_text("clinician: m.kowalski\ncommit: true\n", encoding="utf-8")
    git(practice, "init", "--quiet")
    git(practice, "config", "user.name", "M. Kowalski")
    git(practice, "config", "user.email", "mk@example.org")
    git(practice, "add", ".")
    git(practice, "commit", "--quiet", "--message", "begin")
    return plan


def noted(practice, day):
    """An entry is written into the plan, as a command would do."""
    (file,) = scan(practice).files
    entry = {"date": day, "note": "x"}
    change_plan(practice_at(practice, clock), file, lambda plan: [append_edit(plan, "sessions", entry)])


def changes_in(plan):
    data, _ = read_data(plan.text)
    return [{key: entry[key] for key in entry if key != "id"} for entry in data.get("changes", [])]


BY_HAND = {
    "on": "2026-11-26", "written": "2026-11-26T15:40", "of": "g1", "what": "smart.measurable.target", "from": "9",
    "to": "5", "because": "edited by hand",
}  # fmt: skip


def test_where_goalctl_commits_an_edit_by_hand_is_trailed_by_the_next_command_and_once(practice, committed):
    committed.path.write_text(altered(("target: 9}", "target: 5}")), encoding="utf-8")
    noted(practice, "2026-03-02")
    assert changes_in(committed) == [BY_HAND]
    noted(practice, "2026-03-03")
    assert changes_in(committed) == [BY_HAND]


def test_there_too_what_the_person_put_on_record_is_not_doubled(practice, committed):
    text = altered(("target: 9}", "target: 5}"), ("sessions:\n", OWN.format("target")))
    committed.path.write_text(text, encoding="utf-8")
    noted(practice, "2026-03-02")
    assert [change["because"] for change in changes_in(committed)] == ["he wants more"]


def test_where_goalctl_does_not_commit_nobody_knows_what_it_was_before(practice, plan):
    plan.path.write_text(altered(("target: 9}", "target: 5}")), encoding="utf-8")
    noted(practice, "2026-03-02")
    assert changes_in(plan) == []


def test_what_goalctl_saved_and_git_did_not_take_is_no_edit_by_hand(practice, committed):
    git(practice, "checkout", "--quiet", "--detach")
    (file,) = scan(practice).files
    change_plan(practice_at(practice, clock), file, lambda _: [SetScalar(("status",), "on-hold")])
    noted(practice, "2026-03-02")
    assert changes_in(committed) == []


def test_an_edit_by_hand_before_a_text_is_put_in_its_place_is_trailed_as_well(practice, committed):
    by_hand = altered(("target: 9}", "target: 5}"))
    committed.path.write_text(by_hand, encoding="utf-8")
    (file,) = scan(practice).files
    text = by_hand.replace("Low mood", "Grief").encode()
    replace_plan(practice_at(practice, clock), file, by_hand.encode(), text, Trail(DAY, because="edited as a text"))
    assert [(change["of"], change["because"]) for change in changes_in(committed)] == [
        ("g1", "edited by hand"),
        ("p1", "edited as a text"),
    ]
