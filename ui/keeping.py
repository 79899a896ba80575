"""Import, backup and the check of the database: long work started from the menus, its outcome in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from icm_desktop.contracts.exchange import ImportReport, ImportRequest
from icm_desktop.contracts.keeping import BackupMade, Checked
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.outcome import Outcome
from ui.feedback import Level

_NUMBERS = ("read", "created", "updated", "unchanged", "not_understood", "refused")


class Keeping(QObject):
    """Asks for the file, runs the work in the long worker, shows what came of it."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def actions(self) -> Iterable[Action]:
        """The commands of the File and Tools menus."""
        yield Action(
            "file.import", self.tr("&Import files…"), self.import_files, None, "import", "file", group=2,
            privilege=Privilege.IMPORT, synonyms=("FHIR", self.tr("load"), self.tr("receive")),
        )  # fmt: skip
        yield Action(
            "file.import_folder", self.tr("Import a &folder…"), self.import_folder, None, "folder-open", "file",
            group=2, privilege=Privilege.IMPORT, synonyms=("FHIR", self.tr("load")),
        )  # fmt: skip
        yield Action(
            "file.backup", self.tr("&Back up…"), self.back_up, None, "database-backup", "file", group=3,
            privilege=Privilege.BACKUP, synonyms=(self.tr("copy"), self.tr("save")),
        )  # fmt: skip
        yield Action(
            "tools.check", self.tr("&Check the database"), self.check, None, "shield-check", "tools",
            privilege=Privilege.BACKUP, synonyms=(self.tr("verify"), self.tr("damage")),
        )  # fmt: skip

    def import_files(self) -> None:
        """Choose files and import them as one."""
        dialog = QFileDialog(self._window, self.tr("Import files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Health records") + " (*.json *.ndjson *.xml)", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(self.import_paths)
        dialog.open()

    def import_folder(self) -> None:
        """Choose a folder and import everything in it as one."""
        dialog = QFileDialog(self._window, self.tr("Import a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self.import_paths)
        dialog.open()

    def import_paths(self, paths: list[str]) -> None:
        """Import these files or folders as one."""
        self._run("services.exchange.import_files", ImportRequest(tuple(paths)), self.tr("Import"), self._imported)

    def back_up(self) -> None:
        """Choose where the encrypted copy goes."""
        dialog = QFileDialog(self._window, self.tr("Back up to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("ICM Desktop backup") + " (*.icm)")
        dialog.setDefaultSuffix("icm")
        dialog.selectFile(f"backup-{self._context.formatting.today():%Y-%m-%d}.icm")
        dialog.fileSelected.connect(self.back_up_to)
        dialog.open()

    def back_up_to(self, path: str) -> None:
        """Write and check a backup."""
        self._run("services.backups.backup", path, self.tr("Backup"), self._backed_up)

    def check(self) -> None:
        """Check everything that can be checked."""
        self._context.jobs.run(
            "services.backups.verify", owner=self, done=self._checked, lane="long", label=self.tr("Check")
        )

    def _run(self, name: str, request: object, label: str, done: object) -> None:
        self._context.jobs.run(name, request, owner=self, done=done, lane="long", label=label)  # type: ignore[arg-type]

    def _backed_up(self, made: BackupMade) -> None:
        told = self.tr("Backup of %n patient(s) written and checked: {file}", "", made.patients)
        self._context.feedback.say(told.format(file=made.out), Level.GOOD)

    def _checked(self, checked: Checked) -> None:
        words = {True: self.tr("All right"), False: self.tr("NOT RIGHT"), None: self.tr("Not checked")}
        rows = [(check.name, words[check.ok], check.detail) for check in checked.checks]
        headers = (self.tr("Check"), self.tr("Answer"), self.tr("Details"))
        title = {True: self.tr("Everything checked is right."), False: self.tr("Something is wrong."),
                 None: self.tr("Nothing wrong was found; not everything could be checked.")}[checked.ok]  # fmt: skip
        self._show(self.tr("Check of the database"), title, headers, rows)

    def _imported(self, report: ImportReport) -> None:
        refused = [file for file in report.files if file.status == "refused"]
        title = self.tr("%n patient(s) created or updated.", "", report.patients)
        if refused:
            title += " " + self.tr("%n file(s) refused.", "", len(refused))
        if report.matches:
            title += " " + self.tr("%n possible double(s) to look at.", "", len(report.matches))
        headers = (
            self.tr("Kind"), self.tr("Read"), self.tr("Created"), self.tr("Updated"), self.tr("Unchanged"),
            self.tr("Not understood"), self.tr("Refused"),
        )  # fmt: skip
        rows = [(kind, *(f"{getattr(counts, name):,}" for name in _NUMBERS)) for kind, counts in report.totals]
        notes = [f"{file.path}: {file.reason}" for file in report.files if file.status != "imported" and file.reason]
        self._show(self.tr("Import finished"), title, headers, rows, notes)

    def _show(
        self,
        name: str,
        title: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: list[str] | None = None,
    ) -> None:
        Outcome(name, title, headers, rows, notes or [], self._window).show()
