"""Puts a UserError into a sentence in the language of the screen."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from functools import cache

from PySide6.QtCore import QCoreApplication

import ui.words
from icm_desktop.errors import UserError
from ui.formatting import Formatting


@cache
def sentences() -> dict[str, str]:
    """Every sentence of `ui/words`, keyed by error code, in English."""
    found: dict[str, object] = {}
    for module in pkgutil.iter_modules(ui.words.__path__):
        found |= importlib.import_module(f"ui.words.{module.name}").SENTENCES
    return {code: str(english) for code, english in found.items()}


def sentence(error: UserError, formatting: Formatting | None = None) -> str:
    """What to tell the person: translated, with the error's params filled in."""
    english = sentences().get(error.code)
    if english is None:
        return QCoreApplication.translate("Words", "This was not possible ({code}). Nothing was changed.").format(
            code=error.code
        )
    shown = formatting or Formatting()
    values = {key: _shown(value, shown) for key, value in error.params.items()}
    return QCoreApplication.translate("Words", english).format_map(_Blank(values))


class _Blank(dict[str, str]):
    """A missing param leaves a gap, not a traceback."""

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: object, formatting: Formatting) -> str:
    if isinstance(value, dt.datetime):
        return formatting.date_time(value)
    if isinstance(value, dt.date):
        return formatting.weekday_date(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_shown(item, formatting) for item in value)
    return str(value)
