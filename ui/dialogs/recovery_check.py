"""The recovery code typed back from its sheet at any later time, or a new one when the sheet is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.access import NewRecoveryCode
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.recovery_sheet import RecoverySheet
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class RecoveryCheckDialog(FormDialog):
    """The whole code is asked for: only with it can be tried whether it opens the records."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(context, None, "", parent)
        self._window = parent
        self.setWindowTitle(self.tr("Check the recovery code"))
        self.save_button.setText(self.tr("&Check"))
        words = self.tr(
            "When every password is forgotten, only this code opens the records. Type it from the printed sheet to be "
            "sure that the sheet is there and right."
        )
        self.column.addWidget(Text("body", words, wrap=True, tone="text_2"))
        self.code = QLineEdit()
        hint = self.tr("From the printed sheet, groups of four.")
        check = self._check_code
        self.add("code", FormField(self.tr("&Recovery code"), self.code, required=True, hint=hint, check=check))
        self.new_button = Button(self.tr("The sheet is lost: make a &new code"), "printer")
        self.new_button.clicked.connect(self.make_new)
        self.add_box(self.new_button)
        self.column.setAlignment(self.new_button, Qt.AlignmentFlag.AlignLeft)
        self.fit(560)
        self.code.setFocus()

    def _check_code(self) -> str:
        return "" if self.code.text().strip() else self.tr("Type the code from the sheet.")

    def save(self) -> None:
        self.run("services.access.check_recovery", self.code.text().strip())

    def make_new(self) -> None:
        """The new code is shown once; typed back, it takes the place of the old one."""
        self.set_busy(True)
        jobs = self.context.jobs
        jobs.run("services.access.new_recovery_code", owner=self, done=self._show_new, failed=self.refused)

    def _show_new(self, made: NewRecoveryCode) -> None:
        session, jobs = self.context.session, self.context.jobs
        sheet = RecoverySheet(jobs, made.code, session.practice_name, session.database_label, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(lambda: jobs.run("services.access.confirm_recovery", made.code, owner=None))
        self.reject()
        sheet.open()
