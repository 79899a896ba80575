"""The manual page about protection, from the same content as the README's table."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths

_CONTENT = paths.RESOURCES / "content"


@cache
def protection() -> dict[str, Any]:
    """The content as it is written: words by language and rows."""
    raw = tomllib.loads((_CONTENT / "manual" / "protection.toml").read_text("utf-8"))
    schema = json.loads((_CONTENT / "schemas" / "protection.schema.json").read_text("utf-8"))
    jsonschema.validate(raw, schema)
    return raw
