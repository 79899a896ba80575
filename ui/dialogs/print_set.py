"""Which pages this patient gets by one key, and how: kept with the patient."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.phrases import PageLanguage
from icm_desktop.contracts.print_sets import MOST_COPIES, ChosenSet, KeepPrintSet, PatientSet
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.handout_words import kinds, languages
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField


class PrintSetDialog(FormDialog):
    """Opens on the set that counts now; `known`: the languages a page can be made in."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        current: PatientSet,
        known: Sequence[PageLanguage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._patient_id = current.patient_id
        chosen = current.chosen
        self.setWindowTitle(self.tr("Pages of this patient"))
        self.save_button.setText(self.tr("&Keep"))
        self.pages = CheckGroup([(kind, words) for words, kind in kinds()], chosen.kinds, columns=1)
        self.language = self._box([(self.tr("As the patient reads"), None), *languages(known)], chosen.language)
        sizes = [
            (self.tr("As the patient reads"), None),
            (self.tr("Standard (12 pt)"), False),
            (self.tr("Large print (18 pt)"), True),
        ]
        self.letters = self._box(sizes, chosen.large_print)
        papers = [(self.tr("As this computer prints"), None), (self.tr("Letter"), "letter"), (self.tr("A4"), "a4")]
        self.paper = self._box(papers, chosen.paper)
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setValue(chosen.copies)
        self.two_sided = QCheckBox(self.tr("On &both sides of the paper"))
        self.two_sided.setChecked(chosen.two_sided)
        self.two_sided.setMinimumHeight(context.theme.px(28))
        self.add("kinds", FormField(self.tr("&Pages"), self.pages, required=True, check=self._check_pages))
        self.add("language", FormField(self.tr("&Language"), self.language))
        self.add("size", FormField(self.tr("Letter si&ze"), self.letters))
        self.add("paper", FormField(self.tr("Pape&r"), self.paper))
        self.add("copies", FormField(self.tr("&Copies of each page"), self.copies))
        self.add_box(self.two_sided)
        self.fit(460)

    @staticmethod
    def _box(choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox()
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(next((at for at, (_, value) in enumerate(choices) if value == chosen), 0), 0))
        return box

    def _check_pages(self) -> str:
        return "" if self.pages.chosen() else self.tr("Choose at least one page.")

    def save(self) -> None:
        chosen = ChosenSet(
            self.pages.chosen(), self.language.currentData(), self.letters.currentData(), self.paper.currentData(),
            self.copies.value(), self.two_sided.isChecked(),
        )  # fmt: skip
        self.run("services.print_sets.keep", KeepPrintSet(self._patient_id, chosen))
