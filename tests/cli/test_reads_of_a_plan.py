"""A change reads a plan twice, once to know it and once for the proof of what is written, and no oftener."""

import sys
from collections import Counter

import pytest

from goalctl.documents.read import read_data
from goalctl.workspace.store.caseload import file_findings

READING, RULES = read_data.__code__, file_findings.__code__
CHANGES = {
    "log-session": ("log-session", "c-ab1", "g1.1=3", "--note", "calm", "--form", "phq-9=223212210"),
    "log-session with homework": ("log-session", "c-ab1", "--homework", "g1.1: run", "--done", "h1=yes"),
    "add-goal": ("add-goal", "c-ab1", "Sleeps through", "--by", "rating", "--baseline", "2", "--target", "7"),
    "add-objective": ("add-objective", "c-ab1", "g1", "Gets up at seven", "--by", "done"),
    "mark": ("mark", "c-ab1", "g1.1", "achieved"),
    "set": ("set", "c-ab1", "g1.1", "target=4", "--because", "it goes well"),
    "assess": ("assess", "c-ab1", "phq-9", "--answers", "2,2,3,2,1,2,2,1,0"),
    "risk": ("risk", "c-ab1", "--level", "low", "--follow-up", "+1w"),
    "hold": ("hold", "c-ab1", "--because", "in hospital"),
}


@pytest.fixture
def calls():
    """How often the plan's text was read, and the rules that stop a change were asked about it."""
    found = Counter()

    def count(frame, event, _):
        if event == "call" and frame.f_code is READING and "client: c-ab1" in frame.f_locals["text"]:
            found["read"] += 1
        if event == "call" and frame.f_code is RULES:
            found["rules"] += 1

    sys.setprofile(count)
    yield found
    sys.setprofile(None)


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_a_change_reads_the_plan_once_and_proves_it_once(goalctl, calls, words):
    goalctl(*words, status=0)
    assert calls == {"read": 2, "rules": 2}


def test_a_listing_reads_the_plan_once(goalctl, calls):
    goalctl("show", "c-ab1", status=0)
    assert calls == {"read": 1, "rules": 1}
