"""Reads and writes what is in the inputs of a form as text, so that every form can keep a draft."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.check_group import CheckGroup
from ui.widgets.date_edit import DateEdit


@runtime_checkable
class OwnInput(Protocol):
    """An input of its own that says what is in it; `by_person` is sent when a person changes it."""

    by_person: SignalInstance

    def draft_text(self) -> str:
        """What is chosen, as text."""

    def put_draft(self, text: str) -> None:
        """Choose what `draft_text` said."""


def value_of(edit: QWidget) -> str:
    """What is in an input, as text."""
    if isinstance(edit, DateEdit):
        return edit.text()
    if isinstance(edit, QLineEdit):
        return edit.text()
    if isinstance(edit, QPlainTextEdit):
        return edit.toPlainText()
    if isinstance(edit, QComboBox):
        return edit.currentText()
    if isinstance(edit, QCheckBox):
        return "yes" if edit.isChecked() else ""
    if isinstance(edit, CheckGroup):
        return "\n".join(edit.chosen())
    if isinstance(edit, OwnInput):
        return edit.draft_text()
    raise TypeError(type(edit).__name__)


def put_value(edit: QWidget, value: str) -> None:
    """Put back what `value_of` read."""
    if isinstance(edit, DateEdit):
        edit.edit.setText(value)
    elif isinstance(edit, QLineEdit):
        edit.setText(value)
    elif isinstance(edit, QPlainTextEdit):
        edit.setPlainText(value)
    elif isinstance(edit, QComboBox):
        place = edit.findText(value)
        if place >= 0:
            edit.setCurrentIndex(place)
    elif isinstance(edit, QCheckBox):
        edit.setChecked(value == "yes")
    elif isinstance(edit, CheckGroup):
        edit.choose(value.split("\n"))
    elif isinstance(edit, OwnInput):
        edit.put_draft(value)
    else:
        raise TypeError(type(edit).__name__)


def change_signal(edit: QWidget) -> SignalInstance:
    """The signal an input sends when a person changes it."""
    if isinstance(edit, DateEdit):
        return edit.edit.textChanged
    if isinstance(edit, QLineEdit):
        return edit.textChanged
    if isinstance(edit, QPlainTextEdit):
        return edit.textChanged
    if isinstance(edit, QComboBox):
        return edit.currentIndexChanged
    if isinstance(edit, QCheckBox):
        return edit.toggled
    if isinstance(edit, CheckGroup):
        return edit.changed
    raise TypeError(type(edit).__name__)


def person_signal(edit: QWidget) -> SignalInstance | None:
    """The signal of an input that only a person sends, never the program; None for an input that has none."""
    if isinstance(edit, DateEdit):
        return edit.edit.textEdited
    if isinstance(edit, QLineEdit):
        return edit.textEdited
    if isinstance(edit, QComboBox):
        return edit.activated
    if isinstance(edit, QCheckBox):
        return edit.clicked
    if isinstance(edit, CheckGroup):
        return edit.changed
    return edit.by_person if isinstance(edit, OwnInput) else None
