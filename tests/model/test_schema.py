"""The JSON Schema says what the reader says: every shipped plan fits it when a YAML 1.2 loader reads it."""

from pathlib import Path

import jsonschema
import pytest

from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.schema import schema_of
from goalctl.model.settings import Settings
from tests.yaml_1_2 import as_an_editor_reads

TREE = Path(__file__).parent.parent.parent
LIBRARY = TREE / "goalctl" / "library"
FILES = [  # of the library a sample: the independent loader is slow, and other tests read every file
    *((path, Plan) for path in sorted(TREE.glob("plans/*.yaml"))),
    *((path, Plan) for path in sorted(TREE.glob("examples/*/plans/*.yaml"))),
    *((path, Settings) for path in [TREE / "goalctl.yaml", *TREE.glob("examples/*/goalctl.yaml")]),
    *((path, Form) for path in sorted(LIBRARY.glob("forms/*.yaml"))[::12]),
    *((path, Planner) for path in sorted(LIBRARY.glob("planners/*.yaml"))[:1]),
]
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in (Plan, Settings, Form, Planner)}


@pytest.mark.parametrize("kind", VALIDATORS, ids=lambda kind: kind.__name__)
def test_the_schema_is_a_schema(kind):
    jsonschema.Draft202012Validator.check_schema(VALIDATORS[kind].schema)


@pytest.mark.parametrize(
    ("path", "kind"), FILES, ids=lambda value: getattr(value, "name", getattr(value, "__name__", ""))
)
def test_every_shipped_file_fits_its_schema(path, kind):
    VALIDATORS[kind].validate(as_an_editor_reads(path.read_text(encoding="utf-8-sig")))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("client: c-1\nopened: 02/03/2026\n", "client: c-1\nopened: 2026-03-02\n"),
        ("client: c-1\nstatus: gone\n", "client: c-1\nstatus: active\n"),
        ("client: c-1\nstatsu: active\n", "client: c-1\nx-status: active\n"),
        ("client: c-1\nvalues: calm\n", "client: c-1\nvalues: [calm]\n"),
        ("status: active\n", "client: c-1\nstatus:\n"),
        ("client: c-1\ndiary: [{date: 2026-01-01, g: 1}]\n", "client: c-1\ndiary: [{date: 2026-01-01, g1.1@a: 1}]\n"),
    ],
    ids=["day", "word", "key", "list", "missing", "diary"],
)  # fmt: skip
def test_an_editor_is_told_what_the_reader_would_refuse(wrong, right):
    VALIDATORS[Plan].validate(as_an_editor_reads(right))
    with pytest.raises(jsonschema.ValidationError):
        VALIDATORS[Plan].validate(as_an_editor_reads(wrong))
