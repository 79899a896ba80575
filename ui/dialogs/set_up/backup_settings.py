"""Where automatic backups go, how many are kept, and whether one is made at quit."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from icm_desktop.contracts.keeping import Backups, BackupSettings
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, typed
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField


class BackupSettingsDialog(SetUpForm):
    """Four settings; an empty folder is the one beside the database, an empty second one is none."""

    def __init__(self, context: AppContext, found: Backups, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.setWindowTitle(self.tr("Automatic backups"))
        self.save_button.setText(self.tr("&Save"))
        self.folder = QLineEdit(found.settings.folder or "")
        self.folder.setPlaceholderText(found.folder)
        self.keep = QLineEdit(str(found.settings.keep))
        self.at_quit = QCheckBox(self.tr("A backup when the program is &closed"))
        self.at_quit.setChecked(found.settings.at_quit)
        hint = self.tr("Another disk is safest: a backup on the same disk is lost with it.")
        self.add("folder", FormField(self.tr("&Folder"), self.folder, hint=hint))
        choose = Button(self.tr("C&hoose a folder…"))
        choose.clicked.connect(self.choose_folder)
        self.add_box(choose)
        self.second = QLineEdit(found.settings.second or "")
        hint = self.tr("Each backup is copied there and read through. Empty: nowhere else.")
        self.add("second", FormField(self.tr("&Second place, on another disk"), self.second, hint=hint))
        elsewhere = Button(self.tr("Choose the second &place…"))
        elsewhere.clicked.connect(self.choose_second)
        self.add_box(elsewhere)
        self.add("keep", FormField(self.tr("&How many are kept"), self.keep, check=self._check_keep))
        self.at_quit.setMinimumHeight(context.theme.px(28))
        self.add_box(self.at_quit)
        self.fit(520)
        self.folder.setFocus()

    def choose_folder(self) -> None:
        """Ask for a folder."""
        self._choose(self.tr("Folder for backups"), self.folder)

    def choose_second(self) -> None:
        """Ask for the folder each backup is copied to."""
        self._choose(self.tr("Second place for backups"), self.second)

    def _choose(self, title: str, field: QLineEdit) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(field.setText)
        dialog.open()

    def _check_keep(self) -> str:
        text = self.keep.text().strip()
        return "" if text.isdecimal() and int(text) > 0 else self.tr("Enter a number, for example 14.")

    def save(self) -> None:
        keep, at_quit = int(self.keep.text()), self.at_quit.isChecked()
        request = BackupSettings(typed(self.folder), keep, at_quit, typed(self.second))
        self.run("services.backups.save_settings", request)
