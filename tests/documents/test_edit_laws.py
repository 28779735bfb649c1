from __future__ import annotations

from handwriting import KEYS, LAW, documents, texts, values
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from goalctl.documents.edit import AppendItem, EditError, InsertKey, RemoveItem, SetScalar, data_after, text_after
from goalctl.documents.locate import line_end, tree_of
from goalctl.documents.read import read_data


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


def value_at(value, path):
    return dict(paths_in(value))[path]


def node_at(text, path):
    """The node at a path, or where it would have to come into being."""
    node = tree_of(text)
    for step in path:
        entry = node.entry(step)
        node = entry.value if entry else node
    return node


def is_one_stretch_more(old, new):
    shared = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return old[shared:] == new[len(new) - len(old) + shared :]


def is_subsequence(part, whole):
    rest = iter(whole)
    return all(letter in rest for letter in part)


@LAW
@given(st.data())
def test_an_edited_text_says_the_old_data_and_the_change(data):
    text, before = data.draw(documents())
    edit = data.draw(edits_of(before))
    assert read_data(text_after(text, [edit]))[0] == data_after(before, [edit])


@LAW
@given(st.data())
def test_what_is_added_among_lines_is_one_stretch_of_whole_lines(data):
    text, before = data.draw(documents())
    places = [path for path, value in paths_in(before) if value and not isinstance(value, str)]
    path = data.draw(st.sampled_from([path for path in places if not node_at(text, path).flow] or [()]))
    assume(not node_at(text, path).flow and text.endswith("\n"))
    edit = (
        AppendItem(path, "x: y") if isinstance(value_at(before, path), list) else InsertKey(path, "new", [{"id": "1"}])
    )
    assert is_one_stretch_more(text.splitlines(), text_after(text, [edit]).splitlines())


@LAW
@given(st.data())
def test_what_is_added_takes_nothing_away_but_an_empty_value(data):
    text, before = data.draw(documents())
    edit = data.draw(edits_of(before).filter(lambda edit: isinstance(edit, AppendItem | InsertKey)))
    assume(text.endswith("\n"))  # a block scalar that ends the file may need another indicator
    after = text_after(text, [edit])
    node = node_at(text, edit.path)
    empty = text[node.start : node.end] if not node.entries else ""
    kept = text[: node.start] + text[node.end :] if empty else text
    assert is_subsequence(kept.replace(" ", ""), after.replace(" ", ""))


@LAW
@given(st.data())
def test_a_scalar_is_replaced_between_what_stands_before_and_after_it(data):
    text, before = data.draw(documents())
    paths = [path for path, value in paths_in(before) if value is None or isinstance(value, str)]
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    after = text_after(text, [SetScalar(path, data.draw(st.none() | texts))])
    node = node_at(text, path)
    assert after.startswith(text[: node.start].rstrip(" "))
    assert after.endswith(text[line_end(text, node.end) :])


@LAW
@given(st.data())
def test_what_is_removed_is_one_stretch(data):
    text, before = data.draw(documents())
    owners = [path for path, value in paths_in(before) if isinstance(value, dict | list) and len(value) > 1]
    assume(owners)
    owner = data.draw(st.sampled_from(owners))
    step = data.draw(st.sampled_from([path[-1] for path, _ in paths_in(value_at(before, owner)) if len(path) == 1]))
    after = text_after(text, [RemoveItem((*owner, step))])
    assert is_one_stretch_more(after, text)


@st.composite
def many_edits_of(draw, data):
    """A row of edits, each of the data as the ones before it leave it; often several of one list."""
    edits = []
    for _ in range(draw(st.integers(1, 4))):
        edit = draw(edits_of(data))
        more = draw(st.lists(values, max_size=3)) if isinstance(edit, AppendItem) else []
        edits += [edit, *(AppendItem(edit.path, value) for value in more)]
        data = data_after(data, edits[-1 - len(more) :])
        if data in (None, {}):
            break
    return edits


def text_after_one_by_one(text, edits):
    for edit in edits:
        text = text_after(text, [edit])
    return text


@LAW
@given(st.data())
def test_many_edits_in_one_pass_write_what_they_write_one_by_one(data):
    text, before = data.draw(documents())
    edits = data.draw(many_edits_of(before))
    try:
        one_by_one = text_after_one_by_one(text, edits)
    except EditError:
        reject()
    assert text_after(text, edits) == one_by_one
