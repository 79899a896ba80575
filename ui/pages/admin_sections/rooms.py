"""Section: rooms and equipment."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import Places, Retire, RoomRow, Saved
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.room import RoomDialog
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE
from ui.tables.base import Column


class RoomsSection(ListSection[RoomRow]):
    """Where clinicians work."""

    name = "rooms"
    icon = "door-open"
    opens = changes = Privilege.APPOINTMENTS
    shows = frozenset({"room", "site"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("RoomsSection", "Rooms")

    def intro(self) -> str:
        return self.tr("Rooms and equipment. Working hours may name one; while it is away they are not offered.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No rooms yet."), self.tr("Only needed when it matters who works where.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add room…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take out of use")}

    def columns(self) -> Sequence[Column[RoomRow]]:
        return (
            Column("name", self.tr("Room"), lambda row: row.name, width=24),
            Column("site", self.tr("Site"), lambda row: row.site or "", width=24),
            Column("kind", self.tr("Kind"), lambda row: row.kind or "", width=18),
            Column("is", self.tr("What"), self._what, width=14),
            Column("capacity", self.tr("At a time"), lambda row: str(row.capacity), lambda row: row.capacity, width=10),
            Column("closed", self.tr("Not in use on"), self._closed, width=20),
            Column("note", self.tr("Note"), lambda row: row.note or "", stretch=True),
        )

    def _what(self, row: RoomRow) -> str:
        return self.tr("Equipment") if row.is_equipment else self.tr("Room")

    def _closed(self, row: RoomRow) -> str:
        return ", ".join(self.context.formatting.weekday_names()[each] for each in row.closed_weekdays)

    def record(self, row: RoomRow) -> tuple[str, int] | None:
        return ("room", row.id)

    def row_id(self, row: RoomRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.set_up.rooms", done=self.show_rows)

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: RoomRow | None) -> None:
        def opened(places: Places) -> None:
            dialog = RoomDialog(self.context, row, places, self.window())
            dialog.saved.connect(lambda saved: self._saved(saved, dialog.name.text().strip()))
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def _saved(self, saved: Saved, name: str) -> None:
        self.go_to(saved.id)
        self.done(self.tr("Saved {name}.").format(name=name), self.tr("save room"), saved.changes)

    def remove(self) -> None:
        if (row := self.row) is not None:
            told = self.tr("{name} is no longer in use.").format(name=row.name)
            name = self.tr("take room out of use")
            self.context.jobs.run(
                "services.sites.retire_room", Retire(row.id, row.version), owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip
