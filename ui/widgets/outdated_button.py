"""Says how many patients hold an outdated page and leads to them; hidden while nobody does."""

from __future__ import annotations

from ui.context import AppContext
from ui.latest import Latest
from ui.widgets.buttons import Button


class OutdatedButton(Button):
    """Asks again with the list it stands above."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(icon="printer")
        self._asked = Latest(context.jobs, self)
        self.hide()
        self.clicked.connect(lambda _on=False: context.navigation.open("pages_held"))

    def refresh(self) -> None:
        """Ask how many there are now."""
        self._asked.ask("queries.outdated_pages.how_many", done=self._show, failed=lambda _error: None)

    def _show(self, patients: int) -> None:
        self.setText(self.tr("%n hold an outdated page", "", patients))
        self.setVisible(patients > 0)
