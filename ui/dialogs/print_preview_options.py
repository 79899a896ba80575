"""What can be chosen: which page, language, letter size, paper, the sentence on top, sensitive items."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from icm_desktop.contracts.handouts import NEXT_STEPS, HandoutMade, HandoutRequest, SensitiveItem
from icm_desktop.contracts.phrases import PageLanguage
from icm_desktop.contracts.print_sets import MOST_COPIES
from ui.context import AppContext
from ui.dialogs.handout_words import kinds, languages
from ui.dialogs.print_preview_paper import TWO_SIDED
from ui.widgets.check_group import TickBox
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_TYPING_PAUSE_MS = 400


class PrintOptions(QWidget):
    """The right side of the preview; `changed` carries the request to ask for."""

    changed = Signal(object)

    def __init__(self, context: AppContext, patient_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        paper = context.preferences.text("print/paper", "letter")
        self.request = HandoutRequest(patient_id, paper=paper, with_sheets=True)
        self.kind = self._box(*kinds())
        self.language = self._box(*languages())
        self.letters = self._box((self.tr("Standard (12 pt)"), "standard"), (self.tr("Large print (18 pt)"), "large"))
        self.paper = self._box((self.tr("Letter"), "letter"), (self.tr("A4"), "a4"))
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.two_sided = TickBox(self.tr("On both sides"), self)
        self.two_sided.setChecked(context.preferences.flag(TWO_SIDED, True))
        self.sheets = TickBox("", self)
        self.sheets.setChecked(True)
        self.sheets.hide()
        self.top = QLineEdit()
        self.top.setMaxLength(160)
        self._shown_language = "en"
        self._ticks: dict[str, QCheckBox] = {}
        self._room = context.theme.px(280)
        self._sensitive = QVBoxLayout()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._lay_out()
        self._wire()
        context.jobs.run("queries.phrase_banks.languages", owner=self, done=self._offer_languages)

    @staticmethod
    def _box(*choices: tuple[str, str]) -> QComboBox:
        box = QComboBox()
        for words, value in choices:
            box.addItem(words, value)
        return box

    def _lay_out(self) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._top = FormField(
            self.tr("&Most important"), self.top, hint=self.tr("Empty: the next visit or the urgent step.")
        )
        for field in (
            FormField(self.tr("Pa&ge"), self.kind),
            FormField(self.tr("&Language"), self.language),
            FormField(self.tr("Letter si&ze"), self.letters),
            FormField(self.tr("Pape&r"), self.paper),
            FormField(self.tr("&Copies"), self.copies),
            self._top,
        ):
            field.edit.setMinimumHeight(theme.px(28))
            column.addWidget(field)
        for box in (self.two_sided, self.sheets):
            box.setMinimumHeight(theme.px(28))
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(box)
        self._head = Text("body", self.tr("Sensitive: prints only when ticked"), strong=True, wrap=True)
        self._head.hide()
        column.addWidget(self._head)
        self._sensitive.setSpacing(theme.px(2))
        column.addLayout(self._sensitive)

    def _wire(self) -> None:
        self.kind.activated.connect(lambda _at: self._set(kind=self.kind.currentData(), sensitive_ids=()))
        self.language.activated.connect(lambda _at: self._set(language=self.language.currentData()))
        self.letters.activated.connect(lambda _at: self._set(large_print=self.letters.currentData() == "large"))
        self.paper.activated.connect(self._paper_chosen)
        self.two_sided.toggled.connect(lambda on: self._context.preferences.keep(TWO_SIDED, on))
        self.sheets.toggled.connect(lambda on: self._set(with_sheets=on))
        self.top.textEdited.connect(lambda _text: self._typing.start())
        self.top.editingFinished.connect(self._typed)
        self._typing.timeout.connect(self._typed)

    def _offer_languages(self, known: tuple[PageLanguage, ...]) -> None:
        for name, code in languages(known):
            if self.language.findData(code) < 0:
                self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._shown_language))

    def limit_width(self, pixels: int) -> None:
        """Shorten sensitive items to this width; the whole text is in the tip and for screen readers."""
        self._room = pixels

    def show_made(self, made: HandoutMade) -> None:
        """Stand on what the page came out as and offer its sensitive items."""
        self.kind.setCurrentIndex(self.kind.findData(made.kind))
        self._top.setVisible(made.kind == NEXT_STEPS)  # the others have no sentence on top
        self._shown_language = made.language
        self.language.setCurrentIndex(self.language.findData(made.language))
        self.letters.setCurrentIndex(self.letters.findData("large" if made.large_print else "standard"))
        self.paper.setCurrentIndex(self.paper.findData(made.paper))
        self.two_sided.setEnabled(made.pages > 1)
        self.sheets.setVisible(bool(made.overflow_kinds))
        words = self.tr("With %n sheet(s) for what does not fit", "", len(made.overflow_kinds))
        self.sheets.setText(words)
        self.sheets.setAccessibleName(words)
        self._offer(made.sensitive)

    def sheets_wanted(self, made: HandoutMade) -> tuple[str, ...]:
        """The pages that are printed with this one for what did not fit."""
        return made.overflow_kinds if self.request.with_sheets else ()

    def _offer(self, items: tuple[SensitiveItem, ...]) -> None:
        if list(self._ticks) == [item.id for item in items]:
            return
        for box in self._ticks.values():
            self._sensitive.removeWidget(box)
            box.deleteLater()
        self._ticks = {item.id: self._tick(item) for item in items}
        before: QWidget = self.top
        for box in self._ticks.values():  # the keyboard reaches them where they are seen, before the buttons
            QWidget.setTabOrder(before, box)
            before = box
        self._head.setVisible(bool(items))

    def _tick(self, item: SensitiveItem) -> QCheckBox:
        metrics = self.fontMetrics()
        words = item.text.replace("&", "&&")
        box = QCheckBox(metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room - self._context.theme.px(30)))
        box.setToolTip(item.text)
        box.setAccessibleName(item.text)
        box.setMinimumHeight(self._context.theme.px(28))
        box.setChecked(item.id in self.request.sensitive_ids)
        box.toggled.connect(lambda _on: self._set(sensitive_ids=self._ticked()))
        self._sensitive.addWidget(box)
        return box

    def _ticked(self) -> tuple[str, ...]:
        return tuple(item for item, box in self._ticks.items() if box.isChecked())

    def _paper_chosen(self, _at: int) -> None:
        self._context.preferences.keep("print/paper", str(self.paper.currentData()))
        self._set(paper=self.paper.currentData())

    def _typed(self) -> None:
        self._typing.stop()
        self._set(most_important=self.top.text().strip() or None)

    def _set(self, **values: object) -> None:
        request = replace(self.request, **values)  # type: ignore[arg-type]  # fields of the request by name
        if request != self.request:
            self.request = request
            self.changed.emit(request)
