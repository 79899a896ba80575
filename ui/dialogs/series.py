"""All values of one measurement in a window of their own: where there is no room beside the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.results import ResultLine
from ui.context import AppContext
from ui.pages.result_words import ResultWords
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.series_pane import SeriesPane

_SIZE = (640, 600)


class SeriesDialog(QDialog):
    """Whose values they are, the values, and Close."""

    def __init__(
        self, context: AppContext, words: ResultWords, head: PatientHead, line: ResultLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Values"))
        self.pane = SeriesPane(context, words, self)
        self.pane.head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.addWidget(MicroBanner(context, head, self))
        column.addWidget(self.pane, 1)
        close = Button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        above = parent.window().size()
        self.resize(min(theme.px(_SIZE[0]), above.width() - 16), min(theme.px(_SIZE[1]), int(above.height() * 0.95)))
        self.pane.show_line(head.id, line)
