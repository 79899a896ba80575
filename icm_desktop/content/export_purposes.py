"""Why a record leaves, and the notice that goes with records of substance use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from icm_desktop.content.code_lists import CodeLists

_FILE = CodeLists("export", ("purpose",))
choices, codes, text_of = _FILE.choices, _FILE.codes, _FILE.text_of


def system_code(purpose: str) -> str:
    """The HL7 v3 code of a purpose."""
    return next(str(one["system_code"]) for one in _FILE.rows("purpose") if one["code"] == purpose)


def basis(purpose: str) -> str:
    """The ground it stands on, a code of `content.privacy`."""
    return next(str(one["basis"]) for one in _FILE.rows("purpose") if one["code"] == purpose)


@cache
def substance_use_notice() -> str:
    """What stands on every copy that holds records of substance use."""
    content = files("resources").joinpath("content/codes/export.toml").read_text("utf-8")
    return str(tomllib.loads(content)["notice"]["substance_use"])
