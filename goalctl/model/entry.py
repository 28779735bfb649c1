"""Plain values for something new in a plan: what was said, without what was not."""

from __future__ import annotations

from goalctl.model.finding import Value
from goalctl.model.scalars import number_text

_FLAGS = {True: "yes", False: "no"}


def entry_values(**fields: object) -> dict[str, Value]:
    """The fields that hold something, as the text a plan holds; a trailing underscore is dropped from a name."""
    values = {name.rstrip("_"): plain_value(value) for name, value in fields.items()}
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def plain_value(value: object) -> Value:
    """A typed value as plain text values: days as ISO text, flags as yes and no."""
    found: Value
    match value:
        case None:
            found = None
        case bool():
            found = _FLAGS[value]
        case int() | float():
            found = number_text(float(value))
        case dict():
            found = {str(key): plain_value(item) for key, item in value.items()}
        case list() | tuple():
            found = [plain_value(item) for item in value]
        case _:
            found = str(value)
    return found


def moved_because(client: str, because: str | None) -> str:
    """Why an entry that went to another client's plan is void where it was."""
    return f"moved to {client}: {because}"


def moved_to(because: object) -> str:
    """Whose plan it went to, by that reason; empty for any other reason."""
    went, _, rest = because.partition(": ") if isinstance(because, str) else ("", "", "")
    return went.removeprefix("moved to ") if rest and went.startswith("moved to ") else ""
