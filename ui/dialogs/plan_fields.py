"""Inputs that the forms of the plan share: who owns it, when it is due, a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout

from icm_desktop.contracts.common import Owner
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.plan_words import PlanWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField


class OwnerBox(QComboBox):
    """Everybody who can own it, and nobody."""

    def __init__(self, words: PlanWords, owners: Sequence[Owner], current: Owner | None) -> None:
        super().__init__()
        self._owners: list[Owner | None] = [None, *owners]
        if current is not None and self._place(current) is None:
            self._owners.append(current)
        for owner in self._owners:
            self.addItem(words.owner_long(owner) if owner else self.tr("Nobody yet"))
        self.setMinimumContentsLength(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose(current)

    def _place(self, owner: Owner) -> int | None:
        same = ((at, one) for at, one in enumerate(self._owners) if one is not None)
        return next(
            (at for at, one in same if (one.kind, one.id, one.name) == (owner.kind, owner.id, owner.name)), None
        )

    @property
    def owner(self) -> Owner | None:
        """Who is chosen."""
        return self._owners[max(self.currentIndex(), 0)]

    def choose(self, owner: Owner | None) -> None:
        """Choose somebody of the list."""
        self.setCurrentIndex((self._place(owner) or 0) if owner else 0)


def tick(context: AppContext, words: str, on: bool) -> QCheckBox:
    """A yes-or-no input, high enough to hit."""
    box = QCheckBox(words)
    box.setMinimumHeight(context.theme.px(28))
    box.setChecked(on)
    return box


def day_field(
    context: AppContext,
    form: FormDialog,
    name: str,
    label: str,
    day: dt.date | None,
    to: QVBoxLayout | None = None,
    *,
    lean: Lean = Lean.PAST,
) -> DateEdit:
    """Put a day into a form."""
    edit = DateEdit(context, lean=lean)
    edit.set_day(day)

    def check() -> str:
        told = QCoreApplication.translate("PlanFields", "Enter a day, for example yesterday, 2w or 14 jul.")
        return "" if edit.understood else told

    form.add(name, FormField(label, edit, check=check), to)
    return edit
