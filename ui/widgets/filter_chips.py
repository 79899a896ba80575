"""Filters above a list: each a toggle, one or several at a time; what is on is always visible."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from ui import icons
from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.buttons import SIDE, Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text


class FilterChips(QWidget):
    """Toggle chips keyed by name; `exclusive` keeps exactly one on.

    `chord` is the key that with a chip's place turns to it ("Alt" and 1, 2 ...): the chips then show their numbers.
    """

    changed = Signal(object)  # frozenset of keys that are on

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        *,
        exclusive: bool = False,
        chord: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chord = chord
        self._words: dict[str, str] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        Theme.current().theme_changed.connect(self._dress)
        self._folded: QPushButton | None = None
        row = FlowLayout(self, gap=Theme.current().px(6))
        self._of_chord = Text("small", f"{chord} +", tone="text_2")
        row.addWidget(self._of_chord)
        self._of_chord.setVisible(bool(chord))
        for key, words in choices:
            row.addWidget(self._chip(key, words))

    def _chip(self, key: str, words: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.toggled.connect(lambda on, made=chip: made.setIcon(icons.icon("check") if on else icons.none()))
        chip.clicked.connect(lambda: self.changed.emit(self.on()))
        if self._group.exclusive():  # Tab comes to one of a group only, the arrows to the others
            self._group.addButton(chip)
        self._buttons[key] = chip
        self.set_words(key, words)
        self._dress()
        return chip

    def _dress(self) -> None:
        theme = Theme.current()
        for chip in self._buttons.values():
            chip.setMinimumHeight(theme.px(28))
            chip.setIconSize(QSize(theme.px(SIDE), theme.px(SIDE)))

    def on(self) -> frozenset[str]:
        """The keys that are on."""
        return frozenset(key for key, chip in self._buttons.items() if chip.isChecked())

    def set_on(self, keys: Iterable[str]) -> None:
        """Turn exactly these on, without telling."""
        wanted = set(keys)
        for key, chip in self._buttons.items():
            chip.setChecked(key in wanted)

    def remember(self, preferences: Preferences, key: str) -> None:
        """Turn on what this person had on last, and keep what is chosen from now on."""
        kept = preferences.texts(key)
        known = [each for each in kept if each in self._buttons]
        if known or not self._group.exclusive():
            self.set_on(known)
        self.changed.connect(lambda on: preferences.keep(key, sorted(on)))

    def words_on(self) -> str:
        """The words of what is on, for the status bar."""
        return ", ".join(self._words[key] for key, chip in self._buttons.items() if chip.isChecked())

    def set_words(self, key: str, words: str) -> None:
        """Change a chip's words, such as its count."""
        chip, place = self._buttons[key], list(self._buttons).index(key) + 1
        self._words[key] = words.replace("&", "")
        chip.setText(f"{place}  {words}" if self._chord else words)
        if self._chord:
            chip.setAccessibleName(words)
            chip.setToolTip(f"{words} ({self._chord}+{place})")

    def name_chord(self, named: bool) -> None:
        """Say the key beside the numbers, or leave it to the tooltips where there is little room."""
        self._of_chord.setVisible(named and bool(self._chord))

    def show_only(self, keys: Iterable[str]) -> None:
        """Hide the chips of every other key, such as those that count nothing."""
        wanted = set(keys)
        for key, chip in self._buttons.items():
            chip.setVisible(key in wanted)

    # in a low window

    def fold(self, folded: bool, everything: str = "") -> None:
        """One button with a menu in place of the chips; `everything` is what it says when none is on."""
        if self._folded is None:
            if not folded:
                return
            self._folded = Button(icon="filter", parent=self)
            self._folded.clicked.connect(lambda _on=False: self._open_menu())
            self.changed.connect(lambda _on: self._say_folded(everything))
            if (row := self.layout()) is not None:
                row.addWidget(self._folded)
        self._say_folded(everything)
        self._folded.setVisible(folded)
        for chip in self._buttons.values():
            chip.setVisible(not folded)

    def menu(self) -> QMenu:
        """The chips as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in self._buttons.values():
            each = menu.addAction(chip.text())
            each.setCheckable(True)
            each.setChecked(chip.isChecked())
            each.triggered.connect(chip.click)
        return menu

    def _open_menu(self) -> None:
        if self._folded is not None:
            self.menu().popup(self._folded.mapToGlobal(self._folded.rect().bottomLeft()))

    def _say_folded(self, everything: str) -> None:
        if self._folded is not None:
            self._folded.setText(self.words_on() or everything)
