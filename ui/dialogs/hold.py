"""Hold until: puts a line of the worklist off until a day, "2w" and Enter."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.worklist import HoldWork
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.quick_days import QuickDays


class HoldDialog(FormDialog):
    """One date, and why if one wants to say it."""

    def __init__(
        self, context: AppContext, key: str, head: PatientHead | None, what: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._key = key
        self.setWindowTitle(self.tr("Hold until"))
        self.save_button.setText(self.tr("&Hold"))
        self.column.addWidget(Text("section", what, wrap=True))
        self.until = DateEdit(context)
        self.reason = QLineEdit()
        self.add("until", FormField(self.tr("&Until"), self.until, required=True, check=self._check))
        self.add_box(QuickDays(context, self.until))
        self.add("reason", FormField(self.tr("&Reason"), self.reason))
        self.keep_draft(f"hold:{key}")
        self.fit(440)
        self.until.setFocus()

    def _check(self) -> str:
        day = self.until.day
        if day is None:
            return self.tr("Enter a day, for example 2w, fri or 14 jul.")
        if day <= self.context.formatting.today():
            return self.tr("Choose a day after today.")
        return ""

    def _day(self) -> dt.date:
        return self.until.day or self.context.formatting.today()

    def save(self) -> None:
        self.run("services.follow_up.hold", HoldWork(self._key, self._day(), self.reason.text().strip() or None))

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Held until {date}.").format(date=self.context.formatting.weekday_date(self._day()))
