"""What the chart asks of a tab: name, number, title, who sees it, and to ask for its data only when it is shown."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest

CHART = "chart"  # the page's context: its commands work on every tab
DOCUMENTS = "documents"  # the tab other screens open at a document: item "document:12", or the newest consult note
NEWEST_NOTE = "newest"


class ChartTab(QWidget):
    """One tab of the chart. Add the class to `ui/pages/chart_tabs/__init__.py` and it appears.

    Class attributes: `name` ("results"), `number` (place among the tabs; Ctrl+Shift+<number> up to 9, further tabs are
    reached by Ctrl+Tab), `privilege` (who sees it at all) and `shows` (kinds of `Changes` that make it stale; "*" for
    every kind).

    The chart calls `show_patient` at once, `show_chart` when the banner is there, `build` when the tab is shown for the
    first time, and `refresh` when it is shown stale. `asked` is for the tab's questions: turning to another patient
    drops the answer on its way.
    """

    name: ClassVar[str] = ""
    number: ClassVar[int] = 0
    privilege: ClassVar[Privilege | None] = None
    shows: ClassVar[frozenset[str]] = frozenset()

    title_changed = Signal()
    tab_wanted = Signal(str, str)  # another tab, and the item of it to stand on ("" for none)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"{CHART}.{self.name}")
        self.patient_id: int | None = None
        self.head: PatientHead | None = None
        self.stale = True
        self.built = False
        self.asked = Latest(context.jobs, self)

    # what a tab says and does

    @abstractmethod
    def title(self) -> str:
        """The tab's translated name."""

    def build(self) -> None:
        """Make the widgets; called once, before the tab is shown for the first time."""

    def clear(self) -> None:
        """Take away everything of the patient before; called only once built."""

    def refresh(self) -> None:
        """Ask for what the tab shows; `self.patient_id` says whose."""

    def show_chart(self, chart: Chart) -> None:
        """What the chart itself read is there (again)."""
        self.head = chart.banner.head

    def actions_offered(self, here: str) -> Iterable[Action]:
        """The tab's commands, registered once. `here` is the context of this tab alone; `CHART` that of all tabs."""
        return ()

    def enable_actions(self, on_tab: bool) -> None:
        """Say which commands make sense now; `on_tab` is False when another tab is shown."""

    def primary_action(self) -> str | None:
        """Id of the action that Ctrl+N, Enter takes on this tab; None leaves it to the chart."""
        return None

    def edit(self) -> bool:
        """F2: edit what the keyboard is on; False when there is nothing to edit here."""
        return False

    def search_here(self) -> None:
        """Ctrl+Shift+F: put the keyboard into the tab's own search."""
        self.focus_first()

    def stand_on(self, item: str) -> None:
        """Put the keyboard on an item such as "goal:12", now or when it is there."""

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 walks through on this tab, in reading order."""
        return (self,)

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def status(self) -> str:
        """Left of the status bar; send news with `self.tell_status()`."""
        return ""

    def state(self) -> Mapping[str, object]:
        """Scroll place, selection and filters, for back and forward and after a lock."""
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put back what `state` gave; the tab may not be built or filled yet."""

    # what the chart calls

    def show_patient(self, patient_id: int) -> None:
        """Turn to a patient; nothing of the one before stays."""
        self.asked.forget()
        self.patient_id, self.head, self.stale = patient_id, None, True
        if self.built:
            self.clear()

    def prepare(self) -> None:
        """Be built."""
        if not self.built:
            self.built = True
            self.build()

    def note(self, changes: Changes) -> None:
        """Be stale when these changes touch what the tab shows."""
        if "*" in self.shows or self.shows & changes.kinds:
            self.stale = True

    def refresh_if_stale(self) -> None:
        """Ask once after something changed."""
        if self.stale and self.patient_id is not None:
            self.stale = False
            self.refresh()

    def tell_status(self) -> None:
        """Send the status, if this tab is the one shown."""
        if self.isVisible():
            self.context.feedback.count(self.status())
