"""Section: the directory of people, places and services outside."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.directory import (
    DirectoryFilter,
    DirectoryRead,
    DirectoryRow,
    EntryKind,
    EntrySaved,
    RetireEntry,
)
from icm_desktop.contracts.referrals import MeasuredWait, OwnWaits
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.set_up.directory_file import DirectoryFileDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Command
from ui.set_up import SetUp
from ui.tables.base import Chip, Column
from ui.widgets.languages_edit import codes_named

_SLICE = 100
_ALIKE, _CLOSED = "alike", "closed"
_TABLES = {
    EntryKind.PERSON: "practitioner",
    EntryKind.PLACE: "organization",
    EntryKind.SERVICE: "healthcare_service",
}


class DirectorySection(ListSection[DirectoryRow]):
    """Found, sorted and paged by the query: a directory may have thousands of entries."""

    name = "directory"
    icon = "list"
    opens = changes = Privilege.DEMOGRAPHICS
    shows = frozenset({"directory", "import", "clinician"})
    paged = True

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._more = Latest(context.jobs, self)
        self._waits: dict[tuple[str, int], MeasuredWait] = {}
        self.search.setPlaceholderText(self.tr("Name, specialty, place, phone, language, insurance or NPI"))
        self.table.sort_wanted.connect(lambda _key, _descending: self.refresh())
        self.table.more_wanted.connect(self._ask_more)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("DirectorySection", "Directory")

    def intro(self) -> str:
        return self.tr("Whom you refer to: people, places and services outside, typed here or come with records.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("The directory is empty."), self.tr("Add whom you refer to; imported records bring more.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add entry…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take out")}

    def commands(self) -> Iterable[Command]:
        yield Command("file", self.tr("From a &file…"), self.read_file, "file-plus")
        yield Command("reopen", self.tr("&Open again"), self.reopen, "undo-2")

    def can(self, action_id: str) -> bool:
        return super().can(action_id) or (action_id == "file" and self.may_change)

    def fits(self, action_id: str, row: DirectoryRow) -> bool:
        return row.closed == (action_id == "reopen")

    def filters(self) -> Sequence[tuple[str, str]]:
        return (
            (EntryKind.PERSON.value, self.tr("People")),
            (EntryKind.PLACE.value, self.tr("Places")),
            (EntryKind.SERVICE.value, self.tr("Services")),
            (_ALIKE, self.tr("Same name or NPI twice")),
            (_CLOSED, self.tr("Taken out")),
        )

    def columns(self) -> Sequence[Column[DirectoryRow]]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, width=22),
            Column("what", self.tr("Specialty or kind"), lambda row: row.entry.what or "", width=13),
            Column("place", self.tr("Place"), lambda row: row.place or "", width=15),
            Column("phone", self.tr("Phone"), lambda row: row.phone or "", width=13),
            Column("how", self.tr("How to refer"), lambda row: row.entry.referral_how or "", stretch=True,
                   sortable=False),
            Column("wait", self.tr("Wait"), lambda row: row.entry.wait_text or "", width=10, sortable=False,
                   hidden=True),
            Column("own_wait", self.tr("Our own wait"), self._own_wait, width=14, sortable=False),
            Column("fax", self.tr("Fax"), lambda row: row.fax or "", width=14, hidden=True),
            Column("languages", self.tr("Languages"), self._languages, width=16, hidden=True),
            Column("insurances", self.tr("Insurances"), lambda row: row.entry.insurances or "", width=18,
                   sortable=False, hidden=True),
            Column("hours", self.tr("Hours"), lambda row: row.entry.hours_text or "", width=18, sortable=False,
                   hidden=True),
            Column("address", self.tr("Address"), lambda row: row.entry.address or "", width=20, sortable=False,
                   hidden=True),
            Column("npi", self.tr("NPI"), lambda row: row.entry.npi or "", width=12, sortable=False, hidden=True),
            Column("kind", self.tr("Kind"), lambda row: row.kind.value, width=9, sortable=False, hidden=True),
            Column("from", self.tr("From"), lambda _row: "", width=13, chip=self._chip, sortable=False),
        )  # fmt: skip

    def _own_wait(self, row: DirectoryRow) -> str:
        """How long half of our own patients waited, once there are enough of them to say."""
        found = self._waits.get((row.kind.value, row.id))
        if found is None:
            return ""
        if found.middle is None:
            return self.tr("too few: {count}").format(count=found.count)
        return self.tr("{days} d, of {count}").format(days=found.middle, count=found.count)

    def _ask_waits(self, rows: Sequence[DirectoryRow]) -> None:
        people, places = (
            tuple(row.id for row in rows if row.kind is kind) for kind in (EntryKind.PERSON, EntryKind.PLACE)
        )
        if people or places:
            self.context.jobs.run("queries.referral_waits.of_entries", people, places, owner=self, done=self._know)

    def _know(self, found: OwnWaits) -> None:
        self._waits |= dict(found.waits)
        self.table.viewport().update()

    def _languages(self, row: DirectoryRow) -> str:
        return ", ".join(map(self.context.formatting.language, row.entry.languages))

    def _chip(self, row: DirectoryRow) -> Chip:
        if row.closed:
            return Chip(Level.NEUTRAL, self.tr("Taken out"))
        if row.alike:
            return Chip(Level.CAUTION, self.tr("%n alike", "", row.alike))
        return Chip(Level.NEUTRAL, self.tr("Imported")) if row.imported else Chip(Level.INFO, self.tr("Typed here"))

    def record(self, row: DirectoryRow) -> tuple[str, int] | None:
        return (_TABLES[row.kind], row.id)

    def row_id(self, row: DirectoryRow) -> Hashable:
        return (row.kind, row.id)

    def filter(self, offset: int = 0) -> DirectoryFilter:
        """What is shown now, from a row on."""
        on, (key, descending) = self.chips.on(), self.table.rows_model.sorting
        kinds = frozenset(EntryKind(each) for each in on - {_ALIKE, _CLOSED})
        text = self.search.text().strip()
        spoken = tuple(codes_named(self.context, text.split()))
        return DirectoryFilter(
            text, spoken, kinds, _ALIKE in on, _CLOSED in on, key or "name", descending, offset, _SLICE
        )

    def refresh(self) -> None:
        self._more.forget()
        self.asked.ask("queries.directory.directory", self.filter(), done=self._show)

    def _show(self, found: Slice[DirectoryRow]) -> None:
        self.show_rows(found.rows, found.total)
        self._ask_waits(found.rows)

    def _ask_more(self, there: int) -> None:
        self._more.ask("queries.directory.directory", self.filter(there), done=self._append)

    def _append(self, found: Slice[DirectoryRow]) -> None:
        self.table.append_rows(found.rows)
        self._ask_waits(found.rows)
        self.context.feedback.count(self.status())

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def add(self) -> None:
        SetUp(self.context, self).directory("", self._added)

    def _added(self, saved: EntrySaved) -> None:
        self.go_to((saved.row.kind, saved.row.id))

    def change(self) -> None:
        if self.row is not None:
            SetUp(self.context, self).change_entry(self.row)

    def remove(self) -> None:
        if (row := self.row) is not None:
            told = self.tr("{name} is out of the directory.").format(name=row.name)
            name = self.tr("take out of the directory")

            def done(saved: EntrySaved) -> None:
                still = self.tr("%n open referral(s) still go there.", "", saved.open_referrals)
                self.done(f"{told} {still}" if saved.open_referrals else told, name, saved.changes)

            request = RetireEntry(row.kind, row.id, row.version)
            self.context.jobs.run("services.directory.retire", request, owner=self, done=done)

    def reopen(self) -> None:
        """Put the entry of the row back into the directory."""
        if (row := self.row) is not None:
            told, name = self.tr("{name} is in the directory again.").format(name=row.name), self.tr("open again")
            request = RetireEntry(row.kind, row.id, row.version)
            self.context.jobs.run(
                "services.directory.reopen", request, owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip

    def read_file(self) -> None:
        """Look at a CSV file, then add what is new in it."""
        dialog = DirectoryFileDialog(self.context, self.window())

        def saved(read: DirectoryRead) -> None:
            told = self.tr("%n entries added to the directory.", "", read.kept)
            self.done(told, self.tr("add from a file"), read.changes)

        dialog.saved.connect(saved)
        dialog.open()
