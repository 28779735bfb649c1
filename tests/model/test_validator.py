"""Our own schema of a record says what pydantic's says: of everything that ships, and of each of its values spoiled."""

import random
from functools import partial
from pathlib import Path

import pytest
from pydantic import ValidationError

from goalctl.documents.read import read_data
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.profile import Profile
from goalctl.model.settings import Settings
from goalctl.model.table_map import TableMap
from goalctl.model.template import Template
from goalctl.model.validator import read_as
from tests.every_key import DATA

LIBRARY = Path(__file__).parents[2] / "goalctl" / "library"
FOLDERS = {
    "forms": Form, "planners": Planner, "profiles": Profile, "mappings": TableMap, "templates": Template,
}  # fmt: skip
SPOILED = (None, "", "no such word", "2026-02-30", "9", [], ["a", None], {}, {"nothing": "known"}, {"x-own": "a"})
EACH = 25
"""So many values of each file are spoiled, one after another."""


def said_by(read, data):
    try:
        made = read(data)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)
    return made, made.model_fields_set, made.__pydantic_private__


def spoiled(data, chance):
    """The data with one of its values turned into something else, with one taken away, or with one too many."""
    path = chance.choice(list(_paths(data)))
    copy = _copied(data)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    match chance.randrange(8):
        case 0 if isinstance(holder, dict):
            del holder[path[-1]]
        case 1 if isinstance(holder, dict):
            holder["unheard-of"] = chance.choice(SPOILED)
        case _:
            holder[path[-1]] = chance.choice(SPOILED)
    return copy


def _paths(data, path=()):
    """Where each value below the data stands."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inside:
        yield (*path, step)
        yield from _paths(value, (*path, step))


def _copied(data):
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(item) for item in data] if isinstance(data, list) else data


def _files():
    yield Plan, DATA
    yield Settings, read_data((LIBRARY.parents[1] / "goalctl.yaml").read_text(encoding="utf-8"))[0]
    for folder, kind in FOLDERS.items():
        for file in sorted((LIBRARY / folder).glob("*.yaml")):
            yield kind, read_data(file.read_text(encoding="utf-8"))[0]


@pytest.mark.parametrize("kind", [Plan, Settings, *FOLDERS.values()], ids=lambda kind: kind.__name__)
def test_it_reads_and_refuses_as_pydantic_does(kind):
    chance, ours = random.Random(kind.__name__), partial(read_as, kind)  # noqa: S311 - not for secrets
    refused = 0
    for data in (data for of, data in _files() if of is kind):
        assert said_by(ours, data) == said_by(kind.model_validate, data)
        for _ in range(EACH * (40 if kind in {Plan, Settings} else 1)):
            broken = spoiled(data, chance)
            given = said_by(ours, broken)
            assert given == said_by(kind.model_validate, broken), broken
            refused += isinstance(given, list)
    assert refused > EACH
