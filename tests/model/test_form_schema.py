"""The JSON Schema of forms agrees with the reader on every shipped form."""

import jsonschema
import pytest
from ruamel.yaml import YAML

from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.schema import schema_of
from goalctl.workspace.shelves.kinds import FORMS

SHELF = FormShelf()
VALIDATOR = jsonschema.Draft202012Validator(schema_of(Form))


def loaded(text):
    def plain(value):
        if isinstance(value, dict):
            return {str(key): plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value if isinstance(value, str | int | float | bool | None) else str(value)

    return plain(YAML(typ="safe", pure=True).load(text))


@pytest.mark.parametrize("form", SHELF)
def test_every_shipped_form_fits_the_schema(form):
    VALIDATOR.validate(loaded(SHELF.document(form).text))


def test_a_new_form_fits_the_schema():
    VALIDATOR.validate(loaded(FORMS.new_text("mine", "Mine")))


def test_an_unknown_key_does_not_fit():
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"form": "x", "name": "x", "items": [], "itmes": []})
