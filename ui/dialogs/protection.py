"""Help, What is protected: each threat with what stops it, by what that is kept, and what is not stopped."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.manual import ProtectionPage
from ui.context import AppContext
from ui.dialogs.list_sheet import show_rows
from ui.feedback import Level
from ui.room import room_for
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.status_chip import StatusChip

_LEVELS = {
    "encryption": Level.GOOD, "program": Level.CAUTION, "people": Level.INFO, "nothing": Level.CRITICAL,
}  # fmt: skip
_SHARES = (4, 5, 2, 5)  # of the width


class ProtectionDialog(QDialog):
    """A page to read, and to print by Ctrl+P."""

    def __init__(self, context: AppContext, page: ProtectionPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self.page = context, page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(page.title)
        px = context.theme.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(px(12))
        column.addWidget(Text("title", page.title, wrap=True))
        column.addWidget(Text("body", page.lead, wrap=True))
        column.addLayout(self._table(page))
        column.addWidget(Text("body", page.outside, wrap=True))
        column.addStretch(1)
        self.area = VerticalScroll(inside)
        self.area.setAccessibleName(page.title)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.paper, self.close_button = Button(self.tr("&Print"), "printer"), Button(self.tr("Close"), primary=True)
        self.paper.clicked.connect(lambda _on=False: self.print_page())
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.paper, self.close_button):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(self.area, 1)
        whole.addLayout(row)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_page)
        self.resize(QSize(px(960), px(640)).boundedTo(room_for(self)))
        self.area.setFocus()

    def _table(self, page: ProtectionPage) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._context.theme.px(16))
        grid.setVerticalSpacing(self._context.theme.px(10))
        for place, (heading, share) in enumerate(zip(page.headings, _SHARES, strict=True)):
            grid.addWidget(Text("section", heading, wrap=True), 0, place)
            grid.setColumnStretch(place, share)
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(page.rows, start=1):
            grid.addWidget(Text("body", row.threat, strong=True, wrap=True), number, 0, top)
            grid.addWidget(Text("body", row.stopped, wrap=True), number, 1, top)
            grid.addWidget(StatusChip(_LEVELS[row.by], row.kept_by), number, 2, top | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text("body", row.left, wrap=True), number, 3, top)
        return grid

    def print_page(self) -> None:
        """The same on paper."""
        page = self.page
        columns = [(heading, share * 10) for heading, share in zip(page.headings, _SHARES, strict=True)]
        rows = tuple((row.threat, row.stopped, row.kept_by, row.left) for row in page.rows)
        show_rows(self._context, self, page.title, (page.lead, page.outside), columns, rows)


def show_protection(context: AppContext, window: QWidget) -> None:
    """Open the page over the window."""
    context.jobs.run(
        "queries.manual.protection", QLocale().name(), owner=window,
        done=lambda page: ProtectionDialog(context, page, window).open(),
    )  # fmt: skip
