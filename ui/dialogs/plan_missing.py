"""What is missing of a whole plan: each element, who asks for it, and Enter goes to where it is filled in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_sheet import MissingElement, PlanSheet
from ui.context import AppContext
from ui.dialogs.pane_window import PaneWindow
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling


class PlanMissingDialog(PaneWindow):
    """A list to walk with the arrow keys; `fill` tells what was chosen."""

    fill = Signal(object)  # MissingElement

    def __init__(self, context: AppContext, head: PatientHead, sheet: PlanSheet, parent: QWidget | None = None) -> None:
        super().__init__(context, head, (640, 620), parent)
        self.setWindowTitle(self.tr("What is missing"))
        self._missing = {one.id: one for one in sheet.missing}
        self.facts = FactList(self.tr("What is missing"))
        self.facts.set_facts([self._fact(one) for one in sheet.missing])
        self.facts.opened.connect(self._chosen)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(*(context.theme.px(16),) * 4)
        found = sheet.looked_for - len(sheet.missing)
        told = self.tr("{found} of {all} are there.").format(found=found, all=sheet.looked_for)
        ask = self.tr("Enter goes to where it is filled in.") if sheet.missing else self.tr("Nothing is missing.")
        column.addWidget(Text("body", f"{told} {ask}", tone="text_2", wrap=True))
        if any(not one.confirmed for one in sheet.missing):
            unsure = self.tr("The practice has not confirmed this list yet.")
            column.addWidget(Text("small", unsure, tone="text_2", wrap=True))
        column.addWidget(self.facts)
        column.addStretch(1)
        self.hold(scrolling(body))
        if sheet.missing:
            self.facts.setFocus()

    def _fact(self, one: MissingElement) -> Fact:
        where = {
            "concern": self.tr("Add a concern"), "goal": self.tr("Open the goal"), "action": self.tr("Add an action"),
            "part": self.tr("Write it in About the patient"), "team": self.tr("Open the care team"),
            "review": self.tr("Choose a day for the review"), "version": self.tr("Open sign-off and versions"),
            "copy": self.tr("Record a copy that was given"),
        }[one.fill]  # fmt: skip
        asks = ", ".join(self.tr("this program") if each == "this program" else each for each in one.standards)
        lines = [where, self.tr("Asked for by: {who}").format(who=asks)]
        if one.goals:
            lines.insert(0, self.tr("Goals: {numbers}").format(numbers=", ".join(one.goals)))
        return Fact(one.id, one.title, tuple(lines), strong=True, tip=one.source)

    def _chosen(self, fact: Fact) -> None:
        self.accept()
        self.fill.emit(self._missing[fact.key])
