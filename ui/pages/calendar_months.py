"""The weeks around the day in view, small: days with visits carry a mark, closed ones are crossed out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from icm_desktop.contracts.calendar import MonthDay
from ui.context import AppContext
from ui.messages import CONTEXT
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
DAY = int(_ROLE.UserRole) + 6
WEEKS = 14
ROWS_SEEN = 7
_WEEK = dt.timedelta(days=7)


def first_shown(day: dt.date) -> dt.date:
    """The Monday the weeks begin with: that of the first of the month before."""
    before = (day.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    return before - dt.timedelta(days=before.weekday())


def month_later(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    after = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return dt.date(year, month + 1, min(day.day, (after - dt.timedelta(days=1)).day))


class MonthModel(QAbstractTableModel):
    """A row per week; the row that holds a first of a month is named after it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.first = first_shown(context.formatting.today())
        self.known: dict[dt.date, MonthDay] = {}

    def show(self, first: dt.date, days: tuple[MonthDay, ...]) -> None:
        """Show the weeks from a Monday on."""
        self.beginResetModel()
        self.first, self.known = first, {each.day: each for each in days}
        self.endResetModel()

    def day(self, index: Index) -> dt.date:
        """The day at an index."""
        return self.first + index.row() * _WEEK + dt.timedelta(days=index.column())

    def place(self, day: dt.date) -> QModelIndex:
        """Where a day is; nowhere when it is not shown."""
        return self.index((day - self.first).days // 7, day.weekday())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == DAY:
            return self.known.get(day) or MonthDay(day, has_visits=False)
        if role == _ROLE.DisplayRole:
            return str(day.day)
        return self.sentence(day) if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole) else None

    def sentence(self, day: dt.date) -> str:
        """A day in words."""
        known, shown = self.known.get(day), self._context.formatting
        parts = [shown.weekday_date(day), self.tr("today") if day == shown.today() else ""]
        if known is not None:
            parts.append(self.tr("has visits") if known.has_visits else self.tr("no visits"))
            if known.closed:
                why = QCoreApplication.translate(CONTEXT, known.closed)
                parts.append(self.tr("closed: {why}").format(why=why))
        return ", ".join(part for part in parts if part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._context.formatting.weekday_names()[section]
        monday = self.first + section * _WEEK
        begins = next((day for at in range(7) if (day := monday + dt.timedelta(days=at)).day == 1), None)
        return self._context.formatting.month_names()[begins.month - 1] if begins else ""


class MonthDelegate(QStyledItemDelegate):
    """A number; a bar beneath it for visits, a line through it for a closed day, a ring for today."""

    def __init__(self, context: AppContext, view: MonthStrip) -> None:
        super().__init__(view)
        self._context, self._strip = context, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        known = index.data(DAY)
        if not isinstance(known, MonthDay):
            return
        theme, box = self._context.theme, option.rect
        chosen, today = known.day == self._strip.day, known.day == self._context.formatting.today()
        painter.save()
        if chosen:
            painter.fillRect(box, theme.colour("selection"))
        ink = theme.colour("selection_text" if chosen else "text" if not known.closed else "text_2")
        font = theme.font("small", tabular=True)
        font.setWeight(QFont.Weight.Bold if today else QFont.Weight.Normal)
        font.setStrikeOut(bool(known.closed))
        painter.setFont(font)
        painter.setPen(ink)
        bar = theme.px(3)
        painter.drawText(box.adjusted(0, 0, 0, -bar), int(Qt.AlignmentFlag.AlignCenter), str(known.day.day))
        if known.has_visits:
            wide = box.width() // 3
            mark = QRect(box.center().x() - wide // 2, box.bottom() - bar - 1, wide, bar)
            painter.fillRect(mark, ink if chosen else theme.colour("accent"))
        painter.setPen(QPen(theme.colour("divider"), 1))
        if known.day.day <= 7:  # the month begins below this line
            painter.drawLine(box.topLeft(), box.topRight())
        if known.day.day == 1 and index.column():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if today:
            painter.setPen(QPen(theme.colour("text"), 1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus_on_selection" if chosen and theme.tokens.monochrome_selection
                                             else "focus"), 2))  # fmt: skip
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


class WeekdayHeader(QHeaderView):
    """The weekdays, as much of their names as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        Theme.current().theme_changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = Theme.current()
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal, int(_ROLE.DisplayRole)))
        painter.save()
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(theme.colour("text_2"))
        painter.setFont(theme.font("small"))
        while len(name) > 1 and painter.fontMetrics().horizontalAdvance(name) > rect.width():
            name = name[:-1]
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.restore()


class MonthStrip(QTableView):
    """Arrows walk days, PgUp and PgDn months; Enter turns to the day. `weeks_wanted`: other weeks are to be shown."""

    day_wanted = Signal(object)  # datetime.date
    weeks_wanted = Signal(object)  # the Monday they begin with

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.day = context.formatting.today()
        self.month_model = MonthModel(context)
        self.setModel(self.month_model)
        self.setItemDelegate(MonthDelegate(context, self))
        self.setAccessibleName(self.tr("Months"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(WeekdayHeader(self))
        self.horizontalHeader().setSectionsClickable(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.clicked.connect(lambda index: self.day_wanted.emit(self.month_model.day(index)))
        context.theme.theme_changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        theme = self._context.theme
        metrics = QFontMetrics(theme.font("small"))
        high = metrics.height() + theme.px(7)
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalHeader().setFixedWidth(metrics.horizontalAdvance("Www") + theme.px(10))
        self.horizontalHeader().setFixedHeight(high)
        room = max(self.width() - self.verticalHeader().width(), 7)
        self.horizontalHeader().setDefaultSectionSize(room // 7)
        self.setFixedHeight(high * (ROWS_SEEN + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def turn(self, day: dt.date) -> None:
        """The day in view; asks for other weeks when it is in another month."""
        self.day = day
        self.month_model.first = first_shown(day)
        self._stand_on(day)
        self.weeks_wanted.emit(self.month_model.first)

    def show_days(self, first: dt.date, days: tuple[MonthDay, ...]) -> None:
        """Show what is known of the weeks from a Monday on; the keyboard stays on its day."""
        on = self.month_model.day(self.currentIndex()) if self.hasFocus() else self.day
        self.month_model.show(first, days)
        self._stand_on(on)

    def _stand_on(self, day: dt.date) -> None:
        index = self.month_model.place(day)
        if index.isValid():
            self.setCurrentIndex(index)
            top = self.month_model.place(day.replace(day=1))
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on = self.month_model.day(self.currentIndex())
        steps = {
            Qt.Key.Key_Left: on - dt.timedelta(days=1), Qt.Key.Key_Right: on + dt.timedelta(days=1),
            Qt.Key.Key_Up: on - _WEEK, Qt.Key.Key_Down: on + _WEEK,
            Qt.Key.Key_PageUp: month_later(on, -1), Qt.Key.Key_PageDown: month_later(on, 1),
            Qt.Key.Key_Home: on - dt.timedelta(days=on.weekday()),
            Qt.Key.Key_End: on + dt.timedelta(days=6 - on.weekday()),
        }  # fmt: skip
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.day_wanted.emit(on)
        elif event.modifiers() or event.key() not in steps:
            super().keyPressEvent(event)
        else:
            self._go(steps[Qt.Key(event.key())])

    def _go(self, day: dt.date) -> None:
        first = first_shown(day)
        if first != self.month_model.first:
            self.month_model.show(first, ())
            self.weeks_wanted.emit(first)
        self._stand_on(day)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""
