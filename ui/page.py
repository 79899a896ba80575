"""What the window asks of a page: name, title, refresh, place kept for back and forward, actions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from icm_desktop.changes import Changes
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext


class Page(QWidget):
    """One screen of the rail. Add the class to `ui/pages/__init__.py` and it appears.

    Class attributes: `name` ("today", also the context of its actions), `icon` (a file name of resources/icons
    without ending), `order` (place in the rail; Ctrl+<order> opens it, 0 keeps it out of the rail), `privilege` (who
    sees it at all) and `shows` (kinds of `Changes` that make it stale; "*" for every kind).
    """

    name: ClassVar[str] = ""
    icon: ClassVar[str] = "circle"
    order: ClassVar[int] = 0
    privilege: ClassVar[Privilege | None] = None
    shows: ClassVar[frozenset[str]] = frozenset()

    title_changed = Signal()
    badge_changed = Signal(int)  # the number beside the rail entry; 0 hides it

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(self.name)
        self._stale = True
        context.notifier.changed.connect(self.changed)

    @abstractmethod
    def title(self) -> str:
        """The page's translated name, shown in the rail, the palette and the window title."""

    @abstractmethod
    def refresh(self) -> None:
        """Ask for what the page shows; called when it is shown stale, by F5 and after changes."""

    def actions_offered(self) -> Iterable[Action]:
        """The page's commands; the window registers them once, in the context named `self.name`."""
        return ()

    def contexts(self) -> frozenset[str]:
        """Contexts of the actions that work now: the page's own, and those of the part shown."""
        return frozenset({self.name})

    def primary_action(self) -> str | None:
        """Id of the action that Ctrl+N, Enter takes; None when there is none."""
        return None

    def state(self) -> Mapping[str, object]:
        """Scroll place, selection and filters, for back and forward and after a lock."""
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put back what `state` gave; called before the page is shown."""

    def status(self) -> str:
        """Left of the status bar, such as "18 of 214 · Filter: Mine"; send news with `feedback.count`."""
        return ""

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 walks through on this page, in reading order."""
        return (self,)

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def changed(self, changes: Changes) -> None:
        """Refresh when shown, else mark stale, if the page shows one of the kinds."""
        if not self.concerns(changes):
            return
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def concerns(self, changes: Changes) -> bool:
        """Whether these changes touch what the page shows."""
        return "*" in self.shows or bool(self.shows & changes.kinds)

    def refresh_if_stale(self) -> None:
        """Refresh once after something changed."""
        if self._stale:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


class PatientPage(Page):
    """A page about one patient (the chart); it opens over the screen it came from and Esc returns there."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.patient_id: int | None = None

    def show_patient(self, patient_id: int) -> None:
        """Turn to this patient; what was typed for another one stays with that one."""
        if patient_id != self.patient_id:
            self.patient_id = patient_id
            self._stale = True

    def concerns(self, changes: Changes) -> bool:
        """Changes of another patient do not concern the chart."""
        return super().concerns(changes) and changes.patient_id in (None, self.patient_id)
