"""Screening: every questionnaire that was asked with score, change and answers; asking one; assessing safety."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.screening import PatientScreening, ScreeningForms, ScreeningRow, ScreeningSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.print_form import print_forms
from ui.dialogs.safety_assessment import assess_answer
from ui.dialogs.screening_form import ScreeningFormDialog
from ui.pages.chart_list_tab import ListTab
from ui.pages.screening_words import ScreeningWords
from ui.tables.base import Column
from ui.widgets.action_button import ActionButton
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField

ASK, ASSESS, PAPER = "screening.ask", "screening.assess", "screening.paper"


class ScreeningTab(ListTab):
    """One list, newest first; a chip for each questionnaire that was asked."""

    name = "screening"
    number = 13
    privilege = Privilege.CLINICAL_READ
    shows = frozenset(
        {
            "questionnaire_response", "observation", "safety_assessment", "screening_follow_up", "instrument_use",
            "patient", "referral",
        }
    )  # fmt: skip
    query = "queries.screening.of_patient"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: PatientScreening | None = None
        self._words = ScreeningWords(context)

    def title(self) -> str:
        return self.tr("Screening")

    def hint(self) -> str:
        return self.tr("Choose a line to see every answer.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No questionnaire was asked yet."), self.tr("Ctrl+N, S asks one: digits answer and move on.")

    def build(self) -> None:
        self.buttons = [ActionButton(self.context, one) for one in (ASK, PAPER) if one in self.context.actions]
        self.kinds = QComboBox()
        self.kinds.addItem(self.tr("All"), "")
        self.kinds.currentIndexChanged.connect(lambda _at: self._show_lines())
        super().build()
        self.enable_actions(on_tab=False)

    def filters(self) -> Iterable[QWidget]:
        field = FormField(self.tr("&Questionnaire"), self.kinds)
        return (field, *self.buttons)

    def filter_words(self) -> str:
        return self.kinds.currentText() if self.kinds.currentData() else ""

    def clear(self) -> None:
        self.found = None
        self.kinds.blockSignals(True)
        while self.kinds.count() > 1:
            self.kinds.removeItem(1)
        self.kinds.blockSignals(False)
        super().clear()

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, done=self._found)

    def _found(self, found: PatientScreening) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head, self.pane.head = found, found.head, found.head
        for title in {self._words.pick(row.title): None for row in found.rows}:
            if self.kinds.findData(title) < 0:
                self.kinds.addItem(title, title)
        self._show_lines()

    def _show_lines(self) -> None:
        if self.found is not None:
            chosen = self.kinds.currentData()
            rows = tuple(row for row in self.found.rows if chosen in ("", self._words.pick(row.title)))
            self._show(Page(rows, len(rows)))

    # rows

    def columns(self) -> Sequence[Column[ScreeningRow]]:
        words, shown = self._words, self.context.formatting
        return (
            Column("state", self.tr("State"), lambda row: words.chip(row).word, width=18, chip=words.chip),
            Column("what", self.tr("Questionnaire"), lambda row: words.pick(row.title), width=17),
            Column("day", self.tr("Day"), lambda row: shown.date(row.day), lambda row: row.day, width=12,
                   copy=lambda row: row.day.isoformat() if row.day else ""),
            Column("result", self.tr("Result"), words.told, width=30, stretch=True, tip=words.told),
            Column("next", self.tr("Next"), words.next_step, words.next_day, width=22, tip=words.next_step),
            Column("by", self.tr("By"), lambda row: row.by or "", width=13),
            Column("how", self.tr("How"), lambda row: words.mode(row.mode), width=18, hidden=True),
        )  # fmt: skip

    def row_key(self, row: ScreeningRow) -> int:
        return row.id

    def row_ref(self, row: ScreeningRow) -> FactRef | None:
        return FactRef("questionnaire_response", row.id)

    def row_sentence(self, row: ScreeningRow) -> str:
        words, day = self._words, self.context.formatting.date(row.day)
        parts = (words.pick(row.title), day, words.chip(row).word, words.told(row))
        return ", ".join(part for part in parts if part)

    def above_detail(self, row: ScreeningRow) -> tuple[Fact, ...]:
        told = self.found.assessments if self.found is not None and row.alerts else ()
        return (*self._words.facts(row), *(self._words.assessment(one) for one in told))

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield from super().actions_offered(here)
        yield Action(ASK, self.tr("&Screening…"), self.ask, None, "clipboard-list", "new", "chart",
                     Privilege.CLINICAL_WRITE, (self.tr("questionnaire"), "PHQ-9", "GAD-7", "AUDIT-C"))  # fmt: skip
        yield Action(ASSESS, self.tr("Assess sa&fety…"), self.assess, None, "clipboard-check", "work", here,
                     Privilege.REVIEW_NOTES, (self.tr("self-harm"), self.tr("risk")))  # fmt: skip
        yield Action(PAPER, self.tr("Print a &form…"), self.paper, None, "printer", "patient", "chart",
                     Privilege.CLINICAL_READ, (self.tr("paper"), self.tr("questionnaire")))  # fmt: skip

    def menu(self) -> Sequence[str]:
        return (*super().menu(), *((ASSESS,) if ASSESS in self.context.actions else ()))

    def enable_actions(self, on_tab: bool) -> None:
        super().enable_actions(on_tab)
        if ASSESS in self.context.actions:
            row = self.table.current_row() if on_tab and self.built else None
            self.context.actions.set_enabled(ASSESS, row is not None and bool(row.alerts) and not row.mistaken)

    def primary_action(self) -> str | None:
        return ASK

    def paper(self) -> None:
        """Print a questionnaire for the patient; that of the line comes first."""
        if self.patient_id is not None:
            row = self.table.current_row() if self.built and self.isVisible() else None
            wanted = (row.instrument or "") if row is not None else ""
            print_forms(self.context, self, (self.patient_id,), wanted, self.head)

    def ask(self) -> None:
        """Ask what can be asked of the patient, then show the form; the row's own questionnaire comes first."""
        if self.patient_id is None:
            return
        row = self.table.current_row() if self.built and self.isVisible() else None
        wanted = (row.instrument or "") if row is not None else ""
        self.context.jobs.run(
            "queries.screening.forms", self.patient_id, owner=self, done=lambda forms: self._form(forms, wanted),
            failed=self.context.feedback.refuse,
        )  # fmt: skip

    def assess(self) -> None:
        """Assess safety after the answer of the row, however old it is."""
        row = self.table.current_row()
        if row is None or not row.alerts or self.head is None:
            return
        item = (f"screening:{row.id}", row.version, self._words.pick(row.alerts[0]))
        told, name = self.tr("Assessment recorded."), self.tr("safety assessment")
        about = f"{name}, {self.head.family.upper()}"
        assess_answer(self.context, self.head, item, self, lambda done: self.context.feedback.done(
            told, about, done.changes))  # fmt: skip

    def _form(self, forms: ScreeningForms, wanted: str) -> None:
        if forms.head.id != self.patient_id or not forms.rows:
            return
        dialog = ScreeningFormDialog(self.context, forms, wanted, self)
        dialog.saved.connect(lambda saved: self._saved(saved, dialog.told()))
        dialog.open()

    def _saved(self, saved: ScreeningSaved, told: str) -> None:
        family = self.head.family.upper() if self.head is not None else ""
        name = self.tr("questionnaire")
        self.context.feedback.done(told, f"{name}, {family}", saved.changes)
