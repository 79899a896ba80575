"""What the Caseload page asks of a part: a table with filters above and a pane beneath, asked only when it is shown."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.tables.view import RowsTable
from ui.widgets.beside import beneath
from ui.widgets.empty_state import EmptyState

_PANE_HEIGHT, _ABOVE = 260, 60
_LOW = 400  # pixels of the part with usual text


class OfPatient(Protocol):
    """A row about one patient."""

    @property
    def head(self) -> PatientHead:
        """Whom it is about."""


R = TypeVar("R", bound=OfPatient)
R_contra = TypeVar("R_contra", contravariant=True)


class RowPane(Protocol[R_contra]):
    """The pane beneath the table."""

    def clear(self) -> None:
        """Show no row."""

    def show_row(self, row: R_contra) -> None:
        """Show what there is to know of a row."""


class CaseloadPart(QWidget, Generic[R]):
    """One part. `name` is the end of its context ("caseload.transitions"), `shows` the changes that make it stale.

    `build` makes the `table` and the pane `detail`; `row_actions` are the commands that need a row.
    """

    table: RowsTable[R]
    detail: RowPane[R]
    row_actions: ClassVar[tuple[str, ...]] = ()
    name: ClassVar[str] = ""
    privilege: ClassVar[Privilege | None] = Privilege.CLINICAL_READ
    shows: ClassVar[frozenset[str]] = frozenset()

    badge_changed = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"caseload.{self.name}")
        self.stale, self.built = True, False
        self.asked = Latest(context.jobs, self)
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.empty = EmptyState("", "")

    @abstractmethod
    def title(self) -> str:
        """The part's translated name."""

    def build(self) -> None:
        """Make the widgets; called once, before the part is shown for the first time."""

    def refresh(self) -> None:
        """Ask for what the part shows."""

    def actions_offered(self, here: str) -> Iterable[Action]:
        """The part's commands, registered once; `here` is its own context."""
        return ()

    def enable_actions(self, on_part: bool) -> None:
        """Say which commands make sense now."""
        row = self.current_row() if on_part else None
        for action_id in self.row_actions:
            self.context.actions.set_enabled(action_id, row is not None)

    def primary_action(self) -> str | None:
        """Id of the action that Ctrl+N, Enter takes."""
        return None

    @abstractmethod
    def filter_bar(self) -> QWidget:
        """The filters above it."""

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        if self.built:
            (self.filter_bar() if self.stack.currentWidget() is self.empty else self.table).setFocus()

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 walks through."""
        return (self.filter_bar(), self.table) if self.built else ()

    def status(self) -> str:
        """Left of the status bar."""
        return ""

    def state(self) -> Mapping[str, object]:
        """Filters and place, for back and forward."""
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put back what `state` gave; the part may not be built yet."""

    # what the page calls

    def prepare(self) -> None:
        """Be built."""
        if not self.built:
            self.built = True
            self.build()

    def note(self, changes: Changes) -> None:
        """Be stale when these changes touch what the part shows."""
        if self.shows & changes.kinds:
            self.stale = True

    def refresh_if_stale(self) -> None:
        """Ask once after something changed."""
        if self.stale:
            self.stale = False
            self.refresh()

    # the row the keyboard is on

    def current_row(self) -> R | None:
        """The row the keyboard is on."""
        return self.table.current_row() if self.built else None

    def on_row(self, act: Callable[[R], Any]) -> None:
        """Do something with the row the keyboard is on, if it is on one."""
        if (row := self.current_row()) is not None:
            act(row)

    def open_chart(self) -> None:
        """Open the chart of the patient."""
        self.on_row(lambda row: self.context.navigation.open_chart(row.head.id))

    def row_changed(self) -> None:
        """Show the row the keyboard is on beneath, and enable what can be done with it."""
        self.enable_actions(on_part=True)
        if (row := self.current_row()) is None:
            self.detail.clear()
        else:
            self.detail.show_row(row)

    # shared layout

    def lay_out(self, top: QWidget, pane: QWidget) -> None:
        """Filters, then the table with the pane beneath, or what is said when there is nothing."""
        theme = self.context.theme
        self.table.row_changed.connect(lambda _row: self.row_changed())
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(top)
        column.addWidget(self.stack, 1)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pane takes what it needs, but the table keeps the greater part; in a low window it stands beside."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        px = self.context.theme.px
        high = self.height() - px(_ABOVE)  # the splitter itself learns its height after the part
        pane = min(px(_PANE_HEIGHT), int(high * 0.45))
        beneath(self.splitter, QSize(self.width(), high), pane, low=self.height() < px(_LOW))
