"""Import, backup and the check of the database: long work started from the menus, its outcome in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from icm_desktop import paths
from icm_desktop.changes import Changes
from icm_desktop.contracts.keeping import AutomaticBackup, BackupMade, Checked, KeyringState, Restored
from icm_desktop.contracts.packages import PackageOpened
from icm_desktop.contracts.people import PracticeFacts, PracticeSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.imports import ImportsDialog
from ui.dialogs.keyring import KeyringDialog
from ui.dialogs.open_requests import show_open_requests
from ui.dialogs.outcome import Outcome
from ui.dialogs.practice_details import PracticeDialog
from ui.dialogs.recovery_check import RecoveryCheckDialog
from ui.dialogs.restore import RestoreDialog
from ui.emergency import Emergency
from ui.feedback import Level
from ui.key_change import KeyChange
from ui.own_code import OwnCode


class Keeping(QObject):
    """Asks for the file, runs the work in the long worker, shows what came of it."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._import: ImportDialog | None = None
        context.notifier.changed.connect(self._follow)

    def actions(self) -> Iterable[Action]:
        """The commands of the File and Tools menus."""
        yield from Emergency(self._context, self._window).actions()
        yield from self._of_files()
        yield from self._of_tools()
        yield from OwnCode(self._context, self._window).actions()
        yield from KeyChange(self._context, self._window).actions()

    def _of_files(self) -> Iterable[Action]:
        yield Action(
            "file.import", self.tr("&Import…"), self.import_files, None, "import", "file", group=2,
            privilege=Privilege.IMPORT, synonyms=("FHIR", self.tr("load"), self.tr("receive")),
        )  # fmt: skip
        yield Action(
            "file.import_folder", self.tr("Import a &folder…"), self.import_folder, None, "folder-open", "file",
            group=2, privilege=Privilege.IMPORT, synonyms=("FHIR", self.tr("load")),
        )  # fmt: skip
        yield Action(
            "file.package", self.tr("Open a sealed packa&ge…"), self.open_package, None, "mail", "file",
            group=2, privilege=Privilege.IMPORT, synonyms=(self.tr("code"), self.tr("another practice"), "icmx"),
        )  # fmt: skip
        yield Action(
            "file.imports", self.tr("Imports &so far…"), self.imports, None, "history", "file", group=2,
            privilege=Privilege.IMPORT, synonyms=(self.tr("take an import back"), self.tr("undo import")),
        )  # fmt: skip
        yield Action(
            "file.backup", self.tr("&Back up…"), self.back_up, None, "database-backup", "file", group=3,
            privilege=Privilege.BACKUP, synonyms=(self.tr("copy"), self.tr("save")),
        )  # fmt: skip
        yield Action(
            "file.backup_now", self.tr("Back &up now"), self.back_up_now, None, "database-backup", "file", group=3,
            privilege=Privilege.BACKUP, synonyms=(self.tr("copy"),),
        )  # fmt: skip
        yield Action(
            "file.restore", self.tr("Restore a bac&kup…"), self.restore, None, "database-backup", "file", group=3,
            privilege=Privilege.BACKUP, synonyms=(self.tr("recover"),),
        )  # fmt: skip

    def _of_tools(self) -> Iterable[Action]:
        yield Action(
            "tools.requests", self.tr("Re&quests of patients…"), self.open_requests, None, "shield", "tools",
            privilege=Privilege.PATIENT_RIGHTS, synonyms=(self.tr("privacy"), self.tr("amendment"), self.tr("access")),
        )  # fmt: skip
        yield Action(
            "tools.check", self.tr("&Check the database"), self.check, None, "shield-check", "tools",
            privilege=Privilege.BACKUP, synonyms=(self.tr("verify"), self.tr("damage")),
        )  # fmt: skip
        yield Action(
            "tools.practice", self.tr("&Practice details…"), self.practice_details, None, "building-2", "tools",
            group=1, privilege=Privilege.SETTINGS,
            synonyms=(self.tr("phone"), self.tr("address"), self.tr("opening hours")),
        )  # fmt: skip
        yield Action(
            "tools.recovery", self.tr("Check the &recovery code…"), self.check_recovery, None, "key", "tools",
            group=1, privilege=Privilege.USERS, synonyms=(self.tr("password"), self.tr("sheet")),
        )  # fmt: skip
        yield Action(
            "tools.keyring", self.tr("Passwords and the &keyring…"), self.keyring, None, "key", "tools", group=1,
            privilege=Privilege.USERS, synonyms=(self.tr("security"),),
        )  # fmt: skip

    def open_requests(self) -> None:
        """What patients asked for about their records and waits for an answer."""
        show_open_requests(self._context, self._window)

    def import_files(self) -> None:
        """Open the import; one that is running is shown again."""
        self._import_dialog().show()
        self._import_dialog().activateWindow()

    def import_folder(self) -> None:
        """The same, asking for a folder at once."""
        self.import_files()
        self._import_dialog().choose_folder()

    def open_package(self) -> None:
        """Take in what another practice sealed for us."""
        from ui.dialogs.open_package import OpenPackageDialog  # here: seldom wanted

        dialog = OpenPackageDialog(self._context, self._window)
        dialog.saved.connect(lambda opened: self._package_opened(opened, dialog.told_after(opened)))
        dialog.open()

    def _package_opened(self, opened: PackageOpened, told: str) -> None:
        self._context.feedback.say(told, Level.CAUTION if opened.questions else Level.GOOD)
        if opened.patient_id is not None:
            self._context.navigation.open_chart(opened.patient_id)

    def imports(self) -> None:
        """Every import so far; a whole one can be taken back."""
        dialog = ImportsDialog(self._context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.refresh()
        dialog.show()

    def _import_dialog(self) -> ImportDialog:
        if self._import is None:
            self._import = ImportDialog(self._context, self._window)
        return self._import

    def back_up(self) -> None:
        """Choose where the encrypted copy goes."""
        dialog = QFileDialog(self._window, self.tr("Back up to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("ICM Desktop backup") + " (*.icm)")
        dialog.setDefaultSuffix("icm")
        dialog.selectFile(f"backup-{self._context.formatting.today():%Y-%m-%d}.icm")
        dialog.fileSelected.connect(self.back_up_to)
        dialog.open()

    def restore(self) -> None:
        """Choose the backup first."""
        dialog = QFileDialog(self._window, self.tr("Which backup?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ICM Desktop backup") + " (*.icm)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.restore_from)
        dialog.open()

    def restore_from(self, file: str) -> None:
        """Ask into which new file, and restore."""
        dialog = RestoreDialog(self._context, Path(file), paths.free_name(paths.default_database()), self._window)
        dialog.restored.connect(self._restored)
        dialog.open()

    def _restored(self, made: Restored) -> None:
        when = self._context.formatting.date_time(made.backup_made_at)
        told = self.tr(
            "Restored %n patient(s) from the backup of {when} into {file}. To work there, open it as Another practice.",
            "", made.patients,
        )  # fmt: skip
        self._context.feedback.say(told.format(when=when, file=made.database), Level.GOOD)

    def back_up_now(self) -> None:
        """A backup in the practice's own folder, without asking."""
        self._context.jobs.run(
            "services.backups.back_up_now", owner=self, done=self._backed_up_now, lane="long", label=self.tr("Backup")
        )

    def _backed_up_now(self, done: AutomaticBackup) -> None:
        if done.made is not None:
            self._backed_up(done.made)

    def back_up_to(self, path: str) -> None:
        """Write and check a backup."""
        self._run("services.backups.backup", path, self.tr("Backup"), self._backed_up)

    def check(self) -> None:
        """Check everything that can be checked."""
        self._context.jobs.run(
            "services.backups.verify", owner=self, done=self._checked, lane="long", label=self.tr("Check")
        )

    def practice_details(self) -> None:
        """Ask for the practice as it is, then show the form."""
        self._context.jobs.run("queries.people.practice", owner=self, done=self._edit_practice)

    def _edit_practice(self, facts: PracticeFacts) -> None:
        dialog = PracticeDialog(self._context, facts, self._window)
        dialog.saved.connect(self._practice_saved)
        dialog.open()

    def _practice_saved(self, saved: PracticeSaved) -> None:
        told, name = self.tr("Practice details saved"), self.tr("change the practice details")
        self._context.feedback.done(told, name, saved.changes)

    def _follow(self, changes: Changes) -> None:
        """Times are written as the practice wants from now on, whoever changed it or took it back."""
        if "practice" in changes.kinds:
            self._context.jobs.run("queries.people.practice", owner=self, done=self._use_clock)

    def _use_clock(self, facts: PracticeFacts) -> None:
        self._context.formatting.clock_24_hours = facts.clock_24_hours

    def check_recovery(self) -> None:
        """Type the code back from its sheet, or make a new one."""
        dialog = RecoveryCheckDialog(self._context, self._window)
        told = self.tr("The recovery code is right. Keep the sheet in a safe place.")
        dialog.saved.connect(lambda _changes: self._context.feedback.say(told, Level.GOOD))
        dialog.open()

    def keyring(self) -> None:
        """Tie passwords to this computer, or free them of it."""
        self._context.jobs.run("queries.keyring.state", owner=self, done=self._ask_keyring)

    def _ask_keyring(self, state: KeyringState) -> None:
        dialog = KeyringDialog(self._context, state, self._window)
        on, off = self.tr("Passwords are tied to this computer."), self.tr("Passwords do without the keyring.")
        dialog.saved.connect(lambda _: self._context.feedback.say(off if state.in_use else on, Level.GOOD))
        dialog.open()

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

    def _show(
        self,
        name: str,
        title: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: list[str] | None = None,
    ) -> None:
        Outcome(name, title, headers, rows, notes or [], self._window).show()
