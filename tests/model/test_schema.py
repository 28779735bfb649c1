"""The JSON Schema says what the reader says: every shipped plan fits it when a YAML 1.2 loader reads it."""

from pathlib import Path

import jsonschema
import pytest

from goalctl.documents.read import read_data
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.schema import schema_of
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
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


GOAL = "client: c-1\ngoals: [{{id: g1, goal: x, smart: {{measurable: {{by: rating, {}}}}}}}]\n".format
ENTRY = "client: c-1\nsessions: [{{date: 2026-01-05, {}}}]\n".format
OPENED = "client: c-1\nopened: {}\n".format
DAYS = [
    f"{year}-{month_day}"
    for year in ("2026", "2024", "2000", "1900", "0004", "0000", "9999")
    for month_day in ("01-01", "02-28", "02-29", "02-30", "04-30", "04-31", "12-31", "12-32", "13-01", "00-10", "05-00")
]
TIMES = ("0:00", "9:05", "23:59", "24:00", "9:60", "10:00-10:53", "10:00 \u2013 24:10")
SERVICE = "client: c-1\nservices: [{{type: x, every: {}}}]\n".format


@pytest.mark.parametrize(
    "text",
    [
        GOAL("target: 7"), GOAL("target: [7, 9]"), GOAL("target: seven"), GOAL("target: [7, nine]"),
        GOAL("scale: [0, 10]"), GOAL("scale: [0, ]"), GOAL("scale: [none, 10]"),
        ENTRY("scores: {g1: , g1@anna: 2}"), ENTRY("scores: {G1: 2}"), ENTRY("scores: {g1: two}"),
        ENTRY("forms: {phq-9: , gad-7@anna: 3}"), ENTRY("forms: {PHQ-9: 3}"), ENTRY("forms: {phq-9: [[1, 2]]}"),
        ENTRY("forms: {phq-9: [1, ~, 2]}"), ENTRY("homework_done: {h1: }"), ENTRY("homework_done: {H1: yes}"),
        ENTRY('note: " "'), ENTRY('note: ""'), ENTRY("note: 12"),
        "client: c-1\nclinicians:\n", "client: c-1\ndiary: [{date: 2026-01-05, g1: }]\n",
        "client: c-1\ndiary: [{date: 2026-01-05, g1: two}]\n",
        *(SERVICE(one) for one in ("2w", "Every  2 weeks", "3x a week", "twice a month", "As needed", "4 sessions")),
        SERVICE("now and then"), SERVICE("2026-03-02"),
        *(SERVICE(one) for one in ("0d", "00w", "05w", "0 per week", "10 per week", "Every 0 weeks", "0 sessions")),
        *(OPENED(f"{day}") for day in DAYS), *(ENTRY(f"time: {time}") for time in TIMES),
        *(ENTRY(f"written: {written}") for written in ("2026-02-28T9:05", "2026-02-29T9:05", "2026-02-28T24:00")),
        *(f"client: c-1\nreview_every: {one}\n" for one in ("0d", "000m", "1d", "010w", "9999y", "10000d")),
        GOAL("scale: [~, 10]"), GOAL("levels: {-2: a, +1: b}"), GOAL("levels: {a: b}"), GOAL('levels: {1: " "}'),
    ],
)  # fmt: skip
def test_the_reader_and_the_schema_say_the_same(text):
    data, _ = read_data(text)
    plan, _ = record_from(Plan, data)
    assert VALIDATORS[Plan].is_valid(as_an_editor_reads(text)) == (plan is not None)
