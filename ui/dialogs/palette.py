"""Ctrl+K: every command that can be used now, found by any of its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.fuzzy import best
from ui.tables.delegate import Index
from ui.widgets.labels import Text

_ID = int(Qt.ItemDataRole.UserRole)
_KEYS = _ID + 1
_MOST = 60


class _LineDelegate(QStyledItemDelegate):
    """The command at the left, its shortcut at the right."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        theme = self._theme
        painter.save()
        painter.fillRect(option.rect, theme.colour("selection" if lit else "base"))
        box = option.rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.setPen(theme.colour("selection_text" if lit else "text"))
        keys = str(index.data(_KEYS))
        width = painter.fontMetrics().horizontalAdvance(keys)
        room = QRect(box.left(), box.top(), box.width() - width - theme.px(16), box.height())
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        if not lit:
            painter.setPen(theme.colour("text_2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), keys)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + self._theme.px(12))


class Palette(QDialog):
    """Type, Up and Down, Enter runs; what was used lately stands first."""

    def __init__(self, context: AppContext, recent: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._recent = context, recent
        self._usable = [action for action in context.actions.usable() if action.palette]
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("Type what you want to do"))
        self.edit.setAccessibleName(self.tr("Find a command"))
        self.edit.setMinimumHeight(context.theme.px(36))
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Text("body", self.tr("No command fits. Try another word."), tone="text_2", parent=self)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_LineDelegate(context, self.list))
        self._lay_out(parent)
        self.edit.textChanged.connect(self._fill)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._run())
        self._fill("")

    def _lay_out(self, parent: QWidget) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        theme = self._context.theme
        self.resize(min(theme.px(560), parent.width() - 40), min(theme.px(420), parent.height() - 40))

    def found(self) -> list[str]:
        """Ids of the commands listed now, best first."""
        return [str(self._model.item(row).data(_ID)) for row in range(self._model.rowCount())]

    def _fill(self, typed: str) -> None:
        self._model.clear()
        for action in self._ranked(typed)[:_MOST]:
            item = QStandardItem(action.plain_text)
            keys = QKeySequence(action.shortcut or "").toString(QKeySequence.SequenceFormat.NativeText)
            item.setData(action.id, _ID)
            item.setData(keys, _KEYS)
            item.setData(f"{action.plain_text} {keys}".strip(), int(Qt.ItemDataRole.AccessibleTextRole))
            item.setEditable(False)
            self._model.appendRow(item)
        self._none.setVisible(self._model.rowCount() == 0)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _ranked(self, typed: str) -> list[Action]:
        """Best match first; without text what was used lately, then the commands of this screen."""
        scored = []
        for place, action in enumerate(self._usable):
            points = best(typed, (action.plain_text, *action.synonyms))
            if points > 0:
                lately = self._recent.index(action.id) if action.id in self._recent else len(self._recent)
                scored.append((-points, lately, action.context == GLOBAL, place, action))
        return [line[-1] for line in sorted(scored, key=lambda line: line[:-1])]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                last = self._model.rowCount() - 1
                place = min(max(self.list.currentIndex().row() + step, 0), last)
                self.list.setCurrentIndex(self._model.index(place, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        action_id = self.list.currentIndex().data(_ID)
        self.accept()
        if action_id:
            self._context.actions.trigger(str(action_id))
