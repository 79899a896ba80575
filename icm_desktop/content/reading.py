"""How easy a patient's page should be to read, per language: `resources/content/paper/reading.toml`."""

from __future__ import annotations

from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked
from icm_desktop.domain.wording import Rules

FILE = paths.RESOURCES / "content" / "paper" / "reading.toml"


@cache
def reading_rules(language: str) -> Rules:
    """The rules of a language ("en" or "es")."""
    raw = checked(FILE, "reading")[language]
    return Rules(
        language, raw["target"], raw["warn"], raw["stop"], raw["most_words"], tuple(raw["passive"]), tuple(raw["sums"]),
        tuple(raw["why"]), tuple((word, better) for word, better in raw["jargon"]),
    )  # fmt: skip
