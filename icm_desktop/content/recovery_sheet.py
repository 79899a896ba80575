"""The words of the printed recovery sheet, from resources/content/sheets/recovery.toml."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths


@cache
def recovery_sheet(language: str) -> dict[str, Any]:
    """The words in one language; English when there are none in that."""
    content = paths.RESOURCES / "content"
    with (content / "sheets" / "recovery.toml").open("rb") as file:
        words: dict[str, Any] = tomllib.load(file)
    schema = json.loads((content / "schemas" / "recovery_sheet.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(words, schema)
    chosen: dict[str, Any] = words.get(language) or words["en"]
    return chosen
