"""By which names the columns of lists of patients and visits are known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from icm_desktop.domain.csv_mapping import KINDS, plain


@cache
def column_names() -> Mapping[str, Mapping[str, str]]:
    """For each kind of list every plain name of a column with the field it means."""
    raw = tomllib.loads(files("resources").joinpath("content/codes/csv_columns.toml").read_text(encoding="utf-8"))
    return {
        kind: {plain(name): field for field, names in raw[kind].items() for name in (field, *names)} for kind in KINDS
    }
