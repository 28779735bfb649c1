"""The JSON Schema of a document for programs, made from its shape: plain dictionaries, described key by key."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ConfigDict, RootModel

from goalctl.model.schema import DIALECT


def shape_schema_text(shape: type, name: str) -> str:
    """The schema as JSON text, ending in a line feed."""
    return json.dumps(shape_schema(shape, name), indent=1, ensure_ascii=False) + "\n"


def shape_schema(shape: type, name: str) -> dict[str, Any]:
    """The schema; a sentence below a key of the shape is the key's description. Keys may come that it doesn't know."""

    class Document(RootModel[shape]):  # type: ignore[valid-type] # a shape is known only here
        """A document as a whole, so that the sentences below its keys are read."""

        model_config = ConfigDict(use_attribute_docstrings=True)

    made = Document.model_json_schema()
    parts = {key: _without_titles(part) for key, part in made.get("$defs", {}).items()}
    whole = parts.pop(shape.__name__)
    return {"$schema": DIALECT, "title": f"goalctl {name}", **whole, "$defs": parts}


def _without_titles(part: dict[str, Any]) -> dict[str, Any]:
    """Pydantic calls every key by its own name once more."""
    kept = {key: value for key, value in part.items() if key != "title"}
    if "properties" in kept:
        kept["properties"] = {key: _without_titles(value) for key, value in kept["properties"].items()}
    return kept
