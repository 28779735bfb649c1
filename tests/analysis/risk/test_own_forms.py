"""A practice's own form with the id of a shipped one keeps its risk items, or says why not."""

import pytest

from goalctl.analysis.risk.own_forms import lost_risk_items, narrower_risk_items
from goalctl.library.shelf import shipped_folder
from goalctl.model.finding import Severity
from goalctl.model.form import Form
from goalctl.model.scoring import Comparison
from goalctl.model.validate import record_from
from goalctl.workspace.shelves.kinds import FORMS as KIND
from goalctl.workspace.store.practice import practice_at
from tests.analysis.risk.at_risk import FORMS

PHQ = FORMS["phq-9"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, 0),
        ({"risk": ()}, 1),
        ({"risk": (), "without_risk": "asked aloud in every session"}, 0),
    ],
    ids=["kept", "left out", "left out, with a reason"],
)
def test_what_it_leaves_out_is_found(changes, found):
    assert len(list(lost_risk_items(PHQ.model_copy(update=changes), PHQ))) == found


ITEM = PHQ.risk[0]
AT_ONE, AT_TWO, AT_THREE = (Comparison(">=", points) for points in (1.0, 2.0, 3.0))


@pytest.mark.parametrize(
    ("risk", "changes", "found"),
    [
        ([{}], {}, 0),
        ([{"when": Comparison(">", 0.0)}], {}, 0),
        ([{"when": AT_THREE}], {}, 1),
        ([{"when": AT_THREE}], {"without_risk": "1 and 2 are asked aloud"}, 0),
        ([{"when": AT_ONE}, {"when": AT_THREE}], {}, 0),
        ([{"ever": True}], {}, 1),
        ([{"ever": True}, {"when": AT_TWO}], {}, 1),
    ],
    ids=["as it is", "said otherwise", "only 3", "with a reason", "two heights", "as history", "history, and from 2"],
)
def test_answers_that_it_passes_over_are_found_and_the_form_is_used(risk, changes, found):
    items = tuple(ITEM.model_copy(update=one) for one in risk)
    findings = list(narrower_risk_items(PHQ.model_copy(update={"risk": items, **changes}), PHQ))
    assert [finding.severity for finding in findings] == [Severity.WARNING] * found


def of_scale(top: str, when: str) -> Form:
    risk = [{"item": "a", "when": when, "says": "thoughts of self-harm"}]
    form, _ = record_from(
        Form,
        {"form": "mine", "name": "Mine", "items": [{"id": "a", "ask": "a"}], "scale": ["0", top], "risk": risk},
    )
    return form


@pytest.mark.parametrize(("top", "found"), [("3", 1), ("4", 0)])
def test_where_the_item_scores_otherwise_nothing_is_compared(top, found):
    assert len(list(narrower_risk_items(of_scale(top, ">= 2"), of_scale("3", ">= 1")))) == found


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_shipped_form_is_narrower_than_itself(name):
    assert list(narrower_risk_items(FORMS[name], FORMS[name])) == []


def test_it_names_the_item_and_the_way_out():
    (finding,) = lost_risk_items(PHQ.model_copy(update={"risk": ()}), PHQ)
    assert "q9" in finding.message
    assert "without_risk" in finding.hint


@pytest.mark.parametrize(("keep", "found"), [(True, 0), (False, 1)], ids=["kept", "left out"])
def test_forms_check_tells_it(tmp_path, keep, found):
    text = (shipped_folder("forms") / "phq-9.yaml").read_text("utf-8")
    before, _, rest = text.partition("\nrisk:")
    _, _, after = rest.partition("\nlicence:")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "phq-9.yaml").write_text(text if keep else f"{before}\nlicence:{after}", "utf-8")
    problems = [finding for _, finding in KIND.own_findings(practice_at(tmp_path))]
    assert len(problems) == found
    assert all("q9" in finding.message for finding in problems)
