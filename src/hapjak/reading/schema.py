"""The reading contract as JSON Schema, for programs in other languages."""

from __future__ import annotations

from typing import Any

import msgspec

from hapjak.reading.model import SCHEMA, Reading, RefusedReading


def json_schema() -> dict[str, Any]:
    """One document's result: a reading, or a refusal (JSON Schema 2020-12)."""
    shapes, definitions = msgspec.json.schema_components(
        (Reading, RefusedReading), ref_template="#/$defs/{name}"
    )
    for name in ("Reading", "RefusedReading"):
        definitions[name]["properties"]["schema"] = {"const": SCHEMA}
        definitions[name]["required"].insert(0, "schema")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "anyOf": list(shapes),
        "$defs": definitions,
    }
