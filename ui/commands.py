"""The window's own commands, those that belong to no page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from ui.actions import Action
from ui.help_windows import HelpWindows
from ui.lock_key import CHORD
from ui.theme import ThemeName


class Shell(Protocol):
    """What the commands need the window to do."""

    def lock(self) -> None:
        """Lock now."""

    def quit(self) -> None:
        """End the program."""

    def show_new_menu(self) -> None:
        """The Ctrl+N menu."""

    def find_patient(self) -> None:
        """Put the keyboard into find patient."""

    def recent_patients(self) -> None:
        """List the patients seen last."""

    def refresh(self) -> None:
        """Ask for the page again."""

    def next_pane(self, step: int = 1) -> None:
        """Go to the next part of the window."""

    def toggle_rail(self) -> None:
        """Narrow or wide rail."""

    def reset_columns(self) -> None:
        """The page's tables as designed."""

    def export_table(self) -> None:
        """The page's table as a file."""

    def text_size(self, step: int) -> None:
        """Bigger, smaller, or 0 for the usual size."""

    def use_theme(self, name: ThemeName) -> None:
        """Change the colours."""

    def use_language(self, code: str) -> None:
        """Change the language of the screen."""


class Commands(QObject):
    """Makes the Actions; needs the window, its undo history and its navigation."""

    def __init__(
        self, shell: Shell, help_windows: HelpWindows, undo: Callable[[], None], redo: Callable[[], None]
    ) -> None:
        super().__init__()
        self._shell, self._help_windows, self._undo, self._redo = shell, help_windows, undo, redo

    def all(self) -> Iterable[Action]:
        """Every command of the window except those that open a page."""
        yield from self._file()
        yield from self._edit()
        yield from self._view()
        yield from self._look()
        yield from self._help()

    def _file(self) -> Iterable[Action]:
        shell = self._shell
        yield Action(
            "file.new", self.tr("&New…"), shell.show_new_menu, "Ctrl+N", "plus", "file",
            synonyms=(self.tr("add"), self.tr("create")),
        )  # fmt: skip
        yield Action(
            "file.export_table", self.tr("&Export table…"), shell.export_table, "Ctrl+Shift+E", "download", "file",
            group=2, synonyms=("CSV", self.tr("spreadsheet")),
        )  # fmt: skip
        yield Action(
            "file.lock", self.tr("&Lock"), shell.lock, CHORD, "lock", "file", group=8,
            synonyms=(self.tr("sign out"), self.tr("switch user"), self.tr("leave")),
        )  # fmt: skip
        yield Action(
            "file.quit", self.tr("&Quit"), shell.quit, "Ctrl+Q", "log-out", "file", group=9,
            synonyms=(self.tr("exit"), self.tr("close")),
        )  # fmt: skip

    def _edit(self) -> Iterable[Action]:
        shell = self._shell
        yield Action("edit.undo", self.tr("&Undo"), self._undo, "Ctrl+Z", "undo-2", "edit")
        yield Action(
            "edit.redo", self.tr("&Redo"), self._redo, "Ctrl+Shift+Z", "redo-2", "edit", more_shortcuts=("Ctrl+Y",)
        )
        yield Action(
            "edit.find", self.tr("&Find patient"), shell.find_patient, "Ctrl+F", "search", "edit", group=1,
            synonyms=(self.tr("search"), self.tr("look up")),
        )  # fmt: skip
        yield Action(
            "edit.recent", self.tr("Patients seen &last"), shell.recent_patients, "Alt+Down", "history", "edit",
            group=1, synonyms=(self.tr("recent"),),
        )  # fmt: skip

    def _view(self) -> Iterable[Action]:
        shell = self._shell
        yield Action("view.refresh", self.tr("&Refresh"), shell.refresh, "F5", "refresh-cw", "view", group=2)
        yield Action("view.next_pane", self.tr("Next &part"), shell.next_pane, "F6", None, "view", group=2)
        yield Action(
            "view.previous_pane", self.tr("Pre&vious part"), lambda: shell.next_pane(-1), "Shift+F6",
            None, "view", group=2,
        )  # fmt: skip
        yield Action(
            "view.rail",
            self.tr("&Narrow list of screens"),
            shell.toggle_rail,
            None,
            "panel-left",
            "view",
            group=3,
        )
        yield Action("view.reset_columns", self.tr("Reset &columns"), shell.reset_columns, None, None, "view", group=3)

    def _look(self) -> Iterable[Action]:
        shell = self._shell
        yield Action(
            "view.bigger", self.tr("&Bigger text"), lambda: shell.text_size(1), "Ctrl++", "zoom-in", "view", group=4,
            synonyms=(self.tr("zoom"), self.tr("large")), more_shortcuts=("Ctrl+=",),
        )  # fmt: skip
        yield Action(
            "view.smaller", self.tr("&Smaller text"), lambda: shell.text_size(-1), "Ctrl+-", "zoom-out", "view", group=4
        )
        yield Action(
            "view.usual", self.tr("&Usual text size"), lambda: shell.text_size(0), "Ctrl+0", None, "view", group=4
        )
        for name, words in (
            (ThemeName.SYSTEM, self.tr("Colours &as on this computer")),
            (ThemeName.LIGHT, self.tr("&Light colours")),
            (ThemeName.DARK, self.tr("&Dark colours")),
            (ThemeName.CONTRAST, self.tr("&High contrast")),
        ):
            yield Action(
                f"view.theme.{name}", words, partial(shell.use_theme, name), None, None, "view", group=5,
                synonyms=(self.tr("theme"), self.tr("night")),
            )  # fmt: skip
        for code, words in (("en", "&English"), ("es", "Espa&ñol")):
            yield Action(
                f"view.language.{code}", words, partial(shell.use_language, code), None, None, "view",
                group=6, synonyms=(self.tr("language"), "idioma", "language"),
            )  # fmt: skip

    def _help(self) -> Iterable[Action]:
        yield Action(
            "help.palette",
            self.tr("&Commands"),
            self._help_windows.open_palette,
            "Ctrl+K",
            "command",
            "help",
            palette=False,
        )
        yield Action(
            "help.shortcuts", self.tr("&Keyboard shortcuts"), self._help_windows.open_shortcuts, "Ctrl+/", "keyboard",
            "help", synonyms=(self.tr("keys"), self.tr("help")),
        )  # fmt: skip
        yield Action(
            "help.protection", self.tr("&What is protected…"), self._help_windows.open_protection, None, "shield",
            "help",
            group=1, synonyms=(self.tr("security"), self.tr("privacy"), self.tr("encryption")),
        )  # fmt: skip
        yield Action(
            "help.about", self.tr("&About ICM Desktop"), self._help_windows.open_about, None, "info", "help", group=1
        )
