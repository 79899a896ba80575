"""Section: what each role may do, read from the same table that decides it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icm_desktop.permissions import Privilege, Role, allows
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.tables.base import Column


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One privilege."""

    privilege: Privilege

    def text(self) -> str:
        """What it lets somebody do."""
        return say(f"privilege.{self.privilege.value}")


class RolesSection(ListSection[RoleRow]):
    """A row for each privilege, a column for each role; everybody may look."""

    name = "roles"
    icon = "shield-check"
    opens = Privilege.SIGN_IN
    changes = Privilege.SIGN_IN  # there is nothing to change: the table is part of the program

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("RolesSection", "Roles")

    def intro(self) -> str:
        return self.tr("What each role may do. Behavioural-health notes are granted person by person besides.")

    def nothing(self) -> tuple[str, str]:
        return "", ""

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def columns(self) -> Sequence[Column[RoleRow]]:
        return (
            Column[RoleRow]("what", self.tr("May"), lambda row: row.text(), stretch=True, width=44),
            *(self._column(role) for role in Role),
        )

    def _column(self, role: Role) -> Column[RoleRow]:
        yes, no, title = self.tr("Yes"), self.tr("No"), say(f"role.{role.value}")

        def answer(row: RoleRow) -> str:
            return yes if allows(role, row.privilege) else no

        return Column(role.value, title, answer, width=max(10, len(title) + 3))

    def row_id(self, row: RoleRow) -> Hashable:
        return row.privilege

    def can(self, action_id: str) -> bool:
        return False

    def refresh(self) -> None:
        self.show_rows([RoleRow(each) for each in Privilege])
