"""English sentences for codes: errors, worklist titles and reasons. The window translates these same sentences."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from icm_desktop.errors import UserError


@cache
def sentences() -> dict[str, str]:
    """Every code with its sentence; each topic is a module of this package with a `SENTENCES` table."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        table: dict[str, str] = importlib.import_module(f"{__name__}.{module.name}").SENTENCES
        twice = found.keys() & table.keys()
        if twice:
            raise ValueError(f"worded twice: {sorted(twice)}")
        found |= table
    return found


def say(code: str, /, **params: object) -> str:
    """The sentence of a code with its values filled in."""
    return sentences()[code].format(**params)


def error_sentence(error: UserError) -> str:
    """What to tell a person about an error."""
    return say(error.code, **error.params)
