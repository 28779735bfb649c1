"""How a plan names a form: its id, a version, and who fills it in."""

import pytest

from goalctl.model.ids import FormRef, form_ref_from
from goalctl.model.measure import Measure
from goalctl.model.scalars import ScalarError
from goalctl.model.validate import record_from


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("phq-9", FormRef("phq-9")),
        ("phq-9@1", FormRef("phq-9", 1)),
        ("phq-9@999", FormRef("phq-9", 999)),
        ("phq-9@anna", FormRef("phq-9", None, "anna")),
        ("phq-9@1@anna", FormRef("phq-9", 1, "anna")),
        ("5-pf@m-2", FormRef("5-pf", None, "m-2")),
    ],
)
def test_a_form_is_named_by_id_version_and_respondent(text, ref):
    assert form_ref_from(text) == ref
    assert str(ref) == text


def test_the_client_as_respondent_is_what_is_meant_anyway():
    assert form_ref_from("phq-9@client") == FormRef("phq-9")
    assert form_ref_from("phq-9@2@client") == FormRef("phq-9", 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("PHQ-9", id="capitals"),
        pytest.param("phq 9", id="a space"),
        pytest.param("phq-9@", id="nothing after the sign"),
        pytest.param("@anna", id="nothing before the sign"),
        pytest.param("phq-9@0", id="version 0"),
        pytest.param("phq-9@01", id="a leading zero"),
        pytest.param("phq-9@1000", id="four digits"),
        pytest.param("phq-9@Anna", id="a respondent in capitals"),
        pytest.param("phq-9@anna@1", id="the respondent first"),
        pytest.param("phq-9@1@2", id="two versions"),
        pytest.param("phq-9@anna@ben", id="two respondents"),
        pytest.param("phq-9@@anna", id="an empty version"),
        pytest.param("phq-9@1\n", id="a line end"),
        pytest.param("phq-9@\u0661", id="another script's digit"),
    ],
)
def test_what_is_no_form_is_refused(text):
    with pytest.raises(ScalarError, match="can't be a form's id") as refused:
        form_ref_from(text)
    assert (refused.value.code, refused.value.hint) == ("E128", "write it as phq-9, phq-9@2 or phq-9@anna")


def test_the_library_s_name_leaves_out_who_and_the_course_leaves_out_the_version():
    ref = form_ref_from("phq-9@1@anna")
    assert (ref.name, str(ref.any_version), str(ref.by("ben")), str(ref.by(None))) == (
        *("phq-9@1", "phq-9@anna", "phq-9@1@ben", "phq-9@1"),
    )


@pytest.mark.parametrize(
    ("by", "form", "kind"),
    [
        ("count", None, "count"),
        ("phq-9", FormRef("phq-9"), "phq-9"),
        ("phq-9@1@anna", FormRef("phq-9", 1, "anna"), "phq-9@1"),
    ],
)
def test_a_measure_knows_its_kind_and_its_form(by, form, kind):
    measure, _ = record_from(Measure, {"by": by})
    assert (measure.form, measure.kind) == (form, kind)
