"""By which names the columns, kinds and languages of a directory in a CSV file are known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.domain.directory_lines import Known
from icm_desktop.domain.names import folded


@cache
def known() -> Known:
    """Every name, folded, with what it means."""
    raw = tomllib.loads(files("resources").joinpath("content/codes/directory_file.toml").read_text(encoding="utf-8"))
    return Known(_meaning(raw["columns"]), _meaning(raw["kinds"]), _meaning(raw["languages"]))


def _meaning(lists: dict[str, Any]) -> Mapping[str, str]:
    return {folded(name): meant for meant, names in lists.items() for name in (meant, *names)}
