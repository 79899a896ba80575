"""Sets up what is missing wherever somebody needs it, and comes back: hours, absences, clinicians, kinds of visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.directory import DirectoryRow, EntrySaved
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.set_up import Places, VisitTypes, WeekRow
from ui.context import AppContext
from ui.dialogs.appointment_type import AppointmentTypeDialog
from ui.dialogs.clinician import ClinicianDialog
from ui.dialogs.set_up.absence import AbsenceDialog
from ui.dialogs.set_up.directory_entry import DirectoryEntryDialog
from ui.dialogs.set_up.week import WeekDialog

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

    def _places(self, opened: Callable[[Places], None]) -> None:
        self._context.jobs.run("queries.set_up.places", owner=self._owner, done=opened)

    def _done(self, told: str, name: str, changes: object, then: Then | None) -> None:
        self._context.feedback.done(told, name, changes)  # type: ignore[arg-type]  # the Changes of a saved form
        if then is not None:
            then()
