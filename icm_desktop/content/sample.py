"""What the sample practice is made of, from resources/content/sample."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from icm_desktop import paths


@cache
def sample(name: str) -> dict[str, Any]:
    """One file of the sample practice: "people", "clinic", "conditions", "medicines", "results", "texts" ..."""
    with (paths.RESOURCES / "content" / "sample" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def condition(name: str) -> dict[str, Any]:
    """One condition by its id."""
    found: dict[str, Any] = {each["id"]: each for each in sample("conditions")["condition"]}[name]
    return found
