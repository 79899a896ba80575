"""Why somebody did not come to a visit: the codes that may be chosen, in the order they are offered."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def reasons() -> tuple[str, ...]:
    """The codes; a visit without one was missed for a reason nobody knows."""
    text = files("resources").joinpath("content/codes/no_show_reasons.toml").read_text(encoding="utf-8")
    return tuple(one["code"] for one in tomllib.loads(text)["reason"])
