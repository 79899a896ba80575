"""Section: what is still missing in the set-up, each with the form that sets it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.set_up import Gap, Missing
from icm_desktop.permissions import Privilege
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import CHANGE
from ui.set_up import SetUp
from ui.set_up_gaps import GapWords, needed, set_up
from ui.tables.base import Chip, Column


class MissingSection(ListSection[Gap]):
    """Most urgent first; a line goes when its thing is there."""

    name = "missing"
    icon = "clipboard-check"
    opens = changes = Privilege.SIGN_IN
    shows = frozenset({"*"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("MissingSection", "Still to set up")

    def intro(self) -> str:
        return self.tr("What the daily work will miss. Enter opens the form; the line goes when it is done.")

    def nothing(self) -> tuple[str, str]:
        return self.tr("Everything is set up."), self.tr("Nothing is missing for the daily work.")

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Set it up…")}

    def columns(self) -> Sequence[Column[Gap]]:
        words = GapWords(self.context)
        return (
            Column("what", self.tr("What is missing"), words.what, width=44, tip=words.what, sortable=False),
            Column("state", self.tr("How much it matters"), lambda _row: "", width=18, chip=self._chip,
                   sortable=False),
            Column("why", self.tr("Why it matters"), words.why, stretch=True, tip=words.why, sortable=False),
        )  # fmt: skip

    def _chip(self, row: Gap) -> Chip:
        if row.what in (Missing.BACKUP_FOLDER, Missing.CLINICIANS, Missing.HOURS, Missing.PRACTICE_PHONE):
            return Chip(Level.HIGH, self.tr("Needed"))
        return Chip(Level.CAUTION, self.tr("Soon"))

    def row_id(self, row: Gap) -> Hashable:
        return (row.what.value, row.id, row.year, row.key)

    def sentence(self, row: Gap) -> str:
        words = GapWords(self.context)
        return f"{words.what(row)} {words.why(row)}"

    def refresh(self) -> None:
        self.asked.ask("queries.set_up_gaps.gaps", done=self.show_rows)

    def can(self, action_id: str) -> bool:
        return action_id == CHANGE and self.row is not None and self.context.may(needed(self.row))

    def change(self) -> None:
        if self.row is not None:
            set_up(self.context, SetUp(self.context, self), self.row)
