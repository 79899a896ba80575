"""The bar above the plan: how its newest version stands, agreed with the patient, the next review, what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from icm_desktop.contracts.plan_sheet import PlanSheet
from icm_desktop.contracts.plan_versions import VersionsView
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.status_chip import StatusChip

_LARGE_POINTS = 14  # from this size on the lines of the plan need the room; the forms tell the rest
_ACTIONS = ("plan.versions", "plan.print", "plan.parts", "plan.missing", "plan.review")


class PlanBar(QWidget):
    """Some short facts, and a button for what is done about the whole plan."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._words = context, PlanVersionWords(context)
        px = context.theme.px
        self._facts = FlowLayout(gap=px(12))
        self.button = Button(self.tr("&Whole plan…"), "badge-check", self)
        self.button.clicked.connect(self.open_menu)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addLayout(self._facts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def put(self, widget: QWidget) -> None:
        """Something beside the button."""
        self._row.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignTop)

    def open_menu(self) -> None:
        """Sign-off and versions, about the patient, what is missing, the review."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action_id in _ACTIONS:
            if action_id in self._context.actions:
                menu.addAction(self._context.actions.qaction(action_id))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def clear(self) -> None:
        """Nothing of the patient before stays."""
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def show_whole(self, view: VersionsView, sheet: PlanSheet) -> None:
        """Show how the plan stands."""
        self.clear()
        self._show_version(view)
        if sheet.review.days_late:
            self._chip(Level.HIGH, self.tr("Review %n day(s) late", "", sheet.review.days_late))
        if self._context.theme.points >= _LARGE_POINTS:
            return
        self._show_agreed(view)
        self._say(self._words.review(sheet.review))
        if sheet.missing:
            told = self.tr("{some} of {all} parts of a whole plan are missing")
            self._say(told.format(some=len(sheet.missing), all=sheet.looked_for))
        else:
            self._chip(Level.GOOD, self.tr("Nothing is missing"))

    def _show_version(self, view: VersionsView) -> None:
        newest = view.newest
        if newest is None:
            self._chip(Level.NEUTRAL, self.tr("Draft"))
            self._say(self.tr("Not put to the team yet"))
            return
        chip = self._words.state(newest)
        self._chip(chip.level, chip.word)
        version = self.tr("Version {number}").format(number=newest.number)
        self._say(", ".join(part for part in (version, self._words.standing(newest)) if part))
        if view.changed:
            self._chip(Level.CAUTION, self.tr("%n change(s) since", "", view.changed))

    def _show_agreed(self, view: VersionsView) -> None:
        in_force = view.in_force
        patient = next((one for one in in_force.sign_offs if one.party == "patient"), None) if in_force else None
        if patient is None or patient.answered_on is None:
            self._say(self.tr("Agreed with the patient: not yet"))
            return
        day = self._context.formatting.date(patient.answered_on)
        self._say(self.tr("Agreed with the patient: {date}").format(date=day))

    def _chip(self, level: Level, word: str) -> None:
        self._facts.addWidget(StatusChip(level, word, self))

    def _say(self, words: str) -> None:
        self._facts.addWidget(Text("body", words, tone="text_2", parent=self))
