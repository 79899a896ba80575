"""Buttons whose icon and height follow the text size; the one main button of a screen stands out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.theme import Theme

SIDE = 16


class Button(QPushButton):
    """A push button; `primary` paints it in the accent colour."""

    def __init__(
        self, text: str = "", icon: str | None = None, parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._primary = primary
        if icon is not None:
            from ui import icons  # loads the drawing of SVG, which the first window does without

            self.setIcon(icons.icon(icon, "on_accent" if primary else "text"))
        self.setAutoDefault(False)
        self._dress()
        Theme.current().theme_changed.connect(self._dress)

    def event(self, event: QEvent) -> bool:
        """The mnemonic clicks at once: Qt waits a tenth of a second, and what is typed meanwhile is lost."""
        if event.type() == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def _dress(self) -> None:
        theme = Theme.current()
        self.setIconSize(QSize(theme.px(SIDE), theme.px(SIDE)))
        self.setMinimumHeight(theme.px(32))
        if self._primary:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Button, theme.colour("accent"))
            palette.setColor(QPalette.ColorRole.ButtonText, theme.colour("on_accent"))
            ground, letters = theme.colour("divider"), theme.colour("text_2")
            if ground == letters:  # high contrast has one colour for both
                letters = theme.colour("window")
            for role, colour in ((QPalette.ColorRole.Button, ground), (QPalette.ColorRole.ButtonText, letters)):
                palette.setColor(QPalette.ColorGroup.Disabled, role, colour)
            self.setPalette(palette)


class IconButton(QToolButton):
    """A button with an icon alone; its name is the tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        from ui import icons

        super().__init__(parent)
        self.setIcon(icons.icon(icon))
        self.setAutoRaise(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._dress()
        Theme.current().theme_changed.connect(self._dress)

    def _dress(self) -> None:
        theme = Theme.current()
        self.setIconSize(QSize(theme.px(SIDE + 2), theme.px(SIDE + 2)))
        self.setMinimumSize(theme.px(32), theme.px(32))
