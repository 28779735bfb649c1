"""The JSON Schema of every kind of file, made from the models and the words about their keys, for editors.

What stands there twice is said once, under `$defs`: a new workspace has to fit a small disk. Nothing holds `default` or
`examples`, because editors type those into the file: an example is a part of the sentence. Of several
alternatives one has no title: a hover shows those that look alike as `goalctl plan || goalctl plan`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import WrapValidator
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from goalctl.model.fields import records_of
from goalctl.model.keys.every import key_of
from goalctl.model.keys.key import Key
from goalctl.model.plan import Plan
from goalctl.model.types import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EMPTY = {"not": {"type": ["string", "number", "boolean", "array", "object"]}, "title": "nothing"}
"""Nothing behind the colon; not as the type null, which editors would offer as a word to type."""
_NOT_SAID = frozenset({"default", "title"})
_ANY_KEY = ("additionalProperties", True)  # says nothing, and only newer versions of pydantic say it
_SHORT = 30  # characters of a fragment that is not worth a name of its own

Fragment = dict[str, Any]


@cache
def schema_text(kind: type[Record] = Plan) -> str:
    """The schema as JSON text, a definition a line, ending in a line feed."""
    made = schema_of(kind)
    lines = [f" {json.dumps(name)}: {_dense(one)}" for name, one in made.items() if name != "$defs"]
    defined = [f"  {json.dumps(name)}: {_dense(one)}" for name, one in made["$defs"].items()]
    return "{\n" + ",\n".join([*lines, ' "$defs": {\n' + ",\n".join(defined) + "\n }"]) + "\n}\n"


def _dense(fragment: Fragment) -> str:
    return json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))


class _WithoutDefaults(GenerateJsonSchema):
    """No default is said here, so none is made ready to be said: an older pydantic can't do it before it is used."""

    def encode_default(self, dft: object) -> None:
        """Nothing, whatever it is."""


def schema_of(kind: type[Record]) -> Fragment:
    """The schema of one kind of file: as strict as the models, with empty values and `x-` keys allowed as they are."""
    made = kind.model_json_schema(by_alias=True, schema_generator=_WithoutDefaults, mode="validation")
    definitions: dict[str, Fragment] = {**made.pop("$defs", {}), kind.__name__: made}
    records = {record.__name__: record for record in records_in(kind)}
    shapes: list[Fragment] = []
    for name, definition in definitions.items():
        definition.pop("description", None)  # what is said of the key that leads there says more
        for shape in (definition, *definition.get("anyOf", ())):
            shape.pop("title", None)
            if "properties" in shape:
                _as_written(shape, records[name])
                shapes.append(shape)
    shared = _said_once(shapes)
    whole = definitions.pop(kind.__name__)
    defined = {"empty": EMPTY, **shared, **definitions}
    return {"$schema": DIALECT, "title": f"goalctl {kind.__name__.lower()}", **whole, "$defs": defined}


def records_in(kind: type[Record]) -> list[type[Record]]:
    """The record and every record that stands inside it, each once."""
    found = [kind]
    for record in found:
        inner = (one for info in record.model_fields.values() for one in records_of(info.annotation))
        found += [one for one in dict.fromkeys(inner) if one not in found]
    return found


def _as_written(shape: Fragment, record: type[Record]) -> None:
    """A key may stand there empty, unless it is required, and keys of the practice's own begin with x-."""
    required = shape.get("required", [])
    shape.setdefault("patternProperties", {})["^x-"] = {}
    named = {info.alias or name for name, info in record.model_fields.items() if _has_keys_of_its_own(info)}
    shape["properties"] = {
        name: _property(_keyed(one) if name in named else one, key_of(record, name), may_be_empty=name not in required)
        for name, one in shape["properties"].items()
    }


def _has_keys_of_its_own(info: FieldInfo) -> bool:
    """Whether ids or words stand under it as keys: scores by goal, answers by form."""
    return any(isinstance(one, WrapValidator) for one in info.metadata)


def _keyed(fragment: Fragment) -> Fragment:
    """Under each of its keys nothing may stand, too; a key that can be none of them is told as that."""
    patterns: Fragment = fragment.get("patternProperties", {})
    regex = next(iter(patterns), "")
    values = patterns[regex] if regex else fragment.get("additionalProperties")
    if not isinstance(values, dict) or not values:
        return fragment
    given = _or_empty(values.get("anyOf", [values]))
    if not regex:
        return {**fragment, "additionalProperties": given}
    return {
        **fragment,
        "patternProperties": {regex: given},
        "propertyNames": {**fragment.get("propertyNames", {}), "pattern": regex},
    }


def _property(fragment: Fragment, told: Key | None, *, may_be_empty: bool) -> Fragment:
    kept = {name: one for name, one in fragment.items() if name not in _NOT_SAID and (name, one) != _ANY_KEY}
    words = {"description": told.text} if told else {}
    if not may_be_empty or not kept:
        return {**kept, **words}
    return _or_empty([option for option in kept.get("anyOf", [kept]) if option != {"type": "null"}]) | words


def _or_empty(options: list[Fragment]) -> Fragment:
    stated = options[0].get("type") if len(options) == 1 else None
    if stated:
        return {**options[0], "type": [*([stated] if isinstance(stated, str) else stated), "null"]}
    several = ({"title": "one of these words", **option} if "enum" in option else option for option in options)
    return {"anyOf": [*several, {"$ref": "#/$defs/empty"}]}


def _said_once(shapes: Iterable[Fragment]) -> dict[str, Fragment]:
    """First what several keys may hold alike gets a name, then what is said of several keys alike."""
    tables = [shape["properties"] for shape in shapes]
    kinds = _named((_unsaid(one) for one in _every(tables)), "k")
    _put(tables, lambda one: _referred(_unsaid(one), kinds) | _words(one))
    same = _named(_every(tables), "w")
    _put(tables, lambda one: _referred(one, same))
    return {name: _with_items_referred(json.loads(dense), kinds) for dense, name in (kinds | same).items()}


def _every(tables: Iterable[Fragment]) -> Iterator[Fragment]:
    return (fragment for keys in tables for fragment in keys.values())


def _put(tables: Iterable[Fragment], change: Callable[[Fragment], Fragment]) -> None:
    for keys in tables:
        keys.update({name: change(fragment) for name, fragment in keys.items()})


def _named(fragments: Iterable[Fragment], called: str) -> dict[str, str]:
    """A name for each that stands at several places and is long."""
    counts = Counter(_dense(fragment) for fragment in fragments)
    often = [dense for dense, count in counts.items() if count > 1 and len(dense) > _SHORT]
    return {dense: f"{called}{number}" for number, dense in enumerate(often, start=1)}


def _referred(fragment: Fragment, names: dict[str, str]) -> Fragment:
    name = names.get(_dense(fragment))
    return {"$ref": f"#/$defs/{name}"} if name else fragment


def _with_items_referred(fragment: Fragment, names: dict[str, str]) -> Fragment:
    items = fragment.get("items")
    return {**fragment, "items": _referred(items, names)} if isinstance(items, dict) else fragment


def _unsaid(fragment: Fragment) -> Fragment:
    return {name: one for name, one in fragment.items() if name != "description"}


def _words(fragment: Fragment) -> Fragment:
    return {name: one for name, one in fragment.items() if name == "description"}
