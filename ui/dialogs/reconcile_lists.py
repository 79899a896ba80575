"""Which lists are compared: those of the chart, and lists that are typed, pasted or read to us line by line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.reconciliation import Offered, TypedList
from icm_desktop.domain import reconciliation as rules
from ui.context import AppContext
from ui.dates_input import Lean
from ui.pages.reconcile_words import ReconcileWords
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.partial_date import PartialDate
from ui.widgets.text_area import TextArea

_LINES = 6


class ListsBox(QWidget):
    """Ticks for the lists of the chart, and one form for a list from outside, which can be used several times."""

    changed = Signal()

    def __init__(self, context: AppContext, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._words = context, ReconcileWords(context)
        self.typed: list[TypedList] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        column.addWidget(Text("section", self.tr("Lists in the chart")))
        self.ticks: dict[str, QCheckBox] = {}
        for one in offered.lists:
            told = self.tr("%n medicine(s)", "", len(one.lines))
            tick = QCheckBox(f"{self._words.list_name(one)} ({told})".replace("&", "&&"))
            tick.setMinimumHeight(context.theme.px(28))
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(tick)
            self.ticks[one.key] = tick
        if not offered.lists:
            column.addWidget(Text("body", self.tr("No medicine is on the chart's list."), tone="text_2", wrap=True))
        column.addWidget(Text("section", self.tr("A list from outside")))
        self.added = Text("body", "", wrap=True)
        self.added.hide()
        column.addWidget(self.added)
        column.addLayout(self._typing(offered))

    def _typing(self, offered: Offered) -> QGridLayout:
        grid, px = QGridLayout(), self._context.theme.px
        grid.setHorizontalSpacing(px(16))
        self.kind, self.title = QComboBox(), QLineEdit()
        kinds = self._words.kinds()
        for kind in (rules.DISCHARGE, rules.SPECIALIST, rules.PATIENT, rules.OTHER):
            self.kind.addItem(kinds[kind], kind)
        dated = offered.discharged_on.isoformat() if offered.discharged_on else None
        self.dated = PartialDate(self._context, dated, lean=Lean.PAST)
        self.text = TextArea()
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _LINES + px(14))
        hint = self.tr("One medicine on each line, for example: metformin 500 mg twice a day")
        self.inputs = {
            "kind": FormField(self.tr("&Whose list"), self.kind),
            "title": FormField(self.tr("&From where"), self.title),
            "dated": FormField(self.tr("O&f when"), self.dated),
            "text": FormField(self.tr("&Lines, typed or pasted"), self.text, hint=hint),
        }
        for place, name in enumerate(("kind", "title", "dated")):
            grid.addWidget(self.inputs[name], 0, place)
        grid.addWidget(self.inputs["text"], 1, 0, 1, 3)
        self.more = Button(self.tr("Add &another list"), "plus", self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.add_typed)
        grid.addWidget(self.more, 2, 0)
        self.text.textChanged.connect(self.changed)
        return grid

    def keys(self) -> tuple[str, ...]:
        """The lists of the chart that are chosen."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def lists(self) -> tuple[TypedList, ...]:
        """Every list from outside, the one that is being typed too."""
        now = self._current()
        return (*self.typed, *((now,) if now is not None else ()))

    def add_typed(self) -> None:
        """Put the list that was typed aside and begin another."""
        now = self._current()
        if now is None:
            self.text.setFocus()
            return
        self.typed.append(now)
        names = [self._words.list_named(one.kind, one.title, one.dated) for one in self.typed]
        self.added.setText(self.tr("Taken: {lists}").format(lists="; ".join(names)))
        self.added.show()
        self.text.clear()
        self.title.clear()
        self.kind.setFocus()
        self.changed.emit()

    def _current(self) -> TypedList | None:
        text = self.text.toPlainText()
        if not text.strip():
            return None
        kind = str(self.kind.currentData())
        title = self.title.text().strip() or self._words.kinds()[kind]
        return TypedList(kind, title, self.dated.value or "", text)
