"""Section: clinicians with a calendar here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.scheduling import ClinicianRow, Setup, SetupSaved
from icm_desktop.contracts.set_up import Places
from icm_desktop.permissions import Privilege
from ui.dialogs.clinician import ClinicianDialog
from ui.feedback import Level
from ui.pages.admin_sections.hours_words import hours_line
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, Command
from ui.set_up import SetUp
from ui.tables.base import Chip, Column


class CliniciansSection(ListSection[ClinicianRow]):
    """Who sees patients here."""

    name = "clinicians"
    icon = "stethoscope"
    opens = changes = Privilege.APPOINTMENTS
    shows = frozenset({"clinician", "site", "room", "user"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("CliniciansSection", "Clinicians")

    def intro(self) -> str:
        return self.tr("Everybody with a column in the calendar: doctors, nurses, therapists, care coordinators.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No clinicians yet."), self.tr("Set up who sees patients, and when.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add clinician…"), CHANGE: self.tr("&Change…")}

    def commands(self) -> Iterable[Command]:
        yield Command("hours", self.tr("Working &hours…"), self.set_hours, "clock")
        yield Command("absence", self.tr("A&bsence…"), self.add_absence, "calendar-clock", "Ctrl+Shift+A")

        yield Command("open_work", self.tr("&Open work…"), self.hand_over, "users")

    def filters(self) -> Sequence[tuple[str, str]]:
        return (("no_hours", self.tr("Without hours")), ("left", self.tr("Who left too")))

    def keeps(self, row: ClinicianRow, on: frozenset[str]) -> bool:
        return ("left" in on or not self._left(row)) and ("no_hours" not in on or not row.weeks)

    def _left(self, row: ClinicianRow) -> bool:
        return row.left_on is not None and row.left_on < self.context.formatting.today()

    def columns(self) -> Sequence[Column[ClinicianRow]]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, lambda row: row.family.casefold(), width=20),
            Column("specialty", self.tr("Specialty"), lambda row: row.specialty or "", width=16),
            Column("hours", self.tr("Usual week"), self._hours, stretch=True),
            Column("state", self.tr("Hours"), lambda _row: "", lambda row: row.weeks, width=12, chip=self._chip),
            Column("phone", self.tr("Phone"), lambda row: row.phone or "", width=14),
            Column("languages", self.tr("Languages"), self._languages, width=13),
            Column("user", self.tr("Signs in as"), lambda row: row.user or "", width=14, hidden=True),
        )

    def _hours(self, row: ClinicianRow) -> str:
        return hours_line(row.hours, self.context.formatting)

    def _languages(self, row: ClinicianRow) -> str:
        return ", ".join(map(self.context.formatting.language, row.languages))

    def _chip(self, row: ClinicianRow) -> Chip:
        if self._left(row):
            return Chip(Level.NEUTRAL, self.tr("Left"))
        if not row.weeks:
            return Chip(Level.CAUTION, self.tr("No hours"))
        return Chip(Level.GOOD, self.tr("Set"))

    def record(self, row: ClinicianRow) -> tuple[str, int] | None:
        return ("practitioner", row.id)

    def row_id(self, row: ClinicianRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.calendar.all_clinicians", done=self.show_rows)

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: ClinicianRow | None) -> None:
        def opened(places: Places) -> None:
            setup = Setup(self.table.rows_model.all_rows(), ())
            clinician_id = row.id if row else None
            dialog = ClinicianDialog(self.context, setup, self.window(), places=places, clinician_id=clinician_id)
            dialog.saved.connect(lambda saved: self._saved(saved, dialog.told(), dialog.left_on.day is not None))
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def _saved(self, saved: SetupSaved, told: str, leaves: bool) -> None:
        self.go_to(saved.id)
        self.done(told, self.tr("save clinician"), saved.changes)
        if leaves and self.context.may(Privilege.SETTINGS):
            SetUp(self.context, self).hand_over(saved.id)

    def can(self, action_id: str) -> bool:
        return super().can(action_id) and (action_id != "open_work" or self.context.may(Privilege.SETTINGS))

    def hand_over(self) -> None:
        """Show what is still with the clinician of the row, and give it to somebody else."""
        if (row := self.row) is not None:
            SetUp(self.context, self).hand_over(row.id)

    def set_hours(self) -> None:
        """Hours of the clinician of the row: the only week there is, or the list of them."""
        if (row := self.row) is None:
            return
        if row.weeks > 1:
            self.context.navigation.open("admin", state={"section": "weeks", "search": row.name})
        else:
            SetUp(self.context, self).hours(row.id)

    def add_absence(self) -> None:
        """Note that the clinician of the row is away."""
        if (row := self.row) is not None:
            SetUp(self.context, self).absence(row.id)
