"""One record in a window of its own: for lists that have no room for it beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef
from ui.context import AppContext
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.fact_paint import Fact
from ui.widgets.fact_pane import FactPane

_SIZE = (560, 560)


class FactDialog(QDialog):
    """Whose record it is, all of it, and Close."""

    def __init__(
        self,
        context: AppContext,
        ref: FactRef,
        head: PatientHead | None,
        parent: QWidget | None,
        more: tuple[Fact, ...] = (),
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Details"))
        self.pane = FactPane(context, self.tr("Reading…"), self)
        self.pane.head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(8))
        if head is not None:
            column.addWidget(MicroBanner(context, head, self))
        column.addWidget(self.pane, 1)
        close = Button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        above = parent.window().size() if parent is not None else self.screen().size()
        self.resize(min(theme.px(_SIZE[0]), above.width() - 16), min(theme.px(_SIZE[1]), int(above.height() * 0.95)))
        self.pane.show_fact(ref, more)
        close.setFocus()
