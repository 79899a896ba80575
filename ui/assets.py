"""Where the window's own files lie: icons, fonts, translations."""

from __future__ import annotations

from pathlib import Path

import resources


def asset(*parts: str) -> Path:
    """The path of a shipped file, such as asset("icons", "lock.svg")."""
    return Path(resources.__path__[0]).joinpath(*parts)
