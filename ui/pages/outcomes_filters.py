"""What outcomes are asked for: a period, whose, in which groups, beside what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.outcomes import BY, AskOutcomes, CohortChoice
from icm_desktop.domain.measures.clock import shifted
from ui.context import AppContext
from ui.pages.outcomes_words import OutcomeWords
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField

_NOTHING, _BEFORE = "", "before"
_NAME = 28  # letters of the name of a group of people


class OutcomeFilters(QWidget):
    """Each choice asks anew."""

    asked_anew = Signal()

    def __init__(self, context: AppContext, words: OutcomeWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self.period, self.whose, self.by, self.beside = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._wanted: dict[str, str] = {}
        for words_, key in self._periods():
            self.period.addItem(words_, key)
        for each in BY:
            self.by.addItem(words.by(each), each)
        row = FlowLayout(self, gap=context.theme.px(12))
        for label, box in (
            (self.tr("&Period"), self.period), (self.tr("Pe&ople"), self.whose), (self.tr("&By"), self.by),
            (self.tr("Co&mpared with"), self.beside),
        ):  # fmt: skip
            row.addWidget(FormField(label, box))
        for box in (self.whose, self.beside):  # names of groups of people are long
            box.setMinimumContentsLength(_NAME)
        self.know(())
        for box in (self.period, self.whose, self.by, self.beside):
            box.currentIndexChanged.connect(lambda _at: self.asked_anew.emit())

    def _periods(self) -> Sequence[tuple[str, str]]:
        this = self._context.formatting.today().year
        return (
            (self.tr("Last 12 months"), "12"),
            (self.tr("Last 6 months"), "6"),
            (self.tr("Last 3 months"), "3"),
            (str(this), f"y{this}"),
            (str(this - 1), f"y{this - 1}"),
        )

    def know(self, cohorts: Sequence[CohortChoice]) -> None:
        """Groups of people there are; what was chosen stays chosen."""
        whose, beside = self.whose.currentData(), self.beside.currentData()
        for box in (self.whose, self.beside):
            box.blockSignals(True)
            box.clear()
        self.whose.addItem(self.tr("Everybody"), "")
        self.beside.addItem(self.tr("Nothing"), _NOTHING)
        self.beside.addItem(self.tr("The period before"), _BEFORE)
        for one in cohorts:
            for box in (self.whose, self.beside):
                box.addItem(self._words.pick(one.title), one.id)
        for box, name, before in ((self.whose, "whose", whose), (self.beside, "beside", beside)):
            box.setCurrentIndex(max(box.findData(self._wanted.get(name, before or "")), 0))
            box.blockSignals(False)

    def asked(self) -> AskOutcomes:
        """What is asked for now."""
        first, last = self._days()
        beside = str(self.beside.currentData() or "")
        return AskOutcomes(
            first, last, str(self.by.currentData() or ""), str(self.whose.currentData() or ""),
            "" if beside == _BEFORE else beside, before=beside == _BEFORE,
        )  # fmt: skip

    def _days(self) -> tuple[dt.date, dt.date]:
        today, key = self._context.formatting.today(), str(self.period.currentData())
        if key.startswith("y"):
            year = int(key[1:])
            return dt.date(year, 1, 1), min(dt.date(year, 12, 31), today)
        return shifted(today, -int(key), "months") + dt.timedelta(days=1), today

    def words_on(self) -> str:
        """What is chosen, for the status bar and the head of a report."""
        first, last = self._days()
        shown = self._context.formatting
        return f"{shown.date(first)} – {shown.date(last)} · {self.whose.currentText()}"

    def state(self) -> Mapping[str, object]:
        """What is chosen, for back and forward."""
        boxes = {"period": self.period, "whose": self.whose, "by": self.by, "beside": self.beside}
        return {name: box.currentData() for name, box in boxes.items()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put back what `state` gave; groups of people may not be known yet."""
        self._wanted = {name: str(value) for name, value in state.items() if name in ("whose", "beside")}
        for name, box in (("period", self.period), ("by", self.by), ("whose", self.whose), ("beside", self.beside)):
            if (place := box.findData(state.get(name))) >= 0:
                box.setCurrentIndex(place)
