"""The JSON Schema of forms agrees with the reader on every shipped form."""

import jsonschema
import pytest

from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.schema import schema_of
from goalctl.workspace.shelves.kinds import FORMS
from tests.yaml_1_2 import as_an_editor_reads

SHELF = FormShelf()
VALIDATOR = jsonschema.Draft202012Validator(schema_of(Form))


@pytest.mark.parametrize("form", SHELF)
def test_every_shipped_form_fits_the_schema(form):
    VALIDATOR.validate(as_an_editor_reads(SHELF.document(form).text))


def test_a_new_form_fits_the_schema():
    VALIDATOR.validate(as_an_editor_reads(FORMS.new_text("mine", "Mine")))


def test_an_unknown_key_does_not_fit():
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"form": "x", "name": "x", "items": [], "itmes": []})
