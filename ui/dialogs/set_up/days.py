"""A first and a last day in a form, and what can be wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.widgets.date_edit import DateEdit


def day_problem(edit: DateEdit, *, required: bool = False) -> str:
    """The sentence for a day that is missing or was not understood, or ""."""
    wrong = edit.day is None if required else not edit.understood
    return QCoreApplication.translate("FormDays", "Enter a day, for example fri, +2w or 14 jul.") if wrong else ""


def last_day_problem(first: DateEdit, last: DateEdit) -> str:
    """The sentence for a last day that was not understood or lies before the first, or ""."""
    if not last.understood:
        return day_problem(last)
    if first.day and last.day and last.day < first.day:
        return QCoreApplication.translate("FormDays", "The last day lies before the first.")
    return ""
