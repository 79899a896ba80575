"""What sections of texts share that are shipped or the practice's own: every version, and back to the shipped one."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from typing import Any, Protocol, TypeVar

from icm_desktop.contracts.own_texts import TextVersion
from icm_desktop.permissions import Privilege
from ui.dialogs.set_up.text_versions import VersionsDialog
from ui.pages.admin_sections.list_section import ListSection


class OwnText(Protocol):
    """A text as it counts now; `id` None: the shipped one."""

    @property
    def id(self) -> int | None: ...
    @property
    def language(self) -> str: ...
    @property
    def changed_at(self) -> dt.datetime | None: ...
    @property
    def changed_by(self) -> str | None: ...


Row = TypeVar("Row", bound=OwnText)


class OwnTexts(ListSection[Row]):
    """One line for each text and language; own ones are versions, and the shipped one stays at hand."""

    opens = Privilege.SIGN_IN

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def language_of(self, row: Row) -> str:
        """The language as this window calls it."""
        return self.context.formatting.language(row.language)

    def changed(self, row: Row) -> str:
        """When and by whom it was changed here."""
        when = self.context.formatting.date(row.changed_at)
        return ", ".join(part for part in (when, row.changed_by) if part)

    @abstractmethod
    def heading(self, row: Row) -> str:
        """What a dialog about it is called."""

    @abstractmethod
    def versions_of(self, row: Row) -> tuple[str, tuple[str, str]]:
        """The query for every text it had, and what it is asked with."""

    @abstractmethod
    def back_to(self, row: Row, version_id: int | None) -> tuple[str, object]:
        """The use case that lets a version count again (None: the shipped one), and its request."""

    @abstractmethod
    def came_back(self, saved: Any) -> None:
        """Say what counts again."""

    def show_versions(self) -> None:
        """Every text it had."""
        if (row := self.row) is None:
            return

        def found(versions: tuple[TextVersion, ...]) -> None:
            dialog = VersionsDialog(
                self.context, self.heading(row), versions, lambda wanted: self.back_to(row, wanted), self.window()
            )
            dialog.saved.connect(self.came_back)
            dialog.open()

        name, of = self.versions_of(row)
        self.context.jobs.run(name, *of, owner=self, done=found)

    def reset(self) -> None:
        """Let the shipped text count again."""
        if (row := self.row) is not None:
            name, request = self.back_to(row, None)
            self.context.jobs.run(name, request, owner=self, done=self.came_back)
