"""How records are kept in the memory: every field of them, a new one by itself."""

from datetime import date

from goalctl.analysis.caseload.reason import Reason, ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.progress.judgement import State
from goalctl.workspace.memory.standings import DAYS, WORDS, standing_body, standing_from

DAY = date(2026, 6, 15)
STALE = Reason(ReasonKind.STALE, "g1: no score for six weeks", "g1", DAY, 0)


def test_a_standing_is_read_back_as_it_was_written():
    words, days = {name: f"its {name}" for name in WORDS}, {name: DAY.replace(day=n) for n, name in enumerate(DAYS, 1)}
    standing = Standing(**words, **days, reasons=(STALE,), states=((State.STALE, State.MET), (State.MET,)))
    assert standing_from(standing_body(standing), []) == standing


def test_what_a_standing_lacks_is_read_back_as_nothing():
    standing = Standing("c-ab1", "draft", None, None, (), (), None, None)
    assert standing_from(standing_body(standing), []) == standing


def test_all_that_a_standing_says_is_kept():
    assert set(Standing._fields) == {*WORDS, *DAYS, "reasons", "states"}
