"""Section: weekly working hours with breaks, bounds and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import Places, RetireWeek, Saved, WeekRow
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.confirm import run_asking
from ui.dialogs.set_up.week import WeekDialog
from ui.pages.admin_sections.hours_words import hours_line
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE
from ui.tables.base import Column


class WeeksSection(ListSection[WeekRow]):
    """One row for the usual week of each clinician and for every other set of hours."""

    name = "weeks"
    icon = "clock"
    opens = changes = Privilege.APPOINTMENTS
    shows = frozenset({"clinician", "site", "room"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("WeeksSection", "Working hours")

    def intro(self) -> str:
        return self.tr(
            "The usual week of each clinician, breaks, hours for some weeks or every other week, at several sites."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No working hours yet."), self.tr("Without them no free times can be offered.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add working hours…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&End these hours")}

    def filters(self) -> Sequence[tuple[str, str]]:
        return (("over", self.tr("Past ones too")),)

    def keeps(self, row: WeekRow, on: frozenset[str]) -> bool:
        ends = row.key.ends_on
        return "over" in on or ends is None or ends >= self.context.formatting.today()

    def columns(self) -> Sequence[Column[WeekRow]]:
        shown = self.context.formatting
        return (
            Column("clinician", self.tr("Clinician"), lambda row: row.clinician, width=20),
            Column("hours", self.tr("Hours"), lambda row: hours_line(row.hours, shown), stretch=True),
            Column("breaks", self.tr("Breaks"), lambda row: hours_line(row.breaks, shown), width=24),
            Column("when", self.tr("When"), self._when, lambda row: row.key.starts_on or dt.date.min, width=26),
            Column("where", self.tr("Where"), lambda row: row.room or row.site or "", width=18),
        )

    def _when(self, row: WeekRow) -> str:
        key, shown = row.key, self.context.formatting
        parts = []
        if key.every_weeks and key.every_weeks > 1:
            parts.append(self.tr("every %n week(s)", "", key.every_weeks))
        if key.starts_on:
            parts.append(self.tr("from {day}").format(day=shown.date(key.starts_on)))
        if key.ends_on:
            parts.append(self.tr("until {day}").format(day=shown.date(key.ends_on)))
        return ", ".join(parts) or self.tr("usual week")

    def row_id(self, row: WeekRow) -> Hashable:
        return (row.clinician_id, row.key)

    def refresh(self) -> None:
        self.asked.ask("queries.set_up.weeks", done=self.show_rows)

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: WeekRow | None) -> None:
        def opened(places: Places) -> None:
            dialog = WeekDialog(self.context, row, places, parent=self.window())
            name = self.tr("save working hours")
            dialog.saved.connect(lambda saved: self.done(dialog.told(), name, saved.changes))
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def remove(self) -> None:
        if (row := self.row) is None:
            return
        told = self.tr("Ended the hours of {name}.").format(name=row.clinician)
        clinician_id, key = row.clinician_id, row.key

        def done(saved: object) -> None:
            if isinstance(saved, Saved):
                self.done(told, self.tr("end working hours"), saved.changes)

        def request(confirmed: bool) -> RetireWeek:
            return RetireWeek(clinician_id, key, confirmed)

        run_asking(self.context, self, "services.working_hours.retire_week", request, done)
