"""A field for the languages somebody speaks, typed as names ("English, Spanish") or codes ("en, es")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import AppContext

KNOWN = ("en", "es", "ar", "zh", "fr", "de", "ht", "hi", "ko", "pt", "ru", "tl", "vi")
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class LanguagesEdit(QLineEdit):
    """`codes` is None when some word is no language."""

    def __init__(self, context: AppContext, codes: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = context.formatting.language
        self.setText(", ".join(self._name(code) for code in codes))

    @property
    def codes(self) -> tuple[str, ...] | None:
        """The codes of the languages typed."""
        names = _names(self._name)
        found = []
        for word in re.split(r"[,;/]", self.text()):
            plain = _plain(word)
            code = names.get(plain) or (plain if _CODE.fullmatch(plain) and len(plain) <= 3 else None)
            if plain and code is None:
                return None
            if code:
                found.append(code)
        return tuple(dict.fromkeys(found))


def codes_named(context: AppContext, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that name a language on the screen, or begin its name with four letters or more, with its code."""
    names = _names(context.formatting.language)
    for word in words:
        plain = _plain(word)
        found = [code for name, code in names.items() if name == plain or (len(plain) > 3 and name.startswith(plain))]
        if found:
            yield word, found[0]


def _names(name_of: Callable[[str], str]) -> dict[str, str]:
    return {_plain(name_of(code)): code for code in KNOWN}


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().strip())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
