"""The one registry of commands behind the menu bar, the palette, the shortcuts and the context menus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from icm_desktop.permissions import Privilege
from ui import icons

GLOBAL = "global"
MENUS = ("file", "edit", "view", "patient", "work", "reports", "tools", "help")
UNSAFE = re.compile(r"Ctrl\+Alt\+(Shift\+)?[A-Z]$")  # AltGr on Spanish and other keyboards


@dataclass(frozen=True, slots=True)
class Action:
    """One command.

    id: "today.done". text: translated, with a mnemonic: "&Done". shortcut: portable text, "Ctrl+D".
    menu: one of `MENUS`, "new" for the Ctrl+N menu, or None (palette and context menus only).
    context: "global", the name of the page on which it works, or "page.part" of a part of it.
    synonyms: translated plain words for the palette.
    group: commands of one group stand together in a menu, with a line between groups.
    """

    id: str
    text: str
    handler: Callable[[], object]
    shortcut: str | None = None
    icon: str | None = None
    menu: str | None = None
    context: str = GLOBAL
    privilege: Privilege | None = None
    synonyms: tuple[str, ...] = ()
    group: int = 0
    palette: bool = True
    more_shortcuts: tuple[str, ...] = ()

    @property
    def plain_text(self) -> str:
        """The text without mnemonic and dots."""
        return re.sub(r"&(?!&)", "", self.text).removesuffix("…").removesuffix("...")

    def all_keys(self) -> tuple[str, ...]:
        """Every shortcut of the action in portable text."""
        return ((self.shortcut,) if self.shortcut else ()) + self.more_shortcuts


class ActionRegistry(QObject):
    """Keeps each Action with its QAction; only those of the active contexts are enabled."""

    changed = Signal()
    triggered = Signal(str)

    def __init__(self, may: Callable[[Privilege | None], bool]) -> None:
        super().__init__()
        self._may = may
        self._actions: dict[str, Action] = {}
        self._by_key: defaultdict[str, list[Action]] = defaultdict(list)
        self._qactions: dict[str, QAction] = {}
        self._blocked: set[str] = set()
        self._contexts: frozenset[str] = frozenset({GLOBAL})

    def add(self, *actions: Action) -> None:
        """Register commands; one the signed-in role may not use is left out everywhere.

        Raises:
            ValueError: An id or a shortcut is taken in the same context, or a shortcut is unsafe.
        """
        for action in actions:
            if self._may(action.privilege):
                self._check(action)
                self._actions[action.id] = action
                for key in action.all_keys():
                    self._by_key[key].append(action)
                self._qactions[action.id] = self._make(action)
        self.changed.emit()

    def _check(self, action: Action) -> None:
        if action.id in self._actions:
            raise ValueError(f"action {action.id} is registered twice")
        for key in action.all_keys():
            if UNSAFE.search(key) or (len(key) == 1 and key.isalnum()):
                raise ValueError(f"shortcut {key} of {action.id} is not safe")
            for other in self._by_key[key]:
                if _meet(action.context, other.context):
                    raise ValueError(f"{action.id} and {other.id} both want {key}")

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self)
        made.setObjectName(action.id)
        made.setShortcuts([QKeySequence(key) for key in action.all_keys()])
        if action.icon:
            made.setIcon(icons.icon(action.icon))
        if action.shortcut:
            made.setToolTip(f"{action.plain_text} ({QKeySequence(action.shortcut).toString(_NATIVE)})")
        made.setEnabled(self.is_enabled(action.id))
        made.triggered.connect(lambda: self._run(action))
        return made

    def _run(self, action: Action) -> None:
        self.triggered.emit(action.id)
        action.handler()

    def attach(self, window: QWidget) -> None:
        """Let the shortcuts work in this window."""
        window.addActions(list(self._qactions.values()))

    def activate(self, contexts: Iterable[str]) -> None:
        """Only commands of these contexts (and the global ones) can be used now."""
        self._contexts = frozenset(contexts) | {GLOBAL}
        for action_id in self._actions:
            self._show(action_id)
        self.changed.emit()

    def set_enabled(self, action_id: str, enabled: bool) -> None:
        """Say whether a command makes sense now (a row is selected, a draft is open); unknown ids are ignored."""
        (self._blocked.discard if enabled else self._blocked.add)(action_id)
        if action_id in self._qactions:
            self._show(action_id)

    def set_text(self, action_id: str, text: str) -> None:
        """Change the words of a command, such as "Undo: mark done"."""
        self._qactions[action_id].setText(text)

    def _show(self, action_id: str) -> None:
        self._qactions[action_id].setEnabled(self.is_enabled(action_id))
        self._qactions[action_id].setVisible(self._actions[action_id].context in self._contexts)

    def is_enabled(self, action_id: str) -> bool:
        """Whether the command can be used now."""
        action = self._actions.get(action_id)
        return action is not None and action.context in self._contexts and action_id not in self._blocked

    def action(self, action_id: str) -> Action:
        """The registered command; KeyError when unknown or not allowed."""
        return self._actions[action_id]

    def qaction(self, action_id: str) -> QAction:
        """The QAction for buttons and menus; KeyError when unknown or not allowed."""
        return self._qactions[action_id]

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._actions

    def trigger(self, action_id: str) -> None:
        """Run the command if it can be used now."""
        if self.is_enabled(action_id):
            self._qactions[action_id].trigger()

    def all(self) -> tuple[Action, ...]:
        """Every command of every context, in the order of registration."""
        return tuple(self._actions.values())

    def usable(self) -> tuple[Action, ...]:
        """The commands that can be used now."""
        return tuple(action for action in self._actions.values() if self.is_enabled(action.id))

    def in_menu(self, menu: str) -> tuple[Action, ...]:
        """The commands of one menu, by group, then in the order of registration."""
        return tuple(sorted((a for a in self._actions.values() if a.menu == menu), key=lambda a: a.group))


def _meet(one: str, other: str) -> bool:
    """Whether actions of both contexts can be used at the same time."""
    return GLOBAL in (one, other) or one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


_NATIVE = QKeySequence.SequenceFormat.NativeText
