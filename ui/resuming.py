"""Back to what was interrupted: the drafts of this person, and one key that opens the form again as it was left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.people import DraftRow
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.drafts import CANCEL_DRAFT, RESUME
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

# The command that opens each form over the chart of its patient.
_COMMANDS = {
    "book": "appointment.new",
    "new_referral": "referral.new",
    "action:new": "plan.new_action",
    "goal:new": "plan.new_goal",
    "outside_visit:": "appointment.outside",
    "log_contact": "chart.log_contact",
    "reconciliation": "medicines.reconcile",
}
_TABS = {"reconciliation": "medicines"}
_NEW_PATIENT = "patient:new"


class Resuming(QObject):
    """One draft is opened at once; of several the newest stands first in a list."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def actions(self) -> Iterable[Action]:
        """The command of every page."""
        synonyms = (self.tr("draft"), self.tr("continue"), self.tr("interrupted"))
        yield Action("drafts.resume", self.tr("Go &on where I was interrupted"), self.resume, RESUME, "play", "edit",
                     privilege=Privilege.SIGN_IN, synonyms=synonyms)  # fmt: skip

    def resume(self) -> None:
        """Ask which drafts there are."""
        self._context.jobs.run("queries.drafts.drafts", owner=self, done=self._found)

    def _found(self, drafts: tuple[DraftRow, ...]) -> None:
        if not drafts:
            self._context.feedback.say(self.tr("Nothing was left half done."))
        elif len(drafts) == 1:
            self.open(drafts[0])
        else:
            ids = {one.patient_id for one in drafts if one.patient_id is not None}
            self._context.jobs.run(
                "queries.heads.heads", sorted(ids), owner=self, done=lambda heads: self._choose(drafts, heads)
            )

    def _choose(self, drafts: Sequence[DraftRow], heads: dict[int, PatientHead]) -> None:
        dialog = DraftsDialog(self._context, drafts, heads, self._window)
        dialog.chosen.connect(self.open)
        dialog.open()

    def open(self, draft: DraftRow) -> None:
        """Open the form of a draft over its patient's chart; a form that is only reached by hand is offered there."""
        command = _COMMANDS.get(draft.form)
        known = command is not None and command in self._context.actions
        if draft.form.startswith(CANCEL_DRAFT):
            self._open_visit(draft)
            return
        if draft.patient_id is not None:
            tab = "care_plan" if draft.form.startswith(("goal:", "action:")) else _TABS.get(draft.form, "summary")
            if known:
                self._context.interrupted.want(draft.form, draft.patient_id)
            self._context.navigation.open_chart(draft.patient_id, tab=tab, then=command if known else "")
            if known:
                return
        elif draft.form == _NEW_PATIENT:
            self._context.finding.look_for(dict(draft.fields).get("family", "") + "  ")
            command = "patient.new"
        elif draft.form.startswith("letter:"):
            self._context.navigation.open("admin", state={"section": "letters"})
        if command is not None and command in self._context.actions:
            self._context.interrupted.want(draft.form, draft.patient_id)
            self._context.actions.trigger(command)
        else:
            words = self.tr("Open the form again: your draft of {when} is offered there.")
            self._context.feedback.say(words.format(when=self._context.formatting.date_time(draft.saved_at)))

    def _open_visit(self, draft: DraftRow) -> None:
        """The visit that was being cancelled, with the words as far as they were typed."""
        from ui.pages.calendar_commands import Booking  # here: the start of the window needs no forms

        def found(visit: AppointmentRow) -> None:
            self._context.interrupted.want(draft.form, draft.patient_id)
            Booking(self._context, self._window).open_visit(visit)

        number = int(draft.form.removeprefix(CANCEL_DRAFT))
        self._context.jobs.run("queries.appointments.appointment", number, owner=self, done=found)


class DraftsDialog(QDialog):
    """The newest on top; Enter goes on with it."""

    chosen = Signal(object)  # DraftRow

    def __init__(
        self, context: AppContext, drafts: Sequence[DraftRow], heads: dict[int, PatientHead], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._heads = context, heads
        self.setWindowTitle(self.tr("Left half done"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = context.theme
        self.table: RowsTable[DraftRow] = RowsTable(
            context, "drafts", self._columns(), lambda one: (one.form, one.patient_id), self._sentence
        )
        self.table.setAccessibleName(self.windowTitle())
        self.go_button, self.close_button = (
            Button(self.tr("&Go on"), "play", self, primary=True),
            Button(self.tr("Close")),
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        told = self.tr("What you typed and did not save. Nobody else sees it.")
        column.addWidget(Text("body", told, tone="text_2", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.table.opened.connect(self._take)
        self.go_button.clicked.connect(lambda: self._take(self.table.current_row()))
        self.close_button.clicked.connect(self.reject)
        for button in (self.go_button, self.close_button):
            button.setAutoDefault(False)
        self.table.set_rows(drafts)
        self.table.go_to((drafts[0].form, drafts[0].patient_id))
        resize_within(self, parent, 720, 360)
        self.table.setFocus()

    def _columns(self) -> tuple[Column[DraftRow], ...]:
        shown = self._context.formatting
        return (
            Column(
                "when", self.tr("When"), lambda one: shown.date_time(one.saved_at), lambda one: one.saved_at, width=18
            ),
            Column("what", self.tr("Form"), self._form, width=20),
            Column("patient", self.tr("Patient"), self._patient, width=24),
            Column("begins", self.tr("Begins with"), self._beginning, stretch=True),
        )

    def _form(self, one: DraftRow) -> str:
        return {
            "book": self.tr("Booking"),
            "new_referral": self.tr("Referral"),
            "action": self.tr("Plan action"),
            "goal": self.tr("Goal"),
            "outside_visit": self.tr("Visit elsewhere"),
            "log_contact": self.tr("Contact"),
            "cancel_visit": self.tr("Why a visit is cancelled"),
            "patient": self.tr("Patient's details"),
            "letter": self.tr("Letter"),
            "reconciliation": self.tr("Reconciling medicines"),
        }.get(one.form.split(":")[0], self.tr("Other form"))

    def _patient(self, one: DraftRow) -> str:
        head = self._heads.get(one.patient_id or 0)
        return self._context.formatting.name(head) if head else dict(one.fields).get("family", "")

    @staticmethod
    def _beginning(one: DraftRow) -> str:
        if one.form in _TABS:
            return ""  # kept for the program, not for reading
        return max((text for _, text in one.fields), key=len, default="")[:80].replace("\n", " ")

    def _sentence(self, one: DraftRow) -> str:
        return ", ".join(filter(None, (self._form(one), self._patient(one), self._beginning(one))))

    def _take(self, one: DraftRow | None) -> None:
        if one is not None:
            self.accept()
            self.chosen.emit(one)
