"""Why a record leaves."""

from __future__ import annotations

from icm_desktop.content.code_lists import CodeLists

_FILE = CodeLists("export", ("purpose",))
choices, codes, text_of = _FILE.choices, _FILE.codes, _FILE.text_of


def system_code(purpose: str) -> str:
    """The HL7 v3 code of a purpose."""
    return next(str(one["system_code"]) for one in _FILE.rows("purpose") if one["code"] == purpose)


def basis(purpose: str) -> str:
    """The ground it stands on, a code of `content.privacy`."""
    return next(str(one["basis"]) for one in _FILE.rows("purpose") if one["code"] == purpose)
