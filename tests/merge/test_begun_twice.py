"""A client whom two clinicians began under one id: one person or two, which nobody but they can say."""

import pytest

from tests.merge.test_at_terminal import at


def begun_twice(clinic):
    """Each began a client under the same id, in other words."""
    for who, problem in {"anna": "Low mood", "bert": "Panic"}.items():
        clinic.call(who, "add-client", "c-new", "--problem", problem, status=0)
        clinic.call(who, "log", "c-new", "--note", "first", "--date", "2026-02-20", "--by", who, status=0)
    clinic.sync("anna")
    return clinic.place("bert") / "plans" / "c-new.yaml"


@pytest.mark.parametrize("words", [(), ("--take", "mine"), ("--take", "theirs")])
def test_a_client_that_both_began_is_never_made_one_unasked(clinic, words):
    plan = begun_twice(clinic)
    before = plan.read_text(encoding="utf-8")
    done = clinic.sync("bert", *words, status=1)
    assert "c-new: this client was begun on both sides, which can be two people with one id." in done.err
    assert "your record is as it was" in done.err
    assert plan.read_text(encoding="utf-8") == before


def test_a_client_that_both_began_becomes_one_if_that_is_said(clinic):
    begun_twice(clinic)
    screen = at(clinic, "bert", "sync", "--take", "mine")
    screen.answer("One client?", "n\n")
    assert screen.end() == 1
    screen = at(clinic, "bert", "sync", "--take", "mine")
    screen.answer("One client?", "y\n")
    assert screen.end() == 0
    plan = (clinic.place("bert") / "plans" / "c-new.yaml").read_text(encoding="utf-8")
    assert [plan.count(one) for one in ("by: anna", "by: bert")] == [1, 1]
