"""The manual page about protection, from the same content as the README's table."""

from __future__ import annotations

import json
import tomllib
from functools import cache

import jsonschema

from icm_desktop import paths
from icm_desktop.contracts.manual import Protection, ProtectionPage

_CONTENT = paths.RESOURCES / "content"


@cache
def protection(language: str) -> ProtectionPage:
    """The page, in English unless the language is Spanish; marks of emphasis are the README's and taken away."""
    raw = tomllib.loads((_CONTENT / "manual" / "protection.toml").read_text("utf-8"))
    schema = json.loads((_CONTENT / "schemas" / "protection.schema.json").read_text("utf-8"))
    jsonschema.validate(raw, schema)
    chosen = "es" if language.startswith("es") else "en"
    words = raw[chosen]
    rows = tuple(_row(row["by"], words[f"by_{row['by']}"], *row[chosen]) for row in raw["row"])
    headings = (words["threat"], words["stopped"], words["by"], words["left"])
    return ProtectionPage(words["title"], words["lead"], headings, rows, words["outside"])


def _row(by: str, kept_by: str, threat: str, stopped: str, left: str) -> Protection:
    return Protection(_plain(threat), _plain(stopped), by, kept_by, _plain(left))


def _plain(text: str) -> str:
    return text.replace("**", "").replace("`", "")
