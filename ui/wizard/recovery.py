"""Step 5: the recovery code, shown once, printed or saved, and its last four groups typed back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.wizard.step import Step

GROUPS_TYPED_BACK = 4


def groups(code: str) -> list[str]:
    """The code in its groups."""
    return [group for group in code.replace("-", " ").upper().split() if group]


def is_end_of(typed: str, code: str) -> bool:
    """Whether these are the code's last four groups, however they were spaced; O, I and L are read as 0 and 1."""
    end = "".join(groups(code)[-GROUPS_TYPED_BACK:])
    read = "".join(groups(typed)).translate(str.maketrans("OIL", "011"))
    return read == end


class RecoveryStep(Step):
    """Nobody goes on without having the code on paper or in a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._code, self._practice, self._file = "", "", ""
        self.code = Text("title", wrap=True, selectable=True, parent=self)
        self.print_button = Button("", "printer", self)
        self.save_button = Button("", "save", self)
        self.typed = QLineEdit(self)
        self._typed_field = FormField("x", self.typed, required=True, check=self._check, parent=self)
        self.column.addWidget(self.code)
        row = QHBoxLayout()
        for button in (self.print_button, self.save_button):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._typed_field)
        self.column.addStretch(1)
        self.typed.setMinimumHeight(theme.px(32))
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_where)
        self.typed.textChanged.connect(self.changed)
        self.speak()

    def show_code(self, code: str, practice: str, file: str) -> None:
        """Show a fresh code."""
        self._code, self._practice, self._file = code, practice, file
        self.code.setText("  ".join(groups(code)))
        self.typed.clear()

    @property
    def shown_code(self) -> str:
        """The code that is shown."""
        return self._code

    def speak(self) -> None:
        self.title.setText(self.tr("The recovery code"))
        self.sentence.setText(
            self.tr(
                "Without a user's password or this code nobody can open your records, including us. It is shown only "
                "now. Print it twice and keep the sheets in two safe places, not beside this computer."
            )
        )
        self.print_button.setText(self.tr("&Print the sheet…"))
        self.save_button.setText(self.tr("Save as P&DF…"))
        self._typed_field.set_label(self.tr("&Type the last four groups from the sheet"))

    def complete(self) -> bool:
        return is_end_of(self.typed.text(), self._code)

    def problems(self) -> bool:
        return bool(self._typed_field.problem())

    def _check(self) -> str:
        return "" if self.complete() else self.tr("These are not the last four groups. Read them again from the sheet.")

    def first_field(self) -> QWidget:
        return self.typed

    def sheet_lines(self) -> list[tuple[str, int]]:
        """The printed sheet: lines with their size in points."""
        return [
            (self.tr("ICM Desktop: recovery code"), 20),
            (self._practice, 14),
            (self.tr("Made on {date}").format(date=f"{dt.date.today():%d-%b-%Y}"), 11),  # noqa: DTZ011  wall calendar
            (self.tr("File: {file}").format(file=self._file), 11),
            ("", 11),
            *((line, 18) for line in self._code_lines()),
            ("", 11),
            (self.tr("Whoever has this sheet and the file can read every record. Keep it like a key."), 11),
            (self.tr("Without a user's password or this code nobody can open the records, including us."), 11),
            (self.tr("After it was used once, a new code is given. Then destroy this sheet."), 11),
        ]

    def _code_lines(self) -> list[str]:
        all_groups = groups(self._code)
        return ["   ".join(all_groups[at : at + 4]) for at in range(0, len(all_groups), 4)]

    def paint_sheet(self, painter: QPainter, room: QRectF, points_to_device: float) -> None:
        """Paint the sheet into a page."""
        top = room.top()
        for line, size in self.sheet_lines():
            font = QFont(Theme.current().font("body"))
            font.setPixelSize(round(size * points_to_device))
            painter.setFont(font)
            box = QRectF(room.left(), top, room.width(), room.height())
            flags = int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, line)
            top += painter.boundingRect(box, flags, line or "x").height() + size * points_to_device * 0.5

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the recovery sheet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("icm-recovery.pdf")
        dialog.fileSelected.connect(self.save_pdf)
        dialog.open()

    def save_pdf(self, path: str) -> None:
        """Write the sheet as a PDF only this account can read."""
        writer = QPdfWriter(path)
        writer.setPageLayout(_layout())
        writer.setTitle(self.tr("ICM Desktop: recovery code"))
        painter = QPainter(writer)
        self.paint_sheet(painter, QRectF(0, 0, writer.width(), writer.height()), writer.resolution() / 72)
        painter.end()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loads the printing system: only when asked

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(_layout())
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print_now)
        dialog.setModal(True)
        dialog.show()

    def _print_now(self) -> None:
        painter = QPainter(self._printer)
        room = QRectF(0, 0, self._printer.width(), self._printer.height())
        self.paint_sheet(painter, room, self._printer.resolution() / 72)
        painter.end()


def _layout() -> QPageLayout:
    margins = QMarginsF(20, 20, 20, 20)
    letter = QPageSize(QPageSize.PageSizeId.Letter)
    return QPageLayout(letter, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
