"""A document as JSON: rows of a list one a line, so that it can be read, compared and cut; nothing here checks it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from goalctl.views.clean import clean

VERSION: Literal["goalctl/1"] = "goalctl/1"


def json_pieces(document: Mapping[str, object]) -> Iterator[str]:
    """The text in pieces, a row at a time."""
    before = "{\n"
    for key, value in document.items():
        yield f"{before} {_encode(key)}: "
        yield from _rows(value) if isinstance(value, list) and value and isinstance(value[0], dict) else [_safe(value)]
        before = ",\n"
    yield "\n}\n"


def json_text(document: Mapping[str, object]) -> str:
    """The whole text."""
    return "".join(json_pieces(document))


def _rows(rows: list[Any]) -> Iterator[str]:
    before = "[\n  "
    for row in rows:
        yield before + _safe(row)
        before = ",\n  "
    yield "\n ]"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain).encode


def _safe(value: object) -> str:
    """As one line. A text with a character that no terminal should get is rare, and then every text is cleaned."""
    text = _encode(value)
    return text if text.isprintable() and "\\u00" not in text else _encode(_cleaned(value))


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _cleaned(one) for key, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, list) else value
