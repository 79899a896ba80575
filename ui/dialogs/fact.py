"""One record in a window of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef
from ui.context import AppContext
from ui.dialogs.pane_window import PaneWindow
from ui.widgets.fact_paint import Fact
from ui.widgets.fact_pane import FactPane

_SIZE = (560, 560)


class FactDialog(PaneWindow):
    """Whose record it is and all of it."""

    def __init__(
        self,
        context: AppContext,
        ref: FactRef,
        head: PatientHead | None,
        parent: QWidget | None,
        more: tuple[Fact, ...] = (),
    ) -> None:
        super().__init__(context, head, _SIZE, parent)
        self.setWindowTitle(self.tr("Details"))
        self.pane = FactPane(context, self.tr("Reading…"), self)
        self.pane.head = head
        self.hold(self.pane)
        self.pane.show_fact(ref, more)
