"""Section: users of the practice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.access import UserRow, UserSaved
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.notes import GrantRow
from icm_desktop.permissions import Privilege, Role
from ui.dialogs.second_step import TakeOffDialog
from ui.dialogs.set_up.note_grants import NoteGrantsDialog
from ui.dialogs.set_up.user import PasswordDialog, UserDialog
from ui.feedback import Level
from ui.key_change import NEW_KEY
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Command
from ui.tables.base import Chip, Column

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class UsersSection(ListSection[UserRow]):
    """Who may sign in, as what, and when they last did."""

    name = "users"
    icon = "user-check"
    opens = changes = Privilege.USERS
    shows = frozenset({"user"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("UsersSection", "Users")

    def intro(self) -> str:
        return self.tr(
            "Everybody signs in with a name and password of their own. Who leaves is disabled at once, never removed."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No users."), ""

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&Add user…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Disable")}

    def commands(self) -> Iterable[Command]:
        yield Command("password", self.tr("New &password…"), self.new_password, "key")
        yield Command("notes", self.tr("&Sensitive notes…"), self.sensitive_notes, "shield")
        yield Command("code", self.tr("&Turn off the sign-in code…"), self.take_off_code, "key")
        yield Command("enable", self.tr("Let sign in &again…"), self.new_password, "lock-open")

    def filters(self) -> Sequence[tuple[str, str]]:
        return (("disabled", self.tr("Disabled too")),)

    def keeps(self, row: UserRow, on: frozenset[str]) -> bool:
        return "disabled" in on or not row.disabled

    def columns(self) -> Sequence[Column[UserRow]]:
        return (
            Column("name", self.tr("Name"), lambda row: row.display_name, stretch=True),
            Column("user", self.tr("User name"), lambda row: row.name, width=16),
            Column("role", self.tr("Role"), lambda row: say(f"role.{row.role}"), width=18),
            Column("job", self.tr("Job title"), lambda row: row.job_title or "", width=18, hidden=True),
            Column(
                "seen", self.tr("Signed in last"), self._seen, lambda row: row.last_signed_in_at or _NEVER, width=26
            ),
            Column("code", self.tr("Sign-in code"), self._code, width=14),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.disabled, width=18, chip=self._chip),
        )

    def _seen(self, row: UserRow) -> str:
        return self.context.formatting.date_time(row.last_signed_in_at) or self.tr("not yet")

    def _code(self, row: UserRow) -> str:
        return self.tr("On") if row.second_step else ""

    @staticmethod
    def _last(row: UserRow) -> dt.datetime:
        return row.last_signed_in_at or _NEVER

    def _chip(self, row: UserRow) -> Chip:
        if row.disabled:
            return Chip(Level.NEUTRAL, self.tr("Disabled"))
        if row.must_change_password:
            return Chip(Level.CAUTION, self.tr("New password"))
        return Chip(Level.GOOD, self.tr("Active"))

    def record(self, row: UserRow) -> tuple[str, int] | None:
        return ("user_account", row.id)

    def row_id(self, row: UserRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.users.users", done=self.show_rows)

    def fits(self, action_id: str, row: UserRow) -> bool:
        if action_id == "notes":
            return not row.disabled and row.role != Role.FRONT_DESK.value
        if action_id == "code":
            return row.second_step and row.id != self.context.session.user_id
        return row.disabled == (action_id == "enable") or action_id == CHANGE

    def add(self) -> None:
        self._open(None)

    def change(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def _open(self, row: UserRow | None) -> None:
        dialog = UserDialog(self.context, row, self.window())
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self, saved: UserSaved) -> None:
        self.go_to(saved.user.id)
        told = self.tr("Saved {name}.").format(name=saved.user.display_name)
        self.done(told, self.tr("change user"), saved.changes)

    def new_password(self) -> None:
        """Give the user of the row a new password; a disabled one may then sign in again."""
        if (row := self.row) is not None:
            dialog = PasswordDialog(self.context, row, self.window())
            told = self.tr("{name} signs in with the new password from now on.").format(name=row.display_name)
            dialog.saved.connect(lambda saved: self.done(told, told, saved.changes))
            dialog.open()

    def take_off_code(self) -> None:
        """The user of the row signs in with the password alone again."""
        if (row := self.row) is not None:
            dialog = TakeOffDialog(self.context, row, self.window())
            told = self.tr("{name} signs in with the password alone, until they turn a code on again.")
            words = told.format(name=row.display_name)
            dialog.saved.connect(lambda saved: self.done(words, words, saved.changes))
            dialog.open()

    def sensitive_notes(self) -> None:
        """Which sensitive kinds of notes the user of the row may read."""
        row = self.row
        if row is None:
            return

        def open_form(lists: Choices, found: tuple[GrantRow, ...]) -> None:
            rows = tuple(one for one in found if one.user_id == row.id)
            dialog = NoteGrantsDialog(self.context, row, rows, lists, self.window())
            told = self.tr("Saved {name}.").format(name=row.display_name)
            dialog.saved.connect(lambda saved: self.done(told, self.tr("sensitive notes"), saved.changes))
            dialog.open()

        def words_came(lists: Choices) -> None:
            jobs = self.context.jobs
            jobs.run("queries.note_access.grants", owner=self, done=lambda found: open_form(lists, found))

        self.context.jobs.run("queries.team.words", QLocale().name(), owner=self, done=words_came)

    def remove(self) -> None:
        if (row := self.row) is not None:
            told = self.tr("{name} can no longer sign in.").format(name=row.display_name)
            self.context.jobs.run(
                "services.access.disable_user", row.name, owner=self,
                done=lambda saved: self._left(told, saved),
            )  # fmt: skip

    def _left(self, told: str, saved: UserSaved) -> None:
        self.done(told, told, saved.changes)
        if saved.user.id != self.context.session.user_id:
            self.context.actions.trigger(NEW_KEY)
