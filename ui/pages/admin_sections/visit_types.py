"""Section: kinds of visit."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.scheduling import AppointmentTypeRow, SetupSaved
from icm_desktop.contracts.set_up import MoveType, Retire, VisitTypes
from icm_desktop.permissions import Privilege
from ui.dialogs.appointment_type import AppointmentTypeDialog
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Command
from ui.tables.base import Chip, Column


class VisitTypesSection(ListSection[AppointmentTypeRow]):
    """Lengths, time around a visit, and what the patient reads; in the order of every list."""

    name = "visit_types"
    icon = "timer"
    opens = changes = Privilege.APPOINTMENTS
    shows = frozenset({"appointment_type"})
    found: VisitTypes | None = None

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("VisitTypesSection", "Kinds of visit")

    def intro(self) -> str:
        return self.tr("How long a visit is, what is kept free around it, and what the patient reads on the page.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No kinds of visit yet."), self.tr("Without one every visit takes half an hour.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add kind of visit…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Offer no longer")}

    def commands(self) -> Iterable[Command]:
        yield Command("up", self.tr("Move &up"), lambda: self._move(-1), "arrow-up", "Ctrl+Up")
        yield Command("down", self.tr("Move &down"), lambda: self._move(1), "arrow-down", "Ctrl+Down")
        yield Command("back", self.tr("&Offer again"), self.restore_row, "undo-2")

    def filters(self) -> Sequence[tuple[str, str]]:
        return (("retired", self.tr("No longer offered too")),)

    def keeps(self, row: AppointmentTypeRow, on: frozenset[str]) -> bool:
        return "retired" in on or not row.retired

    def columns(self) -> Sequence[Column[AppointmentTypeRow]]:
        return (
            Column("name", self.tr("Kind of visit"), lambda row: row.name, width=20),
            Column("minutes", self.tr("Minutes"), lambda row: str(row.minutes), lambda row: row.minutes, width=9,
                   number=True),
            Column("around", self.tr("Kept free"), self._around, width=17),
            Column("room", self.tr("Room"), lambda row: row.room_kind or "", width=11),
            Column("reads", self.tr("The patient reads"), self._reads, stretch=True),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.retired, width=17, chip=self._chip),
        )  # fmt: skip

    def _around(self, row: AppointmentTypeRow) -> str:
        parts = []
        if row.buffer_before:
            parts.append(self.tr("{minutes} before").format(minutes=row.buffer_before))
        if row.buffer_after:
            parts.append(self.tr("{minutes} after").format(minutes=row.buffer_after))
        return ", ".join(parts)

    def _reads(self, row: AppointmentTypeRow) -> str:
        own = dict(row.own_phrases)
        bank = dict(self.found.phrases) if self.found else {}
        return own.get("en") or own.get("es") or bank.get(row.phrase or "", "") or row.name

    def _chip(self, row: AppointmentTypeRow) -> Chip:
        if row.retired:
            return Chip(Level.NEUTRAL, self.tr("No longer offered"))
        return (
            Chip(Level.INFO, self.tr("New patients")) if row.for_new_patients else Chip(Level.GOOD, self.tr("Offered"))
        )

    def record(self, row: AppointmentTypeRow) -> tuple[str, int] | None:
        return ("appointment_type", row.id)

    def row_id(self, row: AppointmentTypeRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.visit_types.visit_types", done=self._show)

    def _show(self, found: VisitTypes) -> None:
        self.found = found
        self.show_rows(found.types)

    def fits(self, action_id: str, row: AppointmentTypeRow) -> bool:
        return row.retired == (action_id == "back")

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: AppointmentTypeRow | None) -> None:
        if self.found is None:
            return
        found = self.found
        dialog = AppointmentTypeDialog(
            self.context, found.setup, self.window(), type_id=row.id if row else None, phrases=found.phrases,
            bring=found.bring,
        )  # fmt: skip
        dialog.saved.connect(lambda saved: self._saved(saved, dialog.told()))
        dialog.open()

    def _saved(self, saved: SetupSaved, told: str) -> None:
        self.go_to(saved.id)
        self.done(told, self.tr("save kind of visit"), saved.changes)

    def remove(self) -> None:
        self._retire("services.clinic_setup.retire_type", self.tr("{name} is no longer offered."))

    def restore_row(self) -> None:
        """Offer the kind of the row again."""
        self._retire("services.clinic_setup.restore_type", self.tr("{name} is offered again."))

    def _retire(self, service: str, words: str) -> None:
        if (row := self.row) is not None:
            told = words.format(name=row.name)
            self.context.jobs.run(
                service, Retire(row.id, row.version), owner=self,
                done=lambda saved: self.done(told, told, saved.changes),
            )  # fmt: skip

    def _move(self, step: int) -> None:
        if (row := self.row) is not None:
            self.table.rows_model.sort_rows(None)
            told = self.tr("Moved {name}.").format(name=row.name)
            self.context.jobs.run(
                "services.clinic_setup.move_type", MoveType(row.id, step), owner=self,
                done=lambda saved: self.done(told, told, saved.changes),
            )  # fmt: skip
