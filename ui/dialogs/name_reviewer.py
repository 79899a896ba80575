"""Which clinician here reviews the note of a referral."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.referrals import NameReviewer, ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege, allows
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.referrals_words import ReferralWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


def fill_reviewers(box: QComboBox, colleagues: Sequence[Colleague], nobody: str, chosen: int | None) -> None:
    """Offer nobody and everybody who may review notes."""
    box.addItem(nobody, None)
    for one in colleagues:
        if allows(one.role, Privilege.REVIEW_NOTES):
            box.addItem(one.display_name, one.id)
    box.setCurrentIndex(max(box.findData(chosen), 0))


class NameReviewerDialog(FormDialog):
    """One choice: the note comes to this person's list, and so does the referral when nobody moves it."""

    def __init__(
        self, context: AppContext, row: ReferralRow, colleagues: Sequence[Colleague], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, ReferralWords(context)
        self.setWindowTitle(self.tr("Who reviews the note"))
        self.save_button.setText(self.tr("&Save"))
        self.reviewer = QComboBox()
        fill_reviewers(self.reviewer, colleagues, self.tr("Nobody named"), row.reviewer_id)
        title = " · ".join(part for part in (self._words.service(row), row.to or "") if part)
        self.column.addWidget(Text("section", title, wrap=True))
        hint = self.tr("The note comes to this person's list, and so does the referral when it is late for long.")
        self.add("reviewer", FormField(self.tr("&Clinician"), self.reviewer, hint=hint))
        self.fit(460)
        self.reviewer.setFocus()

    def save(self) -> None:
        chosen = self.reviewer.currentData()
        self.run("services.referral_reviewers.name_reviewer", NameReviewer(self._row.id, self._row.version, chosen))

    def told(self, saved: ReferralSaved) -> str:
        """What happened, in words."""
        if saved.referral.reviewer is None:
            return self.tr("Nobody is named to review the note.")
        return self.tr("{name} reviews the note.").format(name=saved.referral.reviewer)
