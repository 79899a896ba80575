"""What is done with the audit record: note that it was looked through, read the last check, print the receipt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.audit_log import NoteReview, ReceiptRequest, ReviewRow
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.keeping import Check, Checked
from ui.audit_words import AuditWords
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.outcome import Outcome
from ui.dialogs.set_up.form import note_box, typed
from ui.dialogs.sheet_preview import SheetPreview
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class ReviewDialog(FormDialog):
    """Which days were looked through, and what was noticed; who and when is noted by itself."""

    def __init__(
        self, context: AppContext, first: dt.date | None, last: dt.date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, None, "", parent)
        self.setWindowTitle(self.tr("The record was looked through"))
        self.save_button.setText(self.tr("&Note it"))
        told = self.tr("No days: everything up to now. Your name and the time are noted with it.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.first, self.last = DateEdit(context, lean=Lean.PAST), DateEdit(context, lean=Lean.PAST)
        self.first.set_day(first)
        self.last.set_day(last)
        self.add("first", FormField(self.tr("&From"), self.first))
        self.add("last", FormField(self.tr("&Until"), self.last))
        self.note = note_box(context, None, 3)
        self.add("note", FormField(self.tr("What you &noticed"), self.note))
        self.fit(460)
        self.note.setFocus()

    def save(self) -> None:
        self.run("services.audit_log.note_review", NoteReview(self.first.day, self.last.day, typed(self.note)))


def show_checks(context: AppContext, owner: QWidget, checks: Sequence[Check]) -> None:
    """Every answer of a check, in plain words, and what to do."""
    words = AuditWords(context)
    rows = [(words.check_name(check), words.answer(check), check.detail) for check in checks]
    headers = (
        QCoreApplication.translate("AuditReview", "Checked"), QCoreApplication.translate("AuditReview", "Answer"),
        QCoreApplication.translate("AuditReview", "Details"),
    )  # fmt: skip
    told = words.outcome(Checked(tuple(checks)).ok) if checks else ""
    title = told or QCoreApplication.translate("AuditReview", "NOT CHECKED yet.")
    name = QCoreApplication.translate("AuditReview", "Check of the whole file")
    Outcome(name, title, headers, rows, (), owner.window()).show()


def show_reviews(context: AppContext, owner: QWidget, reviews: Sequence[ReviewRow]) -> None:
    """Who looked through which days, when, and what they noted."""
    shown = context.formatting
    rows = [
        (shown.date_time(one.at), one.by, " - ".join(filter(None, (shown.date(one.first_on), shown.date(one.last_on)))),
         f"{one.events:,}", one.note or "")
        for one in reviews
    ]  # fmt: skip
    headers = (
        QCoreApplication.translate("AuditReview", "When"), QCoreApplication.translate("AuditReview", "Who"),
        QCoreApplication.translate("AuditReview", "Days"), QCoreApplication.translate("AuditReview", "Events"),
        QCoreApplication.translate("AuditReview", "Noticed"),
    )  # fmt: skip
    name = QCoreApplication.translate("AuditReview", "Reviews of the audit record")
    Outcome(name, name, headers, rows, (), owner.window()).show()


def show_receipt(context: AppContext, owner: QWidget, day: dt.date | None, language: str) -> None:
    """The receipt of a day, to print and keep away from the computer."""
    name = QCoreApplication.translate("AuditReview", "Receipt of the audit record")

    def made(sheet: SheetMade) -> None:
        on = (day or context.formatting.today()).isoformat()
        preview = SheetPreview(
            sheet.pdf, owner.window(), title=name, file_name=f"audit-receipt-{on}", missing=sheet.missing
        )
        preview.saved_words = QCoreApplication.translate("AuditReview", "Saved. It holds no patient data.")
        preview.open()

    context.jobs.run(
        "services.audit_log.receipt", ReceiptRequest(day, language), owner=owner, done=made,
        failed=context.feedback.refuse,
    )  # fmt: skip
