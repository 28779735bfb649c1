"""A practice's own form with the id of a shipped one keeps its risk items, or says why not."""

import pytest

from goalctl.analysis.risk.own_forms import lost_risk_items, unwatched_items
from goalctl.library.shelf import shipped_folder
from goalctl.model.finding import Severity
from goalctl.model.form import FieldType, Form
from goalctl.model.scoring import comparison_from
from goalctl.model.validate import record_from
from goalctl.workspace.shelves.kinds import FORMS as KIND
from goalctl.workspace.store.own_forms import form_shelf
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


def watching(when, **item):
    """The PHQ-9 with its ninth item watched from elsewhere, and perhaps answered in other numbers."""
    (risk,) = PHQ.risk
    items = [one.model_copy(update=item) if one.id == "q9" else one for one in PHQ.items]
    changed = risk.model_copy(update={"when": comparison_from(when)})
    said = {key: getattr(PHQ, key) for key in Form.model_fields}
    return Form.model_construct(**(said | {"items": tuple(items), "risk": (changed,)}))


FROM_1_TO_4 = {"options": {"1": "not at all", "2": "several days", "3": "more than half", "4": "nearly every day"}}
FROM_0_TO_10 = {"options": None, "type": FieldType.SCALE, "scale": (0.0, 10.0)}


@pytest.mark.parametrize(
    ("when", "item", "mend"),
    [
        pytest.param(">= 1", {}, None, id="as shipped"),
        pytest.param("> 0", {}, None, id="in other words"),
        pytest.param(">= 0", {}, None, id="at every answer"),
        pytest.param(">= 2", {}, ">= 1", id="from the second on"),
        pytest.param("= 3", {}, ">= 1", id="the highest alone"),
        pytest.param("= 1", {}, ">= 1", id="the lowest alone"),
        pytest.param(">= 2", FROM_1_TO_4, None, id="the same in numbers of its own"),
        pytest.param(">= 3", FROM_1_TO_4, ">= 2", id="later in numbers of its own"),
        pytest.param(">= 1", FROM_0_TO_10, None, id="a longer scale"),
        pytest.param(">= 5", FROM_0_TO_10, ">= 1", id="from the middle of a longer scale"),
    ],
)
def test_a_copy_that_tells_a_risk_item_at_fewer_answers_is_found(when, item, mend):
    own = watching(when, **item)
    hints = [finding.hint for finding in lost_risk_items(own, PHQ)]
    assert hints == ([f'write when: "{mend}", or say why: without_risk: …'] if mend else [])
    assert not list(lost_risk_items(own.model_copy(update={"without_risk": "asked aloud"}), PHQ))


def test_a_copy_that_calls_the_item_history_tells_it_of_no_day():
    (risk,) = PHQ.risk
    own = PHQ.model_copy(update={"risk": (risk.model_copy(update={"ever": True}),)})
    (finding,) = lost_risk_items(own, PHQ)
    assert finding.path == ("risk", 0, "when")


@pytest.mark.parametrize("name", ["phq-9", "my-phq"], ids=["of the same id", "a copy"])
def test_what_it_tells_at_fewer_answers_is_watched_as_shipped_until_it_is_mended(tmp_path, name):
    text = (shipped_folder("forms") / "phq-9.yaml").read_text("utf-8")
    text = text.replace("form: phq-9\n", f"form: {name}\n" + ("copy_of: phq-9\n" if name != "phq-9" else ""))
    head, risk, rest = text.partition("\nrisk:")
    (tmp_path / f"{name}.yaml").write_text(head + risk + rest.replace('when: ">= 1"', 'when: ">= 3"', 1), "utf-8")
    shelf = form_shelf(tmp_path)
    watched = shelf.watched(name)
    assert shelf.get(name) is None
    assert [(one.item, str(one.when)) for one in watched.risk] == [("q9", ">= 1")]


ITEM = PHQ.risk[0]
FROM_ONE, FROM_TWO, FROM_THREE = (comparison_from(when) for when in (">= 1", ">= 2", ">= 3"))


@pytest.mark.parametrize(
    ("risk", "found"),
    [
        ([{"when": FROM_ONE}, {"when": FROM_THREE}], 0),
        ([{"ever": True}, {"when": FROM_ONE}], 0),
        ([{"ever": True}, {"when": FROM_TWO}], 1),
    ],
    ids=["two heights", "as history too", "as history, and from 2"],
)
def test_an_item_may_be_watched_more_than_once(risk, found):
    own = PHQ.model_copy(update={"risk": tuple(ITEM.model_copy(update=one) for one in risk)})
    assert len(list(lost_risk_items(own, PHQ))) == found


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_shipped_form_tells_less_than_itself(name):
    assert list(lost_risk_items(FORMS[name], FORMS[name])) == []


@pytest.mark.parametrize(
    ("ask", "changes", "found"),
    [
        ("Sleep", {}, []),
        (
            "I think of killing myself",
            {},
            ["q1 speaks of suicide, and no answer to it is told as risk"],
        ),
        ("Ich möchte nicht mehr leben", {}, ["q1 speaks of suicide, and no answer to it is told as risk"]),
        ("I want to die", {"risk": [{"item": "q1", "when": ">= 1", "says": "a wish to be dead"}]}, []),
        ("I want to die", {"not_risk": [{"item": "q1", "because": "a line of the song"}]}, []),
        ("I want to die", {"without_risk": "asked aloud in every session"}, []),
        ("I want to die", {"kind": "worksheet"}, []),
        ("I want to die", {"items": [{"id": "q1", "ask": "What did you write about suicide?", "type": "long"}]}, []),
    ],
)
def test_an_item_that_speaks_of_risk_is_told_as_that_or_says_why_not(ask, changes, found):
    data = {
        "form": "own",
        "name": "Own",
        "kind": "assessment",
        "items": [{"id": "q1", "ask": ask, "scale": ["0", "3"]}],
        **changes,
    }
    form, _ = record_from(Form, data)
    assert [finding.message for finding in unwatched_items(form)] == found
    assert {finding.severity for finding in unwatched_items(form)} <= {Severity.WARNING}


def test_every_shipped_item_that_speaks_of_risk_is_told_as_that():
    assert [finding.message for name in FORMS for finding in unwatched_items(FORMS[name])] == []
