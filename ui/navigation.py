"""Where the person is, was and can go back to: page, patient and the place on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

CHART = "chart"


@dataclass(frozen=True, slots=True)
class Place:
    """One place in the window: which page, whose chart, and how it looked when it was left."""

    page: str
    patient_id: int | None = None
    state: Mapping[str, object] = field(default_factory=dict)


class Navigation(QObject):
    """A browser-like history. The window listens to `went` and shows the place."""

    went = Signal(object)  # Place
    history_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._at = -1
        self._look: Callable[[], Mapping[str, object]] = dict

    def watch(self, look: Callable[[], Mapping[str, object]]) -> None:
        """Tell how to read the shown page's state at the moment it is left."""
        self._look = look

    @property
    def place(self) -> Place | None:
        """Where the person is."""
        return self._places[self._at] if self._places else None

    def open(self, page: str, patient_id: int | None = None, state: Mapping[str, object] | None = None) -> None:
        """Go to a page; `state` is handed to its `restore`."""
        here = self.place
        if here is not None and (here.page, here.patient_id) == (page, patient_id):
            if state:
                self._places[self._at] = replace(here, state=state)
                self.went.emit(self._places[self._at])
            return
        self._leave()
        self._places[self._at + 1 :] = [Place(page, patient_id, dict(state or {}))]
        self._go(self._at + 1)

    def open_chart(self, patient_id: int, **state: object) -> None:
        """Open a patient's chart over the screen; Esc returns to it. `tab="care_plan"` chooses a tab.

        `then="chart.book"` is a command that follows once the chart is there.
        """
        self.open(CHART, patient_id, state)

    def back(self) -> None:
        """One place back."""
        if self.can_go_back():
            self._leave()
            self._go(self._at - 1)

    def forward(self) -> None:
        """One place forward."""
        if self.can_go_forward():
            self._leave()
            self._go(self._at + 1)

    def close_chart(self) -> None:
        """From a chart, return to the row it was opened from."""
        here = self.place
        if here is not None and here.patient_id is not None:
            earlier = [at for at in range(self._at) if self._places[at].patient_id is None]
            if earlier:
                self._leave()
                self._go(earlier[-1])

    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at + 1 < len(self._places)

    def places(self) -> tuple[tuple[Place, ...], int]:
        """The whole history and where in it we are, the shown page's state read now."""
        self._leave()
        return tuple(self._places), self._at

    def resume(self, places: tuple[tuple[Place, ...], int]) -> None:
        """Continue with a history that `places` gave."""
        self._places, at = list(places[0]), places[1]
        if self._places:
            self._go(at)

    def _leave(self) -> None:
        if self._places:
            self._places[self._at] = replace(self._places[self._at], state=dict(self._look()))

    def _go(self, at: int) -> None:
        self._at = at
        self.went.emit(self._places[at])
        self.history_changed.emit()
