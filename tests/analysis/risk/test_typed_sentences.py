"""Sentences of notes as clinicians type them, beside a record of the day that found nothing, and without one."""

from datetime import date
from pathlib import Path

from goalctl.analysis.risk.beside import untold
from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.model.session import Risk

DAY = date(2026, 11, 28)
NONE = Risk(ideation="none", behaviour="none", harm_to_others="none")


def sentences(kind):
    text = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8")
    return text.split(f"\n[{kind}]\n")[1].split("\n\n")[0].splitlines()


def is_told(sentence):
    return untold(sentence, [NONE], on=DAY) is not None


def test_what_is_so_is_told_with_and_without_a_record():
    assert [one for one in sentences("so") if not (speaks_of_risk(one) and is_told(one))] == []


def test_what_is_denied_past_or_of_another_is_not_told_beside_a_record():
    assert [one for one in sentences("not so") if is_told(one)] == []


def test_what_only_sounds_like_it_asks_for_nothing():
    assert [one for one in sentences("nothing") if speaks_of_risk(one)] == []
