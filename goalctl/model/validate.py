"""From plain text values to a model: every problem as a finding, in our words, with its path and a hint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from goalctl.model.finding import Finding, Path, Value, fields_in
from goalctl.model.nearest import nearest
from goalctl.model.scalars import ScalarError, excerpt, whole_from
from goalctl.model.types import Record
from goalctl.model.validator import read_as

M = TypeVar("M", bound=Record)

FORMAT = 2


def record_from(kind: type[M], data: Value) -> tuple[M | None, list[Finding]]:
    """The model that the data says, or None and what is wrong with it: every problem (`E12x`, `E13x`), in file order.

    A `format` newer than this goalctl is one finding, not a list of unknown keys.
    """
    if newer := _newer_format(data):
        return None, [newer]
    try:
        return read_as(kind, data), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, [_finding(kind, data, detail) for detail in details]


def _newer_format(data: Value) -> Finding | None:
    written = fields_in(data).get("format")
    try:
        number = whole_from(written) if isinstance(written, str) else FORMAT
    except ScalarError:
        return None
    if number <= FORMAT:
        return None
    hint = "install a newer goalctl: pip install --upgrade goalctl"
    return Finding("E131", f"this file has format {number}; this goalctl reads format {FORMAT}", ("format",), hint)


def _finding(kind: type[BaseModel], data: Value, detail: Any) -> Finding:  # noqa: ANN401 - pydantic's error details
    loc: tuple[str | int, ...] = detail["loc"]
    path = _path_in(data, loc)
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(str(loc[-1]), path, _fields_at(kind, loc[:-1]))
        case "missing":
            return Finding("E130", f"`{loc[-1]}` is missing", path[:-1], f"write it; in a file, a line `{loc[-1]}: …`")
        case "tuple_type" | "list_type":
            return Finding("E121", "a list belongs here", path, "write [one, two], or one a line after a dash")
        case "dict_type":
            return Finding("E121", "keys with values belong here", path, "write them as key: value, one a line")
        case code if code.startswith("E"):
            context = detail["ctx"]
            return Finding(code, context["message"], path, context["hint"], at_key=loc[-1:] == ("[key]",))
        case _:
            return Finding("E121", detail["msg"], path)


def _path_in(data: Value, loc: Iterable[str | int]) -> Path:
    """The location as the file has it: pydantic's own markers, and keys that only the model has, are left out."""
    path: list[str | int] = []
    parts = [part for part in loc if part != "[key]"]
    for position, part in enumerate(parts):
        inside = _step(data, part)
        if inside is _ABSENT and position + 1 < len(parts) and _step(data, parts[position + 1]) is not _ABSENT:
            continue
        path.append(part)
        data = None if inside is _ABSENT else inside  # type: ignore[assignment] # a sentinel
    return tuple(path)


_ABSENT = object()


def _step(data: Value, part: str | int) -> Value | object:
    if isinstance(data, dict) and isinstance(part, str):
        return data.get(part, _ABSENT)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return _ABSENT


def _unknown_key(key: str, path: Path, known: list[str]) -> Finding:
    near = nearest(key, known)
    if near:
        hint = f"did you mean `{near}`? A key of your own starts with x-"
    elif known:
        hint = f"known here: {', '.join(known)}; a key of your own starts with x-"
    else:
        hint = "take it away, or start it with x- to keep it as your own"
    return Finding("E120", f"unknown key `{excerpt(key)}`", path, hint, at_key=True)


def _fields_at(kind: type[BaseModel], loc: Iterable[str | int]) -> list[str]:
    """The keys that may stand where the location leads."""
    here: type[BaseModel] | None = kind
    for part in loc:
        if isinstance(part, str) and here is not None:
            fields = {info.alias or name: info.annotation for name, info in here.model_fields.items()}
            here = _model_in(fields.get(part))
    return [info.alias or name for name, info in here.model_fields.items()] if here else []


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
