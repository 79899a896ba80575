"""This person's settings on this computer: look, language, table columns. Never patient data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Preferences:
    """Kept in a small file of the user's own; every value has a default."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A text setting."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """A whole number; the default when the file holds something else."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes-or-no setting."""
        return self.text(key, "yes" if default else "no") == "yes"

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        value = self._settings.value(key, [])
        if isinstance(value, str):
            return [value] if value else []
        return [str(item) for item in value] if isinstance(value, list) else []

    def blob(self, key: str) -> QByteArray:
        """Bytes, such as a window's geometry; empty when there are none."""
        value = self._settings.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | int | bool | list[str] | QByteArray) -> None:
        """Store a setting at once."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        self._settings.setValue(key, str(value) if isinstance(value, int) else value)

    def forget(self, key: str) -> None:
        """Go back to the default."""
        self._settings.remove(key)

    def sync(self) -> None:
        """Write to the file now."""
        self._settings.sync()
