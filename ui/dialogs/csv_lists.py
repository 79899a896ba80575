"""The lists among the files of an import: each is looked at, and asked about where its columns are not known yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from icm_desktop.contracts.csv_files import ListLook, LookAtList
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.csv_columns import CsvColumnsDialog

_LOOK = "services.csv_files.look"


def is_list(path: str) -> bool:
    """Whether a path is a CSV file."""
    return path.lower().endswith(".csv") and Path(path).is_file()


class CsvLists(QObject):
    """Asks about one list after the other; what was answered stays for this dialog."""

    def __init__(self, context: AppContext, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._context, self._dialog = context, dialog
        self._answers: dict[str, CsvMapping | None] = {}
        self.question: CsvColumnsDialog | None = None

    def mappings(self, paths: tuple[str, ...]) -> tuple[CsvMapping, ...]:
        """What was answered about these files."""
        return tuple(found for path in paths if (found := self._answers.get(path)) is not None)

    def ask(self, paths: tuple[str, ...], done: Callable[[], None]) -> None:
        """Look at every list that is not known yet, then call `done`.

        A list that cannot be read is left to the import, which says why.
        """
        waiting = [path for path in paths if is_list(path) and path not in self._answers]
        if not waiting:
            done()
            return

        def looked(look: ListLook) -> None:
            orders = look.orders_of(look.mapping.kind, dict(look.mapping.columns))
            if look.known or (look.remembered and (look.mapping.dates or len(orders) < 2)):
                settled(None)
            else:
                self._show(look, settled)

        def settled(mapping: CsvMapping | None) -> None:
            self._answers[waiting[0]] = mapping
            self.ask(paths, done)

        self._context.jobs.run(
            _LOOK, LookAtList(waiting[0]), owner=self._dialog, done=looked, failed=lambda _error: settled(None)
        )

    def change(self, path: str, failed: Callable[[UserError], None]) -> None:
        """Show the columns of one list, also when they are known already."""

        def keep(mapping: CsvMapping) -> None:
            self._answers[path] = mapping

        self._context.jobs.run(
            _LOOK, LookAtList(path), owner=self._dialog, done=lambda look: self._show(look, keep), failed=failed
        )

    def _show(self, look: ListLook, settled: Callable[[CsvMapping], None]) -> None:
        if look.known:
            return
        self.question = CsvColumnsDialog(self._context, look, self._dialog)
        self.question.settled.connect(settled)
        self.question.open()
