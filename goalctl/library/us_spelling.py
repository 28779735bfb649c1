"""The shipped words in the spelling of the United States, by a table of whole words; nobody's own text is touched."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TypeVar

from goalctl.documents.read import read_data
from goalctl.model.finding import Value, fields_in
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.model.written import record_data

M = TypeVar("M", bound=Record)

TABLE = Path(__file__).resolve().parent / "spelling" / "us.yaml"
_LEFT = {"planner", "template", "sources", "id", "by"}
_WORD = re.compile(r"[A-Za-z]+")


@cache
def us_words() -> dict[str, str]:
    """The words that are spelled otherwise, in small letters."""
    data, _ = read_data(TABLE.read_text(encoding="utf-8"))
    return {word: str(other) for word, other in fields_in(data).items()}


def us_text(text: str) -> str:
    """The text with each of these words in the other spelling, its capitals kept."""
    return _WORD.sub(_respelled, text)


def _respelled(found: re.Match[str]) -> str:
    word = found[0]
    other = us_words().get(word.lower())
    if other is None:
        return word
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def in_us_spelling(record: M) -> M:
    """The same record with its own words respelled; ids, sources and names of measures stay."""
    respelled, _ = record_from(type(record), _value(record_data(record)))
    return record if respelled is None else respelled


def _value(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: inner if key in _LEFT else _value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner) for inner in value]
    return us_text(value) if isinstance(value, str) else value
