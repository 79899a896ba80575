"""The words of printed sheets for staff, from resources/content/sheets, checked against their schemas."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths


@cache
def sheet(name: str, language: str) -> dict[str, Any]:
    """The words of one sheet in one language; English when there are none in that."""
    content = paths.RESOURCES / "content"
    with (content / "sheets" / f"{name}.toml").open("rb") as file:
        words: dict[str, Any] = tomllib.load(file)
    schema = json.loads((content / "schemas" / f"{name}_sheet.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(words, schema)
    chosen: dict[str, Any] = words.get(language) or words["en"]
    return chosen
