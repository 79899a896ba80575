"""All values of one measurement in a window of their own."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.results import ResultLine
from ui.context import AppContext
from ui.dialogs.pane_window import PaneWindow
from ui.pages.result_words import ResultWords
from ui.tables.export import export_table
from ui.widgets.series_pane import SeriesPane

_SIZE = (640, 600)


class SeriesDialog(PaneWindow):
    """Whose values they are and the values; Ctrl+Shift+E writes them to a file, as in the main window."""

    def __init__(
        self, context: AppContext, words: ResultWords, head: PatientHead, line: ResultLine, parent: QWidget
    ) -> None:
        super().__init__(context, head, _SIZE, parent)
        self.setWindowTitle(self.tr("Values"))
        self.pane = SeriesPane(context, words, self)
        self.pane.head = head
        self.hold(self.pane)
        self.pane.show_line(head.id, line)
        QShortcut("Ctrl+Shift+E", self, lambda: export_table(context, self.pane))
