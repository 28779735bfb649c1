from __future__ import annotations

import os

from handwriting import KEYS, documents, texts, values
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalctl.documents.edit import AppendItem, InsertKey, RemoveItem, SetScalar, changed, edited
from goalctl.documents.locate import line_end, located
from goalctl.documents.read import read_data

LAW = settings(
    max_examples=int(os.environ.get("LAW_EXAMPLES", "150")),
    deadline=None,
    derandomize="LAW_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def paths_in(value, path=()):
    yield path, value
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths_in(inner, (*path, step))


@st.composite
def edits_of(draw, data):
    places = list(paths_in(data))
    below = [path for path, _ in places if path]
    choices = [st.builds(RemoveItem, st.sampled_from(below))]
    for path, value in places:
        if value is None or isinstance(value, str):
            choices.append(st.builds(SetScalar, st.just(path), st.none() | texts))
        if value is None or isinstance(value, list):
            choices.append(st.builds(AppendItem, st.just(path), values))
        if value is None or isinstance(value, dict):
            beside = st.none() | st.sampled_from(KEYS)
            free = st.sampled_from(sorted({*KEYS, "new"} - {*(value or {})}))
            choices.append(st.builds(InsertKey, st.just(path), free, values, beside, beside))
            choices.append(st.builds(AppendItem, free.map(lambda key, path=path: (*path, key)), values))
            choices.append(st.builds(SetScalar, free.map(lambda key, path=path: (*path, key)), texts))
    return draw(st.one_of(choices))


@LAW
@given(st.data())
def test_an_edited_text_says_the_old_data_and_the_change(data):
    text, before = data.draw(documents())
    edit = data.draw(edits_of(before))
    assert read_data(edited(text, [edit]))[0] == changed(before, [edit])
