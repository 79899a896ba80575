"""The rail at the left: one entry per screen, with a number where work waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.theme import Theme

WIDE, NARROW = 200, 56
_HEAD, _RIGHT, _KEY_OPACITY = 24, 12, 0.75  # of the keys that open the screens


def paint_key(painter: QPainter, box: QRect, words: str) -> None:
    """Small and quiet at the right of a box."""
    theme = Theme.current()
    painter.save()
    painter.setFont(theme.font("small"))
    painter.setOpacity(1.0 if theme.tokens.monochrome_selection else _KEY_OPACITY)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    painter.restore()


class RailButton(QAbstractButton):
    """Icon, text, number and key; in the narrow rail text and key are the tooltip."""

    def __init__(self, icon: str, text: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._keys, self._badge = icon, keys, 0
        self._narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, number: int) -> None:
        """Show a number; 0 hides it."""
        self._badge = number
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        self.update()

    def _name(self) -> None:
        name = f"{self.text()} ({self._badge})" if self._badge else self.text()
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {self._keys}")

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(NARROW), max(theme.px(40), self.fontMetrics().height() + theme.px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked()
        ink = theme.colour("selection_text" if lit and theme.tokens.monochrome_selection else "rail_text")
        if lit or self.underMouse():
            painter.setOpacity(1.0 if lit else 0.5)
            painter.fillRect(self.rect(), theme.colour("rail_selected"))
            painter.setOpacity(1.0)
        if lit:
            painter.fillRect(QRect(0, 0, theme.px(4), self.height()), ink)
        side, left = theme.px(20), theme.px(18)
        box = QRect(left, (self.height() - side) // 2, side, side)
        tone = "selection_text" if lit and theme.tokens.monochrome_selection else "rail_text"
        icons.icon(self._icon_name, tone).paint(painter, box, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal)
        painter.setPen(ink)
        if not self._narrow:
            start = box.right() + theme.px(14)
            room = QRect(start, 0, self.width() - start - self._key_room() - theme.px(6), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
            paint_key(painter, self.rect().adjusted(0, 0, -theme.px(_RIGHT), 0), self._keys[-1:])
        if self._badge:
            self._paint_badge(painter)
        if self.hasFocus():
            painter.setPen(QPen(ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))

    def _key_room(self) -> int:
        """What the key takes at the right of the wide rail."""
        theme = Theme.current()
        return QFontMetrics(theme.font("small")).horizontalAdvance(self._keys[-1:]) + theme.px(_RIGHT + 6)

    def _paint_badge(self, painter: QPainter) -> None:
        theme = Theme.current()
        font = theme.font("small", tabular=True)
        words = str(self._badge) if self._badge < 1000 else "999+"
        metrics = QFontMetrics(font)
        height = metrics.height() + theme.px(2)
        width = max(metrics.horizontalAdvance(words) + theme.px(12), height)
        top = theme.px(3) if self._narrow else (self.height() - height) // 2
        right = theme.px(3) if self._narrow else self._key_room()
        box = QRectF(self.width() - width - right, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("rail_text"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("rail"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Rail(QWidget):
    """The column of entries; Up and Down move, Enter and Space open."""

    chosen = Signal(str)  # page name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Screens"))
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Theme.current().px(2))
        self._column.addStretch(1)
        self._fit()
        Theme.current().theme_changed.connect(self._fit)

    def add(self, page: str, icon: str, text: str, keys: str) -> RailButton:
        """Add an entry at the end."""
        button = RailButton(icon, text, keys, self)
        button.clicked.connect(lambda: self.chosen.emit(page))
        button.set_narrow(self._narrow)
        self._group.addButton(button)
        self._buttons[page] = button
        self._column.insertWidget(self._column.count() - 1, button)
        return button

    def button(self, page: str) -> RailButton | None:
        """The entry of a page."""
        return self._buttons.get(page)

    def mark(self, page: str) -> None:
        """Show which screen is open; one without an entry leaves the last marked."""
        if page in self._buttons:
            self._buttons[page].setChecked(True)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with text."""
        self._narrow = narrow
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self._fit()

    def focus(self) -> None:
        """Put the keyboard on the open screen's entry."""
        button = self._group.checkedButton() or next(iter(self._buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        theme = Theme.current()
        self.setFixedWidth(theme.px(NARROW if self._narrow else WIDE))
        self._column.setContentsMargins(0, theme.px(8 if self._narrow else _HEAD), 0, theme.px(8))
        for button in self._buttons.values():
            button.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        if not self._narrow:
            painter.setPen(theme.colour("rail_text"))
            head = QRect(0, 0, self.width() - theme.px(_RIGHT), theme.px(_HEAD))
            paint_key(painter, head, self.tr("Ctrl +"))
        if theme.tokens.monochrome_selection:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour("divider"))
