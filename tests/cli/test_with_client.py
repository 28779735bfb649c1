"""`--with-client`: a screen that the client sees shows one client and nothing alarming."""

import shutil
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent.parent
ALARMING = (
    "risk", "worse", "overdue", "off track", "stale", "endorsed", "severe", "error", "signature", "authorization",
    "not reaching", "clinician",
)  # fmt: skip
STAFF = ("F10.10", "F33.1", "F11.20", "Z63.0", "Lost the oldest friend", "s.lee", "m.kowalski", "safety plan")
CLIENTS = ("c-58tz", "c-7f3k", "c-z64f", "c-t6bn", "c-b1qs", "c-p3vd", "c-kx07", "c-2rj5")


@pytest.fixture
def shipped(practice):
    """The shipped caseload, which has everything that must not be seen."""
    shutil.copytree(TREE / "plans", practice / "plans", dirs_exist_ok=True)
    return practice


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("command", ["show", "prep", "chart"])
@pytest.mark.parametrize("client", CLIENTS)
def test_no_diagnosis_no_verdict_and_nobody_else_is_on_the_screen(goalctl, command, client):
    seen = goalctl("--today", "2026-06-15", "--with-client", command, client, status=0)
    text = f"{seen.out}{seen.err}".lower()
    others = [other for other in CLIENTS if other != client]
    assert [word for word in (*ALARMING, *STAFF, *others) if word.lower() in text] == []


@pytest.mark.usefixtures("shipped")
def test_the_client_sees_goals_ways_and_what_comes_next(goalctl):
    assert goalctl("--today", "2026-06-15", "--with-client", "prep", "c-t6bn").out == (
        "Your goals · last session Fri 2026-05-22\n"
        "what matters to you: a home where both may speak, being a team for the boys\n"
        "\n"
        "g1 Both partners rate their evenings together at 7 or above out of 10\n"
        '  "We are good at everything but Tuesdays"\n'
        "  by Fri 2026-09-25\n"
        "  g1.1 Both partners hold two 20-minute check-ins a week\n"
        "    check-ins per week: 0 at the start ▁▅▅█ 2 now, 2 is the target\n"
        "    by Fri 2026-07-31\n"
        "\n"
        "next session: Fri 2026-06-19\n"
    )


def test_a_plan_without_goals_has_a_page_too(goalctl):
    goalctl("add-client", "c-new")
    assert goalctl("--with-client", "show", "c-new", status=0).out == "Your goals\nNo goal is settled yet.\n"


@pytest.mark.parametrize(
    "words",
    [(), ("due",), ("caseload",), ("risk", "c-ab1"), ("check",), ("log", "c-ab1"), ("today",), ("find", "x")],
    ids=str,
)
def test_what_shows_others_or_the_staff_s_words_is_refused(goalctl, words):
    refused = goalctl("--with-client", *words, status=2)
    assert refused.out == ""
    assert "is not for a screen that the client sees" in refused.err
    assert "c-ab1" not in refused.err


@pytest.mark.parametrize(
    "words",
    ["show c-a", "prep c-zz", "chart C-CD2", "worksheet grow --for c-", "assess c-a phq-9 --total 3", "diary c-a g1=3"],
)
def test_a_client_who_is_not_known_is_told_without_the_others(goalctl, practice, words):
    for other in ("c-ab7", "c-cd2"):
        (practice / "plans" / f"{other}.yaml").write_text(f"format: 1\nclient: {other}\n", encoding="utf-8")
    assert any(other in goalctl(*words.split()).err for other in ("c-ab1", "c-cd2"))
    told = goalctl("--with-client", *words.split(), status=3)
    assert "   hint: write the whole id; goalctl caseload lists them where the client does not see it\n" in told.err
    assert not any(other in f"{told.out}{told.err}" for other in ("c-ab1", "c-ab7", "c-cd2"))


def test_an_endorsed_answer_is_told_without_alarm(goalctl):
    told = goalctl("--with-client", "assess", "c-ab1", "phq-9", "--answers", "2,2,3,2,1,2,2,2,1", status=0)
    assert "one answer needs a record of its own" in told.err
    assert not any(word in f"{told.out}{told.err}".lower() for word in ("endorsed", "risk", "severe"))


BROKEN = """client: c-9
opened: 2026-01-05
sessions:
  - {date: 2026-02-20, risk: {levl: high, ideation: active, plan: BOUGHT-A-ROPE}}
"""


@pytest.mark.parametrize("words", ["show c-9", "prep c-9", "chart c-9", "assess c-9 phq-9 --total 3"])
def test_of_a_plan_that_cannot_be_used_no_line_is_quoted(goalctl, practice, words):
    (practice / "plans" / "c-9.yaml").write_text(BROKEN)
    seen = goalctl("--with-client", *words.split(), status=3)
    assert f"{seen.out}{seen.err}" == (
        "goalctl: plans/c-9.yaml can't be used until it is mended\n"
        "   hint: what is wrong, goalctl check tells where the client does not see it\n"
    )
    assert "BOUGHT-A-ROPE" in goalctl("show", "c-9", status=3).err


def test_of_an_answer_that_does_not_fit_no_line_is_quoted(goalctl, practice):
    plan = BROKEN.replace("levl: high, ", "").replace("risk:", "forms: {phq-9: [0, 7]}, risk:")
    (practice / "plans" / "c-9.yaml").write_text(f"format: 2\n{plan}")
    assert "BOUGHT-A-ROPE" in goalctl("chart", "c-9", status=0).err
    assert goalctl("--with-client", "chart", "c-9", status=0).err == ""
