"""Every key of every kind of file has its sentence and an example that the reader takes."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter

from goalctl.documents.read import read_data
from goalctl.model.keys.every import EVERY, key_of
from goalctl.model.keys.find import FILES, keys_meant, places_in
from goalctl.model.plan import Plan
from goalctl.model.schema import records_in, schema_of, schema_text
from goalctl.model.settings import Settings

RECORDS = list(dict.fromkeys(record for kind in FILES.values() for record in records_in(kind)))
COUNT_NOTHING = {
    "format", "version", "priority", "motivation", "importance", "difficulty", "times", "multiply", "reliability",
}  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_has_a_sentence_and_an_example_that_can_be_typed(record):
    for name, field in record.model_fields.items():
        key = key_of(record, field.alias or name.rstrip("_"))
        assert key, name
        assert key.says.endswith("."), name
        data, findings = read_data(f"key: {key.example}\n")
        assert not findings, name
        marked = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        TypeAdapter(marked).validate_python(data["key"])


@pytest.mark.parametrize("kind", FILES)
def test_a_number_says_what_it_counts(kind):
    numbers = [place for place in places_in(kind) if place.holds.startswith(("a number", "a whole number"))]
    assert {place.path[-1] for place in numbers if not place.key.unit} <= COUNT_NOTHING


def test_nothing_is_said_of_keys_that_are_gone():
    known = {
        record: {field.alias or name.rstrip("_") for name, field in record.model_fields.items()} for record in EVERY
    }
    assert [(record, name) for record, keys in EVERY.items() for name in keys if name not in known[record]] == []


def test_a_key_is_found_by_its_whole_path_by_its_end_and_by_its_file():
    assert [place.dotted for place in keys_meant("measurable.by")] == [
        "goals.smart.measurable.by", "goals.objectives.measurable.by",
    ]  # fmt: skip
    assert [(place.file, place.dotted) for place in keys_meant("settings.note")] == [("settings", "note")]
    assert [place.file for place in keys_meant("scoring.bands")] == ["form"]
    assert keys_meant("nothing-like-it") == []


@pytest.mark.parametrize("kind", FILES)
def test_an_editor_types_no_example_into_a_file(kind):
    text = schema_text(FILES[kind])
    assert '"examples"' not in text
    assert '"default"' not in text


def test_a_flag_is_offered_as_yes_and_no_alone():
    shape = schema_of(Plan)["$defs"]["Attainable"]["properties"]["in_client_control"]
    kind = schema_of(Plan)["$defs"][shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    assert [option["enum"] for option in kind["anyOf"] if "enum" in option] == [["yes", "no"]]


def test_the_schemas_of_a_new_workspace_fit_a_small_disk():
    assert len(schema_text(Plan).encode()) <= 48 * 1024
    assert len(schema_text(Settings).encode()) <= 12 * 1024
