"""To whom records of a patient went: the accounting of six years, the list of 42 CFR 2.25, and everything."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.disclosures import (
    Accounting,
    AskAccounting,
    DisclosureRow,
    DisclosureSaved,
    HoldBack,
    PrintAccounting,
    RecordDisclosure,
    RemoveDisclosure,
)
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.rows_dialog import RowsDialog
from ui.dialogs.set_up.form import choices, typed
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.privacy_words import PrivacyWords
from ui.tables.base import Column
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_USUAL, _PART2, _ALL = "accounting", "part2", "everything"


class DisclosuresDialog(RowsDialog[DisclosureRow]):
    """What is listed can be chosen; Print makes the pages for the patient, in their language."""

    def __init__(self, context: AppContext, head: PatientHead, words: PrivacyWords, owner: QWidget) -> None:
        self._words, self._whose = words, head
        self.found: Accounting | None = None
        shown = context.formatting
        columns = (
            Column[DisclosureRow]("at", self.tr("When"), lambda row: shown.date_time(row.at), lambda row: row.at, 22,
                                  copy=lambda row: row.at.isoformat()),
            Column[DisclosureRow]("to", self.tr("To whom"), words.to, width=24, stretch=True, tip=words.to),
            Column[DisclosureRow]("what", self.tr("What"), words.what, width=24, tip=words.what),
            Column[DisclosureRow]("why", self.tr("What for"), words.why, width=20, tip=words.why),
            Column[DisclosureRow]("counted", self.tr("Accounting"), words.counted, width=14),
            Column[DisclosureRow]("by", self.tr("By"), lambda row: row.by, width=12, hidden=True),
        )  # fmt: skip
        super().__init__(
            context, head, self.tr("To whom records went"), "disclosures", columns, lambda row: row.id, owner
        )
        self.which = choices(QComboBox(), None, [
            (_USUAL, self.tr("Accounting: six years, what must be listed")),
            (_PART2, self.tr("Records of substance use: three years")),
            (_ALL, self.tr("Everything that left in six years")),
        ])  # fmt: skip
        self.which.setAccessibleName(self.tr("List"))
        self.which.setMinimumHeight(context.theme.px(32))
        self.add_button = Button(self.tr("&Note one…"), "plus")
        self.remove_button = Button(self.tr("Take &back"), "trash-2")
        self.hold_button = Button(self.tr("&Hold back…"), "lock")
        self.put_before(self.which, self.add_button, self.remove_button, self.hold_button)
        self.which.activated.connect(lambda _at: self.ask())
        self.add_button.clicked.connect(lambda _on=False: self.note())
        self.remove_button.clicked.connect(lambda _on=False: self.take_back())
        self.hold_button.clicked.connect(lambda _on=False: self.hold_back())
        self.table.row_changed.connect(self._row_changed)
        context.notifier.changed.connect(self._changed)  # a method, not a lambda: it ends with the dialog
        self.ask()

    def _changed(self, changes: Changes) -> None:
        if "disclosure" in changes.kinds:
            self.ask()

    @property
    def asked(self) -> AskAccounting:
        """Which list is chosen."""
        kind = self.which.currentData()
        return AskAccounting(self._whose.id, None, kind == _PART2, kind == _ALL)

    def ask(self) -> None:
        """Ask for the list that is chosen."""
        self.context.jobs.run(
            "queries.disclosures.accounting",
            self.asked,
            owner=self,
            done=self._show,
            failed=self.context.feedback.refuse,
        )

    def _show(self, found: Accounting) -> None:
        self.found = found
        shown = self.context.formatting
        days = self.tr("From {first} to {last}.").format(
            first=shown.date(found.first_on), last=shown.date(found.last_on)
        )
        number = sum(count for _, count in found.left_out)
        left_out = self.tr("%n need not be listed.", "", number) if number else ""
        nothing = self.tr("Nothing that has to be listed.") if not self.asked.everything else self.tr("Nothing left.")
        self.show_rows(found.rows, f"{days} {left_out}".strip(), f"{days} {nothing} {left_out}".strip())
        self.paper.setEnabled(not self.asked.everything)
        self._row_changed(self.table.current_row())

    def _row_changed(self, row: DisclosureRow | None) -> None:
        self.remove_button.setEnabled(row is not None and row.by_hand)
        self.hold_button.setEnabled(row is not None and row.may_hold_back)

    def print_list(self) -> None:
        """The pages for the patient; the list of everything is for the practice and prints as it stands."""
        if self.asked.everything:
            super().print_list()
            return
        self.context.jobs.run(
            "reports.accounting.render", PrintAccounting(self.asked, self._whose.form_language), owner=self,
            done=self._preview, failed=self.context.feedback.refuse,
        )  # fmt: skip

    def _preview(self, sheet: SheetMade) -> None:
        on = self.context.formatting.today().isoformat()
        preview = SheetPreview(
            sheet.pdf, self, title=self.windowTitle(), file_name=f"accounting-{on}", missing=sheet.missing
        )
        preview.saved_words = self.tr("Saved. It holds health information: give it to the patient only.")
        preview.open()

    def note(self) -> None:
        """Something told or given outside this program."""
        dialog = NoteDisclosureDialog(self.context, self._whose, self._words, self)
        dialog.saved.connect(lambda saved: self._told(saved, self.tr("Noted.")))
        dialog.open()

    def take_back(self) -> None:
        """What was typed by mistake; what the program noted stays."""
        row = self.table.current_row()
        if row is not None and row.by_hand:
            self.context.jobs.run(
                "services.disclosures.remove", RemoveDisclosure(row.id, row.version), owner=self,
                done=lambda saved: self._told(saved, self.tr("Taken back.")), failed=self.context.feedback.refuse,
            )  # fmt: skip

    def hold_back(self) -> None:
        """The police or an oversight agency asks that the accounting is silent about this for a time."""
        row = self.table.current_row()
        if row is not None and row.may_hold_back:
            dialog = HoldBackDialog(self.context, self._whose, row, self)
            dialog.saved.connect(lambda saved: self._told(saved, self.tr("Saved.")))
            dialog.open()

    def _told(self, saved: DisclosureSaved, told: str) -> None:
        self.context.feedback.done(told, self.tr("note a disclosure"), saved.changes)


class NoteDisclosureDialog(FormDialog):
    """When, to whom, what, what for, on what ground: what an accounting has to say."""

    def __init__(
        self, context: AppContext, head: PatientHead, words: PrivacyWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._whose = head
        self.setWindowTitle(self.tr("Told or given outside this program"))
        self.save_button.setText(self.tr("&Note it"))
        self.day = DateEdit(context, lean=Lean.PAST)
        self.day.set_day(context.formatting.today())
        self.add("happened_at", FormField(self.tr("Wh&en"), self.day, check=self._check_day))
        self.basis = choices(QComboBox(), self.tr("Choose"), words.lists.of("basis"))
        self.add("legal_basis", FormField(self.tr("On what &ground"), self.basis, check=self._check_basis))
        self.to, self.address, self.what, self.why = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.add("to_name", FormField(self.tr("To &whom"), self.to, required=True))
        self.add("to_address", FormField(self.tr("Their &address"), self.address, hint=self.tr("If known.")))
        self.add("description", FormField(self.tr("W&hat"), self.what, required=True))
        self.add("purpose", FormField(self.tr("What &for"), self.why, required=True))
        self.substance = QCheckBox(self.tr("&Records of substance use treatment"))
        self.add_box(self.substance)
        self.keep_draft("disclosure:new")
        self.fit(480)
        self.basis.setFocus()

    def _check_day(self) -> str:
        return "" if self.day.day is not None else self.tr("Choose the day.")

    def _check_basis(self) -> str:
        return "" if self.basis.currentData() else self.tr("Choose on what ground.")

    def save(self) -> None:
        day = self.day.day or self.context.formatting.today()
        request = RecordDisclosure(
            self._whose.id, day, typed(self.to) or "", typed(self.address),
            typed(self.what) or "", typed(self.why) or "", self.basis.currentData() or "", self.substance.isChecked(),
        )  # fmt: skip
        self.run("services.disclosures.record", request)


class HoldBackDialog(FormDialog):
    """Which agency asked, in writing or spoken, and until when the accounting is silent."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: DisclosureRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Hold back from the accounting"))
        self.save_button.setText(self.tr("&Save"))
        told = self.tr(
            "Only when the police or an oversight agency says that telling the patient now would hinder it "
            "(45 CFR 164.528(a)(2)). It stays on the list of everything that left."
        )
        self.column.addWidget(Text("body", told, wrap=True))
        self.agency = QLineEdit(row.held_back_by or "")
        self.add("agency", FormField(self.tr("&Agency, and who of it asks"), self.agency))
        self.until = DateEdit(context, lean=Lean.FUTURE)
        self.until.set_day(row.held_back_until)
        self.add("until", FormField(self.tr("&Until (empty: it no longer asks)"), self.until))
        self.written = QCheckBox(self.tr("Asked in &writing"))
        self.written.setChecked(row.held_back_written is not False)
        self.add_box(self.written)
        self.fit(480)
        self.agency.setFocus()

    def save(self) -> None:
        request = HoldBack(
            self._row.id, self._row.version, self.until.day, typed(self.agency) or "", self.written.isChecked()
        )
        self.run("services.disclosures.hold_back", request)


def show_disclosures(context: AppContext, owner: QWidget, head: PatientHead, words: PrivacyWords) -> None:
    """Open the list over the window."""
    DisclosuresDialog(context, head, words, owner).open()
