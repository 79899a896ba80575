"""Errors and near misses: noted in seconds from anywhere; who looks after one until when, and what was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.near_misses import FollowUpNearMiss, NearMissRow, NearMissSaved, NoteNearMiss
from icm_desktop.contracts.people import Colleague
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.choose_patient import patient_in_view
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.set_up.form import choices, note_box, typed
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class NoteNearMissDialog(FormDialog):
    """What kind, what happened: two fields and it is noted. With a patient's chart open it is about that patient."""

    def __init__(
        self, context: AppContext, head: PatientHead | None, words: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self.setWindowTitle(self.tr("Note an error or near miss"))
        self.save_button.setText(self.tr("&Note it"))
        told = self.tr("What happened, not who is to blame. Everything else can follow later.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.kind = choices(QComboBox(), self.tr("Choose"), words.of("near_miss_kind"))
        self.add("kind", FormField(self.tr("&Kind"), self.kind, check=self._check_kind))
        self.text = note_box(context, None, 4)
        self.add("text", FormField(self.tr("What &happened"), self.text, required=True, check=self._check_text))
        self.happened = _day(context, Lean.PAST)
        self.happened.set_day(context.formatting.today())
        self.add("happened_on", FormField(self.tr("Whe&n"), self.happened))
        self.reached = _reached(self.tr("Not known"), self.tr("Yes"), self.tr("No"), None)
        self.add("reached_patient", FormField(self.tr("Did it reach the &patient"), self.reached))
        self.keep_draft("near_miss:new")
        self.fit(480)
        self.kind.setFocus()

    def _check_kind(self) -> str:
        return "" if self.kind.currentData() else self.tr("Choose what kind it was.")

    def _check_text(self) -> str:
        return "" if typed(self.text) else self.tr("Write in a line what happened.")

    def save(self) -> None:
        request = NoteNearMiss(
            self.kind.currentData() or "", typed(self.text) or "", self.head.id if self.head else None,
            self.happened.day, self.reached.currentData(),
        )  # fmt: skip
        self.run("services.near_misses.note", request)


class FollowUpDialog(FormDialog):
    """Who looks after it until when, and what was changed so that it does not happen again."""

    def __init__(
        self,
        context: AppContext,
        row: NearMissRow,
        words: Choices,
        colleagues: tuple[Colleague, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, row.head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Follow up"))
        self.save_button.setText(self.tr("&Save"))
        people = [(one.id, one.display_name) for one in colleagues if one.role != "front_desk"]
        self.kind = choices(QComboBox(), None, words.of("near_miss_kind"), row.kind)
        self.add("kind", FormField(self.tr("&Kind"), self.kind))
        self.text = note_box(context, row.text, 3)
        self.add("text", FormField(self.tr("What &happened"), self.text, required=True))
        self.happened = _day(context, Lean.PAST)
        self.happened.set_day(row.happened_on)
        self.add("happened_on", FormField(self.tr("Whe&n"), self.happened))
        self.reached = _reached(self.tr("Not known"), self.tr("Yes"), self.tr("No"), row.reached_patient)
        self.add("reached_patient", FormField(self.tr("Did it reach the &patient"), self.reached))
        self.owner = choices(QComboBox(), self.tr("Nobody yet"), people, row.owner.id if row.owner else None)
        self.add("owner_id", FormField(self.tr("&Who looks after it"), self.owner))
        self.due = _day(context, Lean.FUTURE)
        self.due.set_day(row.due_on)
        self.add("due_on", FormField(self.tr("&Until"), self.due))
        self.changed = note_box(context, row.changed_text, 3)
        hint = self.tr("So that it does not happen again; needed before it is closed.")
        self.add("changed_text", FormField(self.tr("What was &changed"), self.changed, hint=hint))
        self.keep_draft(f"near_miss:{row.id}")
        self.fit(520)
        self.owner.setFocus()

    def save(self) -> None:
        row = self._row
        request = FollowUpNearMiss(
            row.id, row.version, self.kind.currentData(), typed(self.text) or "", self.happened.day or row.happened_on,
            self.reached.currentData(), self.owner.currentData(), self.due.day, typed(self.changed),
        )  # fmt: skip
        self.run("services.near_misses.follow_up", request)


def follow_up_near_miss(
    context: AppContext, row: NearMissRow, words: Choices, owner: QWidget, done: Callable[[NearMissSaved], object]
) -> None:
    """Open the form of one over the window."""

    def open_form(people: tuple[Colleague, ...]) -> None:
        dialog = FollowUpDialog(context, row, words, people, owner.window())
        dialog.saved.connect(done)
        dialog.open()

    context.jobs.run("queries.people.colleagues", owner=owner, done=open_form)


def follow_up_by_id(
    context: AppContext, near_miss_id: int, owner: QWidget, done: Callable[[NearMissSaved], object]
) -> None:
    """Open the form of one as it is now."""

    def words_came(words: Choices) -> None:
        context.jobs.run(
            "queries.near_misses.near_miss", near_miss_id, owner=owner, failed=context.feedback.refuse,
            done=lambda row: follow_up_near_miss(context, row, words, owner, done),
        )  # fmt: skip

    context.jobs.run("queries.team.words", QLocale().name(), owner=owner, done=words_came)


def note_near_miss(context: AppContext, owner: QWidget, told: str, name: str) -> None:
    """Open the short form over the window, about the patient whose chart is open; `told` and `name` for undo."""
    patient_id = patient_in_view(context)

    def saved(done: NearMissSaved) -> None:
        context.feedback.done(told, name, done.changes)

    def open_form(words: Choices, head: PatientHead | None) -> None:
        dialog = NoteNearMissDialog(context, head, words, owner.window())
        dialog.saved.connect(saved)
        dialog.open()

    def words_came(words: Choices) -> None:
        if patient_id is None:
            open_form(words, None)
        else:
            context.jobs.run("queries.heads.heads", [patient_id], owner=owner,
                             done=lambda found: open_form(words, found.get(patient_id)))  # fmt: skip

    context.jobs.run("queries.team.words", QLocale().name(), owner=owner, done=words_came)


def _day(context: AppContext, lean: Lean) -> DateEdit:
    return DateEdit(context, lean=lean)


def _reached(unknown: str, yes: str, no: str, value: bool | None) -> QComboBox:
    box = QComboBox()
    for words, answer in ((unknown, None), (yes, True), (no, False)):
        box.addItem(words, answer)
    box.setCurrentIndex({None: 0, True: 1, False: 2}[value])
    return box
