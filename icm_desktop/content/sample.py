"""What the sample practice is made of, from resources/content/sample."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from icm_desktop import paths


@cache
def sample(name: str) -> dict[str, Any]:
    """The tables of "people", "clinic" or "illness"."""
    with (paths.RESOURCES / "content" / "sample" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
