"""Find patient: a field whose results lie under it, each with everything that tells two people apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from icm_desktop.contracts.patients import PatientFilter, PatientRow
from ui.context import AppContext
from ui.feedback import Level
from ui.formatting import Formatting
from ui.widgets.labels import Text
from ui.widgets.message_bar import announce
from ui.widgets.status_chip import chip_size, paint_chip

MOST = 8
Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)


class _Found(QAbstractListModel):
    """The results."""

    def __init__(self, formatting: Formatting) -> None:
        super().__init__()
        self._formatting = formatting
        self._rows: tuple[PatientRow, ...] = ()

    def set_rows(self, rows: Sequence[PatientRow]) -> None:
        """Replace the results."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> PatientRow | None:
        """A result by its place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _ROW) -> object:
        if role == _ROW:
            return self._rows[index.row()]
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return ", ".join((self._formatting.name(self._rows[index.row()].head), *self.facts(index.row())))
        return None

    def facts(self, place: int) -> tuple[str, ...]:
        """Born and age, sex, phone, record number: on every row."""
        head, shown = self._rows[place].head, self._formatting
        age = shown.age(head.birth_date)
        born = shown.partial_date(head.birth_date) + (f" ({age})" if age else "")
        return born, shown.sex(head.sex), head.phone or "–", head.record_number


class _FoundDelegate(QStyledItemDelegate):
    """Two lines: the name, and beneath it what tells people apart."""

    def __init__(self, context: AppContext, similar: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._similar = context, similar

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(_ROW), self._context.theme
        model = index.model()
        if not isinstance(row, PatientRow) or not isinstance(model, _Found):
            return
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.colour("selection" if lit else "base"))
        box = option.rect.adjusted(theme.px(12), theme.px(4), -theme.px(12), -theme.px(4))
        half = box.height() // 2
        painter.setPen(theme.colour("selection_text" if lit else "text"))
        painter.setFont(theme.font("section"))
        chip_wide = chip_size(self._similar, option.fontMetrics).width() + theme.px(8) if row.similar_name else 0
        line = QRect(box.left(), box.top(), box.width() - chip_wide, half)
        name = self._context.formatting.name(row.head)
        painter.drawText(
            line, _MIDDLE, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        )
        painter.setFont(theme.font("body", tabular=True))
        plain = theme.tokens.monochrome_selection
        painter.setPen(theme.colour("selection_text" if lit and plain else "text_2"))
        facts = "   ".join(model.facts(index.row()))
        painter.drawText(QRect(box.left(), box.top() + half, box.width(), half), _MIDDLE, facts)
        if row.similar_name:
            size = chip_size(self._similar, painter.fontMetrics())
            chip = QRect(QPoint(box.right() - size.width(), box.top()), size)
            ink = theme.colour("selection_text") if lit and plain else None
            paint_chip(painter, chip, Level.CAUTION, self._similar, plain=ink)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._context.theme
        return QSize(0, option.fontMetrics.height() * 2 + theme.px(18))


class _Nobody(Text):
    """What stands where results would; a click means Enter."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clicked.emit()


class SearchBox(QLineEdit):
    """Type, Up and Down, Enter opens the chart or registers who is not there; Alt+Down lists the patients seen last.

    Whom the list stands on may be booked, called or printed for at once: by key, or by the menu of the row.
    """

    opened = Signal(int, str)  # patient id, the command that follows over the chart ("": none)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._waiting = False  # for the answer to what is typed now
        self._enter_pressed = False
        self._found = _Found(context.formatting)
        self.setPlaceholderText(self.tr("Find patient: name, birth date, phone"))
        self.setAccessibleName(self.tr("Find patient"))
        self.setClearButtonEnabled(True)
        self._fit()
        context.theme.theme_changed.connect(self._fit)
        self._frame = QFrame(self.window())
        self._list = QListView(self._frame)
        self._nobody = _Nobody("body", tone="text_2", wrap=True, parent=self._frame)
        self._nobody.setAutoFillBackground(True)
        self._nobody.setBackgroundRole(QPalette.ColorRole.Base)
        self._nobody.setFrameShape(QFrame.Shape.Box)
        self._nobody.hide()
        self._nobody.clicked.connect(lambda: context.actions.trigger("patient.new"))
        self._hint = Text("small", tone="text_2", parent=self._frame)
        self._dress_list()
        self.textEdited.connect(self._search)
        context.finding.ended.connect(self.clear)

    def _fit(self) -> None:
        self.setMinimumHeight(self._context.theme.px(32))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)

    def _dress_list(self) -> None:
        self._list.setModel(self._found)
        self._list.setItemDelegate(_FoundDelegate(self._context, self.tr("Similar name"), self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Patients found"))
        self._list.setFrameShape(QFrame.Shape.Box)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._open(index.row()))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._hint.setAutoFillBackground(True)
        self._hint.setBackgroundRole(QPalette.ColorRole.Base)
        self._hint.setFrameShape(QFrame.Shape.Box)
        self._hint.setMargin(self._context.theme.px(6))
        self._frame.hide()

    def _acts(self) -> list[tuple[str, str, str]]:
        """What may be done for whom the list stands on: key, command, words."""
        acts = (
            ("Ctrl+B", "chart.book", self.tr("Book")),
            ("Ctrl+L", "chart.log_contact", self.tr("Log contact")),
            ("Ctrl+P", "patient.print_next_steps", self.tr("Print next steps")),
        )
        return [act for act in acts if act[1] in self._context.actions]

    def _open_menu(self, at: QPoint) -> None:
        place = self._list.indexAt(at).row()
        if place < 0:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open chart")).triggered.connect(lambda: self._open(place))
        for key, command, words in self._acts():
            act = menu.addAction(f"{words}\t{key}")
            act.triggered.connect(lambda _on=False, then=command: self._open(place, then))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def results(self) -> int:
        """How many results are listed now."""
        return self._found.rowCount() if self._frame.isVisible() else 0

    def show_recent(self) -> None:
        """List the patients seen last."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask("", recent=True)

    def _search(self, text: str) -> None:
        typed = text.strip()
        self._context.finding.look_for(typed)
        if len(typed) < 2:
            self._close()
        else:
            self._ask(typed, recent=False)

    def _ask(self, text: str, *, recent: bool) -> None:
        self._asked += 1
        number = self._asked  # an answer to what was typed before is not shown
        self._waiting, self._enter_pressed = True, False
        if recent:
            asked = PatientFilter(recent_first=True, limit=MOST)
            name, done = "queries.patients.patients", lambda page: self._show(number, page.rows)
            self._context.jobs.run(name, asked, owner=self, done=done)
        else:
            self._context.jobs.run(
                "queries.patients.find", text, owner=self, done=lambda rows: self._show(number, rows)
            )

    def _show(self, number: int, rows: Sequence[PatientRow]) -> None:
        if number != self._asked:
            return
        self._waiting = False
        self._found.set_rows(rows[:MOST])
        self._place()
        if self._enter_pressed and len(rows) == 1:  # several: the person must see whom they open
            self._open(0)

    def _place(self) -> None:
        count = self._found.rowCount()
        self._nobody.setVisible(not count)
        self._list.setVisible(count > 0)
        if not count and not self.text().strip():
            self._frame.hide()
            return
        height = self._list.sizeHintForRow(0) * count + 4 if count else self._say_nobody()
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        self._frame.setParent(self.window())
        width = min(max(self.width(), self.fontMetrics().averageCharWidth() * 76), self.window().width() - corner.x())
        below = self._say_acts(width) if count else 0
        self._frame.setGeometry(corner.x(), corner.y(), width, height + below)
        self._hint.setGeometry(0, height - 1, width, below + 1)
        self._list.setGeometry(0, 0, width, height)
        self._nobody.setGeometry(0, 0, width, height)
        self._list.setCurrentIndex(self._found.index(0))
        self._frame.show()
        self._frame.raise_()

    def hint(self) -> str:
        """What is said beneath the results."""
        return self._hint.text()

    def _say_acts(self, width: int) -> int:
        """Say the keys beneath the list, where there is room; the height this takes."""
        acts = [(self.tr("Enter"), self.tr("Open chart")), *((key, words) for key, _, words in self._acts())]
        self._hint.setText("   ".join(f"{key} {words}" for key, words in acts))
        fits = self._hint.sizeHint().width() <= width
        self._hint.setVisible(fits)
        return self._hint.sizeHint().height() if fits else 0

    def _say_nobody(self) -> int:
        """Say that nobody matches and what to do; the height this takes."""
        words = self.tr("No patient matches “{text}”. Check the spelling, or press Enter or click for a new patient.")
        self._nobody.setText(words.format(text=self.text().strip()))
        self._nobody.setMargin(self._context.theme.px(8))
        announce(self, self._nobody.text())
        return self.fontMetrics().height() * 2 + self._context.theme.px(18)

    def _close(self) -> None:
        self._asked += 1
        self._waiting = self._enter_pressed = False
        self._frame.hide()

    def _open(self, place: int, then: str = "") -> None:
        row = self._found.row(place)
        self._close()
        if row is not None:
            self._context.finding.found()
            self.opened.emit(row.head.id, then)

    def _act_of(self, event: QKeyEvent) -> str:
        """The command a key stands for while results are listed; "" for none."""
        if not self.results():
            return ""
        pressed = QKeySequence(event.keyCombination())
        return next((command for key, command, _ in self._acts() if QKeySequence(key) == pressed), "")

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while it has text or results; the keys of a row while results are listed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape and (self.text() or self._frame.isVisible())
            if escape or self._act_of(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._frame.isVisible()
        if then := self._act_of(event):
            self._open(self._list.currentIndex().row(), then)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and shown:
            step = 1 if key == Qt.Key.Key_Down else -1
            place = min(max(self._list.currentIndex().row() + step, 0), self._found.rowCount() - 1)
            self._list.setCurrentIndex(self._found.index(place))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._waiting:
            self._enter_pressed = True  # the list under the field still answers what was typed before
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown:
            if self._found.rowCount():
                self._open(self._list.currentIndex().row())
            else:
                self._context.actions.trigger("patient.new")
        elif key == Qt.Key.Key_Escape and (shown or self.text()):
            self._close()
            self._context.finding.found()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
