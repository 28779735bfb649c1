"""Corrections keep the original: amend, void, sign, and what readers and `due` make of them."""

import difflib
import re

import pytest
from stamps import steady

RISK = (
    "suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, "
    "the last on 2026-02-02"
)
WHOSE = "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"


@pytest.fixture
def lines(plan_file):
    """What has changed in the plan's file since the test began, as `git diff -U0` shows it."""
    before = plan_file.read_text(encoding="utf-8").splitlines()

    def changed():
        after = plan_file.read_text(encoding="utf-8").splitlines()
        found = difflib.unified_diff(before, after, n=0, lineterm="")
        return [steady(line) for line in found if line[:2] not in {"--", "++", "@@"}]

    return changed


def test_an_amendment_stands_beside_what_was_written_first(goalctl, lines):
    outcome = goalctl("amend", "c-ab1", "abc123", "g1.1=2", "--because", "one day was forgotten", status=0)
    assert outcome.out == ""
    assert steady(outcome.err) == (
        f"{WHOSE}amended abc123 2026-01-12 session; the original stays:\n"
        "-format: 1\n"
        "+format: 2\n"
        "+    amended:\n"
        "+      - id: ……\n"
        "+        on: 2026-03-02\n"
        "+        written: …\n"
        "+        by: m.kowalski\n"
        "+        set: {scores.g1.1: 2}\n"
        "+        because: one day was forgotten\n"
    )
    assert lines() == steady(outcome.err).splitlines()[2:]


def test_readers_take_the_entry_as_amended(goalctl):
    goalctl(
        "amend", "c-ab1", "last", "g1.1=3", "note=Walked with the dog", "--because", "read from the diary", status=0
    )
    page = goalctl("show", "c-ab1", status=0).out
    assert "now 3 on 2026-02-02" in page
    assert "  Walked with the dog\n" in page
    assert (
        "  amended 2026-03-02 by m.kowalski: scores.g1.1 3 (was 2), note Walked with the dog (was nothing): "
        "read from the diary\n"
    ) in page
    assert "1 entry amended: 2026-02-02 def456\n" in page


def test_a_second_amendment_says_what_the_first_one_said(goalctl):
    goalctl("amend", "c-ab1", "last", "g1.1=3", "--because", "first", status=0)
    goalctl("amend", "c-ab1", "last", "g1.1=4", "--because", "second", status=0)
    assert "scores.g1.1 4 (was 3): second\n" in goalctl("show", "c-ab1").out


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (["g1.1=9"], "E231]: g1.1's score 9 is above its scale's maximum, 7"),
        (["g9=1"], "E202]: there is no g9 in this plan"),
        (["worked_on=g7"], "E202]: there is no g7 in this plan"),
    ],
    ids=["off the scale", "an unknown goal", "an unknown reference"],
)
def test_an_amendment_that_would_not_be_valid_is_refused(goalctl, lines, fields, said):
    outcome = goalctl("amend", "c-ab1", "last", *fields, "--because", "x", status=3)
    assert outcome.err.startswith("goalctl: the entry was not amended: what you gave does not fit\n")
    assert said in outcome.err
    assert lines() == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["last", "note"], "'note' is not understood"),
        (["last", "notes=x"], "there is no key 'notes' here"),
        (["last", "id=x"], "id is not changed here"),
        (["last", "kind=seesion"], "kind: 'seesion' is not one of the words that can stand here"),
        (["last", "phq-9=40"], "forms.phq-9: 40 is above the PHQ-9's maximum, 27"),
        (["last", "g1.1=1", "g1.1=2"], "g1.1 is given twice"),
        (["zzz", "note=x"], "c-ab1 has no entry zzz"),
        (["2026-02-03", "note=x"], "c-ab1 has no entry 2026-02-03"),
        (["last"], "KEY=VALUE is missing: what is to read differently?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_command_line_is_a_usage_error(goalctl, lines, words, message):
    outcome = goalctl("amend", "c-ab1", *words, "--because", "x", status=2)
    assert outcome.err.splitlines()[0] == f"goalctl: {message}"
    assert lines() == []


def test_why_is_asked_for(goalctl):
    outcome = goalctl("amend", "c-ab1", "last", "g1.1=3", status=2)
    assert outcome.err == (
        "goalctl: --because is missing: why?\n"
        "   hint: One sentence for whoever reads the plan later; it stays on record.\n"
    )


def test_saying_the_same_again_is_no_amendment(goalctl, lines):
    outcome = goalctl("amend", "c-ab1", "last", "g1.1=2", "--because", "x", status=3)
    assert outcome.err == "goalctl: def456 2026-02-02 session reads so already; nothing was changed\n"
    assert lines() == []


def test_an_entry_without_an_id_is_found_by_its_day(goalctl, plan_file):
    plan_file.write_text(
        plan_file.read_text(encoding="utf-8").replace("  - id: def456\n    date", "  - date"), encoding="utf-8"
    )
    goalctl("amend", "c-ab1", "2026-02-02", "g1.1=3", "--because", "x", status=0)
    assert "set: {scores.g1.1: 3}" in plan_file.read_text(encoding="utf-8")


def test_two_entries_of_one_day_have_to_be_told_apart(goalctl):
    first = goalctl("log", "c-ab1", "g1.1=1", "--date", "2026-02-20", "--time", "9:00").out.strip()
    second = goalctl("log", "c-ab1", "g1.1=2", "--date", "2026-02-20", "--time", "10:00").out.strip()
    outcome = goalctl("amend", "c-ab1", "2026-02-20", "g1.1=3", "--because", "x", status=2)
    assert outcome.err == (
        "goalctl: '2026-02-20' could be any of 2 entries\n"
        f"   hint: name one by its id: {first} 2026-02-20 09:00 session; {second} 2026-02-20 10:00 session\n"
    )
    named = goalctl("amend", "c-ab1", "2026-02-20T10:00", "g1.1=3", "--because", "x", status=0)
    assert f"amended {second} " in named.err


@pytest.mark.parametrize(
    ("known", "meant"),
    [
        ("2026-02-20 09:00 session", "g1.1: 1"),
        ("2026-02-20 10:00 session", "g1.1: 2"),
        ("2026-02-20 10:00", "g1.1: 2"),
        ("2026-02-20 11:00 phone", "g1.1: 0"),
    ],
)
def test_of_entries_without_an_id_one_is_named_as_the_hint_lists_it(goalctl, plan_file, known, meant):
    for time, kind, score in (("9:00", "session", 1), ("10:00", "session", 2), ("11:00", "phone", 0)):
        goalctl("log", "c-ab1", f"g1.1={score}", "--date", "2026-02-20", "--time", time, "--kind", kind, status=0)
    whole = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(re.sub(r"- id: \w{6}\n    date: 2026-02-20", "- date: 2026-02-20", whole), encoding="utf-8")
    told = goalctl("amend", "c-ab1", "2026-02-20", "g1.1=3", "--because", "x", status=2).err
    assert "hint: name one as it stands here, in quotes: 2026-02-20 09:00 session; 2026-02-20 10:00 session" in told
    goalctl("amend", "c-ab1", known, "g1.1=3", "--because", "x", status=0)
    entry = next(part for part in plan_file.read_text(encoding="utf-8").split("  - date: ") if "amended:" in part)
    assert f"scores: {{{meant}}}" in entry


def test_a_void_entry_stays_and_counts_no_more(goalctl, lines):
    outcome = goalctl("void", "c-ab1", "def456", "--because", "another client's hour", status=0)
    assert steady(outcome.err) == (
        "c-ab1 · opened 2026-01-05 · last session 2026-01-12\n"
        "def456 2026-02-02 session is void from now on:\n"
        "-format: 1\n"
        "+format: 2\n"
        "+    void:\n"
        "+      on: 2026-03-02\n"
        "+      written: …\n"
        "+      by: m.kowalski\n"
        "+      because: another client's hour\n"
    )
    assert lines() == steady(outcome.err).splitlines()[2:]
    page = goalctl("show", "c-ab1").out
    assert "last session 2026-01-12\n" in page
    assert "1 entry void: 2026-02-02 def456\n" in page


@pytest.mark.parametrize("command", [("void",), ("amend", "g1.1=3")], ids=["void", "amend"])
def test_a_void_entry_is_left_alone(goalctl, lines, command):
    goalctl("void", "c-ab1", "def456", "--because", "x", status=0)
    voided = lines()
    name, *fields = command
    outcome = goalctl(name, "c-ab1", "def456", *fields, "--because", "x", status=3)
    assert outcome.err.startswith("goalctl: def456 2026-02-02 session is void since 2026-03-02\n")
    assert lines() == voided


def test_what_is_unsigned_is_signed_with_a_digest(goalctl, lines):
    outcome = goalctl("sign", "c-ab1", "--all", status=0)
    assert outcome.out == "abc123\n"
    assert steady(outcome.err) == (
        f"{WHOSE}m.kowalski signed 1 entry:\n"
        "-format: 1\n"
        "+format: 2\n"
        "+    signed:\n"
        "+      - {by: m.kowalski, on: 2026-03-02, of: 2:…}\n"
    )
    assert lines() == steady(outcome.err).splitlines()[2:]


def test_nothing_is_signed_in_silence(goalctl, lines):
    outcome = goalctl("sign", "c-ab1", status=2)
    assert outcome.err == (
        f"{WHOSE}for m.kowalski to sign:\n  abc123 2026-01-12 session\n"
        "goalctl: which of these are to be signed?\n"
        "   hint: name one, or a day; or all: goalctl sign c-ab1 --all\n"
    )
    assert lines() == []


def test_due_shows_what_is_unsigned_and_what_was_changed_after_signing(goalctl):
    assert goalctl("due", "--unsigned").out == (
        "day         when             client  id  kind       what\n"
        f"2026-01-12  act today        c-ab1       risk       {RISK}\n"
        "2026-01-12  7 weeks overdue  c-ab1       signature  1 entry unsigned, the oldest of 2026-01-12\n"
    )
    goalctl("sign", "c-ab1", "--all", status=0)
    assert "signature" not in goalctl("due", "--unsigned").out
    amended = goalctl("amend", "c-ab1", "abc123", "g1.1=2", "--because", "x", status=0)
    assert amended.err.splitlines()[-1] == (
        "signed by m.kowalski as it read before; sign again: goalctl sign c-ab1 abc123"
    )
    assert goalctl("due", "--unsigned").out == (
        "day         when       client  id  kind       what\n"
        f"2026-01-12  act today  c-ab1       risk       {RISK}\n"
        "2026-03-02  today      c-ab1       signature  sign again what was changed after signing: 2026-01-12\n"
    )
    assert goalctl("sign", "c-ab1", "abc123", status=0).out == "abc123\n"
    assert "signature" not in goalctl("due", "--unsigned").out


def test_a_supervisor_signs_what_the_clinician_has_signed_and_says_so(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(
        text.replace("clinician: m.kowalski\n", "clinician: m.kowalski\nsupervisor: s.lee\n"), encoding="utf-8"
    )
    outcome = goalctl("sign", "c-ab1", "--all", "--by", "s.lee", status=0)
    assert outcome.out == "def456\n"
    assert outcome.err.splitlines()[1] == "s.lee signed 1 entry as supervisor:"
    assert "role: supervisor}]" in plan_file.read_text(encoding="utf-8")


def test_a_supervisor_signs_an_hour_of_their_own_as_anybody_does(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("clinician: m.k", "supervisor: s.lee\nclinician: m.k", 1)
    plan_file.write_text(f"{text}  - {{id: ghj789, date: 2026-02-09, by: s.lee, note: Stood in}}\n", encoding="utf-8")
    assert goalctl("sign", "c-ab1", "--all", "--by", "s.lee", status=0).out == "def456\nghj789\n"
    goalctl("sign", "c-ab1", "abc123", status=0)
    assert "unsigned" not in goalctl("due", "--unsigned").out


def test_a_cosignature_alone_leaves_the_entry_unsigned(goalctl):
    goalctl("sign", "c-ab1", "abc123", "--role", "supervisor", status=0)
    assert "1 entry unsigned" in goalctl("due", "--unsigned").out


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["def456"], 3, "def456 2026-02-02 session is signed by m.kowalski already"),
        (["--by", "m.kowalsky"], 2, "--by: m.kowalsky is not one of this practice's clinicians"),
        (["nowhere"], 2, "c-ab1 has no entry nowhere"),
    ],
    ids=["signed already", "nobody of the practice", "no such entry"],
)
def test_what_can_not_be_signed_is_said(goalctl, lines, words, status, message):
    outcome = goalctl("sign", "c-ab1", *words, status=status)
    assert outcome.err.splitlines()[0] == f"goalctl: {message}"
    assert lines() == []


def test_an_amended_answer_that_endorses_a_risk_item_is_told(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("2, 2, 2, 2]}", "2, 2, 2, 0]}")
    plan_file.write_text(text, encoding="utf-8")
    told = goalctl("amend", "c-ab1", "abc123", "phq-9=223212221", "--because", "read it again", status=0)
    assert "!! ENDORSED: PHQ-9 q9, answer 1, on 2026-01-12." in told.err
    assert "To record it: goalctl risk c-ab1 --date 2026-01-12" in told.err


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["date=2027-01-12"], 2, "date: 2027-01-12 is still to come (today is 2026-03-02)"),
        (["scores.g1.1=2", "g1.1=3"], 2, "scores.g1.1 is given twice"),
        (["scores={g1.1: 2}", "g1.1=3"], 2, "scores.g1.1 is part of scores"),
        (["homework.1.task=run"], 2, "homework.1.task can't be amended alone"),
    ],
    ids=["a day to come", "two names of one place", "a place inside another", "one of a list"],
)
def test_what_an_entry_can_not_be_corrected_to_is_said(goalctl, lines, words, status, message):
    refused = goalctl("amend", "c-ab1", "abc123", *words, "--because", "x", status=status)
    assert refused.err.splitlines()[0] == f"goalctl: {message}"
    assert lines() == []


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("date=", "error[E134]: an amendment does not fit: date: an entry can't be without it"),
        ("note_file=../../other.md", "error[E261]: the linked note ../../other.md cannot be read: "),
        ("note_file=notes/c-ab1/x.md", "error[E261]: the linked note notes/c-ab1/x.md cannot be read: "),
    ],
    ids=["no day", "a note outside", "a note that is not there"],
)
def test_a_correction_that_does_not_fit_is_refused_in_plain_words(goalctl, lines, word, wrong):
    refused = goalctl("amend", "c-ab1", "abc123", word, "--because", "x", status=3)
    assert refused.err.splitlines()[1].startswith(f"c-ab1: {wrong}")
    assert lines() == []
