"""Plain values for something new in a plan: what was said, without what was not."""

from __future__ import annotations

from goalctl.model.finding import Value
from goalctl.model.scalars import number_text


def entry_values(**fields: object) -> dict[str, Value]:
    """The fields that hold something, as the text a plan holds; a trailing underscore is dropped from a name."""
    values = {name.rstrip("_"): plain(value) for name, value in fields.items()}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def plain(value: object) -> Value:
    """A typed value as plain text values: days as ISO text, flags as yes and no."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number_text(float(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)
