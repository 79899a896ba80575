"""Section: how safe the records are: the last good backup, where, how many are kept, whether at quit."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.keeping import AutomaticBackup, BackupRow, Backups
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.export_practice import ExportPracticeDialog
from ui.dialogs.set_up.backup_settings import BackupSettingsDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, Command
from ui.tables.base import Chip, Column
from ui.widgets.shape_label import ShapeLabel

_MEGABYTE = 1_000_000


class BackupsSection(ListSection[BackupRow]):
    """Every backup that was tried, newest first, and a line that says how things stand."""

    name = "backups"
    icon = "database-backup"
    opens = changes = Privilege.BACKUP
    shows = frozenset({"backup", "practice"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Backups | None = None
        self.tile = ShapeLabel(Level.INFO, "", self)
        self.body.insertWidget(self.body.indexOf(self.search), self.tile)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("BackupsSection", "Backups")

    def intro(self) -> str:
        return self.tr("A backup is an encrypted copy that was opened and checked. Keep some on another disk.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No backup was made yet."), self.tr("Until then everything is lost when this disk fails.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Back up now"), CHANGE: self.tr("Automatic backups…")}

    def commands(self) -> Iterable[Command]:
        yield Command("elsewhere", self.tr("Back up to a &file…"), self.elsewhere, "save")
        yield Command("leave", self.tr("&Export everything…"), self.export_everything, "download")

    def columns(self) -> Sequence[Column[BackupRow]]:
        shown = self.context.formatting
        return (
            Column(
                "when", self.tr("When"), lambda row: shown.date_time(row.made_at), lambda row: row.made_at, width=26
            ),
            Column("state", self.tr("State"), lambda _row: "", width=14, chip=self._chip),
            Column("how", self.tr("How"), self._how, width=16),
            Column("size", self.tr("Size"), self._size, lambda row: row.size_bytes, width=10, number=True),
            Column("path", self.tr("File"), lambda row: row.path, stretch=True),
        )

    def _how(self, row: BackupRow) -> str:
        return {
            "by_hand": self.tr("by hand"), "at_quit": self.tr("at quit"), "scheduled": self.tr("by itself"),
            "before_migration": self.tr("before an update"), "second": self.tr("second place"),
        }.get(row.how, row.how)  # fmt: skip

    @staticmethod
    def _size(row: BackupRow) -> str:
        return f"{(row.size_bytes or 0) / _MEGABYTE:.1f} MB" if row.size_bytes else ""

    def _chip(self, row: BackupRow) -> Chip:
        if row.problem:
            return Chip(Level.CRITICAL, self.tr("Failed"))
        return Chip(Level.GOOD, self.tr("Good")) if row.there else Chip(Level.NEUTRAL, self.tr("Not there"))

    def row_id(self, row: BackupRow) -> Hashable:
        return row.id

    def sentence(self, row: BackupRow) -> str:
        problem = say(row.problem) if row.problem else self._chip(row).word
        return ", ".join((self.context.formatting.date_time(row.made_at), problem, row.path))

    def refresh(self) -> None:
        self.asked.ask("queries.backups.backups", done=self._show)

    def _show(self, found: Backups) -> None:
        self.found = found
        self.show_rows(found.rows)
        first = [row for row in found.rows if row.how != "second"]
        good = next((row for row in first if not row.problem), None)
        keep = self.tr("The newest %n automatic one(s) are kept", "", found.settings.keep)
        at_quit = self.tr("one is made at quit") if found.settings.at_quit else self.tr("none is made at quit")
        settings = f"{keep}, {at_quit}: {found.folder}"
        if found.settings.second:
            settings += self.tr(", each also in {folder}").format(folder=found.settings.second)
        if good is None:
            self.tile.say("critical", " ".join((self.tr("No good backup yet."), settings)))
            return
        when = self.context.formatting.date_time(good.made_at)
        level = "good" if good is first[0] else "high"
        told = self.tr("Last good backup: {when}.").format(when=when)
        self.tile.say(level, f"{told} {settings}")

    def can(self, action_id: str) -> bool:
        return self.may_change and (action_id != CHANGE or self.found is not None)

    def empty_chosen(self, _place: int) -> None:
        self.add()

    def add(self) -> None:
        label = self.tr("Backup")
        self.context.jobs.run("services.backups.back_up_now", owner=self, done=self._made, lane="long", label=label)

    def _made(self, made: AutomaticBackup) -> None:
        if made.made is not None:
            told = self.tr("Backup written and checked: {file}").format(file=made.made.out)
            self.context.feedback.say(told, Level.GOOD)
        if made.second_problem is not None and self.found is not None:
            why = say(made.second_problem, path=self.found.settings.second or "")
            self.context.feedback.say(
                self.tr("There is no copy at the second place. {why}").format(why=why), Level.HIGH
            )

    def change(self) -> None:
        if self.found is not None:
            dialog = BackupSettingsDialog(self.context, self.found, self.window())
            told, name = self.tr("Backup settings saved."), self.tr("change backup settings")
            dialog.saved.connect(lambda changes: self.done(told, name, changes))
            dialog.open()

    def elsewhere(self) -> None:
        """Back up to a file the person chooses."""
        self.context.actions.trigger("file.backup")

    def export_everything(self) -> None:
        """Write the whole practice in forms other programs read, so that it can leave."""
        ExportPracticeDialog(self.context, self.window()).show()
