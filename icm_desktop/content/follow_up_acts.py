"""What counts as a follow-up of a positive screen: codes with their words, in the order they are offered."""

from __future__ import annotations

from collections.abc import Mapping

from icm_desktop.content.code_lists import CodeLists

_LISTS = CodeLists("follow_up_acts", ("act",))


def acts() -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Every act with its words by language."""
    return tuple((one["code"], {"en": one["en"], "es": one["es"]}) for one in _LISTS.rows("act"))


def needs_why(code: str) -> bool:
    """Whether the note must say why."""
    return any(one["code"] == code and one.get("why", False) for one in _LISTS.rows("act"))
