"""Who has the next step of a referral from now on, with a word why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.referrals import HandOn, ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege, allows
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.referrals_words import ReferralWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class HandOnDialog(FormDialog):
    """A person and a word why: it goes to the list of that person, and the history says who gave it to whom."""

    def __init__(
        self, context: AppContext, row: ReferralRow, colleagues: Sequence[Colleague], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, words = row, ReferralWords(context)
        self.setWindowTitle(self.tr("Hand on a referral"))
        self.save_button.setText(self.tr("&Hand on"))
        self.to, self.note = QComboBox(), QLineEdit()
        for one in colleagues:
            if allows(one.role, Privilege.REFERRAL_LOGISTICS):
                self.to.addItem(one.display_name, one.id)
        title = " · ".join(part for part in (words.service(row), row.to or "") if part)
        self.column.addWidget(Text("section", title, wrap=True))
        self.column.addWidget(
            Text("body", self.tr("With: {stands}").format(stands=words.stands(row)), tone="text_2", wrap=True)
        )
        for line in words.ladder.lines(row.ladder):
            self.column.addWidget(Text("body", line, tone="text_2", wrap=True))
        hint = self.tr("It comes to this person's list; when it is late it goes on as before.")
        self.add("to", FormField(self.tr("&To"), self.to, hint=hint))
        self.add("note", FormField(self.tr("&Why"), self.note))
        self.keep_draft(f"hand_on:{row.id}")
        self.fit(460)
        self.to.setFocus()

    def save(self) -> None:
        request = HandOn(self._row.id, self._row.version, self.to.currentData(), self.note.text().strip() or None)
        self.run("services.referral_handing.hand_on", request)

    def told(self, saved: ReferralSaved) -> str:
        """What happened, in words."""
        owner = saved.referral.owner
        return self.tr("Handed on to {name}.").format(name=owner.name if owner is not None else "")
