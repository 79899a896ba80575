"""What a window watches while somebody works: due work, and exchange partners."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.context import AppContext
from ui.due_work import DueWork
from ui.partner_watch import PartnerWatch


def start_watches(context: AppContext, parent: QObject) -> None:
    """Somebody begins to work."""
    DueWork(context, parent).start()
    PartnerWatch(context, parent).start()
