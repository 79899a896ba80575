"""Section: shipped content, and who of the practice stands for it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.content import ContentChanges, ContentRow, Standing
from icm_desktop.permissions import Privilege
from ui.dialogs.outcome import Outcome
from ui.dialogs.set_up.confirm_content import ConfirmContentDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import CHANGE, REMOVE, Command
from ui.tables.base import Chip, Column

_TO_DO = "to_do"


class ContentSection(ListSection[ContentRow]):
    """Everything shipped with its source; a named person confirms it until it changes."""

    name = "content"
    icon = "badge-check"
    opens = Privilege.SIGN_IN
    shows = frozenset({"content_confirmation"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("ContentSection", "Content")

    def intro(self) -> str:
        return self.tr(
            "Sentences for patients, policies and code lists come with the program. Somebody of your practice who "
            "knows reads them and confirms them; until then pages in that language say that they are a draft."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No content."), ""

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Confirm…"), REMOVE: self.tr("&Withdraw")}

    def commands(self) -> Iterable[Command]:
        yield Command("read", self.tr("&Read it"), self.read, "eye", "Ctrl+E")
        yield Command("changes", self.tr("What c&hanged…"), self.show_changes, "git-branch")

    def filters(self) -> Sequence[tuple[str, str]]:
        return ((_TO_DO, self.tr("To confirm")),)

    def keeps(self, row: ContentRow, on: frozenset[str]) -> bool:
        return _TO_DO not in on or row.standing is not Standing.CONFIRMED

    def columns(self) -> Sequence[Column[ContentRow]]:
        return (
            Column("title", self.tr("Content"), self._title, width=28, tip=self._title),
            Column("kind", self.tr("Kind"), self._kind, width=13),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.standing, width=14, chip=self._chip),
            Column("who", self.tr("Confirmed by"), self._who, width=16),
            Column("source", self.tr("Source"), lambda row: row.source, stretch=True),
            Column("year", self.tr("Year"), lambda row: str(row.year or ""), width=6),
            Column("version", self.tr("Version"), lambda row: row.version, width=8),
            Column("sure", self.tr("How sure"), self._sure, width=24, hidden=True),
            Column("digest", self.tr("Digest"), lambda row: row.digest[:12], width=14, hidden=True),
        )

    def _title(self, row: ContentRow) -> str:
        if row.language:
            return self.context.formatting.language(row.language)
        return say(f"content_title.{row.id}") if row.title == row.id else row.title

    @staticmethod
    def _kind(row: ContentRow) -> str:
        return say(f"content.{row.kind}")

    @staticmethod
    def _sure(row: ContentRow) -> str:
        return ", ".join(say(f"content.mark_{mark}") for mark in row.marks)

    def _who(self, row: ContentRow) -> str:
        whom = (row.confirmed_by, row.confirmed_role, self.context.formatting.date(row.confirmed_on))
        return ", ".join(part for part in whom if part)

    def _chip(self, row: ContentRow) -> Chip:
        if row.standing is Standing.CONFIRMED:
            return Chip(Level.GOOD, self.tr("Confirmed"))
        if row.standing is Standing.CHANGED:
            return Chip(Level.HIGH, self.tr("Changed since"))
        return Chip(Level.CAUTION, self.tr("Draft"))

    def record(self, row: ContentRow) -> tuple[str, int] | None:
        return ("content_confirmation", row.confirmation_id) if row.confirmation_id is not None else None

    def row_id(self, row: ContentRow) -> Hashable:
        return (row.kind, row.id)

    def refresh(self) -> None:
        self.asked.ask("queries.content.contents", done=self.show_rows)

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def can(self, action_id: str) -> bool:
        row = self.row
        if row is None:
            return False
        if action_id == "read":
            return True
        if action_id == "changes":
            return row.standing is Standing.CHANGED
        given = action_id == REMOVE and row.confirmation_id is not None
        return self.may_change and (action_id == CHANGE or given)

    def change(self) -> None:
        if (row := self.row) is not None:
            title = f"{self._kind(row)}: {self._title(row)}"
            dialog = ConfirmContentDialog(self.context, row, title, self.window())
            told = self.tr("Confirmed: {content}.").format(content=title)
            dialog.saved.connect(lambda saved: self.done(told, self.tr("confirm content"), saved.changes))
            dialog.open()

    def remove(self) -> None:
        if (row := self.row) is not None and row.confirmation_id is not None:
            told, name = self.tr("The confirmation is withdrawn."), self.tr("withdraw confirmation")
            self.context.jobs.run(
                "services.content.withdraw", row.confirmation_id, owner=self,
                done=lambda saved: self.done(told, name, saved.changes),
            )  # fmt: skip

    def show_changes(self) -> None:
        """Show what the content of the row says now where it said something else when it was confirmed."""
        row = self.row
        if row is None or row.confirmation_id is None:
            return
        title = f"{self._kind(row)}: {self._title(row)}"
        headers = (self.tr("Where"), self.tr("When it was confirmed"), self.tr("Now"))
        version = self.tr("Confirmed: version {before}. Now: version {now}.")

        def found(changes: ContentChanges) -> None:
            notes = [version.format(before=changes.version or "?", now=row.version), self._who(row)]
            if changes.lines is None:
                notes.append(self.tr("What was confirmed then was not kept. Read all of it again."))
            rows = [(each.place, each.before or "", each.now or "") for each in changes.lines or ()]
            Outcome(self.tr("What changed"), title, headers, rows, notes, self.window()).show()

        self.context.jobs.run("queries.content.changed", row.confirmation_id, owner=self, done=found)

    def read(self) -> None:
        """Show all of the content of the row, line by line."""
        if (row := self.row) is None:
            return
        title = f"{self._kind(row)}: {self._title(row)}"
        notes = [text for text in (row.source, self._sure(row), row.digest) if text]
        headers = (self.tr("Where"), self.tr("What it says"))

        def found(lines: tuple[tuple[str, str], ...]) -> None:
            Outcome(self.tr("Content"), title, headers, lines, notes, self.window()).show()

        self.context.jobs.run("queries.content.lines", row.kind, row.id, owner=self, done=found)
