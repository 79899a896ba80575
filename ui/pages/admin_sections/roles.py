"""Section: what each role may do, read from the same table that decides it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.access_matrix import UseCaseRow
from icm_desktop.permissions import Privilege, Role, allows
from ui.dialogs.list_sheet import show_list
from ui.dialogs.rows_dialog import RowsDialog
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import Command
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

    def commands(self) -> Iterable[Command]:
        yield Command("cases", self.tr("Act by &act…"), self.show_cases, "list")
        yield Command("print", self.tr("&Print this table"), self.print_table, "printer")

    def can(self, action_id: str) -> bool:
        return action_id in ("cases", "print")

    def show_cases(self) -> None:
        """Every act and question of the program with the roles that may, as the program itself decides it."""
        self.context.jobs.run("queries.access_matrix.use_cases", owner=self, done=self._cases_came)

    def _cases_came(self, rows: tuple[UseCaseRow, ...]) -> None:
        columns = (
            Column[UseCaseRow]("name", self.tr("Act"), lambda row: row.name, width=26, tip=lambda row: row.about),
            Column[UseCaseRow]("about", self.tr("What it does"), lambda row: row.about, width=30, stretch=True,
                               tip=lambda row: row.about),
            Column[UseCaseRow]("privilege", self.tr("Needs"), lambda row: say(f"privilege.{row.privilege}"), width=22),
            *(self._of_case(role) for role in Role),
        )  # fmt: skip
        dialog: RowsDialog[UseCaseRow] = RowsDialog(
            self.context, None, self.tr("Who may do what, act by act"), "use_cases", columns, lambda row: row.name, self
        )
        told = self.tr("%n act(s) and questions. What is not in this table cannot be done: the program refuses it.", "",
                       len(rows))  # fmt: skip
        dialog.show_rows(rows, told, "")
        dialog.open()

    def _of_case(self, role: Role) -> Column[UseCaseRow]:
        yes, no, title = self.tr("Yes"), self.tr("No"), say(f"role.{role.value}")
        return Column(role.value, title, lambda row: yes if role.value in row.roles else no, width=len(title) + 2)

    def print_table(self) -> None:
        """Privileges and roles on paper."""
        show_list(self.context, self, self.table, self.title(), (self.intro(),))

    def refresh(self) -> None:
        self.show_rows([RoleRow(each) for each in Privilege])
