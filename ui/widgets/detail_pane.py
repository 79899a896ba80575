"""Beside or beneath a list: a scrolled column about the line that is chosen, a hint while none is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from ui.clipboard import copy_text
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_NARROW = 560  # pixels with usual text
_SIDE = 10  # pixels left of columns that stand below each other


class DetailPane(QScrollArea):
    """Concrete panes build a body with `_body`, fill its column and call `_put`; wide ones show columns `_abreast`."""

    def __init__(self, context: AppContext, hint: str, margin: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._hint, self._margin = context, hint, margin
        self._has_columns = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(QCoreApplication.translate("DetailPane", "Details"))

    def clear(self) -> None:
        """Show nothing but the hint."""
        self._say(self._hint)

    def _say(self, words: str) -> None:
        body, column = self._body()
        self._line(column, words, tone="text_2")
        self._put(body, column)

    def _body(self) -> tuple[QWidget, QVBoxLayout]:
        """An empty body and its column."""
        space = self._context.theme.px(self._margin)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._context.theme.px(6))
        return body, column

    def _put(self, body: QWidget, column: QVBoxLayout) -> None:
        """Show a body whose column is filled; its widest button is never cut off."""
        column.addStretch(1)
        self._has_columns = False
        self.setWidget(body)
        self._keep_room(body.minimumSizeHint().width())

    def _abreast(self, body: QWidget, *columns: tuple[QVBoxLayout, int]) -> None:
        """Show a body of columns beside each other, each with its share of the width; none is cut off."""
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._has_columns = True
        self._direct(whole)
        for column, share in columns:
            whole.addLayout(column, share)
        self.setWidget(body)
        margin = self._context.theme.px(_SIDE)
        self._keep_room(max(column.minimumSize().width() for column, _ in columns) + margin)

    def _keep_room(self, width: int) -> None:
        """Room for this many pixels and the scroll bar beside them."""
        self.setMinimumWidth(width + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent))

    def _direct(self, whole: QBoxLayout) -> None:
        """Columns stand below each other where the pane is narrow: it is beside its list then."""
        px = self._context.theme.px
        narrow = self.viewport().width() < px(_NARROW)
        whole.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        whole.setContentsMargins(px(_SIDE) if narrow else 0, px(8), 0, 0)
        whole.setSpacing(px(12 if narrow else 24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns beside each other, or below."""
        super().resizeEvent(event)
        body = self.widget()
        whole = body.layout() if body is not None and self._has_columns else None
        if isinstance(whole, QBoxLayout):
            self._direct(whole)

    def _column(self) -> QVBoxLayout:
        """An empty one of them."""
        column = QVBoxLayout()
        column.setSpacing(self._context.theme.px(4))
        return column

    def _line(self, column: QVBoxLayout, words: str, tone: str = "text") -> None:
        """One paragraph, if there are words."""
        if words:
            column.addWidget(Text("body", words, tone=tone, wrap=True, selectable=True))

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        """The name of a part of the column."""
        column.addSpacing(self._context.theme.px(6))
        column.addWidget(Text("body", words, strong=True))

    def _phone(self, number: str, use: str = "") -> QHBoxLayout:
        """A number with what it is for, and a button that copies it."""
        line = QHBoxLayout()
        line.addWidget(Text("body", f"{number} {use}".strip(), strong=True, wrap=True, selectable=True), 1)
        copy = Button(QCoreApplication.translate("DetailPane", "Copy"), "copy")
        copy.setAccessibleName(QCoreApplication.translate("DetailPane", "Copy {number}").format(number=number))
        copy.clicked.connect(lambda: copy_text(number))
        line.addWidget(copy)
        return line
