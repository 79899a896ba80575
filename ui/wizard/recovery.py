"""Step 5: the recovery code, shown once, printed or saved, and its last four groups typed back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from icm_desktop.contracts.keeping import SheetRequest
from icm_desktop.errors import UserError
from ui import messages
from ui.private_file import write_private
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.wizard.step import Step

if TYPE_CHECKING:
    from ui.dialogs.sheet_preview import SheetPreview

MakeSheet = Callable[[SheetRequest, Callable[[bytes], object], Callable[[UserError], object]], object]
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
    """Nobody goes on without having the code on paper or in a file. `make` draws the sheet, in memory."""

    def __init__(self, make: MakeSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.preview: SheetPreview | None = None
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
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.column.addWidget(self.message)
        self.column.addWidget(self._typed_field)
        self.column.addStretch(1)
        self.typed.setMinimumHeight(theme.px(32))
        self.print_button.clicked.connect(self._preview)
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

    def request(self) -> SheetRequest:
        """The sheet as it is wished, in the language of the screen."""
        return SheetRequest(self._code, self._practice, self._file, QLocale().name()[:2])

    def _preview(self) -> None:
        self._make(self.request(), self._show_sheet, self._refused)

    def _show_sheet(self, pdf: bytes) -> None:
        from ui.dialogs.sheet_preview import SheetPreview  # loads the reader of PDFs and the printing system

        self.preview = SheetPreview(pdf, self)
        self.preview.saved_words = self.tr("Saved. Print it and delete the file: whoever has it can read every record.")
        self.preview.open()

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
        self._make(self.request(), lambda pdf: self._write(path, pdf), self._refused)

    def _write(self, path: str, pdf: bytes) -> None:
        try:
            write_private(Path(path), pdf)
        except OSError as error:
            words = self.tr("The file was not saved: {reason}. Choose another place.")
            self._tell("high", words.format(reason=error.strerror or ""))
        else:
            self._tell("caution", self.tr("Saved. Print it and delete the file: whoever has it can read every record."))

    def _refused(self, error: UserError) -> None:
        self._tell("high", messages.sentence(error))

    def _tell(self, level: str, words: str) -> None:
        self.message.say(level, words)
        self.message.show()
