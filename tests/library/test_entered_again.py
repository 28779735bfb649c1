"""Twenty instruments as another hand entered them, who had not seen the forms (`entered_again.yaml`)."""

from pathlib import Path

import pytest

from goalctl.analysis.instruments.facts import facts_of
from goalctl.documents.read import read_data
from goalctl.model.instrument import FactKind
from tests.library.second_source import FORMS, facts_in, items_of, plain

TABLE = read_data((Path(__file__).parent / "entered_again.yaml").read_text("utf-8"))[0]
ENTERED = TABLE["forms"]
MOST_USED = 20


def entered(form):
    return facts_in({"facts": {kind: {"is": fact} for kind, fact in ENTERED[form]["facts"].items()}})


@pytest.mark.parametrize("form", ENTERED)
def test_what_another_hand_entered_is_what_the_form_says(form):
    ours = {kind: plain(fact) for kind, fact in facts_of(FORMS[form]).items()}
    theirs = entered(form)
    assert {kind: ours.get(kind) for kind in theirs} == theirs


@pytest.mark.parametrize("form", [form for form in ENTERED if "first_box" in ENTERED[form]])
def test_the_box_that_the_sheet_prints_first_is_the_form_s_first_answer(form):
    found = FORMS[form]
    wanted = {
        item: points
        for points, items in ENTERED[form]["first_box"].items()
        for name in items
        for item in items_of(name)
    }
    assert {item.id: next(iter(found.options_of(item))) for item in found.items} == wanted


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_who_entered_which_of_its_facts_again_and_when(form):
    again = FORMS[form].checked.entered_again if FORMS[form].checked else None
    if form not in ENTERED:
        assert again is None
        return
    assert (again.by, str(again.on)) == (TABLE["by"], TABLE["on"])
    assert set(again.facts) == {FactKind(kind) for kind in ENTERED[form]["facts"]}


def test_it_is_the_twenty_most_used():
    assert len(ENTERED) == MOST_USED
