"""Section: holidays and days the practice is closed, year by year."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from icm_desktop.contracts.set_up import ClosureRow, Closures, Places, Retire, Saved, WorkOnHoliday
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.set_up.closure import ClosureDialog
from ui.dialogs.set_up.confirm import run_asking
from ui.feedback import Level
from ui.messages import CONTEXT
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Command
from ui.set_up import SetUp
from ui.tables.base import Chip, Column
from ui.widgets.labels import FieldLabel, Text

_HOLIDAY = "holiday"
_BACK, _AHEAD = 1, 3


class ClosuresSection(ListSection[ClosureRow]):
    """The shipped holidays with their source, and the practice's own days."""

    name = "closures"
    icon = "calendar-x"
    opens = Privilege.SIGN_IN
    shows = frozenset({"closure", "site", "practice"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        today = context.formatting.today()
        self.year = QComboBox()
        for year in range(today.year - _BACK, today.year + _AHEAD + 1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(today.year))
        self.year.setAccessibleName(self.tr("Year"))
        self.year.setMinimumHeight(context.theme.px(32))
        self.source = Text("small", tone="text_2", wrap=True)
        row = QHBoxLayout()
        row.addWidget(FieldLabel(self.tr("&Year"), self.year))
        row.addWidget(self.year)
        row.addStretch(1)
        place = self.body.indexOf(self.search)
        self.body.insertLayout(place, row)
        self.body.addWidget(self.source)
        self.year.currentIndexChanged.connect(lambda _at: self.refresh())

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("ClosuresSection", "Holidays and closed days")

    def intro(self) -> str:
        return self.tr(
            "On these days no free times are offered, and they are no business days for referrals and calls. "
            "Deadlines of payers after a hospital stay keep to the holidays alone."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No closed days in this year."), self.tr("Add the days on which the practice is closed.")

    def words(self) -> Mapping[str, str]:
        return {
            ADD: self.tr("&Add closed days…"),
            CHANGE: self.tr("&Change…"),
            REMOVE: self.tr("&Open on these days again"),
        }

    def commands(self) -> Iterable[Command]:
        yield Command("settle", self.tr("&Holidays of the year…"), self.settle, "badge-check")
        yield Command("work", self.tr("&Work on this holiday"), self.work, "door-open")
        yield Command("keep", self.tr("&Keep this holiday"), self.keep, "calendar-x")

    def columns(self) -> Sequence[Column[ClosureRow]]:
        return (
            Column("day", self.tr("When"), self._when, lambda row: row.starts_on, width=24, tip=self._when),
            Column("name", self.tr("What"), self._what, stretch=True),
            Column("kind", self.tr("Kind"), self._kind, width=9),
            Column("where", self.tr("Where"), lambda row: row.site or self.tr("Everywhere"), width=12),
            Column("state", self.tr("The practice is"), lambda _row: "", self._open_or_closed, width=14,
                   chip=self._chip),
        )  # fmt: skip

    def _when(self, row: ClosureRow) -> str:
        return self.context.formatting.weekday_dates(row.starts_on, row.ends_on)

    @staticmethod
    def _what(row: ClosureRow) -> str:
        return QCoreApplication.translate(CONTEXT, row.name) if row.kind == _HOLIDAY else row.name

    def _kind(self, row: ClosureRow) -> str:
        return self.tr("Holiday") if row.kind == _HOLIDAY else self.tr("Own")

    @staticmethod
    def _open_or_closed(row: ClosureRow) -> bool:
        return row.open_anyway

    def _chip(self, row: ClosureRow) -> Chip:
        return Chip(Level.GOOD, self.tr("Open")) if row.open_anyway else Chip(Level.NEUTRAL, self.tr("Closed"))

    def record(self, row: ClosureRow) -> tuple[str, int] | None:
        return ("closure", row.id) if row.id is not None else None

    def row_id(self, row: ClosureRow) -> Hashable:
        return (row.kind, row.starts_on.isoformat(), row.name)

    def sentence(self, row: ClosureRow) -> str:
        return ", ".join((self._when(row), self._what(row), self._chip(row).word))

    def refresh(self) -> None:
        self.asked.ask("queries.set_up.closures", self.year.currentData(), done=self._show)

    def _show(self, found: Closures) -> None:
        words = self.tr("Holidays: {source}. List {version}.")
        settled = self.tr("Settled for {year}.") if found.settled else self.tr("Not yet settled for {year}.")
        words = f"{words} {settled}"
        self.source.setText(words.format(source=found.source, version=found.version, year=found.year))
        self.show_rows(found.rows)

    def settle(self) -> None:
        """Say for the whole year which holidays are kept."""
        SetUp(self.context, self).holidays(self.year.currentData())

    def can(self, action_id: str) -> bool:
        return super().can(action_id) or (action_id == "settle" and self.may_change)

    def fits(self, action_id: str, row: ClosureRow) -> bool:
        holiday = row.kind == _HOLIDAY
        if action_id in (CHANGE, REMOVE):
            return not holiday
        return holiday and row.open_anyway == (action_id == "keep")

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: ClosureRow | None) -> None:
        def opened(places: Places) -> None:
            dialog = ClosureDialog(self.context, row, places, self.window())
            told, name = self.tr("Closed days saved."), self.tr("save closed days")
            dialog.saved.connect(lambda saved: self.done(told, name, saved.changes))
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def remove(self) -> None:
        row = self.row
        if row is not None and row.id is not None:
            told, name = self.tr("Open again on these days."), self.tr("open again")
            self.context.jobs.run(
                "services.closures.retire_closure", Retire(row.id, row.version), owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip

    def work(self) -> None:
        """Work on the holiday of the row."""
        self._set(open_anyway=True)

    def keep(self) -> None:
        """Keep the holiday of the row after all."""
        self._set(open_anyway=False)

    def _set(self, *, open_anyway: bool) -> None:
        if (row := self.row) is None:
            return
        words = self.tr("Open on {holiday}.") if open_anyway else self.tr("Closed on {holiday}.")
        told = words.format(holiday=self._what(row))

        def done(saved: object) -> None:
            if isinstance(saved, Saved):
                self.done(told, told, saved.changes)

        run_asking(
            self.context, self, "services.closures.work_on_holiday",
            lambda confirmed: WorkOnHoliday(row.starts_on, open_anyway, confirmed), done,
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.year, *super().panes())
