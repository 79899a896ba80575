"""Step 3: the practice's name, its time zone and where its encrypted file lies."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QComboBox, QCompleter, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.wizard.step import Step

SUFFIX = ".icm"


def system_zone() -> str:
    """The computer's time zone when it has a usual name, else UTC."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if name in available_timezones() else "UTC"


class PlaceStep(Step):
    """Four fields; the worker refuses synchronised and network folders when the file is made."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.name = QLineEdit(self)
        self.phone = QLineEdit(self)
        self.zone = QComboBox(self)
        self.zone.setEditable(True)
        self.zone.addItems(sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))
        self.zone.setCurrentText(system_zone())
        typed = self.zone.lineEdit()
        if typed is not None:
            typed.returnPressed.connect(self.next_wanted)
        completer = self.zone.completer()
        if isinstance(completer, QCompleter):
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.file = QLineEdit(str(file), self)
        self.browse = Button("", "folder-open", self)
        self._name_field = FormField("x", self.name, required=True, check=self._check_name, parent=self)
        self._phone_field = FormField("x", self.phone, parent=self)
        self._zone_field = FormField("x", self.zone, required=True, check=self._check_zone, parent=self)
        self._file_field = FormField("x", self.file, required=True, check=self._check_file, parent=self)
        for field in (self._name_field, self._phone_field, self._zone_field, self._file_field):
            field.edit.setMinimumHeight(theme.px(32))
            self.column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.browse)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.browse.clicked.connect(self._ask_file)
        self.speak()

    def speak(self) -> None:
        self.title.setText(self.tr("The practice and its file"))
        self.sentence.setText(
            self.tr(
                "Everything is kept in one encrypted file on this computer. "
                "Not in a synchronised or network folder: a live database gets damaged there. Backups may go there."
            )
        )
        self._name_field.set_label(self.tr("Name of the &practice"))
        self._phone_field.set_label(self.tr("P&hone on the patients' pages"))
        self._zone_field.set_label(self.tr("&Time zone"))
        self._file_field.set_label(self.tr("&File"))
        self.browse.setText(self.tr("&Choose a place…"))

    def path(self) -> Path:
        """Where the file will be, with its ending."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(SUFFIX)

    def problems(self) -> bool:
        found = [field for field in (self._name_field, self._zone_field, self._file_field) if field.problem()]
        if found:
            found[0].edit.setFocus()
        return bool(found)

    def show_refusal(self, field: str | None, sentence: str) -> None:
        """Why no practice can be made so; most often it is the file's place."""
        wrong = self._phone_field if field == "phone" else self._file_field
        wrong.show_problem(sentence)
        wrong.edit.setFocus()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write the name of the practice.")

    def _check_zone(self) -> str:
        known = self.zone.currentText().strip() in available_timezones()
        return "" if known else self.tr("Choose a time zone from the list, for example America/New_York.")

    def _check_file(self) -> str:
        text = self.file.text().strip()
        if not text:
            return self.tr("Choose where the file should be.")
        return self.tr("There is a file of this name already. Choose another name.") if self.path().exists() else ""

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the practice is kept"), str(self.path().parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("ICM Desktop practice") + f" (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self.path().name)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()

    def first_field(self) -> QWidget:
        return self.name
