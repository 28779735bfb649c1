"""pydantic-core's validator of a record, made of the record's fields.

A record holds few kinds of field only: what a grammar reads, a record, a plain text, what may be absent, tuples and
mappings of these. pydantic's own generator, which is ready for whatever Python can annotate, takes eight times as long
for the same and looks for plugins among all that is installed: together a quarter of what `show` took.
`tests/model/test_validator.py` holds both equal.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import WrapValidator
from pydantic_core import CoreSchema, PydanticUndefined, SchemaValidator, core_schema

from goalctl.model.types import Grammar, Record

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

M = TypeVar("M", bound=Record)
_Records = dict[type[Record], CoreSchema]
"""Each record's schema, to which others refer."""
_STRICT = core_schema.CoreConfig(extra_fields_behavior="forbid", hide_input_in_errors=True)


def read_as(kind: type[M], data: object) -> M:
    """The record that plain values say; raises pydantic's ValidationError with all that is wrong."""
    record: M = _validator_of(kind).validate_python(data)
    return record


@cache
def _validator_of(kind: type[Record]) -> SchemaValidator:
    records: _Records = {}
    whole = _value(kind, (), records)
    return SchemaValidator(core_schema.definitions_schema(whole, list(records.values())))


def _value(annotation: Any, metadata: tuple[Any, ...], records: _Records) -> CoreSchema:  # noqa: ANN401 - any annotation
    """The schema of what is annotated so; `metadata` is what its `Annotated` says beside."""
    for each in metadata:
        if isinstance(each, Grammar):
            return each.core
        if isinstance(each, WrapValidator):
            inner = _value(annotation, (), records)
            return core_schema.no_info_wrap_validator_function(each.func, inner)  # type: ignore[arg-type] # asks for no info
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation, records)
    return _held(annotation, records)


def _held(annotation: Any, records: _Records) -> CoreSchema:  # noqa: ANN401 - any annotation
    """The schema of what holds others: what may be absent, a tuple, a mapping; else of a plain text."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inside[0], inside[1:], records)
    if origin in {Union, UnionType}:
        (other,) = (each for each in inside if each is not NoneType)
        return core_schema.nullable_schema(_value(other, (), records))
    if origin is tuple:
        return core_schema.tuple_schema([_value(inside[0], (), records)], variadic_item_index=0)
    if origin is dict:
        return core_schema.dict_schema(*(_value(each, (), records) for each in inside))
    assert annotation is str, annotation  # noqa: S101 - a kind of field that is new has no schema here
    return core_schema.str_schema()


def _record(kind: type[Record], records: _Records) -> CoreSchema:
    """A reference to a record's schema, which is made when it is first met."""
    ref = f"{kind.__module__}.{kind.__qualname__}"
    if kind not in records:
        records[kind] = core_schema.any_schema()  # met by a record that holds its own kind
        records[kind] = {**_made(kind, records), "ref": ref}
    return core_schema.definition_reference_schema(ref)


def _made(kind: type[Record], records: _Records) -> CoreSchema:
    """The record's fields, and its looks at them as pydantic nests these: before inside, around and after outside."""
    looks = [(each.info.mode, each.func) for each in kind.__pydantic_decorators__.model_validators.values()]
    fields = {name: _field(info, records) for name, info in kind.__pydantic_fields__.items()}
    schema: CoreSchema = core_schema.model_fields_schema(fields)
    for look in (look for mode, look in looks if mode == "before"):
        schema = core_schema.no_info_before_validator_function(look, schema)
    schema = core_schema.model_schema(kind, schema, config=_STRICT, post_init=kind.__pydantic_post_init__)
    for mode, look in looks:
        if mode == "wrap":
            schema = core_schema.no_info_wrap_validator_function(look, schema)
        elif mode == "after":
            schema = core_schema.no_info_after_validator_function(look, schema)
    return schema


def _field(info: FieldInfo, records: _Records) -> core_schema.ModelField:
    schema = _value(info.annotation, tuple(info.metadata), records)
    if info.default_factory is not None:
        schema = core_schema.with_default_schema(schema, default_factory=info.default_factory)
    elif info.default is not PydanticUndefined:
        schema = core_schema.with_default_schema(schema, default=info.default)
    return core_schema.model_field(schema, validation_alias=info.alias)
