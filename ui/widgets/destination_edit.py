"""A field for whom one refers to: any name, with suggestions from the directory as one types."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from icm_desktop.contracts.referrals import Destination, Fitting
from ui.context import AppContext
from ui.latest import Latest

_LEAST = 2


class DestinationEdit(QLineEdit):
    """What is typed stays a name of its own until a suggestion is taken; editing it makes it one again."""

    taken = Signal(object)  # Destination
    found_some = Signal(bool)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Latest(context.jobs, self)
        self._found: dict[str, Destination] = {}
        self._fitting: Fitting | None = None
        self._names = QStringListModel(self)
        suggest = QCompleter(self._names, self)
        suggest.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        suggest.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := suggest.popup()) is not None:
            popup.setAccessibleName(self.tr("Directory"))
        suggest.activated.connect(self._take)
        self.setCompleter(suggest)
        self.textEdited.connect(self._search)

    @property
    def destination(self) -> Destination | None:
        """The entry of the directory that is meant, None when the name is not in it."""
        return self._found.get(self.text().strip())

    def use(self, found: Destination) -> None:
        """Take this entry, as if it had been chosen from the list."""
        self._found[found.name] = found
        self.setText(found.name)
        self.taken.emit(found)

    def fit(self, fitting: Fitting | None) -> None:
        """Suggest from now on only those that say they speak the language and take the insurance; None: everybody."""
        self._fitting = fitting
        if self.destination is None:
            self._search(self.text())

    def _search(self, text: str) -> None:
        if len(text.strip()) >= _LEAST:
            self._asked.ask(
                "queries.directory.destinations", text.strip(), self._fitting,
                done=self._show, failed=lambda _error: None,
            )  # fmt: skip

    def _show(self, found: tuple[Destination, ...]) -> None:
        self._found |= {one.name: one for one in found}
        self._names.setStringList([one.name for one in found])
        self.found_some.emit(bool(found))
        if found and self.hasFocus():
            self.completer().complete()

    def _take(self, name: str) -> None:
        if name in self._found:
            self.taken.emit(self._found[name])
