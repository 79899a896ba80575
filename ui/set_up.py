"""Sets up what is missing wherever somebody needs it, and comes back: hours, absences, clinicians, kinds of visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.directory import DirectoryRow, EntrySaved
from icm_desktop.contracts.keeping import Backups
from icm_desktop.contracts.leaving import HandedOver, OpenWork
from icm_desktop.contracts.people import PracticeFacts
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.set_up import Closures, Places, VisitTypes, WeekRow
from icm_desktop.permissions import Role
from ui.context import AppContext
from ui.dialogs.appointment_type import AppointmentTypeDialog
from ui.dialogs.clinician import ClinicianDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.practice_details import PracticeDialog
from ui.dialogs.set_up.absence import AbsenceDialog
from ui.dialogs.set_up.backup_settings import BackupSettingsDialog
from ui.dialogs.set_up.directory_entry import DirectoryEntryDialog
from ui.dialogs.set_up.hand_over import HandOverDialog
from ui.dialogs.set_up.holidays import HolidaysDialog
from ui.dialogs.set_up.room import RoomDialog
from ui.dialogs.set_up.user import UserDialog
from ui.dialogs.set_up.week import WeekDialog
from ui.feedback import Level

Then = Callable[[], object]


class SetUp(QObject):
    """Opens the forms of the set-up over any window; `then` is what goes on when one was saved."""

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def hours(self, clinician_id: int, then: Then | None = None) -> None:
        """The usual week of a clinician, new or as it is."""

        def opened(places: Places) -> None:
            def known(weeks: tuple[WeekRow, ...]) -> None:
                mine = [each for each in weeks if each.clinician_id == clinician_id]
                week = mine[0] if len(mine) == 1 else None
                dialog = WeekDialog(self._context, week, places, clinician_id, self._owner.window())
                dialog.saved.connect(
                    lambda saved: self._done(dialog.told(), self.tr("save working hours"), saved.changes, then)
                )
                dialog.open()

            self._context.jobs.run("queries.set_up.weeks", owner=self._owner, done=known)

        self._places(opened)

    def absence(self, clinician_id: int | None = None, then: Then | None = None) -> None:
        """An absence of a clinician."""

        def opened(places: Places) -> None:
            dialog = AbsenceDialog(self._context, None, places, clinician_id, self._owner.window())
            told, name = self.tr("Absence saved."), self.tr("save absence")
            dialog.saved.connect(lambda saved: self._done(told, name, saved.changes, then))
            dialog.open()

        self._places(opened)

    def clinicians(self, then: Then | None = None) -> None:
        """A new clinician, or one to change."""

        def opened(places: Places) -> None:
            def known(setup: Setup) -> None:
                dialog = ClinicianDialog(self._context, setup, self._owner.window(), places=places)
                name = self.tr("save clinician")
                dialog.saved.connect(lambda saved: self._done(dialog.told(), name, saved.changes, then))
                dialog.open()

            self._context.jobs.run("queries.calendar.setup", owner=self._owner, done=known)

        self._places(opened)

    def directory(self, name: str, then: Callable[[EntrySaved], object] | None = None) -> None:
        """A new entry of the directory; `name` is what was typed where it was missing."""
        self._entry(None, name, then)

    def change_entry(self, row: DirectoryRow) -> None:
        """An entry of the directory as it is."""
        self._entry(row, "", None)

    def _entry(self, row: DirectoryRow | None, name: str, then: Callable[[EntrySaved], object] | None) -> None:
        def opened(places: tuple[tuple[int, str], ...]) -> None:
            dialog = DirectoryEntryDialog(self._context, row, places, name, self._owner.window())

            def saved(done: EntrySaved) -> None:
                self._context.feedback.done(dialog.told(), self.tr("save directory entry"), done.changes)
                if then is not None:
                    then(done)

            dialog.saved.connect(saved)
            dialog.open()

        self._context.jobs.run("queries.directory.places", owner=self._owner, done=opened)

    def visit_types(self, then: Then | None = None) -> None:
        """A new kind of visit, or one to change."""

        def opened(found: VisitTypes) -> None:
            dialog = AppointmentTypeDialog(
                self._context, found.setup, self._owner.window(), phrases=found.phrases, bring=found.bring
            )
            name = self.tr("save kind of visit")
            dialog.saved.connect(lambda saved: self._done(dialog.told(), name, saved.changes, then))
            dialog.open()

        self._context.jobs.run("queries.visit_types.visit_types", owner=self._owner, done=opened)

    def holidays(self, year: int, then: Then | None = None) -> None:
        """Which holidays of a year the practice keeps; the year before tells what is usual."""

        def known(found: Closures) -> None:
            def compared(before: Closures) -> None:
                dialog = HolidaysDialog(self._context, found, before, self._owner.window())
                told = self.tr("Holidays of {year} saved.").format(year=year)
                self._then(dialog, told, self.tr("settle holidays"), then)

            self._context.jobs.run("queries.set_up.closures", year - 1, owner=self._owner, done=compared)

        self._context.jobs.run("queries.set_up.closures", year, owner=self._owner, done=known)

    def hand_over(self, clinician_id: int, then: Then | None = None) -> None:
        """Give the open work of a clinician to somebody else."""

        def opened(places: Places) -> None:
            def known(work: OpenWork) -> None:
                if not work.owned and not work.visits:
                    told = self.tr("{name} has no open work.").format(name=work.name)
                    self._context.feedback.say(told, Level.GOOD)
                    return
                dialog = HandOverDialog(self._context, work, places, self._owner.window())

                def saved(done: HandedOver) -> None:
                    told = self.tr("Handed over: {owned} open things, {visits} visits.")
                    left = self.tr("%n visit(s) to book anew are on Today.", "", done.visits_left)
                    told = told.format(owned=done.owned, visits=done.visits)
                    words = f"{told} {left}" if done.visits_left else told
                    self._done(words, self.tr("hand over work"), done.changes, then)

                dialog.saved.connect(saved)
                dialog.open()

            self._context.jobs.run("queries.leaving.open_work", clinician_id, owner=self._owner, done=known)

        self._places(opened)

    def room(self, kind: str = "", then: Then | None = None) -> None:
        """A new room of a kind some visit asks for."""

        def opened(places: Places) -> None:
            dialog = RoomDialog(self._context, None, places, self._owner.window())
            dialog.kind.setText(kind)
            self._then(dialog, self.tr("Room saved."), self.tr("save room"), then)

        self._places(opened)

    def coordinator(self, then: Then | None = None) -> None:
        """A new user who is a care coordinator."""
        dialog = UserDialog(self._context, None, self._owner.window())
        dialog.role.setCurrentIndex(dialog.role.findData(Role.COORDINATOR.value))
        self._then(dialog, self.tr("User added."), self.tr("add user"), then)

    def practice(self, then: Then | None = None) -> None:
        """The practice's own facts."""

        def opened(facts: PracticeFacts) -> None:
            dialog = PracticeDialog(self._context, facts, self._owner.window())
            self._then(dialog, self.tr("Practice details saved"), self.tr("change the practice details"), then)

        self._context.jobs.run("queries.people.practice", owner=self._owner, done=opened)

    def backups(self, then: Then | None = None) -> None:
        """Where automatic backups go."""

        def opened(found: Backups) -> None:
            dialog = BackupSettingsDialog(self._context, found, self._owner.window())
            self._then(dialog, self.tr("Backup settings saved."), self.tr("change backup settings"), then)

        self._context.jobs.run("queries.backups.backups", owner=self._owner, done=opened)

    def _then(self, dialog: FormDialog, told: str, name: str, then: Then | None) -> None:
        """Open a form; when it is saved tell so, with Undo, and go on."""

        def saved(result: object) -> None:
            self._done(told, name, getattr(result, "changes", result), then)

        dialog.saved.connect(saved)
        dialog.open()

    def _places(self, opened: Callable[[Places], None]) -> None:
        self._context.jobs.run("queries.set_up.places", owner=self._owner, done=opened)

    def _done(self, told: str, name: str, changes: object, then: Then | None) -> None:
        self._context.feedback.done(told, name, changes)  # type: ignore[arg-type]  # the Changes of a saved form
        if then is not None:
            then()
