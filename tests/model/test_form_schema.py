"""The JSON Schema of forms agrees with the reader on every shipped form."""

import jsonschema
import pytest
from ruamel.yaml import YAML

from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.schema import schema_of
from goalctl.workspace.shelves.kinds import FORMS

SHELF = FormShelf()
SCHEMA = schema_of(Form)


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
    jsonschema.validate(loaded(SHELF.document(form).text), SCHEMA)


def test_a_new_form_fits_the_schema():
    jsonschema.validate(loaded(FORMS.new_text("mine", "Mine")), SCHEMA)


def test_an_unknown_key_does_not_fit():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"form": "x", "name": "x", "items": [], "itmes": []}, SCHEMA)
