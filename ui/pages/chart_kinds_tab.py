"""A list tab whose lines are narrowed by their kind: one choice of several, kept for back and forward."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.chart_list_tab import ListTab
from ui.widgets.filter_chips import FilterChips
from ui.widgets.shape_label import ShapeLabel


class KindsTab(ListTab):
    """Concrete tabs call `choose_among` in `build` and show the lines of the kinds that are on."""

    kinds: FilterChips

    def choose_among(self, words: Mapping[str, str]) -> None:
        """Make the choice; the first is on."""
        self.kinds = FilterChips(list(words.items()), exclusive=True)
        self.kinds.set_on([next(iter(words))])
        self.kinds.changed.connect(lambda _on: self.show_lines())

    @abstractmethod
    def show_lines(self) -> None:
        """Show the lines that fit the filters."""

    def state(self) -> Mapping[str, object]:
        return {**super().state(), "kind": sorted(self.kinds.on())} if self.built else {}

    def restore(self, state: Mapping[str, object]) -> None:
        super().restore(state)
        kind = state.get("kind")
        if self.built and isinstance(kind, list):
            self.kinds.set_on([str(one) for one in kind])
            self.show_lines()


def with_note(note: ShapeLabel, kinds: FilterChips) -> QWidget:
    """The choice of kinds under a note that shows only when it has something to say."""
    note.hide()
    above = QWidget()
    column = QVBoxLayout(above)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(note)
    column.addWidget(kinds)
    return above
