"""A pane in a window of its own, for lists that have no room for it beside them: whose it is, the pane, and Close."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from ui.context import AppContext
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button


class PaneWindow(QDialog):
    """`size` is wide and high at the usual text size, never more than the window it opens over has."""

    def __init__(
        self, context: AppContext, head: PatientHead | None, size: tuple[int, int], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(8))
        if head is not None:
            column.addWidget(MicroBanner(context, head, self))
        self.close_button = Button(QCoreApplication.translate("PaneWindow", "Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        above = parent.window().size() if parent is not None else self.screen().size()
        wide, high = (theme.px(each) for each in size)
        self.resize(min(wide, above.width() - 16), min(high, int(above.height() * 0.95)))
        self.close_button.setFocus()

    def hold(self, pane: QWidget) -> None:
        """Put the pane between whose it is and Close."""
        self._column.insertWidget(self._column.count() - 1, pane, 1)
