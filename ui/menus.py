"""The menu bar and the Ctrl+N menu, filled from the registry; a menu without a command that works here is hidden."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.actions import MENUS, ActionRegistry


class Menus(QObject):
    """Builds the menus once every page has registered its commands."""

    def __init__(self, bar: QMenuBar, registry: ActionRegistry) -> None:
        super().__init__(bar)
        self._registry = registry
        self._menus: dict[str, QMenu] = {}
        words = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "patient": self.tr("&Patient"),
            "work": self.tr("&Work"),
            "reports": self.tr("&Reports"),
            "tools": self.tr("&Tools"),
            "help": self.tr("&Help"),
        }
        for name in MENUS:
            menu = bar.addMenu(words[name])
            fill(menu, registry, name)
            self._menus[name] = menu
        registry.changed.connect(self._hide_empty)
        self._hide_empty()

    def _hide_empty(self) -> None:
        for menu in self._menus.values():
            menu.menuAction().setVisible(any(a.isVisible() and not a.isSeparator() for a in menu.actions()))

    def shown(self) -> dict[str, list[str]]:
        """Ids of the commands shown in each menu."""
        return {
            name: [action.objectName() for action in menu.actions() if action.isVisible() and action.objectName()]
            for name, menu in self._menus.items()
            if menu.menuAction().isVisible()
        }


def fill(menu: QMenu, registry: ActionRegistry, name: str) -> None:
    """Put the commands of a menu into it, a line between groups."""
    group: int | None = None
    for action in registry.in_menu(name):
        if group is not None and action.group != group:
            menu.addSeparator()
        group = action.group
        menu.addAction(registry.qaction(action.id))


def new_menu(registry: ActionRegistry, first: str | None, parent: QWidget) -> QMenu:
    """The Ctrl+N menu: what can be made now, the page's own thing first."""
    menu = QMenu(parent)
    usable = [action for action in registry.in_menu("new") if registry.is_enabled(action.id)]
    usable.sort(key=lambda action: action.id != first)
    for action in usable:
        menu.addAction(registry.qaction(action.id))
    if first is not None and first in registry and all(action.id != first for action in usable):
        actions: list[QAction] = menu.actions()
        if registry.is_enabled(first):
            menu.insertAction(actions[0] if actions else QAction(menu), registry.qaction(first))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu
