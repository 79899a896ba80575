"""Patients: the list with search as one types, filters, and the door to registering and correcting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.letters import LetterTarget
from icm_desktop.contracts.patients import (
    EditablePatient,
    Likeness,
    PatientFilter,
    PatientRow,
    PatientSaved,
)
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.print_form import print_forms
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.dialogs.register_patient_input import details_from_search
from ui.latest import Latest
from ui.letters import Letters
from ui.page import Page
from ui.pages.patients_rows import PatientWords
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text
from ui.widgets.outdated_button import OutdatedButton

_SLICE = 100
_ROW_ACTIONS = ("patients.open", "patients.correct", "patients.log_contact", "patients.letters", "patients.forms")


class PatientsPage(Page):
    """Everybody the practice knows; opens with those this person worked with last."""

    name = "patients"
    icon = "users"
    order = 2
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset(
        {"duplicates", "outdated_page", "patient", "appointment", "contact", "contact_log", "referral", "import"}
    )

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words, self.letters = PatientWords(context), Letters(context, self)
        self._asked, self._more = Latest(context.jobs, self), Latest(context.jobs, self)
        self._similar = Latest(context.jobs, self)
        self._total, self._loaded, self._enter_pressed = 0, False, False
        self._wanted: Mapping[str, object] = {}
        self.search = _SearchField()
        self.view = FilterChips(self._views(), exclusive=True)
        self.view.set_on(["recent"])
        self.table: RowsTable[PatientRow] = RowsTable(
            context, "patients", self.words.columns(), lambda row: row.head.id, self.words.sentence,
            menu=_ROW_ACTIONS, sorted_elsewhere=True,
        )  # fmt: skip
        self._counted = Latest(context.jobs, self)
        self.look_alikes = Button(icon="users")
        self.look_alikes.hide()
        self.outdated_pages = OutdatedButton(context)
        self.empty = EmptyState("", "", self.tr("Add new patient"))
        self.stack = QStackedWidget()
        self._buttons = QHBoxLayout()
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Patients")

    def _views(self) -> list[tuple[str, str]]:
        return [
            ("recent", self.tr("Recent")),
            ("all", self.tr("All")),
            ("mine", self.tr("My patients")),
            ("no_next", self.tr("No next appointment")),
        ]

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.search.setPlaceholderText(self.tr("Name, birth date, phone or record number"))
        self.search.setAccessibleName(self.tr("Search patients"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.table.setAccessibleName(self.tr("Patients"))
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addWidget(self.outdated_pages)
        top.addWidget(self.look_alikes)
        top.addLayout(self._buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        page.setSpacing(theme.px(8))
        page.addLayout(top)
        page.addWidget(self.search)
        page.addWidget(self.view)
        page.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.textEdited.connect(self.context.finding.look_for)
        self.search.returnPressed.connect(self._enter_in_search)
        self.search.down.connect(self.table.setFocus)
        self.view.changed.connect(lambda _on: self.refresh())
        self.look_alikes.clicked.connect(lambda _on=False: self.context.navigation.open("duplicates"))
        self.table.opened.connect(self.open_row)
        self.table.sort_wanted.connect(self._sorted)
        self.table.more_wanted.connect(self._ask_more)
        self.table.row_changed.connect(self._row_changed)
        self.empty.chosen.connect(lambda _at: self.register())

    # what is asked and shown

    def filter(self, offset: int = 0) -> PatientFilter:
        """What the list shows now, from a row on."""
        search, on = self.search.text().strip(), self.view.on()
        key, descending = self.table.rows_model.sorting
        return PatientFilter(
            search=search,
            recent_first="recent" in on and not search,
            my_patients="mine" in on,
            no_next_appointment="no_next" in on,
            sort=key or "name",
            descending=descending,
            offset=offset,
            limit=_SLICE,
        )

    def refresh(self) -> None:
        self._add_buttons()
        self._more.forget()
        self._enter_pressed = False
        self._asked.ask("queries.patients.patients", self.filter(), done=self._show)
        self._counted.ask("queries.duplicates.how_many", done=self._show_count, failed=lambda _error: None)
        self.outdated_pages.refresh()

    def _show_count(self, pairs: int) -> None:
        self.look_alikes.setText(self.tr("%n pairs look alike", "", pairs))
        self.look_alikes.setVisible(pairs > 0)

    def _add_buttons(self) -> None:
        if not self._buttons.count() and "patient.new" in self.context.actions:
            self._buttons.addWidget(ActionButton(self.context, "patient.new", primary=True))

    def _ask_more(self, there: int) -> None:
        self._more.ask("queries.patients.patients", self.filter(there), done=self._append)

    def _show(self, found: Slice[PatientRow]) -> None:
        self._total, self._loaded = found.total, True
        self.table.set_rows(found.rows, found.total)
        self.stack.setCurrentWidget(self.table if found.rows else self.empty)
        if not found.rows:
            self._show_nobody()
        if self._wanted and found.rows:
            wanted, self._wanted = self._wanted, {}
            self.table.restore_view(wanted)
        self.context.feedback.count(self.status())
        if self._enter_pressed and self.search.hasFocus():
            self._enter_in_search()

    def _append(self, found: Slice[PatientRow]) -> None:
        self.table.append_rows(found.rows)
        self.context.feedback.count(self.status())

    def _show_nobody(self) -> None:
        typed = self.search.text().strip()
        if not typed:
            if "recent" in self.view.on() or "all" in self.view.on():
                words = self.tr("Add the first one, or import patients from a file: File, Import.")
                self.empty.say(self.tr("No patients yet."), words)
            else:
                self.empty.say(self.tr("Nobody fits this filter."), self.tr("Choose All to see everybody."))
            return
        self.empty.say(self.tr("No patient matches “{typed}”.").format(typed=typed))
        start = details_from_search(typed, self.context.formatting.today())
        self._similar.ask(
            "queries.registration.likenesses", start, None, done=self._show_similar, failed=lambda _error: None
        )

    def _show_similar(self, alike: tuple[Likeness, ...]) -> None:
        if alike and not self.table.rows():
            people = "; ".join(self.words.identity(one.head) for one in alike[:3])
            title = self.tr("No patient matches “{typed}”.").format(typed=self.search.text().strip())
            self.empty.say(title, self.tr("Similar: {people}").format(people=people))

    def status(self) -> str:
        if not self._loaded:
            return ""
        on = ", ".join(part for part in (self.view.words_on(), self.search.text().strip()) if part)
        return self.tr("{shown} of {total} · Filter: {filter}").format(
            shown=len(self.table.rows()), total=self._total, filter=on
        )

    def _sorted(self, _key: str, _descending: bool) -> None:
        if "recent" in self.view.on():
            self.view.set_on(["all"])
        self.refresh()

    def _row_changed(self, row: PatientRow | None) -> None:
        for action_id in _ROW_ACTIONS:
            self.context.actions.set_enabled(action_id, row is not None)

    def _enter_in_search(self) -> None:
        """Enter opens the only patient found, or goes to the list to choose; it waits for what fits the words typed."""
        self._enter_pressed = self._asked.waiting
        rows = () if self._enter_pressed else self.table.rows()
        if len(rows) == 1:
            self.open_row(rows[0])
        elif rows:
            self.table.setFocus()

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here, who = self.name, Privilege.DEMOGRAPHICS
        return (
            Action("patient.new", self.tr("New &patient"), self.register, None, "user-plus", "new", GLOBAL, who,
                   (self.tr("register"), self.tr("add patient"))),
            Action("patients.open", self.tr("&Open chart"), self.open_current, None, "file-text", "patient", here, who,
                   (self.tr("chart"),)),
            Action("patients.correct", self.tr("Correct &details…"), self.correct, "F2", "pencil", "patient", here, who,
                   (self.tr("edit"), self.tr("address"))),
            Action("patients.log_contact", self.tr("&Log contact"), self.log_contact, "Ctrl+L", "phone", "patient",
                   here, Privilege.CALL_LOG, (self.tr("call"),)),
            self.letters.action(here, self.write),
            Action("patients.forms", self.tr("Print &questionnaires…"), self.print_questionnaires, None,
                   "clipboard-list", "work", here, Privilege.CLINICAL_READ, (self.tr("paper forms"), "PHQ-9")),
            Action("patients.filter", self.tr("&Search this list"), self.search.setFocus, "Ctrl+Shift+F", "search",
                   "view", here, who),
        )  # fmt: skip

    def primary_action(self) -> str | None:
        return "patient.new"

    def open_current(self) -> None:
        """Open the chart of the row the keyboard is on."""
        if (row := self.table.current_row()) is not None:
            self.open_row(row)

    def open_row(self, row: PatientRow) -> None:
        """Open a patient's chart."""
        self.context.finding.found()
        self.context.navigation.open_chart(row.head.id)

    def write(self) -> None:
        """Letters, labels or a call sheet for the selected rows."""
        self.letters.write(LetterTarget(row.head.id) for row in self.table.selected_rows())

    def print_questionnaires(self) -> None:
        """Paper forms for the selected rows, each in the patient's language and size."""
        rows = self.table.selected_rows()
        if rows:
            print_forms(self.context, self, tuple(row.head.id for row in rows))
        else:
            self.context.feedback.say(self.tr("Choose the patients first."))

    def register(self) -> None:
        """Register a patient, starting from what was typed to find one; whoever was not looked for may be on file."""
        text = self.context.finding.text or (self.search.text().strip() if self.isVisible() else "")
        if not text:
            self.context.actions.trigger("edit.find")
            words = self.tr("First find the patient by name or birth date. Enter registers who is not there.")
            self.context.feedback.say(words)
            return
        start = details_from_search(text, self.context.formatting.today())
        dialog = RegisterPatientDialog(self.context, start, parent=self.window())
        dialog.saved.connect(self._registered)
        dialog.open()

    def _registered(self, saved: PatientSaved) -> None:
        self.context.finding.found()
        name = self.context.formatting.name(saved.head)
        told = self.tr("Registered {name}, record no. {number}.").format(name=name, number=saved.head.record_number)
        self.context.feedback.done(told, self.tr("register {name}").format(name=name), saved.changes)
        self.context.navigation.open_chart(saved.head.id)

    def correct(self) -> None:
        """Correct the demographics of the row the keyboard is on."""
        if (row := self.table.current_row()) is not None:
            correct_details(self, self.context, row.head.id)

    def log_contact(self) -> None:
        """Log a contact with the patient of the row."""
        if (row := self.table.current_row()) is not None:
            dialog = LogContactDialog(self.context, row.head, None, self)
            name = self.tr("log contact, {family}").format(family=row.head.family.upper())
            dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
            dialog.open()

    # place

    def state(self) -> Mapping[str, object]:
        return {**self.table.view_state(), "view": sorted(self.view.on()), "search": self.search.text()}

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(on := state.get("view"), list):
            self.view.set_on(on)
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)
        self._wanted = state
        if self._loaded:
            self.table.restore_view(state)

    def panes(self) -> Sequence[QWidget]:
        return (self.search, self.table)

    def focus_first(self) -> None:
        (self.table if self.table.rows() and not self.search.text() else self.search).setFocus()


def correct_details(page: QWidget, context: AppContext, patient_id: int) -> None:
    """Open the form that corrects a patient, as read from the database now."""

    def opened(editable: EditablePatient) -> None:
        dialog = RegisterPatientDialog(context, editable.details, editable=editable, parent=page)
        words = PatientWords(context)
        dialog.saved.connect(lambda saved: context.feedback.done(*words.corrected(saved), saved.changes))
        dialog.open()

    context.jobs.run("queries.registration.editable", patient_id, owner=page, done=opened)


class _SearchField(QLineEdit):
    """Down goes to the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
