"""One underlined letter for one thing: two words of a form never share theirs, in whatever language they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_MARK = re.compile(r"(?<!&)((?:&&)*)&(?!&)(.)")  # "&&" is a written ampersand


def distinct(texts: Sequence[str]) -> list[str]:
    """The texts with letters of their own: the first that wants one keeps it, the others take another of their word.

    A text whose letters are all taken has none; one without a mark stays without.
    """
    taken: set[str] = set()
    found = []
    for text in texts:
        mark = _MARK.search(text)
        plain = _MARK.sub(r"\1\2", text)
        if mark is None:
            found.append(text)
            continue
        place = next((at for at in _places(plain, mark.end() - 2) if plain[at].casefold() not in taken), None)
        if place is None:
            found.append(plain)
            continue
        taken.add(plain[place].casefold())
        found.append(f"{plain[:place]}&{plain[place:]}")
    return found


def _places(plain: str, wanted: int) -> list[int]:
    """Where the mark may stand: where it was, at the beginning of words, then at any letter."""
    letters = [at for at, letter in enumerate(plain) if letter.isalnum()]
    begins = [at for at in letters if at == 0 or not plain[at - 1].isalnum()]
    return [at for at in dict.fromkeys((wanted, *begins, *letters)) if at in letters]


def make_distinct(form: QWidget, first: Sequence[QWidget] = ()) -> None:
    """Give labels and buttons of a form letters of their own; those of `first` keep theirs."""
    marked = [
        widget
        for widget in form.findChildren(QWidget)
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None)
    ]
    ordered = [*(each for each in marked if each in first), *(each for each in marked if each not in first)]
    for widget, text in zip(ordered, distinct([each.text() for each in ordered]), strict=True):
        if widget.text() != text:
            widget.setText(text)
