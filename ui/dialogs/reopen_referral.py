"""Open an ended referral again: where it stands now, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.referrals import ReferralRow, ReferralSaved, ReopenReferral
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.referrals_words import ReferralWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class ReopenReferralDialog(FormDialog):
    """Where it stood last is chosen; a reason and Enter open it again."""

    def __init__(self, context: AppContext, row: ReferralRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, ReferralWords(context)
        self.setWindowTitle(self.tr("Open again"))
        self.save_button.setText(self.tr("&Open again"))
        self.step, self.note = QComboBox(), QLineEdit()
        for state in row.may_stand_again:
            self.step.addItem(self._words.state(state), state)
        title = " · ".join(part for part in (self._words.service(row), row.to or "") if part)
        self.column.addWidget(Text("section", title, wrap=True))
        told = self.tr("Ended {date}: {state}. That stays in its steps.")
        words = told.format(date=context.formatting.date(row.waiting_since), state=self._words.state(row.state))
        self.column.addWidget(Text("body", words, tone="text_2", wrap=True))
        self.add("state", FormField(self.tr("It &stands at"), self.step))
        self.add("note", FormField(self.tr("&Why"), self.note, required=True, check=self._check_note))
        self.keep_draft(f"reopen_referral:{row.id}")
        self.fit(460)
        self.note.setFocus()

    def _check_note(self) -> str:
        return "" if self.note.text().strip() else self.tr("Write why it is opened again.")

    def save(self) -> None:
        self.run("services.referrals.reopen", ReopenReferral(
            self._row.id, self._row.version, str(self.step.currentData()), self.note.text().strip(),
        ))  # fmt: skip

    def told(self, saved: ReferralSaved) -> str:
        """What happened, in words."""
        return self.tr("Opened again: {state}.").format(state=self._words.state(saved.referral.state))
