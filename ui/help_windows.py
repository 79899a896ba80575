"""The palette, the sheet of shortcuts and About: windows that belong to no page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from icm_desktop import __version__
from ui.context import AppContext
from ui.dialogs.notice import Notice
from ui.dialogs.palette import Palette
from ui.dialogs.protection import show_protection
from ui.dialogs.shortcuts import ShortcutSheet

_REMEMBERED = 12


class HelpWindows(QObject):
    """Opens them over the main window and remembers which commands were used last."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._key = f"commands/{context.session.user_id}"
        context.actions.triggered.connect(self._remember)

    def _remember(self, action_id: str) -> None:
        recent = [action_id, *(known for known in self._recent() if known != action_id)]
        self._context.preferences.keep(self._key, recent[:_REMEMBERED])

    def _recent(self) -> list[str]:
        return self._context.preferences.texts(self._key)

    def open_palette(self) -> None:
        """Ctrl+K."""
        palette = Palette(self._context, self._recent(), self._window)
        left = (self._window.width() - palette.width()) // 2
        palette.move(self._window.mapToGlobal(QPoint(left, self._context.theme.px(64))))
        palette.open()

    def open_shortcuts(self) -> None:
        """The sheet of shortcuts."""
        ShortcutSheet(self._context, self._window).open()

    def open_protection(self) -> None:
        """What is protected, by what, and what is not."""
        show_protection(self._context, self._window)

    def open_about(self) -> None:
        """Name, version, and what it is for."""
        words = self.tr(
            "ICM Desktop {version}\n\nOne shared care plan, its referrals and its appointments, in one encrypted file."
        )
        told = words.format(version=__version__)
        box = Notice(self.tr("About ICM Desktop"), told, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
