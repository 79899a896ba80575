"""Print a questionnaire on paper: which one, in which language and size; a form for each patient, or without a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.screening import FormsMade, InstrumentRow, PrintForms
from icm_desktop.domain.instruments.definition import Instrument
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.sheet_preview import show_sheet
from ui.pages.screening_words import ScreeningWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_THEIR_OWN = ""


def print_forms(
    context: AppContext, parent: QWidget, patient_ids: Sequence[int] = (), wanted: str = "",
    head: PatientHead | None = None,
) -> None:  # fmt: skip
    """Ask which form is printed for these patients; without any, a form that has no name on it."""

    def show(rows: tuple[InstrumentRow, ...]) -> None:
        asked = [row.instrument for row in rows if row.in_use or row.instrument.id == wanted]
        if asked:
            PrintFormDialog(context, asked, tuple(patient_ids), wanted, head, parent).open()

    context.jobs.run("queries.screening.shipped", owner=parent, done=show, failed=context.feedback.refuse)


class PrintFormDialog(FormDialog):
    """Opens the pages before they are printed; nothing is kept."""

    def __init__(
        self,
        context: AppContext,
        instruments: Sequence[Instrument],
        patient_ids: tuple[int, ...] = (),
        wanted: str = "",
        head: PatientHead | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._instruments, self._ids, self._words = list(instruments), patient_ids, ScreeningWords(context)
        self._window = parent.window() if parent is not None else self
        self.setWindowTitle(self.tr("Print a questionnaire"))
        self.save_button.setText(self.tr("&Show pages"))
        self.which, self.language, self.letters = QComboBox(), QComboBox(), QComboBox()
        for one in self._instruments:
            self.which.addItem(f"{self._words.pick(one.title)} · {self._words.pick(one.about)}", one.id)
        self.private = QCheckBox(self.tr("With the &private questions, on a page of their own"))
        self.private.setMinimumHeight(context.theme.px(28))
        self.told = Text("small", "", tone="text_2", wrap=True)
        self._lay_out_fields()
        self.which.setCurrentIndex(max(self.which.findData(wanted), 0))
        self.which.currentIndexChanged.connect(lambda _at: self._shown())
        self.language.currentIndexChanged.connect(lambda _at: self._tell())
        self._shown()
        self.saved.connect(self._preview)
        self.fit(560)
        self.which.setFocus()

    def _lay_out_fields(self) -> None:
        if len(self._ids) > 1:
            count = self.tr("%n form(s), one for each patient", "", len(self._ids))
            self.column.addWidget(Text("section", count, wrap=True))
        self.add("instrument", FormField(self.tr("&Questionnaire"), self.which))
        self.add("language", FormField(self.tr("&Language"), self.language))
        self.add("size", FormField(self.tr("Si&ze"), self.letters))
        if self._ids:
            self.letters.addItem(self.tr("As each patient reads"), None)
        self.letters.addItem(self.tr("Standard (12 pt)"), False)
        self.letters.addItem(self.tr("Large print (18 pt)"), True)
        self.add_box(self.private)
        self.column.addWidget(self.told)

    @property
    def instrument(self) -> Instrument:
        """The chosen questionnaire."""
        return self._instruments[max(self.which.currentIndex(), 0)]

    def _shown(self) -> None:
        kept = self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        if self._ids:
            self.language.addItem(self.tr("The patient's own"), _THEIR_OWN)
        for code in self.instrument.languages:
            self.language.addItem(self.context.formatting.language(code), code)
        self.language.setCurrentIndex(max(self.language.findData(kept), 0))
        self.language.blockSignals(False)
        self.private.setVisible(any(one.private for one in self.instrument.items))
        self._tell()

    def _tell(self) -> None:
        """Whose words they are, and which language has none that is official."""
        one = self.instrument
        lines = [one.licence.terms]
        if "es" not in one.languages:
            lines.insert(0, self.tr("No official Spanish wording was found: it prints in English and says so."))
        self.told.setText(" ".join(lines))

    def save(self) -> None:
        request = PrintForms(
            instrument=self.instrument.id,
            patient_ids=self._ids,
            language=self.language.currentData() or None,
            large_print=self.letters.currentData(),
            private=self.private.isVisible() and self.private.isChecked(),
        )
        self.run("reports.screening_form.of_patients" if self._ids else "reports.screening_form.blank", request)

    def _preview(self, made: FormsMade) -> None:
        title = self._words.pick(self.instrument.title)
        name = f"form-{self.instrument.id}"
        show_sheet(self.context, made, self._window, title=title, name=name, saved=self.tr("Saved."))
