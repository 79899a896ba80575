"""Section: values of the contact policy the practice may change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.content import PolicyRow, SetPolicy
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.policy import PolicyDialog
from ui.feedback import Level
from ui.messages import policy_words
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import CHANGE, Command
from ui.tables.base import Chip, Column


class PoliciesSection(ListSection[PolicyRow]):
    """When somebody is called; each value with its source, and back to the shipped one at any time."""

    name = "policies"
    icon = "phone-call"
    opens = Privilege.SIGN_IN
    shows = frozenset({"policy_setting"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("PoliciesSection", "Contact policy")

    def intro(self) -> str:
        return self.tr(
            "When patients are called or written to, how long a referral may take, who gets a late one, and how long "
            "the way to a visit is."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("Nothing can be changed here."), ""

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Change…")}

    def commands(self) -> Iterable[Command]:
        yield Command("reset", self.tr("&Back to the shipped value"), self.reset, "undo-2")

    def columns(self) -> Sequence[Column[PolicyRow]]:
        return (
            Column("what", self.tr("What"), lambda row: policy_words(row.name), width=34),
            Column("value", self.tr("Value"), lambda row: self._days(row, row.value), lambda row: row.value, width=16),
            Column("shipped", self.tr("Shipped"), lambda row: self._days(row, row.shipped), lambda row: row.shipped,
                   width=16),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.changed, width=13, chip=self._chip,
                   tip=self._changed),
            Column("bounds", self.tr("May be"), lambda row: f"{row.least} - {row.most}", width=9),
            Column("source", self.tr("Source"), lambda row: row.source, stretch=True),
            Column("by", self.tr("Changed"), self._changed, width=22, hidden=True),
        )  # fmt: skip

    def _days(self, row: PolicyRow, value: int) -> str:
        if row.unit == "business_days":
            return self.tr("%n business day(s)", "", value)
        if row.unit == "level":
            return str(value)
        if row.unit == "minutes":
            return self.tr("%n minute(s)", "", value)
        if row.unit == "times":
            return self.tr("%n time(s)", "", value)
        return self.tr("%n day(s)", "", value)

    def _changed(self, row: PolicyRow) -> str:
        when = self.context.formatting.date(row.changed_at)
        return ", ".join(part for part in (when, row.changed_by) if part)

    def _chip(self, row: PolicyRow) -> Chip:
        return Chip(Level.INFO, self.tr("Ours")) if row.changed else Chip(Level.NEUTRAL, self.tr("As shipped"))

    def row_id(self, row: PolicyRow) -> Hashable:
        return row.name

    def refresh(self) -> None:
        self.asked.ask("queries.content.policy_settings", done=self.show_rows)

    def can(self, action_id: str) -> bool:
        row = self.row
        return self.may_change and row is not None and (action_id == CHANGE or (action_id == "reset" and row.changed))

    def change(self) -> None:
        if (row := self.row) is not None:
            dialog = PolicyDialog(self.context, row, self.window())
            told, name = self.tr("Policy changed."), self.tr("change policy")
            dialog.saved.connect(lambda saved: self.done(told, name, saved.changes))
            dialog.open()

    def reset(self) -> None:
        """Go back to the shipped value of the row."""
        if (row := self.row) is not None:
            told = self.tr("Back to {value}.").format(value=self._days(row, row.shipped))
            self.context.jobs.run(
                "services.content.set_policy", SetPolicy(row.name, None), owner=self,
                done=lambda saved: self.done(told, told, saved.changes),
            )  # fmt: skip
