"""What was amended away or made void is read by nobody, and no error of it stays for ever."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import findings_of
from tests.rules.test_boundaries import case_of

GOAL = "goals: [{id: g1, goal: Walks, smart: {measurable: {by: rating}}}]"
WRONG = {
    "E202": ("worked_on: [g7]", "worked_on: [g1]"),
    "E202, homework": ("homework_done: {h7: partly}", "homework_done: {}"),
    "E205": ("forms: {phq-99: 9}", "forms.phq-99: "),
    "E231": ("scores: {g1: 40}", "scores.g1: 4"),
    "E233": ("forms: {gad-7: [1, 2]}", "forms.gad-7: 9"),
}


def codes(entry, after=""):
    case = case_of(f"{{{GOAL}, sessions: [{{date: 2026-02-02, {entry}{after}}}]}}", day_from("2026-03-02"))
    return [one.code for one in findings_of(RULES, case)]


@pytest.mark.parametrize(("code", "entry", "mended"), [(code, *both) for code, both in WRONG.items()], ids=WRONG)
def test_an_error_that_was_amended_or_made_void_is_over(code, entry, mended):
    assert codes(entry) == [code[:4]]
    assert codes(entry, f", amended: [{{on: 2026-02-03, because: slip, set: {{{mended}}}}}]") == []
    assert codes(entry, ", void: {on: 2026-02-03, because: slip}") == []


def test_an_error_that_an_amendment_brings_is_told_at_the_amendment():
    wrong = "amended: [{on: 2026-02-03, because: slip, set: {scores.g1: 40, worked_on: [g1, g7]}}]"
    case = case_of(f"{{{GOAL}, sessions: [{{date: 2026-02-02, worked_on: [g1], {wrong}}}]}}", day_from("2026-03-02"))
    assert [(one.code, one.path[2:]) for one in findings_of(RULES, case)] == [
        ("E202", ("amended", 0, "set", "worked_on", 1)),
        ("E231", ("amended", 0, "set", "scores.g1")),
    ]


def test_who_was_asked_about_risk_is_told_as_the_entry_reads_now():
    def told(first, then):
        amended = f"amended: [{{on: 2026-02-03, because: slip, set: {{risk.who: {then}}}}}]"
        entry = f"{{date: 2026-02-02, risk: {{who: {first}, ideation: passive}}, {amended}}}"
        case = case_of(f"{{format: 2, members: [Anna, Ben], sessions: [{entry}]}}", day_from("2026-03-02"))
        return [(one.code, one.path) for one in findings_of(RULES, case)]

    assert told("Zed", "Anna") == []
    assert told("Anna", "Zed") == [("E209", ("sessions", 0, "amended", 0, "set", "risk.who"))]


def test_two_entries_of_one_id_are_told_though_one_is_void():
    void = ", void: {on: 2026-02-03, because: slip}}, {date: 2026-02-09, id: aaa111"
    assert codes("id: aaa111", void) == ["E201"]
