"""Scores that the client gives between sessions, by day."""

from typing import Any

from pydantic import ConfigDict, Field, model_validator

from goalctl.model.fragments import A_NUMBER
from goalctl.model.session import Scores
from goalctl.model.types import A_RATED_ID, Day, Record, Text

_RATED_KEYS: Any = {A_RATED_ID["pattern"]: {**A_NUMBER, "type": ["number", "string", "null"]}}


class DiaryEntry(Record):
    """Scores of one day between sessions, given by the client; in the file they stand beside the date, by their id."""

    model_config = ConfigDict(json_schema_extra={"patternProperties": _RATED_KEYS})

    date: Day
    note: Text | None = None
    by: Text | None = None
    scores: Scores = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _scores_apart(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        plain = {key: value for key, value in data.items() if key in {"date", "note", "by"} or not _is_rated(key)}
        scores = {key: value for key, value in data.items() if key not in plain and value is not None}
        return {**plain, "scores": scores} if scores else plain


def _is_rated(key: str) -> bool:
    return key.startswith("g") and key[1:2].isdigit()
