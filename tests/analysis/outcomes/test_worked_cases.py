"""Published cases by name, judged on goalctl's own way: a form with the published figures, a plan, its outcome."""

from collections import Counter
from datetime import date

import pytest

from goalctl.analysis.outcomes.figures import group_figures
from goalctl.analysis.outcomes.treatment import treatment
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.analysis.standpoint import Standpoint
from goalctl.library.shelf import FormShelf
from goalctl.model.change import CONFIDENT, difference_error
from goalctl.model.form import Form
from goalctl.model.validate import record_from
from tests.analysis.invented import as_text, plan_of
from tests.analysis.outcomes.worked_cases import (
    CASES,
    FORM_IDS,
    PEOPLE,
    STRICT,
    WORKED,
    form_of,
    person,
    plan_keys,
)

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def forms():
    shipped = FormShelf()
    return {form: _read(form_of(name)) if form_of(name) else shipped[form] for name, form in FORM_IDS.items()}


def _read(data):
    form, findings = record_from(Form, as_text(data))
    assert form is not None, findings
    return form


def treated(forms, name, who):
    return treatment(Standpoint(plan_of(**plan_keys(name, who)), forms, TODAY))


def outcome(forms, name, who):
    (found,) = treated(forms, name, who).measured
    return found.outcome


NAMED = [(name, who) for name, who in PEOPLE if person(name, who)[2]]


@pytest.mark.parametrize(("name", "who"), NAMED, ids=lambda word: word)
def test_a_published_case_gets_the_class_that_was_printed(forms, name, who):
    assert outcome(forms, name, who) is ChangeClass(person(name, who)[2])


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "classes" in case])
def test_a_published_sample_is_divided_as_printed(forms, name):
    found = Counter(outcome(forms, name, who) for who in CASES[name]["printed"])
    assert [found[word] for word in ChangeClass] == CASES[name]["classes"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("response")])
def test_as_many_respond_as_printed(forms, name):
    figures = group_figures("all", [treated(forms, name, who) for who in CASES[name]["printed"]]).figures
    (response,) = [one for one in figures if one.name == "response"]
    assert [response.n, response.of] == CASES[name]["response"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "threshold" in case or "error" in case])
def test_the_printed_error_and_threshold_are_ours(name):
    case = CASES[name]
    error = difference_error(case["sd"], case["reliability"])
    assert error == pytest.approx(case.get("error", error), abs=0.005)
    assert CONFIDENT * error == pytest.approx(case.get("threshold", CONFIDENT * error), abs=0.005)


INDEXED = [(name, who) for name, case in WORKED.items() for who in case.get("index", ())]


@pytest.mark.parametrize(("name", "who"), INDEXED, ids=lambda word: word)
def test_a_printed_index_is_ours_but_for_its_rounding(name, who):
    case, (first, last, _) = CASES[name], person(name, who)
    ours = abs(last - first) / difference_error(case["sd"], case["reliability"])
    assert ours == pytest.approx(abs(case["index"][who]), rel=0.002)


def test_eleven_publications_are_worked_cases_with_people_and_what_came_of_them():
    assert len(STRICT) == 11
    for case in WORKED.values():
        if "strict" in case:
            assert case.get("printed") or case["classes"]
            assert {"sd", "points", "form", "data"} & case.keys()
