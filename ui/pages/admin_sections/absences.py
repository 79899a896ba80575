"""Section: absences of clinicians and rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import AbsenceRow, Places, Retire, Saved
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.absence import AbsenceDialog
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE
from ui.tables.base import Chip, Column


class AbsencesSection(ListSection[AbsenceRow]):
    """Who is away when; visits booked then are named before an absence is saved."""

    name = "absences"
    icon = "calendar-clock"
    opens = changes = Privilege.APPOINTMENTS
    shows = frozenset({"absence", "clinician", "room"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("AbsencesSection", "Absences")

    def intro(self) -> str:
        return self.tr("Holidays, illness, training: whole days or a part of a day. No free times are offered then.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("Nobody is away."), self.tr("Add an absence as soon as you know of it.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add absence…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take back")}

    def filters(self) -> Sequence[tuple[str, str]]:
        return (("past", self.tr("Past ones too")),)

    def columns(self) -> Sequence[Column[AbsenceRow]]:
        return (
            Column("who", self.tr("Who"), lambda row: row.who, width=20),
            Column("when", self.tr("When"), self._when, lambda row: row.starts_on, width=33, tip=self._when),
            Column("part", self.tr("Part of the day"), self._part, width=17),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.starts_on, width=12, chip=self._chip),
            Column("reason", self.tr("Reason"), lambda row: row.reason or "", stretch=True),
        )

    def _when(self, row: AbsenceRow) -> str:
        return self.context.formatting.weekday_dates(row.starts_on, row.ends_on)

    def _part(self, row: AbsenceRow) -> str:
        if row.starts_at is None and row.ends_at is None:
            return self.tr("whole days")
        shown = self.context.formatting
        first, last = (shown.time(dt.time.fromisoformat(at)) if at else "" for at in (row.starts_at, row.ends_at))
        if not last:
            return self.tr("from {time}").format(time=first)
        return self.tr("until {time}").format(time=last) if not first else f"{first} - {last}"

    def _chip(self, row: AbsenceRow) -> Chip:
        today = self.context.formatting.today()
        if row.ends_on < today:
            return Chip(Level.NEUTRAL, self.tr("Past"))
        return Chip(Level.CAUTION, self.tr("Now")) if row.starts_on <= today else Chip(Level.INFO, self.tr("Coming"))

    def record(self, row: AbsenceRow) -> tuple[str, int] | None:
        return ("absence", row.id)

    def row_id(self, row: AbsenceRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.set_up.absences", "past" in self.chips.on(), done=self.show_rows)

    def search_changed(self) -> None:
        super().search_changed()
        self.refresh()

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: AbsenceRow | None) -> None:
        def opened(places: Places) -> None:
            dialog = AbsenceDialog(self.context, row, places, parent=self.window())
            dialog.saved.connect(self._saved)
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def _saved(self, saved: Saved) -> None:
        self.go_to(saved.id)
        self.done(self.tr("Absence saved."), self.tr("save absence"), saved.changes)

    def remove(self) -> None:
        if (row := self.row) is not None:
            told, name = self.tr("Absence taken back."), self.tr("take absence back")
            self.context.jobs.run(
                "services.working_hours.retire_absence", Retire(row.id, row.version), owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip
