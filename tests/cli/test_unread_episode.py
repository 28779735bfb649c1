"""An episode of the client that can't be read is told wherever another one is asked for, with the risk in it."""

import json

import pytest

from goalctl.workspace.store.stray_risk import NEEDS_ACT

FIRST = """client: c-old1
opened: 2025-06-02
status: discharged
discharge: {{on: 2025-12-01, reason: moved}}
{broken}sessions:
  - {{id: zz2zz2, date: 2025-11-10, by: m.kowalski, forms: {{phq-9: [1, 1, 1, 1, 1, 1, 1, 1, {answer}]}}}}
"""
NEXT = "client: c-new1\nopened: 2026-01-05\nstatus: active\nprevious: {before}\n{broken}"
BROKEN = "oops: kept apart\n"
MISSING = "it is another episode of c-new1, where what it holds is missing"
PAGES = ["prep c-new1", "crisis c-new1", "show c-new1", "history c-new1", "report c-new1 --kind progress"]


@pytest.fixture
def written(practice):
    """Write the first episode and the next one; with a third between them where that can't be read."""

    def write(*, broken: str = BROKEN, answer: int = 3, between: bool = False) -> None:
        plans = practice / "plans"
        first = "" if between else broken
        (plans / "c-old1.yaml").write_text(FIRST.format(broken=first, answer=answer), encoding="utf-8")
        if between:
            text = NEXT.replace("c-new1", "c-mid1").format(before="c-old1", broken=broken)
            (plans / "c-mid1.yaml").write_text(text, encoding="utf-8")
        text = NEXT.format(before="c-mid1" if between else "c-old1", broken="")
        (plans / "c-new1.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("between", [False, True], ids=["the one before", "between the two"])
@pytest.mark.parametrize("words", PAGES)
def test_a_page_of_the_later_one_says_that_risk_needs_an_act_there(goalctl, written, words, between):
    written(between=between)
    told = goalctl(*words.split(), status=3).err
    assert f"unknown key `oops`; {MISSING}; {NEEDS_ACT}" in told


def test_where_no_risk_is_open_it_is_named_all_the_same(goalctl, written):
    written(answer=0)
    told = goalctl("prep", "c-new1", status=3).err
    assert MISSING in told
    assert NEEDS_ACT not in told


def test_it_stands_among_the_errors_for_programs(goalctl, written):
    written()
    (error,) = json.loads(goalctl("prep", "c-new1", "--format", "json", status=3).out)["errors"]
    assert error["message"].endswith(f"{MISSING}; {NEEDS_ACT}")


def test_where_all_can_be_read_the_row_is_there_and_nothing_is_missing(goalctl, written):
    written(broken="")
    shown = goalctl("prep", "c-new1")
    assert "RISK: suicide: phq-9 q9 endorsed (3) on 2025-11-10" in shown.out
    assert "another episode" not in shown.err


def test_the_client_s_screen_has_nothing_of_it(goalctl, written):
    written()
    shown = goalctl("--with-client", "show", "c-new1")
    assert "episode" not in shown.out + shown.err
