"""A practice's own form with the id of a shipped one keeps its risk items, or says why not."""

import pytest

from goalctl.analysis.risk.own_forms import lost_risk_items
from goalctl.library.shelf import shipped_folder
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
