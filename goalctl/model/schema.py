"""The JSON Schema of plans, settings and forms, made from the models, so that editors know what the reader knows."""

from __future__ import annotations

import json
from typing import Any

from goalctl.model.plan import Plan
from goalctl.model.types import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(kind: type[Record] = Plan) -> str:
    """The schema as JSON text, ending in a line feed."""
    return json.dumps(schema_of(kind), indent=1, ensure_ascii=False) + "\n"


def schema_of(kind: type[Record]) -> dict[str, Any]:
    """The schema of one kind of file: as strict as the models, with empty values and `x-` keys allowed as they are."""
    made = kind.model_json_schema(by_alias=True, mode="validation")
    for definition in (made, *made.get("$defs", {}).values()):
        for shape in (definition, *definition.get("anyOf", ())):
            if "properties" in shape:
                _as_written(shape)
    return {"$schema": DIALECT, **made, "title": f"goalctl {kind.__name__.lower()}"}


def _as_written(definition: dict[str, Any]) -> None:
    """A key may stand there empty, unless it is required, and keys of the practice's own begin with x-."""
    required = definition.get("required", [])
    definition.setdefault("patternProperties", {})["^x-"] = {}
    definition["properties"] = {
        key: schema if key in required else _or_empty(schema) for key, schema in definition["properties"].items()
    }


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in schema.items() if key not in {"default", "title"}}
    if not kept:
        return {}
    options = kept.pop("anyOf", None) or [kept]
    return {"anyOf": [*(option for option in options if option != {"type": "null"}), {"type": "null"}]}
