"""A medicine or goal is about to be saved that contradicts something at the stop level: shown once, and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.conflicts import (
    KEEP_OPEN,
    OVERRIDE,
    ConflictAnswer,
    Interruption,
    ProposedChange,
    ProposedMedicine,
)
from icm_desktop.contracts.medicines import SaveMedicine
from icm_desktop.contracts.reconciliation import SettleMedicine, SignReconciliation
from icm_desktop.domain.conflicts.checking import Finding
from icm_desktop.domain.conflicts.identity import subject_of
from icm_desktop.domain.medicine_lines import as_numbers
from icm_desktop.domain.reconciliation import Act
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.conflict_words import SHAPES, ConflictWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

Answers = tuple[ConflictAnswer, ...]
Request = SaveMedicine | SignReconciliation | SettleMedicine


def conflict_interrupt(
    context: AppContext,
    parent: QWidget,
    change: ProposedChange,
    proceed: Callable[[Answers], None],
    left: Callable[[], None] = lambda: None,
) -> None:
    """Ask whether a change may be saved; only new conflicts at the stop level interrupt, nothing else does.

    Args:
        context: The window.
        parent: The form that saves.
        change: What is about to be saved.
        proceed: Called with the answers, which the saving use case hands on to `conflict_answers.keep`; without a word
            and with none when nothing new says stop.
        left: Called when the person does not save after all, or it could not be asked.
    """

    def show(found: Interruption) -> None:
        if not found.findings:
            proceed(())
            return
        dialog = ConflictInterruptDialog(context, found, parent)
        dialog.saved.connect(proceed)
        dialog.rejected.connect(left)
        dialog.open()

    def refused(error: UserError) -> None:
        left()
        context.feedback.refuse(error)

    context.jobs.run("queries.conflict_interrupt.check_before_save", change, owner=parent, done=show, failed=refused)


def save_asking(form: FormDialog, change: ProposedChange, name: str, request: Request) -> None:
    """Save as `FormDialog.run` does, with the answers to what says stop; a second press meanwhile does nothing."""
    form.set_busy(True)
    conflict_interrupt(
        form.context, form, change,
        lambda answers: form.run(name, replace(request, answers=answers)), lambda: form.set_busy(False),
    )  # fmt: skip


def change_of(patient_id: int, acts: Iterable[Act]) -> ProposedChange:
    """What the acts of a reconciliation add and end."""
    added, ends = [], []
    for act in acts:
        if act.entry is not None:
            ends.append(act.entry)
        else:
            dose, unit, times = as_numbers(act.text, act.dosage) or (None, None, None)
            added.append(ProposedMedicine(act.text, dose_value=dose, dose_unit=unit, times_per_day=times))
    return ProposedChange(patient_id, tuple(added), ends=tuple(ends))


class ConflictInterruptDialog(FormDialog):
    """Each conflict with its facts and source; nothing is chosen beforehand, going on without a word is not offered."""

    def __init__(self, context: AppContext, found: Interruption, parent: QWidget | None = None) -> None:
        super().__init__(context, found.head, "", parent)
        self._found, self._words = found, ConflictWords(context)
        self.setWindowTitle(self.tr("Stop: this contradicts something"))
        self.save_button.setText(self.tr("&Save all the same"))
        self.cancel_button.setText(self.tr("Do not save"))
        for one in found.findings:
            self._show(one)
        told = self._words.honesty(found.checked, found.medicines, found.version, found.not_checked)
        self.column.addWidget(Text("small", told, tone="text_2", wrap=True))
        self.choice, self.reason = QComboBox(), QLineEdit()
        self.choice.addItem(self.tr("Choose…"), "")
        self.choice.addItem(self.tr("Save it; the conflict stays open and is on Today"), KEEP_OPEN)
        if found.may_override:
            self.choice.addItem(self.tr("Save it and override the conflict, with the reason"), OVERRIDE)
        self.add("choice", FormField(self.tr("&What now"), self.choice, required=True, check=self._check_choice))
        hint = self.tr("It is kept with the conflict and counts in the rates of this rule.")
        self.add("reason", FormField(self.tr("&Reason"), self.reason, hint=hint, check=self._check_reason))
        self.fields["reason"].hide()
        self.choice.currentIndexChanged.connect(lambda _at: self._chosen())
        self.fit(620)
        self.choice.setFocus()

    def _show(self, one: Finding) -> None:
        words = self._words
        if self.column.count():
            self.column.addSpacing(self.context.theme.px(8))
        self.column.addWidget(ShapeLabel(SHAPES[one.severity], words.pick(one.told.title), self))
        facts = "\n".join(f"• {words.line(fact)}" for fact in one.facts)
        self.column.addWidget(Text("body", facts, wrap=True, selectable=True))
        self.column.addWidget(Text("body", words.pick(one.told.action), strong=True, wrap=True))
        self.column.addWidget(Text("small", " · ".join(words.source(one.told)), tone="text_2", wrap=True))

    def _chosen(self) -> None:
        self.fields["reason"].setVisible(self.choice.currentData() == OVERRIDE)
        self.make_room()

    def _check_choice(self) -> str:
        return "" if self.choice.currentData() else self.tr("Choose what to do about it, or do not save.")

    def _check_reason(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        choice = str(self.choice.currentData())
        reason = self.reason.text().strip() if choice == OVERRIDE else None
        answers = tuple(ConflictAnswer(one.told.id, subject_of(one), choice, reason) for one in self._found.findings)
        self.saved.emit(answers)
        self.accept()
