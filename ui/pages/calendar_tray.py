"""Needs booking: everything due that has no appointment, by due day; Ctrl+B and a digit, or drag it to a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from icm_desktop.contracts.needs_booking import NeedsBooking, ToBook
from ui.context import AppContext
from ui.feedback import Level
from ui.latest import Latest
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.labels import Text

TRAY_ACTIONS = (
    "calendar.book_due", "calendar.hold_due", "calendar.no_booking", "calendar.pick_up", "calendar.due_chart",
)  # fmt: skip
DUE = "application/x-icm-due"  # what a dragged row says: nothing but that it is one


class DueTable(RowsTable[ToBook]):
    """Rows that can be dragged; the page knows which one it is."""

    def __init__(self, context: AppContext, columns: tuple[Column[ToBook], ...], sentence: Callable[[ToBook], str]):
        super().__init__(context, "needs_booking", columns, lambda row: row.key, sentence, menu=TRAY_ACTIONS)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.current_row() is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(DUE, b"1")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)


class CalendarTray(QWidget):
    """The list at the left of the calendar."""

    book_wanted = Signal(object)  # ToBook
    row_changed = Signal()
    counted = Signal(str)  # how many there are

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = Latest(context.jobs, self)
        self.heading = Text("section", self.tr("Needs booking"), wrap=True)
        self.hint = Text("small", self.tr("Ctrl+B and a digit, or drag to a time"), tone="text_2", wrap=True)
        self.nothing = Text("body", self.tr("Everything that is due has an appointment."), tone="text_2", wrap=True)
        self.table = DueTable(context, self._columns(), self._sentence)
        self.about = Text("small", "", wrap=True)
        self.table.setAccessibleName(self.tr("Needs booking"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, context.theme.px(8), 0)
        column.setSpacing(context.theme.px(4))
        for part in (self.heading, self.hint, self.nothing):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        self.setFocusProxy(self.table)
        self.nothing.hide()
        self.table.opened.connect(self.book_wanted.emit)
        self.table.row_changed.connect(self._tell)

    def refresh(self) -> None:
        """Ask anew."""
        self._asked.ask("queries.needs_booking.needs_booking", done=self.show_due)

    def show_due(self, found: NeedsBooking) -> None:
        """Show what is due."""
        self.table.set_rows(found.rows)
        count = self.tr("{count}+") if found.more else "{count}"
        many = count.format(count=len(found.rows))
        self.heading.setText(self.tr("Needs booking ({count})").format(count=many))
        self.counted.emit(many)
        self.nothing.setVisible(not found.rows)
        self.table.setVisible(bool(found.rows))
        self.hint.setVisible(bool(found.rows))
        self._tell(self.row)

    def _tell(self, row: ToBook | None) -> None:
        """Say under the list what the row is."""
        shown = self._context.formatting
        due = f"{shown.weekday_date(row.due)}, {shown.relative(row.due)}" if row else ""
        facts = (self.what(row), due, row.phone or row.head.phone or "") if row else ()
        self.about.setText(" · ".join(filter(None, facts)))
        self.row_changed.emit()

    @property
    def row(self) -> ToBook | None:
        """The row the keyboard is on."""
        return self.table.current_row()

    # words

    def _columns(self) -> tuple[Column[ToBook], ...]:
        shown = self._context.formatting
        return (
            Column("due", self.tr("Due"), lambda row: shown.date(row.due), lambda row: row.due, width=10,
                   chip=self._due),
            Column("patient", self.tr("Patient"), lambda row: shown.short_name(row.head), stretch=True, tip=self.what),
            Column("what", self.tr("What"), self.what, width=30, hidden=True),
        )  # fmt: skip

    def _due(self, row: ToBook) -> Chip:
        month = self._context.formatting.month_names()[row.due.month - 1]
        late = Level.HIGH if row.days_late > 0 else Level.CAUTION if row.urgent else Level.NEUTRAL
        return Chip(late, f"{row.due.day:02d}-{month}")

    def what(self, row: ToBook) -> str:
        """What is to be booked and why."""
        why = {
            "referral": self.tr("Referral"),
            "missed": self.tr("Missed"),
            "cancelled": self.tr("Cancelled"),
            "plan_action": self.tr("Care plan"),
            "after_hospital": self.tr("After hospital stay"),
            "pathway": self.tr("Pathway"),
        }[row.kind]
        spanish = QLocale().language() == QLocale.Language.Spanish
        what, pathway = (row.what_es or row.what, row.pathway_es) if spanish else (row.what, row.pathway)
        kind = row.type_name if row.kind == "plan_action" and row.type_name != row.what else ""
        whom = row.with_whom or ""
        return " · ".join(part for part in (why, pathway, kind, what, whom) if part)

    def _sentence(self, row: ToBook) -> str:
        return self.tr("{patient}, {what}, due {due}").format(
            patient=self._context.formatting.short_name(row.head),
            what=self.what(row),
            due=self._context.formatting.weekday_date(row.due),
        )
