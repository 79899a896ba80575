"""Calendar files: write visits as .ics, read visits elsewhere from .ics or CSV and tell what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from icm_desktop.contracts.calendar_files import (
    FULL_NAME,
    INITIALS,
    NO_NAME,
    CalendarFile,
    ExportCalendar,
    ImportVisits,
    NotUnderstood,
    VisitsImported,
)
from icm_desktop.contracts.scheduling import Setup
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.notice import Notice
from ui.dialogs.set_up.days import day_problem, last_day_problem
from ui.messages import say
from ui.private_file import write_private
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class ExportCalendarDialog(FormDialog):
    """From when to when, whose, and how much of a name leaves the encryption."""

    def __init__(self, context: AppContext, setup: Setup, day: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.setWindowTitle(self.tr("Write calendar file"))
        self.save_button.setText(self.tr("&Write…"))
        self.first, self.last, self.whose, self.names = DateEdit(context), DateEdit(context), QComboBox(), QComboBox()
        self.first.set_day(day)
        self.last.set_day(day + dt.timedelta(days=6))
        self.whose.addItem(self.tr("Everybody"), None)
        for person in setup.clinicians:
            self.whose.addItem(person.name, person.id)
        for names, words in (
            (NO_NAME, self.tr("No patient names")),
            (INITIALS, self.tr("Initials")),
            (FULL_NAME, self.tr("Full names")),
        ):
            self.names.addItem(words, names)
        self.column.addWidget(Text(
            "small", self.tr("The file is not encrypted. That it was written is recorded."), tone="text_2", wrap=True,
        ))  # fmt: skip
        self.add("first", FormField(self.tr("&First day"), self.first, check=self._check_first))
        self.add("last", FormField(self.tr("&Last day"), self.last, check=self._check_last))
        self.add("clinician_id", FormField(self.tr("W&hose visits"), self.whose))
        self.add("names", FormField(self.tr("&Names in the file"), self.names))
        self.fit(480)
        self.first.setFocus()

    def _check_first(self) -> str:
        return day_problem(self.first, required=True)

    def _check_last(self) -> str:
        return day_problem(self.last, required=True) or last_day_problem(self.first, self.last)

    def save(self) -> None:
        first, last = self.first.day, self.last.day
        if first is not None and last is not None:
            request = ExportCalendar(first, last, None, self.whose.currentData(), self.names.currentData())
            self.run("services.calendar_files.export", request)


class CalendarFiles:
    """Asks for the file and does the rest. `ask_save` and `ask_open` give a path or ""."""

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        self._context, self._owner = context, owner
        self.ask_save: Callable[[str], str] = self._ask_save
        self.ask_open: Callable[[], str] = self._ask_open

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CalendarFiles", text)

    def _ask_save(self, name: str) -> str:
        title = self.tr("Write calendar file")
        return QFileDialog.getSaveFileName(self._owner.window(), title, name, "iCalendar (*.ics)")[0]

    def _ask_open(self) -> str:
        kinds = self.tr("Calendar files (*.ics *.csv)")
        return QFileDialog.getOpenFileName(self._owner.window(), self.tr("Read visits elsewhere"), "", kinds)[0]

    def write(self, day: dt.date) -> None:
        """Ask what goes into the file, then where it goes."""

        def opened(setup: Setup) -> None:
            dialog = ExportCalendarDialog(self._context, setup, day, self._owner.window())
            dialog.saved.connect(lambda made: self._keep(made, day))
            dialog.open()

        self._context.jobs.run("queries.calendar.setup", owner=self._owner, done=opened)

    def _keep(self, made: CalendarFile, day: dt.date) -> None:
        path = self.ask_save(f"calendar-{day.isoformat()}.ics")
        if not path:
            return
        try:
            write_private(Path(path), made.content)
        except OSError:
            self._tell(self.tr("The file was not written"), self.tr("Choose another folder."))
            return
        words = self.tr("{count} visits written. The file is not encrypted: keep it safe.")
        self._context.feedback.say(words.format(count=made.visits))

    def read(self, patient_id: int | None) -> None:
        """Read a file of visits elsewhere, for one patient or by record number."""
        path = self.ask_open()
        if not path:
            return
        try:
            content = Path(path).read_bytes()
        except OSError:
            self._tell(self.tr("The file was not read"), self.tr("Choose another file."))
            return
        self._context.jobs.run(
            "services.calendar_files.import_visits", ImportVisits(Path(path).name, content, patient_id),
            owner=self._owner, done=self._read, failed=self._context.feedback.refuse,
        )  # fmt: skip

    def _read(self, found: VisitsImported) -> None:
        words = self.tr("{created} new, {updated} changed, {cancelled} cancelled, {unchanged} as before.")
        told = words.format(
            created=found.created, updated=found.updated, cancelled=found.cancelled, unchanged=found.unchanged
        )
        if found.created or found.updated or found.cancelled:
            self._context.feedback.done(told, self.tr("read visits elsewhere"), found.changes)
        lines = [*self._lines(found.not_understood, self.tr("Left out: {what}: {why}")),
                 *self._lines(found.notes, self.tr("Please look: {what}: {why}"))]  # fmt: skip
        self._tell(self.tr("Visits elsewhere were read"), told, "\n".join(lines))

    def _lines(self, rows: tuple[NotUnderstood, ...], words: str) -> Iterator[str]:
        for row in rows:
            yield words.format(what=row.what, why=say(row.code, self._context.formatting, **dict(row.params)))

    def _tell(self, title: str, text: str, details: str = "") -> None:
        Notice(title, text, details, self._owner.window()).open()
