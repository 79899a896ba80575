"""Who is this patient at the partner? What was found there, each with how sure it is and why; a person decides."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.partners import ChoosePatient, FoundThere, PatientChosen, ThereRequest
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.match_words import MatchWords
from ui.messages import sentence
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_UNLIKELY = "unlikely"


class PartnerMatchDialog(QDialog):
    """The patient stands on top, the partner's look-alikes below; an ID can be typed where search finds nobody."""

    chosen = Signal(object)  # PatientChosen

    def __init__(self, context: AppContext, partner_id: int, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._partner_id, self._head = context, partner_id, head
        self._words = MatchWords()
        self.setWindowTitle(self.tr("Who is this at the partner?"))
        self.setModal(True)
        self.table: RowsTable[FoundThere] = RowsTable(
            context, "partner_match", self._columns(), lambda row: row.outside_id, self._sentence
        )
        self.table.setAccessibleName(self.tr("Patients of the partner"))
        self.told = ShapeLabel(parent=self)
        self.typed = QLineEdit()
        self.choose_button = Button(self.tr("&This is the same person"), primary=True)
        self.cancel_button = Button(self.tr("Cancel"))
        self._lay_out()
        self.choose_button.clicked.connect(lambda _on=False: self.choose())
        self.cancel_button.clicked.connect(self.reject)
        self.table.row_changed.connect(lambda _row: self._enable())
        self.typed.textChanged.connect(lambda _text: self._enable())
        resize_within(self, parent, 1000, 460)
        self._look()

    def _lay_out(self) -> None:
        space = self._context.theme.px(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, space)
        whole.addWidget(MicroBanner(self._context, self._head, self))
        column = QVBoxLayout()
        column.setContentsMargins(space, 0, space, 0)
        column.setSpacing(self._context.theme.px(10))
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        hint = self.tr("When search does not find the patient: the ID the partner tells you.")
        column.addWidget(FormField(self.tr("&ID there"), self.typed, hint=hint))
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.cancel_button, self.choose_button):
            foot.addWidget(button)
        column.addLayout(foot)
        whole.addLayout(column)

    def _columns(self) -> tuple[Column[FoundThere], ...]:
        shown = self._context.formatting
        return (
            Column("name", self.tr("Name"), lambda row: row.name, stretch=True),
            Column("born", self.tr("Born"), lambda row: shown.partial_date(row.birth_date), width=13),
            Column("sex", self.tr("Sex"), lambda row: shown.sex(row.sex), width=9),
            Column("sure", self.tr("How sure"), lambda _row: "", width=25, chip=self._chip),
            Column("why", self.tr("Why"), lambda row: self._words.reasons(row.reasons), width=28),
            Column("id", self.tr("ID there"), lambda row: row.outside_id, width=16),
        )

    def _chip(self, row: FoundThere) -> Chip:
        if row.certainty == _UNLIKELY:
            return Chip(Level.NEUTRAL, self.tr("Unlikely"))
        return self._words.certainty(row.certainty)

    def _sentence(self, row: FoundThere) -> str:
        return ", ".join((row.name, row.birth_date or "", self._chip(row).word, self._words.reasons(row.reasons)))

    def _look(self) -> None:
        self.told.say("info", self.tr("Looking at the partner…"))
        self._enable()
        self._context.jobs.run(
            "services.partner_patients.find", ThereRequest(self._partner_id, self._head.id), owner=self,
            done=self._show, failed=self._refused, lane="quiet",
        )  # fmt: skip

    def _show(self, rows: tuple[FoundThere, ...]) -> None:
        self.table.set_rows(rows)
        if rows:
            self.table.go_to(rows[0].outside_id)
            self.told.say("info", self.tr("Compare name, birth date and sex before you decide."))
        else:
            self.told.say(
                "caution", self.tr("The partner has nobody with these identifiers or this name and birth date.")
            )
        self._enable()

    def _enable(self) -> None:
        self.choose_button.setEnabled(bool(self.typed.text().strip()) or self.table.current_row() is not None)

    def choose(self) -> None:
        """It is the same person: exchange them from now on."""
        row = self.table.current_row()
        outside_id = self.typed.text().strip() or (row.outside_id if row is not None else "")
        if not outside_id:
            return
        self.choose_button.setEnabled(False)
        request = ChoosePatient(self._partner_id, self._head.id, outside_id)
        self._context.jobs.run(
            "services.partner_patients.choose",
            request,
            owner=self,
            done=self._taken,
            failed=self._refused,
            lane="quiet",
        )

    def _taken(self, saved: PatientChosen) -> None:
        self.accept()
        self.chosen.emit(saved)

    def _refused(self, error: UserError) -> None:
        self.told.say("high", sentence(error, self._context.formatting))
        self._enable()
