"""Forms about a patient's request: taken, made longer, answered, and the statement of who disagrees."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.patient_requests import (
    CloseRequest,
    ExtendRequest,
    NoteStatement,
    RequestRow,
    TakeRequest,
)
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.privacy import AMENDMENT
from icm_desktop.permissions import Privilege, allows
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.set_up.form import choices, note_box, typed
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class TakeRequestDialog(FormDialog):
    """What the patient asks for, in their words; the last day follows from the rule. `about`: the record in view."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        lists: Choices,
        colleagues: tuple[Colleague, ...],
        parent: QWidget | None = None,
        *,
        about: tuple[FactRef, str] | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._about, self._whose = about, head
        self.setWindowTitle(self.tr("Request of the patient"))
        self.save_button.setText(self.tr("&Keep request"))
        self.kind = choices(QComboBox(), self.tr("Choose"), lists.of("request"), AMENDMENT if about else None)
        self.add("kind", FormField(self.tr("&Asks for"), self.kind, check=self._check_kind))
        if about is not None:
            told = self.tr("About: {record}. It stays as it is; the request stands beside it.").format(record=about[1])
            self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.text = note_box(context, None, 4)
        self.add("text", FormField(self.tr("In their &words"), self.text, required=True, check=self._check_text))
        self.received = DateEdit(context, lean=Lean.PAST)
        self.received.set_day(context.formatting.today())
        self.add("received_on", FormField(self.tr("&Received on"), self.received))
        self.by = QLineEdit()
        hint = self.tr("Only when somebody else asked for them.")
        self.add("asked_by", FormField(self.tr("Asked &by"), self.by, hint=hint))
        self.form = QLineEdit()
        hint = self.tr("Such as paper, a file, by mail; for access and accountings.")
        self.add("form_wanted", FormField(self.tr("&Form asked for"), self.form, hint=hint))
        people = [(one.id, one.display_name) for one in colleagues if allows(one.role, Privilege.PATIENT_RIGHTS)]
        self.owner = choices(QComboBox(), self.tr("The patient's coordinator"), people, None)
        self.add("owner_user_id", FormField(self.tr("&Who answers"), self.owner))
        self.keep_draft("patient_request:new")
        self.fit(520)
        (self.text if about else self.kind).setFocus()

    def _check_kind(self) -> str:
        return "" if self.kind.currentData() else self.tr("Choose what the patient asks for.")

    def _check_text(self) -> str:
        return "" if typed(self.text) else self.tr("Write it in their words.")

    def save(self) -> None:
        request = TakeRequest(
            self._whose.id, self.kind.currentData() or "", typed(self.text) or "", self.received.day, typed(self.by),
            typed(self.form), self._about[0] if self._about else None, self.owner.currentData(),
        )  # fmt: skip
        self.run("services.patient_requests.take", request)


class ExtendDialog(FormDialog):
    """Why it takes longer; the patient is told this in writing."""

    def __init__(self, context: AppContext, row: RequestRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Make the term longer"))
        self.save_button.setText(self.tr("&Make longer"))
        told = self.tr(
            "The new last day is {day}. This can be done once. Tell the patient in writing why and until when."
        )
        day = context.formatting.date(row.longer_until)
        self.column.addWidget(Text("body", told.format(day=day), wrap=True))
        self.reason = note_box(context, None, 3)
        self.add("reason", FormField(self.tr("&Why"), self.reason, required=True))
        self.fit(460)
        self.reason.setFocus()

    def save(self) -> None:
        request = ExtendRequest(self._row.id, self._row.version, typed(self.reason) or "")
        self.run("services.patient_requests.extend", request)


class AnswerDialog(FormDialog):
    """How it ends; what is denied needs the reason."""

    def __init__(self, context: AppContext, row: RequestRow, lists: Choices, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Answer a request"))
        self.save_button.setText(self.tr("&Answer"))
        self.column.addWidget(Text("body", row.text, wrap=True))
        fitting = [(code, words) for code, words in lists.of("outcome") if code in row.ends]
        self.outcome = choices(QComboBox(), self.tr("Choose"), fitting)
        self.add("outcome", FormField(self.tr("&How it ends"), self.outcome, check=self._check))
        grounds = [(code, words) for code, words in lists.of("denial") if code in row.grounds]
        self.ground = choices(QComboBox(), self.tr("Choose"), grounds)
        self.add("ground", FormField(self.tr("&Denied because"), self.ground, check=self._check_ground))
        self.outcome.currentIndexChanged.connect(lambda _at: self._outcome_chosen())
        self.text = note_box(context, None, 4)
        hint = self.tr("What was given or changed. Of a denial the reason, as the patient is told in writing.")
        self.add("text", FormField(self.tr("&Note or reason"), self.text, hint=hint))
        self.keep_draft(f"patient_request:{row.id}")
        self.fit(520)
        self._outcome_chosen()
        self.outcome.setFocus()

    @property
    def _denies(self) -> bool:
        return bool(self._row.grounds) and self.outcome.currentData() in self._row.denying

    def _outcome_chosen(self) -> None:
        """What is denied asks for the ground of the rule."""
        self.fields["ground"].setVisible(self._denies)
        self.make_room()

    def _check_ground(self) -> str:
        return self.tr("Choose on what ground.") if self._denies and not self.ground.currentData() else ""

    def _check(self) -> str:
        return "" if self.outcome.currentData() else self.tr("Choose how it ends.")

    def save(self) -> None:
        ground = self.ground.currentData() or None if self._denies else None
        outcome = self.outcome.currentData() or ""
        request = CloseRequest(self._row.id, self._row.version, outcome, typed(self.text), ground)
        self.run("services.patient_requests.close", request)


class StatementDialog(FormDialog):
    """The patient disagrees with a denial; the words stay with the record and leave with it."""

    def __init__(self, context: AppContext, row: RequestRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Statement of disagreement"))
        self.save_button.setText(self.tr("&Keep statement"))
        self.statement, self.rebuttal = note_box(context, row.statement, 4), note_box(context, row.rebuttal, 3)
        self.add("statement", FormField(self.tr("The patient &says"), self.statement, required=True))
        self.add("rebuttal", FormField(self.tr("&Our answer to it"), self.rebuttal))
        self.keep_draft(f"patient_statement:{row.id}")
        self.fit(520)
        self.statement.setFocus()

    def save(self) -> None:
        row = self._row
        request = NoteStatement(row.id, row.version, typed(self.statement) or "", typed(self.rebuttal))
        self.run("services.patient_requests.note_statement", request)
