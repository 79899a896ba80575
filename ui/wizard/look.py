"""Step 1: language, text size, colours; each takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from ui.language import LANGUAGES
from ui.theme import MAX_POINTS, MIN_POINTS, Theme, ThemeName
from ui.widgets.form_field import FormField
from ui.wizard.step import Step


class LookStep(Step):
    """Three choices, all of which can be changed later in View."""

    language_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.language = QComboBox(self)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(list(LANGUAGES).index(language))
        self.points = QSpinBox(self)
        self.points.setRange(MIN_POINTS, MAX_POINTS)
        self.points.setValue(theme.points)
        self.colours = QComboBox(self)
        self._fields = [FormField("x", edit, parent=self) for edit in (self.language, self.points, self.colours)]
        for field in self._fields:
            field.edit.setMinimumHeight(theme.px(32))
            self.column.addWidget(field)
        self.column.addStretch(1)
        self.speak()
        self.language.currentIndexChanged.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.points.valueChanged.connect(lambda points: theme.apply(points=points))
        self.colours.currentIndexChanged.connect(lambda: theme.apply(ThemeName(self.colours.currentData())))

    def speak(self) -> None:
        self.title.setText(self.tr("Welcome to ICM Desktop"))
        self.sentence.setText(
            self.tr("One shared care plan for each patient, its referrals and its visits. First, how should it look?")
        )
        words = (self.tr("&Language"), self.tr("&Text size in points"), self.tr("&Colours"))
        for field, label in zip(self._fields, words, strict=True):
            field.set_label(label)
        self.colours.blockSignals(True)
        self.colours.clear()
        for name, label in (
            (ThemeName.SYSTEM, self.tr("As on this computer")),
            (ThemeName.LIGHT, self.tr("Light")),
            (ThemeName.DARK, self.tr("Dark")),
            (ThemeName.CONTRAST, self.tr("High contrast")),
        ):
            self.colours.addItem(label, name.value)
        self.colours.setCurrentIndex(list(ThemeName).index(Theme.current().name))
        self.colours.blockSignals(False)

    def first_field(self) -> QWidget:
        return self.language
