"""Passwords that are not accepted, from resources/content/policies/passwords.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from icm_desktop import paths


@cache
def common_passwords() -> tuple[str, ...]:
    """Common passwords and words, as compared: without case."""
    with (paths.RESOURCES / "content" / "policies" / "passwords.toml").open("rb") as file:
        return tuple(tomllib.load(file)["common"])
