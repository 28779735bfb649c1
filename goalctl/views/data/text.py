"""A document as JSON: rows of a list one a line, so that it can be read, compared and cut; nothing here checks it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Literal

from goalctl.views.clean import clean

VERSION: Literal["goalctl/1"] = "goalctl/1"
AT_ONCE = 200  # rows


def json_pieces(document: Mapping[str, object]) -> Iterator[str]:
    """The text in pieces, so many rows at a time."""
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
    before, left = "[\n  ", iter(rows)
    while some := ",\n  ".join(map(_safe, islice(left, AT_ONCE))):
        yield before + some
        before = ",\n  "
    yield "\n ]"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _encoding() -> Callable[[object], str]:
    """`JSONEncoder.encode` makes what encodes anew for each row; here it is made once, where Python has it in C."""
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain)
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    text: Any = json.encoder.encode_basestring  # the one in C, if there is one
    encode = make(None, _plain, text, None, ": ", ", ", False, False, False)  # noqa: FBT003 - as it is called there
    return lambda value: "".join(encode(value, 0))


_encode = _encoding()


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
