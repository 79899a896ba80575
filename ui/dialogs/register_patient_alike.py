"""The people on file who may be the person being typed, with everything that tells them apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from icm_desktop.contracts.patients import Likeness
from ui.context import AppContext
from ui.feedback import Level
from ui.match_words import MatchWords
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.shape_label import ShapeLabel


class AlikePanel(QFrame):
    """Hidden until somebody is alike; Enter on a person opens that chart instead."""

    opened = Signal(int)  # patient id

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._warning = ShapeLabel(Level.CAUTION, parent=self)
        self._people = FactList(self.tr("People on file who may be the same"), self)
        self._decision = QCheckBox(self.tr("None of them is this person: register a new patient"))
        self._decision.setMinimumHeight(context.theme.px(28))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, context.theme.px(8))
        column.setSpacing(context.theme.px(4))
        for widget in (self._warning, self._people, self._decision):
            column.addWidget(widget)
        self._people.opened.connect(lambda fact: self.opened.emit(int(fact.key)))
        self.hide()

    @property
    def decided(self) -> bool:
        """Whether a person looked and said that it is somebody else."""
        return not self.isHidden() and self._decision.isChecked()

    def show_alike(self, alike: tuple[Likeness, ...], *, ask: bool = True) -> None:
        """Show the people; `ask` whether a new patient may be registered all the same."""
        shown = tuple(int(fact.key) for fact in self._people.facts())
        if shown != tuple(one.head.id for one in alike):
            self._decision.setChecked(False)
        self._people.set_facts([self._fact(one) for one in alike])
        self._warning.say("caution", self.tr("%n on file may be the same person. Enter opens a chart.", "", len(alike)))
        self._decision.setVisible(ask)
        self.setVisible(bool(alike))

    def focus_decision(self) -> None:
        """Put the keyboard where the person decides."""
        self._decision.setFocus()

    def _fact(self, one: Likeness) -> Fact:
        shown, head = self._context.formatting, one.head
        age = shown.age(head.birth_date)
        born = shown.partial_date(head.birth_date) + (f" ({age})" if age else "")
        facts = (born, shown.sex(head.sex), head.phone or self.tr("no phone"), head.record_number)
        words = MatchWords()
        return Fact(
            str(head.id), shown.name(head), (" · ".join(facts), words.reasons(one.reasons)),
            words.certainty(one.certainty),
            strong=True,
        )  # fmt: skip
