"""The context menu of a row: registered commands by their ids."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from ui.actions import ActionRegistry


def open_row_menu(view: QAbstractItemView, registry: ActionRegistry, action_ids: Sequence[str], at: QPoint) -> None:
    """Open the menu at a place of the view; "" is a line, what the role may not use is left out."""
    menu = QMenu(view)
    for action_id in action_ids:
        if not action_id:
            menu.addSeparator()
        elif action_id in registry:
            menu.addAction(registry.qaction(action_id))
    if not menu.isEmpty():
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(at))
