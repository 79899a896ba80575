"""Section: sites with opening hours and time zone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import Places, Retire, Saved, SiteRow
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.site import SiteDialog
from ui.pages.admin_sections.hours_words import hours_line
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE
from ui.tables.base import Column


class SitesSection(ListSection[SiteRow]):
    """Where this practice sees patients."""

    name = "sites"
    icon = "map-pin"
    opens = Privilege.SIGN_IN
    shows = frozenset({"site", "practice"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("SitesSection", "Sites")

    def intro(self) -> str:
        return self.tr("Places where you see patients. Free times keep to the opening hours and time zone of a site.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("No sites yet."), self.tr("With one place only you need none. Add them when there are several.")

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add site…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take out of use")}

    def columns(self) -> Sequence[Column[SiteRow]]:
        shown = self.context.formatting
        always = self.tr("Whenever somebody works there")
        return (
            Column("name", self.tr("Site"), lambda row: row.name, width=22),
            Column("hours", self.tr("Open"), lambda row: hours_line(row.hours, shown) or always, stretch=True),
            Column("address", self.tr("Address"), lambda row: row.address or "", width=24),
            Column("phone", self.tr("Phone"), lambda row: row.phone or "", width=15),
            Column("zone", self.tr("Time zone"), lambda row: row.time_zone or self.tr("Practice"), width=18),
        )

    def record(self, row: SiteRow) -> tuple[str, int] | None:
        return ("site", row.id)

    def row_id(self, row: SiteRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.set_up.sites", done=self.show_rows)

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: SiteRow | None) -> None:
        def opened(places: Places) -> None:
            dialog = SiteDialog(self.context, row, places.time_zone, self.window())
            dialog.saved.connect(lambda saved: self._saved(saved, dialog.name.text().strip()))
            dialog.open()

        self.context.jobs.run("queries.set_up.places", owner=self, done=opened)

    def _saved(self, saved: Saved, name: str) -> None:
        self.go_to(saved.id)
        self.done(self.tr("Saved {name}.").format(name=name), self.tr("save site"), saved.changes)

    def remove(self) -> None:
        if (row := self.row) is not None:
            told = self.tr("{name} is no longer in use.").format(name=row.name)
            name = self.tr("take site out of use")
            self.context.jobs.run(
                "services.sites.retire_site", Retire(row.id, row.version), owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip
