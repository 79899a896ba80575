"""A line that says that nobody has settled the holidays of a year, with the button that does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from icm_desktop.contracts.set_up import Gap
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.feedback import Level
from ui.set_up import SetUp
from ui.set_up_gaps import GapWords
from ui.widgets.buttons import Button
from ui.widgets.shape_label import ShapeLabel

_LARGE = 13  # points; with larger text the day beneath needs the room


class HolidaysNotice(QWidget):
    """Hidden while everything is settled; a role that may not settle it reads who does."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._gap = context, None
        self.told = ShapeLabel(Level.CAUTION, "", self)
        self.button = Button("", "calendar-x", parent=self)
        self.button.clicked.connect(lambda _on=False: self.settle())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(12))
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        self.hide()
        context.theme.theme_changed.connect(self._fit)

    _gap: Gap | None

    def refresh(self) -> None:
        """Ask whether something is to be settled."""
        self._context.jobs.run("queries.set_up_gaps.holidays", owner=self, done=self._show)

    def _show(self, gaps: tuple[Gap, ...]) -> None:
        self._gap = gaps[0] if gaps else None
        self.setVisible(self._gap is not None)
        if self._gap is None:
            return
        may = self._context.may(Privilege.SETTINGS)
        words = GapWords(self._context)
        asked = "" if may else self.tr("An administrator does.")
        self.told.say(Level.CAUTION.value, " ".join(filter(None, (words.what(self._gap), asked))))
        self.button.setText(self.tr("Holidays of {year}…").format(year=self._gap.year))
        self.button.setVisible(may)
        self._fit()

    def _fit(self) -> None:
        """With large text the button says enough to whom it serves."""
        theme = self._context.theme
        self.told.setVisible(self.button.isHidden() or theme.points <= _LARGE)
        line = self.told.fontMetrics().horizontalAdvance(self.told.text) + theme.px(40)
        self.told.setMinimumWidth(min(line, theme.px(420)) if theme.points <= _LARGE else 0)

    def settle(self) -> None:
        """Open the form, and look again when it was saved."""
        if self._gap is not None and self._gap.year is not None:
            SetUp(self._context, self).holidays(self._gap.year, self.refresh)
