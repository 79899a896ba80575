"""One section of the Admin page: what it shows, which commands it has, and who may use them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text

ADD, CHANGE, REMOVE, HISTORY = "admin.new", "admin.change", "admin.remove", "admin.history"

_LOW = 400  # pixels of a section with usual text


@dataclass(frozen=True, slots=True)
class Command:
    """A command of one section besides add, change and remove."""

    key: str
    text: str
    handler: Callable[[], object]
    icon: str | None = None
    shortcut: str | None = None
    synonyms: tuple[str, ...] = ()


class Section(QWidget):
    """Class attributes: `name` (stable, also in the state of the page), `icon`, `opens` (who may look), `changes`
    (who may change) and `shows` (kinds of `Changes` that make it stale; "*" any)."""

    name: ClassVar[str] = ""
    icon: ClassVar[str] = "settings"
    opens: ClassVar[Privilege] = Privilege.SETTINGS
    changes: ClassVar[Privilege] = Privilege.SETTINGS
    shows: ClassVar[frozenset[str]] = frozenset()

    commands_changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.stale = True
        self._further: dict[str, QWidget] = {}
        theme = context.theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(Text("title", self.title(), wrap=True))
        self._about = Text("body", self.intro(), tone="text_2", wrap=True)
        self.body.addWidget(self._about)
        if not self.may_change:
            told = QCoreApplication.translate("Section", "You may look at this. Only an administrator changes it.")
            self.body.addWidget(Text("small", told, tone="info", wrap=True))
        self._buttons = QWidget(self)
        FlowLayout(self._buttons, gap=theme.px(8))
        self.body.addWidget(self._buttons)

    # what a section says of itself

    @staticmethod
    @abstractmethod
    def title() -> str:
        """Translated name, in the list of sections and on top; asked also of sections that a role may not open."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large text, the list has the room of what the section is about."""
        super().resizeEvent(event)
        self._about.setVisible(event.size().height() >= self.context.theme.px(_LOW))

    @abstractmethod
    def intro(self) -> str:
        """One or two sentences: what this is for and where it shows."""

    @abstractmethod
    def refresh(self) -> None:
        """Ask for what it shows."""

    def words(self) -> Mapping[str, str]:
        """Translated words of ADD, CHANGE and REMOVE with their mnemonics; one that is missing is not offered."""
        return {}

    def commands(self) -> Iterable[Command]:
        """Further commands."""
        return ()

    def can(self, action_id: str) -> bool:
        """Whether ADD, CHANGE, REMOVE or a key of `commands` makes sense now."""
        return self.may_change and action_id == ADD

    def act(self, action_id: str) -> None:
        """Do ADD, CHANGE or REMOVE."""
        {ADD: self.add, CHANGE: self.change, REMOVE: self.remove}[action_id]()

    def add(self) -> None:
        """Open an empty form."""

    def change(self) -> None:
        """Open the form of the current row."""

    def remove(self) -> None:
        """Take the current row out of use."""

    def status(self) -> str:
        """Count for the status bar."""
        return ""

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 walks through."""
        return (self,)

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def focus_search(self) -> None:
        """Put the keyboard into the search, when there is one."""

    def take(self, state: Mapping[str, object]) -> None:
        """Something was asked from elsewhere, such as `add` or the id of a row to `show`."""

    def state(self) -> Mapping[str, object]:
        """Its place, for back and forward."""
        return {}

    # what the page does with it

    @property
    def may_change(self) -> bool:
        """Whether the signed-in role may change what is shown."""
        return self.context.may(self.changes)

    def action_id(self, key: str) -> str:
        """The id of a further command among all commands of the window."""
        return f"admin.{self.name}.{key}"

    def show_buttons(self) -> None:
        """Put a button for each command on top, once they are registered."""
        layout = self._buttons.layout()
        if layout is None or layout.count():
            return
        wanted = [*self.words(), *(self.action_id(each.key) for each in self.commands())]
        for place, action_id in enumerate(wanted):
            if action_id in self.context.actions:
                button = ActionButton(self.context, action_id, self._buttons, primary=place == 0)
                layout.addWidget(button)
                if place >= len(self.words()):
                    self._further[action_id] = button
        self._buttons.setVisible(layout.count() > 0)

    def show_what_fits(self) -> None:
        """Further commands that make no sense for the row take no room."""
        for each in self.commands():
            if (button := self._further.get(self.action_id(each.key))) is not None:
                button.setVisible(self.can(each.key))

    def refresh_if_stale(self) -> None:
        """Ask once after something changed."""
        self.show_buttons()
        if self.stale:
            self.stale = False
            self.refresh()

    def note(self, changes: Changes) -> None:
        """Ask again when shown, else when it is shown next."""
        if "*" in self.shows or self.shows & changes.kinds:
            self.stale = True
            if self.isVisible():
                self.refresh_if_stale()

    def done(self, told: str, name: str, changes: Changes) -> None:
        """Tell what was done, with Undo."""
        self.context.feedback.done(told, name, changes)
